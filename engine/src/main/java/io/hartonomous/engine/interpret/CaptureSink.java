package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.List;

/// Keeps the rows of INSERT ... EXEC and lets messages through.
final class CaptureSink implements ResultSink {
  /// One captured result set.
  record Result(List<ResultColumn> columns, List<Object[]> rows) {}

  private final ResultSink outer;
  private final List<Result> results = new ArrayList<>();

  CaptureSink(ResultSink outer) {
    this.outer = outer;
  }

  List<Result> results() {
    return results;
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    results.add(new Result(columns, new ArrayList<>()));
  }

  @Override
  public void row(Object[] values) {
    results.getLast().rows().add(values.clone());
  }

  @Override
  public void done(Command command, long count, boolean failed, boolean inModule) {
    // Counts of what INSERT ... EXEC runs are not shown.
  }

  @Override
  public void message(ServerMessage message) {
    outer.message(message);
  }

  @Override
  public void database(String oldName, String newName) {
    outer.database(oldName, newName);
  }

  @Override
  public void transaction(TransactionChange change, long descriptor) {
    outer.transaction(change, descriptor);
  }

  @Override
  public void returnStatus(int status) {
    // Status and values of the called procedure go to the caller's variables.
  }

  @Override
  public void returnValue(int ordinal, String name, SqlType type, Object value) {
    // See above.
  }

  @Override
  public void flush() {
    outer.flush();
  }
}
