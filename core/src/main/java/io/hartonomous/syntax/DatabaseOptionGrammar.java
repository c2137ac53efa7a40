package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Options of CREATE DATABASE and ALTER DATABASE SET. Source: Microsoft Learn, "ALTER DATABASE SET
/// options", "CREATE DATABASE"; what the reference compiler takes.
final class DatabaseOptionGrammar {
  /// `NAME ON`, `NAME OFF`.
  private static final Set<String> SWITCHES =
      Set.of(
          "ALLOW_SNAPSHOT_ISOLATION",
          "ANSI_NULLS",
          "ANSI_NULL_DEFAULT",
          "ANSI_PADDING",
          "ANSI_WARNINGS",
          "ARITHABORT",
          "AUTO_CLOSE",
          "AUTO_SHRINK",
          "AUTO_UPDATE_STATISTICS",
          "AUTO_UPDATE_STATISTICS_ASYNC",
          "CONCAT_NULL_YIELDS_NULL",
          "CURSOR_CLOSE_ON_COMMIT",
          "DATE_CORRELATION_OPTIMIZATION",
          "ENCRYPTION",
          "HONOR_BROKER_PRIORITY",
          "MIXED_PAGE_ALLOCATION",
          "NUMERIC_ROUNDABORT",
          "QUOTED_IDENTIFIER",
          "READ_COMMITTED_SNAPSHOT",
          "RECURSIVE_TRIGGERS",
          "SUPPLEMENTAL_LOGGING",
          "TEMPORAL_HISTORY_RETENTION",
          "TORN_PAGE_DETECTION",
          "VARDECIMAL_STORAGE_FORMAT");

  /// Options that are a word alone.
  private static final Set<String> STATES =
      Set.of(
          "DISABLE_BROKER",
          "EMERGENCY",
          "ENABLE_BROKER",
          "ERROR_BROKER_CONVERSATIONS",
          "MULTI_USER",
          "NEW_BROKER",
          "OFFLINE",
          "ONLINE",
          "READ_ONLY",
          "READ_WRITE",
          "RESTRICTED_USER",
          "SINGLE_USER");

  /// Options of ALTER DATABASE SET that CREATE DATABASE has too: each stands once.
  private static final Set<String> SHARED =
      Set.of(
          "DB_CHAINING",
          "TRUSTWORTHY",
          "DATA_RETENTION",
          "NESTED_TRIGGERS",
          "TRANSFORM_NOISE_WORDS",
          "DEFAULT_LANGUAGE",
          "DEFAULT_FULLTEXT_LANGUAGE",
          "TWO_DIGIT_YEAR_CUTOFF",
          "FILESTREAM");

  private DatabaseOptionGrammar() {}

  // CREATE DATABASE.

  static Option createOption(Parser p) {
    return switch (p.wordHere()) {
      case "RESTRICTED_USER" -> ServerOptions.flag(p);
      case "DB_CHAINING", "TRUSTWORTHY", "DATA_RETENTION" -> switched(p);
      case "FILESTREAM" -> fileStream(p);
      default -> {
        if (p.kind(1) == EQUALS) {
          yield equalsOption(p);
        }
        yield switch (p.wordHere()) {
          case "ENABLE_BROKER", "NEW_BROKER", "ERROR_BROKER_CONVERSATIONS" -> ServerOptions.flag(p);
          default -> throw p.fail("an option of the database");
        };
      }
    };
  }

  /// `NAME ON`, `NAME OFF`.
  private static Option switched(Parser p) {
    int from = p.pos;
    if (p.kind(1) != TokenKind.ON && p.kind(1) != TokenKind.OFF) {
      throw p.fail("an option with ON or OFF");
    }
    p.pos++;
    return ServerOptions.bare(p, from, ServerOptions.onOff(p));
  }

