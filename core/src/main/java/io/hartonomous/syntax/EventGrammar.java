package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.AuditStatement;
import io.hartonomous.syntax.ast.AuditStatement.NotificationScope;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.EventDeclaration;
import io.hartonomous.syntax.ast.ServerPart.EventSetting;
import io.hartonomous.syntax.ast.ServerPart.EventTarget;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Event sessions and event notifications. The word EVENT was read. Source: Microsoft Learn,
/// "CREATE EVENT SESSION", "ALTER EVENT SESSION", "CREATE EVENT NOTIFICATION"; what the reference
/// compiler takes.
final class EventGrammar {
  private static final Set<String> MEMORY_UNITS = Set.of("KB", "MB");
  private static final Set<String> RETENTION_MODES =
      Set.of("ALLOW_SINGLE_EVENT_LOSS", "ALLOW_MULTIPLE_EVENT_LOSS", "NO_EVENT_LOSS");
  private static final Set<String> PARTITION_MODES = Set.of("NONE", "PER_NODE", "PER_CPU");

  private EventGrammar() {}

  static Statement create(Parser p, int from) {
    return notification(p) ? createNotification(p, from) : createSession(p, from);
  }

  /// Consumes NOTIFICATION or SESSION and tells which it was.
  private static boolean notification(Parser p) {
    boolean notification = p.atWord("NOTIFICATION");
    if (!notification && !p.atWord("SESSION") || !NameGrammar.isIdentifier(p, 1)) {
      throw p.fail("NOTIFICATION or SESSION and a name");
    }
    p.pos++;
    return notification;
  }

  static Statement drop(Parser p, int from) {
    if (notification(p)) {
      List<Identifier> names = p.commaList(NameGrammar::identifier);
      NotificationScope scope = notificationScope(p);
      return new AuditStatement.DropEventNotification(names, scope, queue(p, scope), from, p.pos);
    }
    Identifier name = NameGrammar.identifier(p);
    return new AuditStatement.DropEventSession(name, onServer(p), from, p.pos);
  }

  // Notifications.

  private static Statement createNotification(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    NotificationScope scope = notificationScope(p);
    Optional<MultiPartName> queue = queue(p, scope);
    boolean fanIn = p.accept(TokenKind.WITH);
    if (fanIn) {
      p.expectWord("FAN_IN");
    }
    p.expect(TokenKind.FOR);
    List<Identifier> events = p.commaList(EventGrammar::event);
    p.expect(TokenKind.TO);
    p.expectWord("SERVICE");
    Literal service = ExpressionGrammar.string(p);
    p.expect(TokenKind.COMMA);
    Literal instance = ExpressionGrammar.string(p);
    return new AuditStatement.CreateEventNotification(
        name, scope, queue, fanIn, events, service, instance, from, p.pos);
  }

  private static Identifier event(Parser p) {
    if (!EventNames.isNotificationEvent(p.wordHere())) {
      throw p.fail("an event or a group of events");
    }
    return NameGrammar.upperWord(p);
  }

  private static NotificationScope notificationScope(Parser p) {
    p.expect(TokenKind.ON);
    if (p.accept(TokenKind.DATABASE)) {
      return NotificationScope.DATABASE;
    }
    if (p.acceptWord("QUEUE")) {
      return NotificationScope.QUEUE;
    }
    p.expectWord("SERVER");
    return NotificationScope.SERVER;
  }

  private static Optional<MultiPartName> queue(Parser p, NotificationScope scope) {
    return scope == NotificationScope.QUEUE
        ? Optional.of(NameGrammar.nameOf(p, 3))
        : Optional.empty();
  }

  // Sessions.

  /// `ON SERVER`, `ON DATABASE`.
  private static boolean onServer(Parser p) {
    p.expect(TokenKind.ON);
    if (p.accept(TokenKind.DATABASE)) {
      return false;
    }
    p.expectWord("SERVER");
    return true;
  }

  private static Statement createSession(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    boolean server = onServer(p);
    List<EventDeclaration> events = added(p, "EVENT", EventGrammar::declaration);
    List<EventTarget> targets =
        p.at(TokenKind.ADD, TokenKind.IDENTIFIER)
            ? added(p, "TARGET", EventGrammar::target)
            : List.of();
    return new AuditStatement.CreateEventSession(
        name, server, events, targets, options(p), from, p.pos);
  }

