package io.hartonomous.engine.translate;

import io.hartonomous.bind.Types;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.util.Locale;

/// Conversions of SQL Server as PostgreSQL expressions. Each has its twin in `Conversions` of the
/// evaluator.
///
/// Source: Microsoft Learn, "CAST and CONVERT (Transact-SQL)".
final class ConversionSql {
  /// No style was written.
  static final int NO_STYLE = -1;

  private final Collation collation;

  ConversionSql(Collation collation) {
    this.collation = collation;
  }

  /// `sql` of type `from` as a value of type `to`; `quiet` gives NULL in place of an error.
  String convert(String sql, SqlType from, SqlType to, int style, boolean quiet) {
    if (from.base() == Base.NULL) {
      return "NULL::" + PgTypes.cast(to, collation);
    }
    if (from.base() == Base.SQL_VARIANT && to.base() != Base.SQL_VARIANT) {
      return new VariantSql(this).to(sql, to, style, quiet);
    }
    return switch (to.base()) {
      case BIT -> bit(sql, from, quiet);
      case TINYINT, SMALLINT, INT, BIGINT -> integer(sql, from, to, quiet);
      case DECIMAL, NUMERIC -> decimal(sql, from, to, quiet);
      case MONEY, SMALLMONEY -> money(sql, from, to, quiet);
      case FLOAT, REAL -> floating(sql, from, to, quiet);
      case DATE -> date(sql, from, to, style, quiet);
      case TIME -> time(sql, from, to, style, quiet);
      case DATETIME, SMALLDATETIME, DATETIME2 -> timestamp(sql, from, to, style, quiet);
      case DATETIMEOFFSET -> offset(sql, from, to, style, quiet);
      case CHAR, VARCHAR, TEXT, NCHAR, NVARCHAR, NTEXT ->
          StringConversionSql.string(this, sql, from, to, style, collation);
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> binary(sql, from, to, style, quiet);
      case UNIQUEIDENTIFIER -> guid(sql, from, to, quiet);
      case VECTOR -> vector(sql, from, to, quiet);
      case JSON ->
          from.base() == Base.JSON
              ? sql
              : character(from) ? "hn.to_json(" + sql + "," + quiet + ")" : refused(from, to);
      case SQL_VARIANT -> VariantSql.of(sql, from);
      case XML -> from.base() == Base.XML ? sql : refused(from, to);
      default -> throw SqlError.unsupported("conversion from " + from.sql() + " to " + to.sql());
    };
  }

  String cast(SqlType type) {
    return PgTypes.cast(type, collation);
  }

  static boolean character(SqlType type) {
    return type.base().isCharacter() || type.base() == Base.JSON || type.base() == Base.XML;
  }

