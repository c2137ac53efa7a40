package io.hartonomous.introspect;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseOptions;
import java.util.Map;
import java.util.TreeMap;

/// Database options by the reference model's property names. All of them: a plan looks only at
/// those that its source states.
final class DatabaseReader {
  private static final Map<String, String> SWITCHES =
      Map.ofEntries(
          Map.entry("IsAnsiNullDefaultOn", "is_ansi_null_default_on"),
          Map.entry("IsAnsiNullsOn", "is_ansi_nulls_on"),
          Map.entry("IsAnsiPaddingOn", "is_ansi_padding_on"),
          Map.entry("IsAnsiWarningsOn", "is_ansi_warnings_on"),
          Map.entry("IsArithAbortOn", "is_arithabort_on"),
          Map.entry("IsAutoClose", "is_auto_close_on"),
          Map.entry("IsAutoShrink", "is_auto_shrink_on"),
          Map.entry("IsAutoUpdateStatisticsOn", "is_auto_update_stats_on"),
          Map.entry("IsAutoUpdateStatisticsAsyncOn", "is_auto_update_stats_async_on"),
          Map.entry("IsConcatNullYieldsNullOn", "is_concat_null_yields_null_on"),
          Map.entry("IsCursorCloseOnCommit", "is_cursor_close_on_commit_on"),
          Map.entry("IsDateCorrelationOptimizationOn", "is_date_correlation_on"),
          Map.entry("IsNumericRoundAbortOn", "is_numeric_roundabort_on"),
          Map.entry("IsQuotedIdentifierOn", "is_quoted_identifier_on"),
          Map.entry("IsReadCommittedSnapshot", "is_read_committed_snapshot_on"),
          Map.entry("IsRecursiveTriggersOn", "is_recursive_triggers_on"),
          Map.entry("IsTrustworthy", "is_trustworthy_on"),
          Map.entry("IsDbChainingOn", "is_db_chaining_on"),
          Map.entry("IsBrokerPriorityHonored", "is_honor_broker_priority_on"));

  private DatabaseReader() {}

  static DatabaseOptions read(Catalog catalog) throws IntrospectionException {
    if (catalog.rows(CatalogQuery.DATABASE).isEmpty()) {
      throw new IntrospectionException(
          "the login may not see database " + catalog.facts().database() + " in sys.databases");
    }
    CatalogRow row = catalog.rows(CatalogQuery.DATABASE).getFirst();
    Map<String, String> settings = new TreeMap<>();
    SWITCHES.forEach(
        (property, column) -> settings.put(property, row.flag(column) ? "True" : "False"));
    settings.put(
        "AllowSnapshotIsolation", row.number("snapshot_isolation_state") == 1 ? "True" : "False");
    settings.put("RecoveryMode", row.string("recovery_model_desc").replace("_", ""));
    settings.put("CompatibilityLevel", row.string("compatibility_level"));
    return new DatabaseOptions(
        catalog.facts().provider(), new Collation(catalog.facts().collation()), settings);
  }
}
