package io.hartonomous.bind;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ProceduralStatement;
import java.util.Optional;

/// Reads the arguments of a call of a system procedure, by position or by name.
final class Arguments {
  private Arguments() {}

  /// Whether a statement calls the system procedure of this name, with or without `sys` or `dbo`
  /// before it.
  static boolean calls(ProceduralStatement.Execute s, String procedure) {
    return s.target() instanceof ProceduralStatement.ExecuteTarget.Procedure p
        && p.name().object().value().equalsIgnoreCase(procedure)
        && p.name()
            .schema()
            .map(x -> x.value().equalsIgnoreCase("sys") || x.value().equalsIgnoreCase("dbo"))
            .orElse(true);
  }

  static Optional<Expression> find(ProceduralStatement.Execute s, int position, String name) {
    for (int i = 0; i < s.arguments().size(); i++) {
      ProceduralStatement.ExecuteArgument argument = s.arguments().get(i);
      boolean meant =
          argument.name().isPresent()
              ? argument.name().get().name().equalsIgnoreCase(name)
              : i == position;
      if (meant) {
        return Optional.of(argument.value());
      }
    }
    return Optional.empty();
  }

  /// The value of a string argument, or a bare word, which means the same; empty for NULL and for
  /// what is no constant.
  static Optional<String> string(ProceduralStatement.Execute s, int position, String name) {
    return find(s, position, name)
        .flatMap(e ->
            switch (e) {
              case Expression.Literal literal
                  when literal.kind() == Expression.LiteralKind.STRING
                      || literal.kind() == Expression.LiteralKind.NATIONAL_STRING ->
                  Optional.of(ColumnDefinitions.unquoted(literal.text()));
              case Expression.ColumnReference reference when reference.name().parts().size() == 1 ->
                  Optional.of(reference.name().object().value());
              default -> Optional.empty();
            });
  }
}
