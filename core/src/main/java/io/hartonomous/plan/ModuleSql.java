package io.hartonomous.plan;

import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.SourceFile;

/// T-SQL of views, functions, procedures and triggers: their own text, byte for byte but for the
/// verb.
final class ModuleSql {
  private ModuleSql() {}

  static Batch create(Module module) {
    return batch(module, withVerb(module.definition().text(), "CREATE"));
  }

  static Batch alter(Module module) {
    return batch(module, withVerb(module.definition().text(), "ALTER"));
  }

  /// ALTER to the same module without SCHEMABINDING, so that what it depends on can change.
  static Batch unbind(Module module) {
    return batch(module, withVerb(withoutSchemaBinding(module.definition().text()), "ALTER"));
  }

  private static Batch batch(Module module, String sql) {
    return new Batch(sql, module.ansiNulls(), module.quotedIdentifier());
  }

  /// Where the first CREATE or ALTER of a definition begins, in UTF-16 units; -1 without one.
  static int verbAt(String definition) {
    Tokens tokens = lex(definition);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, "CREATE") || tokens.isWord(i, "ALTER")) {
        return tokens.start(i);
      }
    }
    return -1;
  }

  /// The definition with its verb replaced. CREATE OR ALTER does for both and stays.
  static String withVerb(String definition, String verb) {
    Tokens tokens = lex(definition);
    for (int i = 0; i < tokens.size(); i++) {
      boolean create = tokens.isWord(i, "CREATE");
      if (create && tokens.isWord(i + 1, "OR")) {
        return definition;
      }
      if (create || tokens.isWord(i, "ALTER")) {
        boolean same = tokens.isWord(i, verb);
        return same
            ? definition
            : definition.substring(0, tokens.start(i)) + verb + definition.substring(tokens.end(i));
      }
    }
    throw new IllegalArgumentException("no CREATE in: " + definition);
  }

  /// Takes SCHEMABINDING out of the WITH clause of the header.
  static String withoutSchemaBinding(String definition) {
    Tokens tokens = lex(definition);
    for (int i = 0; i < tokens.size() && tokens.kind(i) != TokenKind.EOF; i++) {
      if (!tokens.isWord(i, "SCHEMABINDING")) {
        continue;
      }
      boolean first = tokens.isWord(i - 1, "WITH");
      boolean last = tokens.kind(i + 1) != TokenKind.COMMA;
      int from = first && last ? i - 1 : last ? i - 1 : i;
      int to = last ? i : i + 1;
      return definition.substring(0, tokens.start(from)) + definition.substring(tokens.end(to));
    }
    return definition;
  }

  static String keyword(Module module) {
    return switch (module) {
      case Module.View _ -> "VIEW";
      case Module.Procedure _ -> "PROCEDURE";
      case Module.ScalarFunction _, Module.TableFunction _ -> "FUNCTION";
      case Module.Trigger _, Module.DatabaseTrigger _ -> "TRIGGER";
    };
  }

  static String drop(Module module) {
    return "DROP "
        + keyword(module)
        + " "
        + module.name().quoted()
        + (module instanceof Module.DatabaseTrigger ? " ON DATABASE" : "")
        + ";";
  }

  static String triggerState(Module trigger, boolean disabled) {
    String parent = trigger instanceof Module.Trigger t ? t.parent().quoted() : "DATABASE";
    return (disabled ? "DISABLE" : "ENABLE")
        + " TRIGGER "
        + trigger.name().quoted()
        + " ON "
        + parent
        + ";";
  }

  static String refresh(ObjectName name) {
    return "EXECUTE sys.sp_refreshsqlmodule " + Sql.string(name.quoted()) + ";";
  }

  private static Tokens lex(String definition) {
    return Lexer.lex(new SourceFile("module.sql", definition), ParseOptions.DEFAULT).tokens();
  }
}
