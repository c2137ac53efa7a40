package io.hartonomous.syntax;

import java.util.Set;

/// The words that may stand in places where the grammar has a list of its own: options, hints,
/// events.
///
/// Source: Microsoft Learn, the page of each statement; what the reference compiler takes.
final class Vocabulary {
  static final Set<String> INDEX_OPTIONS =
      Set.of(
          "PAD_INDEX",
          "FILLFACTOR",
          "SORT_IN_TEMPDB",
          "IGNORE_DUP_KEY",
          "STATISTICS_NORECOMPUTE",
          "STATISTICS_INCREMENTAL",
          "DROP_EXISTING",
          "ONLINE",
          "ALLOW_ROW_LOCKS",
          "ALLOW_PAGE_LOCKS",
          "OPTIMIZE_FOR_SEQUENTIAL_KEY",
          "MAXDOP",
          "DATA_COMPRESSION",
          "XML_COMPRESSION",
          "RESUMABLE",
          "MAX_DURATION",
          "BUCKET_COUNT",
          "COMPRESSION_DELAY",
          "LOB_COMPACTION",
          "COMPRESS_ALL_ROW_GROUPS",
          "WAIT_AT_LOW_PRIORITY",
          "MOVE",
          "ABORT_AFTER_WAIT");

  static final Set<String> TABLE_OPTIONS =
      Set.of(
          "SYSTEM_VERSIONING",
          "DATA_COMPRESSION",
          "XML_COMPRESSION",
          "MEMORY_OPTIMIZED",
          "DURABILITY",
          "LEDGER",
          "DATA_DELETION",
          "REMOTE_DATA_ARCHIVE",
          "DISTRIBUTION",
          "CLUSTERED",
          "HEAP",
          "PARTITION",
          "FILETABLE_DIRECTORY",
          "FILETABLE_COLLATE_FILENAME");

  static final Set<String> ALTER_TABLE_SET =
      Set.of(
          "SYSTEM_VERSIONING",
          "LOCK_ESCALATION",
          "FILESTREAM_ON",
          "DATA_DELETION",
          "REMOTE_DATA_ARCHIVE",
          "FILETABLE_DIRECTORY");

  static final Set<String> SET_ON_OFF =
      Set.of(
          "ANSI_DEFAULTS",
          "ANSI_NULL_DFLT_OFF",
          "ANSI_NULL_DFLT_ON",
          "ANSI_NULLS",
          "ANSI_PADDING",
          "ANSI_WARNINGS",
          "ARITHABORT",
          "ARITHIGNORE",
          "CONCAT_NULL_YIELDS_NULL",
          "CURSOR_CLOSE_ON_COMMIT",
          "FMTONLY",
          "FORCEPLAN",
          "IMPLICIT_TRANSACTIONS",
          "NOCOUNT",
          "NOEXEC",
          "NO_BROWSETABLE",
          "NUMERIC_ROUNDABORT",
          "PARSEONLY",
          "QUOTED_IDENTIFIER",
          "REMOTE_PROC_TRANSACTIONS",
          "SHOWPLAN_ALL",
          "SHOWPLAN_TEXT",
          "SHOWPLAN_XML",
          "XACT_ABORT");

  static final Set<String> SET_VALUE =
      Set.of(
          "DATEFIRST",
          "DATEFORMAT",
          "DEADLOCK_PRIORITY",
          "LANGUAGE",
          "LOCK_TIMEOUT",
          "QUERY_GOVERNOR_COST_LIMIT",
          "CONTEXT_INFO",
          "FIPS_FLAGGER");

  static final Set<String> PSEUDO_COLUMNS =
      Set.of(
          "$ACTION",
          "$CUID",
          "$EDGE_ID",
          "$FROM_ID",
          "$IDENTITY",
          "$NODE_ID",
          "$ROWGUID",
          "$TO_ID");

