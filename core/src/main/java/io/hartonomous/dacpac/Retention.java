package io.hartonomous.dacpac;

import java.util.List;
import java.util.Optional;

/// The retention period of a temporal table: `6 MONTHS` here, a number and a unit's number in a
/// package.
final class Retention {
  /// The unit numbers are those of the format: their place in this list, counted from 3 for days.
  private static final List<String> UNITS = List.of("DAY", "WEEK", "MONTH", "YEAR");

  private static final int FIRST = 3;

  private Retention() {}

  static void write(PackageElement table, String retention) {
    if (retention.equals("INFINITE")) {
      table.property("RetentionUnit", "-1");
      return;
    }
    String[] words = retention.split(" ");
    String unit =
        words.length > 1 && words[1].endsWith("S")
            ? words[1].substring(0, words[1].length() - 1)
            : words.length > 1 ? words[1] : "";
    int number = UNITS.indexOf(unit);
    if (number < 0) {
      throw new IllegalArgumentException("Not a retention period: " + retention);
    }
    table
        .property("RetentionValue", words[0])
        .property("RetentionUnit", Integer.toString(FIRST + number));
  }

  static Optional<String> read(PackageElement table) {
    Optional<String> value = table.value("RetentionValue");
    Optional<String> unit = table.value("RetentionUnit");
    if (value.isEmpty() || unit.isEmpty() || unit.get().startsWith("-")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(unit.get()) - FIRST;
    return number < 0 || number >= UNITS.size()
        ? Optional.empty()
        : Optional.of(value.get() + " " + UNITS.get(number) + (value.get().equals("1") ? "" : "S"));
  }
}
