package io.hartonomous.project;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which statements may stand in a project file: definitions, one a batch.
final class StatementFilter {
  /// The system procedures that define something.
  private static final Set<String> DEFINING =
      Set.of(
          "sp_addextendedproperty",
          "sp_addrolemember",
          "sp_addtype",
          "sp_bindrule",
          "sp_bindefault",
          "sp_tableoption",
          "sp_fulltext_database",
          "sp_grantdbaccess",
          "sp_addrole",
          "sp_addmessage",
          "sp_addlinkedserver",
          "sp_addlinkedsrvlogin",
          "sp_serveroption",
          "sp_addumpdevice",
          "sp_addlogin",
          "sp_addsrvrolemember",
          "sp_defaultdb",
          "sp_settriggerorder");

  private StatementFilter() {}

  /// The statement of a batch that counts as a definition; what does not is reported.
  static Optional<Statement> definition(SourceUnit source, Batch batch, List<Diagnostic> found) {
    List<Statement> statements = batch.statements();
    if (statements.isEmpty()) {
      return Optional.empty();
    }
    Statement first = statements.getFirst();
    if (statements.size() > 1) {
      found.add(Diagnostic.of(Code.SEVERAL_STATEMENTS, source.parsed().location(first)));
      return Optional.empty();
    }
    Optional<Diagnostic> refusal = refusal(source, first);
    refusal.ifPresent(found::add);
    Unmodelled.leftOut(first)
        .ifPresent(name ->
            found.add(
                Diagnostic.of(Code.NOT_IN_THE_PACKAGE, source.parsed().location(first), name)));
    return refusal.isPresent() ? Optional.empty() : Optional.of(first);
  }

  private static Optional<Diagnostic> refusal(SourceUnit source, Statement statement) {
    Optional<String> unmodelled = Unmodelled.name(statement);
    if (unmodelled.isPresent()) {
      return Optional.of(
          Diagnostic.of(
              Code.UNSUPPORTED_STATEMENT, source.parsed().location(statement), unmodelled.get()));
    }
    return switch (statement) {
      case TableStatement.CreateTable s ->
          s.name().object().value().startsWith("#")
              ? Optional.of(
                  Diagnostic.of(
                      Code.TEMPORARY_AT_TOP_LEVEL,
                      source.parsed().location(s),
                      s.name().object().value()))
              : longName(source, s.name());
      case TableStatement.AlterTable s -> alterTable(source, s);
      case ModuleStatement.View s -> verb(source, s, s.verb());
      case ModuleStatement.Procedure s -> verb(source, s, s.verb());
      case ModuleStatement.Function s -> verb(source, s, s.verb());
      case ModuleStatement.Trigger s -> verb(source, s, s.verb());
      case ModuleStatement.EnableTrigger s ->
          s.names().isEmpty()
              ? Optional.of(Diagnostic.of(Code.ALL_TRIGGERS, source.parsed().location(s)))
              : Optional.empty();
      case IndexStatement.CreateIndex _,
          IndexStatement.CreateStatistics _,
          IndexStatement.CreateSpecialIndex _ ->
          Optional.empty();
      case ObjectStatement.AlterSchema _, ObjectStatement.AlterSequence _, ObjectStatement.Drop _ ->
          topLevel(source, statement);
      case ObjectStatement _ -> Optional.empty();
      case SecurityStatement.AlterAuthorization _,
          SecurityStatement.AlterUser _,
          SecurityStatement.AlterLogin _,
          SecurityStatement.AlterLoginCredential _,
          SecurityStatement.AlterApplicationRole _,
          SecurityStatement.AlterServerRole _ ->
          topLevel(source, statement);
      case SecurityStatement.AlterRole s
          when s.action() != SecurityStatement.RoleAction.ADD_MEMBER ->
          topLevel(source, statement);
      case SecurityStatement.Permission s
          when s.verb() == SecurityStatement.PermissionVerb.REVOKE
              && s.securableColumns().isEmpty()
              && s.permissions().stream().allMatch(p -> p.columns().isEmpty()) ->
          Optional.of(Diagnostic.of(Code.REVOKE_OF_OBJECT, source.parsed().location(s)));
      case SecurityStatement _ -> Optional.empty();
      case DatabaseStatement.AlterDatabaseAddFileGroup _,
          DatabaseStatement.AlterDatabaseAddFile _ ->
          Optional.empty();
      case ProceduralStatement.Execute s when isDefining(s) -> Optional.empty();
      // Reported by the parser.
      case Statement.Unsupported _, Statement.Erroneous _ -> Optional.empty();
      default -> topLevel(source, statement);
    };
  }

  private static boolean isDefining(ProceduralStatement.Execute s) {
    return s.target() instanceof ProceduralStatement.ExecuteTarget.Procedure p
        && DEFINING.contains(p.name().object().value().toLowerCase(java.util.Locale.ROOT))
        && p.name()
            .schema()
            .map(x -> x.value().equalsIgnoreCase("sys") || x.value().equalsIgnoreCase("dbo"))
            .orElse(true);
  }

  private static Optional<Diagnostic> topLevel(SourceUnit source, Statement statement) {
    return Optional.of(
        Diagnostic.of(
            Code.TOP_LEVEL_STATEMENT,
            source.parsed().location(statement),
            StatementWords.of(source.parsed(), statement)));
  }

  private static Optional<Diagnostic> verb(
      SourceUnit source, Statement statement, ModuleStatement.Verb verb) {
    return verb == ModuleStatement.Verb.CREATE ? Optional.empty() : topLevel(source, statement);
  }

  private static Optional<Diagnostic> longName(SourceUnit source, MultiPartName name) {
    return name.database().isPresent()
        ? Optional.of(
            Diagnostic.of(
                Code.NAME_TOO_LONG, source.parsed().location(name), source.parsed().text(name)))
        : Optional.empty();
  }

  private static Optional<Diagnostic> alterTable(SourceUnit source, TableStatement.AlterTable s) {
    return switch (s.action()) {
      case AlterAction.Add add -> {
        for (TableElement element : add.elements()) {
          if (element instanceof TableElement.Column
              || element instanceof TableElement.ComputedColumn) {
            yield Optional.of(
                Diagnostic.of(
                    Code.COLUMN_ADDED_BY_ALTER,
                    source.parsed().location(element),
                    source.parsed().text(element)));
          }
        }
        yield add.elements().size() > 1
            ? Optional.of(
                Diagnostic.of(
                    Code.SEVERAL_CONSTRAINTS, source.parsed().location(add.elements().get(1))))
            : Optional.empty();
      }
      case AlterAction.CheckConstraints _, AlterAction.Set _ -> Optional.empty();
      case AlterAction.Triggers t ->
          t.names().isEmpty()
              ? Optional.of(Diagnostic.of(Code.ALL_TRIGGERS, source.parsed().location(s)))
              : Optional.empty();
      case AlterAction.AlterColumn _,
          AlterAction.AlterColumnProperty _,
          AlterAction.Drop _,
          AlterAction.Switch _,
          AlterAction.Rebuild _,
          AlterAction.Range _,
          AlterAction.RebuildIndex _ ->
          topLevel(source, s);
      // Refused as not modelled.
      case AlterAction.ChangeTracking _, AlterAction.FileTableNamespace _ -> Optional.empty();
    };
  }
}
