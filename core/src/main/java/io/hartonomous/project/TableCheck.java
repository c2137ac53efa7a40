package io.hartonomous.project;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundExpression;
import io.hartonomous.bind.DataTypes;
import io.hartonomous.bind.Finding;
import io.hartonomous.bind.Relation;
import io.hartonomous.diagnostics.Code;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.Findings.Problem;
import io.hartonomous.project.Findings.Subject;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.TableElement;
import java.util.List;
import java.util.Optional;

/// References of tables, their constraints and their indexes: all that is not found is an error.
final class TableCheck {
  private final Definitions definitions;
  private final ProjectCatalog catalog;
  private final Collation collation;
  private final Findings out;

  TableCheck(Definitions definitions, ProjectCatalog catalog, Findings out) {
    this.definitions = definitions;
    this.catalog = catalog;
    this.collation = catalog.collation();
    this.out = out;
  }

  void elements(
      List<TableElement> elements, ObjectName table, Relation relation, SourceUnit source) {
    String owner = "table " + table.quoted();
    for (TableElement element : elements) {
      switch (element) {
        case TableElement.Column c -> {
          type(
              c.type(),
              "column " + table.quoted() + "." + ObjectName.quote(c.name().value()),
              source);
          constraints(c.constraints(), table, relation, Optional.of(c.name().value()), source);
        }
        case TableElement.ComputedColumn c -> {
          expression(
              c.value(),
              "column " + table.quoted() + "." + ObjectName.quote(c.name().value()),
              relation,
              source);
          constraints(c.constraints(), table, relation, Optional.of(c.name().value()), source);
        }
        case TableElement.ColumnSet _ -> {}
        case TableElement.Period p -> {
          column(p.start(), relation, owner, source);
          column(p.end(), relation, owner, source);
        }
        default -> constraint(element, table, relation, source);
      }
    }
  }

  /// A constraint of a table, inside of CREATE TABLE or added by ALTER TABLE.
  void constraint(TableElement element, ObjectName table, Relation relation, SourceUnit source) {
    String owner = owner(Definitions.constraintName(element), table);
    switch (element) {
      case TableElement.Key k ->
          k.columns().forEach(c -> column(c.name(), relation, owner, source));
      case TableElement.ForeignKey k -> {
        k.columns().forEach(c -> column(c, relation, owner, source));
        references(
            k.references(),
            k.columns().size(),
            k.columns().stream().map(Identifier::value).toList(),
            table,
            relation,
            owner,
            source,
            k);
      }
      case TableElement.Check c -> condition(c.condition(), owner, relation, source);
      case TableElement.DefaultFor d -> {
        expression(d.value(), owner, relation, source);
        column(d.column(), relation, owner, source);
      }
      case TableElement.Index i -> {
        String index = "index " + ObjectName.quote(i.name().value()) + " of " + table.quoted();
        i.columns().forEach(c -> column(c.name(), relation, index, source));
        i.include().forEach(c -> column(c, relation, index, source));
        i.where().ifPresent(w -> condition(w, index, relation, source));
      }
      case TableElement.Connection c -> c.pairs().forEach(n -> table(n, owner, source));
      case TableElement.Column _,
          TableElement.ComputedColumn _,
          TableElement.ColumnSet _,
          TableElement.Period _,
          TableElement.References _,
          TableElement.IndexColumn _ -> {}
    }
  }

  private static String owner(Optional<String> name, ObjectName table) {
    return name.map(n -> "constraint " + new ObjectName(table.schema(), n).quoted())
        .orElse("a constraint of " + table.quoted());
  }

  private void constraints(
      List<ColumnConstraint> constraints,
      ObjectName table,
      Relation relation,
      Optional<String> column,
      SourceUnit source) {
    for (ColumnConstraint constraint : constraints) {
      switch (constraint) {
        case ColumnConstraint.Default d -> {
          expression(d.value(), owner(d.name().map(Identifier::value), table), relation, source);
        }
        case ColumnConstraint.Check c -> {
          condition(c.condition(), owner(c.name().map(Identifier::value), table), relation, source);
        }
        case ColumnConstraint.ForeignKey k -> {
          List<String> own = column.map(List::of).orElse(List.of());
          references(
              k.references(),
              1,
              own,
              table,
              relation,
              owner(k.name().map(Identifier::value), table),
              source,
              k);
        }
        case ColumnConstraint.Index i -> constraint(i.index(), table, relation, source);
        default -> {}
      }
    }
  }

  private void references(
      TableElement.References r,
      int count,
      List<String> own,
      ObjectName table,
      Relation relation,
      String owner,
      SourceUnit source,
      Node constraint) {
    Optional<Relation> target = table(r.table(), owner, source);
    for (Identifier column : r.columns()) {
      if (target.isEmpty()) {
        out.unresolvedColumn(
            source, column, Definitions.name(r.table()), owner, Problem.MISSING_OBJECT);
      } else {
        column(column, target.get(), owner, source);
      }
    }
    if (target.isPresent()) {
      new KeyCheck(catalog, definitions::primaryKeyColumns, out)
          .foreignKey(r, count, own, table, relation, target.get(), source, constraint);
    }
  }

  /// The table that a foreign key or an index means: reported if there is none, or if several
  /// tables share the name.
  private Optional<Relation> table(MultiPartName name, String owner, SourceUnit source) {
    ObjectName full = Definitions.name(name);
    int tables = name.database().isPresent() ? 0 : definitions.tables(full);
    return one(tables, name, full, owner, source);
  }

