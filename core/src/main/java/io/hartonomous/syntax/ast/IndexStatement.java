package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about indexes and statistics.
public sealed interface IndexStatement extends Statement {
  record CreateIndex(
      boolean unique,
      Optional<Boolean> clustered,
      boolean columnstore,
      Identifier name,
      MultiPartName table,
      List<TableElement.IndexColumn> columns,
      List<Identifier> include,
      Optional<Condition> where,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> fileStreamOn,
      int from,
      int to)
      implements IndexStatement {
    public CreateIndex {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      options = List.copyOf(options);
    }
  }

  /// `ALTER INDEX name | ALL ON table REBUILD | REORGANIZE | DISABLE | SET (...)`; `name` absent
  /// for ALL.
  record AlterIndex(
      Optional<Identifier> name,
      MultiPartName table,
      String action,
      Optional<Expression> partition,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public AlterIndex {
      options = List.copyOf(options);
    }
  }

  /// `DROP INDEX [IF EXISTS] name ON table, ...`; the old form `table.name` has its table in
  /// `table` too.
  record DropIndex(boolean ifExists, List<DropIndexItem> items, int from, int to)
      implements IndexStatement {
    public DropIndex {
      items = List.copyOf(items);
    }
  }

  record DropIndexItem(
      Identifier name, MultiPartName table, List<OptionNode.Option> options, int from, int to)
      implements IndexStatement {
    public DropIndexItem {
      options = List.copyOf(options);
    }
  }

  record CreateStatistics(
      Identifier name,
      MultiPartName table,
      List<Identifier> columns,
      Optional<Condition> where,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public CreateStatistics {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  record UpdateStatistics(
      MultiPartName table,
      List<Identifier> names,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements IndexStatement {
    public UpdateStatistics {
      names = List.copyOf(names);
      options = List.copyOf(options);
    }
  }

  /// `CREATE VECTOR INDEX`, `CREATE JSON INDEX`, `CREATE SPATIAL INDEX`, `CREATE XML INDEX`,
  /// `CREATE FULLTEXT INDEX`: `kind` is the word.
  record CreateSpecialIndex(
      String kind,
      Optional<Identifier> name,
      MultiPartName table,
      List<Identifier> columns,
      List<OptionNode.Option> using,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      int from,
      int to)
      implements IndexStatement {
    public CreateSpecialIndex {
      columns = List.copyOf(columns);
      using = List.copyOf(using);
      options = List.copyOf(options);
    }
  }
}
