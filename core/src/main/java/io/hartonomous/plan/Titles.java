package io.hartonomous.plan;

import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.TableConstraint;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// An object as a title names it: its key where that reads well.
  static String object(SchemaObject object) {
    return switch (object) {
      case Security.Permission p ->
          "permission "
              + p.permission()
              + p.securable()
                  .map(name ->
                      " on "
                          + (p.securableClass().equals("OBJECT") ? "" : p.securableClass() + "::")
                          + name.quoted())
                  .orElse("")
              + (p.columns().isEmpty() ? "" : " (" + Sql.names(p.columns()) + ")")
              + " for "
              + Sql.name(p.grantee());
      case Security.RoleMembership m ->
          "membership of " + Sql.name(m.member()) + " in role " + Sql.name(m.role());
      case ExtendedProperty p ->
          "extended property "
              + Sql.name(p.property())
              + Stream.of(p.level0(), p.level1(), p.level2())
                  .flatMap(Optional::stream)
                  .map(level -> Sql.name(level.name()))
                  .reduce((a, b) -> a + "." + b)
                  .map(host -> " of " + host)
                  .orElse("");
      default -> object.key().toString();
    };
  }
}
