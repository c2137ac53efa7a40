package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.ArrayList;
import java.util.List;

/// Types that stand inside strings: the second argument of `value()`, the types of the system
/// catalog.
final class TypeText {
  private static final Catalog NOTHING = new EmptyCatalog();

  private TypeText() {}

  /// `'nvarchar(50)'` or `nvarchar(50)`; UNKNOWN if it is no built-in type.
  static SqlType parse(String written) {
    String text = written.startsWith("N'") ? written.substring(1) : written;
    if (text.length() > 1 && text.startsWith("'")) {
      text = text.substring(1, text.length() - 1);
    }
    text = text.strip();
    int open = text.indexOf('(');
    String name = (open < 0 ? text : text.substring(0, open)).strip();
    List<DataType.Argument> arguments = new ArrayList<>();
    int close = text.indexOf(')');
    if (open >= 0 && close > open) {
      for (String argument : text.substring(open + 1, close).split(",", -1)) {
        String a = argument.strip();
        boolean max = a.equalsIgnoreCase("max");
        arguments.add(
            new DataType.Argument(
                max ? DataType.ArgumentKind.MAX : DataType.ArgumentKind.NUMBER, a, 0, 0));
      }
    }
    Identifier word = new Identifier(name, Identifier.Quote.NONE, 0, 0);
    return DataTypes.of(
        new DataType.Named(new MultiPartName(List.of(word), 0, 0), List.of(), arguments, 0, 0),
        NOTHING);
  }
}
