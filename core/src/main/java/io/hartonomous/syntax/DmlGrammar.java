package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.DOT;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlPart.SetClause;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableReference;
import java.util.List;
import java.util.Optional;

/// Statements that read and change rows. MERGE is in [MergeGrammar]. Source: Microsoft Learn,
/// "INSERT", "UPDATE", "DELETE", "TRUNCATE TABLE", "OUTPUT clause".
final class DmlGrammar {
  private DmlGrammar() {}

  /// `WITH ... SELECT | INSERT | UPDATE | DELETE | MERGE`.
  static Statement withStatement(Parser p) {
    int from = p.pos;
    QueryPart.With with = QueryGrammar.with(p);
    return switch (p.kind()) {
      case INSERT, UPDATE, DELETE, MERGE -> change(p, Optional.of(with), from, false);
      case SELECT, LEFT_PARENTHESIS -> select(p, Optional.of(with), from);
      default -> throw p.fail("SELECT, INSERT, UPDATE, DELETE or MERGE");
    };
  }

  static DmlStatement select(Parser p) {
    return select(p, Optional.empty(), p.pos);
  }

  private static DmlStatement select(Parser p, Optional<QueryPart.With> with, int from) {
    p.selectInto = p.pos;
    QueryExpression query = QueryGrammar.query(p);
    return new DmlStatement.Select(with, query, HintGrammar.options(p), from, p.pos);
  }

  /// A data change; `nested` where it is a source of rows in parentheses.
  static DmlStatement change(Parser p, Optional<QueryPart.With> with, int from, boolean nested) {
    return switch (p.kind()) {
      case INSERT -> insert(p, with, from);
      case UPDATE -> update(p, with, from);
      case DELETE -> delete(p, with, from);
      default -> MergeGrammar.merge(p, with, from, nested);
    };
  }

  private static DmlStatement insert(Parser p, Optional<QueryPart.With> with, int from) {
    p.pos++;
    requireTarget(p);
    Optional<QueryPart.Top> top = p.optional(p.at(TokenKind.TOP), QueryGrammar::top);
    boolean into = p.accept(TokenKind.INTO);
    TableReference target = FromGrammar.target(p);
    List<MultiPartName> columns = List.of();
    if (p.at(LEFT_PARENTHESIS) && !p.isQuery(p.pos)) {
      NameGrammar.afterOpening(p);
      columns = p.parenthesisedList(DmlGrammar::insertColumn);
    }
    Optional<DmlPart.Output> output = p.optional(p.atWord("OUTPUT"), DmlGrammar::output);
    DmlPart.InsertSource source = insertSource(p);
    return new DmlStatement.Insert(
        with, top, into, target, columns, output, source, HintGrammar.options(p), from, p.pos);
  }

  /// The reference compiler looks two tokens ahead: it points at the verb if no table follows.
  private static void requireTarget(Parser p) {
    switch (p.kind()) {
      case TOP, INTO, VARIABLE, OPENROWSET, OPENQUERY, OPENDATASOURCE, DOT -> {}
      default -> {
        if (!NameGrammar.atIdentifier(p)) {
          throw p.failAt(p.pos - 1, "a table after it");
        }
      }
    }
  }

  /// A column of the target; `$ROWGUID`, `$ACTION` and IDENTITYCOL are words of the language.
  static Identifier targetColumn(Parser p) {
    return atPseudoColumn(p) ? NameGrammar.take(p) : NameGrammar.nameOf(p, 1).object();
  }

  /// As above, perhaps qualified.
  private static MultiPartName insertColumn(Parser p) {
    if (!atPseudoColumn(p)) {
      return NameGrammar.name(p);
    }
    int from = p.pos;
    return new MultiPartName(List.of(NameGrammar.take(p)), from, p.pos);
  }

