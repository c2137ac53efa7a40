package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.ProceduralStatement.IsolationLevel;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/// SET: variables and options of the session. Source: Microsoft Learn, "SET @local_variable", "SET
/// Statements".
final class SetGrammar {
  private SetGrammar() {}

  private static final TokenSet AFTER_SET_NAME =
      TokenSet.of(
          TokenKind.COMMA,
          TokenKind.ON,
          TokenKind.OFF,
          TokenKind.MINUS_SIGN,
          TokenKind.LEFT_BRACE,
          TokenKind.NULL,
          TokenKind.STRING,
          TokenKind.NATIONAL_STRING);

  private static final TokenSet AFTER_SET_VALUE_NAME =
      Follow.OPTION_VALUE.plus(TokenKind.ON, TokenKind.OFF, TokenKind.COMMA);

  static Statement set(Parser p) {
    int from = p.pos++;
    switch (p.kind()) {
      case VARIABLE, GLOBAL_VARIABLE:
        return variable(p, from);
      case IDENTITY_INSERT:
        p.pos++;
        MultiPartName table = NameGrammar.name(p);
        return new ProceduralStatement.SetIdentityInsert(table, onOff(p), from, p.pos);
      case TRANSACTION, TRAN:
        return isolationLevel(p, from);
      case STATISTICS:
        p.pos++;
        List<Identifier> kinds =
            p.commaList(parser -> NameGrammar.knownWord(parser, Vocabulary.SET_STATISTICS));
        return new ProceduralStatement.SetStatistics(kinds, onOff(p), from, p.pos);
      case ROWCOUNT, TEXTSIZE:
        return value(p, from);
      case OFFSETS:
        p.pos++;
        List<Identifier> offsets = p.commaList(SetGrammar::offset);
        return new ProceduralStatement.SetOffsets(offsets, onOff(p), from, p.pos);
      case IDENTIFIER:
        if (Vocabulary.SET_VALUE.contains(Words.upper(p.text()))) {
          p.mustPrecede(AFTER_SET_VALUE_NAME, "its value");
        } else {
          p.mustPrecede(AFTER_SET_NAME, "ON or OFF");
        }
        boolean list =
            p.kind(1) == TokenKind.ON || p.kind(1) == TokenKind.OFF || p.kind(1) == TokenKind.COMMA;
        if (list && !p.atWord("FIPS_FLAGGER")) {
          return options(p, from);
        }
        if (p.kind(1) == TokenKind.EQUALS || p.kind(1) == TokenKind.EOF) {
          throw p.fail("a variable or an option");
        }
        if (!Vocabulary.SET_VALUE.contains(Words.upper(p.text()))) {
          throw p.fail("an option");
        }
        return value(p, from);
      default:
        throw p.fail("a variable or an option");
    }
  }

  private static Statement variable(Parser p, int from) {
    Expression.Variable variable = ExpressionGrammar.variable(p);
    if (p.at(TokenKind.EQUALS) && CursorGrammar.atCursorDefinition(p, 1)) {
      p.pos++;
      return CursorGrammar.setCursor(p, variable, from);
    }
    if (p.at(TokenKind.DOT)) {
      p.pos++;
      Identifier method = NameGrammar.identifier(p);
      if (!p.at(TokenKind.LEFT_PARENTHESIS)) {
        throw p.unsupported(from, "SET of a property of a variable");
      }
      return new ProceduralStatement.SetMethod(
          variable, method, FunctionGrammar.plainArguments(p), from, p.pos);
    }
    if (QueryGrammar.assignmentOperator(p.kind()).isPresent()) {
      p.mustPrecede(Follow.VALUE, "a value");
    }
    AssignmentOperator operator = QueryGrammar.assignment(p);
    return new ProceduralStatement.SetVariable(
        variable, operator, ExpressionGrammar.expression(p), from, p.pos);
  }

  private static Statement options(Parser p, int from) {
    List<Identifier> options = new ArrayList<>();
    do {
      if (!Vocabulary.SET_ON_OFF.contains(Words.upper(p.text()))) {
        throw p.fail("an option");
      }
      options.add(NameGrammar.upperWord(p));
    } while (p.accept(TokenKind.COMMA));
    boolean on = onOff(p);
    for (Identifier option : options) {
      if (option
          .value()
          .equals("QUOTED_IDENTIFIER")) { // takes effect while the text is read, wherever it stands
        p.quotedIdentifier = on;
      }
    }
    return new ProceduralStatement.SetOnOff(options, on, from, p.pos);
  }

  private static Identifier offset(Parser p) {
    return switch (p.kind()) {
      case SELECT, FROM, ORDER, COMPUTE, TABLE, PROC, PROCEDURE, EXEC, EXECUTE ->
          NameGrammar.upperWord(p);
      default -> {
        if (!p.atWord("STATEMENT")) {
          if (!p.atWord("PARAM")) {
            throw p.at(TokenKind.IDENTIFIER)
                ? p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "PARAM")
                : p.fail("a word of SET OFFSETS");
          }
        }
        yield NameGrammar.upperWord(p);
      }
    };
  }

  static boolean onOff(Parser p) {
    if (p.accept(TokenKind.ON)) {
      return true;
    }
    p.expect(TokenKind.OFF);
    return false;
  }

  private static Statement value(Parser p, int from) {
    Identifier option = NameGrammar.upperWord(p);
    if (p.at(TokenKind.OFF)) { // SET FIPS_FLAGGER OFF
      Identifier off = NameGrammar.take(p);
      MultiPartName word = new MultiPartName(List.of(off), off.from(), off.to());
      return new ProceduralStatement.SetValue(
          option, new Expression.ColumnReference(word, true, off.from(), off.to()), from, p.pos);
    }
    return new ProceduralStatement.SetValue(option, ExpressionGrammar.unary(p), from, p.pos);
  }

  private static Statement isolationLevel(Parser p, int from) {
    p.pos++;
    p.expectWord("ISOLATION");
    p.expectWord("LEVEL");
    IsolationLevel level;
    if (p.accept(TokenKind.READ)) {
      level =
          p.acceptWord("UNCOMMITTED")
              ? IsolationLevel.READ_UNCOMMITTED
              : IsolationLevel.READ_COMMITTED;
      if (level == IsolationLevel.READ_COMMITTED) {
        p.expectWord("COMMITTED");
      }
    } else if (p.acceptWord("REPEATABLE")) {
      p.expect(TokenKind.READ);
      level = IsolationLevel.REPEATABLE_READ;
    } else if (p.acceptWord("SNAPSHOT")) {
      level = IsolationLevel.SNAPSHOT;
    } else {
      p.expectWord("SERIALIZABLE");
      level = IsolationLevel.SERIALIZABLE;
    }
    return new ProceduralStatement.SetIsolationLevel(level, from, p.pos);
  }
}
