package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.DOT;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Identifier.Quote;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Rowset;
import io.hartonomous.syntax.ast.TableReference;
import java.util.List;
import java.util.Optional;

/// Rowset functions with a grammar of their own; OPENROWSET is in [OpenRowsetGrammar], searches are
/// in [SearchGrammar]. Source: Microsoft Learn, "OPENJSON", "OPENQUERY", "OPENXML",
/// "OPENDATASOURCE", "CHANGETABLE".
final class RowsetGrammar {
  private RowsetGrammar() {}

  /// The function at the cursor whose name is no reserved word, or null.
  static TableReference wordFunction(Parser p) {
    int length = p.tokens.end(p.pos) - p.tokens.start(p.pos);
    return switch (length) {
      case 7 -> p.atWord("PREDICT") ? SearchGrammar.predict(p) : null;
      case 8 -> p.atWord("OPENJSON") ? openJson(p) : null;
      case 11 -> p.atWord("CHANGETABLE") ? changeTable(p) : null;
      case 13 -> p.atWord("VECTOR_SEARCH") ? SearchGrammar.vectorSearch(p) : null;
      case 18 -> p.atWord("AI_GENERATE_CHUNKS") ? SearchGrammar.chunks(p) : null;
      default -> null;
    };
  }

  /// The function at the cursor, whose name is a reserved word.
  static TableReference keywordFunction(Parser p) {
    if (p.kind(1) == TokenKind.STRING || p.kind(1) == p.kind()) {
      throw p.failBefore("'('");
    }
    return switch (p.kind()) {
      case OPENROWSET -> OpenRowsetGrammar.openRowset(p);
      case OPENDATASOURCE -> openDataSource(p);
      case OPENQUERY -> openQuery(p);
      case OPENXML -> openXml(p);
      case CONTAINSTABLE, FREETEXTTABLE -> SearchGrammar.fullText(p);
      default -> SearchGrammar.semantic(p);
    };
  }

  /// `OPENJSON(json [, path]) [WITH (columns)] [AS alias]`.
  private static TableReference openJson(Parser p) {
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
    Optional<Identifier> collation =
        p.optional(p.accept(TokenKind.COLLATE), NameGrammar::anyLength);
    Optional<Expression.Literal> path =
        p.optional(ExpressionGrammar.atString(p), ExpressionGrammar::string);
    boolean asJson = p.accept(TokenKind.AS);
    if (asJson) {
      p.expectWord("JSON");
    }
    return new TableReference.OpenJsonColumn(name, type, collation, path, asJson, from, p.pos);
  }

