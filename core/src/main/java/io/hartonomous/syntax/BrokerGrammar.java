package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.BrokerStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.ContractChange;
import io.hartonomous.syntax.ast.ServerPart.ContractMessage;
import io.hartonomous.syntax.ast.ServerPart.MessageSender;
import io.hartonomous.syntax.ast.ServerPart.Verb;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The objects of Service Broker. Every rule begins at the word that names the kind. Source:
/// Microsoft Learn, "CREATE MESSAGE TYPE", "CREATE CONTRACT", "CREATE QUEUE", "CREATE SERVICE",
/// "CREATE ROUTE", "CREATE REMOTE SERVICE BINDING", "CREATE BROKER PRIORITY" and their ALTER; what
/// the reference compiler takes.
final class BrokerGrammar {
  private static final Set<String> ROUTE_STRINGS =
      Set.of("ADDRESS", "BROKER_INSTANCE", "MIRROR_ADDRESS", "SERVICE_NAME");

  private BrokerGrammar() {}

  // Message types and contracts.

  static Statement messageType(Parser p, Verb verb, int from) {
    p.pos++;
    int word = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(word, "TYPE");
    Optional<Identifier> owner = verb == Verb.CREATE ? ServerValues.owner(p) : Optional.empty();
    Optional<Identifier> validation = Optional.empty();
    Optional<MultiPartName> collection = Optional.empty();
    if (verb == Verb.ALTER || p.at(TokenKind.IDENTIFIER, EQUALS)) {
      int option = p.word();
      p.expect(EQUALS);
      int value = p.word();
      p.check(option, "VALIDATION");
      validation = Optional.of(validation(p, value));
      boolean validXml = validation.get().value().equals("VALID_XML");
      if (p.at(TokenKind.WITH, TokenKind.SCHEMA)) {
        int with = p.pos;
        p.pos += 2;
        int third = p.word();
        collection = Optional.of(twoPartName(p));
        if (!validXml) {
          throw p.failAt(with, "the end: a schema collection belongs to VALID_XML");
        }
        p.check(third, "COLLECTION");
      }
      if (validXml && collection.isEmpty()) {
        throw p.failAt(value, "VALID_XML WITH SCHEMA COLLECTION and a name");
      }
    }
    return new BrokerStatement.MessageType(verb, name, owner, validation, collection, from, p.pos);
  }

  private static Identifier validation(Parser p, int token) {
    String word = Words.upper(p.tokens.text(token));
    switch (word) {
      case "NONE", "EMPTY", "WELL_FORMED_XML", "VALID_XML" -> {}
      default -> throw p.failAt(token, "NONE, EMPTY, WELL_FORMED_XML or VALID_XML");
    }
    return new Identifier(word, Identifier.Quote.NONE, token, token + 1);
  }

  /// `name`, `schema.name`.
  static MultiPartName twoPartName(Parser p) {
    int from = p.pos;
    List<Identifier> parts = new ArrayList<>();
    parts.add(NameGrammar.identifier(p));
    if (p.accept(TokenKind.DOT)) {
      parts.add(NameGrammar.identifier(p));
    }
    return new MultiPartName(parts, from, p.pos);
  }

  static Statement createContract(Parser p, int from) {
    p.pos++;
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> owner = ServerValues.owner(p);
    List<ContractMessage> messages = p.parenthesisedList(BrokerGrammar::message);
    return new BrokerStatement.CreateContract(name, owner, messages, from, p.pos);
  }

  private static ContractMessage message(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    int word = p.word();
    p.expect(TokenKind.BY);
    p.check(word, "SENT");
    MessageSender sender = MessageSender.ANY;
    if (!p.accept(TokenKind.ANY)) {
      int who = p.word();
      p.checkOneOf(who, "INITIATOR", "TARGET");
      sender = p.tokens.isWord(who, "TARGET") ? MessageSender.TARGET : MessageSender.INITIATOR;
    }
    return new ContractMessage(name, sender, from, p.pos);
  }

  // Queues.

  static Statement queue(Parser p, Verb verb, int from) {
    p.pos++;
    MultiPartName name = NameGrammar.nameOf(p, 3);
    List<Option> options = List.of();
    if (verb == Verb.ALTER || ServerValues.atWithWord(p)) {
      p.expect(TokenKind.WITH);
      options = p.commaList(parser -> queueOption(parser, verb, name));
    }
    Optional<Expression> fileGroup =
        verb == Verb.CREATE
            ? p.optional(p.accept(TokenKind.ON), ServerValues::nameOrString)
            : Optional.empty();
    return new BrokerStatement.Queue(verb, name, options, fileGroup, from, p.pos);
  }

