package io.hartonomous.engine;

import io.hartonomous.secrets.Secret;
import java.time.Instant;

/// How to reach a running engine. `build` names the build of the tool that it runs from, empty
/// where it was not started by the launcher.
public record EngineConnection(
    String host,
    int port,
    String user,
    Secret password,
    long processId,
    Instant started,
    String build) {
  private static final String HIDDEN = "<password>";

  /// A URL for mssql-jdbc. Loopback needs no encryption; a client that wants it gets it.
  public String jdbcUrl(String database, boolean showPassword) {
    return "jdbc:sqlserver://"
        + host
        + ":"
        + port
        + ";databaseName="
        + braced(database)
        + ";user="
        + user
        + ";password="
        + (showPassword ? braced(password.reveal()) : HIDDEN)
        + ";encrypt=false";
  }

  /// A connection string for ADO.NET (Microsoft.Data.SqlClient).
  public String adoNet(String database, boolean showPassword) {
    return "Server="
        + host
        + ","
        + port
        + ";Database="
        + quoted(database)
        + ";User Id="
        + user
        + ";Password="
        + (showPassword ? quoted(password.reveal()) : HIDDEN)
        + ";Encrypt=false";
  }

  private static String braced(String value) {
    return value.chars().allMatch(EngineConnection::plain)
        ? value
        : "{" + value.replace("}", "}}") + "}";
  }

  private static String quoted(String value) {
    return value.chars().allMatch(EngineConnection::plain)
        ? value
        : "\"" + value.replace("\"", "\"\"") + "\"";
  }

  private static boolean plain(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
