package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Finding;
import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.catalog.ObjectIds;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ModuleStatement.Verb;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// Views, procedures, functions and triggers.
final class ModuleDdl {
  private final Session session;

  ModuleDdl(Session session) {
    this.session = session;
  }

  void define(ModuleStatement s, ModelContext context) throws SQLException {
    if (s instanceof ModuleStatement.EnableTrigger e) {
      if (e.scope() != ModuleStatement.TriggerScope.OBJECT) {
        throw SqlError.unsupported("triggers ON DATABASE and ON ALL SERVER");
      }
      ObjectName table = session.tableName(e.table().orElseThrow());
      enable(
          e.names().stream()
              .map(n ->
                  new ObjectName(
                      n.schema().map(x -> x.value()).orElse(table.schema()), n.object().value()))
              .toList(),
          table,
          e.enable());
      return;
    }
    Module written = (Module) SchemaObjects.from(s, context).getFirst();
    if (written instanceof Module.DatabaseTrigger) {
      throw SqlError.unsupported("triggers ON DATABASE and ON ALL SERVER");
    }
    Verb verb = verb(s);
    Module module =
        withText(
            written, new SqlText(definition(s, context, verb), written.definition().canonical()));
    Optional<CatalogEntry> existing = session.catalog().state().named(module.name());
    if (!session.catalogView(EngineCatalog.Lookups.NONE).schemaExists(module.name().schema())) {
      throw SqlError.of(2760, module.name().schema());
    }
    if (existing.isPresent() && verb == Verb.CREATE) {
      throw SqlError.of(2714, module.name().name());
    }
    if (existing.isEmpty() && verb == Verb.ALTER) {
      throw SqlError.of(208, module.name().name()).withState(6);
    }
    if (existing.isPresent() && !sameKind(existing.get().object().kind(), module.kind())) {
      throw SqlError.of(2010, module.name().name());
    }
    DdlContext lookups = new DdlContext(session);
    BoundModule bound = Binder.bindModule(s, session.catalogView(lookups));
    check(s, bound);
    checkTypes(module);
    if (module instanceof Module.Trigger t) {
      checkTrigger(t);
    }
    List<Relation.Column> result = result(s, module, bound);
    LocalDateTime now = LocalDateTime.now();
    CatalogEntry entry =
        existing
            .map(e ->
                new CatalogEntry(
                    e.id(),
                    keepState(e, module),
                    e.ids(),
                    result,
                    lookups.uses(),
                    e.created(),
                    now))
            .orElseGet(() ->
                new CatalogEntry(
                    session.database().nextObjectId(),
                    module,
                    ObjectIds.NONE,
                    result,
                    lookups.uses(),
                    now,
                    now));
    if (existing.isPresent()) {
      session.objects().around(module.name(), () -> session.objects().drop(existing.get()));
    }
    session.catalog().put(session.jdbc(), entry, session.names());
  }

  /// ALTER TRIGGER keeps whether it is enabled.
  private static Module keepState(CatalogEntry before, Module module) {
    return before.object() instanceof Module.Trigger old && module instanceof Module.Trigger t
        ? new Module.Trigger(
            t.name(),
            t.parent(),
            t.insteadOf(),
            t.events(),
            old.disabled(),
            t.definition(),
            t.ansiNulls(),
            t.quotedIdentifier())
        : module;
  }

  private static boolean sameKind(ObjectKind a, ObjectKind b) {
    return a == b || isFunction(a) && isFunction(b);
  }

  private static boolean isFunction(ObjectKind kind) {
    return kind == ObjectKind.SCALAR_FUNCTION || kind == ObjectKind.TABLE_FUNCTION;
  }

  private static String kind(Module module) {
    return switch (module) {
      case Module.View _ -> "view";
      case Module.Procedure _ -> "procedure";
      case Module.ScalarFunction _, Module.TableFunction _ -> "function";
      case Module.Trigger _, Module.DatabaseTrigger _ -> "trigger";
    };
  }

  static Verb verb(ModuleStatement s) {
    return switch (s) {
      case ModuleStatement.View v -> v.verb();
      case ModuleStatement.Procedure p -> p.verb();
      case ModuleStatement.Function f -> f.verb();
      case ModuleStatement.Trigger t -> t.verb();
      case ModuleStatement.EnableTrigger _ -> Verb.CREATE;
    };
  }

  /// The whole batch byte for byte, but that ALTER becomes CREATE and OR ALTER goes, as the server
  /// stores it.
  private static String definition(ModuleStatement s, ModelContext context, Verb verb) {
    String text = context.source().source().text();
    int first = s.from();
    int start = context.source().tokens().start(first);
    return switch (verb) {
      case CREATE -> text;
      case ALTER ->
          text.substring(0, start)
              + "CREATE"
              + text.substring(context.source().tokens().end(first));
      case CREATE_OR_ALTER ->
          text.substring(0, context.source().tokens().end(first))
              + "  "
              + text.substring(context.source().tokens().end(first + 2));
    };
  }

