package io.hartonomous.project;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All definitions of a project, by name.
final class Definitions {
  static final String DEFAULT_SCHEMA = "dbo";

  private final Collation collation;
  private final Map<String, List<Definition>> byKey = new LinkedHashMap<>();
  private final Map<String, List<Member>> members = new LinkedHashMap<>();

  /// A column or a parameter: two of one name below objects of one name are duplicates.
  record Member(ObjectName owner, String name, Node node, SourceUnit source) {}

  Definitions(Collation collation) {
    this.collation = collation;
  }

  static ObjectName name(MultiPartName name) {
    return new ObjectName(
        name.schema().map(Identifier::value).orElse(DEFAULT_SCHEMA), name.object().value());
  }

  private String key(String space, ObjectName name) {
    return space + " " + collation.key(name).quoted();
  }

  Collection<List<Definition>> groups() {
    return byKey.values();
  }

  Collection<List<Member>> memberGroups() {
    return members.values();
  }

  List<Definition> find(String space, ObjectName name) {
    return byKey.getOrDefault(key(space, name), List.of());
  }

  Optional<Definition> first(String space, ObjectName name) {
    return find(space, name).stream().findFirst();
  }

  List<Member> members(ObjectName owner, String name) {
    return members.getOrDefault(
        collation.key(owner).quoted() + " " + collation.key(name), List.of());
  }

  private final Map<String, Integer> tables = new HashMap<>();
  private boolean duplicates;
  private boolean duplicateMembers;
  private final Map<String, Integer> primaryKeys = new HashMap<>();

  /// Whether any two definitions share a name: asked for every use of an object.
  boolean hasDuplicates() {
    return duplicates;
  }

  boolean hasDuplicateMembers() {
    return duplicateMembers;
  }

  /// How many tables have this name.
  int tables(ObjectName name) {
    return tables.getOrDefault(key("table", name), 0);
  }

  /// How many columns the primary key of a table has; 0 without one.
  int primaryKeyColumns(ObjectName table) {
    return primaryKeys.getOrDefault(key("table", table), 0);
  }

  private void primaryKey(ObjectName table, TableElement element) {
    switch (element) {
      case TableElement.Key k when k.primary() ->
          primaryKeys.put(key("table", table), k.columns().size());
      case TableElement.Column c
          when c.constraints().stream()
              .anyMatch(x -> x instanceof ColumnConstraint.Key k && k.primary()) ->
          primaryKeys.put(key("table", table), 1);
      default -> {}
    }
  }

  private void add(
      Definition.Kind kind, ObjectName name, Statement statement, Node node, SourceUnit source) {
    List<Definition> group =
        byKey.computeIfAbsent(key(kind.space(), name), _ -> new ArrayList<>(1));
    group.add(new Definition(kind, name, statement, node, source));
    duplicates |= group.size() > 1;
    if (kind == Definition.Kind.TABLE) {
      tables.merge(key("table", name), 1, Integer::sum);
    }
  }

  private void member(ObjectName owner, String name, Node node, SourceUnit source) {
    List<Member> group =
        members.computeIfAbsent(
            collation.key(owner).quoted() + " " + collation.key(name), _ -> new ArrayList<>(1));
    group.add(new Member(owner, name, node, source));
    duplicateMembers |= group.size() > 1;
  }

  void collect(Statement statement, SourceUnit source) {
    switch (statement) {
      case TableStatement.CreateTable s -> {
        ObjectName name = name(s.name());
        add(Definition.Kind.TABLE, name, s, s, source);
        s.elements().forEach(e -> primaryKey(name, e));
        elements(s.elements(), name, s, source);
      }
      case TableStatement.AlterTable s
          when s.action() instanceof TableStatement.AlterAction.Add add -> {
        ObjectName table = name(s.name());
        for (TableElement element : add.elements()) {
          primaryKey(table, element);
          constraintName(element)
              .ifPresent(c ->
                  add(Definition.Kind.CONSTRAINT, new ObjectName(table.schema(), c), s, s, source));
        }
      }
      case ModuleStatement s -> module(s, source);
      case IndexStatement s -> index(s, source);
      case ObjectStatement s -> object(s, source);
      case SecurityStatement.CreateUser s ->
          add(Definition.Kind.USER, new ObjectName("", s.name().value()), s, s, source);
      case SecurityStatement.CreateRole s ->
          add(Definition.Kind.ROLE, new ObjectName("", s.name().value()), s, s, source);
      case SecurityStatement.CreateApplicationRole s ->
          add(Definition.Kind.ROLE, new ObjectName("", s.name().value()), s, s, source);
      case SecurityStatement.CreateLogin s ->
          add(Definition.Kind.LOGIN, new ObjectName("", s.name().value()), s, s, source);
      case DatabaseStatement.AlterDatabaseAddFileGroup s ->
          add(Definition.Kind.FILEGROUP, new ObjectName("", s.fileGroup().value()), s, s, source);
      default -> {}
    }
  }

