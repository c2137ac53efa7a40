package io.hartonomous.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/// The commands, in the order in which the help shows them. A new command is its class and one line
/// here.
///
/// Suppliers, because only the command that was typed is made, unless help or completion asks for
/// all.
final class Verbs {
  static final SequencedMap<String, Supplier<CommandSpec>> ALL = all();

  private Verbs() {}

  private static SequencedMap<String, Supplier<CommandSpec>> all() {
    var verbs = new LinkedHashMap<String, Supplier<CommandSpec>>();
    verbs.put("deploy", () -> new DeployCommand().spec());
    verbs.put("build", () -> new BuildCommand().spec());
    verbs.put("plan", () -> new PlanCommand().spec());
    verbs.put("publish", () -> new PublishCommand().spec());
    verbs.put("test", () -> new TestCommand().spec());
    verbs.put("scaffold", () -> new ScaffoldCommand().spec());
    verbs.put("engine", EngineCommand::spec);
    verbs.put("parse", () -> new ParseCommand().spec());
    verbs.put("format", () -> new FormatCommand().spec());
    verbs.put("ast", () -> new AstCommand().spec());
    verbs.put("completion", () -> new CompletionCommand().spec());
    return verbs;
  }

  /// The command that `args` names, or all of them where it names none.
  static Map<String, Supplier<CommandSpec>> neededFor(String... args) {
    if (args.length > 0 && !args[0].equals("completion") && ALL.containsKey(args[0])) {
      return Map.of(args[0], ALL.get(args[0]));
    }
    return ALL;
  }
}
