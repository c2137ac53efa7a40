package io.hartonomous.project;

import java.util.Map;
import java.util.Optional;

/// The properties of a project file that are options of the database, with the names that the
/// reference model has for them.
final class DatabaseProperties {
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("AnsiNullDefault", "IsAnsiNullDefaultOn"),
          Map.entry("AnsiNulls", "IsAnsiNullsOn"),
          Map.entry("AnsiPadding", "IsAnsiPaddingOn"),
          Map.entry("AnsiWarnings", "IsAnsiWarningsOn"),
          Map.entry("ArithAbort", "IsArithAbortOn"),
          Map.entry("ConcatNullYieldsNull", "IsConcatNullYieldsNullOn"),
          Map.entry("QuotedIdentifier", "IsQuotedIdentifierOn"),
          Map.entry("NumericRoundAbort", "IsNumericRoundAbortOn"),
          Map.entry("RecursiveTriggersEnabled", "IsRecursiveTriggersOn"),
          Map.entry("ReadCommittedSnapshot", "IsReadCommittedSnapshot"),
          Map.entry("AllowSnapshotIsolation", "IsAllowSnapshotIsolation"),
          Map.entry("AutoClose", "IsAutoCloseOn"),
          Map.entry("AutoShrink", "IsAutoShrinkOn"),
          Map.entry("AutoCreateStatistics", "IsAutoCreateStatisticsOn"),
          Map.entry("AutoUpdateStatistics", "IsAutoUpdateStatisticsOn"),
          Map.entry("Trustworthy", "IsTrustworthyOn"),
          Map.entry("DatabaseChaining", "IsDbChainingOn"),
          Map.entry("EnableFullTextSearch", "IsFullTextEnabled"));

  private DatabaseProperties() {}

  static Optional<Map.Entry<String, String>> setting(String property, String value) {
    String name = FLAGS.get(property);
    return name == null || value.isBlank()
        ? Optional.empty()
        : Optional.of(Map.entry(name, value.equalsIgnoreCase("true") ? "True" : "False"));
  }
}
