package io.hartonomous.engine.translate;

import io.hartonomous.bind.Relation;
import io.hartonomous.bind.TableSource;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table that a data change goes to, with what its columns allow.
final class DmlTarget {
  /// The column that a common table expression gets for the addresses of its rows.
  static final String ADDRESS = "\"=row\"";

  final TableSource source;
  final Table table;
  final String sql;
  final String alias;

  /// The address of a row of the table, in a query over [#rows].
  final String address;

  /// What FROM names the target by, with its alias.
  final String rows;

  /// For a common table expression: which column of the table each of its columns is.
  private final Map<String, Column> through = new HashMap<>();

  private final Emission emission;

  DmlTarget(ExpressionSql expressions, TableReference reference) {
    this(expressions, reference, Optional.empty());
  }

  /// `with` is the statement's own: the target may be one of its expressions, over one table.
  DmlTarget(ExpressionSql expressions, TableReference reference, Optional<QueryPart.With> with) {
    this.emission = expressions.emission;
    this.source =
        expressions
            .binding
            .source(reference)
            .orElseThrow(() -> SqlError.unsupported("a data change with a target of this form"));
    Relation relation = source.relation();
    switch (relation.kind()) {
      case TABLE, TEMPORARY_TABLE, TABLE_VARIABLE -> {}
      case VIEW ->
          throw SqlError.unsupported("a data change through the view " + relation.name().quoted());
      case CTE -> {}
      case DERIVED -> throw SqlError.unsupported("a data change through a derived table");
      default -> throw SqlError.unsupported("a data change of " + relation.name().quoted());
    }
    this.alias = emission.alias(source);
    if (relation.kind() == Relation.Kind.CTE) {
      QueryPart.CommonTableExpression cte = expression(relation, with);
      TableSource base = base(expressions, cte);
      this.table = emission.context.table(base.relation()).orElseGet(() -> plain(base.relation()));
      this.sql = expressions.queries.from().table(base.relation());
      this.address = alias + "." + ADDRESS;
      this.rows = expressions.queries.from().table(relation) + " AS " + alias;
      map(expressions, cte, base, relation);
      emission.addressed.put(cte, emission.alias(base) + ".ctid");
      return;
    }
    this.table = emission.context.table(relation).orElseGet(() -> plain(relation));
    this.sql = expressions.queries.from().table(relation);
    this.address = alias + ".ctid";
    this.rows = sql + " AS " + alias;
  }

  boolean isDirect() {
    return source.relation().kind() != Relation.Kind.CTE;
  }

  private QueryPart.CommonTableExpression expression(
      Relation relation, Optional<QueryPart.With> with) {
    return with.stream()
        .flatMap(w -> w.expressions().stream())
        .filter(e -> emission.collation.same(e.name().value(), relation.name().name()))
        .findFirst()
        .orElseThrow(() -> SqlError.unsupported("a data change through " + relation.name().name()));
  }

  /// The one base table of a common table expression that keeps the rows of that table.
  private static TableSource base(ExpressionSql expressions, QueryPart.CommonTableExpression cte) {
    if (!(cte.query() instanceof QueryExpression.Specification s)
        || s.groupBy().isPresent()
        || s.quantifier().filter(q -> q == Expression.SetQuantifier.DISTINCT).isPresent()
        || s.fromClause().size() != 1
        || s.top().filter(QueryPart.Top::percent).isPresent()
        || !(s.fromClause().getFirst() instanceof TableReference.Named
            || s.fromClause().getFirst() instanceof TableReference.Variable)) {
      throw SqlError.unsupported(
          "a data change through the common table expression "
              + cte.name().value()
              + ", which is more than a choice of rows of one table");
    }
    TableSource base = expressions.binding.source(s.fromClause().getFirst()).orElseThrow();
    return switch (base.relation().kind()) {
      case TABLE, TEMPORARY_TABLE, TABLE_VARIABLE -> base;
      default ->
          throw SqlError.unsupported(
              "a data change through a common table expression over " + base.relation().name());
    };
  }

  private void map(
      ExpressionSql expressions,
      QueryPart.CommonTableExpression cte,
      TableSource base,
      Relation relation) {
    List<Optional<String>> origins = new ArrayList<>();
    for (QueryPart.SelectElement element :
        ((QueryExpression.Specification) cte.query()).elements()) {
      switch (element) {
        case QueryPart.SelectElement.AllColumns all ->
            expressions.binding.star(all).forEach(c -> origins.add(Optional.of(c.column().name())));
        case QueryPart.SelectElement.Value v ->
            origins.add(
                v.value() instanceof Expression.ColumnReference c
                    ? expressions
                        .binding
                        .column(c)
                        .filter(b -> b.source() == base)
                        .map(b -> b.column().name())
                    : Optional.empty());
        case QueryPart.SelectElement.Assignment _ -> throw SqlError.of(141);
      }
    }
    for (int i = 0; i < origins.size(); i++) {
      String name = relation.columns().get(i).name();
      origins.get(i).ifPresent(o -> through.put(emission.collation.key(name), baseColumn(o)));
    }
  }

