package io.hartonomous.project;

import io.hartonomous.bind.Relation;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.CureTypes.Guess;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.text.Span;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A column that a table, a view or a function does not have.
final class CureMissingColumn {
  private final CauseContext context;

  CureMissingColumn(CauseContext context) {
    this.context = context;
  }

  Cause cause(CauseRoot.MissingColumn root, Causes.Group group) {
    List<String> parts = QuotedName.parts(root.table());
    ObjectName folded =
        parts.size() > 1
            ? new ObjectName(parts.get(0), parts.get(1))
            : new ObjectName("", parts.getFirst());
    Optional<Definition> definition = context.definitions().first("object", folded);
    ObjectName table = definition.map(Definition::name).orElse(folded);
    String column = written(group);
    Location at = definition.map(Definition::location).orElse(group.diagnostics().getFirst().at());
    List<Cure> cures = new ArrayList<>();
    Optional<Cure> added = context.table(table).flatMap(t -> added(t, column, group.explained()));
    Optional<Cure> renamed = renamed(table, column, group.explained());
    // A name that is nearly right is likelier misspelt than forgotten.
    renamed.ifPresent(cures::add);
    added.ifPresent(cures::add);
    if (cures.isEmpty()) {
      String it = definition.map(d -> CureStray.words(d.kind())).orElse("object");
      cures.add(Cure.inWords("Let the " + it + " give a column of this name, or use another"));
    }
    String kind = definition.map(d -> CureStray.words(d.kind()) + " ").orElse("");
    return new Cause(
        Cause.Kind.MISSING_COLUMN,
        CauseWriter.sentence("the " + kind + CureText.plain(table) + " has no column " + column),
        at,
        group.diagnostics(),
        cures);
  }

  /// The column as the first finding spells it.
  private static String written(Causes.Group group) {
    for (Explained e : group.explained()) {
      Optional<Identifier> name = CureText.lastName(e.node());
      if (name.isPresent()) {
        return name.get().value();
      }
    }
    return QuotedName.parts(group.explained().getFirst().subject().name()).getLast();
  }

  private Optional<Cure> added(Definition table, String column, List<Explained> uses) {
    Guess guess = context.types().guess(column, uses);
    String type = written(guess.type(), table);
    String text = ObjectName.quote(column) + " " + type + " NULL";
    List<CureEdit> edits = new ArrayList<>();
    Optional<CureEdit.Change> change = add(table, List.of(text));
    change.ifPresent(edits::add);
    Optional<Definition> history = history(table);
    history.flatMap(h -> add(h, List.of(text))).ifPresent(edits::add);
    String also = history.isPresent() && edits.size() > 1 ? " and to its history table" : "";
    return change.map(_ ->
        new Cure(
            "Add the column to the table" + also + "; its type, " + type + ", " + guess.reason(),
            edits));
  }

  /// A type in the letters that the table has its types in.
  private static String written(String type, Definition table) {
    boolean upper =
        table.statement() instanceof TableStatement.CreateTable create
            && create.elements().stream()
                .anyMatch(e ->
                    e instanceof TableElement.Column c
                        && Character.isUpperCase(table.source().parsed().text(c.type()).charAt(0)));
    return upper && type.indexOf('[') < 0 ? type.toUpperCase(Locale.ROOT) : type;
  }

  /// Elements after the last column of a CREATE TABLE.
  static Optional<CureEdit.Change> add(Definition table, List<String> elements) {
    if (!(table.statement() instanceof TableStatement.CreateTable create)) {
      return Optional.empty();
    }
    Optional<TableElement> last =
        create.elements().stream()
            .filter(
                e -> e instanceof TableElement.Column || e instanceof TableElement.ComputedColumn)
            .reduce((_, b) -> b);
    return last.map(
        e -> new CureEdit.Change(table.source().parsed().source(), insert(table, e, elements)));
  }

  /// After the column's comma and the comment that stands beside it in the same line; a column
  /// without a comma gets one. A table that is written in one line stays so.
  private static List<TextEdit> insert(Definition table, TableElement last, List<String> elements) {
    Tokens tokens = table.source().parsed().tokens();
    String trivia = tokens.trivia(last.from());
    int line = trivia.lastIndexOf('\n');
    int end = tokens.end(last.to() - 1);
    if (line < 0) {
      return List.of(new TextEdit(new Span(end, 0), ", " + String.join(", ", elements)));
    }
    boolean comma = tokens.kind(last.to()) == TokenKind.COMMA;
    String newLine = (trivia.contains("\r\n") ? "\r\n" : "\n") + indent(trivia, line);
    String joined = newLine + String.join("," + newLine, elements);
    int beside = comma ? last.to() + 1 : last.to();
    String after = tokens.trivia(beside);
    int lineEnd = after.indexOf('\n');
    int comment = lineEnd < 0 ? 0 : after.substring(0, lineEnd).stripTrailing().length();
    Span place = new Span(tokens.end(beside - 1) + comment, 0);
    if (comma) {
      return List.of(new TextEdit(place, joined + ","));
    }
    return comment == 0
        ? List.of(new TextEdit(place, "," + joined))
        : List.of(new TextEdit(new Span(end, 0), ","), new TextEdit(place, joined));
  }

  private static String indent(String trivia, int line) {
    int end = line + 1;
    while (end < trivia.length() && (trivia.charAt(end) == ' ' || trivia.charAt(end) == '\t')) {
      end++;
    }
    return trivia.substring(line + 1, end);
  }

  /// The table that keeps the old rows of a system-versioned one: it must have the same columns.
  private Optional<Definition> history(Definition table) {
    List<ObjectName> names = new ArrayList<>();
    Nodes.walk(
        table.statement(),
        node -> {
          if (node instanceof OptionNode.Option option
              && option.name().equals("HISTORY_TABLE")
              && option.value().orElse(null) instanceof OptionNode.OptionValue.Name name) {
            names.add(Definitions.name(name.name()));
          }
        });
    return names.stream().findFirst().flatMap(context::table);
  }

  private Optional<Cure> renamed(ObjectName table, String column, List<Explained> uses) {
    List<String> columns =
        context
            .catalog()
            .relation(table)
            .map(r -> r.columns().stream().map(Relation.Column::name).toList())
            .orElse(List.of());
    return new CureNames(columns, context.collation())
        .nearest(column)
        .flatMap(name -> {
          List<CureEdit> edits = renames(uses, name);
          return edits.isEmpty()
              ? Optional.empty()
              : Optional.of(new Cure("Correct the name to " + name, edits));
        });
  }

  /// Another name at each use; none if one of the uses is no plain name.
  static List<CureEdit> renames(List<Explained> uses, String name) {
    Map<SourceUnit, List<TextEdit>> byFile = new IdentityHashMap<>();
    Map<String, SourceUnit> order = new LinkedHashMap<>();
    for (Explained use : uses) {
      Optional<Identifier> identifier = CureText.lastName(use.node());
      if (identifier.isEmpty()) {
        return List.of();
      }
      SourceUnit source = order.computeIfAbsent(use.source().path(), _ -> use.source());
      byFile
          .computeIfAbsent(source, _ -> new ArrayList<>())
          .add(CureText.replace(use.source().parsed(), identifier.get(), name));
    }
    List<CureEdit> edits = new ArrayList<>();
    order.values().forEach(s -> edits.add(new CureEdit.Change(s.parsed().source(), byFile.get(s))));
    return edits;
  }
}
