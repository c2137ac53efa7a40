package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.IndexOptionGrammar.Place;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ALTER TABLE ... ALTER COLUMN: a new type, or a property more or less. Source: Microsoft Learn,
/// "ALTER TABLE (Transact-SQL)".
final class AlterColumnGrammar {
  private AlterColumnGrammar() {}

  /// The cursor is at ALTER.
  static AlterAction alterColumn(Parser p) {
    int from = p.pos;
    p.pos += 2;
    Identifier column = NameGrammar.identifier(p);
    if (p.at(TokenKind.ADD) || p.at(TokenKind.DROP)) {
      boolean add = p.at(TokenKind.ADD);
      p.pos++;
      Option property = property(p, add);
      List<Option> with = IndexOptionGrammar.with(p, Place.ALTER_COLUMN);
      return new AlterAction.AlterColumnProperty(column, add, property, with, from, p.pos);
    }
    DataType type = TypeGrammar.dataType(p);
    Optional<Identifier> collation =
        p.optional(p.accept(TokenKind.COLLATE), NameGrammar::identifier);
    List<Option> options = storage(p, type);
    Optional<Boolean> nullable = Optional.empty();
    if (p.accept(TokenKind.NULL)) {
      nullable = Optional.of(true);
    } else if (p.accept(TokenKind.NOT)) {
      p.expect(TokenKind.NULL);
      nullable = Optional.of(false);
    }
    List<Option> with = IndexOptionGrammar.with(p, Place.ALTER_COLUMN);
    return new AlterAction.AlterColumn(
        column, type, collation, nullable, options, with, from, p.pos);
  }

  /// `[MASKED ...] [ENCRYPTED ...] [SPARSE | FILESTREAM] [HIDDEN]`.
  private static List<Option> storage(Parser p, DataType type) {
    List<Option> options = new ArrayList<>();
    if (type instanceof DataType.Xml && p.atWord("COLUMN_SET") && p.kind(1) == TokenKind.FOR) {
      int set = p.pos;
      p.pos += 2;
      p.expectWord("ALL_SPARSE_COLUMNS");
      options.add(
          new Option("COLUMN_SET FOR ALL_SPARSE_COLUMNS", Optional.empty(), List.of(), set, p.pos));
      return options;
    }
    if (p.atWord("GENERATED") && p.kind(1) == TokenKind.IDENTIFIER) {
      options.add(generated(p));
    }
    if (p.atWord("MASKED") && p.kind(1) == TokenKind.WITH) {
      options.add(masked(p));
    }
    List<ColumnConstraint> read = new ArrayList<>(1);
    int from = p.pos;
    if (ColumnGrammar.encrypted(p, read)
        && read.getFirst() instanceof ColumnConstraint.Encrypted e) {
      options.add(OptionReader.of("ENCRYPTED", e.options(), from, p));
    }
    from = p.pos;
    if (ColumnGrammar.fileStream(p, type, read)) {
      options.add(new Option("FILESTREAM", Optional.empty(), List.of(), from, p.pos));
      from = p.pos;
    }
    if (ColumnGrammar.sparse(p, read) || ColumnGrammar.fileStream(p, type, read)) {
      String word = Words.upper(p.tokens.text(from));
      options.add(new Option(word, Optional.empty(), List.of(), from, p.pos));
    }
    if (p.atWord("HIDDEN")) {
      options.add(OptionReader.flag(p));
    }
    return options;
  }

  /// `GENERATED ALWAYS AS SUSER_SID | SUSER_SNAME START | END`.
  private static Option generated(Parser p) {
    int from = p.pos++;
    p.expectWord("ALWAYS");
    p.expect(TokenKind.AS);
    if (!p.atWord("SUSER_SID") && !p.atWord("SUSER_SNAME")) {
      throw p.fail("SUSER_SID or SUSER_SNAME");
    }
    String word = Words.upper(p.tokens.text(p.pos++));
    boolean start = p.acceptWord("START");
    if (!start && !p.accept(TokenKind.END)) {
      throw p.fail("START or END");
    }
    String name = "GENERATED ALWAYS AS " + word + (start ? " START" : " END");
    return new Option(name, Optional.empty(), List.of(), from, p.pos);
  }

  /// `MASKED WITH (FUNCTION = '...')`.
  private static Option masked(Parser p) {
    int from = p.pos;
    p.pos++;
    p.expect(TokenKind.WITH);
    p.expect(LEFT_PARENTHESIS);
    int function = p.pos;
    p.expect(TokenKind.FUNCTION);
    p.expect(EQUALS);
    Expression mask = ExpressionGrammar.string(p);
    Option detail = OptionReader.of("FUNCTION", OptionReader.scalar(p, mask), function, p);
    p.expect(RIGHT_PARENTHESIS);
    return OptionReader.of("MASKED", List.of(detail), from, p);
  }

  /// `ROWGUIDCOL`, `PERSISTED`, `NOT FOR REPLICATION`, `SPARSE`, `HIDDEN`, `MASKED [WITH (FUNCTION
  /// = '...')]`.
  private static Option property(Parser p, boolean add) {
    int from = p.pos;
    if (p.accept(TokenKind.NOT)) {
      p.expect(TokenKind.FOR);
      p.expect(TokenKind.REPLICATION);
      return new Option("NOT FOR REPLICATION", Optional.empty(), List.of(), from, p.pos);
    }
    if (p.at(TokenKind.ROWGUIDCOL)) {
      return OptionReader.flag(p);
    }
    if (add && p.atWord("MASKED")) {
      if (p.kind(1) != TokenKind.WITH) {
        throw p.fail("MASKED WITH (FUNCTION = ...)");
      }
      return masked(p);
    }
    boolean known =
        p.atWord("PERSISTED") || p.atWord("SPARSE") || p.atWord("HIDDEN") || p.atWord("MASKED");
    if (!known) {
      throw p.fail("a property of a column");
    }
    return OptionReader.flag(p);
  }
}
