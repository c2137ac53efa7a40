package io.hartonomous.project;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.diagnostics.Severity;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.SqlType;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.project.Findings.Problem;
import io.hartonomous.project.Findings.Subject;
import io.hartonomous.project.ModelBuilder.Placed;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.text.Decoding;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Builds a project: parses its files, puts the definitions together, resolves every name.
public final class Build {
  private final Project project;
  private final Findings findings = new Findings();
  private final List<Diagnostic> plain = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();
  private final Definitions definitions;
  private final ProjectCatalog catalog;

  private Build(Project project) {
    this.project = project;
    this.definitions = new Definitions(project.collation());
    this.catalog = new ProjectCatalog(definitions, project.collation());
  }

  public static BuildResult build(Project project) throws ProjectException {
    return new Build(project).run();
  }

  private BuildResult run() throws ProjectException {
    ProjectModel.Scripts scripts =
        new ProjectModel.Scripts(
            DeploymentScripts.preDeployment(project),
            DeploymentScripts.postDeployment(project),
            script(project.refactorLog()));
    plain.addAll(scripts.findings());
    List<SourceUnit> sources = parse(texts());
    for (SourceUnit source : sources) {
      plain.addAll(source.parsed().diagnostics());
      if (!source.hasSyntaxErrors()) {
        statements(source);
      }
    }
    duplicates();
    // Each statement has its own findings, so that threads share nothing and the order is that of
    // the files.
    List<Findings> checked =
        IntStream.range(0, placed.size()).parallel().mapToObj(i -> check(placed.get(i))).toList();
    checked.forEach(findings::addAll);
    ModelBuilder builder = new ModelBuilder(project, catalog);
    DatabaseModel model = builder.build(placed);
    ProjectModel projectModel =
        new ProjectModel(
            project,
            model,
            sources,
            catalog,
            builder.origins(),
            key ->
                Optional.ofNullable(builder.modules().get(key.folded(model.collation())))
                    .map(catalog::bound),
            builder.places().inline(),
            builder.places().onColumn(),
            scripts);
    List<Diagnostic> diagnostics = diagnostics();
    return new BuildResult(projectModel, diagnostics, causes(diagnostics, projectModel));
  }

  /// Without findings nothing is looked at: a build that is right does not pay for causes.
  private List<Cause> causes(List<Diagnostic> diagnostics, ProjectModel model)
      throws ProjectException {
    if (diagnostics.isEmpty()) {
      return List.of();
    }
    Optional<SourceFile> projectFile =
        Files.isRegularFile(project.file())
            ? Optional.of(
                new SourceFile(
                    project.file().getFileName().toString(),
                    text(project.file().getFileName().toString())))
            : Optional.empty();
    Optional<SourceFile> postDeployment =
        model.scripts().postDeployment().map(s -> s.files().getFirst());
    CauseContext context =
        new CauseContext(
            project, model.sources(), definitions, catalog, projectFile, postDeployment);
    return Causes.of(diagnostics, findings.list(), context);
  }

