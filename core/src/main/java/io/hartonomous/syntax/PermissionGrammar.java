package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.SecurityStatement.PermissionItem;
import io.hartonomous.syntax.ast.SecurityStatement.PermissionVerb;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// GRANT, DENY, REVOKE, ALTER AUTHORIZATION. Source: Microsoft Learn, "GRANT (Transact-SQL)",
/// "ALTER AUTHORIZATION".
final class PermissionGrammar {
  private PermissionGrammar() {}

  static Statement permission(Parser p) {
    int from = p.pos;
    PermissionVerb verb = PermissionVerb.valueOf(p.kind().name());
    p.pos++;
    boolean grantOptionFor = false;
    if (verb == PermissionVerb.REVOKE && p.at(TokenKind.GRANT, TokenKind.OPTION)) {
      p.pos += 2;
      p.expect(TokenKind.FOR);
      grantOptionFor = true;
    }
    List<PermissionItem> permissions = p.commaList(PermissionGrammar::item);
    Optional<Identifier> securableClass = Optional.empty();
    Optional<MultiPartName> securable = Optional.empty();
    List<Identifier> columns = List.of();
    if (p.accept(TokenKind.ON)) {
      securableClass = securableClass(p);
      securable = Optional.of(NameGrammar.name(p));
      columns = NameGrammar.optionalList(p);
    }
    if (!(verb == PermissionVerb.REVOKE && p.accept(TokenKind.FROM))) {
      p.expect(TokenKind.TO);
    }
    List<Identifier> principals = p.commaList(PermissionGrammar::principal);
    boolean withGrantOption = false;
    if (p.at(TokenKind.WITH, TokenKind.GRANT)) {
      p.pos += 2;
      p.expect(TokenKind.OPTION);
      withGrantOption = true;
    }
    boolean cascade = p.accept(TokenKind.CASCADE);
    Optional<Identifier> grantor = p.optional(p.accept(TokenKind.AS), PermissionGrammar::principal);
    return new SecurityStatement.Permission(
        verb,
        grantOptionFor,
        permissions,
        securableClass,
        securable,
        columns,
        principals,
        withGrantOption,
        cascade,
        grantor,
        from,
        p.pos);
  }

  /// Words up to a comma, ON, TO, FROM or columns in parentheses.
  private static PermissionItem item(Parser p) {
    int from = p.pos;
    StringBuilder name = new StringBuilder();
    while (p.at(TokenKind.IDENTIFIER)
        || p.kind().isReservedWord()
            && !p.at(TokenKind.ON)
            && !p.at(TokenKind.TO)
            && !p.at(TokenKind.FROM)) {
      name.append(name.isEmpty() ? "" : " ").append(Words.upper(p.text()));
      p.pos++;
    }
    if (name.isEmpty()) {
      throw p.fail("a permission");
    }
    List<Identifier> columns = NameGrammar.optionalList(p);
    return new PermissionItem(name.toString(), columns, from, p.pos);
  }

  private static Identifier principal(Parser p) {
    return p.at(TokenKind.PUBLIC) || p.at(TokenKind.NULL)
        ? NameGrammar.take(p)
        : NameGrammar.identifier(p);
  }

  /// `SCHEMA::`, `XML SCHEMA COLLECTION::` and the like: the words in upper case as one identifier.
  private static Optional<Identifier> securableClass(Parser p) {
    int ahead = 0;
    while ((p.kind(ahead) == TokenKind.IDENTIFIER || p.kind(ahead).isReservedWord()) && ahead < 4) {
      ahead++;
    }
    if (ahead == 0 || p.kind(ahead) != TokenKind.DOUBLE_COLON) {
      return Optional.empty();
    }
    int from = p.pos;
    List<String> words = new ArrayList<>();
    for (int i = 0; i < ahead; i++) {
      words.add(Words.upper(p.tokens.text(from + i)));
    }
    p.pos += ahead;
    Identifier found = new Identifier(String.join(" ", words), Identifier.Quote.NONE, from, p.pos);
    p.pos++;
    return Optional.of(found);
  }

  /// The cursor is after `ALTER AUTHORIZATION`.
  static Statement alterAuthorization(Parser p, int from) {
    p.expect(TokenKind.ON);
    Optional<Identifier> securableClass = securableClass(p);
    MultiPartName securable = NameGrammar.name(p);
    p.expect(TokenKind.TO);
    Optional<Identifier> principal = Optional.empty();
    if (p.at(TokenKind.SCHEMA) && p.atWord(1, "OWNER")) {
      p.pos += 2;
    } else {
      principal = Optional.of(principal(p));
    }
    return new SecurityStatement.AlterAuthorization(
        securableClass, securable, principal, from, p.pos);
  }
}
