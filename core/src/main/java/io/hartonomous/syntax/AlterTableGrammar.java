package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.DropOptionGrammar.Target;
import io.hartonomous.syntax.IndexOptionGrammar.Place;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import io.hartonomous.syntax.ast.TableStatement.DropItem;
import io.hartonomous.syntax.ast.TableStatement.DropItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ALTER TABLE; ALTER COLUMN is in [AlterColumnGrammar]. Source: Microsoft Learn, "ALTER TABLE
/// (Transact-SQL)".
final class AlterTableGrammar {
  private AlterTableGrammar() {}

  /// The cursor is at the name.
  static Statement alter(Parser p, int from) {
    MultiPartName name = NameGrammar.nameOf(p, 3);
    return new TableStatement.AlterTable(name, action(p), from, p.pos);
  }

  private static AlterAction action(Parser p) {
    int from = p.pos;
    Optional<Boolean> withCheck = Optional.empty();
    if (p.accept(TokenKind.WITH)) {
      boolean check = p.accept(TokenKind.CHECK);
      if (!check) {
        p.expect(TokenKind.NOCHECK);
      }
      withCheck = Optional.of(check);
    }
    switch (p.kind()) {
      case ADD -> {
        p.pos++;
        TableGrammar.ElementList added = TableGrammar.list(p, TableGrammar.Elements.ADDED);
        return new AlterAction.Add(withCheck, added.list(), added.commas(), from, p.pos);
      }
      case CHECK, NOCHECK -> {
        boolean enable = p.at(TokenKind.CHECK);
        p.pos++;
        p.expect(TokenKind.CONSTRAINT);
        return new AlterAction.CheckConstraints(withCheck, enable, namesOrAll(p), from, p.pos);
      }
      default -> {}
    }
    if (withCheck.isPresent()) {
      throw p.fail("ADD, CHECK or NOCHECK");
    }
    switch (p.kind()) {
      case ALTER -> {
        return switch (p.kind(1)) {
          case COLUMN -> AlterColumnGrammar.alterColumn(p);
          case INDEX -> rebuildIndex(p);
          default -> throw p.fail("ALTER COLUMN or ALTER INDEX");
        };
      }
      case DROP -> {
        return drop(p);
      }
      case SET -> {
        p.pos++;
        return new AlterAction.Set(TableOptionGrammar.set(p), from, p.pos);
      }
      case MERGE -> {
        p.pos++;
        return range(p, false, from);
      }
      case IDENTIFIER -> {
        return byWord(p);
      }
      default -> throw p.fail("ADD, ALTER, DROP or another change");
    }
  }

  private static List<Identifier> namesOrAll(Parser p) {
    return p.accept(TokenKind.ALL) ? List.of() : p.commaList(NameGrammar::identifier);
  }

  private static AlterAction byWord(Parser p) {
    int from = p.pos;
    if (p.acceptWord("REBUILD")) {
      Optional<Expression> partition = partition(p);
      Place place =
          partition.isEmpty()
              ? Place.TABLE_REBUILD
              : isAll(partition.get()) ? Place.TABLE_REBUILD_ALL : Place.TABLE_REBUILD_PARTITION;
      return new AlterAction.Rebuild(partition, IndexOptionGrammar.with(p, place), from, p.pos);
    }
    if (p.atWord("SWITCH") && (p.kind(1) == TokenKind.TO || NameGrammar.isIdentifier(p, 1))) {
      return switchTo(p, from);
    }
    if (p.atWord("SPLIT") && p.kind(1) == TokenKind.IDENTIFIER) {
      p.pos++;
      return range(p, true, from);
    }
    boolean enable = p.atWord("ENABLE");
    if ((enable || p.atWord("DISABLE")) && p.kind(1) == TokenKind.TRIGGER) {
      p.pos += 2;
      return new AlterAction.Triggers(enable, namesOrAll(p), from, p.pos);
    }
    if (p.atWord(1, "CHANGE_TRACKING")) {
      return changeTracking(p);
    }
    if ((enable || p.atWord("DISABLE")) && p.atWord(1, "FILETABLE_NAMESPACE")) {
      p.pos += 2;
      return new AlterAction.FileTableNamespace(enable, from, p.pos);
    }
    throw p.fail("ADD, ALTER, DROP or another change");
  }

