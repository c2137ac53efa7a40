package io.hartonomous.diagnostics;

import static io.hartonomous.diagnostics.Severity.ERROR;
import static io.hartonomous.diagnostics.Severity.WARNING;

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
  CONSTRAINT_OF_COMPUTED_COLUMN(
      "SQL46011",
      ERROR,
      "the computed column {0} is not PERSISTED, so it can only be a key",
      "write PERSISTED after its expression"),
  VALUES_OF_NEW_TABLE(
      "SQL46013",
      ERROR,
      "WITH VALUES says nothing in CREATE TABLE",
      "leave it out: it belongs to ALTER TABLE ... ADD"),
  UNKNOWN_PROCEDURE_OPTION("SQL46006", ERROR, "{0} is no option of a procedure", ""),
  UNKNOWN_TRIGGER_OPTION("SQL46007", ERROR, "{0} is no option of a trigger", ""),
  TYPE_WITHOUT_LENGTH("SQL46008", ERROR, "{0} takes no length", "leave out the parentheses"),
  TOO_MANY_TYPE_ARGUMENTS("SQL46009", ERROR, "{0} does not take two numbers", ""),
  REPEATED_DEFAULT("SQL46012", ERROR, "the column has a default already", "leave one of them out"),
  DEFAULT_FOR_COLUMN(
      "SQL46014",
      ERROR,
      "DEFAULT ... FOR belongs to ALTER TABLE",
      "write the default beside its column"),
  UNKNOWN_STATISTICS_OPTION("SQL46018", ERROR, "{0} is no option of CREATE STATISTICS", ""),
  UNKNOWN_UPDATE_STATISTICS_OPTION("SQL46020", ERROR, "{0} is no option of UPDATE STATISTICS", ""),
  PREFIXED_NAME(
      "SQL46021",
      ERROR,
      "{0} names a database or a server",
      "name schema and object: it is made in the current database"),
  UNKNOWN_TABLE_HINT("SQL46022", ERROR, "{0} is no table hint", ""),
  UNKNOWN_VIEW_OPTION("SQL46025", ERROR, "{0} is no option of a view", ""),
  UNKNOWN_FUNCTION_OPTION("SQL46026", ERROR, "{0} is no option of a function", ""),
  OUTPUT_PARAMETER_OF_FUNCTION(
      "SQL46039",
      ERROR,
      "{0} is a parameter of a function and cannot be OUTPUT",
      "return the value"),
  INSERT_OF_MATCHED(
      "SQL46040", ERROR, "WHEN {0} cannot INSERT", "only WHEN NOT MATCHED [BY TARGET] inserts"),
  CHANGE_OF_UNMATCHED("SQL46041", ERROR, "WHEN NOT MATCHED cannot {0}", "it can only INSERT"),
  REPEATED_IDENTITY("SQL46043", ERROR, "the column is IDENTITY already", "leave one of them out"),
  ORDER_WITHOUT_TOP(
      "SQL46047",
      ERROR,
      "ORDER BY of a view, a subquery or a common table expression needs TOP, OFFSET or FOR XML",
      "order where the rows are read"),
  UNNAMED_AFTER_NAMED(
      "SQL46089", ERROR, "after an argument with a name all must have one", "write @name = value"),
  REPEATED_EVENT("SQL46090", ERROR, "the trigger has {0} already", ""),
  COLUMN_WITHOUT_TABLE(
      "SQL46016",
      ERROR,
      "{0} leaves out the table between two dots",
      "write the table's name or alias before the column"),
  ODBC_WITHOUT_JOIN("SQL46035", ERROR, "the escape 'oj' holds no join with ON", ""),
  SUBQUERY_AS_ARGUMENT("SQL46098", ERROR, "no query may stand here", "use a variable"),
  OPTIONS_MISSING("SQL46144", ERROR, "{0} needs {1}", ""),
  DUPLICATE_OPTION("SQL46049", ERROR, "{0} stands here already", "leave one of them out"),
  UNKNOWN_OLD_INDEX_OPTION("SQL46015", ERROR, "{0} is no option of an index", ""),
  UNIT_OF_SAMPLE("SQL46019", ERROR, "{0} is no unit of SAMPLE", "write PERCENT or ROWS"),
  INDEX_WITHOUT_TABLE(
      "SQL46027", ERROR, "{0} does not say whose index it is", "write DROP INDEX name ON table"),
  STATISTICS_WITHOUT_TABLE(
      "SQL46038", ERROR, "{0} does not say whose statistics it is", "write table.name"),
  INDEX_OPTION_ELSEWHERE("SQL46057", ERROR, "{0} is no option of this statement", ""),
  FILTER_NOT_CONSTANT(
      "SQL46059",
      ERROR,
      "{0} is no constant",
      "the filter of an index compares columns with constants"),
  OPTION_OUT_OF_RANGE("SQL46060", ERROR, "{0} is not between {1} and {2}", ""),
  PARTITIONS_OF_WHOLE_INDEX(
      "SQL46061",
      ERROR,
      "ON PARTITIONS needs PARTITION = ALL behind REBUILD",
      "write REBUILD PARTITION = ALL"),
  CORNERS_OF_BOUNDING_BOX(
      "SQL46066", ERROR, "a BOUNDING_BOX has four numbers", "write (xmin, ymin, xmax, ymax)"),
  SECOND_SAMPLE(
      "SQL46071", ERROR, "FULLSCAN and SAMPLE exclude each other", "leave one of them out"),
  CELLS_OUT_OF_RANGE("SQL46073", ERROR, "{0} is no number of cells: 1 to 8192 are", ""),
  DEGREE_OUT_OF_RANGE("SQL46091", ERROR, "{0} is more than MAXDOP can be: 32767", ""),
  DELAY_OUT_OF_RANGE("SQL46114", ERROR, "{0} is more than COMPRESSION_DELAY can be: 10080", ""),
  DELETION_WITHOUT_COLUMN(
      "SQL46001", ERROR, "DATA_DELETION needs a FILTER_COLUMN", "write FILTER_COLUMN = column"),
  SECOND_ROWGUIDCOL("SQL46042", ERROR, "the column is ROWGUIDCOL already", "leave one of them out"),
  FILESTREAM_TYPE(
      "SQL46051", ERROR, "only varbinary(max) can be FILESTREAM", "change the type of the column"),
  REPEATED_PLACE("SQL46058", ERROR, "{0} was given already", "leave one of them out"),
  PERIOD_START_NOT_GENERATED(
      "SQL46103",
      ERROR,
      "{0}, the start of the period, is not the column GENERATED ALWAYS AS ROW START",
      "name that column first in PERIOD FOR SYSTEM_TIME"),
  PERIOD_END_NOT_GENERATED(
      "SQL46104",
      ERROR,
      "{0}, the end of the period, is not the column GENERATED ALWAYS AS ROW END",
      "name that column second in PERIOD FOR SYSTEM_TIME"),
  PERIOD_START_MISSING(
      "SQL46105", ERROR, "the table has no column {0}, the start of its period", "add the column"),
  PERIOD_END_MISSING(
      "SQL46106", ERROR, "the table has no column {0}, the end of its period", "add the column"),
  SECOND_SUSER_SID_START(
      "SQL46109",
      ERROR,
      "{0} is the second column GENERATED ALWAYS AS SUSER_SID START",
      "keep one"),
  SECOND_SUSER_SID_END(
      "SQL46110", ERROR, "{0} is the second column GENERATED ALWAYS AS SUSER_SID END", "keep one"),
  SECOND_SUSER_SNAME_START(
      "SQL46111",
      ERROR,
      "{0} is the second column GENERATED ALWAYS AS SUSER_SNAME START",
      "keep one"),
  SECOND_SUSER_SNAME_END(
      "SQL46112",
      ERROR,
      "{0} is the second column GENERATED ALWAYS AS SUSER_SNAME END",
      "keep one"),
  GENERATED_WITHOUT_PERIOD(
      "SQL46113",
      ERROR,
      "a column is GENERATED ALWAYS and the table has no period",
      "add PERIOD FOR SYSTEM_TIME (start, end)"),
  RETENTION_OUT_OF_RANGE("SQL46116", ERROR, "{0} is no time to keep rows", "write at least 1"),
  DISTRIBUTION_MISSING(
      "SQL46127",
      ERROR,
      "CREATE TABLE AS SELECT needs to know the distribution",
      "write WITH (DISTRIBUTION = ...)"),
  SECOND_TRANSACTION_ID_START(
      "SQL46136",
      ERROR,
      "{0} is the second column GENERATED ALWAYS AS TRANSACTION_ID START",
      "keep one"),
  SECOND_TRANSACTION_ID_END(
      "SQL46137",
      ERROR,
      "{0} is the second column GENERATED ALWAYS AS TRANSACTION_ID END",
      "keep one"),
  SECOND_SEQUENCE_NUMBER_START(
      "SQL46138",
      ERROR,
      "{0} is the second column GENERATED ALWAYS AS SEQUENCE_NUMBER START",
      "keep one"),
  SECOND_SEQUENCE_NUMBER_END(
      "SQL46139",
      ERROR,
      "{0} is the second column GENERATED ALWAYS AS SEQUENCE_NUMBER END",
      "keep one"),
  UNEXPECTED_END("SQL46029", ERROR, "the file ends where {0} is expected", ""),
  UNCLOSED_STRING(
      "SQL46030", ERROR, "the string that begins here is never closed", "close it with '"),
  UNCLOSED_IDENTIFIER(
      "SQL46031", ERROR, "the quoted name that begins here is never closed", "close it with {0}"),
  UNCLOSED_SQLCMD_VARIABLE(
      "SQL46033", ERROR, "the variable $(...) that begins here is never closed", "close it with )"),
  UNCLOSED_COMMENT(
      "SQL46032",
      ERROR,
      "the comment that begins in line {0} is never closed",
      "close it with */ (comments nest)"),
  OUTPUT_OF_CONSTANT(
      "SQL46088",
      ERROR,
      "a constant cannot take what the procedure gives back",
      "pass a variable, or leave out OUTPUT"),
  LONG_NAME("SQL46095", ERROR, "the name {0} is longer than 128 characters", "shorten it"),
  MERGE_WITHOUT_SEMICOLON(
      "SQL46097", ERROR, "this statement must end with a semicolon", "write ; after it"),
  NUMBER_OUT_OF_BOUNDS("SQL46045", ERROR, "the number of {0} is too small or too large", ""),
  DUPLICATE_CHANGE_TRACKING_OPTION(
      "SQL46050", ERROR, "{0} stands here already", "leave one of them out"),
  NOT_A_GUID(
      "SQL46055", ERROR, "{0} is no GUID", "write 32 hexadecimal digits in groups of 8-4-4-4-12"),
  AUDIT_WITHOUT_FILE_PATH(
      "SQL46056", ERROR, "an audit to a file needs to know where", "add FILEPATH = 'folder'"),
  NEW_NAME_OF_NEW_FILE(
      "SQL46062", ERROR, "a new file has no other name yet", "write its name after NAME"),
  EMPTY_STRING("SQL46063", ERROR, "the string is empty", "write something between the quotes"),
  INCOMPLETE_ACTIVATION(
      "SQL46069",
      ERROR,
      "the activation of a queue needs a procedure, a number of readers and a user",
      "write PROCEDURE_NAME, MAX_QUEUE_READERS and EXECUTE AS, or none of them"),
  MIRRORING_WITHOUT_ROLE(
      "SQL46080",
      ERROR,
      "an endpoint for database mirroring needs a role",
      "add ROLE = WITNESS, PARTNER or ALL"),
  LISTENER_PORT_OUT_OF_BOUNDS(
      "SQL46087", ERROR, "{0} is no port to listen on", "take one from 1024 to 32767"),
  OPTION_OF_CONTAINED_USER(
      "SQL46096",
      ERROR,
      "{0} belongs to a user who has no login, certificate or key behind it",
      "leave it out, or leave out what stands behind FOR or FROM"),
  PRIMARY_WITHOUT_SECONDARY(
      "SQL46115",
      ERROR,
      "PRIMARY is a value of secondary databases only",
      "write FOR SECONDARY before SET"),
  UNKNOWN_LOGIN_OPTION(
      "SQL46120",
      ERROR,
      "{0} is no option of a login from an external provider",
      "take SID, TYPE, DEFAULT_DATABASE or DEFAULT_LANGUAGE"),
  SID_WITHOUT_TYPE(
      "SQL46121", ERROR, "SID and TYPE of a login stand together", "write both of them, or none"),
  RANK_IN_QUOTES("SQL46122", ERROR, "a rank stands without quotes", "leave out the quotes"),
  CLASSIFICATION_WITHOUT_QUOTES(
      "SQL46123", ERROR, "the value of {0} stands in quotes", "put quotes around it"),
  UNKNOWN_RANK("SQL46124", ERROR, "{0} is no rank", "take NONE, LOW, MEDIUM, HIGH or CRITICAL"),
  UNKNOWN_CLASSIFICATION(
      "SQL46125",
      ERROR,
      "{0} is no property of a classification",
      "take LABEL, LABEL_ID, INFORMATION_TYPE, INFORMATION_TYPE_ID or RANK"),
  AUDIT_WITHOUT_PATH(
      "SQL46126", ERROR, "an audit to a URL needs to know where", "add PATH = 'url'"),
  COPY_OPTION_VALUE("SQL46130", ERROR, "COPY INTO cannot do with the value of {0}", ""),
  GRANT_STEP("SQL46133", ERROR, "{0} goes in steps of 0.25", "round it"),
  NOT_A_TIME_OF_DAY("SQL46134", ERROR, "{0} is no time of day", "write HH:MM"),

  // Syntax: our own.
  UNSUPPORTED_STATEMENT(
      "HRT1001",
      ERROR,
      "{0} is not supported yet",
      "take it out of the build, or run it in a deployment script"),
  NESTED_TOO_DEEPLY(
      "HRT1002", ERROR, "more than {0} levels of nesting", "split the expression or the statement"),
  UNSUPPORTED_SYNTAX("HRT1003", ERROR, "{0} is not supported yet", ""),
  NOT_IN_THE_PACKAGE(
      "HRT1004",
      WARNING,
      "what {0} defines is not in the package yet",
      "run the statement in a deployment script too"),

  // Build: what may stand in a project file. Ids of the reference compiler.
  TOP_LEVEL_STATEMENT(
      "SQL70001",
      ERROR,
      "{0} cannot stand at the top level of a project file, which holds definitions only",
      "move what it does to a deployment script, or write the definition alone in a file"),
  NAME_TOO_LONG(
      "SQL70003",
      ERROR,
      "{0} is created with a database in its name",
      "leave the database's name away: a project is one database"),
  ALL_TRIGGERS("SQL70006", ERROR, "ALL stands for triggers", "name each trigger"),
  SEVERAL_CONSTRAINTS(
      "SQL70013",
      ERROR,
      "one ALTER TABLE adds more than one constraint",
      "write an ALTER TABLE for each"),
  TEMPORARY_AT_TOP_LEVEL(
      "SQL70523",
      ERROR,
      "the temporary table {0} is created outside of a procedure or trigger",
      "move it into the module that uses it"),
  UNNAMED_COLUMN("SQL70569", ERROR, "a column of {0} has no name", "give it an alias: ... AS Name"),
  UNKNOWN_STAR_TABLE(
      "SQL70571", ERROR, "{0}.* means no table of this query", "use an alias of its FROM clause"),
  UNKNOWN_STAR_TABLE_IN_MODULE(
      "SQL70572", WARNING, "{0}.* means no table of this query", "use an alias of its FROM clause"),
  CHECK_OPTION_IGNORED(
      "SQL70588",
      WARNING,
      "WITH CHECK or NOCHECK says nothing in a project, which has no rows",
      "leave it away"),
  UNDECLARED_VARIABLE("SQL70590", ERROR, "{0} is not declared", "declare it, or correct its name"),
  REVOKE_OF_OBJECT(
      "SQL70593",
      ERROR,
      "REVOKE stands for a whole object",
      "take the GRANT away instead: a project says what is, not what changes"),
  COLUMN_ADDED_BY_ALTER(
      "SQL70645", ERROR, "ALTER TABLE adds the column {0}", "write it into the CREATE TABLE"),
  SUPPORTED_ELEMENT_MISSING(
      "SQL71001", ERROR, "{0} does not exist in this project", "correct the name"),
  UNKNOWN_ROW_COLUMN("SQL71005", ERROR, "the query gives no column {0}", "correct the name"),
  SEVERAL_STATEMENTS(
      "SQL71006",
      ERROR,
      "the batch has more than one statement",
      "write GO between them: each definition of a project is a batch of its own"),

  // Build: names. Ids of the reference compiler.
  UNRESOLVED("SQL71501", ERROR, "{0}: {1} does not exist{2}", "{3}"),
  UNRESOLVED_IN_MODULE("SQL71502", WARNING, "{0}: {1} does not exist{2}", "{3}"),
  DUPLICATE("SQL71508", ERROR, "{0} is defined more than once", "keep one definition: see {1}"),
  DUPLICATE_IN_MODULE(
      "SQL71509",
      WARNING,
      "{0} is made more than once in this module",
      "give one of them another name"),
  DUPLICATE_VARIABLE("SQL71511", ERROR, "{0} is declared twice", "delete the second declaration"),
  FOREIGN_KEY_COLUMN_COUNT(
      "SQL71514",
      ERROR,
      "the foreign key of {0} has {1} columns and refers to {2}",
      "name as many columns on both sides"),
  FOREIGN_KEY_TYPE(
      "SQL71515",
      ERROR,
      "{0} has not the type of the column {1} that refers to it",
      "give both the same type"),
  IDENTITY_TYPE(
      "SQL71518",
      ERROR,
      "the identity column {0} is no whole number, or may be NULL",
      "make it int or bigint NOT NULL"),
  SEVERAL_IDENTITIES("SQL71519", ERROR, "{0} has more than one identity column", "keep one"),
  NULLABLE_KEY_COLUMN(
      "SQL71529", ERROR, "{0} is in a primary key and may be NULL", "make it NOT NULL"),
  WILDCARD_NOT_EXPANDED(
      "SQL71541", WARNING, "what * stands for is not known: {0} does not exist", "define {0}"),
  SEQUENCE_TYPE(
      "SQL71557", ERROR, "the sequence {0} has a type that is no whole number", "make it bigint"),

  // Build: deployment scripts. Ids of the reference compiler.
  SQLCMD_COMMAND("SQL72006", ERROR, "{0}", "{1}"),
  SCRIPT_SYNTAX("SQL72007", ERROR, "{0}", "{1}"),
  SQLCMD_VARIABLE(
      "SQL72008",
      ERROR,
      "the SQLCMD variable {0} has no value",
      "define it in the project, or with :setvar in this batch or before it");

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
