package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.TableElement;
import java.util.ArrayList;
import java.util.List;

/// Relations from the elements of a table definition: table variables, temporary tables, the result
/// of a multi-statement function.
final class Relations {
  private Relations() {}

  static Relation of(Context c, ObjectName name, Relation.Kind kind, List<TableElement> elements) {
    List<Relation.Column> columns = new ArrayList<>();
    add(c, columns, name, kind, elements);
    return new Relation(name, kind, columns, true);
  }

  /// The relation with the columns that ALTER TABLE ADD gives it.
  static Relation with(Context c, Relation before, List<TableElement> elements) {
    List<Relation.Column> columns = new ArrayList<>(before.columns());
    add(c, columns, before.name(), before.kind(), elements);
    return new Relation(before.name(), before.kind(), columns, before.complete());
  }

  private static void add(
      Context c,
      List<Relation.Column> columns,
      ObjectName name,
      Relation.Kind kind,
      List<TableElement> elements) {
    for (TableElement element : elements) {
      switch (element) {
        case TableElement.Column column -> {
          boolean notNull = false;
          boolean identity = false;
          boolean hidden = false;
          for (ColumnConstraint constraint : column.constraints()) {
            switch (constraint) {
              case ColumnConstraint.Nullability n -> notNull |= !n.nullable();
              case ColumnConstraint.Key key -> notNull |= key.primary();
              case ColumnConstraint.Identity _ -> identity = true;
              case ColumnConstraint.GeneratedAlways g -> {
                hidden |= g.hidden();
                notNull = true;
              }
              case ColumnConstraint.Hidden _ -> hidden = true;
              default -> {}
            }
          }
          columns.add(
              new Relation.Column(
                  column.name().value(),
                  DataTypes.of(column.type(), c.catalog),
                  !notNull && !identity,
                  identity,
                  false,
                  hidden));
        }
        case TableElement.ComputedColumn computed -> {
          Scope scope = Scope.top();
          TableReferenceBinder.add(c, scope, computed, "", new Relation(name, kind, columns, true));
          Meaning meaning = ExpressionBinder.bind(c, computed.value(), scope);
          columns.add(
              new Relation.Column(
                  computed.name().value(),
                  meaning.type(),
                  !computed.notNull() && meaning.nullable(),
                  false,
                  true,
                  false));
        }
        case TableElement.ColumnSet set ->
            columns.add(Relation.Column.of(set.name().value(), SqlType.of(SqlType.Base.XML)));
        default -> {}
      }
    }
    for (TableElement element : elements) {
      if (element instanceof TableElement.Key key && key.primary()) {
        key.columns()
            .forEach(k -> {
              int ordinal =
                  ColumnResolver.ordinal(
                      c.collation, new Relation(name, kind, columns, true), k.name().value());
              if (ordinal >= 0) {
                Relation.Column column = columns.get(ordinal);
                columns.set(
                    ordinal,
                    new Relation.Column(
                        column.name(),
                        column.type(),
                        false,
                        column.identity(),
                        column.computed(),
                        column.hidden()));
              }
            });
      }
    }
  }
}
