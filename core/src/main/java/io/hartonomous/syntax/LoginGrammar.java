package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.SecurityStatement.LoginSource;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Logins. The word LOGIN was read. Source: Microsoft Learn, "CREATE LOGIN", "ALTER LOGIN"; what
/// the reference compiler takes.
final class LoginGrammar {
  private static final Set<String> CHECKS = Set.of("CHECK_POLICY", "CHECK_EXPIRATION");
  private static final Set<String> NAMES =
      Set.of("CREDENTIAL", "DEFAULT_DATABASE", "DEFAULT_LANGUAGE");

  private LoginGrammar() {}

  static Statement create(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    if (p.accept(TokenKind.WITH)) {
      return new SecurityStatement.CreateLogin(
          name, LoginSource.PASSWORD, Optional.empty(), withPassword(p), from, p.pos);
    }
    p.expect(TokenKind.FROM);
    if (p.acceptWord("WINDOWS")) {
      List<Option> options = List.of();
      if (ServerValues.atWithWord(p)) {
        p.pos++;
        options = ServerOptions.distinct(p, LoginGrammar::windowsOption, true);
      }
      return new SecurityStatement.CreateLogin(
          name, LoginSource.WINDOWS, Optional.empty(), options, from, p.pos);
    }
    if (p.at(TokenKind.EXTERNAL)) {
      int external = p.pos++;
      p.expectWord("PROVIDER");
      return new SecurityStatement.CreateLogin(
          name,
          LoginSource.EXTERNAL_PROVIDER,
          Optional.empty(),
          externalOptions(p, external),
          from,
          p.pos);
    }
    int word = p.word();
    boolean key = p.accept(TokenKind.KEY);
    Identifier source = NameGrammar.identifier(p);
    List<Option> options = List.of();
    if (ServerValues.atWithWord(p)) {
      p.pos++;
      options = List.of(ServerOptions.named(p, "CREDENTIAL", ServerOptions::identifier));
    }
    p.check(word, key ? "ASYMMETRIC" : "CERTIFICATE");
    return new SecurityStatement.CreateLogin(
        name,
        key ? LoginSource.ASYMMETRIC_KEY : LoginSource.CERTIFICATE,
        Optional.of(source),
        options,
        from,
        p.pos);
  }

  /// `PASSWORD = 'x' [HASHED] [MUST_CHANGE] [, options]`.
  private static List<Option> withPassword(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    OptionValue.Scalar password = (OptionValue.Scalar) PrincipalGrammar.password(p);
    p.check(from, "PASSWORD");
    Option first = ServerOptions.make(p, from, withFlags(p, password, "HASHED", "MUST_CHANGE"));
    List<Option> options = new ArrayList<>(List.of(first));
    if (p.accept(TokenKind.COMMA)) {
      options.addAll(ServerOptions.distinct(p, LoginGrammar::option));
    }
    return options;
  }

  /// The words behind a password, each once. They are the unit of its value.
  private static OptionValue withFlags(Parser p, OptionValue.Scalar password, String... flags) {
    List<String> words = new ArrayList<>();
    while (p.at(TokenKind.IDENTIFIER)) {
      String word = p.wordHere();
      p.checkOneOf(p.pos, flags);
      if (words.contains(word)) {
        throw p.fail("another word");
      }
      words.add(word);
      p.pos++;
    }
    if (words.isEmpty()) {
      return password;
    }
    return new OptionValue.Scalar(
        password.expression(), Optional.of(String.join(" ", words)), password.from(), p.pos);
  }

  private static Option option(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    if (p.at(TokenKind.BINARY)) {
      OptionValue value = ServerOptions.binary(p);
      p.check(from, "SID");
      return ServerOptions.make(p, from, value);
    }
    return checkOrName(p, from, NAMES);
  }

  /// The value of an option that is ON, OFF or a name.
  private static Option checkOrName(Parser p, int from, Set<String> names) {
    boolean check = p.at(TokenKind.ON) || p.at(TokenKind.OFF);
    if (!check && !NameGrammar.atIdentifier(p)) {
      throw p.fail("a value");
    }
    OptionValue value = check ? ServerOptions.onOff(p) : ServerOptions.identifier(p);
    Option option = ServerOptions.make(p, from, value);
    if (!(check ? CHECKS : names).contains(option.name())) {
      throw p.failAt(from, "an option of a login");
    }
    return option;
  }

