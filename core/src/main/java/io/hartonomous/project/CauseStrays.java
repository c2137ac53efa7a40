package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.Literals;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stands in a project's files and does not count: batches that may not stand there, and files
/// with syntax errors; with the definitions that are lost so.
final class CauseStrays {
  /// A definition inside a stray batch: `text` is what it would be in a file of its own.
  record Unit(SourceUnit source, Statement statement, String text) {}

  /// A batch that was refused. `units` are the definitions in it, `rest` what else it does.
  record Stray(SourceUnit source, Batch batch, List<Unit> units, List<Statement> rest) {
    Statement first() {
      return batch.statements().getFirst();
    }
  }

  private static final Set<String> NAMED =
      Set.of("TABLE", "VIEW", "PROC", "PROCEDURE", "FUNCTION", "SEQUENCE", "SYNONYM", "TYPE");

  private final Collation collation;
  private final Definitions hidden;
  private final Map<Statement, Stray> byFirst = new IdentityHashMap<>();
  private final Map<Statement, Stray> byUnit = new IdentityHashMap<>();
  private final Map<Statement, Definition> objects = new IdentityHashMap<>();
  private final Map<String, Stray> columns = new HashMap<>();
  private final Map<String, String> inBrokenFiles = new LinkedHashMap<>();

  CauseStrays(List<SourceUnit> sources, Collation collation) {
    this.collation = collation;
    this.hidden = new Definitions(collation);
    for (SourceUnit source : sources) {
      if (source.hasSyntaxErrors()) {
        namesOf(source);
      } else {
        source.parsed().script().batches().forEach(batch -> batch(source, batch));
      }
    }
  }

  private void batch(SourceUnit source, Batch batch) {
    List<Diagnostic> refused = new ArrayList<>();
    StatementFilter.definition(source, batch, refused);
    if (refused.isEmpty()) {
      return;
    }
    List<Unit> units = new ArrayList<>();
    List<Statement> rest = new ArrayList<>();
    batch.statements().forEach(s -> flatten(source, s, units, rest));
    Stray stray = new Stray(source, batch, List.copyOf(units), List.copyOf(rest));
    byFirst.put(stray.first(), stray);
    for (Unit unit : units) {
      byUnit.put(unit.statement(), stray);
      hidden.collect(unit.statement(), unit.source());
    }
    batch.statements().forEach(s -> addedColumns(s, stray));
  }

  private void addedColumns(Statement statement, Stray stray) {
    if (statement instanceof TableStatement.AlterTable alter
        && alter.action() instanceof TableStatement.AlterAction.Add add) {
      for (TableElement element : add.elements()) {
        Optional<String> name =
            switch (element) {
              case TableElement.Column c -> Optional.of(c.name().value());
              case TableElement.ComputedColumn c -> Optional.of(c.name().value());
              default -> Optional.empty();
            };
        name.ifPresent(
            n -> columns.putIfAbsent(columnKey(Definitions.name(alter.name()), n), stray));
      }
    }
  }

  private String columnKey(ObjectName table, String column) {
    return collation.key(table).quoted() + "." + collation.key(column);
  }

  private void flatten(
      SourceUnit source, Statement statement, List<Unit> units, List<Statement> rest) {
    switch (statement) {
      case ProceduralStatement.If s when s.otherwise().isEmpty() ->
          flatten(source, s.then(), units, rest);
      case ProceduralStatement.Block s ->
          s.statements().forEach(inner -> flatten(source, inner, units, rest));
      case ProceduralStatement.Execute s when text(s).isPresent() -> {
        Optional<Unit> unit = dynamic(source, text(s).get());
        unit.ifPresentOrElse(units::add, () -> rest.add(statement));
      }
      case ModuleStatement s when verbTokens(source, s) > 0 ->
          units.add(new Unit(source, s, created(source, s)));
      default -> {
        if (isDefinition(source, statement)) {
          String text = CureText.dedented(source.parsed(), statement.from(), statement.to());
          units.add(new Unit(source, statement, ended(text)));
        } else {
          rest.add(statement);
        }
      }
    }
  }

  private static String ended(String text) {
    return text.endsWith(";") ? text : text + ";";
  }

  private static boolean isDefinition(SourceUnit source, Statement statement) {
    if (statement instanceof Statement.Unsupported || statement instanceof Statement.Erroneous) {
      return false;
    }
    Batch alone =
        new Batch(
            List.of(statement),
            Semicolons.NONE,
            Optional.empty(),
            statement.from(),
            statement.to());
    return StatementFilter.definition(source, alone, new ArrayList<>()).isPresent();
  }

