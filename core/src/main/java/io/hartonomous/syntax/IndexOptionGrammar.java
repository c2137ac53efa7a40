package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The options of indexes and keys. All places know the same options; which of them may stand where
/// is a table. Source: Microsoft Learn, "CREATE INDEX", "ALTER INDEX", "ALTER TABLE index_option";
/// what the reference compiler takes at each place.
final class IndexOptionGrammar {
  /// The options, in groups by the sort of their value.
  private enum Kind {
    PAD_INDEX,
    SORT_IN_TEMPDB,
    IGNORE_DUP_KEY,
    STATISTICS_NORECOMPUTE,
    STATISTICS_INCREMENTAL,
    DROP_EXISTING,
    ONLINE,
    ALLOW_ROW_LOCKS,
    ALLOW_PAGE_LOCKS,
    OPTIMIZE_FOR_SEQUENTIAL_KEY,
    OPTIMIZE_FOR_ARRAY_SEARCH,
    RESUMABLE,
    LOB_COMPACTION,
    COMPRESS_ALL_ROW_GROUPS,
    XML_COMPRESSION,
    DATA_COMPRESSION,
    FILLFACTOR,
    MAXDOP,
    MAX_DURATION,
    BUCKET_COUNT,
    COMPRESSION_DELAY,
    WAIT_AT_LOW_PRIORITY,
    METRIC,
    TYPE
  }

  /// What almost every place takes.
  private static final Set<Kind> COMMON =
      EnumSet.of(
          Kind.PAD_INDEX,
          Kind.FILLFACTOR,
          Kind.STATISTICS_NORECOMPUTE,
          Kind.STATISTICS_INCREMENTAL,
          Kind.ALLOW_ROW_LOCKS,
          Kind.ALLOW_PAGE_LOCKS,
          Kind.OPTIMIZE_FOR_ARRAY_SEARCH,
          Kind.WAIT_AT_LOW_PRIORITY,
          Kind.METRIC,
          Kind.TYPE);

  private static final Set<Kind> ROWSTORE =
      with(
          COMMON,
          Kind.IGNORE_DUP_KEY,
          Kind.COMPRESS_ALL_ROW_GROUPS,
          Kind.XML_COMPRESSION,
          Kind.DATA_COMPRESSION);

  private static final Set<Kind> WORK = EnumSet.of(Kind.SORT_IN_TEMPDB, Kind.ONLINE, Kind.MAXDOP);

  private static final Set<Kind> RESUMING = EnumSet.of(Kind.RESUMABLE, Kind.MAX_DURATION);

  private static final Set<Kind> CREATE =
      union(with(ROWSTORE, Kind.DROP_EXISTING, Kind.OPTIMIZE_FOR_SEQUENTIAL_KEY), WORK, RESUMING);

  private static final Set<Kind> PARTITION =
      with(WORK, Kind.DATA_COMPRESSION, Kind.XML_COMPRESSION);

