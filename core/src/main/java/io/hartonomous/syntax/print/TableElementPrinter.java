package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableElement.ReferentialAction;
import java.util.List;
import java.util.Optional;

/// Columns, constraints and indexes inside a table.
final class TableElementPrinter {
  private TableElementPrinter() {}

  static void print(Output out, TableElement element) {
    switch (element) {
      case TableElement.Column n -> out.node(n.name()).node(n.type()).each(n.constraints());
      case TableElement.ComputedColumn n ->
          out.node(n.name())
              .word("AS")
              .node(n.value())
              .flag(n.persisted(), "PERSISTED")
              .flag(n.notNull(), "NOT NULL")
              .each(n.constraints());
      case TableElement.Period n ->
          out.word("PERIOD FOR SYSTEM_TIME").parenthesised(List.of(n.start(), n.end()));
      case TableElement.Key n -> {
        key(out, n.name(), n.primary(), n.clustered(), n.hash());
        out.parenthesised(n.columns());
        keyEnd(out, n.options(), n.on(), n.fileStreamOn(), n.notEnforced());
      }
      case TableElement.ForeignKey n ->
          out.optional("CONSTRAINT", n.name())
              .word("FOREIGN KEY")
              .columns(n.columns())
              .node(n.references());
      case TableElement.Check n ->
          out.optional("CONSTRAINT", n.name())
              .word("CHECK")
              .flag(n.notForReplication(), "NOT FOR REPLICATION")
              .parenthesised(List.of(n.condition()));
      case TableElement.DefaultFor n ->
          out.optional("CONSTRAINT", n.name())
              .word("DEFAULT")
              .node(n.value())
              .word("FOR")
              .node(n.column())
              .flag(n.withValues(), "WITH VALUES");
      case TableElement.Connection n -> {
        out.optional("CONSTRAINT", n.name()).word("CONNECTION").open();
        for (int i = 0; i + 1 < n.pairs().size(); i += 2) {
          if (i > 0) {
            out.sign(",");
          }
          out.node(n.pairs().get(i)).word("TO").node(n.pairs().get(i + 1));
        }
        out.close();
        on(out, "ON DELETE", n.onDelete());
      }
      case TableElement.Index n -> {
        out.word("INDEX").node(n.name()).flag(n.unique(), "UNIQUE");
        out.choice(n.clustered(), "CLUSTERED", "NONCLUSTERED");
        out.flag(n.columnstore(), "COLUMNSTORE").flag(n.hash(), "HASH");
        if (!n.columns().isEmpty()) {
          out.parenthesised(n.columns());
        }
        out.parenthesised("INCLUDE", n.include()).optional("WHERE", n.where());
        OptionPrinter.with(out, n.options());
        out.optional(n.on()).optional("FILESTREAM_ON", n.fileStreamOn());
      }
      case TableElement.ColumnSet n ->
          out.node(n.name())
              .node(n.type())
              .word("COLUMN_SET FOR ALL_SPARSE_COLUMNS")
              .each(n.constraints());
      case TableElement.References n -> {
        out.word("REFERENCES").node(n.table()).columns(n.columns());
        on(out, "ON DELETE", n.onDelete());
        on(out, "ON UPDATE", n.onUpdate());
        out.flag(n.notEnforced(), "NOT ENFORCED");
        out.flag(n.notForReplication(), "NOT FOR REPLICATION");
      }
      case TableElement.IndexColumn n -> {
        out.node(n.name());
        n.order().ifPresent(order -> out.word(order.name()));
      }
    }
  }

  static void print(Output out, ColumnConstraint constraint) {
    switch (constraint) {
      case ColumnConstraint.Nullability n ->
          out.optional("CONSTRAINT", n.name()).word(n.nullable() ? "NULL" : "NOT NULL");
      case ColumnConstraint.Default n ->
          out.optional("CONSTRAINT", n.name())
              .word("DEFAULT")
              .node(n.value())
              .flag(n.withValues(), "WITH VALUES");
      case ColumnConstraint.Identity n -> {
        out.word("IDENTITY");
        if (n.seed().isPresent()) {
          out.open().node(n.seed().get()).sign(",").optional(n.increment()).close();
        }
        out.flag(n.notForReplication(), "NOT FOR REPLICATION");
      }
      case ColumnConstraint.Collate n -> out.word("COLLATE").node(n.collation());
      case ColumnConstraint.Key n -> {
        key(out, n.name(), n.primary(), n.clustered(), n.hash());
        keyEnd(out, n.options(), n.on(), n.fileStreamOn(), n.notEnforced());
      }
      case ColumnConstraint.ForeignKey n ->
          out.optional("CONSTRAINT", n.name())
              .flag(n.foreignKey(), "FOREIGN KEY")
              .node(n.references());
      case ColumnConstraint.Check n ->
          out.optional("CONSTRAINT", n.name())
              .word("CHECK")
              .flag(n.notForReplication(), "NOT FOR REPLICATION")
              .parenthesised(List.of(n.condition()));
      case ColumnConstraint.Index n -> out.node(n.index());
      case ColumnConstraint.GeneratedAlways n ->
          out.word("GENERATED ALWAYS AS").word(n.kind().sql()).flag(n.hidden(), "HIDDEN");
      case ColumnConstraint.RowGuidCol _ -> out.word("ROWGUIDCOL");
      case ColumnConstraint.Sparse _ -> out.word("SPARSE");
      case ColumnConstraint.FileStream _ -> out.word("FILESTREAM");
      case ColumnConstraint.Hidden _ -> out.word("HIDDEN");
      case ColumnConstraint.Masked n ->
          out.word("MASKED WITH").open().word("FUNCTION =").node(n.function()).close();
      case ColumnConstraint.Encrypted n -> out.word("ENCRYPTED WITH").parenthesised(n.options());
    }
  }

  private static void key(
      Output out,
      Optional<Identifier> name,
      boolean primary,
      Optional<Boolean> clustered,
      boolean hash) {
    out.optional("CONSTRAINT", name).word(primary ? "PRIMARY KEY" : "UNIQUE");
    out.choice(clustered, "CLUSTERED", "NONCLUSTERED").flag(hash, "HASH");
  }

  private static void keyEnd(
      Output out,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> fileStreamOn,
      boolean notEnforced) {
    if (options.size() == 1 && options.getFirst().name().equals("FILLFACTOR")) {
      out.list("WITH", options); // table types take it in the old form alone
    } else {
      OptionPrinter.ofIndex(out, options);
    }
    out.optional(on).optional("FILESTREAM_ON", fileStreamOn);
    out.flag(notEnforced, "NOT ENFORCED");
  }

  private static void on(Output out, String event, Optional<ReferentialAction> action) {
    action.ifPresent(a -> out.word(event).word(a.sql()));
  }
}
