package io.hartonomous.bind;

import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryPart.Hint;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Binds SELECT, INSERT, UPDATE, DELETE, MERGE and TRUNCATE.
final class DmlBinder {
  private DmlBinder() {}

  static void bind(Context c, DmlStatement statement, Scope outer) {
    rows(c, statement, outer);
  }

  /// What a data change inside FROM gives: the columns of its OUTPUT clause.
  static Rows outputOf(Context c, Statement statement, Scope outer) {
    return statement instanceof DmlStatement dml ? rows(c, dml, outer) : Rows.NONE;
  }

  private static Rows rows(Context c, DmlStatement statement, Scope outer) {
    return switch (statement) {
      case DmlStatement.Select s -> {
        CommonTables ctes = QueryBinder.with(c, s.with(), outer, outer.ctes);
        Rows rows = QueryBinder.bind(c, s.query(), outer, ctes);
        hints(c, s.options(), outer);
        yield rows;
      }
      case DmlStatement.Insert s -> insert(c, s, outer);
      case DmlStatement.Update s -> update(c, s, outer);
      case DmlStatement.Delete s -> delete(c, s, outer);
      case DmlStatement.Merge s -> merge(c, s, outer);
      case DmlStatement.Truncate s -> {
        TableReferenceBinder.relation(c, s.table(), CommonTables.NONE);
        s.partitions()
            .forEach(range -> {
              ExpressionBinder.bind(c, range.first(), outer);
              range.last().ifPresent(e -> ExpressionBinder.bind(c, e, outer));
            });
        yield Rows.NONE;
      }
    };
  }

  private static void hints(Context c, List<Hint> hints, Scope scope) {
    hints.forEach(h -> h.arguments().forEach(e -> ExpressionBinder.bind(c, e, scope)));
  }

  private static Rows insert(Context c, DmlStatement.Insert s, Scope outer) {
    CommonTables ctes = QueryBinder.with(c, s.with(), outer, outer.ctes);
    Scope scope = new Scope(outer, ctes);
    s.top().ifPresent(top -> ExpressionBinder.bind(c, top.count(), scope));
    TableSource target = target(c, s.target(), scope);
    for (Identifier column : s.columns()) {
      targetColumn(c, column, column.value(), target.relation());
    }
    int width = s.columns().isEmpty() ? insertable(target.relation()) : s.columns().size();
    boolean known = target.relation().complete() && !c.isMissing(target.relation());
    switch (s.source()) {
      case DmlPart.InsertSource.Values values -> {
        TableReferenceBinder.values(c, values.rows(), scope);
        for (DmlPart.RowValue row : values.rows()) {
          if ((known || !s.columns().isEmpty()) && row.values().size() != width) {
            c.report(Finding.Kind.INSERT_COLUMN_COUNT, row, target.relation().name().name());
          }
        }
      }
      case DmlPart.InsertSource.Query query -> {
        Rows rows = QueryBinder.bind(c, query.query(), scope, ctes);
        if ((known || !s.columns().isEmpty())
            && rows.complete()
            && rows.columns().size() != width) {
          c.report(Finding.Kind.INSERT_COLUMN_COUNT, query, target.relation().name().name());
        }
      }
      case DmlPart.InsertSource.Execute execute ->
          StatementBinder.bind(c, execute.execute(), scope);
      case DmlPart.InsertSource.DefaultValues _ -> {}
    }
    hints(c, s.options(), scope);
    return s.output()
        .map(output -> output(c, output, target.relation(), true, false, new Scope(outer, ctes)))
        .orElse(Rows.NONE);
  }

  /// How many values an INSERT without a column list takes.
  private static int insertable(Relation relation) {
    int count = 0;
    for (Relation.Column column : relation.columns()) {
      boolean given =
          !column.identity()
              && !column.computed()
              && !column.hidden()
              && column.type().base() != io.hartonomous.model.SqlType.Base.ROWVERSION;
      count += given ? 1 : 0;
    }
    return count;
  }

  /// The target of INSERT or MERGE.
  private static TableSource target(Context c, TableReference reference, Scope scope) {
    int before = scope.sources.size();
    TableReferenceBinder.bind(c, reference, scope, false);
    TableSource source =
        scope.sources.size() > before
            ? scope.sources.removeLast()
            : c.source(
                reference,
                "",
                new Relation(
                    new io.hartonomous.model.ObjectName("", ""),
                    Relation.Kind.DERIVED,
                    List.of(),
                    false));
    return source;
  }

