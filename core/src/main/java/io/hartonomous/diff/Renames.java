package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The renames of a refactor log that are still to be done in a target, and what they do to a
/// model.
///
/// An operation counts where the old name is in the target, the new one is in the source, and the
/// new one is not in the target yet.
final class Renames {
  private Renames() {}

  static List<Change> of(RefactorLog log, DatabaseModel before, DatabaseModel after) {
    List<Change> renames = new ArrayList<>();
    DatabaseModel current = before;
    for (RefactorLog.Operation operation : log.operations()) {
      Optional<Change> rename = of(operation, current, after, log, renames);
      if (rename.isPresent()) {
        renames.add(rename.get());
        current = Changes.apply(List.of(rename.get()), current);
      }
    }
    return renames;
  }

  private static Optional<Change> of(
      RefactorLog.Operation operation,
      DatabaseModel before,
      DatabaseModel after,
      RefactorLog log,
      List<Change> done) {
    List<String> parts = operation.parts();
    return switch (operation.elementType()) {
      case "SqlSimpleColumn", "SqlComputedColumn", "SqlColumn" -> column(operation, before, after);
      case "SqlIndex", "SqlColumnStoreIndex" ->
          parts.size() == 3
              ? constraint(
                  operation, new ObjectName(parts.get(0), parts.get(1)), parts.get(2), true, before)
              : Optional.empty();
      case "SqlPrimaryKeyConstraint",
          "SqlUniqueConstraint",
          "SqlForeignKeyConstraint",
          "SqlCheckConstraint",
          "SqlDefaultConstraint" ->
          tableOfConstraint(before, parts)
              .flatMap(table -> constraint(operation, table, parts.getLast(), false, before));
      default -> object(operation, before, after, log, done);
    };
  }

  private static Optional<Change> object(
      RefactorLog.Operation operation,
      DatabaseModel before,
      DatabaseModel after,
      RefactorLog log,
      List<Change> done) {
    if (operation.parts().size() != 2) {
      return Optional.empty();
    }
    ObjectName from = new ObjectName(operation.parts().get(0), operation.parts().get(1));
    ObjectName to =
        operation.kind() == RefactorLog.Kind.RENAME
            ? new ObjectName(from.schema(), operation.newName())
            : new ObjectName(operation.newName(), from.name());
    for (SchemaObject object : before.objects()) {
      boolean renamable =
          switch (object) {
            case Table _,
                Module.View _,
                Module.Procedure _,
                Module.ScalarFunction _,
                Module.TableFunction _,
                Module.Trigger _ ->
                true;
            case PlainObject.Sequence _, PlainObject.Synonym _ -> true;
            default -> false;
          };
      ObjectKey target = ObjectKey.of(object.kind(), to);
      // A later operation may rename it once more, so the source need not have this name.
      if (renamable
          && after.collation().same(object.name(), from)
          && before.find(target).isEmpty()
          && after.find(object.key()).isEmpty()) {
        return Optional.of(new Change.RenameObject(operation.key(), object.key(), target));
      }
    }
    return Optional.empty();
  }

  private static Optional<Change> column(
      RefactorLog.Operation operation, DatabaseModel before, DatabaseModel after) {
    if (operation.parts().size() != 3) {
      return Optional.empty();
    }
    ObjectName name = new ObjectName(operation.parts().get(0), operation.parts().get(1));
    String from = operation.parts().get(2);
    Collation collation = after.collation();
    Optional<Table> table =
        before.all(Table.class).filter(t -> collation.same(t.name(), name)).findFirst();
    boolean there =
        table.isPresent()
            && has(table.get(), from, collation)
            && !has(table.get(), operation.newName(), collation);
    boolean gone = after.table(name).filter(t -> has(t, from, collation)).isEmpty();
    return there && gone
        ? Optional.of(
            new Change.RenameColumn(operation.key(), table.get().name(), from, operation.newName()))
        : Optional.empty();
  }

  private static boolean has(Table table, String column, Collation collation) {
    return table.columns().stream().anyMatch(c -> collation.same(c.name(), column));
  }

  private static Optional<ObjectName> tableOfConstraint(DatabaseModel before, List<String> parts) {
    Collation collation = before.collation();
    return before
        .all(Table.class)
        .filter(table ->
            collation.same(table.name().schema(), parts.getFirst())
                && names(table).stream().anyMatch(n -> collation.same(n, parts.getLast())))
        .map(Table::name)
        .findFirst();
  }

  private static List<String> names(Table table) {
    List<String> names = new ArrayList<>();
    table.constraints().forEach(c -> c.name().ifPresent(names::add));
    table
        .columns()
        .forEach(c ->
            c.defaultConstraint().flatMap(Column.DefaultConstraint::name).ifPresent(names::add));
    return names;
  }

