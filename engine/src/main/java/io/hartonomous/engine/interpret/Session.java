package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Catalog;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.DatabaseCatalog;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.catalog.Modules;
import io.hartonomous.engine.catalog.SessionCatalog;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.SessionFactory.LoginRequest;
import io.hartonomous.engine.translate.PgErrors;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SessionSettings;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.Parser.Fragment;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final List<TemporaryScope> temporaries = new ArrayList<>();
  private final Set<String> usedNames = new HashSet<>();
  private int lastTemporaryId;
  private Settings settings = new Settings();
  private PgConnection pg;
  private SessionCatalog catalog;
  private Names names;
  private PgObjects objects;
  private EngineCatalog plainView;
  private long plainViewVersion = -1;
  private ResultSink sink;
  private final Map<ObjectName, List<CatalogEntry>> triggers = new HashMap<>();
  private long triggerVersion = -1;
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

  /// The temporary tables that one frame made.
  private record TemporaryScope(Frame frame, Map<String, TemporaryTable> tables) {}

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

  // Questions about the current database.

  /// The table that has a constraint of this name in its schema.
  public Optional<CatalogEntry> findConstraint(ObjectName name) {
    String key = collation().key(name.name());
    return catalog.state().entries().stream()
        .filter(e ->
            e.object() instanceof Table
                && collation().same(e.name().schema(), name.schema())
                && e.ids().constraints().containsKey(key))
        .findFirst();
  }

  /// The enabled triggers of a table or view.
  public List<CatalogEntry> triggersOf(ObjectName table) {
    return allTriggersOf(table).stream()
        .filter(e -> !((Module.Trigger) e.object()).disabled())
        .toList();
  }

  public List<CatalogEntry> allTriggersOf(ObjectName table) {
    if (triggerVersion != catalog.state().version()) {
      triggers.clear();
      for (CatalogEntry e : catalog.state().entries()) {
        if (e.object() instanceof Module.Trigger t) {
          triggers.computeIfAbsent(collation().key(t.parent()), _ -> new ArrayList<>()).add(e);
        }
      }
      triggerVersion = catalog.state().version();
    }
    return List.copyOf(triggers.getOrDefault(collation().key(table), List.of()));
  }

  /// A foreign key of another table that refers to a key.
  public record Reference(ObjectName table, String constraint) {}

  public Optional<Reference> referencing(Table table, TableConstraint.Key key) {
    Set<String> columns = new HashSet<>();
    key.columns().forEach(c -> columns.add(collation().key(c.name())));
    for (CatalogEntry e : catalog.state().entries()) {
      if (e.object() instanceof Table other) {
        for (TableConstraint c : other.constraints()) {
          if (c instanceof TableConstraint.ForeignKey k
              && collation().same(k.referencedTable(), table.name())
              && columns.equals(
                  new HashSet<>(k.referencedColumns().stream().map(collation()::key).toList()))) {
            return Optional.of(new Reference(other.name(), k.name().orElse("")));
          }
        }
      }
    }
    return Optional.empty();
  }

  boolean isReferenced(Table table) {
    return catalog.state().entries().stream()
        .anyMatch(e ->
            e.object() instanceof Table other
                && !collation().same(other.name(), table.name())
                && other.constraints().stream()
                    .anyMatch(c ->
                        c instanceof TableConstraint.ForeignKey k
                            && collation().same(k.referencedTable(), table.name())));
  }

  public boolean isHistory(ObjectName name) {
    return catalog.state().entries().stream()
        .anyMatch(e ->
            e.object() instanceof Table t
                && t.options()
                    .systemVersioning()
                    .filter(Table.SystemVersioning::on)
                    .flatMap(Table.SystemVersioning::history)
                    .filter(h -> collation().same(h, name))
                    .isPresent());
  }

  /// A schema-bound module that names an object.
  public Optional<ObjectName> schemaBoundUser(ObjectName name) {
    return catalog.state().entries().stream()
        .filter(e ->
            switch (e.object()) {
              case Module.View v -> v.schemaBound();
              case Module.ScalarFunction f -> f.schemaBound();
              case Module.TableFunction f -> f.schemaBound();
              default -> false;
            })
        .filter(e -> e.uses().stream().anyMatch(u -> collation().same(u, name)))
        .map(CatalogEntry::name)
        .findFirst();
  }

  /// A table whose default takes values of a sequence.
  public Optional<ObjectName> usesSequence(ObjectName sequence) {
    return catalog.state().entries().stream()
        .filter(e ->
            e.object() instanceof Table t
                && t.columns().stream()
                    .anyMatch(c ->
                        c.defaultConstraint()
                            .filter(d -> namesSequence(d.value().text(), sequence))
                            .isPresent()))
        .map(CatalogEntry::name)
        .findFirst();
  }

  private boolean namesSequence(String expression, ObjectName sequence) {
    boolean[] found = new boolean[1];
    Parser.parseExpression(expression)
        .node()
        .ifPresent(n ->
            Nodes.walk(
                n,
                x -> {
                  if (x instanceof Expression.NextValueFor v) {
                    found[0] |= collation().same(tableName(v.sequence()), sequence);
                  }
                }));
    return found[0];
  }

  /// An object with a column or parameter of a type.
  public Optional<ObjectName> usesType(ObjectName type) {
    return catalog.state().entries().stream()
        .filter(e ->
            switch (e.object()) {
              case Table t -> t.columns().stream().anyMatch(c -> isOf(c.type(), type));
              default ->
                  Modules.parameters(e.object()).stream().anyMatch(p -> isOf(p.type(), type));
            })
        .map(CatalogEntry::name)
        .findFirst();
  }

  private boolean isOf(SqlType type, ObjectName name) {
    return type.userType().filter(n -> collation().same(n, name)).isPresent();
  }

  public boolean hasRows(Table table) throws SQLException {
    return pg.query(
        "SELECT EXISTS (SELECT FROM " + names.table(table.name()) + ")",
        _ -> {},
        r -> r.next() && r.getBoolean(1));
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

  // Temporary tables.

  void enter(Frame frame) {
    temporaries.add(new TemporaryScope(frame, new HashMap<>()));
  }

  /// Ends a frame: its temporary tables, table variables and local cursors go with it. Those of a
  /// batch stay for the next one.
  void exit(Frame frame) throws SQLException {
    for (TemporaryTable table : frame.tables.values()) {
      drop(table);
    }
    frame.tables.clear();
    if (frame.kind != Frame.Kind.BATCH) {
      TemporaryScope scope = temporaries.removeLast();
      for (TemporaryTable table : scope.tables().values()) {
        drop(table);
      }
    } else {
      TemporaryScope scope = temporaries.removeLast();
      if (temporaries.isEmpty()) {
        temporaries.add(new TemporaryScope(null, scope.tables()));
      } else {
        temporaries.getLast().tables().putAll(scope.tables());
      }
    }
  }

  private void drop(TemporaryTable table) throws SQLException {
    if (table.borrowed) {
      return;
    }
    if (table.made) {
      pg.control("DROP TABLE IF EXISTS " + table.pgName);
      table.made = false;
    }
    usedNames.remove(table.pgName);
  }

  /// A `#` table that the frame sees, or a table variable of the frame; null where there is none.
  TemporaryTable temporary(Frame frame, String name) {
    String key = collation().key(name);
    if (name.startsWith("@")) {
      return frame.tables.get(key);
    }
    for (int i = temporaries.size() - 1; i >= 0; i--) {
      TemporaryTable table = temporaries.get(i).tables().get(key);
      if (table != null) {
        return table;
      }
    }
    return null;
  }

  TemporaryTable temporaryById(int number) {
    return temporaries.stream()
        .flatMap(s -> s.tables().values().stream())
        .filter(t -> t.id == number)
        .findFirst()
        .orElse(null);
  }

  /// Puts a `#` table into the scope of the innermost frame.
  public void addTemporary(Table table) {
    String key = collation().key(table.name().name());
    Map<String, TemporaryTable> scope = temporaries.getLast().tables();
    if (scope.containsKey(key)) {
      throw SqlError.of(2714, table.name().name());
    }
    TemporaryTable made = temporaryTable(table, false, false);
    make(made);
    scope.put(key, made);
  }

  /// A temporary table that is not made yet, with a name that no other one of the session has.
  TemporaryTable temporaryTable(Table table, boolean variable, boolean readOnly) {
    String base = collation().key(table.name().name());
    int n = 0;
    String pgName;
    do {
      pgName = "pg_temp." + names.pg().identifier(n == 0 ? base : base + "~" + n);
      n++;
    } while (!usedNames.add(pgName));
    return new TemporaryTable(
        table.name().name(), --lastTemporaryId, table, pgName, variable, readOnly);
  }

  /// Makes a temporary table in PostgreSQL if that has not happened yet.
  void make(TemporaryTable table) {
    if (table.made) {
      return;
    }
    try {
      pg.execute(new TableDdl(this).createTemporary(table.table(), table.pgName));
    } catch (SQLException e) {
      throw error(e, "CREATE TABLE");
    }
    table.made = true;
  }

  private void forget(TemporaryTable table) {
    temporaries.forEach(s -> s.tables().values().remove(table));
  }

  public void dropTemporary(TemporaryTable table) throws SQLException {
    drop(table);
    forget(table);
  }

  /// Which `#` tables there are, to go back to when a transaction is rolled back: PostgreSQL undoes
  /// them too.
  List<Map<String, TemporaryTable>> temporaryMark() {
    return temporaries.stream().map(s -> Map.copyOf(s.tables())).toList();
  }

  void temporariesBackTo(List<Map<String, TemporaryTable>> mark) {
    for (int i = 0; i < temporaries.size(); i++) {
      Map<String, TemporaryTable> now = temporaries.get(i).tables();
      now.values().forEach(t -> usedNames.remove(t.pgName));
      now.clear();
      if (i < mark.size()) {
        now.putAll(mark.get(i));
      }
      for (TemporaryTable table : now.values()) {
        table.made = true;
        usedNames.add(table.pgName);
      }
    }
  }

  List<TemporaryTable> liveTemporaries() {
    List<TemporaryTable> all = new ArrayList<>(tableVariables());
    temporaries.forEach(s -> all.addAll(s.tables().values()));
    return all;
  }

  /// The column that the message about a violated CHECK shows: where the condition names one column
  /// alone.
  Optional<String> checkedColumn(Table table, TableConstraint.Check check) {
    Fragment<Condition> parsed = Parser.parseCondition(check.condition().text());
    Set<String> found = new HashSet<>();
    parsed
        .node()
        .ifPresent(n ->
            Nodes.walk(
                n,
                node -> {
                  if (node instanceof Expression.ColumnReference c) {
                    found.add(collation().key(c.name().object().value()));
                  }
                }));
    return found.size() != 1
        ? Optional.empty()
        : table.columns().stream()
            .map(Column::name)
            .filter(c -> found.contains(collation().key(c)))
            .findFirst();
  }

  /// The table variables of all running frames.
  List<TemporaryTable> tableVariables() {
    List<TemporaryTable> all = new ArrayList<>();
    for (TemporaryScope scope : temporaries) {
      if (scope.frame() != null) {
        all.addAll(scope.frame().tables.values());
      }
    }
    return all;
  }

  /// Back to the state after login: settings, temporary tables, cursors, prepared statements.
  void reset() throws SQLException {
    settings = new Settings();
    for (TemporaryScope scope : temporaries) {
      for (TemporaryTable table : scope.tables().values()) {
        drop(table);
      }
    }
    temporaries.clear();
    usedNames.clear();
    globalCursors.clear();
    prepared.clear();
    contextValues.clear();
    identityInsert = null;
    identity = null;
    scopeIdentity = null;
    rowCount = 0;
    lastError = 0;
    server.appLocks().releaseAll(id);
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
