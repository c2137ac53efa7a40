package io.hartonomous.engine.translate;

import io.hartonomous.engine.session.Variant;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// How values of SQL Server's types are stored in PostgreSQL, and how they come in and out.
///
/// bit, tinyint and smallint are all `int2`: a comparison with a constant uses an index without a
/// cast, and sums need none. Ranges are kept by the conversions that every assignment has.
/// rowversion is `bytea`, so that it compares and converts as binary(8) does.
public final class PgTypes {
  private PgTypes() {}

  /// The type for columns.
  public static String storage(SqlType type, Collation database) {
    return switch (type.base()) {
      case DECIMAL, NUMERIC -> "numeric(" + precision(type) + "," + type.scale() + ")";
      case MONEY -> "numeric(19,4)";
      case SMALLMONEY -> "numeric(10,4)";
      default -> cast(type, database);
    };
  }

  /// The type for casts: without precision, which conversions see to.
  public static String cast(SqlType type, Collation database) {
    return switch (type.base()) {
      case BIT, TINYINT, SMALLINT -> "int2";
      case INT -> "int4";
      case BIGINT -> "int8";
      case DECIMAL, NUMERIC, MONEY, SMALLMONEY -> "numeric";
      case FLOAT -> type.precision() > 0 && type.precision() <= 24 ? "float4" : "float8";
      case REAL -> "float4";
      case DATE -> "date";
      case TIME -> "time";
      case SMALLDATETIME, DATETIME, DATETIME2 -> "timestamp";
      case DATETIMEOFFSET -> "hn.datetimeoffset";
      case CHAR, VARCHAR, TEXT, NCHAR, NVARCHAR, NTEXT, XML, JSON -> domain(type, database);
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> "bytea";
      case UNIQUEIDENTIFIER -> "uuid";
      case SQL_VARIANT -> "hn.variant";
      case VECTOR -> "real[]";
      case NULL -> "hn.str";
      case HIERARCHYID, GEOMETRY, GEOGRAPHY, CURSOR, TABLE, CLR, UNKNOWN ->
          throw SqlError.unsupported("values of type " + type.sql());
    };
  }

  /// The domain that carries the collation of a string type.
  public static String domain(SqlType type, Collation database) {
    return domain(
        type.collation()
            .filter(c -> !c.equalsIgnoreCase("DATABASE_DEFAULT"))
            .orElse(database.name()));
  }

  static String domain(String collation) {
    String name = collation.toUpperCase(java.util.Locale.ROOT);
    if (name.endsWith("_BIN") || name.contains("_BIN2")) {
      return "hn.str_bin";
    }
    boolean sensitive = name.contains("_CS");
    boolean accents = !name.contains("_AI");
    return sensitive
        ? accents ? "hn.str_cs_as" : "hn.str_cs_ai"
        : accents ? "hn.str" : "hn.str_ci_ai";
  }

  static boolean ignoresCase(SqlType type, Collation database) {
    String domain = domain(type, database);
    return domain.equals("hn.str") || domain.equals("hn.str_ci_ai");
  }

  /// The type of the identity column behind a type: PostgreSQL knows identity for integers alone.
  public static String identityType(SqlType type) {
    return switch (type.base()) {
      case TINYINT, SMALLINT -> "int2";
      case INT -> "int4";
      default -> "int8";
    };
  }

  static int precision(SqlType type) {
    return type.precision() == 0 ? 18 : type.precision();
  }

  /// Whether two types are the same in PostgreSQL, up to ranges.
  static boolean sameStorage(SqlType a, SqlType b, Collation database) {
    return cast(a, database).equals(cast(b, database));
  }

