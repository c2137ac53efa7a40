package io.hartonomous.dacpac;

import io.hartonomous.bind.Catalog;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import java.util.List;
import java.util.Optional;

/// What a package says of objects beside their definitions: what they refer to, and where
/// constraints were written. A build knows it from its binder.
public interface PackageBinding {

  /// What an object refers to, in the order and with the repetitions of the format.
  record Target(String name, boolean builtIn) {}

  /// A column of a view, of an inline function, of a temporary table or of a common table
  /// expression. `type` is present where the column was declared.
  record ResultColumn(
      String name,
      Optional<SqlType> type,
      boolean nullable,
      boolean computed,
      boolean identity,
      List<Target> dependencies) {
    public ResultColumn {
      dependencies = List.copyOf(dependencies);
    }
  }

  /// A table that lives inside a module: `#t`, `@t`, a common table expression. `name` is the full
  /// element name.
  record DynamicObject(String name, List<ResultColumn> columns) {
    public DynamicObject {
      columns = List.copyOf(columns);
    }
  }

  /// What names stand for.
  Catalog catalog();

  /// This binding for the table that a multi-statement function returns: `result` stands for the
  /// function's columns, and everything is inline.
  default PackageBinding ofResult(ObjectKey result, ObjectKey function) {
    return new ResultBinding(this, result, function);
  }

  /// What an expression of a table or of a table type refers to (a CHECK, a computed column, a
  /// filter, a default).
  List<Target> expression(ObjectKey owner, SqlText expression);

  /// What the body of a module refers to.
  List<Target> body(ObjectKey module);

  /// The columns of a view or of an inline function.
  List<ResultColumn> columns(ObjectKey module);

  List<DynamicObject> dynamicObjects(ObjectKey module);

  /// Whether a constraint or index stands inside its CREATE TABLE (and not in a statement of its
  /// own). `part` is its name; without one its [io.hartonomous.model.TableConstraint#identity], or
  /// `DEFAULT column`.
  boolean inline(ObjectKey table, String part);

  /// Whether the constraint stands beside its column (and not in a line of its own).
  boolean onColumn(ObjectKey table, String part);
}
