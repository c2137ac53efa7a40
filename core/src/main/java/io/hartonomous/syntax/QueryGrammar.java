package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.DOT;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.STAR;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Expression.SetQuantifier;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryExpression.SetOperator;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.QueryPart.Grouping;
import io.hartonomous.syntax.ast.QueryPart.LegacyGrouping;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.QueryPart.SortOrder;
import io.hartonomous.syntax.ast.QueryPart.Tail;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Queries: SELECT, set operators, what follows them. Source: Microsoft Learn, "SELECT
/// (Transact-SQL)", "Set operators".
final class QueryGrammar {
  private QueryGrammar() {}

  /// `( query )`.
  static QueryExpression subquery(Parser p) {
    p.enter();
    p.expect(LEFT_PARENTHESIS);
    QueryExpression query = query(p);
    checkInner(p, query);
    p.expect(RIGHT_PARENTHESIS);
    p.leave();
    return query;
  }

  /// In a view, a subquery or a common table expression an ORDER BY needs something that makes the
  /// order count. The reference compiler points at the last SELECT.
  static void checkInner(Parser p, QueryExpression query) {
    Tail tail = query.tail();
    if (tail.orderBy().isEmpty() || tail.offset().isPresent() || tail.forClause().isPresent()) {
      return;
    }
    QueryExpression last = query;
    while (last instanceof QueryExpression.SetOperation operation) {
      last = operation.operands().getLast();
    }
    if (!(last instanceof QueryExpression.Specification specification)
        || specification.top().isEmpty()) {
      p.report(Code.ORDER_WITHOUT_TOP, last.from());
    }
  }

  /// A query with what follows it. INTERSECT binds tighter than UNION and EXCEPT.
  static QueryExpression query(Parser p) {
    int from = p.pos;
    QueryExpression first = intersections(p, false);
    if (!p.at(TokenKind.UNION) && !p.at(TokenKind.EXCEPT)) {
      return first;
    }
    List<QueryExpression> operands = new ArrayList<>();
    List<SetOperator> operators = new ArrayList<>();
    operands.add(first);
    while (p.at(TokenKind.UNION) || p.at(TokenKind.EXCEPT)) {
      SetOperator operator = p.at(TokenKind.EXCEPT) ? SetOperator.EXCEPT : SetOperator.UNION;
      p.pos++;
      if (operator == SetOperator.UNION && p.accept(TokenKind.ALL)) {
        operator = SetOperator.UNION_ALL;
      }
      operators.add(operator);
      operands.add(intersections(p, true));
    }
    Tail tail = tail(p);
    return new QueryExpression.SetOperation(operands, operators, tail, from, p.pos);
  }

  /// `inside`: the result is an operand of UNION or EXCEPT, what follows belongs to that.
  private static QueryExpression intersections(Parser p, boolean inside) {
    int from = p.pos;
    QueryExpression first = operand(p, inside);
    if (!p.at(TokenKind.INTERSECT)) {
      return first;
    }
    List<QueryExpression> operands = new ArrayList<>();
    List<SetOperator> operators = new ArrayList<>();
    operands.add(first);
    while (p.accept(TokenKind.INTERSECT)) {
      operators.add(SetOperator.INTERSECT);
      operands.add(operand(p, true));
    }
    Tail tail = inside || atSetOperator(p) ? noTail(p) : tail(p);
    return new QueryExpression.SetOperation(operands, operators, tail, from, p.pos);
  }

  private static boolean atSetOperator(Parser p) {
    return p.at(TokenKind.UNION) || p.at(TokenKind.EXCEPT) || p.at(TokenKind.INTERSECT);
  }

  private static QueryExpression operand(Parser p, boolean inside) {
    int from = p.pos;
    if (p.at(LEFT_PARENTHESIS)) {
      QueryExpression inner = subquery(p);
      Tail tail = inside || atSetOperator(p) ? noTail(p) : tail(p);
      return new QueryExpression.Parenthesised(inner, tail, from, p.pos);
    }
    return specification(p, inside);
  }

