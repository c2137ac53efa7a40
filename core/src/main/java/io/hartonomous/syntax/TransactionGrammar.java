package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TransactionStatement;
import io.hartonomous.syntax.ast.TransactionStatement.TransactionWord;
import java.util.Optional;

/// BEGIN TRANSACTION, COMMIT, ROLLBACK, SAVE. Source: Microsoft Learn, "Transaction Statements".
final class TransactionGrammar {
  private TransactionGrammar() {}

  static Statement begin(Parser p) {
    int from = p.pos++;
    boolean distributed = p.accept(TokenKind.DISTRIBUTED);
    transactionWord(p);
    Optional<Expression> name = name(p);
    Optional<Expression> mark = Optional.empty();
    boolean marked = p.at(TokenKind.WITH) && p.kind(1) == TokenKind.IDENTIFIER;
    if (marked) {
      p.pos++;
      p.expectWord("MARK");
      mark =
          p.optional(
              ExpressionGrammar.atString(p) || ExpressionGrammar.atVariable(p),
              ExpressionGrammar::stringOrVariable);
    }
    return new TransactionStatement.Begin(distributed, name, marked, mark, from, p.pos);
  }

  static Statement statement(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case COMMIT -> {
        p.pos++;
        TransactionWord word = word(p);
        Optional<Expression> name = nameAfter(p, word);
        Optional<Boolean> delayed = Optional.empty();
        if (p.at(TokenKind.WITH, TokenKind.LEFT_PARENTHESIS)) {
          p.pos += 2;
          p.expectWord("DELAYED_DURABILITY");
          p.expect(TokenKind.EQUALS);
          delayed = Optional.of(SetGrammar.onOff(p));
          p.expect(TokenKind.RIGHT_PARENTHESIS);
        }
        return new TransactionStatement.Commit(word, name, delayed, from, p.pos);
      }
      case ROLLBACK -> {
        p.pos++;
        TransactionWord word = word(p);
        return new TransactionStatement.Rollback(word, nameAfter(p, word), from, p.pos);
      }
      default -> {
        p.pos++;
        transactionWord(p);
        Expression name = name(p).orElseThrow(() -> p.fail("the name of a savepoint"));
        return new TransactionStatement.Save(name, from, p.pos);
      }
    }
  }

  private static TransactionWord word(Parser p) {
    if (p.acceptWord("WORK")) {
      return TransactionWord.WORK;
    }
    if (p.at(TokenKind.TRAN) || p.at(TokenKind.TRANSACTION)) {
      p.pos++;
      return TransactionWord.TRANSACTION;
    }
    if (p.at(TokenKind.IDENTIFIER)) { // also THROW without a semicolon before it
      p.expectWord("WORK");
    }
    return TransactionWord.NONE;
  }

  private static Optional<Expression> nameAfter(Parser p, TransactionWord word) {
    return word == TransactionWord.TRANSACTION ? name(p) : Optional.empty();
  }

  private static void transactionWord(Parser p) {
    if (!p.accept(TokenKind.TRAN)) {
      p.expect(TokenKind.TRANSACTION);
    }
  }

  private static Optional<Expression> name(Parser p) {
    if (ExpressionGrammar.atVariable(p)) {
      return Optional.of(ExpressionGrammar.variable(p));
    }
    if (NameGrammar.atIdentifier(p)) { // even THROW is a name here
      p.mustPrecede(Follow.AFTER_TRANSACTION_NAME, "the end of the statement");
      return Optional.of(ExpressionGrammar.column(p));
    }
    return Optional.empty();
  }
}