  /// Checks a column of a target and notes its use. Gives its ordinal, or -1.
  static int targetColumn(Context c, Node node, String name, Relation relation) {
    int ordinal = checkColumn(c, node, name, relation);
    if (ordinal >= 0) {
      c.origin(relation, ordinal).ifPresent(d -> c.depend(d, ""));
    }
    return ordinal;
  }

  private static int checkColumn(Context c, Node node, String name, Relation relation) {
    int ordinal = ColumnResolver.ordinal(c.collation, relation, name);
    if (ordinal >= 0) {
      return ordinal;
    }
    if (relation.kind() == Relation.Kind.TEMPORARY_TABLE
        && !relation.complete()
        && !c.isAnnounced(relation.name().name())) {
      c.target(relation, name);
      c.report(Finding.Kind.COLUMN_OF_UNKNOWN, node, name, relation, true);
    } else if (c.isMissing(relation)) {
      c.report(Finding.Kind.COLUMN_OF_UNKNOWN, node, name, relation, true);
    } else if (relation.complete()) {
      c.report(Finding.Kind.UNKNOWN_COLUMN, node, name, relation, false);
    }
    return ordinal;
  }

  private static Rows update(Context c, DmlStatement.Update s, Scope outer) {
    CommonTables ctes = QueryBinder.with(c, s.with(), outer, outer.ctes);
    Scope scope = new Scope(outer, ctes);
    TableSource target = targetBesideFrom(c, s.target(), s.fromClause(), scope);
    s.top().ifPresent(top -> ExpressionBinder.bind(c, top.count(), scope));
    set(c, s.assignments(), target, scope);
    s.where().ifPresent(where -> ConditionBinder.bind(c, where, scope));
    hints(c, s.options(), scope);
    return s.output()
        .map(
            o -> output(c, o, target.relation(), true, true, beside(scope, target, s.fromClause())))
        .orElse(Rows.NONE);
  }

  private static Rows delete(Context c, DmlStatement.Delete s, Scope outer) {
    CommonTables ctes = QueryBinder.with(c, s.with(), outer, outer.ctes);
    Scope scope = new Scope(outer, ctes);
    TableSource target = targetBesideFrom(c, s.target(), s.fromClause(), scope);
    s.top().ifPresent(top -> ExpressionBinder.bind(c, top.count(), scope));
    s.where().ifPresent(where -> ConditionBinder.bind(c, where, scope));
    hints(c, s.options(), scope);
    return s.output()
        .map(o ->
            output(c, o, target.relation(), false, true, beside(scope, target, s.fromClause())))
        .orElse(Rows.NONE);
  }

  /// In OUTPUT the columns of FROM are in reach, those of the target only through `inserted` and
  /// `deleted`.
  private static Scope beside(Scope scope, TableSource target, List<TableReference> fromClause) {
    Scope result = new Scope(scope.parent, scope.ctes);
    if (!fromClause.isEmpty()) {
      scope.sources.stream().filter(source -> source != target).forEach(result.sources::add);
      result.nullSupplied.addAll(scope.nullSupplied);
    }
    return result;
  }

  /// The target of UPDATE and DELETE: an alias or a table of FROM where there is one of that name,
  /// else a table of its own.
  private static TableSource targetBesideFrom(
      Context c, TableReference reference, List<TableReference> fromClause, Scope scope) {
    for (TableReference table : fromClause) {
      TableReferenceBinder.bind(c, table, scope, false);
    }
    if (!fromClause.isEmpty()) {
      Optional<TableSource> inFrom = inFrom(c, reference, scope);
      if (inFrom.isPresent()) {
        c.out.put(reference, inFrom.get());
        return inFrom.get();
      }
    }
    int before = scope.sources.size();
    TableReferenceBinder.bind(c, reference, scope, false);
    return scope.sources.size() > before ? scope.sources.getLast() : target(c, reference, scope);
  }

  private static Optional<TableSource> inFrom(Context c, TableReference reference, Scope scope) {
    if (reference instanceof TableReference.Named named && named.alias().isEmpty()) {
      MultiPartName name = named.name();
      String object = name.object().value();
      if (name.parts().size() == 1) {
        for (TableSource source : scope.sources) {
          if (c.collation.same(source.exposedName(), object)) {
            return Optional.of(source);
          }
        }
      }
      // `UPDATE dbo.T SET ... FROM dbo.T AS x`: the one use of the table in FROM is meant.
      io.hartonomous.model.ObjectName full = c.objectName(name);
      List<TableSource> same =
          scope.sources.stream()
              .filter(s ->
                  c.collation.same(s.relation().name(), full)
                      && s.relation().kind() != Relation.Kind.INSERTED
                      && s.relation().kind() != Relation.Kind.DELETED
                      && ColumnResolver.isLasting(s.relation()))
              .toList();
      return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }
    if (reference instanceof TableReference.Variable variable) {
      return scope.sources.stream()
          .filter(s ->
              s.node() instanceof TableReference.Variable other
                  && c.collation.same(other.variable().name(), variable.variable().name()))
          .findFirst();
    }
    return Optional.empty();
  }

