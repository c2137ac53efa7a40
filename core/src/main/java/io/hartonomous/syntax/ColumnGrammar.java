package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.TableGrammar.Elements;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.ColumnConstraint.GeneratedKind;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Columns of tables: the name, the type, how it is stored, and then constraints. Source: Microsoft
/// Learn, "CREATE TABLE (Transact-SQL)", column_definition; the order is the reference compiler's.
final class ColumnGrammar {
  private static final Set<String> ENCRYPTION_TYPES = Set.of("DETERMINISTIC", "RANDOMIZED");

  private ColumnGrammar() {}

  static TableElement column(Parser p) {
    int from = p.pos;
    if (NameGrammar.atIdentifier(p)) {
      checkSecond(p);
    }
    Identifier name = NameGrammar.identifier(p);
    if (p.accept(TokenKind.AS)) {
      return computed(p, name, from);
    }
    int typeFrom = p.pos;
    boolean bareTimestamp = Words.same(name.value(), "TIMESTAMP") && !NameGrammar.atIdentifier(p);
    DataType type =
        bareTimestamp ? new DataType.ImpliedTimestamp(typeFrom, typeFrom) : TypeGrammar.dataType(p);
    boolean columnSet =
        type instanceof DataType.Xml
            && p.elements != Elements.TYPE
            && p.atWord("COLUMN_SET")
            && p.kind(1) == TokenKind.FOR;
    List<ColumnConstraint> constraints = new ArrayList<>();
    if (columnSet) {
      p.pos += 2;
      p.expectWord("ALL_SPARSE_COLUMNS");
    } else {
      storage(p, type, constraints);
    }
    while (true) {
      ColumnConstraint constraint = ConstraintGrammar.columnConstraint(p);
      if (constraint == null) {
        return columnSet
            ? new TableElement.ColumnSet(name, type, constraints, from, p.pos)
            : new TableElement.Column(name, type, constraints, from, p.pos);
      }
      checkRepeated(p, constraints, constraint);
      constraints.add(constraint);
    }
  }

