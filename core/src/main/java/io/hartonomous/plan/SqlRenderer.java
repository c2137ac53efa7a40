package io.hartonomous.plan;

/// The plan as a script in SQLCMD mode. Whoever runs it needs no tool of ours: it stops at the
/// first error, and before it does anything where rows are at stake.
final class SqlRenderer {
  private final StringBuilder out = new StringBuilder();
  private boolean ansiNulls = true;
  private boolean quotedIdentifier = true;

  private SqlRenderer() {}

  static String render(Plan plan) {
    SqlRenderer renderer = new SqlRenderer();
    renderer.head(plan);
    boolean looked = false;
    for (Step step : plan.steps()) {
      // A pre-deployment script may move rows out of the way.
      if (!looked && step.phase() != Phase.PRE_DEPLOYMENT) {
        renderer.hazards(plan);
        looked = true;
      }
      renderer.step(step);
    }
    return renderer.out.toString();
  }

  private void head(Plan plan) {
    out.append("-- Deployment script")
        .append(plan.database().isEmpty() ? "" : " for " + plan.database().replace("\n", " "))
        .append("\n");
    out.append("-- ")
        .append(plan.changes().size())
        .append(plan.changes().size() == 1 ? " change, " : " changes, ")
        .append(plan.steps().size());
    out.append(plan.steps().size() == 1 ? " step" : " steps").append(". Run it in SQLCMD mode.\n");
    plan.variables()
        .forEach((name, value) ->
            out.append(":setvar ")
                .append(name)
                .append(" \"")
                .append(value.replace("\"", "\"\""))
                .append("\"\n"));
    out.append(":on error exit\nGO\n");
    batch(
        "SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL,"
            + " QUOTED_IDENTIFIER ON;\n"
            + "SET NUMERIC_ROUNDABORT OFF;\n"
            + "SET XACT_ABORT ON;");
    batch(
        """
        IF N'$(__IsSqlCmdEnabled)' NOT LIKE N'True'
        BEGIN
            PRINT N'This script needs SQLCMD mode.';
            SET NOEXEC ON;
        END;\
        """);
    if (!plan.database().isEmpty()) {
      batch("USE [$(DatabaseName)];");
    }
  }

  private void hazards(Plan plan) {
    for (Step step : plan.steps()) {
      for (Hazard hazard : step.hazards()) {
        if (hazard.blocks() && hazard.earlyCountQuery().isPresent()) {
          batch(
              "-- "
                  + hazard.kind().id()
                  + ": "
                  + hazard.message()
                  + "\nIF ("
                  + hazard.earlyCountQuery().get()
                  + ") > 0\n    RAISERROR (N'"
                  + (hazard.kind().id() + ": " + hazard.message())
                      .replace("'", "''")
                      .replace("%", "%%")
                  + "', 16, 127) WITH NOWAIT;");
        }
      }
    }
  }

  private void step(Step step) {
    out.append("-- Step ")
        .append(step.id())
        .append(": ")
        .append(step.title().replace("\n", " "))
        .append("\n");
    boolean together = step.transactional() && step.batches().size() > 1;
    batch("PRINT N'" + (step.title().replace("'", "''")) + "';");
    if (together) {
      batch("BEGIN TRANSACTION;");
    }
    for (Batch batch : step.batches()) {
      options(batch);
      out.append(batch.sql());
      out.append(batch.sql().endsWith("\n") ? "" : "\n")
          .append("GO")
          .append(batch.count() == 1 ? "" : " " + batch.count())
          .append("\n");
    }
    if (together) {
      batch("COMMIT TRANSACTION;");
    }
  }

  private void options(Batch batch) {
    if (batch.ansiNulls() != ansiNulls) {
      ansiNulls = batch.ansiNulls();
      batch("SET ANSI_NULLS " + (ansiNulls ? "ON;" : "OFF;"));
    }
    if (batch.quotedIdentifier() != quotedIdentifier) {
      quotedIdentifier = batch.quotedIdentifier();
      batch("SET QUOTED_IDENTIFIER " + (quotedIdentifier ? "ON;" : "OFF;"));
    }
  }

  private void batch(String sql) {
    out.append(sql).append("\nGO\n");
  }
}
