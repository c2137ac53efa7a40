package io.hartonomous.project;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.model.Collation;
import io.hartonomous.project.ExpandedScript.Piece;
import io.hartonomous.project.ScriptBatch.Assignment;
import io.hartonomous.project.ScriptBatch.Chunk;
import io.hartonomous.syntax.SqlcmdItem;
import io.hartonomous.syntax.SqlcmdItem.Variable;
import io.hartonomous.syntax.SqlcmdReader;
import io.hartonomous.text.Decoding;
import io.hartonomous.text.LineMap;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the pre- and post-deployment scripts of a project: puts their includes (`:r FILE`) in
/// place and checks each batch.
///
/// The text is the one that the reference compiler puts into a package: batch by batch, its
/// variables first, an included file followed by a line end of its own, and GO behind each. An
/// include is looked up beside the file that names it.
public final class DeploymentScripts {
  private static final int MAX_DEPTH = 20;

  /// What a publisher gives a value. Some value, so that a name made of it is a name.
  private static final List<String> GIVEN =
      List.of("DatabaseName", "DefaultDataPath", "DefaultLogPath", "DefaultFilePrefix");

  private final Project project;
  private final String script;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Deque<Path> open = new ArrayDeque<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();
  private Optional<Diagnostic> refused = Optional.empty();
  private ScriptBatch batch = new ScriptBatch();
  private int line = 1;

  /// The rest of a script cannot be read.
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Diagnostic finding;

