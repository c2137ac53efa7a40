package io.hartonomous.syntax.ast;

/// A statement. Each family has its own file.
public sealed interface Statement extends Node
    permits DmlStatement,
        ProceduralStatement,
        TransactionStatement,
        CursorStatement,
        TableStatement,
        IndexStatement,
        ModuleStatement,
        FullTextStatement,
        ObjectStatement,
        SecurityStatement,
        DatabaseStatement,
        KeyStatement,
        AuditStatement,
        BrokerStatement,
        BackupStatement,
        LoadStatement,
        ServerStatement,
        Statement.SqlcmdCommand,
        Statement.Unsupported,
        Statement.Erroneous {
  /// A line for sqlcmd, as written: `:r file`, `:setvar name value`, `:on error exit`.
  record SqlcmdCommand(String text, int from, int to) implements Statement {}

  /// A statement that exists in T-SQL and that this grammar knows by name alone: `name` is its
  /// leading keywords. It was reported.
  record Unsupported(String name, int from, int to) implements Statement {}

  /// Tokens that are no statement; an error was reported. It reaches to where parsing went on.
  record Erroneous(int from, int to) implements Statement {}
}
