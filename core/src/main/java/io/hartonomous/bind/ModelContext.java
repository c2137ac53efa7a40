package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;

/// What a definition is read with: the file it stands in, the catalog for the types it names, and
/// the settings under which it was written.
public record ModelContext(
    ParseResult source, Catalog catalog, boolean ansiNulls, boolean quotedIdentifier) {

  public static ModelContext of(ParseResult source, Catalog catalog) {
    return new ModelContext(source, catalog, true, true);
  }

  public Collation collation() {
    return catalog.collation();
  }

  /// The two-part name of an object, completed with the default schema.
  public ObjectName name(MultiPartName name) {
    return new ObjectName(
        name.schema().map(Identifier::value).orElse(catalog.defaultSchema()),
        name.object().value());
  }

  SqlText text(Node node) {
    return SqlTexts.of(source, node);
  }

  /// The whole definition of a module, with the comments before it, and CREATE for whatever verb
  /// was written.
  SqlText definition(Node statement, int verbTokens) {
    return SqlTexts.definition(source, statement.from(), statement.to(), verbTokens);
  }
}
