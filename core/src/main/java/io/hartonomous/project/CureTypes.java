package io.hartonomous.project;

import io.hartonomous.bind.Binding;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Relation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The type that a missing column would need: from what it is compared with or assigned to, else
/// from columns of the same name, else chosen.
final class CureTypes {
  private static final int LOOKED_AT = 20;
  private static final Set<String> KEEPS_TYPE = Set.of("MIN", "MAX", "ISNULL");
  private static final SqlType CHOSEN = SqlType.nvarchar(100);

  private final CauseContext context;
  private final Map<String, Map<SqlType, Integer>> namesakes = new HashMap<>();

  CureTypes(CauseContext context) {
    this.context = context;
  }

  /// A type as SQL, and why it is that: the end of a sentence that begins with the type.
  record Guess(String type, String reason) {}

  Guess guess(String column, List<Explained> uses) {
    Map<SqlType, Integer> votes = new LinkedHashMap<>();
    Map<SqlType, Explained> where = new HashMap<>();
    for (Explained use : uses.subList(0, Math.min(LOOKED_AT, uses.size()))) {
      Optional<Beside> beside = beside(use).filter(b -> isUsable(b.type()));
      beside.ifPresent(b -> {
        SqlType type = b.constant() ? widened(b.type()) : b.type();
        votes.merge(type, b.constant() ? 1 : LOOKED_AT, Integer::sum);
        where.putIfAbsent(type, use);
      });
    }
    Optional<SqlType> named = namesake(column);
    Optional<SqlType> most = most(votes);
    // A constant says less than a column of the same name.
    if (most.isPresent() && (votes.get(most.get()) >= LOOKED_AT || named.isEmpty())) {
      Explained use = where.get(most.get());
      String line = use.source().path() + " line " + use.diagnostic().at().line();
      return new Guess(most.get().sql(), "is that of what stands against it in " + line);
    }
    return named
        .map(type -> new Guess(type.sql(), "is that of the columns of this name elsewhere"))
        .orElseGet(() -> new Guess(CHOSEN.sql(), "is only chosen: check it"));
  }

  private static Optional<SqlType> most(Map<SqlType, Integer> votes) {
    return votes.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .map(Map.Entry::getKey);
  }

  /// The type of what stands beside a use; `constant` if that is written as a constant.
  private record Beside(SqlType type, boolean constant) {
    static Optional<Beside> of(Optional<SqlType> type) {
      return type.map(t -> new Beside(t, false));
    }
  }

  private static Optional<Beside> of(Expression expression, Binding binding) {
    return Optional.of(
        new Beside(binding.type(expression), expression instanceof Expression.Literal));
  }

  private static boolean isUsable(SqlType type) {
    return switch (type.base()) {
      case UNKNOWN, NULL, TABLE, CURSOR, CLR -> false;
      default -> true;
    };
  }

  /// The type of a constant says nothing about how long others may be.
  private static SqlType widened(SqlType type) {
    return switch (type.base()) {
      case VARCHAR, CHAR -> type.isMax() ? type : SqlType.varchar(Math.max(50, type.length()));
      case NVARCHAR, NCHAR -> type.isMax() ? type : SqlType.nvarchar(Math.max(50, type.length()));
      default -> type;
    };
  }

  /// The commonest type of columns of the same name.
  private Optional<SqlType> namesake(String column) {
    if (namesakes.isEmpty()) {
      for (List<Definition> group : context.definitions().groups()) {
        for (Definition d : group) {
          if (d.kind() == Definition.Kind.TABLE) {
            context.catalog().relation(d.name()).ifPresent(this::count);
          }
        }
      }
    }
    return most(namesakes.getOrDefault(context.collation().key(column), Map.of()));
  }

  private void count(Relation relation) {
    for (Relation.Column column : relation.columns()) {
      if (isUsable(column.type())) {
        namesakes
            .computeIfAbsent(context.collation().key(column.name()), _ -> new LinkedHashMap<>())
            .merge(column.type(), 1, Integer::sum);
      }
    }
  }

  private Optional<SqlType> columnType(ObjectName table, String column) {
    return context.catalog().relation(table).stream()
        .flatMap(r -> r.columns().stream())
        .filter(c -> context.collation().same(c.name(), column))
        .map(Relation.Column::type)
        .findFirst();
  }

  private Optional<Beside> beside(Explained use) {
    List<Node> path = context.pathTo(use.source(), use.node());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (path.getLast() instanceof TableElement.References references) {
      return Beside.of(foreignKey(references, use, path));
    }
    Optional<Binding> binding = context.bound(use.source(), use.node()).map(BoundModule::binding);
    return binding.flatMap(b -> climb(use.node(), path, b));
  }

