package io.hartonomous.project;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where files of a project go, and what its project file must say about them.
final class CureFiles {
  private static final Pattern SDK = Pattern.compile("<Sdk\\s|<Project\\s[^>]*\\bSdk\\s*=");
  private static final Pattern NO_DEFAULTS =
      Pattern.compile("<EnableDefaultSqlItems>\\s*false\\s*<", Pattern.CASE_INSENSITIVE);
  private static final Pattern BUILD_ITEM =
      Pattern.compile("[ \\t]*<Build\\s+Include\\s*=\\s*\"([^\"]*)\"");

  private final Definitions definitions;
  private final Collation collation;
  private final Set<String> paths = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> templates = new HashMap<>();
  private final Optional<SourceFile> projectFile;
  private final String newLine;

  CureFiles(
      Definitions definitions,
      Collation collation,
      List<SourceUnit> sources,
      Optional<SourceFile> projectFile) {
    this.definitions = definitions;
    this.collation = collation;
    sources.forEach(s -> paths.add(s.path()));
    this.projectFile = projectFile;
    long windows =
        sources.stream().filter(s -> s.parsed().source().text().contains("\r\n")).count();
    this.newLine = windows * 2 > sources.size() ? "\r\n" : "\n";
  }

  /// A text with the line ends that most of the project's files have.
  String lines(String text) {
    return text.replace("\r\n", "\n").replace("\n", newLine);
  }

  boolean exists(String path) {
    return paths.contains(path);
  }

  /// Where an object belongs by the project's own layout: that of most objects of its kind, those
  /// of its schema first.
  String pathFor(Definition.Kind kind, ObjectName name) {
    String key = kind + " " + collation.key(name.schema());
    String template = templates.computeIfAbsent(key, _ -> template(kind, name));
    return template.replace("{schema}", clean(name.schema())).replace("{name}", clean(name.name()));
  }

