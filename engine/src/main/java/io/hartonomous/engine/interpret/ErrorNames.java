package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.PgErrors;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.List;
import java.util.Optional;

/// The way back from PostgreSQL's names in an error to those of the session's tables.
final class ErrorNames implements PgErrors.Names {
  private final Session session;
  private final PgNames names;

  ErrorNames(Session session) {
    this.session = session;
    this.names = session.names().pg();
  }

  @Override
  public String database() {
    return session.databaseName();
  }

  @Override
  public Optional<ObjectName> table(String pgSchema, String pgTable) {
    return find(pgSchema, pgTable).map(Table::name);
  }

  private Optional<Table> find(String pgSchema, String pgTable) {
    if (pgSchema.startsWith("pg_temp")) {
      String quoted = "pg_temp." + PgNames.quote(pgTable);
      return session.temporaries().live().stream()
          .filter(t -> t.pgName.equals(quoted))
          .map(TemporaryTable::table)
          .findFirst();
    }
    return session.catalog().state().entries().stream()
        .filter(e -> e.object() instanceof Table && matches(e, pgSchema, pgTable))
        .map(e -> (Table) e.object())
        .findFirst();
  }

  private boolean matches(CatalogEntry entry, String pgSchema, String pgTable) {
    return names.bareSchema(entry.name().schema()).equals(pgSchema)
        && names.bare(entry.name().name()).equals(pgTable);
  }

  @Override
  public Optional<String> column(ObjectName table, String pgColumn) {
    List<Column> columns =
        session.temporaries().live().stream()
            .filter(t -> t.table().name().equals(table))
            .map(t -> t.table().columns())
            .findFirst()
            .or(() ->
                session.catalog().state().named(table).map(e -> ((Table) e.object()).columns()))
            .orElse(List.of());
    return columns.stream()
        .map(Column::name)
        .filter(c -> names.bare(c).equals(pgColumn))
        .findFirst();
  }

  @Override
  public Optional<PgErrors.Constraint> constraint(
      String pgSchema, String pgTable, String pgConstraint) {
    return find(pgSchema, pgTable)
        .flatMap(t ->
            constraint(t, pgConstraint)
                .or(() ->
                    pgSchema.startsWith("pg_temp")
                        ? temporaryKey(t, pgConstraint)
                        : Optional.empty()));
  }

  // Keys of temporary tables have the names that PostgreSQL gives them.
  private static Optional<PgErrors.Constraint> temporaryKey(Table table, String pgConstraint) {
    boolean primary = pgConstraint.endsWith("_pkey");
    if (!primary && !pgConstraint.endsWith("_key")) {
      return Optional.empty();
    }
    return table.constraints().stream()
        .filter(c -> c instanceof TableConstraint.Key k && k.primary() == primary)
        .findFirst()
        .map(c ->
            new PgErrors.Constraint(
                c.name().orElse((primary ? "PK__" : "UQ__") + table.name().name()),
                primary ? PgErrors.Constraint.Kind.PRIMARY_KEY : PgErrors.Constraint.Kind.UNIQUE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private Optional<PgErrors.Constraint> constraint(Table table, String pgConstraint) {
    for (TableConstraint c : table.constraints()) {
      String name = c.name().orElse("");
      if (names.bare(name).equals(pgConstraint)
          || names.index(table.name(), name).equals(PgNames.quote(pgConstraint))) {
        return Optional.of(
            switch (c) {
              case TableConstraint.Key k ->
                  new PgErrors.Constraint(
                      name,
                      k.primary()
                          ? PgErrors.Constraint.Kind.PRIMARY_KEY
                          : PgErrors.Constraint.Kind.UNIQUE,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty());
              case TableConstraint.ForeignKey k ->
                  new PgErrors.Constraint(
                      name,
                      k.referencedTable().equals(table.name())
                          ? PgErrors.Constraint.Kind.SELF_REFERENCE
                          : PgErrors.Constraint.Kind.FOREIGN_KEY,
                      Optional.of(k.referencedTable()),
                      single(k.referencedColumns()),
                      single(k.columns()));
              case TableConstraint.Check k ->
                  new PgErrors.Constraint(
                      name,
                      PgErrors.Constraint.Kind.CHECK,
                      Optional.empty(),
                      Optional.empty(),
                      session.dependents().checkedColumn(table, k));
              case TableConstraint.Connection _ ->
                  new PgErrors.Constraint(
                      name,
                      PgErrors.Constraint.Kind.CHECK,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty());
            });
      }
    }
    for (Index index : table.indexes()) {
      if (names.index(table.name(), index.name()).equals(PgNames.quote(pgConstraint))) {
        return Optional.of(
            new PgErrors.Constraint(
                index.name(),
                PgErrors.Constraint.Kind.UNIQUE_INDEX,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> single(List<String> columns) {
    return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
  }
}
