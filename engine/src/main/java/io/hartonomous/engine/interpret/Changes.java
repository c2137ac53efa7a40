package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import io.hartonomous.bind.TableSource;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.interpret.eval.Conversions;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.translate.PgDml;
import io.hartonomous.engine.translate.PgStatement;
import io.hartonomous.engine.translate.PgTypes;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.TableReference;
import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// INSERT, UPDATE, DELETE, MERGE and TRUNCATE, with their OUTPUT, identity values and triggers.
final class Changes {
  private static final int BATCH = 1000;
  private final Session session;
  private final Interpreter interpreter;
  private final Evaluation evaluation;
  private final Queries queries;
  private final Triggers triggers;
  private final Cascades cascades;

  Changes(Session session, Interpreter interpreter, Evaluation evaluation, Queries queries) {
    this.session = session;
    this.interpreter = interpreter;
    this.evaluation = evaluation;
    this.queries = queries;
    this.triggers = new Triggers(session, interpreter);
    this.cascades = new Cascades(session);
  }

  void change(Frame frame, DmlStatement statement) throws SQLException {
    if (session.transactions().isDoomed()) {
      throw SqlError.of(3930);
    }
    if (session.settings().rowCount != 0) {
      throw SqlError.unsupported("SET ROWCOUNT for INSERT, UPDATE and DELETE");
    }
    switch (statement) {
      case DmlStatement.Truncate t -> truncate(frame, t);
      case DmlStatement.Insert i when i.source() instanceof DmlPart.InsertSource.Execute e ->
          insertExec(frame, i, e);
      case DmlStatement.Insert i ->
          change(frame, i, i.target(), i.output(), ResultSink.Command.INSERT, List.of("INSERT"));
      case DmlStatement.Update u ->
          change(frame, u, u.target(), u.output(), ResultSink.Command.UPDATE, List.of("UPDATE"));
      case DmlStatement.Delete d ->
          change(frame, d, d.target(), d.output(), ResultSink.Command.DELETE, List.of("DELETE"));
      case DmlStatement.Merge m ->
          change(frame, m, m.target(), m.output(), ResultSink.Command.MERGE, events(m));
      case DmlStatement.Select _ -> throw new IllegalArgumentException("no change");
    }
  }

  private static List<String> events(DmlStatement.Merge m) {
    return m.clauses().stream()
        .map(c ->
            switch (c.action()) {
              case DmlPart.MergeAction.Insert _ -> "INSERT";
              case DmlPart.MergeAction.Update _ -> "UPDATE";
              case DmlPart.MergeAction.Delete _ -> "DELETE";
            })
        .distinct()
        .sorted()
        .toList();
  }

  /// A translated change, with the options it was made for.
  private record Translated(PgDml.Options options, PgDml dml) {}

  private void change(
      Frame frame,
      DmlStatement statement,
      TableReference target,
      Optional<DmlPart.Output> output,
      ResultSink.Command command,
      List<String> events)
      throws SQLException {
    Compiled compiled = session.compiler().compiled(frame, statement);
    evaluation.refresh(compiled);
    Relation relation =
        compiled
            .binding()
            .source(target)
            .map(TableSource::relation)
            .orElseThrow(() -> SqlError.unsupported("this target of a change"));
    requireWritable(frame, relation);
    List<CatalogEntry> fired = triggers.of(relation, events);
    List<Cascades.Child> children = children(compiled, target, relation, events);
    if (fired.isEmpty() && children.isEmpty()) {
      Result result =
          execute(
              frame,
              statement,
              compiled,
              options(relation, Optional.empty(), Optional.empty()),
              output);
      finish(frame, command, result);
      return;
    }
    if (fired.stream().anyMatch(e -> ((Module.Trigger) e.object()).insteadOf())) {
      throw SqlError.unsupported("INSTEAD OF triggers");
    }
    if (!fired.isEmpty() && output.isPresent() && output.get().into().isEmpty()) {
      throw SqlError.of(334, relation.name().name());
    }
    Result[] result = new Result[1];
    session
        .transactions()
        .atomic(() -> {
          Optional<Triggers.Images> images =
              fired.isEmpty() ? Optional.empty() : Optional.of(triggers.images(relation));
          PgDml.Options options =
              options(
                  relation,
                  images.map(Triggers.Images::inserted),
                  images.map(Triggers.Images::deleted));
          List<Optional<Triggers.Images>> reached = new ArrayList<>();
          for (Cascades.Child child : children) {
            cascades.watch(child);
            reached.add(
                cascades.triggers(child).isEmpty()
                    ? Optional.empty()
                    : Optional.of(triggers.images(relation(child))));
            cascades.tell(child, reached.getLast());
          }
          result[0] = execute(frame, statement, compiled, options, output);
          for (Cascades.Child child : children) {
            cascades.stop(child);
          }
          BigDecimal scope = frame.scopeIdentity;
          session.rowCount = result[0].count();
          // Triggers fire against the order of the cascade, the changed table's own last.
          for (int i = children.size() - 1; i >= 0; i--) {
            if (reached.get(i).isPresent()) {
              fire(frame, children.get(i), reached.get(i).get());
            }
          }
          session.rowCount = result[0].count();
          if (images.isPresent()) {
            triggers.fire(frame, statement, relation, fired, images.get(), events);
          }
          frame.scopeIdentity = scope;
          return null;
        });
    finish(frame, command, result[0]);
  }

