package io.hartonomous.engine.translate;

import io.hartonomous.bind.ColumnBinding;
import io.hartonomous.bind.Relation;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Queries.
final class QuerySql {
  private final ExpressionSql expressions;

  /// The column of a recursive query that counts its levels.
  private static final String LEVEL = "\"=level\"";

  private final FromSql from;

  QuerySql(ExpressionSql expressions) {
    this.expressions = expressions;
    this.from = new FromSql(expressions);
  }

  FromSql from() {
    return from;
  }

  /// A query. `targets` are the types that its columns must have, or none; `pinned` also gives them
  /// without a precision, which both sides of a recursive query must share.
  String query(QueryExpression query, List<SqlType> targets, boolean pinned) {
    Optional<QueryPart.ForClause> clause = query.tail().forClause();
    if (clause.isPresent() && !(clause.get() instanceof QueryPart.ForClause.Browse)) {
      return new ForClauseSql(expressions).write(query, clause.get());
    }
    return write(query, targets, pinned);
  }

  /// The query without its FOR clause.
  String body(QueryExpression query, List<SqlType> targets) {
    return write(query, targets, false);
  }

  private String write(QueryExpression query, List<SqlType> targets, boolean pinned) {
    return switch (query) {
      case QueryExpression.Specification s ->
          new SpecificationSql(expressions, s, targets, pinned).write();
      case QueryExpression.SetOperation s -> setOperation(s, targets, pinned);
      case QueryExpression.Parenthesised p ->
          "(" + write(p.inner(), targets, pinned) + ")" + tail(p, p.tail());
    };
  }

