package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.ServerStatement.FederationChange;
import io.hartonomous.syntax.ast.Statement;
import java.util.Optional;

/// Statements about sessions and the server's run, and those of federations. Source: Microsoft
/// Learn, "KILL", "KILL QUERY NOTIFICATION SUBSCRIPTION", "KILL STATS JOB", "SHUTDOWN",
/// "RECONFIGURE", "SETUSER"; what the reference compiler takes.
final class ServerGrammar {
  private ServerGrammar() {}

  static Statement kill(Parser p) {
    int from = p.pos++;
    if (p.at(TokenKind.IDENTIFIER)) {
      if (p.kind(1) != TokenKind.IDENTIFIER) {
        throw p.fail("a session, QUERY NOTIFICATION SUBSCRIPTION or STATS JOB");
      }
      if (p.acceptWord("QUERY")) {
        p.expectWord("NOTIFICATION");
        p.expectWord("SUBSCRIPTION");
        Optional<Literal> subscription =
            p.accept(TokenKind.ALL) ? Optional.empty() : Optional.of(ExpressionGrammar.integer(p));
        return new ServerStatement.KillQueryNotification(subscription, from, p.pos);
      }
      p.expectWord("STATS");
      p.expectWord("JOB");
      return new ServerStatement.KillStatsJob(ServerValues.signedInteger(p), from, p.pos);
    }
    Expression session =
        ExpressionGrammar.atString(p) ? ExpressionGrammar.string(p) : ServerValues.signedInteger(p);
    return new ServerStatement.Kill(session, with(p, "STATUSONLY"), from, p.pos);
  }

  /// `[WITH word]`.
  private static boolean with(Parser p, String word) {
    if (!ServerValues.atWithWord(p)) {
      return false;
    }
    p.pos++;
    p.expectWord(word);
    return true;
  }

  static Statement shutdown(Parser p) {
    int from = p.pos++;
    return new ServerStatement.Shutdown(with(p, "NOWAIT"), from, p.pos);
  }

  static Statement reconfigure(Parser p) {
    int from = p.pos++;
    return new ServerStatement.Reconfigure(with(p, "OVERRIDE"), from, p.pos);
  }

  static Statement lineNumber(Parser p) {
    int from = p.pos++;
    return new ServerStatement.LineNumber(ExpressionGrammar.integer(p), from, p.pos);
  }

  static Statement setUser(Parser p) {
    int from = p.pos++;
    Optional<Expression> user = Optional.empty();
    boolean noReset = false;
    if (p.at(TokenKind.VARIABLE) || ExpressionGrammar.atString(p)) {
      user = Optional.of(ServerValues.stringOrVariable(p));
      noReset = with(p, "NORESET");
    }
    return new ServerStatement.SetUser(user, noReset, from, p.pos);
  }

  /// `RENAME OBJECT [::] old TO new`.
  static Statement rename(Parser p) {
    int from = p.pos++;
    if (!SecurableGrammar.isWord(p.kind())) {
      throw p.fail("OBJECT");
    }
    if (!p.atWord("OBJECT")) {
      throw p.fail("OBJECT");
    }
    p.pos++;
    boolean doubleColon = p.accept(TokenKind.DOUBLE_COLON);
    MultiPartName oldName = NameGrammar.nameOf(p, 3);
    p.expect(TokenKind.TO);
    return new ServerStatement.RenameObject(
        doubleColon, oldName, NameGrammar.identifier(p), from, p.pos);
  }

  // Federations. The word FEDERATION was read.

  static Statement createFederation(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.LEFT_PARENTHESIS);
    Identifier distribution = NameGrammar.identifier(p);
    DataType type = TypeGrammar.dataType(p);
    p.expectWord("RANGE");
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new ServerStatement.CreateFederation(name, distribution, type, from, p.pos);
  }

  static Statement alterFederation(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    FederationChange change = FederationChange.SPLIT;
    if (p.accept(TokenKind.DROP)) {
      p.expectWord("AT");
      p.expect(TokenKind.LEFT_PARENTHESIS);
      int end = p.word();
      p.checkOneOf(end, "LOW", "HIGH");
      change = p.tokens.isWord(end, "LOW") ? FederationChange.DROP_LOW : FederationChange.DROP_HIGH;
    } else {
      int split = p.word();
      int at = p.word();
      p.expect(TokenKind.LEFT_PARENTHESIS);
      p.check(split, "SPLIT");
      p.check(at, "AT");
    }
    Identifier distribution = NameGrammar.identifier(p);
    p.expect(EQUALS);
    Expression boundary = ExpressionGrammar.expression(p);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new ServerStatement.AlterFederation(name, change, distribution, boundary, from, p.pos);
  }

  /// `USE FEDERATION ROOT WITH RESET`, `USE FEDERATION name (distribution = value) WITH FILTERING =
  /// ON | OFF, RESET`.
  static Statement useFederation(Parser p) {
    int from = p.pos;
    p.pos += 2;
    Optional<Identifier> name = Optional.empty();
    Optional<Identifier> distribution = Optional.empty();
    Optional<Expression> value = Optional.empty();
    Optional<Boolean> filtering = Optional.empty();
    if (p.at(TokenKind.IDENTIFIER, TokenKind.WITH) && p.atWord("ROOT")) {
      p.pos += 2;
    } else {
      name = Optional.of(NameGrammar.identifier(p));
      p.expect(TokenKind.LEFT_PARENTHESIS);
      distribution = Optional.of(NameGrammar.identifier(p));
      p.expect(EQUALS);
      value = Optional.of(ExpressionGrammar.expression(p));
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      p.expect(TokenKind.WITH);
      p.expectWord("FILTERING");
      p.expect(EQUALS);
      filtering = Optional.of(p.at(TokenKind.ON));
      ServerOptions.onOff(p);
      p.expect(TokenKind.COMMA);
    }
    p.expectWord("RESET");
    return new ServerStatement.UseFederation(name, distribution, value, filtering, from, p.pos);
  }
}
