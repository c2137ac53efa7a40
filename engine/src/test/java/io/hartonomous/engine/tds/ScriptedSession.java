package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.SessionFactory;
import io.hartonomous.engine.session.SqlSession;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A session that answers by a script instead of running SQL.
final class ScriptedSession implements SqlSession {

  /// Answers one statement. `parameters` are those of the statement, without the arguments of the
  /// system procedure around it.
  interface Script {
    void run(
        String sql,
        List<RpcRequest.Parameter> parameters,
        ResultSink sink,
        ScriptedSession session);
  }

  /// Makes scripted sessions; keeps what the test wants to see.
  static final class Factory implements SessionFactory {
    final Script script;
    final List<LoginRequest> logins = new ArrayList<>();
    final List<ScriptedSession> sessions = new ArrayList<>();

    Factory(Script script) {
      this.script = script;
    }

    @Override
    public boolean authenticate(String user, char[] password) {
      return user.equals("sa") && Arrays.equals(password, "Pässwörd-1 😀".toCharArray());
    }

    @Override
    public synchronized SqlSession open(LoginRequest request) throws LoginException {
      logins.add(request);
      if (request.database().equals("missing")) {
        throw new LoginException(
            new ServerMessage(4060, 1, 11, "Database \"missing\" cannot be opened.", "", 1));
      }
      ScriptedSession session =
          new ScriptedSession(script, request.database().isEmpty() ? "master" : request.database());
      sessions.add(session);
      return session;
    }
  }

  private final Script script;
  private final Map<Integer, String> prepared = new HashMap<>();
  final List<Object[]> bulkRows = new ArrayList<>();
  final List<ResultColumn> bulkColumns = new ArrayList<>();
  final List<Boolean> resets = new ArrayList<>();
  final List<String> transactions = new ArrayList<>();
  final CountDownLatch cancelled = new CountDownLatch(1);
  volatile int cancels;
  volatile boolean answersStatus;
  volatile boolean broken;
  volatile boolean closed;
  private String database;
  private long descriptor = 100;

  ScriptedSession(Script script, String database) {
    this.script = script;
    this.database = database;
  }

  @Override
  public void batch(String sql, ResultSink sink) {
    if (sql.startsWith("use ")) {
      String next = sql.substring(4);
      sink.database(database, next);
      database = next;
      sink.done(ResultSink.Command.NONE, -1, false, false);
      return;
    }
    script.run(sql, List.of(), sink, this);
  }

  @Override
  public void rpc(RpcRequest request, ResultSink sink) {
    List<RpcRequest.Parameter> all = request.parameters();
    switch (request.procedure()) {
      case "sp_executesql" -> {
        script.run(
            (String) all.getFirst().value(),
            all.subList(Math.min(2, all.size()), all.size()),
            sink,
            this);
        status(sink);
      }
      case "sp_prepexec" -> {
        int handle = prepared.size() + 1;
        prepared.put(handle, (String) all.get(2).value());
        script.run((String) all.get(2).value(), all.subList(3, all.size()), sink, this);
        status(sink);
        sink.returnValue(0, "", SqlType.INT, handle);
      }
      case "sp_execute" -> {
        script.run(
            prepared.get((Integer) all.getFirst().value()), all.subList(1, all.size()), sink, this);
        status(sink);
      }
      case "sp_unprepare" -> {
        prepared.remove((Integer) all.getFirst().value());
        status(sink);
      }
      default -> script.run("EXEC " + request.procedure(), all, sink, this);
    }
  }

  private void status(ResultSink sink) {
    if (!answersStatus) {
      sink.returnStatus(0);
    }
  }

  @Override
  public void transaction(
      TransactionRequest request, String name, IsolationLevel isolation, ResultSink sink) {
    transactions.add(request + " " + name + " " + isolation);
    switch (request) {
      case BEGIN -> sink.transaction(ResultSink.TransactionChange.BEGAN, ++descriptor);
      case COMMIT -> sink.transaction(ResultSink.TransactionChange.COMMITTED, descriptor);
      case ROLLBACK -> sink.transaction(ResultSink.TransactionChange.ROLLED_BACK, descriptor);
      case SAVE -> {}
    }
  }

  @Override
  public void bulk(List<ResultColumn> columns, Iterator<Object[]> rows, ResultSink sink) {
    bulkColumns.clear();
    bulkColumns.addAll(columns);
    rows.forEachRemaining(bulkRows::add);
    sink.done(ResultSink.Command.INSERT, bulkRows.size(), false, false);
  }

  @Override
  public void reset(boolean keepTransaction, ResultSink sink) {
    resets.add(keepTransaction);
  }

  @Override
  public void cancel() {
    cancels++;
    cancelled.countDown();
  }

  boolean waitForCancel() {
    try {
      return cancelled.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public int id() {
    return 51;
  }

  @Override
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    closed = true;
  }
}
