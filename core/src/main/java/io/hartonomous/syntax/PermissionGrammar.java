package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.SecurityStatement.PermissionItem;
import io.hartonomous.syntax.ast.SecurityStatement.PermissionVerb;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Optional;

/// GRANT, DENY, REVOKE, ALTER AUTHORIZATION. Source: Microsoft Learn, "GRANT (Transact-SQL)",
/// "ALTER AUTHORIZATION"; what the reference compiler takes.
final class PermissionGrammar {
  /// The words of the longest permission.
  private static final int MOST_WORDS = 7;

  private PermissionGrammar() {}

  static Statement permission(Parser p) {
    int from = p.pos;
    PermissionVerb verb = PermissionVerb.valueOf(p.kind().name());
    p.pos++;
    boolean grantOptionFor = false;
    if (verb == PermissionVerb.REVOKE && p.accept(TokenKind.GRANT)) {
      p.expect(TokenKind.OPTION);
      p.expect(TokenKind.FOR);
      grantOptionFor = true;
    }
    List<PermissionItem> permissions = p.commaList(PermissionGrammar::item);
    Optional<Identifier> securableClass = Optional.empty();
    Optional<MultiPartName> securable = Optional.empty();
    List<Identifier> columns = List.of();
    if (p.accept(TokenKind.ON)) {
      securableClass = SecurableGrammar.securableClass(p);
      securable = Optional.of(NameGrammar.name(p));
      columns = NameGrammar.optionalList(p);
      if (!columns.isEmpty() && permissions.stream().anyMatch(i -> !i.columns().isEmpty())) {
        throw p.failAt(
            columns.getFirst().from(), "no columns here: they stand behind a permission already");
      }
    }
    if (!(verb == PermissionVerb.REVOKE && p.accept(TokenKind.FROM))) {
      p.expect(TokenKind.TO);
    }
    List<Identifier> principals = p.commaList(PermissionGrammar::principal);
    boolean withGrantOption = false;
    if (verb == PermissionVerb.GRANT && p.at(TokenKind.WITH, TokenKind.GRANT)) {
      p.pos += 2;
      p.expect(TokenKind.OPTION);
      withGrantOption = true;
    }
    boolean cascade = verb != PermissionVerb.GRANT && p.accept(TokenKind.CASCADE);
    Optional<Identifier> grantor = p.optional(p.accept(TokenKind.AS), NameGrammar::identifier);
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
    int words = 0;
    while (SecurableGrammar.isWord(p.kind())) {
      if (++words > MOST_WORDS) {
        throw p.fail("ON or TO");
      }
      name.append(name.isEmpty() ? "" : " ").append(Words.upper(p.text()));
      p.pos++;
    }
    if (words == 0) {
      throw p.fail("a permission");
    }
    List<Identifier> columns = NameGrammar.optionalList(p);
    return new PermissionItem(name.toString(), columns, from, p.pos);
  }

  static Identifier principal(Parser p) {
    return p.at(TokenKind.PUBLIC) || p.at(TokenKind.NULL)
        ? NameGrammar.take(p)
        : NameGrammar.identifier(p);
  }

  /// The cursor is after `ALTER AUTHORIZATION`.
  static Statement alterAuthorization(Parser p, int from) {
    p.expect(TokenKind.ON);
    Optional<Identifier> securableClass = SecurableGrammar.securableClass(p);
    MultiPartName securable = NameGrammar.name(p);
    p.expect(TokenKind.TO);
    Optional<Identifier> principal = Optional.empty();
    if (p.accept(TokenKind.SCHEMA)) {
      p.expectWord("OWNER");
    } else {
      principal = Optional.of(NameGrammar.identifier(p));
    }
    return new SecurityStatement.AlterAuthorization(
        securableClass, securable, principal, from, p.pos);
  }
}
