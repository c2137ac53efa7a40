package io.hartonomous.engine.translate;

import io.hartonomous.bind.Binding;
import io.hartonomous.bind.Relation;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// T-SQL statements that are bound, as statements for PostgreSQL.
///
/// Errors: [SqlError] for what T-SQL refuses at this stage (a value for a computed column) and,
/// with number 49900 and the feature's name, for what the engine cannot do.
public final class Translator {
  /// Stands where a row counts and no value of it.
  static final Expression ROW = new Expression.Literal(Expression.LiteralKind.INTEGER, "1", 0, 0);

  private final TranslationContext context;
  private final Binding binding;

  public Translator(TranslationContext context, Binding binding) {
    this.context = context;
    this.binding = binding;
  }

  private ExpressionSql expressions(Emission.Style style) {
    return new ExpressionSql(new Emission(context, binding, style));
  }

  /// The columns that a client sees of a query.
  private List<ResultColumn> columns(QueryExpression query) {
    Optional<QueryPart.ForClause> clause = query.tail().forClause();
    if (clause.isPresent()) {
      String name =
          clause.get() instanceof QueryPart.ForClause.Json
              ? "JSON_F52E2B61-18A1-11d1-B105-00805F49916B"
              : "XML_F52E2B61-18A1-11d1-B105-00805F49916B";
      return List.of(ResultColumn.of(name, SqlType.nvarchar(SqlType.MAX)));
    }
    List<ResultColumn> columns = new ArrayList<>();
    for (Relation.Column column : binding.columns(query)) {
      columns.add(
          new ResultColumn(
              column.name(),
              QuerySql.column(column.type()),
              column.nullable(),
              column.identity(),
              column.computed()));
    }
    return columns;
  }

  /// A SELECT that gives rows; INTO is left out (the interpreter makes the table and uses
  /// [#selectInto]).
  public PgStatement query(DmlStatement.Select select) {
    ExpressionSql e = expressions(Emission.Style.PARAMETERS);
    return e.emission.finish(
        e.queries.with(select.with(), select.options())
            + e.queries.query(select.query(), List.of(), false),
        columns(select.query()));
  }

  /// The rows of `SELECT ... INTO` put into a table that was made for them, with these columns. The
  /// count is the update's.
  public PgStatement selectInto(DmlStatement.Select select, String pgTable, List<String> columns) {
    ExpressionSql e = expressions(Emission.Style.PARAMETERS);
    String names = String.join(", ", columns.stream().map(c -> context.names().column(c)).toList());
    return e.emission.finish(
        "INSERT INTO "
            + pgTable
            + " ("
            + names
            + ") "
            + e.queries.with(select.with(), select.options())
            + e.queries.query(select.query(), List.of(), false),
        List.of());
  }

  /// Whether a SELECT assigns variables.
  public static boolean assigns(DmlStatement.Select select) {
    return select.query() instanceof QueryExpression.Specification s
        && s.elements().stream().anyMatch(e -> e instanceof SelectElement.Assignment);
  }

  /// `SELECT @v = ...`.
  public AssignmentQuery assignments(DmlStatement.Select select) {
    return assignments(select, new Emission(context, binding, Emission.Style.PARAMETERS));
  }