  private Optional<Relation> one(
      int found, MultiPartName name, ObjectName full, String owner, SourceUnit source) {
    if (found == 1) {
      return catalog.relation(full);
    }
    out.unresolved(
        true,
        source,
        name,
        owner,
        new Subject(found == 0 ? Problem.MISSING_OBJECT : Problem.DUPLICATE, full.quoted()),
        found == 0 ? "define the table" : "keep one definition");
    return Optional.empty();
  }

  void index(IndexStatement.CreateIndex s, SourceUnit source) {
    ObjectName table = Definitions.name(s.table());
    String owner = "index " + ObjectName.quote(s.name().value()) + " of " + table.quoted();
    Optional<Relation> relation = indexed(s.table(), owner, source);
    s.columns().forEach(c -> indexColumn(c.name(), relation, table, owner, source));
    s.include().forEach(c -> indexColumn(c, relation, table, owner, source));
    s.where().ifPresent(w -> relation.ifPresent(r -> condition(w, owner, r, source)));
  }

  void statistics(IndexStatement.CreateStatistics s, SourceUnit source) {
    ObjectName table = Definitions.name(s.table());
    String owner = "statistics " + ObjectName.quote(s.name().value()) + " of " + table.quoted();
    Optional<Relation> relation = indexed(s.table(), owner, source);
    s.columns().forEach(c -> indexColumn(c, relation, table, owner, source));
    s.where().ifPresent(w -> relation.ifPresent(r -> condition(w, owner, r, source)));
  }

  void specialIndex(IndexStatement.CreateSpecialIndex s, SourceUnit source) {
    ObjectName table = Definitions.name(s.table());
    String owner =
        "index "
            + s.name().map(n -> ObjectName.quote(n.value()) + " of ").orElse("of ")
            + table.quoted();
    Optional<Relation> relation = indexed(s.table(), owner, source);
    s.columns().forEach(c -> indexColumn(c, relation, table, owner, source));
  }

  private Optional<Relation> indexed(MultiPartName name, String owner, SourceUnit source) {
    ObjectName full = Definitions.name(name);
    List<Definition> found = definitions.find("object", full);
    long hosts =
        found.stream()
            .filter(d -> d.kind() == Definition.Kind.TABLE || d.kind() == Definition.Kind.VIEW)
            .count();
    return one(Math.toIntExact(hosts), name, full, owner, source);
  }

  private void indexColumn(
      Identifier column,
      Optional<Relation> relation,
      ObjectName table,
      String owner,
      SourceUnit source) {
    if (relation.isEmpty()) {
      out.unresolvedColumn(source, column, table, owner, Problem.MISSING_OBJECT);
    } else {
      column(column, relation.get(), owner, source);
    }
  }

  private void column(Identifier column, Relation relation, String owner, SourceUnit source) {
    boolean exists =
        relation.columns().stream().anyMatch(c -> collation.same(c.name(), column.value()));
    if (!exists) {
      out.unresolvedColumn(source, column, relation.name(), owner, Problem.MISSING_COLUMN);
    } else if (catalog.ambiguous(relation.name(), column.value())) {
      out.unresolvedColumn(source, column, relation.name(), owner, Problem.DUPLICATE);
    }
  }

  void type(DataType type, String owner, SourceUnit source) {
    if (type instanceof DataType.Named named
        && DataTypes.builtInBase(named).isEmpty()
        && !DataTypes.isSysname(named)) {
      ObjectName name = DataTypes.userTypeName(named, catalog);
      if (catalog.type(name).isEmpty()) {
        out.unresolved(
            true,
            source,
            named.name(),
            owner,
            new Subject(Problem.MISSING_TYPE, name.quoted()),
            "define the type, or correct its name");
      }
    }
  }

  private void expression(
      Expression expression, String owner, Relation relation, SourceUnit source) {
    report(Binder.bindExpression(expression, relation, catalog), owner, source);
  }

  private void condition(Condition condition, String owner, Relation relation, SourceUnit source) {
    report(Binder.bindExpression(condition, relation, catalog), owner, source);
  }

  private void report(BoundExpression bound, String owner, SourceUnit source) {
    for (Finding f : bound.findings()) {
      switch (f.kind()) {
        case UNKNOWN_COLUMN, COLUMN_OF_UNKNOWN, UNKNOWN_QUALIFIER ->
            out.unresolved(
                true,
                source,
                f.node(),
                owner,
                new Subject(
                    Problem.MISSING_COLUMN,
                    f.relation()
                        .map(r -> r.name().quoted() + "." + ObjectName.quote(f.name()))
                        .orElse(f.name())),
                Findings.COLUMN_HINT,
                Optional.of(f));
        case UNKNOWN_OBJECT, UNKNOWN_ROUTINE, UNKNOWN_SEQUENCE ->
            out.unresolved(
                true,
                source,
                f.node(),
                owner,
                new Subject(Problem.MISSING_OBJECT, name(f)),
                "define it, or correct its name",
                Optional.of(f));
        case UNKNOWN_TYPE ->
            out.unresolved(
                true,
                source,
                f.node(),
                owner,
                new Subject(Problem.MISSING_TYPE, name(f)),
                "define the type, or correct its name",
                Optional.of(f));
        case AMBIGUOUS_OBJECT, AMBIGUOUS_MEMBER, AMBIGUOUS_COLUMN ->
            out.unresolved(
                true,
                source,
                f.node(),
                owner,
                new Subject(Problem.DUPLICATE, f.name()),
                "keep one definition",
                Optional.of(f));
        case UNKNOWN_VARIABLE, UNKNOWN_TABLE_VARIABLE ->
            out.add(Code.UNDECLARED_VARIABLE, source, f.node(), f.name());
        default -> {}
      }
    }
  }

  private static String name(Finding f) {
    return f.node() instanceof MultiPartName name && name.database().isEmpty()
        ? Definitions.name(name).quoted()
        : f.name();
  }
}
