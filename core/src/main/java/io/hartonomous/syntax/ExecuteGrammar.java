package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.ProceduralStatement.ContextKind;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteArgument;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteContext;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteOption;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteTarget;
import io.hartonomous.syntax.ast.ProceduralStatement.ResultColumn;
import io.hartonomous.syntax.ast.ProceduralStatement.ResultSet;
import io.hartonomous.syntax.ast.Rowset;
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
    if (ExpressionGrammar.atVariable(p) && p.kind(1) == EQUALS) {
      status = Optional.of(ExpressionGrammar.variable(p));
      p.pos++;
    }
    if (p.at(LEFT_PARENTHESIS)) {
      ExecuteTarget target = text(p);
      return new ProceduralStatement.Execute(
          true, status, target, List.of(), options(p), from, p.pos);
    }
    ExecuteTarget target = target(p);
    List<ExecuteArgument> arguments = atArgument(p) ? arguments(p) : List.of();
    return new ProceduralStatement.Execute(
        true, status, target, arguments, options(p), from, p.pos);
  }

  /// A batch that begins with the name of a procedure.
  static Statement callWithoutKeyword(Parser p) {
    int from = p.pos;
    ExecuteTarget target = target(p);
    List<ExecuteArgument> arguments = atArgument(p) ? arguments(p) : List.of();
    return new ProceduralStatement.Execute(
        false, Optional.empty(), target, arguments, List.of(), from, p.pos);
  }

  private static ExecuteTarget target(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.OPENDATASOURCE)) {
      Rowset.DataSource source = RowsetGrammar.dataSource(p);
      return new ExecuteTarget.Remote(source, number(p), from, p.pos);
    }
    if (ExpressionGrammar.atVariable(p)) {
      p.mustPrecede(Follow.AFTER_PROCEDURE, "an argument or the end of the statement");
      return new ExecuteTarget.ProcedureVariable(ExpressionGrammar.variable(p), from, p.pos);
    }
    if (NameGrammar.atIdentifier(p)) {
      p.mustPrecede(Follow.AFTER_PROCEDURE, "an argument or the end of the statement");
    }
    MultiPartName name = NameGrammar.name(p);
    return new ExecuteTarget.Procedure(name, number(p), from, p.pos);
  }

  private static Optional<Expression.Literal> number(Parser p) {
    boolean numbered = p.at(TokenKind.SEMICOLON, TokenKind.INTEGER);
    if (numbered) {
      p.pos++;
    }
    return p.optional(numbered, ExpressionGrammar::integer);
  }

  /// `('text' + @v [, argument ...]) [AS USER = 'x'] [AT server]`.
  private static ExecuteTarget text(Parser p) {
    int from = p.pos;
    p.expect(LEFT_PARENTHESIS);
    List<Expression> texts = new ArrayList<>();
    do {
      texts.add(ExpressionGrammar.stringOrVariable(p));
    } while (p.accept(TokenKind.PLUS_SIGN));
    List<ExecuteArgument> arguments = p.accept(COMMA) ? arguments(p) : List.of();
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    Optional<ExecuteContext> context =
        p.optional(p.accept(TokenKind.AS), ExecuteGrammar::textContext);
    Optional<Identifier> server = Optional.empty();
    if (p.atWord("AT")) {
      p.mustPrecede(Follow.NAME, "a linked server");
      p.pos++;
      server = Optional.of(NameGrammar.identifier(p));
    }
    return new ExecuteTarget.Text(texts, arguments, context, server, from, p.pos);
  }

  /// `USER [= 'x']`, `LOGIN [= 'x']`.
  private static ExecuteContext textContext(Parser p) {
    int from = p.pos;
    ContextKind kind = userOrLoginKind(p);
    Optional<Expression> name = p.optional(p.accept(EQUALS), ExpressionGrammar::string);
    return new ExecuteContext(kind, name, from, p.pos);
  }

  private static ContextKind userOrLoginKind(Parser p) {
    if (p.accept(TokenKind.USER)) {
      return ContextKind.USER;
    }
    p.expectWord("LOGIN");
    return ContextKind.LOGIN;
  }

  private static List<ExecuteArgument> arguments(Parser p) {
    List<ExecuteArgument> arguments = new ArrayList<>();
    boolean named = false;
    while (true) {
      ExecuteArgument argument = argument(p);
      if (named && argument.name().isEmpty()) {
        p.report(Code.UNNAMED_AFTER_NAMED, argument.from());
      }
      named |= argument.name().isPresent();
      arguments.add(argument);
      if (!p.at(COMMA)) {
        return arguments;
      }
      p.mustNotPrecede(AFTER_COMMA_NEVER, "an argument");
      p.pos++;
    }
  }

  private static final TokenSet AFTER_COMMA_NEVER =
      Follow.NEVER_SECOND.without(TokenKind.RIGHT_PARENTHESIS);

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
          LEFT_BRACE,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED ->
          true;
      case SQLCMD_VARIABLE -> p.options.sqlcmd();
      case IDENTIFIER -> true; // even THROW is an argument here
      default -> false;
    };
  }

  /// A value is a constant, a variable or a word that stands for its own text.
  private static ExecuteArgument argument(Parser p) {
    int from = p.pos;
    Optional<Expression.Variable> name = Optional.empty();
    if (ExpressionGrammar.atVariable(p) && p.kind(1) == EQUALS) {
      name = Optional.of(ExpressionGrammar.variable(p));
      p.pos++;
    }
    if (!atArgument(p)) {
      throw p.fail("a value");
    }
    if (name.isEmpty() && !p.at(TokenKind.MINUS_SIGN) && !p.at(TokenKind.LEFT_BRACE)) {
      boolean output = p.atWord(1, "OUTPUT") || p.atWord(1, "OUT");
      if (!output) {
        p.mustPrecede(Follow.AFTER_ARGUMENT, "a comma or the end of the call");
      }
    }
    Expression value = value(p);
    boolean output = false;
    if (p.atWord("OUTPUT") || p.atWord("OUT")) {
      if (value instanceof Expression.Literal literal && literal.kind() == LiteralKind.DEFAULT) {
        throw p.fail("the next argument");
      }
      p.mustPrecede(AFTER_OUTPUT, "a comma or the end of the call");
      if (!(value instanceof Expression.Variable)) {
        p.report(Code.OUTPUT_OF_CONSTANT, p.pos);
      }
      p.pos++;
      output = true;
    }
    return new ExecuteArgument(name, value, output, from, p.pos);
  }

  private static final TokenSet AFTER_OUTPUT =
      Follow.STATEMENT_END.plus(TokenKind.RIGHT_PARENTHESIS, COMMA, TokenKind.OPTION);

  private static Expression value(Parser p) {
    if (p.at(TokenKind.DEFAULT)) {
      return ExpressionGrammar.literal(p, LiteralKind.DEFAULT);
    }
    if (!NameGrammar.atIdentifier(p)) {
      return ExpressionGrammar.constantOrVariable(p);
    }
    int from = p.pos;
    Identifier word = NameGrammar.identifier(p);
    return new Expression.ColumnReference(
        new MultiPartName(List.of(word), from, p.pos), false, from, p.pos);
  }

  /// `WITH RECOMPILE, RESULT SETS ...`.
  private static List<ExecuteOption> options(Parser p) {
    if (!p.at(TokenKind.WITH) || p.kind(1) != TokenKind.IDENTIFIER) {
      return List.of();
    }
    p.pos++;
    List<ExecuteOption> options = new ArrayList<>();
    do {
      ExecuteOption option = option(p);
      for (ExecuteOption earlier : options) {
        if (earlier instanceof ExecuteOption.Recompile
            == option instanceof ExecuteOption.Recompile) {
          p.report(Code.DUPLICATE_OPTION, p.pos - 1, p.tokens.text(option.from(), option.to()));
        }
      }
      options.add(option);
    } while (p.accept(COMMA));
    return options;
  }

  private static ExecuteOption option(Parser p) {
    int from = p.pos;
    if (p.acceptWord("RECOMPILE")) {
      return new ExecuteOption.Recompile(from, p.pos);
    }
    if (!p.at(TokenKind.IDENTIFIER) || p.kind(1) != TokenKind.IDENTIFIER) {
      throw p.fail("RECOMPILE or RESULT SETS");
    }
    p.expectWord("RESULT");
    p.expectWord("SETS");
    if (!p.at(LEFT_PARENTHESIS)) {
      if (!p.at(TokenKind.IDENTIFIER) && !p.at(TokenKind.EOF)) {
        throw p.failAt(p.pos, "UNDEFINED, NONE or definitions");
      }
      boolean none = p.acceptWord("NONE");
      if (!none) {
        p.expectWord("UNDEFINED");
      }
      return new ExecuteOption.NoResultSets(none, from, p.pos);
    }
    return new ExecuteOption.ResultSets(
        p.parenthesisedList(ExecuteGrammar::resultSet), from, p.pos);
  }

  private static ResultSet resultSet(Parser p) {
    int from = p.pos;
    if (p.at(LEFT_PARENTHESIS)) {
      return new ResultSet.Columns(p.parenthesisedList(ExecuteGrammar::resultColumn), from, p.pos);
    }
    if (!p.at(TokenKind.AS) || p.kind(1) != TokenKind.FOR && p.kind(1) != TokenKind.IDENTIFIER) {
      throw p.fail("a definition of a result set");
    }
    p.pos++;
    if (p.accept(TokenKind.FOR)) {
      p.expectWord("XML");
      return new ResultSet.Xml(from, p.pos);
    }
    boolean type = p.acceptWord("TYPE");
    if (!type) {
      p.expectWord("OBJECT");
    }
    return new ResultSet.Like(type, NameGrammar.name(p), from, p.pos);
  }

  private static ResultColumn resultColumn(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    DataType type = TypeGrammar.dataType(p);
    Optional<Identifier> collation =
        p.optional(p.accept(TokenKind.COLLATE), NameGrammar::identifier);
    Optional<Boolean> nullable = Optional.empty();
    if (p.accept(TokenKind.NULL)) {
      nullable = Optional.of(true);
    } else if (p.accept(TokenKind.NOT)) {
      p.expect(TokenKind.NULL);
      nullable = Optional.of(false);
    }
    return new ResultColumn(name, type, collation, nullable, from, p.pos);
  }

  /// `EXECUTE AS CALLER | USER = value | LOGIN = value [WITH NO REVERT | WITH COOKIE INTO @v]` as a
  /// statement.
  static Statement executeAs(Parser p) {
    int from = p.pos;
    p.pos += 2;
    ExecuteContext context = p.atWord("CALLER") ? moduleContext(p) : userOrLogin(p);
    boolean noRevert = false;
    Optional<Expression.Variable> cookie = Optional.empty();
    if (p.at(TokenKind.WITH) && p.kind(1) == TokenKind.IDENTIFIER) {
      p.pos++;
      if (p.atWord("NO") && p.kind(1) == TokenKind.REVERT) {
        p.pos += 2;
        noRevert = true;
      } else if (p.atWord("COOKIE") && p.kind(1) == TokenKind.INTO) {
        p.pos += 2;
        cookie = Optional.of(ExpressionGrammar.variable(p));
      } else {
        throw p.fail("NO REVERT or COOKIE INTO");
      }
    }
    return new ProceduralStatement.ExecuteAs(context, noRevert, cookie, from, p.pos);
  }

  private static ExecuteContext userOrLogin(Parser p) {
    int from = p.pos;
    if (!p.at(TokenKind.USER) && !p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("CALLER, USER or LOGIN");
    }
    ContextKind kind = userOrLoginKind(p);
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
