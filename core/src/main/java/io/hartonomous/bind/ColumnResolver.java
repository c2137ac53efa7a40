package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.Expression.ColumnReference;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the column that a name means: first in the query at hand, then in the queries around it.
///
/// What is said of a name that is not found follows the reference compiler: a name is certainly
/// wrong where every table that could have it is known and the query at hand has the table that its
/// qualifier names; else it is left to the run.
final class ColumnResolver {
  private ColumnResolver() {}

  static Meaning resolve(Context c, ColumnReference reference, Scope scope) {
    List<Identifier> parts = reference.name().parts();
    Search search = new Search(c, parts, scope);
    Optional<Found> found = search.run();
    if (found.isEmpty()) {
      search.report(reference);
      return Meaning.UNKNOWN;
    }
    Found f = found.get();
    c.out.put(reference, f.column());
    Relation relation = f.column().source().relation();
    Optional<Finding> broken = c.broken(relation, f.column().ordinal());
    if (broken.isPresent()) {
      Finding b = broken.get();
      c.findings.add(
          new Finding(
              b.kind(), reference, name(parts), b.relation(), b.deferred(), b.besideLocal()));
    } else if (isLasting(relation)
        && c.catalog.ambiguous(relation.name(), f.column().column().name())) {
      c.findings.add(
          new Finding(
              Finding.Kind.AMBIGUOUS_MEMBER, reference, name(parts), Optional.of(relation), false));
    }
    depend(c, f, parts, scope);
    return f.meaning();
  }

