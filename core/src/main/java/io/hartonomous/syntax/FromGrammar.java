package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.DOT;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableReference;
import io.hartonomous.syntax.ast.TableReference.HintForm;
import io.hartonomous.syntax.ast.TableReference.JoinHint;
import io.hartonomous.syntax.ast.TableReference.JoinKind;
import io.hartonomous.syntax.ast.TableReference.SampleUnit;
import io.hartonomous.syntax.ast.TableReference.TemporalKind;
import java.util.List;
import java.util.Optional;

/// What stands in FROM. Source: Microsoft Learn, "FROM clause plus JOIN, APPLY, PIVOT".
final class FromGrammar {
  private FromGrammar() {}

  /// A table with its joins.
  static TableReference tableReference(Parser p) {
    TableReference left = primary(p);
    int levels = 0;
    while (atJoin(p)) {
      left = join(p, left);
      levels++;
      p.link();
    }
    p.unlink(levels);
    return left;
  }

  private static boolean atJoin(Parser p) {
    return switch (p.kind()) {
      case JOIN, INNER, LEFT, RIGHT, FULL, CROSS -> true;
      case OUTER -> p.atWord(1, "APPLY");
      default -> false;
    };
  }

  private static TableReference join(Parser p, TableReference left) {
    int from = left.from();
    if (p.at(TokenKind.CROSS)) {
      p.pos++;
      boolean apply = p.acceptWord("APPLY");
      if (!apply) {
        p.expect(TokenKind.JOIN);
      }
      TableReference right = primary(p);
      return new TableReference.Join(
          left,
          apply ? JoinKind.CROSS_APPLY : JoinKind.CROSS,
          false,
          Optional.empty(),
          right,
          Optional.empty(),
          from,
          p.pos);
    }
    if (p.at(TokenKind.OUTER)) {
      p.pos += 2;
      TableReference right = primary(p);
      return new TableReference.Join(
          left,
          JoinKind.OUTER_APPLY,
          false,
          Optional.empty(),
          right,
          Optional.empty(),
          from,
          p.pos);
    }
    JoinKind kind =
        switch (p.kind()) {
          case LEFT -> JoinKind.LEFT;
          case RIGHT -> JoinKind.RIGHT;
          case FULL -> JoinKind.FULL;
          default -> JoinKind.INNER;
        };
    boolean words = !p.at(TokenKind.JOIN);
    Optional<JoinHint> hint = Optional.empty();
    boolean optionalWord = p.at(TokenKind.INNER);
    if (words) {
      p.pos++;
      if (kind != JoinKind.INNER) {
        optionalWord = p.accept(TokenKind.OUTER);
      }
      if (p.at(TokenKind.IDENTIFIER) && p.kind(1) != TokenKind.JOIN) { // read as a hint
        throw p.failAt(p.pos + 1, "JOIN");
      }
      for (JoinHint candidate : JoinHint.values()) {
        if (hint.isEmpty() && p.atWord(candidate.name()) && p.kind(1) == TokenKind.JOIN) {
          hint = Optional.of(candidate);
          p.pos++;
        }
      }
    }
    p.expect(TokenKind.JOIN);
    TableReference right = primary(p);
    while (!p.at(TokenKind.ON) && atJoin(p)) { // a JOIN b JOIN c ON ... ON ...
      p.enter();
      right = join(p, right);
      p.leave();
    }
    p.expect(TokenKind.ON);
    Condition on = ConditionGrammar.condition(p);
    return new TableReference.Join(
        left, kind, optionalWord, hint, right, Optional.of(on), from, p.pos);
  }

  private static TableReference primary(Parser p) {
    TableReference table = unpivoted(p);
    int levels = 0;
    while (p.at(TokenKind.PIVOT) || p.at(TokenKind.UNPIVOT)) {
      table = p.at(TokenKind.PIVOT) ? pivot(p, table) : unpivot(p, table);
      levels++;
      p.link();
    }
    p.unlink(levels);
    return table;
  }

  /// A table or a function by name, or a variable: nothing in parentheses.
  static TableReference bareTable(Parser p) {
    if (!p.at(TokenKind.VARIABLE) && !NameGrammar.atIdentifier(p) && !p.at(DOT)) {
      throw p.fail("a table");
    }
    return unpivoted(p);
  }

