package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.EndpointPayload;
import io.hartonomous.syntax.ast.ServerPart.EndpointProtocol;
import io.hartonomous.syntax.ast.ServerPart.Verb;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Endpoints and their protocols. The cursor is at ENDPOINT. Source: Microsoft Learn, "CREATE
/// ENDPOINT", "ALTER ENDPOINT" (with the HTTP and SOAP forms of SQL Server 2005); what the
/// reference compiler takes.
final class EndpointGrammar {
  private static final Set<String> STATES = Set.of("STARTED", "STOPPED", "DISABLED");
  private static final Set<String> AUTHENTICATIONS =
      Set.of("BASIC", "DIGEST", "INTEGRATED", "NTLM", "KERBEROS");
  private static final Set<String> PORTS = Set.of("CLEAR", "SSL");

  private EndpointGrammar() {}

  static Statement endpoint(Parser p, Verb verb, int from) {
    p.pos++;
    Identifier name = NameGrammar.identifier(p);
    boolean create = verb == Verb.CREATE;
    Optional<Identifier> owner = create ? ServerValues.owner(p) : Optional.empty();
    List<Option> options = new ArrayList<>();
    if (p.at(TokenKind.IDENTIFIER) && (create || p.kind(1) == EQUALS)) {
      do {
        options.add(option(p, options));
      } while (p.accept(TokenKind.COMMA));
    }
    Optional<EndpointProtocol> protocol =
        create || p.at(TokenKind.AS) ? Optional.of(protocol(p)) : Optional.empty();
    Optional<EndpointPayload> payload =
        create || p.at(TokenKind.FOR)
            ? Optional.of(EndpointPayloadGrammar.payload(p))
            : Optional.empty();
    return new ServerStatement.Endpoint(verb, name, owner, options, protocol, payload, from, p.pos);
  }

  /// `STATE = STARTED`, `AFFINITY = NONE`; each once.
  private static Option option(Parser p, List<Option> earlier) {
    ServerOptions.lookAhead(p);
    int from = p.word();
    p.expect(EQUALS);
    boolean state = p.tokens.isWord(from, "STATE");
    OptionValue value;
    if (state) {
      int word = p.word();
      checkOnce(p, from, earlier);
      p.pos = word;
      value = ServerOptions.known(p, STATES);
    } else {
      p.check(from, "AFFINITY");
      checkOnce(p, from, earlier);
      value =
          p.at(TokenKind.INTEGER)
              ? ServerOptions.integer(p)
              : ServerOptions.oneOf(p, "NONE", "ADMIN");
    }
    return ServerOptions.make(p, from, value);
  }

  private static void checkOnce(Parser p, int from, List<Option> earlier) {
    String name = Words.upper(p.tokens.text(from));
    if (earlier.stream().anyMatch(o -> o.name().equals(name))) {
      throw p.failAt(from, "an option that does not stand here yet");
    }
  }

  // Protocols.

  private static EndpointProtocol protocol(Parser p) {
    p.expect(TokenKind.AS);
    int from = p.pos;
    String kind = p.wordHere();
    if (!kind.equals("TCP") && !kind.equals("HTTP")) {
      throw p.fail("TCP or HTTP");
    }
    p.pos++;
    p.expect(TokenKind.LEFT_PARENTHESIS);
    List<Option> options = new ArrayList<>();
    do {
      options.add(protocolOption(p, kind.equals("HTTP"), options));
    } while (p.accept(TokenKind.COMMA));
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new EndpointProtocol(kind, options, from, p.pos);
  }

