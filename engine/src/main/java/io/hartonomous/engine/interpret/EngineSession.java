package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.NameParts;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.SessionFactory.LoginRequest;
import io.hartonomous.engine.session.SqlSession;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A session for the TDS layer: batches, calls, transaction requests and bulk loads.
final class EngineSession implements SqlSession {
  private static final Logger LOG = System.getLogger(EngineSession.class.getName());
  private final Session session;
  private final Interpreter interpreter;
  private final BulkLoads bulkLoads;

  private EngineSession(Session session) {
    this.session = session;
    this.interpreter = new Interpreter(session);
    this.bulkLoads = new BulkLoads(session, interpreter);
  }

  static EngineSession open(Server server, LoginRequest request) throws SQLException {
    Session session = new Session(server, server.newSessionId(), request);
    boolean opened = false;
    try {
      session.use(request.database().isEmpty() ? "master" : request.database());
      server.add(session);
      opened = true;
      return new EngineSession(session);
    } finally {
      if (!opened) {
        session.close();
      }
    }
  }

  /// One call's work.
  private interface Work {
    void run() throws SQLException;
  }

  private void call(ResultSink sink, Work work) {
    session.sink(sink);
    session.running = true;
    session.lastStart = LocalDateTime.now();
    session.cancellation().clear();
    try {
      work.run();
    } catch (StatementError e) {
      ended(e, sink);
    } catch (Cancelled e) {
      cancelled();
    } catch (SqlError e) {
      ended(
          StatementError.of(
              e,
              new Frame(
                  null,
                  Frame.Kind.BATCH,
                  Program.batch("", true),
                  Optional.empty(),
                  0,
                  session.collation()),
              1),
          sink);
    } catch (SQLException e) {
      try {
        SqlError error = session.error(e, "SELECT");
        sink.message(
            new ServerMessage(
                error.number(), error.state(), error.severity(), error.text(), "", 1));
      } catch (Cancelled c) {
        cancelled();
      }
    } finally {
      session.running = false;
      session.lastEnd = LocalDateTime.now();
      finish(sink);
    }
  }

  /// What an error ends that came through to here.
  private void ended(StatementError e, ResultSink sink) {
    if (!e.reported()) {
      sink.message(e.message());
    }
    // A statement's own refusal is in the log by now.
    if (!e.reported() && e.message().number() == SqlError.UNSUPPORTED) {
      LOG.log(Level.WARNING, "refused: " + e.message().text());
    }
    session.rowCount = 0;
    if (e.effect() == ErrorEffect.BATCH || e.effect() == ErrorEffect.CONNECTION) {
      rollbackAll();
    }
    session.broken |= e.effect() == ErrorEffect.CONNECTION;
    sink.done(ResultSink.Command.NONE, -1, true, false);
  }

  private void rollbackAll() {
    if (session.transactions().isOpen()) {
      try {
        session.transactions().rollback();
      } catch (SQLException x) {
        session.broken = true;
        LOG.log(Level.ERROR, "rolling back after an error", x);
      }
    }
  }

  private void cancelled() {
    session.cancellation().clear();
    if (session.settings().xactAbort || session.pg().isFailed()) {
      rollbackAll();
    }
  }

  /// A transaction that cannot be committed does not outlive its batch.
  private void finish(ResultSink sink) {
    if (session.transactions().isDoomed()) {
      SqlError error = SqlError.of(3998);
      sink.message(new ServerMessage(3998, 1, 16, error.text(), "", 1));
      rollbackAll();
      sink.done(ResultSink.Command.NONE, -1, true, false);
    }
  }

  @Override
  public void batch(String sql, ResultSink sink) {
    call(
        sink,
        () -> {
          Optional<BulkInsert> load = BulkInsert.read(sql);
          if (load.isPresent()) {
            bulkLoads.announce(load.get());
            return;
          }
          bulkLoads.forget();
          Program program = session.programs().batch(sql, session.settings().quotedIdentifier, "");
          Frame frame =
              new Frame(null, Frame.Kind.BATCH, program, Optional.empty(), 0, session.collation());
          interpreter.parsed(frame);
          interpreter.run(frame);
        });
  }

  @Override
  public void rpc(RpcRequest request, ResultSink sink) {
    call(
        sink,
        () -> {
          try {
            procedure(request, sink);
          } finally {
            session.temporaries().dropArguments();
          }
        });
  }

