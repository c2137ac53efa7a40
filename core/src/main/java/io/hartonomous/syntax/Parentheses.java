package io.hartonomous.syntax;

import java.util.Arrays;

/// Which parenthesis closes which, and which hold queries. Where the answer is not near, all are
/// found in one pass, since rules ask for each of many nested ones.
final class Parentheses {
  /// Tokens that are looked at for one parenthesis before all are looked for.
  private static final int NEAR = 60;

  private final Tokens tokens;
  private int[] closing;

  /// Bit `i` for the parenthesis at token `i`.
  private long[] queries;

  Parentheses(Tokens tokens) {
    this.tokens = tokens;
  }

  /// The index of the parenthesis that closes the one at `open`; that of EOF if none does.
  int match(int open) {
    if (closing == null) {
      int near = near(open);
      if (near > 0) {
        return near;
      }
      closing = match(tokens);
    }
    return closing[open];
  }

  /// The index of the closing parenthesis, 0 if it is not near.
  private int near(int open) {
    int end = Math.min(open + NEAR, tokens.size());
    int depth = 0;
    for (int i = open; i < end; i++) {
      switch (tokens.kind(i)) {
        case LEFT_PARENTHESIS -> depth++;
        case RIGHT_PARENTHESIS -> {
          if (--depth == 0) {
            return i;
          }
        }
        case GO -> {
          return tokens.size() - 1;
        }
        default -> {}
      }
    }
    return 0;
  }

  boolean isQuery(int open) {
    if (queries == null) {
      if (closing == null) {
        closing = match(tokens);
      }
      queries = queries(tokens, closing);
    }
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
