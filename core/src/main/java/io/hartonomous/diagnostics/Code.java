package io.hartonomous.diagnostics;

import static io.hartonomous.diagnostics.Severity.ERROR;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every finding there is. The name says the problem, not the cure. A number is never used twice.
///
/// `SQLnnnnn` is the reference compiler's id of the same finding; `HRTnnnn` is our own. Each code
/// has an example that provokes it: `core/src/test/resources/diagnostics/ID.sql`, or a folder `ID/`
/// (`DiagnosticExamplesTest` fails without).
public enum Code {
  // Syntax: ids of the reference compiler.
  EXPECTED_WORD("SQL46005", ERROR, "found {0}, expected {1}", ""),
  UNEXPECTED_TOKEN("SQL46010", ERROR, "found {0}, expected {1}", ""),
  COLUMN_WITHOUT_TABLE(
      "SQL46016",
      ERROR,
      "{0} leaves out the table between two dots",
      "write the table's name or alias before the column"),
  UNEXPECTED_END("SQL46029", ERROR, "the file ends where {0} is expected", ""),
  UNCLOSED_STRING(
      "SQL46030", ERROR, "the string that begins here is never closed", "close it with '"),
  UNCLOSED_IDENTIFIER(
      "SQL46031", ERROR, "the quoted name that begins here is never closed", "close it with {0}"),
  UNCLOSED_COMMENT(
      "SQL46032",
      ERROR,
      "the comment that begins in line {0} is never closed",
      "close it with */ (comments nest)"),
  MERGE_WITHOUT_SEMICOLON("SQL46097", ERROR, "MERGE must end with a semicolon", "write ; after it"),

  // Syntax: our own.
  UNSUPPORTED_STATEMENT(
      "HRT1001",
      ERROR,
      "{0} is not supported yet",
      "take it out of the build, or run it in a deployment script"),
  NESTED_TOO_DEEPLY(
      "HRT1002", ERROR, "more than {0} levels of nesting", "split the expression or the statement"),
  UNSUPPORTED_SYNTAX("HRT1003", ERROR, "{0} is not supported yet", "");

  private static final Map<String, Code> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Code::id, Function.identity()));

  private final String id;
  private final Severity severity;
  private final String message;
  private final String hint;

  Code(String id, Severity severity, String message, String hint) {
    this.id = id;
    this.severity = severity;
    this.message = message;
    this.hint = hint;
  }

  public static Optional<Code> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  public String message() {
    return message;
  }

  /// What to do, a template like the message; empty where the message says it all.
  public String hint() {
    return hint;
  }
}
