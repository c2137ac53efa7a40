package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about indexes and statistics.
public sealed interface IndexStatement extends Statement {
  /// `order` is the ORDER of a columnstore index.
  record CreateIndex(
      boolean unique,
      Optional<Boolean> clustered,
      boolean columnstore,
      Identifier name,
      MultiPartName table,
      List<TableElement.IndexColumn> columns,
      List<Identifier> include,
      List<Identifier> order,
      Optional<Condition> where,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> fileStreamOn,
      int from,
      int to)
      implements IndexStatement {
    public CreateIndex {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      order = List.copyOf(order);
      options = List.copyOf(options);
    }
  }

  /// `ALTER INDEX name | ALL ON table REBUILD | REORGANIZE | DISABLE | SET (...)`; `name` absent
  /// for ALL.
  record AlterIndex(
      Optional<Identifier> name,
      MultiPartName table,
      String action,
      Optional<Expression> partition,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public AlterIndex {
      options = List.copyOf(options);
    }
  }

  /// `DROP INDEX [IF EXISTS] name ON table, ...`.
  record DropIndex(boolean ifExists, List<DropIndexItem> items, int from, int to)
      implements IndexStatement {
    public DropIndex {
      items = List.copyOf(items);
    }
  }

  /// `dotted` for the old form `table.name`, which has its table in `table` too.
  record DropIndexItem(
      Identifier name,
      MultiPartName table,
      boolean dotted,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public DropIndexItem {
      options = List.copyOf(options);
    }
  }

  record CreateStatistics(
      Identifier name,
      MultiPartName table,
      List<Identifier> columns,
      Optional<Condition> where,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public CreateStatistics {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  /// `names` in parentheses, or one without them (`bare`).
  record UpdateStatistics(
      MultiPartName table,
      List<Identifier> names,
      boolean bare,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public UpdateStatistics {
      names = List.copyOf(names);
      options = List.copyOf(options);
    }
  }

  /// `CREATE VECTOR INDEX`, `CREATE JSON INDEX`, `CREATE SPATIAL INDEX`, `CREATE [PRIMARY] XML
  /// INDEX`: `kind` is the words.
  record CreateSpecialIndex(
      String kind,
      Optional<Identifier> name,
      MultiPartName table,
      List<Identifier> columns,
      List<OptionNode.Option> using,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      int from,
      int to)
      implements IndexStatement {
    public CreateSpecialIndex {
      columns = List.copyOf(columns);
      using = List.copyOf(using);
      options = List.copyOf(options);
    }
  }

  /// `CREATE SELECTIVE XML INDEX name ON table (column) [WITH XMLNAMESPACES (...)] FOR (paths)`.
  record CreateSelectiveXmlIndex(
      Identifier name,
      MultiPartName table,
      Identifier column,
      List<XmlNamespace> namespaces,
      List<PromotedPath> paths,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public CreateSelectiveXmlIndex {
      namespaces = List.copyOf(namespaces);
      paths = List.copyOf(paths);
      options = List.copyOf(options);
    }
  }

  /// `ALTER INDEX name ON table [WITH XMLNAMESPACES (...)] FOR (ADD path, REMOVE name, ...)`;
  /// `name` absent for ALL.
  record AlterSelectiveXmlIndex(
      Optional<Identifier> name,
      MultiPartName table,
      List<XmlNamespace> namespaces,
      List<PromotedPath> paths,
      int from,
      int to)
      implements IndexStatement {
    public AlterSelectiveXmlIndex {
      namespaces = List.copyOf(namespaces);
      paths = List.copyOf(paths);
    }
  }

  /// `'uri' AS prefix`; without a prefix `DEFAULT 'uri'`.
  record XmlNamespace(Expression.Literal uri, Optional<Identifier> prefix, int from, int to)
      implements IndexStatement {}

  enum PathAction {
    ADD,
    REMOVE
  }

  /// `name = 'path' [AS XQUERY ['type'] [MAXLENGTH(n)] [SINGLETON] | AS SQL type [SINGLETON]]`, in
  /// ALTER INDEX behind ADD; REMOVE names a path alone.
  record PromotedPath(
      Optional<PathAction> action,
      Identifier name,
      Optional<Expression.Literal> path,
      boolean xquery,
      Optional<Expression.Literal> xqueryType,
      Optional<Expression.Literal> maxLength,
      Optional<DataType> sqlType,
      boolean singleton,
      int from,
      int to)
      implements IndexStatement {}
}
