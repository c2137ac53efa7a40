package io.hartonomous.project;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.CauseDuplicates.Group;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.text.Span;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Names that are defined more than once.
final class CureDuplicate {
  private final CauseContext context;

  CureDuplicate(CauseContext context) {
    this.context = context;
  }

  Cause cause(CauseRoot.DuplicateObject root, Causes.Group group) {
    List<Group> groups = context.duplicates().groups(root);
    boolean identical = groups.stream().allMatch(Group::identical);
    List<Definition> removed = groups.stream().flatMap(g -> g.removed().stream()).toList();
    List<Definition> kept = groups.stream().map(Group::kept).toList();
    List<Cure> cures = new ArrayList<>();
    cures.add(remove(removed, kept, identical ? "they say the same" : "compare them first"));
    boolean otherFile = kept.stream().noneMatch(k -> root.paths().contains(k.source().path()));
    if (!identical && otherFile && groups.stream().allMatch(g -> g.removed().size() == 1)) {
      cures.add(remove(kept, removed, "if that is the newer definition"));
    }
    return new Cause(
        Cause.Kind.DUPLICATE,
        statement(groups, identical),
        removed.getFirst().location(),
        group.diagnostics(),
        cures);
  }

  private static String statement(List<Group> groups, boolean identical) {
    List<String> names = new ArrayList<>();
    TreeSet<String> homes = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    for (Group g : groups) {
      names.add(CureText.plain(g.kept().name()));
      homes.add(g.kept().source().path());
      g.removed().forEach(r -> others.add(r.source().path()));
    }
    String subject =
        groups.size() == 1
            ? "The " + CureStray.words(groups.getFirst().kept().kind()) + " " + names.getFirst()
            : names.size() + " objects (" + String.join(", ", names) + ")";
    String count =
        groups.stream().allMatch(g -> g.removed().size() == 1) ? "twice" : "more than once";
    String where =
        others.equals(homes)
            ? " in " + String.join(", ", homes)
            : ": in " + String.join(", ", homes) + ", and in " + String.join(", ", others);
    return subject
        + (groups.size() == 1 ? " is" : " are")
        + " defined "
        + count
        + where
        + (identical ? "; the definitions say the same" : "; the definitions differ");
  }

  private Cure remove(List<Definition> removed, List<Definition> kept, String remark) {
    Map<String, List<Definition>> byFile = new LinkedHashMap<>();
    removed.forEach(d -> byFile.computeIfAbsent(d.source().path(), _ -> new ArrayList<>()).add(d));
    List<String> deleted = new ArrayList<>();
    List<CureEdit> edits = new ArrayList<>();
    List<String> words = new ArrayList<>();
    byFile.forEach((path, definitions) -> {
      ParseResult source = definitions.getFirst().source().parsed();
      List<Batch> batches = new ArrayList<>();
      for (Batch batch : source.script().batches()) {
        if (batch.statements().stream()
            .anyMatch(s -> definitions.stream().anyMatch(d -> d.statement() == s))) {
          batches.add(batch);
        }
      }
      boolean empty =
          source.script().batches().stream()
              .allMatch(b -> b.statements().isEmpty() || batches.stream().anyMatch(r -> r == b));
      if (empty) {
        deleted.add(path);
        words.add("delete " + path);
      } else {
        edits.add(
            new CureEdit.Change(
                source.source(),
                batches.stream().map(b -> CureText.withoutBatch(source, b)).toList()));
        words.add(
            (definitions.size() == 1 ? "remove the definition" : "remove the definitions")
                + " from "
                + path
                + " (line "
                + definitions.getFirst().location().line()
                + ")");
      }
    });
    edits.addAll(context.files().delete(deleted));
    TreeSet<String> homes = new TreeSet<>();
    kept.forEach(k -> homes.add(k.source().path()));
    String keep = homes.size() == 1 ? " and keep " + homes.first() : " and keep the other files";
    return new Cure(CauseWriter.sentence(String.join(", ", words)) + keep + ": " + remark, edits);
  }

  /// A column, constraint or index whose name is taken.
  Cause part(Causes.Group group) {
    List<Explained> definitions =
        group.explained().stream().filter(e -> e.diagnostic().code() == Code.DUPLICATE).toList();
    if (definitions.isEmpty()) {
      Diagnostic first = group.diagnostics().getFirst();
      return new Cause(
          Cause.Kind.DUPLICATE,
          CauseWriter.sentence(first.message()),
          first.at(),
          group.diagnostics(),
          List.of(Cure.inWords(CauseWriter.sentence(first.hint()))));
    }
    Explained last = definitions.getLast();
    Location at = last.source().parsed().location(last.node());
    List<String> name = QuotedName.parts(last.subject().name());
    List<Cure> cures = new ArrayList<>();
    if (isColumn(last.node())) {
      withoutElement(last)
          .ifPresent(edit -> cures.add(change("Remove the second definition", last, edit)));
    } else {
      Optional<Identifier> identifier = identifier(last, name.getLast());
      identifier.ifPresent(i -> {
        String free = freeName(name, i);
        cures.add(
            change(
                "Give the second one another name, such as " + free,
                last,
                CureText.replace(last.source().parsed(), i, free)));
      });
    }
    if (cures.isEmpty()) {
      cures.add(Cure.inWords("Give one of them another name"));
    }
    return new Cause(
        Cause.Kind.DUPLICATE,
        "The name " + String.join(".", name) + " is given more than once",
        at,
        group.diagnostics(),
        cures);
  }

  private static Cure change(String sentence, Explained e, TextEdit edit) {
    return new Cure(
        sentence, List.of(new CureEdit.Change(e.source().parsed().source(), List.of(edit))));
  }

  private static boolean isColumn(Node node) {
    return node instanceof TableElement.Column || node instanceof TableElement.ComputedColumn;
  }

  /// An element of a list with the comma before it.
  private static Optional<TextEdit> withoutElement(Explained e) {
    Tokens tokens = e.source().parsed().tokens();
    int comma = e.node().from() - 1;
    return comma > 0 && tokens.kind(comma) == TokenKind.COMMA
        ? Optional.of(
            new TextEdit(Span.between(tokens.end(comma - 1), tokens.end(e.node().to() - 1)), ""))
        : Optional.empty();
  }

  private Optional<Identifier> identifier(Explained e, String name) {
    List<Identifier> found = new ArrayList<>();
    Nodes.walk(
        e.node(),
        node -> {
          if (node instanceof Identifier i && context.collation().same(i.value(), name)) {
            found.add(i);
          }
        });
    return found.stream().findFirst();
  }

  private String freeName(List<String> name, Identifier old) {
    String schema = name.size() > 1 ? name.getFirst() : Definitions.DEFAULT_SCHEMA;
    int number = 2;
    while (!context
        .definitions()
        .find("object", new ObjectName(schema, old.value() + "_" + number))
        .isEmpty()) {
      number++;
    }
    return old.value() + "_" + number;
  }
}
