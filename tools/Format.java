import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Checks or applies the format of the project's Java: `Format check|apply [FILE...]`.
///
/// Without files it takes every Java file below the working directory, build output and test
/// resources aside. Runs on the JDK that compiles the project, because the formatter knows only the
/// syntax of the JDK that runs it.
///
/// Exit: 0 all is well formatted (or now is), 1 a file is not, 2 a file cannot be read as Java.
final class Format {
  private static final Set<String> SKIPPED =
      Set.of("target", "resources", ".git", ".hart", "bin", "obj");

  public static void main(String[] args) throws IOException {
    var apply = args[0].equals("apply");
    if (!apply && !args[0].equals("check")) {
      System.err.println("format is check or apply, not " + args[0]);
      System.exit(64);
    }
    var files =
        args.length > 1
            ? List.of(args).subList(1, args.length).stream().map(Path::of).toList()
            : javaFiles();
    var results = files.parallelStream().map(file -> format(file, apply)).toList();
    IntStream.range(0, files.size())
        .filter(i -> !results.get(i).isEmpty())
        .forEach(i -> System.err.println(files.get(i) + results.get(i)));
    if (results.stream().anyMatch(result -> result.contains(": error: "))) {
      System.exit(2);
    }
    if (!apply && results.stream().anyMatch(result -> !result.isEmpty())) {
      System.err.println("Format them with: mvn -q -N verify -Dformat=apply");
      System.exit(1);
    }
  }

  /// What is to be said about the file, from the colon on; empty where it is well formatted.
  private static String format(Path file, boolean apply) {
    try {
      var source = Files.readString(file);
      var formatted = format(source);
      if (formatted.equals(source)) {
        return "";
      }
      if (apply) {
        Files.writeString(file, formatted);
        return ": formatted";
      }
      return ":" + firstDifference(source, formatted) + ": not formatted";
    } catch (FormatterException e) {
      return ": error: " + e.getMessage();
    } catch (IOException e) {
      return ": error: " + e;
    }
  }

  /// Formats until nothing changes: a string that the first round broke up is indented by the
  /// second.
  private static String format(String source) throws FormatterException {
    var formatted = new Formatter().formatSourceAndFixImports(source);
    return formatted.equals(source) ? source : format(formatted);
  }

  private static int firstDifference(String a, String b) {
    var left = a.lines().toList();
    var right = b.lines().toList();
    return 1
        + IntStream.range(0, Math.min(left.size(), right.size()))
            .filter(i -> !left.get(i).equals(right.get(i)))
            .findFirst()
            .orElse(Math.min(left.size(), right.size()));
  }

  private static List<Path> javaFiles() throws IOException {
    var found = new ArrayList<Path>();
    var top = Path.of("");
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var skip = SKIPPED.contains(folder.getFileName().toString());
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }
}
