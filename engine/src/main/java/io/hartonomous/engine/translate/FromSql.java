package io.hartonomous.engine.translate;

import io.hartonomous.bind.Relation;
import io.hartonomous.bind.TableSource;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.Rowset;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What stands in FROM. Every source gets an alias of its own (`s` and its number), so that names
/// never meet.
final class FromSql {
  private final ExpressionSql expressions;
  private final Set<String> referenced = new HashSet<>();

  /// The alias of the last reference to a common table expression.
  private final Map<String, String> references = new HashMap<>();

  FromSql(ExpressionSql expressions) {
    this.expressions = expressions;
  }

  void clearReference(String name) {
    referenced.remove(name);
  }

  String alias(String name) {
    return references.get(name);
  }

  boolean isReferenced(String name) {
    return referenced.contains(name);
  }

  /// A comma is a cross join, but one whose right side may look to the left.
  String list(List<TableReference> references) {
    StringBuilder sql = new StringBuilder(write(references.getFirst()));
    for (TableReference reference : references.subList(1, references.size())) {
      sql.append(" CROSS JOIN ").append(write(reference));
    }
    return sql.toString();
  }

  private TableSource source(TableReference reference) {
    return expressions
        .binding
        .source(reference)
        .orElseThrow(() -> SqlError.unsupported("a table of this form in FROM"));
  }

  String write(TableReference reference) {
    return switch (reference) {
      case TableReference.Named named -> named(named);
      case TableReference.Variable variable -> {
        TableSource source = source(variable);
        yield table(source.relation()) + " AS " + expressions.emission.alias(source);
      }
      case TableReference.Function function -> function(function);
      case TableReference.OpenJson json -> openJson(json);
      case TableReference.MethodCall call ->
          throw SqlError.unsupported("the method " + call.call().method().value() + " in FROM");
      case TableReference.Derived derived -> {
        TableSource source = source(derived);
        if (derived.path()) {
          throw SqlError.unsupported("FOR PATH");
        }
        yield "LATERAL ("
            + expressions.queries.query(derived.query(), List.of(), false)
            + ")"
            + as(source);
      }
      case TableReference.Values values -> {
        TableSource source = source(values);
        yield "LATERAL (" + rows(values.rows(), source.relation()) + ")" + as(source);
      }
      case TableReference.Join join -> join(join);
      case TableReference.Parenthesised p -> "(" + write(p.inner()) + ")";
      case TableReference.OdbcJoin o -> "(" + write(o.inner()) + ")";
      case Rowset.Table table ->
          throw SqlError.unsupported("the rowset function " + table.function());
      case TableReference.Pivot pivot -> pivot(pivot);
      case TableReference.Unpivot unpivot -> unpivot(unpivot);
      case TableReference.DmlSource _ -> throw SqlError.unsupported("a data change in FROM");
      case TableReference.Temporal _,
          TableReference.TableSample _,
          TableReference.OpenJsonColumn _,
          Rowset _ ->
          throw new IllegalArgumentException("no table by itself");
    };
  }

  /// The table itself, without an alias.
  String table(Relation relation) {
    return switch (relation.kind()) {
      case TABLE, VIEW, SYSTEM -> expressions.emission.names.object(relation.name());
      case CTE -> {
        String name = expressions.emission.names.identifier(relation.name().name());
        referenced.add(name);
        yield name;
      }
      case TABLE_VARIABLE -> {
        String own =
            expressions.emission.functionTables.get(
                expressions.emission.collation.key(relation.name().name()));
        yield own != null ? own : expressions.emission.context.temporary(relation);
      }
      case TEMPORARY_TABLE, INSERTED, DELETED -> expressions.emission.context.temporary(relation);
      case TABLE_FUNCTION, TABLE_TYPE, DERIVED ->
          throw SqlError.unsupported("the table " + relation.name().quoted() + " in this place");
    };
  }

  private String named(TableReference.Named named) {
    TableSource source = source(named);
    if (named.sample().isPresent()) {
      throw SqlError.unsupported("TABLESAMPLE");
    }
    if (named.path()) {
      throw SqlError.unsupported("FOR PATH");
    }
    if (named.temporal().isPresent()) {
      return temporal(named.temporal().get(), source);
    }
    if (source.relation().kind() == Relation.Kind.CTE) {
      references.put(
          expressions.emission.names.identifier(source.relation().name().name()),
          expressions.emission.alias(source));
    }
    return table(source.relation()) + " AS " + expressions.emission.alias(source);
  }

