package io.hartonomous.scaffold.jpa;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.hartonomous.model.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// The Java types of columns, as mssql-jdbc gives and takes them. Source: Microsoft Learn, "Using
/// basic data types" (JDBC driver for SQL Server).
final class JavaTypes {
  private JavaTypes() {}

  /// Empty for a type that Jakarta Persistence has no basic type for.
  static Optional<TypeName> of(SqlType type) {
    return switch (type.base()) {
      case BIT -> one(Boolean.class);
      case TINYINT, SMALLINT -> one(Short.class);
      case INT -> one(Integer.class);
      case BIGINT -> one(Long.class);
      case DECIMAL, NUMERIC, SMALLMONEY, MONEY -> one(BigDecimal.class);
      case REAL -> one(Float.class);
      case FLOAT -> one(Double.class);
      case DATE -> one(LocalDate.class);
      case TIME -> one(LocalTime.class);
      case SMALLDATETIME, DATETIME, DATETIME2 -> one(LocalDateTime.class);
      case DATETIMEOFFSET -> one(OffsetDateTime.class);
      // A vector goes over the wire as its JSON text, which every client can read and write.
      case CHAR, VARCHAR, TEXT, NCHAR, NVARCHAR, NTEXT, XML, JSON, VECTOR -> one(String.class);
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> Optional.of(ArrayTypeName.of(TypeName.BYTE));
      case UNIQUEIDENTIFIER -> one(UUID.class);
      case SQL_VARIANT, HIERARCHYID, GEOMETRY, GEOGRAPHY, CURSOR, TABLE, CLR, NULL, UNKNOWN ->
          Optional.empty();
    };
  }

  private static Optional<TypeName> one(Class<?> type) {
    return Optional.of(ClassName.get(type));
  }
}
