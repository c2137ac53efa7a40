package io.hartonomous.bind;

/// The column that a column reference means. `ordinal` is 0-based in the source's relation. `outer`
/// counts the query levels between the reference and the query whose FROM has the source: 0 for the
/// same query.
public record ColumnBinding(TableSource source, Relation.Column column, int ordinal, int outer) {}
