package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.FunctionTranslator;
import io.hartonomous.engine.translate.Translator;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.text.SourceFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The views and functions that stand in PostgreSQL for those of T-SQL. They are made when a
/// statement first needs them, and dropped when something that they name is changed: PostgreSQL
/// would not let it change else.
public final class PgObjects {
  private final Session session;
  private final Set<Integer> making = new HashSet<>();
  private Set<Integer> made;
  private long madeVersion = -1;
  private long epoch;
  private boolean madeInTransaction;

  public PgObjects(Session session) {
    this.session = session;
  }

  /// Work between dropping and forgetting dependents.
  interface Work {
    void run() throws SQLException;
  }

  private static boolean isPostgres(CatalogEntry entry) {
    return entry.object() instanceof Module.View
        || entry.object() instanceof Module.ScalarFunction
        || entry.object() instanceof Module.TableFunction;
  }

  /// What is in PostgreSQL now, by the comment that each object bears.
  private Set<Integer> made() throws SQLException {
    // Another session may have dropped some since; then the catalog has changed.
    long version = session.catalog().state().version();
    if (made == null || madeVersion != version) {
      madeVersion = version;
      made =
          session
              .pg()
              .query(
                  "SELECT (substr(d.description, 4))::int FROM pg_description d WHERE d.description"
                      + " LIKE 'hn:%' AND d.classoid IN ('pg_class'::regclass,"
                      + " 'pg_proc'::regclass)",
                  _ -> {},
                  rows -> {
                    Set<Integer> found = new HashSet<>();
                    while (rows.next()) {
                      found.add(rows.getInt(1));
                    }
                    return found;
                  });
    }
    return made;
  }

  /// After a rollback PostgreSQL may have lost or regained some.
  public void afterRollback() {
    made = null;
    if (madeInTransaction) {
      madeInTransaction = false;
      epoch++;
    }
  }

  /// Rises when a rollback may have taken away what compiled statements rest on.
  public long epoch() {
    return epoch;
  }

  /// Makes a view or function, with what it needs, if it is not there.
  public void require(CatalogEntry entry) {
    if (!isPostgres(entry)) {
      return;
    }
    try {
      if (made().contains(entry.id()) || !making.add(entry.id())) {
        return;
      }
      try {
        make(entry);
        madeInTransaction |= session.transactions().isOpen();
      } finally {
        making.remove(entry.id());
      }
      made().add(entry.id());
    } catch (SQLException e) {
      made = null;
      if ("42710".equals(e.getSQLState())
          || "42P07".equals(e.getSQLState())
          || "42723".equals(e.getSQLState())
          || "23505".equals(e.getSQLState())) {
        // Another session made it at the same time.
        return;
      }
      throw session.sqlError(e, "SELECT");
    }
  }

  private void make(CatalogEntry entry) throws SQLException {
    Module module = (Module) entry.object();
    ParseResult parsed =
        Parser.parse(
            new SourceFile("", module.definition().text()),
            new ParseOptions(module.quotedIdentifier(), false).shallow());
    ModuleStatement statement =
        (ModuleStatement) parsed.script().batches().getFirst().statements().getFirst();
    DdlContext context = new DdlContext(session);
    BoundModule bound = Binder.bindModule(statement, session.catalogView(context));
    if (!bound.findings().isEmpty()) {
      throw Findings.error(bound.findings().getFirst());
    }
    context.used().stream().filter(e -> e.id() != entry.id()).forEach(this::require);
    String target;
    String sql;
    switch (statement) {
      case ModuleStatement.View view -> {
        target = "VIEW " + session.names().pg().object(module.name());
        sql =
            "CREATE OR REPLACE "
                + target
                + " AS "
                + new Translator(context, bound.binding()).view(view);
        sql = sql + "; COMMENT ON " + target + " IS 'hn:" + entry.id() + "'";
      }
      case ModuleStatement.Function function -> {
        sql =
            new FunctionTranslator(context, session.catalogView(context), bound).create(function)
                + "; COMMENT ON FUNCTION "
                + session.names().pg().function(module.name())
                + " IS 'hn:"
                + entry.id()
                + "'";
      }
      default -> throw new IllegalArgumentException("no view or function");
    }
    String script = sql;
    session
        .transactions()
        .atomic(() -> {
          session.pg().execute(script);
          return null;
        });
  }

  /// Drops an object's own view or function.
  public void drop(CatalogEntry entry) throws SQLException {
    if (!isPostgres(entry) || !made().contains(entry.id())) {
      return;
    }
    String name =
        entry.object() instanceof Module.View
            ? "VIEW IF EXISTS " + session.names().pg().object(entry.name())
            : "FUNCTION IF EXISTS " + session.names().pg().function(entry.name());
    session.pg().execute("DROP " + name + " CASCADE");
    made().remove(entry.id());
  }

  /// Changes an object while nothing in PostgreSQL depends on it: the views and functions that name
  /// it, over others too, are dropped first and made again when they are needed.
  public void around(ObjectName name, Work work) throws SQLException {
    for (CatalogEntry user : users(name)) {
      drop(user);
    }
    work.run();
  }

  /// All modules that name an object, directly or over others.
  List<CatalogEntry> users(ObjectName name) {
    Set<CatalogEntry> found = new LinkedHashSet<>();
    List<ObjectName> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      ObjectName next = open.removeLast();
      for (CatalogEntry entry : session.catalog().state().entries()) {
        if (isPostgres(entry)
            && !found.contains(entry)
            && entry.uses().stream().anyMatch(u -> session.collation().same(u, next))) {
          found.add(entry);
          open.add(entry.name());
        }
      }
    }
    return new ArrayList<>(found);
  }
}