  private static Module withText(Module m, SqlText text) {
    return switch (m) {
      case Module.View v ->
          new Module.View(
              v.name(), text, v.ansiNulls(), v.quotedIdentifier(), v.schemaBound(), v.indexes());
      case Module.Procedure p ->
          new Module.Procedure(p.name(), p.parameters(), text, p.ansiNulls(), p.quotedIdentifier());
      case Module.ScalarFunction f ->
          new Module.ScalarFunction(
              f.name(),
              f.parameters(),
              f.returns(),
              text,
              f.ansiNulls(),
              f.quotedIdentifier(),
              f.schemaBound());
      case Module.TableFunction f ->
          new Module.TableFunction(
              f.name(),
              f.parameters(),
              f.inline(),
              f.columns(),
              text,
              f.ansiNulls(),
              f.quotedIdentifier(),
              f.schemaBound());
      case Module.Trigger t ->
          new Module.Trigger(
              t.name(),
              t.parent(),
              t.insteadOf(),
              t.events(),
              t.disabled(),
              text,
              t.ansiNulls(),
              t.quotedIdentifier());
      case Module.DatabaseTrigger t ->
          new Module.DatabaseTrigger(
              t.name(), t.events(), t.disabled(), text, t.ansiNulls(), t.quotedIdentifier());
    };
  }

  /// What the server refuses at once. Names of tables that do not exist are looked for when the
  /// module runs; in a view or inline function they must exist.
  private static void check(ModuleStatement s, BoundModule bound) {
    boolean query =
        s instanceof ModuleStatement.View
            || s instanceof ModuleStatement.Function f
                && f.returns() instanceof io.hartonomous.syntax.ast.ModulePart.Returns.InlineTable;
    for (Finding f : bound.findings()) {
      boolean lateName =
          switch (f.kind()) {
            case UNKNOWN_OBJECT,
                UNKNOWN_ROUTINE,
                UNKNOWN_PROCEDURE,
                UNKNOWN_SEQUENCE,
                UNKNOWN_PARAMETER,
                COLUMN_OF_UNKNOWN ->
                true;
            default -> f.deferred();
          };
      if (query || !lateName) {
        throw Findings.error(f);
      }
    }
  }

  private static void checkTypes(Module module) {
    for (Module.Parameter p : io.hartonomous.engine.catalog.Modules.parameters(module)) {
      if (p.type().base() == SqlType.Base.UNKNOWN) {
        throw SqlError.of(2715, p.name(), "");
      }
    }
  }

  private void checkTrigger(Module.Trigger trigger) {
    CatalogEntry parent =
        session
            .catalog()
            .state()
            .named(trigger.parent())
            .orElseThrow(() -> SqlError.of(8197, trigger.parent().quoted()));
    if (!(parent.object() instanceof Table) && !(parent.object() instanceof Module.View)) {
      throw SqlError.of(2104, trigger.parent().quoted());
    }
  }

  private static List<Relation.Column> result(ModuleStatement s, Module module, BoundModule bound) {
    if (module instanceof Module.TableFunction f && !f.inline()) {
      return f.columns().stream().map(Relation.Column::of).toList();
    }
    List<Relation.Column> columns = bound.columns().stream().map(Relation.Column::of).toList();
    if (module instanceof Module.View) {
      for (Relation.Column c : columns) {
        if (c.name().isEmpty()) {
          throw SqlError.of(4511, module.name().name(), columns.indexOf(c) + 1);
        }
      }
    }
    return columns;
  }

  /// ENABLE and DISABLE TRIGGER; `names` empty for all of the table.
  void enable(List<ObjectName> names, ObjectName table, boolean on) throws SQLException {
    List<CatalogEntry> all = session.dependents().allTriggersOf(table);
    for (ObjectName name : names) {
      if (all.stream().noneMatch(e -> session.collation().same(e.name(), name))) {
        throw SqlError.of(1088, name.name());
      }
    }
    for (CatalogEntry e : all) {
      if (names.isEmpty() || names.stream().anyMatch(n -> session.collation().same(n, e.name()))) {
        Module.Trigger t = (Module.Trigger) e.object();
        Module.Trigger changed =
            new Module.Trigger(
                t.name(),
                t.parent(),
                t.insteadOf(),
                t.events(),
                !on,
                t.definition(),
                t.ansiNulls(),
                t.quotedIdentifier());
        session
            .catalog()
            .put(session.jdbc(), e.with(changed, LocalDateTime.now()), session.names());
      }
    }
  }
}
