package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlPart.MergeAction;
import io.hartonomous.syntax.ast.DmlPart.MergeMatch;
import io.hartonomous.syntax.ast.DmlPart.MergeWhen;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MERGE. Source: Microsoft Learn, "MERGE (Transact-SQL)".
final class MergeGrammar {
  private MergeGrammar() {}

  /// `MERGE [TOP (n)] [INTO] target [AS alias] USING source ON condition WHEN ... [OUTPUT ...]
  /// [OPTION ...] ;` The semicolon must be there, unless the statement is `nested` in a FROM.
  static DmlStatement merge(Parser p, Optional<QueryPart.With> with, int from, boolean nested) {
    int start = p.pos;
    p.expect(TokenKind.MERGE);
    Optional<QueryPart.Top> top = p.optional(p.at(TokenKind.TOP), QueryGrammar::top);
    boolean into = p.accept(TokenKind.INTO);
    TableReference target = target(p);
    p.expectWord("USING");
    TableReference source = FromGrammar.tableReference(p);
    p.expect(TokenKind.ON);
    Condition on = ConditionGrammar.conditionOrMatch(p);
    List<MergeWhen> clauses = new ArrayList<>();
    do {
      clauses.add(when(p));
    } while (p.at(TokenKind.WHEN));
    Optional<DmlPart.Output> output = p.optional(p.atWord("OUTPUT"), DmlGrammar::output);
    List<QueryPart.Hint> options = HintGrammar.options(p);
    if (!nested && !p.at(TokenKind.SEMICOLON)) {
      p.report(Code.MERGE_WITHOUT_SEMICOLON, start);
    }
    return new DmlStatement.Merge(
        with, top, into, target, source, on, clauses, output, options, from, p.pos);
  }

  private static TableReference target(Parser p) {
    TableReference bare = FromGrammar.target(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    if (alias.isEmpty()) {
      return bare;
    }
    return switch (bare) {
      case TableReference.Named t ->
          new TableReference.Named(
              t.name(),
              t.temporal(),
              t.path(),
              as,
              alias,
              t.hints(),
              t.hintForm(),
              t.hintCommas(),
              t.sample(),
              t.from(),
              p.pos);
      case TableReference.Variable t ->
          new TableReference.Variable(t.variable(), as, alias, t.hints(), t.from(), p.pos);
      default -> throw p.unsupported(bare.from(), "MERGE into a rowset function");
    };
  }

  private static MergeWhen when(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.WHEN);
    MergeMatch match = MergeMatch.MATCHED;
    if (p.accept(TokenKind.NOT)) {
      p.expectWord("MATCHED");
      match = MergeMatch.NOT_MATCHED_BY_TARGET;
      if (p.accept(TokenKind.BY) && !p.acceptWord("TARGET")) {
        p.expectWord("SOURCE");
        match = MergeMatch.NOT_MATCHED_BY_SOURCE;
      }
    } else {
      p.expectWord("MATCHED");
    }
    Optional<Condition> condition =
        p.optional(p.accept(TokenKind.AND), ConditionGrammar::condition);
    p.expect(TokenKind.THEN);
    if (p.at(TokenKind.INSERT) && match != MergeMatch.NOT_MATCHED_BY_TARGET) {
      p.report(
          Code.INSERT_OF_MATCHED,
          p.pos,
          match == MergeMatch.MATCHED ? "MATCHED" : "NOT MATCHED BY SOURCE");
    } else if (!p.at(TokenKind.INSERT) && match == MergeMatch.NOT_MATCHED_BY_TARGET) {
      p.report(Code.CHANGE_OF_UNMATCHED, p.pos, p.text());
    }
    return new MergeWhen(match, condition, action(p), from, p.pos);
  }

  private static MergeAction action(Parser p) {
    int from = p.pos;
    if (p.accept(TokenKind.DELETE)) {
      return new MergeAction.Delete(from, p.pos);
    }
    if (p.accept(TokenKind.UPDATE)) {
      p.expect(TokenKind.SET);
      return new MergeAction.Update(p.commaList(DmlGrammar::setClause), from, p.pos);
    }
    p.expect(TokenKind.INSERT);
    List<Identifier> columns =
        p.at(TokenKind.LEFT_PARENTHESIS)
            ? p.parenthesisedList(DmlGrammar::targetColumn)
            : List.of();
    if (p.accept(TokenKind.DEFAULT)) {
      p.expect(TokenKind.VALUES);
      return new MergeAction.Insert(columns, Optional.empty(), from, p.pos);
    }
    p.expect(TokenKind.VALUES);
    return new MergeAction.Insert(columns, Optional.of(DmlGrammar.rowValue(p)), from, p.pos);
  }
}
