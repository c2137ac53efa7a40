package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Statistics. Source: Microsoft Learn, "CREATE STATISTICS", "UPDATE STATISTICS".
final class StatisticsGrammar {
  private static final Set<String> ON_OFF =
      Set.of("INCREMENTAL", "AUTO_DROP", "PERSIST_SAMPLE_PERCENT");
  private static final Set<String> CREATE_WORDS = Set.of("FULLSCAN", "NORECOMPUTE");
  private static final Set<String> UPDATE_WORDS =
      Set.of("FULLSCAN", "NORECOMPUTE", "RESAMPLE", "COLUMNS");

  private StatisticsGrammar() {}

  /// The cursor is after `CREATE STATISTICS`.
  static Statement create(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.nameOf(p, 3);
    List<Identifier> columns = p.parenthesisedList(ExpressionGrammar::columnName);
    Optional<Condition> where = FilterGrammar.where(p);
    List<Option> options = new ArrayList<>();
    if (p.at(TokenKind.WITH) && !atOption(p, false)) {
      throw p.fail("WITH and its options");
    }
    if (p.accept(TokenKind.WITH)) {
      do {
        Option option = option(p, false);
        if (isSampling(option) && options.stream().anyMatch(StatisticsGrammar::isSampling)) {
          throw p.report(Code.SECOND_SAMPLE, option.from());
        }
        options.add(option);
      } while (p.accept(TokenKind.COMMA));
    }
    return new IndexStatement.CreateStatistics(name, table, columns, where, options, from, p.pos);
  }

  private static boolean isSampling(Option option) {
    return option.name().equals("FULLSCAN") || option.name().equals("SAMPLE");
  }

  /// A WITH before what cannot be an option belongs to nothing.
  private static boolean atOption(Parser p, boolean update) {
    return switch (p.kind(1)) {
      case ALL, INDEX, ROWCOUNT -> update;
      case EOF, SEMICOLON -> false;
      default -> true;
    };
  }

  static Statement update(Parser p) {
    int from = p.pos;
    p.pos += 2;
    MultiPartName table = NameGrammar.nameOf(p, 3);
    List<Identifier> names = List.of();
    boolean bare = false;
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      NameGrammar.afterOpening(p);
      names = p.parenthesisedList(NameGrammar::identifier);
    } else if (NameGrammar.atIdentifier(p) && p.kind(1) != TokenKind.COMMA) {
      names = List.of(NameGrammar.identifier(p));
      bare = true;
    }
    List<Option> options = new ArrayList<>();
    if (p.at(TokenKind.WITH) && !atOption(p, true)) {
      throw p.fail("WITH and its options");
    }
    if (p.accept(TokenKind.WITH)) {
      do {
        options.add(option(p, true));
      } while (p.accept(TokenKind.COMMA));
    }
    return new IndexStatement.UpdateStatistics(table, names, bare, options, from, p.pos);
  }

  private static Option option(Parser p, boolean update) {
    int from = p.pos;
    if (update && (p.at(TokenKind.ALL) || p.at(TokenKind.INDEX))) {
      return OptionReader.flag(p);
    }
    if (!p.at(TokenKind.IDENTIFIER) && !(update && p.at(TokenKind.ROWCOUNT))) {
      throw p.fail("an option of the statistics");
    }
    if (p.kind(1) == EQUALS) {
      return valued(p, update);
    }
    if (p.atWord("SAMPLE") && (p.kind(1) == TokenKind.INTEGER || p.kind(1) == TokenKind.DECIMAL)) {
      return sample(p);
    }
    String word = Words.upper(p.text());
    if (isValue(p.kind(1)) && !(update && word.equals("RESAMPLE")) || word.equals("ROWCOUNT")) {
      throw p.fail("an option of the statistics");
    }
    if (!(update ? UPDATE_WORDS : CREATE_WORDS).contains(word)) {
      throw unknown(p, update, from);
    }
    p.pos++;
    if (update && word.equals("RESAMPLE") && p.at(TokenKind.ON)) {
      int on = p.pos++;
      p.expectWord("PARTITIONS");
      List<Option> partitions = p.parenthesisedList(StatisticsGrammar::partition);
      Option list = OptionReader.of("ON PARTITIONS", partitions, on, p);
      return OptionReader.of(word, List.of(list), from, p);
    }
    return new Option(word, Optional.empty(), List.of(), from, p.pos);
  }

  private static boolean isValue(TokenKind kind) {
    return switch (kind) {
      case INTEGER, DECIMAL, REAL, BINARY, VARIABLE, ON, OFF -> true;
      default -> false;
    };
  }

  private static SyntaxError unknown(Parser p, boolean update, int at) {
    return p.report(
        update ? Code.UNKNOWN_UPDATE_STATISTICS_OPTION : Code.UNKNOWN_STATISTICS_OPTION,
        at,
        "'" + p.tokens.text(at) + "'");
  }

  private static Option partition(Parser p) {
    int from = p.pos;
    OptionValue first = OptionReader.scalar(p, ExpressionGrammar.integer(p));
    if (p.at(TokenKind.TO)) {
      int to = p.pos++;
      OptionValue last = OptionReader.scalar(p, ExpressionGrammar.integer(p));
      Option end = OptionReader.bare("TO", last, to, p);
      return new Option("", false, Optional.of(first), List.of(end), from, p.pos);
    }
    return OptionReader.bare("", first, from, p);
  }

  private static Option valued(Parser p, boolean update) {
    int from = p.pos;
    String name = OptionReader.named(p);
    if (ON_OFF.contains(name)) {
      return OptionReader.of(name, OptionReader.onOffValue(p), from, p);
    }
    if (update && isNumber(p.kind())) {
      if (!name.equals("ROWCOUNT") && !name.equals("PAGECOUNT")) {
        throw p.report(Code.EXPECTED_WORD, from, "'" + p.tokens.text(from) + "'", "PAGECOUNT");
      }
      Expression count = ExpressionGrammar.literal(p, kind(p));
      return OptionReader.of(name, OptionReader.scalar(p, count), from, p);
    }
    if (!p.at(TokenKind.BINARY)) {
      throw p.fail("a binary constant");
    }
    Expression stream = ExpressionGrammar.literal(p, LiteralKind.BINARY);
    if (!name.equals("STATS_STREAM")) {
      throw unknown(p, update, from);
    }
    return OptionReader.of(name, OptionReader.scalar(p, stream), from, p);
  }

  private static boolean isNumber(TokenKind kind) {
    return kind == TokenKind.INTEGER || kind == TokenKind.DECIMAL;
  }

  private static LiteralKind kind(Parser p) {
    return p.at(TokenKind.INTEGER) ? LiteralKind.INTEGER : LiteralKind.DECIMAL;
  }

  /// `SAMPLE n PERCENT | ROWS`.
  private static Option sample(Parser p) {
    int from = p.pos++;
    if (!p.at(TokenKind.INTEGER)) {
      throw p.failAt(from, "SAMPLE and a whole number");
    }
    Expression value = ExpressionGrammar.integer(p);
    if (p.accept(TokenKind.PERCENT)) {
      return OptionReader.bare("SAMPLE", OptionReader.scalar(p, value, "PERCENT"), from, p);
    }
    if (p.acceptWord("ROWS")) {
      return OptionReader.bare("SAMPLE", OptionReader.scalar(p, value, "ROWS"), from, p);
    }
    throw p.at(TokenKind.IDENTIFIER)
        ? p.report(Code.UNIT_OF_SAMPLE, p.pos, "'" + p.text() + "'")
        : p.fail("PERCENT or ROWS");
  }
}
