package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about tables.
public sealed interface TableStatement extends Statement {
  /// `CREATE TABLE name ( elements ) [AS NODE|EDGE] [ON ...] [TEXTIMAGE_ON ...] [FILESTREAM_ON ...]
  /// [WITH ( options )]`.
  record CreateTable(
      MultiPartName name,
      List<TableElement> elements,
      Commas commas,
      Optional<GraphKind> graph,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> textImageOn,
      Optional<Identifier> fileStreamOn,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements TableStatement {
    public CreateTable {
      elements = List.copyOf(elements);
      options = List.copyOf(options);
    }
  }

  /// `CREATE TABLE name AS FILETABLE [ON ...] [TEXTIMAGE_ON ...] [FILESTREAM_ON ...] [WITH (
  /// options )]`.
  record CreateFileTable(
      MultiPartName name,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> textImageOn,
      Optional<Identifier> fileStreamOn,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements TableStatement {
    public CreateFileTable {
      options = List.copyOf(options);
    }
  }

  /// `CREATE TABLE name [(columns)] [WITH ( options )] AS query`.
  record CreateTableAsSelect(
      MultiPartName name,
      List<Identifier> columns,
      List<OptionNode.Option> options,
      Statement query,
      int from,
      int to)
      implements TableStatement {
    public CreateTableAsSelect {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  enum GraphKind {
    NODE,
    EDGE
  }

  record AlterTable(MultiPartName name, AlterAction action, int from, int to)
      implements TableStatement {}

  sealed interface AlterAction extends TableStatement {
    /// `[WITH CHECK | NOCHECK] ADD elements`.
    record Add(
        Optional<Boolean> withCheck, List<TableElement> elements, Commas commas, int from, int to)
        implements AlterAction {
      public Add {
        elements = List.copyOf(elements);
      }
    }

    record AlterColumn(
        Identifier column,
        DataType type,
        Optional<Identifier> collation,
        Optional<Boolean> nullable,
        List<OptionNode.Option> options,
        List<OptionNode.Option> with,
        int from,
        int to)
        implements AlterAction {
      public AlterColumn {
        options = List.copyOf(options);
        with = List.copyOf(with);
      }
    }

    /// `ALTER COLUMN c ADD | DROP ROWGUIDCOL | PERSISTED | NOT FOR REPLICATION | SPARSE | MASKED
    /// ... [WITH (...)]`.
    record AlterColumnProperty(
        Identifier column,
        boolean add,
        OptionNode.Option property,
        List<OptionNode.Option> with,
        int from,
        int to)
        implements AlterAction {
      public AlterColumnProperty {
        with = List.copyOf(with);
      }
    }

    /// `ENABLE | DISABLE CHANGE_TRACKING [WITH (TRACK_COLUMNS_UPDATED = ON | OFF)]`.
    record ChangeTracking(boolean enable, Optional<OptionNode.Option> option, int from, int to)
        implements AlterAction {}

    /// `ENABLE | DISABLE FILETABLE_NAMESPACE`.
    record FileTableNamespace(boolean enable, int from, int to) implements AlterAction {}

    /// `SPLIT | MERGE RANGE (boundary)`.
    record Range(boolean split, Expression boundary, int from, int to) implements AlterAction {}

    /// `ALTER INDEX name REBUILD WITH (BUCKET_COUNT = n)` of a memory-optimized table.
    record RebuildIndex(Identifier index, OptionNode.Option option, int from, int to)
        implements AlterAction {}

    record Drop(List<DropItem> items, int from, int to) implements AlterAction {
      public Drop {
        items = List.copyOf(items);
      }
    }

    /// `ENABLE | DISABLE TRIGGER ALL | names`; `names` empty for ALL.
    record Triggers(boolean enable, List<Identifier> names, int from, int to)
        implements AlterAction {
      public Triggers {
        names = List.copyOf(names);
      }
    }

    /// `[WITH CHECK | NOCHECK] CHECK | NOCHECK CONSTRAINT ALL | names`; `names` empty for ALL.
    record CheckConstraints(
        Optional<Boolean> withCheck, boolean enable, List<Identifier> names, int from, int to)
        implements AlterAction {
      public CheckConstraints {
        names = List.copyOf(names);
      }
    }

    /// `SET ( options )`: SYSTEM_VERSIONING, LOCK_ESCALATION, ...
    record Set(List<OptionNode.Option> options, int from, int to) implements AlterAction {
      public Set {
        options = List.copyOf(options);
      }
    }

    record Switch(
        Optional<Expression> partition,
        MultiPartName target,
        Optional<Expression> targetPartition,
        List<OptionNode.Option> options,
        int from,
        int to)
        implements AlterAction {
      public Switch {
        options = List.copyOf(options);
      }
    }

    record Rebuild(
        Optional<Expression> partition, List<OptionNode.Option> options, int from, int to)
        implements AlterAction {
      public Rebuild {
        options = List.copyOf(options);
      }
    }
  }

  /// `COLUMN [IF EXISTS] c`, `CONSTRAINT [IF EXISTS] k [WITH (...)]`, `INDEX i`, `PERIOD FOR
  /// SYSTEM_TIME`. `kindWritten` is false where the kind is that of the item before.
  record DropItem(
      DropItemKind kind,
      boolean kindWritten,
      boolean ifExists,
      Optional<Identifier> name,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements TableStatement {
    public DropItem {
      options = List.copyOf(options);
    }
  }

  enum DropItemKind {
    COLUMN,
    CONSTRAINT,
    INDEX,
    UNSPECIFIED,
    PERIOD
  }
}
