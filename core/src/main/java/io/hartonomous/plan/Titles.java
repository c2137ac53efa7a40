package io.hartonomous.plan;

import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.TableConstraint;

/// How parts of tables are called in step titles.
final class Titles {
  private Titles() {}

  static String constraint(ObjectName table, TableConstraint constraint) {
    String kind =
        switch (constraint) {
          case TableConstraint.Key key -> key.primary() ? "primary key" : "unique constraint";
          case TableConstraint.ForeignKey _ -> "foreign key";
          case TableConstraint.Check _ -> "check constraint";
          case TableConstraint.Connection _ -> "connection constraint";
        };
    return kind
        + constraint.name().map(name -> " " + Sql.name(name)).orElse("")
        + " on "
        + table.quoted();
  }

  static String index(ObjectName owner, Index index) {
    return Sql.name(index.name()) + " on " + owner.quoted();
  }
}
