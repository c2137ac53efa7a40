package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Options: words, `=`, a value, further options in parentheses. One grammar for all of them: which
/// options a statement knows is a question for those who give them a meaning.
final class OptionGrammar {
  /// Options whose value is the name of something, even where it is one bare word.
  private static final Set<String> NAMES =
      Set.of(
          "HISTORY_TABLE",
          "DEFAULT_SCHEMA",
          "NAME",
          "LOGIN",
          "DEFAULT_DATABASE",
          "DEFAULT_LANGUAGE",
          "CREDENTIAL",
          "FILTER_COLUMN",
          "DATA_DELETION_FILTER_COLUMN",
          "LEDGER_VIEW",
          "COLUMN_ENCRYPTION_KEY",
          "DEFAULT_FULLTEXT_LANGUAGE",
          "REMOTE_DATA_ARCHIVE",
          "TRANSACTION_ID_COLUMN_NAME",
          "SEQUENCE_NUMBER_COLUMN_NAME",
          "OPERATION_TYPE_COLUMN_NAME",
          "OPERATION_TYPE_DESC_COLUMN_NAME",
          "FILETABLE_PRIMARY_KEY_CONSTRAINT_NAME",
          "FILETABLE_COLLATE_FILENAME");

  /// Options of ALTER DATABASE SET that need `=` before ON and OFF.
  private static final Set<String> EQUALS_NEEDED =
      Set.of(
          "QUERY_STORE",
          "CHANGE_TRACKING",
          "MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT",
          "ACCELERATED_DATABASE_RECOVERY");

  /// Options that need `=` before their list.
  private static final Set<String> EQUALS_BEFORE_LIST = Set.of("BOUNDING_BOX", "GRIDS");

  private OptionGrammar() {}

  /// `( option, ... )`.
  static List<Option> list(Parser p) {
    return p.parenthesisedList(OptionGrammar::option);
  }

  /// `( option, ... )` of known names; an unknown one is an error at its name.
  static List<Option> list(Parser p, Set<String> known) {
    return p.parenthesisedList(parser -> option(parser, known));
  }

  static Option option(Parser p, Set<String> known) {
    if (!known.contains(Words.upper(p.text()))) {
      throw p.fail("an option that is known here");
    }
    return option(p);
  }

