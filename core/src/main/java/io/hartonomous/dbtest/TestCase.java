package io.hartonomous.dbtest;

/// One database test: what stands after a line `-- test: NAME` up to the next such line or the end
/// of the file.
///
/// `file` as the user knows it; `line` is the 1-based line of the comment; `sql` begins with that
/// line, so that an error's line counts from it.
public record TestCase(String file, String name, int line, String sql) {}
