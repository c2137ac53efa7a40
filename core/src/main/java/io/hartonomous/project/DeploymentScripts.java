package io.hartonomous.project;

import io.hartonomous.project.ExpandedScript.Piece;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.Decoding;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads the pre- and post-deployment scripts of a project and puts their includes (`:r FILE`) in
/// place.
///
/// The text is the one that the reference compiler puts into a package: an included file is
/// followed by a line end of its own, and the script ends with GO. An include is looked up beside
/// the file that names it, and must lie inside the project's folder.
public final class DeploymentScripts {
  private static final int MAX_DEPTH = 20;

  private final Project project;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final Deque<Path> open = new ArrayDeque<>();
  private int line = 1;

  private DeploymentScripts(Project project) {
    this.project = project;
  }

  /// Errors: [ProjectException] for a file that is missing, is no text, lies outside the project,
  /// or includes itself.
  public static Optional<ExpandedScript> preDeployment(Project project) throws ProjectException {
    return project.preDeploy().isEmpty()
        ? Optional.empty()
        : Optional.of(new DeploymentScripts(project).read(project.preDeploy().get()));
  }

  public static Optional<ExpandedScript> postDeployment(Project project) throws ProjectException {
    return project.postDeploy().isEmpty()
        ? Optional.empty()
        : Optional.of(new DeploymentScripts(project).read(project.postDeploy().get()));
  }

  private ExpandedScript read(String file) throws ProjectException {
    include(project.folder().resolve(file), file, project.file().getFileName().toString());
    if (!text.isEmpty()) {
      if (text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      if (!endsWithGo()) {
        text.append("GO\n");
      }
    }
    return new ExpandedScript(file, text.toString(), pieces);
  }

  private boolean endsWithGo() {
    Tokens tokens = Lexer.lex(new SourceFile("", text.toString()), ParseOptions.SCRIPT).tokens();
    if (tokens.size() < 2 || tokens.kind(tokens.size() - 2) != TokenKind.GO) {
      return false;
    }
    // A line after it, a blank one too, is a batch of its own for the reference.
    return text.indexOf("\n", tokens.end(tokens.size() - 2)) == text.length() - 1;
  }

  private void include(Path path, String label, String from) throws ProjectException {
    Path normal = path.toAbsolutePath().normalize();
    if (!normal.startsWith(project.folder().toAbsolutePath().normalize())) {
      throw new ProjectException(
          from,
          "the script " + label + " lies outside the project's folder",
          "move it into the project");
    }
    if (open.contains(normal)) {
      throw new ProjectException(
          from, "the script " + label + " includes itself", "take the :r line out");
    }
    if (open.size() >= MAX_DEPTH) {
      throw new ProjectException(
          from,
          "scripts include each other more than " + MAX_DEPTH + " deep at " + label,
          "include them from fewer levels");
    }
    open.push(normal);
    String content = content(normal, label, from);
    piece(label, 1);
    Tokens tokens = Lexer.lex(new SourceFile(label, content), ParseOptions.SCRIPT).tokens();
    int at = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Optional<String> included =
          tokens.kind(i) == TokenKind.SQLCMD_COMMAND ? included(tokens.text(i)) : Optional.empty();
      if (included.isEmpty()) {
        continue;
      }
      append(content.substring(at, lineStart(content, tokens.start(i))));
      at = lineEnd(content, tokens.end(i));
      Path target = normal.getParent().resolve(included.get().replace('\\', '/'));
      include(target, label(target), label);
      append("\r\n");
      piece(label, 1 + (int) content.substring(0, at).chars().filter(c -> c == '\n').count());
    }
    append(content.substring(at));
    open.pop();
  }

  private String label(Path path) {
    Path folder = project.folder().toAbsolutePath().normalize();
    Path normal = path.toAbsolutePath().normalize();
    return (normal.startsWith(folder) ? folder.relativize(normal) : normal)
        .toString()
        .replace('\\', '/');
  }

  private void piece(String file, int fileLine) {
    pieces.add(new Piece(line, file, fileLine));
  }

  private void append(String part) {
    text.append(part);
    line += (int) part.chars().filter(c -> c == '\n').count();
  }

  private static String content(Path path, String label, String from) throws ProjectException {
    if (!Files.isRegularFile(path)) {
      throw new ProjectException(
          from,
          "the script " + label + " does not exist",
          "add the file or take its name out of " + from);
    }
    try {
      return Decoding.decode(ProjectReader.bytes(path));
    } catch (NotTextException e) {
      throw new ProjectException(
          label, "the script is not text: " + e.getMessage(), "save it as UTF-8");
    }
  }

  /// The file of an include line, without quotes; empty for other commands.
  private static Optional<String> included(String command) {
    String rest = command.strip();
    if (rest.length() < 3
        || !rest.substring(0, 2).equalsIgnoreCase(":r")
        || !Character.isWhitespace(rest.charAt(2))) {
      return Optional.empty();
    }
    String file = rest.substring(2).strip();
    return Optional.of(
        file.length() >= 2 && file.startsWith("\"") && file.endsWith("\"")
            ? file.substring(1, file.length() - 1)
            : file);
  }

  private static int lineStart(String content, int offset) {
    return offset == 0 ? 0 : content.lastIndexOf('\n', offset - 1) + 1;
  }

  private static int lineEnd(String content, int offset) {
    int end = content.indexOf('\n', offset);
    return end < 0 ? content.length() : end + 1;
  }
}