  String as(TableSource source) {
    List<String> names = new ArrayList<>();
    for (Relation.Column column : source.relation().columns()) {
      names.add(expressions.emission.names.column(column.name()));
    }
    return " AS " + expressions.emission.alias(source) + "(" + String.join(", ", names) + ")";
  }

  String rows(List<DmlPart.RowValue> rows, Relation relation) {
    List<String> result = new ArrayList<>();
    for (DmlPart.RowValue row : rows) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.values().size(); i++) {
        values.add(
            expressions.value(
                row.values().get(i), QuerySql.column(relation.columns().get(i).type())));
      }
      result.add("(" + String.join(", ", values) + ")");
    }
    return "VALUES " + String.join(", ", result);
  }

  private String join(TableReference.Join join) {
    String left = write(join.left());
    String right = write(join.right());
    if (join.right() instanceof TableReference.Join) {
      right = "(" + right + ")";
    }
    return switch (join.kind()) {
      case CROSS -> left + " CROSS JOIN " + right;
      case CROSS_APPLY -> left + " CROSS JOIN " + right;
      case OUTER_APPLY -> left + " LEFT JOIN " + right + " ON true";
      case INNER -> left + " JOIN " + right + on(join);
      case LEFT -> left + " LEFT JOIN " + right + on(join);
      case RIGHT -> left + " RIGHT JOIN " + right + on(join);
      case FULL -> left + " FULL JOIN " + right + on(join);
    };
  }

  private String on(TableReference.Join join) {
    return " ON " + expressions.conditions.write(join.on().orElseThrow());
  }

  private String function(TableReference.Function function) {
    TableSource source = source(function);
    List<Expression> a = function.arguments();
    var routine = expressions.binding.routine(function);
    if (routine.isPresent()) {
      return "LATERAL "
          + expressions.emission.names.function(routine.get().name())
          + "("
          + String.join(", ", expressions.arguments(routine.get(), a))
          + ")"
          + as(source);
    }
    return switch (function.name().object().value().toUpperCase(Locale.ROOT)) {
      case "STRING_SPLIT" ->
          "LATERAL hn.string_split("
              + expressions.text(a.get(0))
              + ", "
              + expressions.text(a.get(1))
              + ")"
              + as(source);
      case "GENERATE_SERIES" -> {
        SqlType type = source.relation().columns().getFirst().type();
        String start = expressions.value(a.get(0), type);
        String stop = expressions.value(a.get(1), type);
        String step =
            a.size() > 2
                ? expressions.value(a.get(2), type)
                : "CASE WHEN "
                    + start
                    + " <= "
                    + stop
                    + " THEN 1 ELSE -1 END::"
                    + expressions.emission.cast(type);
        // PostgreSQL has no series of int2.
        String pg =
            expressions.emission.cast(type).equals("int2")
                ? "int4"
                : expressions.emission.cast(type);
        yield "LATERAL generate_series(("
            + start
            + ")::"
            + pg
            + ", ("
            + stop
            + ")::"
            + pg
            + ", ("
            + step
            + ")::"
            + pg
            + ")"
            + as(source);
      }
      case "OPENJSON" ->
          "LATERAL hn.openjson("
              + expressions.text(a.get(0))
              + ", "
              + (a.size() > 1 ? expressions.text(a.get(1)) : "NULL::bpchar")
              + ")"
              + as(source);
      default ->
          throw SqlError.unsupported("the rowset function " + function.name().object().value());
    };
  }

  private String openJson(TableReference.OpenJson json) {
    TableSource source = source(json);
    String path = json.path().map(expressions::text).orElse("NULL::bpchar");
    String document = expressions.text(json.json());
    if (json.schema().isEmpty()) {
      return "LATERAL hn.openjson(" + document + ", " + path + ")" + as(source);
    }
    String element = expressions.emission.fresh("j");
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < json.schema().size(); i++) {
      TableReference.OpenJsonColumn column = json.schema().get(i);
      if (column.collation().isPresent()) {
        throw SqlError.unsupported("COLLATE in the schema of OPENJSON");
      }
      SqlType type = source.relation().columns().get(i).type();
      String columnPath =
          column
              .path()
              .map(p -> (String) LiteralValues.of(p))
              .orElse(
                  "$.\""
                      + column.name().value().replace("\\", "\\\\").replace("\"", "\\\"")
                      + "\"");
      String pathSql = expressions.emission.string(columnPath);
      if (column.asJson()) {
        columns.add("hn.json_query(" + element + ".element, " + pathSql + ")");
      } else {
        String value = "hn.openjson_value(" + element + ".element, " + pathSql + ")";
        columns.add(
            expressions.emission.conversions.convert(
                value, SqlType.nvarchar(SqlType.MAX), type, ConversionSql.NO_STYLE, false));
      }
    }
    return "LATERAL (SELECT "
        + String.join(", ", columns)
        + " FROM hn.openjson_rows("
        + document
        + ", "
        + path
        + ") AS "
        + element
        + "(element))"
        + as(source);
  }

  /// FOR SYSTEM_TIME: the current rows and those of the history table whose period fits. A period
  /// of zero length never shows.
  private String temporal(TableReference.Temporal temporal, TableSource source) {
    Relation relation = source.relation();
    Table table =
        expressions
            .emission
            .context
            .table(relation)
            .orElseThrow(() -> SqlError.unsupported("FOR SYSTEM_TIME of a view"));
    Table.SystemVersioning versioning =
        table
            .options()
            .systemVersioning()
            .filter(Table.SystemVersioning::on)
            .orElseThrow(() -> SqlError.of(13544, relation.name().quoted()));
    ObjectName history =
        versioning
            .history()
            .orElseThrow(() -> SqlError.unsupported("a history table without a name"));
    PgNames names = expressions.emission.names;
    String start = names.column(versioning.periodStart());
    String end = names.column(versioning.periodEnd());
    SqlType period = SqlType.scaled(SqlType.Base.DATETIME2, 7);
    String a = temporal.start().map(e -> expressions.value(e, period)).orElse("");
    String b = temporal.end().map(e -> expressions.value(e, period)).orElse("");
    String condition =
        switch (temporal.kind()) {
          case ALL -> "true";
          case AS_OF -> start + " <= " + a + " AND " + end + " > " + a;
          case FROM_TO -> start + " < " + b + " AND " + end + " > " + a;
          case BETWEEN_AND -> start + " <= " + b + " AND " + end + " > " + a;
          case CONTAINED_IN -> start + " >= " + a + " AND " + end + " <= " + b;
        };
    List<String> columns = new ArrayList<>();
    relation.columns().forEach(c -> columns.add(names.column(c.name())));
    String list = String.join(", ", columns);
    return "LATERAL (SELECT "
        + list
        + " FROM "
        + names.object(relation.name())
        + " WHERE "
        + condition
        + " UNION ALL SELECT "
        + list
        + " FROM "
        + names.object(history)
        + " WHERE "
        + condition
        + " AND "
        + start
        + " <> "
        + end
        + ")"
        + as(source);
  }

  /// PIVOT: one aggregate with a filter for each value; all columns that are not used group.
  private String pivot(TableReference.Pivot pivot) {
    TableSource source = source(pivot);
    List<Relation.Column> columns = source.relation().columns();
    int rest = columns.size() - pivot.values().size();
    String inner = write(pivot.source());
    List<TableSource> sources = new ArrayList<>();
    sources(pivot.source(), sources);
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < rest; i++) {
      outputs.add(restColumn(sources, columns.get(i).name()));
    }
    String pivoted = expressions.value(pivot.pivotColumn());
    SqlType pivotType = expressions.type(pivot.pivotColumn());
    String name = pivot.aggregate().object().value().toUpperCase(Locale.ROOT);
    for (int i = 0; i < pivot.values().size(); i++) {
      String value =
          expressions.emission.conversions.convert(
              expressions.emission.string(pivot.values().get(i).value()),
              SqlType.nvarchar(128),
              pivotType,
              ConversionSql.NO_STYLE,
              false);
      String filter =
          " FILTER (WHERE "
              + expressions.conditions.compare(pivoted, pivotType, "=", value, pivotType)
              + ")";
      outputs.add(aggregate(name, pivot.arguments(), filter, columns.get(rest + i).type()));
    }
    String group = rest == 0 ? "" : " GROUP BY " + String.join(", ", outputs.subList(0, rest));
    return "LATERAL (SELECT "
        + String.join(", ", outputs)
        + " FROM "
        + inner
        + group
        + ")"
        + as(source);
  }

  private String aggregate(String name, List<Expression> arguments, String filter, SqlType result) {
    String argument =
        arguments.getFirst() instanceof Expression.Star
            ? "*"
            : expressions.value(arguments.getFirst());
    String cast = expressions.emission.cast(result);
    return switch (name) {
      case "COUNT" -> "(count(" + argument + ")" + filter + ")::int4";
      case "COUNT_BIG" -> "count(" + argument + ")" + filter;
      case "SUM" -> "(sum(" + argument + ")" + filter + ")::" + cast;
      case "MIN", "MAX" -> name.toLowerCase(Locale.ROOT) + "(" + argument + ")" + filter;
      case "AVG" ->
          switch (result.base()) {
            case INT, BIGINT ->
                "div((sum("
                    + argument
                    + ")"
                    + filter
                    + ")::numeric, (count("
                    + argument
                    + ")"
                    + filter
                    + ")::numeric)::"
                    + cast;
            case DECIMAL, NUMERIC ->
                ArithmeticSql.quotient(
                    "sum(" + argument + ")" + filter,
                    "(count(" + argument + ")" + filter + ")::numeric",
                    result.scale());
            default -> "avg((" + argument + ")::float8)" + filter;
          };
      default -> throw SqlError.unsupported("PIVOT with the aggregate " + name);
    };
  }

  private void sources(TableReference reference, List<TableSource> result) {
    switch (reference) {
      case TableReference.Join join -> {
        sources(join.left(), result);
        sources(join.right(), result);
      }
      case TableReference.Parenthesised p -> sources(p.inner(), result);
      default -> result.add(source(reference));
    }
  }

  private String restColumn(List<TableSource> sources, String name) {
    for (TableSource source : sources) {
      for (Relation.Column column : source.relation().columns()) {
        if (expressions.emission.collation.same(column.name(), name)) {
          return expressions.emission.alias(source) + "." + expressions.emission.names.column(name);
        }
      }
    }
    throw SqlError.of(207, name);
  }

  private String unpivot(TableReference.Unpivot unpivot) {
    TableSource source = source(unpivot);
    List<Relation.Column> columns = source.relation().columns();
    String inner = write(unpivot.source());
    List<TableSource> sources = new ArrayList<>();
    sources(unpivot.source(), sources);
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < columns.size() - 2; i++) {
      outputs.add(restColumn(sources, columns.get(i).name()));
    }
    SqlType type = columns.get(columns.size() - 2).type();
    List<String> rows = new ArrayList<>();
    for (Expression.ColumnReference column : unpivot.inColumns()) {
      rows.add(
          "("
              + expressions.value(column, type)
              + ", "
              + expressions.emission.string(column.name().object().value())
              + ")");
    }
    String u = expressions.emission.fresh("u");
    outputs.add(u + ".v");
    outputs.add(u + ".n");
    return "LATERAL (SELECT "
        + String.join(", ", outputs)
        + " FROM "
        + inner
        + " CROSS JOIN LATERAL (VALUES "
        + String.join(", ", rows)
        + ") AS "
        + u
        + "(v, n) WHERE "
        + u
        + ".v IS NOT NULL)"
        + as(source);
  }

  /// UPDLOCK and XLOCK lock the rows; the other hints change no result.
  String locks(List<TableReference> references) {
    List<String> locked = new ArrayList<>();
    boolean skip = collectLocks(references, locked);
    return locked.isEmpty()
        ? ""
        : " FOR UPDATE OF " + String.join(", ", locked) + (skip ? " SKIP LOCKED" : "");
  }

  private boolean collectLocks(List<TableReference> references, List<String> locked) {
    boolean skip = false;
    for (TableReference reference : references) {
      switch (reference) {
        case TableReference.Join join ->
            skip |= collectLocks(List.of(join.left(), join.right()), locked);
        case TableReference.Parenthesised p -> skip |= collectLocks(List.of(p.inner()), locked);
        case TableReference.Named named -> {
          boolean lock = hinted(named.hints(), "UPDLOCK") || hinted(named.hints(), "XLOCK");
          TableSource source = source(named);
          if (lock
              && source.relation().kind() == Relation.Kind.TABLE
              && named.temporal().isEmpty()) {
            locked.add(expressions.emission.alias(source));
            skip |= hinted(named.hints(), "READPAST");
          }
        }
        default -> {}
      }
    }
    return skip;
  }

  static boolean hinted(List<QueryPart.Hint> hints, String name) {
    return hints.stream().anyMatch(h -> h.name().equalsIgnoreCase(name));
  }
}
