package io.hartonomous.engine.interpret;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hartonomous.engine.translate.PgNames;
import java.sql.SQLException;

/// Writes the rows behind `sys.dm_exec_sessions` and `sys.dm_exec_requests`: what sessions are is
/// known in Java alone. They go into a setting of the connection, which no other session sees.
final class SessionRows {
  private final Session session;

  SessionRows(Session session) {
    this.session = session;
  }

  void write() throws SQLException {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Session s : session.server().sessions()) {
      Settings settings = s.settings();
      rows.addObject()
          .put("session_id", s.id())
          .put("login_time", s.loginTime().toString())
          .put("host_name", s.login().hostName())
          .put("program_name", s.login().applicationName())
          .put("host_process_id", s.login().processId())
          .put("login_name", s.login().user())
          .put("status", s.running ? "running" : "sleeping")
          .put("isolation", isolation(settings))
          .put("lock_timeout", settings.lockTimeout)
          .put("text_size", settings.textSize)
          .put("language", settings.language)
          .put("date_first", settings.dateFirst)
          .put("quoted_identifier", flag(settings.quotedIdentifier))
          .put("ansi_nulls", flag(settings.ansiNulls))
          .put("arithabort", flag(settings.arithAbort))
          .put("row_count", s.rowCount)
          .put("prev_error", s.lastError)
          .put("database_id", s.database().id())
          .put("open_transactions", s.transactions().count())
          .put("last_start", s.lastStart.toString())
          .put("last_end", s.lastEnd.toString())
          .put("is_running", flag(s.running));
    }
    session.pg().execute("SET hncat.sessions = " + PgNames.literal(rows.toString()));
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }

  /// As `sys.dm_exec_sessions` numbers the levels.
  private static int isolation(Settings settings) {
    return switch (settings.isolation) {
      case READ_UNCOMMITTED -> 1;
      case UNCHANGED, READ_COMMITTED -> 2;
      case REPEATABLE_READ -> 3;
      case SERIALIZABLE -> 4;
      case SNAPSHOT -> 5;
    };
  }
}
