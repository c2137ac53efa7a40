package io.hartonomous.diff;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The publish options that have an effect here, by the reference's names, with the reference's
/// defaults.
///
/// Source: the option list of DacFx 170.5.96.
public enum PublishOption {
  ALLOW_TABLE_RECREATION("AllowTableRecreation", true),
  BLOCK_ON_POSSIBLE_DATA_LOSS("BlockOnPossibleDataLoss", true),
  DROP_CONSTRAINTS_NOT_IN_SOURCE("DropConstraintsNotInSource", true),
  DROP_DML_TRIGGERS_NOT_IN_SOURCE("DropDmlTriggersNotInSource", true),
  DROP_EXTENDED_PROPERTIES_NOT_IN_SOURCE("DropExtendedPropertiesNotInSource", true),
  DROP_INDEXES_NOT_IN_SOURCE("DropIndexesNotInSource", true),
  DROP_OBJECTS_NOT_IN_SOURCE("DropObjectsNotInSource", false),
  DROP_PERMISSIONS_NOT_IN_SOURCE("DropPermissionsNotInSource", false),
  DROP_ROLE_MEMBERS_NOT_IN_SOURCE("DropRoleMembersNotInSource", false),
  GENERATE_SMART_DEFAULTS("GenerateSmartDefaults", false),
  IGNORE_ANSI_NULLS("IgnoreAnsiNulls", true),
  IGNORE_AUTHORIZER("IgnoreAuthorizer", false),
  IGNORE_COLUMN_COLLATION("IgnoreColumnCollation", false),
  IGNORE_COLUMN_ORDER("IgnoreColumnOrder", false),
  IGNORE_COMMENTS("IgnoreComments", false),
  IGNORE_DDL_TRIGGER_STATE("IgnoreDdlTriggerState", false),
  IGNORE_DEFAULT_SCHEMA("IgnoreDefaultSchema", false),
  IGNORE_DML_TRIGGER_STATE("IgnoreDmlTriggerState", false),
  IGNORE_EXTENDED_PROPERTIES("IgnoreExtendedProperties", false),
  IGNORE_FILEGROUP_PLACEMENT("IgnoreFilegroupPlacement", true),
  IGNORE_FILL_FACTOR("IgnoreFillFactor", true),
  IGNORE_IDENTITY_SEED("IgnoreIdentitySeed", false),
  IGNORE_INCREMENT("IgnoreIncrement", false),
  IGNORE_INDEX_OPTIONS("IgnoreIndexOptions", false),
  IGNORE_INDEX_PADDING("IgnoreIndexPadding", true),
  IGNORE_KEYWORD_CASING("IgnoreKeywordCasing", true),
  IGNORE_LOCK_HINTS_ON_INDEXES("IgnoreLockHintsOnIndexes", false),
  IGNORE_NOT_FOR_REPLICATION("IgnoreNotForReplication", false),
  IGNORE_OBJECT_PLACEMENT_ON_PARTITION_SCHEME("IgnoreObjectPlacementOnPartitionScheme", true),
  IGNORE_PERMISSIONS("IgnorePermissions", false),
  IGNORE_POST_DEPLOY_SCRIPT("IgnorePostDeployScript", false),
  IGNORE_PRE_DEPLOY_SCRIPT("IgnorePreDeployScript", false),
  IGNORE_QUOTED_IDENTIFIERS("IgnoreQuotedIdentifiers", true),
  IGNORE_ROLE_MEMBERSHIP("IgnoreRoleMembership", false),
  IGNORE_SEMICOLON_BETWEEN_STATEMENTS("IgnoreSemicolonBetweenStatements", true),
  IGNORE_TABLE_OPTIONS("IgnoreTableOptions", false),
  IGNORE_WHITESPACE("IgnoreWhitespace", true),
  IGNORE_WITH_NOCHECK_ON_CHECK_CONSTRAINTS("IgnoreWithNocheckOnCheckConstraints", false),
  IGNORE_WITH_NOCHECK_ON_FOREIGN_KEYS("IgnoreWithNocheckOnForeignKeys", false),
  RESTORE_SEQUENCE_CURRENT_VALUE("RestoreSequenceCurrentValue", true),
  SCRIPT_DATABASE_OPTIONS("ScriptDatabaseOptions", true),
  SCRIPT_NEW_CONSTRAINT_VALIDATION("ScriptNewConstraintValidation", true),
  SCRIPT_REFRESH_MODULE("ScriptRefreshModule", true);

  private static final Map<String, PublishOption> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(option -> option.optionName, Function.identity()));

  private final String optionName;
  private final boolean defaultValue;

  PublishOption(String optionName, boolean defaultValue) {
    this.optionName = optionName;
    this.defaultValue = defaultValue;
  }

  /// The reference's name.
  public String optionName() {
    return optionName;
  }

  public boolean defaultValue() {
    return defaultValue;
  }

  static Optional<PublishOption> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