  /// `WITH (columns)`, or nothing.
  static List<Rowset.Column> schema(Parser p) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return List.of();
    }
    p.pos++;
    return p.parenthesisedList(rule -> column(rule, true));
  }

  /// A column of OPENXML or OPENROWSET; what it takes its value from is a path, a number or a
  /// variable.
  private static Rowset.Column column(Parser p, boolean number) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    DataType type = TypeGrammar.dataType(p);
    Optional<Identifier> collation =
        p.optional(p.accept(TokenKind.COLLATE), NameGrammar::anyLength);
    Optional<Expression> source = Optional.empty();
    if (ExpressionGrammar.atString(p)) {
      source = Optional.of(ExpressionGrammar.string(p));
    } else if (number && p.at(TokenKind.INTEGER)) {
      source = Optional.of(ExpressionGrammar.integer(p));
    } else if (!number && p.at(TokenKind.VARIABLE)) {
      source = Optional.of(ExpressionGrammar.variable(p));
    }
    return new Rowset.Column(name, type, collation, source, from, p.pos);
  }

  /// `OPENQUERY(server, 'text')`.
  private static TableReference openQuery(Parser p) {
    int from = p.pos++;
    MultiPartName function =
        new MultiPartName(
            List.of(new Identifier("OPENQUERY", Quote.NONE, from, p.pos)), from, p.pos);
    p.expect(LEFT_PARENTHESIS);
    int start = p.pos;
    MultiPartName server = new MultiPartName(List.of(NameGrammar.identifier(p)), start, p.pos);
    p.expect(COMMA);
    Expression query = ExpressionGrammar.string(p);
    p.expect(RIGHT_PARENTHESIS);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new TableReference.Function(
        function,
        List.of(new Expression.ColumnReference(server, false, start, start + 1), query),
        as,
        alias,
        List.of(),
        from,
        p.pos);
  }

  private static TableReference openDataSource(Parser p) {
    int from = p.pos;
    Rowset.DataSource source = dataSource(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.OpenDataSource(source, as, alias, from, p.pos);
  }

  /// `OPENDATASOURCE('provider', 'connection').[database.][schema.]object`.
  static Rowset.DataSource dataSource(Parser p) {
    int from = p.pos++;
    p.expect(LEFT_PARENTHESIS);
    Expression.Literal provider = ExpressionGrammar.string(p);
    p.expect(COMMA);
    Expression.Literal connection = ExpressionGrammar.string(p);
    p.expect(RIGHT_PARENTHESIS);
    p.expect(DOT);
    MultiPartName object = NameGrammar.nameOf(p, 3);
    return new Rowset.DataSource(provider, connection, object, from, p.pos);
  }

  private static TableReference openXml(Parser p) {
    int from = p.pos++;
    p.expect(LEFT_PARENTHESIS);
    Expression document = ExpressionGrammar.variable(p);
    p.expect(COMMA);
    Expression path = ExpressionGrammar.stringOrVariable(p);
    Optional<Expression> flags = Optional.empty();
    if (p.accept(COMMA)) {
      flags = Optional.of(ExpressionGrammar.integerOrVariable(p, false));
    }
    p.expect(RIGHT_PARENTHESIS);
    List<Rowset.Column> schema = List.of();
    Optional<MultiPartName> table = Optional.empty();
    if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      p.pos++;
      schema = p.parenthesisedList(rule -> column(rule, false));
    } else if (p.at(TokenKind.WITH) && NameGrammar.isIdentifier(p, 1)) {
      p.pos++;
      table = Optional.of(NameGrammar.nameOf(p, 3));
    }
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.OpenXml(document, path, flags, schema, table, as, alias, from, p.pos);
  }

  private static TableReference changeTable(Parser p) {
    int from = p.pos;
    p.pos += 2;
    if (!p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("CHANGES or VERSION");
    }
    if (!NameGrammar.isIdentifier(p, 1) && p.kind(1) != DOT) {
      throw p.failAt(p.pos + 1, "a table");
    }
    boolean version = p.acceptWord("VERSION");
    if (!version) {
      p.expectWord("CHANGES");
    }
    MultiPartName table = NameGrammar.name(p);
    p.expect(COMMA);
    List<Identifier> keyColumns =
        version ? p.parenthesisedList(NameGrammar::identifier) : List.of();
    List<Expression> keyValues = List.of();
    Optional<Expression> since = Optional.empty();
    if (version) {
      p.expect(COMMA);
      keyValues = p.parenthesisedList(ExpressionGrammar::expression);
    } else {
      since =
          Optional.of(
              p.at(TokenKind.NULL)
                  ? ExpressionGrammar.constantOrVariable(p)
                  : ExpressionGrammar.integerOrVariable(p, false));
    }
    boolean forceSeek = p.accept(COMMA);
    if (forceSeek) {
      p.expectWord("FORCESEEK");
    }
    p.expect(RIGHT_PARENTHESIS);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.requiredAlias(p);
    List<Identifier> columns = NameGrammar.optionalList(p);
    return version
        ? new Rowset.Version(
            table, keyColumns, keyValues, forceSeek, as, alias, columns, from, p.pos)
        : new Rowset.Changes(
            table, since.orElseThrow(), forceSeek, as, alias, columns, from, p.pos);
  }

  /// `::name(arguments)`. The cursor is at `::`.
  static TableReference builtIn(Parser p) {
    int from = p.pos++;
    Identifier name = NameGrammar.identifier(p);
    if (p.kind(1) == TokenKind.STAR) {
      throw p.failAt(p.pos + 1, "an argument");
    }
    List<Expression> arguments = FunctionGrammar.plainArguments(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new Rowset.BuiltIn(name, arguments, as, alias, from, p.pos);
  }

  /// `{oj joined tables}`.
  static TableReference odbcJoin(Parser p) {
    int from = p.pos++;
    p.expectWord("OJ");
    TableReference inner = FromGrammar.tableReference(p);
    p.expect(TokenKind.RIGHT_BRACE);
    if (!(inner instanceof TableReference.Join join) || join.on().isEmpty()) {
      throw p.report(Code.ODBC_WITHOUT_JOIN, from);
    }
    return new TableReference.OdbcJoin(inner, from, p.pos);
  }
}
