package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.EndpointPayload;
import io.hartonomous.syntax.ast.ServerPart.PayloadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an endpoint is for: `FOR TSQL ()`, `FOR SERVICE_BROKER (options)`, `FOR DATABASE_MIRRORING
/// (options)`, `FOR SOAP (methods and options)`. Source: Microsoft Learn, "CREATE ENDPOINT"; what
/// the reference compiler takes.
final class EndpointPayloadGrammar {
  private static final Set<String> BROKER_OPTIONS =
      Set.of("AUTHENTICATION", "ENCRYPTION", "MESSAGE_FORWARDING", "MESSAGE_FORWARD_SIZE");
  private static final Set<String> MIRRORING_OPTIONS =
      Set.of("AUTHENTICATION", "ENCRYPTION", "ROLE");
  private static final Set<String> SOAP_OPTIONS =
      Set.of(
          "WEBMETHOD",
          "BATCHES",
          "WSDL",
          "SESSIONS",
          "LOGIN_TYPE",
          "SESSION_TIMEOUT",
          "DATABASE",
          "NAMESPACE",
          "SCHEMA",
          "CHARACTER_SET",
          "HEADER_LIMIT");
  private static final Set<String> PROTOCOLS = Set.of("NTLM", "KERBEROS", "NEGOTIATE");
  private static final Set<String> ENCRYPTIONS = Set.of("DISABLED", "SUPPORTED", "REQUIRED");

  private EndpointPayloadGrammar() {}

  static EndpointPayload payload(Parser p) {
    p.expect(TokenKind.FOR);
    int from = p.pos;
    String kind = p.wordHere();
    Set<String> allowed =
        switch (kind) {
          case "TSQL" -> Set.of();
          case "SERVICE_BROKER" -> BROKER_OPTIONS;
          case "DATABASE_MIRRORING", "DATA_MIRRORING" -> MIRRORING_OPTIONS;
          case "SOAP" -> SOAP_OPTIONS;
          default -> throw p.fail("TSQL, SERVICE_BROKER, DATABASE_MIRRORING or SOAP");
        };
    p.pos++;
    p.expect(TokenKind.LEFT_PARENTHESIS);
    List<PayloadItem> items = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    if (!p.at(TokenKind.RIGHT_PARENTHESIS)) {
      do {
        items.add(item(p, allowed, seen));
      } while (p.accept(TokenKind.COMMA));
    }
    if (allowed == MIRRORING_OPTIONS && !seen.contains("ROLE")) {
      throw p.report(Code.MIRRORING_WITHOUT_ROLE, from);
    }
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new EndpointPayload(kind, items, from, p.pos);
  }

  private static PayloadItem item(Parser p, Set<String> allowed, List<String> seen) {
    int from = p.pos;
    if (p.at(TokenKind.ADD)
        || p.at(TokenKind.ALTER)
        || p.at(TokenKind.DROP)
        || p.at(TokenKind.IDENTIFIER)
            && p.kind(1) != EQUALS
            && p.kind(1) != TokenKind.EOF
            && isString(p, 1)) {
      return method(p, allowed, seen);
    }
    Option option = option(p, allowed, seen);
    return new PayloadItem.Setting(option, from, p.pos);
  }

  private static boolean isString(Parser p, int ahead) {
    return p.kind(ahead) == TokenKind.STRING
        || p.kind(ahead) == TokenKind.NATIONAL_STRING
        || p.kind(ahead) == TokenKind.DOUBLE_QUOTED && !p.quotedIdentifier;
  }

  /// An option of another kind of endpoint, or one that stands here already, is reported itself.
  private static void checkAllowed(Parser p, int name, Set<String> allowed, List<String> seen) {
    String word = Words.upper(p.tokens.text(name));
    if (!allowed.contains(word) || seen.contains(word) && !word.equals("WEBMETHOD")) {
      throw p.failAt(name, "an option of this endpoint");
    }
    seen.add(word);
  }

