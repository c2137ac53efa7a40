package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.KeyStatement;
import io.hartonomous.syntax.ast.KeyStatement.MasterKeyChange;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.ServerPart.ColumnKeyValue;
import io.hartonomous.syntax.ast.ServerPart.KeyMechanism;
import io.hartonomous.syntax.ast.ServerPart.KeySource;
import io.hartonomous.syntax.ast.ServerPart.MechanismKind;
import io.hartonomous.syntax.ast.ServerPart.Verb;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Master keys, symmetric keys, keys of databases and columns, credentials, providers, signatures.
/// Every rule begins at the word that names the kind. Source: Microsoft Learn, "CREATE MASTER KEY",
/// "ALTER SERVICE MASTER KEY", "CREATE SYMMETRIC KEY", "CREATE DATABASE ENCRYPTION KEY", "CREATE
/// COLUMN MASTER KEY", "CREATE COLUMN ENCRYPTION KEY", "CREATE CREDENTIAL", "CREATE CRYPTOGRAPHIC
/// PROVIDER", "OPEN SYMMETRIC KEY", "ADD SIGNATURE"; what the reference compiler takes.
final class KeyGrammar {
  static final Set<String> ALGORITHMS =
      Set.of(
          "AES_128",
          "AES_192",
          "AES_256",
          "DES",
          "DESX",
          "RC2",
          "RC4",
          "RC4_128",
          "RSA_512",
          "RSA_1024",
          "RSA_2048",
          "RSA_3072",
          "RSA_4096",
          "TRIPLE_DES",
          "TRIPLE_DES_3KEY");

  private static final Set<String> DATABASE_ALGORITHMS =
      Set.of("AES_128", "AES_192", "AES_256", "TRIPLE_DES_3KEY");

  private KeyGrammar() {}

  // Master keys.

  static Statement createMasterKey(Parser p, int from) {
    p.expectWord("MASTER");
    p.expect(TokenKind.KEY);
    Optional<Literal> password = Optional.empty();
    if (p.at(TokenKind.IDENTIFIER, TokenKind.BY)) {
      p.expectWord("ENCRYPTION");
      p.expect(TokenKind.BY);
      password = Optional.of(password(p));
    }
    return new KeyStatement.CreateMasterKey(password, from, p.pos);
  }

  /// `PASSWORD = 'x'`.
  private static Literal password(Parser p) {
    p.expectWord("PASSWORD");
    p.expect(EQUALS);
    return ExpressionGrammar.string(p);
  }

