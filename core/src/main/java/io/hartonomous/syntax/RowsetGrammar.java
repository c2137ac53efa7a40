package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Identifier.Quote;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.TableReference;
import java.util.List;
import java.util.Optional;

/// Rowset functions with a grammar of their own. Source: Microsoft Learn, "OPENJSON", "OPENQUERY",
/// "OPENXML", "OPENROWSET", "CONTAINSTABLE".
final class RowsetGrammar {
  private RowsetGrammar() {}

  /// `OPENJSON(json [, path]) [WITH (columns)] [AS alias]`.
  static TableReference openJson(Parser p) {
    int from = p.pos++;
    p.expect(LEFT_PARENTHESIS);
    Expression json = ExpressionGrammar.expression(p);
    Optional<Expression> path = p.optional(p.accept(COMMA), ExpressionGrammar::expression);
    p.expect(RIGHT_PARENTHESIS);
    List<TableReference.OpenJsonColumn> schema = List.of();
    if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      p.pos++;
      schema = p.parenthesisedList(RowsetGrammar::openJsonColumn);
    }
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new TableReference.OpenJson(json, path, schema, as, alias, from, p.pos);
  }

  private static TableReference.OpenJsonColumn openJsonColumn(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    DataType type = TypeGrammar.dataType(p);
    if (p.at(TokenKind.COLLATE)) {
      throw p.unsupported(p.pos, "COLLATE in the schema of OPENJSON");
    }
    Optional<Expression.Literal> path =
        p.optional(ExpressionGrammar.atString(p), ExpressionGrammar::string);
    boolean asJson = p.at(TokenKind.AS) && p.atWord(1, "JSON");
    if (asJson) {
      p.pos += 2;
    }
    return new TableReference.OpenJsonColumn(name, type, path, asJson, from, p.pos);
  }

  /// `OPENQUERY(server, 'text')` and other functions whose names are reserved words and whose
  /// arguments are plain values.
  static TableReference keywordFunction(Parser p) {
    int from = p.pos;
    String word = Words.upper(p.text());
    switch (p.kind()) {
      case OPENQUERY -> p.pos++;
      case CONTAINSTABLE, FREETEXTTABLE -> {
        p.pos++;
        if (p.kind(1) != LEFT_PARENTHESIS && columnsInParentheses(p)) {
          throw p.unsupported(from, word + " with a list of columns");
        }
      }
      default -> throw p.unsupported(from, word);
    }
    MultiPartName name =
        new MultiPartName(List.of(new Identifier(word, Quote.NONE, from, p.pos)), from, p.pos);
    List<Expression> arguments = FunctionGrammar.plainArguments(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    List<Identifier> columns = alias.isPresent() ? NameGrammar.optionalList(p) : List.of();
    return new TableReference.Function(name, arguments, as, alias, columns, from, p.pos);
  }

  private static boolean columnsInParentheses(Parser p) {
    int at = p.pos;
    while (at < p.tokens.size() - 1 && p.tokens.kind(at) != COMMA) {
      at++;
    }
    return at + 1 < p.tokens.size() && p.tokens.kind(at + 1) == LEFT_PARENTHESIS;
  }
}
