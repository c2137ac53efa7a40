package io.hartonomous.engine.interpret;

import io.hartonomous.engine.translate.FunctionPlaces;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Expression;
import java.util.Locale;
import java.util.Set;

/// Which computed columns are computed when they are read.
final class ComputedColumns {
  private static final Set<String> CHANGING =
      Set.of(
          "GETDATE",
          "GETUTCDATE",
          "SYSDATETIME",
          "SYSUTCDATETIME",
          "SYSDATETIMEOFFSET",
          "NEWID",
          "NEWSEQUENTIALID",
          "RAND");

  private ComputedColumns() {}

  static Expression expression(Column column) {
    return Parser.parseExpression(column.computed().orElseThrow().expression().text()).orThrow();
  }

  /// Whether PostgreSQL holds no value of the column. In temporary tables, whose indexes may come
  /// later, only what can never be indexed is so.
  static boolean isReadTime(Table table, Column column, boolean temporary, Collation collation) {
    return column.computed().isPresent()
        && !column.computed().get().persisted()
        && (isChanging(column)
            || callsUser(column)
            || !temporary && !isIndexed(table, column.name(), collation));
  }

  private static boolean isIndexed(Table table, String column, Collation collation) {
    for (TableConstraint c : table.constraints()) {
      if (c instanceof TableConstraint.Key k
          && k.columns().stream().anyMatch(x -> collation.same(x.name(), column))) {
        return true;
      }
      if (c instanceof TableConstraint.ForeignKey f
          && f.columns().stream().anyMatch(x -> collation.same(x, column))) {
        return true;
      }
    }
    for (Index i : table.indexes()) {
      if (i.columns().stream().anyMatch(x -> collation.same(x.name(), column))) {
        return true;
      }
    }
    return false;
  }

  /// Errors: 4936 for a PERSISTED column that is not deterministic; one that calls a function of
  /// the user is refused.
  static void requireStorable(Table table, Column column) {
    if (isChanging(column)) {
      throw SqlError.of(4936, column.name(), table.name().name());
    }
    if (callsUser(column)) {
      throw SqlError.unsupported("a PERSISTED computed column that calls a function of the user");
    }
  }

  /// Errors: 2729 for a key of an index that is not deterministic.
  static void requireIndexable(Table table, String index, Column column) {
    if (column.computed().isEmpty()) {
      return;
    }
    if (isChanging(column)) {
      throw SqlError.of(2729, column.name(), table.name().name(), index);
    }
    if (callsUser(column)) {
      throw SqlError.unsupported("an index on a computed column that calls a function of the user");
    }
  }

  /// Whether the value may be another one at another time for the same row.
  static boolean isChanging(Column column) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        expression(column),
        n -> {
          switch (n) {
            case Expression.ParameterlessCall _, Expression.GlobalVariable _ -> found[0] = true;
            case Expression.FunctionCall call -> {
              String name = call.name().object().value().toUpperCase(Locale.ROOT);
              found[0] |=
                  call.name().parts().size() == 1
                      && (CHANGING.contains(name) || FunctionPlaces.isOfSession(name));
            }
            default -> {}
          }
        });
    return found[0];
  }

  private static boolean callsUser(Column column) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        expression(column),
        n -> {
          if (n instanceof Expression.FunctionCall call) {
            found[0] |= call.name().parts().size() > 1;
          }
        });
    return found[0];
  }
}