  private static Option queueOption(Parser p, Verb verb, MultiPartName queue) {
    int from = p.pos;
    if (p.atWord("ACTIVATION")) {
      p.pos++;
      List<Option> details = p.parenthesisedList(parser -> activation(parser, verb == Verb.ALTER));
      if (verb == Verb.CREATE) {
        checkActivation(p, details, queue);
      }
      return new Option("ACTIVATION", Optional.empty(), details, from, p.pos);
    }
    int word = p.word();
    if (p.accept(TokenKind.LEFT_PARENTHESIS)) {
      p.check(word, "POISON_MESSAGE_HANDLING");
      Option status = ServerOptions.named(p, "STATUS", ServerOptions::onOff);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      return new Option("POISON_MESSAGE_HANDLING", Optional.empty(), List.of(status), from, p.pos);
    }
    if (!p.at(EQUALS) && !p.at(TokenKind.EOF)) {
      throw p.failAt(word, "STATUS, RETENTION, ACTIVATION or POISON_MESSAGE_HANDLING");
    }
    p.expect(EQUALS);
    OptionValue value = ServerOptions.onOff(p);
    p.checkOneOf(word, "STATUS", "RETENTION");
    return ServerOptions.make(p, word, value);
  }

  /// Procedure, readers and user stand together in CREATE QUEUE.
  private static void checkActivation(Parser p, List<Option> details, MultiPartName queue) {
    int found = 0;
    for (String name : List.of("PROCEDURE_NAME", "MAX_QUEUE_READERS", "EXECUTE AS")) {
      if (details.stream().anyMatch(o -> o.name().equals(name))) {
        found++;
      }
    }
    if (found != 0 && found != 3) {
      throw p.report(Code.INCOMPLETE_ACTIVATION, queue.from());
    }
  }

