package io.hartonomous.model;

import java.util.List;
import java.util.Optional;

/// Objects that are neither tables, modules nor security.
public sealed interface PlainObject extends SchemaObject {

  record Schema(String schema, String owner) implements PlainObject {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.SCHEMA, new ObjectName("", schema));
    }
  }

  /// Numbers as T-SQL writes them; empty where the type's own limit holds. `cacheSize` 0 is NO
  /// CACHE, empty the server's default.
  record Sequence(
      ObjectName name,
      SqlType type,
      String start,
      String increment,
      Optional<String> minimum,
      Optional<String> maximum,
      boolean cycle,
      Optional<Integer> cacheSize)
      implements PlainObject {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.SEQUENCE, name);
    }

    /// Where a sequence starts that does not say: at the end from which it counts.
    public static String defaultStart(
        SqlType type, String increment, Optional<String> minimum, Optional<String> maximum) {
      return increment.startsWith("-")
          ? maximum.orElseGet(() -> limit(type, true))
          : minimum.orElseGet(() -> limit(type, false));
    }

    private static String limit(SqlType type, boolean upper) {
      return switch (type.base()) {
        case TINYINT -> upper ? "255" : "0";
        case SMALLINT -> upper ? "32767" : "-32768";
        case INT -> upper ? "2147483647" : "-2147483648";
        case DECIMAL, NUMERIC -> (upper ? "" : "-") + "9".repeat(Math.max(1, type.precision()));
        default -> upper ? "9223372036854775807" : "-9223372036854775808";
      };
    }
  }

  /// `target` as written, quoted part by part (`[dbo].[t]`, `[db].[dbo].[t]`).
  record Synonym(ObjectName name, String target) implements PlainObject {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.SYNONYM, name);
    }
  }

  record AliasType(ObjectName name, SqlType base, boolean nullable) implements PlainObject {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.ALIAS_TYPE, name);
    }
  }

  record PartitionFunction(String function, SqlType type, boolean right, List<String> boundaries)
      implements PlainObject {
    public PartitionFunction {
      boundaries = List.copyOf(boundaries);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.PARTITION_FUNCTION, new ObjectName("", function));
    }
  }

  record PartitionScheme(String scheme, String function, List<String> fileGroups)
      implements PlainObject {
    public PartitionScheme {
      fileGroups = List.copyOf(fileGroups);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.PARTITION_SCHEME, new ObjectName("", scheme));
    }
  }

  record Filegroup(String fileGroup) implements PlainObject {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.FILEGROUP, new ObjectName("", fileGroup));
    }
  }

  /// An object of a kind that the model does not take apart yet: `type` is the reference model's
  /// type name (`SqlXmlIndex`), `script` creates it.
  record Other(String type, ObjectName name, SqlText script) implements PlainObject {
    @Override
    public ObjectKey key() {
      return new ObjectKey(ObjectKind.OTHER, name, type);
    }
  }
}
