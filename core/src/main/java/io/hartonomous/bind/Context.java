package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What the binding of one statement or module collects and knows: the side tables, the findings,
/// the dependencies, the variables.
final class Context {
  final Catalog catalog;
  final Collation collation;
  final BindingTables out = new BindingTables();
  final List<Finding> findings = new ArrayList<>();

  /// The module at hand; absent for a single statement.
  final Optional<ObjectName> module;

  private final Variables outside;
  private final boolean tracksDependencies;

  private final Map<String, SqlType> variables = new HashMap<>();
  private final Map<String, Relation> tableVariables = new HashMap<>();
  private final Map<String, Relation> temporaryTables = new HashMap<>();

  /// Temporary tables that SELECT INTO makes somewhere in the module: known, but perhaps not yet
  /// with their columns.
  final Set<String> announced = new HashSet<>();

  private final Set<String> parameters = new HashSet<>();
  private final Map<String, List<Node>> locals = new LinkedHashMap<>();
  private final Map<String, String> localNames = new HashMap<>();
  private final Set<String> targets = new HashSet<>();
  private final Map<Relation, List<Optional<Dependency>>> origins = new IdentityHashMap<>();
  private final Map<Relation, Map<Integer, Finding>> broken = new IdentityHashMap<>();
  private final Set<Relation> missing = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Relation> pivots = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Relation> early = Collections.newSetFromMap(new IdentityHashMap<>());

  /// Common table expressions that were named in a FROM.
  private final Set<Relation> used = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<String, Dependency> dependencies = new LinkedHashMap<>();
  final List<DynamicObject> dynamicObjects = new ArrayList<>();
  Optional<Relation> triggerTable = Optional.empty();

  /// The rows that a multi-statement function returns.
  Optional<Relation> returned = Optional.empty();

  private int nextSource;
  private int nextDynamic = 1;
  private int depth;
  private List<Dependency> recorder;

  Context(
      Catalog catalog, Variables outside, Optional<ObjectName> module, boolean tracksDependencies) {
    this.catalog = catalog;
    this.collation = catalog.collation();
    this.outside = outside;
    this.module = module;
    this.tracksDependencies = tracksDependencies;
    this.triggerTable = outside.triggerTable();
  }

  void report(Finding.Kind kind, Node node, String name) {
    findings.add(new Finding(kind, node, name, Optional.empty(), false));
  }

  void report(Finding.Kind kind, Node node, String name, Relation relation, boolean deferred) {
    findings.add(new Finding(kind, node, name, Optional.of(relation), deferred));
  }

  /// Looks again at the findings made since there were `from`.
  void revise(int from, UnaryOperator<Finding> change) {
    for (int i = from; i < findings.size(); i++) {
      findings.set(i, change.apply(findings.get(i)));
    }
  }

  /// Notes the use of an object, and says so where several share its name.
  void use(Dependency.Kind kind, ObjectName object, Node node) {
    if (tracksDependencies) {
      if (catalog.ambiguous(object)) {
        findings.add(
            new Finding(
                Finding.Kind.AMBIGUOUS_OBJECT, node, object.quoted(), Optional.empty(), true));
      }
      depend(Dependency.of(kind, object), "");
    }
  }

  TableSource source(Node node, String exposedName, Relation relation) {
    TableSource source = new TableSource(nextSource++, exposedName, relation, node);
    out.put(node, source);
    return source;
  }

  int nextSource() {
    return nextSource++;
  }

  // Names.

  /// The name of an object completed with the default schema; what stands before the schema is
  /// dropped.
  ObjectName objectName(MultiPartName name) {
    return new ObjectName(
        name.schema().map(Identifier::value).orElse(catalog.defaultSchema()),
        name.object().value());
  }

  static String written(MultiPartName name) {
    return name.parts().stream().map(Identifier::value).collect(Collectors.joining("."));
  }

  // Variables.

  boolean declare(String name, SqlType type) {
    return variables.putIfAbsent(collation.key(name), type) == null
        && !tableVariables.containsKey(collation.key(name));
  }

  void declareParameter(String name, SqlType type) {
    parameters.add(collation.key(name));
    variables.put(collation.key(name), type);
  }

