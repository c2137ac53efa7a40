package io.hartonomous.introspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The questions asked of a database, one for each catalog view. They are plain on purpose: rows
/// are put together here, not by the server.
///
/// Source: Microsoft Learn, "System catalog views (Transact-SQL)". Columns that older versions lack
/// are listed with the version that brought them.
enum CatalogQuery {
  SCHEMAS("sys.schemas", "schema_id, name, principal_id", ""),
  PRINCIPALS(
      "sys.database_principals",
      "principal_id, name, type, default_schema_name, owning_principal_id, is_fixed_role,"
          + " authentication_type, SUSER_SNAME(sid) AS login_name",
      ""),
  ROLE_MEMBERS("sys.database_role_members", "role_principal_id, member_principal_id", ""),
  OBJECTS(
      "sys.objects",
      "object_id, schema_id, name, parent_object_id, type",
      "WHERE is_ms_shipped = 0"),
  TYPES(
      "sys.types",
      "user_type_id, system_type_id, schema_id, name, max_length, precision, scale, is_nullable,"
          + " is_user_defined, is_table_type, is_assembly_type",
      ""),
  TABLE_TYPES("sys.table_types", "user_type_id, type_table_object_id, is_memory_optimized", ""),
  TABLES(
      "sys.tables",
      "object_id, temporal_type, history_table_id, is_memory_optimized, durability_desc,"
          + " lock_escalation_desc, uses_ansi_nulls, is_filetable"
          + optional(
              13,
              "is_external",
              14,
              "is_node",
              14,
              "is_edge",
              14,
              "history_retention_period",
              14,
              "history_retention_period_unit_desc"),
      "WHERE is_ms_shipped = 0"),
  COLUMNS(
      "sys.columns",
      "object_id, column_id, name, user_type_id, system_type_id, max_length, precision, scale,"
          + " is_nullable, collation_name, is_identity, is_computed, is_rowguidcol, is_sparse,"
          + " is_filestream, is_column_set"
          + optional(
              13,
              "generated_always_type",
              13,
              "is_hidden",
              13,
              "is_masked",
              13,
              "encryption_type",
              14,
              "graph_type",
              17,
              "vector_dimensions"),
      "WHERE object_id IN (SELECT object_id FROM sys.objects WHERE is_ms_shipped = 0)"
          + " OR object_id IN (SELECT type_table_object_id FROM sys.table_types)"
          + " ORDER BY object_id, column_id"),
  IDENTITIES(
      "sys.identity_columns",
      "object_id, column_id, CONVERT(nvarchar(60), seed_value) AS seed,"
          + " CONVERT(nvarchar(60), increment_value) AS increment, is_not_for_replication",
      ""),
  COMPUTED("sys.computed_columns", "object_id, column_id, definition, is_persisted", ""),
  MASKED("sys.masked_columns", "object_id, column_id, masking_function", "WHERE is_masked = 1"),
  DEFAULTS(
      "sys.default_constraints",
      "object_id, parent_object_id, parent_column_id, name, definition, is_system_named",
      ""),
  KEYS(
      "sys.key_constraints",
      "object_id, parent_object_id, name, type, unique_index_id, is_system_named",
      ""),
  CHECKS(
      "sys.check_constraints",
      "object_id, parent_object_id, name, definition, is_disabled, is_not_trusted,"
          + " is_not_for_replication, is_system_named",
      ""),
  FOREIGN_KEYS(
      "sys.foreign_keys",
      "object_id, parent_object_id, referenced_object_id, name, delete_referential_action,"
          + " update_referential_action, is_disabled, is_not_trusted, is_not_for_replication,"
          + " is_system_named",
      ""),
  FOREIGN_KEY_COLUMNS(
      "sys.foreign_key_columns",
      "constraint_object_id, constraint_column_id, parent_column_id, referenced_column_id",
      "ORDER BY constraint_object_id, constraint_column_id"),
  INDEXES(
      "sys.indexes",
      "object_id, index_id, name, type, is_unique, is_primary_key, is_unique_constraint,"
          + " fill_factor, is_padded, ignore_dup_key, allow_row_locks, allow_page_locks,"
          + " filter_definition, is_disabled, data_space_id"
          + optional(15, "optimize_for_sequential_key"),
      "WHERE is_hypothetical = 0 AND (object_id IN (SELECT object_id FROM sys.objects WHERE"
          + " is_ms_shipped = 0) OR object_id IN (SELECT type_table_object_id FROM"
          + " sys.table_types))"),
  INDEX_COLUMNS(
      "sys.index_columns",
      "object_id, index_id, index_column_id, column_id, key_ordinal, partition_ordinal,"
          + " is_descending_key, is_included_column",
      "WHERE object_id IN (SELECT object_id FROM sys.objects WHERE is_ms_shipped = 0) OR object_id"
          + " IN (SELECT type_table_object_id FROM sys.table_types)"
          + " ORDER BY object_id, index_id, key_ordinal, index_column_id"),
  STATISTICS("sys.stats", "object_id, stats_id", "WHERE no_recompute = 1"),
  COMPRESSION(
      "sys.partitions",
      "object_id, index_id, data_compression_desc",
      "WHERE partition_number = 1 AND data_compression <> 0"),
  DATA_SPACES("sys.data_spaces", "data_space_id, name, type", ""),
  PERIODS("sys.periods", "object_id, start_column_id, end_column_id", ""),
  MODULES(
      "sys.sql_modules",
      "object_id, definition, uses_ansi_nulls, uses_quoted_identifier, is_schema_bound",
      "WHERE object_id IN (SELECT object_id FROM sys.objects WHERE is_ms_shipped = 0)"
          + " OR object_id IN (SELECT object_id FROM sys.triggers WHERE is_ms_shipped = 0)"),
  TRIGGERS(
      "sys.triggers",
      "object_id, name, parent_class, parent_id, is_disabled, is_instead_of_trigger, type",
      "WHERE is_ms_shipped = 0"),
  TRIGGER_EVENTS("sys.trigger_events", "object_id, type, type_desc", "ORDER BY object_id, type"),
  PARAMETERS(
      "sys.parameters",
      "object_id, parameter_id, name, user_type_id, system_type_id, max_length, precision, scale,"
          + " is_output, is_readonly"
          + optional(CatalogQuery.LISTED, "vector_dimensions"),
      "WHERE object_id IN (SELECT object_id FROM sys.objects WHERE is_ms_shipped = 0)"
          + " ORDER BY object_id, parameter_id"),
  SEQUENCES(
      "sys.sequences",
      "object_id, user_type_id, system_type_id, precision, scale,"
          + " CONVERT(nvarchar(60), start_value) AS start_value,"
          + " CONVERT(nvarchar(60), increment) AS increment,"
          + " CONVERT(nvarchar(60), minimum_value) AS minimum_value,"
          + " CONVERT(nvarchar(60), maximum_value) AS maximum_value, is_cycling, is_cached,"
          + " cache_size",
      ""),
  SYNONYMS("sys.synonyms", "object_id, base_object_name", ""),
  PERMISSIONS(
      "sys.database_permissions",
      "class, major_id, minor_id, grantee_principal_id, permission_name, state",
      "WHERE major_id >= 0"),
  PROPERTIES(
      "sys.extended_properties",
      "class, major_id, minor_id, name, CONVERT(nvarchar(4000), value) AS value,"
          + " CONVERT(nvarchar(128), SQL_VARIANT_PROPERTY(value, 'BaseType')) AS base_type",
      ""),
  DEPENDENCIES(
      "sys.sql_expression_dependencies",
      "referencing_id, referencing_class, referenced_class, referenced_schema_name,"
          + " referenced_entity_name, referenced_id",
      "WHERE referenced_database_name IS NULL AND referenced_server_name IS NULL"),
  PARTITION_FUNCTIONS("sys.partition_functions", "function_id, name, boundary_value_on_right", ""),
  PARTITION_PARAMETERS(
      "sys.partition_parameters",
      "function_id, user_type_id, system_type_id, max_length, precision, scale",
      ""),
  PARTITION_VALUES(
      "sys.partition_range_values",
      "function_id, boundary_id, CONVERT(nvarchar(4000), value, 126) AS value",
      "ORDER BY function_id, boundary_id"),
  PARTITION_SCHEMES("sys.partition_schemes", "data_space_id, name, function_id", ""),
  DESTINATIONS(
      "sys.destination_data_spaces",
      "partition_scheme_id, destination_id, data_space_id",
      "ORDER BY partition_scheme_id, destination_id"),
  DATABASE(
      "sys.databases",
      "is_ansi_null_default_on, is_ansi_nulls_on, is_ansi_padding_on, is_ansi_warnings_on,"
          + " is_arithabort_on, is_auto_close_on, is_auto_shrink_on, is_auto_update_stats_on,"
          + " is_auto_update_stats_async_on, is_concat_null_yields_null_on,"
          + " is_cursor_close_on_commit_on, is_date_correlation_on, is_numeric_roundabort_on,"
          + " is_quoted_identifier_on, is_read_committed_snapshot_on, is_recursive_triggers_on,"
          + " is_trustworthy_on, is_db_chaining_on, is_honor_broker_priority_on,"
          + " snapshot_isolation_state, recovery_model_desc, compatibility_level",
      "WHERE database_id = DB_ID()");

