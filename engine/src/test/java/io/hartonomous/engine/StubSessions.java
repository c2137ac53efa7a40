package io.hartonomous.engine;

import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.TemplateScript;
import io.hartonomous.engine.session.EngineSessions;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.engine.session.SessionFactory;
import io.hartonomous.engine.session.SqlSession;
import io.hartonomous.model.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;

/// Sessions that know one statement: `SELECT 1`.
public final class StubSessions implements EngineSessions {

  @Override
  public TemplateScript template() {
    return new TemplateScript() {
      @Override
      public String version() {
        return "stub 1";
      }

      @Override
      public void run(Connection template) throws SQLException {
        try (Statement statement = template.createStatement()) {
          statement.execute("CREATE SCHEMA hn CREATE TABLE sample(id int)");
        }
      }
    };
  }

  @Override
  public SessionFactory open(PostgresCluster cluster) {
    return new SessionFactory() {
      @Override
      public boolean authenticate(String user, char[] password) {
        return false;
      }

      @Override
      public SqlSession open(LoginRequest request) {
        return new StubSession();
      }
    };
  }

  private static final class StubSession implements SqlSession {
    private static final List<ResultColumn> COLUMNS = List.of(ResultColumn.of("", SqlType.INT));

    @Override
    public void batch(String sql, ResultSink sink) {
      sink.columns(COLUMNS);
      sink.row(new Object[] {1});
      sink.done(ResultSink.Command.SELECT, 1, false, false);
    }

    @Override
    public void rpc(RpcRequest request, ResultSink sink) {
      batch("", sink);
      sink.returnStatus(0);
    }

    @Override
    public void transaction(
        TransactionRequest request, String name, IsolationLevel isolation, ResultSink sink) {}

    @Override
    public void bulk(List<ResultColumn> columns, Iterator<Object[]> rows, ResultSink sink) {}

    @Override
    public void reset(boolean keepTransaction, ResultSink sink) {}

    @Override
    public void cancel() {}

    @Override
    public String database() {
      return "master";
    }

    @Override
    public int id() {
      return 51;
    }

    @Override
    public boolean isBroken() {
      return false;
    }

    @Override
    public void close() {}
  }
}
