package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements that control the flow and report. Source: Microsoft Learn, "Control-of-Flow",
/// "RAISERROR", "THROW", "WAITFOR".
final class ProceduralGrammar {
  private ProceduralGrammar() {}

  static Statement statement(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case IF:
        return ifStatement(p);
      case WHILE:
        p.pos++;
        Condition condition = ConditionGrammar.condition(p);
        return new ProceduralStatement.While(condition, StatementGrammar.governed(p), from, p.pos);
      case BEGIN:
        return begin(p);
      case RETURN:
        p.pos++;
        // What is no whole value is taken for the next statement, as the reference compiler does.
        Optional<Expression> value =
            ExpressionGrammar.atExpression(p)
                ? p.attempt(ExpressionGrammar::expression)
                : Optional.empty();
        if (value.isPresent() && !p.batchHasError) {
          boolean one = p.pos == from + 2;
          if (one
              ? !AFTER_RETURNED.contains(p.kind())
              : Follow.NEVER_AFTER_VALUE.contains(p.kind())) {
            throw p.failAt(from + 1, "a value and the end of the statement");
          }
        }
        return new ProceduralStatement.Return(value, from, p.pos);
      case BREAK:
        p.pos++;
        return new ProceduralStatement.Break(from, p.pos);
      case CONTINUE:
        p.pos++;
        return new ProceduralStatement.Continue(from, p.pos);
      case GOTO:
        p.pos++;
        if (!p.at(TokenKind.IDENTIFIER)) {
          throw p.fail("a label");
        }
        return new ProceduralStatement.Goto(NameGrammar.anyLength(p), from, p.pos);
      case PRINT:
        p.pos++;
        return new ProceduralStatement.Print(ExpressionGrammar.expression(p), from, p.pos);
      case RAISERROR:
        return raiserror(p);
      case WAITFOR:
        return waitFor(p);
      case USE:
        p.pos++;
        return new ProceduralStatement.Use(NameGrammar.identifier(p), from, p.pos);
      case CHECKPOINT:
        p.pos++;
        Optional<Expression.Literal> duration =
            p.optional(p.at(TokenKind.INTEGER), ExpressionGrammar::integer);
        return new ProceduralStatement.Checkpoint(duration, from, p.pos);
      case REVERT:
        p.pos++;
        Optional<Expression> cookie = Optional.empty();
        if (p.at(TokenKind.WITH) && p.kind(1) == TokenKind.IDENTIFIER) {
          p.pos++;
          p.expectWord("COOKIE");
          p.expect(TokenKind.EQUALS);
          cookie = Optional.of(ExpressionGrammar.expression(p));
        }
        return new ProceduralStatement.Revert(cookie, from, p.pos);
      default:
        throw p.fail("a statement");
    }
  }

  /// `IF condition statement [ELSE statement]`. A chain of ELSE IF is read in a loop and built from
  /// its end.
  private static Statement ifStatement(Parser p) {
    record Arm(int from, Condition condition, Statement then, int semicolons) {}

    List<Arm> arms = new ArrayList<>();
    Optional<Statement> otherwise = Optional.empty();
    int levels = 0;
    while (true) {
      int from = p.pos;
      p.expect(TokenKind.IF);
      Condition condition = ConditionGrammar.condition(p);
      Statement then = StatementGrammar.governed(p);
      // A semicolon may stand before ELSE, but belongs to the list of statements where none
      // follows.
      int semicolons = 0;
      while (p.kind(semicolons) == TokenKind.SEMICOLON) {
        semicolons++;
      }
      boolean last = p.kind(semicolons) != TokenKind.ELSE;
      arms.add(new Arm(from, condition, then, last ? 0 : semicolons));
      if (last) {
        break;
      }
      p.pos += semicolons;
      p.mustPrecede(AFTER_ELSE, "a statement");
      p.pos++;
      if (!p.at(TokenKind.IF)) {
        otherwise = Optional.of(StatementGrammar.governed(p));
        break;
      }
      p.link();
      levels++;
    }
    p.unlink(levels);
    Statement whole = null;
    for (int i = arms.size() - 1; i >= 0; i--) {
      Arm arm = arms.get(i);
      whole =
          new ProceduralStatement.If(
              arm.condition, arm.then, arm.semicolons, otherwise, arm.from, p.pos);
      otherwise = Optional.of(whole);
    }
    return whole;
  }

  /// What follows a returned value of one token.
  private static final TokenSet AFTER_RETURNED =
      Follow.STATEMENT_END.plus(
          TokenKind.LEFT,
          TokenKind.NULL,
          TokenKind.RIGHT,
          TokenKind.ROWGUIDCOL,
          TokenKind.WHEN,
          TokenKind.BRACKET_IDENTIFIER,
          TokenKind.DOUBLE_QUOTED,
          TokenKind.STRING,
          TokenKind.NATIONAL_STRING,
          TokenKind.LEFT_BRACE);

  private static final TokenSet AFTER_ELSE =
      Follow.STATEMENT_END.without(
          TokenKind.SEMICOLON, TokenKind.ELSE, TokenKind.EOF, TokenKind.GO);

  private static final TokenSet AFTER_THROW =
      Follow.STATEMENT_END.plus(TokenKind.INTEGER, TokenKind.VARIABLE, TokenKind.GLOBAL_VARIABLE);

  private static Statement begin(Parser p) {
    int from = p.pos;
    switch (p.kind(1)) {
      case TRAN, TRANSACTION, DISTRIBUTED -> {
        return TransactionGrammar.begin(p);
      }
      case IDENTIFIER -> {
        if (p.atWord(1, "TRY")) {
          return tryCatch(p);
        }
        if (p.atWord(1, "ATOMIC")) {
          return atomic(p);
        }
        if (p.atWord(1, "DIALOG")) {
          return ConversationGrammar.beginDialog(p);
        }
        if (p.atWord(1, "CONVERSATION")) {
          return ConversationGrammar.beginTimer(p);
        }
      }
      default -> {}
    }
    p.pos++;
    StatementGrammar.Block block = notEmpty(p);
    p.expect(TokenKind.END);
    return new ProceduralStatement.Block(block.statements(), block.semicolons(), from, p.pos);
  }

  private static StatementGrammar.Block notEmpty(Parser p) {
    StatementGrammar.Block block = StatementGrammar.block(p);
    if (block.statements().isEmpty()) {
      throw p.fail("a statement");
    }
    return block;
  }

  private static Statement tryCatch(Parser p) {
    int from = p.pos;
    p.pos += 2;
    StatementGrammar.Block tried = notEmpty(p);
    p.expect(TokenKind.END);
    p.expectWord("TRY");
    p.expect(TokenKind.BEGIN);
    p.expectWord("CATCH");
    StatementGrammar.Block caught = StatementGrammar.block(p);
    p.expect(TokenKind.END);
    p.expectWord("CATCH");
    return new ProceduralStatement.TryCatch(
        tried.statements(),
        tried.semicolons(),
        caught.statements(),
        caught.semicolons(),
        from,
        p.pos);
  }

  /// `BEGIN ATOMIC WITH (options) statements END`.
  private static Statement atomic(Parser p) {
    int from = p.pos;
    p.pos += 2;
    p.expect(TokenKind.WITH);
    List<OptionNode.Option> options = OptionGrammar.list(p);
    StatementGrammar.Block block = StatementGrammar.block(p);
    p.expect(TokenKind.END);
    return new ProceduralStatement.AtomicBlock(
        options, block.statements(), block.semicolons(), from, p.pos);
  }

  static Statement label(Parser p) {
    int from = p.pos;
    return new ProceduralStatement.Label(NameGrammar.label(p), from, p.pos);
  }

  private static Statement raiserror(Parser p) {
    int from = p.pos++;
    List<Expression> arguments = new ArrayList<>();
    p.expect(LEFT_PARENTHESIS);
    arguments.add(
        ExpressionGrammar.atString(p)
            ? ExpressionGrammar.string(p)
            : ExpressionGrammar.integerOrVariable(p, true));
    for (int i = 0; i < 2; i++) {
      p.expect(TokenKind.COMMA);
      arguments.add(ExpressionGrammar.integerOrVariable(p, true));
    }
    while (p.accept(TokenKind.COMMA)) {
      arguments.add(ExpressionGrammar.constantOrVariable(p));
    }
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    List<Identifier> options =
        p.accept(TokenKind.WITH)
            ? p.commaList(parser -> NameGrammar.knownWord(parser, Vocabulary.RAISERROR_OPTIONS))
            : List.of();
    return new ProceduralStatement.Raiserror(arguments, options, from, p.pos);
  }

  static Statement throwStatement(Parser p) {
    int from = p.pos;
    p.mustPrecede(AFTER_THROW, "a number or the end of the statement");
    p.pos++;
    List<Expression> arguments = List.of();
    if (p.at(TokenKind.INTEGER) || ExpressionGrammar.atVariable(p)) {
      Expression number = ExpressionGrammar.integerOrVariable(p, false);
      p.expect(TokenKind.COMMA);
      Expression message = ExpressionGrammar.stringOrVariable(p);
      p.expect(TokenKind.COMMA);
      arguments = List.of(number, message, ExpressionGrammar.integerOrVariable(p, false));
    }
    return new ProceduralStatement.Throw(arguments, from, p.pos);
  }

  private static Statement waitFor(Parser p) {
    int from = p.pos++;
    if (p.at(LEFT_PARENTHESIS)) {
      return ConversationGrammar.waitFor(p, from);
    }
    boolean delay = p.acceptWord("DELAY");
    if (!delay) {
      p.expectWord("TIME");
    }
    return new ProceduralStatement.WaitFor(
        delay, ExpressionGrammar.stringOrVariable(p), from, p.pos);
  }
}
