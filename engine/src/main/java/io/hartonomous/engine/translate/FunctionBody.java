package io.hartonomous.engine.translate;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.DataTypes;
import io.hartonomous.bind.Routine;
import io.hartonomous.bind.Types;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The statements of a function as PL/pgSQL.
final class FunctionBody {
  private final TranslationContext context;
  private final Catalog catalog;
  private final ExpressionSql expressions;
  private final Emission emission;
  private final Routine routine;
  private final Optional<ModulePart.Returns.TableVariable> result;
  private final Map<String, SqlType> variables = new LinkedHashMap<>();
  private final Set<String> parameters = new HashSet<>();
  private final Map<String, String> tables = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();
  private boolean accumulates;

  FunctionBody(
      TranslationContext context,
      Catalog catalog,
      ExpressionSql expressions,
      Routine routine,
      Optional<ModulePart.Returns.TableVariable> result) {
    this.context = context;
    this.catalog = catalog;
    this.expressions = expressions;
    this.emission = expressions.emission;
    this.routine = routine;
    this.result = result;
  }

  void parameter(Parameter parameter) {
    variables.put(key(parameter.name()), parameter.type());
    parameters.add(key(parameter.name()));
  }

  private String key(String name) {
    return context.collation().key(name);
  }

  private String variable(String name) {
    return PgNames.quote(key(name));
  }

  private SqlType type(String name) {
    SqlType type = variables.get(key(name));
    if (type == null) {
      throw SqlError.of(137, name);
    }
    return type;
  }

  String write(List<Statement> statements) {
    result.ifPresent(r -> table(r.variable().name(), r.definition()));
    for (Statement statement : statements) {
      declarations(statement);
    }
    for (Statement statement : statements) {
      statement(statement);
    }
    StringBuilder sql = new StringBuilder("DECLARE\n  \"@@rowcount\" int4 := 0;\n");
    variables.forEach((name, type) -> {
      if (!parameters.contains(name)) {
        sql.append("  ")
            .append(PgNames.quote(name))
            .append(' ')
            .append(emission.cast(type))
            .append(";\n");
      }
    });
    if (accumulates) {
      sql.append("  row_values record;\n");
    }
    sql.append("BEGIN\n");
    tables.forEach((_, create) -> sql.append("  ").append(create).append(";\n"));
    sql.append(out);
    // A function that comes to its end without RETURN gives NULL; SQL Server asks that the last
    // statement be RETURN.
    if (result.isPresent()) {
      returnRows(sql);
    }
    return sql.append("END").toString();
  }

  /// Variables and table variables are declared once, wherever their DECLARE stands.
  private void declarations(Statement statement) {
    io.hartonomous.syntax.Nodes.walk(
        statement,
        n -> {
          if (n instanceof ProceduralStatement.VariableDeclaration v) {
            variables.put(key(v.variable().name()), DataTypes.of(v.type(), catalog));
          } else if (n instanceof ProceduralStatement.DeclareTable t) {
            table(t.variable().name(), t.definition());
          }
        });
  }

  /// The name holds the function's, so that one function's tables are never another's. A call
  /// inside a call of the same function would meet its table: PostgreSQL then says that it exists.
  private void table(String name, io.hartonomous.syntax.ast.DataType.Table definition) {
    String pg =
        "pg_temp."
            + PgNames.quote(
                context.names().bare(routine.name().schema() + "." + routine.name().name() + name));
    emission.functionTables.put(key(name), pg);
    tables.put(pg, FunctionTable.create(pg, definition, context, catalog));
  }

  private void line(String text) {
    out.append("  ").append(text).append('\n');
  }