  private static final String MARK = "@";

  /// A column that is asked for only where the server lists it.
  private static final int LISTED = 99;

  private final String view;
  private final String columns;
  private final String tail;

  CatalogQuery(String view, String columns, String tail) {
    this.view = view;
    this.columns = columns;
    this.tail = tail;
  }

  /// Columns with the version that brought them, marked in the list: `@13:is_external`.
  private static String optional(Object... versionsAndNames) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < versionsAndNames.length; i += 2) {
      list.append(", ")
          .append(MARK)
          .append(versionsAndNames[i])
          .append(':')
          .append(versionsAndNames[i + 1]);
    }
    return list.toString();
  }

  /// What is read, for messages.
  String view() {
    return view;
  }

  /// The query for a server. `known` are the optional columns that the server listed, as
  /// `view.column`.
  String sql(int majorVersion, Set<String> known) {
    List<String> selected = new ArrayList<>();
    for (String column : columns.split(", (?=" + MARK + ")")) {
      if (!column.startsWith(MARK)) {
        selected.add(column);
        continue;
      }
      int colon = column.indexOf(':');
      String name = column.substring(colon + 1);
      if (majorVersion >= Integer.parseInt(column.substring(1, colon))
          || known.contains(view.substring(4) + "." + name)) {
        selected.add(name);
      }
    }
    return "SELECT "
        + String.join(", ", selected)
        + " FROM "
        + view
        + (tail.isEmpty() ? "" : " " + tail)
        + ";";
  }

  /// The names of all columns that depend on the version, quoted for an IN list.
  static String optionalNames() {
    return Arrays.stream(values())
        .flatMap(query -> Arrays.stream(query.columns.split(", ")))
        .filter(column -> column.startsWith(MARK))
        .map(column -> "N'" + column.substring(column.indexOf(':') + 1) + "'")
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
