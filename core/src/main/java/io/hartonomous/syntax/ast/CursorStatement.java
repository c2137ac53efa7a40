package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about cursors. A cursor's name is an [Expression.Variable] or a
/// [Expression.ColumnReference] of one part.
public sealed interface CursorStatement extends Statement {
  /// `DECLARE name CURSOR options FOR query [FOR READ ONLY | UPDATE [OF columns]]`; options in
  /// upper case.
  record Declare(
      Expression name,
      List<Identifier> options,
      Optional<QueryPart.With> with,
      QueryExpression query,
      boolean forUpdate,
      List<MultiPartName> updateColumns,
      int from,
      int to)
      implements CursorStatement {
    public Declare {
      options = List.copyOf(options);
      updateColumns = List.copyOf(updateColumns);
    }
  }

  /// `SET @c = CURSOR ...`.
  record SetCursor(
      Expression.Variable variable,
      List<Identifier> options,
      Optional<QueryPart.With> with,
      QueryExpression query,
      int from,
      int to)
      implements CursorStatement {
    public SetCursor {
      options = List.copyOf(options);
    }
  }

  record Open(boolean global, Expression name, int from, int to) implements CursorStatement {}

  record Fetch(
      Optional<Orientation> orientation,
      Optional<Expression> offset,
      boolean global,
      Expression name,
      List<Expression.Variable> into,
      int from,
      int to)
      implements CursorStatement {
    public Fetch {
      into = List.copyOf(into);
    }
  }

  enum Orientation {
    NEXT,
    PRIOR,
    FIRST,
    LAST,
    ABSOLUTE,
    RELATIVE
  }

  record Close(boolean global, Expression name, int from, int to) implements CursorStatement {}

  record Deallocate(boolean global, Expression name, int from, int to) implements CursorStatement {}
}
