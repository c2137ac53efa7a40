package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;

import io.hartonomous.syntax.IndexOptionGrammar.Place;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import io.hartonomous.syntax.ast.TableStatement.DropItem;
import io.hartonomous.syntax.ast.TableStatement.DropItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ALTER TABLE. Source: Microsoft Learn, "ALTER TABLE (Transact-SQL)".
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
    if (p.at(TokenKind.WITH, TokenKind.CHECK) || p.at(TokenKind.WITH, TokenKind.NOCHECK)) {
      withCheck = Optional.of(p.kind(1) == TokenKind.CHECK);
      p.pos += 2;
    }
    switch (p.kind()) {
      case ADD -> {
        p.pos++;
        p.elements = TableGrammar.Elements.ADDED;
        List<TableElement> elements = p.commaList(TableGrammar::element);
        return new AlterAction.Add(withCheck, elements, from, p.pos);
      }
      case CHECK, NOCHECK -> {
        boolean enable = p.at(TokenKind.CHECK);
        p.pos++;
        p.expect(TokenKind.CONSTRAINT);
        List<Identifier> names =
            p.accept(TokenKind.ALL) ? List.of() : p.commaList(NameGrammar::identifier);
        return new AlterAction.CheckConstraints(withCheck, enable, names, from, p.pos);
      }
      case ALTER -> {
        return alterColumn(p);
      }
      case DROP -> {
        return drop(p);
      }
      case SET -> {
        p.pos++;
        return new AlterAction.Set(OptionGrammar.list(p, Vocabulary.ALTER_TABLE_SET), from, p.pos);
      }
      default -> {}
    }
    if (p.atWord("ENABLE") && p.kind(1) == TokenKind.TRIGGER
        || p.atWord("DISABLE") && p.kind(1) == TokenKind.TRIGGER) {
      boolean enable = p.atWord("ENABLE");
      p.pos += 2;
      List<Identifier> names =
          p.accept(TokenKind.ALL) ? List.of() : p.commaList(NameGrammar::identifier);
      return new AlterAction.Triggers(enable, names, from, p.pos);
    }
    if (p.acceptWord("SWITCH")) {
      return switchTo(p, from);
    }
    if (p.acceptWord("REBUILD")) {
      Optional<Expression> partition = partition(p);
      Place place =
          partition.isEmpty()
              ? Place.TABLE_REBUILD
              : isAll(partition.get()) ? Place.TABLE_REBUILD_ALL : Place.TABLE_REBUILD_PARTITION;
      return new AlterAction.Rebuild(partition, IndexOptionGrammar.with(p, place), from, p.pos);
    }
    if (p.atWord("ENABLE") || p.atWord("DISABLE")) {
      throw p.unsupported(from, "ALTER TABLE ... " + Words.upper(p.text()) + " CHANGE_TRACKING");
    }
    throw p.fail("ADD, ALTER, DROP or another change");
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
    Optional<Expression> partition =
        p.optional(p.acceptWord("PARTITION"), ExpressionGrammar::expression);
    p.expect(TokenKind.TO);
    MultiPartName target = NameGrammar.name(p);
    Optional<Expression> targetPartition =
        p.optional(p.acceptWord("PARTITION"), ExpressionGrammar::expression);
    return new AlterAction.Switch(
        partition, target, targetPartition, OptionGrammar.with(p), from, p.pos);
  }

  private static AlterAction alterColumn(Parser p) {
    int from = p.pos;
    if (p.kind(1) != TokenKind.COLUMN) {
      throw p.fail("ALTER COLUMN");
    }
    p.pos += 2;
    Identifier column = NameGrammar.identifier(p);
    if (p.at(TokenKind.ADD) || p.at(TokenKind.DROP)) {
      boolean add = p.at(TokenKind.ADD);
      p.pos++;
      return new AlterAction.AlterColumnProperty(column, add, property(p), from, p.pos);
    }
    DataType type = TypeGrammar.dataType(p);
    Optional<Identifier> collation =
        p.optional(p.accept(TokenKind.COLLATE), NameGrammar::identifier);
    Optional<Boolean> nullable = Optional.empty();
    List<OptionNode.Option> options = new ArrayList<>();
    while (true) {
      if (p.at(TokenKind.NOT, TokenKind.NULL)) {
        p.pos += 2;
        nullable = Optional.of(false);
      } else if (p.accept(TokenKind.NULL)) {
        nullable = Optional.of(true);
      } else if (p.atWord("SPARSE")
          || p.atWord("MASKED")
          || p.atWord("HIDDEN")
          || p.atWord("ENCRYPTED")) {
        options.add(property(p));
      } else {
        return new AlterAction.AlterColumn(
            column, type, collation, nullable, options, OptionGrammar.with(p), from, p.pos);
      }
    }
  }

  /// `ROWGUIDCOL`, `PERSISTED`, `NOT FOR REPLICATION`, `SPARSE`, `HIDDEN`, `MASKED [WITH (FUNCTION
  /// = '...')]`.
  private static OptionNode.Option property(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.NOT, TokenKind.FOR)) {
      p.pos += 2;
      p.expect(TokenKind.REPLICATION);
      return new OptionNode.Option("NOT FOR REPLICATION", Optional.empty(), List.of(), from, p.pos);
    }
    String word = Words.upper(p.text());
    switch (word) {
      case "ROWGUIDCOL", "PERSISTED", "SPARSE", "HIDDEN", "MASKED", "ENCRYPTED" -> p.pos++;
      default -> throw p.fail("a property of a column");
    }
    List<OptionNode.Option> details =
        p.at(TokenKind.WITH, LEFT_PARENTHESIS) ? OptionGrammar.with(p) : List.of();
    return new OptionNode.Option(word, Optional.empty(), details, from, p.pos);
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
    if (p.atWord("PERIOD") && p.kind(1) == TokenKind.FOR) {
      p.pos += 2;
      p.expectWord("SYSTEM_TIME");
      return new DropItem(
          DropItemKind.PERIOD, true, false, Optional.empty(), List.of(), from, p.pos);
    }
    DropItemKind kind = before;
    if (p.accept(TokenKind.COLUMN)) {
      kind = DropItemKind.COLUMN;
    } else if (p.accept(TokenKind.CONSTRAINT)) {
      kind = DropItemKind.CONSTRAINT;
    }
    boolean written = p.pos > from;
    boolean ifExists = DropGrammar.ifExists(p);
    Identifier name = NameGrammar.identifier(p);
    return new DropItem(
        kind, written, ifExists, Optional.of(name), OptionGrammar.with(p), from, p.pos);
  }
}
