package io.hartonomous.deploy;

import io.hartonomous.deploy.DeploymentResult.Blocked;
import io.hartonomous.deploy.DeploymentResult.Failed;
import io.hartonomous.deploy.DeploymentResult.HazardAtStake;
import io.hartonomous.deploy.DeploymentResult.Succeeded;
import io.hartonomous.model.ObjectName;
import io.hartonomous.plan.Plan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One deployment to one target: from [#open] to [#close] it is one session.
public final class Deployment implements AutoCloseable {
  private static final int CANNOT_OPEN_DATABASE = 4060;

  private final Target target;
  private final DeployListener listener;
  private Optional<Session> session;

  private Deployment(Target target, DeployListener listener, Optional<Session> session) {
    this.target = target;
    this.listener = listener;
    this.session = session;
  }

  /// Logs in. A database that is not there is no error yet: see [#databaseExists]. Errors:
  /// [TargetUnreachableException] for a server that does not answer or refuses the login.
  public static Deployment open(Target target, DeployListener listener)
      throws TargetUnreachableException {
    return new Deployment(target, listener, connect(target, target.database()));
  }

  private static Optional<Session> connect(Target target, String database)
      throws TargetUnreachableException {
    try {
      return Optional.of(new Session(target.dataSource(database).getConnection()));
    } catch (SQLException e) {
      if (e.getErrorCode() == CANNOT_OPEN_DATABASE) {
        return Optional.empty();
      }
      throw new TargetUnreachableException(
          "The server "
              + target.server()
              + " cannot be used for database "
              + database
              + ": "
              + firstLine(e.getMessage()),
          e);
    }
  }

  private static String firstLine(String message) {
    return message == null
        ? "no reason was given."
        : message.lines().findFirst().orElse("").replaceAll(" ClientConnectionId:\\S+", "");
  }

  public boolean databaseExists() {
    return session.isPresent();
  }

  /// Makes the database where it is missing; two at once make it once. True if it was made.
  /// `collation` is that of the source; empty for the server's own.
  public boolean createDatabase(Optional<String> collation)
      throws TargetUnreachableException, LockedException {
    if (session.isPresent()) {
      return false;
    }
    Session master =
        connect(target, "master")
            .orElseThrow(() ->
                new TargetUnreachableException(
                    "The server "
                        + target.server()
                        + " lets this login into neither "
                        + target.database()
                        + " nor master.",
                    null));
    boolean made = false;
    try (master) {
      String resource = "hart create database " + target.database();
      if (!DeploymentLock.take(master, resource)) {
        throw new LockedException(target.database(), "a session that is making the database");
      }
      if (master.text("SELECT DB_ID(?)", target.database()).isEmpty()) {
        master.run(
            "CREATE DATABASE "
                + ObjectName.quote(target.database())
                + collation.map(Deployment::collate).orElse("")
                + ";");
        made = true;
      }
      DeploymentLock.give(master, resource);
    } catch (SQLException e) {
      throw new TargetUnreachableException(
          "The database "
              + target.database()
              + " cannot be made on "
              + target.server()
              + ": "
              + firstLine(e.getMessage()),
          e);
    }
    session = connect(target, target.database());
    if (session.isEmpty()) {
      throw new TargetUnreachableException(
          "The database "
              + target.database()
              + " was made on "
              + target.server()
              + ", but this login may not use it.",
          null);
    }
    return made;
  }

  /// A collation's name is no identifier that could be quoted, so nothing else may be in it.
  private static String collate(String collation) {
    if (!collation.matches("[A-Za-z0-9_]+")) {
      throw new IllegalArgumentException("no collation: " + collation);
    }
    return " COLLATE " + collation;
  }

  /// Makes the database with the server's own collation.
  public boolean createDatabase() throws TargetUnreachableException, LockedException {
    return createDatabase(Optional.empty());
  }

  /// The SQLCMD variables that a publisher gives beside the project's own: where the server puts
  /// its files.
  public Map<String, String> builtInVariables() throws TargetUnreachableException {
    try {
      Map<String, String> variables = new TreeMap<>();
      for (String kind : List.of("Data", "Log")) {
        String path =
            live()
                .text(
                    "SELECT CONVERT(nvarchar(4000), SERVERPROPERTY('InstanceDefault"
                        + kind
                        + "Path'))")
                .orElse("");
        variables.put("Default" + kind + "Path", path);
      }
      return variables;
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /// Takes the right to deploy, for as long as the session lives. Errors: [LockedException] with
  /// the holder.
  public void lock() throws LockedException, TargetUnreachableException {
    try {
      if (!DeploymentLock.take(live(), DeploymentLock.RESOURCE)) {
        throw new LockedException(target.database(), Journal.holder(live()));
      }
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /// The connection, for readers of the catalog.
  public Connection connection() {
    return live().connection();
  }

  /// The keys of renames that the database has seen, by SqlPackage or by us.
  public Set<String> appliedRefactorings() throws TargetUnreachableException {
    Set<String> keys = new LinkedHashSet<>();
    try {
      if (live().text("SELECT OBJECT_ID(N'dbo.__RefactorLog', N'U')").isEmpty()) {
        return keys;
      }
      try (PreparedStatement statement =
              live().connection().prepareStatement("SELECT OperationKey FROM dbo.__RefactorLog");
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.add(rows.getString(1).toLowerCase(Locale.ROOT));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /// The hazards of a plan that would stop it now, with the rows at stake.
  public List<HazardAtStake> atStake(Plan plan, ExecuteOptions options)
      throws TargetUnreachableException {
    try {
      return Executor.blocking(live(), plan, options);
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /// Runs a plan. What the database refuses is in the result; only a lost connection is an
  /// exception.
  public DeploymentResult execute(Plan plan, ExecuteOptions options)
      throws TargetUnreachableException {
    try {
      Journal journal = Journal.begin(live(), options.label(), options.toolVersion());
      DeploymentResult result = new Executor(live(), journal, options, listener).run(plan);
      journal.end(
          switch (result) {
            case Succeeded _ -> "succeeded";
            case Blocked _ -> "blocked";
            case Failed _ -> "failed";
          });
      return result;
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  private Session live() {
    return session.orElseThrow(() ->
        new IllegalStateException("The database " + target.database() + " is not there yet."));
  }

  private TargetUnreachableException lost(SQLException e) {
    return new TargetUnreachableException(
        "The database " + target.display() + " could not be asked: " + firstLine(e.getMessage()),
        e);
  }

  @Override
  public void close() {
    session.ifPresent(open -> {
      try {
        open.close();
      } catch (SQLException _) {
        // The session is over either way, and the server gives its lock back.
      }
    });
    session = Optional.empty();
  }
}
