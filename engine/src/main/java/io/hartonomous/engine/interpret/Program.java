package io.hartonomous.engine.interpret;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.BinaryOperator;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.LineMap;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A parsed batch or module with what running it found out so far. Belongs to one session.
final class Program {
  private final ParseResult parsed;
  private final LineMap lines;
  private final List<Statement> statements;
  private final List<ProceduralStatement.VariableDeclaration> declarations = new ArrayList<>();
  private final List<ProceduralStatement.DeclareTable> tables = new ArrayList<>();
  private final Map<Node, Plan<?>> plans = new IdentityHashMap<>();
  private final Map<Node, Expression> compounds = new IdentityHashMap<>();
  private long checkedVersion = -1;

  private final Optional<ModuleStatement> module;

  private Program(
      ParseResult parsed, List<Statement> statements, Optional<ModuleStatement> module) {
    this.module = module;
    this.parsed = parsed;
    this.lines = parsed.source().lines();
    this.statements = statements;
    statements.forEach(this::collect);
  }

  static Program batch(String text, boolean quotedIdentifier) {
    ParseResult parsed =
        Parser.parse(new SourceFile("", text), new ParseOptions(quotedIdentifier, false).shallow());
    List<Statement> statements = new ArrayList<>();
    for (Batch batch : parsed.script().batches()) {
      statements.addAll(batch.statements());
    }
    return new Program(parsed, statements, Optional.empty());
  }

  /// The body of a stored procedure or trigger, whose text is its whole definition.
  static Program module(String definition, boolean quotedIdentifier) {
    Program whole = batch(definition, quotedIdentifier);
    ModuleStatement module = (ModuleStatement) whole.statements.getFirst();
    return new Program(whole.parsed, body(module), Optional.of(module));
  }

  private static List<Statement> body(ModuleStatement module) {
    ModulePart.Body body =
        switch (module) {
          case ModuleStatement.Procedure p -> p.body();
          case ModuleStatement.Trigger t -> t.body();
          case ModuleStatement.Function f -> f.body();
          case ModuleStatement.View _, ModuleStatement.EnableTrigger _ ->
              throw new IllegalArgumentException("no body");
        };
    return body instanceof ModulePart.Body.Statements s ? s.statements() : List.of();
  }

  private void collect(Statement statement) {
    switch (statement) {
      case ProceduralStatement.DeclareVariables d -> declarations.addAll(d.variables());
      case ProceduralStatement.DeclareTable d -> tables.add(d);
      case ProceduralStatement.Block b -> b.statements().forEach(this::collect);
      case ProceduralStatement.If i -> {
        collect(i.then());
        i.otherwise().ifPresent(this::collect);
      }
      case ProceduralStatement.While w -> collect(w.body());
      case ProceduralStatement.TryCatch t -> {
        t.tryStatements().forEach(this::collect);
        t.catchStatements().forEach(this::collect);
      }
      default -> {}
    }
  }

  /// The parameters of a procedure as its definition writes them.
  List<ModulePart.Parameter> parameters() {
    return module.orElse(null) instanceof ModuleStatement.Procedure p ? p.parameters() : List.of();
  }

  ParseResult parsed() {
    return parsed;
  }

  List<Statement> statements() {
    return statements;
  }

  List<Diagnostic> diagnostics() {
    return parsed.diagnostics();
  }

  List<ProceduralStatement.VariableDeclaration> declarations() {
    return declarations;
  }

  List<ProceduralStatement.DeclareTable> tables() {
    return tables;
  }

  int line(Node node) {
    return lines.line(parsed.span(node).offset());
  }

  String text(Node node) {
    return parsed.text(node);
  }

  Map<Node, Plan<?>> plans() {
    return plans;
  }

  /// The catalog version for which all statements were checked before running; see [Compiler].
  long checkedVersion() {
    return checkedVersion;
  }

  void checked(long version) {
    checkedVersion = version;
  }

  /// Whether running it once may be worth keeping: a batch with nothing but data definition is not
  /// run twice.
  boolean isWorthKeeping() {
    return statements.stream()
        .anyMatch(s -> s instanceof DmlStatement || s instanceof ProceduralStatement);
  }

  /// `@v += e` as the expression `@v + (e)`; one node for one statement, so that its plan is found
  /// again.
  Expression compound(ProceduralStatement.SetVariable s) {
    return compounds.computeIfAbsent(
        s,
        _ -> {
          Expression right =
              new Expression.Parenthesised(s.value(), s.value().from(), s.value().to());
          return new Expression.Binary(
              List.of(s.variable(), right), List.of(operator(s.operator())), s.from(), s.to());
        });
  }

  private static BinaryOperator operator(AssignmentOperator operator) {
    return switch (operator) {
      case ADD -> BinaryOperator.ADD;
      case SUBTRACT -> BinaryOperator.SUBTRACT;
      case MULTIPLY -> BinaryOperator.MULTIPLY;
      case DIVIDE -> BinaryOperator.DIVIDE;
      case MODULO -> BinaryOperator.MODULO;
      case BIT_AND -> BinaryOperator.BIT_AND;
      case BIT_OR -> BinaryOperator.BIT_OR;
      case BIT_XOR -> BinaryOperator.BIT_XOR;
      case CONCAT -> BinaryOperator.CONCAT;
      case ASSIGN -> throw new IllegalArgumentException("no operator");
    };
  }
}
