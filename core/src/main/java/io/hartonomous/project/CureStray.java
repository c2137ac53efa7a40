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
import java.util.Map;
import java.util.Optional;

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
    List<String> names =
        objects.stream().map(d -> words(d.kind()) + " " + CureText.plain(d.name())).toList();
    String what = String.join(", ", names);
    String are = objects.size() == 1 ? "does not exist" : "do not exist";
    return "The "
        + what
        + " "
        + are
        + " for the project: "
        + stray.source().path()
        + " creates "
        + (objects.size() == 1 ? "it " : "them ")
        + where(stray, own);
  }

  private static String where(Stray stray, Diagnostic own) {
    if (own.code() == Code.SEVERAL_STATEMENTS) {
      return "in one batch with other statements";
    }
    if (isAltered(stray)) {
      return "by " + StatementWords.of(stray.source().parsed(), stray.first());
    }
    return "inside a top-level " + StatementWords.of(stray.source().parsed(), stray.first());
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
    boolean known =
        !objects.isEmpty()
            && objects.size() == stray.units().size()
            && objects.stream().allMatch(this::isDefined);
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
      int end = tokens.end(statements.get(i).from() - 1);
      String go = context.files().lines("\nGO\n");
      edits.add(new TextEdit(new Span(end, 0), go));
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
    if (context.postDeployment().isEmpty()) {
      return "; what else it does belongs in a post-deployment script, which the project has not";
    }
    SourceFile script = context.postDeployment().get();
    StringBuilder text = new StringBuilder();
    for (Statement s : stray.rest()) {
      text.append(CureText.dedented(stray.source().parsed(), s.from(), s.to())).append(";\n");
    }
    edits.add(appended(script, text.toString()));
    return "; what else it does goes to " + script.path();
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
      List<CureEdit> edits = new ArrayList<>();
      if (c.path().equals(stray.source().path())) {
        List<TextEdit> both = new ArrayList<>(c.edits());
        both.add(CureText.withoutBatch(stray.source().parsed(), stray.batch()));
        edits.add(new CureEdit.Change(c.file(), both));
      } else {
        edits.add(c);
        edits.addAll(without(stray));
      }
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
    if (own.code() != Code.TOP_LEVEL_STATEMENT || context.postDeployment().isEmpty()) {
      return own.hint().isEmpty()
          ? List.of()
          : List.of(Cure.inWords(CauseWriter.sentence(own.hint())));
    }
    ParseResult source = stray.source().parsed();
    int end = CureText.contentEnd(source.tokens(), stray.batch());
    String text = comment(stray) + source.tokens().text(stray.first().from(), end) + "\n";
    SourceFile script = context.postDeployment().get();
    List<CureEdit> edits = new ArrayList<>(without(stray));
    edits.add(appended(script, text));
    return List.of(new Cure("Move it to the post-deployment script, " + script.path(), edits));
  }
}
