package io.hartonomous.bench;

import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.text.Decoding;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `LiveHeap FOLDER`: how many bytes the texts, tokens and trees of all files below a folder hold
/// after a full collection, for each UTF-16 unit of text. Runs in a process of its own, with the
/// flags that ship.
final class LiveHeap {
  private LiveHeap() {}

  static void main(String[] args) throws IOException, NotTextException {
    Path folder = Path.of(args[0]);
    List<Path> paths;
    try (Stream<Path> files = Files.walk(folder)) {
      paths = files.filter(Files::isRegularFile).sorted().toList();
    }
    parse(paths.subList(0, Math.min(200, paths.size()))); // loads the classes
    long before = live();
    List<ParseResult> results = parse(paths);
    long after = live();
    long units = 0;
    long tokens = 0;
    for (ParseResult result : results) {
      units += result.source().text().length();
      tokens += result.tokens().size() - 1;
    }
    Reference.reachabilityFence(results);
    System.out.println((double) (after - before) / units + " " + (double) units / tokens);
  }

  private static List<ParseResult> parse(List<Path> paths) throws IOException, NotTextException {
    List<ParseResult> results = new ArrayList<>(paths.size());
    for (Path path : paths) {
      String text = Decoding.decode(Files.readAllBytes(path));
      results.add(Parser.parse(new SourceFile(path.toString(), text), ParseOptions.DEFAULT));
    }
    return results;
  }

  private static long live() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
