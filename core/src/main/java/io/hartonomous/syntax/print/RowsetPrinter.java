package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Rowset;
import java.util.List;
import java.util.Optional;

/// Rowset functions.
final class RowsetPrinter {
  private RowsetPrinter() {}

  static void print(Output out, Rowset rowset) {
    switch (rowset) {
      case Rowset.OpenRowset n -> {
        call(out, n).node(n.source()).close().parenthesised("WITH", n.schema());
        alias(out, n.as(), n.alias()).columns(n.columns());
      }
      case Rowset.Source n -> source(out, n);
      case Rowset.Connection n -> {
        out.node(n.strings().getFirst());
        for (Expression.Literal string : n.strings().subList(1, n.strings().size())) {
          out.sign(";").node(string);
        }
      }
      case Rowset.BulkOption.Plain n -> out.node(n.option());
      case Rowset.BulkOption.Order n ->
          out.word("ORDER").parenthesised(n.columns()).flag(n.unique(), "UNIQUE");
      case Rowset.Column n ->
          out.node(n.name()).node(n.type()).optional("COLLATE", n.collation()).optional(n.source());
      case Rowset.OpenDataSource n -> alias(out.node(n.source()), n.as(), n.alias());
      case Rowset.DataSource n -> {
        out.word("OPENDATASOURCE").arguments(List.of(n.provider(), n.connection()));
        out.sign(".").glue().node(n.object());
      }
      case Rowset.OpenXml n -> {
        call(out, n).list(List.of(n.document(), n.path()));
        further(out, n.flags()).close().parenthesised("WITH", n.schema());
        alias(out.optional("WITH", n.schemaTable()), n.as(), n.alias());
      }
      case Rowset.FullText n -> {
        call(out, n).list(List.of(n.table(), n.columns(), n.text()));
        n.language().ifPresent(language -> out.sign(",").word("LANGUAGE").node(language));
        alias(further(out, n.top()).close(), n.as(), n.alias());
      }
      case Rowset.SearchColumns n -> columns(out, n);
      case Rowset.Semantic n -> {
        call(out, n).list(List.of(n.table(), n.columns()));
        further(out, n.key());
        further(out, n.matchedColumn());
        alias(further(out, n.matchedKey()).close(), n.as(), n.alias());
      }
      case Rowset.Changes n -> {
        call(out, n).word("CHANGES").node(n.table()).sign(",").node(n.since());
        forceSeek(out, n.forceSeek());
        alias(out.close(), n.as(), n.alias()).columns(n.columns());
      }
      case Rowset.Version n -> {
        call(out, n).word("VERSION").node(n.table()).sign(",").parenthesised(n.keyColumns());
        out.sign(",").parenthesised(n.keyValues());
        forceSeek(out, n.forceSeek());
        alias(out.close(), n.as(), n.alias()).columns(n.columns());
      }
      case Rowset.Predict n -> {
        call(out, n).word("MODEL =").node(n.model()).sign(",").word("DATA =").node(n.data());
        n.runtime().ifPresent(runtime -> out.sign(",").word("RUNTIME =").node(runtime));
        alias(out.close().parenthesised("WITH", n.schema()), n.as(), n.alias());
      }
      case Rowset.VectorSearch n -> {
        call(out, n).word("TABLE =").node(n.table()).sign(",").word("COLUMN =").node(n.column());
        out.sign(",").word("SIMILAR_TO =").node(n.vector());
        out.sign(",").word("METRIC =").node(n.metric());
        n.top().ifPresent(top -> out.sign(",").word("TOP_N =").node(top));
        out.close().flag(n.forceAnnOnly(), "WITH (FORCE_ANN_ONLY)");
        alias(out, n.as(), n.alias());
      }
      case Rowset.Chunks n -> {
        call(out, n).word("SOURCE =").node(n.source()).sign(",").word("CHUNK_TYPE = FIXED");
        out.sign(",").word("CHUNK_SIZE =").node(n.size());
        n.overlap().ifPresent(overlap -> out.sign(",").word("OVERLAP =").node(overlap));
        n.chunkSetId().ifPresent(id -> out.sign(",").word("ENABLE_CHUNK_SET_ID =").node(id));
        alias(out.close(), n.as(), n.alias());
      }
      case Rowset.BuiltIn n -> {
        out.word("::").glue().node(n.name()).arguments(n.arguments());
        alias(out, n.as(), n.alias());
      }
    }
  }

  private static void source(Output out, Rowset.Source source) {
    switch (source) {
      case Rowset.Source.Provider n -> {
        out.list(List.of(n.provider(), n.connection()));
        further(further(out, n.query()), n.object());
      }
      case Rowset.Source.Bulk n -> {
        out.word("BULK");
        if (n.parenthesised()) {
          out.parenthesised(n.files());
        } else {
          out.list(n.files());
        }
        n.options().forEach(option -> out.sign(",").node(option));
      }
      case Rowset.Source.Named n -> out.list(n.options());
      case Rowset.Source.Internal n -> {
        out.node(n.name());
        n.arguments().forEach(argument -> out.sign(",").node(argument));
      }
    }
  }

  private static void columns(Output out, Rowset.SearchColumns columns) {
    if (columns.property().isPresent()) {
      out.word("PROPERTY").glue().open().list(columns.names());
      further(out, columns.property()).close();
      return;
    }
    if (columns.parenthesised()) {
      out.open();
    }
    out.flag(columns.all(), "*").list(columns.names());
    if (columns.parenthesised()) {
      out.close();
    }
  }

  private static Output call(Output out, Rowset.Table table) {
    return out.word(table.function()).glue().open();
  }

  private static void forceSeek(Output out, boolean forceSeek) {
    if (forceSeek) {
      out.sign(",").word("FORCESEEK");
    }
  }

  /// `, node`, or nothing.
  private static Output further(Output out, Optional<? extends Node> node) {
    return node.isPresent() ? out.sign(",").node(node.get()) : out;
  }

  private static Output alias(Output out, boolean as, Optional<Identifier> alias) {
    return out.flag(as, "AS").optional(alias);
  }
}