  private String setOperation(
      QueryExpression.SetOperation s, List<SqlType> targets, boolean pinned) {
    List<SqlType> types =
        targets.isEmpty()
            ? expressions.binding.columns(s).stream().map(c -> column(c.type())).toList()
            : targets;
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < s.operands().size(); i++) {
      if (i > 0) {
        sql.append(' ').append(s.operators().get(i - 1).sql()).append(' ');
      }
      sql.append('(').append(write(s.operands().get(i), types, pinned)).append(')');
    }
    boolean keyed =
        s.tail().orderBy().isPresent()
            && types.stream().anyMatch(t -> !ExpressionSql.sortKey("x", t).equals("x"));
    if (keyed) {
      throw SqlError.unsupported(
          "ORDER BY of a UNION, EXCEPT or INTERSECT with uniqueidentifier or datetimeoffset"
              + " columns");
    }
    return sql + tail(s, s.tail());
  }

  /// What a column of unknown type NULL is for clients and for other parts of a union.
  static SqlType column(SqlType type) {
    return type.base() == Base.NULL ? SqlType.INT : type;
  }

  /// ORDER BY and OFFSET of a query put together from others: only its columns can be named.
  private String tail(QueryExpression query, QueryPart.Tail tail) {
    StringBuilder sql = new StringBuilder();
    if (tail.orderBy().isPresent()) {
      List<String> elements = new ArrayList<>();
      for (QueryPart.OrderElement element : tail.orderBy().get().elements()) {
        boolean descending = element.order().filter(o -> o == QueryPart.SortOrder.DESC).isPresent();
        elements.add(
            ordinal(query, element.expression()) + ExpressionSql.direction(descending, true));
      }
      sql.append(" ORDER BY ").append(String.join(", ", elements));
    }
    tail.offset().ifPresent(o -> sql.append(offset(o)));
    return sql.toString();
  }

  String offset(QueryPart.Offset o) {
    return " OFFSET ("
        + expressions.value(o.offset(), SqlType.BIGINT)
        + ")"
        + o.fetch().map(f -> " LIMIT (" + expressions.value(f, SqlType.BIGINT) + ")").orElse("");
  }

  private int ordinal(QueryExpression query, Expression expression) {
    List<Relation.Column> columns = expressions.binding.columns(query);
    Optional<SelectElement> alias = expressions.binding.alias(expression);
    if (alias.isPresent()) {
      int index = position(first(query), alias.get());
      if (index > 0) {
        return index;
      }
    }
    if (expression instanceof Expression.ColumnReference reference) {
      for (int i = 0; i < columns.size(); i++) {
        if (expressions.emission.collation.same(
            columns.get(i).name(), reference.name().object().value())) {
          return i + 1;
        }
      }
    }
    if (expression instanceof Expression.Literal literal
        && LiteralValues.of(literal) instanceof Integer n
        && n >= 1
        && n <= columns.size()) {
      return n;
    }
    throw SqlError.of(104);
  }

  static QueryExpression.Specification first(QueryExpression query) {
    return switch (query) {
      case QueryExpression.Specification s -> s;
      case QueryExpression.SetOperation s -> first(s.operands().getFirst());
      case QueryExpression.Parenthesised p -> first(p.inner());
    };
  }

  /// The 1-based place of an element among the columns, `*` expanded; 0 where it is none.
  int position(QueryExpression.Specification specification, SelectElement wanted) {
    int at = 1;
    for (SelectElement element : specification.elements()) {
      if (element == wanted) {
        return at;
      }
      at +=
          element instanceof SelectElement.AllColumns all
              ? expressions.binding.star(all).size()
              : 1;
    }
    return 0;
  }

  /// WITH. A name is visible in its own query, as PostgreSQL's RECURSIVE has it; nothing else
  /// changes by that word, for tables are written with their schema.
  String with(Optional<QueryPart.With> with, List<QueryPart.Hint> options) {
    RecursionLimit.of(options).ifPresent(n -> expressions.emission.maxRecursion = n.toString());
    return with(with);
  }

  /// The same in a view or an inline function, which take the limit of the statement around them.
  String with(Optional<QueryPart.With> with) {
    if (with.isEmpty()) {
      return "";
    }
    if (with.get().prefix().isPresent()) {
      throw SqlError.unsupported(
          with.get().prefix().get() instanceof QueryPart.WithPrefix.XmlNamespaces
              ? "WITH XMLNAMESPACES"
              : "WITH CHANGE_TRACKING_CONTEXT");
    }
    List<String> parts = new ArrayList<>();
    for (QueryPart.CommonTableExpression cte : with.get().expressions()) {
      parts.add(commonTable(cte));
    }
    return "WITH RECURSIVE " + String.join(", ", parts) + " ";
  }

  private String commonTable(QueryPart.CommonTableExpression cte) {
    List<Relation.Column> columns = expressions.binding.columns(cte.query());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(
          expressions.emission.names.column(
              i < cte.columns().size() ? cte.columns().get(i).value() : columns.get(i).name()));
    }
    String name = expressions.emission.names.identifier(cte.name().value());
    String address = expressions.emission.addressed.get(cte);
    if (address != null && cte.query() instanceof QueryExpression.Specification s) {
      names.add(DmlTarget.ADDRESS);
      SpecificationSql specification = new SpecificationSql(expressions, s, List.of(), false);
      specification.extra = Optional.of(address);
      return name + "(" + String.join(", ", names) + ") AS (" + specification.write() + ")";
    }
    from.clearReference(name);
    String body = query(cte.query(), List.of(), false);
    if (from.isReferenced(name)) {
      List<SqlType> types = columns.stream().map(c -> column(c.type())).toList();
      if (!(cte.query() instanceof QueryExpression.SetOperation operation)) {
        throw SqlError.unsupported(
            "a recursive common table expression that is no UNION ALL of queries");
      }
      names.add(LEVEL);
      body = recursive(name, operation, types);
    }
    return name + "(" + String.join(", ", names) + ") AS (" + body + ")";
  }

  /// The members of a recursive query, each with one more column: how many levels down its row is.
  /// A row below the limit is error 530.
  private String recursive(
      String name, QueryExpression.SetOperation operation, List<SqlType> types) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < operation.operands().size(); i++) {
      if (i > 0) {
        sql.append(' ').append(operation.operators().get(i - 1).sql()).append(' ');
      }
      QueryExpression operand = operation.operands().get(i);
      while (operand instanceof QueryExpression.Parenthesised p) {
        operand = p.inner();
      }
      if (!(operand instanceof QueryExpression.Specification s)) {
        throw SqlError.unsupported("set operations inside a member of a recursive query");
      }
      from.clearReference(name);
      SpecificationSql member = new SpecificationSql(expressions, s, types, true);
      member.extra = Optional.of("0");
      String written = member.write();
      if (from.isReferenced(name)) {
        if (operation.operators().get(i - 1) != QueryExpression.SetOperator.UNION_ALL) {
          throw SqlError.of(252, name);
        }
        String level = from.alias(name) + "." + LEVEL;
        String limit = expressions.emission.maxRecursion;
        SpecificationSql again = new SpecificationSql(expressions, s, types, true);
        again.extra =
            Optional.of(
                limit.equals("0")
                    ? level + " + 1"
                    : "CASE WHEN "
                        + level
                        + " >= "
                        + limit
                        + (limit.startsWith("hn.") ? " AND " + limit + " > 0" : "")
                        + " THEN hn.fail("
                        + level
                        + ", 530, "
                        + limit
                        + "::text) ELSE "
                        + level
                        + " + 1 END");
        written = again.write();
      }
      sql.append('(').append(written).append(')');
    }
    return sql.toString();
  }

  /// One SELECT with its own clauses.
  private static final class SpecificationSql {
    private final ExpressionSql expressions;
    private final QueryExpression.Specification s;
    private final List<SqlType> targets;
    private final boolean pinned;

    /// One more column at the end.
    private Optional<String> extra = Optional.empty();

    SpecificationSql(
        ExpressionSql expressions,
        QueryExpression.Specification s,
        List<SqlType> targets,
        boolean pinned) {
      this.expressions = expressions;
      this.s = s;
      this.targets = targets;
      this.pinned = pinned;
    }

    String write() {
      Map<String, String> outer = expressions.emission.replacements;
      expressions.emission.replacements = Map.of();
      try {
        return specification();
      } finally {
        expressions.emission.replacements = outer;
      }
    }

    private String specification() {
      boolean distinct =
          s.quantifier().filter(q -> q == Expression.SetQuantifier.DISTINCT).isPresent();
      FromSql from = expressions.queries.from();
      StringBuilder rest = new StringBuilder();
      if (!s.fromClause().isEmpty()) {
        rest.append(" FROM ").append(from.list(s.fromClause()));
      }
      String where = s.where().map(w -> " WHERE " + expressions.conditions.write(w)).orElse("");
      String groupBy = "";
      if (s.groupBy().isPresent()) {
        Map<String, String> held = new HashMap<>();
        groupBy = " GROUP BY " + grouping(s.groupBy().get(), held);
        if (!held.isEmpty()) {
          // PostgreSQL takes two uses of a parameter for two values: what is grouped by is computed
          // once, beside the tables.
          String name = expressions.emission.fresh("g");
          List<String> computed = new ArrayList<>();
          Map<String, String> replacements = new HashMap<>();
          for (Map.Entry<String, String> entry : held.entrySet()) {
            computed.add(entry.getKey() + " AS " + entry.getValue());
            replacements.put(entry.getKey(), name + "." + entry.getValue());
          }
          rest.append(" CROSS JOIN LATERAL (SELECT ")
              .append(String.join(", ", computed))
              .append(") AS ")
              .append(name);
          expressions.emission.replacements = replacements;
          groupBy = " GROUP BY " + grouping(s.groupBy().get(), new HashMap<>());
        }
      }
      rest.append(where).append(groupBy);
      s.having().ifPresent(h -> rest.append(" HAVING ").append(expressions.conditions.write(h)));
      if (!s.windows().isEmpty()) {
        List<String> windows = new ArrayList<>();
        s.windows()
            .forEach(w ->
                windows.add(
                    expressions.emission.names.identifier(w.name().value())
                        + " AS ("
                        + WindowSql.definition(expressions, w.definition())
                        + ")"));
        rest.append(" WINDOW ").append(String.join(", ", windows));
      }
      List<String> elements = elements();
      String order = s.tail().orderBy().map(o -> order(o, elements)).orElse("");
      if (s.top().filter(QueryPart.Top::percent).isPresent()) {
        return percent(distinct, elements, rest.toString(), order);
      }
      StringBuilder sql =
          new StringBuilder("SELECT ")
              .append(distinct ? "DISTINCT " : "")
              .append(String.join(", ", elements))
              .append(rest)
              .append(order);
      s.top().ifPresent(top -> sql.append(limit(top, order)));
      s.tail().offset().ifPresent(o -> sql.append(expressions.queries.offset(o)));
      if (s.groupBy().isEmpty() && !distinct) {
        sql.append(from.locks(s.fromClause()));
      }
      return sql.toString();
    }

    private String limit(QueryPart.Top top, String order) {
      String count = "(" + expressions.value(top.count(), SqlType.BIGINT) + ")";
      if (top.withTies()) {
        if (order.isEmpty()) {
          throw SqlError.of(1062);
        }
        return " FETCH FIRST " + count + " ROWS WITH TIES";
      }
      return " LIMIT " + count;
    }

    private String percent(boolean distinct, List<String> elements, String rest, String order) {
      QueryPart.Top top = s.top().orElseThrow();
      if (distinct || top.withTies()) {
        throw SqlError.unsupported("TOP ... PERCENT with DISTINCT or WITH TIES");
      }
      List<String> names = new ArrayList<>();
      for (int i = 0; i < elements.size(); i++) {
        names.add("c" + i);
      }
      String inner = "SELECT " + String.join(", ", elements) + rest + order;
      String percent = expressions.value(top.count(), SqlType.FLOAT);
      return "SELECT "
          + String.join(", ", names)
          + " FROM (SELECT q.*, row_number() OVER () AS n, count(*) OVER () AS total FROM ("
          + inner
          + ") AS q("
          + String.join(", ", names)
          + ")) AS r WHERE n <= ceil(total * ("
          + percent
          + ") / 100) ORDER BY n";
    }

    private List<String> elements() {
      List<String> result = new ArrayList<>();
      for (SelectElement element : s.elements()) {
        switch (element) {
          case SelectElement.Value v ->
              result.add(
                  output(expressions.value(v.value()), expressions.type(v.value()), result.size()));
          case SelectElement.AllColumns all -> {
            for (ColumnBinding column : expressions.binding.star(all)) {
              result.add(output(expressions.column(column), column.column().type(), result.size()));
            }
          }
          case SelectElement.Assignment _ -> throw SqlError.of(141);
        }
      }
      extra.ifPresent(result::add);
      return result;
    }

    private String output(String sql, SqlType type, int index) {
      if (index >= targets.size()) {
        return type.base() == Base.NULL ? "NULL::int4" : sql;
      }
      SqlType target = targets.get(index);
      String converted =
          expressions.emission.conversions.convert(
              sql, type, target, ConversionSql.NO_STYLE, false);
      if (!pinned) {
        return converted;
      }
      return switch (target.base()) {
        case DECIMAL, NUMERIC -> "round(" + converted + "," + target.scale() + ")";
        case MONEY, SMALLMONEY -> "round(" + converted + ",4)";
        default -> "(" + converted + ")::" + expressions.emission.cast(target);
      };
    }

    private String order(QueryPart.OrderBy orderBy, List<String> elements) {
      List<String> parts = new ArrayList<>();
      for (QueryPart.OrderElement element : orderBy.elements()) {
        boolean descending = element.order().filter(o -> o == QueryPart.SortOrder.DESC).isPresent();
        parts.add(orderElement(element.expression(), descending, elements));
      }
      parts.removeIf(String::isEmpty);
      return parts.isEmpty() ? "" : " ORDER BY " + String.join(", ", parts);
    }

    private String orderElement(Expression expression, boolean descending, List<String> elements) {
      Optional<SelectElement> alias = expressions.binding.alias(expression);
      if (alias.isPresent() && alias.get() instanceof SelectElement.Value v) {
        SqlType type = expressions.type(v.value());
        int position = expressions.queries.position(s, v);
        boolean keyed = !ExpressionSql.sortKey("x", type).equals("x");
        String sql =
            keyed
                ? ExpressionSql.sortKey(elements.get(position - 1), type)
                : String.valueOf(position);
        return sql + ExpressionSql.direction(descending, expressions.binding.nullable(v.value()));
      }
      if (expression instanceof Expression.Literal literal
          && literal.kind() == Expression.LiteralKind.INTEGER) {
        int position = (Integer) LiteralValues.of(literal);
        if (position < 1 || position > elements.size()) {
          throw SqlError.of(108, position);
        }
        return position + ExpressionSql.direction(descending, true);
      }
      if (expression instanceof Expression.ScalarSubquery) {
        // `ORDER BY (SELECT NULL)` says that any order will do.
        return "("
            + expressions.value(expression)
            + ")"
            + ExpressionSql.direction(descending, true);
      }
      return expressions.order(expression, descending);
    }

    /// `held` collects the expressions with parameters.
    private String grouping(QueryPart.GroupBy groupBy, Map<String, String> held) {
      if (groupBy.all()) {
        throw SqlError.unsupported("GROUP BY ALL");
      }
      String list =
          String.join(", ", groupBy.groupings().stream().map(g -> grouping(g, held)).toList());
      return groupBy
          .legacy()
          .map(l -> (l == QueryPart.LegacyGrouping.CUBE ? "CUBE (" : "ROLLUP (") + list + ")")
          .orElse(list);
    }

    private String grouping(QueryPart.Grouping grouping, Map<String, String> held) {
      return switch (grouping) {
        case QueryPart.Grouping.Value v -> {
          if (v.distributed()) {
            throw SqlError.unsupported("WITH (DISTRIBUTED_AGG)");
          }
          String sql = expressions.value(v.expression());
          if (sql.indexOf('\u0001') >= 0) {
            held.putIfAbsent(sql, "k" + held.size());
          }
          // A bare number or string would be taken for a position.
          yield "(" + sql + ")";
        }
        case QueryPart.Grouping.Composite c ->
            "("
                + String.join(", ", c.elements().stream().map(g -> grouping(g, held)).toList())
                + ")";
        case QueryPart.Grouping.Rollup r ->
            "ROLLUP ("
                + String.join(", ", r.elements().stream().map(g -> grouping(g, held)).toList())
                + ")";
        case QueryPart.Grouping.Cube c ->
            "CUBE ("
                + String.join(", ", c.elements().stream().map(g -> grouping(g, held)).toList())
                + ")";
        case QueryPart.Grouping.GroupingSets g ->
            "GROUPING SETS ("
                + String.join(", ", g.elements().stream().map(e -> grouping(e, held)).toList())
                + ")";
      };
    }
  }
}