  private static QueryExpression specification(Parser p, boolean inside) {
    int from = p.pos;
    p.expect(TokenKind.SELECT);
    Optional<SetQuantifier> quantifier = FunctionGrammar.quantifier(p);
    Optional<QueryPart.Top> top = p.optional(p.at(TokenKind.TOP), QueryGrammar::top);
    List<SelectElement> elements = p.commaList(QueryGrammar::selectElement);
    Optional<MultiPartName> into = Optional.empty();
    Optional<Identifier> fileGroup = Optional.empty();
    if (p.at(TokenKind.INTO) && from != p.selectInto) {
      throw p.fail("FROM: only a SELECT statement makes a table");
    }
    if (p.accept(TokenKind.INTO)) {
      into = Optional.of(NameGrammar.name(p));
      fileGroup = p.optional(p.accept(TokenKind.ON), NameGrammar::identifier);
    }
    List<TableReference> tables =
        p.accept(TokenKind.FROM) ? p.commaList(FromGrammar::tableReference) : List.of();
    Optional<Condition> where =
        p.optional(p.accept(TokenKind.WHERE), ConditionGrammar::conditionOrMatch);
    Optional<QueryPart.GroupBy> groupBy = p.optional(p.at(TokenKind.GROUP), QueryGrammar::groupBy);
    Optional<Condition> having =
        p.optional(p.accept(TokenKind.HAVING), ConditionGrammar::condition);
    List<QueryPart.WindowDefinition> windows = List.of();
    if (p.atWord("WINDOW") && NameGrammar.isIdentifier(p, 1)) {
      p.pos++;
      windows = p.commaList(WindowGrammar::definition);
    } else if (NameGrammar.atIdentifier(p)
        && p.kind() == TokenKind.IDENTIFIER
        && NameGrammar.isIdentifier(p, 1)
        && !p.atWord("OFFSET")
        && !StatementGrammar.atStatementWord(p)) {
      // Two names in a row can only be the WINDOW clause, says the reference compiler.
      throw p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "WINDOW");
    }
    Tail tail = inside || atSetOperator(p) ? noTail(p) : tail(p);
    return new QueryExpression.Specification(
        quantifier,
        top,
        elements,
        into,
        fileGroup,
        tables,
        where,
        groupBy,
        having,
        windows,
        tail,
        from,
        p.pos);
  }

  /// `TOP n | (expression) [PERCENT] [WITH TIES]`.
  static QueryPart.Top top(Parser p) {
    int from = p.pos++;
    boolean parenthesised = p.accept(LEFT_PARENTHESIS);
    Expression count;
    if (parenthesised) {
      count = p.at(TokenKind.SELECT) ? bareSubquery(p) : ExpressionGrammar.expression(p);
      p.expect(RIGHT_PARENTHESIS);
    } else {
      count =
          switch (p.kind()) {
            case INTEGER -> ExpressionGrammar.literal(p, LiteralKind.INTEGER);
            case DECIMAL -> ExpressionGrammar.literal(p, LiteralKind.DECIMAL);
            case REAL -> ExpressionGrammar.literal(p, LiteralKind.REAL);
            case VARIABLE -> ExpressionGrammar.variable(p);
            default -> throw p.fail("a number of rows");
          };
    }
    boolean percent = p.accept(TokenKind.PERCENT);
    boolean ties = p.at(TokenKind.WITH) && p.atWord(1, "TIES");
    if (ties) {
      p.pos += 2;
    }
    return new QueryPart.Top(count, parenthesised, percent, ties, from, p.pos);
  }

  private static Expression bareSubquery(Parser p) {
    int from = p.pos;
    p.enter();
    QueryExpression query = query(p);
    p.leave();
    return new Expression.ScalarSubquery(query, from, p.pos);
  }

  static SelectElement selectElement(Parser p) {
    int from = p.pos;
    p.mustNotPrecede(Follow.SELECT_ELEMENT.after(p.kind()), "the rest of a select element");
    if (p.accept(STAR)) {
      return new SelectElement.AllColumns(Optional.empty(), from, p.pos);
    }
    if (p.at(TokenKind.VARIABLE)) {
      Optional<AssignmentOperator> operator = assignmentOperator(p.kind(1));
      if (operator.isPresent()) {
        Expression.Variable variable = ExpressionGrammar.variable(p);
        p.pos++;
        return new SelectElement.Assignment(
            variable, operator.get(), ExpressionGrammar.expression(p), from, p.pos);
      }
    }
    if (NameGrammar.atIdentifier(p)) {
      if (p.kind(1) == DOT && starFollows(p)) {
        MultiPartName qualifier = NameGrammar.name(p);
        p.pos += 2;
        return new SelectElement.AllColumns(Optional.of(qualifier), from, p.pos);
      }
      if (p.kind(1) == EQUALS) {
        Identifier alias = NameGrammar.identifier(p);
        p.pos++;
        return new SelectElement.Value(
            ExpressionGrammar.expression(p), false, Optional.of(alias), true, from, p.pos);
      }
    } else if (ExpressionGrammar.atString(p) && p.kind(1) == EQUALS) {
      Identifier alias = NameGrammar.stringAlias(p);
      p.pos++;
      return new SelectElement.Value(
          ExpressionGrammar.expression(p), false, Optional.of(alias), true, from, p.pos);
    }
    Expression value = ExpressionGrammar.expression(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = columnAlias(p);
    return new SelectElement.Value(value, as, alias, false, from, p.pos);
  }

  /// Whether `a.b.*` begins here.
  private static boolean starFollows(Parser p) {
    int ahead = 0;
    while (NameGrammar.isIdentifier(p, ahead) && p.kind(ahead + 1) == DOT) {
      ahead += 2;
      if (p.kind(ahead) == STAR) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Identifier> columnAlias(Parser p) {
    boolean as = p.at(TokenKind.AS);
    if (as) {
      p.mustNotPrecede(Follow.NEVER_AFTER_ALIAS, "an alias");
      p.pos++;
    }
    if (NameGrammar.atIdentifier(p) && (as || !NameGrammar.atThrow(p))) {
      if (!as) {
        p.mustNotPrecede(Follow.NEVER_AFTER_ALIAS, "the end of the select element");
      }
      return Optional.of(NameGrammar.identifier(p));
    }
    if (ExpressionGrammar.atString(p)) {
      return Optional.of(NameGrammar.stringAlias(p));
    }
    if (as) {
      throw p.fail("an alias");
    }
    return Optional.empty();
  }

  static Optional<AssignmentOperator> assignmentOperator(TokenKind kind) {
    return switch (kind) {
      case EQUALS -> Optional.of(AssignmentOperator.ASSIGN);
      case PLUS_ASSIGN -> Optional.of(AssignmentOperator.ADD);
      case MINUS_ASSIGN -> Optional.of(AssignmentOperator.SUBTRACT);
      case STAR_ASSIGN -> Optional.of(AssignmentOperator.MULTIPLY);
      case SLASH_ASSIGN -> Optional.of(AssignmentOperator.DIVIDE);
      case PERCENT_ASSIGN -> Optional.of(AssignmentOperator.MODULO);
      case AMPERSAND_ASSIGN -> Optional.of(AssignmentOperator.BIT_AND);
      case BAR_ASSIGN -> Optional.of(AssignmentOperator.BIT_OR);
      case CARET_ASSIGN -> Optional.of(AssignmentOperator.BIT_XOR);
      case DOUBLE_BAR_ASSIGN -> Optional.of(AssignmentOperator.CONCAT);
      default -> Optional.empty();
    };
  }

  static AssignmentOperator assignment(Parser p) {
    AssignmentOperator operator = assignmentOperator(p.kind()).orElseThrow(() -> p.fail("'='"));
    p.pos++;
    return operator;
  }

  // GROUP BY.

  private static QueryPart.GroupBy groupBy(Parser p) {
    int from = p.pos++;
    p.expect(TokenKind.BY);
    boolean all = p.accept(TokenKind.ALL);
    List<Grouping> groupings = p.commaList(QueryGrammar::grouping);
    Optional<LegacyGrouping> legacy = Optional.empty();
    if (p.at(TokenKind.WITH) && (p.atWord(1, "CUBE") || p.atWord(1, "ROLLUP"))) {
      legacy = Optional.of(p.atWord(1, "CUBE") ? LegacyGrouping.CUBE : LegacyGrouping.ROLLUP);
      p.pos += 2;
    }
    return new QueryPart.GroupBy(all, groupings, legacy, from, p.pos);
  }

  private static Grouping grouping(Parser p) {
    int from = p.pos;
    if (p.at(LEFT_PARENTHESIS, RIGHT_PARENTHESIS)) {
      p.pos += 2;
      return new Grouping.Composite(List.of(), from, p.pos);
    }
    if (p.kind(1) == LEFT_PARENTHESIS && p.atWord("ROLLUP")) {
      p.pos++;
      return new Grouping.Rollup(elements(p), from, p.pos);
    }
    if (p.kind(1) == LEFT_PARENTHESIS && p.atWord("CUBE")) {
      p.pos++;
      return new Grouping.Cube(elements(p), from, p.pos);
    }
    if (p.atWords("GROUPING", "SETS")) {
      p.pos += 2;
      return new Grouping.GroupingSets(elements(p), from, p.pos);
    }
    p.mustNotPrecede(Follow.GROUPING.after(p.kind()), "the rest of a GROUP BY element");
    Expression value = ExpressionGrammar.expression(p);
    boolean distributed = p.at(TokenKind.WITH, LEFT_PARENTHESIS);
    if (distributed) {
      p.pos += 2;
      p.expectWord("DISTRIBUTED_AGG");
      p.expect(RIGHT_PARENTHESIS);
    }
    return new Grouping.Value(value, distributed, from, p.pos);
  }

  private static List<Grouping> elements(Parser p) {
    p.enter();
    List<Grouping> elements = p.parenthesisedList(QueryGrammar::element);
    p.leave();
    return elements;
  }

  /// An element of ROLLUP, CUBE or GROUPING SETS: parentheses that reach to the next comma make a
  /// composite.
  private static Grouping element(Parser p) {
    if (p.at(LEFT_PARENTHESIS) && p.kind(1) != RIGHT_PARENTHESIS) {
      TokenKind after = p.tokens.kind(Math.min(p.match(p.pos) + 1, p.tokens.size() - 1));
      if (after == COMMA || after == RIGHT_PARENTHESIS) {
        int from = p.pos;
        p.enter();
        List<Grouping> elements = p.parenthesisedList(QueryGrammar::grouping);
        p.leave();
        return new Grouping.Composite(elements, from, p.pos);
      }
    }
    return grouping(p);
  }

  // What follows a query.

  private static Tail noTail(Parser p) {
    return new Tail(Optional.empty(), Optional.empty(), Optional.empty(), p.pos, p.pos);
  }

  private static final TokenSet FOR_NEVER = Follow.NEVER_SECOND.without(RIGHT_PARENTHESIS);

  private static Tail tail(Parser p) {
    int from = p.pos;
    Optional<QueryPart.OrderBy> orderBy = p.optional(p.at(TokenKind.ORDER), QueryGrammar::orderBy);
    Optional<QueryPart.Offset> offset =
        p.optional(orderBy.isPresent() && p.atWord("OFFSET"), QueryGrammar::offset);
    Optional<QueryPart.ForClause> forClause =
        p.optional(
            p.at(TokenKind.FOR)
                && (p.atWord(1, "JSON") || p.atWord(1, "XML") || p.atWord(1, "BROWSE")),
            ForGrammar::forClause);
    if (p.at(TokenKind.FOR) && !p.atWord(1, "READ") && !p.atWord(1, "UPDATE")) {
      p.mustNotPrecede(FOR_NEVER, "XML, JSON or BROWSE");
      p.pos++;
      throw p.fail("XML, JSON or BROWSE");
    }
    return new Tail(orderBy, offset, forClause, from, p.pos);
  }

  static QueryPart.OrderBy orderBy(Parser p) {
    int from = p.pos;
    p.mustNotPrecede(FOR_NEVER, "BY");
    p.expect(TokenKind.ORDER);
    p.expect(TokenKind.BY);
    return new QueryPart.OrderBy(p.commaList(QueryGrammar::orderElement), from, p.pos);
  }

  private static QueryPart.OrderElement orderElement(Parser p) {
    int from = p.pos;
    Expression expression = ExpressionGrammar.expression(p);
    return new QueryPart.OrderElement(expression, sortOrder(p), from, p.pos);
  }

  static Optional<SortOrder> sortOrder(Parser p) {
    if (p.accept(TokenKind.ASC)) {
      return Optional.of(SortOrder.ASC);
    }
    return p.accept(TokenKind.DESC) ? Optional.of(SortOrder.DESC) : Optional.empty();
  }

  private static QueryPart.Offset offset(Parser p) {
    int from = p.pos++;
    Expression offset = ExpressionGrammar.expression(p);
    rows(p);
    Optional<Expression> fetch = Optional.empty();
    if (p.at(TokenKind.FETCH) && (p.atWord(1, "NEXT") || p.atWord(1, "FIRST"))) {
      p.pos += 2;
      fetch = Optional.of(ExpressionGrammar.expression(p));
      rows(p);
      p.expectWord("ONLY");
    }
    return new QueryPart.Offset(offset, fetch, from, p.pos);
  }

  private static void rows(Parser p) {
    if (!p.acceptWord("ROW")) {
      p.expectWord("ROWS");
    }
  }

  // WITH.

  private static final TokenSet AFTER_COMMON_NAME = TokenSet.of(TokenKind.AS, LEFT_PARENTHESIS);

  static QueryPart.With with(Parser p) {
    int from = p.pos++;
    Optional<QueryPart.WithPrefix> prefix =
        p.kind(1) == LEFT_PARENTHESIS ? prefix(p) : Optional.empty();
    if (prefix.isPresent() && !p.accept(COMMA)) {
      return new QueryPart.With(prefix, List.of(), from, p.pos);
    }
    if (prefix.isEmpty()) {
      if (!NameGrammar.atIdentifier(p)) {
        throw p.failAt(from, "a name after it");
      }
      p.mustPrecede(AFTER_COMMON_NAME, "its columns or AS");
    }
    return new QueryPart.With(
        prefix, p.commaList(QueryGrammar::commonTableExpression), from, p.pos);
  }

  private static Optional<QueryPart.WithPrefix> prefix(Parser p) {
    int from = p.pos;
    if (p.acceptWord("XMLNAMESPACES")) {
      List<QueryPart.XmlNamespace> namespaces = p.parenthesisedList(QueryGrammar::xmlNamespace);
      return Optional.of(new QueryPart.WithPrefix.XmlNamespaces(namespaces, from, p.pos));
    }
    if (p.acceptWord("CHANGE_TRACKING_CONTEXT")) {
      p.expect(LEFT_PARENTHESIS);
      if (!p.at(TokenKind.BINARY) && !p.at(TokenKind.VARIABLE)) {
        throw p.fail("a binary value or a variable");
      }
      Expression context = ExpressionGrammar.constantOrVariable(p);
      p.expect(RIGHT_PARENTHESIS);
      return Optional.of(new QueryPart.WithPrefix.ChangeTrackingContext(context, from, p.pos));
    }
    return Optional.empty();
  }

  private static QueryPart.XmlNamespace xmlNamespace(Parser p) {
    int from = p.pos;
    if (p.accept(TokenKind.DEFAULT)) {
      return new QueryPart.XmlNamespace(ExpressionGrammar.string(p), Optional.empty(), from, p.pos);
    }
    Expression.Literal uri = ExpressionGrammar.string(p);
    p.expect(TokenKind.AS);
    return new QueryPart.XmlNamespace(uri, Optional.of(NameGrammar.identifier(p)), from, p.pos);
  }

  private static QueryPart.CommonTableExpression commonTableExpression(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    List<Identifier> columns = NameGrammar.optionalList(p);
    p.expect(TokenKind.AS);
    QueryExpression query = subquery(p);
    return new QueryPart.CommonTableExpression(name, columns, query, from, p.pos);
  }
}
