package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Commas;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryPart.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Hints of tables and of statements. Source: Microsoft Learn, "Table hints", "Query hints".
final class HintGrammar {
  private static final Set<String> TABLE_HINTS =
      Set.of(
          "NOLOCK",
          "READUNCOMMITTED",
          "UPDLOCK",
          "REPEATABLEREAD",
          "SERIALIZABLE",
          "READCOMMITTED",
          "READCOMMITTEDLOCK",
          "TABLOCK",
          "TABLOCKX",
          "PAGLOCK",
          "ROWLOCK",
          "NOWAIT",
          "READPAST",
          "XLOCK",
          "SNAPSHOT",
          "NOEXPAND",
          "HOLDLOCK",
          "FORCESEEK",
          "FORCESCAN",
          "KEEPIDENTITY",
          "KEEPDEFAULTS",
          "IGNORE_CONSTRAINTS",
          "IGNORE_TRIGGERS",
          "SPATIAL_WINDOW_MAX_CELLS",
          "INDEX",
          "FASTFIRSTROW");

  private static final Set<String> NUMBERED =
      Set.of("MAXDOP", "MAXRECURSION", "FAST", "QUERYTRACEON");

  private HintGrammar() {}

  /// `WITH (hints)`, or the old form without WITH.
  static List<Hint> tableHints(Parser p) {
    return p.at(LEFT_PARENTHESIS) && atOldTableHint(p)
        ? hints(p, false).list()
        : withHints(p).list();
  }

  /// Hints, and where commas between them were left out.
  record Hints(List<Hint> list, Commas commas) {
    static final Hints NONE = new Hints(List.of(), Commas.REGULAR);
  }

