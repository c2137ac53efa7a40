package io.hartonomous.diff;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Publish options of the reference that are taken with its default only, because publish profiles
/// spell defaults out; another value is refused by name.
///
/// They are about things that the model does not hold (statistics, files, trigger order); a value
/// that asks for more must not be taken in silence.
enum FixedOption {
  ALLOW_DROP_BLOCKING_ASSEMBLIES("AllowDropBlockingAssemblies", "False"),
  ALLOW_EXTERNAL_LANGUAGE_PATHS("AllowExternalLanguagePaths", "False"),
  ALLOW_EXTERNAL_LIBRARY_PATHS("AllowExternalLibraryPaths", "False"),
  ALLOW_INCOMPATIBLE_PLATFORM("AllowIncompatiblePlatform", "False"),
  ALLOW_UNSAFE_ROW_LEVEL_SECURITY_DATA_MOVEMENT("AllowUnsafeRowLevelSecurityDataMovement", "False"),
  BACKUP_DATABASE_BEFORE_CHANGES("BackupDatabaseBeforeChanges", "False"),
  COMMENT_OUT_SET_VAR_DECLARATIONS("CommentOutSetVarDeclarations", "False"),
  COMPARE_USING_TARGET_COLLATION("CompareUsingTargetCollation", "False"),
  CREATE_NEW_DATABASE("CreateNewDatabase", "False"),
  DEPLOY_DATABASE_IN_SINGLE_USER_MODE("DeployDatabaseInSingleUserMode", "False"),
  DISABLE_AND_REENABLE_DDL_TRIGGERS("DisableAndReenableDdlTriggers", "True"),
  DROP_STATISTICS_NOT_IN_SOURCE("DropStatisticsNotInSource", "True"),
  IGNORE_DDL_TRIGGER_ORDER("IgnoreDdlTriggerOrder", "False"),
  IGNORE_DML_TRIGGER_ORDER("IgnoreDmlTriggerOrder", "False"),
  IGNORE_FILE_AND_LOG_FILE_PATH("IgnoreFileAndLogFilePath", "True"),
  IGNORE_FILE_SIZE("IgnoreFileSize", "True"),
  IGNORE_FULL_TEXT_CATALOG_FILE_PATH("IgnoreFullTextCatalogFilePath", "True"),
  IGNORE_LOGIN_SIDS("IgnoreLoginSids", "True"),
  INCLUDE_COMPOSITE_OBJECTS("IncludeCompositeObjects", "False"),
  INCLUDE_TRANSACTIONAL_SCRIPTS("IncludeTransactionalScripts", "False"),
  PERFORM_INDEX_OPERATIONS_ONLINE("PerformIndexOperationsOnline", "False"),
  PRESERVE_IDENTITY_LAST_VALUES("PreserveIdentityLastValues", "False"),
  REGISTER_DATA_TIER_APPLICATION("RegisterDataTierApplication", "False"),
  SCRIPT_DATABASE_COLLATION("ScriptDatabaseCollation", "False"),
  SCRIPT_DATABASE_COMPATIBILITY("ScriptDatabaseCompatibility", "False"),
  SCRIPT_DEPLOY_STATE_CHECKS("ScriptDeployStateChecks", "False"),
  SCRIPT_FILE_SIZE("ScriptFileSize", "False"),
  TREAT_VERIFICATION_ERRORS_AS_WARNINGS("TreatVerificationErrorsAsWarnings", "False"),
  UNMODIFIABLE_OBJECT_WARNINGS("UnmodifiableObjectWarnings", "True"),
  VERIFY_COLLATION_COMPATIBILITY("VerifyCollationCompatibility", "True"),
  VERIFY_DEPLOYMENT("VerifyDeployment", "True");

  private static final Map<String, FixedOption> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(option -> option.optionName, Function.identity()));

  private final String optionName;
  private final String value;

  FixedOption(String optionName, String value) {
    this.optionName = optionName;
    this.value = value;
  }

  String value() {
    return value;
  }

  static Optional<FixedOption> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
