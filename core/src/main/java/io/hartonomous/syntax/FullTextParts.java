package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.FullTextStatement;
import io.hartonomous.syntax.ast.FullTextStatement.IndexAction;

/// What statements about full-text search are made of.
final class FullTextParts {
  private FullTextParts() {}

  static Parts of(FullTextStatement node) {
    return switch (node) {
      case FullTextStatement.CreateFullTextIndex n ->
          parts(
              "CreateFullTextIndex",
              n.table(),
              n.columns(),
              n.keyIndex(),
              n.on(),
              n.parenthesised(),
              n.options());
      case FullTextStatement.IndexedColumn n ->
          parts("IndexedColumn", n.name(), n.typeColumn(), n.language(), n.semantics());
      case FullTextStatement.CatalogPlace n ->
          n.fileGroupFirst()
              ? parts("CatalogPlace", n.parenthesised(), true, n.fileGroup(), n.catalog())
              : parts("CatalogPlace", n.parenthesised(), false, n.catalog(), n.fileGroup());
      case FullTextStatement.AlterFullTextIndex n ->
          parts("AlterFullTextIndex", n.table(), n.action(), n.noPopulation());
      case IndexAction.Plain n -> parts("IndexAction.Plain", n.words());
      case IndexAction.Set n -> parts("IndexAction.Set", n.option());
      case IndexAction.Add n -> parts("IndexAction.Add", n.columns());
      case IndexAction.Drop n -> parts("IndexAction.Drop", n.columns());
      case IndexAction.AlterColumn n -> parts("IndexAction.AlterColumn", n.column(), n.add());
      case FullTextStatement.DropFullTextIndex n -> parts("DropFullTextIndex", n.table());
      case FullTextStatement.AlterFullTextCatalog n ->
          parts("AlterFullTextCatalog", n.name(), n.action(), n.option());
      case FullTextStatement.CreateStoplist n ->
          parts("CreateStoplist", n.name(), n.fromSystem(), n.source(), n.owner());
      case FullTextStatement.AlterStoplist n ->
          parts("AlterStoplist", n.name(), n.add(), n.word(), n.language());
      case FullTextStatement.CreateSearchPropertyList n ->
          parts("CreateSearchPropertyList", n.name(), n.source(), n.owner());
      case FullTextStatement.AlterSearchPropertyList n ->
          parts("AlterSearchPropertyList", n.name(), n.add(), n.property(), n.options());
    };
  }
}