  private static Option option(Parser p, Set<String> allowed, List<String> seen) {
    if (!p.at(TokenKind.IDENTIFIER) && !p.at(TokenKind.DATABASE) && !p.at(TokenKind.SCHEMA)) {
      throw p.fail("an option of the endpoint");
    }
    if (p.at(TokenKind.IDENTIFIER)) {
      ServerOptions.lookAhead(p);
    }
    int from = p.pos++;
    p.expect(EQUALS);
    String name = Words.upper(p.tokens.text(from));
    switch (name) {
      case "BATCHES", "SESSIONS", "MESSAGE_FORWARDING" -> {
        OptionValue value = ServerOptions.oneOf(p, "ENABLED", "DISABLED");
        checkAllowed(p, from, allowed, seen);
        return ServerOptions.make(p, from, value);
      }
      case "HEADER_LIMIT", "MESSAGE_FORWARD_SIZE" -> {
        OptionValue value = ServerOptions.integer(p);
        checkAllowed(p, from, allowed, seen);
        return ServerOptions.make(p, from, value);
      }
      case "LOGIN_TYPE", "CHARACTER_SET" -> {
        int word = p.word();
        checkAllowed(p, from, allowed, seen);
        if (name.equals("LOGIN_TYPE")) {
          p.checkOneOf(word, "WINDOWS", "MIXED");
        } else {
          p.checkOneOf(word, "SQL", "XML");
        }
        p.pos = word;
        return ServerOptions.make(p, from, ServerOptions.word(p));
      }
      case "SCHEMA" -> {
        int word = p.word();
        checkAllowed(p, from, allowed, seen);
        p.checkOneOf(word, "NONE", "STANDARD");
        p.pos = word;
        return ServerOptions.make(p, from, ServerOptions.word(p));
      }
      default -> {}
    }
    if (!BROKER_OPTIONS.contains(name)
        && !MIRRORING_OPTIONS.contains(name)
        && !SOAP_OPTIONS.contains(name)) {
      p.check(from, "ROLE");
    }
    checkAllowed(p, from, allowed, seen);
    return switch (name) {
      case "WSDL" ->
          ServerOptions.make(
              p, from, p.at(TokenKind.IDENTIFIER) ? ServerOptions.oneOf(p, "NONE") : text(p));
      case "SESSION_TIMEOUT" ->
          ServerOptions.make(
              p,
              from,
              p.at(TokenKind.IDENTIFIER)
                  ? ServerOptions.oneOf(p, "NEVER")
                  : ServerOptions.integer(p));
      case "DATABASE", "NAMESPACE" -> ServerOptions.make(p, from, text(p));
      case "AUTHENTICATION" -> authentication(p, from);
      case "ENCRYPTION" -> encryption(p, from);
      default ->
          ServerOptions.make(
              p,
              from,
              p.at(TokenKind.ALL)
                  ? ServerOptions.word(p)
                  : ServerOptions.oneOf(p, "WITNESS", "PARTNER"));
    };
  }

  /// A string or DEFAULT.
  private static OptionValue text(Parser p) {
    return p.at(TokenKind.DEFAULT) ? ServerOptions.word(p) : ServerOptions.string(p);
  }

  /// `WINDOWS [NTLM] [CERTIFICATE c]`, `CERTIFICATE c [WINDOWS [NTLM]]`: the words are its details.
  /// What is wrong in them is reported at the first.
  private static Option authentication(Parser p, int from) {
    int first = p.word();
    List<Integer> words = new ArrayList<>();
    words.add(first);
    while (words.size() < 4 && NameGrammar.atIdentifier(p)) {
      words.add(p.pos++);
    }
    List<Option> details = new ArrayList<>();
    int at = 0;
    boolean certificateFirst = p.tokens.isWord(first, "CERTIFICATE") && words.size() > 1;
    if (certificateFirst) {
      details.add(certificate(p, words.get(0)));
      at = 2;
    }
    if (at < words.size()) {
      if (!p.tokens.isWord(words.get(at), "WINDOWS")) {
        p.check(words.get(at), at == 0 ? "WINDOWS" : "WINDOWS");
      }
      details.add(flag(p, words.get(at++)));
      if (at < words.size() && PROTOCOLS.contains(Words.upper(p.tokens.text(words.get(at))))) {
        details.add(flag(p, words.get(at++)));
      }
      if (!certificateFirst && at + 2 == words.size()) {
        p.check(words.get(at), "CERTIFICATE");
        details.add(certificate(p, words.get(at)));
        at += 2;
      }
    }
    if (at != words.size()) {
      throw p.failAt(first, "WINDOWS, a protocol, CERTIFICATE and its name");
    }
    return new Option("AUTHENTICATION", true, Optional.empty(), details, from, p.pos);
  }

