package io.hartonomous.engine.translate;

import java.util.Map;
import java.util.Optional;

/// Settings of a PostgreSQL connection that hold what a session never changes: so definitions (a
/// DEFAULT, a view, a function) can ask for it, who have no parameters.
public final class SessionSettings {
  public static final String LOGIN = "hn.login";
  public static final String USER = "hn.user";
  public static final String HOST = "hn.host";
  public static final String APPLICATION = "hn.application";

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("SUSER_NAME", LOGIN),
          Map.entry("SUSER_SNAME", LOGIN),
          Map.entry("SYSTEM_USER", LOGIN),
          Map.entry("ORIGINAL_LOGIN", LOGIN),
          Map.entry("USER_NAME", USER),
          Map.entry("CURRENT_USER", USER),
          Map.entry("SESSION_USER", USER),
          Map.entry("USER", USER),
          Map.entry("HOST_NAME", HOST),
          Map.entry("APP_NAME", APPLICATION));

  private SessionSettings() {}

  static Optional<String> of(ParameterRef.Session value) {
    return value.arguments().isEmpty()
        ? Optional.ofNullable(FUNCTIONS.get(value.function()))
        : Optional.empty();
  }
}
