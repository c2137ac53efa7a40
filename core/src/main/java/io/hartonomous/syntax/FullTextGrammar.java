package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.FullTextStatement;
import io.hartonomous.syntax.ast.FullTextStatement.CatalogAction;
import io.hartonomous.syntax.ast.FullTextStatement.CatalogPlace;
import io.hartonomous.syntax.ast.FullTextStatement.IndexAction;
import io.hartonomous.syntax.ast.FullTextStatement.IndexedColumn;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Full-text indexes, catalogs, stoplists and search property lists. Source: Microsoft Learn, the
/// page of each statement.
final class FullTextGrammar {
  private FullTextGrammar() {}

  /// `CREATE FULLTEXT INDEX | CATALOG | STOPLIST`; the cursor is at FULLTEXT.
  static Statement create(Parser p, int from) {
    if (p.kind(1) == TokenKind.INDEX) {
      p.pos += 2;
      return createIndex(p, from);
    }
    String kind = listOrCatalog(p);
    return kind.equals("CATALOG") ? createCatalog(p, from) : createStoplist(p, from);
  }

  static Statement alter(Parser p, int from) {
    if (p.kind(1) == TokenKind.INDEX) {
      p.pos += 2;
      return alterIndex(p, from);
    }
    String kind = listOrCatalog(p);
    return kind.equals("CATALOG") ? alterCatalog(p, from) : alterStoplist(p, from);
  }

  static Statement drop(Parser p, int from) {
    if (p.kind(1) == TokenKind.INDEX) {
      p.pos += 2;
      p.expect(TokenKind.ON);
      MultiPartName table = NameGrammar.nameOf(p, 3);
      return new FullTextStatement.DropFullTextIndex(table, from, p.pos);
    }
    String kind = listOrCatalog(p);
    return DropGrammar.one(p, "FULLTEXT " + kind, from, kind.equals("STOPLIST"));
  }

  /// Reads `FULLTEXT CATALOG` or `FULLTEXT STOPLIST`. Another word is reported after the name that
  /// follows, as the reference compiler does.
  private static String listOrCatalog(Parser p) {
    if (p.kind(1) == TokenKind.STOPLIST) {
      p.pos += 2;
      return "STOPLIST";
    }
    if (p.kind(1) != TokenKind.IDENTIFIER) {
      throw p.fail("FULLTEXT INDEX, CATALOG or STOPLIST");
    }
    if (!p.atWord(1, "CATALOG") && NameGrammar.isIdentifier(p, 2)) {
      p.pos += 3; // the name was read when the word is compared
      if (p.at(TokenKind.EOF)) {
        throw p.fail("CATALOG");
      }
      p.pos -= 2;
      throw p.report(Code.EXPECTED_WORD, p.pos, "'" + p.text() + "'", "CATALOG");
    }
    p.pos += 2;
    return "CATALOG";
  }

  // Indexes.

  private static Statement createIndex(Parser p, int from) {
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.name(p);
    List<IndexedColumn> columns =
        p.at(LEFT_PARENTHESIS) ? p.parenthesisedList(FullTextGrammar::column) : List.of();
    p.expect(TokenKind.KEY);
    p.expect(TokenKind.INDEX);
    Identifier key = NameGrammar.identifier(p);
    Optional<CatalogPlace> on = p.optional(p.accept(TokenKind.ON), FullTextGrammar::place);
    List<Option> options = List.of();
    boolean parenthesised = false;
    if (p.at(TokenKind.WITH)
        && (p.kind(1) == TokenKind.IDENTIFIER
            || p.kind(1) == TokenKind.STOPLIST
            || p.kind(1) == LEFT_PARENTHESIS)) {
      p.pos++;
      parenthesised = p.accept(LEFT_PARENTHESIS);
      options = options(p);
      if (parenthesised) {
        p.expect(RIGHT_PARENTHESIS);
      }
    }
    return new FullTextStatement.CreateFullTextIndex(
        table, columns, key, on, parenthesised, options, from, p.pos);
  }

  private static IndexedColumn column(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    Optional<Identifier> type = Optional.empty();
    if (p.atWord("TYPE") && p.kind(1) == TokenKind.COLUMN) {
      p.pos += 2;
      type = Optional.of(NameGrammar.identifier(p));
    }
    Optional<Expression> language = Optional.empty();
    if (p.atWord("LANGUAGE") && isLanguage(p.kind(1), p)) {
      p.pos++;
      language = Optional.of(language(p));
    }
    boolean semantics = p.acceptWord("STATISTICAL_SEMANTICS");
    return new IndexedColumn(name, type, language, semantics, from, p.pos);
  }