  private void module(ModuleStatement statement, SourceUnit source) {
    switch (statement) {
      case ModuleStatement.View s -> {
        add(Definition.Kind.VIEW, name(s.name()), s, s, source);
        OutputNames.of(s).forEach(o -> member(name(s.name()), o.name(), o.node(), source));
      }
      case ModuleStatement.Procedure s -> {
        add(Definition.Kind.PROCEDURE, name(s.name()), s, s, source);
        s.parameters().forEach(p -> member(name(s.name()), p.variable().name(), p, source));
      }
      case ModuleStatement.Function s -> {
        Definition.Kind kind =
            switch (s.returns()) {
              case ModulePart.Returns.Scalar _ -> Definition.Kind.SCALAR_FUNCTION;
              case ModulePart.Returns.InlineTable _ -> Definition.Kind.INLINE_FUNCTION;
              case ModulePart.Returns.TableVariable _ -> Definition.Kind.TABLE_FUNCTION;
            };
        ObjectName name = name(s.name());
        add(kind, name, s, s, source);
        s.parameters().forEach(p -> member(name, p.variable().name(), p, source));
        if (s.returns() instanceof ModulePart.Returns.TableVariable table) {
          columns(table.definition().elements(), name, source);
        }
        OutputNames.of(s).forEach(o -> member(name, o.name(), o.node(), source));
      }
      case ModuleStatement.Trigger s -> {
        Optional<ObjectName> parent = s.table().map(Definitions::name);
        String schema =
            s.name()
                .schema()
                .map(Identifier::value)
                .orElse(parent.map(ObjectName::schema).orElse(DEFAULT_SCHEMA));
        add(
            Definition.Kind.TRIGGER,
            new ObjectName(parent.isPresent() ? schema : "", s.name().object().value()),
            s,
            s,
            source);
      }
      case ModuleStatement.EnableTrigger _ -> {}
    }
  }

  private void elements(
      List<TableElement> elements, ObjectName table, Statement statement, SourceUnit source) {
    columns(elements, table, source);
    for (TableElement element : elements) {
      switch (element) {
        case TableElement.Column c -> constraints(c.constraints(), table, statement, source);
        case TableElement.ComputedColumn c ->
            constraints(c.constraints(), table, statement, source);
        case TableElement.Index i ->
            add(Definition.Kind.INDEX, indexName(table, i.name().value()), statement, i, source);
        default ->
            constraintName(element)
                .ifPresent(c ->
                    add(
                        Definition.Kind.CONSTRAINT,
                        new ObjectName(table.schema(), c),
                        statement,
                        element,
                        source));
      }
    }
  }

  private void columns(List<TableElement> elements, ObjectName table, SourceUnit source) {
    for (TableElement element : elements) {
      switch (element) {
        case TableElement.Column c -> member(table, c.name().value(), c, source);
        case TableElement.ComputedColumn c -> member(table, c.name().value(), c, source);
        case TableElement.ColumnSet c -> member(table, c.name().value(), c, source);
        default -> {}
      }
    }
  }

