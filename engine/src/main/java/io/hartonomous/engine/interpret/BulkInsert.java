package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.NameParts;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// `INSERT BULK name ( column type [COLLATE collation] [ , ... ] ) [ WITH ( option [ , ... ] ) ]`:
/// the request that comes before a bulk load. It is no statement of T-SQL: it stands alone in its
/// batch.
///
/// `name` has the parts as written; the columns are in the order of the values to come. The types
/// are told again, and binding, by the load itself. Source: [MS-TDS] 2.2.6.1 Bulk Load BCP.
record BulkInsert(List<String> name, List<String> columns, Set<Option> options) {
  enum Option {
    CHECK_CONSTRAINTS,
    FIRE_TRIGGERS,
    KEEP_NULLS,
    KEEP_IDENTITY
  }

  // They say how the rows come or how they are locked, which changes nothing here.
  private static final Set<String> HINTS =
      Set.of("TABLOCK", "ROWS_PER_BATCH", "KILOBYTES_PER_BATCH", "ORDER");

  // Every batch comes by here: most are told apart without being read.
  private static final Pattern START =
      Pattern.compile("\\s*INSERT\\s+BULK\\b", Pattern.CASE_INSENSITIVE);

  BulkInsert {
    name = List.copyOf(name);
    columns = List.copyOf(columns);
    options = Set.copyOf(options);
  }

  /// Reads a batch; empty where it is another one. Errors: 102 where it is none that can be read,
  /// 49900 for an option that is not supported.
  static Optional<BulkInsert> read(String batch) {
    if (!START.matcher(batch).lookingAt()) {
      return Optional.empty();
    }
    Lexer.Result lexed = Lexer.lex(new SourceFile("", batch), new ParseOptions(true, false));
    Tokens tokens = lexed.tokens();
    return Optional.of(new Reader(tokens).read());
  }

  private static final class Reader {
    private final Tokens tokens;
    private int at = 2;

    Reader(Tokens tokens) {
      this.tokens = tokens;
    }

    BulkInsert read() {
      int from = at;
      while (tokens.kind(at) != TokenKind.LEFT_PARENTHESIS && tokens.kind(at) != TokenKind.EOF) {
        at++;
      }
      List<String> name = NameParts.of(tokens.text(from, at));
      if (name.isEmpty() || name.getLast().isEmpty()) {
        throw wrong();
      }
      List<String> columns = new ArrayList<>();
      take(TokenKind.LEFT_PARENTHESIS);
      do {
        columns.add(column());
      } while (takes(TokenKind.COMMA));
      take(TokenKind.RIGHT_PARENTHESIS);
      Set<Option> options = new TreeSet<>();
      if (takes(TokenKind.WITH)) {
        take(TokenKind.LEFT_PARENTHESIS);
        do {
          option(options);
        } while (takes(TokenKind.COMMA));
        take(TokenKind.RIGHT_PARENTHESIS);
      }
      takes(TokenKind.SEMICOLON);
      if (tokens.kind(at) != TokenKind.EOF) {
        throw wrong();
      }
      return new BulkInsert(name, columns, options);
    }

    private String column() {
      List<String> name = NameParts.of(tokens.text(at));
      if (name.size() != 1) {
        throw wrong();
      }
      at++;
      int from = at;
      skipPart();
      int to = at;
      for (int i = from; i < at; i++) {
        to = tokens.kind(i) == TokenKind.COLLATE ? Math.min(to, i) : to;
      }
      if (Parser.parseDataType(tokens.text(from, to)).node().isEmpty()) {
        at = from;
        throw wrong();
      }
      return name.getFirst();
    }

    private void option(Set<Option> options) {
      String word = tokens.text(at).toUpperCase(Locale.ROOT);
      if (!HINTS.contains(word)) {
        Option found = null;
        for (Option o : Option.values()) {
          found = o.name().equals(word) ? o : found;
        }
        if (found == null) {
          throw SqlError.unsupported("INSERT BULK WITH (" + word + ")");
        }
        options.add(found);
      }
      at++;
      skipPart();
    }

    // To the comma or parenthesis that ends this part of a list.
    private void skipPart() {
      int depth = 0;
      while (tokens.kind(at) != TokenKind.EOF) {
        TokenKind kind = tokens.kind(at);
        if (depth == 0 && (kind == TokenKind.COMMA || kind == TokenKind.RIGHT_PARENTHESIS)) {
          return;
        }
        depth += kind == TokenKind.LEFT_PARENTHESIS ? 1 : 0;
        depth -= kind == TokenKind.RIGHT_PARENTHESIS ? 1 : 0;
        at++;
      }
    }

    private boolean takes(TokenKind kind) {
      boolean found = tokens.kind(at) == kind;
      at += found ? 1 : 0;
      return found;
    }

    private void take(TokenKind kind) {
      if (!takes(kind)) {
        throw wrong();
      }
    }

    private SqlError wrong() {
      return SqlError.of(102, "'" + tokens.text(at) + "'");
    }
  }
}
