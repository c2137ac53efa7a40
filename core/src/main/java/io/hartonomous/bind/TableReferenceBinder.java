package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Rowset;
import io.hartonomous.syntax.ast.TableReference;
import io.hartonomous.syntax.ast.TableReference.JoinKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Binds what stands in FROM: each reference adds its sources to the scope.
final class TableReferenceBinder {
  private TableReferenceBinder() {}

  /// `lateral`: the right side of APPLY, which sees what stands before it.
  static void bind(Context c, TableReference reference, Scope scope, boolean lateral) {
    switch (reference) {
      case TableReference.Named named -> named(c, named, scope);
      case TableReference.Variable variable -> variable(c, variable, scope);
      case TableReference.Derived derived -> {
        Rows rows =
            apart(
                scope,
                lateral,
                () -> c.deeper(() -> QueryBinder.bind(c, derived.query(), scope, scope.ctes)));
        derived(c, derived, derived.alias(), rows, derived.columns(), scope);
      }
      case TableReference.Values values -> {
        int before = c.findings.size();
        Rows rows = apart(scope, lateral, () -> values(c, values.rows(), scope));
        // The reference compiler does not look into VALUES.
        c.revise(before, Finding::asLocal);
        derived(c, values, values.alias(), rows, values.columns(), scope);
      }
      case TableReference.Join join -> join(c, join, scope, lateral);
      case TableReference.Parenthesised p -> bind(c, p.inner(), scope, lateral);
      case TableReference.OdbcJoin o -> bind(c, o.inner(), scope, lateral);
      case Rowset rowset -> RowsetFunctionBinder.bind(c, rowset, scope, lateral);
      case TableReference.DmlSource dml -> {
        Rows rows = apart(scope, lateral, () -> DmlBinder.outputOf(c, dml.statement(), scope));
        derived(c, dml, dml.alias(), rows, dml.columns(), scope);
      }
      case TableReference.Function function -> RowsetBinder.function(c, function, scope, lateral);
      case TableReference.OpenJson json -> RowsetBinder.openJson(c, json, scope, lateral);
      case TableReference.MethodCall call -> RowsetBinder.method(c, call, scope, lateral);
      case TableReference.Pivot pivot -> PivotBinder.pivot(c, pivot, scope);
      case TableReference.Unpivot unpivot -> PivotBinder.unpivot(c, unpivot, scope);
      case TableReference.Temporal _,
          TableReference.TableSample _,
          TableReference.OpenJsonColumn _ -> {}
    }
  }

  /// Runs `work` while the sources of this FROM are out of sight, unless it is lateral.
  static <T> T apart(Scope scope, boolean lateral, java.util.function.Supplier<T> work) {
    if (lateral) {
      return work.get();
    }
    boolean before = scope.hidden;
    scope.hidden = true;
    T result = work.get();
    scope.hidden = before;
    return result;
  }

  static void add(Context c, Scope scope, Node node, String exposedName, Relation relation) {
    scope.sources.add(c.source(node, exposedName, relation));
  }

  private static void named(Context c, TableReference.Named named, Scope scope) {
    named
        .temporal()
        .ifPresent(t -> {
          t.start().ifPresent(e -> ExpressionBinder.bind(c, e, scope));
          t.end().ifPresent(e -> ExpressionBinder.bind(c, e, scope));
        });
    Relation relation = relation(c, named.name(), scope.ctes);
    add(
        c,
        scope,
        named,
        named.alias().map(Identifier::value).orElse(named.name().object().value()),
        relation);
  }

