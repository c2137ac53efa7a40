package io.hartonomous.dacpac;

import io.hartonomous.model.Module;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.SourceFile;

/// A module's definition cut as the format wants it: the header up to and with AS (RETURN of an
/// inline function), the body after it, and for a view or an inline function what follows its
/// query.
///
/// Joining the three gives the definition back.
record ModuleText(
    String header,
    String body,
    String footer,
    int createOffset,
    ModuleStatement statement,
    ParseResult source) {

  static ModuleText of(Module module) {
    String text = module.definition().text();
    ParseResult parsed =
        Parser.parse(
            new SourceFile(module.name().quoted(), text),
            new ParseOptions(module.quotedIdentifier(), false).shallow());
    Statement first =
        parsed.script().batches().stream()
            .flatMap(batch -> batch.statements().stream())
            .findFirst()
            .orElseThrow();
    if (!(first instanceof ModuleStatement statement)) {
      throw new IllegalStateException(
          "The definition of "
              + module.name().quoted()
              + " is no module: "
              + first.getClass().getSimpleName());
    }
    Tokens tokens = parsed.tokens();
    int bodyToken = bodyToken(statement, tokens);
    int split = tokens.end(bodyToken - 1);
    int bodyEnd = text.length();
    String footer = "";
    int queryEnd = queryEnd(statement);
    if (queryEnd >= 0) {
      int end = tokens.end(queryEnd - 1);
      // The blank before WITH CHECK OPTION belongs to the query, a semicolon alone to the footer.
      int next = tokens.at(end);
      bodyEnd = next < tokens.size() ? tokens.start(next) : text.length();
      footer = text.substring(bodyEnd);
    }
    return new ModuleText(
        text.substring(0, split),
        text.substring(split, bodyEnd),
        footer,
        tokens.start(statement.from()),
        statement,
        parsed);
  }

  /// The token after the query of a view or of an inline function; -1 for others.
  private static int queryEnd(ModuleStatement statement) {
    return switch (statement) {
      case ModuleStatement.View view -> view.query().to();
      case ModuleStatement.Function function
          when function.body() instanceof ModulePart.Body.InlineQuery query ->
          query.to();
      default -> -1;
    };
  }

  /// The first token of the body; the one before it is AS or RETURN.
  private static int bodyToken(ModuleStatement statement, Tokens tokens) {
    return switch (statement) {
      case ModuleStatement.Procedure procedure -> procedure.body().from();
      case ModuleStatement.Function function -> {
        int from = function.body().from();
        yield function.body() instanceof ModulePart.Body.InlineQuery
                && tokens.isWord(from, "RETURN")
            ? from + 1
            : from;
      }
      case ModuleStatement.View view ->
          view.with().map(with -> with.from()).orElse(view.query().from());
      case ModuleStatement.Trigger trigger -> trigger.body().from();
      case ModuleStatement.EnableTrigger _ ->
          throw new IllegalStateException("ENABLE TRIGGER has no body.");
    };
  }
}