  private static Option flag(Parser p, int token) {
    return new Option(
        Words.upper(p.tokens.text(token)), Optional.empty(), List.of(), token, token + 1);
  }

  private static Option certificate(Parser p, int token) {
    int end = p.pos;
    p.pos = token + 1;
    OptionValue name = ServerOptions.identifier(p);
    Option option = ServerOptions.bare(p, token, name);
    p.pos = end;
    return option;
  }

  /// `DISABLED`, `REQUIRED [ALGORITHM AES [RC4]]`: the words are its details.
  private static Option encryption(Parser p, int from) {
    int first = p.pos;
    if (!ENCRYPTIONS.contains(p.wordHere())) {
      p.word();
      throw p.failAt(first, "DISABLED, SUPPORTED or REQUIRED");
    }
    boolean disabled = p.atWord("DISABLED");
    List<Option> details = new ArrayList<>();
    details.add(ServerOptions.flag(p));
    if (NameGrammar.atIdentifier(p)) {
      if (disabled || !p.atWord("ALGORITHM")) {
        throw p.failAt(first, "an encryption and ALGORITHM");
      }
      details.add(ServerOptions.flag(p));
      details.add(algorithm(p, first, details));
      if (NameGrammar.atIdentifier(p)) {
        details.add(algorithm(p, first, details));
      }
    }
    return new Option("ENCRYPTION", true, Optional.empty(), details, from, p.pos);
  }

  private static Option algorithm(Parser p, int first, List<Option> earlier) {
    if (!NameGrammar.atIdentifier(p)) {
      throw p.fail("AES or RC4");
    }
    String word = p.wordHere();
    if (!word.equals("AES") && !word.equals("RC4")
        || earlier.stream().anyMatch(o -> o.name().equals(word))) {
      throw p.failAt(first, "AES or RC4, each once");
    }
    return ServerOptions.flag(p);
  }

  // Methods of SOAP.

  private static PayloadItem method(Parser p, Set<String> allowed, List<String> seen) {
    int from = p.pos;
    String action = p.at(TokenKind.IDENTIFIER) ? "" : Words.upper(p.text());
    if (!action.isEmpty()) {
      p.pos++;
    }
    boolean drop = action.equals("DROP");
    int word = p.word();
    if (!drop) {
      p.check(word, "WEBMETHOD");
      checkAllowed(p, word, allowed, seen);
    }
    Optional<Literal> namespace = Optional.empty();
    Literal alias = ExpressionGrammar.string(p);
    if (p.accept(TokenKind.DOT)) {
      namespace = Optional.of(alias);
      alias = ExpressionGrammar.string(p);
    }
    List<Option> options = new ArrayList<>();
    if (drop) {
      p.check(word, "WEBMETHOD");
    } else {
      p.expect(TokenKind.LEFT_PARENTHESIS);
      do {
        options.add(methodOption(p, options));
      } while (p.accept(TokenKind.COMMA));
      p.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    return new PayloadItem.WebMethod(action, namespace, alias, options, from, p.pos);
  }

  private static Option methodOption(Parser p, List<Option> earlier) {
    if (p.at(TokenKind.SCHEMA)) {
      int from = p.pos++;
      p.expect(EQUALS);
      checkOnce(p, from, earlier);
      OptionValue value =
          p.at(TokenKind.DEFAULT)
              ? ServerOptions.word(p)
              : ServerOptions.oneOf(p, "NONE", "STANDARD");
      return ServerOptions.make(p, from, value);
    }
    int from = p.word();
    p.expect(EQUALS);
    if (p.at(TokenKind.IDENTIFIER)) {
      checkOnce(p, from, earlier);
      p.check(from, "FORMAT");
      return ServerOptions.make(
          p, from, ServerOptions.known(p, Set.of("ALL_RESULTS", "ROWSETS_ONLY", "NONE")));
    }
    OptionValue value = ServerOptions.string(p);
    p.check(from, "NAME");
    checkOnce(p, from, earlier);
    return ServerOptions.make(p, from, value);
  }

  private static void checkOnce(Parser p, int from, List<Option> earlier) {
    String name = Words.upper(p.tokens.text(from));
    if (earlier.stream().anyMatch(o -> o.name().equals(name))) {
      throw p.failAt(from, "an option that does not stand here yet");
    }
  }
}
