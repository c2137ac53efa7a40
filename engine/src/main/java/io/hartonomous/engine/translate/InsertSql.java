package io.hartonomous.engine.translate;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.Column;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// INSERT.
final class InsertSql {
  private final DmlSql shared;
  private final ExpressionSql expressions;
  private final Emission emission;

  InsertSql(ExpressionSql expressions) {
    this.shared = new DmlSql(expressions);
    this.expressions = expressions;
    this.emission = expressions.emission;
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
          throw SqlError.of(264, column.name());
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
    String with = expressions.queries.with(s.with(), s.options());
    String body =
        switch (s.source()) {
          case DmlPart.InsertSource.DefaultValues _ ->
              "INSERT INTO " + target.sql + " AS " + target.alias + shared.defaults(implied);
          case DmlPart.InsertSource.Values values ->
              head + " " + values(s, values, columns, rest, target);
          case DmlPart.InsertSource.Query query ->
              head + " " + query(s, query, columns, rest, target);
          case DmlPart.InsertSource.Execute _ ->
              throw new IllegalArgumentException("INSERT ... EXECUTE is the interpreter's");
        };
    Optional<Column> identity = target.identity();
    return new OutputSql(expressions)
        .finish(
            with,
            body,
            target,
            DmlSql.Kind.INSERT,
            s.output(),
            List.of(),
            options,
            identity,
            explicitIdentity);
  }

  private static boolean onlyDefaults(DmlPart.InsertSource source, int index) {
    return source instanceof DmlPart.InsertSource.Values values
        && values.rows().stream()
            .allMatch(r -> index < r.values().size() && DmlSql.isDefault(r.values().get(index)));
  }

  private String values(
      DmlStatement.Insert s,
      DmlPart.InsertSource.Values values,
      List<Column> columns,
      String rest,
      DmlTarget target) {
    boolean named = !s.columns().isEmpty();
    if (s.top().isPresent()) {
      throw SqlError.unsupported("INSERT TOP with VALUES");
    }
    List<String> rows = new ArrayList<>();
    for (DmlPart.RowValue row : values.rows()) {
      DmlSql.checkWidth(row.values().size(), columns.size(), named, false);
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.values().size(); i++) {
        cells.add(shared.value(row.values().get(i), columns.get(i), target));
      }
      rows.add("(" + String.join(", ", cells) + rest + ")");
    }
    return "VALUES " + String.join(", ", rows);
  }

  private String query(
      DmlStatement.Insert s,
      DmlPart.InsertSource.Query query,
      List<Column> columns,
      String rest,
      DmlTarget target) {
    boolean named = !s.columns().isEmpty();
    List<Relation.Column> given = expressions.binding.columns(query.query());
    DmlSql.checkWidth(given.size(), columns.size(), named, true);
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      names.add("c" + i);
      cells.add(
          shared.assignment.assign(
              "q.c" + i, QuerySql.column(given.get(i).type()), columns.get(i), target.name()));
    }
    String limit =
        s.top()
            .map(t -> " LIMIT (" + expressions.value(t.count(), SqlType.BIGINT) + ")")
            .orElse("");
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
}
