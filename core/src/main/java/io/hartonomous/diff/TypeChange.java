package io.hartonomous.diff;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;

/// What ALTER COLUMN does to the values when a column's type changes.
///
/// Source: Microsoft Learn, "CAST and CONVERT (Transact-SQL)", implicit conversions; "ALTER TABLE
/// (Transact-SQL)", ALTER COLUMN. Stricter than the reference where digits are cut off without an
/// error (`datetime` to `date`), and laxer where the new type holds every value (`int` to
/// `decimal(10,0)`).
public enum TypeChange {
  /// Every value of the old type is a value of the new one.
  LOSSLESS,
  /// ALTER COLUMN works, but a value may be cut, rounded or refused.
  LOSSY,
  /// ALTER COLUMN is refused by the server, CAST is not.
  EXPLICIT,
  /// No conversion exists.
  IMPOSSIBLE;

  public static TypeChange of(SqlType before, SqlType after) {
    Base from = before.base();
    Base to = after.base();
    if (from == Base.ROWVERSION
        || to == Base.ROWVERSION
        || from == Base.CLR
        || to == Base.CLR
        || from == Base.UNKNOWN
        || to == Base.UNKNOWN) {
      return from == to ? LOSSLESS : IMPOSSIBLE;
    }
    if (from == to) {
      return sameBase(before, after);
    }
    if (from.isCharacter()) {
      return fromCharacter(before, after);
    }
    if (to.isCharacter()) {
      return toCharacter(before, after);
    }
    if (from.isNumeric() && to.isNumeric()) {
      return numeric(before, after);
    }
    if (from.isTemporal() && to.isTemporal()) {
      return temporal(before, after);
    }
    if (from == Base.IMAGE) {
      return to == Base.VARBINARY && after.isMax() ? LOSSLESS : to.isBinary() ? LOSSY : IMPOSSIBLE;
    }
    if (from.isBinary() && to.isBinary()) {
      return length(before, after) && to != Base.BINARY ? LOSSLESS : LOSSY;
    }
    if (to == Base.SQL_VARIANT) {
      return from == Base.XML || from == Base.JSON || from == Base.VECTOR || from == Base.IMAGE
          ? IMPOSSIBLE
          : LOSSLESS;
    }
    if (from == Base.SQL_VARIANT) {
      return EXPLICIT;
    }
    if (from.isBinary() && (to.isExactNumeric() || to == Base.UNIQUEIDENTIFIER)
        || from.isExactNumeric() && to.isBinary()
        || to.isBinary() && from == Base.UNIQUEIDENTIFIER) {
      return LOSSY;
    }
    if ((from == Base.DATETIME || from == Base.SMALLDATETIME) && (to.isNumeric() || to.isBinary())
        || (to == Base.DATETIME || to == Base.SMALLDATETIME)
            && (from.isNumeric() || from.isBinary())) {
      return to.isTemporal() ? LOSSY : EXPLICIT;
    }
    return from == Base.XML && to.isBinary() ? EXPLICIT : IMPOSSIBLE;
  }

  private static TypeChange sameBase(SqlType before, SqlType after) {
    return switch (before.base()) {
      case CHAR, NCHAR, VARCHAR, NVARCHAR, BINARY, VARBINARY ->
          length(before, after) ? LOSSLESS : LOSSY;
      case DECIMAL, NUMERIC -> numeric(before, after);
      case TIME, DATETIME2, DATETIMEOFFSET -> after.scale() >= before.scale() ? LOSSLESS : LOSSY;
      case VECTOR -> before.length() == after.length() ? LOSSLESS : LOSSY;
      case FLOAT -> after.precision() <= 24 && before.precision() > 24 ? LOSSY : LOSSLESS;
      default -> LOSSLESS;
    };
  }

  private static boolean length(SqlType before, SqlType after) {
    return after.isMax() || !before.isMax() && after.length() >= before.length();
  }

  private static TypeChange fromCharacter(SqlType before, SqlType after) {
    Base from = before.base();
    Base to = after.base();
    boolean large = from == Base.TEXT || from == Base.NTEXT;
    if (to.isCharacter()) {
      boolean fits =
          large
              ? after.isMax() || to == Base.NTEXT
              : to == Base.TEXT || to == Base.NTEXT || length(before, after);
      return fits && (to.isUnicode() || !from.isUnicode()) ? LOSSLESS : LOSSY;
    }
    if (to == Base.VECTOR || to == Base.JSON || to == Base.XML) {
      return large && to != Base.XML ? IMPOSSIBLE : LOSSY;
    }
    if (large) {
      return IMPOSSIBLE;
    }
    if (to == Base.SQL_VARIANT) {
      return before.isMax() ? IMPOSSIBLE : LOSSLESS;
    }
    return to.isBinary() || to == Base.IMAGE ? EXPLICIT : LOSSY;
  }

