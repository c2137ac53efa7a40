package io.hartonomous.model;

/// A key column of an index or of a key constraint.
public record IndexColumn(String name, boolean descending) {}
