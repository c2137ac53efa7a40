package io.hartonomous.plan;

import io.hartonomous.model.SqlType;

/// The value that GenerateSmartDefaults gives to rows that have none.
final class SmartDefault {
  private SmartDefault() {}

  static String of(SqlType type) {
    return switch (type.base()) {
      case CHAR, VARCHAR, TEXT, NCHAR, NVARCHAR, NTEXT -> "N''";
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> "0x";
      case DATE, SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET -> "'1900-01-01'";
      case TIME -> "'00:00:00'";
      case UNIQUEIDENTIFIER -> "'00000000-0000-0000-0000-000000000000'";
      case XML -> "N''";
      case JSON -> "N'{}'";
      case HIERARCHYID -> "hierarchyid::GetRoot()";
      case BIT,
          TINYINT,
          SMALLINT,
          INT,
          BIGINT,
          DECIMAL,
          NUMERIC,
          SMALLMONEY,
          MONEY,
          REAL,
          FLOAT,
          SQL_VARIANT ->
          "0";
      case VECTOR, GEOMETRY, GEOGRAPHY, CURSOR, TABLE, CLR, NULL, UNKNOWN ->
          throw new IllegalArgumentException("no value stands for missing ones of type " + type);
    };
  }
}
