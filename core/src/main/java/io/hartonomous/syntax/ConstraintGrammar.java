package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.TableGrammar.Elements;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableElement.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Constraints of tables and columns, and the other things that follow a column's type. Source:
/// Microsoft Learn, "ALTER TABLE table_constraint", "ALTER TABLE column_constraint".
final class ConstraintGrammar {
  private ConstraintGrammar() {}

  /// Whether a constraint of the table begins here: one with columns of its own, a CHECK, a named
  /// one.
  static boolean atTableConstraint(Parser p) {
    return switch (p.kind()) {
      case CONSTRAINT, PRIMARY, UNIQUE, FOREIGN, CHECK, DEFAULT -> true;
      case IDENTIFIER ->
          p.atWord("CONNECTION") && p.kind(1) == LEFT_PARENTHESIS && p.kind(3) == TokenKind.TO;
      default -> false;
    };
  }

  static TableElement tableConstraint(Parser p) {
    int from = p.pos;
    if (p.elements.isVariable() && (p.at(TokenKind.CONSTRAINT) || p.at(TokenKind.FOREIGN))) {
      throw p.fail("a constraint without a name, and no foreign key: this is no table of its own");
    }
    Optional<Identifier> name = p.optional(p.accept(TokenKind.CONSTRAINT), NameGrammar::identifier);
    switch (p.kind()) {
      case PRIMARY, UNIQUE -> {
        boolean primary = keyWords(p);
        Optional<Boolean> clustered = clustered(p);
        boolean hash = hash(p, clustered);
        List<TableElement.IndexColumn> columns = IndexGrammar.columns(p);
        KeyEnd end = keyEnd(p);
        return new TableElement.Key(
            name,
            primary,
            clustered,
            hash,
            columns,
            end.options,
            end.on,
            end.fileStreamOn,
            end.notEnforced,
            from,
            p.pos);
      }
      case FOREIGN -> {
        p.pos++;
        p.expect(TokenKind.KEY);
        List<Identifier> columns =
            p.at(LEFT_PARENTHESIS) ? p.parenthesisedList(NameGrammar::identifier) : List.of();
        return new TableElement.ForeignKey(name, columns, references(p), from, p.pos);
      }
      case CHECK -> {
        p.pos++;
        boolean notForReplication = notForReplication(p);
        return new TableElement.Check(name, notForReplication, checked(p), from, p.pos);
      }
      case DEFAULT -> {
        p.pos++;
        Expression value = ExpressionGrammar.expression(p);
        p.expect(TokenKind.FOR);
        Identifier column = NameGrammar.identifier(p);
        if (p.elements != Elements.ADDED) {
          p.report(Code.DEFAULT_FOR_COLUMN, from);
        }
        return new TableElement.DefaultFor(name, value, column, withValues(p, from), from, p.pos);
      }
      default -> {
        if (p.at(TokenKind.IDENTIFIER, LEFT_PARENTHESIS)) {
          return connection(p, name, from);
        }
        throw p.fail("PRIMARY KEY, UNIQUE, FOREIGN KEY, CHECK or DEFAULT");
      }
    }
  }

  private static TableElement connection(Parser p, Optional<Identifier> name, int from) {
    int word = p.pos;
    p.expectWord("CONNECTION");
    p.expect(LEFT_PARENTHESIS);
    List<MultiPartName> pairs = new ArrayList<>();
    do {
      pairs.add(NameGrammar.name(p));
      p.expect(TokenKind.TO);
      pairs.add(NameGrammar.name(p));
    } while (p.accept(COMMA));
    p.expect(RIGHT_PARENTHESIS);
    Optional<ReferentialAction> onDelete = Optional.empty();
    if (p.accept(TokenKind.ON)) {
      p.expect(TokenKind.DELETE);
      onDelete = Optional.of(action(p));
      if (onDelete.get() == ReferentialAction.SET_NULL
          || onDelete.get() == ReferentialAction.SET_DEFAULT) {
        throw p.failAt(word, "a connection that is deleted with CASCADE or NO ACTION");
      }
    }
    return new TableElement.Connection(name, pairs, onDelete, from, p.pos);
  }

  /// `PRIMARY KEY` or `UNIQUE`; whether it is the former.
  private static boolean keyWords(Parser p) {
    if (p.accept(TokenKind.UNIQUE)) {
      return false;
    }
    p.expect(TokenKind.PRIMARY);
    p.expect(TokenKind.KEY);
    return true;
  }

  static Optional<Boolean> clustered(Parser p) {
    if (p.accept(TokenKind.CLUSTERED)) {
      return Optional.of(true);
    }
    return p.accept(TokenKind.NONCLUSTERED) ? Optional.of(false) : Optional.empty();
  }

