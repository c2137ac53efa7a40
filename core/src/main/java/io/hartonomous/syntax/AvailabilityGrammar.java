package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.Replica;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Optional;

/// Availability groups. The cursor is at AVAILABILITY. Source: Microsoft Learn, "CREATE
/// AVAILABILITY GROUP", "ALTER AVAILABILITY GROUP"; what the reference compiler takes.
final class AvailabilityGrammar {
  private AvailabilityGrammar() {}

  static Statement create(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.GROUP);
    Identifier name = NameGrammar.identifier(p);
    List<Option> options = List.of();
    if (p.accept(TokenKind.WITH)) {
      options = ServerOptions.parenthesised(p, parser -> List.of(groupOption(parser)));
    }
    p.expect(TokenKind.FOR);
    List<Identifier> databases =
        p.accept(TokenKind.DATABASE) ? p.commaList(NameGrammar::identifier) : List.of();
    int word = p.word();
    p.expect(TokenKind.ON);
    Replica first = replica(p);
    p.check(word, "REPLICA");
    List<Replica> replicas = new java.util.ArrayList<>(List.of(first));
    while (p.accept(TokenKind.COMMA)) {
      replicas.add(replica(p));
    }
    return new ServerStatement.CreateAvailabilityGroup(
        name, options, databases, replicas, from, p.pos);
  }

  private static Option groupOption(Parser p) {
    return ServerOptions.named(p, "REQUIRED_COPIES_TO_COMMIT", ServerOptions::integer);
  }

  static Statement alter(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.GROUP);
    Identifier name = NameGrammar.identifier(p);
    int start = p.pos;
    List<Identifier> databases = List.of();
    List<Replica> replicas = List.of();
    List<Option> options = List.of();
    String action;
    if (p.at(TokenKind.ADD) || p.atWord("REMOVE") || p.atWord("MODIFY")) {
      action = Words.upper(p.text());
      boolean modify = action.equals("MODIFY");
      boolean remove = action.equals("REMOVE");
      if (!modify && p.kind(1) == TokenKind.DATABASE) {
        p.pos += 2;
        databases = p.commaList(NameGrammar::identifier);
        action += " DATABASE";
      } else {
        p.pos++;
        int word = p.word();
        p.expect(TokenKind.ON);
        Replica first = remove ? replicaName(p) : replica(p);
        p.check(word, "REPLICA");
        replicas = new java.util.ArrayList<>(List.of(first));
        while (p.accept(TokenKind.COMMA)) {
          replicas.add(remove ? replicaName(p) : replica(p));
        }
        action += " REPLICA ON";
      }
    } else if (p.accept(TokenKind.SET)) {
      action = "SET";
      options = ServerOptions.parenthesised(p, parser -> List.of(groupOption(parser)));
    } else if (p.accept(TokenKind.JOIN)) {
      action = "JOIN";
    } else {
      action = p.wordHere();
      switch (action) {
        case "FAILOVER", "FORCE_FAILOVER_ALLOW_DATA_LOSS", "ONLINE", "OFFLINE" -> p.pos++;
        default -> throw p.failAt(start, "what to do with the group");
      }
      if (action.equals("FAILOVER") && ServerValues.atWithList(p)) {
        p.pos++;
        options =
            ServerOptions.parenthesised(
                p, parser -> List.of(ServerOptions.named(parser, "TARGET", ServerOptions::string)));
      }
    }
    return new ServerStatement.AlterAvailabilityGroup(
        name, action, databases, replicas, options, from, p.pos);
  }

  private static Replica replicaName(Parser p) {
    int from = p.pos;
    Literal server = ExpressionGrammar.string(p);
    return new Replica(server, List.of(), from, p.pos);
  }

  private static Replica replica(Parser p) {
    int from = p.pos;
    Literal server = ExpressionGrammar.string(p);
    p.expect(TokenKind.WITH);
    List<Option> options = ServerOptions.parenthesised(p, AvailabilityGrammar::replicaOptions);
    return new Replica(server, options, from, p.pos);
  }

  /// A repeated option is reported at its name, or at its value where that is a literal.
  private static List<Option> replicaOptions(Parser p) {
    List<Option> options = new java.util.ArrayList<>();
    do {
      Option option = replicaOption(p);
      if (options.stream().anyMatch(o -> o.name().equals(option.name()))) {
        boolean literal =
            option.value().isPresent() && option.value().get() instanceof OptionValue.Scalar;
        int at =
            option.value().isPresent()
                ? option.value().get().from()
                : option.details().getFirst().value().orElseThrow().from();
        throw p.report(
            io.hartonomous.diagnostics.Code.DUPLICATE_OPTION,
            literal ? option.value().get().from() : at,
            option.name());
      }
      options.add(option);
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  private static Option replicaOption(Parser p) {
    switch (p.wordHere()) {
      case "AVAILABILITY_MODE":
        return ServerOptions.valued(
            p, parser -> ServerOptions.oneOf(parser, "SYNCHRONOUS_COMMIT", "ASYNCHRONOUS_COMMIT"));
      case "FAILOVER_MODE":
        return ServerOptions.valued(
            p, parser -> ServerOptions.oneOf(parser, "AUTOMATIC", "MANUAL"));
      case "SECONDARY_ROLE":
        return role(p, "READ_ONLY");
      case "PRIMARY_ROLE":
        return role(p, "READ_WRITE");
      default:
        ServerOptions.lookAhead(p);
        int from = p.word();
        p.pos++;
        OptionValue value;
        if (p.at(TokenKind.INTEGER)) {
          value = ServerOptions.integer(p);
          p.checkOneOf(from, "SESSION_TIMEOUT", "APPLY_DELAY");
        } else {
          value = ServerOptions.string(p);
          p.check(from, "ENDPOINT_URL");
        }
        return ServerOptions.make(p, from, value);
    }
  }

  /// `PRIMARY_ROLE (ALLOW_CONNECTIONS = ALL)`.
  private static Option role(Parser p, String readable) {
    int from = p.pos;
    if (p.kind(1) != TokenKind.LEFT_PARENTHESIS) {
      throw p.fail("a role and its connections");
    }
    p.pos += 2;
    int word = p.word();
    p.expect(EQUALS);
    p.check(word, "ALLOW_CONNECTIONS");
    OptionValue value =
        p.at(TokenKind.ALL) ? ServerOptions.word(p) : ServerOptions.oneOf(p, "NO", readable);
    Option connections = ServerOptions.make(p, word, value);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Option(
        Words.upper(p.tokens.text(from)), Optional.empty(), List.of(connections), from, p.pos);
  }
}
