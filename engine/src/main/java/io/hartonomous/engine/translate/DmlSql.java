package io.hartonomous.engine.translate;

import io.hartonomous.bind.ColumnBinding;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.TableSource;
import io.hartonomous.bind.Types;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.Column;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlPart.SetClause;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// INSERT, UPDATE, DELETE and MERGE. The change itself is one PostgreSQL statement; where more is
/// asked for (OUTPUT, the identity value, row images, the history of a temporal table) it becomes
/// the part `d` of a WITH, from which everything else is taken.
final class DmlSql {
  final ExpressionSql expressions;
  final Emission emission;
  final AssignmentSql assignment;

  DmlSql(ExpressionSql expressions) {
    this.expressions = expressions;
    this.emission = expressions.emission;
    this.assignment = new AssignmentSql(emission);
  }

  PgDml insert(DmlStatement.Insert s, PgDml.Options options) {
    DmlTarget target = new DmlTarget(expressions, s.target());
    boolean explicitIdentity = options.identityInsert() && target.identity().isPresent();
    List<Column> columns = new ArrayList<>();
    if (s.columns().isEmpty()) {
      columns.addAll(target.insertable(explicitIdentity));
    } else {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < s.columns().size(); i++) {
        Identifier name = s.columns().get(i);
        Column column = target.column(name.value());
        if (!seen.add(column.name())) {
          throw SqlError.of(264, "'" + column.name() + "'");
        }
        target.checkInsert(column, options.identityInsert(), onlyDefaults(s.source(), i));
        columns.add(column);
      }
    }
    if (explicitIdentity && columns.stream().noneMatch(c -> c.identity().isPresent())) {
      throw SqlError.of(545, target.name().name());
    }
    List<Column> implied = new ArrayList<>(target.impliedColumns());
    implied.removeAll(columns);
    List<String> names =
        Stream.concat(columns.stream(), implied.stream())
            .map(c -> emission.names.column(c.name()))
            .toList();
    String rest =
        String.join("", implied.stream().map(c -> ", " + DmlTarget.impliedValue(c)).toList());
    String head =
        "INSERT INTO "
            + target.sql
            + " AS "
            + target.alias
            + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")");
    String with = expressions.queries.with(s.with());
    String body =
        switch (s.source()) {
          case DmlPart.InsertSource.DefaultValues _ ->
              "INSERT INTO " + target.sql + " AS " + target.alias + defaults(implied);
          case DmlPart.InsertSource.Values values ->
              head + " " + values(values, columns, rest, target, s.top());
          case DmlPart.InsertSource.Query query ->
              head + " " + query(query, columns, rest, target, s.top());
          case DmlPart.InsertSource.Execute _ ->
              throw new IllegalArgumentException("INSERT ... EXECUTE is the interpreter's");
        };
    Optional<Column> identity = target.identity();
    return finish(
        with,
        body,
        target,
        Kind.INSERT,
        s.output(),
        List.of(),
        options,
        identity,
        explicitIdentity);
  }

  private String defaults(List<Column> implied) {
    if (implied.isEmpty()) {
      return " DEFAULT VALUES";
    }
    return " ("
        + String.join(", ", implied.stream().map(c -> emission.names.column(c.name())).toList())
        + ") VALUES ("
        + String.join(", ", implied.stream().map(DmlTarget::impliedValue).toList())
        + ")";
  }

  private static boolean onlyDefaults(DmlPart.InsertSource source, int index) {
    return source instanceof DmlPart.InsertSource.Values values
        && values.rows().stream()
            .allMatch(r -> index < r.values().size() && isDefault(r.values().get(index)));
  }

  static boolean isDefault(Expression expression) {
    return expression instanceof Expression.Literal literal
        && literal.kind() == Expression.LiteralKind.DEFAULT;
  }

  private String values(
      DmlPart.InsertSource.Values values,
      List<Column> columns,
      String rest,
      DmlTarget target,
      Optional<QueryPart.Top> top) {
    if (top.isPresent()) {
      throw SqlError.unsupported("INSERT TOP with VALUES");
    }
    List<String> rows = new ArrayList<>();
    for (DmlPart.RowValue row : values.rows()) {
      checkWidth(row.values().size(), columns.size());
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.values().size(); i++) {
        cells.add(value(row.values().get(i), columns.get(i), target));
      }
      rows.add("(" + String.join(", ", cells) + rest + ")");
    }
    return "VALUES " + String.join(", ", rows);
  }

  private static void checkWidth(int given, int wanted) {
    if (given > wanted) {
      throw new SqlError(
          213,
          16,
          1,
          "There are more values than columns: the column list and the values must match.");
    }
    if (given < wanted) {
      throw new SqlError(
          213,
          16,
          1,
          "There are fewer values than columns: the column list and the values must match.");
    }
  }

  String value(Expression expression, Column column, DmlTarget target) {
    if (isDefault(expression)) {
      boolean implied =
          column.generatedAlways().isPresent() || column.type().base() == Base.ROWVERSION;
      return implied ? DmlTarget.impliedValue(column) : "DEFAULT";
    }
    return assignment.assign(
        expressions.value(expression), expressions.type(expression), column, target.name());
  }

  private String query(
      DmlPart.InsertSource.Query query,
      List<Column> columns,
      String rest,
      DmlTarget target,
      Optional<QueryPart.Top> top) {
    List<Relation.Column> given = expressions.binding.columns(query.query());
    checkWidth(given.size(), columns.size());
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      names.add("c" + i);
      cells.add(
          assignment.assign(
              "q.c" + i, QuerySql.column(given.get(i).type()), columns.get(i), target.name()));
    }
    String limit =
        top.map(t -> " LIMIT (" + expressions.value(t.count(), SqlType.BIGINT) + ")").orElse("");
    return "SELECT "
        + String.join(", ", cells)
        + rest
        + " FROM ("
        + expressions.queries.query(query.query(), List.of(), false)
        + ") AS q("
        + String.join(", ", names)
        + ")"
        + limit;
  }

  PgDml update(DmlStatement.Update s, PgDml.Options options) {
    DmlTarget target = new DmlTarget(expressions, s.target(), s.with());
    String with = expressions.queries.with(s.with());
    FromJoin join = FromJoin.of(expressions, target, s.fromClause());
    String body;
    if (s.top().isEmpty() && join.isFlat()) {
      String set = String.join(", ", set(s.assignments(), target, null));
      body =
          "UPDATE "
              + target.sql
              + " AS "
              + target.alias
              + " SET "
              + set
              + join.from(" FROM ")
              + join.where(s.where().map(expressions.conditions::write));
    } else {
      requireTargetOnly(s.output());
      List<String> computed = new ArrayList<>();
      String set = String.join(", ", set(s.assignments(), target, computed));
      String row =
          "SELECT DISTINCT ON ("
              + target.address
              + ") "
              + target.address
              + " AS row_id"
              + String.join("", computed)
              + " FROM "
              + join.full()
              + s.where().map(w -> " WHERE " + expressions.conditions.write(w)).orElse("")
              + limit(s.top());
      body =
          "UPDATE "
              + target.sql
              + " AS t0 SET "
              + set
              + " FROM ("
              + row
              + ") AS q WHERE t0.ctid = q.row_id";
    }
    return finish(
        with,
        body,
        target,
        Kind.UPDATE,
        s.output(),
        s.assignments(),
        options,
        Optional.empty(),
        false);
  }

  private String limit(Optional<QueryPart.Top> top) {
    if (top.isEmpty()) {
      return "";
    }
    if (top.get().percent()) {
      throw SqlError.unsupported("TOP ... PERCENT in a data change");
    }
    return " LIMIT (" + expressions.value(top.get().count(), SqlType.BIGINT) + ")";
  }

  /// Where the change goes through row addresses, only the changed table itself is in reach of
  /// RETURNING.
  private void requireTargetOnly(Optional<DmlPart.Output> output) {
    if (output.isEmpty()) {
      return;
    }
    for (SelectElement element : output.get().elements()) {
      List<Expression.ColumnReference> references = new ArrayList<>();
      if (element instanceof SelectElement.Value v) {
        Trees.columns(v.value(), references);
      }
      for (Expression.ColumnReference reference : references) {
        boolean image =
            expressions
                .binding
                .column(reference)
                .map(c -> c.source().node() instanceof DmlPart.Output)
                .orElse(false);
        if (!image) {
          throw SqlError.unsupported(
              "OUTPUT of another table's column together with TOP, outer joins or APPLY");
        }
      }
    }
  }

  /// SET. With `computed` the values are computed in the row source `q` and only copied here.
  List<String> set(List<SetClause> clauses, DmlTarget target, List<String> computed) {
    List<String> result = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (SetClause clause : clauses) {
      switch (clause) {
        case SetClause.Column c -> {
          Column column = target.column(c.column().object().value());
          target.checkUpdate(column);
          if (!seen.add(column.name())) {
            throw SqlError.of(264, "'" + column.name() + "'");
          }
          String value = setValue(c, column, target);
          String name = emission.names.column(column.name());
          if (computed == null || value.equals("DEFAULT")) {
            result.add(name + " = " + value);
          } else {
            String held = "v" + computed.size();
            computed.add(", " + value + " AS " + held);
            result.add(name + " = q." + held);
          }
        }
        case SetClause.Variable _ -> {}
        case SetClause.Method m ->
            throw SqlError.unsupported("the method " + m.method().value() + " in SET");
      }
    }
    if (result.isEmpty()) {
      // `UPDATE t SET @v = a`: PostgreSQL wants a column.
      Column first =
          target.table.columns().stream()
              .filter(c -> c.computed().isEmpty())
              .findFirst()
              .orElseThrow();
      String name = emission.names.column(first.name());
      String alias = computed == null ? target.alias : "t0";
      result.add(name + " = " + alias + "." + name);
    } else {
      result.addAll(target.implied());
    }
    return result;
  }

  private String setValue(SetClause.Column c, Column column, DmlTarget target) {
    if (isDefault(c.value())) {
      return "DEFAULT";
    }
    if (c.operator() == AssignmentOperator.ASSIGN) {
      return value(c.value(), column, target);
    }
    Expression.BinaryOperator operator = operator(c.operator());
    SqlType from = expressions.type(c.value());
    SqlType right =
        ArithmeticSql.decimal(column.type()) ? ArithmeticSql.literalType(c.value(), from) : from;
    SqlType result = Types.arithmetic(operator, column.type(), right);
    String left = target.alias + "." + emission.names.column(column.name());
    String sql =
        ArithmeticSql.apply(
            emission, operator, left, column.type(), expressions.value(c.value()), right, result);
    return assignment.assign(sql, result, column, target.name());
  }

  static Expression.BinaryOperator operator(AssignmentOperator operator) {
    return switch (operator) {
      case ADD -> Expression.BinaryOperator.ADD;
      case SUBTRACT -> Expression.BinaryOperator.SUBTRACT;
      case MULTIPLY -> Expression.BinaryOperator.MULTIPLY;
      case DIVIDE -> Expression.BinaryOperator.DIVIDE;
      case MODULO -> Expression.BinaryOperator.MODULO;
      case BIT_AND -> Expression.BinaryOperator.BIT_AND;
      case BIT_OR -> Expression.BinaryOperator.BIT_OR;
      case BIT_XOR -> Expression.BinaryOperator.BIT_XOR;
      case CONCAT -> Expression.BinaryOperator.CONCAT;
      case ASSIGN -> throw new IllegalArgumentException("no operator");
    };
  }

  PgDml delete(DmlStatement.Delete s, PgDml.Options options) {
    DmlTarget target = new DmlTarget(expressions, s.target(), s.with());
    String with = expressions.queries.with(s.with());
    FromJoin join = FromJoin.of(expressions, target, s.fromClause());
    String body;
    if (s.top().isEmpty() && join.isFlat()) {
      body =
          "DELETE FROM "
              + target.sql
              + " AS "
              + target.alias
              + join.from(" USING ")
              + join.where(s.where().map(expressions.conditions::write));
    } else {
      requireTargetOnly(s.output());
      String rows =
          "SELECT "
              + target.address
              + " FROM "
              + join.full()
              + s.where().map(w -> " WHERE " + expressions.conditions.write(w)).orElse("")
              + limit(s.top());
      body = "DELETE FROM " + target.sql + " AS t0 WHERE t0.ctid = ANY (ARRAY(" + rows + "))";
    }
    return finish(
        with, body, target, Kind.DELETE, s.output(), List.of(), options, Optional.empty(), false);
  }

  enum Kind {
    INSERT,
    UPDATE,
    DELETE,
    MERGE
  }

  PgDml merge(DmlStatement.Merge s, PgDml.Options options) {
    if (s.top().isPresent()) {
      throw SqlError.unsupported("MERGE TOP");
    }
    DmlTarget target = new DmlTarget(expressions, s.target());
    String with = expressions.queries.with(s.with());
    StringBuilder sql =
        new StringBuilder("MERGE INTO ")
            .append(target.sql)
            .append(" AS ")
            .append(target.alias)
            .append(" USING ")
            .append(expressions.queries.from().write(s.source()))
            .append(" ON ")
            .append(expressions.conditions.write(s.on()));
    boolean explicitIdentity = options.identityInsert() && target.identity().isPresent();
    boolean inserts = false;
    for (DmlPart.MergeWhen when : s.clauses()) {
      sql.append(
          switch (when.match()) {
            case MATCHED -> " WHEN MATCHED";
            case NOT_MATCHED_BY_TARGET -> " WHEN NOT MATCHED BY TARGET";
            case NOT_MATCHED_BY_SOURCE -> " WHEN NOT MATCHED BY SOURCE";
          });
      when.condition().ifPresent(c -> sql.append(" AND ").append(expressions.conditions.write(c)));
      switch (when.action()) {
        case DmlPart.MergeAction.Update u ->
            sql.append(" THEN UPDATE SET ")
                .append(String.join(", ", set(u.assignments(), target, null)));
        case DmlPart.MergeAction.Delete _ -> sql.append(" THEN DELETE");
        case DmlPart.MergeAction.Insert i -> {
          inserts = true;
          sql.append(" THEN INSERT ").append(mergeInsert(i, target, options.identityInsert()));
        }
      }
    }
    return finish(
        with,
        sql.toString(),
        target,
        Kind.MERGE,
        s.output(),
        List.of(),
        options,
        inserts ? target.identity() : Optional.empty(),
        explicitIdentity && inserts);
  }

  private String mergeInsert(
      DmlPart.MergeAction.Insert insert, DmlTarget target, boolean identityInsert) {
    List<Column> columns =
        insert.columns().isEmpty()
            ? target.insertable(identityInsert && target.identity().isPresent())
            : insert.columns().stream().map(i -> target.column(i.value())).toList();
    List<Column> implied = new ArrayList<>(target.impliedColumns());
    implied.removeAll(columns);
    if (insert.values().isEmpty()) {
      return defaults(implied);
    }
    List<Expression> values = insert.values().get().values();
    checkWidth(values.size(), columns.size());
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      target.checkInsert(columns.get(i), identityInsert, isDefault(values.get(i)));
      names.add(emission.names.column(columns.get(i).name()));
      cells.add(value(values.get(i), columns.get(i), target));
    }
    for (Column column : implied) {
      names.add(emission.names.column(column.name()));
      cells.add(DmlTarget.impliedValue(column));
    }
    return "(" + String.join(", ", names) + ") VALUES (" + String.join(", ", cells) + ")";
  }

  private PgDml finish(
      String with,
      String body,
      DmlTarget target,
      Kind kind,
      Optional<DmlPart.Output> output,
      List<SetClause> assignments,
      PgDml.Options options,
      Optional<Column> identity,
      boolean explicitIdentity) {
    boolean history = kind != Kind.INSERT && target.versioning().isPresent();
    boolean variables =
        assignments.stream()
            .anyMatch(a ->
                a instanceof SetClause.Variable
                    || a instanceof SetClause.Column c && c.variable().isPresent());
    boolean images = options.insertedTable().isPresent() || options.deletedTable().isPresent();
    if (output.isEmpty() && identity.isEmpty() && !history && !variables && !images) {
      return new PgDml(
          emission.finish(with + body, List.of()), PgDml.Shape.COUNT, false, List.of());
    }
    List<String> returning = new ArrayList<>();
    List<ResultColumn> columns = new ArrayList<>();
    if (output.isPresent()) {
      outputs(output.get(), kind, returning, columns);
    }
    int outputs = columns.size();
    List<PgDml.Assignment> assigned = new ArrayList<>();
    variables(assignments, target, returning, assigned);
    String action =
        switch (kind) {
          case MERGE -> "merge_action()";
          default -> "'" + kind + "'::text";
        };
    returning.add(action + " AS action");
    identity.ifPresent(i ->
        returning.add(
            (kind == Kind.MERGE
                    ? "CASE WHEN merge_action() = 'INSERT' THEN new."
                        + emission.names.column(i.name())
                        + " END"
                    : "new." + emission.names.column(i.name()))
                + " AS identity"));
    List<String> parts = new ArrayList<>();
    if (history) {
      parts.add(history(target, returning));
    }
    options
        .insertedTable()
        .ifPresent(t -> parts.add(image(t, target, "new", "n", "action <> 'DELETE'", returning)));
    options
        .deletedTable()
        .ifPresent(t -> parts.add(image(t, target, "old", "p", "action <> 'INSERT'", returning)));
    output
        .flatMap(DmlPart.Output::into)
        .ifPresent(into -> parts.add(into(into, output.get(), columns)));
    String d = "d AS (" + body + " RETURNING " + String.join(", ", returning) + ")";
    StringBuilder sql =
        new StringBuilder(with.isEmpty() ? "WITH " : with.stripTrailing() + ", ").append(d);
    parts.forEach(p -> sql.append(", ").append(p));
    boolean toClient = output.isPresent() && output.get().into().isEmpty();
    String bump =
        explicitIdentity
            ? ", hn.bump_identity("
                + PgNames.literal(target.sql)
                + ", "
                + PgNames.literal(emission.names.bare(identity.orElseThrow().name()))
                + ", max(identity))"
            : "";
    if (!toClient && assigned.isEmpty()) {
      sql.append(" SELECT count(*), ")
          .append(identity.isPresent() ? "max(identity)" : "NULL::numeric")
          .append(bump)
          .append(" FROM d");
      return new PgDml(
          emission.finish(sql.toString(), List.of()),
          PgDml.Shape.SUMMARY,
          identity.isPresent(),
          List.of());
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; toClient && i < outputs; i++) {
      shown.add("o" + i);
    }
    List<PgDml.Assignment> placed = new ArrayList<>();
    for (int i = 0; i < assigned.size(); i++) {
      PgDml.Assignment a = assigned.get(i);
      shown.add("a" + i);
      placed.add(new PgDml.Assignment(a.variable(), a.operator(), a.type(), shown.size()));
    }
    if (identity.isPresent()) {
      shown.add(
          explicitIdentity
              ? "identity + 0 * hn.bump_identity("
                  + PgNames.literal(target.sql)
                  + ", "
                  + PgNames.literal(emission.names.bare(identity.get().name()))
                  + ", identity)"
              : "identity");
    }
    sql.append(" SELECT ").append(String.join(", ", shown)).append(" FROM d");
    return new PgDml(
        emission.finish(sql.toString(), toClient ? columns : List.of()),
        PgDml.Shape.ROWS,
        identity.isPresent(),
        placed);
  }

  /// OUTPUT's columns as `o0`, `o1` and so on.
  private void outputs(
      DmlPart.Output output, Kind kind, List<String> returning, List<ResultColumn> columns) {
    for (SelectElement element : output.elements()) {
      switch (element) {
        case SelectElement.Value v -> {
          SqlType type = QuerySql.column(expressions.type(v.value()));
          String name =
              v.alias()
                  .map(Identifier::value)
                  .orElseGet(() ->
                      v.value() instanceof Expression.ColumnReference c && !c.pseudo()
                          ? c.name().object().value()
                          : v.value() instanceof Expression.ColumnReference ? "$action" : "");
          returning.add(expressions.value(v.value(), type) + " AS o" + columns.size());
          columns.add(new ResultColumn(name, type, true, false, false));
        }
        case SelectElement.AllColumns all -> {
          for (ColumnBinding column : expressions.binding.star(all)) {
            returning.add(expressions.column(column) + " AS o" + columns.size());
            columns.add(
                new ResultColumn(
                    column.column().name(),
                    column.column().type(),
                    true,
                    column.column().identity(),
                    column.column().computed()));
          }
        }
        case SelectElement.Assignment _ -> throw SqlError.of(102, "'='");
      }
    }
  }

  private void variables(
      List<SetClause> clauses,
      DmlTarget target,
      List<String> returning,
      List<PgDml.Assignment> assigned) {
    for (SetClause clause : clauses) {
      if (clause instanceof SetClause.Column c && c.variable().isPresent()) {
        Column column = target.column(c.column().object().value());
        returning.add("new." + emission.names.column(column.name()) + " AS a" + assigned.size());
        assigned.add(
            new PgDml.Assignment(
                c.variable().get().name(), AssignmentOperator.ASSIGN, column.type(), 0));
      } else if (clause instanceof SetClause.Variable v) {
        List<Expression.Variable> used = new ArrayList<>();
        Trees.variables(v.value(), used);
        if (v.operator() != AssignmentOperator.ASSIGN
            || used.stream()
                .anyMatch(u -> emission.collation.same(u.name(), v.variable().name()))) {
          throw SqlError.unsupported("UPDATE ... SET of a variable from its own value");
        }
        // The columns of the target mean their values before the change.
        String alias = emission.alias(target.source);
        emission.setAlias(target.source, "old");
        returning.add(expressions.value(v.value()) + " AS a" + assigned.size());
        emission.setAlias(target.source, alias);
        assigned.add(
            new PgDml.Assignment(
                v.variable().name(), AssignmentOperator.ASSIGN, expressions.type(v.value()), 0));
      }
    }
  }

  private String image(
      String table,
      DmlTarget target,
      String row,
      String prefix,
      String condition,
      List<String> returning) {
    List<String> names = new ArrayList<>();
    List<String> held = new ArrayList<>();
    for (Column column : target.table.columns()) {
      String name = emission.names.column(column.name());
      names.add(name);
      held.add(prefix + held.size());
      returning.add(row + "." + name + " AS " + held.getLast());
    }
    return "image_"
        + row
        + " AS (INSERT INTO "
        + table
        + " ("
        + String.join(", ", names)
        + ", \"$action\") SELECT "
        + String.join(", ", held)
        + ", action FROM d WHERE "
        + condition
        + ")";
  }

  /// The rows that were, with their period closed at the time of the transaction.
  private String history(DmlTarget target, List<String> returning) {
    Table.SystemVersioning versioning = target.versioning().orElseThrow();
    List<String> names = new ArrayList<>();
    List<String> held = new ArrayList<>();
    for (Column column : target.table.columns()) {
      if (column.computed().isPresent() && !column.computed().get().persisted()) {
        continue;
      }
      String name = emission.names.column(column.name());
      names.add(name);
      if (emission.collation.same(column.name(), versioning.periodEnd())) {
        held.add("hn.transaction_time()");
      } else {
        String part = "h" + held.size();
        returning.add("old." + name + " AS " + part);
        held.add(part);
      }
    }
    String history =
        emission.names.object(
            versioning
                .history()
                .orElseThrow(() -> SqlError.unsupported("a history table without a name")));
    return "history AS (INSERT INTO "
        + history
        + " ("
        + String.join(", ", names)
        + ") SELECT "
        + String.join(", ", held)
        + " FROM d WHERE action <> 'INSERT')";
  }

  private String into(TableReference reference, DmlPart.Output output, List<ResultColumn> given) {
    TableSource source =
        expressions
            .binding
            .source(reference)
            .orElseThrow(() -> SqlError.unsupported("OUTPUT INTO a target of this form"));
    DmlTarget target = new DmlTarget(expressions, reference);
    List<Column> columns =
        output.intoColumns().isEmpty()
            ? target.insertable(false)
            : output.intoColumns().stream().map(i -> target.column(i.value())).toList();
    checkWidth(given.size(), columns.size());
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      target.checkInsert(columns.get(i), false, false);
      names.add(emission.names.column(columns.get(i).name()));
      cells.add(
          assignment.assign(
              "o" + i, given.get(i).type(), columns.get(i), source.relation().name()));
    }
    return "output_into AS (INSERT INTO "
        + target.sql
        + " ("
        + String.join(", ", names)
        + ") SELECT "
        + String.join(", ", cells)
        + " FROM d)";
  }
}
