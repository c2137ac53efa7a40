package io.hartonomous.cli;

/// One command of `hart`. An implementation carries picocli's `@Command` with description and
/// examples, and is listed in [Verbs].
public interface Verb {
  /// Does the work. What ends it early is a [CommandFailure]; anything else thrown is a mistake of
  /// the tool.
  ExitCode run(Output output) throws Exception;
}
