package io.hartonomous.plan;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Module;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.SqlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Replaces `$(Name)` by a value. Source: Microsoft Learn, "Use sqlcmd with scripting variables":
/// names are compared without regard to case; an unknown one stops the script.
public final class SqlcmdVariables {
  private SqlcmdVariables() {}

  /// Errors: [IllegalArgumentException] naming the variable that has no value.
  public static String substitute(String sql, Map<String, String> values) {
    int from = sql.indexOf("$(");
    if (from < 0) {
      return sql;
    }
    Map<String, String> folded =
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> Collation.DEFAULT.key(e.getKey()), Map.Entry::getValue, (a, _) -> a));
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (from >= 0) {
      int to = sql.indexOf(')', from);
      String name = to < 0 ? "" : sql.substring(from + 2, to);
      if (!isName(name)) {
        from = sql.indexOf("$(", from + 2);
        continue;
      }
      String value = folded.get(Collation.DEFAULT.key(name));
      if (value == null) {
        throw new IllegalArgumentException("the SQLCMD variable $(" + name + ") has no value");
      }
      out.append(sql, at, from).append(value);
      at = to + 1;
      from = sql.indexOf("$(", at);
    }
    return out.append(sql.substring(at)).toString();
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  /// The model with values in the texts that reach the server as they are written.
  static DatabaseModel substitute(DatabaseModel model, Map<String, String> values) {
    Function<SqlText, SqlText> text =
        t ->
            t.text().contains("$(")
                ? new SqlText(substitute(t.text(), values), substitute(t.canonical(), values))
                : t;
    List<SchemaObject> objects =
        model.objects().stream().map(object -> substituted(object, text, values)).toList();
    return model.withObjects(objects);
  }

  private static SchemaObject substituted(
      SchemaObject object, Function<SqlText, SqlText> text, Map<String, String> values) {
    return switch (object) {
      case Module.View v ->
          new Module.View(
              v.name(),
              text.apply(v.definition()),
              v.ansiNulls(),
              v.quotedIdentifier(),
              v.schemaBound(),
              v.indexes());
      case Module.Procedure p ->
          new Module.Procedure(
              p.name(),
              p.parameters(),
              text.apply(p.definition()),
              p.ansiNulls(),
              p.quotedIdentifier());
      case Module.ScalarFunction f ->
          new Module.ScalarFunction(
              f.name(),
              f.parameters(),
              f.returns(),
              text.apply(f.definition()),
              f.ansiNulls(),
              f.quotedIdentifier(),
              f.schemaBound());
      case Module.TableFunction f ->
          new Module.TableFunction(
              f.name(),
              f.parameters(),
              f.inline(),
              f.columns(),
              text.apply(f.definition()),
              f.ansiNulls(),
              f.quotedIdentifier(),
              f.schemaBound());
      case Module.Trigger t ->
          new Module.Trigger(
              t.name(),
              t.parent(),
              t.insteadOf(),
              t.events(),
              t.disabled(),
              text.apply(t.definition()),
              t.ansiNulls(),
              t.quotedIdentifier());
      case Module.DatabaseTrigger t ->
          new Module.DatabaseTrigger(
              t.name(),
              t.events(),
              t.disabled(),
              text.apply(t.definition()),
              t.ansiNulls(),
              t.quotedIdentifier());
      case PlainObject.Synonym s ->
          new PlainObject.Synonym(s.name(), substitute(s.target(), values));
      case PlainObject.Other o -> new PlainObject.Other(o.type(), o.name(), text.apply(o.script()));
      case Security.User u ->
          new Security.User(
              u.user(),
              u.userKind(),
              Optional.of(u.login().map(l -> substitute(l, values)).orElse(""))
                  .filter(l -> !l.isEmpty()),
              u.defaultSchema());
      default -> object;
    };
  }
}
