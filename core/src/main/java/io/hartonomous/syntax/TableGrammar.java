package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Commas;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TableStatement.GraphKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CREATE TABLE and what stands between its parentheses; constraints are in [ConstraintGrammar].
/// Source: Microsoft Learn, "CREATE TABLE (Transact-SQL)".
final class TableGrammar {
  /// Whose elements are read: not all may have the same constraints.
  enum Elements {
    TABLE,
    /// A table variable, a table type, the result of a function.
    VARIABLE,
    /// ALTER TABLE ADD.
    ADDED
  }

  /// The elements of a table, and where their commas are not one between each two.
  record ElementList(List<TableElement> list, Commas commas) {}

  private TableGrammar() {}

  /// The cursor is at the name.
  static Statement create(Parser p, int from) {
    MultiPartName name = NameGrammar.nameOf(p, 3);
    if (p.at(TokenKind.AS) && p.atWord(1, "FILETABLE")) {
      throw p.unsupported(p.pos, "CREATE TABLE ... AS FILETABLE");
    }
    if (p.at(TokenKind.AS) && (p.atWord(1, "NODE") || p.atWord(1, "EDGE"))) {
      return rest(p, from, name, new ElementList(List.of(), Commas.REGULAR));
    }
    return rest(p, from, name, elements(p, Elements.TABLE));
  }

