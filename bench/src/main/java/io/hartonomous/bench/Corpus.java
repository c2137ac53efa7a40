package io.hartonomous.bench;

import java.util.ArrayList;
import java.util.List;

/// Generated T-SQL to measure with: tables, views, procedures, functions, triggers and scripts as
/// projects have them. The same seed gives the same files.
///
/// @param files the texts, 1 to 12 kB each
public record Corpus(List<Text> files) {
  public static final long SEED = 20_250_101L;

  /// One file. `path` is relative: `Tables/Order12.sql`.
  public record Text(String path, String text) {}

  public Corpus {
    files = List.copyOf(files);
  }

  /// Files until their characters (all ASCII: as many bytes) are at least `size`.
  public static Corpus ofSize(long size) {
    List<Text> files = new ArrayList<>();
    long characters = 0;
    for (int number = 0; characters < size; number++) {
      Text made = file(number);
      files.add(made);
      characters += made.text().length();
    }
    return new Corpus(files);
  }

  /// As many files as are asked for, of `size` characters together, or few more: what would make
  /// the average too large is passed over.
  public static Corpus ofFiles(int count, long size) {
    List<Text> files = new ArrayList<>();
    long characters = 0;
    for (int number = 0; files.size() < count; number++) {
      Text made = file(number);
      long allowed = (files.size() + 1) * (size / count);
      if (characters + made.text().length() <= allowed + 2_000) {
        files.add(made);
        characters += made.text().length();
      }
    }
    return new Corpus(files);
  }

  public long characters() {
    return files.stream().mapToLong(file -> file.text().length()).sum();
  }

  private static Text file(int number) {
    Sql sql = new Sql(SEED + number);
    StatementWriter statements = new StatementWriter(sql);
    ObjectWriter objects = new ObjectWriter(sql, statements);
    String folder =
        switch (number % 10) {
          case 0, 1 -> {
            objects.table(number);
            yield "Tables";
          }
          case 2, 3, 4, 5 -> {
            objects.procedure(number);
            yield "Procedures";
          }
          case 6 -> {
            objects.view(number);
            yield "Views";
          }
          case 7 -> {
            objects.function(number);
            yield "Functions";
          }
          case 8 -> {
            objects.trigger(number);
            objects.smallObjects(number);
            yield "Other";
          }
          default -> {
            objects.script(number);
            yield "Scripts";
          }
        };
    return new Text(folder + "/" + sql.table() + number + ".sql", sql.toString());
  }
}