  private static boolean atPseudoColumn(Parser p) {
    return p.at(TokenKind.PSEUDO_COLUMN)
        || p.at(TokenKind.IDENTITYCOL)
        || p.at(TokenKind.ROWGUIDCOL);
  }

  private static DmlPart.InsertSource insertSource(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case VALUES -> {
        p.pos++;
        if (!p.at(LEFT_PARENTHESIS)) {
          throw p.failAt(from, "rows after it");
        }
        return new DmlPart.InsertSource.Values(p.commaList(DmlGrammar::rowValue), from, p.pos);
      }
      case DEFAULT -> {
        p.pos++;
        if (!p.accept(TokenKind.VALUES)) {
          throw p.failAt(from, "DEFAULT VALUES");
        }
        return new DmlPart.InsertSource.DefaultValues(from, p.pos);
      }
      case EXEC, EXECUTE -> {
        return new DmlPart.InsertSource.Execute(ExecuteGrammar.execute(p), from, p.pos);
      }
      case SELECT, LEFT_PARENTHESIS -> {
        return new DmlPart.InsertSource.Query(QueryGrammar.query(p), from, p.pos);
      }
      default -> throw p.fail("VALUES, SELECT, EXECUTE or DEFAULT VALUES");
    }
  }

  static DmlPart.RowValue rowValue(Parser p) {
    int from = p.pos;
    return new DmlPart.RowValue(p.parenthesisedList(ExpressionGrammar::orDefault), from, p.pos);
  }

  /// `OUTPUT elements [INTO target [(columns)]]`.
  static DmlPart.Output output(Parser p) {
    int from = p.pos++;
    List<QueryPart.SelectElement> elements = p.commaList(QueryGrammar::selectElement);
    Optional<TableReference> into = Optional.empty();
    List<Identifier> columns = List.of();
    if (p.accept(TokenKind.INTO)) {
      into = Optional.of(FromGrammar.target(p));
      if (p.at(LEFT_PARENTHESIS) && !p.isQuery(p.pos)) {
        NameGrammar.afterOpening(p);
        columns = p.parenthesisedList(DmlGrammar::targetColumn);
      }
    }
    return new DmlPart.Output(elements, into, columns, from, p.pos);
  }

  private static DmlStatement update(Parser p, Optional<QueryPart.With> with, int from) {
    p.pos++;
    requireTarget(p);
    Optional<QueryPart.Top> top = p.optional(p.at(TokenKind.TOP), QueryGrammar::top);
    TableReference target = FromGrammar.target(p);
    p.expect(TokenKind.SET);
    if (!p.at(TokenKind.VARIABLE)
        && !p.at(TokenKind.PSEUDO_COLUMN)
        && !NameGrammar.atIdentifier(p)) {
      throw p.failAt(p.pos - 1, "an assignment after it"); // two tokens ahead, as below
    }
    List<SetClause> assignments = p.commaList(DmlGrammar::setClause);
    Optional<DmlPart.Output> output = p.optional(p.atWord("OUTPUT"), DmlGrammar::output);
    List<TableReference> tables =
        p.accept(TokenKind.FROM) ? p.commaList(FromGrammar::tableReference) : List.of();
    Optional<Condition> where = p.optional(p.accept(TokenKind.WHERE), DmlGrammar::where);
    return new DmlStatement.Update(
        with, top, target, assignments, output, tables, where, HintGrammar.options(p), from, p.pos);
  }

  /// A condition, or `CURRENT OF cursor`.
  private static Condition where(Parser p) {
    if (p.at(TokenKind.EOF)) {
      throw p.failAt(p.pos - 1, "a condition after it");
    }
    if (!p.at(TokenKind.CURRENT, TokenKind.OF)) {
      return ConditionGrammar.conditionOrMatch(p);
    }
    int from = p.pos;
    p.pos += 2;
    boolean global = CursorGrammar.global(p);
    return new Condition.CurrentOf(global, CursorGrammar.name(p), from, p.pos);
  }

  static SetClause setClause(Parser p) {
    int from = p.pos;
    Optional<Expression.Variable> variable = Optional.empty();
    if (p.at(TokenKind.VARIABLE)) {
      Expression.Variable set = ExpressionGrammar.variable(p);
      if (!(p.at(EQUALS) && isColumnAssignment(p))) {
        AssignmentOperator operator = QueryGrammar.assignment(p);
        return new SetClause.Variable(set, operator, ExpressionGrammar.expression(p), from, p.pos);
      }
      p.pos++;
      variable = Optional.of(set);
    }
    if (p.at(TokenKind.PSEUDO_COLUMN)) {
      Identifier pseudo = NameGrammar.take(p);
      MultiPartName column = new MultiPartName(List.of(pseudo), from, p.pos);
      return new SetClause.Column(
          variable,
          column,
          QueryGrammar.assignment(p),
          ExpressionGrammar.orDefault(p),
          from,
          p.pos);
    }
    MultiPartName column = NameGrammar.name(p);
    if (p.at(LEFT_PARENTHESIS) && column.parts().size() > 1 && variable.isEmpty()) {
      List<Identifier> parts = column.parts();
      MultiPartName target =
          new MultiPartName(parts.subList(0, parts.size() - 1), column.from(), column.to() - 2);
      return new SetClause.Method(
          target, parts.getLast(), FunctionGrammar.plainArguments(p), from, p.pos);
    }
    AssignmentOperator operator = QueryGrammar.assignment(p);
    return new SetClause.Column(
        variable, column, operator, ExpressionGrammar.orDefault(p), from, p.pos);
  }

  /// Whether `= column =` follows a variable.
  private static boolean isColumnAssignment(Parser p) {
    int ahead = 1;
    while (NameGrammar.isIdentifier(p, ahead)) {
      if (p.kind(ahead + 1) != DOT) {
        return QueryGrammar.assignmentOperator(p.kind(ahead + 1)).isPresent();
      }
      ahead += 2;
    }
    return false;
  }

  private static DmlStatement delete(Parser p, Optional<QueryPart.With> with, int from) {
    p.pos++;
    Optional<QueryPart.Top> top = p.optional(p.at(TokenKind.TOP), QueryGrammar::top);
    boolean fromKeyword = p.accept(TokenKind.FROM);
    TableReference target = FromGrammar.target(p);
    Optional<DmlPart.Output> output = p.optional(p.atWord("OUTPUT"), DmlGrammar::output);
    List<TableReference> tables =
        p.accept(TokenKind.FROM) ? p.commaList(FromGrammar::tableReference) : List.of();
    Optional<Condition> where = p.optional(p.accept(TokenKind.WHERE), DmlGrammar::where);
    return new DmlStatement.Delete(
        with, top, fromKeyword, target, output, tables, where, HintGrammar.options(p), from, p.pos);
  }

  private static OptionNode.PartitionRange partitions(Parser p) {
    int from = p.pos;
    Expression first = ExpressionGrammar.expression(p);
    Optional<Expression> last = p.optional(p.accept(TokenKind.TO), ExpressionGrammar::expression);
    return new OptionNode.PartitionRange(first, last, from, p.pos);
  }

  static DmlStatement truncate(Parser p) {
    int from = p.pos++;
    p.expect(TokenKind.TABLE);
    MultiPartName table = NameGrammar.name(p);
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return new DmlStatement.Truncate(table, List.of(), from, p.pos);
    }
    p.pos += 2;
    if (!p.accept(TokenKind.IDENTIFIER)) { // any word, says the reference compiler
      throw p.fail("PARTITIONS");
    }
    List<OptionNode.PartitionRange> partitions = p.parenthesisedList(DmlGrammar::partitions);
    p.expect(RIGHT_PARENTHESIS);
    return new DmlStatement.Truncate(table, partitions, from, p.pos);
  }
}