  /// `ENABLE CHANGE_TRACKING [WITH (TRACK_COLUMNS_UPDATED = ON | OFF)]`, `DISABLE CHANGE_TRACKING`.
  private static AlterAction changeTracking(Parser p) {
    int from = p.pos;
    boolean enable = p.acceptWord("ENABLE");
    if (!enable) {
      if (p.atWord("DISABLE") && p.kind(2) == TokenKind.WITH && p.kind(3) == LEFT_PARENTHESIS) {
        throw p.fail("ENABLE: only it has options");
      }
      p.expectWord("DISABLE");
    }
    p.pos++;
    Optional<Option> option = Optional.empty();
    if (enable && p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      p.pos += 2;
      int name = p.pos;
      OptionReader.expectName(p, "TRACK_COLUMNS_UPDATED");
      option =
          Optional.of(
              OptionReader.of("TRACK_COLUMNS_UPDATED", OptionReader.onOffValue(p), name, p));
      p.expect(RIGHT_PARENTHESIS);
    }
    return new AlterAction.ChangeTracking(enable, option, from, p.pos);
  }

  /// `RANGE (boundary)` after SPLIT or MERGE.
  private static AlterAction range(Parser p, boolean split, int from) {
    p.expectWord("RANGE");
    p.expect(LEFT_PARENTHESIS);
    Expression boundary = ExpressionGrammar.expression(p);
    p.expect(RIGHT_PARENTHESIS);
    return new AlterAction.Range(split, boundary, from, p.pos);
  }

  /// `ALTER INDEX name REBUILD WITH (BUCKET_COUNT = n)`.
  private static AlterAction rebuildIndex(Parser p) {
    int from = p.pos;
    p.pos += 2;
    Identifier index = NameGrammar.identifier(p);
    if (!p.acceptWord("REBUILD")) {
      throw p.fail("REBUILD");
    }
    p.expect(TokenKind.WITH);
    p.expect(LEFT_PARENTHESIS);
    Option option = IndexOptionGrammar.option(p, Place.TABLE_INDEX);
    p.expect(RIGHT_PARENTHESIS);
    return new AlterAction.RebuildIndex(index, option, from, p.pos);
  }

  /// `PARTITION = ALL | n`; ALL is a column reference of that name.
  static Optional<Expression> partition(Parser p) {
    if (!p.atWord("PARTITION") || p.kind(1) != EQUALS) {
      return Optional.empty();
    }
    p.pos += 2;
    int from = p.pos;
    if (p.at(TokenKind.ALL)) {
      Identifier all = NameGrammar.take(p);
      return Optional.of(
          new Expression.ColumnReference(
              new MultiPartName(List.of(all), from, p.pos), true, from, p.pos));
    }
    return Optional.of(ExpressionGrammar.expression(p));
  }

  /// Whether a partition is `ALL`.
  static boolean isAll(Expression partition) {
    return partition instanceof Expression.ColumnReference c && c.pseudo();
  }

  private static AlterAction switchTo(Parser p, int from) {
    p.pos++;
    Optional<Expression> partition = switchPartition(p, p.at(TokenKind.IDENTIFIER));
    p.expect(TokenKind.TO);
    MultiPartName target = NameGrammar.nameOf(p, 3);
    Optional<Expression> targetPartition =
        switchPartition(
            p,
            p.at(TokenKind.IDENTIFIER)
                && !StatementGrammar.atStatementWord(p)
                && beginsNumber(p.kind(1)));
    return new AlterAction.Switch(
        partition, target, targetPartition, switchOptions(p), from, p.pos);
  }

