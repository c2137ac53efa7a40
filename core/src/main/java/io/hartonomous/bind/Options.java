package io.hartonomous.bind;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.List;
import java.util.Optional;

/// Reads options of statements.
final class Options {
  private Options() {}

  static Optional<Option> find(List<Option> options, String name) {
    return options.stream().filter(o -> o.name().equals(name)).findFirst();
  }

  /// Whether an option is there and is ON (or stands without a value).
  static boolean isOn(List<Option> options, String name) {
    return is(options, name, false);
  }

  static boolean is(List<Option> options, String name, boolean missing) {
    return find(options, name)
        .map(o ->
            o.value()
                .map(v -> v instanceof OptionValue.Word w && w.words().equals("ON"))
                .orElse(true))
        .orElse(missing);
  }

  static Optional<String> word(List<Option> options, String name) {
    return find(options, name).flatMap(Option::value).map(Options::text);
  }

  static Optional<Integer> number(List<Option> options, String name) {
    return word(options, name)
        .filter(t -> t.length() < 9 && t.chars().allMatch(Character::isDigit))
        .map(Integer::valueOf);
  }

  static Optional<MultiPartName> name(Option option) {
    return option
        .value()
        .flatMap(v ->
            switch (v) {
              case OptionValue.Name n -> Optional.of(n.name());
              case OptionValue.Word w ->
                  Optional.of(
                      new MultiPartName(
                          List.of(
                              new Identifier(w.words(), Identifier.Quote.NONE, w.from(), w.to())),
                          w.from(),
                          w.to()));
              case OptionValue.Scalar _,
                  OptionValue.Ranges _,
                  OptionValue.Place _,
                  OptionValue.Columns _,
                  OptionValue.RangeOf _ ->
                  Optional.empty();
            });
  }

  static String text(Option option) {
    return option.value().map(Options::text).orElse("");
  }

  static String text(OptionValue value) {
    return switch (value) {
      case OptionValue.Word w -> w.words();
      case OptionValue.Name n -> Context.written(n.name());
      case OptionValue.Scalar s -> scalar(s.expression()) + s.unit().map(u -> " " + u).orElse("");
      case OptionValue.Ranges _,
          OptionValue.Place _,
          OptionValue.Columns _,
          OptionValue.RangeOf _ ->
          "";
    };
  }

  /// A constant as it was written, with its sign.
  static String scalar(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.text();
      case Expression.Unary unary -> unary.operator().sql() + scalar(unary.operand());
      case Expression.Parenthesised p -> scalar(p.inner());
      default -> "";
    };
  }
}
