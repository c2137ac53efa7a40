package io.hartonomous.project;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The properties of a project file while it is read: `$(Name)` in values, and the conditions `'a'
/// == 'b'` and `'a' != 'b'`, joined by `And` or `Or`.
final class BuildProperties {
  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String place;
  private final Predicate<String> exists;

  BuildProperties(String place, Predicate<String> exists) {
    this.place = place;
    this.exists = exists;
  }

  void set(String name, String value) {
    values.put(name, value);
  }

  Map<String, String> values() {
    return values;
  }

  /// Puts the values of properties in; unknown ones are empty, as in MSBuild.
  String expand(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      int start = text.indexOf("$(", at);
      int end = start < 0 ? -1 : text.indexOf(')', start);
      if (end < 0) {
        return out.append(text, at, text.length()).toString();
      }
      out.append(text, at, start).append(values.getOrDefault(text.substring(start + 2, end), ""));
      at = end + 1;
    }
  }

  boolean holds(ProjectXml.Element element) throws ProjectException {
    String condition = element.attribute("Condition").orElse("").strip();
    return condition.isEmpty() || or(condition, element);
  }

  private boolean or(String condition, ProjectXml.Element element) throws ProjectException {
    boolean result = false;
    for (String part : condition.split("(?i)\\s+or\\s+")) {
      result |= and(part, element);
    }
    return result;
  }

  private boolean and(String condition, ProjectXml.Element element) throws ProjectException {
    boolean result = true;
    for (String part : condition.split("(?i)\\s+and\\s+")) {
      result &= comparison(part.strip(), element);
    }
    return result;
  }

  private boolean comparison(String part, ProjectXml.Element element) throws ProjectException {
    String text = part;
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    boolean negated = text.startsWith("!") && !text.startsWith("!=");
    if (negated) {
      text = text.substring(1).strip();
    }
    int equal = text.indexOf("==");
    int unequal = text.indexOf("!=");
    if (equal >= 0 || unequal >= 0) {
      int at = equal >= 0 ? equal : unequal;
      boolean same =
          operand(text.substring(0, at)).equalsIgnoreCase(operand(text.substring(at + 2)));
      return negated ^ (equal >= 0) == same;
    }
    if (text.regionMatches(true, 0, "Exists(", 0, 7) && text.endsWith(")")) {
      return negated ^ exists.test(operand(text.substring(7, text.length() - 1)));
    }
    String value = operand(text);
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return negated ^ value.equalsIgnoreCase("true");
    }
    throw new ProjectException(
        place + "(" + element.line() + ")",
        "has a condition that is not understood: " + part,
        "write it as '$(Name)' == 'value', or take the condition away");
  }

  private String operand(String text) {
    String value = text.strip();
    if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
      value = value.substring(1, value.length() - 1);
    }
    return expand(value);
  }
}
