package io.hartonomous.engine.translate;

import io.hartonomous.model.Column;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MERGE.
final class MergeSql {
  private final DmlSql shared;
  private final ExpressionSql expressions;
  private final Emission emission;

  MergeSql(ExpressionSql expressions) {
    this.shared = new DmlSql(expressions);
    this.expressions = expressions;
    this.emission = expressions.emission;
  }

  PgDml merge(DmlStatement.Merge s, PgDml.Options options) {
    if (s.top().isPresent()) {
      throw SqlError.unsupported("MERGE TOP");
    }
    DmlTarget target = new DmlTarget(expressions, s.target());
    String with = expressions.queries.with(s.with(), s.options());
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
                .append(
                    String.join(
                        ", ", new UpdateSql(expressions).set(u.assignments(), target, null)));
        case DmlPart.MergeAction.Delete _ -> sql.append(" THEN DELETE");
        case DmlPart.MergeAction.Insert i -> {
          inserts = true;
          sql.append(" THEN INSERT ").append(mergeInsert(i, target, options.identityInsert()));
        }
      }
    }
    return new OutputSql(expressions)
        .finish(
            with,
            sql.toString(),
            target,
            DmlSql.Kind.MERGE,
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
      return shared.defaults(implied);
    }
    List<Expression> values = insert.values().get().values();
    DmlSql.checkWidth(values.size(), columns.size(), !insert.columns().isEmpty(), false);
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      target.checkInsert(columns.get(i), identityInsert, DmlSql.isDefault(values.get(i)));
      names.add(emission.names.column(columns.get(i).name()));
      cells.add(shared.value(values.get(i), columns.get(i), target));
    }
    for (Column column : implied) {
      names.add(emission.names.column(column.name()));
      cells.add(DmlTarget.impliedValue(column));
    }
    return "(" + String.join(", ", names) + ") VALUES (" + String.join(", ", cells) + ")";
  }
}
