package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.DOT;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.STAR;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Rowset;
import io.hartonomous.syntax.ast.Rowset.SemanticFunction;
import io.hartonomous.syntax.ast.TableReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tables of what was found or foretold. Source: Microsoft Learn, "CONTAINSTABLE", "FREETEXTTABLE",
/// "SEMANTICKEYPHRASETABLE", "PREDICT", "VECTOR_SEARCH", "AI_GENERATE_CHUNKS".
final class SearchGrammar {
  private static final Set<String> METRICS = Set.of("COSINE", "EUCLIDEAN", "DOT");

  private static final TokenSet AFTER_TEXT =
      TokenSet.of(
          TokenKind.IDENTIFIER, TokenKind.INTEGER, TokenKind.VARIABLE, TokenKind.GLOBAL_VARIABLE);

  private SearchGrammar() {}

  static TableReference fullText(Parser p) {
    int from = p.pos;
    boolean contains = p.at(TokenKind.CONTAINSTABLE);
    p.pos++;
    p.expect(LEFT_PARENTHESIS);
    MultiPartName table = NameGrammar.name(p);
    p.expect(COMMA);
    Rowset.SearchColumns columns = columns(p, true);
    p.expect(COMMA);
    Expression text = ExpressionGrammar.stringOrVariable(p);
    Optional<Expression> language = Optional.empty();
    Optional<Expression> top = Optional.empty();
    if (p.at(COMMA)) {
      p.mustPrecede(AFTER_TEXT, "LANGUAGE or a number of rows");
    }
    for (int i = 0; i < 2 && p.accept(COMMA); i++) { // in either order, each once
      if (top.isPresent() || p.at(TokenKind.IDENTIFIER)) {
        if (language.isPresent()) {
          throw p.fail("the number of rows");
        }
        p.expectWord("LANGUAGE");
        language = Optional.of(language(p));
      } else {
        top = Optional.of(ExpressionGrammar.integerOrVariable(p, false));
      }
    }
    p.expect(RIGHT_PARENTHESIS);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.FullText(
        contains, table, columns, text, language, top, as, alias, from, p.pos);
  }

  /// What names a language: a number, a name in a string, a variable.
  static Expression language(Parser p) {
    return switch (p.kind()) {
      case INTEGER, BINARY, VARIABLE, GLOBAL_VARIABLE, STRING, NATIONAL_STRING, DOUBLE_QUOTED ->
          ExpressionGrammar.constantOrVariable(p);
      default -> throw p.fail("a language");
    };
  }

  private static Rowset.SearchColumns columns(Parser p, boolean property) {
    int from = p.pos;
    if (p.accept(STAR)) {
      return columns(true, List.of(), false, from, p);
    }
    if (p.at(LEFT_PARENTHESIS)) {
      if (p.kind(1) != STAR && !NameGrammar.isIdentifier(p, 1)) {
        throw p.fail("'*' or columns in parentheses");
      }
      p.pos++;
      boolean all = p.accept(STAR);
      List<Identifier> names = all ? List.of() : p.commaList(SearchGrammar::column);
      p.expect(RIGHT_PARENTHESIS);
      return columns(all, names, true, from, p);
    }
    if (property && p.at(TokenKind.IDENTIFIER, LEFT_PARENTHESIS)) {
      p.expectWord("PROPERTY");
      p.expect(LEFT_PARENTHESIS);
      List<Identifier> names = List.of(column(p));
      p.expect(COMMA);
      Expression.Literal name = ExpressionGrammar.string(p);
      p.expect(RIGHT_PARENTHESIS);
      return new Rowset.SearchColumns(false, names, true, Optional.of(name), from, p.pos);
    }
    return columns(false, List.of(column(p)), false, from, p);
  }

  private static Rowset.SearchColumns columns(
      boolean all, List<Identifier> names, boolean parenthesised, int from, Parser p) {
    return new Rowset.SearchColumns(all, names, parenthesised, Optional.empty(), from, p.pos);
  }

  private static Identifier column(Parser p) {
    if (p.kind(1) == DOT && NameGrammar.atIdentifier(p)) {
      throw p.failAt(p.pos + 2, "a column of the table, by its name alone");
    }
    return NameGrammar.identifier(p);
  }