  private String template(Definition.Kind kind, ObjectName name) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (List<Definition> group : definitions.groups()) {
      for (Definition d : group) {
        if (d.kind() == kind && d.node() == d.statement()) {
          boolean sameSchema = collation.same(d.name().schema(), name.schema());
          template(d).ifPresent(t -> votes.merge(t, sameSchema ? 2 : 1, Integer::sum));
        }
      }
    }
    return votes.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .map(Map.Entry::getKey)
        .orElseGet(() -> standard(kind));
  }

  private static String clean(String name) {
    return name.replaceAll("[\\\\/:*?\"<>|]", "_");
  }

  /// The path of a definition with its names taken out, if its file is named after it.
  private Optional<String> template(Definition d) {
    String path = d.source().path();
    String file = path.substring(path.lastIndexOf('/') + 1);
    String name;
    if (file.equalsIgnoreCase(d.name().name() + ".sql")) {
      name = "{name}.sql";
    } else if (!d.name().schema().isEmpty()
        && file.equalsIgnoreCase(d.name().schema() + "." + d.name().name() + ".sql")) {
      name = "{schema}.{name}.sql";
    } else {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    for (String folder : path.substring(0, path.length() - file.length()).split("/")) {
      if (!folder.isEmpty()) {
        boolean isSchema =
            !d.name().schema().isEmpty() && folder.equalsIgnoreCase(d.name().schema());
        out.append(isSchema ? "{schema}" : folder).append('/');
      }
    }
    return Optional.of(out + name);
  }

  private static String standard(Definition.Kind kind) {
    return switch (kind) {
      case TABLE -> "{schema}/Tables/{name}.sql";
      case VIEW -> "{schema}/Views/{name}.sql";
      case PROCEDURE -> "{schema}/StoredProcedures/{name}.sql";
      case SCALAR_FUNCTION, INLINE_FUNCTION, TABLE_FUNCTION -> "{schema}/Functions/{name}.sql";
      case TRIGGER -> "{schema}/Triggers/{name}.sql";
      case SEQUENCE -> "{schema}/Sequences/{name}.sql";
      case SYNONYM -> "{schema}/Synonyms/{name}.sql";
      case ALIAS_TYPE, TABLE_TYPE, CLR_TYPE -> "{schema}/Types/{name}.sql";
      case SCHEMA, USER, ROLE, LOGIN -> "Security/{name}.sql";
      default -> "{name}.sql";
    };
  }

  /// A new file, entered into the project file where that names its files one by one.
  List<CureEdit> create(String path, String text) {
    return create(Map.of(path, text));
  }

  List<CureEdit> create(Map<String, String> texts) {
    List<CureEdit> edits = new ArrayList<>();
    List<String> named = new ArrayList<>();
    texts.forEach((path, text) -> {
      edits.add(new CureEdit.Create(path, lines(text)));
      if (!isIncluded(path)) {
        named.add(path);
      }
    });
    if (!named.isEmpty()) {
      projectFile.flatMap(f -> include(f, named)).ifPresent(edits::add);
    }
    return edits;
  }

  private boolean isIncluded(String path) {
    if (projectFile.isEmpty()) {
      return true;
    }
    String xml = projectFile.get().text();
    if (SDK.matcher(xml).find() && !NO_DEFAULTS.matcher(xml).find()) {
      return true;
    }
    Matcher items = BUILD_ITEM.matcher(xml);
    while (items.find()) {
      for (String written : items.group(1).split(";")) {
        if (ItemGlob.isWild(written) && new ItemGlob(written).matches(path)) {
          return true;
        }
      }
    }
    return false;
  }

  /// An item beside the last one of its kind, or a group of its own.
  private static Optional<CureEdit> include(SourceFile file, List<String> named) {
    String xml = file.text();
    String lineEnd = xml.contains("\r\n") ? "\r\n" : "\n";
    Matcher items = BUILD_ITEM.matcher(xml);
    int last = -1;
    while (items.find()) {
      last = items.start();
    }
    StringBuilder text = new StringBuilder();
    if (last >= 0) {
      String indent = xml.substring(last, xml.indexOf('<', last));
      for (String path : named) {
        text.append(indent).append(item(path)).append(lineEnd);
      }
      return Optional.of(
          new CureEdit.Change(file, List.of(new TextEdit(new Span(last, 0), text.toString()))));
    }
    int end = xml.lastIndexOf("</Project>");
    if (end < 0) {
      return Optional.empty();
    }
    text.append("  <ItemGroup>").append(lineEnd);
    named.forEach(path -> text.append("    ").append(item(path)).append(lineEnd));
    text.append("  </ItemGroup>").append(lineEnd);
    return Optional.of(
        new CureEdit.Change(file, List.of(new TextEdit(new Span(end, 0), text.toString()))));
  }

  private static String item(String path) {
    String escaped = path.replace('/', '\\').replace("&", "&amp;").replace("<", "&lt;");
    return "<Build Include=\"" + escaped + "\" />";
  }

  /// The first post-deployment script of a project, entered into its project file; none where that
  /// cannot be read.
  List<CureEdit> createPostDeployment(String text) {
    String path = "Scripts/PostDeployment.sql";
    int end = projectFile.map(f -> f.text().lastIndexOf("</Project>")).orElse(-1);
    if (end < 0 || exists(path)) {
      return List.of();
    }
    String xml = projectFile.get().text();
    String lineEnd = xml.contains("\r\n") ? "\r\n" : "\n";
    String item =
        (end > 0 && xml.charAt(end - 1) != '\n' ? lineEnd : "")
            + "  <ItemGroup>"
            + lineEnd
            + "    <PostDeploy Include=\""
            + path.replace('/', '\\')
            + "\" />"
            + lineEnd
            + "  </ItemGroup>"
            + lineEnd;
    return List.of(
        new CureEdit.Create(path, lines(text)),
        new CureEdit.Change(projectFile.get(), List.of(new TextEdit(new Span(end, 0), item))));
  }

  /// A file deleted, and taken out of a project file that names it.
  List<CureEdit> delete(List<String> gone) {
    List<CureEdit> edits = new ArrayList<>();
    gone.forEach(path -> edits.add(new CureEdit.Delete(path)));
    if (projectFile.isPresent()) {
      String xml = projectFile.get().text();
      List<TextEdit> lines = new ArrayList<>();
      for (String path : gone) {
        itemLine(xml, path).ifPresent(span -> lines.add(new TextEdit(span, "")));
      }
      if (!lines.isEmpty()) {
        edits.add(new CureEdit.Change(projectFile.get(), lines));
      }
    }
    return edits;
  }

  private static Optional<Span> itemLine(String xml, String path) {
    Matcher items = BUILD_ITEM.matcher(xml);
    while (items.find()) {
      if (ItemGlob.normal(items.group(1)).equalsIgnoreCase(path)) {
        int close = xml.indexOf('>', items.end());
        int end = close < 0 ? -1 : close + 1;
        if (close > 0 && xml.charAt(close - 1) != '/') {
          int element = xml.indexOf("</Build>", close);
          end = element < 0 ? -1 : element + "</Build>".length();
        }
        if (end < 0) {
          return Optional.empty();
        }
        while (end < xml.length() && (xml.charAt(end) == '\r' || xml.charAt(end) == ' ')) {
          end++;
        }
        if (end < xml.length() && xml.charAt(end) == '\n') {
          end++;
        }
        return Optional.of(Span.between(items.start(), end));
      }
    }
    return Optional.empty();
  }
}
