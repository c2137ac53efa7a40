package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.DataType.Argument;
import io.hartonomous.syntax.ast.DataType.ArgumentKind;
import io.hartonomous.syntax.ast.DataType.XmlDocumentKind;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Data types. Source: Microsoft Learn, "Data types (Transact-SQL)".
final class TypeGrammar {
  private TypeGrammar() {}

  /// A type that a column, a variable or a parameter may have. CURSOR and TABLE are read by those
  /// who allow them.
  static DataType dataType(Parser p) {
    return dataType(p, ARGUMENT_SECOND);
  }

  /// @param second what may follow the parenthesis of a length for the error to be behind it
  static DataType dataType(Parser p, TokenSet second) {
    int from = p.pos;
    if (p.at(TokenKind.DOUBLE) || p.at(TokenKind.NATIONAL)) {
      return manyWords(p, from);
    }
    MultiPartName name = typeName(p);
    if (isBare(name, "XML") || isSys(name, "XML")) {
      return xml(p, from);
    }
    List<Identifier> more = new ArrayList<>(0);
    if (p.at(TokenKind.VARYING)
        && (isBare(name, "CHAR") || isBare(name, "CHARACTER") || isBare(name, "BINARY"))) {
      more.add(NameGrammar.take(p));
    }
    List<Argument> arguments =
        p.at(LEFT_PARENTHESIS) ? arguments(p, isBare(name, "VECTOR"), second) : List.of();
    if (!arguments.isEmpty() && (name.parts().size() == 1 || isSys(name))) {
      TypeArguments.check(p, Words.upper(name.object().value()), arguments, from);
    }
    return new DataType.Named(name, more, arguments, from, p.pos);
  }

  /// A name that begins with a name and leaves no part out.
  private static MultiPartName typeName(Parser p) {
    int from = p.pos;
    List<Identifier> parts = new ArrayList<>(2);
    do {
      parts.add(NameGrammar.identifier(p));
    } while (parts.size() < 2 && p.accept(TokenKind.DOT));
    return new MultiPartName(parts, from, p.pos);
  }

  /// `DOUBLE PRECISION`, `NATIONAL CHAR[ACTER] [VARYING]`, `NATIONAL TEXT`.
  private static DataType manyWords(Parser p, int from) {
    boolean national = p.at(TokenKind.NATIONAL);
    Identifier first = NameGrammar.take(p);
    MultiPartName name = new MultiPartName(List.of(first), from, p.pos);
    List<Identifier> more = new ArrayList<>(2);
    if (national
        ? p.atWord("CHAR") || p.atWord("CHARACTER") || p.atWord("TEXT")
        : p.atWord("PRECISION")) {
      more.add(NameGrammar.take(p));
    } else {
      throw p.fail(national ? "CHARACTER" : "PRECISION");
    }
    if (national && p.at(TokenKind.VARYING)) {
      more.add(NameGrammar.take(p));
    }
    return new DataType.Named(
        name,
        more,
        p.at(LEFT_PARENTHESIS) ? arguments(p, false, ARGUMENT_SECOND) : List.of(),
        from,
        p.pos);
  }

  private static List<Argument> arguments(Parser p, boolean words, TokenSet second) {
    p.mustPrecede(second, "a length");
    p.expect(LEFT_PARENTHESIS);
    List<Argument> arguments = new ArrayList<>(2);
    arguments.add(argument(p, words));
    if (arguments.getFirst().kind() != ArgumentKind.MAX && p.accept(TokenKind.COMMA)) {
      if (!words && !p.at(TokenKind.INTEGER)) {
        throw p.fail("a number of digits");
      }
      arguments.add(argument(p, words));
    }
    p.expect(RIGHT_PARENTHESIS);
    return arguments;
  }

  private static final TokenSet ARGUMENT_SECOND =
      TokenSet.of(TokenKind.INTEGER, TokenKind.IDENTIFIER, TokenKind.SQLCMD_VARIABLE);

  private static Argument argument(Parser p, boolean words) {
    int from = p.pos;
    ArgumentKind kind =
        switch (p.kind()) {
          case INTEGER -> ArgumentKind.NUMBER;
          case IDENTIFIER -> p.atWord("MAX") ? ArgumentKind.MAX : ArgumentKind.WORD;
          default -> throw p.fail("a length");
        };
    if (kind == ArgumentKind.WORD && !words) {
      throw p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "a length or MAX");
    }
    String text = p.text();
    p.pos++;
    return new Argument(kind, text, from, p.pos);
  }

  private static DataType xml(Parser p, int from) {
    if (p.at(LEFT_PARENTHESIS) && !NameGrammar.isIdentifier(p, 1)) {
      p.mustPrecede(Follow.QUERY_SECOND, "an XML schema collection");
    }
    if (!p.accept(LEFT_PARENTHESIS)) {
      return new DataType.Xml(Optional.empty(), Optional.empty(), from, p.pos);
    }
    Optional<XmlDocumentKind> kind = Optional.empty();
    if (p.kind(1) != RIGHT_PARENTHESIS && p.kind(1) != TokenKind.DOT) {
      if (!p.atWord("CONTENT") && !p.atWord("DOCUMENT")) {
        throw p.fail("an XML schema collection");
      }
      kind = Optional.of(p.atWord("CONTENT") ? XmlDocumentKind.CONTENT : XmlDocumentKind.DOCUMENT);
      p.pos++;
    }
    MultiPartName collection = typeName(p);
    p.expect(RIGHT_PARENTHESIS);
    return new DataType.Xml(kind, Optional.of(collection), from, p.pos);
  }

  private static boolean isBare(MultiPartName name, String word) {
    return name.parts().size() == 1 && Words.same(name.object().value(), word);
  }

  private static boolean isSys(MultiPartName name) {
    return name.parts().size() == 2 && Words.same(name.parts().getFirst().value(), "SYS");
  }

  private static boolean isSys(MultiPartName name, String word) {
    return name.parts().size() == 2
        && Words.same(name.parts().getFirst().value(), "SYS")
        && Words.same(name.object().value(), word);
  }
}
