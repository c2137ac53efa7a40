package io.hartonomous.syntax.ast;

import java.util.Optional;

/// Statements that begin and end transactions.
public sealed interface TransactionStatement extends Statement {
  /// `BEGIN [DISTRIBUTED] TRAN [name] [WITH MARK [text]]`.
  record Begin(
      boolean distributed,
      Optional<Expression> name,
      boolean marked,
      Optional<Expression> mark,
      int from,
      int to)
      implements TransactionStatement {}

  /// What stands after COMMIT and ROLLBACK; only TRANSACTION may have a name after it.
  enum TransactionWord {
    NONE,
    TRANSACTION,
    WORK
  }

  /// `COMMIT [TRAN [name]] [WITH (DELAYED_DURABILITY = ON | OFF)]`, `COMMIT WORK`.
  record Commit(
      TransactionWord word,
      Optional<Expression> name,
      Optional<Boolean> delayedDurability,
      int from,
      int to)
      implements TransactionStatement {}

  record Rollback(TransactionWord word, Optional<Expression> name, int from, int to)
      implements TransactionStatement {}

  record Save(Expression name, int from, int to) implements TransactionStatement {}
}
