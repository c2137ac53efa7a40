package io.hartonomous.engine.interpret;

import java.sql.SQLException;
import org.postgresql.core.BaseConnection;

/// Whether the client asked the running call of a session to stop, and which connection to
/// PostgreSQL works for that call at the moment.
///
/// A request and the begin and end of such work exclude each other: what PostgreSQL is told to stop
/// is never a later statement.
final class Cancellation {
  private volatile boolean requested;
  private BaseConnection working;

  /// A statement begins that may be stopped. Gives what worked before, for [#leave].
  synchronized BaseConnection enter(BaseConnection connection) {
    check();
    BaseConnection before = working;
    working = connection;
    return before;
  }

  /// A statement begins that must run to its end.
  synchronized BaseConnection suspend() {
    BaseConnection before = working;
    working = null;
    return before;
  }

  /// The statement has ended.
  synchronized void leave(BaseConnection before) {
    working = before;
  }

  /// Stops what runs; what would begin later in the same call does not begin.
  synchronized void request() throws SQLException {
    requested = true;
    if (working != null) {
      working.cancelQuery();
    }
  }

  boolean isRequested() {
    return requested;
  }

  void check() {
    if (requested) {
      throw new Cancelled();
    }
  }

  void clear() {
    requested = false;
  }
}
