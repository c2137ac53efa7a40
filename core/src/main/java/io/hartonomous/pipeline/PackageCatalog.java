package io.hartonomous.pipeline;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.OutputColumn;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.bind.SystemCatalog;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Expression.ColumnReference;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What names stand for in a model without a project behind it: that of a package. Views and
/// functions are bound when they are first asked for.
final class PackageCatalog implements Catalog {
  private final DatabaseModel model;
  private final Map<ObjectKey, Optional<BoundModule>> bound = new HashMap<>();

  PackageCatalog(DatabaseModel model) {
    this.model = model;
  }

  /// The bound form of a module; empty for a key that is none, and inside a circle of views.
  Optional<BoundModule> module(ObjectKey key) {
    ObjectKey folded = key.folded(collation());
    Optional<BoundModule> known = bound.get(folded);
    if (known != null) {
      return known;
    }
    bound.put(folded, Optional.empty());
    Optional<BoundModule> made =
        model.find(key).filter(Module.class::isInstance).flatMap(object -> bind((Module) object));
    bound.put(folded, made);
    return made;
  }

  private Optional<BoundModule> bind(Module module) {
    SourceFile source = new SourceFile(module.name().quoted(), module.definition().text());
    return Parser.parse(source, new ParseOptions(module.quotedIdentifier(), false))
        .script()
        .batches()
        .stream()
        .flatMap(batch -> batch.statements().stream())
        .filter(ModuleStatement.class::isInstance)
        .findFirst()
        .map(statement -> Binder.bindModule((ModuleStatement) statement, this));
  }

  @Override
  public Collation collation() {
    return model.collation();
  }

  @Override
  public String defaultSchema() {
    return "dbo";
  }

  @Override
  public boolean schemaExists(String schema) {
    return SystemCatalog.isSystemSchema(schema)
        || collation().same(schema, "dbo")
        || model.find(ObjectKey.of(ObjectKind.SCHEMA, new ObjectName("", schema))).isPresent();
  }

  @Override
  public Optional<Relation> relation(ObjectName name) {
    if (SystemCatalog.isSystemSchema(name.schema())) {
      return SystemCatalog.instance().relation(name);
    }
    Optional<Relation> table =
        model.table(name).map(t -> new Relation(t.name(), Relation.Kind.TABLE, columns(t), true));
    return table.or(() ->
        model
            .find(Module.View.class, ObjectKind.VIEW, name)
            .flatMap(view ->
                module(view.key())
                    .map(b ->
                        new Relation(
                            view.name(), Relation.Kind.VIEW, results(b.columns()), true))));
  }

  private List<Relation.Column> columns(Table table) {
    Relation plain =
        new Relation(
            table.name(),
            Relation.Kind.TABLE,
            table.columns().stream().map(c -> column(c, c.type())).toList(),
            true);
    return table.columns().stream()
        .map(c -> column(c, c.computed().map(computed -> type(computed, plain)).orElse(c.type())))
        .toList();
  }

  private SqlType type(Column.Computed computed, Relation table) {
    return Parser.parseExpression(computed.expression().text())
        .node()
        .map(node -> Binder.bindExpression(node, table, this).type())
        .orElse(SqlType.UNKNOWN);
  }

  private static Relation.Column column(Column c, SqlType type) {
    return new Relation.Column(
        c.name(),
        type,
        c.nullable(),
        c.identity().isPresent(),
        c.computed().isPresent(),
        c.hidden());
  }

  private static List<Relation.Column> results(List<OutputColumn> columns) {
    return columns.stream()
        .map(c -> new Relation.Column(c.name(), c.type(), c.nullable(), false, c.computed(), false))
        .toList();
  }

  @Override
  public Optional<Routine> routine(ObjectName name) {
    if (SystemCatalog.isSystemSchema(name.schema())) {
      return SystemCatalog.instance().routine(name);
    }
    for (ObjectKind kind :
        List.of(ObjectKind.PROCEDURE, ObjectKind.SCALAR_FUNCTION, ObjectKind.TABLE_FUNCTION)) {
      Optional<Routine> found = model.find(Module.class, kind, name).map(this::routine);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Routine routine(Module module) {
    return switch (module) {
      case Module.Procedure p ->
          new Routine(p.name(), Routine.Kind.PROCEDURE, p.parameters(), SqlType.INT, List.of());
      case Module.ScalarFunction f ->
          new Routine(
              f.name(), Routine.Kind.SCALAR_FUNCTION, f.parameters(), f.returns(), List.of());
      case Module.TableFunction f ->
          f.inline()
              ? new Routine(
                  f.name(),
                  Routine.Kind.INLINE_TABLE_FUNCTION,
                  f.parameters(),
                  SqlType.UNKNOWN,
                  module(f.key()).map(b -> results(b.columns())).orElse(List.of()))
              : new Routine(
                  f.name(),
                  Routine.Kind.TABLE_FUNCTION,
                  f.parameters(),
                  SqlType.UNKNOWN,
                  f.columns().stream().map(c -> column(c, c.type())).toList());
      case Module.View _, Module.Trigger _, Module.DatabaseTrigger _ ->
          throw new IllegalArgumentException("No routine: " + module.key());
    };
  }

  @Override
  public Optional<ObjectName> synonym(ObjectName name) {
    return model
        .find(PlainObject.Synonym.class, ObjectKind.SYNONYM, name)
        .flatMap(s -> local(s.target()));
  }

  /// A target of one or two parts is in this database.
  private static Optional<ObjectName> local(String target) {
    return Parser.parseExpression(target)
        .node()
        .filter(ColumnReference.class::isInstance)
        .map(node -> ((ColumnReference) node).name())
        .filter(name -> name.parts().size() <= 2)
        .map(name ->
            new ObjectName(
                name.schema().map(part -> part.value()).orElse("dbo"), name.object().value()));
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    Optional<SqlType> alias =
        model
            .find(PlainObject.AliasType.class, ObjectKind.ALIAS_TYPE, name)
            .map(t -> t.base().withUserType(t.name()));
    return alias.or(() ->
        model
            .find(TableType.class, ObjectKind.TABLE_TYPE, name)
            .map(t -> SqlType.of(SqlType.Base.TABLE).withUserType(t.name())));
  }

  @Override
  public Optional<Relation> tableType(ObjectName name) {
    return model
        .find(TableType.class, ObjectKind.TABLE_TYPE, name)
        .map(t ->
            new Relation(
                t.name(),
                Relation.Kind.TABLE_TYPE,
                t.columns().stream().map(c -> column(c, c.type())).toList(),
                true));
  }

  @Override
  public Optional<SqlType> sequence(ObjectName name) {
    return model
        .find(PlainObject.Sequence.class, ObjectKind.SEQUENCE, name)
        .map(PlainObject.Sequence::type);
  }
}
