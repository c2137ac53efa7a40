package io.hartonomous.engine.translate;

import java.util.Map;

/// The texts of errors, in our words, by SQL Server's numbers. `{0}` and so on stand for arguments.
public final class ErrorText {
  private record Entry(int severity, String text) {}

  private static final Map<Integer, Entry> ALL =
      Map.ofEntries(
          e(102, 15, "Incorrect syntax near {0}."),
          e(137, 15, "The scalar variable {0} is not declared."),
          e(141, 15, "A SELECT that assigns variables cannot return columns as well."),
          e(174, 15, "The function {0} takes {1} argument(s)."),
          e(195, 15, "{0} is not a built-in function that is known here."),
          e(201, 16, "The procedure or function {0} needs the parameter {1}, which was not given."),
          e(206, 16, "The types do not go together: {0} and {1}."),
          e(207, 16, "There is no column {0}."),
          e(208, 16, "There is no object {0}."),
          e(214, 16, "The parameter {0} must be of type {1}."),
          e(220, 16, "The value {1} does not fit into data type {0}: arithmetic overflow."),
          e(232, 16, "The value {1} does not fit into type {0}: arithmetic overflow."),
          e(235, 16, "Text cannot be converted to money: it is not written as an amount."),
          e(241, 16, "Text cannot be converted to a date or time: it is not written as one."),
          e(242, 16, "The conversion from {0} to {1} gave a value out of range."),
          e(244, 16, "The {0} value ''{1}'' overflows a column of {2}: use a wider integer."),
          e(245, 16, "The {0} value ''{1}'' cannot be converted to data type {2}."),
          e(248, 16, "The {0} value ''{1}'' overflows an int column."),
          e(257, 16, "An implicit conversion from {0} to {1} is not allowed: use CONVERT."),
          e(264, 16, "The column {0} is set more than once in one SET or INSERT."),
          e(271, 16, "The column {0} cannot be changed: it is computed, or comes from UNION."),
          e(272, 16, "A timestamp column cannot be updated."),
          e(273, 16, "A timestamp column takes no explicit value: leave it out, or say DEFAULT."),
          e(281, 16, "{0} is no style that {1} can be converted to text with."),
          e(
              289,
              16,
              "Some arguments of the function that builds a {0} have values that no {0} has."),
          e(295, 16, "Text cannot be converted to smalldatetime."),
          e(296, 16, "The conversion to smalldatetime gave a value out of range."),
          e(306, 16, "Values of text, ntext and image can only be compared by IS NULL and LIKE."),
          e(402, 16, "The data types {0} and {1} cannot be used together in the operator {2}."),
          e(403, 16, "The operator {1} cannot be used with data type {0}."),
          e(468, 16, "The collations {0} and {1} conflict in {2}."),
          e(506, 16, "The escape character ''{0}'' of LIKE is not one character."),
          e(512, 16, "A subquery gave more than one value where one value is needed."),
          e(
              515,
              16,
              "NULL cannot be put into column ''{0}'' of table ''{1}'': it allows no NULL. {2}"
                  + " fails."),
          e(517, 16, "Adding to a value of type {0} gave a value out of range."),
          e(529, 16, "There is no conversion from {0} to {1}."),
          e(
              535,
              16,
              "The difference of the two dates is too large for DATEDIFF: use a larger unit or"
                  + " DATEDIFF_BIG."),
          e(536, 16, "The length given to {0} is not valid."),
          e(537, 16, "The length given to {0} is not valid."),
          e(
              544,
              16,
              "Table ''{0}'' takes no explicit value for its identity column while IDENTITY_INSERT"
                  + " is OFF."),
          e(
              545,
              16,
              "The identity column of table ''{0}'' needs an explicit value while IDENTITY_INSERT"
                  + " is ON."),
          e(
              547,
              16,
              "The {0} statement conflicted with the {1} constraint \"{2}\". The conflict occurred"
                  + " in database \"{3}\", table \"{4}\"{5}."),
          e(
              1205,
              13,
              "The transaction of process {0} was in a deadlock and was chosen to be rolled back."
                  + " Run it again."),
          e(1222, 16, "The lock was not granted within the lock timeout."),
          e(
              1505,
              16,
              "The unique index ''{1}'' on ''{0}'' cannot be made: there are duplicate keys. The"
                  + " duplicate key is {2}."),
          e(
              2601,
              14,
              "A duplicate key cannot be inserted into object ''{0}'' with unique index ''{1}''."
                  + " The duplicate key value is {2}."),
          e(
              2627,
              14,
              "Violation of {0} constraint ''{1}''. A duplicate key cannot be inserted into object"
                  + " ''{2}''. The duplicate key value is {3}."),
          e(
              2628,
              16,
              "The value for column ''{1}'' of table ''{0}'' is too long and would be truncated."
                  + " Truncated value: ''{2}''."),
          e(3623, 16, "A mathematical function got an argument outside its domain."),
          e(3609, 16, "The transaction ended in the trigger. The batch was stopped."),
          e(
              3960,
              16,
              "The snapshot transaction was stopped: another transaction changed the same rows"
                  + " first."),
          e(8114, 16, "{0} cannot be converted to {1}."),
          e(8115, 16, "Arithmetic overflow when {0} is converted to data type {1}."),
          e(8134, 16, "Divide by zero."),
          e(8152, 16, "Text or binary data would be truncated."),
          e(8169, 16, "Text cannot be converted to uniqueidentifier."),
          e(
              8672,
              16,
              "MERGE would change or delete one row of the target more than once: a target row"
                  + " matches several source rows."),
          e(9812, 16, "The time zone is not valid: it is written +hh:mm or -hh:mm, up to 14:00."),
          e(9828, 16, "The second and the third argument of TRANSLATE must be of the same length."),
          e(9420, 16, "XML parsing: illegal character."),
          e(
              13535,
              16,
              "The data of system-versioned table ''{0}'' was changed by a later transaction: the"
                  + " period would end before it starts."),
          e(13536, 16, "The GENERATED ALWAYS column of table ''{0}'' takes no explicit value."),
          e(13537, 16, "The GENERATED ALWAYS column of table ''{0}'' cannot be updated."),
          e(13607, 16, "The JSON path is not well formed: unexpected ''{0}'' at position {1}."),
          e(13608, 16, "The property is not there on the strict JSON path."),
          e(13609, 16, "The JSON text is not well formed: unexpected ''{0}'' at position {1}."),
          e(13611, 16, "The value that the JSON path leads to is no object and no array."),
          e(13621, 16, "The JSON path of JSON_MODIFY with append does not lead to an array."),
          e(13623, 16, "The strict JSON path leads to no scalar value."),
          e(13624, 16, "The strict JSON path leads to no object and no array."),
          e(13625, 16, "The value on the strict JSON path is too long."),
          e(42202, 16, "''{0}'' is no metric of vectors: use cosine, euclidean or dot."),
          e(42203, 16, "Vectors of {0} and {1} dimensions cannot be compared."),
          e(42204, 16, "The vector must have {0} dimensions; it has {1}."),
          e(
              42222,
              16,
              "The text is not an array of numbers in JSON and cannot be converted to a vector."),
          e(SqlError.UNSUPPORTED, 16, "Not supported by the embedded engine: {0}."),
          e(
              49901,
              16,
              "The embedded engine cannot store the character U+0000 or half of a surrogate pair in"
                  + " text."));

  private ErrorText() {}

  private static Map.Entry<Integer, Entry> e(int number, int severity, String text) {
    return Map.entry(number, new Entry(severity, text.replace("''", "'")));
  }

  public static boolean isKnown(int number) {
    return ALL.containsKey(number);
  }

  public static int severity(int number) {
    Entry entry = ALL.get(number);
    return entry == null ? 16 : entry.severity();
  }

  public static String text(int number, Object... arguments) {
    Entry entry = ALL.get(number);
    if (entry == null) {
      throw new IllegalArgumentException("no text for error " + number);
    }
    String text = entry.text();
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}') {
        int index = text.charAt(i + 1) - '0';
        result.append(index < arguments.length ? String.valueOf(arguments[index]) : "");
        i += 2;
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }
}
