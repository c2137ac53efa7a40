package io.hartonomous.engine.translate;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The names under which SQL Server's objects stand in PostgreSQL.
///
/// A name is the SQL name folded by the database's collation, so that what T-SQL calls equal is one
/// name. PostgreSQL keeps 63 bytes: a longer one keeps its head and gets a hash of the whole. All
/// results are quoted.
public final class PgNames {
  private static final int LIMIT = 63;
  private static final int HASH = 12;
  private final Collation collation;

  public PgNames(Collation collation) {
    this.collation = collation;
  }

  public Collation collation() {
    return collation;
  }

  /// `sys` is ours; INFORMATION_SCHEMA must not meet PostgreSQL's own schema of that name; a user's
  /// schema must not meet ours or PostgreSQL's.
  public String schema(String name) {
    return quote(bareSchema(name));
  }

  public String bareSchema(String name) {
    String key = Collation.DEFAULT.key(name);
    if (key.equals("sys")) {
      return "sys";
    }
    if (key.equals("information_schema")) {
      return "information_schema_sql";
    }
    String folded = collation.key(name);
    boolean taken =
        key.startsWith("pg_")
            || key.equals("hn")
            || key.equals("public")
            || key.startsWith("information_schema")
            || key.startsWith("u_");
    return shorten(taken ? "u_" + folded : folded);
  }

  /// A table, view, or sequence with its schema.
  public String object(ObjectName name) {
    return schema(name.schema()) + "." + identifier(name.name());
  }

  public String sequence(ObjectName name) {
    return object(name);
  }

  public String function(ObjectName name) {
    return object(name);
  }

  public String column(String name) {
    return identifier(name);
  }

  public String constraint(String name) {
    return identifier(name);
  }

  /// An index, without its schema. PostgreSQL's indexes share one name space with tables; SQL
  /// Server's belong to their table.
  public String index(ObjectName table, String index) {
    return quote(shorten(collation.key(table.name()) + "." + collation.key(index)));
  }

  public String identifier(String name) {
    return quote(bare(name));
  }

  /// The folded name without quotes, as PostgreSQL's catalog and error fields show it.
  public String bare(String name) {
    return shorten(collation.key(name));
  }

  public static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /// A string literal of PostgreSQL.
  public static String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw SqlError.of(49901);
    }
    return "'" + text.replace("'", "''") + "'";
  }

  private static String shorten(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LIMIT) {
      return name;
    }
    try {
      String hash =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
              .substring(0, HASH);
      String head = name;
      while (head.getBytes(StandardCharsets.UTF_8).length > LIMIT - HASH - 1) {
        head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
      }
      return head + "_" + hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