  /// `WITH (hints)` alone: where a list of columns may follow the table.
  static Hints withHints(Parser p) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return Hints.NONE;
    }
    p.pos++;
    return hints(p, true);
  }

  /// Whether the parenthesis at the cursor holds hints without WITH before it: `t (NOLOCK)`.
  static boolean atOldTableHint(Parser p) {
    TokenKind after = p.kind(2);
    boolean shape =
        after == RIGHT_PARENTHESIS
            || after == COMMA
            || after == EQUALS
            || after == LEFT_PARENTHESIS;
    boolean word =
        p.kind(1) == TokenKind.IDENTIFIER
            || p.kind(1) == TokenKind.INDEX
            || p.kind(1) == TokenKind.HOLDLOCK;
    return shape
        && word
        && TABLE_HINTS.contains(Words.upper(p.tokens.text(p.pos + 1)))
        && (p.kind(1) == TokenKind.INDEX || after == RIGHT_PARENTHESIS || after == COMMA);
  }

  /// HOLDLOCK without parentheses.
  static Hints holdLock(Parser p) {
    return new Hints(List.of(tableHint(p)), Commas.REGULAR);
  }

  /// `( hint )` after an alias: one and no more.
  static Hints oldHint(Parser p) {
    p.expect(LEFT_PARENTHESIS);
    Hint hint = tableHint(p);
    p.expect(RIGHT_PARENTHESIS);
    return new Hints(List.of(hint), Commas.REGULAR);
  }

  /// `( hints )`; after WITH the commas may be left out.
  static Hints hints(Parser p, boolean with) {
    p.expect(LEFT_PARENTHESIS);
    Hints hints = hintList(p, with);
    p.expect(RIGHT_PARENTHESIS);
    return hints;
  }

  private static Hints hintList(Parser p, boolean with) {
    List<Hint> hints = new ArrayList<>();
    List<Integer> missing = List.of();
    hints.add(tableHint(p));
    while (p.at(COMMA) || with && !p.at(RIGHT_PARENTHESIS)) {
      if (!p.accept(COMMA)) {
        missing = missing.isEmpty() ? new ArrayList<>() : missing;
        missing.add(hints.size());
      }
      hints.add(tableHint(p));
    }
    return new Hints(hints, missing.isEmpty() ? Commas.REGULAR : new Commas(missing, false));
  }

  private static Hint tableHint(Parser p) {
    int from = p.pos;
    String name = Words.upper(p.text());
    if (!TABLE_HINTS.contains(name)) {
      throw p.at(TokenKind.IDENTIFIER)
          ? p.report(Code.UNKNOWN_TABLE_HINT, p.pos, "'" + p.text() + "'")
          : p.fail("a table hint");
    }
    p.pos++;
    List<Expression> arguments = new ArrayList<>();
    List<MultiPartName> names = new ArrayList<>();
    if (name.equals("INDEX")) {
      if (p.accept(EQUALS) && !p.at(LEFT_PARENTHESIS)) {
        indexValue(p, arguments, names);
      } else {
        p.expect(LEFT_PARENTHESIS);
        do {
          indexValue(p, arguments, names);
        } while (p.accept(COMMA));
        p.expect(RIGHT_PARENTHESIS);
      }
    } else if (name.equals("FORCESEEK")
        && p.accept(
            LEFT_PARENTHESIS)) { // FORCESEEK (index (column, ...)): the index first, then its
      // columns
      indexValue(p, arguments, names);
      names.addAll(p.parenthesisedList(NameGrammar::name));
      p.expect(RIGHT_PARENTHESIS);
    } else if (name.equals("SPATIAL_WINDOW_MAX_CELLS")) {
      p.expect(EQUALS);
      arguments.add(ExpressionGrammar.integer(p));
    }
    return new Hint(name, arguments, names, List.of(), Commas.REGULAR, from, p.pos);
  }

  private static void indexValue(Parser p, List<Expression> arguments, List<MultiPartName> names) {
    if (p.at(TokenKind.INTEGER)) {
      arguments.add(ExpressionGrammar.integer(p));
    } else {
      names.add(NameGrammar.name(p));
    }
  }

  /// `OPTION (hint, ...)`, or nothing.
  static List<Hint> options(Parser p) {
    if (!p.accept(TokenKind.OPTION)) {
      return List.of();
    }
    return p.parenthesisedList(HintGrammar::queryHint);
  }

  /// Words, then a value, or values in parentheses: `MAXDOP 2`, `USE HINT ('x')`, `LABEL = 'x'`,
  /// `OPTIMIZE FOR (@a = 1, @b UNKNOWN)`. The arguments of OPTIMIZE FOR come in pairs; UNKNOWN is a
  /// DEFAULT literal.
  private static Hint queryHint(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case TABLE:
        return tableHints(p, from);
      case FOR:
        return timestamp(p, from);
      case IDENTIFIER:
        if (p.kind(1) == TokenKind.IDENTIFIER && p.atWord("BYPASS")) {
          p.pos++;
          p.expectWord("OPTIMIZER_QUEUE");
          return new Hint(
              "BYPASS OPTIMIZER_QUEUE",
              List.of(),
              List.of(),
              List.of(),
              Commas.REGULAR,
              from,
              p.pos);
        }
        break;
      default:
        break;
    }
    StringBuilder name = new StringBuilder();
    List<Expression> arguments = new ArrayList<>();
    while (p.at(TokenKind.IDENTIFIER) || p.kind().isReservedWord()) {
      name.append(name.isEmpty() ? "" : " ").append(Words.upper(p.text()));
      p.pos++;
    }
    if (name.isEmpty()) {
      throw p.fail("a query hint");
    }
    String words = name.toString();
    if (!Vocabulary.QUERY_HINTS.contains(words)) {
      throw p.failAt(from, "a query hint");
    }
    if (words.equals("LABEL")) {
      p.expect(EQUALS);
      arguments.add(ExpressionGrammar.string(p));
    } else if (words.equals("MAX_GRANT_PERCENT") || words.equals("MIN_GRANT_PERCENT")) {
      p.expect(EQUALS);
      arguments.add(ExpressionGrammar.expression(p));
    } else if (p.accept(LEFT_PARENTHESIS)) {
      if (words.equals("OPTIMIZE FOR")) {
        optimizeFor(p, arguments);
      } else {
        arguments.addAll(ExpressionGrammar.list(p));
      }
      p.expect(RIGHT_PARENTHESIS);
    } else if (NUMBERED.contains(words) && !p.at(TokenKind.INTEGER)) {
      throw p.failAt(from, "a number after it");
    } else if (!p.at(COMMA) && !p.at(RIGHT_PARENTHESIS)) {
      arguments.add(ExpressionGrammar.unary(p));
    }
    return new Hint(words, arguments, List.of(), List.of(), Commas.REGULAR, from, p.pos);
  }

  /// `TABLE HINT(table [, hint ...])`; the commas between the hints may be left out.
  private static Hint tableHints(Parser p, int from) {
    p.pos++;
    p.expectWord("HINT");
    p.expect(LEFT_PARENTHESIS);
    MultiPartName table = NameGrammar.name(p);
    Hints hints = Hints.NONE;
    if (p.accept(COMMA)) {
      hints = hintList(p, true);
    }
    p.expect(RIGHT_PARENTHESIS);
    return new Hint(
        "TABLE HINT", List.of(), List.of(table), hints.list(), hints.commas(), from, p.pos);
  }

  /// `FOR TIMESTAMP AS OF 'time'`.
  private static Hint timestamp(Parser p, int from) {
    p.pos++;
    p.expectWord("TIMESTAMP");
    p.expect(TokenKind.AS);
    p.expect(TokenKind.OF);
    List<Expression> time = List.of(ExpressionGrammar.string(p));
    return new Hint("FOR TIMESTAMP AS OF", time, List.of(), List.of(), Commas.REGULAR, from, p.pos);
  }

  private static void optimizeFor(Parser p, List<Expression> arguments) {
    do {
      arguments.add(ExpressionGrammar.variable(p));
      if (p.atWord("UNKNOWN")) {
        arguments.add(ExpressionGrammar.literal(p, LiteralKind.DEFAULT));
      } else {
        p.expect(EQUALS);
        arguments.add(ExpressionGrammar.unary(p));
      }
    } while (p.accept(COMMA));
  }
}
