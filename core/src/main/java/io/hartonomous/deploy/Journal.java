package io.hartonomous.deploy;

import io.hartonomous.plan.Step;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.UUID;

/// What deployments did, kept in the target itself in schema `hart`. A step's row commits with the
/// step; where a step cannot be in a transaction, a row that says "started" is there before it.
final class Journal {
  private static final int TITLE = 1_000;
  private static final int MESSAGE = 4_000;

  private final Session session;
  private final UUID deployment;

  private Journal(Session session, UUID deployment) {
    this.session = session;
    this.deployment = deployment;
  }

  /// Makes the tables where they are missing, and the row of this deployment.
  static Journal begin(Session session, String label, String toolVersion) throws SQLException {
    create(session);
    // Whoever says "running" and does not hold the lock has been killed.
    session.run(
        "UPDATE hart.deployment SET status = 'interrupted', ended_at = SYSUTCDATETIME() WHERE"
            + " status = 'running';");
    UUID id = UUID.randomUUID();
    session.update(
        """
        INSERT INTO hart.deployment (deployment_id, label, status, tool_version, actor, host, process_id, started_at)
        VALUES (?, ?, 'running', ?, ?, ?, ?, SYSUTCDATETIME())\
        """,
        id.toString(),
        label,
        toolVersion,
        System.getProperty("user.name", ""),
        hostName(),
        ProcessHandle.current().pid());
    return new Journal(session, id);
  }

  private static void create(Session session) throws SQLException {
    if (session.text("SELECT SCHEMA_ID(N'hart')").isEmpty()) {
      session.run("CREATE SCHEMA hart;");
    }
    if (session.text("SELECT OBJECT_ID(N'hart.deployment', N'U')").isEmpty()) {
      session.run(
          """
          CREATE TABLE hart.deployment
          (
              deployment_id uniqueidentifier NOT NULL CONSTRAINT PK_hart_deployment PRIMARY KEY,
              label nvarchar(256) NOT NULL,
              status varchar(20) NOT NULL,
              tool_version nvarchar(100) NOT NULL,
              actor nvarchar(256) NOT NULL,
              host nvarchar(256) NOT NULL,
              process_id bigint NOT NULL,
              started_at datetime2(3) NOT NULL,
              ended_at datetime2(3) NULL
          );\
          """);
    }
    if (session.text("SELECT OBJECT_ID(N'hart.deployment_step', N'U')").isEmpty()) {
      session.run(
          """
          CREATE TABLE hart.deployment_step
          (
              deployment_id uniqueidentifier NOT NULL,
              step_id int NOT NULL,
              phase varchar(40) NOT NULL,
              title nvarchar(1000) NOT NULL,
              status varchar(20) NOT NULL,
              started_at datetime2(3) NOT NULL,
              ended_at datetime2(3) NULL,
              error_number int NULL,
              error_message nvarchar(4000) NULL,
              CONSTRAINT PK_hart_deployment_step PRIMARY KEY (deployment_id, step_id),
              CONSTRAINT FK_hart_deployment_step FOREIGN KEY (deployment_id) REFERENCES hart.deployment (deployment_id)
          );\
          """);
    }
  }

  /// Who runs the deployment that is open, for the message to the one who has to wait.
  static String holder(Session session) throws SQLException {
    if (session.text("SELECT OBJECT_ID(N'hart.deployment', N'U')").isEmpty()) {
      return "a session that has just begun";
    }
    return session
        .text(
            """
            SELECT TOP (1) CONCAT(actor, N' on ', host, N' (process ', process_id, N') since ', CONVERT(varchar(19), started_at, 126), N' UTC')
            FROM hart.deployment WHERE status = 'running' ORDER BY started_at DESC\
            """)
        .orElse("a session that has just begun");
  }

  void started(Step step) throws SQLException {
    row(step, "started");
  }

  /// In the step's own transaction.
  void done(Step step) throws SQLException {
    row(step, "done");
    finish(step, "done", 0, "");
  }

  /// After a row that said "started".
  void ended(Step step) throws SQLException {
    finish(step, "done", 0, "");
  }

  void failed(Step step, int number, String message) throws SQLException {
    if (session
        .text(
            "SELECT status FROM hart.deployment_step WHERE deployment_id = ? AND step_id = ?",
            deployment.toString(),
            step.id())
        .isEmpty()) {
      row(step, "failed");
    }
    finish(step, "failed", number, message);
  }

  void end(String status) throws SQLException {
    session.update(
        "UPDATE hart.deployment SET status = ?, ended_at = SYSUTCDATETIME() WHERE deployment_id ="
            + " ?",
        status,
        deployment.toString());
  }

  private void row(Step step, String status) throws SQLException {
    session.update(
        """
        INSERT INTO hart.deployment_step (deployment_id, step_id, phase, title, status, started_at)
        VALUES (?, ?, ?, ?, ?, SYSUTCDATETIME())\
        """,
        deployment.toString(),
        step.id(),
        step.phase().name(),
        cut(step.title(), TITLE),
        status);
  }

  private void finish(Step step, String status, int number, String message) throws SQLException {
    session.update(
        """
        UPDATE hart.deployment_step SET status = ?, ended_at = SYSUTCDATETIME(), error_number = NULLIF(?, 0), error_message = NULLIF(?, N'')
        WHERE deployment_id = ? AND step_id = ?\
        """,
        status,
        number,
        cut(message, MESSAGE),
        deployment.toString(),
        step.id());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "unknown host";
    }
  }
}
