package io.hartonomous.engine.pg;

import java.sql.Connection;
import java.sql.SQLException;

/// What every new database holds from the start: the runtime library and the catalog tables.
public interface TemplateScript {

  /// Changes whenever [#run] would make something else: the key of the cached template. Any text.
  String version();

  /// Fills the template database. The connection is in auto-commit mode and is closed by the
  /// caller.
  void run(Connection template) throws SQLException;

  /// Changes whenever databases of another version cannot be brought to this one by [#upgrade]. Any
  /// text.
  default String layout() {
    return version();
  }

  /// Brings a database that was made by another version of the same layout to this one, wholly or
  /// not at all. The connection is in auto-commit mode and is closed by the caller.
  default void upgrade(Connection database) throws SQLException {
    throw new UnsupportedOperationException(
        "only a database of the same version is of this layout");
  }
}
