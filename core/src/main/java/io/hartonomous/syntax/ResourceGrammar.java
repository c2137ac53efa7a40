package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.PoolUse;
import io.hartonomous.syntax.ast.ServerPart.Verb;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The resource governor: pools, workload groups, classifiers. Source: Microsoft Learn, "CREATE
/// RESOURCE POOL", "CREATE EXTERNAL RESOURCE POOL", "CREATE WORKLOAD GROUP", "CREATE WORKLOAD
/// CLASSIFIER", "ALTER RESOURCE GOVERNOR"; what the reference compiler takes.
final class ResourceGrammar {
  private static final BigDecimal SMALLEST_GRANT = new BigDecimal("0.75");
  private static final BigDecimal GRANT_STEP = new BigDecimal("0.25");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Set<String> IMPORTANCE =
      Set.of("LOW", "BELOW_NORMAL", "NORMAL", "ABOVE_NORMAL", "HIGH", "MEDIUM");

  private ResourceGrammar() {}

  // Pools. The cursor is at RESOURCE.

  static Statement pool(Parser p, Verb verb, boolean external, int from) {
    p.pos++;
    int word = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(word, "POOL");
    List<Option> options = List.of();
    if (ServerValues.atWithList(p)) {
      p.pos++;
      options =
          ServerOptions.parenthesised(
              p,
              parser ->
                  external
                      ? ServerOptions.distinct(parser, ResourceGrammar::externalPoolOption)
                      : parser.commaList(ResourceGrammar::poolOption));
    }
    return new ServerStatement.ResourcePool(verb, external, name, options, from, p.pos);
  }

  private static Option poolOption(Parser p) {
    return switch (p.wordHere()) {
      case "AFFINITY" -> affinity(p, "SCHEDULER");
      case "MIN_CPU_PERCENT", "MIN_MEMORY_PERCENT", "MIN_IO_PERCENT" -> bounded(p, 0, 100);
      case "MAX_CPU_PERCENT",
          "MAX_MEMORY_PERCENT",
          "CAP_CPU_PERCENT",
          "TARGET_MEMORY_PERCENT",
          "MAX_IO_PERCENT",
          "CAP_IO_PERCENT" ->
          bounded(p, 1, 100);
      case "MIN_IOPS_PER_VOLUME", "MAX_IOPS_PER_VOLUME" -> bounded(p, 0, Integer.MAX_VALUE);
      default -> throw p.fail("an option of a resource pool");
    };
  }

  private static Option externalPoolOption(Parser p) {
    return switch (p.wordHere()) {
      case "AFFINITY" -> affinity(p, "CPU");
      case "MAX_CPU_PERCENT", "MAX_MEMORY_PERCENT" -> bounded(p, 1, 100);
      case "MAX_PROCESSES" -> bounded(p, 0, Integer.MAX_VALUE);
      default -> throw p.fail("an option of an external resource pool");
    };
  }

  /// `NAME = n`; a number out of its bounds is reported at the name.
  private static Option bounded(Parser p, int low, int high) {
    int from = p.pos++;
    p.expect(EQUALS);
    Literal number = ExpressionGrammar.integer(p);
    checkBounds(p, from, new BigDecimal(number.text()), low, high);
    return ServerOptions.make(p, from, ServerOptions.scalar(p, number, number.from()));
  }

  private static void checkBounds(Parser p, int name, BigDecimal number, int low, int high) {
    if (number.compareTo(BigDecimal.valueOf(low)) < 0
        || number.compareTo(BigDecimal.valueOf(high)) > 0) {
      throw p.report(Code.NUMBER_OUT_OF_BOUNDS, name, Words.upper(p.tokens.text(name)));
    }
  }

