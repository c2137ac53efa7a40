package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Expression.UnaryOperator;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode.SequenceOption;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sequences. The word SEQUENCE was read. Options come in any order, the type among them, each
/// once. Source: Microsoft Learn, "CREATE SEQUENCE", "ALTER SEQUENCE".
final class SequenceGrammar {
  private static final Set<String> NEGATED = Set.of("MINVALUE", "MAXVALUE", "CYCLE", "CACHE");

  private SequenceGrammar() {}

  static Statement create(Parser p, int from) {
    MultiPartName name = NameGrammar.nameOf(p, 2);
    Options options = new Options(p, true);
    options.read();
    return new ObjectStatement.CreateSequence(name, options.type, options.read, from, p.pos);
  }

  static Statement alter(Parser p, int from) {
    MultiPartName name = NameGrammar.name(p);
    Options options = new Options(p, false);
    options.read();
    return new ObjectStatement.AlterSequence(name, options.read, from, p.pos);
  }

  private static final class Options {
    private final Parser p;
    private final boolean create;
    private final Set<String> seen = new HashSet<>();
    private final List<SequenceOption> read = new ArrayList<>();
    private Optional<DataType> type = Optional.empty();

    Options(Parser p, boolean create) {
      this.p = p;
      this.create = create;
    }

    void read() {
      while (create && p.at(TokenKind.AS) || p.at(TokenKind.IDENTIFIER)) {
        if (p.at(TokenKind.AS)) {
          int from = p.pos++;
          type = Optional.of(TypeGrammar.dataType(p));
          once("AS", from);
        } else if (!option()) {
          return;
        }
      }
    }

    /// False where the word that follows is none of an option's.
    private boolean option() {
      int from = p.pos;
      String word = Words.upper(p.text());
      boolean number = numberAt(1);
      switch (word) {
        case "START", "RESTART" -> {
          if (word.equals("START") != create) {
            return false;
          }
          if (p.kind(1) == TokenKind.WITH) {
            p.pos++;
            p.pos++;
            add(word + " WITH", Optional.of(number()), from);
            return true;
          }
          if (create) {
            return refuse(number);
          }
          p.pos++;
          add(word, Optional.empty(), from);
        }
        case "INCREMENT" -> {
          if (p.kind(1) != TokenKind.BY) {
            return refuse(number);
          }
          p.pos++;
          p.pos++;
          add("INCREMENT BY", Optional.of(number()), from);
        }
        case "MINVALUE", "MAXVALUE" -> {
          if (!number) {
            return false;
          }
          p.pos++;
          add(word, Optional.of(number()), from);
        }
        case "CACHE" -> {
          p.pos++;
          add(word, number ? Optional.of(number()) : Optional.empty(), from);
        }
        case "CYCLE" -> {
          if (number) {
            return refuse(true);
          }
          p.pos++;
          add(word, Optional.empty(), from);
        }
        case "NO" -> {
          if (p.kind(1) != TokenKind.IDENTIFIER) {
            return refuse(number);
          }
          p.pos++;
          String what = Words.upper(p.text());
          if (!NEGATED.contains(what)) {
            throw p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "CYCLE");
          }
          p.pos++;
          add("NO " + what, Optional.empty(), from);
        }
        default -> {
          return refuse(number);
        }
      }
      return true;
    }

    /// A word before a number can only have been meant for a limit.
    private boolean refuse(boolean number) {
      if (number) {
        throw p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "MAXVALUE");
      }
      return false;
    }

    /// `NO MINVALUE` is `MINVALUE` said in another way.
    private void once(String option, int from) {
      if (!seen.add(option.startsWith("NO ") ? option.substring(3) : option)) {
        throw p.report(Code.DUPLICATE_OPTION, from, p.tokens.text(from));
      }
    }

    private void add(String name, Optional<Expression> value, int from) {
      once(name.startsWith("RESTART") ? "RESTART" : name, from);
      read.add(new SequenceOption(name, value, from, p.pos));
    }

    private boolean numberAt(int ahead) {
      TokenKind kind = p.kind(ahead);
      boolean sign = kind == TokenKind.PLUS_SIGN || kind == TokenKind.MINUS_SIGN;
      TokenKind digits = sign ? p.kind(ahead + 1) : kind;
      return sign || digits == TokenKind.INTEGER || digits == TokenKind.DECIMAL;
    }

    /// A whole or decimal number, with one sign at most.
    private Expression number() {
      int from = p.pos;
      if (p.at(TokenKind.PLUS_SIGN) || p.at(TokenKind.MINUS_SIGN)) {
        UnaryOperator sign = p.at(TokenKind.MINUS_SIGN) ? UnaryOperator.MINUS : UnaryOperator.PLUS;
        p.pos++;
        return new Expression.Unary(sign, digits(), from, p.pos);
      }
      return digits();
    }

    private Expression digits() {
      if (!p.at(TokenKind.INTEGER) && !p.at(TokenKind.DECIMAL)) {
        throw p.fail("a number");
      }
      return ExpressionGrammar.literal(
          p, p.at(TokenKind.INTEGER) ? LiteralKind.INTEGER : LiteralKind.DECIMAL);
    }
  }
}
