package io.hartonomous.project;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.bind.SystemCatalog;
import io.hartonomous.model.Collation;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the names of a project stand for. Answers are made when first asked for and kept; several
/// threads may ask.
final class ProjectCatalog implements Catalog {
  private final Definitions definitions;
  private final Collation collation;
  private final Map<ObjectName, Optional<Relation>> relations = new ConcurrentHashMap<>();
  private final Map<ObjectName, Optional<Routine>> routines = new ConcurrentHashMap<>();

  /// By the statement's identity: a tree's own hash code walks all of it.
  private final Map<Statement, BoundModule> modules =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /// The views and functions that a thread is about to bind: one that uses itself ends here.
  private final ThreadLocal<Set<ObjectName>> open = ThreadLocal.withInitial(HashSet::new);

  ProjectCatalog(Definitions definitions, Collation collation) {
    this.definitions = definitions;
    this.collation = collation;
  }

  @Override
  public Collation collation() {
    return collation;
  }

  @Override
  public String defaultSchema() {
    return Definitions.DEFAULT_SCHEMA;
  }

  @Override
  public boolean schemaExists(String schema) {
    return FixedSecurity.isSchema(schema)
        || !definitions.find("schema", new ObjectName("", schema)).isEmpty();
  }

  /// The bound form of a module; bound once.
  BoundModule bound(Definition definition) {
    BoundModule known = modules.get(definition.statement());
    if (known != null) {
      return known;
    }
    BoundModule made = Binder.bindModule((ModuleStatement) definition.statement(), this);
    BoundModule other = modules.putIfAbsent(definition.statement(), made);
    return other == null ? made : other;
  }

  @Override
  public Optional<Relation> relation(ObjectName name) {
    if (SystemCatalog.isSystemSchema(name.schema())) {
      return SystemCatalog.instance().relation(name);
    }
    ObjectName key = collation.key(name);
    Optional<Relation> known = relations.get(key);
    if (known != null) {
      return known;
    }
    if (!open.get().add(key)) {
      return Optional.of(new Relation(name, Relation.Kind.VIEW, List.of(), false));
    }
    try {
      Optional<Relation> made = make(name);
      relations.put(key, made);
      return made;
    } finally {
      open.get().remove(key);
    }
  }

  /// Of several definitions under one name all columns count, as the reference compiler has it.
  private Optional<Relation> make(ObjectName name) {
    List<Relation> found = new ArrayList<>();
    for (Definition definition : definitions.find("object", name)) {
      switch (definition.statement()) {
        case TableStatement.CreateTable s when definition.kind() == Definition.Kind.TABLE ->
            found.add(Binder.relation(definition.name(), Relation.Kind.TABLE, s.elements(), this));
        case ModuleStatement.View _ ->
            found.add(
                new Relation(
                    definition.name(), Relation.Kind.VIEW, columns(bound(definition)), true));
        default -> {}
      }
    }
    if (found.size() < 2) {
      return found.stream().findFirst();
    }
    List<Relation.Column> columns = new ArrayList<>();
    for (Relation relation : found) {
      for (Relation.Column column : relation.columns()) {
        if (columns.stream().noneMatch(c -> collation.same(c.name(), column.name()))) {
          columns.add(column);
        }
      }
    }
    return Optional.of(
        new Relation(found.getFirst().name(), found.getFirst().kind(), columns, true));
  }

  private static List<Relation.Column> columns(BoundModule module) {
    return module.columns().stream().map(Relation.Column::of).toList();
  }

  @Override
  public Optional<Routine> routine(ObjectName name) {
    if (name.schema().equalsIgnoreCase("sys")) {
      return SystemCatalog.instance().routine(name);
    }
    ObjectName key = collation.key(name);
    Optional<Routine> known = routines.get(key);
    if (known != null) {
      return known;
    }
    Optional<Definition> definition =
        definitions.find("object", name).stream()
            .filter(d -> d.kind().isFunction() || d.kind() == Definition.Kind.PROCEDURE)
            .findFirst();
    if (definition.isEmpty()) {
      routines.put(key, Optional.empty());
      return Optional.empty();
    }
    if (!open.get().add(key)) {
      return Optional.of(routine(definition.get(), List.of()));
    }
    try {
      List<Relation.Column> result = resultColumns(name);
      Optional<Routine> made = Optional.of(routine(definition.get(), result));
      routines.put(key, made);
      return made;
    } finally {
      open.get().remove(key);
    }
  }

