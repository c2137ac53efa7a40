package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.DOT;
import static io.hartonomous.syntax.TokenKind.STAR;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Identifier.Quote;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names. Source: Microsoft Learn, "Database identifiers", "Multipart names".
final class NameGrammar {
  /// In UTF-16 units, quotes aside.
  private static final int MAX_LENGTH = 128;

  private NameGrammar() {}

  /// Whether an identifier can begin here.
  static boolean atIdentifier(Parser p) {
    return isIdentifier(p, 0);
  }

  static boolean isIdentifier(Parser p, int ahead) {
    return switch (p.kind(ahead)) {
      case IDENTIFIER, BRACKET_IDENTIFIER -> true;
      case DOUBLE_QUOTED -> p.quotedIdentifier;
      case SQLCMD_VARIABLE -> p.options.sqlcmd();
      default -> false;
    };
  }

  static Identifier identifier(Parser p) {
    Identifier name = anyLength(p);
    if (name.value().length() > MAX_LENGTH) {
      throw p.report(Code.LONG_NAME, name.from(), name.value().substring(0, 20) + "...");
    }
    return name;
  }

  /// A name whose length the reference compiler does not look at: of a function, a collation, a
  /// label.
  static Identifier anyLength(Parser p) {
    if (!atIdentifier(p)) {
      throw p.fail("a name");
    }
    return take(p);
  }

  /// The name of a label, which has its colon with it.
  static Identifier label(Parser p) {
    String text = p.text();
    int from = p.pos++;
    return new Identifier(text.substring(0, text.length() - 1), Quote.NONE, from, p.pos);
  }

  /// A name, or a reserved word where a keyword may serve as one (permission names, option names).
  static Identifier word(Parser p) {
    if (atIdentifier(p) || p.kind().isReservedWord()) {
      return take(p);
    }
    throw p.fail("a word");
  }

  /// The current token as a name, in upper case: options and other words that are no names of
  /// objects.
  static Identifier upperWord(Parser p) {
    Identifier word = word(p);
    return new Identifier(Words.upper(word.value()), word.quote(), word.from(), word.to());
  }

  /// A word of a known few, in upper case.
  static Identifier knownWord(Parser p, Set<String> known) {
    if (!known.contains(Words.upper(p.text()))) {
      throw p.fail("a word that is known here");
    }
    return upperWord(p);
  }

  static Identifier take(Parser p) {
    int from = p.pos++;
    return switch (p.tokens.kind(from)) {
      case BRACKET_IDENTIFIER -> new Identifier(p.unquoted(from, ']'), Quote.BRACKET, from, p.pos);
      case DOUBLE_QUOTED -> new Identifier(p.unquoted(from, '"'), Quote.DOUBLE, from, p.pos);
      default -> new Identifier(p.tokens.text(from), Quote.NONE, from, p.pos);
    };
  }

  /// `[server.][database.][schema.]object`; `a..b` leaves a part out.
  static MultiPartName name(Parser p) {
    int from = p.pos;
    if (!p.at(DOT)) {
      Identifier only = identifier(p);
      if (!p.at(DOT)) {
        return new MultiPartName(List.of(only), from, p.pos);
      }
      return rest(p, only, from, 4);
    }
    return rest(p, omitted(p), from, 4);
  }

  /// A name of at most `most` parts; one part more is an error where it begins.
  static MultiPartName nameOf(Parser p, int most) {
    MultiPartName name = name(p);
    if (name.parts().size() > most) {
      // The reference compiler points at the dot where two parts are the most, else behind it.
      int part = name.parts().get(most).from();
      throw p.failAt(most == 2 ? part - 1 : part, "a name of at most " + most + " parts");
    }
    return name;
  }

  /// `[schema.]object`: the object is made in the current database.
  static MultiPartName withinDatabase(Parser p) {
    MultiPartName name = name(p);
    if (name.parts().size() > 2) {
      throw p.report(
          Code.PREFIXED_NAME, name.from(), "'" + p.tokens.text(name.from(), name.to()) + "'");
    }
    return name;
  }

