package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a clustered index or its key is dropped: where the rows go, and how. Source: Microsoft
/// Learn, "DROP INDEX", "ALTER TABLE", drop_clustered_constraint_option.
final class DropOptionGrammar {
  /// What is dropped: an index has more options than a key.
  enum Target {
    INDEX,
    CONSTRAINT
  }

  private static final Set<String> COMPRESSIONS =
      Set.of("NONE", "ROW", "PAGE", "COLUMNSTORE", "COLUMNSTORE_ARCHIVE");

  private DropOptionGrammar() {}

  /// `WITH ( option, ... )`, or nothing.
  static List<Option> with(Parser p, Target target) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return List.of();
    }
    p.pos += 2;
    List<Option> options = new ArrayList<>();
    do {
      Option option = option(p, target);
      if (target == Target.INDEX
          && options.stream().anyMatch(o -> o.name().equals(option.name()))) {
        throw p.report(Code.DUPLICATE_OPTION, option.from(), option.name());
      }
      options.add(option);
    } while (p.accept(TokenKind.COMMA));
    p.expect(RIGHT_PARENTHESIS);
    return options;
  }

  private static Option option(Parser p, Target target) {
    int from = p.pos;
    boolean index = target == Target.INDEX;
    if (p.atWord("MAXDOP")) {
      String name = OptionReader.named(p);
      Expression.Literal value = ExpressionGrammar.integer(p);
      return OptionReader.of(name, OptionReader.scalar(p, value), from, p);
    }
    if (p.atWord("ONLINE")) {
      return online(p, index);
    }
    if (p.atWord("MOVE") && p.kind(1) == TokenKind.TO) {
      p.pos += 2;
      return OptionReader.bare("MOVE TO", place(p), from, p);
    }
    if (p.atWord("WAIT_AT_LOW_PRIORITY") && p.kind(1) == LEFT_PARENTHESIS) {
      return IndexOptionGrammar.waitAtLowPriority(p);
    }
    if (index && p.atWord("FILESTREAM_ON") && p.kind(1) != TokenKind.EQUALS) {
      p.pos++;
      return OptionReader.bare("FILESTREAM_ON", place(p), from, p);
    }
    if (index && p.atWord("DATA_COMPRESSION")) {
      String name = OptionReader.named(p);
      return IndexOptionGrammar.partitioned(p, name, OptionReader.wordValue(p, COMPRESSIONS), from);
    }
    if (index && p.atWord("XML_COMPRESSION")) {
      String name = OptionReader.named(p);
      return IndexOptionGrammar.partitioned(p, name, OptionReader.onOffValue(p), from);
    }
    throw p.fail("an option of the drop");
  }

  private static Option online(Parser p, boolean index) {
    int from = p.pos;
    String name = OptionReader.named(p);
    boolean on = p.at(TokenKind.ON);
    OptionValue value = OptionReader.onOffValue(p);
    List<Option> details = new ArrayList<>(1);
    if (index && on && p.accept(LEFT_PARENTHESIS)) {
      details.add(IndexOptionGrammar.waitAtLowPriority(p));
      p.expect(RIGHT_PARENTHESIS);
    }
    return new Option(name, true, Optional.of(value), details, from, p.pos);
  }

  private static OptionValue place(Parser p) {
    int from = p.pos;
    Identifier name = OptionGrammar.place(p);
    return new OptionValue.Place(name, NameGrammar.optionalList(p), from, p.pos);
  }
}