  /// Looks a name up without a word about it.
  static Optional<Found> find(Context c, List<Identifier> parts, Scope scope) {
    return new Search(c, parts, scope).run();
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
  static void depend(Context c, Found found, List<Identifier> parts, Scope scope) {
    if (c.tracksDependencies()) {
      c.origin(found.column().source().relation(), found.column().ordinal())
          .ifPresent(d -> c.depend(d, candidates(c, found.column().source(), d, parts, scope)));
    }
  }

  /// All that the name could have meant where it stands, the column itself included. The reference
  /// compiler counts a use once for each such set, so that one column reached in two ways counts
  /// twice.
  static String candidates(
      Context c, TableSource source, Dependency found, List<Identifier> parts, Scope scope) {
    if (source.node() instanceof DmlPart.Output) {
      return "";
    }
    String column = parts.getLast().value();
    String qualifier = parts.size() > 1 ? parts.get(parts.size() - 2).value() + "::" : "";
    List<String> names = new ArrayList<>();
    for (Scope at = scope; at != null; at = at.parent) {
      if (at.hidden) {
        continue;
      }
      for (TableSource other : at.sources) {
        Relation relation = other.relation();
        if (isLasting(relation) && !(other.node() instanceof DmlPart.Output)
            || isLocal(relation)
            || c.isEarly(relation)) {
          names.add(relation.name().quoted() + qualifier + column);
        }
      }
    }
    boolean alone = qualifier.isEmpty() && names.size() == 1;
    if (names.isEmpty() || alone && isLastingOrLocal(source.relation())) {
      return c.depth();
    }
    names.sort(null);
    return String.join("|", names) + c.depth();
  }

  private static boolean isLastingOrLocal(Relation relation) {
    return isLasting(relation) || isLocal(relation);
  }

  /// One lookup, and what it saw on its way.
  private static final class Search {
    private final Context c;
    private final List<Identifier> parts;
    private final Scope scope;
    private final boolean qualified;
    private boolean sawMissing;
    private boolean sawIncomplete;
    private boolean sawLocal;
    private Relation nearest;
    private Relation lasting;
    private Relation qualifierMatch;
    private boolean matchIsOuter;
    private Found first;
    private Found second;

    Search(Context c, List<Identifier> parts, Scope scope) {
      this.c = c;
      this.parts = parts;
      this.scope = scope;
      this.qualified = parts.size() > 1;
    }

    Optional<Found> run() {
      int outer = 0;
      boolean innermost = true;
      for (Scope at = scope; at != null; at = at.parent, outer++) {
        if (at.hidden) {
          continue;
        }
        level(at, outer);
        if (second != null) {
          return Optional.empty();
        }
        if (first != null) {
          return Optional.of(first);
        }
        if (qualifierMatch != null) {
          matchIsOuter = !innermost;
          surroundings(at.parent);
          return Optional.empty();
        }
        innermost &= at.sources.isEmpty();
      }
      return Optional.empty();
    }

    private void level(Scope at, int outer) {
      String column = parts.getLast().value();
      for (TableSource source : at.sources) {
        Relation relation = source.relation();
        see(relation, source.node() instanceof DmlPart.Output);
        if (qualified && !matches(c.collation, source, parts)) {
          continue;
        }
        if (qualified && qualifierMatch == null) {
          qualifierMatch = relation;
        }
        int ordinal = ordinal(c.collation, relation, column);
        if (ordinal >= 0) {
          Found found =
              new Found(
                  new ColumnBinding(source, relation.columns().get(ordinal), ordinal, outer), at);
          if (first == null) {
            first = found;
          } else if (second == null) {
            second = found;
          }
        } else if (!relation.complete()) {
          sawIncomplete = true;
        }
      }
    }

    private void see(Relation relation, boolean isOutput) {
      sawMissing |= c.isMissing(relation);
      sawLocal |= isLocal(relation) || c.isEarly(relation);
      nearest = nearest == null ? relation : nearest;
      // `inserted` and `deleted` of an OUTPUT clause explain no name but their own columns.
      lasting = lasting == null && isLasting(relation) && !isOutput ? relation : lasting;
    }

    /// What else is in reach of a name whose qualifier was found.
    private void surroundings(Scope from) {
      for (Scope at = from; at != null; at = at.parent) {
        if (!at.hidden) {
          at.sources.forEach(source -> sawLocal |= isLocal(source.relation()));
        }
      }
    }

    void report(Node node) {
      String name = name(parts);
      if (second != null) {
        Relation one = first.column().source().relation();
        Relation other = second.column().source().relation();
        boolean sameTable =
            isLasting(one) && isLasting(other) && c.collation.same(one.name(), other.name());
        add(
            sameTable ? Finding.Kind.AMBIGUOUS_USE : Finding.Kind.AMBIGUOUS_COLUMN,
            node,
            name,
            one,
            false);
      } else if (qualifierMatch != null) {
        missing(node, name, qualifierMatch, matchIsOuter);
      } else if (qualified) {
        add(
            Finding.Kind.UNKNOWN_QUALIFIER,
            node,
            name,
            lasting != null ? lasting : nearest,
            lasting != null);
      } else if (nearest == null) {
        add(Finding.Kind.UNKNOWN_COLUMN, node, name, null, true);
      } else {
        missing(node, name, lasting != null ? lasting : nearest, false);
      }
    }

    private void missing(Node node, String name, Relation relation, boolean outer) {
      if (sawMissing) {
        add(Finding.Kind.COLUMN_OF_UNKNOWN, node, name, relation, true);
      } else if (!qualified
          && relation.kind() == Relation.Kind.TEMPORARY_TABLE
          && c.isTarget(relation, name)) {
        c.findings.add(
            new Finding(Finding.Kind.COLUMN_OF_UNKNOWN, node, name, Optional.of(relation), true));
      } else if (!sawIncomplete) {
        // A name that only an outer query's table could explain, or rows that have no lasting
        // table, are found out when the module runs.
        boolean deferred = outer || c.isPivot(relation) || isRowsOnly(relation) && lasting != null;
        add(Finding.Kind.UNKNOWN_COLUMN, node, name, relation, deferred);
      }
    }

    private void add(
        Finding.Kind kind, Node node, String name, Relation relation, boolean deferred) {
      c.findings.add(
          new Finding(kind, node, name, Optional.ofNullable(relation), deferred, sawLocal));
    }
  }

  static boolean isLasting(Relation relation) {
    return switch (relation.kind()) {
      case TABLE, VIEW, TABLE_FUNCTION, SYSTEM, INSERTED, DELETED -> true;
      default -> false;
    };
  }

  static boolean isLocal(Relation relation) {
    return relation.kind() == Relation.Kind.TABLE_VARIABLE
        || relation.kind() == Relation.Kind.TEMPORARY_TABLE;
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
    String schema = parts.get(qualifiers - 2).value();
    return isLasting(relation)
        && collation.same(source.exposedName(), table)
        && collation.same(relation.name().name(), table)
        && (schema.isEmpty() || collation.same(relation.name().schema(), schema));
  }

  /// The source that `t.*` means.
  static Optional<TableSource> sourceOf(Context c, MultiPartName qualifier, Scope scope) {
    List<Identifier> parts = new ArrayList<>(qualifier.parts());
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
