package io.hartonomous.engine.interpret;

import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The `#` tables of a session by the frame that made them, its table variables and the tables that
/// came with a remote procedure call.
final class TemporaryTables {
  private final Session session;
  private final List<Scope> scopes = new ArrayList<>();
  private final List<TemporaryTable> arguments = new ArrayList<>();
  private final Set<String> usedNames = new HashSet<>();
  private int lastTemporaryId;

  /// The temporary tables that one frame made.
  private record Scope(Frame frame, Map<String, TemporaryTable> tables) {}

  TemporaryTables(Session session) {
    this.session = session;
  }

  void enter(Frame frame) {
    scopes.add(new Scope(frame, new HashMap<>()));
  }

  /// Ends a frame: its temporary tables, table variables and local cursors go with it. Those of a
  /// batch stay for the next one.
  void exit(Frame frame) throws SQLException {
    for (TemporaryTable table : frame.tables.values()) {
      drop(table);
    }
    frame.tables.clear();
    if (frame.kind != Frame.Kind.BATCH) {
      Scope scope = scopes.removeLast();
      for (TemporaryTable table : scope.tables().values()) {
        drop(table);
      }
    } else {
      Scope scope = scopes.removeLast();
      if (scopes.isEmpty()) {
        scopes.add(new Scope(null, scope.tables()));
      } else {
        scopes.getLast().tables().putAll(scope.tables());
      }
    }
  }

  private void drop(TemporaryTable table) throws SQLException {
    if (table.borrowed) {
      return;
    }
    if (table.made) {
      (table.owner == null ? session.pg() : table.owner)
          .control("DROP TABLE IF EXISTS " + table.pgName);
      table.made = false;
    }
    usedNames.remove(table.pgName);
  }

  /// A `#` table that the frame sees, or a table variable of the frame; null where there is none.
  TemporaryTable find(Frame frame, String name) {
    String key = session.collation().key(name);
    if (name.startsWith("@")) {
      return frame.tables.get(key);
    }
    for (int i = scopes.size() - 1; i >= 0; i--) {
      TemporaryTable table = scopes.get(i).tables().get(key);
      if (table != null) {
        if (table.owner != null && table.owner != session.pg()) {
          throw SqlError.unsupported("the temporary table " + name + " after USE");
        }
        return table;
      }
    }
    return null;
  }

  TemporaryTable byId(int number) {
    return scopes.stream()
        .flatMap(s -> s.tables().values().stream())
        .filter(t -> t.id == number)
        .findFirst()
        .orElse(null);
  }

  /// Puts a `#` table into the scope of the innermost frame.
  public void add(Table table) {
    String key = session.collation().key(table.name().name());
    Map<String, TemporaryTable> scope = scopes.getLast().tables();
    if (scope.containsKey(key)) {
      throw SqlError.of(2714, table.name().name());
    }
    TemporaryTable made = prepare(table, false, false);
    make(made);
    scope.put(key, made);
  }

  /// A temporary table that is not made yet, with a name that no other one of the session has.
  TemporaryTable prepare(Table table, boolean variable, boolean readOnly) {
    String base = session.collation().key(table.name().name());
    int n = 0;
    String pgName;
    do {
      pgName = "pg_temp." + session.names().pg().identifier(n == 0 ? base : base + "~" + n);
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
      session.pg().execute(new TableDdl(session).createTemporary(table.table(), table.pgName));
    } catch (SQLException e) {
      throw session.error(e, "CREATE TABLE");
    }
    table.made = true;
    table.owner = session.pg();
  }

  /// A table that a remote procedure call brings with it lives as long as the call.
  void argument(TemporaryTable table) {
    arguments.add(table);
  }

  void dropArguments() throws SQLException {
    try {
      for (TemporaryTable table : arguments) {
        // In a transaction that failed nothing can be dropped; it takes the table with it.
        table.made &= !session.pg().isFailed();
        drop(table);
      }
    } finally {
      arguments.clear();
    }
  }

  private void forget(TemporaryTable table) {
    scopes.forEach(s -> s.tables().values().remove(table));
  }

  public void remove(TemporaryTable table) throws SQLException {
    drop(table);
    forget(table);
  }

  /// Which `#` tables there are, to go back to when a transaction is rolled back: PostgreSQL undoes
  /// them too.
  List<Map<String, TemporaryTable>> mark() {
    return scopes.stream().map(s -> Map.copyOf(s.tables())).toList();
  }

  void backTo(List<Map<String, TemporaryTable>> mark) {
    for (int i = 0; i < scopes.size(); i++) {
      Map<String, TemporaryTable> now = scopes.get(i).tables();
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

  List<TemporaryTable> live() {
    List<TemporaryTable> all = new ArrayList<>(variables());
    all.addAll(arguments);
    scopes.forEach(s -> all.addAll(s.tables().values()));
    return all;
  }

  /// The table variables of all running frames.
  List<TemporaryTable> variables() {
    List<TemporaryTable> all = new ArrayList<>();
    for (Scope scope : scopes) {
      if (scope.frame() != null) {
        all.addAll(scope.frame().tables.values());
      }
    }
    return all;
  }

  /// Drops all of them.
  void clear() throws SQLException {
    dropArguments();
    for (Scope scope : scopes) {
      for (TemporaryTable table : scope.tables().values()) {
        drop(table);
      }
    }
    scopes.clear();
    usedNames.clear();
  }
}
