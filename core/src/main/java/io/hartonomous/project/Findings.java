package io.hartonomous.project;

import io.hartonomous.bind.Finding;
import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Severity;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects diagnostics, each with the finding and the missing thing that it comes from.
final class Findings {
  /// A diagnostic with what it is about: `subject` is the name of what is missing or twice
  /// (`dbo.T`, `dbo.T.Id`), `owner` what refers to it.
  record Explained(
      Diagnostic diagnostic,
      Subject subject,
      Optional<Finding> finding,
      SourceUnit source,
      Node node) {}

  /// What is wrong with whom.
  record Subject(Problem problem, String name) {}

  enum Problem {
    MISSING_OBJECT,
    MISSING_COLUMN,
    MISSING_PRINCIPAL,
    MISSING_TYPE,
    MISSING_SCHEMA,
    DUPLICATE,
    AMBIGUOUS,
    TOP_LEVEL,
    OTHER
  }

  static final String COLUMN_HINT = "add the column, or correct its name";

  private final List<Explained> list = new ArrayList<>();

  void add(
      Diagnostic diagnostic,
      Subject subject,
      Optional<Finding> finding,
      SourceUnit source,
      Node node) {
    list.add(new Explained(diagnostic, subject, finding, source, node));
  }

  void addAll(Findings others) {
    list.addAll(others.list);
  }

  /// Something that does not exist: an error, or a warning where the module may run later.
  void unresolved(
      boolean error, SourceUnit source, Node node, String owner, Subject subject, String hint) {
    unresolved(error, source, node, owner, subject, hint, Optional.empty());
  }

  void unresolved(
      boolean error,
      SourceUnit source,
      Node node,
      String owner,
      Subject subject,
      String hint,
      Optional<Finding> finding) {
    Code code = error ? Code.UNRESOLVED : Code.UNRESOLVED_IN_MODULE;
    String also = finding.map(Findings::addition).orElse("");
    add(
        Diagnostic.of(code, source.parsed().location(node), owner, subject.name(), also, hint),
        subject,
        finding,
        source,
        node);
  }

  /// A column of a table or view that cannot be found there.
  void unresolvedColumn(
      SourceUnit source, Identifier column, ObjectName owning, String owner, Problem problem) {
    String name = owning.quoted() + "." + ObjectName.quote(column.value());
    unresolved(true, source, column, owner, new Subject(problem, name), COLUMN_HINT);
  }

  private static String addition(Finding finding) {
    return switch (finding.kind()) {
      case AMBIGUOUS_COLUMN, AMBIGUOUS_USE ->
          " for certain: more than one table of the query has it";
      case AMBIGUOUS_OBJECT, AMBIGUOUS_MEMBER -> " for certain: it is defined more than once";
      case COLUMN_OF_UNKNOWN -> ", because its table does not";
      case UNKNOWN_QUALIFIER -> ": no table of the query has the name before the column";
      default -> "";
    };
  }

  void add(Code code, SourceUnit source, Node node, Object... args) {
    Diagnostic diagnostic = Diagnostic.of(code, source.parsed().location(node), args);
    add(
        diagnostic,
        new Subject(Problem.OTHER, args.length > 0 ? String.valueOf(args[0]) : ""),
        Optional.empty(),
        source,
        node);
  }

  void add(Severity severity, Code code, SourceUnit source, Node node, Object... args) {
    Diagnostic diagnostic =
        Diagnostic.of(code, source.parsed().location(node), args).withSeverity(severity);
    add(
        diagnostic,
        new Subject(Problem.OTHER, args.length > 0 ? String.valueOf(args[0]) : ""),
        Optional.empty(),
        source,
        node);
  }

  List<Explained> list() {
    return list;
  }
}
