package io.hartonomous.diff;

import io.hartonomous.bind.EmptyCatalog;
import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.bind.TableAlteration;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model from one script of definitions, for tests of the comparison and the planner.
public final class ScriptModel extends EmptyCatalog {
  private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();

  private ScriptModel() {}

  public static DatabaseModel of(String script) {
    ScriptModel model = new ScriptModel();
    ParseResult parsed = Parser.parse(new SourceFile("model.sql", script), ParseOptions.DEFAULT);
    List<String> errors = parsed.diagnostics().stream().map(Diagnostic::toString).toList();
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(errors + " in " + script);
    }
    ModelContext context = ModelContext.of(parsed, model);
    for (Batch batch : parsed.script().batches()) {
      for (Statement statement : batch.statements()) {
        model.add(statement, context);
      }
    }
    return DatabaseModel.of(DatabaseOptions.of("Sql170"), new ArrayList<>(model.objects.values()));
  }

  private void add(Statement statement, ModelContext context) {
    switch (statement) {
      case TableStatement.AlterTable alter -> {
        Table table =
            (Table) objects.get(ObjectKey.of(ObjectKind.TABLE, context.name(alter.name())));
        objects.put(table.key(), TableAlteration.apply(table, alter, context));
      }
      case IndexStatement.CreateIndex create -> index(create, context);
      default -> {
        List<SchemaObject> made = SchemaObjects.from(statement, context);
        if (made.isEmpty()) {
          throw new IllegalArgumentException("no object from " + context.source().text(statement));
        }
        made.forEach(object -> objects.put(object.key(), object));
      }
    }
  }

  private void index(IndexStatement.CreateIndex create, ModelContext context) {
    ObjectName owner = context.name(create.table());
    if (objects.get(ObjectKey.of(ObjectKind.VIEW, owner)) instanceof Module.View view) {
      List<Index> indexes = new ArrayList<>(view.indexes());
      indexes.add(TableAlteration.index(create, context));
      objects.put(
          view.key(),
          new Module.View(
              view.name(),
              view.definition(),
              view.ansiNulls(),
              view.quotedIdentifier(),
              view.schemaBound(),
              indexes));
      return;
    }
    Table table = (Table) objects.get(ObjectKey.of(ObjectKind.TABLE, owner));
    objects.put(table.key(), TableAlteration.withIndex(table, create, context));
  }

  @Override
  public boolean schemaExists(String schema) {
    return true;
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    for (SchemaObject object : objects.values()) {
      if (object instanceof PlainObject.AliasType type && collation().same(type.name(), name)) {
        return Optional.of(type.base().withUserType(type.name()));
      }
      if (object instanceof TableType type && collation().same(type.name(), name)) {
        return Optional.of(SqlType.of(SqlType.Base.TABLE).withUserType(type.name()));
      }
    }
    return Optional.empty();
  }
}