  /// `WITH ( options )` of known names, or nothing.
  static List<Option> with(Parser p, Set<String> known) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return with(p);
    }
    p.pos++;
    return list(p, known);
  }

  /// `WITH ( options )`, the old `WITH option, option`, or nothing.
  static List<Option> with(Parser p) {
    if (!p.at(TokenKind.WITH)) {
      return List.of();
    }
    if (p.kind(1) == LEFT_PARENTHESIS) {
      p.pos++;
      return list(p);
    }
    List<Option> options = new ArrayList<>();
    while (atOldIndexOption(p)) { // a comma before something else is not ours
      p.pos++;
      options.add(option(p));
    }
    return options;
  }

  /// Whether an option of an index without parentheses follows the WITH or the comma at the cursor.
  private static boolean atOldIndexOption(Parser p) {
    return (p.at(TokenKind.WITH) || p.at(TokenKind.COMMA))
        && (p.kind(1) == TokenKind.FILLFACTOR
            || p.atWord(1, "PAD_INDEX")
            || p.atWord(1, "IGNORE_DUP_KEY")
            || p.atWord(1, "DROP_EXISTING")
            || p.atWord(1, "STATISTICS_NORECOMPUTE")
            || p.atWord(1, "SORT_IN_TEMPDB"));
  }

  /// `NAME`, `NAME = value`, `NAME (options)`, `NAME = value (options)`.
  static Option option(Parser p) {
    return option(p, false);
  }

  /// An option of ALTER DATABASE SET, which may leave out the `=` before ON and OFF.
  static Option databaseOption(Parser p) {
    return option(p, true);
  }

  private static Option option(Parser p, boolean bareOnOff) {
    int from = p.pos;
    String name = name(p);
    Optional<OptionValue> value = Optional.empty();
    boolean equalsSign = p.accept(EQUALS);
    if (equalsSign) {
      if (!p.at(LEFT_PARENTHESIS)) {
        value = Optional.of(value(p, NAMES.contains(name)));
      }
    } else if (bareOnOff
        && !EQUALS_NEEDED.contains(name)
        && (p.at(TokenKind.ON) || p.at(TokenKind.OFF))) {
      value = Optional.of(word(p));
    } else if (name.equals("SAMPLE")) {
      value = Optional.of(scalar(p));
    }
    if (value.isEmpty()
        && p.pos == from + 1
        && (p.at(TokenKind.ON) && !p.atWord(1, "PARTITIONS")
            || p.at(TokenKind.OFF)
            || isScalar(p))) {
      throw p.failAt(from, "'=' after the option"); // the reference compiler points at the name
    }
    List<Option> details = new ArrayList<>();
    if (p.at(LEFT_PARENTHESIS) && p.pos == from + 1 && EQUALS_BEFORE_LIST.contains(name)) {
      throw p.fail("'='");
    }
    if (p.at(LEFT_PARENTHESIS)) {
      p.enter();
      details.addAll(p.parenthesisedList(OptionGrammar::detail));
      p.leave();
    }
    if (p.at(TokenKind.ON) && p.atWord(1, "PARTITIONS")) {
      details.add(onPartitions(p));
    }
    return new Option(name, equalsSign, value, details, from, p.pos);
  }

  /// An option, or a bare value among the details: `HASH (a)`, `(N'x')`.
  private static Option detail(Parser p) {
    if (isScalar(p)) {
      int from = p.pos;
      return new Option("", Optional.of(scalar(p)), List.of(), from, p.pos);
    }
    if (p.at(TokenKind.BRACKET_IDENTIFIER)
        || p.at(TokenKind.DOUBLE_QUOTED)
        || p.kind(1) == TokenKind.DOT) {
      int from = p.pos;
      MultiPartName name = NameGrammar.name(p);
      return new Option(
          "", Optional.of(new OptionValue.Name(name, from, p.pos)), List.of(), from, p.pos);
    }
    return option(p);
  }

  /// One word in upper case; a few names have more, with one blank between them.
  private static String name(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER) && !p.kind().isReservedWord()
        || p.at(TokenKind.ON)
        || p.at(TokenKind.OFF)) {
      throw p.fail("an option");
    }
    if (p.at(TokenKind.TRANSACTION) && p.atWord(1, "ISOLATION") && p.atWord(2, "LEVEL")) {
      p.pos += 3;
      return "TRANSACTION ISOLATION LEVEL";
    }
    return Words.upper(p.tokens.text(p.pos++));
  }

  private static OptionValue value(Parser p, boolean isName) {
    int from = p.pos;
    if (isScalar(p)) {
      return scalar(p);
    }
    boolean quoted =
        p.at(TokenKind.BRACKET_IDENTIFIER)
            || p.at(TokenKind.DOUBLE_QUOTED)
            || p.at(TokenKind.SQLCMD_VARIABLE);
    if (NameGrammar.atIdentifier(p) && (isName || quoted || p.kind(1) == TokenKind.DOT)) {
      return new OptionValue.Name(NameGrammar.name(p), from, p.pos);
    }
    if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
      return word(p);
    }
    if (p.atWords("REPEATABLE", "READ")) { // of TRANSACTION ISOLATION LEVEL
      p.pos += 2;
      return new OptionValue.Word("REPEATABLE READ", from, p.pos);
    }
    return new OptionValue.Word(name(p), from, p.pos);
  }

  private static OptionValue word(Parser p) {
    int from = p.pos;
    String text = Words.upper(p.text());
    p.pos++;
    return new OptionValue.Word(text, from, p.pos);
  }

  private static boolean isScalar(Parser p) {
    return switch (p.kind()) {
      case INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          STRING,
          NATIONAL_STRING,
          MINUS_SIGN,
          PLUS_SIGN,
          VARIABLE ->
          true;
      default -> false;
    };
  }

  /// A constant or a variable with its unit: `6 MONTHS`, `100 MB`, `50 PERCENT`, `50%`.
  private static OptionValue scalar(Parser p) {
    int from = p.pos;
    Expression value = ExpressionGrammar.unary(p);
    Optional<String> unit = Optional.empty();
    if (p.at(TokenKind.IDENTIFIER) || p.at(TokenKind.PERCENT) || p.at(TokenKind.PERCENT_SIGN)) {
      unit = Optional.of(p.at(TokenKind.PERCENT_SIGN) ? "%" : Words.upper(p.text()));
      p.pos++;
    }
    return new OptionValue.Scalar(value, unit, from, p.pos);
  }

  /// `ON PARTITIONS (1, 3 TO 5)`.
  private static Option onPartitions(Parser p) {
    int from = p.pos;
    p.pos += 2;
    int ranges = p.pos;
    List<OptionNode.PartitionRange> list = p.parenthesisedList(OptionGrammar::range);
    return new Option(
        "ON PARTITIONS",
        Optional.of(new OptionValue.Ranges(list, ranges, p.pos)),
        List.of(),
        from,
        p.pos);
  }

  private static OptionNode.PartitionRange range(Parser p) {
    int from = p.pos;
    Expression first = ExpressionGrammar.expression(p);
    Optional<Expression> last = p.optional(p.accept(TokenKind.TO), ExpressionGrammar::expression);
    return new OptionNode.PartitionRange(first, last, from, p.pos);
  }

  /// `ON filegroup`, `ON scheme (column)`, `ON "default"`, or nothing.
  static Optional<OptionNode.Placement> placement(Parser p) {
    if (!p.at(TokenKind.ON)) {
      return Optional.empty();
    }
    int from = p.pos++;
    Identifier name = place(p);
    List<Identifier> columns = NameGrammar.optionalList(p);
    return Optional.of(new OptionNode.Placement(name, columns, from, p.pos));
  }

  /// `ON filegroup`, or nothing.
  static Optional<OptionNode.Placement> onePlace(Parser p) {
    if (!p.at(TokenKind.ON)) {
      return Optional.empty();
    }
    int from = p.pos++;
    Identifier name = place(p);
    if (p.at(LEFT_PARENTHESIS)) {
      throw p.failAt(p.pos + 1, "no columns");
    }
    return Optional.of(new OptionNode.Placement(name, List.of(), from, p.pos));
  }

  /// A filegroup or a partition scheme; `"default"` is a name even where double quotes make
  /// strings.
  static Identifier place(Parser p) {
    return p.at(TokenKind.DOUBLE_QUOTED) || ExpressionGrammar.atString(p)
        ? NameGrammar.take(p)
        : NameGrammar.identifier(p);
  }
}
