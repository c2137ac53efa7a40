package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import java.util.List;
import java.util.Optional;

/// Statements about databases.
final class DatabasePrinter {
  private DatabasePrinter() {}

  static void print(Output out, DatabaseStatement statement) {
    switch (statement) {
      case DatabaseStatement.CreateDatabase n -> {
        out.word("CREATE DATABASE").node(n.name());
        List<Option> options = n.options();
        if (!options.isEmpty() && options.getFirst().name().equals("CONTAINMENT")) {
          out.node(options.getFirst());
          options = options.subList(1, options.size());
        }
        out.optional("COLLATE", n.collation()).list("WITH", options);
      }
      case DatabaseStatement.AlterDatabaseSet n ->
          alter(out, n.name()).word("SET").list(n.options()).optional("WITH", n.termination());
      case DatabaseStatement.AlterDatabaseCollate n ->
          alter(out, n.name()).word("COLLATE").node(n.collation());
      case DatabaseStatement.AlterDatabaseModifyName n ->
          alter(out, Optional.of(n.name())).word("MODIFY NAME =").node(n.newName());
      case DatabaseStatement.AlterDatabaseAddFileGroup n ->
          alter(out, n.name())
              .word("ADD FILEGROUP")
              .node(n.fileGroup())
              .optional("CONTAINS", n.contains());
      case DatabaseStatement.AlterDatabaseAddFile n ->
          alter(out, n.name())
              .word(n.log() ? "ADD LOG FILE" : "ADD FILE")
              .parenthesised(n.options())
              .optional("TO FILEGROUP", n.fileGroup());
      case DatabaseStatement.AlterDatabaseScoped n ->
          out.word("ALTER DATABASE SCOPED CONFIGURATION")
              .flag(n.forSecondary(), "FOR SECONDARY")
              .word("SET")
              .node(n.option());
      case DatabaseStatement.DropDatabase n ->
          out.word("DROP DATABASE").flag(n.ifExists(), "IF EXISTS").list(n.names());
      case DatabaseStatement.Dbcc n -> {
        out.word("DBCC").node(n.command());
        if (!n.arguments().isEmpty()) {
          out.parenthesised(n.arguments());
        }
        out.list("WITH", n.options());
      }
    }
  }

  /// `ALTER DATABASE name`, `ALTER DATABASE CURRENT`.
  private static Output alter(Output out, Optional<Identifier> name) {
    return out.word("ALTER DATABASE").flag(name.isEmpty(), "CURRENT").optional(name);
  }
}
