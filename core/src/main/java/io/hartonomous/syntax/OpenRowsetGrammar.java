package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.EQUALS;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.SEMICOLON;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.Rowset;
import io.hartonomous.syntax.ast.TableElement.IndexColumn;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// OPENROWSET in all its forms. Source: Microsoft Learn, "OPENROWSET", "OPENROWSET BULK"; what the
/// reference compiler takes.
final class OpenRowsetGrammar {
  private static final Set<String> CONNECTION_OPTIONS =
      Set.of("PROVIDER", "CONNECTION", "OBJECT", "CREDENTIAL", "SERVER_CREDENTIAL");

  private static final Set<String> FLAGS = Set.of("SINGLE_BLOB", "SINGLE_CLOB", "SINGLE_NCLOB");

  private static final Set<String> NUMBERS =
      Set.of("CODEPAGE", "FIRSTROW", "LASTROW", "MAXERRORS", "ROWS_PER_BATCH");

  private static final Set<String> STRINGS =
      Set.of(
          "CODEPAGE",
          "DATAFILETYPE",
          "DATA_COMPRESSION",
          "DATA_SOURCE",
          "ERRORFILE",
          "ERRORFILE_DATA_SOURCE",
          "ESCAPECHAR",
          "FIELDQUOTE",
          "FIELDTERMINATOR",
          "FORMAT",
          "FORMATFILE",
          "FORMATFILE_DATA_SOURCE",
          "HEADER_ROW",
          "PARSER_VERSION",
          "ROWSET_OPTIONS",
          "ROWTERMINATOR");

  private OpenRowsetGrammar() {}

  static TableReference openRowset(Parser p) {
    int from = p.pos++;
    if (!p.at(LEFT_PARENTHESIS)) {
      throw p.fail("'('");
    }
    p.pos++;
    Rowset.Source source = source(p);
    p.expect(RIGHT_PARENTHESIS);
    List<Rowset.Column> schema = RowsetGrammar.schema(p);
    boolean as = p.at(TokenKind.AS);
    Optional<Identifier> alias = NameGrammar.tableAlias(p);
    List<Identifier> columns =
        source instanceof Rowset.Source.Bulk && alias.isPresent()
            ? NameGrammar.optionalList(p)
            : List.of();
    return new Rowset.OpenRowset(source, schema, as, alias, columns, from, p.pos);
  }

  private static Rowset.Source source(Parser p) {
    if (ExpressionGrammar.atString(p)) {
      return provider(p);
    }
    TokenKind next = p.kind(1);
    if (p.atWord("BULK")) {
      return bulk(p);
    }
    if (p.at(TokenKind.IDENTIFIER) && next == EQUALS) {
      return named(p);
    }
    if (NameGrammar.atIdentifier(p) && (next == COMMA || next == RIGHT_PARENTHESIS)) {
      return internal(p);
    }
    throw p.fail("a provider, BULK or a rowset of the server");
  }

  private static Rowset.Source provider(Parser p) {
    int from = p.pos;
    Literal provider = ExpressionGrammar.string(p);
    p.expect(COMMA);
    int start = p.pos;
    List<Literal> strings = new ArrayList<>(List.of(ExpressionGrammar.string(p)));
    if (p.accept(SEMICOLON)) {
      strings.add(ExpressionGrammar.string(p));
      p.expect(SEMICOLON);
      strings.add(ExpressionGrammar.string(p));
    }
    Rowset.Connection connection = new Rowset.Connection(strings, start, p.pos);
    p.expect(COMMA);
    Optional<Literal> query = p.optional(ExpressionGrammar.atString(p), ExpressionGrammar::string);
    Optional<MultiPartName> object = p.optional(query.isEmpty(), NameGrammar::name);
    return new Rowset.Source.Provider(provider, connection, query, object, from, p.pos);
  }

  private static Rowset.Source internal(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    List<Expression> arguments = new ArrayList<>();
    while (p.accept(COMMA)) {
      arguments.add(ExpressionGrammar.constantOrVariable(p));
    }
    return new Rowset.Source.Internal(name, arguments, from, p.pos);
  }

  private static Rowset.Source named(Parser p) {
    int from = p.pos;
    Set<String> seen = new HashSet<>();
    List<Option> options = p.commaList(rule -> connectionOption(rule, seen));
    if (!seen.containsAll(Set.of("PROVIDER", "CONNECTION", "OBJECT"))) {
      throw p.report(Code.OPTIONS_MISSING, from, "OPENROWSET", "PROVIDER, CONNECTION and OBJECT");
    }
    return new Rowset.Source.Named(options, from, p.pos);
  }

