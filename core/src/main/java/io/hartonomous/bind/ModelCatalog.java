package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.FixedSecurity;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What names stand for in a model without a project behind it: that of a package. Views and
/// functions are bound when they are first asked for. Not for several threads.
public final class ModelCatalog implements Catalog {
  private final DatabaseModel model;
  private final Map<ObjectKey, Optional<BoundModule>> bound = new HashMap<>();

  public ModelCatalog(DatabaseModel model) {
    this.model = model;
  }

  /// The bound form of a module; empty for a key that is none, and inside a circle of views.
  public Optional<BoundModule> module(ObjectKey key) {
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
    return Parser.parse(source, new ParseOptions(module.quotedIdentifier(), false).shallow())
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
    return FixedSecurity.DBO;
  }

  @Override
  public boolean schemaExists(String schema) {
    return FixedSecurity.isSchema(schema)
        || model.find(ObjectKey.of(ObjectKind.SCHEMA, new ObjectName("", schema))).isPresent();
  }

  @Override
  public Optional<Relation> relation(ObjectName name) {
    if (SystemCatalog.isSystemSchema(name.schema())) {
      return SystemCatalog.instance().relation(name);
    }
    return model
        .table(name)
        .map(this::relation)
        .or(() -> model.find(Module.View.class, ObjectKind.VIEW, name).flatMap(this::relation));
  }

  private Optional<Relation> relation(Module.View view) {
    return module(view.key())
        .map(bound -> new Relation(view.name(), Relation.Kind.VIEW, results(bound), true));
  }

  private static List<Relation.Column> results(BoundModule module) {
    return module.columns().stream().map(Relation.Column::of).toList();
  }

  /// A table; the type of a computed column follows from its expression.
  private Relation relation(Table table) {
    Relation plain = Relation.of(table.name(), Relation.Kind.TABLE, table.columns());
    List<Relation.Column> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Relation.Column column = plain.columns().get(i);
      columns.add(
          table
              .columns()
              .get(i)
              .computed()
              .map(computed -> column.withType(type(computed, plain)))
              .orElse(column));
    }
    return new Relation(table.name(), Relation.Kind.TABLE, columns, true);
  }

  private SqlType type(Column.Computed computed, Relation table) {
    return Parser.parseExpression(computed.expression().text())
        .node()
        .map(node -> Binder.bindExpression(node, table, this).type())
        .orElse(SqlType.UNKNOWN);
  }

  @Override
  public Optional<Routine> routine(ObjectName name) {
    if (SystemCatalog.isSystemSchema(name.schema())) {
      return SystemCatalog.instance().routine(name);
    }
    for (ObjectKind kind :
        List.of(ObjectKind.PROCEDURE, ObjectKind.SCALAR_FUNCTION, ObjectKind.TABLE_FUNCTION)) {
      Optional<Routine> found = model.find(Module.class, kind, name).flatMap(this::routine);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Routine> routine(Module module) {
    List<Relation.Column> result =
        switch (module) {
          case Module.TableFunction f when f.inline() ->
              module(f.key()).map(ModelCatalog::results).orElse(List.of());
          case Module.TableFunction f -> f.columns().stream().map(Relation.Column::of).toList();
          case Module.Procedure _,
              Module.ScalarFunction _,
              Module.View _,
              Module.Trigger _,
              Module.DatabaseTrigger _ ->
              List.of();
        };
    return Routine.of(module, result);
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
        .map(t -> Relation.of(t.name(), Relation.Kind.TABLE_TYPE, t.columns()));
  }

  @Override
  public Optional<SqlType> sequence(ObjectName name) {
    return model
        .find(PlainObject.Sequence.class, ObjectKind.SEQUENCE, name)
        .map(PlainObject.Sequence::type);
  }
}
