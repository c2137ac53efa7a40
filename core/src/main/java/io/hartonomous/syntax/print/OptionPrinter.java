package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.List;

/// Options and where things are placed.
final class OptionPrinter {
  private OptionPrinter() {}

  static void print(Output out, OptionNode option) {
    switch (option) {
      case Option n -> option(out, n);
      case OptionValue.Word n -> out.word(n.words());
      case OptionValue.Scalar n -> {
        out.node(n.expression());
        n.unit().ifPresent(out::word);
      }
      case OptionValue.Name n -> out.node(n.name());
      case OptionValue.Place n -> out.node(n.name()).columns(n.columns());
      case OptionValue.Columns n -> out.parenthesised(n.columns());
      case OptionValue.RangeOf n ->
          out.open()
              .node(n.column())
              .word("RANGE")
              .choice(n.right(), "RIGHT", "LEFT")
              .word("FOR VALUES")
              .parenthesised(n.boundaries())
              .close();
      case OptionValue.Ranges n -> out.parenthesised(n.ranges());
      case OptionNode.PartitionRange n -> out.node(n.first()).optional("TO", n.last());
      case OptionNode.Placement n -> out.word("ON").node(n.name()).columns(n.columns());
      case OptionNode.SequenceOption n -> out.word(n.name()).optional(n.value());
    }
  }

  /// `NAME = value (details) ON PARTITIONS (...)`.
  private static void option(Output out, Option option) {
    if (!option.name().isEmpty()) { // a bare value among the details of another option
      out.word(option.name());
    }
    out.flag(option.equalsSign(), "=").optional(option.value());
    List<Option> details = option.details();
    boolean partitions = !details.isEmpty() && details.getLast().name().equals("ON PARTITIONS");
    List<Option> inner = partitions ? details.subList(0, details.size() - 1) : details;
    if (!inner.isEmpty()) {
      out.parenthesised(inner);
    }
    if (partitions) {
      out.node(details.getLast());
    }
  }

  /// The options of indexes and keys: `WITH (options)`, the old form without parentheses where one
  /// is a word alone, or nothing.
  static void ofIndex(Output out, List<Option> options) {
    boolean old =
        options.stream()
            .anyMatch(o -> !o.equalsSign() && o.value().isEmpty() && o.details().isEmpty());
    if (old) {
      out.list("WITH", options);
    } else {
      with(out, options);
    }
  }

  /// `WITH (options)`, or nothing.
  static void with(Output out, List<Option> options) {
    out.parenthesised("WITH", options);
  }
}
