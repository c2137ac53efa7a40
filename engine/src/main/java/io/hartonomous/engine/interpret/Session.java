package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Catalog;
import io.hartonomous.engine.catalog.DatabaseCatalog;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.catalog.SessionCatalog;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.SessionFactory.LoginRequest;
import io.hartonomous.engine.translate.PgErrors;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SessionSettings;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/// All that belongs to one logged-in connection while it runs T-SQL: its database and PostgreSQL
/// connection, transaction, temporary tables, settings and the values of functions such as
/// `@@ROWCOUNT`.
public final class Session {
  private final Server server;
  private final int id;
  private final LoginRequest login;
  private final LocalDateTime loginTime = LocalDateTime.now();
  private final Map<String, PgConnection> connections = new HashMap<>();
  private final Cancellation cancellation = new Cancellation();
  private final Transactions transactions = new Transactions(this);
  private final Compiler compiler = new Compiler(this);
  private final Programs programs = new Programs();
  private final Map<String, Cursor> globalCursors = new HashMap<>();
  private final PreparedStatements prepared = new PreparedStatements();
  private final TemporaryTables temporaries = new TemporaryTables(this);
  private final Dependents dependents = new Dependents(this);
  private Settings settings = new Settings();
  private PgConnection pg;
  private SessionCatalog catalog;
  private Names names;
  private PgObjects objects;
  private EngineCatalog plainView;
  private long plainViewVersion = -1;
  private ResultSink sink;
  Frame current;
  long rowCount;
  int lastError;
  BigDecimal identity;
  BigDecimal scopeIdentity;
  int fetchStatus;
  LocalDateTime lastStart = loginTime;
  LocalDateTime lastEnd = loginTime;
  volatile boolean running;
  boolean broken;
  String identityInsert;
  String user = "dbo";
  final Map<String, Object> contextValues = new HashMap<>();

  Session(Server server, int id, LoginRequest login) {
    this.server = server;
    this.id = id;
    this.login = login;
  }

  public Server server() {
    return server;
  }

  public int id() {
    return id;
  }

  LoginRequest login() {
    return login;
  }

  LocalDateTime loginTime() {
    return loginTime;
  }

  public Settings settings() {
    return settings;
  }

  void settings(Settings changed) {
    settings = changed;
  }

  public PgConnection pg() {
    return pg;
  }

  public Connection jdbc() {
    return pg.connection();
  }

  public SessionCatalog catalog() {
    return catalog;
  }

  public DatabaseCatalog database() {
    return catalog.database();
  }

  public String databaseName() {
    return catalog.database().name();
  }

  public Collation collation() {
    return catalog.database().collation();
  }

  public Names names() {
    return names;
  }

