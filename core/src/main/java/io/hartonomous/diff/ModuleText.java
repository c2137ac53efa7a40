package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.SourceFile;

/// When two definitions of a module are the same under the options: a key that equals if they are.
///
/// Works on tokens, not on the tree: the reference sees `PROC` and `PROCEDURE`, or an added `AS`,
/// as a difference, and an ALTER too many is harmless where an ALTER too few is not. The verb
/// (`CREATE`, `ALTER`, `CREATE OR ALTER`) is no part of the definition.
final class ModuleText {
  private ModuleText() {}

  static String key(String definition, Collation collation, PublishOptions options) {
    boolean whitespace = options.is(PublishOption.IGNORE_WHITESPACE);
    boolean comments = options.is(PublishOption.IGNORE_COMMENTS);
    boolean casing = options.is(PublishOption.IGNORE_KEYWORD_CASING);
    boolean semicolons = options.is(PublishOption.IGNORE_SEMICOLON_BETWEEN_STATEMENTS);
    Tokens tokens =
        Lexer.lex(new SourceFile("module.sql", definition), ParseOptions.DEFAULT).tokens();
    StringBuilder key = new StringBuilder(definition.length());
    int verb = verb(tokens);
    int afterVerb = afterVerb(tokens, verb);
    for (int i = 0; i < tokens.size(); i++) {
      String trivia = tokens.trivia(i);
      if (!(i == 0 && trivia.isBlank())) {
        trivia(key, trivia, whitespace, comments);
      }
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.EOF) {
        break;
      }
      if (i == verb) {
        key.append("CREATE");
        i = afterVerb - 1;
        continue;
      }
      if (kind == TokenKind.SEMICOLON && semicolons) {
        continue;
      }
      key.append(token(tokens, i, collation, casing));
      if (whitespace) {
        key.append(' ');
      }
    }
    return whitespace ? key.toString().strip() : key.toString().stripTrailing();
  }

  private static int verb(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, "CREATE") || tokens.isWord(i, "ALTER")) {
        return i;
      }
    }
    return -1;
  }

  private static int afterVerb(Tokens tokens, int verb) {
    if (verb < 0) {
      return 0;
    }
    return tokens.isWord(verb, "CREATE")
            && tokens.isWord(verb + 1, "OR")
            && tokens.isWord(verb + 2, "ALTER")
        ? verb + 3
        : verb + 1;
  }

  private static void trivia(
      StringBuilder key, String trivia, boolean whitespace, boolean comments) {
    if (!whitespace && !comments) {
      key.append(trivia);
      return;
    }
    int at = 0;
    while (at < trivia.length()) {
      int end = commentEnd(trivia, at);
      if (end == at) {
        if (!whitespace) {
          key.append(trivia.charAt(at));
        }
        at++;
        continue;
      }
      if (!comments) {
        key.append(trivia.substring(at, end).strip()).append('\n');
      }
      at = end;
    }
  }

  /// Where the comment that begins at `at` ends, or `at` where none begins.
  private static int commentEnd(String trivia, int at) {
    if (trivia.startsWith("--", at)) {
      int end = at;
      while (end < trivia.length() && trivia.charAt(end) != '\n' && trivia.charAt(end) != '\r') {
        end++;
      }
      return end;
    }
    if (!trivia.startsWith("/*", at)) {
      return at;
    }
    int depth = 0;
    int end = at;
    while (end < trivia.length()) {
      if (trivia.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (trivia.startsWith("*/", end)) {
        end += 2;
        if (--depth == 0) {
          return end;
        }
      } else {
        end++;
      }
    }
    return end;
  }

  private static String token(Tokens tokens, int index, Collation collation, boolean casing) {
    String text = tokens.text(index);
    return switch (tokens.kind(index)) {
      case STRING -> text;
      case NATIONAL_STRING -> "N" + text.substring(1);
      case BRACKET_IDENTIFIER ->
          collation.key(text.substring(1, text.length() - 1).replace("]]", "]"));
      case DOUBLE_QUOTED -> text;
      default -> tokens.kind(index).isReservedWord() && !casing ? text : collation.key(text);
    };
  }
}