  private static boolean beginsNumber(TokenKind kind) {
    return switch (kind) {
      case INTEGER,
          DECIMAL,
          VARIABLE,
          IDENTIFIER,
          BRACKET_IDENTIFIER,
          PSEUDO_COLUMN,
          LEFT_PARENTHESIS,
          MINUS_SIGN,
          PLUS_SIGN,
          CONVERT,
          CASE ->
          true;
      default -> false;
    };
  }

  /// `PARTITION n`; the word is compared behind the number.
  private static Optional<Expression> switchPartition(Parser p, boolean present) {
    if (!present) {
      return Optional.empty();
    }
    int word = p.pos++;
    Expression number = ExpressionGrammar.expression(p);
    if (!p.tokens.isWord(word, "PARTITION")) {
      p.pos = word;
      p.expectWord("PARTITION");
    }
    return Optional.of(number);
  }

  /// `WITH (WAIT_AT_LOW_PRIORITY (...))`, `WITH (TRUNCATE_TARGET = ON | OFF)`, or nothing.
  private static List<Option> switchOptions(Parser p) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return List.of();
    }
    p.pos += 2;
    int from = p.pos;
    Option option;
    if (p.at(TokenKind.IDENTIFIER, LEFT_PARENTHESIS)) {
      option = IndexOptionGrammar.waitAtLowPriority(p);
    } else if (p.at(TokenKind.IDENTIFIER, EQUALS)) {
      if (p.kind(2) != TokenKind.ON && p.kind(2) != TokenKind.OFF) {
        throw p.failAt(from + 1, "= ON or = OFF");
      }
      OptionReader.expectName(p, "TRUNCATE_TARGET");
      OptionValue value = OptionReader.onOffValue(p);
      option = OptionReader.of("TRUNCATE_TARGET", value, from, p);
    } else {
      throw p.fail("WAIT_AT_LOW_PRIORITY or TRUNCATE_TARGET");
    }
    p.expect(RIGHT_PARENTHESIS);
    return List.of(option);
  }

  private static AlterAction drop(Parser p) {
    int from = p.pos++;
    List<DropItem> items = new ArrayList<>();
    DropItemKind kind = DropItemKind.UNSPECIFIED;
    do {
      DropItem item = dropItem(p, kind);
      kind = item.kind();
      items.add(item);
    } while (p.accept(COMMA));
    return new AlterAction.Drop(items, from, p.pos);
  }

  /// A kind that was written holds for the items after it.
  private static DropItem dropItem(Parser p, DropItemKind before) {
    int from = p.pos;
    if (p.at(TokenKind.IDENTIFIER, TokenKind.FOR)) {
      p.expectWord("PERIOD");
      p.pos++;
      p.expectWord("SYSTEM_TIME");
      return new DropItem(
          DropItemKind.PERIOD, true, false, Optional.empty(), List.of(), from, p.pos);
    }
    DropItemKind kind = before;
    if (p.accept(TokenKind.COLUMN)) {
      kind = DropItemKind.COLUMN;
    } else if (p.accept(TokenKind.CONSTRAINT)) {
      kind = DropItemKind.CONSTRAINT;
    } else if (p.accept(TokenKind.INDEX)) {
      kind = DropItemKind.INDEX;
    }
    boolean written = p.pos > from;
    boolean ifExists = written && kind != DropItemKind.INDEX && DropGrammar.ifExists(p);
    Identifier name = NameGrammar.identifier(p);
    List<Option> options = List.of();
    if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      if (kind == DropItemKind.COLUMN || kind == DropItemKind.INDEX) {
        throw p.failAt(p.pos + 1, "no options");
      }
      options = DropOptionGrammar.with(p, Target.CONSTRAINT);
    }
    return new DropItem(kind, written, ifExists, Optional.of(name), options, from, p.pos);
  }
}
