package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.LoadStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.QueryPart.SortOrder;
import io.hartonomous.syntax.ast.ServerPart.BulkColumn;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement.IndexColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// BULK INSERT, INSERT BULK, and the statements of text columns. Source: Microsoft Learn, "BULK
/// INSERT", "READTEXT", "WRITETEXT", "UPDATETEXT"; what the reference compiler takes.
final class LoadGrammar {
  private static final Set<String> FLAGS =
      Set.of(
          "CHECK_CONSTRAINTS",
          "FIRE_TRIGGERS",
          "INCLUDE_HIDDEN",
          "KEEPIDENTITY",
          "KEEPNULLS",
          "NO_TRIGGERS",
          "TABLOCK");

  private static final Set<String> NUMBERS =
      Set.of(
          "BATCHSIZE",
          "CODEPAGE",
          "FIRSTROW",
          "KILOBYTES_PER_BATCH",
          "LASTROW",
          "MAXERRORS",
          "ROWS_PER_BATCH");

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

  private LoadGrammar() {}

  // BULK INSERT.

  static Statement bulkInsert(Parser p) {
    int from = p.pos++;
    p.expect(TokenKind.INSERT);
    MultiPartName table = NameGrammar.nameOf(p, 3);
    p.expect(TokenKind.FROM);
    Expression source =
        p.at(TokenKind.INTEGER) ? ExpressionGrammar.integer(p) : ServerValues.nameOrString(p);
    BulkOptions options = options(p, true);
    return new LoadStatement.BulkInsert(table, source, options.options, options.order, from, p.pos);
  }

  private record BulkOptions(List<Option> options, List<IndexColumn> order) {}

  private static BulkOptions options(Parser p, boolean bulkInsert) {
    List<Option> options = new ArrayList<>();
    List<IndexColumn> order = new ArrayList<>();
    if (!ServerValues.atWithList(p)) {
      return new BulkOptions(options, order);
    }
    p.pos += 2;
    Set<String> seen = new HashSet<>();
    do {
      int from = p.pos;
      String name = "ORDER";
      if (p.accept(TokenKind.ORDER)) {
        order.addAll(p.parenthesisedList(LoadGrammar::sortedColumn));
      } else {
        Option option = bulkInsert ? option(p) : insertBulkOption(p);
        name = option.name();
        options.add(option);
      }
      if (!seen.add(name)) {
        throw p.report(Code.DUPLICATE_OPTION, from, name);
      }
    } while (p.accept(TokenKind.COMMA));
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new BulkOptions(options, order);
  }

  private static IndexColumn sortedColumn(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    Optional<SortOrder> order = Optional.empty();
    if (p.at(TokenKind.ASC) || p.at(TokenKind.DESC)) {
      order = Optional.of(p.at(TokenKind.ASC) ? SortOrder.ASC : SortOrder.DESC);
      p.pos++;
    }
    return new IndexColumn(name, order, from, p.pos);
  }

  private static Option option(Parser p) {
    int from = p.pos;
    if (!p.at(TokenKind.IDENTIFIER, EQUALS)) {
      return flag(p, true);
    }
    p.pos += 2;
    if (ServerValues.atNumber(p) && !p.at(TokenKind.REAL)) {
      int start = p.pos;
      Option option =
          ServerOptions.make(p, from, ServerOptions.scalar(p, ServerValues.number(p), start));
      if (!NUMBERS.contains(option.name())) {
        throw p.failAt(from, "an option with a number");
      }
      return option;
    }
    if (ExpressionGrammar.atString(p)) {
      OptionValue.Scalar value = (OptionValue.Scalar) ServerOptions.string(p);
      Option option = ServerOptions.make(p, from, value);
      if (!STRINGS.contains(option.name())) {
        throw p.failAt(from, "an option with a string");
      }
      if (!isAllowed(option.name(), Literals.string((Literal) value.expression()))) {
        throw p.failAt(value.from(), "a value of " + option.name());
      }
      return option;
    }
    Option option = ServerOptions.make(p, from, ServerOptions.identifier(p));
    if (!STRINGS.contains(option.name())) {
      throw p.failAt(from, "an option with a name");
    }
    if (option.name().equals("HEADER_ROW")) {
      int value = option.value().orElseThrow().from();
      String text = ((OptionValue.Name) option.value().get()).name().object().value();
      if (!Words.same(text, "TRUE") && !Words.same(text, "FALSE")) {
        throw p.failAt(value, "TRUE or FALSE");
      }
    }
    return option;
  }

