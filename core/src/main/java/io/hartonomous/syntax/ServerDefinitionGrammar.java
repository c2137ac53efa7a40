package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.ServerPart.Verb;
import io.hartonomous.syntax.ast.Statement;

/// CREATE, ALTER, DROP and ADD of what belongs to a server, a database or its security: the choice
/// of the grammar by the words after the verb. Null if they name something else.
///
/// The reference compiler takes the word of a kind only if the token behind it fits too: if not,
/// the word itself is the error.
final class ServerDefinitionGrammar {
  private ServerDefinitionGrammar() {}

  /// The word of a kind that a name follows.
  private static void beforeName(Parser p) {
    if (!NameGrammar.isIdentifier(p, 1)) {
      throw p.fail(Words.upper(p.text()) + " and a name");
    }
  }

  /// The word of a kind that this token follows.
  private static void before(Parser p, TokenKind next) {
    if (p.kind(1) != next) {
      throw p.fail(Words.upper(p.text()) + " and " + next.shown());
    }
  }

  private static void beforeWord(Parser p) {
    before(p, TokenKind.IDENTIFIER);
  }

  /// Consumes the word of a kind before a name.
  private static void named(Parser p) {
    beforeName(p);
    p.pos++;
  }

  // CREATE.

  static Statement create(Parser p, int from, boolean first) {
    switch (p.kind()) {
      case USER -> {
        p.pos++;
        return PrincipalGrammar.createUser(p, from);
      }
      case DATABASE -> {
        p.pos++;
        return createDatabase(p, from);
      }
      case COLUMN -> {
        p.pos++;
        return KeyGrammar.createColumnKey(p, from);
      }
      case EXTERNAL -> {
        if (!p.atWord(1, "RESOURCE")) {
          return null;
        }
        p.pos++;
        beforeWord(p);
        return ResourceGrammar.pool(p, Verb.CREATE, true, from);
      }
      case IDENTIFIER -> {
        return createByWord(p, from, first);
      }
      default -> {
        return null;
      }
    }
  }

  private static Statement createDatabase(Parser p, int from) {
    if (p.atWords("AUDIT", "SPECIFICATION")) {
      p.pos++;
      return AuditGrammar.specification(p, Verb.CREATE, false, from);
    }
    if (p.atWords("SCOPED", "CREDENTIAL")) {
      return KeyGrammar.credential(p, Verb.CREATE, true, from);
    }
    if (p.at(TokenKind.IDENTIFIER, TokenKind.KEY)) {
      return KeyGrammar.createDatabaseEncryptionKey(p, from);
    }
    return DatabaseGrammar.create(p, from);
  }

  private static Statement createByWord(Parser p, int from, boolean first) {
    switch (p.wordHere()) {
      case "LOGIN":
        named(p);
        return LoginGrammar.create(p, from);
      case "ROLE":
        named(p);
        return PrincipalGrammar.createRole(p, from);
      case "APPLICATION":
        beforeWord(p);
        return PrincipalGrammar.createApplicationRole(p, from);
      case "SERVER":
        beforeWord(p);
        p.pos++;
        return createOfServer(p, from);
      case "MASTER":
        before(p, TokenKind.KEY);
        return KeyGrammar.createMasterKey(p, from);
      case "SYMMETRIC":
        before(p, TokenKind.KEY);
        return KeyGrammar.createSymmetricKey(p, from);
      case "ASYMMETRIC":
        before(p, TokenKind.KEY);
        return CertificateGrammar.createAsymmetricKey(p, from);
      case "CERTIFICATE":
        beforeName(p);
        return CertificateGrammar.create(p, from);
      case "CREDENTIAL":
        beforeName(p);
        return KeyGrammar.credential(p, Verb.CREATE, false, from);
      case "CRYPTOGRAPHIC":
        beforeWord(p);
        return KeyGrammar.createProvider(p, from);
      case "EVENT":
        beforeWord(p);
        p.pos++;
        return EventGrammar.create(p, from);
      case "MESSAGE":
        beforeWord(p);
        return BrokerGrammar.messageType(p, Verb.CREATE, from);
      case "CONTRACT":
        beforeName(p);
        return BrokerGrammar.createContract(p, from);
      case "QUEUE":
        beforeObject(p);
        return BrokerGrammar.queue(p, Verb.CREATE, from);
      case "SERVICE":
        beforeName(p);
        return BrokerGrammar.createService(p, from);
      case "ROUTE":
        beforeName(p);
        return BrokerGrammar.route(p, Verb.CREATE, from);
      case "REMOTE":
        beforeWord(p);
        return BrokerGrammar.remoteServiceBinding(p, Verb.CREATE, from);
      case "BROKER":
        beforeWord(p);
        return BrokerGrammar.brokerPriority(p, Verb.CREATE, from);
      case "ENDPOINT":
        beforeName(p);
        return EndpointGrammar.endpoint(p, Verb.CREATE, from);
      case "AVAILABILITY":
        before(p, TokenKind.GROUP);
        return AvailabilityGrammar.create(p, from);
      case "RESOURCE":
        beforeWord(p);
        return ResourceGrammar.pool(p, Verb.CREATE, false, from);
      case "WORKLOAD":
        if (p.kind(1) == TokenKind.GROUP) {
          return ResourceGrammar.workloadGroup(p, Verb.CREATE, from);
        }
        beforeWord(p);
        return ResourceGrammar.createClassifier(p, from);
      case "FEDERATION":
        named(p);
        alone(p, from, first);
        return ServerGrammar.createFederation(p, from);
      default:
        return null;
    }
  }

