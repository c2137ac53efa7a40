package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.DatabaseStatement.DbccArgument;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// DBCC. Any word is a command: it may be an extended procedure's library. Source: Microsoft Learn,
/// "DBCC (Transact-SQL)"; what the reference compiler takes.
final class DbccGrammar {
  private static final Set<String> OPTIONS =
      Set.of(
          "ALL_CONSTRAINTS",
          "ALL_ERRORMSGS",
          "ALL_INDEXES",
          "ALL_LEVELS",
          "COUNT_ROWS",
          "DATA_PURITY",
          "DENSITY_VECTOR",
          "ESTIMATEONLY",
          "EXTENDED_LOGICAL_CHECKS",
          "FAST",
          "HISTOGRAM",
          "HISTOGRAM_STEPS",
          "MARK_IN_USE_FOR_REMOVAL",
          "NO_INFOMSGS",
          "PHYSICAL_ONLY",
          "STATS_STREAM",
          "STAT_HEADER",
          "TABLERESULTS",
          "TABLOCK");

  private DbccGrammar() {}

  static Statement dbcc(Parser p) {
    int from = p.pos++;
    switch (p.wordHere()) {
      case "CONCURRENCYVIOLATION", "MEMOBJLIST", "MEMORYMAP" -> throw p.fail("another command");
      default -> p.word();
    }
    p.pos--;
    Identifier command = NameGrammar.upperWord(p);
    List<DbccArgument> arguments = new ArrayList<>();
    boolean parenthesised =
        p.at(LEFT_PARENTHESIS) && (isArgument(p, 1) || p.kind(1) == RIGHT_PARENTHESIS);
    if (parenthesised) {
      p.pos++;
      if (!p.at(RIGHT_PARENTHESIS)) {
        arguments.addAll(p.commaList(DbccGrammar::argument));
      }
      p.expect(RIGHT_PARENTHESIS);
    }
    List<Option> options = new ArrayList<>();
    boolean join = false;
    if (ServerValues.atWithWord(p)) {
      p.pos++;
      join = p.kind(1) == TokenKind.JOIN;
      if (join) {
        options.add(joined(p));
        while (p.accept(TokenKind.JOIN)) {
          options.add(joined(p));
        }
      } else {
        options.addAll(p.commaList(DbccGrammar::option));
      }
    }
    return new DatabaseStatement.Dbcc(
        command, parenthesised, arguments, options, join, from, p.pos);
  }

  private static Option option(Parser p) {
    if (!OPTIONS.contains(p.wordHere())) {
      throw p.fail("an option of DBCC");
    }
    return ServerOptions.flag(p);
  }

  private static Option joined(Parser p) {
    if (!p.atWord("STAT_HEADER") && !p.atWord("DENSITY_VECTOR")) {
      throw p.fail("STAT_HEADER or DENSITY_VECTOR");
    }
    return ServerOptions.flag(p);
  }

  private static boolean isArgument(Parser p, int ahead) {
    return switch (p.kind(ahead)) {
      case IDENTIFIER,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          STRING,
          NATIONAL_STRING,
          INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          VARIABLE,
          GLOBAL_VARIABLE,
          MINUS_SIGN,
          NULL ->
          true;
      default -> false;
    };
  }

  private static DbccArgument argument(Parser p) {
    int from = p.pos;
    Optional<Identifier> name = Optional.empty();
    if (p.at(TokenKind.IDENTIFIER, TokenKind.EQUALS)) {
      name = Optional.of(NameGrammar.take(p));
      p.pos++;
    }
    return new DbccArgument(name, value(p), from, p.pos);
  }

  /// A constant, which may be negative, a variable or a name of one part.
  private static Expression value(Parser p) {
    if (!isArgument(p, 0)) {
      throw p.fail("a constant or a name");
    }
    if (p.at(TokenKind.MINUS_SIGN)) {
      if (!ServerValues.isNumber(p.kind(1)) && p.kind(1) != TokenKind.MONEY) {
        throw p.failAt(p.pos + 1, "a number");
      }
      return ExpressionGrammar.unary(p);
    }
    if (NameGrammar.atIdentifier(p)) {
      int from = p.pos;
      Identifier name = NameGrammar.take(p);
      return new Expression.ColumnReference(
          new MultiPartName(List.of(name), from, p.pos), false, from, p.pos);
    }
    return ExpressionGrammar.constant(p);
  }
}
