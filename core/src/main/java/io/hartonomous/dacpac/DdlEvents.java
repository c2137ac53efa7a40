package io.hartonomous.dacpac;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers that the package format gives to the events of DDL triggers; an event group stands
/// for the numbers of its events. Source: `ddl-events.tsv`, observed from packages of DacFx
/// 170.5.96.
final class DdlEvents {
  private static final Map<String, List<String>> NUMBERS = new HashMap<>();

  static {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                DdlEvents.class.getResourceAsStream("ddl-events.tsv"), StandardCharsets.UTF_8))) {
      in.lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(fields -> !fields[1].isEmpty())
          .forEach(fields -> NUMBERS.put(fields[0], List.of(fields[1].split(","))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DdlEvents() {}

  /// Errors: [IllegalArgumentException] for an event that the format does not know.
  static List<String> numbers(String event) {
    List<String> numbers = NUMBERS.get(event);
    if (numbers == null) {
      throw new IllegalArgumentException(
          "The package format has no number for the event " + event + ".");
    }
    return numbers;
  }
}
