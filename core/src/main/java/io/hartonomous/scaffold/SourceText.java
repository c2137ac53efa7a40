package io.hartonomous.scaffold;

/// One file of source code. `path` is relative to the output folder, with `/`.
public record SourceText(String path, String text) {}