  boolean declareTable(String name, Relation relation) {
    return tableVariables.putIfAbsent(collation.key(name), relation) == null
        && !variables.containsKey(collation.key(name));
  }

  boolean isParameter(String name) {
    return parameters.contains(collation.key(name));
  }

  /// Notes a definition of a temporary table or table variable, or of a column of one. Gives
  /// whether it is the first.
  boolean defines(String name, Node node) {
    if (!tracksDependencies) {
      return true;
    }
    List<Node> nodes = locals.computeIfAbsent(collation.key(name), _ -> new ArrayList<>(1));
    if (nodes.stream().noneMatch(n -> n == node)) {
      nodes.add(node);
    }
    localNames.putIfAbsent(collation.key(name), name);
    return nodes.size() == 1;
  }

  /// Reports what is defined more than once inside the module.
  void reportDuplicateLocals() {
    locals.forEach((key, nodes) -> {
      if (nodes.size() > 1) {
        nodes.forEach(node -> report(Finding.Kind.DUPLICATE_LOCAL, node, localNames.get(key)));
      }
    });
  }

  boolean isAnnounced(String temporary) {
    return announced.contains(collation.key(temporary));
  }

  /// Notes that a data change names a column of a temporary table that is not known.
  void target(Relation temporary, String column) {
    targets.add(collation.key(temporary.name().name()) + " " + collation.key(column));
  }

  boolean isTarget(Relation temporary, String column) {
    return targets.contains(collation.key(temporary.name().name()) + " " + collation.key(column));
  }

  /// Whether a variable is declared with a type that is not known.
  boolean isDeclared(String name) {
    return variable(name).filter(t -> t.base() == SqlType.Base.UNKNOWN).isPresent();
  }

  void addParameter(String name) {
    parameters.add(collation.key(name));
  }

  Optional<SqlType> variable(String name) {
    SqlType own = variables.get(collation.key(name));
    return own != null ? Optional.of(own) : outside.variable(name);
  }

  Optional<Relation> tableVariable(String name) {
    Relation own = tableVariables.get(collation.key(name));
    return own != null ? Optional.of(own) : outside.table(name);
  }

  /// The type of a variable that is used; reports it where nobody declared it.
  Meaning use(Expression.Variable variable) {
    Optional<SqlType> type = variable(variable.name());
    if (type.isEmpty()) {
      if (tableVariable(variable.name()).isEmpty()) {
        report(Finding.Kind.UNKNOWN_VARIABLE, variable, variable.name());
      } else if (tracksDependencies && isParameter(variable.name())) {
        depend(new Dependency(Dependency.Kind.PARAMETER, own(variable.name())), "");
      }
      return out.put(
          variable,
          new Meaning(
              tableVariable(variable.name())
                  .map(_ -> SqlType.of(SqlType.Base.TABLE))
                  .orElse(SqlType.UNKNOWN),
              true));
    }
    if (tracksDependencies && isParameter(variable.name())) {
      if (module.isPresent() && catalog.ambiguous(module.get(), variable.name())) {
        findings.add(
            new Finding(
                Finding.Kind.AMBIGUOUS_MEMBER, variable, variable.name(), Optional.empty(), true));
      }
      depend(new Dependency(Dependency.Kind.PARAMETER, own(variable.name())), "");
    }
    return out.put(variable, Meaning.of(type.get()));
  }

  // Temporary tables.

  static boolean isTemporary(String name) {
    return name.startsWith("#");
  }

  void defineTemporary(Relation relation) {
    temporaryTables.put(collation.key(relation.name().name()), relation);
  }

  Optional<Relation> temporary(String name) {
    return Optional.ofNullable(temporaryTables.get(collation.key(name)));
  }

  // Relations whose columns are not those of a lasting table.

  void setOrigins(Relation relation, List<Optional<Dependency>> list) {
    origins.put(relation, list);
  }

  /// Notes that a column of rows hands on something that was not found.
  void setBroken(Relation relation, int ordinal, Finding finding) {
    broken.computeIfAbsent(relation, _ -> new HashMap<>()).put(ordinal, finding);
  }

