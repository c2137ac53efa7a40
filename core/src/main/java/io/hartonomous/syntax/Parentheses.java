package io.hartonomous.syntax;

import java.util.Arrays;

/// Which parenthesis closes which, and which hold queries: found in one pass, since a rule asks for
/// each of many nested ones.
final class Parentheses {
  private final int[] closing;

  /// Bit `i` for the parenthesis at token `i`.
  private final long[] queries;

  Parentheses(Tokens tokens) {
    closing = match(tokens);
    queries = queries(tokens, closing);
  }

  /// The index of the parenthesis that closes the one at `open`; that of EOF if none does.
  int match(int open) {
    return closing[open];
  }

  boolean isQuery(int open) {
    return (queries[open >> 6] & 1L << open) != 0;
  }

  private static int[] match(Tokens tokens) {
    int count = tokens.size();
    int[] found = new int[count];
    int[] stack = new int[64];
    int height = 0;
    for (int i = 0; i < count; i++) {
      switch (tokens.kind(i)) {
        case LEFT_PARENTHESIS -> {
          if (height == stack.length) {
            stack = Arrays.copyOf(stack, height * 2);
          }
          stack[height++] = i;
          found[i] = count - 1;
        }
        case RIGHT_PARENTHESIS -> {
          if (height > 0) {
            found[stack[--height]] = i;
          }
        }
        case GO -> height = 0; // an open parenthesis ends with its batch
        default -> {}
      }
    }
    return found;
  }

  /// From the inside out: one more pair of parentheses is a query's if what follows the inner one
  /// goes on with a query.
  private static long[] queries(Tokens tokens, int[] closing) {
    int count = tokens.size();
    long[] found = new long[(count >> 6) + 1];
    for (int i = count - 2; i >= 0; i--) {
      if (tokens.kind(i) != TokenKind.LEFT_PARENTHESIS) {
        continue;
      }
      boolean query =
          switch (tokens.kind(i + 1)) {
            case SELECT -> true;
            case LEFT_PARENTHESIS ->
                (found[i + 1 >> 6] & 1L << i + 1) != 0
                    && goesOn(tokens.kind(Math.min(closing[i + 1] + 1, count - 1)));
            default -> false;
          };
      if (query) {
        found[i >> 6] |= 1L << i;
      }
    }
    return found;
  }

  private static boolean goesOn(TokenKind kind) {
    return switch (kind) {
      case UNION, EXCEPT, INTERSECT, ORDER -> true;
      default -> false;
    };
  }
}