  private static void set(
      Context c, List<DmlPart.SetClause> clauses, TableSource target, Scope scope) {
    for (DmlPart.SetClause clause : clauses) {
      switch (clause) {
        case DmlPart.SetClause.Column column -> {
          column.variable().ifPresent(c::use);
          setColumn(c, column.column(), target, scope);
          ExpressionBinder.bind(c, column.value(), scope);
        }
        case DmlPart.SetClause.Variable variable -> {
          c.use(variable.variable());
          ExpressionBinder.bind(c, variable.value(), scope);
        }
        case DmlPart.SetClause.Method method -> {
          setColumn(c, method.column(), target, scope);
          method.arguments().forEach(e -> ExpressionBinder.bind(c, e, scope));
        }
      }
    }
  }

  private static void setColumn(Context c, MultiPartName name, TableSource target, Scope scope) {
    Relation relation = target.relation();
    String column = name.object().value();
    int ordinal = ColumnResolver.ordinal(c.collation, relation, column);
    if (ordinal >= 0) {
      boolean qualified = name.parts().size() > 1;
      c.origin(relation, ordinal)
          .ifPresent(d ->
              c.depend(
                  d,
                  qualified ? ColumnResolver.candidates(c, target, d, name.parts(), scope) : ""));
    } else {
      targetColumn(c, name, column, relation);
    }
  }

  private static Rows merge(Context c, DmlStatement.Merge s, Scope outer) {
    CommonTables ctes = QueryBinder.with(c, s.with(), outer, outer.ctes);
    Scope scope = new Scope(outer, ctes);
    TableReferenceBinder.bind(c, s.target(), scope, false);
    TableSource target =
        scope.sources.isEmpty() ? target(c, s.target(), scope) : scope.sources.getFirst();
    TableReferenceBinder.bind(c, s.source(), scope, false);
    s.top().ifPresent(top -> ExpressionBinder.bind(c, top.count(), scope));
    ConditionBinder.bind(c, s.on(), scope);
    for (DmlPart.MergeWhen when : s.clauses()) {
      switch (when.action()) {
        case DmlPart.MergeAction.Update update -> set(c, update.assignments(), target, scope);
        case DmlPart.MergeAction.Delete _ -> {}
        case DmlPart.MergeAction.Insert insert -> {
          for (Identifier column : insert.columns()) {
            targetColumn(c, column, column.value(), target.relation());
          }
          insert
              .values()
              .ifPresent(row -> row.values().forEach(e -> ExpressionBinder.bind(c, e, scope)));
        }
      }
      // After the action: the order in which the reference compiler notes uses.
      when.condition().ifPresent(condition -> ConditionBinder.bind(c, condition, scope));
    }
    hints(c, s.options(), scope);
    return s.output()
        .map(o -> {
          Scope outputScope = new Scope(outer, ctes);
          scope.sources.stream()
              .filter(source -> source != target)
              .forEach(source -> {
                outputScope.sources.add(source);
                outputScope.nullSupplied.add(source);
              });
          return output(c, o, target.relation(), true, true, outputScope);
        })
        .orElse(Rows.NONE);
  }

  private static Rows output(
      Context c,
      DmlPart.Output output,
      Relation target,
      boolean inserted,
      boolean deleted,
      Scope scope) {
    boolean both = inserted && deleted;
    if (inserted) {
      TableSource source =
          new TableSource(
              c.nextSource(),
              "inserted",
              TableReferenceBinder.image(c, target, Relation.Kind.INSERTED),
              output);
      scope.sources.add(source);
      if (both) {
        scope.nullSupplied.add(source);
      }
    }
    if (deleted) {
      TableSource source =
          new TableSource(
              c.nextSource(),
              "deleted",
              TableReferenceBinder.image(c, target, Relation.Kind.DELETED),
              output);
      scope.sources.add(source);
      if (both) {
        scope.nullSupplied.add(source);
      }
    }
    List<Rows.Output> outputs = new ArrayList<>();
    boolean complete = QueryBinder.selectList(c, output.elements(), scope, outputs);
    output
        .into()
        .ifPresent(into -> {
          TableSource intoTarget = target(c, into, new Scope(scope.parent, scope.ctes));
          output
              .intoColumns()
              .forEach(column -> targetColumn(c, column, column.value(), intoTarget.relation()));
        });
    return Rows.of(outputs, complete);
  }
}
