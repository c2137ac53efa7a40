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

  /// A sequence as somebody stated it; what they left out is empty, and the server's own holds.
  /// Numbers are plain ones (`-5`). `cacheSize` 0 is NO CACHE.
  ///
  /// Source: Microsoft Learn, "CREATE SEQUENCE (Transact-SQL)", Arguments.
  record Sequence(
      ObjectName name,
      Optional<SqlType> statedType,
      Optional<String> statedStart,
      Optional<String> statedIncrement,
      Optional<String> minimum,
      Optional<String> maximum,
      boolean cycle,
      Optional<Integer> cacheSize)
      implements PlainObject {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.SEQUENCE, name);
    }

    public SqlType type() {
      return statedType.orElse(SqlType.BIGINT);
    }

    public String increment() {
      return statedIncrement.orElse("1");
    }

    /// Where it starts: without a word about it, at the end from which it counts.
    public String start() {
      return statedStart.orElseGet(() -> increment().startsWith("-") ? highest() : lowest());
    }

    /// Its MINVALUE, else the lowest value of its type.
    public String lowest() {
      return minimum.orElseGet(() ->
          switch (type().base()) {
            case TINYINT -> "0";
            case SMALLINT -> Short.toString(Short.MIN_VALUE);
            case INT -> Integer.toString(Integer.MIN_VALUE);
            case DECIMAL, NUMERIC -> "-" + nines();
            default -> Long.toString(Long.MIN_VALUE);
          });
    }

    /// Its MAXVALUE, else the highest value of its type.
    public String highest() {
      return maximum.orElseGet(() ->
          switch (type().base()) {
            case TINYINT -> "255";
            case SMALLINT -> Short.toString(Short.MAX_VALUE);
            case INT -> Integer.toString(Integer.MAX_VALUE);
            case DECIMAL, NUMERIC -> nines();
            default -> Long.toString(Long.MAX_VALUE);
          });
    }

    private String nines() {
      return "9".repeat(Math.max(1, type().precision()));
    }

    public Sequence withName(ObjectName other) {
      return new Sequence(
          other, statedType, statedStart, statedIncrement, minimum, maximum, cycle, cacheSize);
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