  /// `HASH`, which only a key that is NONCLUSTERED can be.
  private static boolean hash(Parser p, Optional<Boolean> clustered) {
    if (!p.at(TokenKind.IDENTIFIER)
        || clustered.orElse(true)
        || TableGrammar.atPlace(p) && !p.atWord("HASH")) {
      return false;
    }
    p.expectWord("HASH");
    return true;
  }

  /// What follows the columns of a key.
  private record KeyEnd(
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> fileStreamOn,
      boolean notEnforced) {}

  /// `NOT ENFORCED`, or `[WITH ...] [ON ...] [FILESTREAM_ON ...]`.
  private static KeyEnd keyEnd(Parser p) {
    if (notEnforced(p)) {
      return new KeyEnd(List.of(), Optional.empty(), Optional.empty(), true);
    }
    List<OptionNode.Option> options = IndexOptionGrammar.ofKey(p, p.elements.ofKey());
    if (p.elements == Elements.TYPE) {
      return new KeyEnd(options, Optional.empty(), Optional.empty(), false);
    }
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    return new KeyEnd(options, on, TableGrammar.fileStreamOn(p), false);
  }

  private static boolean notEnforced(Parser p) {
    if (p.at(TokenKind.NOT) && p.atWord(1, "ENFORCED")) {
      p.pos += 2;
      return true;
    }
    return false;
  }

  private static boolean notForReplication(Parser p) {
    if (!p.elements.isVariable() && p.at(TokenKind.NOT, TokenKind.FOR)) {
      p.pos += 2;
      p.expect(TokenKind.REPLICATION);
      return true;
    }
    return false;
  }

  private static boolean withValues(Parser p, int constraint) {
    if (p.at(TokenKind.WITH, TokenKind.VALUES)) {
      if (p.elements != Elements.ADDED) {
        p.report(Code.VALUES_OF_NEW_TABLE, constraint);
      }
      p.pos += 2;
      return true;
    }
    return false;
  }

  /// The condition of a CHECK; its parentheses are part of the syntax and no node.
  private static Condition checked(Parser p) {
    p.expect(LEFT_PARENTHESIS);
    p.enter();
    Condition condition = ConditionGrammar.condition(p);
    p.leave();
    p.expect(RIGHT_PARENTHESIS);
    return condition;
  }