  private static TableReference unpivoted(Parser p) {
    switch (p.kind()) {
      case LEFT_PARENTHESIS:
        return parenthesised(p);
      case VARIABLE:
        return variable(p);
      case OPENXML,
      OPENROWSET,
      OPENQUERY,
      OPENDATASOURCE,
      CONTAINSTABLE,
      FREETEXTTABLE,
      SEMANTICKEYPHRASETABLE,
      SEMANTICSIMILARITYTABLE,
      SEMANTICSIMILARITYDETAILSTABLE:
        return RowsetGrammar.keywordFunction(p);
      case DOUBLE_COLON:
        return RowsetGrammar.builtIn(p);
      case LEFT_BRACE:
        return RowsetGrammar.odbcJoin(p);
      default:
        break;
    }
    if (p.at(TokenKind.IDENTIFIER, LEFT_PARENTHESIS)) {
      TableReference function = RowsetGrammar.wordFunction(p);
      if (function != null) {
        return function;
      }
    }
    if (!NameGrammar.atIdentifier(p) && !p.at(DOT)) {
      throw p.at(TokenKind.SQLCMD_VARIABLE)
          ? p.failAt(p.pos - 1, "a table after it")
          : p.fail("a table");
    }
    if (NameGrammar.atIdentifier(p)) {
      p.mustPrecede(Follow.AFTER_TABLE, "an alias, a join or the rest of the query");
    }
    MultiPartName name = NameGrammar.name(p);
    if (p.at(LEFT_PARENTHESIS) && !HintGrammar.atOldTableHint(p)) {
      return call(p, name);
    }
    return rest(p, name);
  }

