package io.hartonomous.engine.translate;

import io.hartonomous.bind.Relation;
import io.hartonomous.bind.TableSource;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table that a data change goes to, with what its columns allow.
final class DmlTarget {
  final TableSource source;
  final Table table;
  final String sql;
  final String alias;
  private final Emission emission;

  DmlTarget(ExpressionSql expressions, TableReference reference) {
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
      case CTE, DERIVED ->
          throw SqlError.unsupported(
              "a data change through the common table expression " + relation.name().name());
      default -> throw SqlError.unsupported("a data change of " + relation.name().quoted());
    }
    this.table = emission.context.table(relation).orElseGet(() -> plain(relation));
    this.sql = expressions.queries.from().table(relation);
    this.alias = emission.alias(source);
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
    return table.columns().stream()
        .filter(c -> emission.collation.same(c.name(), name))
        .findFirst()
        .orElseThrow(() -> SqlError.of(207, "'" + name + "'"));
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
      throw new SqlError(
          8102, 16, 1, "The identity column '" + column.name() + "' cannot be updated.");
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
