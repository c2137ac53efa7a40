package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows that foreign keys change by themselves. PostgreSQL changes them; what SQL Server does
/// beside that is done by a trigger of PostgreSQL on the child table: their old versions go into
/// the history table, row versions and periods move on, and the rows are put aside for the child's
/// own triggers. It does so only while a setting of the session tells it to, which is made for one
/// statement that changes another table: whatever changes in the child meanwhile, a foreign key has
/// changed.
final class Cascades {
  private final Session session;

  Cascades(Session session) {
    this.session = session;
  }

  /// A table that a change may reach. `updated`: the columns that its foreign key sets.
  record Child(CatalogEntry entry, Table table, List<String> events, Set<String> updated) {}

  /// The tables that cascades from a table reach, nearest first; only those where more is to do
  /// than the change itself.
  List<Child> of(ObjectName parent, List<String> events) {
    List<Child> reached = new ArrayList<>();
    for (String event : events) {
      reach(parent, event, reached);
    }
    return reached.stream().filter(this::isWatched).toList();
  }

  private void reach(ObjectName parent, String event, List<Child> reached) {
    if (event.equals("INSERT")) {
      return;
    }
    for (CatalogEntry entry : session.catalog().state().entries()) {
      if (!(entry.object() instanceof Table table)) {
        continue;
      }
      for (TableConstraint c : table.constraints()) {
        if (c instanceof TableConstraint.ForeignKey k
            && k.enabled()
            && session.collation().same(k.referencedTable(), parent)) {
          TableConstraint.Action action = event.equals("DELETE") ? k.onDelete() : k.onUpdate();
          if (action != TableConstraint.Action.NO_ACTION) {
            boolean deletes = event.equals("DELETE") && action == TableConstraint.Action.CASCADE;
            add(entry, table, deletes ? "DELETE" : "UPDATE", k, reached);
          }
        }
      }
    }
  }

  private void add(
      CatalogEntry entry,
      Table table,
      String event,
      TableConstraint.ForeignKey key,
      List<Child> reached) {
    Set<String> columns = new HashSet<>();
    if (event.equals("UPDATE")) {
      key.columns().forEach(c -> columns.add(session.collation().key(c)));
    }
    for (int i = 0; i < reached.size(); i++) {
      Child known = reached.get(i);
      if (known.entry().id() == entry.id()) {
        columns.addAll(known.updated());
        boolean seen = known.events().contains(event);
        List<String> all = new ArrayList<>(known.events());
        if (!seen) {
          all.add(event);
          all.sort(null);
        }
        reached.set(i, new Child(entry, table, List.copyOf(all), columns));
        if (!seen) {
          reach(table.name(), event, reached);
        }
        return;
      }
    }
    reached.add(new Child(entry, table, List.of(event), columns));
    reach(table.name(), event, reached);
  }

  private boolean isWatched(Child child) {
    return versioning(child.table()).isPresent()
        || !triggers(child).isEmpty()
        || child.events().contains("UPDATE") && !implied(child.table()).isEmpty();
  }

  List<CatalogEntry> triggers(Child child) {
    return session.dependents().triggersOf(child.table().name()).stream()
        .filter(e -> {
          var trigger = (io.hartonomous.model.Module.Trigger) e.object();
          return !trigger.insteadOf()
              && trigger.events().stream().anyMatch(child.events()::contains);
        })
        .toList();
  }

  private static Optional<Table.SystemVersioning> versioning(Table table) {
    return table.options().systemVersioning().filter(Table.SystemVersioning::on);
  }

  /// Columns that every change of a row moves on.
  private static List<Column> implied(Table table) {
    return table.columns().stream()
        .filter(c ->
            c.type().base() == SqlType.Base.ROWVERSION
                || c.generatedAlways()
                    .filter(g -> g == Column.GeneratedAlways.ROW_START)
                    .isPresent())
        .toList();
  }