  /// The cursor is at SESSION.
  static Statement alterSession(Parser p, int from) {
    int word = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(word, "SESSION");
    boolean server = onServer(p);
    List<EventDeclaration> events = List.of();
    List<EventTarget> targets = List.of();
    List<MultiPartName> droppedEvents = List.of();
    List<MultiPartName> droppedTargets = List.of();
    List<Option> options = List.of();
    Optional<Boolean> start = Optional.empty();
    if (p.at(TokenKind.WITH)) {
      p.pos++;
      options = ServerOptions.parenthesised(p, parser -> parser.commaList(EventGrammar::option));
    } else if (p.at(TokenKind.IDENTIFIER)) {
      int state = p.word();
      p.expect(EQUALS);
      int value = p.word();
      p.check(state, "STATE");
      start = Optional.of(p.tokens.isWord(value, "START"));
      if (!start.get() && !p.tokens.isWord(value, "STOP")) {
        throw p.failAt(value, "START or STOP");
      }
    } else {
      boolean add = p.at(TokenKind.ADD);
      boolean event = p.atWord(1, "EVENT");
      if (!add && !p.at(TokenKind.DROP) || !event && !p.atWord(1, "TARGET")) {
        throw p.fail("ADD or DROP of an EVENT or a TARGET, WITH or STATE");
      }
      if (add && event) {
        events = added(p, "EVENT", EventGrammar::declaration);
      } else if (add) {
        targets = added(p, "TARGET", EventGrammar::target);
      } else if (event) {
        droppedEvents = dropped(p, "EVENT");
      } else {
        droppedTargets = dropped(p, "TARGET");
      }
      options = options(p);
    }
    return new AuditStatement.AlterEventSession(
        name, server, events, targets, droppedEvents, droppedTargets, options, start, from, p.pos);
  }

  /// `ADD EVENT x, ADD EVENT y`: the word is compared after what follows it.
  private static <T> List<T> added(Parser p, String kind, Function<Parser, T> rule) {
    List<T> items = new ArrayList<>();
    do {
      p.expect(TokenKind.ADD);
      int word = p.word();
      items.add(rule.apply(p));
      p.check(word, kind);
    } while (p.accept(TokenKind.COMMA));
    return items;
  }

  private static List<MultiPartName> dropped(Parser p, String kind) {
    List<MultiPartName> names = new ArrayList<>();
    do {
      p.expect(TokenKind.DROP);
      int word = p.word();
      names.add(objectName(p));
      p.check(word, kind);
    } while (p.accept(TokenKind.COMMA));
    return names;
  }

  /// `package.name`, `module.package.name`.
  private static MultiPartName objectName(Parser p) {
    int from = p.pos;
    List<Identifier> parts = new ArrayList<>();
    parts.add(NameGrammar.identifier(p));
    p.expect(TokenKind.DOT);
    parts.add(NameGrammar.identifier(p));
    if (p.accept(TokenKind.DOT)) {
      parts.add(NameGrammar.identifier(p));
    }
    return new MultiPartName(parts, from, p.pos);
  }

  /// A name of one to three parts.
  private static MultiPartName fieldName(Parser p) {
    int from = p.pos;
    List<Identifier> parts = new ArrayList<>();
    parts.add(NameGrammar.identifier(p));
    while (parts.size() < 3 && p.accept(TokenKind.DOT)) {
      parts.add(NameGrammar.identifier(p));
    }
    return new MultiPartName(parts, from, p.pos);
  }

  private static EventDeclaration declaration(Parser p) {
    int from = p.pos;
    MultiPartName name = objectName(p);
    if (!p.accept(TokenKind.LEFT_PARENTHESIS)) {
      return new EventDeclaration(name, false, List.of(), List.of(), Optional.empty(), from, p.pos);
    }
    List<EventSetting> settings =
        p.accept(TokenKind.SET) ? p.commaList(EventGrammar::setting) : List.of();
    List<MultiPartName> actions = List.of();
    if (p.at(TokenKind.IDENTIFIER)) {
      p.expectWord("ACTION");
      actions = p.parenthesisedList(EventGrammar::objectName);
    }
    Optional<Condition> where = p.optional(p.accept(TokenKind.WHERE), EventGrammar::condition);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new EventDeclaration(name, true, settings, actions, where, from, p.pos);
  }

  private static EventTarget target(Parser p) {
    int from = p.pos;
    MultiPartName name = objectName(p);
    List<EventSetting> settings = List.of();
    if (p.accept(TokenKind.LEFT_PARENTHESIS)) {
      p.expect(TokenKind.SET);
      settings = p.commaList(EventGrammar::setting);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    return new EventTarget(name, settings, from, p.pos);
  }

  private static EventSetting setting(Parser p) {
    int from = p.pos;
    Identifier field = NameGrammar.identifier(p);
    p.expect(EQUALS);
    return new EventSetting(field, value(p), from, p.pos);
  }

  /// A number with or without `-`, a string, or one of them in parentheses.
  private static Expression value(Parser p) {
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      p.enter();
      int from = p.pos++;
      Expression inner = value(p);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      p.leave();
      return new Expression.Parenthesised(inner, from, p.pos);
    }
    if (p.at(TokenKind.MINUS_SIGN)) {
      if (!ServerValues.isNumber(p.kind(1))) {
        throw p.failAt(p.pos + 1, "a number");
      }
      return ExpressionGrammar.unary(p);
    }
    return ServerValues.atNumber(p) ? ServerValues.number(p) : ExpressionGrammar.string(p);
  }

