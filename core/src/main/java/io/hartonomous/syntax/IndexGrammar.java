package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.IndexOptionGrammar.Place;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.QueryPart.SortOrder;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import java.util.List;
import java.util.Optional;

/// Indexes of rows and columns, and what is done with indexes of any kind. Source: Microsoft Learn,
/// "CREATE INDEX", "ALTER INDEX", "CREATE COLUMNSTORE INDEX", "DROP INDEX".
final class IndexGrammar {
  private IndexGrammar() {}

  /// The cursor is after CREATE.
  static Statement create(Parser p, int from) {
    boolean unique = p.accept(TokenKind.UNIQUE);
    Optional<Boolean> clustered = ConstraintGrammar.clustered(p);
    if (!unique && p.at(TokenKind.IDENTIFIER)) {
      if (p.atWord("COLUMNSTORE") && p.kind(1) != TokenKind.INDEX) {
        throw p.fail("COLUMNSTORE INDEX");
      }
      p.expectWord("COLUMNSTORE");
      return columnstore(p, clustered, from);
    }
    p.expect(TokenKind.INDEX);
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.nameOf(p, 3);
    List<TableElement.IndexColumn> columns = columns(p);
    List<Identifier> include = include(p);
    Optional<Condition> where = FilterGrammar.where(p);
    List<Option> options = options(p);
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    Optional<Identifier> fileStreamOn =
        p.optional(p.acceptWord("FILESTREAM_ON"), OptionGrammar::place);
    return new IndexStatement.CreateIndex(
        unique,
        clustered,
        false,
        name,
        table,
        columns,
        include,
        List.of(),
        where,
        options,
        on,
        fileStreamOn,
        from,
        p.pos);
  }

  private static List<Option> options(Parser p) {
    if (p.at(TokenKind.WITH)
        && (p.kind(1) == TokenKind.IDENTIFIER || p.kind(1) == TokenKind.FILLFACTOR)) {
      return IndexOptionGrammar.oldForm(p);
    }
    return IndexOptionGrammar.with(p, Place.INDEX);
  }

  /// `( column [ASC | DESC], ... )`.
  static List<TableElement.IndexColumn> columns(Parser p) {
    return p.parenthesisedList(IndexGrammar::column);
  }

  static List<Identifier> include(Parser p) {
    return p.atWord("INCLUDE") && p.kind(1) == LEFT_PARENTHESIS ? included(p) : List.of();
  }

  private static List<Identifier> included(Parser p) {
    p.pos++;
    return p.parenthesisedList(NameGrammar::identifier);
  }

