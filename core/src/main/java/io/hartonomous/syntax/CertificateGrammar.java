package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.KeyStatement;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.ServerPart.KeyChange;
import io.hartonomous.syntax.ast.ServerPart.KeySource;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Certificates and asymmetric keys, and BACKUP and RESTORE of keys. Source: Microsoft Learn,
/// "CREATE CERTIFICATE", "ALTER CERTIFICATE", "CREATE ASYMMETRIC KEY", "ALTER ASYMMETRIC KEY",
/// "BACKUP CERTIFICATE", "BACKUP MASTER KEY", "RESTORE MASTER KEY"; what the reference compiler
/// takes.
final class CertificateGrammar {
  private static final Set<String> OPTIONS = Set.of("SUBJECT", "START_DATE", "EXPIRY_DATE");

  private CertificateGrammar() {}

  static Statement create(Parser p, int from) {
    p.pos++;
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> owner = ServerValues.owner(p);
    Optional<KeySource> source = Optional.empty();
    List<Option> privateKey = List.of();
    Optional<Literal> password = Optional.empty();
    List<Option> options = new ArrayList<>();
    if (p.accept(TokenKind.FROM)) {
      if (p.at(TokenKind.FILE) || p.kind(1) == TokenKind.FILE) {
        source = Optional.of(file(p));
        if (ServerValues.atWithWord(p)) {
          p.pos++;
          privateKey = privateKey(p, true);
        }
      } else {
        source = Optional.of(assembly(p));
      }
    } else {
      if (p.at(TokenKind.IDENTIFIER)) {
        password = Optional.of(ServerValues.passwordClause(p, "ENCRYPTION"));
      }
      p.expect(TokenKind.WITH);
      do {
        Option option = option(p);
        if (options.stream().anyMatch(o -> o.name().equals(option.name()))) {
          throw p.failAt(option.from(), "another option");
        }
        options.add(option);
      } while (p.accept(TokenKind.COMMA));
    }
    Optional<Boolean> active =
        p.at(TokenKind.IDENTIFIER, TokenKind.FOR) ? Optional.of(active(p)) : Optional.empty();
    return new KeyStatement.CreateCertificate(
        name, owner, source, privateKey, password, options, active, from, p.pos);
  }

  private static Option option(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    Option option = ServerOptions.make(p, from, ServerOptions.string(p));
    if (!OPTIONS.contains(option.name())) {
      throw p.failAt(from, "SUBJECT, START_DATE or EXPIRY_DATE");
    }
    return option;
  }

  /// `[EXECUTABLE] FILE = 'x'`.
  private static KeySource file(Parser p) {
    int from = p.pos;
    boolean executable = !p.at(TokenKind.FILE);
    if (executable) {
      p.expectWord("EXECUTABLE");
    }
    p.expect(TokenKind.FILE);
    p.expect(EQUALS);
    return new KeySource.File(executable, ExpressionGrammar.string(p), from, p.pos);
  }

  private static KeySource assembly(Parser p) {
    int from = p.word();
    Identifier name = NameGrammar.identifier(p);
    p.check(from, "ASSEMBLY");
    return new KeySource.Assembly(name, from, p.pos);
  }

  /// `ACTIVE FOR BEGIN_DIALOG = ON | OFF`.
  private static boolean active(Parser p) {
    int first = p.word();
    p.expect(TokenKind.FOR);
    int second = p.word();
    p.expect(EQUALS);
    boolean on = p.at(TokenKind.ON);
    ServerOptions.onOff(p);
    p.check(first, "ACTIVE");
    p.check(second, "BEGIN_DIALOG");
    return on;
  }

  /// `PRIVATE KEY (options)`; each option once.
  private static List<Option> privateKey(Parser p, boolean withFile) {
    int word = p.word();
    p.expect(TokenKind.KEY);
    p.expect(TokenKind.LEFT_PARENTHESIS);
    List<Option> options = new ArrayList<>();
    do {
      Option option = privateKeyOption(p, withFile);
      if (options.stream().anyMatch(o -> o.name().equals(option.name()))) {
        throw p.failAt(option.from(), "another option");
      }
      options.add(option);
    } while (p.accept(TokenKind.COMMA));
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    p.check(word, "PRIVATE");
    return options;
  }

  /// `FILE = 'x'`, `ENCRYPTION BY PASSWORD = 'x'`, `DECRYPTION BY PASSWORD = 'x'`.
  private static Option privateKeyOption(Parser p, boolean withFile) {
    if (withFile && p.at(TokenKind.FILE)) {
      return ServerOptions.valued(p, ServerOptions::string);
    }
    int from = p.word();
    p.expect(TokenKind.BY);
    int password = p.word();
    p.expect(EQUALS);
    var value = ServerOptions.string(p);
    p.check(password, "PASSWORD");
    p.checkOneOf(from, "ENCRYPTION", "DECRYPTION");
    return new Option(
        Words.upper(p.tokens.text(from)) + " BY PASSWORD",
        true,
        Optional.of(value),
        List.of(),
        from,
        p.pos);
  }