  /// The columns of the rows have names where a function's body takes them: `c1`, `c2` and so on.
  AssignmentQuery assignments(DmlStatement.Select select, Emission emission) {
    QueryExpression.Specification s = (QueryExpression.Specification) select.query();
    Collation collation = context.collation();
    Set<String> assigned = new HashSet<>();
    for (SelectElement element : s.elements()) {
      if (!(element instanceof SelectElement.Assignment a)) {
        throw SqlError.of(141);
      }
      assigned.add(collation.key(a.variable().name()));
    }
    List<SelectElement> elements = new ArrayList<>();
    List<AssignmentQuery.Assignment> assignments = new ArrayList<>();
    for (SelectElement element : s.elements()) {
      SelectElement.Assignment a = (SelectElement.Assignment) element;
      Map<Expression, Integer> inputs = new IdentityHashMap<>();
      inputs(a.value(), assigned, elements, inputs);
      assignments.add(
          new AssignmentQuery.Assignment(a.variable().name(), a.operator(), a.value(), inputs));
    }
    if (elements.isEmpty()) {
      // Every value is the evaluator's: what counts is how many rows there are.
      elements.add(new SelectElement.Value(ROW, false, Optional.empty(), false, 0, 0));
    }
    ExpressionSql e = new ExpressionSql(emission);
    QueryExpression.Specification query =
        new QueryExpression.Specification(
            s.quantifier(),
            s.top(),
            elements,
            Optional.empty(),
            Optional.empty(),
            s.fromClause(),
            s.where(),
            s.groupBy(),
            s.having(),
            s.windows(),
            s.tail(),
            s.from(),
            s.to());
    String sql =
        e.queries.with(select.with(), select.options()) + e.queries.query(query, List.of(), false);
    if (emission.style == Emission.Style.FUNCTION_BODY) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= elements.size(); i++) {
        names.add("c" + i);
      }
      sql = "SELECT * FROM (" + sql + ") AS q(" + String.join(", ", names) + ")";
    }
    return new AssignmentQuery(e.emission.finish(sql, List.of()), assignments);
  }

  /// The greatest parts that hold no assigned variable go to PostgreSQL, but for constants and
  /// variables by themselves.
  private void inputs(
      Expression expression,
      Set<String> assigned,
      List<SelectElement> elements,
      Map<Expression, Integer> inputs) {
    List<Expression.Variable> variables = new ArrayList<>();
    Trees.variables(expression, variables);
    boolean depends =
        variables.stream().anyMatch(v -> assigned.contains(context.collation().key(v.name())));
    if (!depends) {
      boolean trivial =
          expression instanceof Expression.Literal || expression instanceof Expression.Variable;
      if (!trivial) {
        elements.add(new SelectElement.Value(expression, false, Optional.empty(), false, 0, 0));
        inputs.put(expression, elements.size());
      }
      return;
    }
    for (io.hartonomous.syntax.ast.Node child : io.hartonomous.syntax.Nodes.children(expression)) {
      descend(child, assigned, elements, inputs);
    }
  }

  private void descend(
      io.hartonomous.syntax.ast.Node node,
      Set<String> assigned,
      List<SelectElement> elements,
      Map<Expression, Integer> inputs) {
    switch (node) {
      case Expression.ScalarSubquery _ ->
          throw SqlError.unsupported("a subquery with a variable that the same SELECT assigns");
      case Expression.DatePart _, Expression.Star _ -> {}
      case Expression child -> inputs(child, assigned, elements, inputs);
      case QueryExpression _ ->
          throw SqlError.unsupported("a subquery with a variable that the same SELECT assigns");
      default ->
          io.hartonomous.syntax.Nodes.children(node)
              .forEach(c -> descend(c, assigned, elements, inputs));
    }
  }

  /// A condition as one column of type bit, NULL for unknown.
  public PgStatement condition(Condition condition) {
    ExpressionSql e = expressions(Emission.Style.PARAMETERS);
    return e.emission.finish(
        "SELECT (" + e.conditions.write(condition) + ")::int4::int2",
        List.of(ResultColumn.of("", SqlType.BIT)));
  }

  /// An expression as one column, of its own type or of `target`.
  public PgStatement value(Expression expression, Optional<SqlType> target) {
    ExpressionSql e = expressions(Emission.Style.PARAMETERS);
    SqlType type = target.orElseGet(() -> QuerySql.column(e.type(expression)));
    return e.emission.finish(
        "SELECT " + e.value(expression, type), List.of(ResultColumn.of("", type)));
  }

  public PgDml insert(DmlStatement.Insert insert, PgDml.Options options) {
    return new InsertSql(expressions(Emission.Style.PARAMETERS)).insert(insert, options);
  }

  public PgDml update(DmlStatement.Update update, PgDml.Options options) {
    return new UpdateSql(expressions(Emission.Style.PARAMETERS)).update(update, options);
  }

  public PgDml delete(DmlStatement.Delete delete, PgDml.Options options) {
    return new DeleteSql(expressions(Emission.Style.PARAMETERS)).delete(delete, options);
  }

  public PgDml merge(DmlStatement.Merge merge, PgDml.Options options) {
    return new MergeSql(expressions(Emission.Style.PARAMETERS)).merge(merge, options);
  }

  /// One row into a table, its values given by their places: for INSERT ... EXECUTE, bulk load and
  /// table-valued parameters. `types` are the types that the values come in.
  public PgStatement insertRow(
      String pgTable, Table table, List<Column> columns, List<SqlType> types) {
    return insertRow(pgTable, table, columns, types, Map.of());
  }

  /// The same, with PostgreSQL expressions that stand in for NULL, by column.
  public PgStatement insertRow(
      String pgTable,
      Table table,
      List<Column> columns,
      List<SqlType> types,
      Map<Column, String> ifNull) {
    Emission emission = new Emission(context, binding, Emission.Style.PARAMETERS);
    AssignmentSql assignment = new AssignmentSql(emission);
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(emission.names.column(columns.get(i).name()));
      String cell =
          assignment.assign(
              emission.parameter(new ParameterRef.Ordinal(i, types.get(i))),
              types.get(i),
              columns.get(i),
              table.name());
      String other = ifNull.get(columns.get(i));
      cells.add(other == null ? cell : "COALESCE(" + cell + ", " + other + ")");
    }
    for (Column column : table.columns()) {
      boolean implied =
          column.generatedAlways().isPresent() || column.type().base() == SqlType.Base.ROWVERSION;
      if (implied && !columns.contains(column)) {
        names.add(emission.names.column(column.name()));
        cells.add(DmlTarget.impliedValue(column));
      }
    }
    return emission.finish(
        "INSERT INTO "
            + pgTable
            + " ("
            + String.join(", ", names)
            + ") VALUES ("
            + String.join(", ", cells)
            + ")",
        List.of());
  }

  /// A table for the images of changed rows: the columns without constraints, and `$action`.
  public static String imageTable(String pgName, Table table, PgNames names) {
    List<String> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          names.column(column.name()) + " " + PgTypes.storage(column.type(), names.collation()));
    }
    columns.add("\"$action\" text");
    return "CREATE TEMP TABLE " + pgName + " (" + String.join(", ", columns) + ")";
  }

  private ExpressionSql definition() {
    Emission emission = new Emission(context, binding, Emission.Style.NONE);
    emission.unqualified = true;
    return new ExpressionSql(emission);
  }

  /// A DEFAULT or a computed column; columns of the own table stand without a qualifier.
  public String ddlExpression(Expression expression, SqlType target) {
    ExpressionSql e = definition();
    return e.emission.finish(e.value(expression, target), List.of()).sql();
  }

  /// An expression over the row that `alias` names.
  public String rowExpression(Expression expression, SqlType target, String alias) {
    ExpressionSql e = expressions(Emission.Style.NONE);
    e.emission.row = alias;
    return e.emission.finish(e.value(expression, target), List.of()).sql();
  }

  /// A CHECK or the filter of an index.
  public String ddlCondition(Condition condition) {
    ExpressionSql e = definition();
    return e.emission.finish(e.conditions.write(condition), List.of()).sql();
  }

  /// The query of a view with its columns named.
  public String view(ModuleStatement.View view) {
    ExpressionSql e = expressions(Emission.Style.NONE);
    List<Relation.Column> columns = binding.columns(view.query());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(
          context
              .names()
              .column(
                  view.columns().isEmpty()
                      ? columns.get(i).name()
                      : view.columns().get(i).value()));
    }
    e.emission.maxRecursion = RecursionLimit.OF_CALLER;
    String query = e.queries.with(view.with()) + e.queries.query(view.query(), List.of(), false);
    return e.emission
        .finish("SELECT * FROM (" + query + ") AS v(" + String.join(", ", names) + ")", List.of())
        .sql();
  }
}
