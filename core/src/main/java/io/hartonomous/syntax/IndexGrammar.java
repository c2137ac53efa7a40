package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.QueryPart.SortOrder;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Indexes. Source: Microsoft Learn, "CREATE INDEX", "ALTER INDEX", "CREATE COLUMNSTORE INDEX", and
/// the pages of XML, spatial, JSON and vector indexes.
final class IndexGrammar {
  private IndexGrammar() {}

  /// Whether `[UNIQUE] [CLUSTERED | NONCLUSTERED] [COLUMNSTORE] INDEX` stands after CREATE.
  static boolean atIndex(Parser p) {
    return switch (p.kind()) {
      case UNIQUE, CLUSTERED, NONCLUSTERED, INDEX -> true;
      default -> p.atWord("COLUMNSTORE") && p.kind(1) == TokenKind.INDEX;
    };
  }

  /// The cursor is after CREATE.
  static Statement create(Parser p, int from) {
    boolean unique = p.accept(TokenKind.UNIQUE);
    Optional<Boolean> clustered = ConstraintGrammar.clustered(p);
    boolean columnstore = p.acceptWord("COLUMNSTORE");
    p.expect(TokenKind.INDEX);
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.nameOf(p, 3);
    List<TableElement.IndexColumn> columns = List.of();
    if (p.at(LEFT_PARENTHESIS) || !columnstore) {
      columns = p.parenthesisedList(IndexGrammar::column);
    }
    if (columnstore && p.at(TokenKind.ORDER)) {
      throw p.unsupported(p.pos, "ORDER of a columnstore index");
    }
    List<Identifier> include = p.acceptWord("INCLUDE") ? NameGrammar.parenthesised(p) : List.of();
    Optional<Condition> where = p.optional(p.accept(TokenKind.WHERE), ConditionGrammar::condition);
    List<Option> options = OptionGrammar.with(p, Vocabulary.INDEX_OPTIONS);
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    Optional<Identifier> fileStreamOn =
        p.optional(p.acceptWord("FILESTREAM_ON"), OptionGrammar::place);
    return new IndexStatement.CreateIndex(
        unique,
        clustered,
        columnstore,
        name,
        table,
        columns,
        include,
        where,
        options,
        on,
        fileStreamOn,
        from,
        p.pos);
  }

  static TableElement.IndexColumn column(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    Optional<SortOrder> order = QueryGrammar.sortOrder(p);
    return new TableElement.IndexColumn(name, order, from, p.pos);
  }

  /// XML, spatial, JSON and vector indexes; the cursor is after CREATE at the kind.
  static Statement createSpecial(Parser p, int from) {
    String kind = Words.upper(p.text());
    if (p.accept(TokenKind.PRIMARY)) {
      kind = "PRIMARY XML";
    }
    p.pos++;
    p.expect(TokenKind.INDEX);
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.name(p);
    List<Identifier> columns = NameGrammar.parenthesised(p);
    List<Option> using = new ArrayList<>();
    if (p.at(TokenKind.FOR, LEFT_PARENTHESIS)) { // a JSON index: FOR (paths)
      int paths = p.pos++;
      List<Option> list = p.parenthesisedList(IndexGrammar::path);
      using.add(new Option("FOR", Optional.empty(), list, paths, p.pos));
    } else if (p.atWord("USING")) {
      using(p, kind, using);
    }
    List<Option> options = OptionGrammar.with(p);
    Optional<OptionNode.Placement> on = OptionGrammar.placement(p);
    return new IndexStatement.CreateSpecialIndex(
        kind, Optional.of(name), table, columns, using, options, on, from, p.pos);
  }

  private static Option path(Parser p) {
    int from = p.pos;
    Expression path = ExpressionGrammar.string(p);
    return new Option(
        "",
        Optional.of(new OptionValue.Scalar(path, Optional.empty(), from, p.pos)),
        List.of(),
        from,
        p.pos);
  }

  /// `USING XML INDEX name FOR VALUE | PATH | PROPERTY`, `USING GEOMETRY_GRID` and the like.
  private static void using(Parser p, String kind, List<Option> using) {
    int from = p.pos++;
    if (kind.equals("XML")) {
      p.expectWord("XML");
      p.expect(TokenKind.INDEX);
      int name = p.pos;
      MultiPartName primary = NameGrammar.name(p);
      using.add(
          new Option(
              "USING XML INDEX",
              Optional.of(new OptionValue.Name(primary, name, p.pos)),
              List.of(),
              from,
              p.pos));
      int purpose = p.pos;
      p.expect(TokenKind.FOR);
      int word = p.pos;
      String text = Words.upper(NameGrammar.word(p).value());
      using.add(
          new Option(
              "FOR",
              Optional.of(new OptionValue.Word(text, word, p.pos)),
              List.of(),
              purpose,
              p.pos));
      return;
    }
    int word = p.pos;
    String text = Words.upper(NameGrammar.word(p).value());
    using.add(
        new Option(
            "USING", Optional.of(new OptionValue.Word(text, word, p.pos)), List.of(), from, p.pos));
  }

  /// The cursor is after `ALTER INDEX`.
  static Statement alter(Parser p, int from) {
    Optional<Identifier> name =
        p.accept(TokenKind.ALL) ? Optional.empty() : Optional.of(NameGrammar.identifier(p));
    p.expect(TokenKind.ON);
    MultiPartName table = NameGrammar.name(p);
    String action = Words.upper(p.text());
    switch (action) {
      case "REBUILD", "REORGANIZE", "DISABLE", "RESUME", "PAUSE", "ABORT" -> {
        p.pos++;
        Optional<Expression> partition = AlterTableGrammar.partition(p);
        return new IndexStatement.AlterIndex(
            name,
            table,
            action,
            partition,
            OptionGrammar.with(p, Vocabulary.INDEX_OPTIONS),
            from,
            p.pos);
      }
      case "SET" -> {
        p.pos++;
        return new IndexStatement.AlterIndex(
            name,
            table,
            action,
            Optional.empty(),
            OptionGrammar.list(p, Vocabulary.INDEX_OPTIONS),
            from,
            p.pos);
      }
      default -> throw p.fail("REBUILD, REORGANIZE, DISABLE or SET");
    }
  }

  /// `DROP INDEX [IF EXISTS] name ON table [WITH (...)], ...`; the cursor is after INDEX.
  static Statement drop(Parser p, int from) {
    boolean ifExists = DropGrammar.ifExists(p);
    List<IndexStatement.DropIndexItem> items = p.commaList(IndexGrammar::dropItem);
    return new IndexStatement.DropIndex(ifExists, items, from, p.pos);
  }

  private static IndexStatement.DropIndexItem dropItem(Parser p) {
    int from = p.pos;
    MultiPartName name = NameGrammar.name(p);
    if (p.accept(TokenKind.ON)) {
      MultiPartName table = NameGrammar.name(p);
      return new IndexStatement.DropIndexItem(
          name.object(), table, OptionGrammar.with(p, Vocabulary.INDEX_OPTIONS), from, p.pos);
    }
    if (name.parts().size() < 2) {
      throw p.fail("ON");
    }
    List<Identifier> parts = name.parts();
    MultiPartName table =
        new MultiPartName(parts.subList(0, parts.size() - 1), name.from(), name.to() - 2);
    return new IndexStatement.DropIndexItem(name.object(), table, List.of(), from, p.pos);
  }
}