  /// Where options stand.
  enum Place {
    /// CREATE INDEX, also of JSON and vectors.
    INDEX(CREATE),
    COLUMNSTORE(
        EnumSet.of(
            Kind.SORT_IN_TEMPDB,
            Kind.DROP_EXISTING,
            Kind.ONLINE,
            Kind.MAXDOP,
            Kind.COMPRESSION_DELAY,
            Kind.DATA_COMPRESSION)),
    /// `INDEX name` inside a table.
    INLINE(with(CREATE, Kind.BUCKET_COUNT)),
    INLINE_COLUMNSTORE(with(CREATE, Kind.BUCKET_COUNT, Kind.COMPRESSION_DELAY)),
    KEY(with(ROWSTORE, Kind.OPTIMIZE_FOR_SEQUENTIAL_KEY, Kind.BUCKET_COUNT)),
    KEY_OF_VARIABLE(with(ROWSTORE, Kind.OPTIMIZE_FOR_SEQUENTIAL_KEY)),
    KEY_OF_TYPE(EnumSet.of(Kind.IGNORE_DUP_KEY, Kind.BUCKET_COUNT)),
    KEY_ADDED(union(with(ROWSTORE, Kind.OPTIMIZE_FOR_SEQUENTIAL_KEY), WORK, RESUMING)),
    XML(with(union(COMMON, WORK), Kind.DROP_EXISTING, Kind.XML_COMPRESSION)),
    SPATIAL(with(union(COMMON, WORK), Kind.DROP_EXISTING, Kind.DATA_COMPRESSION)),
    REBUILD(union(ROWSTORE, WORK, RESUMING)),
    REBUILD_ALL(union(ROWSTORE, WORK, RESUMING)),
    REBUILD_PARTITION(union(PARTITION, RESUMING)),
    REORGANIZE(EnumSet.of(Kind.LOB_COMPACTION, Kind.COMPRESS_ALL_ROW_GROUPS)),
    SET(
        EnumSet.of(
            Kind.IGNORE_DUP_KEY,
            Kind.STATISTICS_NORECOMPUTE,
            Kind.ALLOW_ROW_LOCKS,
            Kind.ALLOW_PAGE_LOCKS,
            Kind.OPTIMIZE_FOR_SEQUENTIAL_KEY,
            Kind.COMPRESSION_DELAY)),
    RESUME(EnumSet.of(Kind.MAXDOP, Kind.MAX_DURATION, Kind.WAIT_AT_LOW_PRIORITY)),
    TABLE_REBUILD(union(ROWSTORE, WORK)),
    TABLE_REBUILD_ALL(union(ROWSTORE, WORK)),
    TABLE_REBUILD_PARTITION(PARTITION),
    /// ALTER TABLE ALTER INDEX.
    TABLE_INDEX(EnumSet.of(Kind.BUCKET_COUNT)),
    ALTER_COLUMN(EnumSet.of(Kind.ONLINE));

    private final Set<Kind> allowed;

    Place(Set<Kind> allowed) {
      this.allowed = allowed;
    }

    /// Whether ONLINE may say how it waits for locks.
    private boolean waits() {
      return switch (this) {
        case INDEX,
            REBUILD,
            REBUILD_ALL,
            REBUILD_PARTITION,
            TABLE_REBUILD,
            TABLE_REBUILD_ALL,
            TABLE_REBUILD_PARTITION ->
            true;
        default -> false;
      };
    }

    private boolean compressesColumnstores() {
      return switch (this) {
        case COLUMNSTORE,
            KEY_ADDED,
            REBUILD,
            REBUILD_ALL,
            REBUILD_PARTITION,
            TABLE_REBUILD,
            TABLE_REBUILD_ALL,
            TABLE_REBUILD_PARTITION ->
            true;
        default -> false;
      };
    }

    /// Where COMPRESSION_DELAY is told as no option at all.
    private boolean hidesDelay() {
      return allowed.contains(Kind.COMPRESS_ALL_ROW_GROUPS) && this != REORGANIZE;
    }
  }

  private static final Set<String> COMPRESSIONS =
      Set.of("NONE", "ROW", "PAGE", "COLUMNSTORE", "COLUMNSTORE_ARCHIVE");
  private static final Set<String> AFTER_WAIT = Set.of("NONE", "SELF", "BLOCKERS");
  private static final Set<String> METRICS = Set.of("'COSINE'", "'DOT'", "'EUCLIDEAN'");
  private static final Set<String> VECTOR_TYPES = Set.of("'DISKANN'");

  private IndexOptionGrammar() {}

