package io.hartonomous.project;

import io.hartonomous.bind.Relation;
import io.hartonomous.diagnostics.Code;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Rules of keys and identity columns.
final class KeyCheck {
  private final Collation collation;
  private final Findings out;

  /// How many columns the primary key of a table has; 0 without one.
  private final ToIntFunction<ObjectName> primaryKey;

  KeyCheck(ProjectCatalog catalog, ToIntFunction<ObjectName> primaryKey, Findings out) {
    this.primaryKey = primaryKey;
    this.collation = catalog.collation();
    this.out = out;
  }

  /// Both sides of a foreign key have as many columns, of the same types.
  void foreignKey(
      TableElement.References r,
      int count,
      List<String> own,
      ObjectName table,
      Relation relation,
      Relation target,
      SourceUnit source,
      Node constraint) {
    int referenced =
        r.columns().isEmpty() ? primaryKey.applyAsInt(target.name()) : r.columns().size();
    if (referenced != count) {
      out.add(Code.FOREIGN_KEY_COLUMN_COUNT, source, constraint, table.quoted(), count, referenced);
      return;
    }
    if (r.columns().isEmpty()) {
      return;
    }
    for (int i = 0; i < own.size(); i++) {
      Optional<SqlType> left = type(relation, own.get(i));
      Optional<SqlType> right = type(target, r.columns().get(i).value());
      if (left.isPresent() && right.isPresent() && !comparable(left.get(), right.get())) {
        out.add(
            Code.FOREIGN_KEY_TYPE,
            source,
            constraint,
            target.name().quoted() + "." + ObjectName.quote(r.columns().get(i).value()),
            ObjectName.quote(own.get(i)));
      }
    }
  }

  private Optional<SqlType> type(Relation relation, String column) {
    return relation.columns().stream()
        .filter(c -> collation.same(c.name(), column))
        .map(Relation.Column::type)
        .findFirst();
  }

  /// Types of a foreign key must be the same to the length; `decimal` and `numeric` are one type.
  private static boolean comparable(SqlType a, SqlType b) {
    if (a.base() == SqlType.Base.UNKNOWN || b.base() == SqlType.Base.UNKNOWN) {
      return true;
    }
    return exact(a.base()) == exact(b.base())
        && a.length() == b.length()
        && a.precision() == b.precision()
        && a.scale() == b.scale();
  }

  private static SqlType.Base exact(SqlType.Base base) {
    return base == SqlType.Base.NUMERIC ? SqlType.Base.DECIMAL : base;
  }

  /// One primary key, one clustered index, no column of a key that was said to be NULL; one
  /// identity column, of a whole number.
  void table(TableStatement.CreateTable s, ObjectName table, Relation relation, SourceUnit source) {
    List<TableElement.Column> identities = new ArrayList<>();
    for (TableElement element : s.elements()) {
      switch (element) {
        case TableElement.Column c -> {
          column(c, table, relation, source);
          if (has(c, ColumnConstraint.Identity.class)) {
            identities.add(c);
          }
        }
        case TableElement.Key k when k.primary() ->
            k.columns()
                .forEach(part ->
                    s.elements().stream()
                        .filter(e ->
                            e instanceof TableElement.Column c
                                && collation.same(c.name().value(), part.name().value())
                                && saysNull(c))
                        .forEach(_ ->
                            out.add(
                                Code.NULLABLE_KEY_COLUMN,
                                source,
                                k,
                                table.quoted() + "." + ObjectName.quote(part.name().value()))));
        default -> {}
      }
    }
    if (identities.size() > 1) {
      out.add(Code.SEVERAL_IDENTITIES, source, s, table.quoted());
    }
  }

  private void column(
      TableElement.Column c, ObjectName table, Relation relation, SourceUnit source) {
    String name = table.quoted() + "." + ObjectName.quote(c.name().value());
    for (ColumnConstraint constraint : c.constraints()) {
      if (constraint instanceof ColumnConstraint.Key k && k.primary() && saysNull(c)) {
        out.add(Code.NULLABLE_KEY_COLUMN, source, k, name);
      }
    }
    if (has(c, ColumnConstraint.Identity.class)) {
      boolean whole =
          type(relation, c.name().value())
              .map(t ->
                  t.base().isInteger()
                      || t.base() == SqlType.Base.UNKNOWN
                      || (t.base() == SqlType.Base.DECIMAL || t.base() == SqlType.Base.NUMERIC)
                          && t.scale() == 0)
              .orElse(true);
      if (!whole || saysNull(c)) {
        out.add(Code.IDENTITY_TYPE, source, c, name);
      }
    }
  }

  private static boolean has(TableElement.Column c, Class<? extends ColumnConstraint> kind) {
    return c.constraints().stream().anyMatch(kind::isInstance);
  }

  private static boolean saysNull(TableElement.Column c) {
    return c.constraints().stream()
        .anyMatch(x -> x instanceof ColumnConstraint.Nullability n && n.nullable());
  }
}
