package io.hartonomous.engine.translate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The table of errors, by SQL Server's numbers: class, state, and a text in our words.
final class ErrorText {
  private static final Map<Integer, ErrorText> ALL = read();

  private final int severity;
  private final int state;
  private final String text;

  private ErrorText(int severity, int state, String text) {
    this.severity = severity;
    this.state = state;
    this.text = text;
  }

  /// Errors: [IllegalArgumentException] for a number that is not in the table.
  static ErrorText of(int number) {
    ErrorText entry = ALL.get(number);
    if (entry == null) {
      throw new IllegalArgumentException("no text for error " + number);
    }
    return entry;
  }

  int severity() {
    return severity;
  }

  int state() {
    return state;
  }

  String text(Object... arguments) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}') {
        int index = text.charAt(i + 1) - '0';
        result.append(index < arguments.length ? String.valueOf(arguments[index]) : "");
        i += 2;
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static Map<Integer, ErrorText> read() {
    Map<Integer, ErrorText> all = new HashMap<>(1024);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ErrorText.class.getResourceAsStream("errors.tsv"), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split("\t", 4);
        all.put(
            Integer.valueOf(parts[0]),
            new ErrorText(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(all);
  }
}
