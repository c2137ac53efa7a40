package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.AuditStatement;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.AuditPart;
import io.hartonomous.syntax.ast.ServerPart.AuditTarget;
import io.hartonomous.syntax.ast.ServerPart.Verb;
import io.hartonomous.syntax.ast.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Audits and audit specifications, and the classification of columns. Source: Microsoft Learn,
/// "CREATE SERVER AUDIT", "ALTER SERVER AUDIT", "CREATE SERVER AUDIT SPECIFICATION", "CREATE
/// DATABASE AUDIT SPECIFICATION", "ADD SENSITIVITY CLASSIFICATION"; what the reference compiler
/// takes.
final class AuditGrammar {
  private static final BigInteger LARGEST_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);

  private AuditGrammar() {}

  /// The cursor is behind `CREATE SERVER AUDIT`.
  static Statement createServerAudit(Parser p, int from) {
    if (p.atWord("SPECIFICATION") && NameGrammar.isIdentifier(p, 1)) {
      return specification(p, Verb.CREATE, true, from);
    }
    Identifier name = NameGrammar.identifier(p);
    AuditTarget target = target(p, true);
    List<Option> options = options(p, true);
    return new AuditStatement.CreateServerAudit(name, target, options, where(p), from, p.pos);
  }

  static Statement alterServerAudit(Parser p, int from) {
    if (p.atWord("SPECIFICATION")) {
      return specification(p, Verb.ALTER, true, from);
    }
    Identifier name = NameGrammar.identifier(p);
    if (p.atWord("MODIFY")) {
      p.pos++;
      int word = p.word();
      p.expect(EQUALS);
      Identifier newName = NameGrammar.identifier(p);
      p.check(word, "NAME");
      return new AuditStatement.RenameServerAudit(name, newName, from, p.pos);
    }
    if (p.at(TokenKind.IDENTIFIER, TokenKind.WHERE)) {
      p.expectWord("REMOVE");
      p.pos++;
      return new AuditStatement.RemoveAuditCondition(name, from, p.pos);
    }
    Optional<AuditTarget> target =
        p.at(TokenKind.TO) ? Optional.of(target(p, false)) : Optional.empty();
    List<Option> options = options(p, false);
    Optional<Condition> where = where(p);
    if (target.isEmpty() && options.isEmpty() && where.isEmpty()) {
      throw p.failAt(name.from(), "a target, options or a condition after the audit's name");
    }
    return new AuditStatement.AlterServerAudit(name, target, options, where, from, p.pos);
  }

  private static Optional<Condition> where(Parser p) {
    return p.optional(p.accept(TokenKind.WHERE), EventGrammar::condition);
  }

  private static AuditTarget target(Parser p, boolean create) {
    p.expect(TokenKind.TO);
    int from = p.pos;
    boolean file = p.at(TokenKind.FILE);
    if (!file && p.kind(1) != TokenKind.LEFT_PARENTHESIS) {
      int word = p.word();
      p.checkOneOf(word, "APPLICATION_LOG", "SECURITY_LOG", "EXTERNAL_MONITOR");
      return new AuditTarget(Words.upper(p.tokens.text(word)), List.of(), from, p.pos);
    }
    if (!file && !p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("a target");
    }
    p.pos++;
    p.expect(TokenKind.LEFT_PARENTHESIS);
    List<Option> options = new ArrayList<>();
    options.add(file ? fileOption(p) : urlOption(p));
    if (!file) {
      p.check(from, "URL");
    }
    while (p.at(TokenKind.COMMA) && (file || options.size() < 2)) {
      p.pos++;
      options.add(file ? fileOption(p) : urlOption(p));
    }
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    String path = file ? "FILEPATH" : "PATH";
    if (create && options.stream().noneMatch(o -> o.name().equals(path))) {
      throw p.report(file ? Code.AUDIT_WITHOUT_FILE_PATH : Code.AUDIT_WITHOUT_PATH, from);
    }
    return new AuditTarget(file ? "FILE" : "URL", options, from, p.pos);
  }

  private static Option fileOption(Parser p) {
    return switch (p.wordHere()) {
      case "MAXSIZE" -> ServerOptions.valued(p, AuditGrammar::size);
      case "MAX_ROLLOVER_FILES" -> ServerOptions.valued(p, AuditGrammar::countOrUnlimited);
      case "RESERVE_DISK_SPACE" -> ServerOptions.valued(p, ServerOptions::onOff);
      case "MAX_FILES" -> ServerOptions.valued(p, ServerOptions::integer);
      default -> path(p);
    };
  }

  private static Option urlOption(Parser p) {
    return p.atWord("RETENTION_DAYS") ? ServerOptions.valued(p, ServerOptions::integer) : path(p);
  }

  private static Option path(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    OptionValue value = ServerOptions.string(p);
    p.checkOneOf(from, "FILEPATH", "PATH");
    return ServerOptions.make(p, from, value);
  }

  /// A number with its unit, not more bytes than fit, or UNLIMITED.
  private static OptionValue size(Parser p) {
    if (!p.at(TokenKind.INTEGER)) {
      return ServerOptions.oneOf(p, "UNLIMITED");
    }
    Expression.Literal number = ExpressionGrammar.integer(p);
    int unit = p.word();
    int shift = 0;
    if (p.tokens.isWord(unit, "GB")) {
      shift = 10;
    } else if (p.tokens.isWord(unit, "TB")) {
      shift = 20;
    } else {
      p.check(unit, "MB");
    }
    if (new BigInteger(number.text()).shiftLeft(shift).compareTo(LARGEST_INTEGER) > 0) {
      throw p.failAt(number.from(), "a smaller size");
    }
    return ServerOptions.measured(p, number);
  }

  private static OptionValue countOrUnlimited(Parser p) {
    return p.at(TokenKind.INTEGER) ? ServerOptions.integer(p) : ServerOptions.oneOf(p, "UNLIMITED");
  }

  private static List<Option> options(Parser p, boolean create) {
    if (!ServerValues.atWithList(p)) {
      return List.of();
    }
    p.pos++;
    return ServerOptions.parenthesised(
        p, parser -> parser.commaList(inner -> option(inner, create)));
  }

  private static Option option(Parser p, boolean create) {
    int from = p.word();
    p.expect(EQUALS);
    OptionValue value;
    if (p.at(TokenKind.INTEGER)) {
      value = ServerOptions.integer(p);
      p.check(from, "QUEUE_DELAY");
    } else if (create && ExpressionGrammar.atString(p)) {
      value = ServerOptions.string(p);
      p.check(from, "AUDIT_GUID");
      checkGuid(p, (OptionValue.Scalar) value);
    } else if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
      if (!create && !p.tokens.isWord(from, "OPERATOR_AUDIT") && !p.tokens.isWord(from, "STATE")) {
        throw p.fail("a value of this option");
      }
      value = ServerOptions.onOff(p);
      if (create) {
        p.check(from, "OPERATOR_AUDIT");
      }
    } else if (p.at(TokenKind.CONTINUE) || p.at(TokenKind.SHUTDOWN) || p.at(TokenKind.IDENTIFIER)) {
      p.check(from, "ON_FAILURE");
      value =
          p.at(TokenKind.IDENTIFIER)
              ? ServerOptions.oneOf(p, "FAIL_OPERATION")
              : ServerOptions.word(p);
    } else {
      throw p.fail("a value");
    }
    return ServerOptions.make(p, from, value);
  }

  private static void checkGuid(Parser p, OptionValue.Scalar value) {
    String text = Literals.string((Expression.Literal) value.expression());
    boolean guid = text.length() == 36;
    if (guid) {
      try {
        guid = UUID.fromString(text).toString().equalsIgnoreCase(text);
      } catch (IllegalArgumentException _) { // told below
        guid = false;
      }
    }
    if (!guid) {
      throw p.report(Code.NOT_A_GUID, value.from(), "'" + text + "'");
    }
  }

  // Audit specifications.

  /// The cursor is at SPECIFICATION, behind AUDIT.
  static Statement specification(Parser p, Verb verb, boolean server, int from) {
    p.expectWord("SPECIFICATION");
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> audit = Optional.empty();
    if (verb == Verb.CREATE || p.at(TokenKind.FOR)) {
      p.expect(TokenKind.FOR);
      int first = p.word();
      int second = p.word();
      audit = Optional.of(NameGrammar.identifier(p));
      p.check(first, "SERVER");
      p.check(second, "AUDIT");
    }
    List<AuditPart> parts = new ArrayList<>();
    if (p.at(TokenKind.ADD, TokenKind.LEFT_PARENTHESIS)
        || verb == Verb.ALTER && p.at(TokenKind.DROP, TokenKind.LEFT_PARENTHESIS)) {
      parts.addAll(p.commaList(parser -> part(parser, verb, server)));
    }
    Optional<Boolean> state = Optional.empty();
    if (ServerValues.atWithList(p)) {
      p.pos += 2;
      int word = p.word();
      p.expect(EQUALS);
      state = Optional.of(p.at(TokenKind.ON));
      ServerOptions.onOff(p);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      p.check(word, "STATE");
    }
    return new AuditStatement.AuditSpecification(
        verb, server, name, audit, parts, state, from, p.pos);
  }

  private static AuditPart part(Parser p, Verb verb, boolean server) {
    int from = p.pos;
    boolean drop = verb == Verb.ALTER && p.at(TokenKind.DROP);
    if (drop) {
      p.pos++;
    } else {
      p.expect(TokenKind.ADD);
    }
    p.expect(TokenKind.LEFT_PARENTHESIS);
    boolean group = server || p.at(TokenKind.IDENTIFIER, TokenKind.RIGHT_PARENTHESIS);
    AuditPart part = group ? group(p, drop, server, from) : actions(p, drop, from);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new AuditPart(
        part.drop(),
        part.actions(),
        part.securableClass(),
        part.securable(),
        part.principals(),
        from,
        p.pos);
  }

  private static AuditPart group(Parser p, boolean drop, boolean server, int from) {
    String word = p.wordHere();
    if (!(server ? EventNames.isServerAuditGroup(word) : EventNames.isDatabaseAuditGroup(word))) {
      throw p.fail("a group of audit actions");
    }
    Identifier name = NameGrammar.upperWord(p);
    return new AuditPart(
        drop, List.of(name), Optional.empty(), Optional.empty(), List.of(), from, p.pos);
  }

  private static AuditPart actions(Parser p, boolean drop, int from) {
    List<Identifier> actions = p.commaList(AuditGrammar::action);
    p.expect(TokenKind.ON);
    Optional<Identifier> securableClass = SecurableGrammar.securableClass(p);
    MultiPartName securable = NameGrammar.name(p);
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      List<Identifier> columns = NameGrammar.parenthesised(p);
      throw p.failAt(columns.getFirst().from(), "BY: columns cannot be audited");
    }
    p.expect(TokenKind.BY);
    List<Identifier> principals = p.commaList(PermissionGrammar::principal);
    return new AuditPart(
        drop, actions, securableClass, Optional.of(securable), principals, from, p.pos);
  }

  private static Identifier action(Parser p) {
    return switch (p.kind()) {
      case SELECT, UPDATE, INSERT, DELETE, EXECUTE, REFERENCES -> NameGrammar.upperWord(p);
      case IDENTIFIER -> {
        p.expectWord("RECEIVE");
        p.pos--;
        yield NameGrammar.upperWord(p);
      }
      default -> throw p.fail("an action");
    };
  }

  // The classification of columns. The verb was read.

  static Statement addClassification(Parser p, int from) {
    List<MultiPartName> columns = classified(p, TokenKind.TO);
    p.expect(TokenKind.WITH);
    List<Option> options =
        ServerOptions.parenthesised(
            p, parser -> ServerOptions.distinct(parser, AuditGrammar::classification));
    return new AuditStatement.AddSensitivityClassification(columns, options, from, p.pos);
  }

  static Statement dropClassification(Parser p, int from) {
    List<MultiPartName> columns = classified(p, TokenKind.FROM);
    return new AuditStatement.DropSensitivityClassification(columns, from, p.pos);
  }

  private static List<MultiPartName> classified(Parser p, TokenKind preposition) {
    p.pos++;
    int word = p.word();
    p.expect(preposition);
    p.check(word, "CLASSIFICATION");
    return p.commaList(AuditGrammar::columnOfTable);
  }

  private static MultiPartName columnOfTable(Parser p) {
    MultiPartName name = NameGrammar.name(p);
    int parts = name.parts().size();
    if (parts < 2 || name.parts().get(parts - 2).isOmitted()) {
      throw p.report(
          Code.COLUMN_WITHOUT_TABLE,
          name.from(),
          "'" + p.tokens.text(name.from(), name.to()) + "'");
    }
    return name;
  }

  private static Option classification(Parser p) {
    int from = p.word();
    p.expect(EQUALS);
    String name = Words.upper(p.tokens.text(from));
    boolean rank = name.equals("RANK");
    boolean label =
        switch (name) {
          case "LABEL", "LABEL_ID", "INFORMATION_TYPE", "INFORMATION_TYPE_ID" -> true;
          default -> false;
        };
    if (ExpressionGrammar.atString(p)) {
      OptionValue value = ServerOptions.nonEmptyString(p);
      if (rank) {
        throw p.report(Code.RANK_IN_QUOTES, from);
      }
      if (!label) {
        throw p.report(Code.UNKNOWN_CLASSIFICATION, from, "'" + p.tokens.text(from) + "'");
      }
      return ServerOptions.make(p, from, value);
    }
    int value = p.word();
    if (label) {
      throw p.report(Code.CLASSIFICATION_WITHOUT_QUOTES, from, name);
    }
    if (!rank) {
      throw p.report(Code.UNKNOWN_CLASSIFICATION, from, "'" + p.tokens.text(from) + "'");
    }
    switch (Words.upper(p.tokens.text(value))) {
      case "NONE", "LOW", "MEDIUM", "HIGH", "CRITICAL" -> {}
      default -> throw p.report(Code.UNKNOWN_RANK, value, "'" + p.tokens.text(value) + "'");
    }
    p.pos = value;
    return ServerOptions.make(p, from, ServerOptions.word(p));
  }
}
