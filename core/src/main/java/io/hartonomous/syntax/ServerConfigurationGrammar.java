package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// ALTER SERVER CONFIGURATION. The cursor is at CONFIGURATION. Source: Microsoft Learn, "ALTER
/// SERVER CONFIGURATION"; what the reference compiler takes.
final class ServerConfigurationGrammar {
  private static final Set<String> CLUSTER_PROPERTIES =
      Set.of(
          "FAILURECONDITIONLEVEL",
          "HEALTHCHECKTIMEOUT",
          "SQLDUMPERDUMPFLAGS",
          "SQLDUMPERDUMPPATH",
          "SQLDUMPERDUMPTIMEOUT",
          "VERBOSELOGGING");

  private ServerConfigurationGrammar() {}

  static Statement alter(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.SET);
    String first = p.at(TokenKind.EXTERNAL) ? "EXTERNAL" : p.wordHere();
    return switch (first) {
      case "PROCESS" -> made(p, from, "PROCESS AFFINITY", ServerConfigurationGrammar::affinity);
      case "BUFFER" ->
          made(p, from, "BUFFER POOL EXTENSION", ServerConfigurationGrammar::bufferPool);
      case "DIAGNOSTICS" ->
          made(p, from, "DIAGNOSTICS LOG", ServerConfigurationGrammar::diagnosticsLog);
      case "FAILOVER" ->
          made(p, from, "FAILOVER CLUSTER PROPERTY", ServerConfigurationGrammar::property);
      case "HADR" -> made(p, from, "HADR CLUSTER", ServerConfigurationGrammar::hadrCluster);
      case "SOFTNUMA" -> made(p, from, "SOFTNUMA", ServerConfigurationGrammar::state);
      case "EXTERNAL" ->
          made(p, from, "EXTERNAL AUTHENTICATION", ServerConfigurationGrammar::authentication);
      default -> throw p.fail("what to configure");
    };
  }

  /// The words of `what`, compared after all of them were read, and its option.
  private static Statement made(
      Parser p, int from, String what, java.util.function.Function<Parser, Option> rule) {
    String[] words = what.split(" ");
    int start = p.pos;
    p.pos++;
    for (int i = 1; i < words.length; i++) {
      p.word();
    }
    for (int i = 1; i < words.length; i++) {
      p.check(start + i, words[i]);
    }
    Option option = rule.apply(p);
    return new ServerStatement.AlterServerConfiguration(what, List.of(option), from, p.pos);
  }

  /// `CPU = AUTO`, `CPU = 1, 3 TO 5`, `NUMANODE = 1`.
  private static Option affinity(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    if (p.at(TokenKind.IDENTIFIER)) {
      int auto = p.word();
      p.check(from, "CPU");
      p.check(auto, "AUTO");
      p.pos = auto;
      OptionValue value = ServerOptions.word(p);
      return ServerOptions.make(p, from, value);
    }
    int start = p.pos;
    OptionValue ranges = new OptionValue.Ranges(p.commaList(ResourceGrammar::range), start, p.pos);
    ranges = new OptionValue.Ranges(((OptionValue.Ranges) ranges).ranges(), start, p.pos);
    p.checkOneOf(from, "CPU", "NUMANODE");
    return ServerOptions.make(p, from, ranges);
  }

  /// `ON`, `OFF`: an option without a name.
  private static Option state(Parser p) {
    int from = p.pos;
    OptionValue value = ServerOptions.onOff(p);
    return new Option("", Optional.of(value), List.of(), from, p.pos);
  }

  /// `OFF`, `ON (details)`.
  private static Option stateWith(
      Parser p, java.util.function.Function<Parser, List<Option>> details) {
    int from = p.pos;
    boolean on = p.at(TokenKind.ON);
    OptionValue value = ServerOptions.onOff(p);
    boolean list = p.at(TokenKind.LEFT_PARENTHESIS);
    if (on != list) {
      throw p.failAt(from, on ? "ON and its options" : "OFF alone");
    }
    List<Option> found = list ? ServerOptions.parenthesised(p, details) : List.of();
    return new Option("", Optional.of(value), found, from, p.pos);
  }

  private static Option bufferPool(Parser p) {
    return stateWith(
        p,
        parser -> {
          Option file = ServerOptions.named(parser, "FILENAME", ServerOptions::string);
          parser.expect(TokenKind.COMMA);
          return List.of(
              file, ServerOptions.named(parser, "SIZE", ServerConfigurationGrammar::size));
        });
  }

  private static OptionValue size(Parser p) {
    Literal number = ExpressionGrammar.integer(p);
    switch (p.wordHere()) {
      case "KB", "MB", "GB" -> p.pos++;
      case "TB" -> throw p.failAt(number.from(), "a size in KB, MB or GB");
      default -> throw p.fail("KB, MB or GB");
    }
    return ServerOptions.measured(p, number);
  }

  private static Option diagnosticsLog(Parser p) {
    if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
      return state(p);
    }
    switch (p.wordHere()) {
      case "MAX_SIZE":
        return ServerOptions.valued(
            p,
            parser -> {
              if (parser.at(TokenKind.DEFAULT)) {
                return ServerOptions.word(parser);
              }
              Literal number = ExpressionGrammar.integer(parser);
              parser.expectWord("MB");
              return ServerOptions.measured(parser, number);
            });
      case "PATH":
        return ServerOptions.valued(p, parser -> orDefault(parser, ExpressionGrammar::string));
      case "MAX_FILES":
        return ServerOptions.valued(p, parser -> orDefault(parser, ExpressionGrammar::integer));
      default:
        if (p.at(TokenKind.IDENTIFIER)) {
          ServerOptions.lookAhead(p);
        }
        throw p.fail("ON, OFF, PATH, MAX_SIZE or MAX_FILES");
    }
  }

  private static OptionValue orDefault(
      Parser p, java.util.function.Function<Parser, ? extends Expression> value) {
    if (p.at(TokenKind.DEFAULT)) {
      return ServerOptions.word(p);
    }
    int from = p.pos;
    return ServerOptions.scalar(p, value.apply(p), from);
  }

  private static Option property(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    String name = Words.upper(p.tokens.text(from));
    if (!CLUSTER_PROPERTIES.contains(name)) {
      throw p.failAt(from, "a property of the failover cluster");
    }
    OptionValue value =
        switch (name) {
          case "SQLDUMPERDUMPFLAGS" ->
              p.at(TokenKind.INTEGER)
                  ? ServerOptions.integer(p)
                  : orDefault(p, ServerValues::binary);
          case "SQLDUMPERDUMPPATH" ->
              p.at(TokenKind.INTEGER)
                  ? ServerOptions.integer(p)
                  : orDefault(p, ExpressionGrammar::string);
          default -> orDefault(p, ExpressionGrammar::integer);
        };
    return ServerOptions.make(p, from, value);
  }

  /// `CONTEXT = 'x'`, `CONTEXT = LOCAL`.
  private static Option hadrCluster(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    if (!p.tokens.isWord(from, "CONTEXT")) {
      throw p.failAt(from, "CONTEXT");
    }
    OptionValue value =
        p.at(TokenKind.IDENTIFIER) ? ServerOptions.oneOf(p, "LOCAL") : ServerOptions.string(p);
    return ServerOptions.make(p, from, value);
  }

  private static Option authentication(Parser p) {
    return stateWith(
        p,
        parser ->
            List.of(
                switch (parser.wordHere()) {
                  case "USE_IDENTITY" -> ServerOptions.flag(parser);
                  case "CREDENTIAL_NAME" -> ServerOptions.valued(parser, ServerOptions::string);
                  default -> throw parser.fail("USE_IDENTITY or CREDENTIAL_NAME");
                }));
  }
}
