package io.hartonomous.engine;

import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.Progress;
import io.hartonomous.engine.platform.FolderLock;
import io.hartonomous.engine.platform.Platform;
import io.hartonomous.engine.platform.RunningBuild;
import io.hartonomous.engine.session.EngineSessions;
import io.hartonomous.engine.session.SessionFactory;
import io.hartonomous.engine.session.SqlSession;
import io.hartonomous.engine.tds.TdsOptions;
import io.hartonomous.engine.tds.TdsServer;
import io.hartonomous.engine.tds.TlsIdentity;
import io.hartonomous.secrets.Secret;
import java.io.IOException;
import java.net.BindException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A whole engine in this process: PostgreSQL, sessions and the TDS server over one state folder.
public final class EngineServer implements AutoCloseable {
  /// The login that always exists.
  public static final String ADMINISTRATOR = "sa";

  private static final int LOCK_TRIES = 20;

  private final EngineState state;
  private final FolderLock lock;
  private final EngineLog log;
  private final PostgresCluster cluster;
  private final TdsServer tds;
  private final EngineConnection connection;
  private boolean closed;

  private EngineServer(
      EngineState state,
      FolderLock lock,
      EngineLog log,
      PostgresCluster cluster,
      TdsServer tds,
      EngineConnection connection) {
    this.state = state;
    this.lock = lock;
    this.log = log;
    this.cluster = cluster;
    this.tds = tds;
    this.connection = connection;
  }

  /// Starts an engine; when this returns, clients can log in. Errors: [IOException] where another
  /// engine runs over this folder, or PostgreSQL or the port fails.
  public static EngineServer start(
      EngineState state, EngineSessions sessions, EngineOptions options, Progress progress)
      throws IOException, InterruptedException {
    FolderLock lock = lock(state);
    EngineLog log = null;
    PostgresCluster cluster = null;
    try {
      log = EngineLog.open(state.log());
      state.forget();
      cluster = PostgresCluster.start(state.folder(), sessions.template(), progress);
      progress.step("opening the sessions");
      Secret password = state.password();
      SessionFactory factory = withAdministrator(sessions.open(cluster), password);
      TlsIdentity identity = new TlsIdentity(state.folder(), Platform::protect);
      TdsServer tds = listen(state, options, factory, identity);
      EngineConnection connection =
          new EngineConnection(
              "127.0.0.1",
              tds.port(),
              ADMINISTRATOR,
              password,
              ProcessHandle.current().pid(),
              Instant.now().truncatedTo(ChronoUnit.SECONDS),
              RunningBuild.name());
      EngineServer server = new EngineServer(state, lock, log, cluster, tds, connection);
      state.write(connection);
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      release(cluster, log, lock);
      throw e;
    } catch (SQLException e) {
      release(cluster, log, lock);
      throw new IOException("the sessions cannot be opened: " + e.getMessage(), e);
    }
  }

  // Somebody who asks whether an engine runs holds the lock for a moment.
  private static FolderLock lock(EngineState state) throws IOException, InterruptedException {
    for (int i = 0; i < LOCK_TRIES; i++) {
      Optional<FolderLock> lock = FolderLock.attempt(state.runningLock());
      if (lock.isPresent()) {
        return lock.get();
      }
      Thread.sleep(10);
    }
    throw new IOException("an engine runs already over " + state.folder());
  }

  private static void release(PostgresCluster cluster, EngineLog log, FolderLock lock)
      throws IOException {
    if (log != null) {
      log.close();
    }
    try (lock) {
      if (cluster != null) {
        cluster.close();
      }
    }
  }

  private static TdsServer listen(
      EngineState state, EngineOptions options, SessionFactory factory, TlsIdentity identity)
      throws IOException {
    if (options.port() == 0 && state.lastPort() != 0) {
      try {
        return new TdsServer(
            TdsOptions.loopback(state.lastPort()).withEncryption(options.encryption()),
            factory,
            identity);
      } catch (BindException _) {
        // Somebody took the port of last time: any other will do.
      }
    }
    return new TdsServer(
        TdsOptions.loopback(options.port()).withEncryption(options.encryption()),
        factory,
        identity);
  }

  private static SessionFactory withAdministrator(SessionFactory sessions, Secret password) {
    return new SessionFactory() {
      @Override
      public boolean authenticate(String user, char[] given) {
        return user.equalsIgnoreCase(ADMINISTRATOR)
            ? password.matches(given)
            : sessions.authenticate(user, given);
      }

      @Override
      public SqlSession open(LoginRequest request) throws LoginException {
        return sessions.open(request);
      }
    };
  }

  public EngineConnection connection() {
    return connection;
  }

  public PostgresCluster cluster() {
    return cluster;
  }

  public int connectionCount() {
    return tds.connectionCount();
  }

  /// How long there has been no connection.
  public Duration idle() {
    return tds.idle();
  }

  /// Ends the connections, PostgreSQL and the claim to the folder. Safe to call twice.
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      state.forget();
      try (cluster) {
        tds.close();
      } finally {
        log.close();
      }
    }
  }
}
