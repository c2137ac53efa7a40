package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.translate.AssignmentQuery;
import io.hartonomous.engine.translate.PgStatement;
import io.hartonomous.engine.translate.PgTypes;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// SELECT: result sets, assignments to variables, SELECT INTO.
final class Queries {
  /// The server sends the text of FOR JSON and FOR XML in rows of this many characters.
  private static final int CHUNK = 2033;

  private final Session session;
  private final Evaluation evaluation;

  Queries(Session session, Evaluation evaluation) {
    this.session = session;
    this.evaluation = evaluation;
  }

  void select(Frame frame, DmlStatement.Select s) throws SQLException {
    Compiled compiled = session.compiler().compiled(frame, s);
    evaluation.refresh(compiled);
    Optional<MultiPartName> into = into(s.query());
    if (into.isPresent()) {
      selectInto(frame, s, compiled, into.get());
    } else if (assigns(s.query())) {
      assign(frame, s, compiled);
    } else {
      send(frame, s, compiled);
    }
  }

  private static Optional<MultiPartName> into(QueryExpression query) {
    return switch (query) {
      case QueryExpression.Specification q -> q.into();
      case QueryExpression.SetOperation q -> into(q.operands().getFirst());
      case QueryExpression.Parenthesised q -> into(q.inner());
    };
  }

  private static boolean assigns(QueryExpression query) {
    return query instanceof QueryExpression.Specification q
        && q.elements().stream().anyMatch(e -> e instanceof SelectElement.Assignment);
  }

  private void send(Frame frame, DmlStatement.Select s, Compiled compiled) throws SQLException {
    PgStatement statement =
        compiled.get(s, PgStatement.class, () -> compiled.translator().query(s));
    List<ResultColumn> columns = statement.columns();
    if (session.settings().fmtOnly) {
      session.sink().columns(columns);
      session.sink().done(ResultSink.Command.SELECT, 0, false, frame.isModule());
      return;
    }
    PgConnection.Binder binder = p -> evaluation.bind(frame, p, statement.parameters(), null);
    long rows;
    if (s.query().tail().forClause().isPresent()) {
      rows = session.pg().query(statement.sql(), binder, r -> sendText(columns, r));
    } else {
      rows =
          read(s, compiled, statement, binder, (row, step) -> sendRows(frame, columns, row, step));
    }
    session.rowCount = rows;
    done(frame, ResultSink.Command.SELECT, rows);
  }

  /// Goes to the next row.
  private interface Step {
    boolean next() throws SQLException;
  }

  /// Takes the rows of a result and tells how many there were.
  private interface Taker {
    long take(ResultSet row, Step step) throws SQLException;
  }

  // One round trip where the result is surely small, or was the last time; inside a transaction a
  // stream needs no more.
  private long read(
      DmlStatement.Select s,
      Compiled compiled,
      PgStatement statement,
      PgConnection.Binder binder,
      Taker taker)
      throws SQLException {
    PgConnection pg = session.pg();
    ResultSize size = compiled.get(s.query(), ResultSize.class, () -> ResultSize.of(s.query()));
    if (size.isSurelySmall()) {
      return pg.query(statement.sql(), binder, r -> taker.take(r, r::next));
    }
    int portion = PgRows.portion(statement.columns());
    if (size.mayBeTriedAsSmall() && !pg.inTransaction()) {
      OptionalLong few = pg.few(statement.sql(), portion, binder, r -> taker.take(r, r::next));
      if (few.isPresent()) {
        return few.getAsLong();
      }
    }
    long count = pg.stream(statement.sql(), portion, binder, r -> taker.take(r.row(), r::next));
    size.was(count < portion);
    return count;
  }

  private long sendRows(Frame frame, List<ResultColumn> columns, ResultSet rows, Step step)
      throws SQLException {
    ResultSink sink = session.sink();
    sink.columns(columns);
    Object[] row = new Object[columns.size()];
    SqlType[] types = columns.stream().map(ResultColumn::type).toArray(SqlType[]::new);
    long limit = session.settings().rowCount == 0 ? Long.MAX_VALUE : session.settings().rowCount;
    long count = 0;
    try {
      while (count < limit && step.next()) {
        for (int i = 0; i < row.length; i++) {
          row[i] = PgTypes.read(rows, i + 1, types[i]);
        }
        sink.row(row);
        count++;
        session.cancellation().check();
      }
    } catch (SQLException e) {
      brokenOff(frame, ResultSink.Command.SELECT, count);
      throw e;
    }
    return count;
  }