  // Conditions of events and audits: comparisons of fields with constants.

  static Condition condition(Parser p) {
    int from = p.pos;
    Condition first = conjunction(p);
    if (!p.at(TokenKind.OR)) {
      return first;
    }
    List<Condition> operands = new ArrayList<>(List.of(first));
    while (p.accept(TokenKind.OR)) {
      operands.add(conjunction(p));
    }
    return new Condition.Or(operands, from, p.pos);
  }

  private static Condition conjunction(Parser p) {
    int from = p.pos;
    Condition first = negation(p);
    if (!p.at(TokenKind.AND)) {
      return first;
    }
    List<Condition> operands = new ArrayList<>(List.of(first));
    while (p.accept(TokenKind.AND)) {
      operands.add(negation(p));
    }
    return new Condition.And(operands, from, p.pos);
  }

  private static Condition negation(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.NOT)) {
      p.enter();
      p.pos++;
      Condition operand = negation(p);
      p.leave();
      return new Condition.Not(operand, from, p.pos);
    }
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      p.enter();
      p.pos++;
      Condition inner = condition(p);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      p.leave();
      return new Condition.Parenthesised(inner, from, p.pos);
    }
    return comparison(p);
  }

  /// `field = value`, `field NOT LIKE value`, `package.function(field, value)`.
  private static Condition comparison(Parser p) {
    int from = p.pos;
    MultiPartName name = fieldName(p);
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      if (name.parts().size() < 2) {
        throw p.fail("a comparison");
      }
      p.pos++;
      Expression field = field(p, fieldName(p));
      p.expect(TokenKind.COMMA);
      Expression value = value(p);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      Expression.FunctionCall call =
          new Expression.FunctionCall(
              name,
              Optional.empty(),
              List.of(field, value),
              Optional.empty(),
              Optional.empty(),
              false,
              Optional.empty(),
              from,
              p.pos);
      return new Condition.Predicate(call, from, p.pos);
    }
    Expression field = field(p, name);
    if (p.at(TokenKind.NOT, TokenKind.LIKE)) {
      p.pos += 2;
      return new Condition.Like(field, true, value(p), Optional.empty(), false, from, p.pos);
    }
    Condition.ComparisonOperator operator = ConditionGrammar.operator(p);
    return new Condition.Comparison(field, operator, value(p), from, p.pos);
  }

  private static Expression field(Parser p, MultiPartName name) {
    return new Expression.ColumnReference(name, false, name.from(), p.pos);
  }

  // Options of sessions.

  private static List<Option> options(Parser p) {
    if (!ServerValues.atWithList(p)) {
      return List.of();
    }
    p.pos++;
    return ServerOptions.parenthesised(p, parser -> parser.commaList(EventGrammar::option));
  }

  private static Option option(Parser p) {
    return switch (p.wordHere()) {
      case "MAX_MEMORY", "MAX_EVENT_SIZE" -> ServerOptions.valued(p, EventGrammar::memory);
      case "TRACK_CAUSALITY", "STARTUP_STATE" -> ServerOptions.valued(p, ServerOptions::onOff);
      case "EVENT_RETENTION_MODE" ->
          ServerOptions.valued(p, parser -> ServerOptions.known(parser, RETENTION_MODES));
      case "MEMORY_PARTITION_MODE" ->
          ServerOptions.valued(p, parser -> ServerOptions.known(parser, PARTITION_MODES));
      case "MAX_DISPATCH_LATENCY" -> ServerOptions.valued(p, EventGrammar::latency);
      default -> throw p.fail("an option of an event session");
    };
  }

  private static OptionValue memory(Parser p) {
    Literal number = ExpressionGrammar.integer(p);
    if (!MEMORY_UNITS.contains(p.wordHere())) {
      throw p.fail("KB or MB");
    }
    p.pos++;
    return ServerOptions.measured(p, number);
  }

  private static OptionValue latency(Parser p) {
    if (!p.at(TokenKind.INTEGER)) {
      return ServerOptions.oneOf(p, "INFINITE");
    }
    Literal number = ExpressionGrammar.integer(p);
    p.expectWord("SECONDS");
    return ServerOptions.measured(p, number);
  }
}