  /// Makes PostgreSQL's trigger on the child if it is not there as it must be.
  void watch(Child child) throws SQLException {
    PgNames names = session.names().pg();
    String function = "hn.\"cascaded_" + child.entry().id() + "\"";
    String table = names.object(child.table().name());
    String body = body(child, names, table);
    String mark = "hn_cascaded_" + Integer.toHexString(body.hashCode());
    boolean there =
        session
            .pg()
            .query(
                "SELECT 1 FROM pg_trigger WHERE tgrelid = ?::regclass AND tgname = ?",
                s -> {
                  s.setString(1, table);
                  s.setString(2, mark);
                },
                rows -> rows.next());
    if (there) {
      return;
    }
    session
        .pg()
        .execute(
            "DROP FUNCTION IF EXISTS "
                + function
                + " CASCADE; CREATE FUNCTION "
                + function
                + "() RETURNS trigger LANGUAGE plpgsql AS $hn$"
                + body
                + "$hn$; CREATE TRIGGER hn_cascading BEFORE UPDATE ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION "
                + function
                + "(); CREATE TRIGGER "
                + mark
                + " AFTER UPDATE OR DELETE ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION "
                + function
                + "()");
  }

  private String body(Child child, PgNames names, String table) {
    StringBuilder sql =
        new StringBuilder("DECLARE told text := current_setting('")
            .append(setting(child))
            .append(
                "', true);\nBEGIN\n  IF coalesce(told, '') = '' THEN RETURN"
                    + " CASE TG_WHEN WHEN 'BEFORE' THEN NEW END; END IF;\n"
                    + "  IF TG_WHEN = 'BEFORE' THEN\n");
    for (Column c : implied(child.table())) {
      sql.append("    NEW.")
          .append(names.column(c.name()))
          .append(
              c.type().base() == SqlType.Base.ROWVERSION
                  ? " := hn.next_rowversion();\n"
                  : " := hn.transaction_time();\n");
    }
    sql.append("    RETURN NEW;\n  END IF;\n");
    versioning(child.table()).ifPresent(v -> sql.append(history(child.table(), v, names)));
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    ColumnDdl definitions = new ColumnDdl(session);
    for (Column c : child.table().columns()) {
      String name = names.column(c.name());
      columns.add(name);
      values.add(
          ComputedColumns.isReadTime(child.table(), c, false, session.collation())
              ? definitions.computed(child.table(), c, "r")
              : "r." + name);
    }
    String insert =
        " || ' ("
            + String.join(", ", columns).replace("'", "''")
            + ", \"$action\") SELECT "
            + String.join(", ", values).replace("'", "''")
            + ", $2 FROM (SELECT ($1::"
            + table.replace("'", "''")
            + ").*) AS r'";
    return sql.append(
            "  IF told <> '-' THEN\n    EXECUTE 'INSERT INTO ' || split_part(told, '|', 2)")
        .append(insert)
        .append(" USING OLD, TG_OP;\n    IF TG_OP = 'UPDATE' THEN\n")
        .append("      EXECUTE 'INSERT INTO ' || split_part(told, '|', 1)")
        .append(insert)
        .append(" USING NEW, TG_OP;\n    END IF;\n  END IF;\n  RETURN NULL;\nEND ")
        .toString();
  }

  private String history(Table table, Table.SystemVersioning versioning, PgNames names) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column c : table.columns()) {
      if (c.computed().isPresent() && !c.computed().get().persisted()) {
        continue;
      }
      columns.add(names.column(c.name()));
      values.add(
          session.collation().same(c.name(), versioning.periodEnd())
              ? "hn.transaction_time()"
              : "OLD." + names.column(c.name()));
    }
    ObjectName history =
        versioning
            .history()
            .orElseThrow(() -> SqlError.unsupported("a history table without a name"));
    return "  INSERT INTO "
        + names.object(history)
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + String.join(", ", values)
        + ");\n";
  }

  /// Tells the trigger to work: where the rows go, or `-` where no trigger of the user wants them.
  void tell(Child child, Optional<Triggers.Images> images) throws SQLException {
    set(child, images.map(i -> i.inserted() + "|" + i.deleted()).orElse("-"));
  }

  void stop(Child child) throws SQLException {
    set(child, "");
  }

  private void set(Child child, String value) throws SQLException {
    session
        .pg()
        .query(
            "SELECT set_config('" + setting(child) + "', ?, true)",
            s -> s.setString(1, value),
            rows -> rows.next());
  }

  private static String setting(Child child) {
    return "hn.cascaded_" + child.entry().id();
  }

  /// Whether cascades changed any row of the child.
  boolean changed(Triggers.Images images) throws SQLException {
    return session
        .pg()
        .query("SELECT 1 FROM " + images.deleted() + " LIMIT 1", _ -> {}, rows -> rows.next());
  }
}
