import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Severity;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.Decoding;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Compares our parser with the reference compiler's: the same files, as they are and mutated token
/// by token, through both.
///
/// `ParserDifference REFERENCE [--each N] [--seed N] [--show N] [--plain] PATH...`: for every
/// `.sql` file below the paths up to N mutations of each sort (drop, duplicate, swap with the next,
/// truncate before), chosen by the seed; `--each 0` makes all, `--plain` none. A case is the same
/// where both take it, or where the first error of each batch has the same line, column and id.
///
/// Exit: 0 no difference, 1 differences, 2 the reference did not run.
final class ParserDifference {
  /// What a file is told to be wrong with first: `46010 at 3:14`.
  private record Finding(int line, int column, String id) {
    @Override
    public String toString() {
      return id + " at " + line + ":" + column;
    }
  }

  private record Case(String origin, String mutation, String text) {}

  private enum Outcome {
    SAME,
    MISSED, // the reference has an error, ours has none
    EXTRA, // the other way round
    ELSEWHERE, // both have one, at different places
    OTHER_ID
  }

  private static final Pattern FINDING =
      Pattern.compile("(\\d+)\\.sql\\((\\d+),(\\d+)\\): error (\\d+):.*");

  private int each = 8;
  private long seed = 1;
  private int show = 40;
  private final List<Path> paths = new ArrayList<>();

