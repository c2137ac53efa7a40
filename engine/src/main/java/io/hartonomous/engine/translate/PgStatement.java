package io.hartonomous.engine.translate;

import io.hartonomous.engine.session.ResultColumn;
import java.util.List;

/// One statement for PostgreSQL: its text with `?`, what each stands for in order, and the columns
/// that come back.
public record PgStatement(String sql, List<ParameterRef> parameters, List<ResultColumn> columns) {
  public PgStatement {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }
}
