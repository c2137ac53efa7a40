package io.hartonomous.engine.session;

import io.hartonomous.model.SqlType;
import java.util.List;

/// A remote procedure call as a client sent it: a procedure by name (as written, one to four parts)
/// or by one of the ids of [MS-TDS] 2.2.6.6 (1 to 15, given here by the name that the id stands
/// for, for instance `sp_executesql`).
public record RpcRequest(String procedure, List<Parameter> parameters) {
  public RpcRequest {
    parameters = List.copyOf(parameters);
  }

  /// One argument. `name` with its `@`, or empty for a positional one. `output` where the client
  /// wants the value back; `defaulted` where it asks for the parameter's default. A table-valued
  /// argument has base TABLE, `type.userType` and a [TableValue].
  public record Parameter(
      String name, SqlType type, Object value, boolean output, boolean defaulted) {}

  /// Rows of a table-valued parameter. `columns` in the client's order; the table type's own
  /// columns decide about names. A value is [#DEFAULT] where the client left the column to its
  /// default (as it does for an identity column).
  public record TableValue(List<ResultColumn> columns, List<Object[]> rows) {
    /// Stands in a row for a column that takes its default.
    public static final Object DEFAULT =
        new Object() {
          @Override
          public String toString() {
            return "DEFAULT";
          }
        };
  }
}