  /// The relation that a name means; a missing one is reported.
  static Relation relation(Context c, MultiPartName name, CommonTables ctes) {
    String object = name.object().value();
    if (name.parts().size() == 1) {
      Optional<Relation> cte = ctes.find(c.collation, object);
      if (cte.isPresent()) {
        c.markUsed(cte.get());
        return cte.get();
      }
      Optional<Relation> image = triggerImage(c, object);
      if (image.isPresent()) {
        return image.get();
      }
    }
    if (Context.isTemporary(object)) {
      return temporary(c, name);
    }
    ObjectName full = c.objectName(name);
    boolean elsewhere = name.server().isPresent() || name.database().isPresent();
    Optional<Relation> found =
        name.server().isPresent()
            ? Optional.empty()
            : name.database().isPresent()
                ? c.catalog.relation(name.database().get().value(), full)
                : c.catalog.relation(full);
    if (found.isPresent()) {
      if (found.get().kind() != Relation.Kind.SYSTEM) {
        c.use(Dependency.Kind.OBJECT, found.get().name(), name);
      }
      return found.get();
    }
    if (name.database().filter(d -> isSystemDatabase(d.value())).isPresent()) {
      return new Relation(full, Relation.Kind.SYSTEM, List.of(), false);
    }
    Optional<ObjectName> target = elsewhere ? Optional.empty() : c.catalog.synonym(full);
    if (target.isPresent()) {
      c.use(Dependency.Kind.OBJECT, full, name);
      Optional<Relation> behind = c.catalog.relation(target.get());
      if (behind.isPresent()) {
        return behind.get();
      }
    }
    c.report(Finding.Kind.UNKNOWN_OBJECT, name, Context.written(name));
    return c.missing(full);
  }

  /// What lies in a system database is not known here, but may well be there.
  private static boolean isSystemDatabase(String name) {
    return name.equalsIgnoreCase("master")
        || name.equalsIgnoreCase("tempdb")
        || name.equalsIgnoreCase("msdb")
        || name.equalsIgnoreCase("model");
  }

  private static Optional<Relation> triggerImage(Context c, String name) {
    if (c.triggerTable.isEmpty()) {
      return Optional.empty();
    }
    if (c.collation.same(name, "inserted")) {
      return Optional.of(image(c, c.triggerTable.get(), Relation.Kind.INSERTED));
    }
    return c.collation.same(name, "deleted")
        ? Optional.of(image(c, c.triggerTable.get(), Relation.Kind.DELETED))
        : Optional.empty();
  }

