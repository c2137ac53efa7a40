package io.hartonomous.project;

import io.hartonomous.diagnostics.Location;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Users, roles, logins, schemas and types that do not exist.
final class CureMissingName {
  private static final String LOGIN = "login ";

  private final CauseContext context;

  CureMissingName(CauseContext context) {
    this.context = context;
  }

  Cause principal(Causes.Group group) {
    Explained first = group.explained().getFirst();
    String subject = first.subject().name();
    if (subject.startsWith(LOGIN)) {
      return login(group, QuotedName.parts(subject.substring(LOGIN.length())).getLast());
    }
    String name = QuotedName.parts(subject).getLast();
    List<Cure> cures = new ArrayList<>();
    renamed(name, names("principal"), group.explained()).ifPresent(cures::add);
    ObjectName principal = new ObjectName("", name);
    String user = context.files().pathFor(Definition.Kind.USER, principal);
    cures.add(
        new Cure(
            "Create the user in " + user,
            context
                .files()
                .create(user, "CREATE USER " + principal.quoted() + " WITHOUT LOGIN;\n")));
    String role = context.files().pathFor(Definition.Kind.ROLE, principal);
    cures.add(
        new Cure(
            "Or, if it is a role, create that in " + role,
            context.files().create(role, "CREATE ROLE " + principal.quoted() + ";\n")));
    return cause(
        Cause.Kind.MISSING_PRINCIPAL, "The user or role " + name + " does not exist", group, cures);
  }

  private Cause login(Causes.Group group, String name) {
    return cause(
        Cause.Kind.MISSING_PRINCIPAL,
        "The login " + name + " does not exist",
        group,
        List.of(
            Cure.inWords("Write WITHOUT LOGIN in CREATE USER, if the login is made elsewhere"),
            Cure.inWords("Or define the login in the project by CREATE LOGIN")));
  }

  /// A database beside this one.
  Cause database(CauseRoot.MissingDatabase root, Causes.Group group) {
    String name =
        group.explained().stream()
            .map(Explained::node)
            .filter(MultiPartName.class::isInstance)
            .flatMap(n -> ((MultiPartName) n).database().stream())
            .map(Identifier::value)
            .findFirst()
            .orElse(root.name());
    return cause(
        Cause.Kind.MISSING_OBJECT,
        "The database " + name + " is not part of the project",
        group,
        List.of(
            Cure.inWords(
                "Reference its package in the project file, or leave the database's name away if"
                    + " this one is meant")));
  }

  Cause schema(Causes.Group group) {
    Explained first = group.explained().getFirst();
    String name = QuotedName.parts(first.subject().name()).getLast();
    List<Cure> cures = new ArrayList<>();
    renamed(name, names("schema"), group.explained()).ifPresent(cures::add);
    ObjectName schema = new ObjectName("", name);
    String path = context.files().pathFor(Definition.Kind.SCHEMA, schema);
    cures.add(
        new Cure(
            "Create the schema in " + path,
            context.files().create(path, "CREATE SCHEMA " + schema.quoted() + ";\n")));
    return cause(Cause.Kind.MISSING_SCHEMA, "The schema " + name + " does not exist", group, cures);
  }

  Cause type(Causes.Group group) {
    Explained first = group.explained().getFirst();
    List<String> parts = QuotedName.parts(first.subject().name());
    List<Cure> cures = new ArrayList<>();
    renamed(parts.getLast(), names("type"), group.explained()).ifPresent(cures::add);
    ObjectName type =
        new ObjectName(
            parts.size() > 1 ? parts.getFirst() : Definitions.DEFAULT_SCHEMA, parts.getLast());
    String path = context.files().pathFor(Definition.Kind.ALIAS_TYPE, type);
    cures.add(Cure.inWords("Define it by CREATE TYPE in " + path));
    return cause(
        Cause.Kind.MISSING_TYPE,
        "The type " + CureText.plain(type) + " does not exist",
        group,
        cures);
  }

  private static Cause cause(
      Cause.Kind kind, String statement, Causes.Group group, List<Cure> cures) {
    Location at = group.diagnostics().getFirst().at();
    return new Cause(kind, statement, at, group.diagnostics(), cures);
  }

  private List<String> names(String space) {
    List<String> names = new ArrayList<>();
    for (List<Definition> group : context.definitions().groups()) {
      if (group.getFirst().kind().space().equals(space)) {
        names.add(group.getFirst().name().name());
      }
    }
    return names;
  }

  /// The right name at each place that has the wrong one; none if one of the places is no name.
  private Optional<Cure> renamed(String wrong, List<String> candidates, List<Explained> uses) {
    Optional<String> right = new CureNames(candidates, context.collation()).nearest(wrong);
    if (right.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    Map<String, SourceUnit> sources = new LinkedHashMap<>();
    for (Explained use : uses) {
      Optional<Identifier> identifier = identifier(use, wrong);
      if (identifier.isEmpty()) {
        return Optional.of(Cure.inWords("Correct the name to " + right.get()));
      }
      sources.put(use.source().path(), use.source());
      edits
          .computeIfAbsent(use.source().path(), _ -> new ArrayList<>())
          .add(CureText.replace(use.source().parsed(), identifier.get(), right.get()));
    }
    List<CureEdit> changes = new ArrayList<>();
    edits.forEach((path, list) ->
        changes.add(new CureEdit.Change(sources.get(path).parsed().source(), list)));
    return Optional.of(new Cure("Correct the name to " + right.get(), changes));
  }

  private Optional<Identifier> identifier(Explained use, String wrong) {
    return switch (use.node()) {
      case Identifier i when context.collation().same(i.value(), wrong) -> Optional.of(i);
      case MultiPartName n ->
          n.parts().stream().filter(p -> context.collation().same(p.value(), wrong)).findFirst();
      default -> Optional.empty();
    };
  }
}