  private void statements(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case ProceduralStatement.Block block -> {
        if (block.statements().isEmpty()) {
          line("NULL;");
        }
        statements(block.statements());
      }
      case ProceduralStatement.DeclareVariables declare -> {
        for (ProceduralStatement.VariableDeclaration v : declare.variables()) {
          v.value()
              .ifPresent(value ->
                  line(
                      variable(v.variable().name())
                          + " := "
                          + assigned(value, v.variable().name(), AssignmentOperator.ASSIGN)
                          + ";"));
        }
      }
      case ProceduralStatement.DeclareTable _ -> {}
      case ProceduralStatement.SetVariable set ->
          line(
              variable(set.variable().name())
                  + " := "
                  + assigned(set.value(), set.variable().name(), set.operator())
                  + ";");
      case ProceduralStatement.If i -> {
        line("IF " + expressions.conditions.write(i.condition()) + " THEN");
        statement(i.then());
        i.otherwise()
            .ifPresent(e -> {
              line("ELSE");
              statement(e);
            });
        line("END IF;");
      }
      case ProceduralStatement.While w -> {
        line("WHILE " + expressions.conditions.write(w.condition()) + " LOOP");
        statement(w.body());
        line("END LOOP;");
      }
      case ProceduralStatement.Break _ -> line("EXIT;");
      case ProceduralStatement.Continue _ -> line("CONTINUE;");
      case ProceduralStatement.Return r -> returned(r);
      case DmlStatement.Select select -> select(select);
      case DmlStatement.Insert insert -> {
        tableVariable(insert.target());
        change(new InsertSql(expressions).insert(insert, PgDml.Options.NONE), insert.output());
      }
      case DmlStatement.Update update -> {
        tableVariable(update.target());
        change(new UpdateSql(expressions).update(update, PgDml.Options.NONE), update.output());
      }
      case DmlStatement.Delete delete -> {
        tableVariable(delete.target());
        change(new DeleteSql(expressions).delete(delete, PgDml.Options.NONE), delete.output());
      }
      default ->
          throw SqlError.unsupported(
              "the statement " + statement.getClass().getSimpleName() + " inside a function");
    }
  }

  private void tableVariable(io.hartonomous.syntax.ast.TableReference target) {
    boolean own =
        expressions
            .binding
            .source(target)
            .map(s -> s.relation().kind() == io.hartonomous.bind.Relation.Kind.TABLE_VARIABLE)
            .orElse(false);
    if (!own) {
      throw SqlError.of(443);
    }
  }

  private void change(PgDml dml, Optional<DmlPart.Output> output) {
    if (dml.shape() == PgDml.Shape.ROWS || output.isPresent()) {
      throw SqlError.unsupported("OUTPUT or SET @variable = column inside a function");
    }
    if (dml.shape() == PgDml.Shape.SUMMARY) {
      line(
          dml.statement()
                  .sql()
                  .replaceFirst(
                      " SELECT count\\(\\*\\), max\\(identity\\) FROM d$",
                      " SELECT count(*) INTO \"@@rowcount\" FROM d")
              + ";");
    } else {
      line(dml.statement().sql() + ";");
      line("GET DIAGNOSTICS \"@@rowcount\" = ROW_COUNT;");
    }
  }

  private String assigned(Expression value, String name, AssignmentOperator operator) {
    SqlType type = type(name);
    if (operator == AssignmentOperator.ASSIGN) {
      return expressions.value(value, type);
    }
    Expression.BinaryOperator op = UpdateSql.operator(operator);
    SqlType from = expressions.type(value);
    SqlType right = ArithmeticSql.decimal(type) ? ArithmeticSql.literalType(value, from) : from;
    SqlType sum = Types.arithmetic(op, type, right);
    String sql =
        ArithmeticSql.apply(
            emission, op, variable(name), type, expressions.value(value), right, sum);
    return emission.conversions.convert(sql, sum, type, ConversionSql.NO_STYLE, false);
  }

  private void returned(ProceduralStatement.Return r) {
    if (result.isPresent()) {
      StringBuilder rows = new StringBuilder();
      returnRows(rows);
      out.append(rows);
      return;
    }
    if (!tables.isEmpty()) {
      throw SqlError.unsupported("table variables inside a scalar function");
    }
    line(
        r.value().isPresent()
            ? "RETURN " + expressions.value(r.value().get(), routine.returns()) + ";"
            : "RETURN NULL;");
  }

  private void returnRows(StringBuilder sql) {
    String table = emission.functionTables.get(key(result.orElseThrow().variable().name()));
    List<String> names =
        routine.result().stream()
            .map(c -> context.names().column(c.name()) + "::" + emission.cast(c.type()))
            .toList();
    sql.append("  RETURN QUERY SELECT ")
        .append(String.join(", ", names))
        .append(" FROM ")
        .append(table)
        .append(";\n");
    emission
        .functionTables
        .values()
        .forEach(t -> sql.append("  DROP TABLE ").append(t).append(";\n"));
    sql.append("  RETURN;\n");
  }

  /// `SELECT @v = ...`: the last row counts, and without a row the variables stay. A loop does
  /// that, and lets each assignment see the one before.
  private void select(DmlStatement.Select select) {
    if (!Translator.assigns(select)) {
      throw SqlError.of(444);
    }
    AssignmentQuery query =
        new Translator(context, expressions.binding).assignments(select, emission);
    QueryExpression.Specification specification = (QueryExpression.Specification) select.query();
    accumulates = true;
    line("\"@@rowcount\" := 0;");
    line("FOR row_values IN " + query.statement().sql() + " LOOP");
    line("\"@@rowcount\" := \"@@rowcount\" + 1;");
    for (int i = 0; i < query.assignments().size(); i++) {
      AssignmentQuery.Assignment a = query.assignments().get(i);
      SelectElement.Assignment element = (SelectElement.Assignment) specification.elements().get(i);
      a.inputs()
          .forEach(
              (expression, column) -> expressions.known.put(expression, "row_values.c" + column));
      line(
          "  "
              + variable(a.variable())
              + " := "
              + assigned(element.value(), a.variable(), a.operator())
              + ";");
    }
    line("END LOOP;");
    expressions.known.clear();
  }
}
