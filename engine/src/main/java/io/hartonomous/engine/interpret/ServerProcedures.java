package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Procedures that tell about the server.
final class ServerProcedures {
  private static final List<ResultColumn> VERSION_COLUMNS =
      List.of(
          new ResultColumn("Index", SqlType.INT, true, false, false),
          new ResultColumn("Name", SqlType.nvarchar(128), true, false, false),
          new ResultColumn("Internal_Value", SqlType.INT, true, false, false),
          new ResultColumn("Character_Value", SqlType.nvarchar(256), true, false, false));

  private ServerProcedures() {}

  /// `xp_msver [option, ...]`: one row for each option, without options for all.
  static int version(SystemCall call) {
    Set<String> wanted = call.names();
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : options()) {
      if (wanted.isEmpty()
          || wanted.contains(((String) row[1]).toLowerCase(java.util.Locale.ROOT))) {
        rows.add(row);
      }
    }
    call.send(VERSION_COLUMNS, rows);
    return 0;
  }

  private static List<Object[]> options() {
    int processors = Runtime.getRuntime().availableProcessors();
    int megabytes = (int) (Runtime.getRuntime().maxMemory() >> 20);
    return List.of(
        row(1, "ProductName", null, "Microsoft SQL Server"),
        row(2, "ProductVersion", 1114112, SessionFunctions.VERSION),
        row(3, "Language", 1033, "English (United States)"),
        row(4, "Platform", null, "NT x64"),
        row(7, "FileDescription", null, "SQL Server Windows NT - 64 Bit"),
        row(8, "FileVersion", null, SessionFunctions.VERSION),
        row(15, "WindowsVersion", null, "0"),
        row(16, "ProcessorCount", processors, String.valueOf(processors)),
        row(19, "PhysicalMemory", megabytes, String.valueOf(megabytes)));
  }

  private static Object[] row(int index, String name, Integer internal, String text) {
    return new Object[] {index, name, internal, text};
  }
}
