package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// What stands in FROM, in USING, or as the target of a data change. `as` tells whether AS stands
/// before an alias.
public sealed interface TableReference extends Node
    permits TableReference.Named,
        TableReference.Temporal,
        TableReference.TableSample,
        TableReference.Variable,
        TableReference.Function,
        TableReference.OpenJson,
        TableReference.OpenJsonColumn,
        TableReference.MethodCall,
        TableReference.Derived,
        TableReference.Values,
        TableReference.Join,
        TableReference.Parenthesised,
        TableReference.OdbcJoin,
        TableReference.Pivot,
        TableReference.Unpivot,
        TableReference.DmlSource,
        Rowset {
  /// A table, view, synonym or common table expression by name. `hintForm` says how its hints were
  /// written, `hintCommas` where commas between them were left out; `path` stands for FOR PATH.
  record Named(
      MultiPartName name,
      Optional<Temporal> temporal,
      boolean path,
      boolean as,
      Optional<Identifier> alias,
      List<QueryPart.Hint> hints,
      HintForm hintForm,
      Commas hintCommas,
      Optional<TableSample> sample,
      int from,
      int to)
      implements TableReference {
    public Named {
      hints = List.copyOf(hints);
    }
  }

  /// `t AS x WITH (hints)`, the old `t x (hints)`, `t (hints) x` and `t x HOLDLOCK`. WITH where
  /// there are none.
  enum HintForm {
    WITH,
    BARE,
    BARE_BEFORE_ALIAS,
    WORD
  }

  /// `FOR SYSTEM_TIME ...`.
  record Temporal(
      TemporalKind kind, Optional<Expression> start, Optional<Expression> end, int from, int to)
      implements TableReference {}

  enum TemporalKind {
    ALL,
    AS_OF,
    FROM_TO,
    BETWEEN_AND,
    CONTAINED_IN
  }

  record TableSample(
      boolean system,
      Expression size,
      Optional<SampleUnit> unit,
      Optional<Expression> repeatable,
      int from,
      int to)
      implements TableReference {}

  enum SampleUnit {
    PERCENT,
    ROWS
  }

  /// `@t [AS alias]`.
  record Variable(
      Expression.Variable variable,
      boolean as,
      Optional<Identifier> alias,
      List<QueryPart.Hint> hints,
      int from,
      int to)
      implements TableReference {
    public Variable {
      hints = List.copyOf(hints);
    }
  }

  /// `dbo.f(...)`, `STRING_SPLIT(...)`, `GENERATE_SERIES(...)`, and rowset functions without a
  /// grammar of their own.
  record Function(
      MultiPartName name,
      List<Expression> arguments,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements TableReference {
    public Function {
      arguments = List.copyOf(arguments);
      columns = List.copyOf(columns);
    }
  }

  /// `OPENJSON(json [, path]) [WITH (...)]`.
  record OpenJson(
      Expression json,
      Optional<Expression> path,
      List<OpenJsonColumn> schema,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements TableReference {
    public OpenJson {
      schema = List.copyOf(schema);
    }
  }

  record OpenJsonColumn(
      Identifier name,
      DataType type,
      Optional<Identifier> collation,
      Optional<Expression.Literal> path,
      boolean asJson,
      int from,
      int to)
      implements TableReference {}

  /// `target.nodes(...) AS alias(column)` of an xml value, or another method that gives a table.
  record MethodCall(
      Expression.MethodCall call,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements TableReference {
    public MethodCall {
      columns = List.copyOf(columns);
    }
  }

  /// `(query) AS alias [(columns)]`.
  record Derived(
      QueryExpression query,
      boolean path,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements TableReference {
    public Derived {
      columns = List.copyOf(columns);
    }
  }

  /// `(VALUES (...), ...) AS alias (columns)`.
  record Values(
      List<DmlPart.RowValue> rows,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements TableReference {
    public Values {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }
  }

  /// `left JOIN right ON condition`; CROSS joins and APPLY have no condition. `optionalWord` tells
  /// whether the word that says nothing was written: INNER, OUTER after LEFT, RIGHT and FULL.
  record Join(
      TableReference left,
      JoinKind kind,
      boolean optionalWord,
      Optional<JoinHint> hint,
      TableReference right,
      Optional<Condition> on,
      int from,
      int to)
      implements TableReference {}

  enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS,
    CROSS_APPLY,
    OUTER_APPLY
  }

  enum JoinHint {
    LOOP,
    HASH,
    MERGE,
    REMOTE
  }

  record Parenthesised(TableReference inner, int from, int to) implements TableReference {}

  /// `{oj joined tables}`.
  record OdbcJoin(TableReference inner, int from, int to) implements TableReference {}

  /// `source PIVOT (aggregate(column) FOR column IN (values)) AS alias`.
  record Pivot(
      TableReference source,
      MultiPartName aggregate,
      List<Expression> arguments,
      Expression.ColumnReference pivotColumn,
      List<Identifier> values,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements TableReference {
    public Pivot {
      arguments = List.copyOf(arguments);
      values = List.copyOf(values);
    }
  }

  /// `source UNPIVOT (value FOR pivot IN (columns)) AS alias`.
  record Unpivot(
      TableReference source,
      Identifier valueColumn,
      Identifier pivotColumn,
      List<Expression.ColumnReference> inColumns,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements TableReference {
    public Unpivot {
      inColumns = List.copyOf(inColumns);
    }
  }

  /// A changed-rows source: `(INSERT ... OUTPUT ...) AS alias (columns)`.
  record DmlSource(
      Statement statement,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements TableReference {
    public DmlSource {
      columns = List.copyOf(columns);
    }
  }
}