  static Statement alterMasterKey(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.KEY);
    if (p.at(TokenKind.ADD) || p.at(TokenKind.DROP)) {
      MasterKeyChange change =
          p.at(TokenKind.ADD) ? MasterKeyChange.ADD_ENCRYPTION : MasterKeyChange.DROP_ENCRYPTION;
      p.pos++;
      int encryption = p.word();
      p.expect(TokenKind.BY);
      p.check(encryption, "ENCRYPTION");
      if (p.kind(1) != EQUALS) {
        int service = p.word();
        int master = p.word();
        p.expect(TokenKind.KEY);
        p.check(service, "SERVICE");
        p.check(master, "MASTER");
        return new KeyStatement.AlterMasterKey(change, Optional.empty(), from, p.pos);
      }
      Literal password = lateNamed(p, "PASSWORD");
      return new KeyStatement.AlterMasterKey(change, Optional.of(password), from, p.pos);
    }
    List<Integer> words = new ArrayList<>();
    words.add(p.word());
    boolean force = !p.at(TokenKind.WITH);
    if (force) {
      words.add(p.word());
    }
    p.expect(TokenKind.WITH);
    words.add(p.word());
    p.expect(TokenKind.BY);
    words.add(p.word());
    p.expect(EQUALS);
    Literal password = ExpressionGrammar.string(p);
    int at = 0;
    if (force) {
      p.check(words.get(at++), "FORCE");
    }
    p.check(words.get(at++), "REGENERATE");
    p.check(words.get(at++), "ENCRYPTION");
    p.check(words.get(at), "PASSWORD");
    return new KeyStatement.AlterMasterKey(
        force ? MasterKeyChange.FORCE_REGENERATE : MasterKeyChange.REGENERATE,
        Optional.of(password),
        from,
        p.pos);
  }

  /// `WORD = 'x'` where the word is told after the value.
  private static Literal lateNamed(Parser p, String word) {
    int name = p.word();
    p.expect(EQUALS);
    Literal value = ExpressionGrammar.string(p);
    p.check(name, word);
    return value;
  }

  /// The word SERVICE was read.
  static Statement alterServiceMasterKey(Parser p, int from) {
    int master = p.word();
    p.expect(TokenKind.KEY);
    p.check(master, "MASTER");
    if (p.accept(TokenKind.WITH)) {
      Option account = ServerOptions.valued(expectingWord(p), ServerOptions::string);
      p.expect(TokenKind.COMMA);
      Option password = ServerOptions.valued(expectingWord(p), ServerOptions::string);
      boolean old = account.name().equals("OLD_ACCOUNT");
      if (old) {
        p.check(password.from(), "OLD_PASSWORD");
      } else {
        p.check(account.from(), "NEW_ACCOUNT");
        p.check(password.from(), "NEW_PASSWORD");
      }
      return new KeyStatement.AlterServiceMasterKey(false, List.of(account, password), from, p.pos);
    }
    boolean force = p.atWord("FORCE");
    if (force) {
      p.pos++;
    }
    int regenerate = p.word();
    p.check(regenerate, "REGENERATE");
    return new KeyStatement.AlterServiceMasterKey(force, List.of(), from, p.pos);
  }

  private static Parser expectingWord(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("a word");
    }
    return p;
  }

  // Symmetric keys.

  static Statement createSymmetricKey(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.KEY);
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> owner = ServerValues.owner(p);
    if (p.accept(TokenKind.FROM)) {
      int word = p.word();
      Identifier provider = NameGrammar.identifier(p);
      List<Option> options = providerOptions(p);
      p.check(word, "PROVIDER");
      List<KeyMechanism> mechanisms =
          p.at(TokenKind.IDENTIFIER, TokenKind.BY) ? encryption(p) : List.of();
      return new KeyStatement.CreateSymmetricKey(
          name, owner, Optional.of(provider), options, mechanisms, from, p.pos);
    }
    p.expect(TokenKind.WITH);
    List<Option> options = unrepeated(p, KeyGrammar::symmetricOption);
    List<KeyMechanism> mechanisms = encryption(p);
    return new KeyStatement.CreateSymmetricKey(
        name, owner, Optional.empty(), options, mechanisms, from, p.pos);
  }

  private static Option symmetricOption(Parser p) {
    return switch (p.wordHere()) {
      case "KEY_SOURCE" -> ServerOptions.valued(p, ServerOptions::string);
      case "ALGORITHM" -> ServerOptions.valued(p, KeyGrammar::algorithm);
      default -> ServerOptions.named(p, "IDENTITY_VALUE", ServerOptions::string);
    };
  }

  static io.hartonomous.syntax.ast.OptionNode.OptionValue algorithm(Parser p) {
    return ServerOptions.known(p, ALGORITHMS);
  }

  /// Options of which each may stand once; a repeated one is an unexpected token.
  private static List<Option> unrepeated(
      Parser p, java.util.function.Function<Parser, Option> reader) {
    List<Option> options = new ArrayList<>();
    do {
      Option option = reader.apply(p);
      if (options.stream().anyMatch(o -> o.name().equals(option.name()))) {
        throw p.failAt(option.from(), "another option");
      }
      options.add(option);
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  /// `[WITH options]` of a key that a provider holds.
  private static List<Option> providerOptions(Parser p) {
    if (!ServerValues.atWithWord(p)) {
      return List.of();
    }
    p.pos++;
    return unrepeated(p, KeyGrammar::providerOption);
  }

  private static Option providerOption(Parser p) {
    return switch (p.wordHere()) {
      case "ALGORITHM" -> ServerOptions.valued(p, KeyGrammar::algorithm);
      case "PROVIDER_KEY_NAME" -> ServerOptions.valued(p, ServerOptions::string);
      default -> {
        int from = p.word();
        p.expect(EQUALS);
        int value = p.word();
        p.check(from, "CREATION_DISPOSITION");
        p.checkOneOf(value, "CREATE_NEW", "OPEN_EXISTING");
        p.pos = value;
        yield ServerOptions.make(p, from, ServerOptions.word(p));
      }
    };
  }

  /// `PROVIDER name WITH options`.
  static KeySource provider(Parser p) {
    int from = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(from, "PROVIDER");
    p.expect(TokenKind.WITH);
    return new KeySource.Provider(name, unrepeated(p, KeyGrammar::providerOption), from, p.pos);
  }

  /// `ENCRYPTION BY mechanism, ...`.
  private static List<KeyMechanism> encryption(Parser p) {
    int word = p.word();
    p.expect(TokenKind.BY);
    List<KeyMechanism> mechanisms = new ArrayList<>();
    mechanisms.add(mechanism(p));
    p.check(word, "ENCRYPTION");
    while (p.accept(TokenKind.COMMA)) {
      mechanisms.add(mechanism(p));
    }
    return mechanisms;
  }

  /// `CERTIFICATE c`, `SYMMETRIC KEY k`, `ASYMMETRIC KEY k`, `PASSWORD = 'x'`.
  private static KeyMechanism mechanism(Parser p) {
    int from = p.word();
    if (p.accept(EQUALS)) {
      Literal password = ExpressionGrammar.string(p);
      p.check(from, "PASSWORD");
      return new KeyMechanism(
          MechanismKind.PASSWORD,
          Optional.empty(),
          Optional.of(password),
          Optional.empty(),
          from,
          p.pos);
    }
    boolean key = p.accept(TokenKind.KEY);
    if (!key && !NameGrammar.atIdentifier(p)) {
      throw p.failAt(
          p.kind() == TokenKind.EOF ? p.pos : from, "a certificate, a key or a password");
    }
    Identifier name = NameGrammar.identifier(p);
    MechanismKind kind = MechanismKind.CERTIFICATE;
    if (key) {
      p.checkOneOf(from, "SYMMETRIC", "ASYMMETRIC");
      kind =
          p.tokens.isWord(from, "SYMMETRIC")
              ? MechanismKind.SYMMETRIC_KEY
              : MechanismKind.ASYMMETRIC_KEY;
    } else {
      p.check(from, "CERTIFICATE");
    }
    return new KeyMechanism(
        kind, Optional.of(name), Optional.empty(), Optional.empty(), from, p.pos);
  }

  static Statement alterSymmetricKey(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.KEY);
    Identifier name = NameGrammar.identifier(p);
    boolean add = p.at(TokenKind.ADD);
    if (!add && !p.at(TokenKind.DROP)) {
      throw p.fail("ADD or DROP");
    }
    p.pos++;
    return new KeyStatement.AlterSymmetricKey(name, add, encryption(p), from, p.pos);
  }

  // OPEN and CLOSE.

  static Statement open(Parser p) {
    int from = p.pos++;
    if (p.acceptWord("MASTER")) {
      p.expect(TokenKind.KEY);
      p.expectWord("DECRYPTION");
      p.expect(TokenKind.BY);
      return new KeyStatement.OpenMasterKey(password(p), from, p.pos);
    }
    p.expectWord("SYMMETRIC");
    p.expect(TokenKind.KEY);
    Identifier name = NameGrammar.identifier(p);
    p.expectWord("DECRYPTION");
    p.expect(TokenKind.BY);
    KeyMechanism mechanism = mechanism(p);
    if (mechanism.kind() != MechanismKind.PASSWORD && ServerValues.atWithWord(p)) {
      int with = p.pos++;
      Option password = ServerOptions.named(p, "PASSWORD", ServerOptions::string);
      if (mechanism.kind() == MechanismKind.SYMMETRIC_KEY) {
        throw p.failAt(with, "the end: a symmetric key has no password");
      }
      mechanism = with(p, mechanism, password);
    }
    return new KeyStatement.OpenSymmetricKey(name, mechanism, from, p.pos);
  }

  private static KeyMechanism with(Parser p, KeyMechanism mechanism, Option option) {
    return new KeyMechanism(
        mechanism.kind(),
        mechanism.name(),
        mechanism.password(),
        Optional.of(option),
        mechanism.from(),
        p.pos);
  }

  static Statement close(Parser p) {
    int from = p.pos++;
    if (p.acceptWord("MASTER")) {
      p.expect(TokenKind.KEY);
      return new KeyStatement.CloseMasterKey(from, p.pos);
    }
    if (p.accept(TokenKind.ALL)) {
      p.expectWord("SYMMETRIC");
      p.expectWord("KEYS");
      return new KeyStatement.CloseSymmetricKey(Optional.empty(), from, p.pos);
    }
    p.expectWord("SYMMETRIC");
    p.expect(TokenKind.KEY);
    return new KeyStatement.CloseSymmetricKey(Optional.of(NameGrammar.identifier(p)), from, p.pos);
  }

  // Keys of databases and columns. The word DATABASE or COLUMN was read.

  static Statement createDatabaseEncryptionKey(Parser p, int from) {
    int first = p.word();
    p.expect(TokenKind.KEY);
    p.expect(TokenKind.WITH);
    int second = p.word();
    p.expect(EQUALS);
    int algorithm = p.word();
    int third = p.word();
    p.expect(TokenKind.BY);
    KeyMechanism mechanism = serverMechanism(p);
    p.check(first, "ENCRYPTION");
    p.check(third, "ENCRYPTION");
    p.check(second, "ALGORITHM");
    return new KeyStatement.CreateDatabaseEncryptionKey(
        databaseAlgorithm(p, algorithm), mechanism, from, p.pos);
  }

  private static Identifier databaseAlgorithm(Parser p, int token) {
    String word = Words.upper(p.tokens.text(token));
    if (!DATABASE_ALGORITHMS.contains(word)) {
      throw p.failAt(token, "AES_128, AES_192, AES_256 or TRIPLE_DES_3KEY");
    }
    return new Identifier(word, Identifier.Quote.NONE, token, token + 1);
  }

  static Statement alterDatabaseEncryptionKey(Parser p, int from) {
    int first = p.word();
    p.expect(TokenKind.KEY);
    p.check(first, "ENCRYPTION");
    Optional<Identifier> algorithm = Optional.empty();
    if (p.at(TokenKind.IDENTIFIER, TokenKind.WITH)) {
      int regenerate = p.word();
      p.pos++;
      int word = p.word();
      p.expect(EQUALS);
      int value = p.word();
      p.check(regenerate, "REGENERATE");
      p.check(word, "ALGORITHM");
      algorithm = Optional.of(databaseAlgorithm(p, value));
      if (!p.atWord("ENCRYPTION") || p.kind(1) != TokenKind.BY) {
        return new KeyStatement.AlterDatabaseEncryptionKey(
            algorithm, Optional.empty(), from, p.pos);
      }
    }
    if (p.at(TokenKind.IDENTIFIER) && p.kind(1) != TokenKind.BY && p.kind(1) != TokenKind.EOF) {
      throw p.fail("REGENERATE or ENCRYPTION BY");
    }
    int second = p.word();
    p.expect(TokenKind.BY);
    KeyMechanism mechanism = serverMechanism(p);
    p.check(second, "ENCRYPTION");
    return new KeyStatement.AlterDatabaseEncryptionKey(
        algorithm, Optional.of(mechanism), from, p.pos);
  }

  /// `SERVER CERTIFICATE c`, `SERVER ASYMMETRIC KEY k`.
  private static KeyMechanism serverMechanism(Parser p) {
    int from = p.pos;
    MechanismKind kind = serverMechanismKind(p);
    Identifier name = NameGrammar.identifier(p);
    return new KeyMechanism(
        kind, Optional.of(name), Optional.empty(), Optional.empty(), from, p.pos);
  }

  static MechanismKind serverMechanismKind(Parser p) {
    p.expectWord("SERVER");
    int word = p.word();
    if (p.accept(TokenKind.KEY)) {
      p.check(word, "ASYMMETRIC");
      return MechanismKind.SERVER_ASYMMETRIC_KEY;
    }
    p.check(word, "CERTIFICATE");
    return MechanismKind.SERVER_CERTIFICATE;
  }

  static Statement createColumnKey(Parser p, int from) {
    if (p.acceptWord("MASTER")) {
      p.expect(TokenKind.KEY);
      Identifier name = NameGrammar.identifier(p);
      p.expect(TokenKind.WITH);
      List<Option> options =
          ServerOptions.parenthesised(
              p, parser -> ServerOptions.distinct(parser, KeyGrammar::columnMasterKeyOption, true));
      if (options.size() < 2) {
        throw p.failAt(p.pos - 1, "',': provider and path");
      }
      return new KeyStatement.CreateColumnMasterKey(name, options, from, p.pos);
    }
    if (!p.acceptWord("ENCRYPTION")) {
      throw p.fail("MASTER KEY or ENCRYPTION KEY");
    }
    p.expect(TokenKind.KEY);
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.WITH);
    p.expect(TokenKind.VALUES);
    List<ColumnKeyValue> values = new ArrayList<>();
    values.add(columnKeyValue(p));
    if (p.accept(TokenKind.COMMA)) {
      values.add(columnKeyValue(p));
    }
    return new KeyStatement.CreateColumnEncryptionKey(name, values, from, p.pos);
  }

  private static Option columnMasterKeyOption(Parser p) {
    return switch (p.wordHere()) {
      case "KEY_STORE_PROVIDER_NAME", "KEY_PATH" -> ServerOptions.valued(p, ServerOptions::string);
      case "ENCLAVE_COMPUTATIONS" -> {
        int from = p.pos++;
        List<Option> signature =
            ServerOptions.parenthesised(
                p,
                parser -> List.of(ServerOptions.named(parser, "SIGNATURE", ServerOptions::binary)));
        yield new Option("ENCLAVE_COMPUTATIONS", Optional.empty(), signature, from, p.pos);
      }
      default -> throw p.fail("KEY_STORE_PROVIDER_NAME, KEY_PATH or ENCLAVE_COMPUTATIONS");
    };
  }

  /// Three options in parentheses, each of another name.
  private static ColumnKeyValue columnKeyValue(Parser p) {
    int from = p.pos;
    List<Option> options =
        ServerOptions.parenthesised(
            p, parser -> ServerOptions.distinct(parser, KeyGrammar::columnKeyOption));
    return new ColumnKeyValue(options, from, p.pos);
  }

  private static Option columnKeyOption(Parser p) {
    return switch (p.wordHere()) {
      case "COLUMN_MASTER_KEY" -> ServerOptions.valued(p, ServerOptions::identifier);
      case "ALGORITHM" -> ServerOptions.valued(p, ServerOptions::string);
      case "ENCRYPTED_VALUE" -> ServerOptions.valued(p, ServerOptions::binary);
      default -> throw p.fail("COLUMN_MASTER_KEY, ALGORITHM or ENCRYPTED_VALUE");
    };
  }

  static Statement alterColumnKey(Parser p, int from) {
    int word = p.word();
    p.expect(TokenKind.KEY);
    Identifier name = NameGrammar.identifier(p);
    p.check(word, "ENCRYPTION");
    boolean add = p.at(TokenKind.ADD);
    if (!add && !p.at(TokenKind.DROP)) {
      throw p.fail("ADD VALUE or DROP VALUE");
    }
    p.pos++;
    p.expectWord("VALUE");
    int from2 = p.pos;
    ColumnKeyValue value;
    if (add) {
      value = columnKeyValue(p);
    } else {
      p.expect(TokenKind.LEFT_PARENTHESIS);
      Option key = ServerOptions.named(p, "COLUMN_MASTER_KEY", ServerOptions::identifier);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      value = new ColumnKeyValue(List.of(key), from2, p.pos);
    }
    return new KeyStatement.AlterColumnEncryptionKey(name, add, value, from, p.pos);
  }

  // Credentials and providers.

  static Statement credential(Parser p, Verb verb, boolean databaseScoped, int from) {
    if (databaseScoped) {
      p.pos++; // SCOPED
    }
    p.pos++; // CREDENTIAL
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.WITH);
    p.expect(TokenKind.IDENTITY);
    p.expect(EQUALS);
    Literal identity = ExpressionGrammar.string(p);
    Optional<Literal> secret = Optional.empty();
    if (p.accept(TokenKind.COMMA)) {
      secret = Optional.of(lateNamed(p, "SECRET"));
    }
    Optional<Identifier> provider = Optional.empty();
    if (verb == Verb.CREATE && !databaseScoped && p.accept(TokenKind.FOR)) {
      int first = p.word();
      int second = p.word();
      provider = Optional.of(NameGrammar.identifier(p));
      p.check(first, "CRYPTOGRAPHIC");
      p.check(second, "PROVIDER");
    }
    return new KeyStatement.Credential(
        verb, databaseScoped, name, identity, secret, provider, from, p.pos);
  }

  static Statement createProvider(Parser p, int from) {
    Identifier name = providerName(p);
    return new KeyStatement.CreateCryptographicProvider(name, file(p), from, p.pos);
  }

  private static Identifier providerName(Parser p) {
    p.pos++;
    int word = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(word, "PROVIDER");
    return name;
  }

  /// `FROM FILE = 'x'`.
  private static Literal file(Parser p) {
    p.expect(TokenKind.FROM);
    p.expect(TokenKind.FILE);
    p.expect(EQUALS);
    return ExpressionGrammar.string(p);
  }

  static Statement alterProvider(Parser p, int from) {
    Identifier name = providerName(p);
    if (p.at(TokenKind.FROM)) {
      return new KeyStatement.AlterCryptographicProvider(
          name, Optional.of(file(p)), Optional.empty(), from, p.pos);
    }
    boolean enable = p.atWord("ENABLE");
    if (!enable && !p.atWord("DISABLE")) {
      throw p.fail("FROM FILE, ENABLE or DISABLE");
    }
    p.pos++;
    return new KeyStatement.AlterCryptographicProvider(
        name, Optional.empty(), Optional.of(enable), from, p.pos);
  }

  // Signatures. The verb was read.

  static Statement signature(Parser p, boolean add, int from) {
    boolean counter = p.at(TokenKind.IDENTIFIER) && p.kind(1) == TokenKind.IDENTIFIER;
    if (counter) {
      p.expectWord("COUNTER");
    }
    p.expectWord("SIGNATURE");
    p.expect(add ? TokenKind.TO : TokenKind.FROM);
    Optional<Identifier> elementClass = Optional.empty();
    if (p.kind(1) == TokenKind.DOUBLE_COLON) {
      int word = p.pos;
      if (!p.at(TokenKind.IDENTIFIER) && !p.at(TokenKind.DATABASE)) {
        throw p.fail("OBJECT, ASSEMBLY or DATABASE");
      }
      p.pos += 2;
      elementClass =
          Optional.of(
              new Identifier(
                  Words.upper(p.tokens.text(word)), Identifier.Quote.NONE, word, word + 1));
    }
    MultiPartName element = NameGrammar.nameOf(p, 3);
    if (elementClass.isPresent()
        && p.tokens.kind(elementClass.get().from()) != TokenKind.DATABASE) {
      p.checkOneOf(elementClass.get().from(), "OBJECT", "ASSEMBLY");
    }
    p.expect(TokenKind.BY);
    List<KeyMechanism> mechanisms = p.commaList(KeyGrammar::signatureMechanism);
    return new KeyStatement.Signature(add, counter, elementClass, element, mechanisms, from, p.pos);
  }

  /// A mechanism with `[WITH word = 'x' | 0x]`: any word may stand there.
  private static KeyMechanism signatureMechanism(Parser p) {
    KeyMechanism mechanism = mechanism(p);
    if (mechanism.kind() == MechanismKind.PASSWORD || !ServerValues.atWithWord(p)) {
      return mechanism;
    }
    p.pos++;
    Option option =
        ServerOptions.valued(
            p,
            parser -> {
              int from = parser.pos;
              return ServerOptions.scalar(parser, ServerValues.binaryOrString(parser), from);
            });
    return with(p, mechanism, option);
  }
}
