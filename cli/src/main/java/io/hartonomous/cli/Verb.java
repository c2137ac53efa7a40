package io.hartonomous.cli;

import picocli.CommandLine.Model.CommandSpec;

/// One command of `hart`. A new one is a class, and a line in [Verbs].
///
/// Flags are described with picocli's model and read from [Flags]. Its annotations would be
/// shorter, but reading them costs every start some 40 ms: the JVM makes a proxy class for each
/// kind, and the AOT cache holds none of them.
public interface Verb {
  /// Flags, parameters, description and examples, begun with [#describe]. Its name comes from where
  /// it is added.
  CommandSpec spec();

  /// Does the work. What ends it early is a [CommandFailure]; anything else thrown is a mistake of
  /// the tool.
  ExitCode run(Flags flags, Output output) throws Exception;

  /// A specification of this command: what it does, in a sentence, and examples, a line each.
  default CommandSpec describe(String description, String... examples) {
    return Verb.explain(CommandSpec.wrapWithoutInspection(this), description, examples);
  }

  /// A specification that only holds others, added with `addSubcommand(name, new Start().spec())`.
  static CommandSpec group(String description, String... examples) {
    return explain(CommandSpec.create(), description, examples);
  }

  private static CommandSpec explain(CommandSpec spec, String description, String... examples) {
    spec.usageMessage()
        // In the order in which they are described: what belongs together stays together.
        .sortOptions(false)
        .description(description)
        .footerHeading("%nExamples:%n")
        .footer(examples);
    return spec;
  }
}