  Optional<Finding> broken(Relation relation, int ordinal) {
    Map<Integer, Finding> columns = broken.get(relation);
    return columns == null ? Optional.empty() : Optional.ofNullable(columns.get(ordinal));
  }

  Relation missing(ObjectName name) {
    Relation relation = new Relation(name, Relation.Kind.TABLE, List.of(), false);
    missing.add(relation);
    return relation;
  }

  void markMissing(Relation relation) {
    missing.add(relation);
  }

  void markPivot(Relation relation) {
    pivots.add(relation);
  }

  boolean isPivot(Relation relation) {
    return pivots.contains(relation);
  }

  void markEarly(Relation relation) {
    early.add(relation);
  }

  void unmarkEarly(Relation relation) {
    early.remove(relation);
  }

  /// Whether a common table expression is named inside its own definition.
  boolean isEarly(Relation relation) {
    return early.contains(relation);
  }

  void markUsed(Relation relation) {
    used.add(relation);
  }

  boolean wasUsed(Relation relation) {
    return used.contains(relation);
  }

  boolean isMissing(Relation relation) {
    return missing.contains(relation);
  }

  /// What a use of a column depends on.
  Optional<Dependency> origin(Relation relation, int ordinal) {
    if (!tracksDependencies) {
      return Optional.empty();
    }
    List<Optional<Dependency>> list = origins.get(relation);
    if (list != null) {
      return ordinal < list.size() ? list.get(ordinal) : Optional.empty();
    }
    return switch (relation.kind()) {
      case TABLE, VIEW, TABLE_FUNCTION ->
          isMissing(relation)
              ? Optional.empty()
              : Optional.of(
                  Dependency.of(
                      Dependency.Kind.COLUMN,
                      relation.name(),
                      relation.columns().get(ordinal).name()));
      case TEMPORARY_TABLE, TABLE_VARIABLE ->
          Optional.of(
              new Dependency(
                  Dependency.Kind.DYNAMIC,
                  own(relation.name().name(), relation.columns().get(ordinal).name())));
      default -> Optional.empty();
    };
  }

  // Dependencies.

  boolean tracksDependencies() {
    return tracksDependencies;
  }

  /// `[schema].[module].[more]...`.
  List<String> own(String... more) {
    List<String> parts = new ArrayList<>();
    module.ifPresent(name -> {
      if (!name.schema().isEmpty()) {
        parts.add(name.schema());
      }
      parts.add(name.name());
    });
    parts.addAll(List.of(more));
    return parts;
  }

  /// Notes a use. The same thing reached by another qualifier is another use, as the reference
  /// compiler counts them.
  void depend(Dependency dependency, String qualifier) {
    if (!tracksDependencies) {
      return;
    }
    dependencies.putIfAbsent(collation.key(dependency.quoted()) + "::" + qualifier, dependency);
    if (recorder != null && !recorder.contains(dependency)) {
      recorder.add(dependency);
    }
  }

  /// Notes the use of a type: each counts.
  void dependOnType(Dependency type) {
    if (tracksDependencies) {
      depend(type, "#" + dependencies.size());
    }
  }

  /// Runs `work` inside a subquery.
  <T> T deeper(Supplier<T> work) {
    depth++;
    T result = work.get();
    depth--;
    return result;
  }

  /// How deep in subqueries the work is, as a part of a key.
  String depth() {
    return depth == 0 ? "" : "^" + depth;
  }

  /// Runs `work` and gives what it depended on, in order, repeated or not.
  List<Dependency> recorded(Runnable work) {
    if (!tracksDependencies) {
      work.run();
      return List.of();
    }
    List<Dependency> before = recorder;
    List<Dependency> mine = new ArrayList<>();
    recorder = mine;
    work.run();
    recorder = before;
    if (before != null) {
      for (Dependency dependency : mine) {
        if (!before.contains(dependency)) {
          before.add(dependency);
        }
      }
    }
    return mine;
  }

  /// Each dependency once, however it was reached.
  List<Dependency> distinctDependencies() {
    return dependencies.values().stream().distinct().toList();
  }

  List<Dependency> dependencies() {
    return List.copyOf(dependencies.values());
  }

  int nextDynamic() {
    return nextDynamic++;
  }
}
