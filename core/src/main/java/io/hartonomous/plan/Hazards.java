package io.hartonomous.plan;

import io.hartonomous.diff.PublishOption;
import io.hartonomous.diff.PublishOptions;
import io.hartonomous.diff.TypeChange;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What changes of tables put at risk, with the question that counts the rows.
final class Hazards {
  private final boolean blocks;
  private final boolean smartDefaults;

  Hazards(PublishOptions options) {
    blocks = options.is(PublishOption.BLOCK_ON_POSSIBLE_DATA_LOSS);
    smartDefaults = options.is(PublishOption.GENERATE_SMART_DEFAULTS);
  }

  Hazard dropsTable(Table table) {
    return Hazard.of(
        HazardKind.DROPS_TABLE,
        table.key(),
        Optional.empty(),
        "dropping " + table.key() + " deletes its rows",
        rows(table.name(), ""),
        blocks);
  }

  List<Hazard> dropsColumn(ObjectName table, Column column) {
    return column.computed().isPresent()
        ? List.of()
        : List.of(
            hazard(
                HazardKind.DROPS_COLUMN,
                table,
                column,
                "dropping column " + name(table, column) + " deletes what is in it",
                rows(table, "")));
  }

  List<Hazard> altersColumn(ObjectName table, Column before, Column after) {
    List<Hazard> hazards = new ArrayList<>();
    TypeChange change =
        before.computed().isPresent()
            ? TypeChange.LOSSLESS
            : TypeChange.of(before.type(), after.type());
    String name = Sql.name(before.name());
    if (change == TypeChange.IMPOSSIBLE && after.computed().isEmpty()
        || after.computed().isPresent() && before.computed().isEmpty()) {
      hazards.addAll(dropsColumn(table, before));
    } else if (change != TypeChange.LOSSLESS) {
      String condition =
          tooLong(before.type(), after.type())
              .map(bytes -> "DATALENGTH(" + name + ") > " + bytes)
              .orElse(name + " IS NOT NULL");
      hazards.add(
          hazard(
              HazardKind.NARROWS_COLUMN,
              table,
              before,
              "changing column "
                  + name(table, before)
                  + " from "
                  + before.type()
                  + " to "
                  + after.type()
                  + " may cut, round or refuse its values",
              rows(table, " WHERE " + condition)));
    }
    if (before.nullable() && !after.nullable() && after.computed().isEmpty() && !smartDefaults) {
      hazards.add(
          hazard(
              HazardKind.REQUIRES_VALUES,
              table,
              before,
              "column " + name(table, before) + " is to be NOT NULL, but may hold NULL",
              rows(table, " WHERE " + name + " IS NULL")));
    }
    return hazards;
  }

  List<Hazard> addsColumn(ObjectName table, Column column) {
    boolean filled =
        column.nullable()
            || column.defaultConstraint().isPresent()
            || column.computed().isPresent()
            || column.identity().isPresent()
            || column.generatedAlways().isPresent()
            || column.type().base() == SqlType.Base.ROWVERSION
            || smartDefaults;
    return filled
        ? List.of()
        : List.of(
            hazard(
                HazardKind.ADDS_REQUIRED_COLUMN,
                table,
                column,
                "column "
                    + name(table, column)
                    + " is NOT NULL and has no default, so rows that exist have no value for it",
                rows(table, "")));
  }

  Hazard rebuilds(Table table) {
    return Hazard.of(
        HazardKind.REBUILDS_TABLE,
        table.key(),
        Optional.empty(),
        "the rows of " + table.key() + " move to a new table, which takes time and space",
        rows(table.name(), ""),
        false);
  }

  /// The bytes that a value may have, where only longer ones are lost.
  private static Optional<Integer> tooLong(SqlType before, SqlType after) {
    if (before.base() != after.base() || after.isMax() || after.length() == 0) {
      return Optional.empty();
    }
    return switch (before.base()) {
      case VARCHAR, VARBINARY -> Optional.of(after.length());
      case NVARCHAR -> Optional.of(after.length() * 2);
      default -> Optional.empty();
    };
  }

  private Hazard hazard(
      HazardKind kind, ObjectName table, Column column, String message, String count) {
    return Hazard.of(
        kind,
        ObjectKey.of(ObjectKind.TABLE, table),
        Optional.of(column.name()),
        message,
        count,
        blocks);
  }

  private static String name(ObjectName table, Column column) {
    return table.quoted() + "." + Sql.name(column.name());
  }

  private static String rows(ObjectName table, String where) {
    return "SELECT COUNT_BIG(*) FROM " + table.quoted() + where;
  }
}
