package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// The clauses of INSERT, UPDATE, DELETE and MERGE.
public sealed interface DmlPart extends Node {
  /// `OUTPUT elements [INTO target [(columns)]]`.
  record Output(
      List<QueryPart.SelectElement> elements,
      Optional<TableReference> into,
      List<Identifier> intoColumns,
      int from,
      int to)
      implements DmlPart {
    public Output {
      elements = List.copyOf(elements);
      intoColumns = List.copyOf(intoColumns);
    }
  }

  /// One row of VALUES; `DEFAULT` is a literal of that kind.
  record RowValue(List<Expression> values, int from, int to) implements DmlPart {
    public RowValue {
      values = List.copyOf(values);
    }
  }

  /// What INSERT takes rows from.
  sealed interface InsertSource extends DmlPart {
    record Values(List<RowValue> rows, int from, int to) implements InsertSource {
      public Values {
        rows = List.copyOf(rows);
      }
    }

    record Query(QueryExpression query, int from, int to) implements InsertSource {}

    record Execute(ProceduralStatement.Execute execute, int from, int to) implements InsertSource {}

    record DefaultValues(int from, int to) implements InsertSource {}
  }

  /// One assignment of UPDATE's SET.
  sealed interface SetClause extends DmlPart {
    /// `column = value`, `column += value`, `@v = column = value` (`variable` present).
    record Column(
        Optional<Expression.Variable> variable,
        MultiPartName column,
        QueryPart.AssignmentOperator operator,
        Expression value,
        int from,
        int to)
        implements SetClause {}

    /// `@v = value`, `@v += value`.
    record Variable(
        Expression.Variable variable,
        QueryPart.AssignmentOperator operator,
        Expression value,
        int from,
        int to)
        implements SetClause {}

    /// `column.WRITE(value, offset, length)` and other mutator methods.
    record Method(
        MultiPartName column, Identifier method, List<Expression> arguments, int from, int to)
        implements SetClause {
      public Method {
        arguments = List.copyOf(arguments);
      }
    }
  }

  /// `WHEN [NOT] MATCHED [BY ...] [AND condition] THEN action`.
  record MergeWhen(
      MergeMatch match, Optional<Condition> condition, MergeAction action, int from, int to)
      implements DmlPart {}

  enum MergeMatch {
    MATCHED,
    NOT_MATCHED_BY_TARGET,
    NOT_MATCHED_BY_SOURCE
  }

  sealed interface MergeAction extends DmlPart {
    record Update(List<SetClause> assignments, int from, int to) implements MergeAction {
      public Update {
        assignments = List.copyOf(assignments);
      }
    }

    record Delete(int from, int to) implements MergeAction {}

    record Insert(List<Identifier> columns, Optional<RowValue> values, int from, int to)
        implements MergeAction {
      public Insert {
        columns = List.copyOf(columns);
      }
    }
  }
}
