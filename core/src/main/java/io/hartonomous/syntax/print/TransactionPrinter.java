package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.TransactionStatement;

/// Statements that begin and end transactions.
final class TransactionPrinter {
  private TransactionPrinter() {}

  static void print(Output out, TransactionStatement statement) {
    switch (statement) {
      case TransactionStatement.Begin n ->
          out.word("BEGIN")
              .flag(n.distributed(), "DISTRIBUTED")
              .word("TRANSACTION")
              .optional(n.name())
              .flag(n.marked(), "WITH MARK")
              .optional(n.mark());
      case TransactionStatement.Commit n -> {
        out.word("COMMIT TRANSACTION").optional(n.name());
        if (n.delayedDurability().isPresent()) {
          out.word("WITH (DELAYED_DURABILITY =")
              .word(n.delayedDurability().get() ? "ON" : "OFF")
              .close();
        }
      }
      case TransactionStatement.Rollback n -> out.word("ROLLBACK TRANSACTION").optional(n.name());
      case TransactionStatement.Save n -> out.word("SAVE TRANSACTION").node(n.name());
    }
  }
}
