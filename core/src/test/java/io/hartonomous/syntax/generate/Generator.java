package io.hartonomous.syntax.generate;

import io.hartonomous.syntax.generate.Grammar.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Makes valid T-SQL by the productions of `syntax/generate.grammar`: the same seed, the same text.
public final class Generator {
  private static final Grammar GRAMMAR = Grammar.read(resource());

  /// Below this depth the shortest alternatives are taken.
  private static final int MAX_DEPTH = 14;

  private final Random random;
  private final List<Part.Text> tokens = new ArrayList<>();

  private Generator(long seed) {
    random = new Random(seed);
  }

  /// A whole file: batches of statements.
  public static String program(long seed) {
    return text(seed, "program");
  }

  /// One text of a production.
  public static String text(long seed, String production) {
    Generator generator = new Generator(seed);
    generator.write(GRAMMAR.production(production), 0);
    return generator.join();
  }

  private void write(Part part, int depth) {
    switch (part) {
      case Part.Text text -> tokens.add(text);
      case Part.Name name -> write(GRAMMAR.production(name.name()), depth + 1);
      case Part.Choice choice -> choose(choice, depth).forEach(p -> write(p, depth));
      case Part.Repeated repeated -> {
        int count = depth > MAX_DEPTH ? 1 : 1 + Math.min(random.nextInt(4), random.nextInt(4));
        for (int i = 0; i < count; i++) {
          if (i > 0 && repeated.commas()) {
            tokens.add(new Part.Text(",", false));
          }
          repeated.item().forEach(p -> write(p, depth));
        }
      }
    }
  }

  private List<Part> choose(Part.Choice choice, int depth) {
    List<List<Part>> alternatives = choice.alternatives();
    if (depth <= MAX_DEPTH) {
      return alternatives.get(random.nextInt(alternatives.size()));
    }
    List<Part> shortest = alternatives.getFirst();
    for (List<Part> alternative : alternatives) {
      if (GRAMMAR.depth(alternative) < GRAMMAR.depth(shortest)) {
        shortest = alternative;
      }
    }
    return shortest;
  }

  /// Tokens with blanks, line ends and comments between them; `~` is a line end that must be there,
  /// `^` lets what is around it touch.
  private String join() {
    StringBuilder text = new StringBuilder();
    boolean touch = true;
    for (Part.Text part : tokens) {
      String token = part.text();
      switch (part.quoted() ? "" : token) {
        case "~" -> {
          text.append('\n');
          touch = true;
        }
        case "^" -> touch = true;
        default -> {
          if (!touch) {
            text.append(trivia());
          }
          touch = false;
          boolean word =
              !part.quoted() && token.length() > 1 && Character.isUpperCase(token.charAt(0));
          text.append(word && random.nextInt(8) == 0 ? token.toLowerCase(Locale.ROOT) : token);
        }
      }
    }
    return text.append('\n').toString();
  }

  private String trivia() {
    return switch (random.nextInt(40)) {
      case 0 -> "\n  ";
      case 1 -> " /* c /* d */ */ ";
      case 2 -> " -- c\n";
      case 3 -> "\t";
      default -> " ";
    };
  }

  private static String resource() {
    try (InputStream in = Generator.class.getResourceAsStream("/syntax/generate.grammar")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