  private static void beforeObject(Parser p) {
    if (p.kind(1) != TokenKind.DOT) {
      beforeName(p);
    }
  }

  private static void alone(Parser p, int from, boolean first) {
    if (!first) {
      throw p.failAt(from, "GO before it: this statement must be the first of its batch");
    }
  }

  private static Statement createOfServer(Parser p, int from) {
    if (!p.atWord("AUDIT") && !p.atWord("ROLE")) {
      throw p.fail("AUDIT or ROLE");
    }
    boolean audit = p.atWord("AUDIT");
    named(p);
    return audit
        ? AuditGrammar.createServerAudit(p, from)
        : PrincipalGrammar.createServerRole(p, from);
  }

  // ALTER.

  static Statement alter(Parser p, int from, boolean first) {
    switch (p.kind()) {
      case USER -> {
        p.pos++;
        return PrincipalGrammar.alterUser(p, from);
      }
      case AUTHORIZATION -> {
        p.pos++;
        return PermissionGrammar.alterAuthorization(p, from);
      }
      case DATABASE -> {
        p.pos++;
        return alterDatabase(p, from);
      }
      case COLUMN -> {
        p.pos++;
        return KeyGrammar.alterColumnKey(p, from);
      }
      case EXTERNAL -> {
        if (!p.atWord(1, "RESOURCE")) {
          return null;
        }
        p.pos++;
        beforeWord(p);
        return ResourceGrammar.pool(p, Verb.ALTER, true, from);
      }
      case IDENTIFIER -> {
        return alterByWord(p, from, first);
      }
      default -> {
        return null;
      }
    }
  }

  private static Statement alterDatabase(Parser p, int from) {
    if (p.atWords("AUDIT", "SPECIFICATION")) {
      p.pos++;
      return AuditGrammar.specification(p, Verb.ALTER, false, from);
    }
    if (p.atWords("SCOPED", "CREDENTIAL")) {
      return KeyGrammar.credential(p, Verb.ALTER, true, from);
    }
    if (p.at(TokenKind.IDENTIFIER, TokenKind.KEY)) {
      return KeyGrammar.alterDatabaseEncryptionKey(p, from);
    }
    if (!p.atWords("SCOPED", "CONFIGURATION")) {
      switch (p.kind(1)) {
        case ADD, SET, COLLATE, IDENTIFIER -> {}
        default -> {
          if (NameGrammar.atIdentifier(p) || p.at(TokenKind.CURRENT)) {
            throw p.fail("a database and what to change");
          }
        }
      }
    }
    return DatabaseGrammar.alter(p, from);
  }

