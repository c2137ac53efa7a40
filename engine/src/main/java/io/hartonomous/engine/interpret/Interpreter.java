package io.hartonomous.engine.interpret;

import io.hartonomous.bind.DataTypes;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.translate.RecursionLimit;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TransactionStatement;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Runs the statements of a frame, one after the other, and decides what an error ends.
///
/// An error inside TRY travels as [StatementError] to its CATCH. Outside it is reported at once;
/// then its [ErrorEffect] decides whether the next statement runs.
final class Interpreter {
  private static final Logger LOG = System.getLogger(Interpreter.class.getName());

  /// Errors of users have this number or a greater one.
  private static final int USER_ERROR = 50000;

  private static final int MAX_LEVEL = 32;
  private final Session session;
  private final Evaluation evaluation;
  private final Queries queries;
  private final Changes changes;
  private final Calls calls;
  private final Cursors cursors;
  private final Messages messages;
  private final SetOptions setOptions;
  private final Definitions definitions;

  Interpreter(Session session) {
    this.session = session;
    this.evaluation = new Evaluation(session);
    this.queries = new Queries(session, evaluation);
    this.changes = new Changes(session, this, evaluation, queries);
    this.calls = new Calls(session, this, evaluation);
    this.cursors = new Cursors(session, evaluation);
    this.messages = new Messages(session, evaluation);
    this.setOptions = new SetOptions(session, evaluation);
    this.definitions = new Definitions(session);
  }

  Calls calls() {
    return calls;
  }

  Changes changes() {
    return changes;
  }

