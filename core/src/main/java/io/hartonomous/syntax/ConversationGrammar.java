package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.BrokerStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conversations and messages of Service Broker. Source: Microsoft Learn, "BEGIN DIALOG
/// CONVERSATION", "BEGIN CONVERSATION TIMER", "END CONVERSATION", "MOVE CONVERSATION", "GET
/// CONVERSATION GROUP", "SEND", "RECEIVE", "WAITFOR"; what the reference compiler takes.
final class ConversationGrammar {
  private ConversationGrammar() {}

  /// Whether one of the statements begins here whose first word is not reserved.
  static boolean atStatement(Parser p) {
    return p.atWord("SEND") && p.kind(1) == TokenKind.ON
        || p.atWord("RECEIVE")
        || (p.atWord("GET") || p.atWord("MOVE")) && p.kind(1) == TokenKind.IDENTIFIER;
  }

  /// The statement at such a word.
  static BrokerStatement statement(Parser p) {
    if (p.atWord("SEND")) {
      return send(p);
    }
    if (p.atWord("RECEIVE")) {
      return receive(p);
    }
    return p.atWord("GET") ? get(p) : move(p);
  }

  // BEGIN and END.

  static Statement beginTimer(Parser p) {
    int from = p.pos;
    p.pos += 2;
    p.expectWord("TIMER");
    p.expect(TokenKind.LEFT_PARENTHESIS);
    Expression handle = ExpressionGrammar.expression(p);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    int word = p.word();
    p.expect(EQUALS);
    Expression timeout = ExpressionGrammar.expression(p);
    p.check(word, "TIMEOUT");
    return new BrokerStatement.BeginConversationTimer(handle, timeout, from, p.pos);
  }

  static Statement beginDialog(Parser p) {
    int from = p.pos;
    p.pos += 2;
    boolean conversation = p.at(TokenKind.IDENTIFIER);
    if (conversation) {
      p.expectWord("CONVERSATION");
    }
    Expression.Variable handle = ExpressionGrammar.variable(p);
    p.expect(TokenKind.FROM);
    int first = p.word();
    Expression initiator = ServerValues.nameOrVariable(p);
    p.expect(TokenKind.TO);
    int second = p.word();
    Expression target = ServerValues.stringOrVariable(p);
    p.check(first, "SERVICE");
    p.check(second, "SERVICE");
    Optional<Expression> instance =
        p.optional(p.accept(TokenKind.COMMA), ServerValues::stringOrVariable);
    Optional<Expression> contract = Optional.empty();
    if (p.accept(TokenKind.ON)) {
      int word = p.word();
      contract = Optional.of(ServerValues.nameOrVariable(p));
      p.check(word, "CONTRACT");
    }
    return new BrokerStatement.BeginDialog(
        conversation, handle, initiator, target, instance, contract, dialogOptions(p), from, p.pos);
  }