  /// Looks around the use, then around what has the same type as the use and holds it.
  private static Optional<Beside> climb(Node node, List<Node> path, Binding binding) {
    Node at = node;
    for (int i = path.size(); i > 0; i--) {
      Optional<Beside> beside =
          beside(at, path.subList(0, i), binding).filter(b -> isUsable(b.type()));
      if (beside.isPresent()) {
        return beside;
      }
      Node parent = path.get(i - 1);
      if (!hasTypeOf(parent, at)) {
        return Optional.empty();
      }
      at = parent;
    }
    return Optional.empty();
  }

  private static boolean hasTypeOf(Node parent, Node part) {
    return switch (parent) {
      case MultiPartName name -> name.object() == part;
      case Expression.Parenthesised _, Expression.Coalesce _, Expression.NullIf _ -> true;
      case Expression.SearchedCase _ -> true;
      case Expression.SearchedWhen w -> w.result() == part;
      case Expression.SimpleCase c -> c.input() != part;
      case Expression.SimpleWhen w -> w.result() == part;
      case Expression.FunctionCall f ->
          f.name().parts().size() == 1
              && !f.arguments().isEmpty()
              && f.arguments().getFirst() == part
              && KEEPS_TYPE.contains(f.name().object().value().toUpperCase(Locale.ROOT));
      default -> false;
    };
  }

  private Optional<SqlType> foreignKey(
      TableElement.References references, Explained use, List<Node> path) {
    int index = references.columns().indexOf(use.node());
    Optional<ObjectName> table =
        switch (path.getFirst()) {
          case TableStatement.CreateTable s -> Optional.of(Definitions.name(s.name()));
          case TableStatement.AlterTable s -> Optional.of(Definitions.name(s.name()));
          default -> Optional.empty();
        };
    Node around = path.size() > 1 ? path.get(path.size() - 2) : references;
    if (index < 0 || table.isEmpty()) {
      return Optional.empty();
    }
    if (around instanceof TableElement.ForeignKey key && index < key.columns().size()) {
      return columnType(table.get(), key.columns().get(index).value());
    }
    return path.stream()
        .filter(TableElement.Column.class::isInstance)
        .map(TableElement.Column.class::cast)
        .findFirst()
        .flatMap(c -> columnType(table.get(), c.name().value()));
  }

  private static Optional<Beside> beside(Node node, List<Node> path, Binding binding) {
    return switch (path.getLast()) {
      case Condition.Comparison c -> of(c.left() == node ? c.right() : c.left(), binding);
      case Condition.Between c when c.value() == node -> of(c.low(), binding);
      case Condition.InList c when c.value() == node && !c.values().isEmpty() ->
          of(c.values().getFirst(), binding);
      case Condition.InQuery c when c.value() == node ->
          Beside.of(binding.columns(c.query()).stream().map(Relation.Column::type).findFirst());
      case Condition.Like c when c.value() == node -> of(c.pattern(), binding);
      case SelectElement.Assignment a -> of(a.variable(), binding);
      case DmlPart.SetClause.Column c when c.column() == node || isPart(c, node) ->
          of(c.value(), binding);
      case DmlPart.MergeAction.Insert i
          when node instanceof Identifier column && i.values().isPresent() ->
          value(i.columns().indexOf(column), i.values().get(), binding);
      case Expression.Binary b ->
          b.operands().stream()
              .filter(o -> o != node && isUsable(binding.type(o)))
              .findFirst()
              .flatMap(o -> of(o, binding));
      case DmlStatement.Insert i when node instanceof MultiPartName column ->
          inserted(i.columnNames().indexOf(column), i.source(), binding);
      default -> Optional.empty();
    };
  }

  private static boolean isPart(DmlPart.SetClause.Column clause, Node node) {
    return clause.column().parts().stream().anyMatch(p -> p == node);
  }

  private static Optional<Beside> inserted(
      int index, DmlPart.InsertSource source, Binding binding) {
    if (index < 0) {
      return Optional.empty();
    }
    return switch (source) {
      case DmlPart.InsertSource.Values v -> value(index, v.rows().getFirst(), binding);
      case DmlPart.InsertSource.Query q -> {
        List<Relation.Column> columns = binding.columns(q.query());
        yield index < columns.size()
            ? Beside.of(Optional.of(columns.get(index).type()))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Beside> value(int index, DmlPart.RowValue row, Binding binding) {
    return index < 0 || index >= row.values().size()
        ? Optional.empty()
        : of(row.values().get(index), binding);
  }
}