  /// The columns of an inline function; of several under one name, those of all.
  private List<Relation.Column> resultColumns(ObjectName name) {
    List<Relation.Column> columns = new ArrayList<>();
    for (Definition definition : definitions.find("object", name)) {
      if (definition.kind() == Definition.Kind.INLINE_FUNCTION) {
        for (Relation.Column column : columns(bound(definition))) {
          if (columns.stream().noneMatch(c -> collation.same(c.name(), column.name()))) {
            columns.add(column);
          }
        }
      }
    }
    return columns;
  }

  private Routine routine(Definition definition, List<Relation.Column> result) {
    ModelContext context = ModelContext.of(definition.source().parsed(), this);
    Module module = (Module) SchemaObjects.from(definition.statement(), context).getFirst();
    List<Relation.Column> columns =
        module instanceof Module.TableFunction f && !f.inline()
            ? tableColumns((ModuleStatement.Function) definition.statement())
            : result;
    return Routine.of(module, columns)
        .orElseThrow(() -> new IllegalStateException("no routine: " + module.name()));
  }

  private List<Relation.Column> tableColumns(ModuleStatement.Function function) {
    return function.returns() instanceof ModulePart.Returns.TableVariable table
        ? Binder.relation(
                Definitions.name(function.name()),
                Relation.Kind.TABLE_FUNCTION,
                table.definition().elements(),
                this)
            .columns()
        : List.of();
  }

  @Override
  public Optional<ObjectName> synonym(ObjectName name) {
    return definitions.find("object", name).stream()
        .filter(d -> d.kind() == Definition.Kind.SYNONYM)
        .findFirst()
        .map(d -> ((ObjectStatement.CreateSynonym) d.statement()).target())
        .map(t -> t.database().isPresent() ? new ObjectName("", "") : Definitions.name(t));
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    return definitions
        .first("type", name)
        .flatMap(d ->
            switch (d.statement()) {
              case ObjectStatement.CreateAliasType s ->
                  Optional.of(io.hartonomous.bind.DataTypes.of(s.base(), this))
                      .filter(t -> t.base() != SqlType.Base.UNKNOWN)
                      .map(t -> t.withUserType(d.name()));
              case ObjectStatement.CreateTableType _ ->
                  Optional.of(SqlType.of(SqlType.Base.TABLE).withUserType(d.name()));
              case ObjectStatement.CreateClrType _ ->
                  Optional.of(SqlType.of(SqlType.Base.CLR).withUserType(d.name()));
              default -> Optional.<SqlType>empty();
            });
  }

  @Override
  public Optional<Relation> tableType(ObjectName name) {
    return definitions
        .first("type", name)
        .filter(d -> d.kind() == Definition.Kind.TABLE_TYPE)
        .map(d ->
            Binder.relation(
                d.name(),
                Relation.Kind.TABLE_TYPE,
                ((ObjectStatement.CreateTableType) d.statement()).elements(),
                this));
  }

  @Override
  public Optional<SqlType> sequence(ObjectName name) {
    return definitions.find("object", name).stream()
        .filter(d -> d.kind() == Definition.Kind.SEQUENCE)
        .findFirst()
        .map(d ->
            ((ObjectStatement.CreateSequence) d.statement())
                .type()
                .map(t -> io.hartonomous.bind.DataTypes.of(t, this))
                .orElse(SqlType.BIGINT));
  }

  @Override
  public boolean ambiguous(ObjectName name) {
    return definitions.hasDuplicates() && definitions.find("object", name).size() > 1;
  }

  @Override
  public boolean ambiguous(ObjectName name, String member) {
    return definitions.hasDuplicateMembers() && definitions.members(name, member).size() > 1;
  }
}