  static TableReference semantic(Parser p) {
    int from = p.pos;
    SemanticFunction kind = SemanticFunction.valueOf(p.kind().name());
    p.pos++;
    p.expect(LEFT_PARENTHESIS);
    MultiPartName table = NameGrammar.name(p);
    p.expect(COMMA);
    int start = p.pos;
    Rowset.SearchColumns columns =
        kind == SemanticFunction.SEMANTICSIMILARITYDETAILSTABLE
            ? columns(false, List.of(column(p)), false, start, p)
            : columns(p, false);
    Optional<Expression> key = Optional.empty();
    Optional<Identifier> matchedColumn = Optional.empty();
    Optional<Expression> matchedKey = Optional.empty();
    if (kind != SemanticFunction.SEMANTICKEYPHRASETABLE || p.at(COMMA)) {
      p.expect(COMMA);
      key = Optional.of(ExpressionGrammar.constantOrVariable(p));
    }
    if (kind == SemanticFunction.SEMANTICSIMILARITYDETAILSTABLE) {
      p.expect(COMMA);
      matchedColumn = Optional.of(column(p));
      p.expect(COMMA);
      matchedKey = Optional.of(ExpressionGrammar.constantOrVariable(p));
    }
    p.expect(RIGHT_PARENTHESIS);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.Semantic(
        kind, table, columns, key, matchedColumn, matchedKey, as, alias, from, p.pos);
  }

  /// The name of an argument and its `=`.
  private static void argument(Parser p, String name) {
    p.expectWord(name);
    p.expect(EQUALS);
  }

  static TableReference predict(Parser p) {
    int from = p.pos;
    p.pos += 2;
    if (p.kind(1) != EQUALS) {
      throw p.fail("MODEL");
    }
    argument(p, "MODEL");
    Expression model = ExpressionGrammar.expression(p);
    p.expect(COMMA);
    argument(p, "DATA");
    TableReference data = FromGrammar.bareTable(p);
    Optional<Identifier> runtime = Optional.empty();
    if (p.accept(COMMA)) {
      NameGrammar.identifier(p); // any word, says the reference compiler
      p.expect(EQUALS);
      runtime = Optional.of(NameGrammar.identifier(p));
    }
    p.expect(RIGHT_PARENTHESIS);
    if (!p.at(TokenKind.WITH)) {
      throw p.fail("WITH");
    }
    List<Rowset.Column> schema = RowsetGrammar.schema(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.Predict(model, data, runtime, schema, as, alias, from, p.pos);
  }

  static TableReference vectorSearch(Parser p) {
    int from = p.pos;
    p.pos += 2;
    p.expect(TokenKind.TABLE);
    p.expect(EQUALS);
    TableReference table = FromGrammar.bareTable(p);
    p.expect(COMMA);
    p.expect(TokenKind.COLUMN);
    p.expect(EQUALS);
    Expression.ColumnReference column = ExpressionGrammar.column(p);
    p.expect(COMMA);
    argument(p, "SIMILAR_TO");
    Expression vector = ExpressionGrammar.expression(p);
    if (vector instanceof Expression.ScalarSubquery) {
      throw p.report(Code.SUBQUERY_AS_ARGUMENT, vector.from());
    }
    p.expect(COMMA);
    argument(p, "METRIC");
    if (!ExpressionGrammar.atString(p)
        || !METRICS.contains(Words.upper(Literals.unquoteString(p.text())))) {
      throw p.fail("'cosine', 'euclidean' or 'dot'");
    }
    Expression.Literal metric = ExpressionGrammar.string(p);
    Optional<Expression> top = Optional.empty();
    if (p.accept(COMMA)) {
      argument(p, "TOP_N");
      top = Optional.of(ExpressionGrammar.integerOrVariable(p, false));
    }
    p.expect(RIGHT_PARENTHESIS);
    boolean annOnly = p.at(TokenKind.WITH, LEFT_PARENTHESIS);
    if (annOnly) {
      p.pos += 2;
      p.expectWord("FORCE_ANN_ONLY");
      p.expect(RIGHT_PARENTHESIS);
    }
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.VectorSearch(
        table, column, vector, metric, top, annOnly, as, alias, from, p.pos);
  }

  static TableReference chunks(Parser p) {
    int from = p.pos;
    p.pos += 2;
    argument(p, "SOURCE");
    Expression source = ExpressionGrammar.expression(p);
    p.expect(COMMA);
    argument(p, "CHUNK_TYPE");
    if (!p.acceptWord("FIXED")) {
      throw p.fail("FIXED");
    }
    p.expect(COMMA);
    argument(p, "CHUNK_SIZE");
    Expression size = ExpressionGrammar.expression(p);
    Optional<Expression> overlap = Optional.empty();
    Optional<Expression> chunkSetId = Optional.empty();
    if (p.accept(COMMA)) {
      if (!p.atWord("OVERLAP")) {
        throw p.fail("OVERLAP");
      }
      argument(p, "OVERLAP");
      overlap = Optional.of(ExpressionGrammar.expression(p));
      if (p.accept(COMMA)) {
        argument(p, "ENABLE_CHUNK_SET_ID");
        chunkSetId =
            Optional.of(
                p.at(TokenKind.NULL)
                    ? ExpressionGrammar.constantOrVariable(p)
                    : ExpressionGrammar.integer(p));
      }
    }
    p.expect(RIGHT_PARENTHESIS);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.Chunks(source, size, overlap, chunkSetId, as, alias, from, p.pos);
  }
}