  private static List<Option> dialogOptions(Parser p) {
    if (!ServerValues.atWithWord(p)) {
      return List.of();
    }
    p.pos++;
    List<Option> options = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    do {
      int from = p.word();
      p.expect(EQUALS);
      String name = Words.upper(p.tokens.text(from));
      OptionValue value;
      if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
        value = ServerOptions.onOff(p);
        p.check(from, "ENCRYPTION");
      } else {
        int start = p.pos;
        value = ServerOptions.scalar(p, ExpressionGrammar.expression(p), start);
        p.checkOneOf(from, "RELATED_CONVERSATION", "RELATED_CONVERSATION_GROUP", "LIFETIME");
      }
      // A conversation is related to another one or to a group, not to both.
      String once = name.startsWith("RELATED") ? "RELATED" : name;
      if (!seen.add(once)) {
        throw p.report(Code.DUPLICATE_OPTION, from, name);
      }
      options.add(ServerOptions.make(p, from, value));
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  static Statement end(Parser p) {
    int from = p.pos++;
    int word = p.word();
    Expression handle = ExpressionGrammar.expression(p);
    p.check(word, "CONVERSATION");
    if (!ServerValues.atWithWord(p)) {
      return new BrokerStatement.EndConversation(
          handle, false, Optional.empty(), Optional.empty(), from, p.pos);
    }
    p.pos++;
    int error = p.word();
    if (!p.accept(EQUALS)) {
      p.check(error, "CLEANUP");
      return new BrokerStatement.EndConversation(
          handle, true, Optional.empty(), Optional.empty(), from, p.pos);
    }
    // The reference compiler takes any word for ERROR.
    int start = p.pos;
    OptionValue number = ServerOptions.scalar(p, ServerValues.integerOrVariable(p), start);
    Option code = ServerOptions.make(p, error, number);
    int description = p.word();
    p.expect(EQUALS);
    start = p.pos;
    OptionValue text = ServerOptions.scalar(p, ServerValues.stringOrVariable(p), start);
    p.check(description, "DESCRIPTION");
    return new BrokerStatement.EndConversation(
        handle,
        false,
        Optional.of(code),
        Optional.of(ServerOptions.make(p, description, text)),
        from,
        p.pos);
  }

  // MOVE, GET, SEND, RECEIVE.

  private static BrokerStatement move(Parser p) {
    int from = p.pos++;
    int word = p.word();
    Expression handle = ExpressionGrammar.expression(p);
    p.expect(TokenKind.TO);
    Expression group = ExpressionGrammar.expression(p);
    p.check(word, "CONVERSATION");
    return new BrokerStatement.MoveConversation(handle, group, from, p.pos);
  }

  private static BrokerStatement get(Parser p) {
    int from = p.pos;
    p.expectWord("GET");
    int word = p.word();
    p.expect(TokenKind.GROUP);
    Expression.Variable group = ExpressionGrammar.variable(p);
    p.expect(TokenKind.FROM);
    MultiPartName queue = NameGrammar.nameOf(p, 3);
    p.check(word, "CONVERSATION");
    return new BrokerStatement.GetConversationGroup(group, queue, from, p.pos);
  }

  private static BrokerStatement send(Parser p) {
    int from = p.pos++;
    p.expect(TokenKind.ON);
    int word = p.word();
    p.check(word, "CONVERSATION");
    boolean parenthesised = p.at(TokenKind.LEFT_PARENTHESIS);
    List<Expression> handles =
        parenthesised
            ? p.parenthesisedList(ExpressionGrammar::expression)
            : List.of(ExpressionGrammar.expression(p));
    Optional<Expression> type = Optional.empty();
    if (p.acceptWord("MESSAGE")) {
      int second = p.word();
      type = Optional.of(ServerValues.nameOrVariable(p));
      p.check(second, "TYPE");
    }
    Optional<Expression> body = Optional.empty();
    if (p.accept(TokenKind.LEFT_PARENTHESIS)) {
      body = Optional.of(ExpressionGrammar.expression(p));
      p.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    return new BrokerStatement.Send(parenthesised, handles, type, body, from, p.pos);
  }

  private static BrokerStatement receive(Parser p) {
    int from = p.pos++;
    Optional<Expression> top = Optional.empty();
    if (p.accept(TokenKind.TOP)) {
      p.expect(TokenKind.LEFT_PARENTHESIS);
      top = Optional.of(ExpressionGrammar.expression(p));
      p.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    List<SelectElement> elements = p.commaList(ConversationGrammar::element);
    p.expect(TokenKind.FROM);
    MultiPartName queue = NameGrammar.nameOf(p, 3);
    Optional<Expression.Variable> into =
        p.optional(p.accept(TokenKind.INTO), ExpressionGrammar::variable);
    Optional<Option> where = Optional.empty();
    if (p.accept(TokenKind.WHERE)) {
      int column = p.word();
      p.expect(EQUALS);
      int start = p.pos;
      OptionValue value = ServerOptions.scalar(p, ServerValues.stringOrVariable(p), start);
      p.checkOneOf(column, "CONVERSATION_GROUP_ID", "CONVERSATION_HANDLE");
      where = Optional.of(ServerOptions.make(p, column, value));
    }
    return new BrokerStatement.Receive(top, elements, queue, into, where, from, p.pos);
  }

  /// `*`, `@v = expression`, `expression [AS] name`; a name before `=` is no alias here.
  private static SelectElement element(Parser p) {
    if (NameGrammar.isIdentifier(p, 0) && p.kind(1) == EQUALS) {
      throw p.fail("an expression");
    }
    return QueryGrammar.selectElement(p);
  }

  /// `WAITFOR (statement) [, TIMEOUT n]`; the cursor is at the parenthesis.
  static Statement waitFor(Parser p, int from) {
    p.expect(TokenKind.LEFT_PARENTHESIS);
    if (!p.atWord("RECEIVE") && !p.at(TokenKind.IDENTIFIER, TokenKind.IDENTIFIER)) {
      throw p.fail("RECEIVE or GET CONVERSATION GROUP");
    }
    BrokerStatement statement = p.atWord("RECEIVE") ? receive(p) : get(p);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    Optional<Expression> timeout = Optional.empty();
    if (p.accept(TokenKind.COMMA)) {
      int word = p.word();
      timeout = Optional.of(ServerValues.signedIntegerOrVariable(p));
      p.check(word, "TIMEOUT");
    }
    return new BrokerStatement.WaitFor(statement, timeout, from, p.pos);
  }
}
