package io.hartonomous.syntax.print;

import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.print.FormatOptions.KeywordCase;
import io.hartonomous.syntax.print.LayoutPlan.Break;
import io.hartonomous.syntax.print.LayoutPlan.Group;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes tokens and comments by a plan: a group that fits on the rest of its line is not broken.
final class Layout {
  private final Tokens tokens;
  private final LayoutPlan plan;
  private final FormatOptions style;
  private final String lineEnd;
  private final StringBuilder out = new StringBuilder();

  /// How many columns the tokens before each would take on one line.
  private final int[] flat;

  /// How many comments that need a line end stand before each token.
  private final int[] lines;

  /// The first token from each on before which a line may be broken.
  private final int[] nextBreak;

  /// The groups that were broken, with the level of the line in which they began.
  private final Map<Group, Integer> broken = new HashMap<>();

  private int level;
  private int column;

  Layout(Tokens tokens, LayoutPlan plan, FormatOptions style, String lineEnd) {
    this.tokens = tokens;
    this.plan = plan;
    this.style = style;
    this.lineEnd = lineEnd;
    int count = tokens.size();
    nextBreak = nextBreaks(plan, count);
    flat = new int[count + 1];
    lines = new int[count + 1];
    for (int i = 0; i < count; i++) {
      int width = tokens.end(i) - tokens.start(i);
      int comments = 0;
      int forced = 0;
      for (Comment comment : Comment.before(tokens, i)) {
        comments += comment.text().length() + 1;
        forced += comment.ownLine() || comment.toEndOfLine() ? 1 : 0;
      }
      flat[i + 1] = flat[i] + width + comments + (glued(i) ? 0 : 1);
      lines[i + 1] = lines[i] + forced;
    }
  }

  private static int[] nextBreaks(LayoutPlan plan, int count) {
    int[] next = new int[count + 1];
    next[count] = count;
    for (int i = count - 1; i >= 0; i--) {
      next[i] = plan.breaks[i] != null ? i : next[i + 1];
    }
    return next;
  }

  String text() {
    List<Group> groups = plan.inOrder();
    Deque<Group> open = new ArrayDeque<>();
    int next = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean end = tokens.kind(i) == TokenKind.EOF;
      boolean newLine = false;
      Break here = plan.breaks[i];
      if (here != null && broken.containsKey(here.group())) {
        newLine = true;
        level = broken.get(here.group()) + here.levels();
      }
      newLine = comments(i, newLine, end);
      if (end) {
        break;
      }
      if (newLine || out.isEmpty()) {
        startLine(i);
      } else if (!glued(i)) {
        put(" ");
      }
      while (next < groups.size() && groups.get(next).from() <= i) {
        Group group = groups.get(next++);
        if (group.hard || !fits(group)) {
          broken.put(group, level);
        }
      }
      put(word(i));
    }
    if (!out.isEmpty()) {
      out.append(lineEnd);
    }
    return out.toString();
  }

  /// What stands behind the group on its line must fit, too: up to the next place for a break.
  private boolean fits(Group group) {
    int width = flat[nextBreak[group.to()]] - flat[group.from()];
    return lines[group.to()] == lines[group.from() + 1] && column + width <= style.width();
  }

  /// Writes the comments before a token; whether the token must begin a line.
  private boolean comments(int token, boolean breaks, boolean end) {
    boolean newLine = breaks;
    int behind = level;
    for (Comment comment : Comment.before(tokens, token)) {
      if (comment.ownLine()) {
        newLine(comment.blankLine());
        put(comment.text());
        newLine = true;
      } else {
        if (!out.isEmpty() && !(newLine && column == 0)) {
          put(" ");
        }
        put(comment.text());
        newLine |= comment.toEndOfLine();
      }
    }
    level = end ? level : behind;
    return newLine;
  }

  private void startLine(int token) {
    if (!out.isEmpty()) {
      newLine(Comment.blankLineBefore(tokens, token));
    }
  }

  private void newLine(boolean blank) {
    if (out.isEmpty()) {
      return;
    }
    out.append(lineEnd);
    if (blank) {
      out.append(lineEnd);
    }
    int blanks = Math.max(0, level) * style.indent();
    out.repeat(' ', blanks);
    column = blanks;
  }

  private void put(String text) {
    out.append(text);
    int last = text.lastIndexOf('\n');
    column = last < 0 ? column + text.length() : text.length() - last - 1;
  }

  private String word(int token) {
    String text = tokens.text(token);
    if (!plan.keyword[token] || style.keywords() == KeywordCase.KEEP) {
      return text;
    }
    return style.keywords() == KeywordCase.UPPER
        ? text.toUpperCase(Locale.ROOT)
        : text.toLowerCase(Locale.ROOT);
  }

  /// Whether no blank stands before a token.
  private boolean glued(int token) {
    if (token == 0 || plan.glued[token]) {
      return true;
    }
    return switch (tokens.kind(token)) {
      case COMMA, SEMICOLON, RIGHT_PARENTHESIS, DOT, DOUBLE_COLON, EOF -> true;
      default ->
          switch (tokens.kind(token - 1)) {
            case LEFT_PARENTHESIS, DOT, DOUBLE_COLON -> true;
            default -> false;
          };
    };
  }

  /// A comment, and how it stands to the tokens around it.
  ///
  /// @param ownLine it is the first on its line
  /// @param toEndOfLine the line ends behind it
  /// @param blankLine an empty line stands before it
  record Comment(String text, boolean ownLine, boolean toEndOfLine, boolean blankLine) {
    /// The comments between a token and the one before it.
    static List<Comment> before(Tokens tokens, int token) {
      String trivia = tokens.trivia(token);
      if (trivia.indexOf('-') < 0 && trivia.indexOf('/') < 0) {
        return List.of();
      }
      List<Comment> comments = new ArrayList<>();
      int ends = token == 0 ? 1 : 0; // the file begins a line
      int at = 0;
      while (at < trivia.length()) {
        char c = trivia.charAt(at);
        if (c == '-' || c == '/') {
          int end = c == '-' ? endOfLine(trivia, at) : endOfBlock(trivia, at);
          String text = trivia.substring(at, end).stripTrailing();
          boolean line = c == '-';
          comments.add(new Comment(text, ends > 0, line, ends > 1));
          at = end;
          ends = 0;
        } else {
          ends +=
              c == '\n' || c == '\r' && (at + 1 >= trivia.length() || trivia.charAt(at + 1) != '\n')
                  ? 1
                  : 0;
          at++;
        }
      }
      return comments;
    }

    /// Whether an empty line stands right before a token.
    static boolean blankLineBefore(Tokens tokens, int token) {
      String trivia = tokens.trivia(token);
      int ends = 0;
      for (int at = trivia.length() - 1;
          at >= 0 && Character.isWhitespace(trivia.charAt(at));
          at--) {
        ends += trivia.charAt(at) == '\n' ? 1 : 0;
      }
      return ends > 1;
    }

    private static int endOfLine(String text, int from) {
      int at = from;
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      return at;
    }

    private static int endOfBlock(String text, int from) {
      int depth = 0;
      int at = from;
      do {
        if (text.startsWith("/*", at)) {
          depth++;
          at += 2;
        } else if (text.startsWith("*/", at)) {
          depth--;
          at += 2;
        } else {
          at++;
        }
      } while (depth > 0 && at < text.length());
      return at;
    }
  }
}