  private static Optional<Change> constraint(
      RefactorLog.Operation operation,
      ObjectName name,
      String from,
      boolean index,
      DatabaseModel before) {
    Collation collation = before.collation();
    Optional<Table> table = before.table(name);
    List<String> names =
        table
            .map(t -> index ? t.indexes().stream().map(Index::name).toList() : names(t))
            .orElse(List.of());
    boolean there =
        names.stream().anyMatch(n -> collation.same(n, from))
            && names.stream().noneMatch(n -> collation.same(n, operation.newName()));
    return there
        ? Optional.of(
            new Change.RenameConstraint(
                operation.key(), table.get().name(), from, operation.newName(), index))
        : Optional.empty();
  }

  /// `object` after the rename; the object itself where the change is another one or does not
  /// concern it.
  static SchemaObject applied(Change change, SchemaObject object, Collation collation) {
    return switch (change) {
      case Change.RenameObject rename -> renamed(object, rename, collation);
      case Change.RenameColumn rename -> column(object, rename, collation);
      case Change.RenameConstraint rename ->
          object instanceof Table table && collation.same(table.name(), rename.table())
              ? constraint(table, rename, collation)
              : object;
      default -> object;
    };
  }

  private static SchemaObject renamed(
      SchemaObject object, Change.RenameObject rename, Collation collation) {
    ObjectName from = rename.from().name();
    ObjectName to = rename.to().name();
    boolean self = object.key().folded(collation).equals(rename.from().folded(collation));
    UnaryOperator<ObjectName> move = name -> Changes.moved(name, from, to, collation);
    boolean table =
        rename.from().kind() == ObjectKind.TABLE || rename.from().kind() == ObjectKind.VIEW;
    return switch (object) {
      case Table t -> table || self ? table(t, self ? to : t.name(), move) : t;
      case Module.View v ->
          self
              ? new Module.View(
                  to,
                  v.definition(),
                  v.ansiNulls(),
                  v.quotedIdentifier(),
                  v.schemaBound(),
                  v.indexes())
              : v;
      case Module.Procedure p ->
          self
              ? new Module.Procedure(
                  to, p.parameters(), p.definition(), p.ansiNulls(), p.quotedIdentifier())
              : p;
      case Module.ScalarFunction f ->
          self
              ? new Module.ScalarFunction(
                  to,
                  f.parameters(),
                  f.returns(),
                  f.definition(),
                  f.ansiNulls(),
                  f.quotedIdentifier(),
                  f.schemaBound())
              : f;
      case Module.TableFunction f ->
          self
              ? new Module.TableFunction(
                  to,
                  f.parameters(),
                  f.inline(),
                  f.columns(),
                  f.definition(),
                  f.ansiNulls(),
                  f.quotedIdentifier(),
                  f.schemaBound())
              : f;
      case Module.Trigger t ->
          trigger(
              t,
              self ? to : t.name(),
              table ? move.apply(t.parent()) : t.parent(),
              table && collation.same(t.parent(), from) ? to : null);
      case Module.DatabaseTrigger t -> t;
      case PlainObject.Sequence s -> self ? s.withName(to) : s;
      case PlainObject.Synonym s -> self ? new PlainObject.Synonym(to, s.target()) : s;
      case PlainObject p -> p;
      case Security.Permission p when p.securableClass().equals("OBJECT") ->
          new Security.Permission(
              p.state(),
              p.permission(),
              p.securableClass(),
              p.securable().map(move),
              p.columns(),
              p.grantee());
      case Security s -> s;
      case ExtendedProperty p -> property(p, from, to, collation);
      case TableType t -> t;
    };
  }

  /// A trigger moves with its table into another schema.
  private static Module.Trigger trigger(
      Module.Trigger t, ObjectName name, ObjectName parent, ObjectName movedParent) {
    ObjectName moved =
        movedParent == null ? name : new ObjectName(movedParent.schema(), name.name());
    return new Module.Trigger(
        moved,
        parent,
        t.insteadOf(),
        t.events(),
        t.disabled(),
        t.definition(),
        t.ansiNulls(),
        t.quotedIdentifier());
  }

  private static Table table(Table table, ObjectName name, UnaryOperator<ObjectName> move) {
    List<TableConstraint> constraints =
        table.constraints().stream()
            .map(c ->
                c instanceof TableConstraint.ForeignKey f
                    ? f.withReferencedTable(move.apply(f.referencedTable()))
                    : c)
            .toList();
    Table.TableOptions o = table.options();
    Optional<Table.SystemVersioning> versioning =
        o.systemVersioning()
            .map(v ->
                new Table.SystemVersioning(
                    v.periodStart(), v.periodEnd(), v.on(), v.history().map(move), v.retention()));
    return new Table(
        name, table.columns(), constraints, table.indexes(), o.withSystemVersioning(versioning));
  }

  private static ExtendedProperty property(
      ExtendedProperty p, ObjectName from, ObjectName to, Collation collation) {
    boolean hit =
        p.level0().isPresent()
            && p.level1().isPresent()
            && collation.same(
                new ObjectName(p.level0().get().name(), p.level1().get().name()), from);
    return !hit
        ? p
        : new ExtendedProperty(
            p.property(),
            p.level0().map(l -> new ExtendedProperty.Level(l.type(), to.schema())),
            p.level1().map(l -> new ExtendedProperty.Level(l.type(), to.name())),
            p.level2(),
            p.value());
  }