  private long sendText(List<ResultColumn> columns, ResultSet rows) throws SQLException {
    ResultSink sink = session.sink();
    sink.columns(columns);
    String text = rows.next() ? rows.getString(1) : null;
    if (text == null) {
      return 0;
    }
    int count = 0;
    for (int at = 0; at < text.length(); count++) {
      int end = Math.min(at + CHUNK, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      sink.row(new Object[] {text.substring(at, end)});
      at = end;
    }
    return count;
  }

  /// A result set ends in an error. Where a TRY takes the error, nothing else tells the client that
  /// no more rows come.
  void brokenOff(Frame frame, ResultSink.Command command, long count) {
    if (frame.inTry()) {
      done(frame, command, count);
    }
  }

  void done(Frame frame, ResultSink.Command command, long count) {
    session.sink().done(command, session.settings().noCount ? -1 : count, false, frame.isModule());
  }

  private void assign(Frame frame, DmlStatement.Select s, Compiled compiled) throws SQLException {
    AssignmentQuery query =
        compiled.get(s, AssignmentQuery.class, () -> compiled.translator().assignments(s));
    PgStatement statement = query.statement();
    PgConnection.Binder binder = p -> evaluation.bind(frame, p, statement.parameters(), null);
    session.rowCount =
        read(
            s,
            compiled,
            statement,
            binder,
            (row, step) -> assign(frame, compiled, query, row, step));
  }

  private long assign(
      Frame frame, Compiled compiled, AssignmentQuery query, ResultSet rows, Step step)
      throws SQLException {
    long count = 0;
    while (step.next()) {
      for (AssignmentQuery.Assignment a : query.assignments()) {
        evaluation.assign(frame, compiled, a, rows);
      }
      count++;
    }
    return count;
  }

  /// Makes the table from the columns of the query and fills it in one transaction.
  private void selectInto(Frame frame, DmlStatement.Select s, Compiled compiled, MultiPartName into)
      throws SQLException {
    List<Relation.Column> columns = compiled.binding().columns(s.query());
    boolean temporary = into.object().value().startsWith("#");
    ObjectName name =
        temporary ? new ObjectName("", into.object().value()) : session.tableName(into);
    List<Column> made = new ArrayList<>();
    for (Relation.Column c : columns) {
      if (c.name().isEmpty()) {
        throw SqlError.of(1038);
      }
      made.add(
          new Column(
              c.name(),
              c.type(),
              c.nullable(),
              c.identity() ? Optional.of(Column.Identity.DEFAULT) : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              false,
              false,
              false,
              Optional.empty()));
    }
    Table table = new Table(name, made, List.of(), List.of(), Table.TableOptions.DEFAULT);
    TableDdl ddl = new TableDdl(session);
    long count =
        session
            .transactions()
            .atomic(() -> {
              String target;
              if (temporary) {
                session.temporaries().add(table);
                target = session.temporaries().find(frame, name.name()).pgName;
              } else {
                ddl.create(table);
                target = session.names().table(name);
              }
              PgStatement statement =
                  compiled
                      .translator()
                      .selectInto(s, target, made.stream().map(Column::name).toList());
              return session
                  .pg()
                  .update(
                      statement.sql(),
                      p -> evaluation.bind(frame, p, statement.parameters(), null));
            });
    session.rowCount = count;
    done(frame, ResultSink.Command.SELECT, count);
  }

  /// All rows of a query, for cursors.
  List<Object[]> rows(Frame frame, PgStatement statement) throws SQLException {
    return session
        .pg()
        .query(
            statement.sql(),
            p -> evaluation.bind(frame, p, statement.parameters(), null),
            rows -> {
              List<Object[]> all = new ArrayList<>();
              while (rows.next()) {
                Object[] row = new Object[statement.columns().size()];
                for (int i = 0; i < row.length; i++) {
                  row[i] = PgTypes.read(rows, i + 1, statement.columns().get(i).type());
                }
                all.add(row);
              }
              return all;
            });
  }
}
