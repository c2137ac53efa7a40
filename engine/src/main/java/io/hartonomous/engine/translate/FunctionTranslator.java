package io.hartonomous.engine.translate;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.Binding;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.DataTypes;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.model.Column;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// User functions as functions of PostgreSQL, so that queries can call them: an inline table
/// function as LANGUAGE sql (PostgreSQL puts it into the query), all others as PL/pgSQL. T-SQL
/// functions change nothing outside, which leaves a small set of statements; any other is refused
/// by name.
public final class FunctionTranslator {
  private final TranslationContext context;
  private final Catalog catalog;
  private final BoundModule bound;
  private final Binding binding;

  public FunctionTranslator(TranslationContext context, Catalog catalog, BoundModule bound) {
    this.context = context;
    this.catalog = catalog;
    this.bound = bound;
    this.binding = bound.binding();
  }

  /// CREATE OR REPLACE FUNCTION. A changed result type needs a DROP first (PostgreSQL refuses to
  /// replace it).
  public String create(ModuleStatement.Function function) {
    Routine routine = routine(function);
    Emission emission = new Emission(context, binding, Emission.Style.FUNCTION_BODY);
    ExpressionSql expressions = new ExpressionSql(emission);
    String head =
        "CREATE OR REPLACE FUNCTION "
            + context.names().function(routine.name())
            + "("
            + parameters(function, routine)
            + ") RETURNS ";
    return switch (function.returns()) {
      case ModulePart.Returns.Scalar _ ->
          head
              + PgTypes.cast(routine.returns(), context.collation())
              + " LANGUAGE plpgsql STABLE AS "
              + body(statements(function), function, routine, expressions, Optional.empty());
      case ModulePart.Returns.InlineTable _ ->
          head
              + table(routine)
              + " LANGUAGE sql STABLE AS "
              + dollars(inline(function, routine, expressions));
      // The rows are kept in a table of the session while the function runs.
      case ModulePart.Returns.TableVariable t ->
          head
              + table(routine)
              + " LANGUAGE plpgsql VOLATILE AS "
              + body(statements(function), function, routine, expressions, Optional.of(t));
    };
  }

  /// What calls of the function see.
  public Routine routine(ModuleStatement.Function function) {
    ObjectName name =
        new ObjectName(
            function.name().schema().map(i -> i.value()).orElse(context.defaultSchema()),
            function.name().object().value());
    List<Parameter> parameters = new ArrayList<>();
    for (ModulePart.Parameter p : function.parameters()) {
      parameters.add(
          new Parameter(
              p.variable().name(),
              DataTypes.of(p.type(), catalog),
              Optional.empty(),
              false,
              p.readOnly()));
    }
    return switch (function.returns()) {
      case ModulePart.Returns.Scalar s ->
          new Routine(
              name,
              Routine.Kind.SCALAR_FUNCTION,
              parameters,
              DataTypes.of(s.type(), catalog),
              List.of());
      case ModulePart.Returns.InlineTable _ -> {
        List<Relation.Column> columns =
            bound.columns().stream()
                .map(c -> Relation.Column.of(c).withType(QuerySql.column(c.type())))
                .toList();
        yield new Routine(
            name, Routine.Kind.INLINE_TABLE_FUNCTION, parameters, SqlType.UNKNOWN, columns);
      }
      case ModulePart.Returns.TableVariable t -> {
        List<Relation.Column> columns =
            columns(t.definition()).stream().map(Relation.Column::of).toList();
        yield new Routine(name, Routine.Kind.TABLE_FUNCTION, parameters, SqlType.UNKNOWN, columns);
      }
    };
  }

  private static List<Statement> statements(ModuleStatement.Function function) {
    return switch (function.body()) {
      case ModulePart.Body.Statements s -> s.statements();
      case ModulePart.Body.InlineQuery _ ->
          throw new IllegalArgumentException("an inline function has no statements");
      case ModulePart.Body.ExternalName _ -> throw SqlError.unsupported("CLR functions");
    };
  }

  private String parameters(ModuleStatement.Function function, Routine routine) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < routine.parameters().size(); i++) {
      Parameter parameter = routine.parameters().get(i);
      if (parameter.type().base() == SqlType.Base.TABLE) {
        throw SqlError.unsupported("table-valued parameters of functions");
      }
      Optional<Expression> value = function.parameters().get(i).value();
      result.add(
          variable(parameter.name())
              + " "
              + PgTypes.cast(parameter.type(), context.collation())
              + value.map(v -> " DEFAULT " + constant(v, parameter.type())).orElse(""));
    }
    return String.join(", ", result);
  }

  private String constant(Expression value, SqlType type) {
    var constant =
        Binder.bindExpression(
            value,
            new Relation(new ObjectName("", ""), Relation.Kind.TABLE, List.of(), true),
            catalog);
    return new Translator(context, constant.binding()).ddlExpression(value, type);
  }

  private String variable(String name) {
    return PgNames.quote(context.collation().key(name));
  }

  /// PostgreSQL's output columns share their name space with the names in the body: they get names
  /// that no T-SQL name has. Callers name columns by place.
  private String table(Routine routine) {
    List<String> columns = new ArrayList<>();
    for (Relation.Column column : routine.result()) {
      columns.add(
          "\"="
              + context.names().bare(column.name()).replace("\"", "\"\"")
              + "\" "
              + PgTypes.cast(column.type(), context.collation()));
    }
    return "TABLE (" + String.join(", ", columns) + ")";
  }

  private String inline(
      ModuleStatement.Function function, Routine routine, ExpressionSql expressions) {
    if (!(function.body() instanceof ModulePart.Body.InlineQuery query)) {
      throw SqlError.unsupported("a table function of this form");
    }
    List<SqlType> types = routine.result().stream().map(Relation.Column::type).toList();
    expressions.emission.maxRecursion = RecursionLimit.OF_CALLER;
    String with = expressions.queries.with(query.with());
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      names.add("c" + i);
      cells.add("q.c" + i + "::" + PgTypes.cast(types.get(i), context.collation()));
    }
    String sql =
        with
            + "SELECT "
            + String.join(", ", cells)
            + " FROM ("
            + expressions.queries.query(query.query(), types, false)
            + ") AS q("
            + String.join(", ", names)
            + ")";
    return expressions.emission.finish(sql, List.of()).sql();
  }

  /// The columns of a table variable's definition.
  private List<Column> columns(DataType.Table definition) {
    List<Column> columns = new ArrayList<>();
    for (TableElement element : definition.elements()) {
      switch (element) {
        case TableElement.Column c -> columns.add(FunctionTable.column(c, catalog));
        case TableElement.Key _, TableElement.Check _, TableElement.Index _ -> {}
        default ->
            throw SqlError.unsupported("a part of a table variable's definition inside a function");
      }
    }
    return columns;
  }

  private String body(
      List<Statement> statements,
      ModuleStatement.Function function,
      Routine routine,
      ExpressionSql expressions,
      Optional<ModulePart.Returns.TableVariable> result) {
    FunctionBody body = new FunctionBody(context, catalog, expressions, routine, result);
    for (int i = 0; i < function.parameters().size(); i++) {
      body.parameter(routine.parameters().get(i));
    }
    return dollars(expressions.emission.finish(body.write(statements), List.of()).sql());
  }

  /// A dollar-quoted body; the tag is one that the body lacks.
  static String dollars(String body) {
    String tag = "$hn$";
    while (body.contains(tag)) {
      tag = "$hn" + tag.length() + "$";
    }
    return tag + "\n" + body + "\n" + tag;
  }
}
