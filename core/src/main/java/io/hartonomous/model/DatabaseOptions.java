package io.hartonomous.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What holds for the whole database. `provider` is the schema provider's short name (`Sql170`).
/// `settings` are the database options that the source states, by the reference model's property
/// names (`IsReadCommittedSnapshot`), with their values as text.
public record DatabaseOptions(String provider, Collation collation, Map<String, String> settings) {
  public DatabaseOptions {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  public static DatabaseOptions of(String provider) {
    return new DatabaseOptions(provider, Collation.DEFAULT, Map.of());
  }
}
