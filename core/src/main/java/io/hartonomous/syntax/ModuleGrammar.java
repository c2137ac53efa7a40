package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ModuleStatement.TriggerScope;
import io.hartonomous.syntax.ast.ModuleStatement.TriggerTime;
import io.hartonomous.syntax.ast.ModuleStatement.Verb;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteContext;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Procedures, functions, views and triggers. The verb was read; the cursor is after the word that
/// names the kind. Source: Microsoft Learn, "CREATE PROCEDURE", "CREATE FUNCTION", "CREATE VIEW",
/// "CREATE TRIGGER".
final class ModuleGrammar {
  private ModuleGrammar() {}

  /// Options and the EXECUTE AS among them.
  private record Options(List<Option> options, Optional<ExecuteContext> executeAs) {}

  static Statement procedure(Parser p, Verb verb, int from) {
    MultiPartName name = NameGrammar.withinDatabase(p);
    Optional<Expression.Literal> number =
        p.optional(p.accept(TokenKind.SEMICOLON), ExpressionGrammar::integer);
    List<ModulePart.Parameter> parameters = List.of();
    if (p.at(LEFT_PARENTHESIS)) {
      parameters = p.parenthesisedList(ModuleGrammar::parameter);
    } else if (p.at(TokenKind.VARIABLE)) {
      parameters = p.commaList(ModuleGrammar::parameter);
    }
    Options options = options(p, Vocabulary.PROCEDURE_OPTIONS, Code.UNKNOWN_PROCEDURE_OPTION);
    boolean forReplication = p.at(TokenKind.FOR, TokenKind.REPLICATION);
    if (forReplication) {
      p.pos += 2;
    }
    p.expect(TokenKind.AS);
    ModulePart.Body body = body(p);
    return new ModuleStatement.Procedure(
        verb,
        name,
        number,
        parameters,
        options.options,
        options.executeAs,
        forReplication,
        body,
        from,
        p.pos);
  }

