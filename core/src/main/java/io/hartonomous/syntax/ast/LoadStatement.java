package io.hartonomous.syntax.ast;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// Statements that load files into tables, and those of the old text columns.
public sealed interface LoadStatement extends Statement {
  /// `BULK INSERT table FROM 'file' [WITH (options)]`; ORDER stands in `order`.
  record BulkInsert(
      MultiPartName table,
      Expression source,
      List<OptionNode.Option> options,
      List<TableElement.IndexColumn> order,
      int from,
      int to)
      implements LoadStatement {
    public BulkInsert {
      options = List.copyOf(options);
      order = List.copyOf(order);
    }
  }

  /// `INSERT BULK table [(columns)] [WITH (options)]`: what client libraries send.
  record InsertBulk(
      MultiPartName table,
      List<ServerPart.BulkColumn> columns,
      List<OptionNode.Option> options,
      List<TableElement.IndexColumn> order,
      int from,
      int to)
      implements LoadStatement {
    public InsertBulk {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
      order = List.copyOf(order);
    }
  }

  /// `COPY INTO table [(columns)] FROM 'x', ... [WITH (options)] [OPTION (hints)]`.
  record CopyInto(
      MultiPartName table,
      List<ServerPart.CopyColumn> columns,
      List<Literal> sources,
      List<OptionNode.Option> options,
      List<QueryPart.Hint> hints,
      int from,
      int to)
      implements LoadStatement {
    public CopyInto {
      columns = List.copyOf(columns);
      sources = List.copyOf(sources);
      options = List.copyOf(options);
      hints = List.copyOf(hints);
    }
  }

  record ReadText(
      Expression.ColumnReference column,
      Expression pointer,
      Expression offset,
      Expression size,
      boolean holdLock,
      int from,
      int to)
      implements LoadStatement {}

  /// `WRITETEXT [BULK] column pointer [TIMESTAMP = 0x] [WITH LOG] data`.
  record WriteText(
      boolean bulk,
      Expression.ColumnReference column,
      Expression pointer,
      Optional<Literal> timestamp,
      boolean log,
      Expression data,
      int from,
      int to)
      implements LoadStatement {}

  /// `UPDATETEXT [BULK] column pointer [TIMESTAMP = 0x] offset length [WITH LOG] [[column] data]`.
  record UpdateText(
      boolean bulk,
      Expression.ColumnReference column,
      Expression pointer,
      Optional<Literal> timestamp,
      Expression offset,
      Expression length,
      boolean log,
      Optional<Expression.ColumnReference> sourceColumn,
      Optional<Expression> data,
      int from,
      int to)
      implements LoadStatement {}
}
