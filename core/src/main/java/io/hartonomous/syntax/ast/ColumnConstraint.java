package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// What follows the data type of a column.
public sealed interface ColumnConstraint extends Node {
  record Nullability(Optional<Identifier> name, boolean nullable, int from, int to)
      implements ColumnConstraint {}

  record Default(Optional<Identifier> name, Expression value, boolean withValues, int from, int to)
      implements ColumnConstraint {}

  /// `IDENTITY [(seed, increment)] [NOT FOR REPLICATION]`.
  record Identity(
      Optional<Expression> seed,
      Optional<Expression> increment,
      boolean notForReplication,
      int from,
      int to)
      implements ColumnConstraint {}

  record Collate(Identifier collation, int from, int to) implements ColumnConstraint {}

  record Key(
      Optional<Identifier> name,
      boolean primary,
      Optional<Boolean> clustered,
      boolean hash,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> fileStreamOn,
      boolean notEnforced,
      int from,
      int to)
      implements ColumnConstraint {
    public Key {
      options = List.copyOf(options);
    }
  }

  /// `foreignKey` where the words FOREIGN KEY were written.
  record ForeignKey(
      Optional<Identifier> name,
      boolean foreignKey,
      TableElement.References references,
      int from,
      int to)
      implements ColumnConstraint {}

  record Check(
      Optional<Identifier> name, boolean notForReplication, Condition condition, int from, int to)
      implements ColumnConstraint {}

  /// `INDEX name ...` beside a column.
  record Index(TableElement.Index index, int from, int to) implements ColumnConstraint {}

  /// `GENERATED ALWAYS AS ROW START | ROW END | TRANSACTION_ID ... [HIDDEN]`.
  record GeneratedAlways(GeneratedKind kind, boolean hidden, int from, int to)
      implements ColumnConstraint {}

  enum GeneratedKind {
    ROW_START("ROW START"),
    ROW_END("ROW END"),
    TRANSACTION_ID_START("TRANSACTION_ID START"),
    TRANSACTION_ID_END("TRANSACTION_ID END"),
    SUSER_SID_START("SUSER_SID START"),
    SUSER_SID_END("SUSER_SID END"),
    SUSER_SNAME_START("SUSER_SNAME START"),
    SUSER_SNAME_END("SUSER_SNAME END"),
    SEQUENCE_NUMBER_START("SEQUENCE_NUMBER START"),
    SEQUENCE_NUMBER_END("SEQUENCE_NUMBER END");

    private final String sql;

    GeneratedKind(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record RowGuidCol(int from, int to) implements ColumnConstraint {}

  record Sparse(int from, int to) implements ColumnConstraint {}

  record FileStream(int from, int to) implements ColumnConstraint {}

  record Hidden(int from, int to) implements ColumnConstraint {}

  /// `MASKED WITH (FUNCTION = '...')`.
  record Masked(Expression.Literal function, int from, int to) implements ColumnConstraint {}

  /// `ENCRYPTED WITH (...)`.
  record Encrypted(List<OptionNode.Option> options, int from, int to) implements ColumnConstraint {
    public Encrypted {
      options = List.copyOf(options);
    }
  }
}