  private void constraints(
      List<ColumnConstraint> constraints,
      ObjectName table,
      Statement statement,
      SourceUnit source) {
    for (ColumnConstraint constraint : constraints) {
      Optional<Identifier> name =
          switch (constraint) {
            case ColumnConstraint.Default c -> c.name();
            case ColumnConstraint.Key c -> c.name();
            case ColumnConstraint.ForeignKey c -> c.name();
            case ColumnConstraint.Check c -> c.name();
            default -> Optional.empty();
          };
      name.ifPresent(n ->
          add(
              Definition.Kind.CONSTRAINT,
              new ObjectName(table.schema(), n.value()),
              statement,
              constraint,
              source));
      if (constraint instanceof ColumnConstraint.Index index) {
        add(
            Definition.Kind.INDEX,
            indexName(table, index.index().name().value()),
            statement,
            index,
            source);
      }
    }
  }

  static Optional<String> constraintName(TableElement element) {
    Optional<Identifier> name =
        switch (element) {
          case TableElement.Key c -> c.name();
          case TableElement.ForeignKey c -> c.name();
          case TableElement.Check c -> c.name();
          case TableElement.DefaultFor c -> c.name();
          case TableElement.Connection c -> c.name();
          default -> Optional.empty();
        };
    return name.map(Identifier::value);
  }

  /// Indexes are named within their table.
  static ObjectName indexName(ObjectName table, String index) {
    return new ObjectName(table.quoted(), index);
  }

  private void index(IndexStatement statement, SourceUnit source) {
    switch (statement) {
      case IndexStatement.CreateIndex s ->
          add(Definition.Kind.INDEX, indexName(name(s.table()), s.name().value()), s, s, source);
      case IndexStatement.CreateStatistics s ->
          add(
              Definition.Kind.STATISTICS,
              indexName(name(s.table()), s.name().value()),
              s,
              s,
              source);
      case IndexStatement.CreateSpecialIndex s ->
          s.name()
              .ifPresent(n ->
                  add(Definition.Kind.INDEX, indexName(name(s.table()), n.value()), s, s, source));
      default -> {}
    }
  }

  private void object(ObjectStatement statement, SourceUnit source) {
    switch (statement) {
      case ObjectStatement.CreateSchema s ->
          add(
              Definition.Kind.SCHEMA,
              new ObjectName("", s.name().or(s::owner).map(Identifier::value).orElse("")),
              s,
              s,
              source);
      case ObjectStatement.CreateAliasType s ->
          add(Definition.Kind.ALIAS_TYPE, name(s.name()), s, s, source);
      case ObjectStatement.CreateTableType s -> {
        add(Definition.Kind.TABLE_TYPE, name(s.name()), s, s, source);
        columns(
            s.elements(),
            new ObjectName("type " + name(s.name()).schema(), s.name().object().value()),
            source);
      }
      case ObjectStatement.CreateClrType s ->
          add(Definition.Kind.CLR_TYPE, name(s.name()), s, s, source);
      case ObjectStatement.CreateSequence s ->
          add(Definition.Kind.SEQUENCE, name(s.name()), s, s, source);
      case ObjectStatement.CreateSynonym s ->
          add(Definition.Kind.SYNONYM, name(s.name()), s, s, source);
      case ObjectStatement.CreatePartitionFunction s ->
          add(
              Definition.Kind.PARTITION_FUNCTION,
              new ObjectName("", s.name().value()),
              s,
              s,
              source);
      case ObjectStatement.CreatePartitionScheme s ->
          add(Definition.Kind.PARTITION_SCHEME, new ObjectName("", s.name().value()), s, s, source);
      case ObjectStatement.CreateXmlSchemaCollection s ->
          add(Definition.Kind.XML_SCHEMA_COLLECTION, name(s.name()), s, s, source);
      case ObjectStatement.CreateDefault s ->
          add(Definition.Kind.DEFAULT, name(s.name()), s, s, source);
      case ObjectStatement.CreateRule s -> add(Definition.Kind.RULE, name(s.name()), s, s, source);
      case ObjectStatement.CreateFullTextCatalog s ->
          add(
              Definition.Kind.FULL_TEXT_CATALOG,
              new ObjectName("", s.name().value()),
              s,
              s,
              source);
      case ObjectStatement.AlterSchema _,
          ObjectStatement.AlterSequence _,
          ObjectStatement.Drop _ -> {}
    }
  }
}
