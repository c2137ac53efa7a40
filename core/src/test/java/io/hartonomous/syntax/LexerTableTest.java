package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Tokens and places of errors, in tables of what the reference compiler was found to say.
class LexerTableTest {

  private record Row(String text, String expected) {}

  @TestFactory
  Stream<DynamicTest> tokens() {
    return rows("tokens.tsv", row -> assertThat(kinds(row.text)).isEqualTo(row.expected));
  }

  @TestFactory
  Stream<DynamicTest> places() {
    return rows("places.tsv", row -> assertThat(firstError(row.text)).isEqualTo(row.expected));
  }

  private static String kinds(String text) {
    Tokens tokens = Lexer.lex(new SourceFile("x.sql", text), ParseOptions.DEFAULT).tokens();
    StringJoiner kinds = new StringJoiner(" ");
    for (int i = 0; i < tokens.size() - 1; i++) {
      kinds.add(tokens.kind(i).name());
    }
    return kinds.toString();
  }

  private static String firstError(String text) {
    return Parser.parse(new SourceFile("x.sql", text), ParseOptions.DEFAULT).diagnostics().stream()
        .findFirst()
        .map(LexerTableTest::show)
        .orElse("ok");
  }

  private static String show(Diagnostic error) {
    return error.code().id() + "@" + error.at().line() + "," + error.at().column();
  }

  private interface Check {
    void of(Row row);
  }

  private static Stream<DynamicTest> rows(String table, Check check) {
    try (InputStream in = LexerTableTest.class.getResourceAsStream("/lexer/" + table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> {
            String[] cells = line.split("\t", -1);
            Row row = new Row(unescape(cells[0]), cells[1]);
            return DynamicTest.dynamicTest("`" + cells[0] + "`", () -> check.of(row));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescape(String cell) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      switch (cell.charAt(++i)) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append((char) Integer.parseInt(cell, i + 1, i + 5, 16));
          i += 4;
        }
        default -> out.append('\\');
      }
    }
    return out.toString();
  }
}