  private static Statement rest(Parser p, int from, MultiPartName name, ElementList elements) {
    Optional<GraphKind> graph = Optional.empty();
    Optional<OptionNode.Placement> on = Optional.empty();
    Optional<Identifier> textImageOn = Optional.empty();
    Optional<Identifier> fileStreamOn = Optional.empty();
    List<OptionNode.Option> options = List.of();
    while (true) {
      if (p.at(TokenKind.AS) && (p.atWord(1, "NODE") || p.atWord(1, "EDGE"))) {
        graph = Optional.of(p.atWord(1, "NODE") ? GraphKind.NODE : GraphKind.EDGE);
        p.pos += 2;
      } else if (p.at(TokenKind.ON)) {
        on = OptionGrammar.placement(p);
      } else if (p.acceptWord("TEXTIMAGE_ON")) {
        textImageOn = Optional.of(OptionGrammar.place(p));
      } else if (p.acceptWord("FILESTREAM_ON")) {
        fileStreamOn = Optional.of(OptionGrammar.place(p));
      } else if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
        options = OptionGrammar.with(p, Vocabulary.TABLE_OPTIONS);
      } else {
        return new TableStatement.CreateTable(
            name,
            elements.list,
            elements.commas,
            graph,
            on,
            textImageOn,
            fileStreamOn,
            options,
            from,
            p.pos);
      }
    }
  }

  /// `( element [ , ... ] [ , ] )`. Constraints of the table may follow a column without a comma; a
  /// comma may stand after the last element of CREATE TABLE.
  static ElementList elements(Parser p, Elements kind) {
    p.elements = kind;
    int open = p.pos;
    p.expect(LEFT_PARENTHESIS);
    if (p.at(RIGHT_PARENTHESIS)) {
      throw p.failAt(open, "columns");
    }
    List<TableElement> elements = new ArrayList<>();
    List<Integer> missing = List.of();
    boolean trailing = false;
    elements.add(element(p));
    boolean ofColumn = isColumn(elements.getLast());
    while (true) {
      if (p.accept(COMMA)) {
        ofColumn = false;
        trailing = kind == Elements.TABLE && p.at(RIGHT_PARENTHESIS);
        if (trailing) {
          break;
        }
      } else if (ofColumn && ConstraintGrammar.atTableConstraint(p)) {
        missing = missing.isEmpty() ? new ArrayList<>() : missing;
        missing.add(elements.size());
      } else {
        break;
      }
      elements.add(element(p));
      ofColumn |= isColumn(elements.getLast());
    }
    p.expect(RIGHT_PARENTHESIS);
    return new ElementList(
        elements, missing.isEmpty() && !trailing ? Commas.REGULAR : new Commas(missing, trailing));
  }

  private static boolean isColumn(TableElement element) {
    return switch (element) {
      case TableElement.Column _, TableElement.ComputedColumn _, TableElement.ColumnSet _ -> true;
      default -> false;
    };
  }

  static TableElement element(Parser p) {
    if (ConstraintGrammar.atTableConstraint(p)) {
      return ConstraintGrammar.tableConstraint(p);
    }
    int from = p.pos;
    if (p.at(TokenKind.INDEX)) {
      return inlineIndex(p);
    }
    if (p.atWord("PERIOD") && p.kind(1) == TokenKind.FOR) {
      p.pos += 2;
      p.expectWord("SYSTEM_TIME");
      p.expect(LEFT_PARENTHESIS);
      Identifier start = NameGrammar.identifier(p);
      p.expect(COMMA);
      Identifier end = NameGrammar.identifier(p);
      p.expect(RIGHT_PARENTHESIS);
      return new TableElement.Period(start, end, from, p.pos);
    }
    return column(p);
  }

  private static TableElement column(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    if (p.accept(TokenKind.AS)) {
      return computed(p, name, from);
    }
    int typeFrom = p.pos;
    boolean bareTimestamp = Words.same(name.value(), "TIMESTAMP") && !NameGrammar.atIdentifier(p);
    DataType type =
        bareTimestamp ? new DataType.ImpliedTimestamp(typeFrom, typeFrom) : TypeGrammar.dataType(p);
    if (p.atWord("COLUMN_SET") && p.kind(1) == TokenKind.FOR) {
      p.pos += 2;
      p.expectWord("ALL_SPARSE_COLUMNS");
      return new TableElement.ColumnSet(name, type, from, p.pos);
    }
    List<ColumnConstraint> constraints = new ArrayList<>();
    while (true) {
      ColumnConstraint constraint = ConstraintGrammar.columnConstraint(p);
      if (constraint != null) {
        checkRepeated(p, constraints, constraint);
      }
      if (constraint == null) {
        return new TableElement.Column(name, type, constraints, from, p.pos);
      }
      constraints.add(constraint);
    }
  }

  /// Of some things a column has one at most.
  private static void checkRepeated(
      Parser p, List<ColumnConstraint> before, ColumnConstraint constraint) {
    Code code =
        switch (constraint) {
          case ColumnConstraint.Default _ -> Code.REPEATED_DEFAULT;
          case ColumnConstraint.Identity _ -> Code.REPEATED_IDENTITY;
          default -> null;
        };
    if (code != null && before.stream().anyMatch(b -> b.getClass() == constraint.getClass())) {
      p.report(code, constraint.from());
    }
  }

  private static TableElement computed(Parser p, Identifier name, int from) {
    Expression value = ExpressionGrammar.expression(p);
    boolean persisted = p.acceptWord("PERSISTED");
    boolean notNull = persisted && p.at(TokenKind.NOT, TokenKind.NULL);
    if (notNull) {
      p.pos += 2;
    }
    List<ColumnConstraint> constraints = new ArrayList<>();
    while (true) {
      ColumnConstraint constraint = ConstraintGrammar.columnConstraint(p);
      if (constraint != null && !persisted && !(constraint instanceof ColumnConstraint.Key)) {
        p.report(Code.CONSTRAINT_OF_COMPUTED_COLUMN, constraint.from(), name.value());
      }
      if (constraint == null) {
        return new TableElement.ComputedColumn(
            name, value, persisted, notNull, constraints, from, p.pos);
      }
      constraints.add(constraint);
    }
  }

  /// `INDEX name [UNIQUE] [CLUSTERED | NONCLUSTERED] [HASH | COLUMNSTORE] [(columns)] [INCLUDE
  /// (...)] [WHERE ...] [WITH (...)] [ON ...]`.
  static TableElement.Index inlineIndex(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.INDEX);
    Identifier name = NameGrammar.identifier(p);
    boolean unique = p.accept(TokenKind.UNIQUE);
    Optional<Boolean> clustered = ConstraintGrammar.clustered(p);
    boolean columnstore = p.acceptWord("COLUMNSTORE");
    boolean hash = p.acceptWord("HASH");
    List<TableElement.IndexColumn> columns =
        p.at(LEFT_PARENTHESIS) ? p.parenthesisedList(IndexGrammar::column) : List.of();
    List<Identifier> include = IndexGrammar.include(p);
    var where = FilterGrammar.where(p);
    List<OptionNode.Option> options =
        IndexOptionGrammar.with(
            p,
            columnstore
                ? IndexOptionGrammar.Place.INLINE_COLUMNSTORE
                : IndexOptionGrammar.Place.INLINE);
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    return new TableElement.Index(
        name,
        unique,
        clustered,
        columnstore,
        hash,
        columns,
        include,
        where,
        options,
        on,
        from,
        p.pos);
  }
}
