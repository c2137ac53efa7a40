package io.hartonomous.syntax.ast;

import java.util.Optional;

/// Statements that begin and end transactions.
public sealed interface TransactionStatement extends Statement {
  record Begin(
      boolean distributed, Optional<Expression> name, Optional<Expression> mark, int from, int to)
      implements TransactionStatement {}

  /// `COMMIT [TRAN [name]]`, `COMMIT WORK`.
  record Commit(Optional<Expression> name, int from, int to) implements TransactionStatement {}

  record Rollback(Optional<Expression> name, int from, int to) implements TransactionStatement {}

  record Save(Expression name, int from, int to) implements TransactionStatement {}
}
