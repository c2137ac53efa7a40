package io.hartonomous.engine.interpret;

import java.util.LinkedHashMap;
import java.util.Map;

/// The programs that a session keeps, by text: a batch that comes again is neither parsed nor bound
/// again.
final class Programs {
  private static final int LIMIT = 400;
  private static final int LONGEST = 200_000;

  private record Key(String text, boolean quotedIdentifier, boolean module) {}

  private final Map<Key, Program> programs =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Program> eldest) {
          return size() > LIMIT;
        }
      };

  /// `identity` of a batch holds the names of its parameters, so that equal texts with other
  /// parameters do not meet.
  Program batch(String text, boolean quotedIdentifier, String identity) {
    Key key = new Key(identity.isEmpty() ? text : identity + "\0" + text, quotedIdentifier, false);
    Program known = programs.get(key);
    if (known != null) {
      return known;
    }
    Program program = Program.batch(text, quotedIdentifier);
    if (text.length() <= LONGEST && program.isWorthKeeping()) {
      programs.put(key, program);
    }
    return program;
  }

  Program module(String definition, boolean quotedIdentifier) {
    return programs.computeIfAbsent(
        new Key(definition, quotedIdentifier, true),
        k -> Program.module(k.text(), k.quotedIdentifier()));
  }
}
