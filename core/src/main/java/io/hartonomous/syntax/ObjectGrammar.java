package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.ObjectStatement.RangeSide;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Schemas, types, synonyms, partitioning and other small objects. The words that name the kind
/// were read. Source: Microsoft Learn, the page of each statement.
final class ObjectGrammar {
  private ObjectGrammar() {}

  /// `CREATE SCHEMA name [AUTHORIZATION owner] elements`; elements are CREATE TABLE, CREATE VIEW,
  /// GRANT, REVOKE and DENY.
  static Statement schema(Parser p, int from) {
    Optional<Identifier> name = p.optional(!p.at(TokenKind.AUTHORIZATION), NameGrammar::identifier);
    Optional<Identifier> owner =
        p.optional(p.accept(TokenKind.AUTHORIZATION), NameGrammar::identifier);
    List<Statement> elements = new ArrayList<>();
    while (atSchemaElement(p)) {
      elements.add(StatementGrammar.statement(p, p.kind(1) == TokenKind.VIEW));
    }
    return new ObjectStatement.CreateSchema(name, owner, elements, from, p.pos);
  }

  private static boolean atSchemaElement(Parser p) {
    return switch (p.kind()) {
      case CREATE -> p.kind(1) == TokenKind.TABLE || p.kind(1) == TokenKind.VIEW;
      case GRANT, REVOKE, DENY -> true;
      default -> false;
    };
  }

  static Statement alterSchema(Parser p, int from) {
    Identifier target = NameGrammar.identifier(p);
    p.expectWord("TRANSFER");
    Optional<Identifier> securableClass = Optional.empty();
    if (p.kind(1) == TokenKind.DOUBLE_COLON) {
      securableClass = Optional.of(NameGrammar.upperWord(p));
      p.pos++;
    }
    return new ObjectStatement.AlterSchema(
        target, securableClass, NameGrammar.name(p), from, p.pos);
  }

  /// `CREATE TYPE name FROM base [NULL | NOT NULL]`, `AS TABLE ( ... )`, `EXTERNAL NAME ...`.
  static Statement type(Parser p, int from) {
    MultiPartName name = NameGrammar.withinDatabase(p);
    if (p.accept(TokenKind.FROM)) {
      DataType base = TypeGrammar.dataType(p);
      Optional<Boolean> nullable = Optional.empty();
      if (p.accept(TokenKind.NOT)) {
        p.expect(TokenKind.NULL);
        nullable = Optional.of(false);
      } else if (p.accept(TokenKind.NULL)) {
        nullable = Optional.of(true);
      }
      return new ObjectStatement.CreateAliasType(name, base, nullable, from, p.pos);
    }
    if (p.accept(TokenKind.EXTERNAL)) {
      p.expectWord("NAME");
      return new ObjectStatement.CreateClrType(name, NameGrammar.nameOf(p, 2), from, p.pos);
    }
    p.expect(TokenKind.AS);
    p.expect(TokenKind.TABLE);
    TableGrammar.ElementList elements = TableGrammar.elements(p, TableGrammar.Elements.TYPE);
    return new ObjectStatement.CreateTableType(
        name, elements.list(), elements.commas(), typeOptions(p), from, p.pos);
  }

  /// `WITH (MEMORY_OPTIMIZED = ON | OFF)`, or nothing.
  private static List<OptionNode.Option> typeOptions(Parser p) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return List.of();
    }
    p.pos += 2;
    int from = p.pos;
    if (p.at(TokenKind.IDENTIFIER, TokenKind.EQUALS)
        && p.kind(2) != TokenKind.ON
        && p.kind(2) != TokenKind.OFF) {
      throw p.failAt(p.pos + 2, "ON or OFF");
    }
    OptionReader.expectName(p, "MEMORY_OPTIMIZED");
    OptionNode.Option option =
        OptionReader.of("MEMORY_OPTIMIZED", OptionReader.onOffValue(p), from, p);
    p.expect(RIGHT_PARENTHESIS);
    return List.of(option);
  }

  static Statement synonym(Parser p, int from) {
    MultiPartName name = NameGrammar.withinDatabase(p);
    p.expect(TokenKind.FOR);
    return new ObjectStatement.CreateSynonym(name, NameGrammar.name(p), from, p.pos);
  }

  /// `name (type) AS RANGE [LEFT | RIGHT] FOR VALUES (values)`.
  static Statement partitionFunction(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(LEFT_PARENTHESIS);
    DataType type = TypeGrammar.dataType(p);
    p.expect(RIGHT_PARENTHESIS);
    p.expect(TokenKind.AS);
    p.expectWord("RANGE");
    Optional<RangeSide> side = side(p).map(right -> right ? RangeSide.RIGHT : RangeSide.LEFT);
    p.expect(TokenKind.FOR);
    p.expect(TokenKind.VALUES);
    p.expect(LEFT_PARENTHESIS);
    List<Expression> boundaries = p.at(RIGHT_PARENTHESIS) ? List.of() : ExpressionGrammar.list(p);
    p.expect(RIGHT_PARENTHESIS);
    return new ObjectStatement.CreatePartitionFunction(name, type, side, boundaries, from, p.pos);
  }

  /// `RIGHT` or `LEFT`, whether it is the former, or nothing.
  static Optional<Boolean> side(Parser p) {
    if (p.accept(TokenKind.RIGHT)) {
      return Optional.of(true);
    }
    return p.accept(TokenKind.LEFT) ? Optional.of(false) : Optional.empty();
  }

  /// `name AS PARTITION function [ALL] TO (filegroups)`.
  static Statement partitionScheme(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.AS);
    p.expectWord("PARTITION");
    Identifier function = NameGrammar.identifier(p);
    boolean all = p.accept(TokenKind.ALL);
    p.expect(TokenKind.TO);
    List<Identifier> fileGroups = p.parenthesisedList(OptionGrammar::place);
    return new ObjectStatement.CreatePartitionScheme(name, function, all, fileGroups, from, p.pos);
  }

  static Statement xmlSchemaCollection(Parser p, int from) {
    MultiPartName name = NameGrammar.name(p);
    p.expect(TokenKind.AS);
    return new ObjectStatement.CreateXmlSchemaCollection(
        name, ExpressionGrammar.expression(p), from, p.pos);
  }

  static Statement createDefault(Parser p, int from) {
    MultiPartName name = NameGrammar.name(p);
    p.expect(TokenKind.AS);
    return new ObjectStatement.CreateDefault(name, ExpressionGrammar.expression(p), from, p.pos);
  }

  static Statement rule(Parser p, int from) {
    MultiPartName name = NameGrammar.name(p);
    p.expect(TokenKind.AS);
    return new ObjectStatement.CreateRule(name, ConditionGrammar.condition(p), from, p.pos);
  }
}
