package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.IndexOptionGrammar.Place;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.IndexStatement.PathAction;
import io.hartonomous.syntax.ast.IndexStatement.PromotedPath;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// XML, selective XML, JSON and vector indexes; spatial ones are in [SpatialIndexGrammar]. Source:
/// Microsoft Learn, the page of each.
final class SpecialIndexGrammar {
  private SpecialIndexGrammar() {}

  /// Whether an index of these kinds begins at the word after CREATE.
  static boolean atIndex(Parser p) {
    return switch (p.kind()) {
      case PRIMARY -> true;
      case IDENTIFIER ->
          p.kind(1) == TokenKind.INDEX
                  && (p.atWord("XML")
                      || p.atWord("SPATIAL")
                      || p.atWord("JSON")
                      || p.atWord("VECTOR"))
              || p.atWord("SELECTIVE") && p.atWord(1, "XML");
      default -> false;
    };
  }

  /// What every one of them begins with: `INDEX name ON table (column)`.
  private record Head(Identifier name, MultiPartName table, Identifier column) {}

  private static Head head(Parser p, int parts) {
    p.expect(TokenKind.INDEX);
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.nameOf(p, parts);
    p.expect(LEFT_PARENTHESIS);
    Identifier column = NameGrammar.identifier(p);
    p.expect(RIGHT_PARENTHESIS);
    return new Head(name, table, column);
  }

  /// The cursor is after CREATE at the kind.
  static Statement create(Parser p, int from) {
    if (p.accept(TokenKind.PRIMARY)) {
      p.expectWord("XML");
      Head head = head(p, 3);
      return index(
          p,
          "PRIMARY XML",
          head,
          List.of(),
          IndexOptionGrammar.with(p, Place.XML),
          Optional.empty(),
          from);
    }
    String kind = Words.upper(p.text());
    p.pos++;
    return switch (kind) {
      case "XML" -> secondaryXml(p, from);
      case "SELECTIVE" -> selective(p, from);
      case "JSON" -> json(p, from);
      case "VECTOR" -> {
        Head head = head(p, 3);
        List<Option> options = IndexOptionGrammar.with(p, Place.INDEX);
        yield index(p, kind, head, List.of(), options, OptionGrammar.placement(p), from);
      }
      default -> {
        Head head = head(p, 4);
        List<Option> using = SpatialIndexGrammar.using(p);
        List<Option> options = SpatialIndexGrammar.options(p);
        yield index(p, kind, head, using, options, OptionGrammar.onePlace(p), from);
      }
    };
  }

  private static Statement index(
      Parser p,
      String kind,
      Head head,
      List<Option> using,
      List<Option> options,
      Optional<OptionNode.Placement> on,
      int from) {
    return new IndexStatement.CreateSpecialIndex(
        kind,
        Optional.of(head.name),
        head.table,
        List.of(head.column),
        using,
        options,
        on,
        from,
        p.pos);
  }

  /// `USING XML INDEX name FOR VALUE | PATH | PROPERTY | (path)`.
  private static Statement secondaryXml(Parser p, int from) {
    Head head = head(p, 3);
    int using = p.pos;
    p.expectWord("USING");
    p.expectWord("XML");
    p.expect(TokenKind.INDEX);
    int name = p.pos;
    MultiPartName primary = new MultiPartName(List.of(NameGrammar.identifier(p)), name, p.pos);
    List<Option> parts = new ArrayList<>(2);
    parts.add(
        OptionReader.bare("USING XML INDEX", new OptionValue.Name(primary, name, p.pos), using, p));
    int purpose = p.pos;
    p.expect(TokenKind.FOR);
    int word = p.pos;
    if (p.accept(LEFT_PARENTHESIS)) {
      Option path = path(p);
      p.expect(RIGHT_PARENTHESIS);
      parts.add(OptionReader.of("FOR", List.of(path), purpose, p));
    } else if (p.acceptWord("VALUE") || p.acceptWord("PATH") || p.acceptWord("PROPERTY")) {
      parts.add(
          OptionReader.bare(
              "FOR",
              new OptionValue.Word(Words.upper(p.tokens.text(word)), word, p.pos),
              purpose,
              p));
    } else {
      throw p.fail("VALUE, PATH, PROPERTY or a path in parentheses");
    }
    return index(
        p, "XML", head, parts, IndexOptionGrammar.with(p, Place.XML), Optional.empty(), from);
  }

  private static Option path(Parser p) {
    int from = p.pos;
    return OptionReader.bare("", OptionReader.identifierValue(p), from, p);
  }