  private void procedure(RpcRequest request, ResultSink sink) throws SQLException {
    List<Argument> arguments = new ArrayList<>();
    List<Variable> outputs = new ArrayList<>();
    for (RpcRequest.Parameter p : request.parameters()) {
      Variable target = null;
      if (p.output()) {
        target = new Variable(p.name(), p.type());
        target.value = p.value();
      }
      outputs.add(target);
      TemporaryTable table =
          p.value() instanceof RpcRequest.TableValue rows ? tableValue(p, rows) : null;
      arguments.add(
          new Argument(
              p.name(),
              table == null ? p.value() : null,
              p.type(),
              p.output(),
              p.defaulted(),
              target,
              table));
    }
    List<String> parts = NameParts.of(request.procedure());
    if (parts.isEmpty()) {
      throw SqlError.of(2812, request.procedure());
    }
    ObjectName name = interpreter.calls().name(parts);
    sink.returnStatus(interpreter.calls().call(null, name, request.procedure(), arguments));
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i) != null) {
        sink.returnValue(i, outputs.get(i).name, outputs.get(i).type, outputs.get(i).value);
      }
    }
  }

  private TemporaryTable tableValue(RpcRequest.Parameter p, RpcRequest.TableValue value)
      throws SQLException {
    ObjectName written = p.type().userType().orElseThrow();
    ObjectName typeName =
        written.schema().isEmpty()
            ? new ObjectName(session.defaultSchema(), written.name())
            : written;
    TemporaryTable table =
        interpreter
            .definitions()
            .tables()
            .ofType(
                p.name().isEmpty() ? "@tvp" : p.name(),
                SqlType.of(SqlType.Base.TABLE).withUserType(typeName),
                true);
    session.temporaries().argument(table);
    int[] given = given(table, value);
    List<SqlType> types = IntStream.of(given).mapToObj(i -> value.columns().get(i).type()).toList();
    List<Column> columns = IntStream.of(given).mapToObj(table.table().columns()::get).toList();
    Iterator<Object[]> rows =
        value.rows().stream()
            .map(row -> IntStream.of(given).mapToObj(i -> row[i]).toArray())
            .iterator();
    try {
      session.temporaries().make(table);
      session
          .transactions()
          .atomic(() ->
              interpreter
                  .changes()
                  .insertAll(
                      new Changes.Target(table.pgName, table.table(), columns),
                      types,
                      Map.of(),
                      rows));
    } catch (SQLException e) {
      // As long as the table is known by its name.
      throw session.error(e, "INSERT");
    }
    return table;
  }

  // The columns that are not left to their defaults, by position.
  private static int[] given(TemporaryTable table, RpcRequest.TableValue value) {
    List<Column> columns = table.table().columns();
    if (value.columns().isEmpty()) {
      return new int[0];
    }
    if (value.columns().size() != columns.size()) {
      throw SqlError.of(500, value.columns().size(), columns.size());
    }
    Object[] first = value.rows().isEmpty() ? new Object[columns.size()] : value.rows().getFirst();
    int[] given =
        IntStream.range(0, columns.size())
            .filter(i -> first[i] != RpcRequest.TableValue.DEFAULT)
            .toArray();
    for (int i : given) {
      if (columns.get(i).identity().isPresent() && !value.rows().isEmpty()) {
        throw SqlError.of(1077);
      }
      if (columns.get(i).computed().isPresent() && !value.rows().isEmpty()) {
        throw SqlError.of(271, columns.get(i).name());
      }
    }
    return given;
  }

  @Override
  public void transaction(
      TransactionRequest request, String name, IsolationLevel isolation, ResultSink sink) {
    call(
        sink,
        () -> {
          session.transactions().isolation(isolation);
          switch (request) {
            case BEGIN -> session.transactions().begin(name);
            case COMMIT -> session.transactions().commit();
            case ROLLBACK -> {
              if (name.isEmpty()) {
                session.transactions().rollback();
              } else {
                session.transactions().rollback(name);
              }
            }
            case SAVE -> session.transactions().save(name);
          }
        });
  }

  @Override
  public void bulk(List<ResultColumn> columns, Iterator<Object[]> rows, ResultSink sink) {
    call(sink, () -> bulkLoads.load(columns, rows));
  }

  @Override
  public void reset(boolean keepTransaction, ResultSink sink) {
    call(
        sink,
        () -> {
          if (!keepTransaction && session.transactions().isOpen()) {
            session.transactions().rollback();
          }
          String before = session.databaseName();
          session.reset();
          if (!before.equals(session.databaseName())) {
            sink.database(before, session.databaseName());
          }
        });
  }

  @Override
  public void cancel() {
    try {
      session.cancellation().request();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "cancelling a statement", e);
    }
  }

  @Override
  public String database() {
    return session.databaseName();
  }

  @Override
  public int id() {
    return session.id();
  }

  @Override
  public boolean isBroken() {
    return session.broken;
  }

  @Override
  public void close() {
    session.server().remove(session);
    try {
      session.close();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "closing a session", e);
    }
  }
}
