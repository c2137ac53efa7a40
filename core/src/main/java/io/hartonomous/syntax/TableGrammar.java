package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.IndexOptionGrammar.Place;
import io.hartonomous.syntax.ast.Commas;
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
    /// A table variable, the result of a function.
    VARIABLE,
    /// A table type.
    TYPE,
    /// ALTER TABLE ADD.
    ADDED;

    /// Whether constraints have no names here, and reference no other table.
    boolean isVariable() {
      return this == VARIABLE || this == TYPE;
    }

    /// The place of the options of keys.
    Place ofKey() {
      return switch (this) {
        case TABLE -> Place.KEY;
        case VARIABLE -> Place.KEY_OF_VARIABLE;
        case TYPE -> Place.KEY_OF_TYPE;
        case ADDED -> Place.KEY_ADDED;
      };
    }
  }

  /// The elements of a table, and where their commas are not one between each two.
  record ElementList(List<TableElement> list, Commas commas) {}

  private TableGrammar() {}

  /// The cursor is at the name.
  static Statement create(Parser p, int from) {
    MultiPartName name = NameGrammar.nameOf(p, 3);
    if (p.at(TokenKind.AS)) {
      if (atQuery(p, 1)) {
        return asSelect(p, from, name, List.of(), List.of());
      }
      if (p.atWord(1, "EDGE")) {
        p.pos += 2;
        ElementList none = new ElementList(List.of(), Commas.REGULAR);
        return rest(p, from, name, none, Optional.of(GraphKind.EDGE));
      }
      p.pos++;
      p.expectWord("FILETABLE");
      return fileTable(p, from, name);
    }
    if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      List<OptionNode.Option> options = TableOptionGrammar.with(p);
      return asSelect(p, from, name, List.of(), options);
    }
    if (p.at(LEFT_PARENTHESIS)
        && NameGrammar.isIdentifier(p, 1)
        && (p.kind(2) == COMMA || p.kind(2) == RIGHT_PARENTHESIS)) {
      List<Identifier> columns = p.parenthesisedList(NameGrammar::identifier);
      if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
        throw p.fail("WITH (DISTRIBUTION = ...)");
      }
      List<OptionNode.Option> options = TableOptionGrammar.with(p);
      return asSelect(p, from, name, columns, options);
    }
    ElementList elements = elements(p, Elements.TABLE);
    Optional<GraphKind> graph = Optional.empty();
    if (p.accept(TokenKind.AS)) {
      graph = Optional.of(p.acceptWord("NODE") ? GraphKind.NODE : GraphKind.EDGE);
      if (graph.get() == GraphKind.EDGE) {
        p.expectWord("EDGE");
      }
    }
    return rest(p, from, name, elements, graph);
  }

  private static boolean atQuery(Parser p, int ahead) {
    return switch (p.kind(ahead)) {
      case SELECT, WITH, LEFT_PARENTHESIS -> true;
      default -> false;
    };
  }

  /// `AS query`; with options one must be DISTRIBUTION. The cursor is at AS.
  private static Statement asSelect(
      Parser p,
      int from,
      MultiPartName name,
      List<Identifier> columns,
      List<OptionNode.Option> options) {
    p.expect(TokenKind.AS);
    if (!atQuery(p, 0)) {
      throw p.fail("SELECT");
    }
    Statement query = StatementGrammar.statement(p, false);
    if (!options.isEmpty() && options.stream().noneMatch(o -> o.name().equals("DISTRIBUTION"))) {
      throw p.report(Code.DISTRIBUTION_MISSING, from);
    }
    return new TableStatement.CreateTableAsSelect(name, columns, options, query, from, p.pos);
  }

  /// Where the rows, texts and files of a table go.
  private record Places(
      Optional<OptionNode.Placement> on,
      Optional<Identifier> textImageOn,
      Optional<Identifier> fileStreamOn) {}

  /// `[ON place] [TEXTIMAGE_ON place] [FILESTREAM_ON place]`, the latter two in any order.
  private static Places places(Parser p) {
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    Optional<Identifier> textImageOn = Optional.empty();
    Optional<Identifier> fileStreamOn = Optional.empty();
    while (atPlace(p)) {
      int word = p.pos;
      boolean file = p.acceptWord("FILESTREAM_ON");
      if (!file) {
        p.expectWord("TEXTIMAGE_ON");
      }
      if ((file ? fileStreamOn : textImageOn).isPresent()) {
        throw p.report(Code.REPEATED_PLACE, word, Words.upper(p.tokens.text(word)));
      }
      Optional<Identifier> place = Optional.of(OptionGrammar.place(p));
      if (file) {
        fileStreamOn = place;
      } else {
        textImageOn = place;
      }
    }
    return new Places(on, textImageOn, fileStreamOn);
  }

  /// Whether a word and a place follow: the reference compiler takes any word and compares it then.
  static boolean atPlace(Parser p) {
    return p.at(TokenKind.IDENTIFIER)
        && !StatementGrammar.atStatementWord(p)
        && switch (p.kind(1)) {
          case IDENTIFIER,
              BRACKET_IDENTIFIER,
              DOUBLE_QUOTED,
              STRING,
              NATIONAL_STRING,
              SQLCMD_VARIABLE ->
              true;
          default -> false;
        };
  }

  private static Statement fileTable(Parser p, int from, MultiPartName name) {
    Places places = places(p);
    List<OptionNode.Option> options = TableOptionGrammar.with(p);
    return new TableStatement.CreateFileTable(
        name, places.on, places.textImageOn, places.fileStreamOn, options, from, p.pos);
  }

  private static Statement rest(
      Parser p, int from, MultiPartName name, ElementList elements, Optional<GraphKind> graph) {
    Places places = places(p);
    List<OptionNode.Option> options = TableOptionGrammar.with(p);
    return new TableStatement.CreateTable(
        name,
        elements.list,
        elements.commas,
        graph,
        places.on,
        places.textImageOn,
        places.fileStreamOn,
        options,
        from,
        p.pos);
  }

  /// `( element [ , ... ] [ , ] )`. Constraints of the table may follow a column without a comma; a
  /// comma may stand after the last element of CREATE TABLE.
  static ElementList elements(Parser p, Elements kind) {
    p.elements = kind;
    int open = p.pos;
    p.expect(LEFT_PARENTHESIS);
    if (p.at(RIGHT_PARENTHESIS)) {
      throw p.failAt(kind == Elements.TABLE ? open : p.pos, "columns");
    }
    ElementList elements = list(p, kind);
    p.expect(RIGHT_PARENTHESIS);
    PeriodCheck.check(p, elements.list, kind == Elements.TABLE);
    return elements;
  }

  /// The elements without parentheses, those of ALTER TABLE ADD too.
  static ElementList list(Parser p, Elements kind) {
    p.elements = kind;
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
      return inlineIndex(p, false);
    }
    if (p.atWord("PERIOD") && p.kind(1) == TokenKind.FOR) {
      p.pos += 2;
      if (!p.acceptWord("SYSTEM_TIME")) {
        throw p.fail("SYSTEM_TIME");
      }
      p.expect(LEFT_PARENTHESIS);
      Identifier start = NameGrammar.identifier(p);
      p.expect(COMMA);
      Identifier end = NameGrammar.identifier(p);
      p.expect(RIGHT_PARENTHESIS);
      return new TableElement.Period(start, end, from, p.pos);
    }
    return ColumnGrammar.column(p);
  }

  /// `INDEX name [UNIQUE] [CLUSTERED | NONCLUSTERED] [HASH | COLUMNSTORE] [(columns)] [INCLUDE
  /// (...)] [WHERE ...] [WITH (...)] [ON ...] [FILESTREAM_ON ...]`.
  ///
  /// @param ofColumn whether it stands beside its column and may name none
  static TableElement.Index inlineIndex(Parser p, boolean ofColumn) {
    int from = p.pos;
    p.expect(TokenKind.INDEX);
    Identifier name = NameGrammar.identifier(p);
    boolean unique = p.accept(TokenKind.UNIQUE);
    Optional<Boolean> clustered = ConstraintGrammar.clustered(p);
    int kind = p.pos;
    boolean columnstore = p.acceptWord("COLUMNSTORE");
    boolean hash = false;
    if (!columnstore && p.at(TokenKind.IDENTIFIER)) {
      if (clustered.orElse(false)) {
        throw p.fail("the columns of the index");
      }
      p.expectWord("HASH");
      hash = true;
    }
    boolean whole = columnstore && clustered.orElse(false);
    if (columnstore && (ofColumn || whole == p.at(LEFT_PARENTHESIS))) {
      throw p.failAt(kind, "a clustered columnstore without columns, another with them");
    }
    List<TableElement.IndexColumn> columns = List.of();
    if (hash && !ofColumn && !p.at(LEFT_PARENTHESIS)) {
      throw p.failAt(kind, "the columns of the index");
    }
    if (p.at(LEFT_PARENTHESIS)) {
      columns = IndexGrammar.columns(p);
    }
    List<Identifier> include = IndexGrammar.include(p);
    var where = FilterGrammar.where(p);
    List<OptionNode.Option> options =
        IndexOptionGrammar.with(p, columnstore ? Place.INLINE_COLUMNSTORE : Place.INLINE);
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    Optional<Identifier> fileStreamOn = fileStreamOn(p);
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
        fileStreamOn,
        from,
        p.pos);
  }

  /// `FILESTREAM_ON place`, or nothing.
  static Optional<Identifier> fileStreamOn(Parser p) {
    if (!atPlace(p)) {
      return Optional.empty();
    }
    p.expectWord("FILESTREAM_ON");
    return Optional.of(OptionGrammar.place(p));
  }
}