  /// `WITH ( options )`, or nothing.
  static List<Option> with(Parser p, Place place) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return List.of();
    }
    p.pos++;
    return list(p, place);
  }

  /// `( options )`.
  static List<Option> list(Parser p, Place place) {
    return p.parenthesisedList(parser -> option(parser, place));
  }

  static Option option(Parser p, Place place) {
    Kind kind = kind(p);
    if (kind == null) {
      throw p.fail("an option that is known here");
    }
    Option option = read(p, kind, place);
    check(p, kind, option, place);
    return option;
  }

  private static Kind kind(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER) && !p.at(TokenKind.FILLFACTOR)) {
      return null;
    }
    for (Kind kind : Kind.values()) {
      if (p.atWord(kind.name())) {
        return kind;
      }
    }
    return null;
  }

  private static Option read(Parser p, Kind kind, Place place) {
    return switch (kind) {
      case FILLFACTOR -> fillFactor(p);
      case MAXDOP, BUCKET_COUNT -> number(p, kind);
      case MAX_DURATION -> duration(p);
      case COMPRESSION_DELAY -> delay(p);
      case DATA_COMPRESSION -> {
        int from = p.pos;
        String name = OptionReader.named(p);
        yield partitioned(p, name, OptionReader.wordValue(p, COMPRESSIONS), from);
      }
      case XML_COMPRESSION -> {
        int from = p.pos;
        String name = OptionReader.named(p);
        yield partitioned(p, name, OptionReader.onOffValue(p), from);
      }
      case ONLINE -> online(p, place);
      case IGNORE_DUP_KEY -> ignoreDuplicates(p);
      case WAIT_AT_LOW_PRIORITY ->
          p.kind(1) == LEFT_PARENTHESIS ? waitAtLowPriority(p) : OptionReader.onOff(p);
      case METRIC -> quoted(p, METRICS);
      case TYPE -> quoted(p, VECTOR_TYPES);
      default -> OptionReader.onOff(p);
    };
  }

  /// Errors: SQL46057 for an option that this place does not take, SQL46061 for partitions where
  /// none were named.
  private static void check(Parser p, Kind kind, Option option, Place place) {
    if (kind == Kind.COMPRESSION_DELAY && place.hidesDelay()) {
      if (!place.allowed.contains(kind)) {
        throw p.failAt(option.from(), "an option that is known here");
      }
    } else if (!place.allowed.contains(kind) && !isOffInVain(kind, option, place)) {
      // The reference compiler points at the value of this one.
      int at = kind == Kind.BUCKET_COUNT ? option.from() + 2 : option.from();
      throw refused(p, at, option.name());
    }
    if (kind == Kind.DATA_COMPRESSION && columnstore(option) != place.compressesColumnstores()) {
      if (columnstore(option) || place == Place.COLUMNSTORE) {
        throw refused(p, option.from(), option.name());
      }
    }
    if ((place == Place.REBUILD || place == Place.TABLE_REBUILD)
        && option.details().stream().anyMatch(d -> d.name().equals("ON PARTITIONS"))) {
      throw p.report(Code.PARTITIONS_OF_WHOLE_INDEX, option.from());
    }
  }

  /// XML and spatial indexes take IGNORE_DUP_KEY to say OFF.
  private static boolean isOffInVain(Kind kind, Option option, Place place) {
    return kind == Kind.IGNORE_DUP_KEY
        && (place == Place.XML || place == Place.SPATIAL)
        && option.value().orElse(null) instanceof OptionValue.Word w
        && w.words().equals("OFF");
  }

  private static boolean columnstore(Option option) {
    return option.value().orElse(null) instanceof OptionValue.Word w
        && w.words().startsWith("COLUMNSTORE");
  }

  private static SyntaxError refused(Parser p, int at, String name) {
    return p.report(Code.INDEX_OPTION_ELSEWHERE, at, name);
  }

  static Option fillFactor(Parser p) {
    int from = p.pos;
    String name = OptionReader.name(p);
    Expression.Literal value = ExpressionGrammar.integer(p);
    OptionReader.checkRange(p, value, 1, 100);
    return OptionReader.of(name, OptionReader.scalar(p, value), from, p);
  }

  private static Option number(Parser p, Kind kind) {
    int from = p.pos;
    String name = OptionReader.named(p);
    Expression.Literal value = ExpressionGrammar.integer(p);
    if (kind == Kind.MAXDOP) {
      checkDegree(p, value);
    } else if (!OptionReader.isInt(value.text())) {
      throw p.failAt(value.from(), "a whole number of 32 bits");
    }
    return OptionReader.of(name, OptionReader.scalar(p, value), from, p);
  }

  static void checkDegree(Parser p, Expression.Literal value) {
    if (value.text().length() > 5 || Integer.parseInt(value.text()) > 32767) {
      throw p.report(Code.DEGREE_OUT_OF_RANGE, value.from(), value.text());
    }
  }

  /// `MAX_DURATION = n [MINUTES]`.
  private static Option duration(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    return OptionReader.of(name, minutes(p), from, p);
  }

  private static OptionValue minutes(Parser p) {
    Expression value = ExpressionGrammar.integer(p);
    if (p.at(TokenKind.IDENTIFIER)) {
      p.expectWord("MINUTES");
      return OptionReader.scalar(p, value, "MINUTES");
    }
    return OptionReader.scalar(p, value);
  }

  /// `COMPRESSION_DELAY = n [MINUTE | MINUTES]`.
  private static Option delay(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    Expression.Literal value = ExpressionGrammar.integer(p);
    if (value.text().length() > 5 || Integer.parseInt(value.text()) > 10080) {
      throw p.report(Code.DELAY_OUT_OF_RANGE, value.from(), value.text());
    }
    if (p.acceptWord("MINUTES")) {
      return OptionReader.of(name, OptionReader.scalar(p, value, "MINUTES"), from, p);
    }
    if (p.acceptWord("MINUTE")) {
      return OptionReader.of(name, OptionReader.scalar(p, value, "MINUTE"), from, p);
    }
    return OptionReader.of(name, OptionReader.scalar(p, value), from, p);
  }

  /// `[ON PARTITIONS (1, 3 TO 5)]` after a value.
  static Option partitioned(Parser p, String name, OptionValue value, int from) {
    List<Option> details = new ArrayList<>(1);
    if (p.at(TokenKind.ON)) {
      int on = p.pos++;
      p.expectWord("PARTITIONS");
      int ranges = p.pos;
      List<OptionNode.PartitionRange> list = p.parenthesisedList(IndexOptionGrammar::range);
      details.add(
          OptionReader.bare("ON PARTITIONS", new OptionValue.Ranges(list, ranges, p.pos), on, p));
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  private static OptionNode.PartitionRange range(Parser p) {
    int from = p.pos;
    Expression first = ExpressionGrammar.expression(p);
    Optional<Expression> last = p.optional(p.accept(TokenKind.TO), ExpressionGrammar::expression);
    return new OptionNode.PartitionRange(first, last, from, p.pos);
  }

  /// `ONLINE = ON [(WAIT_AT_LOW_PRIORITY (...))] | OFF`.
  private static Option online(Parser p, Place place) {
    int from = p.pos;
    String name = OptionReader.named(p);
    boolean on = p.at(TokenKind.ON);
    OptionValue value = OptionReader.onOffValue(p);
    List<Option> details = new ArrayList<>(1);
    if (on && p.at(LEFT_PARENTHESIS)) {
      p.pos++;
      int wait = p.pos;
      details.add(waitAtLowPriority(p));
      p.expect(RIGHT_PARENTHESIS);
      if (place.allowed.contains(Kind.ONLINE) && !place.waits()) {
        throw refused(p, wait, "WAIT_AT_LOW_PRIORITY");
      }
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  /// `WAIT_AT_LOW_PRIORITY (MAX_DURATION = n [MINUTES], ABORT_AFTER_WAIT = word)`.
  static Option waitAtLowPriority(Parser p) {
    int from = p.pos;
    p.expectWord("WAIT_AT_LOW_PRIORITY");
    p.expect(LEFT_PARENTHESIS);
    List<Option> details = new ArrayList<>(2);
    int duration = p.pos;
    if (p.at(TokenKind.IDENTIFIER, TokenKind.EQUALS) && p.kind(2) != TokenKind.INTEGER) {
      throw p.failAt(p.pos + 2, "a number of minutes");
    }
    OptionReader.expectName(p, "MAX_DURATION");
    details.add(OptionReader.of("MAX_DURATION", minutes(p), duration, p));
    p.expect(TokenKind.COMMA);
    int abort = p.pos;
    OptionReader.expectName(p, "ABORT_AFTER_WAIT");
    details.add(
        OptionReader.of("ABORT_AFTER_WAIT", OptionReader.wordValue(p, AFTER_WAIT), abort, p));
    p.expect(RIGHT_PARENTHESIS);
    return new Option("WAIT_AT_LOW_PRIORITY", Optional.empty(), details, from, p.pos);
  }

  /// `IGNORE_DUP_KEY = ON [(SUPPRESS_MESSAGES = ON | OFF)] | OFF`.
  private static Option ignoreDuplicates(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    boolean on = p.at(TokenKind.ON);
    OptionValue value = OptionReader.onOffValue(p);
    List<Option> details = new ArrayList<>(1);
    if (on && p.accept(LEFT_PARENTHESIS)) {
      int suppress = p.pos;
      OptionReader.expectName(p, "SUPPRESS_MESSAGES");
      details.add(OptionReader.of("SUPPRESS_MESSAGES", OptionReader.onOffValue(p), suppress, p));
      p.expect(RIGHT_PARENTHESIS);
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  /// A string of a few.
  private static Option quoted(Parser p, Set<String> known) {
    int from = p.pos;
    String name = OptionReader.named(p);
    if (!p.at(TokenKind.STRING) || !known.contains(Words.upper(p.text()))) {
      throw p.fail(String.join(", ", known));
    }
    return OptionReader.of(name, OptionReader.scalar(p, ExpressionGrammar.string(p)), from, p);
  }

  /// The old form without parentheses, of CREATE INDEX: `WITH PAD_INDEX, FILLFACTOR = n`. The
  /// cursor is at WITH.
  static List<Option> oldForm(Parser p) {
    p.pos++;
    return p.commaList(parser -> {
      if (parser.at(TokenKind.FILLFACTOR)) {
        return fillFactor(parser);
      }
      if (!parser.at(TokenKind.IDENTIFIER)) {
        throw parser.fail("an option");
      }
      boolean known =
          parser.atWord("PAD_INDEX")
              || parser.atWord("IGNORE_DUP_KEY")
              || parser.atWord("DROP_EXISTING")
              || parser.atWord("STATISTICS_NORECOMPUTE")
              || parser.atWord("SORT_IN_TEMPDB");
      if (!known) {
        throw parser.report(Code.UNKNOWN_OLD_INDEX_OPTION, parser.pos, "'" + parser.text() + "'");
      }
      return OptionReader.flag(parser);
    });
  }

  /// The options of a key: `WITH ( options )`, the old `WITH FILLFACTOR = n` and `WITH
  /// SORTED_DATA`, or nothing.
  static List<Option> ofKey(Parser p, Place place) {
    if (!p.at(TokenKind.WITH)) {
      return List.of();
    }
    if (p.kind(1) == LEFT_PARENTHESIS) {
      return with(p, place);
    }
    if (p.kind(1) == TokenKind.FILLFACTOR) {
      p.pos++;
      return List.of(fillFactor(p));
    }
    if (p.atWord(1, "SORTED_DATA") || p.atWord(1, "SORTED_DATA_REORG")) {
      p.pos++;
      return List.of(OptionReader.flag(p));
    }
    if (p.kind(1) == TokenKind.IDENTIFIER) {
      throw p.failAt(p.pos + 1, "'('");
    }
    return List.of();
  }

  private static Set<Kind> with(Set<Kind> some, Kind... more) {
    Set<Kind> all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }

  @SafeVarargs
  private static Set<Kind> union(Set<Kind>... sets) {
    Set<Kind> all = EnumSet.noneOf(Kind.class);
    for (Set<Kind> set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