  static Statement alter(Parser p, int from) {
    p.pos++;
    Identifier name = NameGrammar.identifier(p);
    return new KeyStatement.AlterCertificate(name, change(p, true), from, p.pos);
  }

  private static KeyChange change(Parser p, boolean certificate) {
    int from = p.pos;
    if (p.accept(TokenKind.WITH)) {
      if (certificate && p.kind(1) == TokenKind.FOR) {
        boolean on = active(p);
        return new KeyChange.ActiveForBeginDialog(on, from, p.pos);
      }
      if (!certificate) {
        p.expectWord("PRIVATE");
        p.pos--;
      }
      return new KeyChange.PrivateKey(privateKey(p, certificate), from, p.pos);
    }
    int word = p.word();
    if (p.accept(TokenKind.BY)) {
      Literal path = ExpressionGrammar.string(p);
      if (certificate) {
        p.check(word, "ATTESTED");
      }
      return new KeyChange.AttestedBy(path, from, p.pos);
    }
    p.check(word, "REMOVE");
    int what = p.word();
    if (p.accept(TokenKind.OPTION)) {
      p.check(what, "ATTESTED");
      return new KeyChange.RemoveAttestedOption(from, p.pos);
    }
    p.expect(TokenKind.KEY);
    p.check(what, "PRIVATE");
    return new KeyChange.RemovePrivateKey(from, p.pos);
  }

  static Statement createAsymmetricKey(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.KEY);
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> owner = ServerValues.owner(p);
    Optional<KeySource> source = Optional.empty();
    List<Option> options = List.of();
    if (p.accept(TokenKind.FROM)) {
      source =
          Optional.of(
              p.at(TokenKind.FILE) || p.kind(1) == TokenKind.FILE
                  ? file(p)
                  : p.atWord("ASSEMBLY") ? assembly(p) : KeyGrammar.provider(p));
    } else {
      p.expect(TokenKind.WITH);
      int word = p.word();
      p.expect(EQUALS);
      int value = p.word();
      p.check(word, "ALGORITHM");
      p.pos = value;
      options = List.of(ServerOptions.make(p, word, KeyGrammar.algorithm(p)));
      options =
          List.of(
              new Option("ALGORITHM", true, options.getFirst().value(), List.of(), word, p.pos));
    }
    Optional<Literal> password =
        p.at(TokenKind.IDENTIFIER, TokenKind.BY)
            ? Optional.of(ServerValues.passwordClause(p, "ENCRYPTION"))
            : Optional.empty();
    return new KeyStatement.CreateAsymmetricKey(
        name, owner, source, options, password, from, p.pos);
  }

  static Statement alterAsymmetricKey(Parser p, int from) {
    p.pos++;
    p.expect(TokenKind.KEY);
    Identifier name = NameGrammar.identifier(p);
    return new KeyStatement.AlterAsymmetricKey(name, change(p, false), from, p.pos);
  }

  // BACKUP and RESTORE of keys. The verb was read.

  static Statement backupCertificate(Parser p, int from) {
    p.pos++;
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.TO);
    Literal path = path(p);
    List<Option> privateKey = List.of();
    if (ServerValues.atWithWord(p)) {
      p.pos++;
      privateKey = privateKey(p, true);
    }
    return new KeyStatement.BackupCertificate(name, path, privateKey, from, p.pos);
  }

  private static Literal path(Parser p) {
    p.expect(TokenKind.FILE);
    p.expect(EQUALS);
    return ExpressionGrammar.string(p);
  }

  static Statement backupMasterKey(Parser p, int from) {
    boolean service = p.atWord("SERVICE") && p.kind(1) == TokenKind.IDENTIFIER;
    p.pos += service ? 1 : 0;
    int master = p.word();
    p.expect(TokenKind.KEY);
    p.expect(TokenKind.TO);
    Literal path = path(p);
    int first = p.word();
    p.expect(TokenKind.BY);
    int second = p.word();
    p.expect(EQUALS);
    Literal password = ExpressionGrammar.string(p);
    p.check(master, "MASTER");
    p.check(first, "ENCRYPTION");
    p.check(second, "PASSWORD");
    return new KeyStatement.BackupMasterKey(service, path, password, from, p.pos);
  }

  static Statement restoreMasterKey(Parser p, int from) {
    boolean service = p.acceptWord("SERVICE");
    int master = p.word();
    p.expect(TokenKind.KEY);
    p.expect(TokenKind.FROM);
    Literal path = path(p);
    int first = p.word();
    p.expect(TokenKind.BY);
    int second = p.word();
    p.expect(EQUALS);
    Literal password = ExpressionGrammar.string(p);
    p.check(master, "MASTER");
    p.check(first, "DECRYPTION");
    p.check(second, "PASSWORD");
    Optional<Literal> newPassword =
        service ? Optional.empty() : Optional.of(ServerValues.passwordClause(p, "ENCRYPTION"));
    boolean force = p.at(TokenKind.IDENTIFIER);
    if (force) {
      p.expectWord("FORCE");
    }
    return new KeyStatement.RestoreMasterKey(
        service, path, password, newPassword, force, from, p.pos);
  }
}
