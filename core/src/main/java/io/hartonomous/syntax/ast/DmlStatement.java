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
  /// hints are its own. `into` tells whether INTO was written. A column's name may be qualified,
  /// which means nothing.
  record Insert(
      Optional<QueryPart.With> with,
      Optional<QueryPart.Top> top,
      boolean into,
      TableReference target,
      List<MultiPartName> columnNames,
      Optional<DmlPart.Output> output,
      DmlPart.InsertSource source,
      List<QueryPart.Hint> options,
      int from,
      int to)
      implements DmlStatement {
    public Insert {
      columnNames = List.copyOf(columnNames);
      options = List.copyOf(options);
    }

    /// The columns without their qualifiers.
    public List<Identifier> columns() {
      return columnNames.stream().map(MultiPartName::object).toList();
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

  /// `fromKeyword` tells whether the first FROM was written.
  record Delete(
      Optional<QueryPart.With> with,
      Optional<QueryPart.Top> top,
      boolean fromKeyword,
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

  /// `into` tells whether INTO was written.
  record Merge(
      Optional<QueryPart.With> with,
      Optional<QueryPart.Top> top,
      boolean into,
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
  record Truncate(MultiPartName table, List<OptionNode.PartitionRange> partitions, int from, int to)
      implements DmlStatement {
    public Truncate {
      partitions = List.copyOf(partitions);
    }
  }
}
