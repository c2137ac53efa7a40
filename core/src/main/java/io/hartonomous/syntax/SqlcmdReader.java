package io.hartonomous.syntax;

import io.hartonomous.syntax.SqlcmdItem.Broken;
import io.hartonomous.syntax.SqlcmdItem.Go;
import io.hartonomous.syntax.SqlcmdItem.Include;
import io.hartonomous.syntax.SqlcmdItem.OnError;
import io.hartonomous.syntax.SqlcmdItem.SetVariable;
import io.hartonomous.syntax.SqlcmdItem.Text;
import io.hartonomous.syntax.SqlcmdItem.Unsupported;
import io.hartonomous.syntax.SqlcmdItem.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a script as sqlcmd does: line by line, commands and GO at the beginning of a line, unless
/// it begins inside a string, a quoted name or a comment. A word behind a colon that is no command
/// is T-SQL.
///
/// Source: Microsoft Learn, "sqlcmd - Use with scripting variables", "SQL Server utilities
/// statements - GO"; in the details, what DacFx takes and refuses.
public final class SqlcmdReader {
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "OUT",
          "ERROR",
          "CONNECT",
          "QUIT",
          "EXIT",
          "RESET",
          "LIST",
          "LISTVAR",
          "ED",
          "HELP",
          "SERVERLIST",
          "PERFTRACE",
          "XML");
  private static final String UNCLOSED_QUOTE = "the quote has no end";

  private final String text;
  private final List<SqlcmdItem> items = new ArrayList<>();
  private List<Variable> variables = new ArrayList<>();
  private int pos;

  /// Where the T-SQL begins that is not an item yet.
  private int plain;

  /// Where the T-SQL of this line begins, behind blanks and comments; -1 before it.
  private int run;

  /// Ends the reading; what is wrong is the last item.
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Broken broken;

    Unreadable(int from, int to, String problem) {
      super(problem, null, false, false);
      broken = new Broken(from, to, problem);
    }
  }

  private SqlcmdReader(String text) {
    this.text = text;
  }

  public static List<SqlcmdItem> read(String text) {
    SqlcmdReader reader = new SqlcmdReader(text);
    try {
      while (reader.pos < text.length()) {
        reader.line();
      }
      reader.plainUntil(text.length());
    } catch (Unreadable e) {
      reader.items.add(e.broken);
    }
    return List.copyOf(reader.items);
  }

  private void line() throws Unreadable {
    int start = pos;
    skipBlanks();
    if (at(':') && Character.isLetter(charAt(pos + 1))) {
      if (command(start)) {
        return;
      }
    } else if (atGo()) {
      plainUntil(start);
      go();
      return;
    }
    sql();
  }

  private void plainUntil(int end) {
    if (end > plain) {
      items.add(new Text(plain, end, variables));
      variables = new ArrayList<>();
    }
  }

  // Commands.

  /// False where the word is no command: then the line is T-SQL.
  private boolean command(int start) throws Unreadable {
    int colon = pos;
    int end = pos + 1;
    while (Character.isLetter(charAt(end))) {
      end++;
    }
    String word = Words.upper(text.substring(colon + 1, end));
    boolean blank = end == text.length() || Character.isWhitespace(text.charAt(end));
    if (word.equals("ON") && text.regionMatches(true, end, " error", 0, 6)) {
      return onError(start, colon, end + 6);
    }
    if (UNSUPPORTED.contains(word)) {
      plainUntil(start);
      pos = colon;
      toNextLine();
      add(new Unsupported(colon, pos, text.substring(colon, end)));
      return true;
    }
    if (!blank || !word.equals("R") && !word.equals("SETVAR")) {
      return false;
    }
    plainUntil(start);
    pos = end;
    if (word.equals("R")) {
      include(start);
    } else {
      setVariable(start);
    }
    return true;
  }

  private boolean onError(int start, int colon, int end) throws Unreadable {
    if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      return false;
    }
    plainUntil(start);
    pos = end;
    String mode = argument().orElseThrow(this::nothingHere);
    if (!mode.equalsIgnoreCase("exit") && !mode.equalsIgnoreCase("ignore")) {
      throw unreadable(pos - mode.length(), pos);
    }
    endOfCommand();
    add(new OnError(colon, pos, mode.equalsIgnoreCase("exit")));
    return true;
  }

  private void include(int start) throws Unreadable {
    String argument = argument().orElseThrow(this::nothingHere);
    int from = pos - argument.length();
    boolean quoted = argument.startsWith("\"");
    List<Variable> inName = new ArrayList<>();
    for (int i = from; !quoted && i < pos; i++) {
      if (variableAt(i)) {
        inName.add(variable(i));
        i = inName.getLast().to() - 1;
      }
    }
    endOfCommand();
    String file =
        quoted ? argument.substring(1, argument.length() - 1).replace("\"\"", "\"") : argument;
    add(new Include(start, pos, file, quoted ? from + 1 : from, inName));
  }

  private void setVariable(int start) throws Unreadable {
    skipBlanks();
    if (atLineEnd()) {
      throw nothingHere();
    }
    int from = pos;
    if (!isNameStart(charAt(pos))) {
      throw unreadable(from);
    }
    while (isNamePart(charAt(pos))) {
      pos++;
    }
    String name = text.substring(from, pos);
    Optional<String> value = argument();
    endOfCommand();
    add(
        new SetVariable(
            start, pos, name, value.map(v -> v.startsWith("\"") ? v : "\"" + v + "\"")));
  }

  private void go() throws Unreadable {
    int from = pos;
    pos += 2;
    Optional<String> argument = argument();
    int count = 1;
    if (argument.isPresent()) {
      int start = pos - argument.get().length();
      if (!argument.get().chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw unreadable(start, pos);
      }
      try {
        count = Integer.parseInt(argument.get());
      } catch (NumberFormatException _) {
        throw unreadable(start, pos); // more than an int holds
      }
    }
    endOfCommand();
    add(new Go(from, pos, count));
  }

  private boolean atGo() {
    if (!text.regionMatches(true, pos, "GO", 0, 2)) {
      return false;
    }
    int end = pos + 2;
    return end == text.length()
        || Character.isWhitespace(text.charAt(end))
        || text.startsWith("--", end)
        || text.startsWith("/*", end);
  }

  /// The next word of a command's line, with its quotes where it has them; empty at the end.
  private Optional<String> argument() throws Unreadable {
    skipBlanks();
    if (atLineEnd() || text.startsWith("--", pos)) {
      return Optional.empty();
    }
    int from = pos;
    if (at('"')) {
      skipQuoted('"', from, false);
      if (pos < text.length() && !Character.isWhitespace(text.charAt(pos))) {
        throw unreadable(from);
      }
      return Optional.of(text.substring(from, pos));
    }
    while (pos < text.length() && !Character.isWhitespace(text.charAt(pos))) {
      if (at('"')) {
        throw new Unreadable(from, pos + 1, UNCLOSED_QUOTE);
      }
      pos++;
    }
    return Optional.of(text.substring(from, pos));
  }

  /// Nothing but a comment may follow on the line.
  private void endOfCommand() throws Unreadable {
    skipBlanks();
    if (!atLineEnd() && !text.startsWith("--", pos)) {
      throw unreadable(pos);
    }
    toNextLine();
  }

  private void add(SqlcmdItem item) {
    items.add(item);
    plain = pos;
  }

  // T-SQL.

  /// The rest of a line, and of those that begin inside a string, a name or a comment of it.
  private void sql() throws Unreadable {
    run = -1;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '\n' || c == '\r') {
        toNextLine();
        return;
      } else if (text.startsWith("--", pos)) {
        toLineEnd();
      } else if (text.startsWith("/*", pos)) {
        comment();
        run = pos;
      } else if (Character.isWhitespace(c)) {
        pos++;
      } else {
        run = run < 0 ? pos : run;
        switch (c) {
          case '\'', '"' -> skipQuoted(c, run, true);
          case '[' -> skipQuoted(']', run, true);
          default -> word();
        }
      }
    }
  }

  private void word() throws Unreadable {
    if (variableAt(pos)) {
      variables.add(variable(pos));
      pos = variables.getLast().to();
    } else {
      pos++;
    }
  }

  /// From an opening quote to behind its closing one, which stands doubled inside.
  private void skipQuoted(char close, int blame, boolean inSql) throws Unreadable {
    pos++;
    while (pos < text.length()) {
      if (at(close)) {
        pos++;
        if (!at(close)) {
          return;
        }
        pos++;
      } else if (inSql) {
        word();
      } else {
        pos++;
      }
    }
    throw new Unreadable(blame, pos, UNCLOSED_QUOTE);
  }

  /// Comments nest.
  private void comment() throws Unreadable {
    int from = pos;
    int depth = 0;
    do {
      if (text.startsWith("/*", pos)) {
        depth++;
        pos += 2;
      } else if (text.startsWith("*/", pos)) {
        depth--;
        pos += 2;
      } else if (pos >= text.length()) {
        throw new Unreadable(from, from + 2, "the comment has no end");
      } else {
        pos++;
      }
    } while (depth > 0);
  }

  private boolean variableAt(int offset) {
    return text.startsWith("$(", offset);
  }

  private Variable variable(int from) throws Unreadable {
    int end = from + 2;
    if (isNameStart(charAt(end))) {
      while (isNamePart(charAt(end))) {
        end++;
      }
    }
    if (end == from + 2 || charAt(end) != ')') {
      throw unreadable(from, Math.min(end + 1, text.length()));
    }
    return new Variable(from, end + 1, text.substring(from + 2, end));
  }

  // Characters.

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || c >= '0' && c <= '9' || c == '-';
  }

  private char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\0';
  }

  private boolean at(char c) {
    return pos < text.length() && text.charAt(pos) == c;
  }

  private boolean atLineEnd() {
    return pos == text.length() || at('\n') || at('\r');
  }

  private void skipBlanks() {
    while (!atLineEnd() && Character.isWhitespace(text.charAt(pos))) {
      pos++;
    }
  }

  private void toLineEnd() {
    while (!atLineEnd()) {
      pos++;
    }
  }

  private void toNextLine() {
    toLineEnd();
    if (pos < text.length()) {
      pos += text.startsWith("\r\n", pos) ? 2 : 1;
    }
  }

  private Unreadable nothingHere() {
    return new Unreadable(pos, pos, "something is missing here");
  }

  private Unreadable unreadable(int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return unreadable(from, end);
  }

  private Unreadable unreadable(int from, int to) {
    return new Unreadable(
        from, to, "'" + text.substring(from, to).stripTrailing() + "' cannot be understood here");
  }
}
