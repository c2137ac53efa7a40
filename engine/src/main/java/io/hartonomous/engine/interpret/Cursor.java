package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.List;
import java.util.Optional;

/// A declared cursor. All kinds read their rows when they are opened (as STATIC does).
final class Cursor {
  final Frame declaredIn;
  final CursorStatement statement;
  final Optional<QueryPart.With> with;
  final QueryExpression query;
  final boolean forwardOnly;
  final boolean updatable;
  List<Object[]> rows;
  List<ResultColumn> columns;

  /// 0-based; -1 before the first row, `rows.size()` behind the last.
  int position = -1;

  /// How many variables and names refer to it.
  boolean deallocated;

  Cursor(
      Frame declaredIn,
      CursorStatement statement,
      Optional<QueryPart.With> with,
      QueryExpression query,
      boolean forwardOnly,
      boolean updatable) {
    this.declaredIn = declaredIn;
    this.statement = statement;
    this.with = with;
    this.query = query;
    this.forwardOnly = forwardOnly;
    this.updatable = updatable;
  }

  boolean isOpen() {
    return rows != null;
  }
}