    Broken(Diagnostic finding) {
      super(finding.message(), null, false, false);
      this.finding = finding;
    }
  }

  private DeploymentScripts(Project project, String script) {
    this.project = project;
    this.script = script;
    GIVEN.forEach(name -> variables.put(Collation.DEFAULT.key(name), name));
    project
        .sqlcmdVariables()
        .forEach(v -> variables.put(Collation.DEFAULT.key(v.name()), v.defaultValue()));
  }

  /// Errors: [ProjectException] for a file that is missing, is no text, or includes itself. What is
  /// wrong inside the files is a finding.
  public static Optional<ExpandedScript> preDeployment(Project project) throws ProjectException {
    return read(project, project.preDeploy());
  }

  public static Optional<ExpandedScript> postDeployment(Project project) throws ProjectException {
    return read(project, project.postDeploy());
  }

  private static Optional<ExpandedScript> read(Project project, Optional<String> script)
      throws ProjectException {
    return script.isPresent()
        ? Optional.of(new DeploymentScripts(project, script.get()).read())
        : Optional.empty();
  }

  private ExpandedScript read() throws ProjectException {
    String from = project.file().getFileName().toString();
    try {
      file(project.folder().resolve(script), script, from);
      if (!batch.isEmpty()) {
        end(1, files.getFirst().path(), files.getFirst().lines().lines());
      } else {
        assignments();
      }
      // A command that is refused leaves the T-SQL unchecked, as the reference has it.
      refused.ifPresent(finding -> {
        findings.clear();
        findings.add(finding);
      });
    } catch (Broken e) {
      findings.clear();
      findings.add(e.finding);
    }
    return new ExpandedScript(script, text.toString(), pieces, files, findings);
  }

  private void file(Path path, String label, String from) throws ProjectException, Broken {
    Path normal = path.toAbsolutePath().normalize();
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
    SourceFile source = new SourceFile(label, content(normal, label, from));
    files.add(source);
    open.push(normal);
    for (SqlcmdItem item : SqlcmdReader.read(source.text())) {
      item(item, source, normal);
    }
    open.pop();
  }

  private void item(SqlcmdItem item, SourceFile source, Path path) throws ProjectException, Broken {
    switch (item) {
      case SqlcmdItem.Text t ->
          batch.chunks.add(
              new Chunk(
                  source, t.from(), source.text().substring(t.from(), t.to()), t.variables()));
      case SqlcmdItem.Go go -> end(go.count(), source.path(), source.lines().line(go.from()));
      case SqlcmdItem.SetVariable set -> {
        batch.assignments.add(new Assignment(source, set));
        String key = Collation.DEFAULT.key(set.name());
        set.value().ifPresentOrElse(v -> variables.put(key, v), () -> variables.remove(key));
      }
      case SqlcmdItem.Include include -> include(include, source, path);
      case SqlcmdItem.OnError on -> {
        if (refused.isEmpty()) {
          refused =
              Optional.of(
                  finding(
                      source,
                      on,
                      "a deployment stops at its first error, whatever the script says",
                      "take the line out"));
        }
      }
      case SqlcmdItem.Unsupported u ->
          throw new Broken(
              finding(
                  source,
                  u,
                  "the command " + u.command() + " has no place in a deployment script",
                  "take the line out"));
      case SqlcmdItem.Broken b -> throw new Broken(finding(source, b, b.problem(), ""));
    }
  }

  private static Diagnostic finding(
      SourceFile source, SqlcmdItem item, String message, String hint) {
    int length = Math.max(0, item.to() - item.from());
    return Diagnostic.of(
        Code.SQLCMD_COMMAND, Location.of(source, new Span(item.from(), length)), message, hint);
  }

  private void include(SqlcmdItem.Include include, SourceFile source, Path path)
      throws ProjectException, Broken {
    Location at = Location.of(source, new Span(include.fileFrom(), 0));
    String from = source.path() + "(" + at.line() + "," + at.column() + ")";
    String name = named(include, from).replace('\\', '/');
    Path target = path.getParent().resolve(name);
    file(target, label(target), from);
    // The reference ends each included file with a line of its own making.
    SourceFile included =
        files.stream().filter(f -> f.path().equals(label(target))).findFirst().orElseThrow();
    batch.chunks.add(new Chunk(included, included.text().length(), "\r\n", List.of()));
  }

  /// The file's name with the values of its variables.
  private String named(SqlcmdItem.Include include, String from) throws ProjectException {
    StringBuilder name = new StringBuilder();
    int at = include.fileFrom();
    for (Variable variable : include.variables()) {
      String value = variables.get(Collation.DEFAULT.key(variable.name()));
      if (value == null) {
        throw new ProjectException(
            from,
            "the SQLCMD variable " + variable.name() + " has no value",
            "define it in the project, or with :setvar before this line");
      }
      name.append(include.file(), at - include.fileFrom(), variable.from() - include.fileFrom())
          .append(value);
      at = variable.to();
    }
    return name.append(include.file().substring(at - include.fileFrom())).toString();
  }

  // The batches.

  private void end(int count, String file, int fileLine) {
    assignments();
    for (Chunk chunk : batch.chunks) {
      append(chunk.text(), chunk.file().path(), chunk.line());
    }
    if (!batch.isEmpty() && !batch.endsWithLine()) {
      append("\n", file, fileLine);
    }
    append(count == 1 ? "GO\n" : "GO " + count + "\n", file, fileLine);
    findings.addAll(batch.check(variables, unknown, project.quotedIdentifier()));
    batch = new ScriptBatch();
  }

  private void assignments() {
    for (Assignment assignment : batch.assignments) {
      append(assignment.text(), assignment.file().path(), assignment.line());
    }
  }

  private void append(String part, String file, int fileLine) {
    boolean atLineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    if (atLineStart || text.charAt(text.length() - 1) == '\r') {
      pieces.add(new Piece(line, file, fileLine));
    }
    text.append(part);
    line += new LineMap(part).lines() - 1;
  }

  private String label(Path path) {
    Path folder = project.folder().toAbsolutePath().normalize();
    Path normal = path.toAbsolutePath().normalize();
    return (normal.startsWith(folder) ? folder.relativize(normal) : normal)
        .toString()
        .replace('\\', '/');
  }

  private static String content(Path path, String label, String from) throws ProjectException {
    if (!Files.isRegularFile(path)) {
      throw new ProjectException(
          from, "the script " + label + " does not exist", "add the file, or take its name out");
    }
    try {
      return Decoding.decode(ProjectReader.bytes(path));
    } catch (NotTextException e) {
      throw new ProjectException(
          label, "the script is not text: " + e.getMessage(), "save it as UTF-8");
    }
  }
}
