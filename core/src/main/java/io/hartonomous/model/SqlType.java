package io.hartonomous.model;

import java.util.Optional;

/// A data type with its facets, as a column, variable, parameter or expression has it.
///
/// Shape: `length` counts bytes for binary and single-byte character types and UTF-16 units for
/// `nchar` and `nvarchar`; `MAX` (-1) stands for `max`; 0 where the type has no length. For
/// `VECTOR` it is the number of dimensions. `precision` and `scale` belong to `decimal` and
/// `numeric`; `scale` alone to `time`, `datetime2` and `datetimeoffset`; `precision` alone to
/// `float` (1 to 53). `userType` names the alias, table or CLR type that the user wrote, in which
/// case the other components say what it is based on. `collation` is present only where an explicit
/// one is known.
public record SqlType(
    Base base,
    int length,
    int precision,
    int scale,
    Optional<String> collation,
    Optional<ObjectName> userType) {

  /// The length of `varchar(max)` and its relatives.
  public static final int MAX = -1;

  /// The built-in types, and the three shapes that are none: a table, a CLR type and a type that
  /// could not be found.
  public enum Base {
    BIT,
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
    DATE,
    TIME,
    SMALLDATETIME,
    DATETIME,
    DATETIME2,
    DATETIMEOFFSET,
    CHAR,
    VARCHAR,
    TEXT,
    NCHAR,
    NVARCHAR,
    NTEXT,
    BINARY,
    VARBINARY,
    IMAGE,
    ROWVERSION,
    UNIQUEIDENTIFIER,
    SQL_VARIANT,
    XML,
    JSON,
    VECTOR,
    HIERARCHYID,
    GEOMETRY,
    GEOGRAPHY,
    CURSOR,
    TABLE,
    CLR,
    NULL,
    UNKNOWN;

    public boolean isCharacter() {
      return switch (this) {
        case CHAR, VARCHAR, TEXT, NCHAR, NVARCHAR, NTEXT -> true;
        default -> false;
      };
    }

    public boolean isUnicode() {
      return this == NCHAR || this == NVARCHAR || this == NTEXT;
    }

    public boolean isBinary() {
      return this == BINARY || this == VARBINARY || this == IMAGE || this == ROWVERSION;
    }

    public boolean isInteger() {
      return this == TINYINT || this == SMALLINT || this == INT || this == BIGINT;
    }

    public boolean isExactNumeric() {
      return isInteger()
          || this == BIT
          || this == DECIMAL
          || this == NUMERIC
          || this == MONEY
          || this == SMALLMONEY;
    }

    public boolean isNumeric() {
      return isExactNumeric() || this == REAL || this == FLOAT;
    }

    public boolean isTemporal() {
      return switch (this) {
        case DATE, TIME, SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET -> true;
        default -> false;
      };
    }
  }

  public static final SqlType UNKNOWN = of(Base.UNKNOWN);
  public static final SqlType NULL = of(Base.NULL);
  public static final SqlType BIT = of(Base.BIT);
  public static final SqlType INT = of(Base.INT);
  public static final SqlType BIGINT = of(Base.BIGINT);
  public static final SqlType FLOAT =
      new SqlType(Base.FLOAT, 0, 53, 0, Optional.empty(), Optional.empty());
  public static final SqlType SYSNAME =
      new SqlType(
          Base.NVARCHAR,
          128,
          0,
          0,
          Optional.empty(),
          Optional.of(new ObjectName("sys", "sysname")));

  public static SqlType of(Base base) {
    return new SqlType(base, 0, 0, 0, Optional.empty(), Optional.empty());
  }

  public static SqlType sized(Base base, int length) {
    return new SqlType(base, length, 0, 0, Optional.empty(), Optional.empty());
  }

  public static SqlType nvarchar(int length) {
    return sized(Base.NVARCHAR, length);
  }

  public static SqlType varchar(int length) {
    return sized(Base.VARCHAR, length);
  }

  public static SqlType varbinary(int length) {
    return sized(Base.VARBINARY, length);
  }

  public static SqlType decimal(int precision, int scale) {
    return new SqlType(Base.DECIMAL, 0, precision, scale, Optional.empty(), Optional.empty());
  }

  /// `time`, `datetime2` or `datetimeoffset` with its fractional digits, 0 to 7.
  public static SqlType scaled(Base base, int scale) {
    return new SqlType(base, 0, 0, scale, Optional.empty(), Optional.empty());
  }

  public boolean isMax() {
    return length == MAX;
  }

  public SqlType withCollation(String name) {
    return new SqlType(base, length, precision, scale, Optional.of(name), userType);
  }

  public SqlType withUserType(ObjectName name) {
    return new SqlType(base, length, precision, scale, collation, Optional.of(name));
  }

  /// The type as T-SQL writes it, without collation: `nvarchar(max)`, `decimal(10,2)`,
  /// `[dbo].[Money]`.
  public String sql() {
    if (userType.isPresent() && !userType.get().schema().equals("sys")) {
      return userType.get().quoted();
    }
    if (userType.isPresent()) {
      return userType.get().name();
    }
    String name = base.name().toLowerCase(java.util.Locale.ROOT);
    return switch (base) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY ->
          name + (isMax() ? "(max)" : length == 0 ? "" : "(" + length + ")");
      case VECTOR -> name + "(" + length + ")";
      case DECIMAL, NUMERIC -> name + "(" + precision + "," + scale + ")";
      case TIME, DATETIME2, DATETIMEOFFSET -> name + "(" + scale + ")";
      case FLOAT -> precision == 53 || precision == 0 ? name : name + "(" + precision + ")";
      default -> name;
    };
  }

  @Override
  public String toString() {
    return sql();
  }
}
