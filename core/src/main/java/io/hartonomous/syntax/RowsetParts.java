package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.Rowset;

/// What rowset functions are made of.
final class RowsetParts {
  private RowsetParts() {}

  static Parts of(Rowset node) {
    return switch (node) {
      case Rowset.OpenRowset n ->
          parts(
              "OpenRowset", n.source(), n.schema(), keyword(n.as(), "AS"), n.alias(), n.columns());
      case Rowset.Source.Provider n ->
          parts("Source.Provider", n.provider(), n.connection(), n.query(), n.object());
      case Rowset.Source.Bulk n -> parts("Source.Bulk", n.files(), n.parenthesised(), n.options());
      case Rowset.Source.Named n -> parts("Source.Named", n.options());
      case Rowset.Source.Internal n -> parts("Source.Internal", n.name(), n.arguments());
      case Rowset.Connection n -> parts("Connection", n.strings());
      case Rowset.BulkOption.Plain n -> parts("BulkOption.Plain", n.option());
      case Rowset.BulkOption.Order n -> parts("BulkOption.Order", n.columns(), n.unique());
      case Rowset.Column n -> parts("Column", n.name(), n.type(), n.collation(), n.source());
      case Rowset.OpenDataSource n ->
          parts("OpenDataSource", n.source(), keyword(n.as(), "AS"), n.alias());
      case Rowset.DataSource n -> parts("DataSource", n.provider(), n.connection(), n.object());
      case Rowset.OpenXml n ->
          parts(
              "OpenXml",
              n.document(),
              n.path(),
              n.flags(),
              n.schema(),
              n.schemaTable(),
              keyword(n.as(), "AS"),
              n.alias());
      case Rowset.FullText n ->
          parts(
              "FullText",
              n.contains(),
              n.table(),
              n.columns(),
              n.text(),
              n.language(),
              n.top(),
              keyword(n.as(), "AS"),
              n.alias());
      case Rowset.SearchColumns n ->
          parts("SearchColumns", keyword(n.all(), "*"), n.names(), n.parenthesised(), n.property());
      case Rowset.Semantic n ->
          parts(
              "Semantic",
              n.kind(),
              n.table(),
              n.columns(),
              n.key(),
              n.matchedColumn(),
              n.matchedKey(),
              keyword(n.as(), "AS"),
              n.alias());
      case Rowset.Changes n ->
          parts(
              "Changes",
              n.table(),
              n.since(),
              n.forceSeek(),
              keyword(n.as(), "AS"),
              n.alias(),
              n.columns());
      case Rowset.Version n ->
          parts(
              "Version",
              n.table(),
              n.keyColumns(),
              n.keyValues(),
              n.forceSeek(),
              keyword(n.as(), "AS"),
              n.alias(),
              n.columns());
      case Rowset.Predict n ->
          parts(
              "Predict",
              n.model(),
              n.data(),
              n.runtime(),
              n.schema(),
              keyword(n.as(), "AS"),
              n.alias());
      case Rowset.VectorSearch n ->
          parts(
              "VectorSearch",
              n.table(),
              n.column(),
              n.vector(),
              n.metric(),
              n.top(),
              keyword(n.forceAnnOnly(), "FORCE_ANN_ONLY"),
              keyword(n.as(), "AS"),
              n.alias());
      case Rowset.Chunks n ->
          parts(
              "Chunks",
              n.source(),
              n.size(),
              n.overlap(),
              n.chunkSetId(),
              keyword(n.as(), "AS"),
              n.alias());
      case Rowset.BuiltIn n ->
          parts("BuiltIn", n.name(), n.arguments(), keyword(n.as(), "AS"), n.alias());
    };
  }
}