  public static void main(String[] args) throws IOException, InterruptedException {
    var run = new ParserDifference();
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--each" -> run.each = number(args[++i]);
        case "--seed" -> run.seed = number(args[++i]);
        case "--show" -> run.show = number(args[++i]);
        case "--plain" -> run.each = -1;
        default -> run.paths.add(Path.of(args[i]));
      }
    }
    System.exit(run.run(Path.of(args[0])) ? 0 : 1);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      System.err.println("not a number: " + text);
      System.exit(64);
      return 0;
    }
  }

  private boolean run(Path reference) throws IOException, InterruptedException {
    var cases = cases();
    var folder = Files.createTempDirectory("parser-difference");
    try {
      for (int i = 0; i < cases.size(); i++) {
        Files.writeString(folder.resolve(i + ".sql"), cases.get(i).text());
      }
      var theirs = reference(reference, folder);
      return report(cases, theirs);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private List<Case> cases() throws IOException {
    Set<String> seen = new LinkedHashSet<>();
    List<Case> cases = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(ParserDifference::isSql).sorted().toList()) {
          String text = text(file);
          add(cases, seen, new Case(file.toString(), "as it is", text));
          if (each >= 0) {
            mutate(file.toString(), text, cases, seen);
          }
        }
      }
    }
    return cases;
  }

  private static boolean isSql(Path file) {
    return Files.isRegularFile(file)
        && file.getFileName()
            .toString()
            .regionMatches(true, file.getFileName().toString().length() - 4, ".sql", 0, 4);
  }

  private static String text(Path file) throws IOException {
    try {
      return Decoding.decode(Files.readAllBytes(file));
    } catch (NotTextException e) {
      throw new IOException(file + " is not text", e);
    }
  }

  private static void add(List<Case> cases, Set<String> seen, Case made) {
    if (seen.add(made.text())) {
      cases.add(made);
    }
  }

  private void mutate(String origin, String text, List<Case> cases, Set<String> seen) {
    Tokens tokens = Lexer.lex(new SourceFile(origin, text), ParseOptions.DEFAULT).tokens();
    int count = tokens.size() - 1; // without EOF
    // The same file has the same mutations whatever stands beside it.
    var random = new Random(seed * 31 + text.hashCode());
    for (String sort : List.of("drop", "double", "swap", "truncate")) {
      for (int index : choose(count, random)) {
        String mutated = mutated(tokens, text, sort, index);
        if (mutated != null) {
          add(
              cases,
              seen,
              new Case(origin, sort + " token " + index + " " + tokens.text(index), mutated));
        }
      }
    }
  }

  private List<Integer> choose(int count, Random random) {
    if (each == 0 || each >= count) {
      return Stream.iterate(0, i -> i < count, i -> i + 1).toList();
    }
    return random.ints(0, count).distinct().limit(each).sorted().boxed().toList();
  }

  private static String mutated(Tokens tokens, String text, String sort, int at) {
    int start = tokens.start(at);
    int end = tokens.end(at);
    return switch (sort) {
      case "drop" -> text.substring(0, start) + text.substring(end);
      case "double" -> text.substring(0, end) + " " + text.substring(start);
      case "truncate" -> text.substring(0, start);
      default -> {
        if (tokens.kind(at + 1) == TokenKind.EOF) {
          yield null;
        }
        yield text.substring(0, start)
            + tokens.text(at + 1)
            + " "
            + tokens.trivia(at + 1)
            + tokens.text(at)
            + text.substring(tokens.end(at + 1));
      }
    };
  }

  /// The reference's findings of each file, by the file's number.
  private static Map<Integer, List<Finding>> reference(Path reference, Path folder)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(reference.toString(), "parse", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<Integer, List<Finding>> findings = new HashMap<>();
    try (var lines = process.inputReader()) {
      for (String line; (line = lines.readLine()) != null; ) {
        Matcher matcher = FINDING.matcher(line);
        if (matcher.find()) {
          findings
              .computeIfAbsent(Integer.valueOf(matcher.group(1)), _ -> new ArrayList<>())
              .add(
                  new Finding(
                      Integer.parseInt(matcher.group(2)),
                      Integer.parseInt(matcher.group(3)),
                      matcher.group(4)));
        }
      }
    }
    int status = process.waitFor();
    if (status > 1) {
      System.err.println("the reference ended with " + status);
      System.exit(2);
    }
    return findings;
  }

  /// Our errors, the first of each batch, in order.
  private static List<Finding> ours(String text) {
    var source = new SourceFile("case.sql", text);
    var result = Parser.parse(source, ParseOptions.DEFAULT);
    return result.diagnostics().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .map(ParserDifference::finding)
        .toList();
  }

  private static Finding finding(Diagnostic diagnostic) {
    String id = diagnostic.code().id();
    return new Finding(
        diagnostic.at().line(),
        diagnostic.at().column(),
        id.startsWith("SQL") ? id.substring(3) : id);
  }

  private boolean report(List<Case> cases, Map<Integer, List<Finding>> reference) {
    Map<Outcome, Integer> counts = new TreeMap<>();
    Map<String, int[]> folders = new TreeMap<>(); // different, all
    int shown = 0;
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      List<Finding> theirs = firstOfEachBatch(each.text(), reference.getOrDefault(i, List.of()));
      List<Finding> ours = firstOfEachBatch(each.text(), ours(each.text()));
      Outcome outcome = outcome(theirs, ours);
      counts.merge(outcome, 1, Integer::sum);
      int[] folder = folders.computeIfAbsent(folder(each.origin()), _ -> new int[2]);
      folder[0] += outcome == Outcome.SAME ? 0 : 1;
      folder[1]++;
      if (outcome != Outcome.SAME && shown++ < show) {
        System.out.println(outcome + " " + each.origin() + ": " + each.mutation());
        System.out.println("  reference " + theirs + ", ours " + ours);
        each.text().lines().limit(12).forEach(line -> System.out.println("  | " + line));
      }
    }
    folders.forEach(
        (folder, of) -> System.out.printf("%5d of %5d differ in %s%n", of[0], of[1], folder));
    int same = counts.getOrDefault(Outcome.SAME, 0);
    System.out.printf(
        "%d cases, %d the same (%.2f %%): %s%n",
        cases.size(), same, 100.0 * same / Math.max(1, cases.size()), counts);
    return same == cases.size();
  }

  private static String folder(String file) {
    Path parent = Path.of(file).getParent();
    return parent == null ? "." : parent.toString();
  }

  private static Outcome outcome(List<Finding> theirs, List<Finding> ours) {
    if (theirs.equals(ours)) {
      return Outcome.SAME;
    }
    if (ours.isEmpty()) {
      return Outcome.MISSED;
    }
    if (theirs.isEmpty()) {
      return Outcome.EXTRA;
    }
    return theirs.getFirst().line() == ours.getFirst().line()
            && theirs.getFirst().column() == ours.getFirst().column()
            && theirs.size() == ours.size()
        ? Outcome.OTHER_ID
        : Outcome.ELSEWHERE;
  }

  /// The findings that are the first of their batch: batches are told apart by their GO.
  private static List<Finding> firstOfEachBatch(String text, List<Finding> findings) {
    Tokens tokens = Lexer.lex(new SourceFile("case.sql", text), ParseOptions.DEFAULT).tokens();
    var source = new SourceFile("case.sql", text);
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.GO) {
        ends.add(source.lines().line(tokens.start(i)));
      }
    }
    Map<Integer, Finding> first = new TreeMap<>();
    for (Finding finding : findings) {
      int batch = (int) ends.stream().filter(line -> line < finding.line()).count();
      first.merge(
          batch,
          finding,
          (a, b) ->
              a.line() < b.line() || a.line() == b.line() && a.column() <= b.column() ? a : b);
    }
    return List.copyOf(first.values());
  }
}
