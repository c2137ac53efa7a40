package io.hartonomous.project;

import io.hartonomous.bind.Relation;
import io.hartonomous.bind.SystemCatalog;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.Findings.Problem;
import io.hartonomous.project.Findings.Subject;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// References of users, roles, memberships and permissions.
final class SecurityCheck {
  private final Definitions definitions;
  private final ProjectCatalog catalog;
  private final Findings out;

  SecurityCheck(Definitions definitions, ProjectCatalog catalog, Findings out) {
    this.definitions = definitions;
    this.catalog = catalog;
    this.out = out;
  }

  void check(SecurityStatement statement, SourceUnit source) {
    switch (statement) {
      case SecurityStatement.CreateUser s -> user(s, source);
      case SecurityStatement.CreateRole s ->
          s.owner()
              .ifPresent(o -> principal(o, "role " + ObjectName.quote(s.name().value()), source));
      case SecurityStatement.AlterRole s -> {
        String owner = "membership of " + ObjectName.quote(s.name().value());
        principal(s.name(), owner, source);
        principal(s.member(), owner, source);
      }
      case SecurityStatement.Permission s -> permission(s, source);
      default -> {}
    }
  }

  private boolean exists(String principal) {
    return FixedSecurity.isPrincipal(principal)
        || !definitions.find("principal", new ObjectName("", principal)).isEmpty();
  }

  void principal(Identifier name, String owner, SourceUnit source) {
    if (!exists(name.value())) {
      missing(name, name.value(), owner, source);
    }
  }

  private void missing(Node node, String name, String owner, SourceUnit source) {
    out.unresolved(
        true,
        source,
        node,
        owner,
        new Subject(Problem.MISSING_PRINCIPAL, ObjectName.quote(name)),
        "create the user or role");
  }

  private void user(SecurityStatement.CreateUser s, SourceUnit source) {
    String owner = "user " + ObjectName.quote(s.name().value());
    boolean byLogin =
        s.source() == SecurityStatement.UserSource.LOGIN
            || s.source() == SecurityStatement.UserSource.UNSPECIFIED
                && s.options().stream().noneMatch(o -> o.name().equals("PASSWORD"));
    if (byLogin && !isBuiltInUser(s.name().value())) {
      String login = s.sourceName().map(Identifier::value).orElse(s.name().value());
      if (definitions.find("LOGIN", new ObjectName("", login)).isEmpty()) {
        Node at = s.sourceName().isPresent() ? s.sourceName().get() : s;
        out.unresolved(
            true,
            source,
            at,
            owner,
            new Subject(Problem.MISSING_PRINCIPAL, "login " + ObjectName.quote(login)),
            "create the login in the project, or write WITHOUT LOGIN");
      }
    }
    for (OptionNode.Option option : s.options()) {
      if (option.name().equals("DEFAULT_SCHEMA")
          && option.value().orElse(null) instanceof OptionNode.OptionValue.Name name
          && !catalog.schemaExists(name.name().object().value())) {
        out.unresolved(
            false,
            source,
            name,
            owner,
            new Subject(Problem.MISSING_SCHEMA, ObjectName.quote(name.name().object().value())),
            "create the schema");
      }
    }
  }

  private static boolean isBuiltInUser(String name) {
    return name.equalsIgnoreCase("dbo") || name.equalsIgnoreCase("guest");
  }

  private void permission(SecurityStatement.Permission s, SourceUnit source) {
    String owner = s.verb().sql();
    s.securable().ifPresent(name -> securable(s, name, owner, source));
    s.principals().forEach(p -> principal(p, owner, source));
  }

  private void securable(
      SecurityStatement.Permission s, MultiPartName name, String owner, SourceUnit source) {
    String kind = s.securableClass().map(c -> c.value().toUpperCase(Locale.ROOT)).orElse("OBJECT");
    ObjectName full = Definitions.name(name);
    String simple = name.object().value();
    switch (kind) {
      case "OBJECT" -> object(s, name, full, owner, source);
      case "SCHEMA" -> {
        if (!catalog.schemaExists(simple)) {
          out.unresolved(
              true,
              source,
              name,
              owner,
              new Subject(Problem.MISSING_SCHEMA, ObjectName.quote(simple)),
              "create the schema");
        }
      }
      case "TYPE" -> {
        if (definitions.find("type", full).isEmpty()) {
          out.unresolved(
              true,
              source,
              name,
              owner,
              new Subject(Problem.MISSING_TYPE, full.quoted()),
              "create the type");
        }
      }
      case "ROLE", "USER", "APPLICATION ROLE" -> {
        if (!exists(simple)) {
          missing(name, simple, owner, source);
        }
      }
      default -> {} // databases, certificates, ...: nothing of the model
    }
  }

  private void object(
      SecurityStatement.Permission s,
      MultiPartName name,
      ObjectName full,
      String owner,
      SourceUnit source) {
    if (SystemCatalog.isSystemSchema(full.schema())) {
      return;
    }
    List<Definition> found = definitions.find("object", full);
    if (found.size() != 1) {
      Problem problem = found.isEmpty() ? Problem.MISSING_OBJECT : Problem.DUPLICATE;
      out.unresolved(
          true,
          source,
          name,
          owner,
          new Subject(problem, full.quoted()),
          found.isEmpty() ? "define it, or correct its name" : "keep one definition");
    }
    Optional<Relation> relation = found.isEmpty() ? Optional.empty() : catalog.relation(full);
    s.securableColumns().forEach(c -> column(c, relation, full, owner, source));
    s.permissions()
        .forEach(p -> p.columns().forEach(c -> column(c, relation, full, owner, source)));
  }

  private void column(
      Identifier column,
      Optional<Relation> relation,
      ObjectName full,
      String owner,
      SourceUnit source) {
    boolean known =
        relation.isPresent()
            && relation.get().columns().stream()
                .anyMatch(c -> catalog.collation().same(c.name(), column.value()));
    if (!known) {
      Problem problem = relation.isPresent() ? Problem.MISSING_COLUMN : Problem.MISSING_OBJECT;
      out.unresolvedColumn(source, column, full, owner, problem);
    }
  }

  /// `EXEC sp_addrolemember`: found at the statement, as its arguments are strings.
  void membership(String role, String member, ProceduralStatement.Execute s, SourceUnit source) {
    String owner = "membership of " + ObjectName.quote(role);
    if (!exists(role)) {
      missing(s, role, owner, source);
    }
    if (!exists(member)) {
      missing(s, member, owner, source);
    }
  }
}
