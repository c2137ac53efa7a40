package io.hartonomous.syntax.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The productions from which texts are made, read from a file.
///
/// Shape: `name = alternative | alternative`; a line that begins with a blank goes on with the one
/// before; a line that begins with `#` is a comment. In an alternative `[ x ]` may be left out, `<:
/// x | y :>` groups, `{ x }` is a list with commas, `{+ x }` one without; a word that begins with a
/// small letter is another production; all else stands for itself, in backquotes if it must (`` `a`
/// ``; `¬` is a blank).
final class Grammar {
  /// What an alternative is made of.
  sealed interface Part {
    /// A token as it stands.
    record Text(String text, boolean quoted) implements Part {}

    /// Another production.
    record Name(String name) implements Part {}

    /// One of several; the empty one may be among them.
    record Choice(List<List<Part>> alternatives) implements Part {}

    record Repeated(List<Part> item, boolean commas) implements Part {}
  }

  private final Map<String, Part.Choice> productions = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  static Grammar read(String text) {
    Grammar grammar = new Grammar();
    StringBuilder production = new StringBuilder();
    for (String line : (text + "\nend").split("\n")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        grammar.add(production.toString());
        production.setLength(0);
      }
      production.append(' ').append(line);
    }
    grammar.measure();
    return grammar;
  }

  Part.Choice production(String name) {
    Part.Choice found = productions.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no production " + name);
    }
    return found;
  }

  Iterable<String> names() {
    return productions.keySet();
  }

  private void add(String production) {
    if (production.isBlank()) {
      return;
    }
    String[] tokens = production.strip().split("\\s+");
    if (tokens.length < 3 || !tokens[1].equals("=")) {
      throw new IllegalArgumentException("no production: " + production);
    }
    Reader reader = new Reader(tokens, 2);
    if (productions.put(tokens[0], reader.choice("")) != null) {
      throw new IllegalArgumentException("twice: " + tokens[0]);
    }
  }

  private static final class Reader {
    private final String[] tokens;
    private int at;

    Reader(String[] tokens, int at) {
      this.tokens = tokens;
      this.at = at;
    }

    /// Alternatives up to `end`, which is consumed.
    Part.Choice choice(String end) {
      List<List<Part>> alternatives = new ArrayList<>();
      List<Part> parts = new ArrayList<>();
      while (at < tokens.length && !tokens[at].equals(end)) {
        String token = tokens[at++];
        switch (token) {
          case "|" -> {
            alternatives.add(parts);
            parts = new ArrayList<>();
          }
          case "[" -> {
            List<List<Part>> optional = new ArrayList<>(choice("]").alternatives());
            optional.add(List.of());
            parts.add(new Part.Choice(optional));
          }
          case "<:" -> parts.add(choice(":>"));
          case "{" -> parts.add(new Part.Repeated(List.of(choice("}")), true));
          case "{+" -> parts.add(new Part.Repeated(List.of(choice("}")), false));
          default -> parts.add(part(token));
        }
      }
      if (!end.isEmpty() && at++ >= tokens.length) {
        throw new IllegalArgumentException(end + " is missing: " + String.join(" ", tokens));
      }
      alternatives.add(parts);
      return new Part.Choice(alternatives);
    }

    private static Part part(String token) {
      if (token.startsWith("`")) {
        return new Part.Text(token.substring(1, token.length() - 1).replace('¬', ' '), true);
      }
      return Character.isLowerCase(token.charAt(0))
          ? new Part.Name(token)
          : new Part.Text(token, false);
    }
  }

  // How deep a production goes at least: what is chosen where a text must come to its end.

  private void measure() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, Part.Choice> production : productions.entrySet()) {
        int depth = depth(production.getValue()) + 1;
        if (depth < depths.getOrDefault(production.getKey(), 1_000)) {
          depths.put(production.getKey(), depth);
          changed = true;
        }
      }
    }
    for (String name : productions.keySet()) {
      if (!depths.containsKey(name)) {
        throw new IllegalArgumentException(name + " never ends");
      }
    }
  }

  private int depth(Part part) {
    return switch (part) {
      case Part.Text _ -> 0;
      case Part.Name name -> {
        production(name.name());
        yield depths.getOrDefault(name.name(), 1_000);
      }
      case Part.Choice choice ->
          choice.alternatives().stream().mapToInt(this::depth).min().orElse(0);
      case Part.Repeated repeated -> depth(repeated.item());
    };
  }

  int depth(List<Part> alternative) {
    return alternative.stream().mapToInt(this::depth).max().orElse(0);
  }
}
