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
        out.word("COMMIT");
        transactionWord(out, n.word());
        out.optional(n.name());
        if (n.delayedDurability().isPresent()) {
          out.word("WITH (DELAYED_DURABILITY =")
              .word(n.delayedDurability().get() ? "ON" : "OFF")
              .close();
        }
      }
      case TransactionStatement.Rollback n -> {
        out.word("ROLLBACK");
        transactionWord(out, n.word());
        out.optional(n.name());
      }
      case TransactionStatement.Save n -> out.word("SAVE TRANSACTION").node(n.name());
    }
  }

  private static void transactionWord(Output out, TransactionStatement.TransactionWord word) {
    out.flag(word != TransactionStatement.TransactionWord.NONE, word.name());
  }
}