  private static boolean isLanguage(TokenKind kind, Parser p) {
    return switch (kind) {
      case INTEGER, BINARY, STRING, NATIONAL_STRING -> true;
      default -> NameGrammar.isIdentifier(p, 1);
    };
  }

  /// A number, a string or a name.
  static Expression language(Parser p) {
    return switch (p.kind()) {
      case INTEGER -> ExpressionGrammar.literal(p, LiteralKind.INTEGER);
      case BINARY -> ExpressionGrammar.literal(p, LiteralKind.BINARY);
      case STRING, NATIONAL_STRING -> ExpressionGrammar.string(p);
      default -> {
        int from = p.pos;
        MultiPartName name = new MultiPartName(List.of(NameGrammar.identifier(p)), from, p.pos);
        yield new Expression.ColumnReference(name, false, from, p.pos);
      }
    };
  }

  private static CatalogPlace place(Parser p) {
    int from = p.pos;
    if (!p.accept(LEFT_PARENTHESIS)) {
      Optional<Identifier> catalog = Optional.of(NameGrammar.identifier(p));
      return new CatalogPlace(false, catalog, Optional.empty(), false, from, p.pos);
    }
    Optional<Identifier> catalog = Optional.empty();
    Optional<Identifier> group = Optional.empty();
    boolean groupFirst = NameGrammar.isIdentifier(p, 1);
    if (groupFirst) {
      group = Optional.of(fileGroup(p));
      if (p.accept(TokenKind.COMMA)) {
        catalog = Optional.of(NameGrammar.identifier(p));
      }
    } else {
      catalog = Optional.of(NameGrammar.identifier(p));
      if (p.accept(TokenKind.COMMA)) {
        group = Optional.of(fileGroup(p));
      }
    }
    p.expect(RIGHT_PARENTHESIS);
    return new CatalogPlace(true, catalog, group, groupFirst, from, p.pos);
  }

  private static Identifier fileGroup(Parser p) {
    if (p.at(TokenKind.IDENTIFIER) && !NameGrammar.isIdentifier(p, 1)) {
      throw p.failAt(p.pos + 1, "a filegroup");
    }
    p.expectWord("FILEGROUP");
    return NameGrammar.identifier(p);
  }

