package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The options of tables, in CREATE TABLE and in ALTER TABLE SET. Source: Microsoft Learn, "CREATE
/// TABLE", table_option; "ALTER TABLE"; "CREATE TABLE (Azure Synapse Analytics)".
final class TableOptionGrammar {
  private static final Set<String> COMPRESSIONS =
      Set.of("NONE", "ROW", "PAGE", "COLUMNSTORE", "COLUMNSTORE_ARCHIVE");
  private static final Set<String> DURABILITIES = Set.of("SCHEMA_ONLY", "SCHEMA_AND_DATA");
  private static final Set<String> ESCALATIONS = Set.of("AUTO", "TABLE", "DISABLE");
  private static final Set<String> MIGRATIONS = Set.of("PAUSED", "OUTBOUND", "INBOUND");
  private static final Set<String> UNITS =
      Set.of("DAY", "DAYS", "WEEK", "WEEKS", "MONTH", "MONTHS", "YEAR", "YEARS");
  private static final Set<String> VIEW_COLUMNS =
      Set.of(
          "TRANSACTION_ID_COLUMN_NAME",
          "SEQUENCE_NUMBER_COLUMN_NAME",
          "OPERATION_TYPE_COLUMN_NAME",
          "OPERATION_TYPE_DESC_COLUMN_NAME");

  private TableOptionGrammar() {}

