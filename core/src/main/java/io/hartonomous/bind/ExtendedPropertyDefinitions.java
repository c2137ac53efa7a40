package io.hartonomous.bind;

import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.SqlText;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ProceduralStatement;
import java.util.Locale;
import java.util.Optional;

/// `EXEC sp_addextendedproperty ...`.
final class ExtendedPropertyDefinitions {
  private ExtendedPropertyDefinitions() {}

  static Optional<ExtendedProperty> from(ProceduralStatement.Execute s, ModelContext context) {
    if (!Arguments.calls(s, "sp_addextendedproperty")) {
      return Optional.empty();
    }
    Optional<String> name = Arguments.string(s, 0, "@name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    SqlText value =
        Arguments.find(s, 1, "@value")
            .filter(v -> v instanceof Expression.Literal || v instanceof Expression.Unary)
            .map(context::text)
            .orElse(new SqlText("NULL", "NULL"));
    return Optional.of(
        new ExtendedProperty(name.get(), level(s, 2, 0), level(s, 4, 1), level(s, 6, 2), value));
  }

  private static Optional<ExtendedProperty.Level> level(
      ProceduralStatement.Execute s, int position, int level) {
    Optional<String> type = Arguments.string(s, position, "@level" + level + "type");
    Optional<String> name = Arguments.string(s, position + 1, "@level" + level + "name");
    return type.isPresent() && name.isPresent()
        ? Optional.of(new ExtendedProperty.Level(type.get().toUpperCase(Locale.ROOT), name.get()))
        : Optional.empty();
  }
}
