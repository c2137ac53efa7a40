package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

  private static List<String> kinds(String text) {
    return kinds(text, ParseOptions.DEFAULT);
  }

  private static List<String> kinds(String text, ParseOptions options) {
    Tokens tokens = Lexer.lex(new SourceFile("x.sql", text), options).tokens();
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < tokens.size() - 1; i++) {
      kinds.add(tokens.kind(i) + " " + tokens.text(i));
    }
    return kinds;
  }

  // The kinds and texts are those that the reference compiler's tokens have.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "$1 ~ MONEY $1",
        "$-1.5 ~ MONEY $-1.5",
        "0x ~ BINARY 0x",
        "0xAb1 ~ BINARY 0xAb1",
        "1e ~ REAL 1e",
        "1.5e-3 ~ REAL 1.5e-3",
        ".5 ~ DECIMAL .5",
        "5. ~ DECIMAL 5.",
        "12 ~ INTEGER 12",
        "N'a''b' ~ NATIONAL_STRING N'a''b'",
        "[a]]b] ~ BRACKET_IDENTIFIER [a]]b]",
        "@a ~ VARIABLE @a",
        "@@rowcount ~ GLOBAL_VARIABLE @@rowcount",
        "##t ~ IDENTIFIER ##t",
        "a$b#c@d ~ IDENTIFIER a$b#c@d",
        "$action ~ PSEUDO_COLUMN $action",
        "$(a-b) ~ SQLCMD_VARIABLE $(a-b)",
        "seLECT ~ SELECT seLECT",
        "selects ~ IDENTIFIER selects",
        "größe ~ IDENTIFIER größe",
        "€5 ~ MONEY €5",
        "||= ~ DOUBLE_BAR_ASSIGN ||=",
        ":: ~ DOUBLE_COLON ::",
      })
  void oneToken(String text, String expected) {
    assertThat(kinds(text)).containsExactly(expected);
  }

  @Test
  void commentsNestAndAreTrivia() {
    assertThat(kinds("a /* b /* c */ d */ -- e\n f"))
        .containsExactly("IDENTIFIER a", "IDENTIFIER f");
  }

  @Test
  void goIsASeparatorWhereItIsFirstInItsLine() {
    assertThat(kinds("go\nSELECT go\n  /* c */ Go -- x\n[go]"))
        .containsExactly(
            "GO go", "SELECT SELECT", "IDENTIFIER go", "GO Go", "BRACKET_IDENTIFIER [go]");
  }

  @Test
  void sqlcmdLinesAreTokensOnlyWhereTheOptionsSaySo() {
    assertThat(kinds(":r .\\a.sql\nx", ParseOptions.SCRIPT))
        .containsExactly("SQLCMD_COMMAND :r .\\a.sql", "IDENTIFIER x");
    assertThat(kinds(":r a")).containsExactly("COLON :", "IDENTIFIER r", "IDENTIFIER a");
  }

  @ParameterizedTest
  @CsvSource({
    "'SELECT ''a', SQL46030, 1, 8",
    "SELECT [a, SQL46031, 1, 8",
    "SELECT 1 /* x, SQL46032, 1, 14",
    "SELECT `, SQL46010, 1, 8",
    "SELECT [], SQL46010, 1, 9"
  })
  void lexicalErrors(String text, String id, int line, int column) {
    List<Diagnostic> found =
        Lexer.lex(new SourceFile("x.sql", text), ParseOptions.DEFAULT).diagnostics();
    assertThat(found)
        .first()
        .satisfies(d -> {
          assertThat(d.code().id()).isEqualTo(id);
          assertThat(d.at().line()).isEqualTo(line);
          assertThat(d.at().column()).isEqualTo(column);
        });
  }

  @Test
  void tokenAtAnOffset() {
    Tokens tokens = Lexer.lex(new SourceFile("x.sql", "ab  cd"), ParseOptions.DEFAULT).tokens();
    assertThat(tokens.at(0)).isZero();
    assertThat(tokens.at(1)).isZero();
    assertThat(tokens.at(2)).isEqualTo(1);
    assertThat(tokens.at(5)).isEqualTo(1);
    assertThat(tokens.at(6)).isEqualTo(2);
  }
}