  /// The tables that cascades of the change reach, and that do more than change.
  private List<Cascades.Child> children(
      Compiled compiled, TableReference target, Relation relation, List<String> events) {
    if (relation.kind() != Relation.Kind.TABLE || events.equals(List.of("INSERT"))) {
      return List.of();
    }
    return List.of(
        compiled.get(
            target,
            Cascades.Child[].class,
            () -> cascades.of(relation.name(), events).toArray(Cascades.Child[]::new)));
  }

  private static Relation relation(Cascades.Child child) {
    return Relation.of(child.table().name(), Relation.Kind.TABLE, child.table().columns());
  }

  private void fire(Frame frame, Cascades.Child child, Triggers.Images images) throws SQLException {
    if (!cascades.changed(images)) {
      triggers.drop(images);
      return;
    }
    triggers.fire(
        frame,
        relation(child),
        cascades.triggers(child),
        images,
        child.events(),
        event -> event.equals("UPDATE") ? child.updated() : Set.of());
  }

  private PgDml.Options options(
      Relation relation, Optional<String> inserted, Optional<String> deleted) {
    String key =
        relation.kind() == Relation.Kind.TABLE
            ? session.collation().key(relation.name().quoted())
            : session.collation().key(relation.name().name());
    return new PgDml.Options(key.equals(session.identityInsert), inserted, deleted);
  }

  /// Parameters that are READONLY and history tables take no change.
  private void requireWritable(Frame frame, Relation relation) {
    if (relation.kind() == Relation.Kind.TABLE_VARIABLE) {
      TemporaryTable table = session.temporaries().find(frame, relation.name().name());
      if (table != null && table.readOnly) {
        throw SqlError.of(10700, table.name);
      }
    }
  }

  /// How many rows changed, and the last identity value where there is one.
  private record Result(long count, BigDecimal identity, boolean hasIdentity) {}

  private Result execute(
      Frame frame,
      DmlStatement statement,
      Compiled compiled,
      PgDml.Options options,
      Optional<DmlPart.Output> output)
      throws SQLException {
    Translated known = compiled.get(statement, Translated[].class, () -> new Translated[1])[0];
    if (known == null || !known.options().equals(options)) {
      known = new Translated(options, translate(statement, compiled, options));
      compiled.get(statement, Translated[].class, () -> null)[0] = known;
    }
    PgDml dml = known.dml();
    PgStatement sql = dml.statement();
    return switch (dml.shape()) {
      case COUNT ->
          new Result(
              session
                  .pg()
                  .update(sql.sql(), p -> evaluation.bind(frame, p, sql.parameters(), null)),
              null,
              false);
      case SUMMARY ->
          session
              .pg()
              .query(
                  sql.sql(),
                  p -> evaluation.bind(frame, p, sql.parameters(), null),
                  rows -> summary(dml, rows));
      case ROWS ->
          session.pg().stream(
              sql.sql(),
              PgRows.portion(sql.columns()),
              p -> evaluation.bind(frame, p, sql.parameters(), null),
              rows -> output(frame, dml, rows));
    };
  }

