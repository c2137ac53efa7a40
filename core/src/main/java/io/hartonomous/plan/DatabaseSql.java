package io.hartonomous.plan;

import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// ALTER DATABASE SET for the options that a source states, by the reference model's property
/// names. Source: Microsoft Learn, "ALTER DATABASE SET options (Transact-SQL)".
final class DatabaseSql {
  private static final Map<String, String> SWITCHES =
      Map.ofEntries(
          Map.entry("IsAnsiNullDefaultOn", "ANSI_NULL_DEFAULT"),
          Map.entry("IsAnsiNullsOn", "ANSI_NULLS"),
          Map.entry("IsAnsiPaddingOn", "ANSI_PADDING"),
          Map.entry("IsAnsiWarningsOn", "ANSI_WARNINGS"),
          Map.entry("IsArithAbortOn", "ARITHABORT"),
          Map.entry("IsAutoClose", "AUTO_CLOSE"),
          Map.entry("IsAutoShrink", "AUTO_SHRINK"),
          Map.entry("IsAutoUpdateStatisticsOn", "AUTO_UPDATE_STATISTICS"),
          Map.entry("IsAutoUpdateStatisticsAsyncOn", "AUTO_UPDATE_STATISTICS_ASYNC"),
          Map.entry("IsConcatNullYieldsNullOn", "CONCAT_NULL_YIELDS_NULL"),
          Map.entry("IsCursorCloseOnCommit", "CURSOR_CLOSE_ON_COMMIT"),
          Map.entry("IsDateCorrelationOptimizationOn", "DATE_CORRELATION_OPTIMIZATION"),
          Map.entry("IsNumericRoundAbortOn", "NUMERIC_ROUNDABORT"),
          Map.entry("IsQuotedIdentifierOn", "QUOTED_IDENTIFIER"),
          Map.entry("IsReadCommittedSnapshot", "READ_COMMITTED_SNAPSHOT"),
          Map.entry("IsRecursiveTriggersOn", "RECURSIVE_TRIGGERS"),
          Map.entry("IsTrustworthy", "TRUSTWORTHY"),
          Map.entry("IsDbChainingOn", "DB_CHAINING"),
          Map.entry("IsBrokerPriorityHonored", "HONOR_BROKER_PRIORITY"));

  private DatabaseSql() {}

  static List<Batch> alter(DatabaseOptions before, DatabaseOptions after, ObjectKey database) {
    List<Batch> batches = new ArrayList<>();
    after
        .settings()
        .forEach((name, value) -> {
          if (!value.equalsIgnoreCase(before.settings().getOrDefault(name, ""))) {
            batches.add(
                Batch.of("ALTER DATABASE CURRENT SET " + clause(name, value, database) + ";"));
          }
        });
    return batches;
  }

  private static String clause(String name, String value, ObjectKey database) {
    String on = value.equalsIgnoreCase("true") ? "ON" : "OFF";
    String option = SWITCHES.get(name);
    if (option != null) {
      // Without it the statement waits until nobody else is in the database.
      return option
          + " "
          + on
          + (option.equals("READ_COMMITTED_SNAPSHOT") ? " WITH ROLLBACK IMMEDIATE" : "");
    }
    return switch (name) {
      case "RecoveryMode" ->
          "RECOVERY " + value.toUpperCase(Locale.ROOT).replace("BULKLOGGED", "BULK_LOGGED");
      case "AllowSnapshotIsolation" -> "ALLOW_SNAPSHOT_ISOLATION " + on;
      case "CompatibilityLevel" -> "COMPATIBILITY_LEVEL = " + value;
      case "TargetRecoveryTimePeriod" -> "TARGET_RECOVERY_TIME = " + value + " SECONDS";
      case "DelayedDurabilityMode" -> "DELAYED_DURABILITY = " + value.toUpperCase(Locale.ROOT);
      default ->
          throw new UnsupportedChangeException(
              database, "the database option " + name + " is not supported");
    };
  }
}
