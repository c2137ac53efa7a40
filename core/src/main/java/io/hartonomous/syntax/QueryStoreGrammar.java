package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The options QUERY_STORE and AUTOMATIC_TUNING of ALTER DATABASE SET. Source: Microsoft Learn,
/// "ALTER DATABASE SET options"; what the reference compiler takes.
final class QueryStoreGrammar {
  private QueryStoreGrammar() {}

  /// `QUERY_STORE = OFF`, `QUERY_STORE [= ON] (options)`, `QUERY_STORE CLEAR [ALL]`.
  static Option option(Parser p) {
    int from = p.pos;
    if (p.kind(1) != TokenKind.IDENTIFIER) {
      return DatabaseOptionGrammar.withDetails(
          p, false, parser -> parser.commaList(QueryStoreGrammar::detail));
    }
    p.pos++;
    p.check(p.pos, "CLEAR");
    OptionValue clear = ServerOptions.word(p);
    if (p.accept(TokenKind.ALL)) {
      clear = new OptionValue.Word("CLEAR ALL", from + 1, p.pos);
    }
    return ServerOptions.bare(p, from, clear);
  }

  private static Option detail(Parser p) {
    return switch (p.wordHere()) {
      case "DESIRED_STATE", "OPERATION_MODE" ->
          ServerOptions.valued(
              p, parser -> ServerOptions.known(parser, Set.of("READ_ONLY", "READ_WRITE", "OFF")));
      case "QUERY_CAPTURE_MODE" ->
          ServerOptions.valued(p, parser -> orReserved(parser, TokenKind.ALL, "AUTO", "NONE"));
      case "SIZE_BASED_CLEANUP_MODE" ->
          ServerOptions.valued(p, parser -> orReserved(parser, TokenKind.OFF, "AUTO"));
      case "FLUSH_INTERVAL_SECONDS",
          "DATA_FLUSH_INTERVAL_SECONDS",
          "INTERVAL_LENGTH_MINUTES",
          "MAX_STORAGE_SIZE_MB",
          "MAX_PLANS_PER_QUERY" ->
          ServerOptions.valued(p, ServerOptions::integer);
      case "CLEANUP_POLICY" -> cleanupPolicy(p);
      case "WAIT_STATS_CAPTURE_MODE" -> ServerOptions.valued(p, ServerOptions::onOff);
      default -> throw p.fail("an option of the query store");
    };
  }

  private static OptionValue orReserved(Parser p, TokenKind reserved, String... words) {
    return p.at(reserved) ? ServerOptions.word(p) : ServerOptions.known(p, Set.of(words));
  }

  /// `CLEANUP_POLICY = (STALE_QUERY_THRESHOLD_DAYS = n)`.
  private static Option cleanupPolicy(Parser p) {
    ServerOptions.lookAhead(p);
    int from = p.pos;
    p.pos += 2;
    p.expect(TokenKind.LEFT_PARENTHESIS);
    int word = p.word();
    p.check(word, "STALE_QUERY_THRESHOLD_DAYS");
    p.expect(EQUALS);
    Option days = ServerOptions.make(p, word, ServerOptions.integer(p));
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Option("CLEANUP_POLICY", true, Optional.empty(), List.of(days), from, p.pos);
  }

  /// `AUTOMATIC_TUNING = AUTO`, `AUTOMATIC_TUNING (CREATE_INDEX = ON, ...)`.
  static Option automaticTuning(Parser p) {
    if (p.kind(1) == EQUALS) {
      return ServerOptions.valued(
          p, parser -> ServerOptions.known(parser, Set.of("AUTO", "INHERIT", "CUSTOM")));
    }
    if (p.kind(1) != TokenKind.LEFT_PARENTHESIS) {
      throw p.fail("AUTOMATIC_TUNING and its options");
    }
    int from = p.pos++;
    List<Option> options =
        ServerOptions.parenthesised(
            p, parser -> ServerOptions.distinct(parser, QueryStoreGrammar::tuning));
    return new Option("AUTOMATIC_TUNING", Optional.empty(), options, from, p.pos);
  }

  private static Option tuning(Parser p) {
    return switch (p.wordHere()) {
      case "CREATE_INDEX", "DROP_INDEX", "FORCE_LAST_GOOD_PLAN", "MAINTAIN_INDEX" ->
          ServerOptions.valued(
              p,
              parser ->
                  parser.at(TokenKind.DEFAULT)
                      ? ServerOptions.word(parser)
                      : ServerOptions.onOff(parser));
      default -> throw p.fail("an option of the automatic tuning");
    };
  }
}
