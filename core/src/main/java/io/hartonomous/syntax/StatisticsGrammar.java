package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Statistics. Source: Microsoft Learn, "CREATE STATISTICS", "UPDATE STATISTICS".
final class StatisticsGrammar {
  private StatisticsGrammar() {}

  /// The cursor is after `CREATE STATISTICS`.
  static Statement create(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.name(p);
    List<Identifier> columns = NameGrammar.parenthesised(p);
    Optional<Condition> where = p.optional(p.accept(TokenKind.WHERE), ConditionGrammar::condition);
    return new IndexStatement.CreateStatistics(
        name,
        table,
        columns,
        where,
        options(p, Vocabulary.CREATE_STATISTICS_OPTIONS, Code.UNKNOWN_STATISTICS_OPTION),
        from,
        p.pos);
  }

  static Statement update(Parser p) {
    int from = p.pos;
    p.pos += 2;
    MultiPartName table = NameGrammar.name(p);
    List<Identifier> names = List.of();
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      names = NameGrammar.parenthesised(p);
    } else if (NameGrammar.atIdentifier(p)) {
      names = List.of(NameGrammar.identifier(p));
    }
    return new IndexStatement.UpdateStatistics(
        table,
        names,
        options(p, Vocabulary.UPDATE_STATISTICS_OPTIONS, Code.UNKNOWN_UPDATE_STATISTICS_OPTION),
        from,
        p.pos);
  }

  private static List<OptionNode.Option> options(Parser p, Set<String> known, Code unknown) {
    return p.accept(TokenKind.WITH)
        ? p.commaList(parser -> option(parser, known, unknown))
        : List.of();
  }

  private static OptionNode.Option option(Parser p, Set<String> known, Code unknown) {
    if (p.at(TokenKind.IDENTIFIER) && !known.contains(Words.upper(p.text()))) {
      throw p.report(unknown, p.pos, "'" + p.text() + "'");
    }
    return OptionGrammar.option(p, known);
  }
}