  /// `AFFINITY SCHEDULER = AUTO`, `AFFINITY NUMANODE = (1, 3 TO 5)`; `auto` is the word that takes
  /// AUTO.
  private static Option affinity(Parser p, String auto) {
    int from = p.pos++;
    int type = p.word();
    p.expect(EQUALS);
    String word = Words.upper(p.tokens.text(type));
    if (!word.equals(auto) && !word.equals("NUMANODE")) {
      throw p.failAt(type, auto + " or NUMANODE");
    }
    OptionValue value;
    if (p.at(TokenKind.IDENTIFIER)) {
      if (!word.equals(auto)) {
        throw p.fail("ranges in parentheses");
      }
      value = ServerOptions.oneOf(p, "AUTO");
    } else {
      int start = p.pos;
      value = new OptionValue.Ranges(p.parenthesisedList(ResourceGrammar::range), start, p.pos);
      value = new OptionValue.Ranges(((OptionValue.Ranges) value).ranges(), start, p.pos);
    }
    return new Option("AFFINITY " + word, true, Optional.of(value), List.of(), from, p.pos);
  }

  static OptionNode.PartitionRange range(Parser p) {
    int from = p.pos;
    Literal first = ExpressionGrammar.integer(p);
    Optional<io.hartonomous.syntax.ast.Expression> last =
        p.optional(p.accept(TokenKind.TO), ExpressionGrammar::integer);
    return new OptionNode.PartitionRange(first, last, from, p.pos);
  }

  // Workload groups and classifiers. The cursor is at WORKLOAD.

  static Statement workloadGroup(Parser p, Verb verb, int from) {
    p.pos++;
    p.expect(TokenKind.GROUP);
    Identifier name = NameGrammar.identifier(p);
    List<Option> options = List.of();
    if (ServerValues.atWithList(p)) {
      p.pos++;
      options =
          ServerOptions.parenthesised(
              p, parser -> ServerOptions.distinct(parser, ResourceGrammar::groupOption));
    }
    List<PoolUse> pools = new ArrayList<>();
    if (p.acceptWord("USING")) {
      do {
        PoolUse use = poolUse(p);
        if (pools.stream().anyMatch(u -> u.external() == use.external())) {
          throw p.report(Code.DUPLICATE_OPTION, use.from(), use.external() ? "EXTERNAL" : "a pool");
        }
        pools.add(use);
      } while (p.accept(TokenKind.COMMA));
    }
    return new ServerStatement.WorkloadGroup(verb, name, options, pools, from, p.pos);
  }

  private static PoolUse poolUse(Parser p) {
    int from = p.pos;
    boolean external = p.accept(TokenKind.EXTERNAL);
    return new PoolUse(external, NameGrammar.identifier(p), from, p.pos);
  }

  private static Option groupOption(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    if (p.at(TokenKind.IDENTIFIER)) {
      p.check(from, "IMPORTANCE");
      return ServerOptions.make(p, from, ServerOptions.known(p, IMPORTANCE));
    }
    int start = p.pos;
    Literal number = (Literal) ServerValues.number(p);
    String name = Words.upper(p.tokens.text(from));
    boolean whole = number.kind() == io.hartonomous.syntax.ast.Expression.LiteralKind.INTEGER;
    BigDecimal value = Literals.number(number);
    switch (name) {
      case "REQUEST_MAX_MEMORY_GRANT_PERCENT",
          "GROUP_MIN_MEMORY_PERCENT",
          "MIN_PERCENTAGE_RESOURCE" ->
          checkWhole(p, from, whole, value, 0, 100);
      case "CAP_PERCENTAGE_RESOURCE" -> checkWhole(p, from, whole, value, 1, 100);
      case "MAX_DOP" -> checkWhole(p, from, whole, value, 0, 64);
      case "REQUEST_MAX_CPU_TIME_SEC",
          "REQUEST_MEMORY_GRANT_TIMEOUT_SEC",
          "GROUP_MAX_REQUESTS",
          "QUERY_EXECUTION_TIMEOUT_SEC" -> {}
      case "REQUEST_MIN_RESOURCE_GRANT_PERCENT", "REQUEST_MAX_RESOURCE_GRANT_PERCENT" -> {
        if (!whole) {
          checkGrant(p, from, name, value);
        }
      }
      default -> throw p.failAt(from, "an option of a workload group");
    }
    return ServerOptions.make(p, from, ServerOptions.scalar(p, number, start));
  }