  private static Option flag(Parser p, boolean keepIdentity) {
    String name = p.wordHere();
    if (!FLAGS.contains(name) || !keepIdentity && name.equals("KEEPIDENTITY")) {
      throw p.fail("an option of the load");
    }
    return ServerOptions.flag(p);
  }

  /// Whether an option may have a string as its value.
  private static boolean isAllowed(String option, String value) {
    String word = Words.upper(value);
    return switch (option) {
      case "CODEPAGE" ->
          switch (word) {
            case "ACP", "OEM", "RAW" -> true;
            default -> isInteger(value);
          };
      case "DATAFILETYPE" ->
          switch (word) {
            case "CHAR", "NATIVE", "WIDECHAR", "WIDENATIVE", "WIDECHAR_ANSI", "DTS_BUFFERS" -> true;
            default -> false;
          };
      case "FORMAT" ->
          switch (word) {
            case "CSV", "PARQUET", "DELTA", "SSTREAM" -> true;
            default -> false;
          };
      case "PARSER_VERSION" -> value.equals("1.0") || value.equals("2.0");
      case "DATA_COMPRESSION" -> word.equals("GZIP");
      default -> true;
    };
  }

  private static boolean isInteger(String value) {
    try {
      Integer.parseInt(value.strip());
      return true;
    } catch (NumberFormatException _) { // no code page
      return false;
    }
  }

  // INSERT BULK. The cursor is at INSERT.

  static Statement insertBulk(Parser p) {
    int from = p.pos;
    p.pos += 2;
    MultiPartName table = NameGrammar.nameOf(p, 3);
    List<BulkColumn> columns =
        p.at(TokenKind.LEFT_PARENTHESIS) && NameGrammar.isIdentifier(p, 1)
            ? p.parenthesisedList(LoadGrammar::bulkColumn)
            : List.of();
    BulkOptions options = options(p, false);
    return new LoadStatement.InsertBulk(
        table, columns, options.options, options.order, from, p.pos);
  }

  private static BulkColumn bulkColumn(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    Optional<DataType> type = Optional.empty();
    Optional<Identifier> collation = Optional.empty();
    if (!(p.tokens.isWord(from, "TIMESTAMP")
        && (p.at(TokenKind.COMMA)
            || p.at(TokenKind.RIGHT_PARENTHESIS)
            || p.at(TokenKind.NOT)
            || p.at(TokenKind.NULL)))) {
      type = Optional.of(TypeGrammar.dataType(p));
      collation = p.optional(p.accept(TokenKind.COLLATE), NameGrammar::identifier);
    }
    Optional<Boolean> nullable = Optional.empty();
    if (p.accept(TokenKind.NULL)) {
      nullable = Optional.of(true);
    } else if (p.accept(TokenKind.NOT)) {
      p.expect(TokenKind.NULL);
      nullable = Optional.of(false);
    }
    return new BulkColumn(name, type, collation, nullable, from, p.pos);
  }

