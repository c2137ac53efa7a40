package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode.SequenceOption;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sequences. The word SEQUENCE was read. Source: Microsoft Learn, "CREATE SEQUENCE", "ALTER
/// SEQUENCE".
final class SequenceGrammar {
  private SequenceGrammar() {}

  static Statement create(Parser p, int from) {
    MultiPartName name = NameGrammar.nameOf(p, 2);
    Optional<DataType> type = p.optional(p.accept(TokenKind.AS), TypeGrammar::dataType);
    return new ObjectStatement.CreateSequence(name, type, options(p), from, p.pos);
  }

  static Statement alter(Parser p, int from) {
    MultiPartName name = NameGrammar.name(p);
    List<SequenceOption> options = options(p);
    if (options.isEmpty()) {
      throw p.fail("an option of the sequence");
    }
    return new ObjectStatement.AlterSequence(name, options, from, p.pos);
  }

  private static List<SequenceOption> options(Parser p) {
    List<SequenceOption> options = new ArrayList<>();
    while (true) {
      SequenceOption option = option(p);
      if (option == null) {
        return options;
      }
      options.add(option);
    }
  }

  private static SequenceOption option(Parser p) {
    int from = p.pos;
    if (!p.at(TokenKind.IDENTIFIER)) {
      return null;
    }
    switch (Words.upper(p.text())) {
      case "START" -> {
        p.pos++;
        p.expect(TokenKind.WITH);
        return valued(p, "START WITH", from);
      }
      case "INCREMENT" -> {
        p.pos++;
        p.expect(TokenKind.BY);
        return valued(p, "INCREMENT BY", from);
      }
      case "MINVALUE" -> {
        p.pos++;
        return valued(p, "MINVALUE", from);
      }
      case "MAXVALUE" -> {
        p.pos++;
        return valued(p, "MAXVALUE", from);
      }
      case "CACHE" -> {
        p.pos++;
        Optional<Expression> size = p.optional(p.at(TokenKind.INTEGER), ExpressionGrammar::unary);
        return new SequenceOption("CACHE", size, from, p.pos);
      }
      case "CYCLE" -> {
        p.pos++;
        return new SequenceOption("CYCLE", Optional.empty(), from, p.pos);
      }
      case "RESTART" -> {
        p.pos++;
        return p.accept(TokenKind.WITH)
            ? valued(p, "RESTART WITH", from)
            : new SequenceOption("RESTART", Optional.empty(), from, p.pos);
      }
      case "NO" -> {
        p.pos++;
        String word = Words.upper(p.text());
        switch (word) {
          case "MINVALUE", "MAXVALUE", "CYCLE", "CACHE" -> p.pos++;
          default -> throw p.fail("MINVALUE, MAXVALUE, CYCLE or CACHE");
        }
        return new SequenceOption("NO " + word, Optional.empty(), from, p.pos);
      }
      default -> {
        return null;
      }
    }
  }

  private static SequenceOption valued(Parser p, String name, int from) {
    return new SequenceOption(name, Optional.of(ExpressionGrammar.unary(p)), from, p.pos);
  }
}
