package io.hartonomous.engine.translate;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The FROM clause of UPDATE and DELETE. PostgreSQL wants the target outside of it: inner joins are
/// taken apart into tables and conditions; where the target stands in an outer join or is looked at
/// by APPLY, rows are found by their address instead.
///
/// The price of addresses: a row that another transaction changes while the statement waits for it
/// is left out, where SQL Server would look at it again.
final class FromJoin {
  private final ExpressionSql expressions;
  private final DmlTarget target;
  private final List<TableReference> references;
  private final List<TableReference> others = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private boolean flat = true;
  private boolean found;

  private FromJoin(ExpressionSql expressions, DmlTarget target, List<TableReference> references) {
    this.expressions = expressions;
    this.target = target;
    this.references = references;
  }

  static FromJoin of(ExpressionSql expressions, DmlTarget target, List<TableReference> references) {
    FromJoin join = new FromJoin(expressions, target, references);
    references.forEach(join::flatten);
    return join;
  }

  private void flatten(TableReference reference) {
    switch (reference) {
      case TableReference.Join join -> {
        switch (join.kind()) {
          case INNER, CROSS -> {
            flatten(join.left());
            flatten(join.right());
            join.on().ifPresent(conditions::add);
          }
          default -> {
            flat &=
                !contains(join)
                    && join.kind() != TableReference.JoinKind.CROSS_APPLY
                    && join.kind() != TableReference.JoinKind.OUTER_APPLY;
            found |= contains(join);
            others.add(join);
          }
        }
      }
      case TableReference.Parenthesised p -> flatten(p.inner());
      default -> {
        if (isTarget(reference)) {
          found = true;
        } else {
          others.add(reference);
        }
      }
    }
  }

  private boolean isTarget(TableReference reference) {
    return expressions.binding.source(reference).filter(s -> s == target.source).isPresent();
  }

  private boolean contains(TableReference reference) {
    return switch (reference) {
      case TableReference.Join join -> contains(join.left()) || contains(join.right());
      case TableReference.Parenthesised p -> contains(p.inner());
      default -> isTarget(reference);
    };
  }

  boolean isFlat() {
    return flat && target.isDirect();
  }

  /// The other tables, after `keyword`.
  String from(String keyword) {
    return others.isEmpty() ? "" : keyword + expressions.queries.from().list(others);
  }

  String where(Optional<String> where) {
    List<String> all = new ArrayList<>();
    conditions.forEach(c -> all.add(expressions.conditions.write(c)));
    where.ifPresent(all::add);
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  /// The whole FROM, the target in it.
  String full() {
    String own = target.rows;
    if (references.isEmpty()) {
      return own;
    }
    String list = expressions.queries.from().list(references);
    return found ? list : own + " CROSS JOIN " + list;
  }
}
