package io.hartonomous.diff;

import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;

/// One difference between two models. [Changes#apply] does it to a model; the planner turns it into
/// T-SQL.
///
/// Work that a change drags along (a foreign key dropped and made again around an ALTER COLUMN) is
/// the planner's and no change of its own.
public sealed interface Change {

  /// The top-level object that changes.
  ObjectKey object();

  /// Changes of whole objects.
  record CreateObject(SchemaObject after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  record DropObject(SchemaObject before) implements Change {
    @Override
    public ObjectKey object() {
      return before.key();
    }
  }

  /// No ALTER leads from one to the other: dropped and made again.
  record ReplaceObject(SchemaObject before, SchemaObject after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  /// From the refactor log: `operation` is its key. `to` has another name, or another schema.
  record RenameObject(String operation, ObjectKey from, ObjectKey to) implements Change {
    @Override
    public ObjectKey object() {
      return to;
    }
  }

  record RenameColumn(String operation, ObjectName table, String from, String to)
      implements Change {
    @Override
    public ObjectKey object() {
      return ObjectKey.of(ObjectKind.TABLE, table);
    }
  }

  /// A constraint, or an index (`index` true), gets another name.
  record RenameConstraint(String operation, ObjectName table, String from, String to, boolean index)
      implements Change {
    @Override
    public ObjectKey object() {
      return ObjectKey.of(ObjectKind.TABLE, table);
    }
  }

  /// Changes inside a table.
  sealed interface TableChange extends Change {
    ObjectName table();

    @Override
    default ObjectKey object() {
      return ObjectKey.of(ObjectKind.TABLE, table());
    }
  }

  /// The column, its default included, comes after the last one.
  record AddColumn(ObjectName table, Column column) implements TableChange {}

  /// The column goes, and its default with it.
  record DropColumn(ObjectName table, Column column) implements TableChange {}

  /// Everything of a column but its default.
  record AlterColumn(ObjectName table, Column before, Column after) implements TableChange {}

  /// A last column that no ALTER COLUMN can change (computed): dropped and added again.
  record RecreateColumn(ObjectName table, Column before, Column after) implements TableChange {}

  record AddDefault(ObjectName table, String column, Column.DefaultConstraint after)
      implements TableChange {}

  record DropDefault(ObjectName table, String column, Column.DefaultConstraint before)
      implements TableChange {}

  record AddConstraint(ObjectName table, TableConstraint constraint) implements TableChange {}

  record DropConstraint(ObjectName table, TableConstraint constraint) implements TableChange {}

  /// Enabled or trusted differ, nothing else.
  record AlterConstraintState(ObjectName table, TableConstraint before, TableConstraint after)
      implements TableChange {}

  record AlterTableOptions(ObjectName table, Table.TableOptions before, Table.TableOptions after)
      implements TableChange {}

  /// The rows move to a new table that takes the old one's name. Holds every difference of the two.
  record RebuildTable(Table before, Table after) implements TableChange {
    @Override
    public ObjectName table() {
      return after.name();
    }
  }

  /// Indexes of a table or of a view; `owner` has its kind.
  record CreateIndex(ObjectKey owner, Index index) implements Change {
    @Override
    public ObjectKey object() {
      return owner;
    }
  }

  record DropIndex(ObjectKey owner, Index index) implements Change {
    @Override
    public ObjectKey object() {
      return owner;
    }
  }

  /// Changes that ALTER can do to objects other than tables.
  record AlterModule(Module before, Module after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  /// A trigger is enabled or disabled, its text is the same.
  record AlterTriggerState(Module before, Module after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  record AlterSequence(PlainObject.Sequence before, PlainObject.Sequence after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  record AlterSchema(PlainObject.Schema before, PlainObject.Schema after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  record AlterRole(Security.Role before, Security.Role after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  record AlterUser(Security.User before, Security.User after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  record AlterExtendedProperty(ExtendedProperty before, ExtendedProperty after) implements Change {
    @Override
    public ObjectKey object() {
      return after.key();
    }
  }

  record AlterDatabaseOptions(DatabaseOptions before, DatabaseOptions after) implements Change {
    @Override
    public ObjectKey object() {
      return ObjectKey.of(ObjectKind.OTHER, new ObjectName("", "database"));
    }
  }
}
