package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Options whose names and values their statement knows: makes the nodes and reads the values.
/// [OptionGrammar] reads those that many statements share.
final class ServerOptions {
  private ServerOptions() {}

  // Options.

  /// The option whose name is the token at `from`; it ends at the cursor.
  static Option make(Parser p, int from, OptionValue value) {
    return new Option(name(p, from), true, Optional.of(value), List.of(), from, p.pos);
  }

  /// As [#make], without `=`.
  static Option bare(Parser p, int from, OptionValue value) {
    return new Option(name(p, from), false, Optional.of(value), List.of(), from, p.pos);
  }

  /// `NAME`: the token at the cursor.
  static Option flag(Parser p) {
    int from = p.pos++;
    return flag(p, from);
  }

  /// The option that is the words from `from` to the cursor.
  static Option flag(Parser p, int from) {
    StringBuilder words = new StringBuilder(name(p, from));
    for (int i = from + 1; i < p.pos; i++) {
      words.append(' ').append(Words.upper(p.tokens.text(i)));
    }
    return new Option(words.toString(), Optional.empty(), List.of(), from, p.pos);
  }

  /// `NAME = value`, one option of several; the name is the token at the cursor.
  static Option valued(Parser p, Function<Parser, OptionValue> value) {
    lookAhead(p);
    int from = p.pos;
    p.pos += 2;
    return make(p, from, value.apply(p));
  }

  /// Two tokens choose an option of several: a name that no `=` follows is reported itself.
  static void lookAhead(Parser p) {
    if (p.kind(1) != TokenKind.EQUALS) {
      throw p.fail("an option with its value");
    }
  }

  /// `NAME = value` where the name must be this word, which is told only after the value.
  static Option named(Parser p, String name, Function<Parser, OptionValue> value) {
    int from = p.word();
    p.expect(TokenKind.EQUALS);
    Option option = make(p, from, value.apply(p));
    p.check(from, name);
    return option;
  }

  private static String name(Parser p, int token) {
    return Words.upper(p.tokens.text(token));
  }

  // Lists.

  /// `option, ...`; a name that comes again is an error where the option begins.
  static List<Option> distinct(Parser p, Function<Parser, Option> option) {
    return distinct(p, option, false);
  }

  /// As [#distinct]; `atValue` tells that a repeated one is reported at its value.
  static List<Option> distinct(Parser p, Function<Parser, Option> option, boolean atValue) {
    Set<String> seen = new HashSet<>();
    List<Option> options = new ArrayList<>();
    do {
      Option next = option.apply(p);
      if (!seen.add(next.name())) {
        int at = atValue && next.value().isPresent() ? next.value().get().from() : next.from();
        throw p.report(Code.DUPLICATE_OPTION, at, next.name());
      }
      options.add(next);
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  static List<Option> parenthesised(Parser p, Function<Parser, List<Option>> options) {
    p.expect(TokenKind.LEFT_PARENTHESIS);
    List<Option> list = options.apply(p);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return list;
  }

  // Values.

  static OptionValue integer(Parser p) {
    int from = p.pos;
    return scalar(p, ExpressionGrammar.integer(p), from);
  }

  static OptionValue string(Parser p) {
    int from = p.pos;
    return scalar(p, ExpressionGrammar.string(p), from);
  }

  static OptionValue nonEmptyString(Parser p) {
    int from = p.pos;
    return scalar(p, ServerValues.nonEmptyString(p), from);
  }

  static OptionValue binary(Parser p) {
    int from = p.pos;
    return scalar(p, ServerValues.binary(p), from);
  }

  static OptionValue scalar(Parser p, Expression value, int from) {
    return new OptionValue.Scalar(value, Optional.empty(), from, p.pos);
  }

  /// The value with its unit, the token before the cursor.
  static OptionValue measured(Parser p, Expression value) {
    String unit = Words.upper(p.tokens.text(p.pos - 1));
    return new OptionValue.Scalar(value, Optional.of(unit), value.from(), p.pos);
  }

  /// A name of one part.
  static OptionValue identifier(Parser p) {
    int from = p.pos;
    return new OptionValue.Name(
        new MultiPartName(List.of(NameGrammar.identifier(p)), from, p.pos), from, p.pos);
  }

  static OptionValue name(MultiPartName name) {
    return new OptionValue.Name(name, name.from(), name.to());
  }

  static OptionValue onOff(Parser p) {
    if (!p.at(TokenKind.ON) && !p.at(TokenKind.OFF)) {
      throw p.fail("ON or OFF");
    }
    return word(p);
  }

  /// The token at the cursor in upper case.
  static OptionValue word(Parser p) {
    int from = p.pos++;
    return new OptionValue.Word(Words.upper(p.tokens.text(from)), from, p.pos);
  }

  /// One of these words; another is reported as the wrong word.
  static OptionValue oneOf(Parser p, String... words) {
    int token = p.word();
    p.checkOneOf(token, words);
    return new OptionValue.Word(Words.upper(p.tokens.text(token)), token, p.pos);
  }

  /// One of these words; another is an unexpected token.
  static OptionValue known(Parser p, Set<String> words) {
    if (!words.contains(p.wordHere())) {
      throw p.fail("one of " + String.join(", ", words.stream().sorted().toList()));
    }
    return word(p);
  }
}