  private static Option activation(Parser p, boolean dropAllowed) {
    int from = p.pos;
    if (p.at(TokenKind.DROP)) {
      if (!dropAllowed) {
        throw p.fail("an option of the activation");
      }
      return ServerOptions.flag(p);
    }
    if (p.at(TokenKind.EXECUTE) || p.at(TokenKind.EXEC)) {
      p.pos++;
      p.expect(TokenKind.AS);
      OptionValue user;
      if (p.at(TokenKind.IDENTIFIER)) {
        if (!p.atWord("SELF") && !p.atWord("OWNER")) {
          throw p.fail("SELF, OWNER or a user in quotes");
        }
        user = ServerOptions.word(p);
      } else {
        user = ServerOptions.string(p);
      }
      return new Option("EXECUTE AS", false, Optional.of(user), List.of(), from, p.pos);
    }
    int word = p.word();
    p.expect(EQUALS);
    OptionValue value;
    if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
      value = ServerOptions.onOff(p);
      p.check(word, "STATUS");
    } else if (p.at(TokenKind.INTEGER)) {
      value = ServerOptions.integer(p);
      p.check(word, "MAX_QUEUE_READERS");
    } else {
      value = ServerOptions.name(NameGrammar.nameOf(p, 3));
      p.check(word, "PROCEDURE_NAME");
    }
    return ServerOptions.make(p, word, value);
  }

  // Services.

  static Statement createService(Parser p, int from) {
    p.pos++;
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> owner = ServerValues.owner(p);
    MultiPartName queue = onQueue(p);
    List<Identifier> contracts =
        p.at(TokenKind.LEFT_PARENTHESIS) && NameGrammar.isIdentifier(p, 1)
            ? p.parenthesisedList(NameGrammar::identifier)
            : List.of();
    return new BrokerStatement.CreateService(name, owner, queue, contracts, from, p.pos);
  }

  private static MultiPartName onQueue(Parser p) {
    p.expect(TokenKind.ON);
    int word = p.word();
    MultiPartName queue = NameGrammar.nameOf(p, 3);
    p.check(word, "QUEUE");
    if (queue.parts().size() > 2) {
      throw p.report(
          Code.PREFIXED_NAME, queue.from(), "'" + p.tokens.text(queue.from(), queue.to()) + "'");
    }
    return queue;
  }

  /// The word SERVICE was read.
  static Statement alterService(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    Optional<MultiPartName> queue = p.at(TokenKind.ON) ? Optional.of(onQueue(p)) : Optional.empty();
    List<ContractChange> contracts = List.of();
    if (queue.isEmpty()
        || p.at(TokenKind.LEFT_PARENTHESIS)
            && (p.kind(1) == TokenKind.ADD || p.kind(1) == TokenKind.DROP)) {
      contracts = p.parenthesisedList(BrokerGrammar::contractChange);
    }
    return new BrokerStatement.AlterService(name, queue, contracts, from, p.pos);
  }

  /// The reference compiler takes any word for CONTRACT; the server does not.
  private static ContractChange contractChange(Parser p) {
    int from = p.pos;
    boolean add = p.at(TokenKind.ADD);
    if (!add && !p.at(TokenKind.DROP)) {
      throw p.fail("ADD CONTRACT or DROP CONTRACT");
    }
    p.pos++;
    p.word();
    return new ContractChange(add, NameGrammar.identifier(p), from, p.pos);
  }

  // Routes, bindings, priorities.

  static Statement route(Parser p, Verb verb, int from) {
    p.pos++;
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> owner = verb == Verb.CREATE ? ServerValues.owner(p) : Optional.empty();
    p.expect(TokenKind.WITH);
    List<Option> options = ServerOptions.distinct(p, BrokerGrammar::routeOption);
    return new BrokerStatement.Route(verb, name, owner, options, from, p.pos);
  }

  private static Option routeOption(Parser p) {
    if (p.atWord("LIFETIME")) {
      return ServerOptions.valued(p, ServerOptions::integer);
    }
    int from = p.word();
    p.expect(EQUALS);
    Option option = ServerOptions.make(p, from, ServerOptions.string(p));
    if (!ROUTE_STRINGS.contains(option.name())) {
      throw p.failAt(from, "an option of a route");
    }
    return option;
  }

  static Statement remoteServiceBinding(Parser p, Verb verb, int from) {
    p.pos++;
    int first = p.word();
    int second = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(first, "SERVICE");
    p.check(second, "BINDING");
    Optional<Identifier> owner = Optional.empty();
    Optional<Literal> service = Optional.empty();
    if (verb == Verb.CREATE) {
      owner = ServerValues.owner(p);
      p.expect(TokenKind.TO);
      int word = p.word();
      service = Optional.of(ExpressionGrammar.string(p));
      p.check(word, "SERVICE");
    }
    p.expect(TokenKind.WITH);
    List<Option> options = new ArrayList<>();
    boolean user = p.at(TokenKind.USER);
    options.add(bindingOption(p, user));
    if (p.accept(TokenKind.COMMA)) {
      options.add(bindingOption(p, !user));
    }
    return new BrokerStatement.RemoteServiceBinding(
        verb, name, owner, service, options, from, p.pos);
  }

  private static Option bindingOption(Parser p, boolean user) {
    if (!user) {
      return ServerOptions.named(p, "ANONYMOUS", ServerOptions::onOff);
    }
    if (!p.at(TokenKind.USER)) {
      throw p.fail("USER");
    }
    return ServerOptions.valued(p, ServerOptions::identifier);
  }

  static Statement brokerPriority(Parser p, Verb verb, int from) {
    p.pos++;
    int priority = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(priority, "PRIORITY");
    p.expect(TokenKind.FOR);
    p.expectWord("CONVERSATION");
    List<Option> options = new ArrayList<>();
    if (p.at(TokenKind.SET, TokenKind.LEFT_PARENTHESIS)) {
      p.pos += 2;
      do {
        options.add(priorityOption(p, options));
      } while (p.accept(TokenKind.COMMA));
      p.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    return new BrokerStatement.BrokerPriority(verb, name, options, from, p.pos);
  }

  private static Option priorityOption(Parser p, List<Option> earlier) {
    String name = p.wordHere();
    boolean known =
        switch (name) {
          case "CONTRACT_NAME", "LOCAL_SERVICE_NAME", "REMOTE_SERVICE_NAME", "PRIORITY_LEVEL" ->
              true;
          default -> false;
        };
    if (!known || earlier.stream().anyMatch(o -> o.name().equals(name))) {
      throw p.fail("an option of the priority that does not stand here yet");
    }
    int from = p.pos++;
    p.expect(EQUALS);
    boolean allowed;
    OptionValue value;
    if (NameGrammar.atIdentifier(p)) {
      value = ServerOptions.identifier(p);
      allowed = name.equals("CONTRACT_NAME") || name.equals("LOCAL_SERVICE_NAME");
    } else if (ExpressionGrammar.atString(p)) {
      value = ServerOptions.string(p);
      allowed = name.equals("REMOTE_SERVICE_NAME");
    } else {
      switch (p.kind()) {
        case INTEGER -> {
          value = ServerOptions.integer(p);
          allowed = name.equals("PRIORITY_LEVEL");
        }
        case DEFAULT -> {
          value = ServerOptions.word(p);
          allowed = name.equals("PRIORITY_LEVEL");
        }
        case ANY -> {
          value = ServerOptions.word(p);
          allowed = !name.equals("PRIORITY_LEVEL");
        }
        default -> throw p.fail("a value");
      }
    }
    if (!allowed) {
      throw p.failAt(from, "an option with such a value");
    }
    return ServerOptions.make(p, from, value);
  }
}
