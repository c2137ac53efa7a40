package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Statements about cursors. A cursor's name is an [Expression.Variable] or a
/// [Expression.ColumnReference] of one part.
public sealed interface CursorStatement extends Statement {
  /// `DECLARE name [INSENSITIVE] [SCROLL] CURSOR options FOR query [FOR READ ONLY | UPDATE [OF
  /// columns]]`; options in upper case, `before` those before CURSOR.
  record Declare(
      Expression name,
      List<Identifier> before,
      List<Identifier> after,
      Optional<QueryPart.With> with,
      QueryExpression query,
      boolean forReadOnly,
      boolean forUpdate,
      List<MultiPartName> updateColumns,
      int from,
      int to)
      implements CursorStatement {
    public Declare {
      before = List.copyOf(before);
      after = List.copyOf(after);
      updateColumns = List.copyOf(updateColumns);
    }

    /// The options, wherever they stand.
    public List<Identifier> options() {
      return Stream.concat(before.stream(), after.stream()).toList();
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

  /// `fromKeyword` tells whether FROM was written; after an orientation it must be.
  record Fetch(
      Optional<Orientation> orientation,
      Optional<Expression> offset,
      boolean fromKeyword,
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