  /// `WITH ( options )` of CREATE TABLE, or nothing.
  static List<Option> with(Parser p) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return List.of();
    }
    p.pos++;
    return p.parenthesisedList(TableOptionGrammar::option);
  }

  private static Option option(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.CLUSTERED)) {
      return clustered(p);
    }
    if (!p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("an option of the table");
    }
    return switch (Words.upper(p.text())) {
      case "SYSTEM_VERSIONING" -> systemVersioning(p);
      case "DATA_DELETION" -> dataDeletion(p);
      case "LEDGER" -> ledger(p);
      case "REMOTE_DATA_ARCHIVE" -> remoteDataArchive(p);
      case "MEMORY_OPTIMIZED" -> OptionReader.onOff(p);
      case "DURABILITY" -> OptionReader.word(p, DURABILITIES);
      case "DATA_COMPRESSION" -> {
        String name = OptionReader.named(p);
        yield IndexOptionGrammar.partitioned(
            p, name, OptionReader.wordValue(p, COMPRESSIONS), from);
      }
      case "XML_COMPRESSION" -> {
        String name = OptionReader.named(p);
        yield IndexOptionGrammar.partitioned(p, name, OptionReader.onOffValue(p), from);
      }
      case "FILETABLE_DIRECTORY" -> directory(p);
      case "FILETABLE_COLLATE_FILENAME",
          "FILETABLE_PRIMARY_KEY_CONSTRAINT_NAME",
          "FILETABLE_STREAMID_UNIQUE_CONSTRAINT_NAME",
          "FILETABLE_FULLPATH_UNIQUE_CONSTRAINT_NAME" ->
          OptionReader.identifier(p);
      case "DISTRIBUTION" -> distribution(p);
      case "HEAP" -> {
        if (p.kind(1) == EQUALS) {
          throw p.fail("HEAP alone");
        }
        yield OptionReader.flag(p);
      }
      case "PARTITION" -> partition(p);
      default -> throw p.fail("an option of the table");
    };
  }

  /// `SET ( options )` of ALTER TABLE, without the word.
  static List<Option> set(Parser p) {
    return p.parenthesisedList(TableOptionGrammar::setOption);
  }

  private static Option setOption(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("an option of the table");
    }
    return switch (Words.upper(p.text())) {
      case "LOCK_ESCALATION" -> OptionReader.word(p, ESCALATIONS);
      case "FILESTREAM_ON" -> {
        int from = p.pos;
        String name = OptionReader.named(p);
        int value = p.pos;
        Identifier place = OptionGrammar.place(p);
        yield OptionReader.of(name, new OptionValue.Place(place, List.of(), value, p.pos), from, p);
      }
      case "FILETABLE_DIRECTORY" -> directory(p);
      case "SYSTEM_VERSIONING" -> systemVersioning(p);
      case "DATA_DELETION" -> dataDeletion(p);
      case "REMOTE_DATA_ARCHIVE" -> alterRemoteDataArchive(p);
      default -> throw p.fail("an option of the table");
    };
  }

  private static Option directory(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    if (p.at(TokenKind.NULL)) {
      return OptionReader.of(name, OptionReader.nullValue(p), from, p);
    }
    return OptionReader.of(name, OptionReader.scalar(p, ExpressionGrammar.string(p)), from, p);
  }

  /// `SYSTEM_VERSIONING = OFF | ON [(HISTORY_TABLE = t, DATA_CONSISTENCY_CHECK = ON,
  /// HISTORY_RETENTION_PERIOD = 6 MONTHS)]`.
  private static Option systemVersioning(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    boolean on = p.at(TokenKind.ON);
    OptionValue value = OptionReader.onOffValue(p);
    List<Option> details = new ArrayList<>(3);
    if (on && p.accept(LEFT_PARENTHESIS)) {
      do {
        details.add(versioningDetail(p));
      } while (p.accept(COMMA));
      p.expect(RIGHT_PARENTHESIS);
      checkOnce(p, details, from);
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  private static Option versioningDetail(Parser p) {
    int from = p.pos;
    if (p.atWord("HISTORY_TABLE")) {
      String name = OptionReader.named(p);
      return OptionReader.of(name, OptionReader.nameValue(p, 2), from, p);
    }
    if (p.atWord("DATA_CONSISTENCY_CHECK")) {
      return OptionReader.onOff(p);
    }
    if (p.atWord("HISTORY_RETENTION_PERIOD")) {
      return retention(p);
    }
    throw p.fail("HISTORY_TABLE, DATA_CONSISTENCY_CHECK or HISTORY_RETENTION_PERIOD");
  }

  /// A detail that is given twice is told at the option.
  private static void checkOnce(Parser p, List<Option> details, int option) {
    for (int i = 1; i < details.size(); i++) {
      String name = details.get(i).name();
      if (details.subList(0, i).stream().anyMatch(d -> d.name().equals(name))) {
        throw p.failAt(option, name + " once");
      }
    }
  }

  /// `NAME = INFINITE | n DAY | WEEKS | ...`.
  private static Option retention(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    int value = p.pos;
    if (p.at(TokenKind.IDENTIFIER)) {
      p.expectWord("INFINITE");
      return OptionReader.of(name, new OptionValue.Word("INFINITE", value, p.pos), from, p);
    }
    boolean negative = p.at(TokenKind.MINUS_SIGN) && p.kind(1) == TokenKind.INTEGER;
    if (!negative && !p.at(TokenKind.INTEGER)) {
      throw p.fail("a whole number or INFINITE");
    }
    String digits = p.tokens.text(negative ? p.pos + 1 : p.pos);
    if (!OptionReader.isInt(digits)) {
      throw p.fail("a whole number of 32 bits");
    }
    Expression number = ExpressionGrammar.unary(p);
    String unit = Words.upper(p.text());
    if (!p.at(TokenKind.IDENTIFIER) || !UNITS.contains(unit)) {
      throw p.fail("DAYS, WEEKS, MONTHS or YEARS");
    }
    p.pos++;
    if (negative || Integer.parseInt(digits) == 0) {
      throw p.report(Code.RETENTION_OUT_OF_RANGE, value, p.tokens.text(value, p.pos - 1));
    }
    return OptionReader.of(name, OptionReader.scalar(p, number, unit), from, p);
  }

  /// `DATA_DELETION = OFF | ON (FILTER_COLUMN = c [, RETENTION_PERIOD = n DAYS])`.
  private static Option dataDeletion(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    boolean on = p.at(TokenKind.ON);
    OptionValue value = OptionReader.onOffValue(p);
    List<Option> details = new ArrayList<>(2);
    if (on) {
      p.expect(LEFT_PARENTHESIS);
      do {
        if (p.atWord("FILTER_COLUMN")) {
          details.add(OptionReader.identifier(p));
        } else if (p.atWord("RETENTION_PERIOD")) {
          details.add(retention(p));
        } else {
          throw p.fail("FILTER_COLUMN or RETENTION_PERIOD");
        }
      } while (p.accept(COMMA));
      if (p.at(RIGHT_PARENTHESIS)
          && details.stream().noneMatch(d -> d.name().equals("FILTER_COLUMN"))) {
        throw p.report(Code.DELETION_WITHOUT_COLUMN, p.pos);
      }
      p.expect(RIGHT_PARENTHESIS);
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  /// `LEDGER = OFF | ON [(LEDGER_VIEW = v [(names)], APPEND_ONLY = ON | OFF)]`.
  private static Option ledger(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    boolean on = p.at(TokenKind.ON);
    OptionValue value = OptionReader.onOffValue(p);
    List<Option> details = new ArrayList<>(2);
    if (on && p.accept(LEFT_PARENTHESIS)) {
      do {
        if (p.atWord("APPEND_ONLY")) {
          details.add(OptionReader.onOff(p));
        } else if (p.atWord("LEDGER_VIEW")) {
          details.add(ledgerView(p, from));
        } else {
          throw p.fail("LEDGER_VIEW or APPEND_ONLY");
        }
      } while (p.accept(COMMA));
      p.expect(RIGHT_PARENTHESIS);
      checkOnce(p, details, from);
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  private static Option ledgerView(Parser p, int ledger) {
    int from = p.pos;
    String name = OptionReader.named(p);
    OptionValue view = OptionReader.nameValue(p, 2);
    List<Option> columns = List.of();
    if (p.at(LEFT_PARENTHESIS)) {
      columns = p.parenthesisedList(TableOptionGrammar::viewColumn);
      checkOnce(p, columns, ledger);
    }
    return new Option(name, true, Optional.of(view), columns, from, p.pos);
  }

  private static Option viewColumn(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER) || !VIEW_COLUMNS.contains(Words.upper(p.text()))) {
      throw p.fail("the name of a column of the ledger view");
    }
    return OptionReader.identifier(p);
  }

  /// `REMOTE_DATA_ARCHIVE = ON (MIGRATION_STATE = word)` of CREATE TABLE.
  private static Option remoteDataArchive(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    int on = p.pos;
    p.expect(TokenKind.ON);
    OptionValue value = new OptionValue.Word("ON", on, p.pos);
    List<Option> details = archiveDetails(p);
    if (details.size() > 1 || !details.getFirst().name().equals("MIGRATION_STATE")) {
      throw p.failAt(from, "MIGRATION_STATE alone");
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  /// `REMOTE_DATA_ARCHIVE = ON | OFF | OFF_WITHOUT_DATA_RECOVERY (details)`, or the details alone.
  private static Option alterRemoteDataArchive(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    int word = p.pos;
    if (p.at(TokenKind.IDENTIFIER)) {
      p.expectWord("OFF_WITHOUT_DATA_RECOVERY");
    } else {
      OptionReader.onOffValue(p);
    }
    OptionValue value = new OptionValue.Word(Words.upper(p.tokens.text(word)), word, p.pos);
    List<Option> details = archiveDetails(p);
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  private static List<Option> archiveDetails(Parser p) {
    List<Option> details = new ArrayList<>(2);
    p.expect(LEFT_PARENTHESIS);
    do {
      Option detail = archiveDetail(p);
      if (details.stream().anyMatch(d -> d.name().equals(detail.name()))) {
        throw p.failAt(detail.from(), detail.name() + " once");
      }
      details.add(detail);
    } while (p.accept(COMMA));
    p.expect(RIGHT_PARENTHESIS);
    return details;
  }

  /// `MIGRATION_STATE = word`, `FILTER_PREDICATE = NULL | f(arguments)`.
  private static Option archiveDetail(Parser p) {
    int from = p.pos;
    if (!p.at(TokenKind.IDENTIFIER, EQUALS)) {
      throw p.fail("MIGRATION_STATE or FILTER_PREDICATE");
    }
    boolean word =
        p.kind(2) == TokenKind.IDENTIFIER
            && p.kind(3) != LEFT_PARENTHESIS
            && p.kind(3) != TokenKind.DOT;
    if (word) {
      OptionReader.expectName(p, "MIGRATION_STATE");
      return OptionReader.of("MIGRATION_STATE", OptionReader.wordValue(p, MIGRATIONS), from, p);
    }
    OptionReader.expectName(p, "FILTER_PREDICATE");
    if (p.at(TokenKind.NULL)) {
      return OptionReader.of("FILTER_PREDICATE", OptionReader.nullValue(p), from, p);
    }
    Expression call = FunctionGrammar.callOf(p, NameGrammar.name(p));
    return OptionReader.of("FILTER_PREDICATE", OptionReader.scalar(p, call), from, p);
  }

  /// `DISTRIBUTION = HASH (columns) | ROUND_ROBIN | REPLICATE`.
  static Option distribution(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    int word = p.pos;
    boolean hash = p.atWord("HASH") && p.kind(1) == LEFT_PARENTHESIS;
    boolean plain =
        (p.atWord("ROUND_ROBIN") || p.atWord("REPLICATE")) && p.kind(1) != LEFT_PARENTHESIS;
    if (!hash && !plain) {
      throw p.fail("HASH (columns), ROUND_ROBIN or REPLICATE");
    }
    p.pos++;
    OptionValue value = new OptionValue.Word(Words.upper(p.tokens.text(word)), word, p.pos);
    List<Option> columns = hash ? p.parenthesisedList(TableOptionGrammar::columnName) : List.of();
    return new Option(name, true, Optional.of(value), columns, from, p.pos);
  }

  private static Option columnName(Parser p) {
    int from = p.pos;
    return OptionReader.bare("", OptionReader.identifierValue(p), from, p);
  }

  /// `CLUSTERED INDEX (columns)`, `CLUSTERED COLUMNSTORE INDEX [ORDER (columns)]`.
  private static Option clustered(Parser p) {
    int from = p.pos++;
    if (p.accept(TokenKind.INDEX)) {
      int columns = p.pos;
      List<TableElement.IndexColumn> list = IndexGrammar.columns(p);
      return OptionReader.bare(
          "CLUSTERED INDEX", new OptionValue.Columns(list, columns, p.pos), from, p);
    }
    p.expectWord("COLUMNSTORE");
    p.expect(TokenKind.INDEX);
    if (!p.accept(TokenKind.ORDER)) {
      return new Option("CLUSTERED COLUMNSTORE INDEX", Optional.empty(), List.of(), from, p.pos);
    }
    int columns = p.pos;
    List<TableElement.IndexColumn> list = p.parenthesisedList(IndexGrammar::plainColumn);
    return OptionReader.bare(
        "CLUSTERED COLUMNSTORE INDEX ORDER",
        new OptionValue.Columns(list, columns, p.pos),
        from,
        p);
  }

  /// `PARTITION (column RANGE [LEFT | RIGHT] FOR VALUES (boundaries))`.
  private static Option partition(Parser p) {
    int from = p.pos;
    if (p.kind(1) != LEFT_PARENTHESIS) {
      throw p.fail("PARTITION (column RANGE ...)");
    }
    p.pos++;
    int value = p.pos++;
    Identifier column = NameGrammar.identifier(p);
    p.expectWord("RANGE");
    Optional<Boolean> right = ObjectGrammar.side(p);
    p.expect(TokenKind.FOR);
    p.expect(TokenKind.VALUES);
    p.expect(LEFT_PARENTHESIS);
    List<Expression> boundaries = p.at(RIGHT_PARENTHESIS) ? List.of() : ExpressionGrammar.list(p);
    p.expect(RIGHT_PARENTHESIS);
    p.expect(RIGHT_PARENTHESIS);
    OptionValue range = new OptionValue.RangeOf(column, right, boundaries, value, p.pos);
    return OptionReader.bare("PARTITION", range, from, p);
  }
}