  /// The reference compiler looks at the bounds of whole numbers only.
  private static void checkWhole(
      Parser p, int name, boolean whole, BigDecimal value, int low, int high) {
    if (whole) {
      checkBounds(p, name, value, low, high);
    }
  }

  private static void checkGrant(Parser p, int from, String name, BigDecimal value) {
    if (value.compareTo(SMALLEST_GRANT) < 0 || value.compareTo(HUNDRED) > 0) {
      throw p.report(Code.NUMBER_OUT_OF_BOUNDS, from, name);
    }
    if (name.equals("REQUEST_MIN_RESOURCE_GRANT_PERCENT")
        && value.remainder(GRANT_STEP).signum() != 0) {
      throw p.report(Code.GRANT_STEP, from, name);
    }
  }

  static Statement createClassifier(Parser p, int from) {
    p.pos++;
    int word = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(word, "CLASSIFIER");
    p.expect(TokenKind.WITH);
    List<Option> options =
        ServerOptions.parenthesised(
            p, parser -> ServerOptions.distinct(parser, ResourceGrammar::classifierOption));
    return new ServerStatement.CreateWorkloadClassifier(name, options, from, p.pos);
  }

  private static Option classifierOption(Parser p) {
    return switch (p.wordHere()) {
      case "WORKLOAD_GROUP", "MEMBERNAME", "WLM_LABEL", "WLM_CONTEXT" ->
          ServerOptions.valued(p, ServerOptions::string);
      case "IMPORTANCE" ->
          ServerOptions.valued(p, parser -> ServerOptions.known(parser, IMPORTANCE));
      case "START_TIME", "END_TIME" -> ServerOptions.valued(p, ResourceGrammar::time);
      default -> throw p.fail("an option of a workload classifier");
    };
  }

  /// `'HH:MM'`.
  private static OptionValue time(Parser p) {
    Literal literal = ExpressionGrammar.string(p);
    String text = Literals.string(literal);
    int hours = number(text, 0);
    int minutes = number(text, 3);
    if (text.length() != 5
        || text.charAt(2) != ':'
        || hours < 0
        || hours > 23
        || minutes < 0
        || minutes > 59) {
      throw p.report(Code.NOT_A_TIME_OF_DAY, literal.from(), p.tokens.text(literal.from()));
    }
    return ServerOptions.scalar(p, literal, literal.from());
  }

  /// The number of two digits at a place, or -1.
  private static int number(String text, int at) {
    if (text.length() < at + 2) {
      return -1;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    return first >= '0' && first <= '9' && second >= '0' && second <= '9'
        ? (first - '0') * 10 + second - '0'
        : -1;
  }

  // The governor itself. The cursor is at GOVERNOR.

  static Statement alterGovernor(Parser p, int from) {
    p.pos++;
    if (p.accept(TokenKind.RECONFIGURE)) {
      return new ServerStatement.AlterResourceGovernor(
          "RECONFIGURE", Optional.empty(), from, p.pos);
    }
    if (p.accept(TokenKind.WITH)) {
      p.expect(TokenKind.LEFT_PARENTHESIS);
      int word = p.word();
      p.expect(EQUALS);
      p.check(word, "CLASSIFIER_FUNCTION");
      OptionValue function =
          p.at(TokenKind.NULL)
              ? ServerOptions.word(p)
              : ServerOptions.name(BrokerGrammar.twoPartName(p));
      Option option = ServerOptions.make(p, word, function);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      return new ServerStatement.AlterResourceGovernor("WITH", Optional.of(option), from, p.pos);
    }
    int word = p.word();
    if (p.accept(TokenKind.STATISTICS)) {
      p.check(word, "RESET");
      return new ServerStatement.AlterResourceGovernor(
          "RESET STATISTICS", Optional.empty(), from, p.pos);
    }
    p.check(word, "DISABLE");
    return new ServerStatement.AlterResourceGovernor("DISABLE", Optional.empty(), from, p.pos);
  }
}
