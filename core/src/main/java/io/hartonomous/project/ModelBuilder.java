package io.hartonomous.project;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.bind.TableAlteration;
import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the definitions of a project together to a model: objects first, then what changes them.
final class ModelBuilder {
  private final Project project;
  private final ProjectCatalog catalog;
  private final Collation collation;
  private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
  private final Map<ObjectKey, Origin> origins = new HashMap<>();
  private final ConstraintPlaces places;
  private final Map<ObjectKey, Definition> modules = new HashMap<>();

  ModelBuilder(Project project, ProjectCatalog catalog) {
    this.project = project;
    this.catalog = catalog;
    this.collation = catalog.collation();
    this.places = new ConstraintPlaces(collation);
  }

  Map<ObjectKey, Origin> origins() {
    return origins;
  }

  ConstraintPlaces places() {
    return places;
  }

  Map<ObjectKey, Definition> modules() {
    return modules;
  }

  /// A statement of a file that counts.
  record Placed(Statement statement, SourceUnit source) {}

  DatabaseModel build(List<Placed> statements) {
    List<Placed> changes = new ArrayList<>();
    for (Placed placed : statements) {
      List<SchemaObject> made = SchemaObjects.from(placed.statement(), context(placed));
      made.forEach(object -> add(object, placed));
      if (made.isEmpty()) {
        changes.add(placed);
      }
      made.forEach(object -> places.add(object, placed));
    }
    changes.forEach(this::change);
    objects.replaceAll(
        (_, object) -> object instanceof Table table ? withReferencedColumns(table) : object);
    return DatabaseModel.of(
        new DatabaseOptions(project.provider(), collation, settings()), objects.values());
  }

  private ModelContext context(Placed placed) {
    return new ModelContext(
        placed.source().parsed(), catalog, project.ansiNulls(), project.quotedIdentifier());
  }

  private void add(SchemaObject object, Placed placed) {
    ObjectKey key = object.key().folded(collation);
    objects.putIfAbsent(key, object);
    origins.putIfAbsent(key, new Origin(placed.source(), placed.statement()));
    if (object instanceof Module && placed.statement() instanceof ModuleStatement statement) {
      Definition.Kind kind =
          object instanceof Module.View ? Definition.Kind.VIEW : Definition.Kind.PROCEDURE;
      modules.putIfAbsent(
          key, new Definition(kind, object.name(), statement, statement, placed.source()));
    }
  }

  private void change(Placed placed) {
    switch (placed.statement()) {
      case TableStatement.AlterTable s ->
          replaceTable(
              Definitions.name(s.name()), t -> TableAlteration.apply(t, s, context(placed)));
      case IndexStatement.CreateIndex s -> index(s, placed);
      case IndexStatement.CreateStatistics s ->
          other("SqlStatistic", s.table(), s.name(), s, placed);
      case IndexStatement.CreateSpecialIndex s ->
          other(
              "Sql"
                  + s.kind().charAt(0)
                  + s.kind().substring(1).toLowerCase(java.util.Locale.ROOT)
                  + "Index",
              s.table(),
              s.name().orElse(s.table().object()),
              s,
              placed);
      case DatabaseStatement.AlterDatabaseAddFileGroup s ->
          add(new PlainObject.Filegroup(s.fileGroup().value()), placed);
      case ModuleStatement.EnableTrigger s when !s.enable() ->
          s.names().forEach(n -> disable(Definitions.name(n)));
      default -> {}
    }
  }

  private void other(
      String type,
      io.hartonomous.syntax.ast.MultiPartName table,
      Identifier name,
      Statement statement,
      Placed placed) {
    ObjectName host = Definitions.name(table);
    String text = placed.source().parsed().text(statement);
    add(
        new PlainObject.Other(
            type,
            new ObjectName(host.schema(), host.name() + "." + name.value()),
            new SqlText(text, text)),
        placed);
  }

  private void replaceTable(ObjectName name, java.util.function.UnaryOperator<Table> change) {
    objects.computeIfPresent(
        ObjectKey.of(ObjectKind.TABLE, name).folded(collation),
        (_, object) -> object instanceof Table t ? change.apply(t) : object);
  }

  private void index(IndexStatement.CreateIndex s, Placed placed) {
    ObjectName host = Definitions.name(s.table());
    ObjectKey view = ObjectKey.of(ObjectKind.VIEW, host).folded(collation);
    if (objects.get(view) instanceof Module.View v) {
      List<Index> indexes = new ArrayList<>(v.indexes());
      indexes.add(TableAlteration.index(s, context(placed)));
      objects.put(
          view,
          new Module.View(
              v.name(),
              v.definition(),
              v.ansiNulls(),
              v.quotedIdentifier(),
              v.schemaBound(),
              indexes));
    } else {
      replaceTable(host, t -> TableAlteration.withIndex(t, s, context(placed)));
    }
  }

  private void disable(ObjectName trigger) {
    objects.computeIfPresent(
        ObjectKey.of(ObjectKind.TRIGGER, trigger).folded(collation),
        (_, object) ->
            object instanceof Module.Trigger t
                ? new Module.Trigger(
                    t.name(),
                    t.parent(),
                    t.insteadOf(),
                    t.events(),
                    true,
                    t.definition(),
                    t.ansiNulls(),
                    t.quotedIdentifier())
                : object);
  }

  /// A foreign key that names no columns of the other table means that table's primary key.
  private Table withReferencedColumns(Table table) {
    boolean complete =
        table.constraints().stream()
            .noneMatch(
                c -> c instanceof TableConstraint.ForeignKey k && k.referencedColumns().isEmpty());
    if (complete) {
      return table;
    }
    List<TableConstraint> constraints =
        table.constraints().stream()
            .map(c ->
                c instanceof TableConstraint.ForeignKey k && k.referencedColumns().isEmpty()
                    ? k.withReferencedColumns(primaryKey(k.referencedTable()))
                    : c)
            .toList();
    return Table.of(
        table.name(), table.columns(), constraints, table.indexes(), table.options(), collation);
  }

  private List<String> primaryKey(ObjectName name) {
    if (objects.get(ObjectKey.of(ObjectKind.TABLE, name).folded(collation))
        instanceof Table target) {
      for (TableConstraint constraint : target.constraints()) {
        if (constraint instanceof TableConstraint.Key key && key.primary()) {
          return key.columns().stream().map(IndexColumn::name).toList();
        }
      }
    }
    return List.of();
  }

  /// The database options that the project file states, by the reference model's names.
  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    project
        .properties()
        .forEach((name, value) ->
            DatabaseProperties.setting(name, value)
                .ifPresent(s -> settings.put(s.getKey(), s.getValue())));
    return settings;
  }
}
