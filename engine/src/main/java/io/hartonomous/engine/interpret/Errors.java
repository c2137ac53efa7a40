package io.hartonomous.engine.interpret;

import io.hartonomous.engine.translate.SqlError;
import java.util.Map;

/// Errors of the interpreter and of data definition, in our words, by SQL Server's numbers.
public final class Errors {
  private record Entry(int severity, int state, String text) {}

  private static final Map<Integer, Entry> ALL =
      Map.ofEntries(
          e(104, 15, "ORDER BY items must be in the select list."),
          e(107, 15, "The prefix {0} of * is no table in reach."),
          e(108, 15, "ORDER BY position {0} is not in the select list."),
          e(111, 15, "{0} must be the first statement of a batch."),
          e(116, 16, "A subquery that is no EXISTS gives one column only."),
          e(
              119,
              15,
              "After an argument that is passed as @name = value all others must be passed so."),
          e(132, 15, "The label {0} is defined twice."),
          e(133, 15, "GOTO names the label {0}, which is not there."),
          e(134, 15, "The variable {0} is declared twice in this batch or module."),
          e(135, 15, "BREAK stands outside a WHILE."),
          e(136, 15, "CONTINUE stands outside a WHILE."),
          e(156, 15, "Incorrect syntax near the keyword {0}."),
          e(178, 15, "RETURN with a value cannot stand here."),
          e(205, 16, "The queries of a set operation must have the same number of columns."),
          e(209, 16, "The column name {0} is ambiguous."),
          e(213, 16, "The number of values does not match the number of columns of the table."),
          e(
              217,
              16,
              "Procedures, functions, triggers and views are nested too deeply: the limit is {0}."),
          e(229, 14, "The permission {0} was denied on {1}."),
          e(262, 14, "The permission {0} was denied in database {1}."),
          e(
              266,
              16,
              "The transaction count after EXECUTE differs from the one before: COMMIT or ROLLBACK"
                  + " is missing or too many. Before: {0}, after: {1}."),
          e(
              334,
              16,
              "The target table {0} of the DML statement has enabled triggers: OUTPUT without INTO"
                  + " is not allowed."),
          e(911, 16, "There is no database {0}."),
          e(916, 14, "The login {0} cannot open the database {1}."),
          e(924, 14, "The database {0} is open and can have one user at a time."),
          e(1013, 16, "The tables of FROM must have different exposed names: {0}."),
          e(1038, 15, "A column has no name."),
          e(1050, 15, "A CTE or subquery cannot use ORDER BY without TOP or OFFSET."),
          e(1087, 15, "The table variable {0} is not declared."),
          e(
              1205,
              13,
              "Transaction was in a deadlock and was chosen to be rolled back. Run it again."),
          e(1750, 16, "The constraint or index was not made. See the errors before."),
          e(
              1759,
              16,
              "The computed column {0} in table {1} cannot be used in another computed column."),
          e(1767, 16, "The foreign key {0} refers to table {1}, which is not there."),
          e(1769, 16, "The foreign key {0} has column {1}, which table {2} has not."),
          e(1770, 16, "The foreign key {0} refers to column {1}, which table {2} has not."),
          e(
              1773,
              16,
              "The foreign key {0} refers to object {1} without columns, but there is no primary"
                  + " key."),
          e(
              1776,
              16,
              "Table {0} has no primary or candidate key that matches the columns of foreign key"
                  + " {1}."),
          e(
              1778,
              16,
              "Column {0} has another data type than the referenced column {1} in foreign key"
                  + " {2}."),
          e(1779, 16, "Table {0} has a primary key already."),
          e(1781, 16, "The column has a DEFAULT already."),
          e(1785, 16, "Foreign key {0} on table {1} may cause cycles or multiple cascade paths."),
          e(1902, 16, "There is a clustered index on table {0} already: {1}."),
          e(1911, 16, "The column {0} is not there in the target table or view."),
          e(1913, 16, "There is an index or statistics named {0} on table {1} already."),
          e(1088, 16, "The object {0} is not there, or you have no permission."),
          e(2002, 16, "Only a view can be made from this statement."),
          e(2003, 16, "The object {0} is of another type."),
          e(2010, 16, "{0} cannot be altered: it is an object of another type."),
          e(2104, 14, "The object {0} cannot be reached."),
          e(2110, 15, "The trigger {0} cannot be altered for {1}."),
          e(
              2111,
              16,
              "The trigger {0} cannot be made on {1}: there is an INSTEAD OF trigger for that"
                  + " action already."),
          e(2556, 16, "The object is not there."),
          e(2627, 14, "Violation of {0} constraint {1}."),
          e(2705, 16, "The column name {0} stands more than once in table {1}."),
          e(2714, 16, "There is an object named {0} in the database already."),
          e(2715, 16, "Column, parameter or variable {0}: there is no data type {1}."),
          e(2717, 15, "The size ({0}) of {1} exceeds the maximum ({2})."),
          e(2726, 16, "The partition function {0} uses columns which are not in the table."),
          e(2727, 16, "There is no index {0}."),
          e(
              2732,
              16,
              "{0} is no valid error number: it must be from 13000 to 2147483647 and not 50000."),
          e(2744, 16, "There are several identity columns for table {0}: only one is allowed."),
          e(
              2749,
              16,
              "The identity column {0} must be of an integer type, or decimal with scale 0, and not"
                  + " nullable."),
          e(2759, 16, "CREATE SCHEMA failed. See the errors before."),
          e(2760, 16, "There is no schema {0}, or you have no permission to use it."),
          e(2802, 16, "There is no object {0}."),
          e(2809, 16, "{0} cannot be executed: it is no procedure."),
          e(2812, 16, "There is no procedure {0}."),
          e(2754, 16, "Severity levels above 18 need the option WITH LOG."),
          e(2787, 16, "The format {0} is not valid in RAISERROR."),
          e(3609, 16, "The transaction ended in the trigger. The batch was stopped."),
          e(
              3616,
              16,
              "An error was raised in a trigger. The batch was stopped and the transaction, if"
                  + " there is one, rolled back."),
          e(3701, 11, "The {0} {1} cannot be dropped: it is not there, or you have no permission."),
          e(3702, 16, "The {0} {1} cannot be dropped: it is in use."),
          e(3705, 16, "DROP {0} cannot be used with {1}, which is a {2}."),
          e(
              3723,
              16,
              "An explicit DROP INDEX is not allowed on index {0}: it enforces a {1} constraint."),
          e(3725, 16, "The constraint {0} is referenced by table {1}, foreign key {2}."),
          e(3726, 16, "The object {0} cannot be dropped: a FOREIGN KEY refers to it."),
          e(3727, 10, "The constraint was not dropped. See the errors before."),
          e(3728, 16, "{0} is no constraint."),
          e(3729, 16, "{0} {1} is not possible: the object {2} refers to it."),
          e(
              3732,
              16,
              "The type {0} cannot be dropped: the object {1} uses it. There may be others."),
          e(3733, 16, "The constraint {0} does not belong to table {1}."),
          e(3902, 16, "COMMIT TRANSACTION has no BEGIN TRANSACTION."),
          e(3903, 16, "ROLLBACK TRANSACTION has no BEGIN TRANSACTION."),
          e(3915, 16, "ROLLBACK is not possible within INSERT-EXEC."),
          e(
              3916,
              16,
              "COMMIT is not possible within INSERT-EXEC unless BEGIN TRANSACTION comes first."),
          e(3930, 16, "The transaction cannot be committed and cannot write: roll it back."),
          e(
              3931,
              16,
              "The transaction cannot be committed and cannot be rolled back to a savepoint: roll"
                  + " the whole transaction back."),
          e(
              3998,
              16,
              "A transaction that cannot be committed was found at the end of the batch. It was"
                  + " rolled back."),
          e(
              4121,
              16,
              "There is neither column {0} nor function or aggregate {1}, or the name is"
                  + " ambiguous."),
          e(4104, 16, "The multi-part identifier {0} could not be bound."),
          e(4305, 16, "This is not supported for database {0}."),
          e(4341, 16, "The database {0} cannot be restored."),
          e(4502, 16, "View or function {0} has more column names than columns."),
          e(4506, 16, "The column name {1} stands more than once in view or function {0}."),
          e(4511, 16, "View or function {0} needs a name for column {1}."),
          e(4606, 16, "The permission {0} cannot be given on this kind of object."),
          e(4701, 16, "The object {0} is not there, or you have no permission."),
          e(4708, 16, "{0} is no table."),
          e(4712, 16, "Table {0} cannot be truncated: a FOREIGN KEY refers to it."),
          e(
              4901,
              16,
              "Column {0} cannot be added to table {1}, which has rows: it allows no NULL and has"
                  + " no DEFAULT."),
          e(4902, 16, "The object {0} is not there, or you have no permission."),
          e(4909, 16, "{0} cannot be altered: it is no table."),
          e(4917, 16, "There is no constraint {0}."),
          e(4922, 16, "{0} {1} failed because one or more objects access this column."),
          e(4923, 16, "ALTER TABLE DROP COLUMN failed: {0} is the only data column of table {1}."),
          e(4924, 16, "{0} failed: column {1} is not in table {2}."),
          e(4928, 16, "Column {0} cannot be altered: it is {1}."),
          e(4929, 16, "The {0} {1} cannot be altered."),
          e(5011, 14, "There is no database {0}, or it is in another state."),
          e(5020, 16, "There is no primary data file to add to."),
          e(5058, 16, "The option {0} cannot be set in database {1}."),
          e(5074, 16, "The {0} {1} depends on {2} {3}."),
          e(6004, 10, "You have no permission for this."),
          e(
              6401,
              16,
              "{0} cannot be rolled back: there is no transaction or savepoint of that name."),
          e(7999, 16, "There is no database {0}."),
          e(
              8101,
              16,
              "An explicit value for the identity column in table {0} needs a column list and"
                  + " IDENTITY_INSERT ON."),
          e(8102, 16, "The identity column {0} cannot be updated."),
          e(8106, 16, "Table {0} has no identity column: SET is not possible."),
          e(
              8107,
              16,
              "IDENTITY_INSERT is ON already for table {0}: SET is not possible for table {1}."),
          e(8111, 16, "A primary key cannot be defined on nullable column {0}."),
          e(8141, 16, "The column CHECK constraint on column {0} refers to another column."),
          e(8144, 16, "Procedure or function {0} was given too many arguments."),
          e(8145, 16, "{0} is no parameter of procedure {1}."),
          e(8143, 16, "The parameter {0} was given more than once."),
          e(8146, 16, "Procedure {0} has no parameters, and arguments were given."),
          e(8155, 16, "Column {0} of {1} has no name."),
          e(8156, 16, "The column {0} stands more than once in {1}."),
          e(8158, 16, "{0} has more columns than were named."),
          e(8159, 16, "{0} has fewer columns than were named."),
          e(8162, 16, "The parameter {0} was passed as OUTPUT, but is not declared so."),
          e(8164, 16, "INSERT EXEC cannot be nested."),
          e(8179, 16, "There is no prepared statement with handle {0}."),
          e(8197, 16, "The object {0} is not there, or no trigger can be made on it."),
          e(10700, 16, "The table-valued parameter {0} is READONLY and cannot be changed."),
          e(10724, 16, "FROM cannot be combined with an identity."),
          e(10705, 16, "Too many arguments for {0}."),
          e(10706, 16, "Too few arguments for {0}."),
          e(10720, 16, "An OFFSET needs an ORDER BY."),
          e(11555, 15, "The parameter {0} cannot be NULL here."),
          e(11702, 16, "The sequence {0} must have an integer type, or decimal with scale 0."),
          e(11728, 16, "The sequence {0} has reached its end: restart it."),
          e(12104, 16, "ALTER DATABASE failed."),
          e(
              13518,
              16,
              "SYSTEM_VERSIONING of table {0} cannot be set: the history table {1} is used by"
                  + " another table."),
          e(
              13510,
              16,
              "SYSTEM_VERSIONING cannot be ON without PERIOD FOR SYSTEM_TIME and a primary key."),
          e(
              13541,
              16,
              "SYSTEM_VERSIONING of table {0} cannot be set: history table {1} has no column {2}."),
          e(
              13543,
              16,
              "SYSTEM_VERSIONING of table {0} cannot be set: column {2} of history table {1} has"
                  + " another type."),
          e(13550, 16, "Table {0} cannot be truncated: it is system-versioned."),
          e(13552, 16, "Table {0} cannot be dropped: system-versioned tables cannot."),
          e(13553, 16, "Column {0} cannot be dropped: it is part of a PERIOD."),
          e(13560, 16, "Rows of the history table {0} cannot be deleted."),
          e(13561, 16, "Rows of the history table {0} cannot be updated."),
          e(13559, 16, "Rows cannot be put into the history table {0}."),
          e(15001, 16, "There is no object {0}, or it cannot be used here."),
          e(15008, 16, "There is no user {0} in the current database."),
          e(15009, 16, "There is no object {0} in database {1}, or it cannot be used here."),
          e(15014, 16, "There is no role {0} in the current database."),
          e(15023, 16, "There is a user, group or role {0} in the current database already."),
          e(15025, 16, "There is a server principal {0} already."),
          e(15063, 16, "The login has an account under another user name already."),
          e(
              15135,
              16,
              "The object is not valid. Extended properties are not allowed on {0}, or it is not"
                  + " there."),
          e(15138, 16, "The database principal owns a {0} in the database and cannot be dropped."),
          e(15144, 16, "The role has members. It must be empty before it can be dropped."),
          e(15151, 16, "The {0} {1} cannot be found, is not there, or you have no permission."),
          e(15217, 16, "The property {0} cannot be changed or dropped: it is not there for {1}."),
          e(15225, 11, "There is no item {0} in database {1}, given the type {2}."),
          e(15233, 16, "The property {0} cannot be added: it is there already for {1}."),
          e(15248, 11, "The name {0} is ambiguous or the type {1} is wrong."),
          e(15249, 11, "The type {0} is not valid here."),
          e(15250, 16, "The database of the name must be the current one."),
          e(
              15335,
              11,
              "The new name {0} is in use as a {1} name already and would be a duplicate."),
          e(15404, 16, "The principal {0} cannot be found."),
          e(15600, 15, "A parameter or option is not valid for procedure {0}."),
          e(16901, 16, "{0}: this feature is not there yet."),
          e(16902, 16, "{0}: the value of the parameter {1} is not valid."),
          e(16905, 16, "The cursor is open already."),
          e(16911, 16, "{0}: the fetch type cannot be used with forward only cursors."),
          e(16915, 16, "There is a cursor named {0} already."),
          e(16916, 16, "There is no cursor named {0}."),
          e(16917, 16, "The cursor is not open."),
          e(16924, 16, "The number of variables in INTO must match that of the selected columns."),
          e(16931, 16, "There are no rows in the current fetch buffer."),
          e(16950, 16, "The variable {0} has no cursor."),
          e(17750, 16, "The library of extended procedures cannot be loaded."),
          e(
              18054,
              16,
              "Error {0}, severity {1}, state {2} was raised, but there is no message of that"
                  + " number."),
          e(40515, 16, "References to database {0} are not supported."),
          e(
              49904,
              16,
              "The transaction spans several databases: that is not supported by the embedded"
                  + " engine."));

  private Errors() {}

  private static Map.Entry<Integer, Entry> e(int number, int severity, String text) {
    return Map.entry(number, new Entry(severity, 1, text));
  }

  /// The error of that number: the texts here, else the translator's.
  public static SqlError of(int number, Object... arguments) {
    Entry entry = ALL.get(number);
    if (entry == null) {
      return SqlError.of(number, arguments);
    }
    StringBuilder text = new StringBuilder(entry.text());
    for (int i = 0; i < arguments.length; i++) {
      String mark = "{" + i + "}";
      int at = text.indexOf(mark);
      String value = "'" + arguments[i] + "'";
      while (at >= 0) {
        text.replace(
            at,
            at + mark.length(),
            arguments[i] instanceof Number ? arguments[i].toString() : value);
        at = text.indexOf(mark, at + value.length());
      }
    }
    return new SqlError(number, entry.severity(), entry.state(), text.toString());
  }

  public static SqlError unsupported(String feature) {
    return SqlError.unsupported(feature);
  }
}
