package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import java.util.List;

/// Statements about tables; what stands between the parentheses is in [TableElementPrinter].
final class TablePrinter {
  private TablePrinter() {}

  static void print(Output out, TableStatement statement) {
    switch (statement) {
      case TableStatement.CreateTable n -> {
        out.word("CREATE TABLE").node(n.name());
        if (!n.elements().isEmpty()) {
          out.block(n.elements(), n.commas());
        }
        n.graph().ifPresent(kind -> out.word("AS").word(kind.name()));
        out.optional(n.on()).optional("TEXTIMAGE_ON", n.textImageOn());
        out.optional("FILESTREAM_ON", n.fileStreamOn());
        OptionPrinter.with(out, n.options());
      }
      case TableStatement.CreateFileTable n -> {
        out.word("CREATE TABLE").node(n.name()).word("AS FILETABLE");
        out.optional(n.on()).optional("TEXTIMAGE_ON", n.textImageOn());
        out.optional("FILESTREAM_ON", n.fileStreamOn());
        OptionPrinter.with(out, n.options());
      }
      case TableStatement.CreateTableAsSelect n -> {
        out.word("CREATE TABLE").node(n.name()).columns(n.columns());
        OptionPrinter.with(out, n.options());
        out.word("AS").line().node(n.query());
      }
      case TableStatement.AlterTable n -> out.word("ALTER TABLE").node(n.name()).node(n.action());
      case AlterAction n -> action(out, n);
      case TableStatement.DropItem n -> {
        if (n.kindWritten()) {
          switch (n.kind()) {
            case COLUMN -> out.word("COLUMN");
            case CONSTRAINT -> out.word("CONSTRAINT");
            case INDEX -> out.word("INDEX");
            case PERIOD -> out.word("PERIOD FOR SYSTEM_TIME");
            case UNSPECIFIED -> {}
          }
        }
        out.flag(n.ifExists(), "IF EXISTS").optional(n.name());
        OptionPrinter.with(out, n.options());
      }
    }
  }

  private static void action(Output out, AlterAction action) {
    switch (action) {
      case AlterAction.Add n ->
          out.choice(n.withCheck(), "WITH CHECK", "WITH NOCHECK")
              .word("ADD")
              .list(n.elements(), n.commas());
      case AlterAction.AlterColumn n -> {
        out.word("ALTER COLUMN").node(n.column()).node(n.type());
        out.optional("COLLATE", n.collation());
        n.options().forEach(property -> property(out, property));
        out.choice(n.nullable(), "NULL", "NOT NULL");
        OptionPrinter.with(out, n.with());
      }
      case AlterAction.AlterColumnProperty n -> {
        out.word("ALTER COLUMN").node(n.column()).word(n.add() ? "ADD" : "DROP");
        property(out, n.property());
        OptionPrinter.with(out, n.with());
      }
      case AlterAction.ChangeTracking n -> {
        out.word(n.enable() ? "ENABLE CHANGE_TRACKING" : "DISABLE CHANGE_TRACKING");
        n.option().ifPresent(option -> out.word("WITH").parenthesised(List.of(option)));
      }
      case AlterAction.FileTableNamespace n ->
          out.word(n.enable() ? "ENABLE FILETABLE_NAMESPACE" : "DISABLE FILETABLE_NAMESPACE");
      case AlterAction.Range n ->
          out.word(n.split() ? "SPLIT RANGE" : "MERGE RANGE").parenthesised(List.of(n.boundary()));
      case AlterAction.RebuildIndex n ->
          out.word("ALTER INDEX")
              .node(n.index())
              .word("REBUILD WITH")
              .parenthesised(List.of(n.option()));
      case AlterAction.Drop n -> out.word("DROP").list(n.items());
      case AlterAction.Triggers n -> {
        out.word(n.enable() ? "ENABLE TRIGGER" : "DISABLE TRIGGER");
        out.flag(n.names().isEmpty(), "ALL").list(n.names());
      }
      case AlterAction.CheckConstraints n -> {
        out.choice(n.withCheck(), "WITH CHECK", "WITH NOCHECK");
        out.word(n.enable() ? "CHECK CONSTRAINT" : "NOCHECK CONSTRAINT");
        out.flag(n.names().isEmpty(), "ALL").list(n.names());
      }
      case AlterAction.Set n -> out.word("SET").parenthesised(n.options());
      case AlterAction.Switch n -> {
        out.word("SWITCH").optional("PARTITION", n.partition()).word("TO").node(n.target());
        out.optional("PARTITION", n.targetPartition());
        OptionPrinter.with(out, n.options());
      }
      case AlterAction.Rebuild n -> {
        out.word("REBUILD").optional("PARTITION =", n.partition());
        OptionPrinter.with(out, n.options());
      }
    }
  }

  /// `MASKED WITH (FUNCTION = '...')`.
  static void property(Output out, io.hartonomous.syntax.ast.OptionNode.Option property) {
    out.word(property.name());
    OptionPrinter.with(out, property.details());
  }
}
