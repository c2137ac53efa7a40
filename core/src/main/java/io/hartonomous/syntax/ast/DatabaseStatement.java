package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about databases.
public sealed interface DatabaseStatement extends Statement {
  record CreateDatabase(
      Identifier name,
      Optional<Identifier> collation,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements DatabaseStatement {
    public CreateDatabase {
      options = List.copyOf(options);
    }
  }

  /// `ALTER DATABASE name | CURRENT SET options [WITH termination]`; `name` absent for CURRENT.
  record AlterDatabaseSet(
      Optional<Identifier> name,
      List<OptionNode.Option> options,
      Optional<OptionNode.Option> termination,
      int from,
      int to)
      implements DatabaseStatement {
    public AlterDatabaseSet {
      options = List.copyOf(options);
    }
  }

  record AlterDatabaseCollate(Optional<Identifier> name, Identifier collation, int from, int to)
      implements DatabaseStatement {}

  record AlterDatabaseModifyName(Identifier name, Identifier newName, int from, int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE name ADD FILEGROUP f [CONTAINS ...]`.
  record AlterDatabaseAddFileGroup(
      Optional<Identifier> name,
      Identifier fileGroup,
      Optional<Identifier> contains,
      int from,
      int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE name ADD FILE (options) [TO FILEGROUP f]`.
  record AlterDatabaseAddFile(
      Optional<Identifier> name,
      boolean log,
      List<OptionNode.Option> options,
      Optional<Identifier> fileGroup,
      int from,
      int to)
      implements DatabaseStatement {
    public AlterDatabaseAddFile {
      options = List.copyOf(options);
    }
  }

  /// `ALTER DATABASE SCOPED CONFIGURATION [FOR SECONDARY] SET name = value`.
  record AlterDatabaseScoped(boolean forSecondary, OptionNode.Option option, int from, int to)
      implements DatabaseStatement {}

  record DropDatabase(boolean ifExists, List<Identifier> names, int from, int to)
      implements DatabaseStatement {
    public DropDatabase {
      names = List.copyOf(names);
    }
  }

  /// `BACKUP`, `RESTORE`, `DBCC command (arguments) [WITH options]`.
  record Dbcc(
      Identifier command,
      List<Expression> arguments,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements DatabaseStatement {
    public Dbcc {
      arguments = List.copyOf(arguments);
      options = List.copyOf(options);
    }
  }
}
