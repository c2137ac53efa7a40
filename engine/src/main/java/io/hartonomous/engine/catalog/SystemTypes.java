package io.hartonomous.engine.catalog;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;

/// How `sys.types` numbers and measures the built-in types.
///
/// Source: Microsoft Learn, "sys.types (Transact-SQL)"; precision and length as `sys.columns` shows
/// them.
public final class SystemTypes {
  private SystemTypes() {}

  /// `system_type_id`.
  public static int id(Base base) {
    return switch (base) {
      case IMAGE -> 34;
      case TEXT -> 35;
      case UNIQUEIDENTIFIER -> 36;
      case DATE -> 40;
      case TIME -> 41;
      case DATETIME2 -> 42;
      case DATETIMEOFFSET -> 43;
      case TINYINT -> 48;
      case SMALLINT -> 52;
      case INT -> 56;
      case SMALLDATETIME -> 58;
      case REAL -> 59;
      case MONEY -> 60;
      case DATETIME -> 61;
      case FLOAT -> 62;
      case SQL_VARIANT -> 98;
      case NTEXT -> 99;
      case BIT -> 104;
      case DECIMAL -> 106;
      case NUMERIC -> 108;
      case SMALLMONEY -> 122;
      case BIGINT -> 127;
      case VECTOR, VARBINARY -> 165;
      case VARCHAR -> 167;
      case BINARY -> 173;
      case CHAR -> 175;
      case ROWVERSION -> 189;
      case NVARCHAR -> 231;
      case NCHAR -> 239;
      case HIERARCHYID, GEOMETRY, GEOGRAPHY, CLR -> 240;
      case XML -> 241;
      case TABLE -> 243;
      case JSON -> 244;
      case CURSOR, NULL, UNKNOWN -> 0;
    };
  }

  /// `user_type_id` of the built-in type itself.
  public static int userTypeId(SqlType type) {
    if (type.userType().isPresent() && type.userType().get().name().equalsIgnoreCase("sysname")) {
      return 256;
    }
    return switch (type.base()) {
      case HIERARCHYID -> 128;
      case GEOMETRY -> 129;
      case GEOGRAPHY -> 130;
      case VECTOR -> 255;
      default -> id(type.base());
    };
  }

  public static int maxLength(SqlType type) {
    return switch (type.base()) {
      case BIT, TINYINT -> 1;
      case SMALLINT -> 2;
      case INT, REAL, SMALLMONEY, SMALLDATETIME -> 4;
      case FLOAT -> type.precision() > 0 && type.precision() <= 24 ? 4 : 8;
      case BIGINT, MONEY, DATETIME, ROWVERSION -> 8;
      case DECIMAL, NUMERIC ->
          type.precision() <= 9 ? 5 : type.precision() <= 19 ? 9 : type.precision() <= 28 ? 13 : 17;
      case DATE -> 3;
      case TIME -> type.scale() <= 2 ? 3 : type.scale() <= 4 ? 4 : 5;
      case DATETIME2 -> type.scale() <= 2 ? 6 : type.scale() <= 4 ? 7 : 8;
      case DATETIMEOFFSET -> type.scale() <= 2 ? 8 : type.scale() <= 4 ? 9 : 10;
      case UNIQUEIDENTIFIER, TEXT, NTEXT, IMAGE -> 16;
      case CHAR, VARCHAR, BINARY, VARBINARY -> type.isMax() ? -1 : Math.max(type.length(), 1);
      case NCHAR, NVARCHAR -> type.isMax() ? -1 : 2 * Math.max(type.length(), 1);
      case SQL_VARIANT -> 8016;
      case VECTOR -> 4 * type.length() + 8;
      case HIERARCHYID -> 892;
      case XML, JSON, GEOMETRY, GEOGRAPHY, CLR, TABLE -> -1;
      case CURSOR, NULL, UNKNOWN -> 0;
    };
  }

  public static int precision(SqlType type) {
    return switch (type.base()) {
      case BIT -> 1;
      case TINYINT -> 3;
      case SMALLINT -> 5;
      case INT, SMALLMONEY -> 10;
      case BIGINT, MONEY -> 19;
      case DECIMAL, NUMERIC -> type.precision();
      case REAL -> 24;
      case FLOAT -> type.precision() > 0 && type.precision() <= 24 ? 24 : 53;
      case DATE -> 10;
      case TIME -> type.scale() == 0 ? 8 : 9 + type.scale();
      case SMALLDATETIME -> 16;
      case DATETIME -> 23;
      case DATETIME2 -> type.scale() == 0 ? 19 : 20 + type.scale();
      case DATETIMEOFFSET -> type.scale() == 0 ? 26 : 27 + type.scale();
      default -> 0;
    };
  }

  public static int scale(SqlType type) {
    return switch (type.base()) {
      case MONEY, SMALLMONEY -> 4;
      case DATETIME -> 3;
      case DECIMAL, NUMERIC, TIME, DATETIME2, DATETIMEOFFSET -> type.scale();
      default -> 0;
    };
  }
}
