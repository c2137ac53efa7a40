package io.hartonomous.bind;

import io.hartonomous.model.Column;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.TableElement;
import java.util.List;
import java.util.Optional;

/// Columns of tables and table types.
final class ColumnDefinitions {
  private ColumnDefinitions() {}

  static Column column(TableElement.Column column, ModelContext context) {
    SqlType type = DataTypes.of(column.type(), context.catalog());
    Draft draft = new Draft();
    for (ColumnConstraint constraint : column.constraints()) {
      apply(draft, constraint, context);
    }
    if (draft.collation.isPresent() && !context.collation().name().equals(draft.collation.get())) {
      type = type.withCollation(draft.collation.get());
    }
    // An identity column, a period column, a rowversion and the column of a primary key cannot be
    // NULL; all else can where nothing is said.
    boolean nullable =
        draft.nullable.orElse(
            draft.identity.isEmpty()
                && draft.generated.isEmpty()
                && !draft.primary
                && type.base() != SqlType.Base.ROWVERSION);
    return new Column(
        column.name().value(),
        type,
        nullable,
        draft.identity,
        Optional.empty(),
        draft.value,
        draft.generated,
        draft.hidden,
        draft.rowGuidCol,
        draft.sparse,
        draft.fileStream,
        draft.masking);
  }

  static Column computed(TableElement.ComputedColumn column, ModelContext context) {
    Draft draft = new Draft();
    for (ColumnConstraint constraint : column.constraints()) {
      apply(draft, constraint, context);
    }
    boolean nullable = !column.notNull() && draft.nullable.orElse(!draft.primary);
    return new Column(
        column.name().value(),
        SqlType.UNKNOWN,
        nullable,
        Optional.empty(),
        Optional.of(new Column.Computed(context.text(column.value()), column.persisted())),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        false,
        Optional.empty());
  }

  private static final class Draft {
    Optional<Boolean> nullable = Optional.empty();
    Optional<Column.Identity> identity = Optional.empty();
    Optional<Column.DefaultConstraint> value = Optional.empty();
    Optional<Column.GeneratedAlways> generated = Optional.empty();
    Optional<String> collation = Optional.empty();
    Optional<String> masking = Optional.empty();
    boolean hidden;
    boolean rowGuidCol;
    boolean sparse;
    boolean fileStream;
    boolean primary;
  }

  private static void apply(Draft draft, ColumnConstraint constraint, ModelContext context) {
    switch (constraint) {
      case ColumnConstraint.Nullability n -> draft.nullable = Optional.of(n.nullable());
      case ColumnConstraint.Default d ->
          draft.value =
              Optional.of(
                  new Column.DefaultConstraint(
                      d.name().map(Identifier::value), context.text(d.value())));
      case ColumnConstraint.Identity i ->
          draft.identity =
              Optional.of(
                  new Column.Identity(
                      i.seed().map(Options::scalar).orElse("1"),
                      i.increment().map(Options::scalar).orElse("1"),
                      i.notForReplication()));
      case ColumnConstraint.Collate c -> draft.collation = Optional.of(c.collation().value());
      case ColumnConstraint.GeneratedAlways g -> {
        draft.generated = generated(g.kind());
        draft.hidden |= g.hidden();
      }
      case ColumnConstraint.Hidden _ -> draft.hidden = true;
      case ColumnConstraint.RowGuidCol _ -> draft.rowGuidCol = true;
      case ColumnConstraint.Sparse _ -> draft.sparse = true;
      case ColumnConstraint.FileStream _ -> draft.fileStream = true;
      case ColumnConstraint.Masked m -> draft.masking = Optional.of(unquoted(m.function().text()));
      case ColumnConstraint.Key key -> draft.primary |= key.primary();
      case ColumnConstraint.ForeignKey _,
          ColumnConstraint.Check _,
          ColumnConstraint.Index _,
          ColumnConstraint.Encrypted _ -> {}
    }
  }

  /// The model holds no columns that tell who changed a row: those who take statements refuse them.
  private static Optional<Column.GeneratedAlways> generated(ColumnConstraint.GeneratedKind kind) {
    return switch (kind) {
      case ROW_START -> Optional.of(Column.GeneratedAlways.ROW_START);
      case ROW_END -> Optional.of(Column.GeneratedAlways.ROW_END);
      case TRANSACTION_ID_START -> Optional.of(Column.GeneratedAlways.TRANSACTION_ID_START);
      case TRANSACTION_ID_END -> Optional.of(Column.GeneratedAlways.TRANSACTION_ID_END);
      case SEQUENCE_NUMBER_START -> Optional.of(Column.GeneratedAlways.SEQUENCE_NUMBER_START);
      case SEQUENCE_NUMBER_END -> Optional.of(Column.GeneratedAlways.SEQUENCE_NUMBER_END);
      case SUSER_SID_START, SUSER_SID_END, SUSER_SNAME_START, SUSER_SNAME_END -> Optional.empty();
    };
  }

  /// The value of a string constant.
  static String unquoted(String literal) {
    int start = literal.startsWith("N") || literal.startsWith("n") ? 2 : 1;
    return literal.length() <= start
        ? ""
        : literal.substring(start, literal.length() - 1).replace("''", "'");
  }

  static List<String> names(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::value).toList();
  }
}