  public PgObjects objects() {
    return objects;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  public Transactions transactions() {
    return transactions;
  }

  Compiler compiler() {
    return compiler;
  }

  Programs programs() {
    return programs;
  }

  TemporaryTables temporaries() {
    return temporaries;
  }

  public Dependents dependents() {
    return dependents;
  }

  PreparedStatements prepared() {
    return prepared;
  }

  Map<String, Cursor> globalCursors() {
    return globalCursors;
  }

  public ResultSink sink() {
    return sink;
  }

  void sink(ResultSink to) {
    sink = to;
  }

  public String defaultSchema() {
    return "dbo";
  }

  /// What names stand for now; `lookups` hears what was used.
  public Catalog catalogView(EngineCatalog.Lookups lookups) {
    if (lookups != EngineCatalog.Lookups.NONE) {
      return new EngineCatalog(catalog.state(), defaultSchema(), server.system(), lookups);
    }
    if (plainView == null || plainViewVersion != catalog.state().version()) {
      plainView = new EngineCatalog(catalog.state(), defaultSchema(), server.system(), lookups);
      plainViewVersion = catalog.state().version();
    }
    return plainView;
  }

  /// Goes to another database of the server. Errors: 911 where there is none; 49904 inside a
  /// transaction.
  void use(String name) throws SQLException {
    DatabaseCatalog next = server.open(name).orElseThrow(() -> SqlError.of(911, name));
    if (catalog != null && next == catalog.database()) {
      return;
    }
    if (transactions.isOpen()) {
      throw SqlError.of(49904);
    }
    String key = Collation.DEFAULT.key(name);
    PgConnection connection = connections.get(key);
    if (connection == null) {
      connection = new PgConnection(server.connect(next), cancellation);
      tell(connection);
      connections.put(key, connection);
    }
    pg = connection;
    catalog = new SessionCatalog(next);
    names = new Names(new PgNames(next.collation()));
    objects = new PgObjects(this);
    plainView = null;
    applySettings();
  }

  /// Tells a new connection what definitions may ask about the session.
  private void tell(PgConnection connection) throws SQLException {
    connection.query(
        "SELECT set_config('%s', ?, false), set_config('%s', ?, false),"
            .concat(" set_config('%s', ?, false), set_config('%s', ?, false)")
            .formatted(
                SessionSettings.LOGIN,
                SessionSettings.USER,
                SessionSettings.HOST,
                SessionSettings.APPLICATION),
        statement -> {
          statement.setString(1, login.user());
          statement.setString(2, user);
          statement.setString(3, login.hostName());
          statement.setString(4, login.applicationName());
        },
        rows -> null);
  }

  /// Brings PostgreSQL's settings in line with the session's.
  void applySettings() throws SQLException {
    pg.execute(
        "SET lock_timeout = " + Math.max(settings.lockTimeout == 0 ? 1 : settings.lockTimeout, 0));
  }

  /// Closes the connection to a database that is about to go away or be copied.
  void leave(DatabaseCatalog database) throws SQLException {
    PgConnection connection = connections.remove(Collation.DEFAULT.key(database.name()));
    if (connection != null) {
      connection.close();
    }
  }

  /// The folded full name under which SET IDENTITY_INSERT keeps a table.
  String identityKey(Frame frame, MultiPartName table) {
    String name = table.object().value();
    return name.startsWith("#")
        ? collation().key(name)
        : collation().key(tableName(table).quoted());
  }

  /// A table's two-part name, its schema completed and synonyms followed.
  public ObjectName tableName(MultiPartName name) {
    ObjectName written =
        new ObjectName(
            name.schema().map(Identifier::value).orElse(defaultSchema()), name.object().value());
    return catalogView(EngineCatalog.Lookups.NONE).synonym(written).orElse(written);
  }

  /// A message that goes before the error that ends a statement.
  public void information(int number, int severity, String text) {
    sink.message(
        new ServerMessage(number, 1, severity, text, "", current == null ? 1 : current.line()));
  }

  public SqlError sqlError(SQLException e, String statement) {
    return error(e, statement);
  }

  boolean isIn(DatabaseCatalog database) {
    return catalog != null && catalog.database() == database;
  }

  void message(int number, int severity, int state, String text, Frame frame) {
    sink.message(
        new ServerMessage(
            number,
            state,
            severity,
            text,
            frame == null ? "" : frame.procedureName(),
            frame == null ? 1 : frame.line()));
  }

  SqlError error(SQLException e, String statement) {
    if (cancellation.isRequested() && "57014".equals(e.getSQLState())) {
      throw new Cancelled();
    }
    if (e.getSQLState() != null && e.getSQLState().startsWith("08")
        || "57P01".equals(e.getSQLState())) {
      broken = true;
    }
    return PgErrors.of(e, new ErrorNames(this), statement);
  }

  /// Back to the state after login: settings, temporary tables, cursors, prepared statements.
  void reset() throws SQLException {
    settings = new Settings();
    current = null;
    temporaries.clear();
    globalCursors.clear();
    prepared.clear();
    contextValues.clear();
    identityInsert = null;
    identity = null;
    scopeIdentity = null;
    rowCount = 0;
    lastError = 0;
    fetchStatus = 0;
    server.appLocks().releaseSession(id);
    use(login.database().isEmpty() ? "master" : login.database());
    applySettings();
    closeOthers();
  }

  /// What USE opened on the way is not kept for the next user of a pooled connection.
  private void closeOthers() throws SQLException {
    Iterator<PgConnection> all = connections.values().iterator();
    while (all.hasNext()) {
      PgConnection connection = all.next();
      if (connection != pg) {
        all.remove();
        connection.close();
      }
    }
  }

  void close() throws SQLException {
    SQLException failed = null;
    for (PgConnection connection : connections.values()) {
      try {
        connection.close();
      } catch (SQLException e) {
        failed = e;
      }
    }
    connections.clear();
    if (failed != null) {
      throw failed;
    }
  }
}
