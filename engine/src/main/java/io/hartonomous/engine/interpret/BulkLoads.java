package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.ast.TableStatement;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bulk loads: `INSERT BULK`, then its rows.
///
/// As in SQL Server a load that does not ask for it checks no CHECK and FOREIGN KEY constraint and
/// fires no trigger; such a constraint is not trusted afterwards. NULL takes the column's default
/// unless KEEP_NULLS is given. A value for an identity column is kept: a client that does not want
/// that does not name the column.
final class BulkLoads {
  private static final int BATCH = 1000;
  private final Session session;
  private final Interpreter interpreter;
  private Load announced;

  /// A load that may begin.
  private record Load(BulkInsert statement, Changes.Target target) {
    boolean has(BulkInsert.Option option) {
      return statement.options().contains(option);
    }
  }

  BulkLoads(Session session, Interpreter interpreter) {
    this.session = session;
    this.interpreter = interpreter;
  }

  /// Another request came: an announced load is forgotten.
  void forget() {
    announced = null;
  }

  /// Takes an INSERT BULK.
  void announce(BulkInsert statement) {
    announced = null;
    Relation relation = relation(statement);
    Changes.Target target = interpreter.changes().target(bottom(), relation, statement.columns());
    for (Column c : target.columns()) {
      if (c.computed().isPresent()) {
        throw SqlError.of(271, c.name());
      }
      if (c.type().base() == SqlType.Base.ROWVERSION) {
        throw SqlError.of(273);
      }
      if (c.generatedAlways().isPresent()) {
        throw SqlError.unsupported("INSERT BULK into the period column " + c.name());
      }
    }
    if (statement.options().contains(BulkInsert.Option.FIRE_TRIGGERS)
        && !session.dependents().triggersOf(target.table().name()).isEmpty()) {
      throw SqlError.unsupported("INSERT BULK WITH (FIRE_TRIGGERS) into a table that has triggers");
    }
    announced = new Load(statement, target);
    session.sink().done(ResultSink.Command.NONE, -1, false, false);
  }

  private Frame bottom() {
    return new Frame(
        null, Frame.Kind.BATCH, Program.batch("", true), Optional.empty(), 0, session.collation());
  }

  private Relation relation(BulkInsert statement) {
    List<String> parts = statement.name();
    String table = parts.getLast();
    if (table.startsWith("#")) {
      TemporaryTable temporary = session.temporaries().find(bottom(), table);
      if (temporary == null) {
        throw SqlError.of(208, table);
      }
      return temporary.relation();
    }
    if (parts.size() > 2
        && !parts.get(parts.size() - 3).isEmpty()
        && !session.collation().same(parts.get(parts.size() - 3), session.databaseName())) {
      throw SqlError.unsupported("INSERT BULK into a table of another database");
    }
    String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
    ObjectName written = new ObjectName(schema.isEmpty() ? session.defaultSchema() : schema, table);
    Catalog view = session.catalogView(EngineCatalog.Lookups.NONE);
    return view.relation(view.synonym(written).orElse(written))
        .filter(r -> r.kind() == Relation.Kind.TABLE)
        .orElseThrow(() -> SqlError.of(208, String.join(".", parts)));
  }

  /// Stores the rows, all or none of them.
  void load(List<ResultColumn> columns, Iterator<Object[]> rows) throws SQLException {
    Load load = announced;
    announced = null;
    if (load == null) {
      throw SqlError.unsupported("a bulk load without INSERT BULK before it");
    }
    if (columns.size() != load.target().columns().size()) {
      throw SqlError.of(4816);
    }
    if (session.transactions().isDoomed()) {
      throw SqlError.of(3930);
    }
    session.transactions().implicit();
    List<SqlType> types = columns.stream().map(ResultColumn::type).toList();
    long count;
    try {
      count = stored(load, types, rows);
    } catch (SQLException e) {
      throw session.error(e, "INSERT");
    }
    session.rowCount = count;
    session
        .sink()
        .done(ResultSink.Command.INSERT, session.settings().noCount ? -1 : count, false, false);
  }

  private long stored(Load load, List<SqlType> types, Iterator<Object[]> rows) throws SQLException {
    return session
        .transactions()
        .atomic(() -> {
          List<String> unchecked =
              load.has(BulkInsert.Option.CHECK_CONSTRAINTS)
                  ? List.of()
                  : checked(load.target().table());
          constraints(load, "NOCHECK", unchecked);
          long stored = store(load, types, rows);
          constraints(load, "CHECK", unchecked);
          return stored;
        });
  }

  // The enabled CHECK and FOREIGN KEY constraints; those of temporary tables have no name and are
  // always checked.
  private static List<String> checked(Table table) {
    return table.constraints().stream()
        .filter(c ->
            switch (c) {
              case TableConstraint.Check k -> k.enabled();
              case TableConstraint.ForeignKey k -> k.enabled();
              case TableConstraint.Key _, TableConstraint.Connection _ -> false;
            })
        .flatMap(c -> c.name().stream())
        .toList();
  }

  private void constraints(Load load, String verb, List<String> names) throws SQLException {
    if (names.isEmpty() || load.target().table().name().schema().isEmpty()) {
      return;
    }
    Program program =
        Program.batch(
            "ALTER TABLE "
                + load.target().table().name().quoted()
                + " "
                + verb
                + " CONSTRAINT "
                + names.stream()
                    .map(n -> "[" + n.replace("]", "]]") + "]")
                    .collect(Collectors.joining(", ")),
            true);
    Frame frame =
        new Frame(null, Frame.Kind.DYNAMIC, program, Optional.empty(), 0, session.collation());
    frame.current = program.statements().getFirst();
    interpreter.definitions().define(frame, (TableStatement) frame.current);
  }

  private long store(Load load, List<SqlType> types, Iterator<Object[]> rows) throws SQLException {
    List<Column> columns = load.target().columns();
    int identity =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).identity().isPresent())
            .findFirst()
            .orElse(-1);
    BigDecimal[] highest = new BigDecimal[1];
    long count =
        interpreter
            .changes()
            .insertAll(
                load.target(),
                types,
                load.has(BulkInsert.Option.KEEP_NULLS) ? Map.of() : defaults(load.target()),
                identity < 0 ? rows : watched(rows, identity, highest));
    if (highest[0] != null) {
      bumpIdentity(load.target(), columns.get(identity), highest[0]);
    }
    return count;
  }

  private Map<Column, String> defaults(Changes.Target target) {
    ColumnDdl ddl = new TableDdl(session).columns;
    Map<Column, String> defaults = new HashMap<>();
    for (Column c : target.columns()) {
      ddl.defaultValue(target.table(), c)
          .ifPresent(d -> defaults.put(c, "CAST(" + d + " AS " + ddl.type(c) + ")"));
    }
    return defaults;
  }

  private static Iterator<Object[]> watched(
      Iterator<Object[]> rows, int identity, BigDecimal[] highest) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Object[] next() {
        Object[] row = rows.next();
        if (row[identity] != null) {
          BigDecimal value = new BigDecimal(row[identity].toString());
          highest[0] = highest[0] == null ? value : highest[0].max(value);
        }
        return row;
      }
    };
  }

  private void bumpIdentity(Changes.Target target, Column column, BigDecimal value)
      throws SQLException {
    session
        .pg()
        .query(
            "SELECT hn.bump_identity("
                + PgNames.literal(target.pgName())
                + ", "
                + PgNames.literal(session.names().pg().bare(column.name()))
                + ", ?)",
            s -> s.setBigDecimal(1, value),
            r -> null);
    session.identity = value;
    session.scopeIdentity = value;
  }
}
