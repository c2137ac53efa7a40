package io.hartonomous.syntax.print;

import io.hartonomous.syntax.Literals;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.List;

/// Names, quoted as they were written.
final class NamePrinter {
  private NamePrinter() {}

  static void print(Output out, Identifier name) {
    if (!name.isOmitted()) {
      out.word(text(name));
    }
  }

  static void print(Output out, MultiPartName name) {
    List<Identifier> parts = name.parts();
    if (parts.size() == 1) {
      print(out, parts.getFirst());
      return;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "" : ".").append(text(parts.get(i)));
    }
    out.word(text.toString());
  }

  private static String text(Identifier name) {
    String value = name.value();
    return switch (name.quote()) {
      case NONE -> value;
      case BRACKET -> "[" + value.replace("]", "]]") + "]";
      case DOUBLE -> "\"" + value.replace("\"", "\"\"") + "\"";
      case STRING -> Literals.quote(value);
    };
  }
}