  private static Statement alterByWord(Parser p, int from, boolean first) {
    switch (p.wordHere()) {
      case "LOGIN":
        named(p);
        return LoginGrammar.alter(p, from);
      case "ROLE":
        named(p);
        return PrincipalGrammar.alterRole(p, from);
      case "APPLICATION":
        beforeWord(p);
        return PrincipalGrammar.alterApplicationRole(p, from);
      case "SERVER":
        beforeWord(p);
        p.pos++;
        return alterOfServer(p, from);
      case "MASTER":
        before(p, TokenKind.KEY);
        return KeyGrammar.alterMasterKey(p, from);
      case "SYMMETRIC":
        before(p, TokenKind.KEY);
        return KeyGrammar.alterSymmetricKey(p, from);
      case "ASYMMETRIC":
        before(p, TokenKind.KEY);
        return CertificateGrammar.alterAsymmetricKey(p, from);
      case "CERTIFICATE":
        beforeName(p);
        return CertificateGrammar.alter(p, from);
      case "CREDENTIAL":
        beforeName(p);
        return KeyGrammar.credential(p, Verb.ALTER, false, from);
      case "CRYPTOGRAPHIC":
        beforeWord(p);
        return KeyGrammar.alterProvider(p, from);
      case "EVENT":
        beforeWord(p);
        p.pos++;
        return EventGrammar.alterSession(p, from);
      case "MESSAGE":
        beforeWord(p);
        return BrokerGrammar.messageType(p, Verb.ALTER, from);
      case "QUEUE":
        beforeObject(p);
        return BrokerGrammar.queue(p, Verb.ALTER, from);
      case "SERVICE":
        beforeName(p);
        p.pos++;
        if (p.at(TokenKind.IDENTIFIER, TokenKind.KEY)) {
          return KeyGrammar.alterServiceMasterKey(p, from);
        }
        if (p.kind(1) != TokenKind.ON && p.kind(1) != TokenKind.LEFT_PARENTHESIS) {
          throw p.fail("MASTER KEY, or a service and its changes");
        }
        return BrokerGrammar.alterService(p, from);
      case "ROUTE":
        beforeName(p);
        return BrokerGrammar.route(p, Verb.ALTER, from);
      case "REMOTE":
        beforeWord(p);
        return BrokerGrammar.remoteServiceBinding(p, Verb.ALTER, from);
      case "BROKER":
        beforeWord(p);
        return BrokerGrammar.brokerPriority(p, Verb.ALTER, from);
      case "ENDPOINT":
        beforeName(p);
        return EndpointGrammar.endpoint(p, Verb.ALTER, from);
      case "AVAILABILITY":
        before(p, TokenKind.GROUP);
        return AvailabilityGrammar.alter(p, from);
      case "RESOURCE":
        beforeWord(p);
        return alterResource(p, from);
      case "WORKLOAD":
        before(p, TokenKind.GROUP);
        return ResourceGrammar.workloadGroup(p, Verb.ALTER, from);
      case "FEDERATION":
        named(p);
        alone(p, from, first);
        return ServerGrammar.alterFederation(p, from);
      default:
        return null;
    }
  }

  private static Statement alterOfServer(Parser p, int from) {
    switch (p.wordHere()) {
      case "AUDIT" -> {
        named(p);
        return AuditGrammar.alterServerAudit(p, from);
      }
      case "ROLE" -> {
        named(p);
        return PrincipalGrammar.alterServerRole(p, from);
      }
      case "CONFIGURATION" -> {
        before(p, TokenKind.SET);
        return ServerConfigurationGrammar.alter(p, from);
      }
      default -> throw p.fail("AUDIT, ROLE or CONFIGURATION");
    }
  }

  /// The cursor is at RESOURCE.
  private static Statement alterResource(Parser p, int from) {
    if (p.atWord(1, "POOL")) {
      if (!NameGrammar.isIdentifier(p, 2)) {
        throw p.failAt(p.pos + 1, "POOL and a name");
      }
      return ResourceGrammar.pool(p, Verb.ALTER, false, from);
    }
    p.pos++;
    if (!p.atWord("GOVERNOR")) {
      throw p.fail("POOL or GOVERNOR");
    }
    switch (p.kind(1)) {
      case IDENTIFIER, RECONFIGURE, WITH -> {
        return ResourceGrammar.alterGovernor(p, from);
      }
      default -> throw p.fail("GOVERNOR and what to do with it");
    }
  }

  // DROP and ADD. The verb was read.

  static Statement drop(Parser p, int from) {
    switch (p.wordHere()) {
      case "EVENT" -> {
        beforeWord(p);
        p.pos++;
        return EventGrammar.drop(p, from);
      }
      case "SIGNATURE" -> {
        before(p, TokenKind.FROM);
        return KeyGrammar.signature(p, false, from);
      }
      case "COUNTER" -> {
        beforeWord(p);
        return KeyGrammar.signature(p, false, from);
      }
      case "SENSITIVITY" -> {
        beforeWord(p);
        return AuditGrammar.dropClassification(p, from);
      }
      default -> {
        return null;
      }
    }
  }

  /// `ADD [COUNTER] SIGNATURE`, `ADD SENSITIVITY CLASSIFICATION`.
  static Statement add(Parser p) {
    int from = p.pos++;
    if (p.atWord("SENSITIVITY") && p.kind(1) == TokenKind.IDENTIFIER) {
      return AuditGrammar.addClassification(p, from);
    }
    if (!p.at(TokenKind.IDENTIFIER)
        || p.kind(1) != TokenKind.TO && p.kind(1) != TokenKind.IDENTIFIER) {
      throw p.fail("SIGNATURE TO, COUNTER SIGNATURE TO or SENSITIVITY CLASSIFICATION TO");
    }
    return KeyGrammar.signature(p, true, from);
  }
}
