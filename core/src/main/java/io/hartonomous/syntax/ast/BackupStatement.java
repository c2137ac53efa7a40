package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// BACKUP and RESTORE of databases and logs.
public sealed interface BackupStatement extends Statement {
  /// `BACKUP DATABASE | LOG name [files] [TO devices] [MIRROR TO devices] [WITH options]`.
  record Backup(
      boolean log,
      Expression name,
      List<ServerPart.BackupFiles> files,
      List<ServerPart.Device> devices,
      List<ServerPart.Mirror> mirrors,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements BackupStatement {
    public Backup {
      files = List.copyOf(files);
      devices = List.copyOf(devices);
      mirrors = List.copyOf(mirrors);
      options = List.copyOf(options);
    }
  }

  /// `RESTORE DATABASE | LOG name [files] [FROM devices] [WITH options]`, `RESTORE HEADERONLY FROM
  /// devices [WITH options]`; `kind` in upper case.
  record Restore(
      String kind,
      Optional<Expression> name,
      List<ServerPart.BackupFiles> files,
      List<ServerPart.Device> devices,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements BackupStatement {
    public Restore {
      files = List.copyOf(files);
      devices = List.copyOf(devices);
      options = List.copyOf(options);
    }
  }
}
