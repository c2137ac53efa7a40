package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// From data types as written to [SqlType].
public final class DataTypes {
  /// The length of a character or binary type that was written without one: in declarations, and in
  /// CAST and CONVERT.
  private static final int DECLARED = 1;

  private static final int CAST = 30;

  private static final Map<String, Base> NAMES =
      Map.ofEntries(
          Map.entry("BIT", Base.BIT),
          Map.entry("TINYINT", Base.TINYINT),
          Map.entry("SMALLINT", Base.SMALLINT),
          Map.entry("INT", Base.INT),
          Map.entry("INTEGER", Base.INT),
          Map.entry("BIGINT", Base.BIGINT),
          Map.entry("DECIMAL", Base.DECIMAL),
          Map.entry("DEC", Base.DECIMAL),
          Map.entry("NUMERIC", Base.NUMERIC),
          Map.entry("SMALLMONEY", Base.SMALLMONEY),
          Map.entry("MONEY", Base.MONEY),
          Map.entry("REAL", Base.REAL),
          Map.entry("FLOAT", Base.FLOAT),
          Map.entry("DOUBLE PRECISION", Base.FLOAT),
          Map.entry("DATE", Base.DATE),
          Map.entry("TIME", Base.TIME),
          Map.entry("SMALLDATETIME", Base.SMALLDATETIME),
          Map.entry("DATETIME", Base.DATETIME),
          Map.entry("DATETIME2", Base.DATETIME2),
          Map.entry("DATETIMEOFFSET", Base.DATETIMEOFFSET),
          Map.entry("CHAR", Base.CHAR),
          Map.entry("CHARACTER", Base.CHAR),
          Map.entry("VARCHAR", Base.VARCHAR),
          Map.entry("CHAR VARYING", Base.VARCHAR),
          Map.entry("CHARACTER VARYING", Base.VARCHAR),
          Map.entry("TEXT", Base.TEXT),
          Map.entry("NCHAR", Base.NCHAR),
          Map.entry("NATIONAL CHAR", Base.NCHAR),
          Map.entry("NATIONAL CHARACTER", Base.NCHAR),
          Map.entry("NVARCHAR", Base.NVARCHAR),
          Map.entry("NATIONAL CHAR VARYING", Base.NVARCHAR),
          Map.entry("NATIONAL CHARACTER VARYING", Base.NVARCHAR),
          Map.entry("NTEXT", Base.NTEXT),
          Map.entry("NATIONAL TEXT", Base.NTEXT),
          Map.entry("BINARY", Base.BINARY),
          Map.entry("VARBINARY", Base.VARBINARY),
          Map.entry("BINARY VARYING", Base.VARBINARY),
          Map.entry("IMAGE", Base.IMAGE),
          Map.entry("ROWVERSION", Base.ROWVERSION),
          Map.entry("TIMESTAMP", Base.ROWVERSION),
          Map.entry("UNIQUEIDENTIFIER", Base.UNIQUEIDENTIFIER),
          Map.entry("SQL_VARIANT", Base.SQL_VARIANT),
          Map.entry("XML", Base.XML),
          Map.entry("JSON", Base.JSON),
          Map.entry("VECTOR", Base.VECTOR),
          Map.entry("HIERARCHYID", Base.HIERARCHYID),
          Map.entry("GEOMETRY", Base.GEOMETRY),
          Map.entry("GEOGRAPHY", Base.GEOGRAPHY),
          Map.entry("CURSOR", Base.CURSOR));

  private DataTypes() {}

  /// The type of a column, a variable or a parameter; UNKNOWN where a named type does not exist.
  public static SqlType of(DataType type, Catalog catalog) {
    return of(type, catalog, DECLARED);
  }

  /// The type in CAST and CONVERT, where a missing length means 30.
  public static SqlType ofCast(DataType type, Catalog catalog) {
    return of(type, catalog, CAST);
  }

  private static SqlType of(DataType type, Catalog catalog, int missingLength) {
    return switch (type) {
      case DataType.ImpliedTimestamp _ -> SqlType.of(NAMES.get("TIMESTAMP"));
      case DataType.Xml _ -> SqlType.of(Base.XML);
      case DataType.Cursor _ -> SqlType.of(Base.CURSOR);
      case DataType.Table _ -> SqlType.of(Base.TABLE);
      case DataType.Argument _ -> SqlType.UNKNOWN;
      case DataType.Named named ->
          builtInBase(named)
              .map(base -> sized(base, named.arguments(), missingLength))
              .or(() -> isSysname(named) ? Optional.of(SqlType.SYSNAME) : Optional.empty())
              .or(() -> catalog.type(userTypeName(named, catalog)))
              .orElse(SqlType.UNKNOWN);
    };
  }

  /// The built-in type that a name means; absent for `sysname` and for user types.
  public static Optional<Base> builtInBase(DataType.Named type) {
    if (!schemaAllowsBuiltIn(type)) {
      return Optional.empty();
    }
    if (type.moreWords().isEmpty()) {
      return Optional.ofNullable(NAMES.get(upper(type.name().object())));
    }
    StringBuilder words = new StringBuilder(upper(type.name().object()));
    for (Identifier word : type.moreWords()) {
      words.append(' ').append(upper(word));
    }
    return Optional.ofNullable(NAMES.get(words.toString()));
  }

  public static boolean isSysname(DataType.Named type) {
    return schemaAllowsBuiltIn(type) && type.name().object().value().equalsIgnoreCase("sysname");
  }

  /// The name under which a type that is not built in is looked for.
  public static ObjectName userTypeName(DataType.Named type, Catalog catalog) {
    return new ObjectName(
        type.name().schema().map(Identifier::value).orElse(catalog.defaultSchema()),
        type.name().object().value());
  }

  private static boolean schemaAllowsBuiltIn(DataType.Named type) {
    return type.name().parts().size() == 1
        || type.name().schema().map(s -> s.value().equalsIgnoreCase("sys")).orElse(false);
  }

  private static String upper(Identifier word) {
    return word.value().toUpperCase(Locale.ROOT);
  }

  private static SqlType sized(Base base, List<DataType.Argument> arguments, int missingLength) {
    return switch (base) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY ->
          SqlType.sized(base, number(arguments, 0, missingLength));
      case DECIMAL, NUMERIC ->
          new SqlType(
              base,
              0,
              number(arguments, 0, 18),
              number(arguments, 1, 0),
              Optional.empty(),
              Optional.empty());
      case TIME, DATETIME2, DATETIMEOFFSET -> SqlType.scaled(base, number(arguments, 0, 7));
      case FLOAT -> {
        // float(1) to float(24) are stored in 4 bytes and are called real by the server.
        int precision = number(arguments, 0, 53);
        yield precision <= 24 ? SqlType.of(Base.REAL) : SqlType.FLOAT;
      }
      case VECTOR -> SqlType.sized(base, number(arguments, 0, 0));
      default -> SqlType.of(base);
    };
  }

  private static int number(List<DataType.Argument> arguments, int index, int missing) {
    if (index >= arguments.size()) {
      return missing;
    }
    DataType.Argument argument = arguments.get(index);
    if (argument.kind() == DataType.ArgumentKind.MAX) {
      return SqlType.MAX;
    }
    String text = argument.text();
    if (argument.kind() != DataType.ArgumentKind.NUMBER || text.length() > 9) {
      return missing;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return missing;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
