package io.hartonomous.project;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.CauseStrays.Stray;
import io.hartonomous.project.CauseStrays.Unit;
import io.hartonomous.project.Causes.Group;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A batch that may not stand in a project file, and what it would define.
final class CureStray {
  private final CauseContext context;

  CureStray(CauseContext context) {
    this.context = context;
  }

  Cause cause(CauseRoot.StrayBatch root, Group group) {
    Stray stray =
        context
            .source(root.path())
            .flatMap(source -> strayAt(source, root.offset()))
            .orElseThrow(() -> new IllegalStateException("no batch at " + root));
    Diagnostic own =
        group.diagnostics().stream()
            .filter(d -> isOwn(d, stray))
            .findFirst()
            .orElse(group.diagnostics().getFirst());
    return new Cause(
        Cause.Kind.MISPLACED_STATEMENT,
        statement(stray, own),
        isOwn(own, stray) ? own.at() : stray.source().parsed().location(stray.first()),
        group.diagnostics(),
        cures(stray, own));
  }

  private Optional<Stray> strayAt(SourceUnit source, int offset) {
    for (Batch batch : source.parsed().script().batches()) {
      if (!batch.statements().isEmpty()) {
        Statement first = batch.statements().getFirst();
        if (source.parsed().span(first).offset() == offset) {
          return context.strays().byStatement(first);
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a finding refuses the batch itself.
  private static boolean isOwn(Diagnostic d, Stray stray) {
    int first = stray.source().parsed().location(stray.first()).line();
    int last =
        stray.source().parsed().location(stray.batch().statements().getLast().to() - 1).line();
    return d.at().path().equals(stray.source().path())
        && d.at().line() >= first
        && d.at().line() <= last;
  }

  private String statement(Stray stray, Diagnostic own) {
    List<Definition> objects = objects(stray);
    if (objects.isEmpty()) {
      return CauseWriter.sentence(own.message());
    }
    String file = stray.source().path();
    if (isKnown(stray, objects)) {
      return file + " creates " + listed(objects) + " again " + where(stray, own);
    }
    boolean one = objects.size() == 1;
    return CauseWriter.sentence(listed(objects))
        + (one ? " does not exist" : " do not exist")
        + " for the project: "
        + file
        + " creates "
        + (one ? "it " : "them ")
        + where(stray, own);
  }

  /// `the table dbo.A and the view dbo.B`.
  private static String listed(List<Definition> objects) {
    List<String> names =
        objects.stream()
            .map(d -> "the " + words(d.kind()) + " " + CureText.plain(d.name()))
            .toList();
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private boolean isKnown(Stray stray, List<Definition> objects) {
    return !objects.isEmpty()
        && objects.size() == stray.units().size()
        && objects.stream().allMatch(this::isDefined);
  }

  private static String where(Stray stray, Diagnostic own) {
    if (own.code() == Code.SEVERAL_STATEMENTS) {
      return "in one batch with other statements";
    }
    ParseResult source = stray.source().parsed();
    if (isAltered(stray)) {
      int verbs = CauseStrays.verbTokens(stray.source(), (ModuleStatement) stray.first());
      int from = stray.first().from();
      return "by " + source.tokens().text(from, from + verbs).toUpperCase(Locale.ROOT);
    }
    return "inside a top-level " + StatementWords.of(source, stray.first());
  }

  static String words(Definition.Kind kind) {
    return switch (kind) {
      case TABLE -> "table";
      case VIEW -> "view";
      case PROCEDURE -> "procedure";
      case SCALAR_FUNCTION, INLINE_FUNCTION, TABLE_FUNCTION -> "function";
      case TRIGGER -> "trigger";
      case SYNONYM -> "synonym";
      case SEQUENCE -> "sequence";
      case ALIAS_TYPE, TABLE_TYPE, CLR_TYPE -> "type";
      case SCHEMA -> "schema";
      case USER -> "user";
      case ROLE -> "role";
      case LOGIN -> "login";
      default -> "object";
    };
  }

  private List<Definition> objects(Stray stray) {
    List<Definition> objects = new ArrayList<>();
    stray.units().forEach(u -> context.strays().object(u).ifPresent(objects::add));
    return objects;
  }

  private static boolean isAltered(Stray stray) {
    return stray.first() instanceof ModuleStatement s
        && CauseStrays.verbTokens(stray.source(), s) > 0;
  }

  private List<Cure> cures(Stray stray, Diagnostic own) {
    List<Cure> cures = new ArrayList<>();
    List<Definition> objects = objects(stray);
    boolean known = isKnown(stray, objects);
    if (own.code() == Code.SEVERAL_STATEMENTS && stray.rest().isEmpty()) {
      cures.add(separate(stray));
    } else if (known) {
      cures.add(
          new Cure(
              "Delete it: the project defines "
                  + CureText.plain(objects.getFirst().name())
                  + " elsewhere",
              without(stray)));
    } else if (isAltered(stray)) {
      cures.add(create(stray));
    } else if (!objects.isEmpty()) {
      moved(stray, objects).ifPresent(cures::add);
    } else if (!stray.units().isEmpty() && stray.batch().statements().size() == 1) {
      cures.add(inPlace(stray));
    }
    addedColumns(stray).ifPresent(cures::add);
    if (cures.isEmpty()) {
      cures.addAll(actions(stray, own));
    }
    return cures;
  }

  private boolean isDefined(Definition d) {
    return context.definitions().first(d.kind().space(), d.name()).isPresent();
  }

  /// `GO` between the statements.
  private Cure separate(Stray stray) {
    ParseResult source = stray.source().parsed();
    List<TextEdit> edits = new ArrayList<>();
    List<Statement> statements = stray.batch().statements();
    for (int i = 1; i < statements.size(); i++) {
      Tokens tokens = source.tokens();
      int from = statements.get(i).from();
      int end = tokens.end(from - 1);
      int start = tokens.trivia(from).isBlank() ? tokens.start(from) : end;
      edits.add(new TextEdit(Span.between(end, start), context.files().lines("\nGO\n")));
    }
    return new Cure(
        "Write GO between the statements", List.of(new CureEdit.Change(source.source(), edits)));
  }

  /// CREATE in the place of ALTER.
  private Cure create(Stray stray) {
    ParseResult source = stray.source().parsed();
    ModuleStatement s = (ModuleStatement) stray.first();
    int verbs = CauseStrays.verbTokens(stray.source(), s);
    Span span = source.tokens().span(s.from(), s.from() + verbs);
    return new Cure(
        "Write CREATE: a project says what is, and the plan finds out what changes",
        List.of(new CureEdit.Change(source.source(), List.of(new TextEdit(span, "CREATE")))));
  }

  /// The definitions in the place of the statement around them.
  private Cure inPlace(Stray stray) {
    ParseResult source = stray.source().parsed();
    String text =
        String.join(
            context.files().lines("\nGO\n\n"), stray.units().stream().map(Unit::text).toList());
    Span span =
        source
            .tokens()
            .span(stray.first().from(), CureText.contentEnd(source.tokens(), stray.batch()));
    List<CureEdit> edits = new ArrayList<>();
    edits.add(new CureEdit.Change(source.source(), List.of(new TextEdit(span, text))));
    String sentence = "Take the definition out of the statement around it" + rest(stray, edits);
    return new Cure(sentence, edits);
  }

  private Optional<Cure> moved(Stray stray, List<Definition> objects) {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    StringBuilder current = null;
    List<String> early = new ArrayList<>();
    for (Unit unit : stray.units()) {
      Optional<Definition> object = context.strays().object(unit);
      if (object.isPresent()) {
        String path = context.files().pathFor(object.get().kind(), object.get().name());
        if (context.files().exists(path)) {
          return Optional.of(inPlace(stray));
        }
        current = files.computeIfAbsent(path, _ -> new StringBuilder());
      }
      if (current == null) {
        early.add(unit.text());
      } else {
        current.append(current.isEmpty() ? "" : "\nGO\n\n").append(unit.text().strip());
      }
    }
    early.forEach(text -> files.values().iterator().next().append("\nGO\n\n").append(text));
    Map<String, String> texts = new LinkedHashMap<>();
    String comment = comment(stray);
    files.forEach((path, text) -> texts.put(path, (texts.isEmpty() ? comment : "") + text + "\n"));
    List<CureEdit> edits = new ArrayList<>(context.files().create(texts));
    edits.addAll(without(stray));
    String sentence =
        "Move the "
            + words(objects.getFirst().kind())
            + (files.size() == 1 ? " to its own file, " : "s to files of their own, ")
            + String.join(", ", files.keySet())
            + rest(stray, edits);
    return Optional.of(new Cure(sentence, edits));
  }

  /// The comment before the batch.
  private static String comment(Stray stray) {
    Tokens tokens = stray.source().parsed().tokens();
    String trivia = tokens.trivia(stray.first().from()).strip();
    return trivia.isEmpty() ? "" : trivia + "\n";
  }

  private List<CureEdit> without(Stray stray) {
    ParseResult source = stray.source().parsed();
    boolean alone =
        source.script().batches().stream()
            .allMatch(b -> b == stray.batch() || b.statements().isEmpty());
    if (alone) {
      return context.files().delete(List.of(stray.source().path()));
    }
    return List.of(
        new CureEdit.Change(
            source.source(), List.of(CureText.withoutBatch(source, stray.batch()))));
  }

  /// What else the batch did goes to the script that runs after the deployment.
  private String rest(Stray stray, List<CureEdit> edits) {
    if (stray.rest().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Statement s : stray.rest()) {
      text.append(CureText.dedented(stray.source().parsed(), s.from(), s.to())).append(";\n");
    }
    List<CureEdit> after = afterDeployment(text.toString());
    edits.addAll(after);
    return after.isEmpty()
        ? "; what else it does belongs in a post-deployment script"
        : "; what else it does goes to " + after.getFirst().path();
  }

  /// More text for the post-deployment script, or the first; the script's own edit first. None
  /// where the project file cannot take one.
  private List<CureEdit> afterDeployment(String text) {
    return context
        .postDeployment()
        .map(script -> List.of(appended(script, text)))
        .orElseGet(() -> context.files().createPostDeployment(text));
  }

  private CureEdit appended(SourceFile script, String text) {
    String before = script.text().isEmpty() || script.text().endsWith("\n") ? "GO\n" : "\nGO\n";
    Span end = new Span(script.text().length(), 0);
    return new CureEdit.Change(
        script, List.of(new TextEdit(end, context.files().lines(before + text))));
  }

  /// A column that ALTER TABLE adds goes into the CREATE TABLE.
  private Optional<Cure> addedColumns(Stray stray) {
    if (!(stray.first() instanceof TableStatement.AlterTable alter
        && stray.batch().statements().size() == 1
        && alter.action() instanceof TableStatement.AlterAction.Add add)) {
      return Optional.empty();
    }
    ObjectName name = Definitions.name(alter.name());
    Optional<Definition> table = context.table(name);
    if (table.isEmpty() || add.elements().stream().anyMatch(e -> e instanceof TableElement.Index)) {
      return Optional.empty();
    }
    List<String> texts = add.elements().stream().map(e -> stray.source().parsed().text(e)).toList();
    Optional<CureEdit.Change> change = CureMissingColumn.add(table.get(), texts);
    return change.map(c -> {
      List<CureEdit> edits = new ArrayList<>(without(stray));
      edits.add(c);
      return new Cure("Write what it adds into the CREATE TABLE of " + CureText.plain(name), edits);
    });
  }

  private List<Cure> actions(Stray stray, Diagnostic own) {
    boolean setting =
        stray.batch().statements().stream()
            .allMatch(s ->
                s instanceof ProceduralStatement.Use
                    || s instanceof ProceduralStatement.SetOnOff
                    || s instanceof ProceduralStatement.Print
                    || s instanceof ObjectStatement.Drop);
    if (setting) {
      return List.of(new Cure("Delete it: a project needs none of it", without(stray)));
    }
    ParseResult source = stray.source().parsed();
    int end = CureText.contentEnd(source.tokens(), stray.batch());
    String text = comment(stray) + source.tokens().text(stray.first().from(), end) + "\n";
    List<CureEdit> after =
        own.code() == Code.TOP_LEVEL_STATEMENT ? afterDeployment(text) : List.of();
    if (after.isEmpty()) {
      return own.hint().isEmpty()
          ? List.of()
          : List.of(Cure.inWords(CauseWriter.sentence(own.hint())));
    }
    String sentence = "Move it to the post-deployment script, " + after.getFirst().path();
    return List.of(
        new Cure(sentence, Stream.concat(after.stream(), without(stray).stream()).toList()));
  }
}
