package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.LoadStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.ServerPart.CopyColumn;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// COPY INTO of Azure Synapse and Fabric. Source: Microsoft Learn, "COPY (Transact-SQL)"; what the
/// reference compiler takes.
final class CopyGrammar {
  private static final Set<String> FILE_TYPES = Set.of("CSV", "PARQUET", "ORC");
  private static final Set<String> COMPRESSIONS = Set.of("GZIP", "SNAPPY", "DEFAULTCODEC", "NONE");
  private static final Set<String> DATE_FORMATS = Set.of("MDY", "DMY", "YMD", "YDM", "MYD", "DYM");
  private static final Set<String> ENCODINGS = Set.of("UTF8", "UTF16");

  private CopyGrammar() {}

  static Statement copy(Parser p) {
    int from = p.pos;
    p.pos += 2;
    MultiPartName table = NameGrammar.nameOf(p, 3);
    List<CopyColumn> columns =
        p.at(TokenKind.LEFT_PARENTHESIS) ? p.parenthesisedList(CopyGrammar::column) : List.of();
    p.expect(TokenKind.FROM);
    List<Literal> sources = p.commaList(ServerValues::nonEmptyString);
    List<Option> options = List.of();
    if (ServerValues.atWithList(p)) {
      p.pos++;
      options = ServerOptions.parenthesised(p, CopyGrammar::options);
    }
    List<QueryPart.Hint> hints = HintGrammar.options(p);
    return new LoadStatement.CopyInto(table, columns, sources, options, hints, from, p.pos);
  }

  private static CopyColumn column(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    Optional<Expression> value = Optional.empty();
    if (p.accept(TokenKind.DEFAULT)) {
      value = Optional.of(constant(p));
    }
    Optional<Literal> number = p.optional(p.at(TokenKind.INTEGER), ExpressionGrammar::integer);
    return new CopyColumn(name, value, number, from, p.pos);
  }

  private static Expression constant(Parser p) {
    return switch (p.kind()) {
      case INTEGER, DECIMAL, REAL, MONEY, BINARY, STRING, NATIONAL_STRING, NULL, MINUS_SIGN ->
          ExpressionGrammar.constant(p);
      default -> throw p.fail("a constant");
    };
  }

  private static List<Option> options(Parser p) {
    Set<String> seen = new HashSet<>();
    List<Option> options = new ArrayList<>();
    do {
      int from = p.pos;
      switch (Words.upper(p.text())) {
        case "FILE_FORMAT",
            "FILE_TYPE",
            "ERRORFILE",
            "MAXERRORS",
            "COMPRESSION",
            "FIELDQUOTE",
            "FIELDTERMINATOR",
            "ROWTERMINATOR",
            "FIRSTROW",
            "DATEFORMAT",
            "ENCODING",
            "IDENTITY_INSERT",
            "CREDENTIAL",
            "ERRORFILE_CREDENTIAL" ->
            p.pos++;
        default -> throw p.fail("an option of COPY");
      }
      if (!seen.add(Words.upper(p.tokens.text(from)))) {
        throw p.failAt(from, "an option that does not stand here yet");
      }
      p.expect(EQUALS);
      options.add(p.at(TokenKind.LEFT_PARENTHESIS) ? credential(p, from) : valued(p, from));
    } while (p.accept(TokenKind.COMMA));
    return options;
  }

  private static Option valued(Parser p, int from) {
    int start = p.pos;
    OptionValue value;
    String text;
    if (NameGrammar.atIdentifier(p)) {
      value = ServerOptions.identifier(p);
      text = null;
    } else if (p.at(TokenKind.INTEGER)) {
      value = ServerOptions.integer(p);
      text = null;
    } else {
      Literal literal = ExpressionGrammar.string(p);
      value = ServerOptions.scalar(p, literal, start);
      text = Literals.string(literal);
    }
    Option option = ServerOptions.make(p, from, value);
    if (!isAllowed(p, option.name(), value, text)) {
      // The reference compiler points at the beginning of the file.
      throw p.report(Code.COPY_OPTION_VALUE, 0, option.name());
    }
    return option;
  }

  /// Whether an option takes a value; `text` is that of a string, else null.
  private static boolean isAllowed(Parser p, String name, OptionValue value, String text) {
    return switch (name) {
      case "FILE_FORMAT" -> value instanceof OptionValue.Name;
      case "MAXERRORS" -> number(p, value, text) >= 0;
      case "FIRSTROW" -> number(p, value, text) > 0;
      case "FILE_TYPE" -> isOneOf(FILE_TYPES, text);
      case "COMPRESSION" -> isOneOf(COMPRESSIONS, text);
      case "DATEFORMAT" -> isOneOf(DATE_FORMATS, text);
      case "ENCODING" -> isOneOf(ENCODINGS, text);
      case "IDENTITY_INSERT" -> isOneOf(Set.of("ON", "OFF"), text);
      case "FIELDQUOTE" -> text != null;
      default -> text != null && !text.isEmpty();
    };
  }

  private static boolean isOneOf(Set<String> words, String text) {
    return text != null && words.contains(Words.upper(text));
  }

  /// The number that a value is, or -1.
  private static long number(Parser p, OptionValue value, String text) {
    try {
      return Integer.parseInt(text == null ? p.tokens.text(value.from()) : text);
    } catch (NumberFormatException _) { // no number
      return -1;
    }
  }

  /// `(IDENTITY = 'x' [, SECRET = 'x'])`. A kind of identity that needs a secret must have one.
  private static Option credential(Parser p, int from) {
    p.pos++;
    if (!p.at(TokenKind.IDENTITY)) {
      throw p.fail("IDENTITY");
    }
    int identity = p.pos++;
    p.expect(EQUALS);
    Literal name = ExpressionGrammar.string(p);
    List<Option> details = new ArrayList<>();
    details.add(ServerOptions.make(p, identity, ServerOptions.scalar(p, name, name.from())));
    Optional<String> secret = Optional.empty();
    if (p.accept(TokenKind.COMMA)) {
      Option option = ServerOptions.named(p, "SECRET", ServerOptions::string);
      details.add(option);
      secret =
          Optional.of(
              Literals.string(
                  (Literal) ((OptionValue.Scalar) option.value().orElseThrow()).expression()));
    }
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    boolean allowed =
        switch (Words.upper(Literals.string(name))) {
          case "MANAGED IDENTITY" -> secret.isEmpty();
          case "SHARED ACCESS SIGNATURE", "STORAGE ACCOUNT KEY" ->
              secret.isPresent() && !secret.get().isBlank();
          default ->
              Literals.string(name).indexOf('@') >= 0
                  && secret.isPresent()
                  && !secret.get().isBlank();
        };
    if (!allowed) {
      throw p.failAt(name.from(), "an identity and the secret that it needs");
    }
    return new Option(
        Words.upper(p.tokens.text(from)), true, Optional.empty(), details, from, p.pos);
  }
}