  /// `inserted` or `deleted` of a table.
  static Relation image(Context c, Relation table, Relation.Kind kind) {
    Relation image = new Relation(table.name(), kind, table.columns(), table.complete());
    List<Optional<Dependency>> origins = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      origins.add(c.origin(table, i));
    }
    c.setOrigins(image, origins);
    if (c.isMissing(table)) {
      c.markMissing(image);
    }
    return image;
  }

  private static Relation temporary(Context c, MultiPartName name) {
    String object = name.object().value();
    Optional<Relation> own = c.temporary(object);
    if (own.isPresent()) {
      if (c.module.isPresent()) {
        c.depend(new Dependency(Dependency.Kind.DYNAMIC, c.own(object)), "");
      }
      return own.get();
    }
    ObjectName full = new ObjectName("", object);
    Optional<Relation> session = c.catalog.relation(full);
    if (session.isPresent()) {
      return session.get();
    }
    if (!c.announced.contains(c.collation.key(object))) {
      c.report(Finding.Kind.UNKNOWN_OBJECT, name, Context.written(name));
    }
    return new Relation(full, Relation.Kind.TEMPORARY_TABLE, List.of(), false);
  }

  static Relation tableVariable(Context c, Expression.Variable variable) {
    Optional<Relation> relation = c.tableVariable(variable.name());
    if (relation.isEmpty()) {
      if (c.isDeclared(variable.name())) {
        // A parameter of a type that does not exist, which is reported with the type.
        return new Relation(
            new ObjectName("", variable.name()), Relation.Kind.TABLE_VARIABLE, List.of(), false);
      }
      c.report(Finding.Kind.UNKNOWN_TABLE_VARIABLE, variable, variable.name());
      return new Relation(
          new ObjectName("", variable.name()), Relation.Kind.TABLE_VARIABLE, List.of(), false);
    }
    if (c.isParameter(variable.name())) {
      c.depend(new Dependency(Dependency.Kind.PARAMETER, c.own(variable.name())), "");
    }
    c.out.put(variable, Meaning.of(SqlType.of(Base.TABLE)));
    return relation.get();
  }

  private static void variable(Context c, TableReference.Variable variable, Scope scope) {
    Relation relation = tableVariable(c, variable.variable());
    add(
        c,
        scope,
        variable,
        variable.alias().map(Identifier::value).orElse(variable.variable().name()),
        relation);
  }

  static void derived(
      Context c,
      Node node,
      Optional<Identifier> alias,
      Rows rows,
      List<Identifier> columns,
      Scope scope) {
    if (!columns.isEmpty() && rows.complete() && columns.size() != rows.columns().size()) {
      c.report(Finding.Kind.ALIAS_COLUMN_COUNT, node, alias.map(Identifier::value).orElse(""));
    }
    String name = alias.map(Identifier::value).orElse("");
    Relation relation =
        QueryBinder.relation(
            c, new ObjectName("", name), Relation.Kind.DERIVED, rows, columns, List.of(), false);
    add(c, scope, node, name, relation);
  }

  static Rows values(Context c, List<DmlPart.RowValue> rows, Scope scope) {
    List<Relation.Column> columns = new ArrayList<>();
    for (DmlPart.RowValue row : rows) {
      for (int i = 0; i < row.values().size(); i++) {
        Meaning meaning = ExpressionBinder.bind(c, row.values().get(i), scope);
        if (i >= columns.size()) {
          columns.add(
              new Relation.Column("", meaning.type(), meaning.nullable(), false, false, false));
        } else {
          Relation.Column before = columns.get(i);
          columns.set(
              i,
              new Relation.Column(
                  "",
                  Types.common(before.type(), meaning.type()),
                  before.nullable() || meaning.nullable(),
                  false,
                  false,
                  false));
        }
      }
    }
    return Rows.of(columns);
  }

  private static void join(Context c, TableReference.Join join, Scope scope, boolean lateral) {
    int before = scope.sources.size();
    bind(c, join.left(), scope, lateral);
    int middle = scope.sources.size();
    boolean apply = join.kind() == JoinKind.CROSS_APPLY || join.kind() == JoinKind.OUTER_APPLY;
    bind(c, join.right(), scope, lateral || apply);
    join.on().ifPresent(on -> ConditionBinder.bind(c, on, scope));
    switch (join.kind()) {
      case LEFT, OUTER_APPLY ->
          scope.nullSupplied.addAll(scope.sources.subList(middle, scope.sources.size()));
      case RIGHT -> scope.nullSupplied.addAll(scope.sources.subList(before, middle));
      case FULL -> scope.nullSupplied.addAll(scope.sources.subList(before, scope.sources.size()));
      case INNER, CROSS, CROSS_APPLY -> {}
    }
  }

  /// SELECT ... INTO: a temporary table is known from here on.
  static void into(Context c, MultiPartName into, Rows rows) {
    String name = into.object().value();
    if (!Context.isTemporary(name)) {
      return;
    }
    List<Relation.Column> columns =
        rows.columns().stream()
            .map(column ->
                column.type().base() == Base.NULL
                    ? new Relation.Column(column.name(), SqlType.INT, true, false, false, false)
                    : column)
            .toList();
    Relation relation =
        new Relation(
            new ObjectName("", name), Relation.Kind.TEMPORARY_TABLE, columns, rows.complete());
    c.defines(name, into);
    for (Rows.Output output : rows.outputs()) {
      output.at().ifPresent(at -> c.defines(name + "." + output.column().name(), at));
    }
    c.defineTemporary(relation);
    if (c.tracksDependencies() && c.module.isPresent()) {
      List<OutputColumn> output = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Relation.Column column = columns.get(i);
        output.add(
            new OutputColumn(column.name(), column.type(), column.nullable(), true, rows.uses(i)));
      }
      c.dynamicObjects.add(
          new DynamicObject(DynamicObject.Kind.TEMPORARY_TABLE, c.own(name), output));
    }
  }
}
