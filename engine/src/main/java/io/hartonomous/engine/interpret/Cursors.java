package io.hartonomous.engine.interpret;

import io.hartonomous.engine.interpret.eval.Conversions;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.translate.PgStatement;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// T-SQL cursors, with their rows kept in Java.
final class Cursors {
  private final Session session;
  private final Evaluation evaluation;
  private final Queries queries;

  Cursors(Session session, Evaluation evaluation) {
    this.session = session;
    this.evaluation = evaluation;
    this.queries = new Queries(session, evaluation);
  }

  void execute(Frame frame, CursorStatement statement) throws SQLException {
    switch (statement) {
      case CursorStatement.Declare d -> {
        Cursor cursor = cursor(frame, d, d.options(), d.with(), d.query(), d.forUpdate());
        if (d.name() instanceof Expression.Variable v) {
          evaluation.variable(frame, v.name()).value = cursor;
          return;
        }
        String name = key(frame, ((Expression.ColumnReference) d.name()).name().object().value());
        boolean local = has(d.options(), "LOCAL");
        Map<String, Cursor> scope = local ? frame.cursors : session.globalCursors();
        if (scope.containsKey(name)) {
          throw SqlError.of(16915, name);
        }
        scope.put(name, cursor);
      }
      case CursorStatement.SetCursor s ->
          evaluation.variable(frame, s.variable().name()).value =
              cursor(frame, s, s.options(), s.with(), s.query(), false);
      case CursorStatement.Open o -> open(find(frame, o.name(), o.global()));
      case CursorStatement.Fetch f -> fetch(frame, f);
      case CursorStatement.Close c -> {
        Cursor cursor = find(frame, c.name(), c.global());
        if (!cursor.isOpen()) {
          throw SqlError.of(16917);
        }
        cursor.rows = null;
      }
      case CursorStatement.Deallocate d -> {
        find(frame, d.name(), d.global()).rows = null;
        if (d.name() instanceof Expression.Variable v) {
          evaluation.variable(frame, v.name()).value = null;
        } else {
          String name = key(frame, ((Expression.ColumnReference) d.name()).name().object().value());
          if (d.global() || frame.cursors.remove(name) == null) {
            session.globalCursors().remove(name);
          }
        }
      }
    }
  }

  private Cursor cursor(
      Frame frame,
      CursorStatement statement,
      List<Identifier> options,
      Optional<QueryPart.With> with,
      QueryExpression query,
      boolean forUpdate) {
    boolean scroll =
        has(options, "SCROLL")
            || has(options, "STATIC")
            || has(options, "KEYSET")
            || has(options, "DYNAMIC");
    return new Cursor(
        frame, statement, with, query, !scroll || has(options, "FORWARD_ONLY"), forUpdate);
  }

  private static boolean has(List<Identifier> options, String word) {
    return options.stream().anyMatch(o -> o.value().equalsIgnoreCase(word));
  }

  private static String key(Frame frame, String name) {
    return frame.collation.key(name);
  }

  private Cursor find(Frame frame, Expression name, boolean global) {
    if (name instanceof Expression.Variable v) {
      if (!(evaluation.variable(frame, v.name()).value instanceof Cursor cursor)) {
        throw SqlError.of(16950, v.name());
      }
      return cursor;
    }
    String key = key(frame, ((Expression.ColumnReference) name).name().object().value());
    Cursor local = global ? null : frame.cursors.get(key);
    Cursor found = local != null ? local : session.globalCursors().get(key);
    if (found == null) {
      throw SqlError.of(16916, key);
    }
    return found;
  }

  private void open(Cursor cursor) throws SQLException {
    if (cursor.isOpen()) {
      throw SqlError.of(16905);
    }
    // The query runs with the variables of the frame that declared it.
    Frame frame = cursor.declaredIn;
    DmlStatement.Select select =
        new DmlStatement.Select(
            cursor.with, cursor.query, List.of(), cursor.statement.from(), cursor.statement.to());
    Compiled compiled = session.compiler().compiled(frame, cursor.statement, () -> select);
    evaluation.refresh(compiled);
    PgStatement statement =
        compiled.get(cursor.query, PgStatement.class, () -> compiled.translator().query(select));
    cursor.columns = statement.columns();
    cursor.rows = queries.rows(frame, statement);
    cursor.position = -1;
    session.rowCount = 0;
  }

  private void fetch(Frame frame, CursorStatement.Fetch f) throws SQLException {
    Cursor cursor = find(frame, f.name(), f.global());
    if (!cursor.isOpen()) {
      throw SqlError.of(16917);
    }
    CursorStatement.Orientation orientation =
        f.orientation().orElse(CursorStatement.Orientation.NEXT);
    if (cursor.forwardOnly && orientation != CursorStatement.Orientation.NEXT) {
      throw SqlError.of(16911, "fetch");
    }
    int size = cursor.rows.size();
    int offset =
        f.offset().isPresent()
            ? ((Number) evaluation.value(frame, f, f.offset().get(), SqlType.INT)).intValue()
            : 0;
    int target =
        switch (orientation) {
          case NEXT -> cursor.position + 1;
          case PRIOR -> cursor.position - 1;
          case FIRST -> 0;
          case LAST -> size - 1;
          case ABSOLUTE -> offset > 0 ? offset - 1 : offset < 0 ? size + offset : -1;
          case RELATIVE -> cursor.position + offset;
        };
    cursor.position = Math.clamp(target, -1, size);
    boolean found = cursor.position >= 0 && cursor.position < size;
    session.fetchStatus = found ? 0 : -1;
    session.rowCount = found ? 1 : 0;
    if (f.into().isEmpty()) {
      session.sink().columns(cursor.columns);
      if (found) {
        session.sink().row(cursor.rows.get(cursor.position));
      }
      queries.done(frame, ResultSink.Command.SELECT, found ? 1 : 0);
      return;
    }
    if (f.into().size() != cursor.columns.size()) {
      throw SqlError.of(16924);
    }
    if (found) {
      Object[] row = cursor.rows.get(cursor.position);
      for (int i = 0; i < row.length; i++) {
        Variable variable = evaluation.variable(frame, f.into().get(i).name());
        variable.value = Conversions.assign(row[i], cursor.columns.get(i).type(), variable.type);
      }
    }
  }

  /// Local cursors end with their frame.
  void closeLocal(Frame frame) {
    frame.cursors.clear();
  }
}