  /// `[CLUSTERED | NONCLUSTERED] COLUMNSTORE INDEX`, the last but one word was read: a clustered
  /// one names no columns.
  private static Statement columnstore(Parser p, Optional<Boolean> clustered, int from) {
    p.expect(TokenKind.INDEX);
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.ON);
    int at = p.pos;
    MultiPartName table = NameGrammar.nameOf(p, 3);
    boolean whole = clustered.orElse(false);
    List<TableElement.IndexColumn> columns = List.of();
    if (p.at(LEFT_PARENTHESIS)) {
      if (whole) {
        throw p.failAt(p.pos + 1, "no columns: a clustered columnstore index holds them all");
      }
      columns = p.parenthesisedList(IndexGrammar::plainColumn);
    } else if (!whole) {
      throw p.failAt(at, "a table with columns");
    }
    List<Identifier> order =
        p.accept(TokenKind.ORDER) ? p.parenthesisedList(NameGrammar::identifier) : List.of();
    Optional<Condition> where = whole ? Optional.empty() : FilterGrammar.where(p);
    if (p.at(TokenKind.WITH) && p.kind(1) != LEFT_PARENTHESIS && p.kind(1) != TokenKind.EOF) {
      p.pos++;
      p.expect(LEFT_PARENTHESIS);
    }
    List<Option> options = IndexOptionGrammar.with(p, Place.COLUMNSTORE);
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    return new IndexStatement.CreateIndex(
        false,
        clustered,
        true,
        name,
        table,
        columns,
        List.of(),
        order,
        where,
        options,
        on,
        Optional.empty(),
        from,
        p.pos);
  }

  static TableElement.IndexColumn plainColumn(Parser p) {
    int from = p.pos;
    return new TableElement.IndexColumn(NameGrammar.identifier(p), Optional.empty(), from, p.pos);
  }

  static TableElement.IndexColumn column(Parser p) {
    int from = p.pos;
    Identifier name = ExpressionGrammar.columnName(p);
    Optional<SortOrder> order = QueryGrammar.sortOrder(p);
    return new TableElement.IndexColumn(name, order, from, p.pos);
  }

  /// The cursor is after `ALTER INDEX`.
  static Statement alter(Parser p, int from) {
    Optional<Identifier> name =
        p.accept(TokenKind.ALL) ? Optional.empty() : Optional.of(NameGrammar.identifier(p));
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.name(p);
    if (p.at(TokenKind.SET)) {
      p.pos++;
      List<Option> options = IndexOptionGrammar.list(p, Place.SET);
      return new IndexStatement.AlterIndex(
          name, table, "SET", Optional.empty(), options, from, p.pos);
    }
    if (p.at(TokenKind.WITH) || p.at(TokenKind.FOR)) {
      return SpecialIndexGrammar.alterSelective(p, name, table, from);
    }
    String action = p.at(TokenKind.IDENTIFIER) ? Words.upper(p.text()) : "";
    switch (action) {
      case "REBUILD", "REORGANIZE" -> {
        p.pos++;
        Optional<Expression> partition = AlterTableGrammar.partition(p);
        Place place =
            action.equals("REORGANIZE")
                ? Place.REORGANIZE
                : partition.isEmpty()
                    ? Place.REBUILD
                    : AlterTableGrammar.isAll(partition.get())
                        ? Place.REBUILD_ALL
                        : Place.REBUILD_PARTITION;
        List<Option> options = IndexOptionGrammar.with(p, place);
        return new IndexStatement.AlterIndex(name, table, action, partition, options, from, p.pos);
      }
      case "DISABLE", "PAUSE", "ABORT" -> {
        p.pos++;
        if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
          throw p.failAt(p.pos + 1, "no options");
        }
        return new IndexStatement.AlterIndex(
            name, table, action, Optional.empty(), List.of(), from, p.pos);
      }
      case "RESUME" -> {
        p.pos++;
        List<Option> options = IndexOptionGrammar.with(p, Place.RESUME);
        return new IndexStatement.AlterIndex(
            name, table, action, Optional.empty(), options, from, p.pos);
      }
      default -> throw p.fail("REBUILD, REORGANIZE, DISABLE or SET");
    }
  }

  /// `DROP INDEX [IF EXISTS] name ON table [WITH (...)], ...`; the cursor is after INDEX.
  static Statement drop(Parser p, int from) {
    boolean ifExists = DropGrammar.ifExists(p);
    List<IndexStatement.DropIndexItem> items = p.commaList(IndexGrammar::dropItem);
    return new IndexStatement.DropIndex(ifExists, items, from, p.pos);
  }

  private static IndexStatement.DropIndexItem dropItem(Parser p) {
    int from = p.pos;
    if (NameGrammar.atIdentifier(p) && p.kind(1) == TokenKind.ON) {
      Identifier name = NameGrammar.identifier(p);
      p.pos++;
      MultiPartName table = NameGrammar.nameOf(p, 3);
      List<Option> options = DropOptionGrammar.with(p, DropOptionGrammar.Target.INDEX);
      return new IndexStatement.DropIndexItem(name, table, false, options, from, p.pos);
    }
    MultiPartName name = NameGrammar.nameOf(p, 4);
    if (name.parts().size() < 2) {
      throw p.report(Code.INDEX_WITHOUT_TABLE, from, "'" + p.tokens.text(from) + "'");
    }
    if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      throw p.failAt(p.pos + 1, "no options: they belong to DROP INDEX name ON table");
    }
    List<Identifier> parts = name.parts();
    MultiPartName table =
        new MultiPartName(parts.subList(0, parts.size() - 1), name.from(), name.to() - 2);
    return new IndexStatement.DropIndexItem(name.object(), table, true, List.of(), from, p.pos);
  }
}
