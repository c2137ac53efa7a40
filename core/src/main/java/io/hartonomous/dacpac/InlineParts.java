package io.hartonomous.dacpac;

import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.TableElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which constraints and indexes stand inside a CREATE TABLE, and which of them beside a column. The format notes it, so that a script made from a package looks like the source.
///
/// A part is known by its name; an unnamed one by what it says, in the words of `ConstraintElements.part`.
public record InlineParts(Set<String> inline, Set<String> onColumn) {
  /// Nothing is inline: every part has a statement of its own.
  public static final InlineParts NONE = new InlineParts(Set.of(), Set.of());

  public InlineParts {
    inline = Set.copyOf(inline);
    onColumn = Set.copyOf(onColumn);
  }

  public static InlineParts of(List<TableElement> elements, ParseResult source) {
    Set<String> inline = new HashSet<>();
    Set<String> onColumn = new HashSet<>();
    for (TableElement element : elements) {
      switch (element) {
        case TableElement.Column column -> column.constraints().forEach(constraint -> part(constraint, column.name(), source).ifPresent(onColumn::add));
        case TableElement.ComputedColumn column ->
            column.constraints().forEach(constraint -> part(constraint, column.name(), source).ifPresent(onColumn::add));
        case TableElement.Key key -> inline.add(name(key.name()).orElseGet(() -> keyText(key.primary(), key.columns().stream().map(c -> c.name().value()).toList())));
        case TableElement.ForeignKey key -> inline.add(name(key.name()).orElseGet(
            () -> foreignKeyText(key.columns().stream().map(Identifier::value).toList(), key.references())));
        case TableElement.Check check -> inline.add(name(check.name()).orElseGet(() -> source.text(check.condition())));
        case TableElement.Index index -> inline.add(index.name().value());
        case TableElement.DefaultFor value -> inline.add(name(value.name()).orElseGet(() -> source.text(value.value())));
        case TableElement.Connection connection -> name(connection.name()).ifPresent(inline::add);
        case TableElement.Period _, TableElement.ColumnSet _, TableElement.References _, TableElement.IndexColumn _ -> {}
      }
    }
    inline.addAll(onColumn);
    return new InlineParts(fold(inline), fold(onColumn));
  }

  private static Optional<String> part(ColumnConstraint constraint, Identifier column, ParseResult source) {
    return switch (constraint) {
      case ColumnConstraint.Default value -> Optional.of(name(value.name()).orElseGet(() -> source.text(value.value())));
      case ColumnConstraint.Key key -> Optional.of(name(key.name()).orElseGet(() -> keyText(key.primary(), List.of(column.value()))));
      case ColumnConstraint.ForeignKey key ->
          Optional.of(name(key.name()).orElseGet(() -> foreignKeyText(List.of(column.value()), key.references())));
      case ColumnConstraint.Check check -> Optional.of(name(check.name()).orElseGet(() -> source.text(check.condition())));
      case ColumnConstraint.Index index -> Optional.of(index.index().name().value());
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(Optional<Identifier> name) {
    return name.map(Identifier::value);
  }

  private static String keyText(boolean primary, List<String> columns) {
    return (primary ? "PRIMARY KEY " : "UNIQUE ") + String.join(",", columns);
  }

  private static String foreignKeyText(List<String> columns, TableElement.References references) {
    return "FOREIGN KEY " + String.join(",", columns) + " " + references.table().object().value();
  }

  private static Set<String> fold(Set<String> parts) {
    Set<String> folded = new HashSet<>();
    parts.forEach(part -> folded.add(key(part)));
    return folded;
  }

  private static String key(String part) {
    return part.toUpperCase(Locale.ROOT);
  }

  public boolean isInline(String part) {
    return inline.contains(key(part));
  }

  public boolean isOnColumn(String part) {
    return onColumn.contains(key(part));
  }
}