  Definitions definitions() {
    return definitions;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /// What follows a statement.
  sealed interface Flow {
    enum Simple implements Flow {
      NEXT,
      BREAK,
      CONTINUE,
      RETURN
    }

    record Goto(String label) implements Flow {}
  }

  /// Runs a frame from its first statement. Errors: [StatementError] where a batch or more ends.
  void run(Frame frame) {
    if (frame.level() > MAX_LEVEL) {
      throw StatementError.of(
          SqlError.of(217, MAX_LEVEL),
          frame.caller == null ? frame : frame.caller,
          frame.caller == null ? 1 : frame.caller.line());
    }
    session.temporaries().enter(frame);
    try {
      declare(frame);
      checkFirst(frame);
      list(frame, frame.program.statements());
    } catch (StatementError e) {
      if (e.effect() != ErrorEffect.SCOPE || e.message() == null || frame.inTry()) {
        throw e;
      }
      // The scope ends; its caller goes on.
      if (frame.caller == null) {
        throw e;
      }
    } finally {
      end(frame);
    }
  }

  private void end(Frame frame) {
    try {
      cursors.closeLocal(frame);
      session.temporaries().exit(frame);
    } catch (SQLException e) {
      session.broken |= session.error(e, "DROP TABLE").severity() >= 20;
    }
  }

  /// Variables exist from the start of the batch, wherever they are declared.
  private void declare(Frame frame) {
    for (ProceduralStatement.VariableDeclaration d : frame.program.declarations()) {
      if (frame.find(d.variable().name()) != null) {
        frame.current = d;
        throw reported(frame, SqlError.of(134, d.variable().name()), ErrorEffect.BATCH_ONLY);
      }
      SqlType type = DataTypes.of(d.type(), session.catalogView(EngineCatalog.Lookups.NONE));
      if (type.base() == SqlType.Base.UNKNOWN) {
        frame.current = d;
        throw reported(
            frame,
            SqlError.of(2715, d.variable().name(), frame.program.text(d.type())),
            ErrorEffect.BATCH_ONLY);
      }
      if (type.base() == SqlType.Base.TABLE) {
        frame.tables.put(
            frame.collation.key(d.variable().name()),
            definitions.tables().ofType(d.variable().name(), type, false));
      } else {
        frame.declare(d.variable().name(), type, null);
      }
    }
    for (ProceduralStatement.DeclareTable d : frame.program.tables()) {
      frame.current = d;
      frame.tables.put(
          frame.collation.key(d.variable().name()), definitions.tables().variable(frame, d));
    }
    frame.current = null;
  }

  /// Errors of syntax: nothing of the text runs.
  void parsed(Frame frame) {
    if (frame.program.diagnostics().isEmpty()) {
      return;
    }
    Diagnostic first = frame.program.diagnostics().getFirst();
    SqlError error = SqlError.syntax(first.message());
    ServerMessage message =
        new ServerMessage(102, 1, 15, error.text(), "", Math.max(1, first.at().line()));
    session.lastError = 102;
    StatementError failure =
        new StatementError(
            message, frame.caller == null ? ErrorEffect.BATCH_ONLY : ErrorEffect.SCOPE, frame);
    if (frame.caller == null) {
      session.sink().message(message);
      failure.markReported();
      throw failure;
    }
    if (frame.caller.inTry()) {
      throw failure;
    }
    session.sink().message(message);
    failure.markReported();
    throw failure;
  }

  private void checkFirst(Frame frame) {
    try {
      session.compiler().check(frame);
    } catch (Compiler.CompileError e) {
      throw reported(frame, e.error(), ErrorEffect.SCOPE);
    } catch (SqlError e) {
      throw reported(frame, e, ErrorEffect.SCOPE);
    }
  }

  /// An error before any statement of the frame ran.
  private StatementError reported(Frame frame, SqlError error, ErrorEffect effect) {
    ServerMessage message =
        new ServerMessage(
            error.number(),
            error.state(),
            error.severity(),
            error.text(),
            frame.procedureName(),
            frame.line());
    session.lastError = error.number();
    StatementError failure = new StatementError(message, effect, frame);
    if (frame.caller == null || !frame.caller.inTry()) {
      session.sink().message(message);
      failure.markReported();
    }
    return failure;
  }

  private Flow list(Frame frame, List<Statement> statements) {
    int at = 0;
    while (at < statements.size()) {
      Flow flow = one(frame, statements.get(at));
      if (flow == Flow.Simple.NEXT) {
        at++;
      } else if (flow instanceof Flow.Goto go) {
        int label = label(frame, statements, go.label());
        if (label < 0) {
          if (frame.program.statements() == statements) {
            throw reported(frame, SqlError.of(133, go.label()), ErrorEffect.BATCH_ONLY);
          }
          return flow;
        }
        at = label;
      } else {
        return flow;
      }
    }
    return Flow.Simple.NEXT;
  }

  private static int label(Frame frame, List<Statement> statements, String name) {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof ProceduralStatement.Label l
          && frame.collation.same(l.name().value(), name)) {
        return i;
      }
    }
    return -1;
  }

  private Flow one(Frame frame, Statement statement) {
    session.cancellation().check();
    switch (statement) {
      case ProceduralStatement.Block b -> {
        return list(frame, b.statements());
      }
      case ProceduralStatement.If i -> {
        Boolean is = test(frame, i, i.condition());
        return is != null && is
            ? one(frame, i.then())
            : i.otherwise().isPresent() ? one(frame, i.otherwise().get()) : Flow.Simple.NEXT;
      }
      case ProceduralStatement.While w -> {
        return loop(frame, w);
      }
      case ProceduralStatement.TryCatch t -> {
        return tryCatch(frame, t);
      }
      case ProceduralStatement.Break _ -> {
        return Flow.Simple.BREAK;
      }
      case ProceduralStatement.Continue _ -> {
        return Flow.Simple.CONTINUE;
      }
      case ProceduralStatement.Goto g -> {
        return new Flow.Goto(g.label().value());
      }
      case ProceduralStatement.Label _ -> {
        return Flow.Simple.NEXT;
      }
      case ProceduralStatement.Return r -> {
        guarded(frame, r, () -> calls.returned(frame, r));
        return Flow.Simple.RETURN;
      }
      default -> {
        guarded(frame, statement, () -> execute(frame, statement));
        return Flow.Simple.NEXT;
      }
    }
  }

  private Boolean test(Frame frame, Statement statement, Condition condition) {
    Boolean[] result = new Boolean[1];
    guarded(frame, statement, () -> result[0] = evaluation.test(frame, statement, condition));
    return result[0];
  }

  private Flow loop(Frame frame, ProceduralStatement.While w) {
    while (true) {
      Boolean is = test(frame, w, w.condition());
      if (is == null || !is) {
        return Flow.Simple.NEXT;
      }
      Flow flow = one(frame, w.body());
      if (flow == Flow.Simple.BREAK) {
        return Flow.Simple.NEXT;
      }
      if (flow == Flow.Simple.RETURN || flow instanceof Flow.Goto) {
        return flow;
      }
    }
  }

  private Flow tryCatch(Frame frame, ProceduralStatement.TryCatch t) {
    ServerMessage outer = frame.caught;
    frame.tryDepth++;
    StatementError caught;
    try {
      return list(frame, t.tryStatements());
    } catch (StatementError e) {
      if (e.compileFrame() == frame || e.effect() == ErrorEffect.CONNECTION) {
        throw e;
      }
      caught = e;
    } finally {
      frame.tryDepth--;
    }
    if (caught.effect() == ErrorEffect.BATCH || session.settings().xactAbort) {
      session.transactions().doom();
    }
    session.lastError = caught.message().number();
    frame.caught = caught.message();
    try {
      return list(frame, t.catchStatements());
    } finally {
      frame.caught = outer;
    }
  }

  /// A statement's own work.
  interface Work {
    void run() throws SQLException;
  }

  /// Runs one statement and takes its error.
  private void guarded(Frame frame, Statement statement, Work work) {
    frame.current = statement;
    session.current = frame;
    SqlError error;
    Frame compiling = null;
    try {
      work.run();
      frame.current = statement;
      if (!(statement instanceof ProceduralStatement.Raiserror)) {
        session.lastError = 0;
      }
      return;
    } catch (Compiler.CompileError e) {
      error = e.error();
      compiling = frame;
    } catch (SqlError e) {
      error = e;
    } catch (SQLException e) {
      error = session.error(e, keyword(statement));
    } catch (StatementError e) {
      // What no TRY below has caught goes on to those around this call.
      frame.current = statement;
      throw e;
    }
    frame.current = statement;
    fail(frame, statement, error, compiling);
  }

  private void fail(Frame frame, Statement statement, SqlError error, Frame compiling) {
    session.rowCount = 0;
    session.lastError = error.number();
    if (error.number() >= SqlError.UNSUPPORTED && error.number() < USER_ERROR) {
      LOG.log(Level.WARNING, "refused: " + error.text());
    }
    int line = frame.line();
    ServerMessage message =
        new ServerMessage(
            error.number(),
            Math.max(error.state(), 0),
            error.severity(),
            error.text(),
            frame.procedureName(),
            line);
    ErrorEffect effect =
        compiling != null ? ErrorEffect.SCOPE : ErrorEffect.of(error.number(), error.severity());
    if (statement instanceof ProceduralStatement.Throw) {
      effect = ErrorEffect.BATCH_ONLY;
      message = messages.thrown(frame, message);
    }
    raise(
        frame,
        new StatementError(message, effect, compiling),
        statement instanceof ProceduralStatement.Raiserror);
  }

  /// Lets an error take its way: to the CATCH around it, or to the client.
  void raise(Frame frame, StatementError error, boolean fromRaiserror) {
    ServerMessage message = error.message();
    if (message.severity() <= 10) {
      session.sink().message(message);
      return;
    }
    ErrorEffect effect = error.effect();
    if (session.settings().xactAbort
        && !fromRaiserror
        && effect.compareTo(ErrorEffect.BATCH) < 0
        && error.compileFrame() == null) {
      effect = ErrorEffect.BATCH;
    }
    boolean caught =
        error.compileFrame() != frame
            ? frame.inTry()
            : frame.caller != null && frame.caller.inTry();
    if (caught && effect != ErrorEffect.CONNECTION) {
      throw new StatementError(message, effect, error.compileFrame());
    }
    session.sink().message(message);
    switch (effect) {
      case STATEMENT ->
          session
              .sink()
              .done(
                  io.hartonomous.engine.session.ResultSink.Command.NONE,
                  -1,
                  true,
                  frame.isModule());
      case SCOPE, BATCH_ONLY, BATCH, CONNECTION -> {
        StatementError out = new StatementError(message, effect, error.compileFrame());
        out.markReported();
        throw out;
      }
    }
  }

  private static String keyword(Statement statement) {
    return switch (statement) {
      case DmlStatement.Insert _ -> "INSERT";
      case DmlStatement.Update _ -> "UPDATE";
      case DmlStatement.Delete _ -> "DELETE";
      case DmlStatement.Merge _ -> "MERGE";
      case DmlStatement.Truncate _ -> "TRUNCATE TABLE";
      case TableStatement.AlterTable _ -> "ALTER TABLE";
      case TableStatement _ -> "CREATE TABLE";
      default -> "SELECT";
    };
  }

  private void execute(Frame frame, Statement statement) throws SQLException {
    if (session.settings().noExec && !(statement instanceof ProceduralStatement.SetOnOff)) {
      return;
    }
    switch (statement) {
      case DmlStatement s -> {
        session.transactions().implicit();
        dml(frame, s);
      }
      case ProceduralStatement s -> procedural(frame, s);
      case TransactionStatement s -> transaction(frame, s);
      case CursorStatement s -> cursors.execute(frame, s);
      case TableStatement s -> {
        session.transactions().implicit();
        definitions.define(frame, s);
      }
      case IndexStatement _, ModuleStatement _, ObjectStatement _, SecurityStatement _ -> {
        session.transactions().implicit();
        definitions.define(frame, statement);
      }
      case DatabaseStatement _ -> definitions.define(frame, statement);
      case Statement.Unsupported s -> throw SqlError.unsupported("the statement " + s.name());
      default ->
          throw SqlError.unsupported("the statement " + statement.getClass().getSimpleName());
    }
  }

  private void dml(Frame frame, DmlStatement statement) throws SQLException {
    List<QueryPart.Hint> options =
        switch (statement) {
          case DmlStatement.Select s -> s.options();
          case DmlStatement.Insert s -> s.options();
          case DmlStatement.Update s -> s.options();
          case DmlStatement.Delete s -> s.options();
          case DmlStatement.Merge s -> s.options();
          default -> List.of();
        };
    Optional<Integer> limit = options.isEmpty() ? Optional.empty() : RecursionLimit.of(options);
    if (limit.isPresent()) {
      session.pg().control("SET " + RecursionLimit.SETTING + " = " + limit.get());
    }
    try {
      if (statement instanceof DmlStatement.Select s) {
        queries.select(frame, s);
      } else {
        changes.change(frame, statement);
      }
    } finally {
      if (limit.isPresent() && !session.pg().isFailed()) {
        session.pg().control("RESET " + RecursionLimit.SETTING);
      }
    }
  }

  private void procedural(Frame frame, ProceduralStatement statement) throws SQLException {
    switch (statement) {
      case ProceduralStatement.DeclareVariables d -> {
        for (ProceduralStatement.VariableDeclaration v : d.variables()) {
          if (v.value().isPresent()) {
            Variable variable = frame.find(v.variable().name());
            variable.value = evaluation.value(frame, d, v.value().get(), variable.type);
            session.rowCount = 1;
          }
        }
      }
      case ProceduralStatement.DeclareTable _ -> {}
      case ProceduralStatement.SetVariable s -> {
        evaluation.assign(frame, s);
        session.rowCount = 1;
      }
      case ProceduralStatement.SetOnOff s -> setOptions.onOff(frame, s);
      case ProceduralStatement.SetValue s -> setOptions.value(frame, s);
      case ProceduralStatement.SetIdentityInsert s -> setOptions.identityInsert(frame, s);
      case ProceduralStatement.SetIsolationLevel s -> setOptions.isolation(s);
      case ProceduralStatement.SetStatistics s -> setOptions.statistics(s);
      case ProceduralStatement.Print p -> messages.print(frame, p);
      case ProceduralStatement.Raiserror r -> {
        StatementError error = messages.raiserror(frame, r);
        if (error != null) {
          session.lastError = error.message().number();
          raise(frame, error, true);
        }
      }
      case ProceduralStatement.Throw t -> throw messages.throwing(frame, t);
      case ProceduralStatement.WaitFor w -> messages.waitFor(frame, w);
      case ProceduralStatement.Execute e -> calls.execute(frame, e);
      case ProceduralStatement.Use u -> {
        String before = session.databaseName();
        session.use(u.database().value());
        session.sink().database(before, session.databaseName());
        session.message(5701, 0, 2, "The database is now '" + session.databaseName() + "'.", frame);
      }
      case ProceduralStatement.Checkpoint _ -> session.pg().execute("CHECKPOINT");
      case ProceduralStatement.ExecuteAs _, ProceduralStatement.Revert _ ->
          throw SqlError.unsupported("EXECUTE AS and REVERT");
      case ProceduralStatement.AtomicBlock b ->
          session.transactions().atomic(() -> list(frame, b.statements()));
      default ->
          throw SqlError.unsupported(
              "the statement " + statement.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }
  }

  private void transaction(Frame frame, TransactionStatement statement) throws SQLException {
    Transactions transactions = session.transactions();
    switch (statement) {
      case TransactionStatement.Begin b -> {
        if (b.distributed()) {
          throw SqlError.unsupported("distributed transactions");
        }
        transactions.begin(b.name().map(n -> evaluation.name(frame, statement, n)).orElse(""));
      }
      case TransactionStatement.Commit _ -> {
        if (calls.inInsertExec() && transactions.count() <= calls.countBefore()) {
          throw SqlError.of(3916);
        }
        transactions.commit();
      }
      case TransactionStatement.Rollback r -> {
        if (calls.inInsertExec()) {
          throw SqlError.of(3915);
        }
        if (r.name().isPresent()) {
          transactions.rollback(evaluation.name(frame, statement, r.name().get()));
        } else {
          transactions.rollback();
        }
      }
      case TransactionStatement.Save s ->
          transactions.save(evaluation.name(frame, statement, s.name()));
    }
  }
}