  /// Goes on after the first part. Stops before `.*`.
  static MultiPartName rest(Parser p, Identifier first, int from, int most) {
    if (endsWithSecondPart(p)) {
      p.pos++;
      return new MultiPartName(List.of(first, identifier(p)), from, p.pos);
    }
    List<Identifier> parts = new ArrayList<>(4);
    parts.add(first);
    while (p.at(DOT) && p.kind(1) != STAR) {
      if (parts.size() == most) {
        throw p.failAt(p.pos + 1, "a name of at most " + most + " parts");
      }
      p.pos++;
      if (!p.at(DOT) && !atIdentifier(p)) {
        throw p.failAt(p.pos - 1, "a name after it"); // the reference compiler points at the dot
      }
      parts.add(p.at(DOT) ? omitted(p) : identifier(p));
    }
    return new MultiPartName(parts, from, p.pos);
  }

  /// Whether a dot and one more part follow and no third part, call or member: most names end so.
  static boolean endsWithSecondPart(Parser p) {
    return p.at(DOT)
        && isIdentifier(p, 1)
        && switch (p.kind(2)) {
          case DOT, LEFT_PARENTHESIS, DOUBLE_COLON -> false;
          default -> true;
        };
  }

  static Identifier omitted(Parser p) {
    return new Identifier("", Quote.NONE, p.pos, p.pos);
  }

  static List<Identifier> parenthesised(Parser p) {
    afterOpening(p);
    return p.parenthesisedList(NameGrammar::identifier);
  }

  /// A list that begins with what no name can be is reported at its parenthesis, as the reference
  /// compiler does.
  static void afterOpening(Parser p) {
    if (p.at(TokenKind.LEFT_PARENTHESIS)
        && (p.kind(1) == TokenKind.RIGHT_PARENTHESIS || p.kind(1) == TokenKind.COMMA)) {
      throw p.fail("a list of names");
    }
  }

  /// `(a, b)` or nothing.
  static List<Identifier> optionalList(Parser p) {
    return p.at(TokenKind.LEFT_PARENTHESIS) ? parenthesised(p) : List.of();
  }

  /// An alias written as a string literal.
  static Identifier stringAlias(Parser p) {
    int from = p.pos;
    String value = Literals.unquoteString(p.text());
    p.pos++;
    return new Identifier(value, Quote.STRING, from, p.pos);
  }

  /// `[AS] alias` of a table; `AS` without a name is an error.
  static Optional<Identifier> tableAlias(Parser p) {
    if (p.accept(TokenKind.AS)) {
      return Optional.of(identifier(p));
    }
    return atTableAlias(p) ? Optional.of(identifier(p)) : Optional.empty();
  }

  /// Whether the alias of a table stands here, without AS.
  static boolean atTableAlias(Parser p) {
    return atIdentifier(p) && !endsTable(p) && p.kind(1) != TokenKind.EQUALS && p.kind(1) != DOT;
  }

  /// An alias that must be there.
  static Optional<Identifier> requiredAlias(Parser p) {
    Optional<Identifier> alias = tableAlias(p);
    if (alias.isEmpty()) {
      throw p.fail("an alias");
    }
    return alias;
  }

  /// Words that go on with the statement and are not reserved.
  private static boolean endsTable(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER)) {
      return false;
    }
    return p.atWord("USING") && isTable(p)
        || p.atWord("OUTPUT")
        || atThrow(p)
        || p.atWord("WINDOW") && isIdentifier(p, 1) && p.kind(2) == TokenKind.AS
        || p.atWord("OFFSET")
            && p.kind(1) != TokenKind.COMMA
            && p.kind(1) != TokenKind.ON
            && p.atWord(2, "ROWS");
  }

  /// Whether a table can begin behind the current token.
  private static boolean isTable(Parser p) {
    return switch (p.kind(1)) {
      case LEFT_PARENTHESIS,
          LEFT_BRACE,
          DOUBLE_COLON,
          VARIABLE,
          OPENXML,
          OPENROWSET,
          OPENQUERY,
          OPENDATASOURCE,
          CONTAINSTABLE,
          FREETEXTTABLE,
          SEMANTICKEYPHRASETABLE,
          SEMANTICSIMILARITYTABLE,
          SEMANTICSIMILARITYDETAILSTABLE ->
          true;
      default -> isIdentifier(p, 1);
    };
  }

  /// Whether THROW with its arguments stands here, which is no alias.
  static boolean atThrow(Parser p) {
    return p.atWord("THROW")
        && (p.kind(1) == TokenKind.INTEGER
            || p.kind(1) == TokenKind.VARIABLE
            || p.kind(1) == TokenKind.GLOBAL_VARIABLE);
  }
}