  private Column baseColumn(String name) {
    return table.columns().stream()
        .filter(c -> emission.collation.same(c.name(), name))
        .findFirst()
        .orElseThrow(() -> SqlError.of(207, name));
  }

  /// A table that is known by its columns alone.
  private static Table plain(Relation relation) {
    List<Column> columns = new ArrayList<>();
    for (Relation.Column column : relation.columns()) {
      Column plain = Column.of(column.name(), column.type(), column.nullable());
      columns.add(
          column.identity()
              ? new Column(
                  column.name(),
                  column.type(),
                  false,
                  Optional.of(Column.Identity.DEFAULT),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  false,
                  false,
                  false,
                  Optional.empty())
              : plain);
    }
    return new Table(relation.name(), columns, List.of(), List.of(), Table.TableOptions.DEFAULT);
  }

  ObjectName name() {
    return table.name();
  }

  Collation collation() {
    return emission.collation;
  }

  Column column(String name) {
    if (!isDirect()) {
      Column column = through.get(emission.collation.key(name));
      if (column == null) {
        throw SqlError.of(4406, name, source.relation().name().name());
      }
      return column;
    }
    return table.columns().stream()
        .filter(c -> emission.collation.same(c.name(), name))
        .findFirst()
        .orElseThrow(() -> SqlError.of(207, name));
  }

  Optional<Column> identity() {
    return table.columns().stream().filter(c -> c.identity().isPresent()).findFirst();
  }

  static boolean generated(Column column) {
    return column.computed().isPresent()
        || column.type().base() == Base.ROWVERSION
        || column.generatedAlways().isPresent();
  }

  /// The columns that INSERT without a list means.
  List<Column> insertable(boolean identityInsert) {
    return table.columns().stream()
        .filter(c -> !generated(c) && (identityInsert || c.identity().isEmpty()))
        .toList();
  }

  void checkInsert(Column column, boolean identityInsert, boolean onlyDefaults) {
    if (column.computed().isPresent()) {
      throw SqlError.of(271, "'" + column.name() + "'");
    }
    if (column.type().base() == Base.ROWVERSION && !onlyDefaults) {
      throw SqlError.of(273);
    }
    if (column.generatedAlways().isPresent() && !onlyDefaults) {
      throw SqlError.of(
          13536, emission.context.database() + "." + name().schema() + "." + name().name());
    }
    if (column.identity().isPresent() && !identityInsert) {
      throw SqlError.of(544, name().name());
    }
  }

  void checkUpdate(Column column) {
    if (column.computed().isPresent()) {
      throw SqlError.of(271, "'" + column.name() + "'");
    }
    if (column.type().base() == Base.ROWVERSION) {
      throw SqlError.of(272);
    }
    if (column.identity().isPresent()) {
      throw SqlError.of(8102, column.name());
    }
    if (column.generatedAlways().isPresent()) {
      throw SqlError.of(
          13537, emission.context.database() + "." + name().schema() + "." + name().name());
    }
  }

  Optional<Table.SystemVersioning> versioning() {
    return table.options().systemVersioning().filter(Table.SystemVersioning::on);
  }

  /// What every UPDATE sets beside what was written: the start of the period, and rowversion.
  List<String> implied() {
    List<String> result = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.type().base() == Base.ROWVERSION) {
        result.add(emission.names.column(column.name()) + " = hn.next_rowversion()");
      } else if (column
          .generatedAlways()
          .filter(g -> g == Column.GeneratedAlways.ROW_START)
          .isPresent()) {
        result.add(emission.names.column(column.name()) + " = hn.transaction_time()");
      }
    }
    return result;
  }

  /// What every INSERT gives beside what was written: the period and rowversion. A DEFAULT on a
  /// period column does not count on the server either.
  List<Column> impliedColumns() {
    return table.columns().stream()
        .filter(c -> c.type().base() == Base.ROWVERSION || c.generatedAlways().isPresent())
        .toList();
  }

  static String impliedValue(Column column) {
    if (column.type().base() == Base.ROWVERSION) {
      return "hn.next_rowversion()";
    }
    return switch (column.generatedAlways().orElseThrow()) {
      case ROW_START -> "hn.transaction_time()";
      case ROW_END -> "timestamp '9999-12-31 23:59:59.999999'";
      default -> throw SqlError.unsupported("ledger columns");
    };
  }
}
