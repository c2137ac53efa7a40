package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// A server over scripted sessions, and connections to it by the real driver.
final class TdsServerFixture implements AutoCloseable {
  final ScriptedSession.Factory sessions;
  final TdsServer server;
  final TlsIdentity identity;

  TdsServerFixture(Path folder, ScriptedSession.Script script) throws IOException {
    this(folder, TdsOptions.loopback(0), script);
  }

  TdsServerFixture(Path folder, TdsOptions options, ScriptedSession.Script script)
      throws IOException {
    sessions = new ScriptedSession.Factory(script);
    identity = new TlsIdentity(folder, _ -> {});
    server = new TdsServer(options, sessions, identity);
  }

  Connection connect(String more) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", "sa");
    properties.put("password", "Pässwörd-1 😀");
    return DriverManager.getConnection(url(more), properties);
  }

  Connection plain() throws SQLException {
    return connect("encrypt=false");
  }

  String url(String more) {
    return "jdbc:sqlserver://127.0.0.1:" + server.port() + ";loginTimeout=10;" + more;
  }

  ScriptedSession session() {
    return sessions.sessions.getLast();
  }

  /// One result set of one row.
  static void row(ResultSink sink, List<ResultColumn> columns, Object... values) {
    sink.columns(columns);
    sink.row(values);
    sink.done(ResultSink.Command.SELECT, 1, false, false);
  }

  static void value(ResultSink sink, SqlType type, Object value) {
    row(sink, List.of(ResultColumn.of("v", type)), new Object[] {value});
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
