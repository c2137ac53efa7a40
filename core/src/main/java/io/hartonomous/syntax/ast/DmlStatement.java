package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements that read or change rows.
public sealed interface DmlStatement extends Statement {
  record Select(
      Optional<QueryPart.With> with,
      QueryExpression query,
      List<QueryPart.Hint> options,
      int from,
      int to)
      implements DmlStatement {
    public Select {
      options = List.copyOf(options);
    }
  }

  /// `target` is a [TableReference.Named], a [TableReference.Variable] or a rowset function; its
  /// hints are its own. `into` tells whether INTO was written.
  record Insert(
      Optional<QueryPart.With> with,
      Optional<QueryPart.Top> top,
      boolean into,
      TableReference target,
      List<Identifier> columns,
      Optional<DmlPart.Output> output,
      DmlPart.InsertSource source,
      List<QueryPart.Hint> options,
      int from,
      int to)
      implements DmlStatement {
    public Insert {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  record Update(
      Optional<QueryPart.With> with,
      Optional<QueryPart.Top> top,
      TableReference target,
      List<DmlPart.SetClause> assignments,
      Optional<DmlPart.Output> output,
      List<TableReference> fromClause,
      Optional<Condition> where,
      List<QueryPart.Hint> options,
      int from,
      int to)
      implements DmlStatement {
    public Update {
      assignments = List.copyOf(assignments);
      fromClause = List.copyOf(fromClause);
      options = List.copyOf(options);
    }
  }

  record Delete(
      Optional<QueryPart.With> with,
      Optional<QueryPart.Top> top,
      TableReference target,
      Optional<DmlPart.Output> output,
      List<TableReference> fromClause,
      Optional<Condition> where,
      List<QueryPart.Hint> options,
      int from,
      int to)
      implements DmlStatement {
    public Delete {
      fromClause = List.copyOf(fromClause);
      options = List.copyOf(options);
    }
  }

  record Merge(
      Optional<QueryPart.With> with,
      Optional<QueryPart.Top> top,
      TableReference target,
      TableReference source,
      Condition on,
      List<DmlPart.MergeWhen> clauses,
      Optional<DmlPart.Output> output,
      List<QueryPart.Hint> options,
      int from,
      int to)
      implements DmlStatement {
    public Merge {
      clauses = List.copyOf(clauses);
      options = List.copyOf(options);
    }
  }

  /// `TRUNCATE TABLE name [WITH (PARTITIONS (...))]`.
  record Truncate(MultiPartName table, List<Expression> partitions, int from, int to)
      implements DmlStatement {
    public Truncate {
      partitions = List.copyOf(partitions);
    }
  }
}
