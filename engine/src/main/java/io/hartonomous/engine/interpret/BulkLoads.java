package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.PgStatement;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.ast.TableStatement;
import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
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
    Changes.Target target =
        interpreter.changes().target(bottom(), relation, statement.columns());
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
        null,
        Frame.Kind.BATCH,
        Program.batch("", true),
        Optional.empty(),
        0,
        session.collation());
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
    ObjectName written =
        new ObjectName(schema.isEmpty() ? session.defaultSchema() : schema, table);
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
        .done(
            ResultSink.Command.INSERT, session.settings().noCount ? -1 : count, false, false);
  }

  private long stored(Load load, List<SqlType> types, Iterator<Object[]> rows)
      throws SQLException {
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
    BitSet defaults = new BitSet();
    List<Column> columns = load.target().columns();
    int identity = -1;
    for (int i = 0; i < columns.size(); i++) {
      defaults.set(
          i,
          !load.has(BulkInsert.Option.KEEP_NULLS)
              && columns.get(i).defaultConstraint().isPresent());
      identity = columns.get(i).identity().isPresent() ? i : identity;
    }
    try (Batches batches = new Batches(load.target(), types)) {
      BigDecimal highest = null;
      while (rows.hasNext()) {
        Object[] row = rows.next();
        BitSet left = new BitSet();
        for (int i = defaults.nextSetBit(0); i >= 0; i = defaults.nextSetBit(i + 1)) {
          left.set(i, row[i] == null);
        }
        batches.add(left, row);
        if (identity >= 0 && row[identity] != null) {
          BigDecimal value = new BigDecimal(row[identity].toString());
          highest = highest == null || value.compareTo(highest) > 0 ? value : highest;
        }
        session.cancellation().check();
      }
      batches.flush();
      if (highest != null) {
        bumpIdentity(load.target(), columns.get(identity), highest);
      }
      return batches.count;
    }
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

  /// Rows on their way to PostgreSQL: one statement for each set of columns that are left to their
  /// defaults, sent in the order of the rows.
  private final class Batches implements AutoCloseable {
    private final Changes.Target target;
    private final List<SqlType> types;
    private final Map<BitSet, Statement> statements = new HashMap<>();
    private Statement current;
    private int pending;
    private long count;

    private record Statement(PgStatement sql, PreparedStatement prepared) {}

    Batches(Changes.Target target, List<SqlType> types) {
      this.target = target;
      this.types = types;
    }

    void add(BitSet left, Object[] row) throws SQLException {
      Statement next = statements.get(left);
      if (next == null) {
        next = prepare(left);
        statements.put(left, next);
      }
      if (next != current) {
        flush();
        current = next;
      }
      interpreter.evaluation().bind(null, next.prepared(), next.sql().parameters(), kept(left, row));
      next.prepared().addBatch();
      count++;
      if (++pending == BATCH) {
        flush();
      }
    }

    private Statement prepare(BitSet left) throws SQLException {
      int[] given = given(left);
      PgStatement sql =
          session
              .compiler()
              .plainTranslator()
              .insertRow(
                  target.pgName(),
                  target.table(),
                  IntStream.of(given).mapToObj(target.columns()::get).toList(),
                  IntStream.of(given).mapToObj(types::get).toList());
      return new Statement(sql, session.jdbc().prepareStatement(sql.sql()));
    }

    private int[] given(BitSet left) {
      return IntStream.range(0, types.size()).filter(i -> !left.get(i)).toArray();
    }

    private Object[] kept(BitSet left, Object[] row) {
      return left.isEmpty() ? row : IntStream.of(given(left)).mapToObj(i -> row[i]).toArray();
    }

    void flush() throws SQLException {
      if (pending == 0) {
        return;
      }
      pending = 0;
      try {
        session.pg().working(current.prepared()::executeBatch);
      } catch (BatchUpdateException e) {
        throw e.getNextException() == null ? e : e.getNextException();
      }
    }

    @Override
    public void close() throws SQLException {
      for (Statement s : statements.values()) {
        s.prepared().close();
      }
    }
  }
}