  /// Puts a value (a class of [io.hartonomous.engine.session.ResultSink]) into a parameter.
  public static void bind(PreparedStatement statement, int index, Object value, SqlType type)
      throws SQLException {
    Base base = type.base();
    if (value == null) {
      statement.setNull(index, jdbcType(base));
      return;
    }
    switch (value) {
      case Boolean b -> statement.setShort(index, (short) (b ? 1 : 0));
      case Integer i when base == Base.TINYINT || base == Base.SMALLINT ->
          statement.setShort(index, i.shortValue());
      case Integer i -> statement.setInt(index, i);
      case Long l -> statement.setLong(index, l);
      case BigDecimal d -> statement.setBigDecimal(index, d);
      case Float f -> statement.setFloat(index, f);
      case Double d -> statement.setDouble(index, d);
      case byte[] b -> statement.setBytes(index, b);
      case LocalDate d -> statement.setObject(index, d);
      // The driver would round what is finer than PostgreSQL's microseconds, and 9999-12-31
      // 23:59:59.9999999 with it.
      case LocalTime t -> statement.setObject(index, t.truncatedTo(ChronoUnit.MICROS));
      case LocalDateTime t -> statement.setObject(index, t.truncatedTo(ChronoUnit.MICROS));
      // A composite goes as its text; the cast beside the placeholder makes it a value.
      case OffsetDateTime t ->
          statement.setString(
              index,
              "(\""
                  + LocalDateTime.ofInstant(
                          t.toInstant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)
                      .toString()
                      .replace('T', ' ')
                  + "\","
                  + t.getOffset().getTotalSeconds() / 60
                  + ")");
      case UUID u -> statement.setObject(index, u);
      case float[] v -> statement.setObject(index, v);
      case Variant v -> statement.setString(index, VariantText.of(v));
      case String s -> {
        if (s.indexOf('\0') >= 0) {
          throw SqlError.of(49901);
        }
        statement.setString(index, s);
      }
      default -> throw new IllegalArgumentException("no value of an SQL type: " + value.getClass());
    }
  }

  private static int jdbcType(Base base) {
    return switch (base) {
      case BIT, TINYINT, SMALLINT -> Types.SMALLINT;
      case INT -> Types.INTEGER;
      case BIGINT -> Types.BIGINT;
      case DECIMAL, NUMERIC, MONEY, SMALLMONEY -> Types.NUMERIC;
      case FLOAT -> Types.DOUBLE;
      case REAL -> Types.REAL;
      case DATE -> Types.DATE;
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> Types.BINARY;
      default -> Types.VARCHAR;
    };
  }

  /// Takes a value out of a result.
  public static Object read(ResultSet rows, int column, SqlType type) throws SQLException {
    switch (type.base()) {
      case BIT -> {
        short value = rows.getShort(column);
        return rows.wasNull() ? null : value != 0;
      }
      case TINYINT, SMALLINT, INT -> {
        int value = rows.getInt(column);
        return rows.wasNull() ? null : value;
      }
      case BIGINT -> {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
      }
      case DECIMAL, NUMERIC -> {
        BigDecimal value = rows.getBigDecimal(column);
        return value == null ? null : value.setScale(type.scale(), java.math.RoundingMode.HALF_UP);
      }
      case MONEY, SMALLMONEY -> {
        BigDecimal value = rows.getBigDecimal(column);
        return value == null ? null : value.setScale(4, java.math.RoundingMode.HALF_UP);
      }
      case REAL -> {
        float value = rows.getFloat(column);
        return rows.wasNull() ? null : value;
      }
      case FLOAT -> {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : value;
      }
      case DATE -> {
        return rows.getObject(column, LocalDate.class);
      }
      case TIME -> {
        return rows.getObject(column, LocalTime.class);
      }
      case SMALLDATETIME, DATETIME, DATETIME2 -> {
        return rows.getObject(column, LocalDateTime.class);
      }
      case DATETIMEOFFSET -> {
        return offset(rows.getString(column));
      }
      case UNIQUEIDENTIFIER -> {
        return rows.getObject(column, UUID.class);
      }
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> {
        return rows.getBytes(column);
      }
      case VECTOR -> {
        java.sql.Array array = rows.getArray(column);
        if (array == null) {
          return null;
        }
        Float[] boxed = (Float[]) array.getArray();
        float[] values = new float[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
          values[i] = boxed[i];
        }
        return values;
      }
      case SQL_VARIANT -> {
        return VariantText.read(rows.getString(column));
      }
      default -> {
        return rows.getString(column);
      }
    }
  }

  /// Reads the composite `(utc, minutes)`.
  static OffsetDateTime offset(String text) {
    if (text == null) {
      return null;
    }
    int comma = text.lastIndexOf(',');
    String time = text.substring(1, comma).replace("\"", "").replace(' ', 'T');
    ZoneOffset offset =
        ZoneOffset.ofTotalSeconds(
            60 * Integer.parseInt(text.substring(comma + 1, text.length() - 1)));
    return LocalDateTime.parse(time).atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
  }
}
