package io.hartonomous.engine.translate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The functions that translated SQL calls, in PostgreSQL schema `hn`.
public final class HnLibrary {
  /// In the order in which they build on one another.
  private static final List<String> FILES =
      List.of(
          "01_types.sql",
          "02_strings.sql",
          "03_conversions.sql",
          "04_dates.sql",
          "05_numbers.sql",
          "06_json.sql");

  private HnLibrary() {}

  /// The whole library as one script; a template database made from another text of it is stale.
  public static String script() {
    StringBuilder script = new StringBuilder();
    for (String file : FILES) {
      try (InputStream in =
          HnLibrary.class.getResourceAsStream("/io/hartonomous/engine/hn/" + file)) {
        script.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException("the engine's own file " + file + " cannot be read", e);
      }
    }
    return script.toString();
  }

  /// Makes schema `hn` in a database that has none.
  public static void install(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // The script holds `?` in regular expressions and must not be read for parameters.
      statement.setEscapeProcessing(false);
      statement.execute(script());
    }
  }
}
