package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.SecurityStatement.RoleAction;
import io.hartonomous.syntax.ast.SecurityStatement.UserSource;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Users and roles of databases and servers. The words that name the kind were read. Source:
/// Microsoft Learn, "CREATE USER", "ALTER USER", "CREATE ROLE", "ALTER ROLE", "CREATE SERVER ROLE",
/// "CREATE APPLICATION ROLE"; what the reference compiler takes.
final class PrincipalGrammar {
  private static final Set<String> OPTIONS_WITH_SOURCE =
      Set.of("DEFAULT_SCHEMA", "SID", "TYPE", "OBJECT_ID");

  private static final Set<String> ALTERED_OPTIONS =
      Set.of("DEFAULT_LANGUAGE", "DEFAULT_SCHEMA", "LOGIN", "NAME", "OBJECT_ID", "SID", "TYPE");

  private PrincipalGrammar() {}

  static Statement createUser(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    UserSource source = UserSource.UNSPECIFIED;
    Optional<Identifier> sourceName = Optional.empty();
    if (p.at(TokenKind.FOR) || p.at(TokenKind.FROM)) {
      p.pos++;
      source = source(p);
      if (source != UserSource.EXTERNAL_PROVIDER) {
        sourceName = Optional.of(NameGrammar.identifier(p));
      }
    } else if (p.at(TokenKind.IDENTIFIER, TokenKind.IDENTIFIER)) {
      int without = p.word();
      int login = p.word();
      p.check(without, "WITHOUT");
      p.check(login, "LOGIN");
      source = UserSource.WITHOUT_LOGIN;
    }
    boolean hasSource = source != UserSource.UNSPECIFIED;
    List<Option> options = List.of();
    if (ServerValues.atWithWord(p)) {
      p.pos++;
      options = p.commaList(parser -> userOption(parser, hasSource));
    }
    return new SecurityStatement.CreateUser(name, source, sourceName, options, from, p.pos);
  }

  private static UserSource source(Parser p) {
    if (p.accept(TokenKind.EXTERNAL)) {
      p.expectWord("PROVIDER");
      return UserSource.EXTERNAL_PROVIDER;
    }
    int word = p.word();
    if (p.accept(TokenKind.KEY)) {
      p.check(word, "ASYMMETRIC");
      return UserSource.ASYMMETRIC_KEY;
    }
    if (p.tokens.isWord(word, "LOGIN")) {
      return UserSource.LOGIN;
    }
    if (p.tokens.isWord(word, "CERTIFICATE")) {
      return UserSource.CERTIFICATE;
    }
    throw p.failAt(word, "LOGIN, CERTIFICATE, ASYMMETRIC KEY or EXTERNAL PROVIDER");
  }

  private static Option userOption(Parser p, boolean hasSource) {
    int from = p.word();
    p.expect(EQUALS);
    OptionValue value = value(p);
    switch (p.tokens.kind(value.from())) {
      case BINARY -> p.check(from, "SID");
      case STRING, NATIONAL_STRING -> p.checkOneOf(from, "OBJECT_ID", "PASSWORD");
      case INTEGER -> p.check(from, "DEFAULT_LANGUAGE");
      case NULL -> p.check(from, "DEFAULT_SCHEMA");
      default -> {
        if (value instanceof OptionValue.Name) {
          p.checkOneOf(from, "DEFAULT_SCHEMA", "DEFAULT_LANGUAGE", "TYPE");
        } else {
          p.checkOneOf(from, "OBJECT_ID", "PASSWORD"); // a string in double quotes
        }
      }
    }
    Option option = ServerOptions.make(p, from, value);
    if (hasSource && !OPTIONS_WITH_SOURCE.contains(option.name())) {
      throw p.report(Code.OPTION_OF_CONTAINED_USER, from, option.name());
    }
    return option;
  }

  /// A name, a string, a number, a binary value or NULL.
  private static OptionValue value(Parser p) {
    if (NameGrammar.atIdentifier(p)) {
      return ServerOptions.identifier(p);
    }
    return switch (p.kind()) {
      case BINARY -> ServerOptions.binary(p);
      case INTEGER -> ServerOptions.integer(p);
      case NULL -> ServerOptions.word(p);
      default -> {
        if (!ExpressionGrammar.atString(p)) {
          throw p.fail("a value");
        }
        yield ServerOptions.string(p);
      }
    };
  }

