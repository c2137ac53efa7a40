package io.hartonomous.dacpac;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.model.Module;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.TableStatement.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A multi-statement function: its result is a table with constraints of its own, which the format
/// writes as it does those of tables.
final class ReturnTable {
  private ReturnTable() {}

  static List<PackageElement> of(
      Module.TableFunction function,
      ModuleText text,
      PackageBinding binding,
      Consumer<PackageElement> rest) {
    ModuleStatement.Function statement = (ModuleStatement.Function) text.statement();
    if (!(statement.returns() instanceof ModulePart.Returns.TableVariable returns)) {
      throw new IllegalStateException(function.name().quoted() + " returns no table variable.");
    }
    Table table = table(function, statement, returns, text.source(), binding.catalog());
    List<PackageElement> elements =
        new ArrayList<>(TableElements.of(table, binding.ofResult(table.key(), function.key())));
    PackageElement asTable = elements.removeLast();
    PackageElement element =
        PackageElement.named("SqlMultiStatementTableValuedFunction", Names.of(function.name()));
    element.property("ReturnTableVariable", returns.variable().name());
    asTable.children("Columns").forEach(column -> element.child("Columns", column));
    rest.accept(element);
    asTable.annotations().forEach(element::annotate);
    elements.add(element);
    return elements;
  }

  private static Table table(
      Module.TableFunction function,
      ModuleStatement.Function statement,
      ModulePart.Returns.TableVariable returns,
      ParseResult source,
      Catalog catalog) {
    CreateTable create =
        new CreateTable(
            statement.name(),
            returns.definition().elements(),
            returns.definition().commas(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            returns.from(),
            returns.to());
    return SchemaObjects.from(create, ModelContext.of(source, catalog)).stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .findFirst()
        .map(made -> made.withName(function.name()))
        .orElseThrow();
  }
}