  private static List<Option> options(Parser p) {
    List<Option> options = new ArrayList<>();
    do {
      Option option = option(p);
      options.add(option);
      if (isTrackingOff(option) && p.at(TokenKind.COMMA, TokenKind.IDENTIFIER)) {
        p.pos++;
        int from = p.pos;
        checkWords(p, 2);
        p.expectWord("NO");
        p.expectWord("POPULATION");
        options.add(new Option("NO POPULATION", Optional.empty(), List.of(), from, p.pos));
      }
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  private static boolean isTrackingOff(Option option) {
    return option.name().equals("CHANGE_TRACKING")
        && option.value().orElse(null) instanceof OptionValue.Word w
        && w.words().equals("OFF");
  }

  private static Option option(Parser p) {
    if (p.atWord("CHANGE_TRACKING") && isTracking(p)) {
      return changeTracking(p);
    }
    if (p.at(TokenKind.STOPLIST)) {
      return stoplist(p);
    }
    if (p.at(TokenKind.IDENTIFIER) && p.kind(1) == TokenKind.IDENTIFIER) {
      return propertyList(p);
    }
    throw p.fail("CHANGE_TRACKING, STOPLIST or SEARCH PROPERTY LIST");
  }

  private static boolean isTracking(Parser p) {
    return p.kind(1) == EQUALS || p.kind(1) == TokenKind.OFF || p.kind(1) == TokenKind.IDENTIFIER;
  }

  /// `CHANGE_TRACKING [=] AUTO | MANUAL | OFF`.
  private static Option changeTracking(Parser p) {
    int from = p.pos++;
    boolean equals = p.accept(EQUALS);
    int value = p.pos;
    if (!p.accept(TokenKind.OFF) && !p.acceptWord("AUTO")) {
      p.expectWord("MANUAL");
    }
    OptionValue word = new OptionValue.Word(Words.upper(p.tokens.text(value)), value, p.pos);
    return new Option("CHANGE_TRACKING", equals, Optional.of(word), List.of(), from, p.pos);
  }

  /// `STOPLIST [=] OFF | SYSTEM | name`.
  private static Option stoplist(Parser p) {
    int from = p.pos++;
    boolean equals = p.accept(EQUALS);
    return new Option("STOPLIST", equals, Optional.of(offOrName(p)), List.of(), from, p.pos);
  }

  private static OptionValue offOrName(Parser p) {
    int from = p.pos;
    if (p.accept(TokenKind.OFF)) {
      return new OptionValue.Word("OFF", from, p.pos);
    }
    return OptionReader.identifierValue(p);
  }

  /// `SEARCH PROPERTY LIST [=] OFF | name`.
  private static Option propertyList(Parser p) {
    int from = p.pos;
    checkWords(p, 3);
    p.expectWord("SEARCH");
    p.expectWord("PROPERTY");
    p.expectWord("LIST");
    boolean equals = p.accept(EQUALS);
    return new Option(
        "SEARCH PROPERTY LIST", equals, Optional.of(offOrName(p)), List.of(), from, p.pos);
  }

  /// So many words must stand here before the first of them is compared.
  private static void checkWords(Parser p, int count) {
    for (int ahead = 0; ahead < count; ahead++) {
      if (p.kind(ahead) != TokenKind.IDENTIFIER) {
        throw p.failAt(p.pos + ahead, "a word");
      }
    }
  }

  private static Statement alterIndex(Parser p, int from) {
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.nameOf(p, 3);
    IndexAction action = action(p);
    boolean populates =
        action instanceof IndexAction.Add
            || action instanceof IndexAction.Drop
            || action instanceof IndexAction.AlterColumn
            || action instanceof IndexAction.Set s && !s.option().name().equals("CHANGE_TRACKING");
    boolean noPopulation = false;
    if (p.at(TokenKind.WITH, TokenKind.IDENTIFIER)) {
      if (!populates) {
        throw p.failAt(p.pos + 1, "the end of the statement");
      }
      p.pos++;
      p.expectWord("NO");
      p.expectWord("POPULATION");
      noPopulation = true;
    }
    return new FullTextStatement.AlterFullTextIndex(table, action, noPopulation, from, p.pos);
  }

  private static IndexAction action(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case SET -> {
        return set(p);
      }
      case ADD -> {
        p.pos++;
        return new IndexAction.Add(p.parenthesisedList(FullTextGrammar::column), from, p.pos);
      }
      case DROP -> {
        p.pos++;
        return new IndexAction.Drop(p.parenthesisedList(NameGrammar::identifier), from, p.pos);
      }
      case ALTER -> {
        p.pos++;
        p.expect(TokenKind.COLUMN);
        Identifier column = NameGrammar.identifier(p);
        boolean add = p.accept(TokenKind.ADD);
        if (!add) {
          p.expect(TokenKind.DROP);
        }
        p.expectWord("STATISTICAL_SEMANTICS");
        return new IndexAction.AlterColumn(column, add, from, p.pos);
      }
      default -> {
        return plain(p);
      }
    }
  }

  private static IndexAction set(Parser p) {
    int from = p.pos++;
    if (p.at(TokenKind.STOPLIST)) {
      return new IndexAction.Set(stoplist(p), from, p.pos);
    }
    if (p.atWord("CHANGE_TRACKING") && isTracking(p)) {
      return new IndexAction.Set(changeTracking(p), from, p.pos);
    }
    if (p.at(TokenKind.IDENTIFIER) && p.kind(1) == TokenKind.IDENTIFIER) {
      return new IndexAction.Set(propertyList(p), from, p.pos);
    }
    throw p.fail("CHANGE_TRACKING, STOPLIST or SEARCH PROPERTY LIST");
  }

  /// `ENABLE | DISABLE`, `START FULL | INCREMENTAL | UPDATE POPULATION`, `STOP | PAUSE | RESUME
  /// POPULATION`.
  private static IndexAction plain(Parser p) {
    int from = p.pos;
    if (p.acceptWord("ENABLE") || p.acceptWord("DISABLE")) {
      return new IndexAction.Plain(Words.upper(p.tokens.text(from)), from, p.pos);
    }
    boolean start = p.atWord("START");
    TokenKind next = p.kind(1);
    if (!p.at(TokenKind.IDENTIFIER)
        || next != TokenKind.IDENTIFIER
            && !(start && (next == TokenKind.UPDATE || next == TokenKind.FULL))) {
      throw p.fail("a change of the full-text index");
    }
    if (start) {
      p.pos++;
      if (!p.accept(TokenKind.FULL) && !p.accept(TokenKind.UPDATE)) {
        p.expectWord("INCREMENTAL");
      }
    } else if (!p.acceptWord("STOP") && !p.acceptWord("PAUSE")) {
      p.expectWord("RESUME");
    }
    p.expectWord("POPULATION");
    StringBuilder words = new StringBuilder();
    for (int i = from; i < p.pos; i++) {
      words.append(i == from ? "" : " ").append(Words.upper(p.tokens.text(i)));
    }
    return new IndexAction.Plain(words.toString(), from, p.pos);
  }

  // Catalogs.

  /// `name [ON FILEGROUP f] [IN PATH 'p'] [WITH ACCENT_SENSITIVITY = ON] [AS DEFAULT]
  /// [AUTHORIZATION owner]`.
  private static Statement createCatalog(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    List<Option> options = new ArrayList<>();
    int option = p.pos;
    if (p.accept(TokenKind.ON)) {
      Identifier group = fileGroup(p);
      OptionValue value =
          new OptionValue.Name(
              new MultiPartName(List.of(group), group.from(), p.pos), group.from(), p.pos);
      options.add(OptionReader.bare("ON FILEGROUP", value, option, p));
    }
    option = p.pos;
    if (p.accept(TokenKind.IN)) {
      p.expectWord("PATH");
      Expression path = ExpressionGrammar.string(p);
      options.add(OptionReader.bare("IN PATH", OptionReader.scalar(p, path), option, p));
    }
    accentSensitivity(p).ifPresent(options::add);
    boolean asDefault = false;
    if (p.at(TokenKind.AS)) {
      p.pos++;
      p.expect(TokenKind.DEFAULT);
      asDefault = true;
    }
    option = p.pos;
    if (p.accept(TokenKind.AUTHORIZATION)) {
      options.add(OptionReader.bare("AUTHORIZATION", OptionReader.identifierValue(p), option, p));
    }
    return new ObjectStatement.CreateFullTextCatalog(name, asDefault, options, from, p.pos);
  }

  /// `WITH ACCENT_SENSITIVITY = ON | OFF`, or nothing.
  private static Optional<Option> accentSensitivity(Parser p) {
    if (!p.at(TokenKind.WITH, TokenKind.IDENTIFIER)) {
      return Optional.empty();
    }
    p.pos++;
    int from = p.pos;
    OptionReader.expectName(p, "ACCENT_SENSITIVITY");
    return Optional.of(OptionReader.of("ACCENT_SENSITIVITY", OptionReader.onOffValue(p), from, p));
  }

  private static Statement alterCatalog(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    CatalogAction action;
    Optional<Option> option = Optional.empty();
    if (p.accept(TokenKind.AS)) {
      p.expect(TokenKind.DEFAULT);
      action = CatalogAction.AS_DEFAULT;
    } else if (p.acceptWord("REORGANIZE")) {
      action = CatalogAction.REORGANIZE;
    } else {
      p.expectWord("REBUILD");
      action = CatalogAction.REBUILD;
      option = accentSensitivity(p);
    }
    return new FullTextStatement.AlterFullTextCatalog(name, action, option, from, p.pos);
  }

  // Stoplists and search property lists: these statements must end with a semicolon.

  private static Statement createStoplist(Parser p, int from) {
    int end = p.pos;
    Identifier name = NameGrammar.identifier(p);
    boolean system = false;
    Optional<MultiPartName> source = Optional.empty();
    if (p.accept(TokenKind.FROM)) {
      system = p.at(TokenKind.IDENTIFIER, TokenKind.STOPLIST);
      if (system) {
        p.expectWord("SYSTEM");
        p.pos++;
      } else {
        source = Optional.of(NameGrammar.nameOf(p, 2));
      }
    }
    Optional<Identifier> owner = owner(p);
    terminated(p, end);
    return new FullTextStatement.CreateStoplist(name, system, source, owner, from, p.pos);
  }

  private static Optional<Identifier> owner(Parser p) {
    return p.optional(p.accept(TokenKind.AUTHORIZATION), NameGrammar::identifier);
  }

  /// Errors: SQL46097 at the name if no semicolon ends the statement.
  static void terminated(Parser p, int name) {
    if (!p.at(TokenKind.SEMICOLON)) {
      if (!p.at(TokenKind.IDENTIFIER)
          && !p.kind().isReservedWord()
          && !p.at(TokenKind.EOF)
          && !p.at(TokenKind.GO)) {
        throw p.fail("';'");
      }
      throw p.report(Code.MERGE_WITHOUT_SEMICOLON, name);
    }
  }

  private static Statement alterStoplist(Parser p, int from) {
    int end = p.pos;
    Identifier name = NameGrammar.identifier(p);
    boolean add = p.accept(TokenKind.ADD);
    if (!add) {
      p.expect(TokenKind.DROP);
    }
    Optional<Expression.Literal> word = Optional.empty();
    Optional<Expression> language = Optional.empty();
    if (!add && p.accept(TokenKind.ALL)) {
      if (p.at(TokenKind.IDENTIFIER) && isLanguage(p.kind(1), p)) {
        p.expectWord("LANGUAGE");
        language = Optional.of(language(p));
      }
    } else {
      word = Optional.of(ExpressionGrammar.string(p));
      p.expectWord("LANGUAGE");
      language = Optional.of(language(p));
    }
    terminated(p, end);
    return new FullTextStatement.AlterStoplist(name, add, word, language, from, p.pos);
  }

  /// Reads `SEARCH PROPERTY LIST`; the cursor is at SEARCH.
  private static void searchPropertyList(Parser p) {
    p.pos++;
    p.expectWord("PROPERTY");
    p.expectWord("LIST");
  }

  static Statement createPropertyList(Parser p, int from) {
    searchPropertyList(p);
    int end = p.pos;
    Identifier name = NameGrammar.identifier(p);
    Optional<MultiPartName> source =
        p.optional(p.accept(TokenKind.FROM), FullTextGrammar::sourceList);
    Optional<Identifier> owner = owner(p);
    terminated(p, end);
    return new FullTextStatement.CreateSearchPropertyList(name, source, owner, from, p.pos);
  }

  private static MultiPartName sourceList(Parser p) {
    MultiPartName name = NameGrammar.name(p);
    if (name.parts().size() > 2) {
      throw p.failAt(name.parts().get(2).from(), "a name of at most 2 parts");
    }
    return name;
  }

  static Statement alterPropertyList(Parser p, int from) {
    searchPropertyList(p);
    int end = p.pos;
    Identifier name = NameGrammar.identifier(p);
    boolean add = p.accept(TokenKind.ADD);
    if (!add) {
      p.expect(TokenKind.DROP);
    }
    Expression.Literal property = ExpressionGrammar.string(p);
    List<Option> options = add ? propertyOptions(p) : List.of();
    terminated(p, end);
    return new FullTextStatement.AlterSearchPropertyList(name, add, property, options, from, p.pos);
  }

  /// `WITH (PROPERTY_SET_GUID = '...', PROPERTY_INT_ID = n [, PROPERTY_DESCRIPTION = '...'])`.
  private static List<Option> propertyOptions(Parser p) {
    List<Option> options = new ArrayList<>(3);
    p.expect(TokenKind.WITH);
    p.expect(LEFT_PARENTHESIS);
    options.add(text(p, "PROPERTY_SET_GUID"));
    p.expect(TokenKind.COMMA);
    int from = p.pos;
    OptionReader.expectName(p, "PROPERTY_INT_ID");
    Expression id = ExpressionGrammar.integer(p);
    options.add(OptionReader.of("PROPERTY_INT_ID", OptionReader.scalar(p, id), from, p));
    if (p.accept(TokenKind.COMMA)) {
      options.add(OptionReader.string(p)); // the reference compiler takes any name here
    }
    p.expect(RIGHT_PARENTHESIS);
    return options;
  }

  private static Option text(Parser p, String name) {
    int from = p.pos;
    if (p.at(TokenKind.IDENTIFIER, EQUALS) && !isString(p.kind(2))) {
      throw p.failAt(p.pos + 2, "a string");
    }
    OptionReader.expectName(p, name);
    return OptionReader.of(name, OptionReader.scalar(p, ExpressionGrammar.string(p)), from, p);
  }

  private static boolean isString(TokenKind kind) {
    return kind == TokenKind.STRING || kind == TokenKind.NATIONAL_STRING;
  }

  static Statement dropPropertyList(Parser p, int from) {
    searchPropertyList(p);
    return DropGrammar.one(p, "SEARCH PROPERTY LIST", from, true);
  }
}
