package io.hartonomous.project;

import java.util.List;

/// What findings have in common when one mistake is behind them. Names are folded, so that equal
/// roots are equal records.
sealed interface CauseRoot {
  record SyntaxErrors(String path) implements CauseRoot {}

  /// A batch that may not stand where it stands; `offset` is where it begins.
  record StrayBatch(String path, int offset) implements CauseRoot {}

  /// Objects that are defined again in the files `paths`, beside those that should keep them.
  record DuplicateObject(List<String> paths) implements CauseRoot {}

  /// A column, constraint or index that has its name twice.
  record DuplicatePart(String name) implements CauseRoot {}

  record MissingObject(String name) implements CauseRoot {}

  record MissingDatabase(String name) implements CauseRoot {}

  record MissingColumn(String table, String column) implements CauseRoot {}

  record MissingPrincipal(String name) implements CauseRoot {}

  record MissingSchema(String name) implements CauseRoot {}

  record MissingType(String name) implements CauseRoot {}

  /// A column name that several tables of a query have.
  record AmbiguousColumn(String path, int offset) implements CauseRoot {}

  /// The same complaint about the same thing, in one file.
  record Same(String path, String id, List<String> about) implements CauseRoot {}
}
