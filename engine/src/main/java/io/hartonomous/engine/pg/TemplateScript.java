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
}
