package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.IndexOptionGrammar.Place;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tessellation of spatial indexes. Source: Microsoft Learn, "CREATE SPATIAL INDEX".
final class SpatialIndexGrammar {
  private static final Set<String> SCHEMES =
      Set.of("GEOMETRY_GRID", "GEOGRAPHY_GRID", "GEOMETRY_AUTO_GRID", "GEOGRAPHY_AUTO_GRID");
  private static final Set<String> DENSITIES = Set.of("LOW", "MEDIUM", "HIGH");
  private static final Set<String> LEVELS = Set.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "LEVEL_4");
  private static final Set<String> CORNERS = Set.of("XMIN", "YMIN", "XMAX", "YMAX");

  private SpatialIndexGrammar() {}

  /// `USING scheme`, or nothing.
  static List<Option> using(Parser p) {
    if (!p.atWord("USING") || p.kind(1) != TokenKind.IDENTIFIER) {
      return List.of();
    }
    int from = p.pos++;
    OptionValue scheme = OptionReader.wordValue(p, SCHEMES);
    return List.of(OptionReader.bare("USING", scheme, from, p));
  }

  static List<Option> options(Parser p) {
    if (!p.at(TokenKind.WITH, LEFT_PARENTHESIS)) {
      return List.of();
    }
    p.pos++;
    return p.parenthesisedList(SpatialIndexGrammar::option);
  }

  private static Option option(Parser p) {
    if (p.atWord("BOUNDING_BOX")) {
      return boundingBox(p);
    }
    if (p.atWord("GRIDS")) {
      return grids(p);
    }
    if (p.atWord("CELLS_PER_OBJECT")) {
      int from = p.pos;
      String name = OptionReader.named(p);
      Expression.Literal cells = ExpressionGrammar.integer(p);
      if (cells.text().length() > 4 || !inRange(Integer.parseInt(cells.text()))) {
        throw p.report(Code.CELLS_OUT_OF_RANGE, cells.from(), cells.text());
      }
      return OptionReader.of(name, OptionReader.scalar(p, cells), from, p);
    }
    return IndexOptionGrammar.option(p, Place.SPATIAL);
  }

  private static boolean inRange(int cells) {
    return cells >= 1 && cells <= 8192;
  }

  /// `BOUNDING_BOX = (0, 0, 500, 200)`, or all four with their names.
  private static Option boundingBox(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    p.expect(LEFT_PARENTHESIS);
    boolean named = p.at(TokenKind.IDENTIFIER);
    List<Option> corners = new ArrayList<>(4);
    do {
      corners.add(named ? corner(p, corners) : number(p));
    } while (p.accept(TokenKind.COMMA));
    p.expect(RIGHT_PARENTHESIS);
    if (corners.size() != 4) {
      throw p.report(Code.CORNERS_OF_BOUNDING_BOX, from);
    }
    return new Option(name, true, Optional.empty(), corners, from, p.pos);
  }

  private static Option corner(Parser p, List<Option> before) {
    int from = p.pos;
    String name = Words.upper(p.text());
    if (!CORNERS.contains(name) || before.stream().anyMatch(o -> o.name().equals(name))) {
      throw p.fail("XMIN, YMIN, XMAX or YMAX, each once");
    }
    p.pos++;
    p.expect(EQUALS);
    return OptionReader.of(name, coordinate(p), from, p);
  }

  private static Option number(Parser p) {
    int from = p.pos;
    return OptionReader.bare("", coordinate(p), from, p);
  }

  private static OptionValue coordinate(Parser p) {
    int at = p.at(TokenKind.MINUS_SIGN) ? 1 : 0;
    switch (p.kind(at)) {
      case INTEGER, DECIMAL, REAL -> {}
      default -> throw p.failAt(p.pos + at, "a number");
    }
    return OptionReader.scalar(p, ExpressionGrammar.unary(p));
  }

  /// `GRIDS = (LOW, ...)` or `GRIDS = (LEVEL_1 = LOW, ...)`.
  private static Option grids(Parser p) {
    int from = p.pos;
    String name = OptionReader.named(p);
    p.expect(LEFT_PARENTHESIS);
    boolean named = p.kind(1) == EQUALS;
    List<Option> levels = new ArrayList<>(4);
    do {
      levels.add(named ? level(p) : density(p));
    } while (p.accept(TokenKind.COMMA));
    p.expect(RIGHT_PARENTHESIS);
    return new Option(name, true, Optional.empty(), levels, from, p.pos);
  }

  private static Option level(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.IDENTIFIER) && p.kind(1) != EQUALS) {
      throw p.failAt(p.pos + 1, "'='");
    }
    NameGrammar.knownWord(p, LEVELS);
    String name = Words.upper(p.tokens.text(from));
    p.expect(EQUALS);
    return OptionReader.of(name, OptionReader.wordValue(p, DENSITIES), from, p);
  }

  private static Option density(Parser p) {
    int from = p.pos;
    String word = NameGrammar.knownWord(p, DENSITIES).value();
    return new Option(word, Optional.empty(), List.of(), from, p.pos);
  }
}
