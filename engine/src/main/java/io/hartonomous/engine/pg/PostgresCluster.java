package io.hartonomous.engine.pg;

import io.hartonomous.engine.platform.Folders;
import io.hartonomous.engine.platform.Platform;
import io.hartonomous.engine.platform.ServerUser;
import io.hartonomous.secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/// The running PostgreSQL of a state folder.
///
/// No committed row is lost when the engine or PostgreSQL is killed; see [PostgresServer] about a
/// crash of the machine.
public final class PostgresCluster implements AutoCloseable {
  private static final String PASSWORD_FILE = "postgres.password";
  private static final String DATA = "data";
  private static final String VERSION_FILE = "hartonomous.version";

  private final PostgresServer server;
  private final Secret password;
  private final PostgresBinaries binaries;

  private PostgresCluster(PostgresServer server, Secret password, PostgresBinaries binaries) {
    this.server = server;
    this.password = password;
    this.binaries = binaries;
  }

  /// Starts the cluster of a state folder, and makes it where there is none. Whoever calls holds
  /// the folder's lock. Errors: [PostgresFailure] where PostgreSQL fails or where the data belongs
  /// to another version of the engine.
  public static PostgresCluster start(Path stateFolder, TemplateScript script, Progress progress)
      throws IOException, InterruptedException {
    Platform.privateFolder(stateFolder);
    ServerUser user = ServerUser.current();
    Path folder = user.folder(stateFolder);
    PostgresBinaries binaries =
        PostgresBinaries.unpacked(user.binariesFolder(stateFolder), progress);
    Path data = folder.resolve(DATA);
    if (Files.notExists(stateFolder.resolve(PASSWORD_FILE))) {
      // The state folder was deleted by hand, but root's PostgreSQL has its files elsewhere: nobody
      // knows their password any more.
      Folders.delete(data);
      Folders.delete(folder.resolve("template"));
    }
    Secret password = password(stateFolder);
    ClusterVersion version = ClusterVersion.of(binaries, script);
    Path versionFile = stateFolder.resolve(VERSION_FILE);
    boolean stale = false;
    if (!Files.isDirectory(data)) {
      ClusterTemplate template =
          new ClusterTemplate(binaries, user, folder.resolve("template"), password);
      Path prepared = template.prepare(script, progress);
      progress.step("making a database cluster");
      template.copyTo(prepared, data);
      version.write(versionFile);
    } else {
      Optional<ClusterVersion> made = ClusterVersion.read(versionFile);
      stale = made.isPresent() && !made.get().equals(version);
      if (stale && !made.get().layout().equals(version.layout())) {
        throw otherVersion(stateFolder);
      }
      if (made.isEmpty()) {
        // The version is written after the data; a start that was killed in between made it with
        // this script or is refused by PostgreSQL.
        version.write(versionFile);
      }
    }
    progress.step("starting PostgreSQL");
    PostgresServer server =
        new PostgresServer(binaries, user, data, stateFolder.resolve("postgres.log"));
    server.start();
    PostgresCluster cluster = new PostgresCluster(server, password, binaries);
    if (stale) {
      progress.step("bringing the databases to this version of the engine");
      try {
        cluster.upgrade(script);
      } catch (SQLException e) {
        cluster.close();
        PostgresFailure failure = otherVersion(stateFolder);
        failure.initCause(e);
        throw failure;
      }
      version.write(versionFile);
    }
    return cluster;
  }

  private static PostgresFailure otherVersion(Path stateFolder) {
    return new PostgresFailure(
        "the databases in "
            + stateFolder
            + " were made by another version of the engine, whose catalog this one cannot read."
            + " `hart engine reset` drops them; the next `hart deploy` makes them anew. To keep"
            + " them, run the version of hart that made them");
  }

  /// Puts the library and the views of this version into every database.
  private void upgrade(TemplateScript script) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0',"
                    + " 'template1') ORDER BY datname")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    for (String name : names) {
      boolean template = name.equals(ClusterTemplate.DATABASE);
      if (template) {
        administer("ALTER DATABASE " + quote(name) + " WITH ALLOW_CONNECTIONS true");
      }
      try (Connection connection = connect(name)) {
        script.upgrade(connection);
      }
      if (template) {
        administer("ALTER DATABASE " + quote(name) + " WITH ALLOW_CONNECTIONS false");
      }
    }
  }

  // Made once: the template and the data keep it.
  private static Secret password(Path stateFolder) throws IOException {
    Path file = stateFolder.resolve(PASSWORD_FILE);
    if (Files.exists(file)) {
      return Secret.of(Files.readString(file).strip().toCharArray());
    }
    Secret password = Secret.random();
    Platform.writePrivate(file, password.reveal());
    return password;
  }

  /// Drops every database of a state folder that is not running. The unpacked binaries and the
  /// template stay.
  public static void reset(Path stateFolder) throws IOException {
    Folders.delete(ServerUser.current().folder(stateFolder).resolve(DATA));
    Files.deleteIfExists(stateFolder.resolve(VERSION_FILE));
  }

  /// Deletes everything that belongs to a state folder and may lie outside it.
  public static void delete(Path stateFolder) throws IOException {
    Folders.delete(ServerUser.current().folder(stateFolder));
  }

  /// A new connection as superuser, in auto-commit mode.
  public Connection connect(String database) throws SQLException {
    return connect(server.port(), database, password);
  }

  static Connection connect(int port, String database, Secret password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", ClusterTemplate.SUPERUSER);
    properties.setProperty("password", password.reveal());
    // Loopback, and no server certificate: asking for TLS first would cost a round trip.
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("tcpNoDelay", "true");
    properties.setProperty("ApplicationName", "hartonomous");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  /// Makes a database as a copy of the template. `name` is PostgreSQL's name, 63 bytes at most.
  public void createDatabase(String name) throws SQLException {
    // The template is small and nobody writes to it: copying its files takes half the time of
    // writing them to the log.
    administer(
        "CREATE DATABASE "
            + quote(name)
            + " TEMPLATE "
            + ClusterTemplate.DATABASE
            + " STRATEGY file_copy");
  }

  /// Drops a database and throws its users out; nothing where it does not exist.
  public void dropDatabase(String name) throws SQLException {
    administer("DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)");
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  public int port() {
    return server.port();
  }

  public PostgresBinaries binaries() {
    return binaries;
  }

  public boolean isAlive() {
    return server.isAlive();
  }

  /// The process that ends when PostgreSQL does.
  public ProcessHandle process() {
    return server.process().toHandle();
  }

  /// Completes when PostgreSQL has ended, by whatever cause.
  public CompletableFuture<Integer> ended() {
    return server.process().onExit().thenApply(Process::exitValue);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