  private static PgDml translate(DmlStatement statement, Compiled compiled, PgDml.Options options) {
    return switch (statement) {
      case DmlStatement.Insert i -> compiled.translator().insert(i, options);
      case DmlStatement.Update u -> compiled.translator().update(u, options);
      case DmlStatement.Delete d -> compiled.translator().delete(d, options);
      case DmlStatement.Merge m -> compiled.translator().merge(m, options);
      default -> throw new IllegalArgumentException("no change");
    };
  }

  private static Result summary(PgDml dml, ResultSet rows) throws SQLException {
    rows.next();
    return new Result(rows.getLong(1), rows.getBigDecimal(2), dml.identity());
  }

  private Result output(Frame frame, PgDml dml, PgRows portions) throws SQLException {
    ResultSet rows = portions.row();
    List<ResultColumn> columns = dml.statement().columns();
    boolean shown = !columns.isEmpty();
    if (shown) {
      session.sink().columns(columns);
    }
    Object[] row = new Object[columns.size()];
    long count = 0;
    BigDecimal identity = null;
    while (portions.next()) {
      for (int i = 0; i < row.length; i++) {
        row[i] = PgTypes.read(rows, i + 1, columns.get(i).type());
      }
      if (shown) {
        session.sink().row(row);
      }
      int last = columns.size();
      for (PgDml.Assignment a : dml.assignments()) {
        assign(frame, a, PgTypes.read(rows, a.column(), a.type()));
        last = Math.max(last, a.column());
      }
      if (dml.identity()) {
        BigDecimal value = rows.getBigDecimal(last + 1);
        identity = value == null ? identity : value;
      }
      count++;
    }
    return new Result(count, identity, dml.identity());
  }

  private void assign(Frame frame, PgDml.Assignment a, Object value) {
    Variable variable = evaluation.variable(frame, a.variable());
    if (a.operator() != QueryPart.AssignmentOperator.ASSIGN) {
      throw SqlError.unsupported("SET @variable " + a.operator().sql() + " in UPDATE");
    }
    variable.value = Conversions.assign(value, a.type(), variable.type);
  }

  private void finish(Frame frame, ResultSink.Command command, Result result) {
    session.rowCount = result.count();
    if (result.hasIdentity() && result.count() > 0) {
      identity(frame, result.identity());
    }
    queries.done(frame, command, result.count());
  }

  private void identity(Frame frame, BigDecimal value) {
    session.identity = value;
    if (frame.kind == Frame.Kind.BATCH) {
      session.scopeIdentity = value;
    } else {
      frame.scopeIdentity = value;
    }
  }

  private void insertExec(
      Frame frame, DmlStatement.Insert insert, DmlPart.InsertSource.Execute source)
      throws SQLException {
    Compiled compiled = session.compiler().compiled(frame, insert);
    Relation relation =
        compiled.binding().source(insert.target()).map(TableSource::relation).orElseThrow();
    requireWritable(frame, relation);
    if (!triggers.of(relation, List.of("INSERT")).isEmpty()) {
      throw SqlError.unsupported("INSERT ... EXEC into a table with triggers");
    }
    long count =
        session
            .transactions()
            .atomic(() -> {
              CaptureSink captured = interpreter.calls().captured(frame, source.execute());
              long n = 0;
              for (CaptureSink.Result result : captured.results()) {
                n +=
                    insertRows(
                        frame,
                        compiled,
                        relation,
                        insert.columns().stream().map(Identifier::value).toList(),
                        result);
              }
              return n;
            });
    session.rowCount = count;
    queries.done(frame, ResultSink.Command.INSERT, count);
  }

  private long insertRows(
      Frame frame,
      Compiled compiled,
      Relation relation,
      List<String> names,
      CaptureSink.Result result)
      throws SQLException {
    Target target = target(frame, relation, names);
    List<SqlType> types = result.columns().stream().map(ResultColumn::type).toList();
    if (types.size() != target.columns().size()) {
      throw SqlError.of(213);
    }
    PgStatement statement =
        compiled.translator().insertRow(target.pgName(), target.table(), target.columns(), types);
    long count = 0;
    for (Object[] row : result.rows()) {
      count +=
          session
              .pg()
              .update(statement.sql(), p -> evaluation.bind(frame, p, statement.parameters(), row));
    }
    return count;
  }

