package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Conversions from and to sql_variant, which PostgreSQL holds as `hn.variant`: the base type with
/// its precision, scale and size in bytes, and the value as text.
public final class VariantSql {
  private static final Pattern PLAIN = Pattern.compile("[\\w\".]+|\\?");

  /// The types that a value of sql_variant may have.
  private static final List<SqlType> BASES =
      List.of(
          SqlType.BIT,
          SqlType.INT,
          SqlType.BIGINT,
          SqlType.decimal(38, 19),
          SqlType.of(Base.MONEY),
          SqlType.FLOAT,
          SqlType.of(Base.REAL),
          SqlType.of(Base.DATE),
          SqlType.scaled(Base.TIME, 7),
          SqlType.of(Base.SMALLDATETIME),
          SqlType.of(Base.DATETIME),
          SqlType.scaled(Base.DATETIME2, 7),
          SqlType.scaled(Base.DATETIMEOFFSET, 7),
          SqlType.of(Base.UNIQUEIDENTIFIER),
          SqlType.varbinary(8000),
          SqlType.nvarchar(4000));

  private final ConversionSql conversions;

  VariantSql(ConversionSql conversions) {
    this.conversions = conversions;
  }

  /// Errors: 206 for a type that sql_variant cannot hold.
  static String of(String sql, SqlType from) {
    if (from.base() == Base.SQL_VARIANT) {
      return sql;
    }
    boolean text = from.base().isCharacter();
    if (!holds(from)) {
      throw SqlError.of(206, from.sql(), "sql_variant");
    }
    String body =
        text
            ? "textin(bpcharout(" + sql + "))"
            : from.base().isBinary() ? "encode(" + sql + ",'hex')" : "(" + sql + ")::text";
    return "hn.variant("
        + body
        + ","
        + PgNames.literal(from.base().name().toLowerCase(Locale.ROOT))
        + ","
        + precision(from)
        + ","
        + from.scale()
        + ","
        + size(from)
        + ")";
  }

  /// Whether a value of sql_variant may have this base type.
  public static boolean holds(SqlType from) {
    return !from.isMax()
        && switch (from.base()) {
          case TEXT, NTEXT, IMAGE, ROWVERSION, XML, JSON, VECTOR -> false;
          case HIERARCHYID, GEOMETRY, GEOGRAPHY, CLR, TABLE, CURSOR, UNKNOWN -> false;
          default -> true;
        };
  }

  static int precision(SqlType type) {
    return switch (type.base()) {
      case BIT -> 1;
      case TINYINT -> 3;
      case SMALLINT -> 5;
      case INT -> 10;
      case BIGINT, MONEY -> 19;
      case SMALLMONEY -> 10;
      case DECIMAL, NUMERIC -> PgTypes.precision(type);
      case FLOAT -> 53;
      case REAL -> 24;
      case DATE -> 10;
      case SMALLDATETIME -> 16;
      case DATETIME -> 23;
      case TIME -> type.scale() == 0 ? 8 : 9 + type.scale();
      case DATETIME2 -> type.scale() == 0 ? 19 : 20 + type.scale();
      case DATETIMEOFFSET -> type.scale() == 0 ? 26 : 27 + type.scale();
      default -> 0;
    };
  }

  /// The greatest number of bytes of a value of the type.
  static int size(SqlType type) {
    int n = Math.max(type.length(), 1);
    return switch (type.base()) {
      case BIT, TINYINT -> 1;
      case SMALLINT -> 2;
      case INT, REAL, SMALLMONEY, SMALLDATETIME -> 4;
      case BIGINT, FLOAT, MONEY, DATETIME -> 8;
      case DATE -> 3;
      case TIME -> 5;
      case DATETIME2 -> 8;
      case DATETIMEOFFSET -> 10;
      case UNIQUEIDENTIFIER -> 16;
      case DECIMAL, NUMERIC -> {
        int p = PgTypes.precision(type);
        yield p <= 9 ? 5 : p <= 19 ? 9 : p <= 28 ? 13 : 17;
      }
      case NCHAR, NVARCHAR -> 2 * n;
      default -> n;
    };
  }

  /// The value as `to`: by the base type that it has, as a value of that type is converted.
  String to(String sql, SqlType to, int style, boolean quiet) {
    boolean plain = PLAIN.matcher(sql).matches();
    String v = plain ? "(" + sql + ")" : "(q.v)";
    List<String> branches = new ArrayList<>();
    for (SqlType base : BASES) {
      // The text of an exact number is its conversion to text.
      boolean asText = base.base() == Base.DECIMAL && to.base().isCharacter();
      String value = asText ? v + ".body::hn.str" : value(v + ".body", base);
      String converted;
      try {
        converted =
            conversions.convert(value, asText ? SqlType.varchar(8000) : base, to, style, quiet);
      } catch (SqlError e) {
        // Which value meets this place is not known yet.
        converted =
            "hn.fail(NULL::"
                + conversions.cast(to)
                + ",529,"
                + v
                + ".base,"
                + PgNames.literal(to.sql())
                + ")";
      }
      branches.add(
          " WHEN "
              + v
              + ".base IN ("
              + names(base)
              + ") THEN ("
              + converted
              + ")::"
              + conversions.cast(to));
    }
    String choice = "CASE" + String.join("", branches) + " END";
    return plain ? "(" + choice + ")" : "(SELECT " + choice + " FROM (SELECT " + sql + " AS v) q)";
  }

  private String value(String body, SqlType base) {
    return base.base().isBinary()
        ? "decode(" + body + ",'hex')"
        : body + "::" + conversions.cast(base);
  }

  /// The base types whose values are read as this one.
  private static String names(SqlType type) {
    return switch (type.base()) {
      case INT -> "'tinyint','smallint','int'";
      case DECIMAL -> "'decimal','numeric'";
      case MONEY -> "'money','smallmoney'";
      case VARBINARY -> "'binary','varbinary'";
      case NVARCHAR -> "'char','varchar','nchar','nvarchar'";
      default -> PgNames.literal(type.base().name().toLowerCase(Locale.ROOT));
    };
  }
}
