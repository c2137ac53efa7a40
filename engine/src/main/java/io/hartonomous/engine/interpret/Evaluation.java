package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundExpression;
import io.hartonomous.bind.Variables;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.interpret.eval.Conversions;
import io.hartonomous.engine.interpret.eval.EvaluationContext;
import io.hartonomous.engine.interpret.eval.Evaluator;
import io.hartonomous.engine.interpret.eval.Scalars;
import io.hartonomous.engine.translate.AssignmentQuery;
import io.hartonomous.engine.translate.ParameterRef;
import io.hartonomous.engine.translate.PgStatement;
import io.hartonomous.engine.translate.PgTypes;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.Statement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Computes expressions and conditions: in Java where they rest on variables and constants alone,
/// else in PostgreSQL.
final class Evaluation {
  private final Session session;
  private final SessionFunctions functions;

  Evaluation(Session session) {
    this.session = session;
    this.functions = new SessionFunctions(session);
  }

  /// Where an expression or a condition is computed.
  private sealed interface Place {
    enum Java implements Place {
      JAVA
    }

    record Postgres(PgStatement statement) implements Place {}
  }

  /// The value of an expression that stands in `statement`, converted to `target` as an assignment
  /// does.
  Object value(Frame frame, Statement statement, Expression expression, SqlType target)
      throws SQLException {
    return value(frame, compiled(frame, statement), expression, Optional.of(target));
  }

  Object value(Frame frame, Compiled compiled, Expression expression, Optional<SqlType> target)
      throws SQLException {
    Place place =
        compiled.get(
            expression,
            Place.class,
            () ->
                Evaluator.handles(expression, compiled.binding())
                    ? Place.Java.JAVA
                    : new Place.Postgres(compiled.translator().value(expression, target)));
    if (place instanceof Place.Postgres p) {
      return single(frame, p.statement());
    }
    Evaluator evaluator = new Evaluator(compiled.scalars(), context(frame, compiled));
    return target.isPresent()
        ? evaluator.value(expression, target.get())
        : evaluator.value(expression);
  }

  /// The value with its own type.
  Object value(Frame frame, Statement statement, Expression expression) throws SQLException {
    return value(frame, compiled(frame, statement), expression, Optional.empty());
  }

  /// The value of an expression that stands outside a statement, of constants alone.
  Object constant(Frame frame, Expression expression, SqlType target) {
    BoundExpression bound =
        Binder.bindExpression(
            expression, session.catalogView(EngineCatalog.Lookups.NONE), Variables.NONE);
    return new Evaluator(bound.binding(), context(frame, null)).value(expression, target);
  }

  SqlType type(Frame frame, Statement statement, Expression expression) {
    return compiled(frame, statement).binding().type(expression);
  }

  private Object single(Frame frame, PgStatement statement) throws SQLException {
    SqlType type = statement.columns().getFirst().type();
    return session
        .pg()
        .query(
            statement.sql(),
            s -> bind(frame, s, statement.parameters(), null),
            rows -> rows.next() ? PgTypes.read(rows, 1, type) : null);
  }

  Boolean test(Frame frame, Statement statement, Condition condition) throws SQLException {
    Compiled compiled = compiled(frame, statement);
    Place place =
        compiled.get(
            condition,
            Place.class,
            () ->
                Evaluator.handles(condition, compiled.binding())
                    ? Place.Java.JAVA
                    : new Place.Postgres(compiled.translator().condition(condition)));
    if (place instanceof Place.Postgres p) {
      refresh(compiled);
      return decided(frame, p.statement());
    }
    return new Evaluator(compiled.scalars(), context(frame, compiled)).test(condition);
  }

  private Boolean decided(Frame frame, PgStatement statement) throws SQLException {
    return (Boolean) single(frame, statement);
  }

  /// One assignment of `SELECT @v = ...` for one row.
  void assign(Frame frame, Compiled compiled, AssignmentQuery.Assignment a, ResultSet row)
      throws SQLException {
    Map<Expression, Object> known = new IdentityHashMap<>();
    for (Map.Entry<Expression, Integer> input : a.inputs().entrySet()) {
      known.put(
          input.getKey(),
          PgTypes.read(row, input.getValue(), compiled.binding().type(input.getKey())));
    }
    Variable variable = variable(frame, a.variable());
    SqlType type = compiled.binding().type(a.value());
    Object value =
        known.containsKey(a.value())
            ? known.get(a.value())
            : new Evaluator(
                    compiled.get(
                        a.value(),
                        Scalars.class,
                        () -> new Scalars(compiled.binding(), a.inputs().keySet())),
                    context(frame, compiled),
                    known)
                .value(a.value());
    if (a.operator() != AssignmentOperator.ASSIGN) {
      throw SqlError.unsupported("SELECT @variable " + a.operator().sql());
    }
    variable.value = value == null ? null : Conversions.assign(value, type, variable.type);
  }

