package io.hartonomous.engine.catalog;

import java.util.Locale;
import java.util.Set;

/// System views that show the server, not a database: their rows are the same in every database.
final class ServerViews {
  private static final Set<String> NAMES =
      Set.of(
          "configurations",
          "databases",
          "endpoints",
          "linked_logins",
          "master_files",
          "messages",
          "server_permissions",
          "server_principals",
          "server_role_members",
          "servers",
          "sql_logins",
          "sysconfigures",
          "syscurconfigs",
          "sysdatabases",
          "syslanguages",
          "syslogins",
          "sysservers");

  private ServerViews() {}

  static boolean contains(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(folded) || folded.startsWith("dm_exec_") || folded.startsWith("dm_os_");
  }
}