  private static Option insertBulkOption(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER, EQUALS)) {
      return flag(p, false);
    }
    int from = p.pos;
    p.pos += 2;
    if (p.at(TokenKind.REAL)) {
      throw p.fail("a whole number");
    }
    int start = p.pos;
    OptionValue value = ServerOptions.scalar(p, ServerValues.number(p), start);
    p.checkOneOf(from, "ROWS_PER_BATCH", "KILOBYTES_PER_BATCH");
    return ServerOptions.make(p, from, value);
  }

  // Text columns.

  static Statement readText(Parser p) {
    int from = p.pos++;
    Expression.ColumnReference column = column(p);
    Expression pointer = ServerValues.binaryOrVariable(p);
    Expression offset = ServerValues.integerOrVariable(p);
    Expression size = ServerValues.integerOrVariable(p);
    boolean holdLock = p.accept(TokenKind.HOLDLOCK);
    return new LoadStatement.ReadText(column, pointer, offset, size, holdLock, from, p.pos);
  }

  /// A column with its table.
  private static Expression.ColumnReference column(Parser p) {
    Expression.ColumnReference column = ExpressionGrammar.column(p);
    List<Identifier> parts = column.name().parts();
    if (parts.size() < 2 || parts.get(parts.size() - 2).isOmitted()) {
      throw p.report(
          Code.COLUMN_WITHOUT_TABLE,
          column.from(),
          "'" + p.tokens.text(column.from(), column.to()) + "'");
    }
    return column;
  }

  private static Expression pointer(Parser p) {
    return p.at(TokenKind.INTEGER)
        ? ExpressionGrammar.integer(p)
        : ServerValues.binaryOrVariable(p);
  }

  private static Optional<Literal> timestamp(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER)) {
      return Optional.empty();
    }
    p.expectWord("TIMESTAMP");
    p.expect(EQUALS);
    return Optional.of(ServerValues.binary(p));
  }

  private static boolean withLog(Parser p) {
    if (!ServerValues.atWithWord(p)) {
      return false;
    }
    p.pos++;
    p.expectWord("LOG");
    return true;
  }

  static Statement writeText(Parser p) {
    int from = p.pos++;
    boolean bulk = p.accept(TokenKind.BULK);
    Expression.ColumnReference column = column(p);
    Expression pointer = pointer(p);
    Optional<Literal> timestamp = timestamp(p);
    boolean log = withLog(p);
    return new LoadStatement.WriteText(bulk, column, pointer, timestamp, log, data(p), from, p.pos);
  }

  private static boolean atData(Parser p) {
    return p.at(TokenKind.NULL)
        || p.at(TokenKind.BINARY)
        || p.at(TokenKind.VARIABLE)
        || ExpressionGrammar.atString(p);
  }

  /// NULL, a string, a binary value or a variable.
  private static Expression data(Parser p) {
    if (p.at(TokenKind.NULL)) {
      return ServerValues.nullLiteral(p);
    }
    return p.at(TokenKind.BINARY) ? ServerValues.binary(p) : ServerValues.stringOrVariable(p);
  }

  static Statement updateText(Parser p) {
    int from = p.pos++;
    boolean bulk = p.accept(TokenKind.BULK);
    Expression.ColumnReference column = column(p);
    Expression pointer = pointer(p);
    Optional<Literal> timestamp = timestamp(p);
    Expression offset = numberOrNull(p);
    Expression length = numberOrNull(p);
    boolean log = withLog(p);
    Optional<Expression.ColumnReference> source = Optional.empty();
    Optional<Expression> data = Optional.empty();
    if (atData(p)) {
      data = Optional.of(data(p));
    } else if (NameGrammar.atIdentifier(p) && p.kind(1) != TokenKind.COLON) {
      source = Optional.of(column(p));
      data = Optional.of(ServerValues.binaryOrVariable(p));
    }
    return new LoadStatement.UpdateText(
        bulk, column, pointer, timestamp, offset, length, log, source, data, from, p.pos);
  }

  private static Expression numberOrNull(Parser p) {
    return p.at(TokenKind.NULL)
        ? ServerValues.nullLiteral(p)
        : ServerValues.signedIntegerOrVariable(p);
  }
}