  private static Statement json(Parser p, int from) {
    Head head = head(p, 3);
    List<Option> paths = new ArrayList<>(1);
    if (p.at(TokenKind.FOR)) {
      int list = p.pos++;
      List<Option> strings = p.parenthesisedList(SpecialIndexGrammar::jsonPath);
      paths.add(OptionReader.of("FOR", strings, list, p));
    }
    if (p.at(TokenKind.WITH) && p.kind(1) == TokenKind.IDENTIFIER) {
      throw p.failAt(p.pos + 1, "'('");
    }
    return index(
        p, "JSON", head, paths, IndexOptionGrammar.with(p, Place.INDEX), Optional.empty(), from);
  }

  private static Option jsonPath(Parser p) {
    int from = p.pos;
    Expression path = ExpressionGrammar.string(p);
    return OptionReader.bare("", OptionReader.scalar(p, path), from, p);
  }

  /// `SELECTIVE` was read.
  private static Statement selective(Parser p, int from) {
    p.expectWord("XML");
    Head head = head(p, 3);
    List<IndexStatement.XmlNamespace> namespaces = namespaces(p);
    p.expect(TokenKind.FOR);
    List<PromotedPath> paths = p.parenthesisedList(parser -> promoted(parser, Optional.empty()));
    List<Option> options = IndexOptionGrammar.with(p, Place.XML);
    return new IndexStatement.CreateSelectiveXmlIndex(
        head.name, head.table, head.column, namespaces, paths, options, from, p.pos);
  }

  /// `ALTER INDEX name ON table` was read.
  static Statement alterSelective(
      Parser p, Optional<Identifier> name, MultiPartName table, int from) {
    List<IndexStatement.XmlNamespace> namespaces = namespaces(p);
    p.expect(TokenKind.FOR);
    List<PromotedPath> paths = p.parenthesisedList(SpecialIndexGrammar::change);
    return new IndexStatement.AlterSelectiveXmlIndex(name, table, namespaces, paths, from, p.pos);
  }

  /// `ADD path` or `REMOVE name`.
  private static PromotedPath change(Parser p) {
    int from = p.pos;
    if (p.accept(TokenKind.ADD)) {
      return promoted(p, Optional.of(PathAction.ADD));
    }
    p.expectWord("REMOVE");
    return new PromotedPath(
        Optional.of(PathAction.REMOVE),
        NameGrammar.identifier(p),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        from,
        p.pos);
  }

  private static PromotedPath promoted(Parser p, Optional<PathAction> action) {
    int from = action.isPresent() ? p.pos - 1 : p.pos;
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.EQUALS);
    Optional<Expression.Literal> path = Optional.of(ExpressionGrammar.string(p));
    boolean xquery = false;
    Optional<Expression.Literal> type = Optional.empty();
    Optional<Expression.Literal> maxLength = Optional.empty();
    Optional<DataType> sqlType = Optional.empty();
    boolean singleton = false;
    if (p.accept(TokenKind.AS)) {
      if (p.atWord("XQUERY") && continuesXquery(p)) {
        p.pos++;
        xquery = true;
        type = p.optional(ExpressionGrammar.atString(p), ExpressionGrammar::string);
        if (p.atWord("MAXLENGTH") && p.kind(1) == LEFT_PARENTHESIS) {
          p.pos += 2;
          maxLength = Optional.of(ExpressionGrammar.integer(p));
          p.expect(RIGHT_PARENTHESIS);
        }
        singleton = p.acceptWord("SINGLETON");
      } else if (p.atWord("SQL") && NameGrammar.isIdentifier(p, 1)) {
        p.pos++;
        sqlType = Optional.of(TypeGrammar.dataType(p));
        singleton = p.acceptWord("SINGLETON");
      } else {
        throw p.fail("XQUERY or SQL with a type");
      }
    }
    return new PromotedPath(
        action, name, path, xquery, type, maxLength, sqlType, singleton, from, p.pos);
  }

  private static boolean continuesXquery(Parser p) {
    return p.kind(1) == TokenKind.IDENTIFIER
        || p.kind(1) == TokenKind.STRING
        || p.kind(1) == TokenKind.NATIONAL_STRING;
  }

  /// `WITH XMLNAMESPACES ('uri' AS prefix, DEFAULT 'uri')`, or nothing.
  private static List<IndexStatement.XmlNamespace> namespaces(Parser p) {
    if (!p.accept(TokenKind.WITH)) {
      return List.of();
    }
    p.expectWord("XMLNAMESPACES");
    return p.parenthesisedList(SpecialIndexGrammar::namespace);
  }

  private static IndexStatement.XmlNamespace namespace(Parser p) {
    int from = p.pos;
    if (p.accept(TokenKind.DEFAULT)) {
      return new IndexStatement.XmlNamespace(
          ExpressionGrammar.string(p), Optional.empty(), from, p.pos);
    }
    Expression.Literal uri = ExpressionGrammar.string(p);
    p.expect(TokenKind.AS);
    return new IndexStatement.XmlNamespace(
        uri, Optional.of(NameGrammar.identifier(p)), from, p.pos);
  }
}