  private static Option connectionOption(Parser p, Set<String> seen) {
    String name = Words.upper(p.text());
    if (!p.at(TokenKind.IDENTIFIER) || !CONNECTION_OPTIONS.contains(name)) {
      throw p.fail("PROVIDER, CONNECTION, OBJECT or CREDENTIAL");
    }
    int from = p.pos;
    Option option = OptionReader.string(p);
    if (!seen.add(name)) {
      boolean complete = seen.containsAll(Set.of("PROVIDER", "CONNECTION", "OBJECT"));
      if (complete) {
        throw p.report(Code.DUPLICATE_OPTION, from, name);
      }
    }
    return option;
  }

  // BULK.

  private static Rowset.Source bulk(Parser p) {
    int from = p.pos++;
    boolean parenthesised = p.at(LEFT_PARENTHESIS);
    List<Literal> files =
        parenthesised
            ? p.parenthesisedList(ExpressionGrammar::string)
            : List.of(ExpressionGrammar.string(p));
    List<Rowset.BulkOption> options = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (p.at(COMMA)) {
      if (p.kind(1) != TokenKind.IDENTIFIER && p.kind(1) != TokenKind.ORDER) {
        throw p.fail("an option after it");
      }
      p.pos++;
      options.add(bulkOption(p, seen));
    }
    return new Rowset.Source.Bulk(files, parenthesised, options, from, p.pos);
  }

  private static Rowset.BulkOption bulkOption(Parser p, Set<String> seen) {
    int from = p.pos;
    if (p.accept(TokenKind.ORDER)) {
      List<IndexColumn> columns = p.parenthesisedList(OpenRowsetGrammar::sortedColumn);
      checkOnce(p, seen, "ORDER", from);
      boolean unique = p.accept(TokenKind.UNIQUE);
      return new Rowset.BulkOption.Order(columns, unique, from, p.pos);
    }
    Option option = option(p);
    if (!FLAGS.contains(option.name())) {
      checkOnce(p, seen, option.name(), from);
    }
    return new Rowset.BulkOption.Plain(option, from, p.pos);
  }

  private static void checkOnce(Parser p, Set<String> seen, String name, int at) {
    if (!seen.add(name)) {
      throw p.report(Code.DUPLICATE_OPTION, at, name);
    }
  }

  private static IndexColumn sortedColumn(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    return new IndexColumn(name, QueryGrammar.sortOrder(p), from, p.pos);
  }

  private static Option option(Parser p) {
    int from = p.pos;
    String name = Words.upper(p.text());
    if (p.kind(1) != EQUALS) {
      if (!FLAGS.contains(name) || p.kind(1) != COMMA && p.kind(1) != RIGHT_PARENTHESIS) {
        throw p.fail("an option of BULK");
      }
      return OptionReader.flag(p);
    }
    p.pos += 2;
    boolean number = p.at(TokenKind.INTEGER) || p.at(TokenKind.DECIMAL);
    if (!number && !ExpressionGrammar.atString(p) && !NameGrammar.atIdentifier(p)) {
      throw p.fail("a number, a string or a name");
    }
    if (!(number ? NUMBERS : STRINGS).contains(name)) {
      throw p.failAt(from, "an option of BULK");
    }
    if (number) {
      return OptionReader.of(
          name, OptionReader.scalar(p, ExpressionGrammar.constantOrVariable(p)), from, p);
    }
    if (NameGrammar.atIdentifier(p)) {
      return OptionReader.of(name, OptionReader.identifierValue(p), from, p);
    }
    if (!isAllowed(name, Literals.unquoteString(p.text()))) {
      throw p.fail("a value of " + name);
    }
    return OptionReader.of(name, OptionReader.scalar(p, ExpressionGrammar.string(p)), from, p);
  }

  private static boolean isAllowed(String option, String value) {
    String word = Words.upper(value);
    return switch (option) {
      case "CODEPAGE" ->
          switch (word) {
            case "ACP", "OEM", "RAW" -> true;
            default -> !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
          };
      case "DATAFILETYPE" ->
          Set.of("CHAR", "NATIVE", "WIDECHAR", "WIDENATIVE", "WIDECHAR_ANSI", "DTS_BUFFERS")
              .contains(word);
      case "FORMAT" -> Set.of("CSV", "PARQUET", "DELTA", "SSTREAM").contains(word);
      case "PARSER_VERSION" -> word.equals("1.0") || word.equals("2.0");
      case "DATA_COMPRESSION" -> word.equals("GZIP");
      default -> true;
    };
  }
}
