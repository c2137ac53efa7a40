package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import java.util.Optional;

/// Statements about databases.
final class DatabasePrinter {
  private DatabasePrinter() {}

  static void print(Output out, DatabaseStatement statement) {
    switch (statement) {
      case DatabaseStatement.CreateDatabase n -> create(out, n);
      case DatabaseStatement.AlterDatabaseSet n ->
          alter(out, n.name()).word("SET").list(n.options()).optional("WITH", n.termination());
      case DatabaseStatement.AlterDatabaseCollate n ->
          alter(out, n.name()).word("COLLATE").node(n.collation());
      case DatabaseStatement.AlterDatabaseModifyName n ->
          alter(out, n.name()).word("MODIFY NAME =").node(n.newName());
      case DatabaseStatement.AlterDatabaseAddFileGroup n ->
          alter(out, n.name())
              .word("ADD FILEGROUP")
              .node(n.fileGroup())
              .optional("CONTAINS", n.contains());
      case DatabaseStatement.AlterDatabaseAddFile n ->
          alter(out, n.name())
              .word(n.log() ? "ADD LOG FILE" : "ADD FILE")
              .list(n.files())
              .optional("TO FILEGROUP", n.fileGroup());
      case DatabaseStatement.AlterDatabaseRemoveFile n ->
          alter(out, n.name()).word("REMOVE FILE").node(n.file());
      case DatabaseStatement.AlterDatabaseRemoveFileGroup n ->
          alter(out, n.name()).word("REMOVE FILEGROUP").node(n.fileGroup());
      case DatabaseStatement.AlterDatabaseModifyFile n ->
          alter(out, n.name()).word("MODIFY FILE").node(n.file());
      case DatabaseStatement.AlterDatabaseModifyFileGroup n ->
          alter(out, n.name())
              .word("MODIFY FILEGROUP")
              .node(n.fileGroup())
              .optional("NAME =", n.newName())
              .optional(n.option())
              .optional("WITH", n.termination());
      case DatabaseStatement.AlterDatabaseModifyEdition n ->
          alter(out, n.name())
              .word("MODIFY")
              .parenthesised(n.options())
              .flag(n.manualCutover(), "WITH MANUAL_CUTOVER");
      case DatabaseStatement.AlterDatabaseRebuildLog n ->
          alter(out, n.name()).word("REBUILD LOG").optional("ON", n.file());
      case DatabaseStatement.AlterDatabasePerformCutover n ->
          alter(out, n.name()).word("PERFORM_CUTOVER");
      case DatabaseStatement.AlterDatabaseScoped n ->
          scoped(out, n.forSecondary()).word("SET").node(n.option());
      case DatabaseStatement.AlterDatabaseScopedClear n ->
          scoped(out, n.forSecondary()).word("CLEAR").node(n.option()).optional(n.planHandle());
      case DatabaseStatement.DropDatabase n ->
          out.word("DROP DATABASE").flag(n.ifExists(), "IF EXISTS").list(n.names());
      case DatabaseStatement.Dbcc n -> dbcc(out, n);
      case DatabaseStatement.DbccArgument n -> {
        n.name().ifPresent(name -> out.node(name).word("="));
        out.node(n.value());
      }
    }
  }

  private static void create(Output out, DatabaseStatement.CreateDatabase n) {
    out.word("CREATE DATABASE").node(n.name()).optional("AS COPY OF", n.copyOf());
    if (!n.leadingEdition().isEmpty()) {
      out.parenthesised(n.leadingEdition());
    }
    out.optional(n.containment()).list("ON", n.fileGroups()).list("LOG ON", n.logFiles());
    out.optional("COLLATE", n.collation());
    if (!n.edition().isEmpty()) {
      out.parenthesised(n.edition());
    }
    out.optional("FOR", n.attach());
    out.optional("AS SNAPSHOT OF", n.snapshotOf()).list("WITH", n.options());
  }

  private static void dbcc(Output out, DatabaseStatement.Dbcc n) {
    out.word("DBCC").node(n.command());
    if (n.parenthesised()) {
      out.parenthesised(n.arguments());
    }
    if (!n.join()) {
      out.list("WITH", n.options());
      return;
    }
    String before = "WITH";
    for (Option option : n.options()) {
      out.word(before).node(option);
      before = "JOIN";
    }
  }

  private static Output scoped(Output out, boolean secondary) {
    return out.word("ALTER DATABASE SCOPED CONFIGURATION").flag(secondary, "FOR SECONDARY");
  }

  /// `ALTER DATABASE name`, `ALTER DATABASE CURRENT`.
  private static Output alter(Output out, Optional<Identifier> name) {
    return out.word("ALTER DATABASE").flag(name.isEmpty(), "CURRENT").optional(name);
  }
}
