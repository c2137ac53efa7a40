package io.hartonomous.dacpac;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The head of `model.xml`.
///
/// `schemaProvider` is the full name of the provider class; its short form (`Sql170`) is what the
/// model's options hold. `collationLcid` is the Windows locale of the collation.
record ModelHeader(
    String schemaVersion,
    String schemaProvider,
    int collationLcid,
    boolean caseSensitive,
    List<CustomData> customData) {
  private static final String PREFIX = "Microsoft.Data.Tools.Schema.Sql.";
  private static final String SUFFIX = "DatabaseSchemaProvider";

  ModelHeader {
    customData = List.copyOf(customData);
  }

  record CustomData(String category, Optional<String> type, Map<String, String> metadata) {
    CustomData {
      metadata = new LinkedHashMap<>(metadata);
    }
  }

  static String fullProviderName(String shortName) {
    return PREFIX + shortName + SUFFIX;
  }

  /// `Sql170` of `Microsoft.Data.Tools.Schema.Sql.Sql170DatabaseSchemaProvider`; a name of another
  /// form as it is.
  static String shortProviderName(String name) {
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX)
        ? name.substring(PREFIX.length(), name.length() - SUFFIX.length())
        : name;
  }
}