  /// The rest of the batch, or `EXTERNAL NAME`.
  private static ModulePart.Body body(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.EXTERNAL)) {
      return externalName(p);
    }
    List<Statement> statements = new ArrayList<>();
    Semicolons semicolons = StatementGrammar.statements(p, statements, false, true);
    return new ModulePart.Body.Statements(statements, semicolons, from, p.pos);
  }

  private static ModulePart.Body externalName(Parser p) {
    int from = p.pos++;
    p.expectWord("NAME");
    return new ModulePart.Body.ExternalName(NameGrammar.name(p), from, p.pos);
  }

  private static ModulePart.Parameter parameter(Parser p) {
    int from = p.pos;
    Expression.Variable variable = ExpressionGrammar.variable(p);
    boolean as = p.accept(TokenKind.AS);
    DataType type = p.at(TokenKind.CURSOR) ? DeclareGrammar.cursor(p) : TypeGrammar.dataType(p);
    boolean varying = p.accept(TokenKind.VARYING);
    Optional<Boolean> nullable = Optional.empty();
    if (p.at(TokenKind.NOT, TokenKind.NULL)) {
      p.pos += 2;
      nullable = Optional.of(false);
    } else if (p.accept(TokenKind.NULL)) {
      nullable = Optional.of(true);
    }
    Optional<Expression> value = p.optional(p.accept(EQUALS), ModuleGrammar::defaultValue);
    boolean output = p.acceptWord("OUTPUT") || p.acceptWord("OUT");
    boolean readOnly = p.acceptWord("READONLY");
    return new ModulePart.Parameter(
        variable, as, type, varying, nullable, value, output, readOnly, from, p.pos);
  }

  private static ModulePart.Parameter functionParameter(Parser p) {
    ModulePart.Parameter parameter = parameter(p);
    if (parameter.output()) {
      p.report(Code.OUTPUT_PARAMETER_OF_FUNCTION, p.pos - 1, parameter.variable().name());
    }
    return parameter;
  }

  /// A constant, or a word that stands for its own text.
  private static Expression defaultValue(Parser p) {
    if (NameGrammar.atIdentifier(p)) {
      return ExpressionGrammar.column(p);
    }
    return ExpressionGrammar.unary(p);
  }

  /// `WITH option, ...`: RECOMPILE, ENCRYPTION, SCHEMABINDING, NATIVE_COMPILATION, EXECUTE AS ...,
  /// `RETURNS NULL ON NULL INPUT`, `INLINE = ON`, ...
  private static Options options(Parser p, Set<String> known, Code unknown) {
    if (!p.accept(TokenKind.WITH)) {
      return new Options(List.of(), Optional.empty());
    }
    List<Option> options = new ArrayList<>();
    Optional<ExecuteContext> executeAs = Optional.empty();
    do {
      if ((p.at(TokenKind.EXEC) || p.at(TokenKind.EXECUTE)) && p.kind(1) == TokenKind.AS) {
        p.pos += 2;
        executeAs = Optional.of(ExecuteGrammar.moduleContext(p));
      } else {
        options.add(option(p, known, unknown));
      }
    } while (p.accept(COMMA));
    return new Options(options, executeAs);
  }

  private static Option option(Parser p, Set<String> known, Code unknown) {
    int from = p.pos;
    if (!p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("an option");
    }
    String name = Words.upper(p.text());
    p.pos++;
    if (name.equals("RETURNS")
        || name.equals("CALLED")) { // RETURNS NULL ON NULL INPUT, CALLED ON NULL INPUT
      if (name.equals("RETURNS")) {
        p.expect(TokenKind.NULL);
        name += " NULL";
      }
      p.expect(TokenKind.ON);
      p.expect(TokenKind.NULL);
      p.expectWord("INPUT");
      if (!known.contains(name + " ON NULL INPUT")) {
        throw p.report(unknown, from, "'" + name + "'");
      }
      return new Option(name + " ON NULL INPUT", Optional.empty(), List.of(), from, p.pos);
    }
    if (!known.contains(name)) {
      throw p.report(unknown, from, "'" + name + "'");
    }
    Optional<OptionValue> value = Optional.empty();
    if (p.accept(EQUALS)) {
      int word = p.pos;
      boolean on = SetGrammar.onOff(p);
      value = Optional.of(new OptionValue.Word(on ? "ON" : "OFF", word, p.pos));
    }
    return new Option(name, value.isPresent(), value, List.of(), from, p.pos);
  }

  static Statement function(Parser p, Verb verb, int from) {
    MultiPartName name = NameGrammar.withinDatabase(p);
    p.expect(LEFT_PARENTHESIS);
    List<ModulePart.Parameter> parameters =
        p.at(RIGHT_PARENTHESIS) ? List.of() : p.commaList(ModuleGrammar::functionParameter);
    p.expect(RIGHT_PARENTHESIS);
    p.expectWord("RETURNS");
    ModulePart.Returns returns = returns(p);
    Options options = options(p, Vocabulary.FUNCTION_OPTIONS, Code.UNKNOWN_FUNCTION_OPTION);
    boolean as = p.accept(TokenKind.AS);
    ModulePart.Body body;
    if (returns instanceof ModulePart.Returns.InlineTable && p.at(TokenKind.RETURN)) {
      body = inlineQuery(p);
    } else if (as && p.at(TokenKind.EXTERNAL)) {
      body = externalName(p);
    } else {
      int block = p.pos;
      if (!p.at(TokenKind.BEGIN)) {
        throw p.fail(returns instanceof ModulePart.Returns.InlineTable ? "RETURN" : "BEGIN");
      }
      Statement statement = StatementGrammar.statement(p, false);
      body = new ModulePart.Body.Statements(List.of(statement), Semicolons.NONE, block, p.pos);
    }
    return new ModuleStatement.Function(
        verb, name, parameters, returns, options.options, options.executeAs, as, body, from, p.pos);
  }

  private static ModulePart.Returns returns(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.TABLE)) {
      if (p.kind(1) == LEFT_PARENTHESIS) {
        throw p.unsupported(from, "RETURNS TABLE with columns (CLR)");
      }
      p.pos++;
      return new ModulePart.Returns.InlineTable(from, p.pos);
    }
    if (p.at(TokenKind.VARIABLE)) {
      Expression.Variable variable = ExpressionGrammar.variable(p);
      DataType.Table table = DeclareGrammar.tableDefinition(p);
      return new ModulePart.Returns.TableVariable(variable, table, from, p.pos);
    }
    return new ModulePart.Returns.Scalar(TypeGrammar.dataType(p), from, p.pos);
  }

  /// `RETURN (query)` or `RETURN query`, with WITH inside the parentheses or bare.
  private static ModulePart.Body inlineQuery(Parser p) {
    int from = p.pos++;
    boolean parenthesised =
        p.at(LEFT_PARENTHESIS)
            && (p.kind(1) == TokenKind.WITH || !p.isQuery(p.pos) || closesBody(p));
    if (parenthesised) {
      p.pos++;
      p.enter();
    }
    Optional<QueryPart.With> with = p.optional(p.at(TokenKind.WITH), QueryGrammar::with);
    QueryExpression query = QueryGrammar.query(p);
    QueryGrammar.checkInner(p, query);
    if (parenthesised) {
      p.leave();
      p.expect(RIGHT_PARENTHESIS);
    }
    return new ModulePart.Body.InlineQuery(parenthesised, with, query, from, p.pos);
  }

  /// Whether the parentheses at the cursor hold the whole query, not its first operand.
  private static boolean closesBody(Parser p) {
    int after = Math.min(p.match(p.pos) + 1, p.tokens.size() - 1);
    return switch (p.tokens.kind(after)) {
      case UNION, EXCEPT, INTERSECT, ORDER, FOR -> false;
      default -> true;
    };
  }

  static Statement view(Parser p, Verb verb, int from) {
    MultiPartName name = NameGrammar.nameOf(p, 2);
    List<Identifier> columns = NameGrammar.optionalList(p);
    Options options = options(p, Vocabulary.VIEW_OPTIONS, Code.UNKNOWN_VIEW_OPTION);
    p.expect(TokenKind.AS);
    Optional<QueryPart.With> with = p.optional(p.at(TokenKind.WITH), QueryGrammar::with);
    QueryExpression query = QueryGrammar.query(p);
    QueryGrammar.checkInner(p, query);
    boolean check = p.at(TokenKind.WITH, TokenKind.CHECK);
    if (check) {
      p.pos += 2;
      p.expect(TokenKind.OPTION);
    }
    return new ModuleStatement.View(
        verb, name, columns, options.options, with, query, check, from, p.pos);
  }

  static Statement trigger(Parser p, Verb verb, int from) {
    MultiPartName name = NameGrammar.withinDatabase(p);
    p.expect(TokenKind.ON);
    Optional<MultiPartName> table = Optional.empty();
    TriggerScope scope = scope(p);
    if (scope == TriggerScope.OBJECT) {
      table = Optional.of(NameGrammar.name(p));
    }
    Options options = options(p, Vocabulary.TRIGGER_OPTIONS, Code.UNKNOWN_TRIGGER_OPTION);
    TriggerTime time;
    if (p.accept(TokenKind.FOR)) {
      time = TriggerTime.FOR;
    } else if (p.acceptWord("AFTER")) {
      time = TriggerTime.AFTER;
    } else {
      p.expectWord("INSTEAD");
      p.expect(TokenKind.OF);
      time = TriggerTime.INSTEAD_OF;
    }
    List<Identifier> events = events(p, scope);
    boolean append = p.at(TokenKind.WITH) && p.atWord(1, "APPEND");
    if (append) {
      p.pos += 2;
    }
    boolean notForReplication = p.at(TokenKind.NOT, TokenKind.FOR);
    if (notForReplication) {
      p.pos += 2;
      p.expect(TokenKind.REPLICATION);
    }
    p.expect(TokenKind.AS);
    ModulePart.Body body = body(p);
    return new ModuleStatement.Trigger(
        verb,
        name,
        table,
        scope,
        options.options,
        options.executeAs,
        time,
        events,
        append,
        notForReplication,
        body,
        from,
        p.pos);
  }

  /// INSERT, UPDATE and DELETE, each once, of a trigger on a table; else DDL events.
  private static List<Identifier> events(Parser p, TriggerScope scope) {
    List<Identifier> events = new ArrayList<>();
    do {
      boolean known =
          scope == TriggerScope.OBJECT
              ? p.at(TokenKind.INSERT) || p.at(TokenKind.UPDATE) || p.at(TokenKind.DELETE)
              : EventNames.isDdlEvent(p.wordHere()) || p.atWord("LOGON");
      if (!known) {
        throw p.fail("an event");
      }
      Identifier event = NameGrammar.upperWord(p);
      if (events.stream().anyMatch(e -> e.value().equals(event.value()))) {
        p.report(Code.REPEATED_EVENT, event.from(), event.value());
      }
      events.add(event);
    } while (p.accept(COMMA));
    return events;
  }

  /// `DATABASE`, `ALL SERVER`, or the name of a table, which is left to read.
  static TriggerScope scope(Parser p) {
    if (p.accept(TokenKind.DATABASE)) {
      return TriggerScope.DATABASE;
    }
    if (p.at(TokenKind.ALL) && p.atWord(1, "SERVER")) {
      p.pos += 2;
      return TriggerScope.ALL_SERVER;
    }
    return TriggerScope.OBJECT;
  }

  /// `ENABLE | DISABLE TRIGGER names | ALL ON table | DATABASE | ALL SERVER`.
  static Statement enableTrigger(Parser p) {
    int from = p.pos;
    boolean enable = p.atWord("ENABLE");
    p.pos += 2;
    List<MultiPartName> names =
        p.accept(TokenKind.ALL) ? List.of() : p.commaList(NameGrammar::name);
    p.expect(TokenKind.ON);
    TriggerScope scope = scope(p);
    Optional<MultiPartName> table = p.optional(scope == TriggerScope.OBJECT, NameGrammar::name);
    return new ModuleStatement.EnableTrigger(enable, names, table, scope, from, p.pos);
  }
}
