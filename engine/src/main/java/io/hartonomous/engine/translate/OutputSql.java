package io.hartonomous.engine.translate;

import io.hartonomous.bind.ColumnBinding;
import io.hartonomous.bind.TableSource;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.Column;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlPart.SetClause;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a change gives beside its count: OUTPUT, the identity value, variables set by UPDATE, the
/// row images for triggers, the history of a temporal table. The change becomes the part `d` of a
/// WITH, from which everything else is taken.
final class OutputSql {
  private final DmlSql shared;
  private final ExpressionSql expressions;
  private final Emission emission;

  OutputSql(ExpressionSql expressions) {
    this.shared = new DmlSql(expressions);
    this.expressions = expressions;
    this.emission = expressions.emission;
  }

  PgDml finish(
      String with,
      String body,
      DmlTarget target,
      DmlSql.Kind kind,
      Optional<DmlPart.Output> output,
      List<SetClause> assignments,
      PgDml.Options options,
      Optional<Column> identity,
      boolean explicitIdentity) {
    boolean history = kind != DmlSql.Kind.INSERT && target.versioning().isPresent();
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
    emission.changed = Optional.of(target.table);
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
            (kind == DmlSql.Kind.MERGE
                    ? "CASE WHEN merge_action() = 'INSERT' THEN new."
                        + emission.names.column(i.name())
                        + " END"
                    : "new." + emission.names.column(i.name()))
                + " AS identity"));
    List<String> parts = new ArrayList<>();
    if (history) {
      parts.add(new HistorySql(emission).part(target, returning));
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
      DmlPart.Output output, DmlSql.Kind kind, List<String> returning, List<ResultColumn> columns) {
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
      String value =
          column.computed().isPresent()
              ? emission
                  .context
                  .computed(target.source.relation(), Optional.of(target.table), column.name(), row)
                  .orElse(row + "." + name)
              : row + "." + name;
      returning.add(value + " AS " + held.getLast());
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
    DmlSql.checkWidth(given.size(), columns.size(), false, true);
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      target.checkInsert(columns.get(i), false, false);
      names.add(emission.names.column(columns.get(i).name()));
      cells.add(
          shared.assignment.assign(
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
