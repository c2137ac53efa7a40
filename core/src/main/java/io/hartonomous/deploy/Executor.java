package io.hartonomous.deploy;

import com.microsoft.sqlserver.jdbc.SQLServerError;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import io.hartonomous.deploy.DeploymentResult.Blocked;
import io.hartonomous.deploy.DeploymentResult.Failed;
import io.hartonomous.deploy.DeploymentResult.HazardAtStake;
import io.hartonomous.deploy.DeploymentResult.Succeeded;
import io.hartonomous.plan.Batch;
import io.hartonomous.plan.Hazard;
import io.hartonomous.plan.Phase;
import io.hartonomous.plan.Plan;
import io.hartonomous.plan.SourcePlace;
import io.hartonomous.plan.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs the steps of a plan in one session, in order, and stops at the first that fails.
final class Executor {
  /// The options under which the server must see schema changes (indexed views, computed columns,
  /// filtered indexes ask for them), and the locks given up after an error.
  private static final String SETTINGS =
      """
      SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
      SET NUMERIC_ROUNDABORT OFF;
      SET XACT_ABORT ON;
      """;

  private final Session session;
  private final Journal journal;
  private final ExecuteOptions options;
  private final DeployListener listener;
  private final List<StepResult> results = new ArrayList<>();
  private boolean ansiNulls = true;
  private boolean quotedIdentifier = true;

  Executor(Session session, Journal journal, ExecuteOptions options, DeployListener listener) {
    this.session = session;
    this.journal = journal;
    this.options = options;
    this.listener = listener;
  }

  DeploymentResult run(Plan plan) throws SQLException {
    session.run(SETTINGS);
    boolean looked = false;
    for (Step step : plan.steps()) {
      // A pre-deployment script may move rows out of the way, so it comes before the first look.
      if (!looked && step.phase() != Phase.PRE_DEPLOYMENT) {
        List<HazardAtStake> atStake = blocking(session, plan, options);
        if (!atStake.isEmpty()) {
          return new Blocked(atStake, results);
        }
        looked = true;
      }
      Optional<DeploymentResult> stopped = step(step);
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
    return new Succeeded(results);
  }

  /// The hazards of a plan that touch rows and that nobody allowed, before any step has run.
  static List<HazardAtStake> blocking(Session session, Plan plan, ExecuteOptions options)
      throws SQLException {
    return blocking(session, plan.hazards(), options, true);
  }

  private static List<HazardAtStake> blocking(
      Session session, List<Hazard> hazards, ExecuteOptions options, boolean early)
      throws SQLException {
    List<HazardAtStake> found = new ArrayList<>();
    for (Hazard hazard : hazards) {
      if (!hazard.blocks() || hazard.allowedBy(options.allowed())) {
        continue;
      }
      Optional<String> query = early ? hazard.earlyCountQuery() : hazard.countQuery();
      // Rows that cannot be counted are at stake.
      long rows = query.isPresent() ? session.number(query.get()) : -1;
      if (rows != 0) {
        found.add(new HazardAtStake(hazard, rows));
      }
    }
    return found;
  }

  private Optional<DeploymentResult> step(Step step) throws SQLException {
    long start = System.nanoTime();
    listener.stepStarted(step);
    session.hear((number, severity, text) -> listener.message(step, number, severity, text));
    List<Long> counts = new ArrayList<>();
    boolean script = isScript(step);
    Batch at = null;
    try {
      if (step.transactional()) {
        session.run("BEGIN TRANSACTION;");
      }
      List<HazardAtStake> atStake = blocking(session, step.hazards(), options, false);
      if (!atStake.isEmpty()) {
        session.run("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;");
        finish(step, StepResult.Status.BLOCKED, start, counts);
        return Optional.of(new Blocked(atStake, results));
      }
      if (!step.transactional()) {
        journal.started(step);
      }
      if (script) {
        // As the reference's publisher runs them: their TRY and CATCH may count on it.
        session.run("SET XACT_ABORT OFF;");
      }
      for (Batch batch : step.batches()) {
        at = batch;
        set(batch);
        for (int i = 0; i < batch.count(); i++) {
          counts.addAll(session.run(batch.sql(), (int) options.commandTimeout().toSeconds()));
        }
      }
      at = null;
      if (step.transactional()) {
        journal.done(step);
        session.run("COMMIT TRANSACTION;");
      } else {
        session.run("IF @@TRANCOUNT > 0 THROW 50201, N'The script left a transaction open.', 1;");
        journal.ended(step);
      }
    } catch (SQLException e) {
      return Optional.of(failed(step, Optional.ofNullable(at), e, start, counts));
    } finally {
      if (script) {
        // A script may have set what it liked.
        if (!session.connection().isClosed()) {
          session.run(SETTINGS);
        }
        ansiNulls = true;
        quotedIdentifier = true;
      }
    }
    finish(step, StepResult.Status.DONE, start, counts);
    return Optional.empty();
  }

  private static boolean isScript(Step step) {
    return step.phase() == Phase.PRE_DEPLOYMENT || step.phase() == Phase.POST_DEPLOYMENT;
  }

  private void finish(Step step, StepResult.Status status, long start, List<Long> counts) {
    StepResult result =
        new StepResult(step, status, (System.nanoTime() - start) / 1_000_000, counts);
    results.add(result);
    listener.stepFinished(result);
  }

  private DeploymentResult failed(
      Step step, Optional<Batch> at, SQLException error, long start, List<Long> counts)
      throws SQLException {
    if (Session.isConnectionLoss(error)) {
      throw error;
    }
    session.run("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;");
    StepFailure failure = failure(step, at, error);
    journal.failed(step, failure.number(), failure.message());
    boolean untouched = step.transactional() && results.isEmpty();
    finish(step, StepResult.Status.FAILED, start, counts);
    return new Failed(failure, untouched, results);
  }

  private static StepFailure failure(Step step, Optional<Batch> at, SQLException error) {
    Optional<SQLServerError> server =
        error instanceof SQLServerException e
            ? Optional.ofNullable(e.getSQLServerError())
            : Optional.empty();
    int batchLine = server.map(e -> (int) e.getLineNumber()).orElse(0);
    String procedure = server.map(SQLServerError::getProcedureName).orElse("");
    // A line inside a called procedure says nothing about the batch.
    boolean inBatch = procedure == null || procedure.isEmpty();
    int firstLine = at.map(Batch::line).orElse(0);
    int line =
        firstLine > 0 && inBatch && batchLine > 0
            ? firstLine + batchLine - 1
            : firstLine > 0 ? firstLine : step.source().map(SourcePlace::line).orElse(0);
    return new StepFailure(
        step,
        at.map(Batch::sql).orElse(""),
        step.source().map(SourcePlace::file).orElse(""),
        line,
        batchLine,
        error.getErrorCode(),
        server.map(SQLServerError::getErrorSeverity).orElse(0),
        server.map(SQLServerError::getErrorState).orElse(0),
        procedure == null ? "" : procedure,
        error.getMessage());
  }

  /// Each batch runs under its own settings: the server keeps them with modules and tables.
  private void set(Batch batch) throws SQLException {
    if (batch.ansiNulls() != ansiNulls) {
      session.run("SET ANSI_NULLS " + (batch.ansiNulls() ? "ON" : "OFF") + ";");
      ansiNulls = batch.ansiNulls();
    }
    if (batch.quotedIdentifier() != quotedIdentifier) {
      session.run("SET QUOTED_IDENTIFIER " + (batch.quotedIdentifier() ? "ON" : "OFF") + ";");
      quotedIdentifier = batch.quotedIdentifier();
    }
  }
}
