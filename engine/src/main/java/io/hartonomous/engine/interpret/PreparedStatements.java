package io.hartonomous.engine.interpret;

import io.hartonomous.engine.translate.SqlError;
import java.util.HashMap;
import java.util.Map;

/// The statements that sp_prepare and sp_prepexec made, by handle.
final class PreparedStatements {
  /// `declarations`: the text of the parameters, `@p0 int, @p1 nvarchar(4000)`.
  record Prepared(String declarations, String text) {}

  private final Map<Integer, Prepared> statements = new HashMap<>();
  private int last;

  int add(Prepared statement) {
    statements.put(++last, statement);
    return last;
  }

  Prepared get(int handle) {
    Prepared found = statements.get(handle);
    if (found == null) {
      throw SqlError.of(8179, handle);
    }
    return found;
  }

  void remove(int handle) {
    statements.remove(handle);
  }

  void clear() {
    statements.clear();
  }
}
