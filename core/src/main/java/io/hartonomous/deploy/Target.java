package io.hartonomous.deploy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.hartonomous.secrets.Secret;
import java.time.Duration;

/// A database on a server, and how to log in. `user` is empty for the login of the process
/// (Kerberos).
public record Target(
    String host,
    int port,
    String database,
    String user,
    Secret password,
    boolean encrypt,
    boolean trustServerCertificate,
    Duration loginTimeout) {
  public static final int DEFAULT_PORT = 1433;

  private static final Duration DEFAULT_LOGIN_TIMEOUT = Duration.ofSeconds(15);

  /// A target with the driver's own settings for encryption: on, certificates checked. Errors:
  /// [IllegalArgumentException] for a server name that is none.
  public static Target of(String server, String database, String user, Secret password) {
    String name = server.startsWith("tcp:") ? server.substring(4) : server;
    int separator =
        Math.max(
            name.lastIndexOf(','),
            name.startsWith("[") ? name.indexOf("]:") + 1 : name.lastIndexOf(':'));
    String host = separator > 0 ? name.substring(0, separator) : name;
    int port = DEFAULT_PORT;
    if (separator > 0) {
      try {
        port = Integer.parseInt(name.substring(separator + 1).strip());
      } catch (NumberFormatException _) {
        throw new IllegalArgumentException(
            "The server '"
                + server
                + "' has no port number after '"
                + name.charAt(separator)
                + "'. Write HOST or HOST,PORT.");
      }
    }
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "The server '" + server + "' is no server name. Write HOST or HOST,PORT.");
    }
    return new Target(host, port, database, user, password, true, false, DEFAULT_LOGIN_TIMEOUT);
  }

  public Target withTrustServerCertificate(boolean trust) {
    return new Target(host, port, database, user, password, encrypt, trust, loginTimeout);
  }

  public Target withEncrypt(boolean on) {
    return new Target(
        host, port, database, user, password, on, trustServerCertificate, loginTimeout);
  }

  public String server() {
    return port == DEFAULT_PORT ? host : host + "," + port;
  }

  /// `HOST,PORT/DATABASE`, for messages.
  public String display() {
    return server() + "/" + database;
  }

  /// A JDBC URL without user and password.
  public String jdbcUrl() {
    return "jdbc:sqlserver://"
        + host
        + ":"
        + port
        + ";databaseName="
        + database
        + ";encrypt="
        + encrypt
        + ";trustServerCertificate="
        + trustServerCertificate;
  }

  /// The driver set up for one session that must not be swapped for another: a lost connection is
  /// an error, because locks and SET options go with it.
  SQLServerDataSource dataSource(String databaseName) {
    SQLServerDataSource source = new SQLServerDataSource();
    source.setServerName(host);
    source.setPortNumber(port);
    source.setDatabaseName(databaseName);
    source.setEncrypt(Boolean.toString(encrypt));
    source.setTrustServerCertificate(trustServerCertificate);
    source.setConnectRetryCount(0);
    source.setLoginTimeout((int) loginTimeout.toSeconds());
    source.setApplicationName("hart");
    if (user.isEmpty()) {
      source.setIntegratedSecurity(true);
      source.setAuthenticationScheme("JavaKerberos");
    } else {
      source.setUser(user);
      source.setPassword(password.reveal());
    }
    return source;
  }
}