  private static SchemaObject column(
      SchemaObject object, Change.RenameColumn rename, Collation collation) {
    String from = rename.from();
    String to = rename.to();
    UnaryOperator<String> name = old -> collation.same(old, from) ? to : old;
    return switch (object) {
      case Table table when collation.same(table.name(), rename.table()) ->
          ownColumn(table, from, to, name, collation);
      case Table table -> referencedColumn(table, rename.table(), name, collation);
      case Security.Permission p
          when p.securable().filter(s -> collation.same(s, rename.table())).isPresent() ->
          new Security.Permission(
              p.state(),
              p.permission(),
              p.securableClass(),
              p.securable(),
              p.columns().stream().map(name).toList(),
              p.grantee());
      case ExtendedProperty p
          when p.level2().filter(l -> l.type().equals("COLUMN")).isPresent()
              && collation.same(
                  new ObjectName(p.level0().get().name(), p.level1().get().name()),
                  rename.table()) ->
          new ExtendedProperty(
              p.property(),
              p.level0(),
              p.level1(),
              p.level2().map(l -> new ExtendedProperty.Level(l.type(), name.apply(l.name()))),
              p.value());
      default -> object;
    };
  }

  private static Table ownColumn(
      Table table, String from, String to, UnaryOperator<String> name, Collation collation) {
    List<Column> columns =
        table.columns().stream()
            .map(c ->
                c.withName(name.apply(c.name()))
                    .withComputed(
                        c.computed()
                            .map(x ->
                                new Column.Computed(
                                    Mentions.renamed(x.expression(), from, to, collation),
                                    x.persisted()))))
            .toList();
    List<TableConstraint> constraints =
        table.constraints().stream()
            .map(c -> constraintColumn(c, table.name(), from, to, name, collation))
            .toList();
    List<Index> indexes =
        table.indexes().stream()
            .map(i ->
                i.withColumns(indexColumns(i.columns(), name))
                    .withInclude(i.include().stream().map(name).toList())
                    .withFilter(i.filter().map(f -> Mentions.renamed(f, from, to, collation))))
            .toList();
    Optional<Table.SystemVersioning> versioning =
        table
            .options()
            .systemVersioning()
            .map(v ->
                new Table.SystemVersioning(
                    name.apply(v.periodStart()),
                    name.apply(v.periodEnd()),
                    v.on(),
                    v.history(),
                    v.retention()));
    return new Table(
        table.name(),
        columns,
        constraints,
        indexes,
        table.options().withSystemVersioning(versioning));
  }

  private static TableConstraint constraintColumn(
      TableConstraint constraint,
      ObjectName table,
      String from,
      String to,
      UnaryOperator<String> name,
      Collation collation) {
    return switch (constraint) {
      case TableConstraint.Key k -> k.withColumns(indexColumns(k.columns(), name));
      case TableConstraint.ForeignKey f ->
          f.withColumns(f.columns().stream().map(name).toList())
              .withReferencedColumns(
                  collation.same(f.referencedTable(), table)
                      ? f.referencedColumns().stream().map(name).toList()
                      : f.referencedColumns());
      case TableConstraint.Check c ->
          c.withCondition(Mentions.renamed(c.condition(), from, to, collation));
      case TableConstraint.Connection c -> c;
    };
  }

  private static Table referencedColumn(
      Table table, ObjectName renamed, UnaryOperator<String> name, Collation collation) {
    List<TableConstraint> constraints =
        table.constraints().stream()
            .map(c ->
                c instanceof TableConstraint.ForeignKey f
                        && collation.same(f.referencedTable(), renamed)
                    ? f.withReferencedColumns(f.referencedColumns().stream().map(name).toList())
                    : c)
            .toList();
    return table.withConstraints(constraints);
  }

  private static List<IndexColumn> indexColumns(
      List<IndexColumn> columns, UnaryOperator<String> name) {
    return columns.stream()
        .map(c -> new IndexColumn(name.apply(c.name()), c.descending()))
        .toList();
  }

  private static Table constraint(
      Table table, Change.RenameConstraint rename, Collation collation) {
    UnaryOperator<String> name = old -> collation.same(old, rename.from()) ? rename.to() : old;
    if (rename.index()) {
      List<Index> indexes =
          table.indexes().stream().map(i -> i.withName(name.apply(i.name()))).toList();
      return table.withIndexes(indexes);
    }
    List<TableConstraint> constraints =
        table.constraints().stream().map(c -> c.withName(c.name().map(name))).toList();
    List<Column> columns =
        table.columns().stream()
            .map(c ->
                c.withDefaultConstraint(
                    c.defaultConstraint()
                        .map(d -> new Column.DefaultConstraint(d.name().map(name), d.value()))))
            .toList();
    return table.withColumns(columns).withConstraints(constraints);
  }
}