  static final Set<String> SET_STATISTICS = Set.of("IO", "PROFILE", "TIME", "XML");

  static final Set<String> CURSOR_OPTIONS =
      Set.of(
          "LOCAL",
          "GLOBAL",
          "FORWARD_ONLY",
          "SCROLL",
          "STATIC",
          "KEYSET",
          "DYNAMIC",
          "FAST_FORWARD",
          "READ_ONLY",
          "SCROLL_LOCKS",
          "OPTIMISTIC",
          "TYPE_WARNING",
          "INSENSITIVE");

  static final Set<String> RAISERROR_OPTIONS = Set.of("LOG", "NOWAIT", "SETERROR");

  static final Set<String> PROCEDURE_OPTIONS =
      Set.of("RECOMPILE", "ENCRYPTION", "SCHEMABINDING", "NATIVE_COMPILATION");

  static final Set<String> FUNCTION_OPTIONS =
      Set.of(
          "ENCRYPTION",
          "SCHEMABINDING",
          "NATIVE_COMPILATION",
          "RETURNS NULL ON NULL INPUT",
          "CALLED ON NULL INPUT",
          "INLINE");

  static final Set<String> TRIGGER_OPTIONS =
      Set.of("ENCRYPTION", "SCHEMABINDING", "NATIVE_COMPILATION");

  static final Set<String> VIEW_OPTIONS = Set.of("ENCRYPTION", "SCHEMABINDING", "VIEW_METADATA");

  static final Set<String> UPDATE_STATISTICS_OPTIONS =
      Set.of(
          "FULLSCAN",
          "SAMPLE",
          "RESAMPLE",
          "ALL",
          "COLUMNS",
          "INDEX",
          "NORECOMPUTE",
          "INCREMENTAL",
          "MAXDOP",
          "AUTO_DROP",
          "PERSIST_SAMPLE_PERCENT",
          "ROWCOUNT",
          "PAGECOUNT",
          "STATS_STREAM");

  static final Set<String> CREATE_STATISTICS_OPTIONS =
      Set.of(
          "FULLSCAN",
          "SAMPLE",
          "NORECOMPUTE",
          "INCREMENTAL",
          "MAXDOP",
          "AUTO_DROP",
          "PERSIST_SAMPLE_PERCENT",
          "STATS_STREAM");

  static final Set<String> QUERY_HINTS =
      Set.of(
          "RECOMPILE",
          "MAXDOP",
          "OPTIMIZE FOR",
          "OPTIMIZE FOR UNKNOWN",
          "USE HINT",
          "USE PLAN",
          "HASH JOIN",
          "LOOP JOIN",
          "MERGE JOIN",
          "OPTIMIZE CORRELATED UNION ALL",
          "SHRINKDB PLAN",
          "ALTERCOLUMN PLAN",
          "CHECKCONSTRAINTS PLAN",
          "KEEPFIXED PLAN",
          "KEEP PLAN",
          "ROBUST PLAN",
          "EXPAND VIEWS",
          "LABEL",
          "MAXRECURSION",
          "FAST",
          "FORCE ORDER",
          "ORDER GROUP",
          "HASH GROUP",
          "CONCAT UNION",
          "HASH UNION",
          "MERGE UNION",
          "IGNORE_NONCLUSTERED_COLUMNSTORE_INDEX",
          "PARAMETERIZATION FORCED",
          "PARAMETERIZATION SIMPLE",
          "QUERYTRACEON",
          "MAX_GRANT_PERCENT",
          "MIN_GRANT_PERCENT",
          "NO_PERFORMANCE_SPOOL",
          "FORCE EXTERNALPUSHDOWN",
          "DISABLE EXTERNALPUSHDOWN",
          "FORCE SCALEOUTEXECUTION",
          "DISABLE SCALEOUTEXECUTION",
          "TABLE HINT",
          "DISABLE_OPTIMIZED_PLAN_FORCING");

  private Vocabulary() {}
}