  private static Option windowsOption(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    Option option = ServerOptions.make(p, from, ServerOptions.identifier(p));
    if (!NAMES.contains(option.name()) || option.name().equals("CREDENTIAL")) {
      throw p.failAt(from, "DEFAULT_DATABASE or DEFAULT_LANGUAGE");
    }
    return option;
  }

  private static List<Option> externalOptions(Parser p, int external) {
    if (!ServerValues.atWithWord(p)) {
      return List.of();
    }
    p.pos++;
    List<Option> options = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    do {
      Option option = externalOption(p);
      if (!seen.add(option.name())) {
        throw p.report(Code.DUPLICATE_OPTION, option.value().orElseThrow().from(), option.name());
      }
      options.add(option);
    } while (p.accept(TokenKind.COMMA));
    if (seen.contains("SID") != seen.contains("TYPE")) {
      throw p.report(Code.SID_WITHOUT_TYPE, external);
    }
    return options;
  }

  private static Option externalOption(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    switch (Words.upper(p.tokens.text(from))) {
      case "TYPE", "SID", "DEFAULT_LANGUAGE", "DEFAULT_DATABASE" -> {}
      default -> throw p.report(Code.UNKNOWN_LOGIN_OPTION, from, "'" + p.tokens.text(from) + "'");
    }
    if (p.at(TokenKind.BINARY)) {
      OptionValue value = ServerOptions.binary(p);
      p.check(from, "SID");
      return ServerOptions.make(p, from, value);
    }
    return ServerOptions.make(p, from, ServerOptions.identifier(p));
  }

  static Statement alter(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    switch (p.kind()) {
      case WITH -> {
        p.pos++;
        List<Option> options = withOldPasswords(p, LoginGrammar::alteredOption);
        checkRepeated(p, options);
        return new SecurityStatement.AlterLogin(name, options, from, p.pos);
      }
      case ADD, DROP -> {
        boolean add = p.at(TokenKind.ADD);
        p.pos++;
        int word = p.word();
        Identifier credential = NameGrammar.identifier(p);
        p.check(word, "CREDENTIAL");
        return new SecurityStatement.AlterLoginCredential(name, add, credential, from, p.pos);
      }
      default -> {
        int word = p.word();
        p.checkOneOf(word, "ENABLE", "DISABLE");
        return new SecurityStatement.EnableLogin(
            name, p.tokens.isWord(word, "ENABLE"), from, p.pos);
      }
    }
  }

  private static void checkRepeated(Parser p, List<Option> options) {
    Set<String> seen = new HashSet<>();
    for (Option option : options) {
      if (!seen.add(option.name())) {
        throw p.report(Code.DUPLICATE_OPTION, option.from(), option.name());
      }
    }
  }

  private static Option alteredOption(Parser p) {
    if (p.at(TokenKind.IDENTIFIER, TokenKind.IDENTIFIER)) {
      int from = p.pos;
      p.pos += 2;
      p.check(from, "NO");
      p.check(from + 1, "CREDENTIAL");
      return ServerOptions.flag(p, from);
    }
    int from = p.word();
    p.expect(EQUALS);
    if (p.at(TokenKind.BINARY) || ExpressionGrammar.atString(p)) {
      OptionValue.Scalar password = (OptionValue.Scalar) PrincipalGrammar.password(p);
      OptionValue value =
          p.at(TokenKind.IDENTIFIER, EQUALS)
              ? password
              : withFlags(p, password, "HASHED", "MUST_CHANGE", "UNLOCK");
      p.check(from, "PASSWORD");
      return ServerOptions.make(p, from, value);
    }
    return checkOrName(p, from, ALTERED_NAMES);
  }

  private static final Set<String> ALTERED_NAMES =
      Set.of("CREDENTIAL", "DEFAULT_DATABASE", "DEFAULT_LANGUAGE", "NAME");

  /// Options with commas between them; behind a password `OLD_PASSWORD = 'x'` may stand without
  /// one.
  static List<Option> withOldPasswords(Parser p, Function<Parser, Option> option) {
    List<Option> options = new ArrayList<>();
    do {
      Option next = option.apply(p);
      options.add(next);
      if (next.name().equals("PASSWORD") && p.at(TokenKind.IDENTIFIER, EQUALS)) {
        options.add(ServerOptions.named(p, "OLD_PASSWORD", ServerOptions::string));
      }
    } while (p.accept(TokenKind.COMMA));
    return options;
  }
}
