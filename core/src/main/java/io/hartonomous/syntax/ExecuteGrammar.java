package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.ProceduralStatement.ContextKind;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteArgument;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteContext;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteTarget;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Calls of procedures and of text, and EXECUTE AS. Source: Microsoft Learn, "EXECUTE
/// (Transact-SQL)", "EXECUTE AS".
final class ExecuteGrammar {
  private ExecuteGrammar() {}

  static ProceduralStatement.Execute execute(Parser p) {
    int from = p.pos++;
    Optional<Expression.Variable> status = Optional.empty();
    if (p.at(TokenKind.VARIABLE, EQUALS)) {
      status = Optional.of(ExpressionGrammar.variable(p));
      p.pos++;
    }
    if (p.at(LEFT_PARENTHESIS)) {
      ExecuteTarget target = text(p);
      return new ProceduralStatement.Execute(
          true, status, target, List.of(), options(p), from, p.pos);
    }
    ExecuteTarget target = target(p);
    List<ExecuteArgument> arguments = arguments(p);
    return new ProceduralStatement.Execute(
        true, status, target, arguments, options(p), from, p.pos);
  }

  /// A batch that begins with the name of a procedure.
  static Statement callWithoutKeyword(Parser p) {
    int from = p.pos;
    ExecuteTarget target = target(p);
    List<ExecuteArgument> arguments = arguments(p);
    return new ProceduralStatement.Execute(
        false, Optional.empty(), target, arguments, options(p), from, p.pos);
  }

