package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements that define what is neither table, index nor module, and the statements that drop any
/// object.
public sealed interface ObjectStatement extends Statement {
  /// `CREATE SCHEMA name [AUTHORIZATION owner] elements`; `name` absent for `CREATE SCHEMA
  /// AUTHORIZATION x`.
  record CreateSchema(
      Optional<Identifier> name,
      Optional<Identifier> owner,
      List<Statement> elements,
      int from,
      int to)
      implements ObjectStatement {
    public CreateSchema {
      elements = List.copyOf(elements);
    }
  }

  /// `ALTER SCHEMA target TRANSFER [class::]object`.
  record AlterSchema(
      Identifier target,
      Optional<Identifier> securableClass,
      MultiPartName object,
      int from,
      int to)
      implements ObjectStatement {}

  /// `CREATE TYPE name FROM base [NULL | NOT NULL]`.
  record CreateAliasType(
      MultiPartName name, DataType base, Optional<Boolean> nullable, int from, int to)
      implements ObjectStatement {}

  record CreateTableType(
      MultiPartName name,
      List<TableElement> elements,
      Commas commas,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements ObjectStatement {
    public CreateTableType {
      elements = List.copyOf(elements);
      options = List.copyOf(options);
    }
  }

  record CreateClrType(MultiPartName name, MultiPartName externalName, int from, int to)
      implements ObjectStatement {}

  record CreateSequence(
      MultiPartName name,
      Optional<DataType> type,
      List<OptionNode.SequenceOption> options,
      int from,
      int to)
      implements ObjectStatement {
    public CreateSequence {
      options = List.copyOf(options);
    }
  }

  record AlterSequence(
      MultiPartName name, List<OptionNode.SequenceOption> options, int from, int to)
      implements ObjectStatement {
    public AlterSequence {
      options = List.copyOf(options);
    }
  }

  record CreateSynonym(MultiPartName name, MultiPartName target, int from, int to)
      implements ObjectStatement {}

  /// `side` is absent where neither LEFT nor RIGHT was written: LEFT.
  record CreatePartitionFunction(
      Identifier name,
      DataType type,
      Optional<RangeSide> side,
      List<Expression> boundaries,
      int from,
      int to)
      implements ObjectStatement {
    /// Whether a boundary belongs to the partition on its right.
    public boolean right() {
      return side.isPresent() && side.get() == RangeSide.RIGHT;
    }

    public CreatePartitionFunction {
      boundaries = List.copyOf(boundaries);
    }
  }

  enum RangeSide {
    LEFT,
    RIGHT
  }

  record CreatePartitionScheme(
      Identifier name,
      Identifier function,
      boolean all,
      List<Identifier> fileGroups,
      int from,
      int to)
      implements ObjectStatement {
    public CreatePartitionScheme {
      fileGroups = List.copyOf(fileGroups);
    }
  }

  record CreateXmlSchemaCollection(MultiPartName name, Expression definition, int from, int to)
      implements ObjectStatement {}

  /// `CREATE RULE name AS condition`, `CREATE DEFAULT name AS value`.
  record CreateDefault(MultiPartName name, Expression value, int from, int to)
      implements ObjectStatement {}

  record CreateRule(MultiPartName name, Condition condition, int from, int to)
      implements ObjectStatement {}

  record CreateFullTextCatalog(
      Identifier name, boolean asDefault, List<OptionNode.Option> options, int from, int to)
      implements ObjectStatement {
    public CreateFullTextCatalog {
      options = List.copyOf(options);
    }
  }

  /// `DROP kind [IF EXISTS] names`; `kind` is the keywords in upper case: `TABLE`, `PROCEDURE`,
  /// `PARTITION SCHEME`; a trigger's `ON DATABASE` is in `scope`; `option` is CASCADE, RESTRICT,
  /// WITH NO DEPENDENTS, REMOVE PROVIDER KEY or AUTHORIZATION.
  record Drop(
      String kind,
      boolean ifExists,
      List<MultiPartName> names,
      ModuleStatement.TriggerScope scope,
      Optional<OptionNode.Option> option,
      int from,
      int to)
      implements ObjectStatement {
    public Drop {
      names = List.copyOf(names);
    }
  }
}
