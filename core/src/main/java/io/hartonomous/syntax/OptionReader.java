package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Single options whose name is known where they stand: the name, `=`, and a value of one sort. The
/// cursor is at the name.
final class OptionReader {
  private OptionReader() {}

  /// A name alone.
  static Option flag(Parser p) {
    int from = p.pos;
    return new Option(
        Words.upper(p.tokens.text(p.pos++)), Optional.empty(), List.of(), from, p.pos);
  }

  /// `NAME = value`, just read.
  static Option of(String name, OptionValue value, int from, Parser p) {
    return new Option(name, true, Optional.of(value), List.of(), from, p.pos);
  }

  /// `NAME value`, just read.
  static Option bare(String name, OptionValue value, int from, Parser p) {
    return new Option(name, false, Optional.of(value), List.of(), from, p.pos);
  }

  static Option of(String name, List<Option> details, int from, Parser p) {
    return new Option(name, Optional.empty(), details, from, p.pos);
  }

  static Option onOff(Parser p) {
    int from = p.pos;
    String name = named(p);
    return of(name, onOffValue(p), from, p);
  }

  static Option integer(Parser p) {
    int from = p.pos;
    String name = named(p);
    return of(name, scalar(p, ExpressionGrammar.integer(p)), from, p);
  }

  static Option string(Parser p) {
    int from = p.pos;
    String name = named(p);
    return of(name, scalar(p, ExpressionGrammar.string(p)), from, p);
  }

  /// The name of one object, of one part.
  static Option identifier(Parser p) {
    int from = p.pos;
    String name = named(p);
    return of(name, identifierValue(p), from, p);
  }

  /// One of a few words; another is an error at itself.
  static Option word(Parser p, Set<String> known) {
    int from = p.pos;
    String name = named(p);
    return of(name, wordValue(p, known), from, p);
  }

  /// The name and its `=`. A name that no `=` follows is reported itself: the reference compiler
  /// looks two tokens ahead before it takes an option.
  static String named(Parser p) {
    if (p.kind(1) != EQUALS) {
      throw p.fail("an option with its value");
    }
    String name = Words.upper(p.text());
    p.pos += 2;
    return name;
  }

  /// The name and its `=`, where a missing `=` is reported at its place.
  static String name(Parser p) {
    String name = Words.upper(p.text());
    p.pos++;
    p.expect(EQUALS);
    return name;
  }

  /// A word of a few that the reference compiler compares after it has read it: another word is
  /// SQL46005, no word SQL46010.
  static void expectName(Parser p, String name) {
    p.expectWord(name);
    p.expect(EQUALS);
  }

  static OptionValue onOffValue(Parser p) {
    int from = p.pos;
    boolean on = p.at(TokenKind.ON);
    if (!on && !p.at(TokenKind.OFF)) {
      throw p.fail("ON or OFF");
    }
    p.pos++;
    return new OptionValue.Word(on ? "ON" : "OFF", from, p.pos);
  }

  static OptionValue wordValue(Parser p, Set<String> known) {
    int from = p.pos;
    String word = Words.upper(p.text());
    if (!known.contains(word)) {
      throw p.fail("a word that is known here");
    }
    p.pos++;
    return new OptionValue.Word(word, from, p.pos);
  }

  static OptionValue identifierValue(Parser p) {
    int from = p.pos;
    MultiPartName name = new MultiPartName(List.of(NameGrammar.identifier(p)), from, p.pos);
    return new OptionValue.Name(name, from, p.pos);
  }

  static OptionValue nameValue(Parser p, int parts) {
    int from = p.pos;
    return new OptionValue.Name(NameGrammar.nameOf(p, parts), from, p.pos);
  }

  static OptionValue scalar(Parser p, Expression value) {
    return new OptionValue.Scalar(value, Optional.empty(), value.from(), p.pos);
  }

  /// A whole number and its unit.
  static OptionValue scalar(Parser p, Expression value, String unit) {
    return new OptionValue.Scalar(value, Optional.of(unit), value.from(), p.pos);
  }

  /// `NULL` as a value.
  static OptionValue nullValue(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.NULL);
    return new OptionValue.Word("NULL", from, p.pos);
  }

  /// Whether digits fit into 32 bits with a sign.
  static boolean isInt(String digits) {
    try {
      Integer.parseInt(digits);
      return true;
    } catch (NumberFormatException _) { // too long
      return false;
    }
  }

  /// The number just read must lie within bounds.
  static void checkRange(Parser p, Expression.Literal value, long low, long high) {
    long number;
    try {
      number = Long.parseLong(value.text());
    } catch (NumberFormatException _) { // more digits than any bound has
      number = Long.MAX_VALUE;
    }
    if (number < low || number > high) {
      throw p.report(Code.OPTION_OUT_OF_RANGE, value.from(), value.text(), low, high);
    }
  }
}
