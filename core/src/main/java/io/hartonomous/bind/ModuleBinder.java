package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Binds whole modules.
final class ModuleBinder {
  private ModuleBinder() {}

  static BoundModule bind(ModuleStatement module, Catalog catalog) {
    return switch (module) {
      case ModuleStatement.Procedure p -> {
        Context c = context(catalog, name(p.name().object(), p.name().schema(), catalog));
        parameters(c, p.parameters());
        body(c, p.body());
        yield result(c, List.of());
      }
      case ModuleStatement.Function f -> function(f, catalog);
      case ModuleStatement.View v -> {
        Context c = context(catalog, name(v.name().object(), v.name().schema(), catalog));
        yield result(c, query(c, v.with(), v.query(), v.columns()));
      }
      case ModuleStatement.Trigger t -> {
        Context c = context(catalog, name(t.name().object(), t.name().schema(), catalog));
        t.table()
            .ifPresent(table -> {
              ObjectName full = c.objectName(table);
              Optional<Relation> relation = catalog.relation(full);
              if (relation.isEmpty()) {
                c.findings.add(
                    new Finding(
                        Finding.Kind.UNKNOWN_OBJECT,
                        table,
                        Context.written(table),
                        Optional.empty(),
                        false));
              }
              if (catalog.ambiguous(full)) {
                c.findings.add(
                    new Finding(
                        Finding.Kind.AMBIGUOUS_OBJECT,
                        table,
                        Context.written(table),
                        Optional.empty(),
                        true));
              }
              c.triggerTable = Optional.of(relation.orElseGet(() -> c.missing(full)));
            });
        body(c, t.body());
        yield result(c, List.of());
      }
      case ModuleStatement.EnableTrigger _ ->
          new BoundModule(new BindingTables(), List.of(), List.of(), List.of(), List.of());
    };
  }

  private static BoundModule function(ModuleStatement.Function f, Catalog catalog) {
    ObjectName name = name(f.name().object(), f.name().schema(), catalog);
    Context c = context(catalog, name);
    parameters(c, f.parameters());
    if (f.returns() instanceof ModulePart.Returns.TableVariable result) {
      Relation relation =
          Relations.of(
              c,
              new ObjectName("", result.variable().name()),
              Relation.Kind.TABLE_VARIABLE,
              result.definition().elements());
      // The rows that a function returns are the function's own columns.
      List<Optional<Dependency>> origins = new ArrayList<>();
      relation
          .columns()
          .forEach(column ->
              origins.add(Optional.of(Dependency.of(Dependency.Kind.COLUMN, name, column.name()))));
      c.setOrigins(relation, origins);
      c.declareTable(result.variable().name(), relation);
      c.returned = Optional.of(relation);
    }
    if (f.body() instanceof ModulePart.Body.InlineQuery q) {
      return result(c, query(c, q.with(), q.query(), List.of()));
    }
    body(c, f.body());
    return result(c, List.of());
  }

  private static ObjectName name(Identifier object, Optional<Identifier> schema, Catalog catalog) {
    return new ObjectName(
        schema.map(Identifier::value).orElse(catalog.defaultSchema()), object.value());
  }

  private static Context context(Catalog catalog, ObjectName name) {
    return new Context(catalog, Variables.NONE, Optional.of(name), true);
  }

  private static void parameters(Context c, List<ModulePart.Parameter> parameters) {
    for (ModulePart.Parameter parameter : parameters) {
      String name = parameter.variable().name();
      Optional<Relation> tableType = StatementBinder.tableType(c, parameter.type());
      boolean fresh;
      if (tableType.isPresent()) {
        Relation relation =
            new Relation(
                new ObjectName("", name),
                Relation.Kind.TABLE_VARIABLE,
                tableType.get().columns(),
                tableType.get().complete());
        fresh = c.declareTable(name, relation);
        c.dynamicObjects.add(StatementBinder.parameter(c, relation));
      } else {
        fresh = c.declare(name, DataTypes.of(parameter.type(), c.catalog));
      }
      if (!fresh) {
        c.report(Finding.Kind.DUPLICATE_VARIABLE, parameter.variable(), name);
      }
      c.addParameter(name);
    }
  }

  private static void body(Context c, ModulePart.Body body) {
    switch (body) {
      case ModulePart.Body.Statements statements -> statements(c, statements.statements());
      case ModulePart.Body.InlineQuery q -> query(c, q.with(), q.query(), List.of());
      case ModulePart.Body.ExternalName _ -> {}
    }
  }

  static void statements(Context c, List<Statement> statements) {
    StatementBinder.announce(c, statements);
    StatementBinder.bindAll(c, statements, Scope.top());
  }

  private static List<OutputColumn> query(
      Context c, Optional<QueryPart.With> with, QueryExpression query, List<Identifier> names) {
    Scope top = Scope.top();
    CommonTables ctes = QueryBinder.with(c, with, top, top.ctes);
    Rows rows = QueryBinder.bind(c, query, null, ctes);
    List<OutputColumn> columns = new ArrayList<>(rows.columns().size());
    for (int i = 0; i < rows.columns().size(); i++) {
      Relation.Column column = rows.columns().get(i);
      String name = i < names.size() ? names.get(i).value() : column.name();
      SqlType type = column.type().base() == SqlType.Base.NULL ? SqlType.INT : column.type();
      columns.add(new OutputColumn(name, type, column.nullable(), true, rows.uses(i)));
    }
    return columns;
  }

  private static BoundModule result(Context c, List<OutputColumn> columns) {
    c.reportDuplicateLocals();
    return new BoundModule(c.out, c.findings, c.dependencies(), c.dynamicObjects, columns);
  }
}