  /// What no column can go on with is reported at its name: the reference compiler looks two tokens
  /// ahead, and takes the name for a word it then compares.
  private static void checkSecond(Parser p) {
    switch (p.kind(1)) {
      case EQUALS -> throw p.fail("a column with its type");
      case INTEGER, DECIMAL, REAL, STRING, NATIONAL_STRING, LEFT_PARENTHESIS, DOT, VARIABLE ->
          throw p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "a column with its type");
      default -> {}
    }
  }

  /// What stands between type and constraints: `[COLLATE c] [GENERATED ...] [MASKED ...] [ENCRYPTED
  /// ...] [FILESTREAM] [SPARSE] [MASKED ...] [HIDDEN]`; ENCRYPTED may stand behind SPARSE too.
  private static void storage(Parser p, DataType type, List<ColumnConstraint> into) {
    collate(p, into);
    if (p.elements == Elements.VARIABLE && p.atWord("SPARSE")) {
      sparse(p, into);
    }
    if (p.atWord("GENERATED") && p.kind(1) == TokenKind.IDENTIFIER) {
      ColumnConstraint.GeneratedAlways generated = generated(p);
      into.add(generated);
      if (generated.hidden()) {
        return;
      }
    }
    masked(p, into);
    encrypted(p, into);
    if (!p.elements.isVariable()) {
      boolean stored = fileStream(p, type, into);
      stored |= sparse(p, into);
      stored |= fileStream(p, type, into);
      if (stored) {
        encrypted(p, into);
      }
    }
    masked(p, into);
    if (p.atWord("HIDDEN")) {
      into.add(hidden(p));
    }
  }

  private static void collate(Parser p, List<ColumnConstraint> into) {
    int from = p.pos;
    if (p.accept(TokenKind.COLLATE)) {
      into.add(new ColumnConstraint.Collate(NameGrammar.identifier(p), from, p.pos));
    }
  }

  static boolean sparse(Parser p, List<ColumnConstraint> into) {
    int from = p.pos;
    if (!p.acceptWord("SPARSE")) {
      return false;
    }
    into.add(new ColumnConstraint.Sparse(from, p.pos));
    return true;
  }

  /// Errors: SQL46051 for another type than varbinary(max).
  static boolean fileStream(Parser p, DataType type, List<ColumnConstraint> into) {
    int from = p.pos;
    if (!p.acceptWord("FILESTREAM")) {
      return false;
    }
    if (!isVarbinaryMax(type)) {
      throw p.report(Code.FILESTREAM_TYPE, from);
    }
    into.add(new ColumnConstraint.FileStream(from, p.pos));
    return true;
  }

  private static boolean isVarbinaryMax(DataType type) {
    return type instanceof DataType.Named named
        && named.arguments().size() == 1
        && named.arguments().getFirst().kind() == DataType.ArgumentKind.MAX
        && (Words.same(named.name().object().value(), "VARBINARY")
            || Words.same(named.name().object().value(), "BINARY") && !named.moreWords().isEmpty());
  }

  /// `MASKED WITH (FUNCTION = '...')`.
  static void masked(Parser p, List<ColumnConstraint> into) {
    if (!p.atWord("MASKED") || p.kind(1) != TokenKind.WITH) {
      return;
    }
    int from = p.pos;
    p.pos += 2;
    p.expect(LEFT_PARENTHESIS);
    p.expect(TokenKind.FUNCTION);
    p.expect(EQUALS);
    Expression.Literal function = ExpressionGrammar.string(p);
    p.expect(RIGHT_PARENTHESIS);
    into.add(new ColumnConstraint.Masked(function, from, p.pos));
  }

  /// `ENCRYPTED WITH (COLUMN_ENCRYPTION_KEY = k, ENCRYPTION_TYPE = t, ALGORITHM = 'a')`, the three
  /// in any order.
  static boolean encrypted(Parser p, List<ColumnConstraint> into) {
    if (!p.atWord("ENCRYPTED") || p.kind(1) != TokenKind.WITH) {
      return false;
    }
    int from = p.pos;
    p.pos += 2;
    p.expect(LEFT_PARENTHESIS);
    List<Option> options = new ArrayList<>(3);
    for (int i = 0; i < 3; i++) {
      if (i > 0) {
        p.expect(TokenKind.COMMA);
      }
      Option option = encryption(p);
      if (options.stream().anyMatch(o -> o.name().equals(option.name()))) {
        throw p.report(Code.DUPLICATE_OPTION, option.from(), option.name());
      }
      options.add(option);
    }
    p.expect(RIGHT_PARENTHESIS);
    into.add(new ColumnConstraint.Encrypted(options, from, p.pos));
    return true;
  }

  private static Option encryption(Parser p) {
    if (p.atWord("COLUMN_ENCRYPTION_KEY")) {
      return OptionReader.identifier(p);
    }
    if (p.atWord("ENCRYPTION_TYPE")) {
      return OptionReader.word(p, ENCRYPTION_TYPES);
    }
    if (p.atWord("ALGORITHM")) {
      return OptionReader.string(p);
    }
    throw p.fail("COLUMN_ENCRYPTION_KEY, ENCRYPTION_TYPE or ALGORITHM");
  }

  static ColumnConstraint hidden(Parser p) {
    int from = p.pos++;
    return new ColumnConstraint.Hidden(from, p.pos);
  }

  /// `GENERATED ALWAYS AS kind START | END [HIDDEN]`.
  private static ColumnConstraint.GeneratedAlways generated(Parser p) {
    int from = p.pos++;
    p.expectWord("ALWAYS");
    p.expect(TokenKind.AS);
    GeneratedKind kind = generatedKind(p);
    boolean hidden = p.acceptWord("HIDDEN");
    return new ColumnConstraint.GeneratedAlways(kind, hidden, from, p.pos);
  }

  private static GeneratedKind generatedKind(Parser p) {
    boolean known = false;
    for (GeneratedKind kind : GeneratedKind.values()) {
      String sql = kind.sql();
      int blank = sql.indexOf(' ');
      if (p.atWord(sql.substring(0, blank))) {
        known = true;
        if (p.atWord(1, sql.substring(blank + 1))) {
          p.pos += 2;
          return kind;
        }
      }
    }
    throw p.failAt(known ? p.pos + 1 : p.pos, known ? "START or END" : "ROW, SUSER_SID, ...");
  }

  /// Of some things a column has one at most.
  private static void checkRepeated(
      Parser p, List<ColumnConstraint> before, ColumnConstraint constraint) {
    Code code =
        switch (constraint) {
          case ColumnConstraint.Default _ -> Code.REPEATED_DEFAULT;
          case ColumnConstraint.Identity _ -> Code.REPEATED_IDENTITY;
          case ColumnConstraint.RowGuidCol _ -> Code.SECOND_ROWGUIDCOL;
          default -> null;
        };
    if (code != null && before.stream().anyMatch(b -> b.getClass() == constraint.getClass())) {
      p.report(code, constraint.from());
    }
  }

  private static TableElement computed(Parser p, Identifier name, int from) {
    Expression value = ExpressionGrammar.expression(p);
    boolean persisted = p.acceptWord("PERSISTED");
    boolean notNull = persisted && p.accept(TokenKind.NOT);
    if (notNull) {
      p.expect(TokenKind.NULL);
    }
    List<ColumnConstraint> constraints = new ArrayList<>();
    while (isOfComputed(p)) {
      int at = p.pos;
      ColumnConstraint constraint = ConstraintGrammar.columnConstraint(p);
      if (constraint == null) {
        break;
      }
      boolean isNull = constraint instanceof ColumnConstraint.Nullability n && n.nullable();
      if (!persisted && !(constraint instanceof ColumnConstraint.Key) || isNull) {
        p.report(Code.CONSTRAINT_OF_COMPUTED_COLUMN, at, name.value());
      }
      constraints.add(constraint);
    }
    return new TableElement.ComputedColumn(
        name, value, persisted, notNull, constraints, from, p.pos);
  }

  private static boolean isOfComputed(Parser p) {
    return switch (p.kind()) {
      case NULL, NOT, CONSTRAINT, DEFAULT, REFERENCES, CHECK, PRIMARY, UNIQUE, FOREIGN -> true;
      default -> false;
    };
  }
}
