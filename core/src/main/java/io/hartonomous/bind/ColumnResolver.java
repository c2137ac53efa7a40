package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.syntax.ast.Expression.ColumnReference;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import java.util.List;
import java.util.Optional;

/// Finds the column that a name means: first in the query at hand, then in the queries around it.
final class ColumnResolver {
  private ColumnResolver() {}

  static Meaning resolve(Context c, ColumnReference reference, Scope scope) {
    List<Identifier> parts = reference.name().parts();
    Optional<Found> found = find(c, reference, parts, scope, true);
    if (found.isEmpty()) {
      return Meaning.UNKNOWN;
    }
    Found f = found.get();
    c.out.put(reference, f.column());
    depend(c, f, parts);
    return f.meaning();
  }

  /// A column with the scope in which its source stands.
  record Found(ColumnBinding column, Scope at) {
    Meaning meaning() {
      Relation.Column found = column.column();
      return new Meaning(
          found.type(), found.nullable() || at.nullSupplied.contains(column.source()));
    }
  }

  /// Notes the use of a column that was found.
  static void depend(Context c, Found found, List<Identifier> parts) {
    if (c.tracksDependencies()) {
      String qualifier = parts.size() > 1 ? parts.get(parts.size() - 2).value() : "";
      c.origin(found.column().source().relation(), found.column().ordinal())
          .ifPresent(d -> c.depend(d, qualifier));
    }
  }

  /// Looks a name up; with `report`, says why where it is not found.
  static Optional<Found> find(
      Context c, Node node, List<Identifier> parts, Scope scope, boolean report) {
    String column = parts.getLast().value();
    boolean qualified = parts.size() > 1;
    int outer = 0;
    boolean sawMissing = false;
    boolean sawIncomplete = false;
    boolean sawTable = false;
    Relation nearest = null;
    boolean first = true;
    for (Scope at = scope; at != null; at = at.parent, outer++) {
      if (at.hidden) {
        continue;
      }
      Found match = null;
      Relation qualifierMatch = null;
      for (TableSource source : at.sources) {
        Relation relation = source.relation();
        sawTable |= isLasting(relation);
        nearest = nearest == null ? relation : nearest;
        if (qualified && !matches(c.collation, source, parts)) {
          sawMissing |= c.isMissing(relation);
          continue;
        }
        if (qualified && qualifierMatch == null) {
          qualifierMatch = relation;
        }
        int ordinal = ordinal(c.collation, relation, column);
        if (ordinal >= 0) {
          if (match != null) {
            if (report) {
              c.report(
                  Finding.Kind.AMBIGUOUS_COLUMN,
                  node,
                  name(parts),
                  match.column().source().relation(),
                  false);
            }
            return Optional.empty();
          }
          match =
              new Found(
                  new ColumnBinding(source, relation.columns().get(ordinal), ordinal, outer), at);
        } else if (!relation.complete()) {
          sawIncomplete = true;
          sawMissing |= c.isMissing(relation);
        }
      }
      if (match != null) {
        return Optional.of(match);
      }
      if (qualifierMatch != null) {
        if (report) {
          boolean elsewhere =
              at.sources.stream().anyMatch(s -> isLasting(s.relation())) || sawTable;
          reportMissing(
              c, node, parts, qualifierMatch, sawMissing, sawIncomplete, !first, elsewhere);
        }
        return Optional.empty();
      }
      first = first && at.sources.isEmpty();
    }
    if (report) {
      if (qualified) {
        c.findings.add(
            new Finding(
                Finding.Kind.UNKNOWN_QUALIFIER,
                node,
                name(parts),
                Optional.ofNullable(nearest).filter(n -> !isRowsOnly(n)),
                true));
      } else if (nearest == null) {
        c.report(Finding.Kind.UNKNOWN_COLUMN, node, name(parts));
      } else {
        reportMissing(
            c,
            node,
            parts,
            lasting(scope).orElse(nearest),
            sawMissing,
            sawIncomplete,
            false,
            sawTable);
      }
    }
    return Optional.empty();
  }

  private static Optional<Relation> lasting(Scope scope) {
    for (Scope at = scope; at != null; at = at.parent) {
      for (TableSource source : at.sources) {
        if (isLasting(source.relation())) {
          return Optional.of(source.relation());
        }
      }
    }
    return Optional.empty();
  }

  private static void reportMissing(
      Context c,
      Node node,
      List<Identifier> parts,
      Relation relation,
      boolean missing,
      boolean incomplete,
      boolean outer,
      boolean besideTable) {
    if (missing) {
      c.report(Finding.Kind.COLUMN_OF_UNKNOWN, node, name(parts), relation, true);
    } else if (!incomplete) {
      // A name that only an outer query's table could explain, or rows that have no lasting table,
      // are found out when the module runs.
      boolean deferred = outer || isRowsOnly(relation) && besideTable;
      c.report(Finding.Kind.UNKNOWN_COLUMN, node, name(parts), relation, deferred);
    }
  }

  static boolean isLasting(Relation relation) {
    return switch (relation.kind()) {
      case TABLE, VIEW, TABLE_FUNCTION, SYSTEM, INSERTED, DELETED -> true;
      default -> false;
    };
  }

  /// Whether a relation exists only inside its statement.
  static boolean isRowsOnly(Relation relation) {
    return relation.kind() == Relation.Kind.CTE || relation.kind() == Relation.Kind.DERIVED;
  }

  static int ordinal(Collation collation, Relation relation, String column) {
    List<Relation.Column> columns = relation.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (collation.same(columns.get(i).name(), column)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether all parts of a name but the last name this source.
  private static boolean matches(Collation collation, TableSource source, List<Identifier> parts) {
    int qualifiers = parts.size() - 1;
    String table = parts.get(qualifiers - 1).value();
    if (qualifiers == 1) {
      return collation.same(source.exposedName(), table);
    }
    Relation relation = source.relation();
    boolean lastingName =
        relation.kind() != Relation.Kind.DERIVED
            && relation.kind() != Relation.Kind.CTE
            && relation.kind() != Relation.Kind.TABLE_VARIABLE;
    String schema = parts.get(qualifiers - 2).value();
    return lastingName
        && collation.same(source.exposedName(), table)
        && collation.same(relation.name().name(), table)
        && (schema.isEmpty() || collation.same(relation.name().schema(), schema));
  }

  /// The source that `t.*` means.
  static Optional<TableSource> sourceOf(Context c, MultiPartName qualifier, Scope scope) {
    List<Identifier> parts = new java.util.ArrayList<>(qualifier.parts());
    parts.add(qualifier.object());
    for (Scope at = scope; at != null; at = at.parent) {
      if (at.hidden) {
        continue;
      }
      for (TableSource source : at.sources) {
        if (matches(c.collation, source, parts)) {
          return Optional.of(source);
        }
      }
    }
    return Optional.empty();
  }

  static String name(List<Identifier> parts) {
    StringBuilder text = new StringBuilder();
    for (Identifier part : parts) {
      text.append(text.isEmpty() ? "" : ".").append(part.value());
    }
    return text.toString();
  }
}
