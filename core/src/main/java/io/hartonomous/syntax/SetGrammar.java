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
      case ROWCOUNT:
        return number(p, from, ExpressionGrammar.integerOrVariable(option(p), false));
      case ERRLVL:
        return number(p, from, ExpressionGrammar.integer(option(p)));
      case TEXTSIZE:
        p.pos++;
        Expression size =
            ExpressionGrammar.atVariable(p)
                ? ExpressionGrammar.integer(p)
                : ExpressionGrammar.integerOrVariable(p, true);
        return number(p, from, size);
      case OFFSETS:
        p.pos++;
        List<Identifier> offsets = p.commaList(SetGrammar::offset);
        return new ProceduralStatement.SetOffsets(offsets, onOff(p), from, p.pos);
      case IDENTIFIER:
        return Vocabulary.SET_VALUE.contains(Words.upper(p.text()))
            ? values(p, from)
            : options(p, from);
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
    if (p.at(TokenKind.DOT) || p.at(TokenKind.DOUBLE_COLON)) {
      boolean ofType = p.at(TokenKind.DOUBLE_COLON);
      p.pos++;
      Identifier member = NameGrammar.identifier(p);
      if (p.at(TokenKind.LEFT_PARENTHESIS)) {
        return new ProceduralStatement.SetMethod(
            variable, ofType, member, FunctionGrammar.plainArguments(p), from, p.pos);
      }
      AssignmentOperator assignment = QueryGrammar.assignment(p);
      return new ProceduralStatement.SetProperty(
          variable, ofType, member, assignment, ExpressionGrammar.expression(p), from, p.pos);
    }
    if (QueryGrammar.assignmentOperator(p.kind()).isPresent()) {
      p.mustPrecede(Follow.VALUE, "a value");
    }
    AssignmentOperator operator = QueryGrammar.assignment(p);
    return new ProceduralStatement.SetVariable(
        variable, operator, ExpressionGrammar.expression(p), from, p.pos);
  }

  private static Statement options(Parser p, int from) {
    p.mustPrecede(AFTER_SET_NAME, "ON or OFF");
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

  /// Goes behind the name of an option.
  private static Parser option(Parser p) {
    p.pos++;
    return p;
  }

  private static Statement number(Parser p, int from, Expression value) {
    Identifier name =
        new Identifier(
            Words.upper(p.tokens.text(from + 1)), Identifier.Quote.NONE, from + 1, from + 2);
    return new ProceduralStatement.SetValue(
        List.of(new ProceduralStatement.Setting(name, value, from + 1, p.pos)), from, p.pos);
  }

  /// `SET DATEFIRST 1, LOCK_TIMEOUT 10`.
  private static Statement values(Parser p, int from) {
    List<ProceduralStatement.Setting> settings = new ArrayList<>();
    while (true) {
      settings.add(setting(p));
      if (!p.accept(TokenKind.COMMA)) {
        return new ProceduralStatement.SetValue(settings, from, p.pos);
      }
      if (!p.at(TokenKind.IDENTIFIER) || !Vocabulary.SET_VALUE.contains(Words.upper(p.text()))) {
        throw p.fail("an option with a value");
      }
    }
  }

  private static ProceduralStatement.Setting setting(Parser p) {
    int from = p.pos;
    boolean flagger = p.atWord("FIPS_FLAGGER");
    p.mustPrecede(flagger ? AFTER_FIPS_FLAGGER : Follow.OPTION_VALUE, "its value");
    Identifier option = NameGrammar.upperWord(p);
    Expression value;
    if (p.at(TokenKind.OFF) || NameGrammar.atIdentifier(p)) {
      Identifier word = NameGrammar.take(p);
      MultiPartName name = new MultiPartName(List.of(word), word.from(), word.to());
      boolean off = p.tokens.kind(word.from()) == TokenKind.OFF; // SET FIPS_FLAGGER OFF
      value = new Expression.ColumnReference(name, off, word.from(), word.to());
    } else {
      value = ExpressionGrammar.constantOrVariable(p);
    }
    return new ProceduralStatement.Setting(option, value, from, p.pos);
  }

  private static final TokenSet AFTER_FIPS_FLAGGER =
      TokenSet.of(TokenKind.OFF, TokenKind.STRING, TokenKind.NATIONAL_STRING);

  private static Statement isolationLevel(Parser p, int from) {
    p.pos++;
    // The words are checked when all are there, as the reference compiler does.
    int words = p.pos;
    expectIdentifier(p, "ISOLATION");
    expectIdentifier(p, "LEVEL");
    IsolationLevel level;
    if (p.at(TokenKind.READ)) {
      p.pos++;
      boolean uncommitted = p.acceptWord("UNCOMMITTED");
      if (!uncommitted) {
        p.expectWord("COMMITTED");
      }
      level = uncommitted ? IsolationLevel.READ_UNCOMMITTED : IsolationLevel.READ_COMMITTED;
    } else if (p.atWord("REPEATABLE") && p.kind(1) == TokenKind.READ) {
      p.pos += 2;
      level = IsolationLevel.REPEATABLE_READ;
    } else if (p.acceptWord("SNAPSHOT")) {
      level = IsolationLevel.SNAPSHOT;
    } else {
      p.expectWord("SERIALIZABLE");
      level = IsolationLevel.SERIALIZABLE;
    }
    expectWordAt(p, words, "ISOLATION");
    expectWordAt(p, words + 1, "LEVEL");
    return new ProceduralStatement.SetIsolationLevel(level, from, p.pos);
  }

  private static void expectWordAt(Parser p, int token, String word) {
    if (!p.tokens.isWord(token, word)) {
      throw p.report(Code.EXPECTED_WORD, token, "'" + p.tokens.text(token) + "'", word);
    }
  }

  private static void expectIdentifier(Parser p, String word) {
    if (!p.accept(TokenKind.IDENTIFIER)) {
      throw p.fail(word);
    }
  }
}
