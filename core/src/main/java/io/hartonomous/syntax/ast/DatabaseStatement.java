package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about databases.
public sealed interface DatabaseStatement extends Statement {
  /// `CREATE DATABASE name [AS COPY OF source] [(options)] [CONTAINMENT = x] [ON files] [LOG ON
  /// files] [COLLATE x] [(options)] [FOR ATTACH | AS SNAPSHOT OF source] [WITH options]`; the
  /// edition may stand in two places; `attach` in upper case.
  record CreateDatabase(
      Identifier name,
      Optional<MultiPartName> copyOf,
      List<OptionNode.Option> leadingEdition,
      Optional<OptionNode.Option> containment,
      List<ServerPart.FileGroup> fileGroups,
      List<ServerPart.FileDefinition> logFiles,
      Optional<Identifier> collation,
      List<OptionNode.Option> edition,
      Optional<Identifier> attach,
      Optional<Identifier> snapshotOf,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements DatabaseStatement {
    public CreateDatabase {
      leadingEdition = List.copyOf(leadingEdition);
      edition = List.copyOf(edition);
      fileGroups = List.copyOf(fileGroups);
      logFiles = List.copyOf(logFiles);
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

  record AlterDatabaseModifyName(Optional<Identifier> name, Identifier newName, int from, int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE name ADD FILEGROUP f [CONTAINS ...]`.
  record AlterDatabaseAddFileGroup(
      Optional<Identifier> name,
      Identifier fileGroup,
      Optional<Identifier> contains,
      int from,
      int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE name ADD [LOG] FILE (options), ... [TO FILEGROUP f]`.
  record AlterDatabaseAddFile(
      Optional<Identifier> name,
      boolean log,
      List<ServerPart.FileDefinition> files,
      Optional<Identifier> fileGroup,
      int from,
      int to)
      implements DatabaseStatement {
    public AlterDatabaseAddFile {
      files = List.copyOf(files);
    }
  }

  record AlterDatabaseRemoveFile(Optional<Identifier> name, Identifier file, int from, int to)
      implements DatabaseStatement {}

  record AlterDatabaseRemoveFileGroup(
      Optional<Identifier> name, Identifier fileGroup, int from, int to)
      implements DatabaseStatement {}

  record AlterDatabaseModifyFile(
      Optional<Identifier> name, ServerPart.FileDefinition file, int from, int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE name MODIFY FILEGROUP f NAME = g | DEFAULT | option [WITH termination]`.
  record AlterDatabaseModifyFileGroup(
      Optional<Identifier> name,
      Identifier fileGroup,
      Optional<Identifier> newName,
      Optional<Identifier> option,
      Optional<OptionNode.Option> termination,
      int from,
      int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE name MODIFY (EDITION = 'x', ...) [WITH MANUAL_CUTOVER]`.
  record AlterDatabaseModifyEdition(
      Optional<Identifier> name,
      List<OptionNode.Option> options,
      boolean manualCutover,
      int from,
      int to)
      implements DatabaseStatement {
    public AlterDatabaseModifyEdition {
      options = List.copyOf(options);
    }
  }

  record AlterDatabaseRebuildLog(
      Optional<Identifier> name, Optional<ServerPart.FileDefinition> file, int from, int to)
      implements DatabaseStatement {}

  record AlterDatabasePerformCutover(Optional<Identifier> name, int from, int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE SCOPED CONFIGURATION [FOR SECONDARY] SET name = value`.
  record AlterDatabaseScoped(boolean forSecondary, OptionNode.Option option, int from, int to)
      implements DatabaseStatement {}

  /// `ALTER DATABASE SCOPED CONFIGURATION [FOR SECONDARY] CLEAR PROCEDURE_CACHE [handle]`.
  record AlterDatabaseScopedClear(
      boolean forSecondary,
      Identifier option,
      Optional<Expression.Literal> planHandle,
      int from,
      int to)
      implements DatabaseStatement {}

  record DropDatabase(boolean ifExists, List<Identifier> names, int from, int to)
      implements DatabaseStatement {
    public DropDatabase {
      names = List.copyOf(names);
    }
  }

  /// `DBCC command [(arguments)] [WITH options]`; `join` tells that JOIN stands between the
  /// options.
  record Dbcc(
      Identifier command,
      boolean parenthesised,
      List<DbccArgument> arguments,
      List<OptionNode.Option> options,
      boolean join,
      int from,
      int to)
      implements DatabaseStatement {
    public Dbcc {
      arguments = List.copyOf(arguments);
      options = List.copyOf(options);
    }
  }

  /// `value`, `name = value`.
  record DbccArgument(Optional<Identifier> name, Expression value, int from, int to)
      implements DatabaseStatement {}
}