  private static Option protocolOption(Parser p, boolean http, List<Option> earlier) {
    ServerOptions.lookAhead(p);
    int from = p.word();
    p.expect(EQUALS);
    return switch (Words.upper(p.tokens.text(from))) {
      case "LISTENER_IP" -> {
        checkAllowed(p, from, !http, earlier);
        yield ServerOptions.make(p, from, address(p));
      }
      case "LISTENER_PORT" -> {
        OptionValue.Scalar port = (OptionValue.Scalar) ServerOptions.integer(p);
        checkAllowed(p, from, !http, earlier);
        checkPort(p, (Literal) port.expression());
        yield ServerOptions.make(p, from, port);
      }
      case "PATH", "SITE" -> late(p, from, http, earlier, ServerOptions.string(p));
      case "CLEAR_PORT", "SSL_PORT" -> late(p, from, http, earlier, ServerOptions.integer(p));
      case "AUTHENTICATION" -> {
        checkAllowed(p, from, http, earlier);
        yield words(p, from, AUTHENTICATIONS);
      }
      case "PORTS" -> {
        checkAllowed(p, from, http, earlier);
        yield words(p, from, PORTS);
      }
      case "AUTH_REALM", "DEFAULT_LOGON_DOMAIN" -> {
        checkAllowed(p, from, http, earlier);
        OptionValue value =
            p.at(TokenKind.IDENTIFIER)
                ? ServerOptions.oneOf(p, "NONE")
                : ServerOptions.nonEmptyString(p);
        yield ServerOptions.make(p, from, value);
      }
      default -> {
        int value = p.word();
        checkAllowed(p, from, http, earlier);
        p.pos = value;
        yield ServerOptions.make(p, from, ServerOptions.oneOf(p, "ENABLED", "DISABLED"));
      }
    };
  }

  private static Option late(
      Parser p, int from, boolean allowed, List<Option> earlier, OptionValue value) {
    checkAllowed(p, from, allowed, earlier);
    return ServerOptions.make(p, from, value);
  }

  private static void checkAllowed(Parser p, int from, boolean allowed, List<Option> earlier) {
    if (!allowed) {
      throw p.failAt(from, "an option of this protocol");
    }
    checkOnce(p, from, earlier);
  }

  /// `(BASIC, DIGEST)`: each word once.
  private static Option words(Parser p, int from, Set<String> known) {
    p.expect(TokenKind.LEFT_PARENTHESIS);
    List<Option> found = new ArrayList<>();
    do {
      String word = p.wordHere();
      if (!known.contains(word) || found.stream().anyMatch(o -> o.name().equals(word))) {
        throw p.fail("another of " + String.join(", ", known.stream().sorted().toList()));
      }
      found.add(ServerOptions.flag(p));
    } while (p.accept(TokenKind.COMMA));
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Option(Words.upper(p.tokens.text(from)), true, Optional.empty(), found, from, p.pos);
  }

  private static void checkPort(Parser p, Literal port) {
    int number;
    try {
      number = Integer.parseInt(port.text());
    } catch (NumberFormatException _) { // told below
      number = -1;
    }
    if (number < 1024 || number > 32767) {
      throw p.report(Code.LISTENER_PORT_OUT_OF_BOUNDS, port.from(), port.text());
    }
  }

  /// `ALL`, `(10.0.0.1)`, `(10.0.0.1 : 255.0.0.0)`, `('::1')`. Four numbers with dots between them
  /// are read as whole and decimal numbers: their texts together are the address.
  private static OptionValue address(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.ALL)) {
      return ServerOptions.word(p);
    }
    p.expect(TokenKind.LEFT_PARENTHESIS);
    if (ExpressionGrammar.atString(p)) {
      Literal literal = ExpressionGrammar.string(p);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      return ServerOptions.scalar(p, new Expression.Parenthesised(literal, from, p.pos), from);
    }
    String words = "(" + octets(p);
    if (p.accept(TokenKind.COLON)) {
      words += " : " + octets(p);
    }
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new OptionValue.Word(words + ")", from, p.pos);
  }

  private static String octets(Parser p) {
    StringBuilder text = new StringBuilder();
    int numbers = 0;
    boolean dot = true;
    while (numbers < 4) {
      TokenKind kind = p.kind();
      String part = p.text();
      if (kind == TokenKind.DOT && !dot) {
        dot = true;
      } else if (kind == TokenKind.INTEGER && dot) {
        numbers++;
        dot = false;
      } else if (kind == TokenKind.DECIMAL && dot != part.startsWith(".")) {
        boolean open = part.endsWith(".");
        int dots = part.indexOf('.') == part.lastIndexOf('.') ? 1 : 2;
        numbers += part.startsWith(".") || open ? 1 : dots + 1;
        dot = open;
      } else {
        throw p.fail("an IP address");
      }
      text.append(part);
      p.pos++;
    }
    if (numbers > 4 || dot) {
      throw p.fail("an IP address of four numbers");
    }
    return text.toString();
  }
}
