package io.hartonomous.engine.translate;

import io.hartonomous.model.ObjectName;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// PostgreSQL's errors as SQL Server's: by SQLSTATE and the fields that come with it, never by
/// guessing from a text where a field says it.
public final class PgErrors {
  private static final Pattern OUT_OF_RANGE =
      Pattern.compile("(smallint|integer|bigint) out of range");
  private static final Pattern KEY =
      Pattern.compile(
          "\\)=\\((.*)\\) (?:already exists|is duplicated|is not|is still).*", Pattern.DOTALL);

  private PgErrors() {}

  /// The way back from PostgreSQL's names to SQL Server's.
  public interface Names {
    String database();

    Optional<ObjectName> table(String pgSchema, String pgTable);

    Optional<String> column(ObjectName table, String pgColumn);

    /// The SQL name of a constraint, or of a unique index.
    Optional<Constraint> constraint(String pgSchema, String pgTable, String pgConstraint);
  }

  /// `column` is the one column that the message shows, where the constraint has one. For a foreign
  /// key `table` and `column` are those of the table that refers where rows of the other table were
  /// deleted, else those that it refers to.
  public record Constraint(
      String name,
      Kind kind,
      Optional<ObjectName> referenced,
      Optional<String> referencedColumn,
      Optional<String> column) {
    public enum Kind {
      PRIMARY_KEY,
      UNIQUE,
      UNIQUE_INDEX,
      FOREIGN_KEY,
      SELF_REFERENCE,
      CHECK
    }
  }

  /// `statement`: INSERT, UPDATE, DELETE, MERGE, ALTER TABLE, SELECT. An error that stands for none
  /// of SQL Server's comes out as our number 49902: a defect of the engine.
  public static SqlError of(SQLException error, Names names, String statement) {
    ServerErrorMessage fields = error instanceof PSQLException p ? p.getServerErrorMessage() : null;
    if (fields == null) {
      return SqlError.of(49903, error.getMessage());
    }
    String state = String.valueOf(error.getSQLState());
    String message = String.valueOf(fields.getMessage());
    return switch (state) {
      case "HN000" -> raised(message, fields.getDetail());
      case "22012" -> SqlError.of(8134);
      case "22003" -> {
        Matcher m = OUT_OF_RANGE.matcher(message);
        yield SqlError.of(
            8115,
            "expression",
            m.find()
                ? switch (m.group(1)) {
                  case "smallint" -> "smallint";
                  case "integer" -> "int";
                  default -> "bigint";
                }
                : "numeric");
      }
      case "22008" -> SqlError.of(517, "datetime2");
      case "22011" -> SqlError.of(537, "LEFT or SUBSTRING");
      case "22021", "22P05" -> SqlError.of(49901);
      case "21000" -> message.contains("MERGE") ? SqlError.of(8672) : SqlError.of(512);
      case "23502" -> notNull(fields, names, statement);
      case "23503", "23514" -> conflict(fields, names, statement);
      case "23505" -> duplicate(fields, names);
      case "40P01" -> SqlError.of(1205, "");
      case "55P03" -> SqlError.of(1222);
      case "40001" -> SqlError.of(3960);
      case "42P01" ->
          SqlError.of(208, message.replaceAll("^relation \"(.*)\" does not exist$", "$1"));
      case "57014" -> SqlError.of(3204);
      default -> SqlError.of(49902, state, message);
    };
  }

  private static SqlError raised(String message, String detail) {
    Object[] arguments = message.isEmpty() ? new Object[0] : message.split("\u001f", -1);
    return SqlError.of(Integer.parseInt(detail.trim()), arguments);
  }

  private static ObjectName table(ServerErrorMessage fields, Names names) {
    String schema = String.valueOf(fields.getSchema());
    String table = String.valueOf(fields.getTable());
    return names.table(schema, table).orElse(new ObjectName(schema, table));
  }

  private static String full(ObjectName name, Names names) {
    return names.database() + "." + dotted(name);
  }

  private static String dotted(ObjectName name) {
    return name.schema().isEmpty() ? name.name() : name.schema() + "." + name.name();
  }

  private static SqlError notNull(ServerErrorMessage fields, Names names, String statement) {
    ObjectName table = table(fields, names);
    String column = names.column(table, fields.getColumn()).orElse(fields.getColumn());
    return SqlError.of(515, column, full(table, names), statement);
  }

  private static Constraint constraint(
      ServerErrorMessage fields, Names names, Constraint.Kind otherwise) {
    return names
        .constraint(
            String.valueOf(fields.getSchema()),
            String.valueOf(fields.getTable()),
            String.valueOf(fields.getConstraint()))
        .orElse(
            new Constraint(
                fields.getConstraint(),
                otherwise,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static SqlError conflict(ServerErrorMessage fields, Names names, String statement) {
    boolean check = "23514".equals(fields.getSQLState());
    ObjectName table = table(fields, names);
    Constraint constraint =
        constraint(fields, names, check ? Constraint.Kind.CHECK : Constraint.Kind.FOREIGN_KEY);
    if (check) {
      return SqlError.of(
          547,
          statement,
          "CHECK",
          constraint.name(),
          names.database(),
          dotted(table),
          column(constraint.column()));
    }
    // "is still referenced" comes from the side of the key: then the row that refers is the one to
    // show.
    boolean referencedSide =
        String.valueOf(fields.getMessage()).startsWith("update or delete on table");
    boolean self = constraint.kind() == Constraint.Kind.SELF_REFERENCE;
    ObjectName shown = referencedSide ? table : constraint.referenced().orElse(table);
    Optional<String> column = referencedSide ? constraint.column() : constraint.referencedColumn();
    String kind =
        self
            ? "SAME TABLE " + (referencedSide ? "REFERENCE" : "REFERENCE")
            : referencedSide ? "REFERENCE" : "FOREIGN KEY";
    if (self && !referencedSide) {
      kind = "FOREIGN KEY SAME TABLE";
    }
    return SqlError.of(
        547, statement, kind, constraint.name(), names.database(), dotted(shown), column(column));
  }

  private static String column(Optional<String> column) {
    return column.map(c -> ", column '" + c + "'").orElse("");
  }

  private static SqlError duplicate(ServerErrorMessage fields, Names names) {
    ObjectName table = table(fields, names);
    Constraint constraint = constraint(fields, names, Constraint.Kind.UNIQUE_INDEX);
    Matcher m = KEY.matcher(String.valueOf(fields.getDetail()));
    String key = "(" + (m.find() ? m.group(1) : "") + ")";
    if (String.valueOf(fields.getMessage()).startsWith("could not create unique index")) {
      return SqlError.of(1505, dotted(table), constraint.name(), key);
    }
    return switch (constraint.kind()) {
      case PRIMARY_KEY -> SqlError.of(2627, "PRIMARY KEY", constraint.name(), dotted(table), key);
      case UNIQUE -> SqlError.of(2627, "UNIQUE KEY", constraint.name(), dotted(table), key);
      default -> SqlError.of(2601, dotted(table), constraint.name(), key);
    };
  }
}
