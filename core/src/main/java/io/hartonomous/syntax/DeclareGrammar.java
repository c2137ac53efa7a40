package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Optional;

/// DECLARE of variables and table variables; cursors are in [CursorGrammar]. Source: Microsoft
/// Learn, "DECLARE @local_variable".
final class DeclareGrammar {
  private DeclareGrammar() {}

  private static final TokenSet AFTER_VARIABLE =
      Follow.NAME.plus(
          TokenKind.AS, TokenKind.CURSOR, TokenKind.DOUBLE, TokenKind.NATIONAL, TokenKind.TABLE);

  static Statement declare(Parser p) {
    if (p.kind(1) != TokenKind.VARIABLE && p.kind(1) != TokenKind.GLOBAL_VARIABLE) {
      return CursorGrammar.declare(p);
    }
    int from = p.pos++;
    p.mustPrecede(AFTER_VARIABLE, "a type");
    boolean as = p.kind(1) == TokenKind.AS;
    if (p.kind(as ? 2 : 1) == TokenKind.TABLE) {
      Expression.Variable variable = ExpressionGrammar.variable(p);
      p.accept(TokenKind.AS);
      return new ProceduralStatement.DeclareTable(variable, as, tableDefinition(p), from, p.pos);
    }
    List<ProceduralStatement.VariableDeclaration> variables = p.commaList(DeclareGrammar::variable);
    return new ProceduralStatement.DeclareVariables(variables, from, p.pos);
  }

  /// `TABLE ( elements )`.
  static DataType.Table tableDefinition(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.TABLE);
    TableGrammar.ElementList elements = TableGrammar.elements(p, TableGrammar.Elements.VARIABLE);
    return new DataType.Table(elements.list(), elements.commas(), from, p.pos);
  }

  private static ProceduralStatement.VariableDeclaration variable(Parser p) {
    int from = p.pos;
    Expression.Variable variable = ExpressionGrammar.variable(p);
    boolean as = p.accept(TokenKind.AS);
    DataType type =
        p.at(TokenKind.CURSOR) ? cursor(p) : TypeGrammar.dataType(p, Follow.QUERY_SECOND);
    Optional<Boolean> nullable = Optional.empty();
    if (p.at(TokenKind.NOT, TokenKind.NULL)) {
      p.pos += 2;
      nullable = Optional.of(false);
    } else if (p.accept(TokenKind.NULL)) {
      nullable = Optional.of(true);
    }
    Optional<Expression> value =
        p.optional(p.accept(TokenKind.EQUALS), ExpressionGrammar::expression);
    return new ProceduralStatement.VariableDeclaration(
        variable, as, type, nullable, value, from, p.pos);
  }

  static DataType cursor(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.CURSOR);
    return new DataType.Cursor(from, p.pos);
  }
}
