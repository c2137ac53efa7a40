package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.project.CauseRoot.AmbiguousColumn;
import io.hartonomous.project.CauseRoot.DuplicateObject;
import io.hartonomous.project.CauseRoot.DuplicatePart;
import io.hartonomous.project.CauseRoot.MissingColumn;
import io.hartonomous.project.CauseRoot.MissingDatabase;
import io.hartonomous.project.CauseRoot.MissingObject;
import io.hartonomous.project.CauseRoot.MissingPrincipal;
import io.hartonomous.project.CauseRoot.MissingSchema;
import io.hartonomous.project.CauseRoot.MissingType;
import io.hartonomous.project.CauseRoot.Same;
import io.hartonomous.project.CauseRoot.StrayBatch;
import io.hartonomous.project.CauseRoot.SyntaxErrors;
import io.hartonomous.project.Causes.Group;
import java.util.List;

/// Says what a cause is and what cures it.
final class CauseWriter {
  private final CureAmbiguous ambiguous;
  private final CureDuplicate duplicate;
  private final CureLocalName localName;
  private final CureMissingColumn missingColumn;
  private final CureMissingName missingName;
  private final CureMissingObject missingObject;
  private final CureStray stray;

  CauseWriter(CauseContext context) {
    ambiguous = new CureAmbiguous(context);
    duplicate = new CureDuplicate(context);
    localName = new CureLocalName(context);
    missingColumn = new CureMissingColumn(context);
    missingName = new CureMissingName(context);
    missingObject = new CureMissingObject(context);
    stray = new CureStray(context);
  }

  Cause cause(Group group) {
    return switch (group.root()) {
      case SyntaxErrors root -> syntax(root, group);
      case StrayBatch root -> stray.cause(root, group);
      case DuplicateObject root -> duplicate.cause(root, group);
      case DuplicatePart _ -> duplicate.part(group);
      case MissingObject _ -> missingObject.cause(group);
      case MissingDatabase root -> missingName.database(root, group);
      case MissingColumn root -> missingColumn.cause(root, group);
      case MissingPrincipal _ -> missingName.principal(group);
      case MissingSchema _ -> missingName.schema(group);
      case MissingType _ -> missingName.type(group);
      case AmbiguousColumn _ -> ambiguous.cause(group);
      case Same _ -> localName.cause(group);
    };
  }

  private static Cause syntax(SyntaxErrors root, Group group) {
    List<Diagnostic> errors =
        group.diagnostics().stream()
            .filter(d -> d.code().id().startsWith("SQL46") && d.at().path().equals(root.path()))
            .toList();
    // A suppressed or filtered finding cannot be a syntax error, so that there is always one.
    Location at = errors.isEmpty() ? Location.ofFile(root.path()) : errors.getFirst().at();
    String statement =
        root.path()
            + (errors.size() == 1 ? " has a syntax error" : " has syntax errors")
            + ", so that nothing it defines counts";
    String what = errors.isEmpty() ? "its syntax" : "line " + at.line();
    String said = errors.isEmpty() ? "" : ": " + errors.getFirst().message();
    return new Cause(
        Cause.Kind.SYNTAX,
        statement,
        at,
        group.diagnostics(),
        List.of(Cure.inWords("Correct " + what + said)));
  }

  static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