  private static ExecuteTarget target(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.VARIABLE)) {
      return new ExecuteTarget.ProcedureVariable(ExpressionGrammar.variable(p), from, p.pos);
    }
    MultiPartName name = NameGrammar.name(p);
    Optional<Expression.Literal> number = Optional.empty();
    if (p.at(TokenKind.SEMICOLON, TokenKind.INTEGER)) {
      p.pos++;
      number = Optional.of(ExpressionGrammar.integer(p));
    }
    return new ExecuteTarget.Procedure(name, number, from, p.pos);
  }

  /// `('text' + @v [, argument ...]) [AS USER = 'x'] [AT server]`. The first of `parts` is the
  /// text; the others are arguments for a linked server.
  private static ExecuteTarget text(Parser p) {
    int from = p.pos;
    p.enter();
    List<Expression> parts = p.parenthesisedList(ExpressionGrammar::expression);
    p.leave();
    Optional<ExecuteContext> context = Optional.empty();
    if (p.at(TokenKind.AS) && (p.atWord(1, "USER") || p.atWord(1, "LOGIN"))) {
      p.pos++;
      context = Optional.of(userOrLogin(p));
    }
    Optional<Identifier> server = Optional.empty();
    if (p.atWord("AT")) {
      p.pos++;
      if (p.atWord("DATA_SOURCE")) {
        throw p.unsupported(p.pos, "EXECUTE ... AT DATA_SOURCE");
      }
      server = Optional.of(NameGrammar.identifier(p));
    }
    return new ExecuteTarget.Text(parts, context, server, from, p.pos);
  }

  private static List<ExecuteArgument> arguments(Parser p) {
    if (!atArgument(p)) {
      return List.of();
    }
    List<ExecuteArgument> arguments = new ArrayList<>();
    do {
      ExecuteArgument argument = argument(p);
      if (argument.name().isEmpty()
          && !arguments.isEmpty()
          && arguments.getLast().name().isPresent()) {
        p.report(Code.UNNAMED_AFTER_NAMED, argument.from());
      }
      arguments.add(argument);
    } while (p.accept(COMMA));
    return arguments;
  }

  private static boolean atArgument(Parser p) {
    return switch (p.kind()) {
      case VARIABLE,
          GLOBAL_VARIABLE,
          INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          STRING,
          NATIONAL_STRING,
          NULL,
          DEFAULT,
          MINUS_SIGN,
          PLUS_SIGN,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED ->
          true;
      case SQLCMD_VARIABLE -> p.options.sqlcmd();
      case IDENTIFIER -> p.kind(1) != TokenKind.COLON; // even THROW is an argument here
      default -> false;
    };
  }

  /// A value is a constant, a variable or a word that stands for its own text.
  private static ExecuteArgument argument(Parser p) {
    int from = p.pos;
    Optional<Expression.Variable> name = Optional.empty();
    if (p.at(TokenKind.VARIABLE, EQUALS)) {
      name = Optional.of(ExpressionGrammar.variable(p));
      p.pos++;
    }
    if (!atArgument(p)) {
      throw p.fail("a value");
    }
    Expression value =
        p.at(TokenKind.DEFAULT) ? ExpressionGrammar.literal(p, LiteralKind.DEFAULT) : value(p);
    boolean output = p.acceptWord("OUTPUT") || p.acceptWord("OUT");
    if (output
        && !(value instanceof Expression.Variable)
        && !(value instanceof Expression.GlobalVariable)) {
      if (value instanceof Expression.Literal literal && literal.kind() == LiteralKind.DEFAULT) {
        throw p.failAt(p.pos - 1, "the next argument");
      }
      p.report(Code.OUTPUT_OF_CONSTANT, p.pos - 1);
    }
    if (p.at(LEFT_PARENTHESIS)) {
      throw p.failAt(
          p.kind(1) == TokenKind.RIGHT_PARENTHESIS ? p.pos : p.pos + 1,
          "a constant or a variable, no call");
    }
    if (!output && name.isEmpty() && value.to() == value.from() + 1 && isOperator(p.kind())) {
      throw p.failAt(
          value.from(),
          "a constant or a variable, no expression"); // where the reference compiler points
    }
    return new ExecuteArgument(name, value, output, from, p.pos);
  }

  private static boolean isOperator(TokenKind kind) {
    return switch (kind) {
      case PLUS_SIGN,
          MINUS_SIGN,
          STAR,
          SLASH,
          PERCENT_SIGN,
          AMPERSAND,
          BAR,
          CARET,
          DOUBLE_BAR,
          FROM,
          WHERE,
          AND,
          OR,
          ORDER,
          JOIN ->
          true;
      default -> false;
    };
  }

  private static Expression value(Parser p) {
    if (!NameGrammar.atIdentifier(p)) {
      return ExpressionGrammar.constant(p);
    }
    int from = p.pos;
    Identifier word = NameGrammar.identifier(p);
    return new Expression.ColumnReference(
        new MultiPartName(List.of(word), from, p.pos), false, from, p.pos);
  }

  /// `WITH RECOMPILE`, `WITH RESULT SETS NONE`.
  private static List<OptionNode.Option> options(Parser p) {
    if (!p.at(TokenKind.WITH) || !p.atWord(1, "RECOMPILE") && !p.atWord(1, "RESULT")) {
      return List.of();
    }
    p.pos++;
    return p.commaList(ExecuteGrammar::option);
  }

  private static OptionNode.Option option(Parser p) {
    int from = p.pos;
    if (p.acceptWord("RECOMPILE")) {
      return new OptionNode.Option("RECOMPILE", Optional.empty(), List.of(), from, p.pos);
    }
    p.expectWord("RESULT");
    p.expectWord("SETS");
    int value = p.pos;
    if (p.at(LEFT_PARENTHESIS)) {
      throw p.unsupported(from, "EXECUTE ... WITH RESULT SETS with definitions");
    }
    String word = Words.upper(p.text());
    if (!p.acceptWord("NONE")) {
      p.expectWord("UNDEFINED");
    }
    return new OptionNode.Option(
        "RESULT SETS",
        Optional.of(new OptionNode.OptionValue.Word(word, value, p.pos)),
        List.of(),
        from,
        p.pos);
  }

  /// `EXECUTE AS CALLER`, `EXECUTE AS USER = 'x' [WITH NO REVERT]` as a statement.
  static Statement executeAs(Parser p) {
    int from = p.pos;
    p.pos += 2;
    ExecuteContext context = p.atWord("CALLER") ? moduleContext(p) : userOrLogin(p);
    boolean noRevert = false;
    if (p.at(TokenKind.WITH)) {
      p.pos++;
      if (p.atWord("COOKIE")) {
        throw p.unsupported(p.pos, "EXECUTE AS ... WITH COOKIE");
      }
      p.expectWord("NO");
      p.expect(TokenKind.REVERT);
      noRevert = true;
    }
    return new ProceduralStatement.ExecuteAs(context, noRevert, from, p.pos);
  }

  private static ExecuteContext userOrLogin(Parser p) {
    int from = p.pos;
    ContextKind kind = p.acceptWord("USER") ? ContextKind.USER : ContextKind.LOGIN;
    if (kind == ContextKind.LOGIN) {
      p.expectWord("LOGIN");
    }
    p.expect(EQUALS);
    return new ExecuteContext(kind, Optional.of(ExpressionGrammar.expression(p)), from, p.pos);
  }

  /// What follows `EXECUTE AS` in a module: CALLER, OWNER, SELF or a user in quotes.
  static ExecuteContext moduleContext(Parser p) {
    int from = p.pos;
    for (ContextKind kind : List.of(ContextKind.CALLER, ContextKind.OWNER, ContextKind.SELF)) {
      if (p.acceptWord(kind.name())) {
        return new ExecuteContext(kind, Optional.empty(), from, p.pos);
      }
    }
    return new ExecuteContext(
        ContextKind.NAMED, Optional.of(ExpressionGrammar.string(p)), from, p.pos);
  }
}
