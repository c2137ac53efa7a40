package io.hartonomous.engine.translate;

import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;

/// A value on its way into a column: converted, and refused where it is too long (2628).
final class AssignmentSql {
  private final Emission emission;

  AssignmentSql(Emission emission) {
    this.emission = emission;
  }

  String assign(String sql, SqlType from, SqlType to, ObjectName table, String column) {
    if (from.base() == Base.NULL) {
      return "NULL::" + emission.cast(to);
    }
    String names =
        ", "
            + PgNames.literal(
                emission.context.database()
                    + "."
                    + (table.schema().isEmpty() ? "" : table.schema() + ".")
                    + table.name())
            + ", "
            + PgNames.literal(column)
            + ")";
    return switch (to.base()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR -> {
        if (to.isMax()) {
          yield emission.conversions.convert(sql, from, to, ConversionSql.NO_STYLE, false);
        }
        SqlType unlimited =
            new SqlType(
                to.base().isUnicode() ? Base.NVARCHAR : Base.VARCHAR,
                SqlType.MAX,
                0,
                0,
                to.collation(),
                java.util.Optional.empty());
        int n = to.length() == 0 ? 1 : to.length();
        boolean fixed = to.base() == Base.CHAR || to.base() == Base.NCHAR;
        boolean fits =
            from.base().isCharacter()
                && !from.isMax()
                && from.base() != Base.TEXT
                && from.base() != Base.NTEXT
                && from.length() <= n;
        String text =
            emission.conversions.convert(sql, from, unlimited, ConversionSql.NO_STYLE, false);
        String fitted = fits ? text : "hn.fit(" + text + ", " + n + names;
        boolean same = from.base() == to.base() && from.length() == to.length();
        yield fixed && !same ? "hn.pad(" + fitted + ", " + n + ")" : fitted;
      }
      case BINARY, VARBINARY -> {
        if (to.isMax() || !from.base().isBinary()) {
          yield emission.conversions.convert(sql, from, to, ConversionSql.NO_STYLE, false);
        }
        int n = to.length() == 0 ? 1 : to.length();
        boolean fits = !from.isMax() && from.base() != Base.IMAGE && from.length() <= n;
        String fitted = fits ? sql : "hn.fit_binary(" + sql + ", " + n + names;
        yield to.base() == Base.BINARY && from.length() != n
            ? "hn.pad_binary(" + fitted + ", " + n + ")"
            : fitted;
      }
      default -> emission.conversions.convert(sql, from, to, ConversionSql.NO_STYLE, false);
    };
  }

  String assign(String sql, SqlType from, Column column, ObjectName table) {
    return assign(sql, from, column.type(), table, column.name());
  }
}