  static Statement alterUser(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.WITH);
    List<Option> options = LoginGrammar.withOldPasswords(p, PrincipalGrammar::alteredOption);
    return new SecurityStatement.AlterUser(name, options, from, p.pos);
  }

  private static Option alteredOption(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    boolean password = p.tokens.isWord(from, "PASSWORD");
    if (password
        && !NameGrammar.atIdentifier(p)
        && !p.at(TokenKind.INTEGER)
        && !p.at(TokenKind.NULL)) {
      return ServerOptions.make(p, from, password(p));
    }
    if (NameGrammar.atIdentifier(p)) {
      OptionValue value = ServerOptions.identifier(p);
      Option option = ServerOptions.make(p, from, value);
      if (!ALTERED_OPTIONS.contains(option.name())) {
        throw p.failAt(from, "an option of a user");
      }
      return option;
    }
    if (p.at(TokenKind.INTEGER)) {
      OptionValue value = ServerOptions.integer(p);
      p.check(from, "DEFAULT_LANGUAGE");
      return ServerOptions.make(p, from, value);
    }
    if (p.at(TokenKind.NULL)) {
      OptionValue value = ServerOptions.word(p);
      p.check(from, "DEFAULT_SCHEMA");
      return ServerOptions.make(p, from, value);
    }
    throw p.fail("a value");
  }

  /// A string or a binary value.
  static OptionValue password(Parser p) {
    int from = p.pos;
    return ServerOptions.scalar(p, ServerValues.binaryOrString(p), from);
  }

  static Statement createRole(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    return new SecurityStatement.CreateRole(name, ServerValues.owner(p), from, p.pos);
  }

  static Statement createServerRole(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    return new SecurityStatement.CreateServerRole(name, ServerValues.owner(p), from, p.pos);
  }

  static Statement alterRole(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    RoleAction action = roleAction(p);
    Identifier member = roleName(p, action);
    return new SecurityStatement.AlterRole(name, action, member, from, p.pos);
  }

  static Statement alterServerRole(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    RoleAction action = roleAction(p);
    Identifier member = roleName(p, action);
    return new SecurityStatement.AlterServerRole(name, action, member, from, p.pos);
  }

  private static RoleAction roleAction(Parser p) {
    return switch (p.kind()) {
      case ADD -> RoleAction.ADD_MEMBER;
      case DROP -> RoleAction.DROP_MEMBER;
      case WITH -> RoleAction.WITH_NAME;
      default -> throw p.fail("ADD MEMBER, DROP MEMBER or WITH NAME");
    };
  }

  /// The word behind the action is compared after the name.
  private static Identifier roleName(Parser p, RoleAction action) {
    p.pos++;
    int word = p.word();
    if (action == RoleAction.WITH_NAME) {
      p.expect(EQUALS);
    }
    Identifier name = NameGrammar.identifier(p);
    p.check(word, action == RoleAction.WITH_NAME ? "NAME" : "MEMBER");
    return name;
  }

  // Application roles. The cursor is at APPLICATION.

  static Statement createApplicationRole(Parser p, int from) {
    Identifier name = applicationRole(p);
    List<Option> options = p.commaList(parser -> applicationRoleOption(parser, true));
    return new SecurityStatement.CreateApplicationRole(name, options, from, p.pos);
  }

  static Statement alterApplicationRole(Parser p, int from) {
    Identifier name = applicationRole(p);
    List<Option> options = p.commaList(parser -> applicationRoleOption(parser, false));
    return new SecurityStatement.AlterApplicationRole(name, options, from, p.pos);
  }

  private static Identifier applicationRole(Parser p) {
    p.pos++;
    int role = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(role, "ROLE");
    p.expect(TokenKind.WITH);
    return name;
  }

  private static Option applicationRoleOption(Parser p, boolean create) {
    if (p.atWord("PASSWORD")) {
      return ServerOptions.valued(p, ServerOptions::string);
    }
    int from = p.word();
    p.expect(EQUALS);
    Option option = ServerOptions.make(p, from, ServerOptions.identifier(p));
    boolean known =
        switch (option.name()) {
          case "DEFAULT_SCHEMA" -> true;
          case "NAME", "LOGIN" -> !create;
          default -> false;
        };
    if (!known) {
      throw p.failAt(from, "an option of an application role");
    }
    return option;
  }
}
