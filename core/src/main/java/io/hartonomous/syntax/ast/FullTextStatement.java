package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about full-text indexes, catalogs, stoplists and search property lists; `CREATE
/// FULLTEXT CATALOG` is an [ObjectStatement].
public sealed interface FullTextStatement extends Statement {
  /// `CREATE FULLTEXT INDEX ON table [(columns)] KEY INDEX key [ON place] [WITH options]`.
  /// `parenthesised` tells whether the options stand in parentheses.
  record CreateFullTextIndex(
      MultiPartName table,
      List<IndexedColumn> columns,
      Identifier keyIndex,
      Optional<CatalogPlace> on,
      boolean parenthesised,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements FullTextStatement {
    public CreateFullTextIndex {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  /// `name [TYPE COLUMN type] [LANGUAGE language] [STATISTICAL_SEMANTICS]`; the language is a
  /// literal or a name.
  record IndexedColumn(
      Identifier name,
      Optional<Identifier> typeColumn,
      Optional<Expression> language,
      boolean semantics,
      int from,
      int to)
      implements FullTextStatement {}

  /// `catalog`, `(catalog)`, `(catalog, FILEGROUP group)` and the other way round.
  record CatalogPlace(
      boolean parenthesised,
      Optional<Identifier> catalog,
      Optional<Identifier> fileGroup,
      boolean fileGroupFirst,
      int from,
      int to)
      implements FullTextStatement {}

  /// `ALTER FULLTEXT INDEX ON table action [WITH NO POPULATION]`.
  record AlterFullTextIndex(
      MultiPartName table, IndexAction action, boolean noPopulation, int from, int to)
      implements FullTextStatement {}

  sealed interface IndexAction extends FullTextStatement {
    /// `ENABLE`, `DISABLE`, `START FULL POPULATION`, `STOP POPULATION`, ...: `words` in upper case.
    record Plain(String words, int from, int to) implements IndexAction {}

    /// `SET option`.
    record Set(OptionNode.Option option, int from, int to) implements IndexAction {}

    record Add(List<IndexedColumn> columns, int from, int to) implements IndexAction {
      public Add {
        columns = List.copyOf(columns);
      }
    }

    record Drop(List<Identifier> columns, int from, int to) implements IndexAction {
      public Drop {
        columns = List.copyOf(columns);
      }
    }

    /// `ALTER COLUMN name ADD | DROP STATISTICAL_SEMANTICS`.
    record AlterColumn(Identifier column, boolean add, int from, int to) implements IndexAction {}
  }

  record DropFullTextIndex(MultiPartName table, int from, int to) implements FullTextStatement {}

  /// `ALTER FULLTEXT CATALOG name REBUILD [WITH ACCENT_SENSITIVITY = ON | OFF] | REORGANIZE | AS
  /// DEFAULT`.
  record AlterFullTextCatalog(
      Identifier name, CatalogAction action, Optional<OptionNode.Option> option, int from, int to)
      implements FullTextStatement {}

  enum CatalogAction {
    REBUILD("REBUILD"),
    REORGANIZE("REORGANIZE"),
    AS_DEFAULT("AS DEFAULT");

    private final String sql;

    CatalogAction(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /// `CREATE FULLTEXT STOPLIST name [FROM [database.]list | SYSTEM STOPLIST] [AUTHORIZATION
  /// owner]`.
  record CreateStoplist(
      Identifier name,
      boolean fromSystem,
      Optional<MultiPartName> source,
      Optional<Identifier> owner,
      int from,
      int to)
      implements FullTextStatement {}

  /// `ALTER FULLTEXT STOPLIST name ADD word LANGUAGE l | DROP [word LANGUAGE l | ALL [LANGUAGE
  /// l]]`; `word` absent for ALL.
  record AlterStoplist(
      Identifier name,
      boolean add,
      Optional<Expression.Literal> word,
      Optional<Expression> language,
      int from,
      int to)
      implements FullTextStatement {}

  record CreateSearchPropertyList(
      Identifier name, Optional<MultiPartName> source, Optional<Identifier> owner, int from, int to)
      implements FullTextStatement {}

  /// `ALTER SEARCH PROPERTY LIST name ADD 'property' WITH (options) | DROP 'property'`.
  record AlterSearchPropertyList(
      Identifier name,
      boolean add,
      Expression.Literal property,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements FullTextStatement {
    public AlterSearchPropertyList {
      options = List.copyOf(options);
    }
  }
}
