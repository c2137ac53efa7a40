package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart.ForClause;
import io.hartonomous.syntax.ast.QueryPart.XmlMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `FOR JSON`, `FOR XML`, `FOR BROWSE`. Source: Microsoft Learn, "SELECT - FOR Clause".
final class ForGrammar {
  private ForGrammar() {}

  static ForClause forClause(Parser p) {
    int from = p.pos++;
    if (p.accept(TokenKind.BROWSE)) {
      return new ForClause.Browse(from, p.pos);
    }
    return p.acceptWord("JSON") ? json(p, from) : xml(p, from);
  }

  private static ForClause json(Parser p, int from) {
    boolean path = p.acceptWord("PATH");
    if (!path) {
      p.expectWord("AUTO");
    }
    Optional<ForClause.Root> root = Optional.empty();
    boolean nulls = false;
    boolean noWrapper = false;
    while (p.accept(COMMA)) {
      int option = p.pos;
      if (p.acceptWord("ROOT")) {
        Optional<Expression.Literal> name = argument(p);
        root = Optional.of(new ForClause.Root(name, option, p.pos));
      } else if (p.acceptWord("INCLUDE_NULL_VALUES")) {
        nulls = true;
      } else {
        p.expectWord("WITHOUT_ARRAY_WRAPPER");
        noWrapper = true;
      }
    }
    return new ForClause.Json(path, root, nulls, noWrapper, from, p.pos);
  }

  private static Optional<Expression.Literal> argument(Parser p) {
    if (!p.accept(LEFT_PARENTHESIS)) {
      return Optional.empty();
    }
    Expression.Literal name = ExpressionGrammar.string(p);
    p.expect(RIGHT_PARENTHESIS);
    return Optional.of(name);
  }

  private static ForClause xml(Parser p, int from) {
    p.expectWord("XML");
    XmlMode mode = null;
    for (XmlMode candidate : XmlMode.values()) {
      if (p.atWord(candidate.name())) {
        mode = candidate;
      }
    }
    if (mode == null) {
      throw p.fail("RAW, AUTO, EXPLICIT or PATH");
    }
    p.pos++;
    Optional<Expression.Literal> element = argument(p);
    List<ForClause.XmlOption> options = new ArrayList<>();
    while (p.accept(COMMA)) {
      options.add(xmlOption(p));
    }
    return new ForClause.Xml(mode, element, options, from, p.pos);
  }

  private static ForClause.XmlOption xmlOption(Parser p) {
    int from = p.pos;
    String name = Words.upper(p.text());
    switch (name) {
      case "ROOT", "XMLSCHEMA", "TYPE", "XMLDATA" -> p.pos++;
      case "BINARY" -> {
        p.pos++;
        p.expectWord("BASE64");
        name = "BINARY BASE64";
      }
      case "ELEMENTS" -> {
        p.pos++;
        if (p.atWord("XSINIL") || p.atWord("ABSENT")) {
          name += " " + Words.upper(p.text());
          p.pos++;
        }
      }
      default -> throw p.fail("an option of FOR XML");
    }
    return new ForClause.XmlOption(name, argument(p), from, p.pos);
  }
}