  /// Sorted; suppressed warnings left out; the rest as the project weighs them.
  private List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(plain);
    findings.list().stream().map(Explained::diagnostic).forEach(all::add);
    Set<String> suppressed = project.suppressed();
    return all.stream()
        .filter(d -> d.severity() != Severity.WARNING || !isSuppressed(d, suppressed))
        .map(d ->
            d.severity() == Severity.WARNING && project.warningsAsErrors()
                ? d.withSeverity(Severity.ERROR)
                : d)
        .sorted(Diagnostic.ORDER)
        .distinct()
        .toList();
  }

  private boolean isSuppressed(Diagnostic d, Set<String> suppressed) {
    String number = d.code().id().startsWith("SQL") ? d.code().id().substring(3) : d.code().id();
    return suppressed.contains(number)
        || project.suppressedInFile().getOrDefault(d.at().path(), Set.of()).contains(number);
  }

  private record FileText(String path, String text) {}

  private List<FileText> texts() throws ProjectException {
    List<FileText> texts = new ArrayList<>(project.build().size());
    for (String path : project.build()) {
      texts.add(new FileText(path, text(path)));
    }
    return texts;
  }

  private String text(String path) throws ProjectException {
    Path file = project.folder().resolve(path);
    try {
      return Decoding.decode(ProjectReader.bytes(file));
    } catch (NotTextException e) {
      throw new ProjectException(
          path, e.getMessage(), "save it as UTF-8, or take it out of the project's Build items");
    }
  }

  private Optional<ProjectModel.SourceText> script(Optional<String> path) throws ProjectException {
    return path.isPresent()
        ? Optional.of(new ProjectModel.SourceText(path.get(), text(path.get())))
        : Optional.empty();
  }

  private List<SourceUnit> parse(List<FileText> texts) {
    ParseOptions options = new ParseOptions(project.quotedIdentifier(), false).shallow();
    return texts.parallelStream()
        .map(t ->
            new SourceUnit(t.path(), Parser.parse(new SourceFile(t.path(), t.text()), options)))
        .toList();
  }

  private void statements(SourceUnit source) {
    List<Diagnostic> refused = new ArrayList<>();
    for (Batch batch : source.parsed().script().batches()) {
      int before = refused.size();
      Optional<Statement> statement = StatementFilter.definition(source, batch, refused);
      for (Diagnostic diagnostic : refused.subList(before, refused.size())) {
        findings.add(
            diagnostic,
            new Subject(Problem.TOP_LEVEL, ""),
            Optional.empty(),
            source,
            batch.statements().getFirst());
      }
      statement.ifPresent(s -> {
        definitions.collect(s, source);
        placed.add(new Placed(s, source));
      });
    }
  }

  private void duplicates() {
    for (List<Definition> group : definitions.groups()) {
      if (group.size() > 1) {
        for (Definition definition : group) {
          duplicate(
              definition.source(),
              definition.node(),
              display(definition),
              group.stream().filter(d -> d != definition).map(Definition::location).toList());
        }
      }
    }
    for (List<Definitions.Member> group : definitions.memberGroups()) {
      if (group.size() > 1) {
        for (Definitions.Member m : group) {
          String name = m.owner().quoted() + "." + ObjectName.quote(m.name());
          duplicate(
              m.source(),
              m.node(),
              name,
              group.stream()
                  .filter(o -> o != m)
                  .map(o -> o.source().parsed().location(o.node()))
                  .toList());
        }
      }
    }
  }

  private static String display(Definition definition) {
    return definition.kind() == Definition.Kind.INDEX
            || definition.kind() == Definition.Kind.STATISTICS
        ? definition.name().schema() + "." + ObjectName.quote(definition.name().name())
        : definition.name().quoted();
  }

  private void duplicate(
      SourceUnit source, io.hartonomous.syntax.ast.Node node, String name, List<Location> others) {
    Set<String> places = new TreeSet<>();
    others.forEach(o -> places.add(o.path() + "(" + o.line() + "," + o.column() + ")"));
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.DUPLICATE, source.parsed().location(node), name, String.join(", ", places));
    findings.add(diagnostic, new Subject(Problem.DUPLICATE, name), Optional.empty(), source, node);
  }

  private Findings check(Placed p) {
    Findings out = new Findings();
    SourceUnit source = p.source();
    TableCheck tables = new TableCheck(definitions, catalog, out);
    switch (p.statement()) {
      case TableStatement.CreateTable s -> {
        ObjectName name = Definitions.name(s.name());
        schema(s.name(), "table " + name.quoted(), source, out);
        Relation relation = Binder.relation(name, Relation.Kind.TABLE, s.elements(), catalog);
        tables.elements(s.elements(), name, relation, source);
        duplicatedHost(s, name, source, out);
        new KeyCheck(catalog, definitions::primaryKeyColumns, out).table(s, name, relation, source);
      }
      case TableStatement.AlterTable s -> alterTable(s, tables, source, out);
      case ModuleStatement.EnableTrigger s ->
          s.names()
              .forEach(n -> {
                if (definitions.find("object", Definitions.name(n)).stream()
                    .noneMatch(d -> d.kind() == Definition.Kind.TRIGGER)) {
                  out.add(
                      Code.SUPPORTED_ELEMENT_MISSING,
                      source,
                      s,
                      "the trigger " + Definitions.name(n).quoted());
                }
              });
      case ModuleStatement s -> module(s, tables, source, out);
      case IndexStatement.CreateIndex s -> tables.index(s, source);
      case IndexStatement.CreateStatistics s -> tables.statistics(s, source);
      case IndexStatement.CreateSpecialIndex s -> tables.specialIndex(s, source);
      case ObjectStatement s -> object(s, tables, source, out);
      case SecurityStatement s -> new SecurityCheck(definitions, catalog, out).check(s, source);
      case ProceduralStatement.Execute s -> execute(s, source, out);
      default -> {}
    }
    return out;
  }

  /// The constraints of a table that is defined twice belong to neither.
  private void duplicatedHost(
      TableStatement.CreateTable s, ObjectName name, SourceUnit source, Findings out) {
    if (definitions.tables(name) < 2) {
      return;
    }
    for (List<Definition> group : definitions.groups()) {
      for (Definition d : group) {
        if (d.statement() == s && d.kind() == Definition.Kind.CONSTRAINT) {
          out.unresolved(
              true,
              source,
              s.name(),
              "constraint " + d.name().quoted(),
              new Subject(Problem.DUPLICATE, name.quoted()),
              "keep one definition");
        }
      }
    }
  }

  private void alterTable(
      TableStatement.AlterTable s, TableCheck tables, SourceUnit source, Findings out) {
    ObjectName name = Definitions.name(s.name());
    switch (s.action()) {
      case TableStatement.AlterAction.Add add -> {
        if (add.withCheck().isPresent()) {
          out.add(Code.CHECK_OPTION_IGNORED, source, s);
        }
        Optional<Relation> relation =
            definitions.tables(name) == 1 ? catalog.relation(name) : Optional.empty();
        if (relation.isEmpty()) {
          Problem problem =
              definitions.tables(name) == 0 ? Problem.MISSING_OBJECT : Problem.DUPLICATE;
          out.unresolved(
              true,
              source,
              s.name(),
              "a constraint of " + name.quoted(),
              new Subject(problem, name.quoted()),
              "define the table");
        }
        Relation host =
            relation.orElseGet(() ->
                new Relation(
                    name,
                    Relation.Kind.TABLE,
                    catalog.relation(name).map(Relation::columns).orElse(List.of()),
                    true));
        add.elements().forEach(e -> tables.constraint(e, name, host, source));
      }
      case TableStatement.AlterAction.CheckConstraints check ->
          check
              .names()
              .forEach(n -> {
                if (definitions.find("object", new ObjectName(name.schema(), n.value())).stream()
                    .noneMatch(d -> d.kind() == Definition.Kind.CONSTRAINT)) {
                  out.add(
                      Code.SUPPORTED_ELEMENT_MISSING,
                      source,
                      s,
                      "the constraint " + ObjectName.quote(n.value()));
                }
              });
      default -> {}
    }
  }

  private void module(ModuleStatement s, TableCheck tables, SourceUnit source, Findings out) {
    Optional<MultiPartName> name =
        switch (s) {
          case ModuleStatement.View v -> Optional.of(v.name());
          case ModuleStatement.Procedure p -> Optional.of(p.name());
          case ModuleStatement.Function f -> Optional.of(f.name());
          case ModuleStatement.Trigger _, ModuleStatement.EnableTrigger _ -> Optional.empty();
        };
    Definition definition = definitions.groups().isEmpty() ? null : definition(s, source);
    name.ifPresent(n -> schema(n, "module " + Definitions.name(n).quoted(), source, out));
    List<ModulePart.Parameter> parameters =
        switch (s) {
          case ModuleStatement.Procedure p -> p.parameters();
          case ModuleStatement.Function f -> f.parameters();
          default -> List.of();
        };
    for (ModulePart.Parameter p : parameters) {
      tables.type(p.type(), "parameter " + p.variable().name(), source);
    }
    if (s instanceof ModuleStatement.Function f) {
      switch (f.returns()) {
        case ModulePart.Returns.Scalar scalar ->
            tables.type(scalar.type(), "function " + Definitions.name(f.name()).quoted(), source);
        case ModulePart.Returns.TableVariable t ->
            tables.elements(
                t.definition().elements(),
                Definitions.name(f.name()),
                Binder.relation(
                    Definitions.name(f.name()),
                    Relation.Kind.TABLE_FUNCTION,
                    t.definition().elements(),
                    catalog),
                source);
        case ModulePart.Returns.InlineTable _ -> {}
      }
    }
    if (definition != null) {
      new ModuleCheck(definition, catalog.bound(definition), out).run();
    }
  }

  private Definition definition(ModuleStatement s, SourceUnit source) {
    ObjectName name =
        switch (s) {
          case ModuleStatement.View v -> Definitions.name(v.name());
          case ModuleStatement.Procedure p -> Definitions.name(p.name());
          case ModuleStatement.Function f -> Definitions.name(f.name());
          case ModuleStatement.Trigger t ->
              t.table().isEmpty()
                  ? new ObjectName("", t.name().object().value())
                  : new ObjectName(
                      t.name()
                          .schema()
                          .map(Identifier::value)
                          .orElseGet(() -> Definitions.name(t.table().get()).schema()),
                      t.name().object().value());
          case ModuleStatement.EnableTrigger _ -> new ObjectName("", "");
        };
    return definitions.find("object", name).stream()
        .filter(d -> d.statement() == s)
        .findFirst()
        .orElseGet(() -> new Definition(Definition.Kind.PROCEDURE, name, s, s, source));
  }

  private void schema(MultiPartName name, String owner, SourceUnit source, Findings out) {
    name.schema()
        .ifPresent(schema -> {
          if (!catalog.schemaExists(schema.value())) {
            out.unresolved(
                true,
                source,
                name,
                owner,
                new Subject(Problem.MISSING_SCHEMA, ObjectName.quote(schema.value())),
                "create the schema: CREATE SCHEMA " + ObjectName.quote(schema.value()));
          }
        });
  }

  private void object(
      ObjectStatement statement, TableCheck tables, SourceUnit source, Findings out) {
    switch (statement) {
      case ObjectStatement.CreateSchema s ->
          s.owner()
              .ifPresent(o ->
                  new SecurityCheck(definitions, catalog, out)
                      .principal(
                          o, "schema " + s.name().map(Identifier::value).orElse(""), source));
      case ObjectStatement.CreateSynonym s -> {
        schema(s.name(), "synonym " + Definitions.name(s.name()).quoted(), source, out);
        synonym(s, source, out);
      }
      case ObjectStatement.CreateAliasType s -> {
        schema(s.name(), "type " + Definitions.name(s.name()).quoted(), source, out);
        tables.type(s.base(), "type " + Definitions.name(s.name()).quoted(), source);
      }
      case ObjectStatement.CreateTableType s -> {
        ObjectName name = Definitions.name(s.name());
        schema(s.name(), "type " + name.quoted(), source, out);
        tables.elements(
            s.elements(),
            name,
            Binder.relation(name, Relation.Kind.TABLE_TYPE, s.elements(), catalog),
            source);
      }
      case ObjectStatement.CreateSequence s -> {
        schema(s.name(), "sequence " + Definitions.name(s.name()).quoted(), source, out);
        s.type()
            .ifPresent(t -> {
              tables.type(t, "sequence " + Definitions.name(s.name()).quoted(), source);
              SqlType type = io.hartonomous.bind.DataTypes.of(t, catalog);
              boolean whole =
                  type.base().isInteger()
                      || type.base() == SqlType.Base.UNKNOWN
                      || (type.base() == SqlType.Base.DECIMAL
                              || type.base() == SqlType.Base.NUMERIC)
                          && type.scale() == 0;
              if (!whole) {
                out.add(Code.SEQUENCE_TYPE, source, s, Definitions.name(s.name()).quoted());
              }
            });
      }
      default -> {}
    }
  }

  private void synonym(ObjectStatement.CreateSynonym s, SourceUnit source, Findings out) {
    ObjectName target = Definitions.name(s.target());
    boolean elsewhere = s.target().database().isPresent();
    boolean known =
        !elsewhere
            && (!definitions.find("object", target).isEmpty()
                || catalog.relation(target).isPresent()
                || catalog.routine(target).isPresent());
    if (!known) {
      String name = elsewhere ? source.parsed().text(s.target()) : target.quoted();
      out.unresolved(
          false,
          source,
          s.target(),
          "synonym " + Definitions.name(s.name()).quoted(),
          new Subject(Problem.MISSING_OBJECT, name),
          "define it, or correct its name");
    }
  }

  private void execute(ProceduralStatement.Execute s, SourceUnit source, Findings out) {
    for (SchemaObject object : SchemaObjects.from(s, ModelContext.of(source.parsed(), catalog))) {
      switch (object) {
        case ExtendedProperty property ->
            new PropertyCheck(definitions, catalog)
                .missing(property)
                .ifPresent(missing ->
                    out.unresolved(
                        true,
                        source,
                        s,
                        "extended property " + ObjectName.quote(property.property()),
                        missing,
                        "define it, or correct its name"));
        case Security.RoleMembership m ->
            new SecurityCheck(definitions, catalog, out)
                .membership(m.role(), m.member(), s, source);
        default -> {}
      }
    }
  }
}