  /// IF and WHILE are bound without the statements that they hold: those may need what does not
  /// exist yet.
  Compiled compiled(Frame frame, Statement statement) {
    return session.compiler().compiled(frame, statement, () -> alone(statement));
  }

  private static Statement alone(Statement statement) {
    return switch (statement) {
      case ProceduralStatement.If i ->
          new ProceduralStatement.If(
              i.condition(), empty(i), 0, Optional.empty(), i.from(), i.to());
      case ProceduralStatement.While w ->
          new ProceduralStatement.While(w.condition(), empty(w), w.from(), w.to());
      default -> statement;
    };
  }

  private static Statement empty(Statement at) {
    return new ProceduralStatement.Block(List.of(), Semicolons.NONE, at.from(), at.to());
  }

  /// Writes what the statement shows of sessions.
  void refresh(Compiled compiled) throws SQLException {
    if (compiled.readsSessions()) {
      new SessionRows(session).write();
    }
  }

  /// `SET @v = value`, `SET @v += value`.
  void assign(Frame frame, ProceduralStatement.SetVariable s) throws SQLException {
    Variable variable = variable(frame, s.variable().name());
    if (variable.type.base() == SqlType.Base.CURSOR) {
      Object value =
          s.value() instanceof Expression.Variable v ? variable(frame, v.name()).value : null;
      variable.value = value;
      return;
    }
    Expression value =
        s.operator() == AssignmentOperator.ASSIGN ? s.value() : frame.program.compound(s);
    variable.value =
        value(frame, compiledAssignment(frame, s, value), value, Optional.of(variable.type));
  }

  private Compiled compiledAssignment(
      Frame frame, ProceduralStatement.SetVariable s, Expression value) {
    return s.operator() == AssignmentOperator.ASSIGN
        ? compiled(frame, s)
        : session
            .compiler()
            .compiled(
                frame,
                s,
                () ->
                    new ProceduralStatement.SetVariable(
                        s.variable(), AssignmentOperator.ASSIGN, value, s.from(), s.to()));
  }

  Variable variable(Frame frame, String name) {
    Variable variable = frame.find(name);
    if (variable == null) {
      throw SqlError.of(137, name);
    }
    return variable;
  }

  /// A name that stands as an identifier, a string or a variable: of a transaction, a savepoint.
  String name(Frame frame, Statement statement, Expression expression) {
    return switch (expression) {
      case Expression.ColumnReference c -> c.name().object().value();
      case Expression.Variable v -> String.valueOf(variable(frame, v.name()).value);
      case Expression.Literal l -> io.hartonomous.syntax.Literals.string(l);
      default -> throw SqlError.of(102, "the name of a transaction");
    };
  }

  /// Puts the values of parameters into a statement; `row` holds those of [ParameterRef.Ordinal].
  void bind(Frame frame, PreparedStatement statement, List<ParameterRef> parameters, Object[] row)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      ParameterRef parameter = parameters.get(i);
      PgTypes.bind(statement, i + 1, resolve(frame, parameter, row), parameter.type());
    }
  }

  private Object resolve(Frame frame, ParameterRef parameter, Object[] row) {
    return switch (parameter) {
      case ParameterRef.Variable v -> variable(frame, v.name()).value;
      case ParameterRef.Session f -> functions.value(frame, f.function(), f.arguments());
      case ParameterRef.Constant c -> c.value();
      case ParameterRef.Ordinal o -> row[o.index()];
    };
  }

  EvaluationContext context(Frame frame, Compiled compiled) {
    return new EvaluationContext() {
      private Instant now;

      @Override
      public Object variable(String name) {
        return Evaluation.this.variable(frame, name).value;
      }

      @Override
      public SqlType variableType(String name) {
        return Evaluation.this.variable(frame, name).type;
      }

      @Override
      public Object session(String function, List<Object> arguments, SqlType type) {
        return functions.value(frame, function, arguments);
      }

      @Override
      public Instant now() {
        if (now == null) {
          now = Instant.now();
        }
        return now;
      }

      @Override
      public ZoneId zone() {
        return ZoneId.systemDefault();
      }

      @Override
      public Collation collation() {
        return session.collation();
      }

      @Override
      public Object inPostgres(Expression expression) {
        if (compiled == null) {
          return EvaluationContext.super.inPostgres(expression);
        }
        try {
          return single(frame, compiled.translator().value(expression, Optional.empty()));
        } catch (SQLException e) {
          throw session.error(e, "SELECT");
        }
      }

      @Override
      public Boolean inPostgres(Condition condition) {
        try {
          return decided(frame, compiled.translator().condition(condition));
        } catch (SQLException e) {
          throw session.error(e, "SELECT");
        }
      }
    };
  }

  SessionFunctions functions() {
    return functions;
  }
}