  /// A type's name in error texts.
  static String name(SqlType type) {
    return switch (type.base()) {
      case DECIMAL -> "numeric";
      case JSON, XML -> "nvarchar";
      default -> type.base().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String refused(SqlType from, SqlType to) {
    throw SqlError.of(529, from.sql(), to.sql());
  }

  private static String quoted(String text) {
    return PgNames.literal(text);
  }

  private String bit(String sql, SqlType from, boolean quiet) {
    if (from.base() == Base.BIT) {
      return sql;
    }
    if (from.base().isNumeric()) {
      return "((" + sql + ") <> 0)::int4::int2";
    }
    if (character(from)) {
      return "hn.string_to_bit(" + sql + "," + quoted(name(from)) + "," + quiet + ")";
    }
    if (from.base().isBinary()) {
      return "(hn.bytes_integer(" + sql + ",8) <> 0)::int4::int2";
    }
    return refused(from, to(Base.BIT));
  }

  private static SqlType to(Base base) {
    return SqlType.of(base);
  }

  private static int rank(Base base) {
    return switch (base) {
      case BIT -> 0;
      case TINYINT -> 1;
      case SMALLINT -> 2;
      case INT -> 3;
      default -> 4;
    };
  }

  private String integer(String sql, SqlType from, SqlType to, boolean quiet) {
    String pg = PgTypes.cast(to, collation);
    String target = quoted(name(to));
    Base base = from.base();
    if (base == to.base()) {
      return sql;
    }
    if (base == Base.BIT || base.isInteger()) {
      if (rank(base) <= rank(to.base())) {
        return PgTypes.sameStorage(from, to, collation) ? sql : "(" + sql + ")::" + pg;
      }
      if (quiet) {
        return "hn.number_to_integer((" + sql + ")::numeric," + target + ",true)::" + pg;
      }
      return "hn.to_" + name(to) + "((" + sql + ")::int8)";
    }
    if (base == Base.MONEY || base == Base.SMALLMONEY) {
      return "hn.number_to_integer(round(" + sql + ")," + target + "," + quiet + ")::" + pg;
    }
    if (base.isExactNumeric()) {
      return "hn.number_to_integer(" + sql + "," + target + "," + quiet + ")::" + pg;
    }
    if (base == Base.FLOAT || base == Base.REAL) {
      return "hn.float_to_integer((" + sql + ")::float8," + target + "," + quiet + ")::" + pg;
    }
    if (character(from)) {
      return "hn.string_to_integer("
          + sql
          + ","
          + quoted(name(from))
          + ","
          + target
          + ","
          + quiet
          + ")::"
          + pg;
    }
    if (base.isBinary()) {
      int size =
          switch (to.base()) {
            case TINYINT -> 1;
            case SMALLINT -> 2;
            case INT -> 4;
            default -> 8;
          };
      return "hn.bytes_integer(" + sql + "," + size + ")::" + pg;
    }
    if (base == Base.DATETIME || base == Base.SMALLDATETIME) {
      return "hn.number_to_integer(round((extract(epoch FROM ("
          + sql
          + ") - timestamp '1900-01-01') / 86400)::numeric),"
          + target
          + ","
          + quiet
          + ")::"
          + pg;
    }
    return refused(from, to);
  }

  private String decimal(String sql, SqlType from, SqlType to, boolean quiet) {
    int p = PgTypes.precision(to);
    int s = to.scale();
    Base base = from.base();
    if (base.isExactNumeric()) {
      String number = base.isInteger() || base == Base.BIT ? "(" + sql + ")::numeric" : sql;
      int fromScale = Types.scaleOf(from);
      boolean fits =
          Types.precisionOf(from) - fromScale <= p - s
              && (s >= fromScale || Types.precisionOf(from) - fromScale < p - s);
      if (fits && fromScale == s) {
        return number;
      }
      return fits
          ? "round(" + number + "," + s + ")"
          : "hn.to_decimal("
              + number
              + ","
              + p
              + ","
              + s
              + ","
              + quoted(name(from))
              + ","
              + quiet
              + ")";
    }
    if (base == Base.FLOAT || base == Base.REAL) {
      return "hn.float_to_decimal((" + sql + ")::float8," + p + "," + s + "," + quiet + ")";
    }
    if (character(from)) {
      return "hn.string_to_decimal("
          + sql
          + ","
          + quoted(name(from))
          + ","
          + p
          + ","
          + s
          + ","
          + quiet
          + ")";
    }
    return refused(from, to);
  }

  private String money(String sql, SqlType from, SqlType to, boolean quiet) {
    boolean small = to.base() == Base.SMALLMONEY;
    Base base = from.base();
    if (base == to.base() || base == Base.SMALLMONEY) {
      return sql;
    }
    if (base.isNumeric()) {
      String number =
          base == Base.FLOAT || base == Base.REAL
              ? "hn.float_exact((" + sql + ")::float8)"
              : "(" + sql + ")::numeric";
      return (small ? "hn.to_smallmoney(" : "hn.to_money(") + number + "," + quiet + ")";
    }
    if (character(from)) {
      return "hn.string_to_money(" + sql + "," + small + "," + quiet + ")";
    }
    return refused(from, to);
  }

  private String floating(String sql, SqlType from, SqlType to, boolean quiet) {
    String pg = PgTypes.cast(to, collation);
    if (from.base().isNumeric()) {
      return PgTypes.sameStorage(from, to, collation) ? sql : "(" + sql + ")::" + pg;
    }
    if (character(from)) {
      return "hn.string_to_float("
          + sql
          + ","
          + quoted(name(from))
          + ","
          + quoted(name(to))
          + ","
          + quiet
          + ")"
          + (pg.equals("float8") ? "" : "::" + pg);
    }
    if (from.base() == Base.DATETIME || from.base() == Base.SMALLDATETIME) {
      return "(extract(epoch FROM (" + sql + ") - timestamp '1900-01-01') / 86400)::" + pg;
    }
    return refused(from, to);
  }

  /// The local timestamp of a temporal value; a time stands at 1900-01-01.
  static String local(String sql, SqlType from) {
    return switch (from.base()) {
      case DATE -> "(" + sql + ")::timestamp";
      case TIME -> "(date '1900-01-01' + (" + sql + "))";
      case DATETIMEOFFSET -> "hn.offset_local(" + sql + ")";
      default -> sql;
    };
  }

  private String date(String sql, SqlType from, SqlType to, int style, boolean quiet) {
    return switch (from.base()) {
      case DATE -> sql;
      case SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET -> "(" + local(sql, from) + ")::date";
      default ->
          character(from)
              ? "hn.string_to_date(" + sql + "," + Math.max(0, style) + "," + quiet + ")"
              : refused(from, to);
    };
  }

  private String time(String sql, SqlType from, SqlType to, int style, boolean quiet) {
    return switch (from.base()) {
      case TIME -> from.scale() <= to.scale() ? sql : "hn.to_time(" + sql + "," + to.scale() + ")";
      case SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET ->
          "hn.to_time((" + local(sql, from) + ")::time," + to.scale() + ")";
      default ->
          character(from)
              ? "hn.string_to_time("
                  + sql
                  + ","
                  + to.scale()
                  + ","
                  + Math.max(0, style)
                  + ","
                  + quiet
                  + ")"
              : refused(from, to);
    };
  }

  private static int digits(SqlType type) {
    return switch (type.base()) {
      case DATE, SMALLDATETIME -> 0;
      case DATETIME -> 3;
      default -> type.scale();
    };
  }

  private String timestamp(String sql, SqlType from, SqlType to, int style, boolean quiet) {
    Base target = to.base();
    if (from.base().isTemporal()) {
      if (from.base() == target && (target != Base.DATETIME2 || from.scale() <= to.scale())) {
        return sql;
      }
      String local = local(sql, from);
      return switch (target) {
        case DATETIME ->
            from.base() == Base.SMALLDATETIME
                ? sql
                : ranged("hn.to_datetime(", local, "1753-01-01", "9999-12-31 23:59:59.9999", quiet);
        case SMALLDATETIME ->
            ranged("hn.to_smalldatetime(", local, "1900-01-01", "2079-06-06 23:59:29", quiet);
        default ->
            digits(from) <= to.scale()
                ? local
                : "hn.to_datetime2(" + local + "," + to.scale() + ")";
      };
    }
    if (character(from)) {
      return "hn.string_to_timestamp("
          + sql
          + ","
          + quoted(name(from))
          + ","
          + quoted(name(to))
          + ","
          + to.scale()
          + ","
          + Math.max(0, style)
          + ","
          + quiet
          + ")";
    }
    if (from.base().isNumeric() && target != Base.DATETIME2) {
      return "hn.to_"
          + name(to)
          + "(timestamp '1900-01-01' + ("
          + sql
          + ")::float8 * interval '1 day')";
    }
    return refused(from, to);
  }

  private static String ranged(
      String function, String sql, String low, String high, boolean quiet) {
    String call = function + sql + ")";
    return quiet
        ? "CASE WHEN (" + sql + ") BETWEEN '" + low + "' AND '" + high + "' THEN " + call + " END"
        : call;
  }

  private String offset(String sql, SqlType from, SqlType to, int style, boolean quiet) {
    if (from.base() == Base.DATETIMEOFFSET) {
      return from.scale() <= to.scale()
          ? sql
          : "ROW(hn.to_datetime2(("
              + sql
              + ").utc,"
              + to.scale()
              + "),("
              + sql
              + ").minutes)::hn.datetimeoffset";
    }
    if (from.base().isTemporal()) {
      return "hn.to_datetimeoffset(hn.to_datetime2(" + local(sql, from) + "," + to.scale() + "),0)";
    }
    return character(from)
        ? "hn.string_to_datetimeoffset("
            + sql
            + ","
            + to.scale()
            + ","
            + Math.max(0, style)
            + ","
            + quiet
            + ")"
        : refused(from, to);
  }

  private String binary(String sql, SqlType from, SqlType to, int style, boolean quiet) {
    boolean fixed = to.base() == Base.BINARY;
    int n = to.base() == Base.ROWVERSION ? 8 : to.length() == 0 ? 30 : to.length();
    Base base = from.base();
    if (base.isInteger() || base == Base.BIT) {
      int size =
          switch (base) {
            case BIT, TINYINT -> 1;
            case SMALLINT -> 2;
            case INT -> 4;
            default -> 8;
          };
      return "hn.integer_bytes(("
          + sql
          + ")::int8,"
          + (fixed ? n : n == SqlType.MAX ? size : Math.min(n, size))
          + ")";
    }
    String bytes;
    if (base.isBinary()) {
      bytes = sql;
      boolean shorter =
          from.length() != SqlType.MAX
              && from.base() != Base.IMAGE
              && (n == SqlType.MAX || from.length() <= n);
      if (!fixed && (n == SqlType.MAX || shorter)) {
        return sql;
      }
      if (fixed && base == Base.BINARY && from.length() == n) {
        return sql;
      }
    } else if (character(from)) {
      bytes =
          style == 1 || style == 2
              ? "hn.hex_bytes(" + sql + "," + (style == 1) + "," + quiet + ")"
              : from.base() == Base.CHAR || from.base() == Base.VARCHAR || from.base() == Base.TEXT
                  ? "hn.cp1252(" + sql + ")"
                  : "hn.utf16(" + sql + ")";
    } else if (base == Base.UNIQUEIDENTIFIER) {
      bytes = "hn.guid_bytes(" + sql + ")";
    } else {
      throw SqlError.unsupported("conversion from " + from.sql() + " to " + to.sql());
    }
    return n == SqlType.MAX
        ? bytes
        : fixed ? "hn.pad_binary(" + bytes + "," + n + ")" : "substr(" + bytes + ",1," + n + ")";
  }

  private String guid(String sql, SqlType from, SqlType to, boolean quiet) {
    if (from.base() == Base.UNIQUEIDENTIFIER) {
      return sql;
    }
    if (character(from)) {
      return "hn.string_to_guid(" + sql + "," + quiet + ")";
    }
    return from.base().isBinary() ? "hn.bytes_guid(" + sql + ")" : refused(from, to);
  }

  private String vector(String sql, SqlType from, SqlType to, boolean quiet) {
    if (from.base() == Base.VECTOR) {
      return from.length() == to.length() || to.length() == 0
          ? sql
          : "hn.vector_check(" + sql + "," + to.length() + ")";
    }
    return character(from)
        ? "hn.string_to_vector(" + sql + "," + to.length() + "," + quiet + ")"
        : refused(from, to);
  }
}