  private static TableElement.References references(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.REFERENCES);
    MultiPartName table = NameGrammar.nameOf(p, 3);
    List<Identifier> columns = NameGrammar.optionalList(p);
    Optional<ReferentialAction> onDelete = Optional.empty();
    Optional<ReferentialAction> onUpdate = Optional.empty();
    while (p.at(TokenKind.ON) && (onDelete.isEmpty() || onUpdate.isEmpty())) {
      p.pos++;
      if (onDelete.isEmpty() && p.accept(TokenKind.DELETE)) {
        onDelete = Optional.of(action(p));
      } else if (onUpdate.isEmpty() && p.accept(TokenKind.UPDATE)) {
        onUpdate = Optional.of(action(p));
      } else {
        throw p.fail("DELETE or UPDATE, each once");
      }
    }
    boolean notEnforced = notEnforced(p);
    return new TableElement.References(
        table, columns, onDelete, onUpdate, notEnforced, notForReplication(p), from, p.pos);
  }

  private static ReferentialAction action(Parser p) {
    if (p.accept(TokenKind.CASCADE)) {
      return ReferentialAction.CASCADE;
    }
    if (p.at(TokenKind.IDENTIFIER)) {
      if (p.kind(1) != TokenKind.IDENTIFIER && p.atWord("NO")) {
        throw p.failAt(p.pos + 1, "ACTION");
      }
      p.expectWord("NO");
      p.expectWord("ACTION");
      return ReferentialAction.NO_ACTION;
    }
    if (!p.accept(TokenKind.SET)) {
      throw p.fail("NO ACTION, CASCADE, SET NULL or SET DEFAULT");
    }
    if (p.accept(TokenKind.NULL)) {
      return ReferentialAction.SET_NULL;
    }
    p.expect(TokenKind.DEFAULT);
    return ReferentialAction.SET_DEFAULT;
  }

  // Columns.

  /// What follows a column's type; null if nothing of the kind does.
  static ColumnConstraint columnConstraint(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case NULL:
        p.pos++;
        return new ColumnConstraint.Nullability(Optional.empty(), true, from, p.pos);
      case NOT:
        p.pos++;
        p.expect(TokenKind.NULL);
        return new ColumnConstraint.Nullability(Optional.empty(), false, from, p.pos);
      case CONSTRAINT:
        return hasOwnColumns(p, 2) ? null : constraint(p, from);
      case DEFAULT, REFERENCES, CHECK:
        return constraint(p, from);
      case PRIMARY, UNIQUE, FOREIGN:
        return hasOwnColumns(p, 0) ? null : constraint(p, from);
      case IDENTITY:
        return identity(p);
      case INDEX:
        return new ColumnConstraint.Index(TableGrammar.inlineIndex(p, true), from, p.pos);
      case ROWGUIDCOL:
        p.pos++;
        return new ColumnConstraint.RowGuidCol(from, p.pos);
      default:
        return null;
    }
  }

  /// Whether the key at `ahead` names its columns: then it is a constraint of the table that
  /// follows without a comma.
  private static boolean hasOwnColumns(Parser p, int ahead) {
    int at = ahead;
    if (p.kind(at) == TokenKind.FOREIGN) {
      return p.kind(at + 2) == LEFT_PARENTHESIS;
    }
    if (p.kind(at) == TokenKind.PRIMARY) {
      at++;
    } else if (p.kind(at) != TokenKind.UNIQUE) {
      return false;
    }
    at++;
    if (p.kind(at) == TokenKind.CLUSTERED || p.kind(at) == TokenKind.NONCLUSTERED) {
      at++;
    }
    return p.kind(at) == LEFT_PARENTHESIS;
  }

  private static ColumnConstraint constraint(Parser p, int from) {
    if (p.elements.isVariable()
        && (p.at(TokenKind.CONSTRAINT) || p.at(TokenKind.FOREIGN) || p.at(TokenKind.REFERENCES))) {
      throw p.fail("a constraint without a name, and no foreign key: this is no table of its own");
    }
    Optional<Identifier> name = p.optional(p.accept(TokenKind.CONSTRAINT), NameGrammar::identifier);
    switch (p.kind()) {
      case NULL -> {
        p.pos++;
        return new ColumnConstraint.Nullability(name, true, from, p.pos);
      }
      case NOT -> {
        p.pos++;
        p.expect(TokenKind.NULL);
        return new ColumnConstraint.Nullability(name, false, from, p.pos);
      }
      case DEFAULT -> {
        p.pos++;
        Expression value = ExpressionGrammar.expression(p);
        return new ColumnConstraint.Default(name, value, withValues(p, from), from, p.pos);
      }
      case PRIMARY, UNIQUE -> {
        boolean primary = keyWords(p);
        Optional<Boolean> clustered = clustered(p);
        boolean hash = hash(p, clustered);
        KeyEnd end = keyEnd(p);
        return new ColumnConstraint.Key(
            name,
            primary,
            clustered,
            hash,
            end.options,
            end.on,
            end.fileStreamOn,
            end.notEnforced,
            from,
            p.pos);
      }
      case FOREIGN, REFERENCES -> {
        boolean foreignKey = p.accept(TokenKind.FOREIGN);
        if (foreignKey) {
          p.expect(TokenKind.KEY);
        }
        return new ColumnConstraint.ForeignKey(name, foreignKey, references(p), from, p.pos);
      }
      case CHECK -> {
        p.pos++;
        boolean notForReplication = notForReplication(p);
        return new ColumnConstraint.Check(name, notForReplication, checked(p), from, p.pos);
      }
      default -> throw p.fail("a constraint");
    }
  }

  /// `IDENTITY [(seed, increment)] [NOT FOR REPLICATION]`.
  private static ColumnConstraint identity(Parser p) {
    int from = p.pos++;
    Optional<Expression> seed = Optional.empty();
    Optional<Expression> increment = Optional.empty();
    if (p.at(LEFT_PARENTHESIS)) {
      if (p.kind(1) == RIGHT_PARENTHESIS) {
        throw p.fail("a seed and an increment");
      }
      p.pos++;
      seed = Optional.of(number(p));
      p.expect(COMMA);
      increment = Optional.of(number(p));
      p.expect(RIGHT_PARENTHESIS);
    }
    boolean notForReplication = notForReplication(p);
    return new ColumnConstraint.Identity(seed, increment, notForReplication, from, p.pos);
  }

  private static Expression number(Parser p) {
    int sign = p.at(TokenKind.MINUS_SIGN) || p.at(TokenKind.PLUS_SIGN) ? 1 : 0;
    if (p.kind(sign) != TokenKind.INTEGER && p.kind(sign) != TokenKind.DECIMAL) {
      throw p.failAt(p.pos + sign, "a number");
    }
    return ExpressionGrammar.unary(p);
  }
}