  /// `EXEC ('text')` and `EXEC sp_executesql N'text'` with nothing put together.
  private static Optional<Expression.Literal> text(ProceduralStatement.Execute s) {
    Optional<Expression> argument =
        switch (s.target()) {
          case ProceduralStatement.ExecuteTarget.Text t
              when t.texts().size() == 1 && t.linkedServer().isEmpty() ->
              Optional.of(t.texts().getFirst());
          case ProceduralStatement.ExecuteTarget.Procedure p
              when p.name().object().value().equalsIgnoreCase("sp_executesql")
                  && s.arguments().size() == 1 ->
              Optional.of(s.arguments().getFirst().value());
          default -> Optional.empty();
        };
    return argument
        .filter(e -> e instanceof Expression.Literal l && isString(l))
        .map(Expression.Literal.class::cast);
  }

  private static boolean isString(Expression.Literal literal) {
    return literal.kind() == Expression.LiteralKind.STRING
        || literal.kind() == Expression.LiteralKind.NATIONAL_STRING;
  }

  private static Optional<Unit> dynamic(SourceUnit around, Expression.Literal literal) {
    String text = Literals.string(literal).strip();
    SourceUnit source =
        new SourceUnit(
            around.path(),
            Parser.parse(new SourceFile(around.path(), text), ParseOptions.DEFAULT.shallow()));
    List<Batch> batches = source.parsed().script().batches();
    boolean single =
        source.parsed().diagnostics().isEmpty()
            && batches.size() == 1
            && batches.getFirst().statements().size() == 1;
    if (!single || !isDefinition(source, batches.getFirst().statements().getFirst())) {
      return Optional.empty();
    }
    return Optional.of(new Unit(source, batches.getFirst().statements().getFirst(), text));
  }

  /// How many tokens after the first say ALTER or CREATE OR ALTER; 0 for a plain CREATE.
  static int verbTokens(SourceUnit source, ModuleStatement statement) {
    ModuleStatement.Verb verb =
        switch (statement) {
          case ModuleStatement.View s -> s.verb();
          case ModuleStatement.Procedure s -> s.verb();
          case ModuleStatement.Function s -> s.verb();
          case ModuleStatement.Trigger s -> s.verb();
          case ModuleStatement.EnableTrigger _ -> ModuleStatement.Verb.CREATE;
        };
    return switch (verb) {
      case CREATE -> 0;
      case ALTER -> 1;
      case CREATE_OR_ALTER -> 3;
    };
  }

  private static String created(SourceUnit source, ModuleStatement s) {
    Tokens tokens = source.parsed().tokens();
    int verb = s.from() + verbTokens(source, s);
    return "CREATE" + tokens.trivia(verb) + tokens.text(verb, s.to());
  }

  /// The names that a file with syntax errors seems to define: what follows CREATE and a kind.
  private void namesOf(SourceUnit source) {
    Tokens tokens = source.parsed().tokens();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (!tokens.isWord(i, "CREATE")) {
        continue;
      }
      int kind = tokens.isWord(i + 1, "OR") && tokens.isWord(i + 2, "ALTER") ? i + 3 : i + 1;
      if (kind + 1 >= tokens.size()
          || !NAMED.contains(tokens.text(kind).toUpperCase(Locale.ROOT))) {
        continue;
      }
      String first = unquoted(tokens.text(kind + 1));
      boolean dotted = kind + 3 < tokens.size() && tokens.kind(kind + 2) == TokenKind.DOT;
      ObjectName name =
          dotted
              ? new ObjectName(first, unquoted(tokens.text(kind + 3)))
              : new ObjectName(Definitions.DEFAULT_SCHEMA, first);
      inBrokenFiles.putIfAbsent(collation.key(name).quoted(), source.path());
    }
  }

  private static String unquoted(String token) {
    boolean quoted = token.length() > 1 && (token.startsWith("[") || token.startsWith("\""));
    return quoted ? token.substring(1, token.length() - 1) : token;
  }

  Optional<Stray> byStatement(Statement first) {
    return Optional.ofNullable(byFirst.get(first));
  }

  /// The batch that would define an object, a type or a principal if it counted.
  Optional<Stray> defining(String space, ObjectName name) {
    return hidden.first(space, name).map(d -> byUnit.get(d.statement()));
  }

  Optional<Stray> addingColumn(ObjectName table, String column) {
    return Optional.ofNullable(columns.get(columnKey(table, column)));
  }

  /// The file with syntax errors that seems to define an object.
  Optional<String> brokenFile(ObjectName name) {
    return Optional.ofNullable(inBrokenFiles.get(collation.key(name).quoted()));
  }

  /// The definition of a unit as an object of its own; absent for indexes, constraints and the
  /// like.
  Optional<Definition> object(Unit unit) {
    if (unit.statement() instanceof IndexStatement
        || unit.statement() instanceof TableStatement.AlterTable) {
      return Optional.empty();
    }
    if (objects.isEmpty()) {
      for (List<Definition> group : hidden.groups()) {
        for (Definition d : group) {
          if (d.node() == d.statement()) {
            objects.putIfAbsent(d.statement(), d);
          }
        }
      }
    }
    return Optional.ofNullable(objects.get(unit.statement()));
  }
}
