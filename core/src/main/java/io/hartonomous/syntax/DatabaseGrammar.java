package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Databases. The word DATABASE was read. Source: Microsoft Learn, "CREATE DATABASE", "ALTER
/// DATABASE", "ALTER DATABASE SET options", "ALTER DATABASE SCOPED CONFIGURATION", "DBCC".
final class DatabaseGrammar {
  private DatabaseGrammar() {}

  static Statement create(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    List<OptionNode.Option> options = new ArrayList<>();
    if (p.acceptWord("CONTAINMENT")) {
      int option = p.pos - 1;
      p.expect(EQUALS);
      int word = p.pos;
      String value = Words.upper(NameGrammar.word(p).value());
      options.add(
          new OptionNode.Option(
              "CONTAINMENT",
              true,
              Optional.of(new OptionNode.OptionValue.Word(value, word, p.pos)),
              List.of(),
              option,
              p.pos));
    }
    if (p.at(TokenKind.ON) || p.atWord("LOG") || p.at(TokenKind.AS) || p.at(TokenKind.FOR)) {
      throw p.unsupported(p.pos, "the files of CREATE DATABASE");
    }
    Optional<Identifier> collation =
        p.optional(p.accept(TokenKind.COLLATE), NameGrammar::identifier);
    if (p.at(TokenKind.WITH)) {
      p.pos++;
      options.addAll(p.commaList(OptionGrammar::option));
    }
    return new DatabaseStatement.CreateDatabase(name, collation, options, from, p.pos);
  }

  /// Null if the statement is none of those that are read here.
  static Statement alter(Parser p, int from) {
    if (p.acceptWord("SCOPED")) {
      return p.acceptWord("CONFIGURATION") ? scoped(p, from) : null;
    }
    if (p.kind(1) != TokenKind.SET
        && p.kind(1) != TokenKind.COLLATE
        && p.kind(1) != TokenKind.ADD
        && !p.atWord(1, "MODIFY")) {
      return null;
    }
    Optional<Identifier> name =
        p.accept(TokenKind.CURRENT) ? Optional.empty() : Optional.of(NameGrammar.identifier(p));
    if (p.accept(TokenKind.COLLATE)) {
      return new DatabaseStatement.AlterDatabaseCollate(
          name, NameGrammar.identifier(p), from, p.pos);
    }
    if (p.accept(TokenKind.SET)) {
      return set(p, name, from);
    }
    if (p.acceptWord("MODIFY")) {
      if (p.atWord("NAME") && name.isPresent()) {
        p.pos++;
        p.expect(EQUALS);
        return new DatabaseStatement.AlterDatabaseModifyName(
            name.get(), NameGrammar.identifier(p), from, p.pos);
      }
      throw p.unsupported(from, "ALTER DATABASE ... MODIFY " + Words.upper(p.text()));
    }
    p.expect(TokenKind.ADD);
    if (p.acceptWord("FILEGROUP")) {
      Identifier group = NameGrammar.identifier(p);
      Optional<Identifier> contains =
          p.optional(p.accept(TokenKind.CONTAINS), NameGrammar::upperWord);
      return new DatabaseStatement.AlterDatabaseAddFileGroup(name, group, contains, from, p.pos);
    }
    boolean log = p.acceptWord("LOG");
    p.expect(TokenKind.FILE);
    List<OptionNode.Option> options = OptionGrammar.list(p);
    Optional<Identifier> group = Optional.empty();
    if (p.accept(TokenKind.TO)) {
      p.expectWord("FILEGROUP");
      group = Optional.of(NameGrammar.identifier(p));
    }
    return new DatabaseStatement.AlterDatabaseAddFile(name, log, options, group, from, p.pos);
  }

  private static Statement set(Parser p, Optional<Identifier> name, int from) {
    List<OptionNode.Option> options = p.commaList(DatabaseGrammar::setOption);
    Optional<OptionNode.Option> termination = Optional.empty();
    if (p.at(TokenKind.WITH)) {
      p.pos++;
      int option = p.pos;
      if (p.acceptWord("NO_WAIT")) {
        termination =
            Optional.of(
                new OptionNode.Option("NO_WAIT", Optional.empty(), List.of(), option, p.pos));
      } else {
        p.expect(TokenKind.ROLLBACK);
        if (p.acceptWord("IMMEDIATE")) {
          termination =
              Optional.of(
                  new OptionNode.Option(
                      "ROLLBACK IMMEDIATE", Optional.empty(), List.of(), option, p.pos));
        } else {
          p.expectWord("AFTER");
          int value = p.pos;
          Expression seconds = ExpressionGrammar.integer(p);
          Optional<String> unit =
              p.acceptWord("SECONDS") ? Optional.of("SECONDS") : Optional.empty();
          OptionNode.OptionValue scalar =
              new OptionNode.OptionValue.Scalar(seconds, unit, value, p.pos);
          termination =
              Optional.of(
                  new OptionNode.Option(
                      "ROLLBACK AFTER", Optional.of(scalar), List.of(), option, p.pos));
        }
      }
    }
    return new DatabaseStatement.AlterDatabaseSet(name, options, termination, from, p.pos);
  }

  /// `NAME ON`, `NAME = value`, `NAME WORD` (`RECOVERY SIMPLE`, `PAGE_VERIFY CHECKSUM`), `NAME
  /// (options)`.
  private static OptionNode.Option setOption(Parser p) {
    int from = p.pos;
    if (!Vocabulary.DATABASE_OPTIONS.contains(Words.upper(p.text()))) {
      throw p.fail("an option of the database");
    }
    if (p.kind(1) == TokenKind.IDENTIFIER && p.kind() == TokenKind.IDENTIFIER) {
      String name = Words.upper(p.text());
      p.pos++;
      int word = p.pos;
      String value = Words.upper(p.text());
      p.pos++;
      return new OptionNode.Option(
          name,
          Optional.of(new OptionNode.OptionValue.Word(value, word, p.pos)),
          List.of(),
          from,
          p.pos);
    }
    return OptionGrammar.databaseOption(p);
  }

  /// `[FOR SECONDARY] SET name = value`.
  private static Statement scoped(Parser p, int from) {
    boolean secondary = p.accept(TokenKind.FOR);
    if (secondary) {
      p.expectWord("SECONDARY");
    }
    if (p.atWord("CLEAR")) {
      throw p.unsupported(from, "ALTER DATABASE SCOPED CONFIGURATION CLEAR");
    }
    p.expect(TokenKind.SET);
    return new DatabaseStatement.AlterDatabaseScoped(
        secondary, OptionGrammar.option(p), from, p.pos);
  }

  /// `DBCC command [(arguments)] [WITH options]`.
  static Statement dbcc(Parser p) {
    int from = p.pos++;
    Identifier command = NameGrammar.upperWord(p);
    List<Expression> arguments = new ArrayList<>();
    if (p.accept(LEFT_PARENTHESIS)) {
      if (!p.at(RIGHT_PARENTHESIS)) {
        arguments.addAll(ExpressionGrammar.list(p));
      }
      p.expect(RIGHT_PARENTHESIS);
    }
    List<OptionNode.Option> options =
        p.accept(TokenKind.WITH) ? p.commaList(OptionGrammar::option) : List.of();
    return new DatabaseStatement.Dbcc(command, arguments, options, from, p.pos);
  }
}
