package io.hartonomous.syntax.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.golden.Golden;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.print.FormatOptions.KeywordCase;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormatterTest {
  private static String format(String text, FormatOptions style) {
    return Formatter.format(new SourceFile("case.sql", text), ParseOptions.DEFAULT, style)
        .orElseThrow();
  }

  private static String format(String text) {
    return format(text, FormatOptions.DEFAULT);
  }

  @TestFactory
  Stream<DynamicTest> houseStyle() {
    return Golden.cases("format", ".in.sql", ".out.sql", (_, text) -> format(text));
  }

  /// The formatter itself refuses a result with another tree.
  @TestFactory
  Stream<DynamicTest> formattingTwiceIsFormattingOnce() {
    return Golden.law(
        "syntax/ok",
        ".sql",
        text -> {
          for (int width : List.of(40, 100)) {
            FormatOptions style = new FormatOptions(KeywordCase.UPPER, 2, width);
            String once = format(text, style);
            assertThat(format(once, style)).isEqualTo(once);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> tokensAndCommentsStayInTheirOrder() {
    return Golden.law(
        "syntax/ok",
        ".sql",
        text -> {
          String commented = withComments(text);
          FormatOptions style = new FormatOptions(KeywordCase.KEEP, 4, 60);
          String formatted = format(commented, style);
          assertThat(texts(formatted)).isEqualTo(texts(commented));
          assertThat(format(formatted, style)).isEqualTo(formatted);
        });
  }

  /// A comment of one kind or another before each token.
  private static String withComments(String text) {
    Tokens tokens = Parser.parse(new SourceFile("", text), ParseOptions.DEFAULT).tokens();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      out.append(tokens.trivia(i));
      boolean goLine =
          tokens.kind(i).name().equals("GO") || i > 0 && tokens.kind(i - 1).name().equals("GO");
      if (!goLine && i % 3 == 0) {
        out.append(i % 2 == 0 ? " /* block " + i + " */ " : " -- line " + i + "\n");
      }
      out.append(tokens.text(i));
    }
    return out.toString();
  }

  private static List<String> texts(String text) {
    Tokens tokens = Parser.parse(new SourceFile("", text), ParseOptions.DEFAULT).tokens();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Layout.Comment.before(tokens, i).forEach(comment -> texts.add(comment.text()));
      texts.add(tokens.text(i));
    }
    return texts;
  }

  @Test
  void refusesWhatIsNoSql() {
    assertThat(
            Formatter.format(
                new SourceFile("x.sql", "SELECT FROM"),
                ParseOptions.DEFAULT,
                FormatOptions.DEFAULT))
        .isEmpty();
  }

  @Test
  void keepsTheLineEndsOfTheFile() {
    assertThat(format("SELECT 1\r\nGO\r\nSELECT 2\r\n"))
        .isEqualTo("SELECT 1\r\nGO\r\nSELECT 2\r\n");
  }

  @Test
  void writesKeywordsInTheCaseAsked() {
    String text = "Select a From [Select] Where b In (1) Option (Recompile);\n";
    assertThat(format(text))
        .isEqualTo("SELECT a FROM [Select] WHERE b IN (1) OPTION (RECOMPILE);\n");
    assertThat(format(text, new FormatOptions(KeywordCase.LOWER, 4, 100)))
        .isEqualTo("select a from [Select] where b in (1) option (recompile);\n");
    assertThat(format(text, new FormatOptions(KeywordCase.KEEP, 4, 100))).isEqualTo(text);
  }
}