  /// Where rows go: the table and its columns in the order of the values.
  record Target(String pgName, Table table, List<Column> columns) {}

  /// `names` empty means all columns that can take a value.
  Target target(Frame frame, Relation relation, List<String> names) {
    TemporaryTable temporary =
        relation.kind() == Relation.Kind.TABLE
            ? null
            : session.temporaries().find(frame, relation.name().name());
    Table table;
    String pgName;
    if (temporary != null) {
      session.temporaries().make(temporary);
      table = temporary.table();
      pgName = temporary.pgName;
    } else {
      table =
          session
              .catalog()
              .state()
              .named(relation.name())
              .filter(e -> e.object() instanceof Table)
              .map(e -> (Table) e.object())
              .orElseThrow(
                  () -> SqlError.unsupported("putting rows into " + relation.name().name()));
      pgName = session.names().table(table.name());
    }
    List<Column> columns =
        names.isEmpty()
            ? table.columns().stream()
                .filter(c ->
                    c.identity().isEmpty()
                        && c.computed().isEmpty()
                        && c.generatedAlways().isEmpty()
                        && c.type().base() != SqlType.Base.ROWVERSION)
                .toList()
            : names.stream()
                .map(n ->
                    table.columns().stream()
                        .filter(c -> session.collation().same(c.name(), n))
                        .findFirst()
                        .orElseThrow(() -> SqlError.of(207, n)))
                .toList();
    return new Target(pgName, table, columns);
  }

  private void truncate(Frame frame, DmlStatement.Truncate t) throws SQLException {
    if (!t.partitions().isEmpty()) {
      throw SqlError.unsupported("TRUNCATE TABLE WITH (PARTITIONS)");
    }
    if (t.table().object().value().startsWith("#")) {
      TemporaryTable table = session.temporaries().find(frame, t.table().object().value());
      if (table == null) {
        throw SqlError.of(4701, t.table().object().value());
      }
      session.pg().update("TRUNCATE TABLE " + table.pgName + " RESTART IDENTITY", _ -> {});
    } else {
      ObjectName name = session.tableName(t.table());
      CatalogEntry entry =
          session
              .catalog()
              .state()
              .named(name)
              .orElseThrow(() -> SqlError.of(4701, t.table().object().value()));
      if (!(entry.object() instanceof Table table)) {
        throw SqlError.of(4708, name.name());
      }
      if (table.options().systemVersioning().filter(Table.SystemVersioning::on).isPresent()) {
        throw SqlError.of(13550, name.quoted());
      }
      if (session.dependents().isReferenced(table)) {
        throw SqlError.of(4712, name.name());
      }
      session
          .pg()
          .update("TRUNCATE TABLE " + session.names().table(name) + " RESTART IDENTITY", _ -> {});
    }
    session.rowCount = 0;
  }

  /// Puts rows of a bulk load or a table-valued parameter into a table, in batches. `ifNull` holds
  /// what stands in for NULL.
  long insertAll(
      Target target, List<SqlType> types, Map<Column, String> ifNull, Iterator<Object[]> rows)
      throws SQLException {
    PgStatement statement =
        session
            .compiler()
            .plainTranslator()
            .insertRow(target.pgName(), target.table(), target.columns(), types, ifNull);
    long count = 0;
    try (PreparedStatement prepared = session.jdbc().prepareStatement(statement.sql())) {
      int pending = 0;
      while (rows.hasNext()) {
        evaluation.bind(null, prepared, statement.parameters(), rows.next());
        prepared.addBatch();
        count++;
        session.cancellation().check();
        if (++pending == BATCH) {
          session.pg().working(prepared::executeBatch);
          pending = 0;
        }
      }
      if (pending > 0) {
        session.pg().working(prepared::executeBatch);
      }
    } catch (BatchUpdateException e) {
      throw e.getNextException() == null ? e : e.getNextException();
    }
    return count;
  }
}
