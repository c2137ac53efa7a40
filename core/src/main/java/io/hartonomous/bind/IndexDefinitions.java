package io.hartonomous.bind;

import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.TableElement;
import java.util.List;
import java.util.Optional;

/// Indexes, in CREATE TABLE and on their own.
final class IndexDefinitions {
  private IndexDefinitions() {}

  static Index inline(TableElement.Index index, Optional<String> column, ModelContext context) {
    List<IndexColumn> columns =
        index.columns().isEmpty() && column.isPresent() && !index.columnstore()
            ? List.of(new IndexColumn(column.get(), false))
            : ConstraintDefinitions.columns(index.columns());
    Index.IndexKind kind =
        index.columnstore()
            ? Index.IndexKind.COLUMNSTORE
            : index.hash() ? Index.IndexKind.HASH : Index.IndexKind.ROWSTORE;
    return new Index(
        index.name().value(),
        kind,
        index.unique(),
        index.clustered().orElse(false),
        columns,
        ColumnDefinitions.names(index.include()),
        index.where().map(context::text),
        options(index.options(), kind),
        index.on().flatMap(TableDefinitions::placement));
  }

  static Index index(IndexStatement.CreateIndex s, ModelContext context) {
    Index.IndexKind kind = s.columnstore() ? Index.IndexKind.COLUMNSTORE : Index.IndexKind.ROWSTORE;
    return new Index(
        s.name().value(),
        kind,
        s.unique(),
        s.clustered().orElse(false),
        ConstraintDefinitions.columns(s.columns()),
        ColumnDefinitions.names(s.include()),
        s.where().map(context::text),
        options(s.options(), kind),
        s.on().flatMap(TableDefinitions::placement));
  }

  static IndexOptions options(List<OptionNode.Option> options) {
    return options(options, Index.IndexKind.ROWSTORE);
  }

  private static IndexOptions options(List<OptionNode.Option> options, Index.IndexKind kind) {
    // COLUMNSTORE is what a columnstore index has where nothing is said.
    String compression =
        Options.word(options, "DATA_COMPRESSION")
            .filter(word -> kind != Index.IndexKind.COLUMNSTORE || !word.equals("COLUMNSTORE"))
            .orElse("NONE");
    return new IndexOptions(
        Options.number(options, "FILLFACTOR").orElse(0),
        Options.isOn(options, "PAD_INDEX"),
        Options.isOn(options, "IGNORE_DUP_KEY"),
        Options.isOn(options, "STATISTICS_NORECOMPUTE"),
        Options.is(options, "ALLOW_ROW_LOCKS", true),
        Options.is(options, "ALLOW_PAGE_LOCKS", true),
        Options.isOn(options, "OPTIMIZE_FOR_SEQUENTIAL_KEY"),
        compression,
        false);
  }
}
