package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.SecurityStatement.RoleAction;
import io.hartonomous.syntax.ast.SecurityStatement.UserSource;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Optional;

/// Users, roles, logins. The words that name the kind were read. Source: Microsoft Learn, "CREATE
/// USER", "CREATE ROLE", "ALTER ROLE", "CREATE LOGIN", "CREATE APPLICATION ROLE".
final class PrincipalGrammar {
  private PrincipalGrammar() {}

  static Statement createUser(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    UserSource source = UserSource.UNSPECIFIED;
    Optional<Identifier> sourceName = Optional.empty();
    if (p.acceptWords("WITHOUT", "LOGIN")) {
      source = UserSource.WITHOUT_LOGIN;
    } else if (p.at(TokenKind.FOR) || p.at(TokenKind.FROM)) {
      p.pos++;
      if (p.acceptWord("LOGIN")) {
        source = UserSource.LOGIN;
      } else if (p.acceptWord("CERTIFICATE")) {
        source = UserSource.CERTIFICATE;
      } else if (p.acceptWord("ASYMMETRIC")) {
        p.expect(TokenKind.KEY);
        source = UserSource.ASYMMETRIC_KEY;
      } else {
        p.expect(TokenKind.EXTERNAL);
        p.expectWord("PROVIDER");
        source = UserSource.EXTERNAL_PROVIDER;
      }
      if (source != UserSource.EXTERNAL_PROVIDER) {
        sourceName = Optional.of(NameGrammar.identifier(p));
      }
    }
    List<OptionNode.Option> options =
        p.accept(TokenKind.WITH) ? p.commaList(PrincipalGrammar::userOption) : List.of();
    return new SecurityStatement.CreateUser(name, source, sourceName, options, from, p.pos);
  }

  private static OptionNode.Option userOption(Parser p) {
    if (p.at(TokenKind.IDENTIFIER) && !Vocabulary.USER_OPTIONS.contains(Words.upper(p.text()))) {
      throw p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "an option of a user");
    }
    return OptionGrammar.option(p);
  }

  private static List<OptionNode.Option> options(Parser p) {
    return p.accept(TokenKind.WITH) ? p.commaList(OptionGrammar::option) : List.of();
  }

  static Statement alterUser(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.WITH);
    return new SecurityStatement.AlterUser(
        name, p.commaList(PrincipalGrammar::userOption), from, p.pos);
  }

  static Statement createRole(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> owner =
        p.optional(p.accept(TokenKind.AUTHORIZATION), NameGrammar::identifier);
    return new SecurityStatement.CreateRole(name, owner, from, p.pos);
  }

  static Statement alterRole(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    RoleAction action;
    if (p.accept(TokenKind.ADD)) {
      p.expectWord("MEMBER");
      action = RoleAction.ADD_MEMBER;
    } else if (p.accept(TokenKind.DROP)) {
      p.expectWord("MEMBER");
      action = RoleAction.DROP_MEMBER;
    } else {
      p.expect(TokenKind.WITH);
      p.expectWord("NAME");
      p.expect(TokenKind.EQUALS);
      action = RoleAction.WITH_NAME;
    }
    return new SecurityStatement.AlterRole(name, action, NameGrammar.identifier(p), from, p.pos);
  }

  static Statement createApplicationRole(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.WITH);
    return new SecurityStatement.CreateApplicationRole(
        name, p.commaList(OptionGrammar::option), from, p.pos);
  }

  /// `CREATE LOGIN name WITH PASSWORD = ... | FROM WINDOWS [WITH ...]`.
  static Statement createLogin(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    boolean windows = false;
    if (p.at(TokenKind.FROM)) {
      p.pos++;
      if (!p.atWord("WINDOWS")) {
        throw p.unsupported(from, "CREATE LOGIN ... FROM " + Words.upper(p.text()));
      }
      p.pos++;
      windows = true;
    }
    return new SecurityStatement.CreateLogin(name, windows, options(p), from, p.pos);
  }

  static Statement createMasterKey(Parser p, int from) {
    Optional<Expression.Literal> password = Optional.empty();
    if (p.acceptWord("ENCRYPTION")) {
      p.expect(TokenKind.BY);
      p.expectWord("PASSWORD");
      p.expect(TokenKind.EQUALS);
      password = Optional.of(ExpressionGrammar.string(p));
    }
    return new SecurityStatement.CreateMasterKey(password, from, p.pos);
  }
}