  private static TypeChange toCharacter(SqlType before, SqlType after) {
    Base from = before.base();
    if (from == Base.XML || from == Base.SQL_VARIANT) {
      return EXPLICIT;
    }
    if (from == Base.IMAGE || after.base() == Base.TEXT || after.base() == Base.NTEXT) {
      return IMPOSSIBLE;
    }
    if (from.isBinary()) {
      return EXPLICIT;
    }
    int needed =
        switch (from) {
          case BIT -> 1;
          case TINYINT -> 3;
          case SMALLINT -> 6;
          case INT -> 11;
          case BIGINT -> 20;
          case DECIMAL, NUMERIC -> before.precision() + 2;
          case DATE -> 10;
          case TIME -> 16;
          case DATETIME2 -> 27;
          case DATETIMEOFFSET -> 34;
          case UNIQUEIDENTIFIER -> 36;
          // Default styles cut seconds and digits (datetime, money, float): some value is always
          // lost.
          default -> Integer.MAX_VALUE;
        };
    return after.isMax() && needed < Integer.MAX_VALUE || needed <= after.length()
        ? LOSSLESS
        : LOSSY;
  }

  private static TypeChange numeric(SqlType before, SqlType after) {
    Base from = before.base();
    Base to = after.base();
    if (to == Base.FLOAT) {
      boolean exact =
          from == Base.REAL
              || from == Base.FLOAT
              || from == Base.BIT
              || from.isInteger() && from != Base.BIGINT;
      return exact ? LOSSLESS : LOSSY;
    }
    if (to == Base.REAL) {
      return from == Base.REAL || from == Base.BIT || from == Base.TINYINT || from == Base.SMALLINT
          ? LOSSLESS
          : LOSSY;
    }
    if (from == Base.FLOAT || from == Base.REAL || to == Base.BIT) {
      return LOSSY;
    }
    boolean sign = to != Base.TINYINT || from == Base.BIT || from == Base.TINYINT;
    boolean fits =
        decimal(before) && !decimal(after)
            ? whole(after) > whole(before)
            : whole(after) >= whole(before);
    return sign && fits && scale(after) >= scale(before) ? LOSSLESS : LOSSY;
  }

  private static boolean decimal(SqlType type) {
    return type.base() == Base.DECIMAL || type.base() == Base.NUMERIC;
  }

  /// Digits before the point of the greatest value. Of a decimal every such number fits; of the
  /// other types only those with a digit less.
  private static int whole(SqlType type) {
    return switch (type.base()) {
      case TINYINT -> 3;
      case SMALLINT -> 5;
      case INT -> 10;
      case BIGINT -> 19;
      case SMALLMONEY -> 6;
      case MONEY -> 15;
      case DECIMAL, NUMERIC -> type.precision() - type.scale();
      default -> 1;
    };
  }

  private static int scale(SqlType type) {
    return switch (type.base()) {
      case DECIMAL, NUMERIC -> type.scale();
      case MONEY, SMALLMONEY -> 4;
      default -> 0;
    };
  }

  private static TypeChange temporal(SqlType before, SqlType after) {
    Base from = before.base();
    Base to = after.base();
    if (from == Base.DATE && to == Base.TIME || from == Base.TIME && to == Base.DATE) {
      return IMPOSSIBLE;
    }
    if (from == Base.DATE) {
      return to == Base.DATETIME2 || to == Base.DATETIMEOFFSET ? LOSSLESS : LOSSY;
    }
    int digits =
        switch (from) {
          case SMALLDATETIME -> 0;
          case DATETIME -> 3;
          default -> before.scale();
        };
    boolean whole = from != Base.TIME && from != Base.DATETIMEOFFSET;
    return switch (to) {
      case DATETIME2 -> (whole || from == Base.TIME) && after.scale() >= digits ? LOSSLESS : LOSSY;
      case DATETIMEOFFSET -> after.scale() >= digits ? LOSSLESS : LOSSY;
      case DATETIME -> from == Base.SMALLDATETIME ? LOSSLESS : LOSSY;
      default -> LOSSY;
    };
  }
}