  /// `NAME = ON`, `NAME = 1`, `NAME = word`: the value says which names there are.
  private static Option equalsOption(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    OptionValue value;
    if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
      value = ServerOptions.onOff(p);
      p.checkOneOf(from, "NESTED_TRIGGERS", "LEDGER", "TRANSFORM_NOISE_WORDS");
    } else if (p.at(TokenKind.INTEGER)) {
      value = ServerOptions.integer(p);
      p.checkOneOf(from, "DEFAULT_LANGUAGE", "DEFAULT_FULLTEXT_LANGUAGE", "TWO_DIGIT_YEAR_CUTOFF");
    } else {
      value = ServerOptions.identifier(p);
      p.checkOneOf(from, "DEFAULT_LANGUAGE", "DEFAULT_FULLTEXT_LANGUAGE", "CATALOG_COLLATION");
      if (p.tokens.isWord(from, "CATALOG_COLLATION")) {
        String word = Words.upper(((OptionValue.Name) value).name().object().value());
        if (!word.equals("DATABASE_DEFAULT") && !word.equals("SQL_LATIN1_GENERAL_CP1_CI_AS")) {
          throw p.failAt(value.from(), "DATABASE_DEFAULT or SQL_Latin1_General_CP1_CI_AS");
        }
      }
    }
    return ServerOptions.make(p, from, value);
  }

  /// `FILESTREAM (NON_TRANSACTED_ACCESS = x, DIRECTORY_NAME = 'x')`.
  static Option fileStream(Parser p) {
    int from = p.pos;
    if (p.kind(1) != TokenKind.LEFT_PARENTHESIS) {
      throw p.fail("FILESTREAM and its options");
    }
    p.pos++;
    List<Option> options =
        ServerOptions.parenthesised(
            p, parser -> ServerOptions.distinct(parser, DatabaseOptionGrammar::fileStreamOption));
    return new Option("FILESTREAM", Optional.empty(), options, from, p.pos);
  }

  private static Option fileStreamOption(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    if (ExpressionGrammar.atString(p) || p.at(TokenKind.NULL)) {
      OptionValue value = p.at(TokenKind.NULL) ? ServerOptions.word(p) : ServerOptions.string(p);
      p.check(from, "DIRECTORY_NAME");
      return ServerOptions.make(p, from, value);
    }
    OptionValue value =
        p.at(TokenKind.OFF) || p.at(TokenKind.FULL)
            ? ServerOptions.word(p)
            : ServerOptions.oneOf(p, "READ_ONLY");
    p.check(from, "NON_TRANSACTED_ACCESS");
    return ServerOptions.make(p, from, value);
  }

  /// `CONTAINMENT = NONE | PARTIAL`.
  static Option containment(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    p.check(from, "CONTAINMENT");
    return ServerOptions.make(p, from, ServerOptions.known(p, Set.of("NONE", "PARTIAL")));
  }

  /// `(MAXSIZE = 5 GB, EDITION = 'x', SERVICE_OBJECTIVE = 'x')`.
  static List<Option> edition(Parser p) {
    return ServerOptions.parenthesised(
        p, parser -> ServerOptions.distinct(parser, DatabaseOptionGrammar::editionOption));
  }

  private static Option editionOption(Parser p) {
    switch (p.wordHere()) {
      case "MAXSIZE":
        return ServerOptions.valued(
            p,
            parser -> {
              Expression.Literal number = ExpressionGrammar.integer(parser);
              int unit = parser.word();
              if (!parser.tokens.isWord(unit, "GB") && !parser.tokens.isWord(unit, "MB")) {
                throw parser.failAt(unit, "GB or MB");
              }
              return ServerOptions.measured(parser, number);
            });
      case "EDITION":
        return ServerOptions.valued(p, ServerOptions::string);
      default:
        ServerOptions.lookAhead(p);
        if (p.kind(2) == TokenKind.IDENTIFIER) {
          return elasticPool(p);
        }
        return ServerOptions.named(p, "SERVICE_OBJECTIVE", ServerOptions::string);
    }
  }

  /// `SERVICE_OBJECTIVE = ELASTIC_POOL (NAME = p)`.
  private static Option elasticPool(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    int pool = p.word();
    p.expect(TokenKind.LEFT_PARENTHESIS);
    int name = p.word();
    p.expect(EQUALS);
    OptionValue value = ServerOptions.identifier(p);
    Option detail = ServerOptions.make(p, name, value);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    p.check(from, "SERVICE_OBJECTIVE");
    p.check(pool, "ELASTIC_POOL");
    p.check(name, "NAME");
    return new Option(
        "SERVICE_OBJECTIVE",
        true,
        Optional.of(new OptionValue.Word("ELASTIC_POOL", pool, pool + 1)),
        List.of(detail),
        from,
        p.pos);
  }

  // ALTER DATABASE SET.

  static List<Option> setOptions(Parser p) {
    Set<String> seen = new HashSet<>();
    List<Option> options = new ArrayList<>();
    do {
      Option option = setOption(p);
      if (SHARED.contains(option.name()) && !seen.add(option.name())) {
        throw p.report(Code.DUPLICATE_OPTION, option.from(), option.name());
      }
      options.add(option);
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  private static Option setOption(Parser p) {
    String name = p.wordHere();
    return switch (name) {
      case "CURSOR_DEFAULT" -> worded(p, Set.of("LOCAL", "GLOBAL"), true);
      case "RECOVERY" -> recovery(p);
      case "TARGET_RECOVERY_TIME" ->
          ServerOptions.valued(p, parser -> period(parser, Set.of("SECONDS", "MINUTES")));
      case "PAGE_VERIFY" -> worded(p, Set.of("CHECKSUM", "NONE", "TORN_PAGE_DETECTION"), false);
      case "PARTNER" -> partner(p);
      case "WITNESS" -> witness(p);
      case "PARAMETERIZATION" -> worded(p, Set.of("SIMPLE", "FORCED"), true);
      case "COMPATIBILITY_LEVEL" -> ServerOptions.valued(p, ServerOptions::integer);
      case "CHANGE_TRACKING" -> changeTracking(p);
      case "ACCELERATED_DATABASE_RECOVERY", "OPTIMIZED_LOCKING" ->
          ServerOptions.valued(p, ServerOptions::onOff);
      case "CONTAINMENT" -> {
        ServerOptions.lookAhead(p);
        yield containment(p);
      }
      case "HADR" -> hadr(p);
      case "DELAYED_DURABILITY" ->
          ServerOptions.valued(
              p, parser -> ServerOptions.known(parser, Set.of("DISABLED", "ALLOWED", "FORCED")));
      case "AUTO_CREATE_STATISTICS" -> autoCreateStatistics(p);
      case "REMOTE_DATA_ARCHIVE" -> remoteDataArchive(p);
      case "DB_CHAINING", "TRUSTWORTHY", "DATA_RETENTION" -> switched(p);
      case "FILESTREAM" -> fileStream(p);
      case "NESTED_TRIGGERS",
          "TRANSFORM_NOISE_WORDS",
          "DEFAULT_LANGUAGE",
          "DEFAULT_FULLTEXT_LANGUAGE",
          "TWO_DIGIT_YEAR_CUTOFF" -> {
        ServerOptions.lookAhead(p);
        yield equalsOption(p);
      }
      case "QUERY_STORE" -> QueryStoreGrammar.option(p);
      case "AUTOMATIC_TUNING" -> QueryStoreGrammar.automaticTuning(p);
      case "MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT" -> ServerOptions.valued(p, ServerOptions::onOff);
      default -> {
        if (STATES.contains(name)) {
          yield ServerOptions.flag(p);
        }
        if (SWITCHES.contains(name)) {
          yield switched(p);
        }
        throw p.fail("an option of the database");
      }
    };
  }

  /// `NAME WORD`. Whether another word is the wrong word or an unexpected token differs.
  private static Option worded(Parser p, Set<String> words, boolean compared) {
    int from = p.pos;
    if (p.kind(1) != TokenKind.IDENTIFIER) {
      throw p.fail("an option with its value");
    }
    p.pos++;
    if (compared) {
      p.checkOneOf(p.pos, words.toArray(String[]::new));
    }
    return ServerOptions.bare(p, from, ServerOptions.known(p, words));
  }

  private static Option recovery(Parser p) {
    int from = p.pos;
    if (p.kind(1) != TokenKind.IDENTIFIER && p.kind(1) != TokenKind.FULL) {
      throw p.fail("RECOVERY and its model");
    }
    p.pos++;
    OptionValue value =
        p.at(TokenKind.FULL)
            ? ServerOptions.word(p)
            : ServerOptions.known(p, Set.of("SIMPLE", "BULK_LOGGED"));
    return ServerOptions.bare(p, from, value);
  }

  /// A number with its unit.
  static OptionValue period(Parser p, Set<String> units) {
    Expression.Literal number = ExpressionGrammar.integer(p);
    if (!units.contains(p.wordHere())) {
      throw p.fail(String.join(", ", units.stream().sorted().toList()));
    }
    p.pos++;
    return ServerOptions.measured(p, number);
  }

  /// `PARTNER = 'x'`, `PARTNER OFF`, `PARTNER SAFETY FULL`, `PARTNER TIMEOUT 5`, `PARTNER RESUME`.
  private static Option partner(Parser p) {
    int from = p.pos;
    switch (p.kind(1)) {
      case EQUALS -> {
        return ServerOptions.valued(p, ServerOptions::string);
      }
      case OFF -> {
        p.pos++;
        return ServerOptions.bare(p, from, ServerOptions.onOff(p));
      }
      case IDENTIFIER -> p.pos++;
      default -> throw p.fail("PARTNER and its option");
    }
    switch (p.wordHere()) {
      case "TIMEOUT" -> {
        int word = p.pos++;
        Expression.Literal seconds = ExpressionGrammar.integer(p);
        Option detail =
            ServerOptions.bare(p, word, ServerOptions.scalar(p, seconds, seconds.from()));
        return new Option("PARTNER TIMEOUT", false, detail.value(), List.of(), from, p.pos);
      }
      case "SAFETY" -> {
        p.pos++;
        if (!p.at(TokenKind.FULL) && !p.at(TokenKind.OFF)) {
          throw p.fail("FULL or OFF");
        }
        OptionValue value = ServerOptions.word(p);
        return new Option("PARTNER SAFETY", false, Optional.of(value), List.of(), from, p.pos);
      }
      case "FAILOVER", "FORCE_SERVICE_ALLOW_DATA_LOSS", "RESUME", "SUSPEND" -> {
        return ServerOptions.bare(p, from, ServerOptions.word(p));
      }
      default -> throw p.fail("what the partner shall do");
    }
  }

  private static Option witness(Parser p) {
    int from = p.pos;
    if (p.kind(1) == TokenKind.OFF) {
      p.pos++;
      return ServerOptions.bare(p, from, ServerOptions.onOff(p));
    }
    return ServerOptions.valued(p, ServerOptions::string);
  }

  /// `HADR AVAILABILITY GROUP = g`, `HADR SUSPEND`, `HADR OFF`.
  private static Option hadr(Parser p) {
    int from = p.pos;
    if (p.kind(1) == TokenKind.OFF) {
      p.pos++;
      return ServerOptions.bare(p, from, ServerOptions.onOff(p));
    }
    if (p.kind(1) != TokenKind.IDENTIFIER) {
      throw p.fail("HADR and what it shall do");
    }
    p.pos++;
    if (p.atWord("AVAILABILITY") && p.kind(1) == TokenKind.GROUP) {
      p.pos += 2;
      p.expect(EQUALS);
      OptionValue group = ServerOptions.identifier(p);
      return new Option(
          "HADR AVAILABILITY GROUP", true, Optional.of(group), List.of(), from, p.pos);
    }
    return ServerOptions.bare(p, from, ServerOptions.oneOf(p, "RESUME", "SUSPEND"));
  }

  private static Option autoCreateStatistics(Parser p) {
    Option option = switched(p);
    if (!p.at(TokenKind.LEFT_PARENTHESIS)) {
      return option;
    }
    boolean on = p.tokens.kind(p.pos - 1) == TokenKind.ON;
    p.pos++;
    int word = p.word();
    p.expect(EQUALS);
    OptionValue value = ServerOptions.onOff(p);
    if (!on) {
      throw p.failAt(word, "the end: statistics are OFF");
    }
    p.check(word, "INCREMENTAL");
    Option detail = ServerOptions.make(p, word, value);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Option(option.name(), false, option.value(), List.of(detail), option.from(), p.pos);
  }

  // Options with lists of their own.

  /// `NAME = OFF`, `NAME = ON [(details)]`, `NAME (details)`.
  static Option withDetails(
      Parser p, boolean detailsNeeded, java.util.function.Function<Parser, List<Option>> details) {
    int from = p.pos;
    boolean equals = p.kind(1) == EQUALS;
    if (!equals && p.kind(1) != TokenKind.LEFT_PARENTHESIS) {
      throw p.fail("an option with its value");
    }
    p.pos++;
    Optional<OptionValue> value = Optional.empty();
    boolean list = !equals;
    if (equals) {
      if (p.kind(1) != TokenKind.ON && p.kind(1) != TokenKind.OFF) {
        throw p.fail("= ON or = OFF");
      }
      p.pos++;
      boolean on = p.at(TokenKind.ON);
      value = Optional.of(ServerOptions.onOff(p));
      list = on && (detailsNeeded || p.at(TokenKind.LEFT_PARENTHESIS));
    }
    List<Option> found = list ? ServerOptions.parenthesised(p, details) : List.of();
    return new Option(Words.upper(p.tokens.text(from)), equals, value, found, from, p.pos);
  }

  private static Option changeTracking(Parser p) {
    return withDetails(p, false, DatabaseOptionGrammar::changeTrackingOptions);
  }

  private static List<Option> changeTrackingOptions(Parser p) {
    Set<String> seen = new HashSet<>();
    List<Option> options = new ArrayList<>();
    do {
      int from = p.word();
      p.expect(EQUALS);
      OptionValue value;
      if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
        value = ServerOptions.onOff(p);
        p.check(from, "AUTO_CLEANUP");
      } else {
        Expression.Literal number = ExpressionGrammar.integer(p);
        int unit = p.word();
        p.check(from, "CHANGE_RETENTION");
        if (!seen.contains("CHANGE_RETENTION")) {
          p.pos = unit;
          if (!Set.of("DAYS", "HOURS", "MINUTES").contains(p.wordHere())) {
            throw p.fail("DAYS, HOURS or MINUTES");
          }
          p.pos++;
        }
        value = ServerOptions.measured(p, number);
      }
      Option option = ServerOptions.make(p, from, value);
      if (!seen.add(option.name())) {
        throw p.report(Code.DUPLICATE_CHANGE_TRACKING_OPTION, from, option.name());
      }
      options.add(option);
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  private static Option remoteDataArchive(Parser p) {
    return withDetails(
        p, true, parser -> ServerOptions.distinct(parser, DatabaseOptionGrammar::archiveSetting));
  }

  private static Option archiveSetting(Parser p) {
    return switch (p.wordHere()) {
      case "SERVER" -> ServerOptions.valued(p, ServerOptions::string);
      case "CREDENTIAL" -> ServerOptions.valued(p, ServerOptions::identifier);
      case "FEDERATED_SERVICE_ACCOUNT" -> ServerOptions.valued(p, ServerOptions::onOff);
      default -> throw p.fail("SERVER, CREDENTIAL or FEDERATED_SERVICE_ACCOUNT");
    };
  }
}