  /// A table by name: `FOR SYSTEM_TIME ...`, sample, alias and hints; all may be absent.
  private static TableReference rest(Parser p, MultiPartName name) {
    Optional<TableReference.Temporal> temporal =
        p.optional(p.at(TokenKind.FOR) && p.atWord(1, "SYSTEM_TIME"), FromGrammar::temporal);
    boolean path = forPath(p);
    Optional<TableReference.TableSample> sample =
        p.optional(p.at(TokenKind.TABLESAMPLE), FromGrammar::sample);
    HintForm form = HintForm.WITH;
    HintGrammar.Hints hints = HintGrammar.Hints.NONE;
    if (p.at(LEFT_PARENTHESIS)) {
      form = HintForm.BARE_BEFORE_ALIAS;
      hints = HintGrammar.hints(p, false);
    } else if (p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      hints = HintGrammar.withHints(p);
      return new TableReference.Named(
          name,
          temporal,
          path,
          false,
          Optional.empty(),
          hints.list(),
          form,
          hints.commas(),
          sample,
          name.from(),
          p.pos);
    }
    checkAlias(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    if (form == HintForm.WITH) {
      if (sample.isEmpty()) {
        sample = p.optional(p.at(TokenKind.TABLESAMPLE), FromGrammar::sample);
      }
      if (p.at(LEFT_PARENTHESIS) && HintGrammar.atOldTableHint(p)) {
        form = HintForm.BARE;
        hints = HintGrammar.oldHint(p);
      } else if (p.at(TokenKind.HOLDLOCK)) {
        form = HintForm.WORD;
        hints = HintGrammar.holdLock(p);
      } else {
        hints = HintGrammar.withHints(p);
      }
    }
    return new TableReference.Named(
        name,
        temporal,
        path,
        as,
        alias,
        hints.list(),
        form,
        hints.commas(),
        sample,
        name.from(),
        p.pos);
  }

  private static boolean forPath(Parser p) {
    boolean path = p.at(TokenKind.FOR) && p.atWord(1, "PATH");
    if (path) {
      p.pos += 2;
    }
    return path;
  }

  private static void checkAlias(Parser p) {
    if (p.at(TokenKind.AS) || NameGrammar.atIdentifier(p) && NameGrammar.atTableAlias(p)) {
      p.mustPrecede(Follow.AFTER_TABLE_ALIAS, "a join or the rest of the query");
    }
  }

  /// The target of a data change: a name or a variable, without alias.
  static TableReference target(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.VARIABLE)) {
      Expression.Variable variable = ExpressionGrammar.variable(p);
      return new TableReference.Variable(
          variable, false, Optional.empty(), HintGrammar.tableHints(p), from, p.pos);
    }
    switch (p.kind()) {
      case OPENROWSET, OPENQUERY, OPENDATASOURCE -> {
        return RowsetGrammar.keywordFunction(p);
      }
      default -> {}
    }
    MultiPartName name = NameGrammar.name(p);
    HintGrammar.Hints hints = HintGrammar.withHints(p);
    return new TableReference.Named(
        name,
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        hints.list(),
        HintForm.WITH,
        hints.commas(),
        Optional.empty(),
        from,
        p.pos);
  }

  private static TableReference call(Parser p, MultiPartName name) {
    int from = name.from();
    if (name.parts().size() > 1
        && name.object().value().equals("nodes")) { // names of XML methods are case-sensitive
      MultiPartName column =
          new MultiPartName(name.parts().subList(0, name.parts().size() - 1), from, name.to() - 2);
      List<Expression> arguments = FunctionGrammar.plainArguments(p);
      Expression target = new Expression.ColumnReference(column, false, from, column.to());
      return method(
          p, new Expression.MethodCall(target, name.object(), Optional.of(arguments), from, p.pos));
    }
    List<Expression> arguments = FunctionGrammar.plainArguments(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    List<Identifier> columns = alias.isPresent() ? NameGrammar.optionalList(p) : List.of();
    return new TableReference.Function(name, arguments, as, alias, columns, from, p.pos);
  }

  private static TableReference method(Parser p, Expression.MethodCall call) {
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    List<Identifier> columns = alias.isPresent() ? NameGrammar.optionalList(p) : List.of();
    return new TableReference.MethodCall(call, as, alias, columns, call.from(), p.pos);
  }

  private static TableReference variable(Parser p) {
    int from = p.pos;
    Expression.Variable variable = ExpressionGrammar.variable(p);
    if (p.accept(DOT)) {
      Identifier method = NameGrammar.identifier(p);
      List<Expression> arguments = FunctionGrammar.plainArguments(p);
      return method(
          p, new Expression.MethodCall(variable, method, Optional.of(arguments), from, p.pos));
    }
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    return new TableReference.Variable(variable, as, alias, HintGrammar.tableHints(p), from, p.pos);
  }

  private static TableReference parenthesised(Parser p) {
    int from = p.pos;
    switch (p.kind(1)) {
      case VALUES -> {
        p.pos += 2;
        List<DmlPart.RowValue> rows = p.commaList(DmlGrammar::rowValue);
        p.expect(RIGHT_PARENTHESIS);
        boolean as = p.at(TokenKind.AS);
        Optional<Identifier> alias = NameGrammar.requiredAlias(p);
        return new TableReference.Values(rows, as, alias, NameGrammar.optionalList(p), from, p.pos);
      }
      case INSERT, UPDATE, DELETE, MERGE -> {
        p.pos++;
        p.enter();
        Statement statement = DmlGrammar.change(p, Optional.empty(), p.pos, true);
        p.leave();
        p.expect(RIGHT_PARENTHESIS);
        boolean as = p.at(TokenKind.AS);
        Optional<Identifier> alias = NameGrammar.requiredAlias(p);
        return new TableReference.DmlSource(
            statement, as, alias, NameGrammar.optionalList(p), from, p.pos);
      }
      default -> {}
    }
    if (p.isQuery(p.pos)) {
      QueryExpression query = QueryGrammar.subquery(p);
      boolean path = forPath(p);
      boolean as = p.at(TokenKind.AS);
      Optional<Identifier> alias = NameGrammar.requiredAlias(p);
      List<Identifier> columns = NameGrammar.optionalList(p);
      return new TableReference.Derived(query, path, as, alias, columns, from, p.pos);
    }
    Optional<TableReference> inner = p.attempt(FromGrammar::inParentheses);
    if (inner.isEmpty()) {
      throw p.fail("joined tables in parentheses");
    }
    return new TableReference.Parenthesised(inner.get(), from, p.pos);
  }

  /// `( joined tables )`; one table alone takes no parentheses.
  private static TableReference inParentheses(Parser p) {
    int from = p.pos++;
    p.enter();
    TableReference inner = tableReference(p);
    p.leave();
    p.expect(RIGHT_PARENTHESIS);
    if (!(inner instanceof TableReference.Join || inner instanceof TableReference.Parenthesised)) {
      throw p.failAt(from, "joined tables");
    }
    return inner;
  }

  private static TableReference.Temporal temporal(Parser p) {
    int from = p.pos;
    p.pos += 2;
    if (p.accept(TokenKind.ALL)) {
      return new TableReference.Temporal(
          TemporalKind.ALL, Optional.empty(), Optional.empty(), from, p.pos);
    }
    if (p.at(TokenKind.AS)) {
      p.pos++;
      p.expect(TokenKind.OF);
      Expression start = ExpressionGrammar.expression(p);
      return new TableReference.Temporal(
          TemporalKind.AS_OF, Optional.of(start), Optional.empty(), from, p.pos);
    }
    TemporalKind kind;
    Expression start;
    Expression end;
    if (p.accept(TokenKind.FROM)) {
      kind = TemporalKind.FROM_TO;
      start = ExpressionGrammar.expression(p);
      p.expect(TokenKind.TO);
      end = ExpressionGrammar.expression(p);
    } else if (p.accept(TokenKind.BETWEEN)) {
      kind = TemporalKind.BETWEEN_AND;
      start = ExpressionGrammar.expression(p);
      p.expect(TokenKind.AND);
      end = ExpressionGrammar.expression(p);
    } else {
      p.expectWord("CONTAINED");
      p.expect(TokenKind.IN);
      kind = TemporalKind.CONTAINED_IN;
      p.expect(LEFT_PARENTHESIS);
      start = ExpressionGrammar.expression(p);
      p.expect(COMMA);
      end = ExpressionGrammar.expression(p);
      p.expect(RIGHT_PARENTHESIS);
    }
    return new TableReference.Temporal(kind, Optional.of(start), Optional.of(end), from, p.pos);
  }

  private static TableReference.TableSample sample(Parser p) {
    int from = p.pos++;
    boolean system = p.acceptWord("SYSTEM");
    p.expect(LEFT_PARENTHESIS);
    Expression size = ExpressionGrammar.expression(p);
    Optional<SampleUnit> unit = Optional.empty();
    if (p.accept(TokenKind.PERCENT)) {
      unit = Optional.of(SampleUnit.PERCENT);
    } else if (p.acceptWord("ROWS")) {
      unit = Optional.of(SampleUnit.ROWS);
    }
    p.expect(RIGHT_PARENTHESIS);
    Optional<Expression> repeatable = Optional.empty();
    if (p.acceptWord("REPEATABLE")) {
      p.expect(LEFT_PARENTHESIS);
      repeatable = Optional.of(ExpressionGrammar.expression(p));
      p.expect(RIGHT_PARENTHESIS);
    }
    return new TableReference.TableSample(system, size, unit, repeatable, from, p.pos);
  }

  private static TableReference pivot(Parser p, TableReference source) {
    p.pos++;
    p.expect(LEFT_PARENTHESIS);
    MultiPartName aggregate = NameGrammar.name(p);
    List<Expression> arguments = FunctionGrammar.plainArguments(p);
    p.expect(TokenKind.FOR);
    Expression.ColumnReference column = ExpressionGrammar.column(p);
    p.expect(TokenKind.IN);
    List<Identifier> values = NameGrammar.parenthesised(p);
    p.expect(RIGHT_PARENTHESIS);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.requiredAlias(p);
    return new TableReference.Pivot(
        source, aggregate, arguments, column, values, as, alias, source.from(), p.pos);
  }

  private static TableReference unpivot(Parser p, TableReference source) {
    p.pos++;
    p.expect(LEFT_PARENTHESIS);
    Identifier value = NameGrammar.identifier(p);
    p.expect(TokenKind.FOR);
    Identifier column = NameGrammar.identifier(p);
    p.expect(TokenKind.IN);
    List<Expression.ColumnReference> columns = p.parenthesisedList(ExpressionGrammar::column);
    p.expect(RIGHT_PARENTHESIS);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.requiredAlias(p);
    return new TableReference.Unpivot(
        source, value, column, columns, as, alias, source.from(), p.pos);
  }
}
