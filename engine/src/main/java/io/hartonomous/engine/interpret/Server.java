package io.hartonomous.engine.interpret;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hartonomous.bind.Catalog;
import io.hartonomous.engine.catalog.CatalogStore;
import io.hartonomous.engine.catalog.DatabaseCatalog;
import io.hartonomous.engine.catalog.SystemObjects;
import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/// What all sessions share: the databases, application locks, the list of sessions.
public final class Server {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "hartonomous ";
  private static final int FIRST_USER_DATABASE = 5;
  private static final int FIRST_SESSION = 51;
  private static final int PREPARE_THRESHOLD = 3;

  private final PostgresCluster cluster;
  private final SystemObjects system = new SystemObjects();
  private final AppLocks appLocks = new AppLocks();
  private final Map<String, Properties> databases = new LinkedHashMap<>();
  private final Map<String, DatabaseCatalog> open = new LinkedHashMap<>();
  private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger lastSession = new AtomicInteger(FIRST_SESSION - 1);
  private final LocalDateTime started = LocalDateTime.now();

  /// What is recorded about a database: `name`, `id`, `collation`, `created` and the options that
  /// ALTER DATABASE set.
  public record Properties(String pgName, ObjectNode json) {
    public String name() {
      return json.get("name").textValue();
    }

    public int id() {
      return json.get("id").intValue();
    }

    public Collation collation() {
      return new Collation(json.get("collation").textValue());
    }

    public Optional<String> option(String option) {
      return Optional.ofNullable(json.get(option)).map(n -> n.asText());
    }
  }

  Server(PostgresCluster cluster) {
    this.cluster = cluster;
  }

  /// Reads the list of databases, and makes the system's where the cluster is fresh.
  void start() throws SQLException {
    try (Connection connection = cluster.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT d.datname, s.description FROM pg_database d JOIN pg_shdescription s ON"
                    + " s.objoid = d.oid AND s.classoid = 'pg_database'::regclass WHERE"
                    + " s.description LIKE '"
                    + MARK
                    + "{%'")) {
      while (rows.next()) {
        ObjectNode json = (ObjectNode) JSON.readTree(rows.getString(2).substring(MARK.length()));
        Properties properties = new Properties(rows.getString(1), json);
        databases.put(key(properties.name()), properties);
      }
    } catch (IOException e) {
      throw new SQLException("a database's comment is damaged", e);
    }
    int id = 0;
    for (String name : List.of("master", "tempdb", "model", "msdb")) {
      id++;
      if (!databases.containsKey(name)) {
        create(
            name,
            id,
            Collation.DEFAULT,
            Map.of("RECOVERY", name.equals("model") ? "FULL" : "SIMPLE"));
      }
    }
  }

  private static String key(String name) {
    return Collation.DEFAULT.key(name);
  }

  public SystemObjects system() {
    return system;
  }

  Catalog systemCatalog() {
    return system;
  }

  AppLocks appLocks() {
    return appLocks;
  }

  LocalDateTime started() {
    return started;
  }

  public synchronized List<Properties> databases() {
    return List.copyOf(databases.values());
  }

  public synchronized Optional<Properties> database(String name) {
    return Optional.ofNullable(databases.get(key(name)));
  }

  /// The catalog of a database, loaded when it is first needed.
  synchronized Optional<DatabaseCatalog> open(String name) throws SQLException {
    Properties properties = databases.get(key(name));
    if (properties == null) {
      return Optional.empty();
    }
    DatabaseCatalog catalog = open.get(key(name));
    if (catalog == null) {
      try (Connection connection = cluster.connect(properties.pgName())) {
        catalog =
            new DatabaseCatalog(
                properties.name(),
                properties.id(),
                CatalogStore.load(connection, properties.collation()));
      }
      open.put(key(name), catalog);
    }
    return Optional.of(catalog);
  }

  Connection connect(DatabaseCatalog catalog) throws SQLException {
    Connection connection = cluster.connect(database(catalog.name()).orElseThrow().pgName());
    connection.unwrap(PGConnection.class).setPrepareThreshold(PREPARE_THRESHOLD);
    return connection;
  }

  /// CREATE DATABASE.
  public synchronized void create(String name, Collation collation) throws SQLException {
    int id = databases.values().stream().mapToInt(Properties::id).max().orElse(0) + 1;
    create(name, Math.max(id, FIRST_USER_DATABASE), collation, Map.of());
  }

  private void create(String name, int id, Collation collation, Map<String, String> options)
      throws SQLException {
    String pgName = new PgNames(Collation.DEFAULT).bare("d_" + name);
    ObjectNode json = JSON.createObjectNode();
    json.put("name", name)
        .put("id", id)
        .put("collation", collation.name())
        .put("created", LocalDateTime.now().toString());
    options.forEach(json::put);
    cluster.createDatabase(pgName);
    Properties properties = new Properties(pgName, json);
    record(properties);
    try (Connection connection = cluster.connect(pgName);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO hncat.setting VALUES ('collation', "
              + PgNames.literal(collation.name())
              + "), ('database', "
              + PgNames.literal(name)
              + "), ('database_id', '"
              + id
              + "')");
    }
    databases.put(key(name), properties);
  }

  private void record(Properties properties) throws SQLException {
    try (Connection connection = cluster.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COMMENT ON DATABASE "
              + PgNames.quote(properties.pgName())
              + " IS "
              + PgNames.literal(MARK + properties.json()));
    }
  }

  /// Records an option of ALTER DATABASE SET.
  public synchronized void option(String database, String option, String value)
      throws SQLException {
    Properties properties = databases.get(key(database));
    properties.json().put(option, value);
    record(properties);
  }

  /// ALTER DATABASE MODIFY NAME: the name of the PostgreSQL database stays.
  public synchronized void rename(String name, String newName) throws SQLException {
    Properties properties = databases.remove(key(name));
    properties.json().put("name", newName);
    record(properties);
    open.remove(key(name));
    databases.put(key(newName), properties);
    try (Connection connection = cluster.connect(properties.pgName());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE hncat.setting SET value = "
              + PgNames.literal(newName)
              + " WHERE name = 'database'");
    }
  }

  /// DROP DATABASE. Errors: 3702 where another session is in it.
  public synchronized void drop(String name, Session by) throws SQLException {
    Properties properties = databases.get(key(name));
    DatabaseCatalog catalog = open.get(key(name));
    for (Session session : sessions.values()) {
      if (session != by && session.isIn(catalog)) {
        throw SqlError.of(3702, "database", name);
      }
    }
    if (catalog != null) {
      for (Session session : sessions.values()) {
        session.leave(catalog);
      }
    }
    cluster.dropDatabase(properties.pgName());
    databases.remove(key(name));
    open.remove(key(name));
  }

  /// Throws every other session out of a database: SET SINGLE_USER WITH ROLLBACK IMMEDIATE.
  public void evict(String name, Session by) {
    for (Session session : sessions.values()) {
      if (session != by && session.databaseName().equalsIgnoreCase(name)) {
        session.broken = true;
      }
    }
  }

  int newSessionId() {
    return lastSession.incrementAndGet();
  }

  void add(Session session) {
    sessions.put(session.id(), session);
  }

  void remove(Session session) {
    sessions.remove(session.id());
    appLocks.releaseAll(session.id());
  }

  List<Session> sessions() {
    return new ArrayList<>(sessions.values());
  }
}
