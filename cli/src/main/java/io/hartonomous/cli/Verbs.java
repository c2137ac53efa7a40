package io.hartonomous.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// The commands, in the order in which the help shows them. A new command is its class and one line
/// here.
///
/// Suppliers, because reading the annotations of every command costs more than most commands' own
/// start: only the one that was typed is made, unless help or completion asks for all.
final class Verbs {
  static final SequencedMap<String, Supplier<Object>> ALL = all();

  private Verbs() {}

  private static SequencedMap<String, Supplier<Object>> all() {
    var verbs = new LinkedHashMap<String, Supplier<Object>>();
    verbs.put("completion", CompletionCommand::new);
    return verbs;
  }

  /// The command that `args` names, or all of them where it names none.
  static Map<String, Supplier<Object>> neededFor(String... args) {
    if (args.length > 0 && !args[0].equals("completion") && ALL.containsKey(args[0])) {
      return Map.of(args[0], ALL.get(args[0]));
    }
    return ALL;
  }
}
