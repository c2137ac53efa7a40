package io.hartonomous.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures the parser: `ParserBench ROOT [quick]`, started by `bench/parse`.
///
/// Warm numbers are JMH's, over a generated corpus of 10 MB; `quick` takes one short fork and is
/// good for a first look only. MB are 10^6 bytes. The reference compiler stands beside where
/// `HART_REFERENCE` names its command.
final class ParserBench {
  /// The JVM flags that the launchers `hart` and `hart.cmd` set.
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx2g", "-XX:-UsePerfData");

  private static final long SIZE = 10_200_000;
  private static final int COLD_FILES = 1_200;
  private static final long COLD_SIZE = 3_000_000;
  private static final int COLD_RUNS = 7;

  private final Path root;
  private final boolean quick;
  private final Path work;

  private ParserBench(Path root, boolean quick, Path work) {
    this.root = root;
    this.quick = quick;
    this.work = work;
  }

  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    Path work = Files.createTempDirectory("hart-parser-bench");
    try {
      new ParserBench(Path.of(args[0]), args.length > 1 && args[1].equals("quick"), work).measure();
    } finally {
      delete(work);
    }
  }

  private void measure() throws IOException, InterruptedException, RunnerException {
    Corpus corpus = Corpus.ofSize(SIZE);
    CorpusFigures figures = CorpusFigures.of(corpus);
    print(
        "corpus: %.1f MB in %,d files, %,d statements of %,d shapes, %,d tokens of %.1f characters"
            + " (trivia included), %.0f %% comments and blanks, %d errors",
        figures.characters() / 1e6,
        figures.files(),
        figures.statements(),
        figures.shapes(),
        figures.tokens(),
        (double) figures.characters() / figures.tokens(),
        figures.trivia() * 100,
        figures.errors());
    print("");
    print("| warm, JMH | median fork | worst fork | median by CPU time | aim (median) |");
    print("|---|---|---|---|---|");
    Speeds one = warm("parse", 1, figures);
    row("lex and parse, one thread", one, ">= 50 MB/s");
    Speeds two = warm("parse", 2, figures);
    row("lex and parse, two threads", two, "");
    print("| the second thread's gain | %.2f x | | | >= 1.7 x |", two.median() / one.median());
    row("lex alone, one thread", warm("lex", 1, figures), ">= 150 MB/s");
    Path files = work.resolve("corpus");
    write(corpus, files);
    reference(files);
    print("");
    print("| whole process | | | aim |");
    print("|---|---|---|---|");
    liveHeap(files);
    cold();
  }

  // ---- warm

  /// MB/s of each fork, ascending: by the clock, and by the CPU time of the process.
  private record Speeds(double[] forks, double[] byCpu) {
    double median() {
      return forks[forks.length / 2];
    }
  }

  private Speeds warm(String benchmark, int threads, CorpusFigures figures) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(ParseBenchmark.class.getName() + "." + benchmark + "$")
            .param("size", Long.toString(SIZE))
            .threads(threads)
            .forks(quick ? 1 : 5)
            .warmupIterations(quick ? 4 : 6)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(quick ? 2 : 5)
            .measurementTime(TimeValue.seconds(2))
            .jvmArgs(FLAGS.toArray(String[]::new))
            .addProfiler(CpuTime.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<BenchmarkResult> forks = new Runner(options).runSingle().getBenchmarkResults();
    double megabytes = figures.characters() / 1e6;
    return new Speeds(
        forks.stream()
            .mapToDouble(fork -> fork.getPrimaryResult().getScore() * megabytes)
            .sorted()
            .toArray(),
        forks.stream().mapToDouble(fork -> megabytes * 1e9 / cpu(fork)).sorted().toArray());
  }

  /// Nanoseconds of CPU time a call.
  private static double cpu(BenchmarkResult fork) {
    return fork.getSecondaryResults().values().stream()
        .filter(result -> result.getLabel().endsWith(CpuTime.LABEL))
        .mapToDouble(Result::getScore)
        .findFirst()
        .orElseThrow();
  }

  private static void row(String name, Speeds speeds, String aim) {
    print(
        "| %s | %.1f MB/s | %.1f MB/s | %.1f MB/s | %s |",
        name, speeds.median(), speeds.forks()[0], speeds.byCpu()[speeds.byCpu().length / 2], aim);
  }

  /// The reference repeats inside one process; its last run is warm.
  private void reference(Path files) throws IOException, InterruptedException {
    String command = System.getenv("HART_REFERENCE");
    if (command == null || command.isEmpty()) {
      print("| the reference compiler | skipped: HART_REFERENCE names none | | | |");
      return;
    }
    Path out = work.resolve("reference.txt");
    int repeats = quick ? 4 : 8;
    Process process =
        new ProcessBuilder(command, "parse", "-r" + repeats, "-q", files.toString())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true)
            .start();
    process.waitFor();
    Matcher times =
        Pattern.compile("chars=(\\d+) .*?errors=(\\d+) ms=(\\d+)").matcher(Files.readString(out));
    List<Double> speeds = new ArrayList<>();
    String errors = "";
    while (times.find()) {
      speeds.add(
          Long.parseLong(times.group(1)) / 1e3 / Math.max(1, Long.parseLong(times.group(3))));
      errors = times.group(2);
    }
    if (speeds.size() < 2) {
      print("| the reference compiler | did not run: %s | | | |", Files.readString(out).strip());
      return;
    }
    double[] warm = speeds.stream().skip(1).mapToDouble(speed -> speed).sorted().toArray();
    print(
        "| the reference compiler, %s errors, one thread, %d warm runs | %.1f MB/s | %.1f MB/s | |"
            + " |",
        errors, warm.length, warm[warm.length / 2], warm[0]);
  }

  // ---- whole processes

  private void liveHeap(Path files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LiveHeap.class.getName(), files.toString()));
    Path out = work.resolve("heap.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      print("| live heap | exit %d | | |", process.exitValue());
      return;
    }
    String[] numbers = Files.readString(out).strip().split(" ");
    print(
        "| live heap: texts, tokens, trees | %.1f bytes a UTF-16 unit | %.1f units a token | <= 24"
            + " |",
        Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  private void cold() throws IOException, InterruptedException {
    Path files = work.resolve("cold");
    Corpus corpus = Corpus.ofFiles(COLD_FILES, COLD_SIZE);
    write(corpus, files);
    String name =
        "`hart parse`, %,d files, %.1f MB".formatted(COLD_FILES, corpus.characters() / 1e6);
    double[] seconds = new double[COLD_RUNS];
    for (int run = -1; run < COLD_RUNS; run++) {
      ProcessBuilder builder =
          new ProcessBuilder(root.resolve("hart").toString(), "parse", files.toString())
              .redirectOutput(work.resolve("out").toFile())
              .redirectError(work.resolve("err").toFile());
      builder.environment().put("HART_AOT", "wait");
      builder.environment().put("HART_HOME", work.resolve("home").toString());
      long begin = System.nanoTime();
      int exit = builder.start().waitFor();
      if (exit != 0) {
        print("| %s | exit %d | | <= 0.6 s |", name, exit);
        return;
      }
      if (run >= 0) { // the first builds and trains the tool
        seconds[run] = (System.nanoTime() - begin) / 1e9;
      }
    }
    Arrays.sort(seconds);
    print(
        "| %s | %.2f s | %.2f s at most | <= 0.6 s |",
        name, seconds[COLD_RUNS / 2], seconds[COLD_RUNS - 1]);
  }

  // ---- files

  private static void write(Corpus corpus, Path folder) throws IOException {
    for (Corpus.Text file : corpus.files()) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
  }
}
