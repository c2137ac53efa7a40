package io.hartonomous.dacpac;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The permissions of T-SQL with the numbers and names that the package format gives them. Source:
/// `permissions.tsv`, observed from packages of DacFx 170.5.96.
final class Permissions {
  /// `words` as T-SQL writes them, `number` and `name` as a package does.
  record Permission(String words, String number, String name) {}

  private static final Map<String, Permission> BY_WORDS = new HashMap<>();
  private static final Map<String, Permission> BY_NUMBER = new HashMap<>();

  static {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Permissions.class.getResourceAsStream("permissions.tsv"),
                StandardCharsets.UTF_8))) {
      in.lines()
          .skip(1)
          .forEach(line -> {
            String[] fields = line.split("\t");
            Permission permission = new Permission(fields[0], fields[1], fields[2]);
            BY_WORDS.put(permission.words(), permission);
            BY_NUMBER.put(permission.number(), permission);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Permissions() {}

  static Optional<Permission> byWords(String words) {
    return Optional.ofNullable(BY_WORDS.get(words));
  }

  static Optional<Permission> byNumber(String number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }
}
