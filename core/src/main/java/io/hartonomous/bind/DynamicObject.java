package io.hartonomous.bind;

import java.util.List;

/// A set of rows that exists only inside a module. `parts`: `dbo, p, @t`; `dbo, p, #t`; `dbo, p,
/// CTE1, c`; `dbo, p, PV3, x`.
public record DynamicObject(Kind kind, List<String> parts, List<OutputColumn> columns) {
  public DynamicObject {
    parts = List.copyOf(parts);
    columns = List.copyOf(columns);
  }

  public enum Kind {
    TABLE_VARIABLE,
    TEMPORARY_TABLE,
    CTE,
    PIVOT
  }
}
