package io.hartonomous.engine.catalog;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.bind.SystemCatalog;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The system's views with all their columns, and its routines.
public final class SystemObjects implements Catalog {
  /// Views whose columns begin with those of another one: the documentation lists only what they
  /// add.
  private static final Map<String, String> BASE =
      Map.of(
          "tables",
          "objects",
          "masked_columns",
          "columns",
          "table_types",
          "types",
          "assembly_types",
          "types",
          "partition_schemes",
          "data_spaces",
          "sequences",
          "objects");

  private static final Set<String> COLUMN_VIEWS =
      Set.of(
          "columns",
          "all_columns",
          "computed_columns",
          "identity_columns",
          "masked_columns",
          "parameters",
          "all_parameters");

  /// Procedures that drivers call and the reference compiler does not know.
  private static final Set<String> UNLISTED =
      Set.of(
          "sp_columns_90",
          "sp_columns_100",
          "sp_columns_170",
          "sp_sproc_columns_90",
          "sp_sproc_columns_100",
          "sp_statistics_100",
          "sp_datatype_info_100",
          "sp_tablecollations_100",
          "sp_procedure_params_100_managed");

  private final Map<ObjectName, Optional<Relation>> relations = new ConcurrentHashMap<>();

  @Override
  public Collation collation() {
    return Collation.DEFAULT;
  }

  @Override
  public String defaultSchema() {
    return "dbo";
  }

  @Override
  public boolean schemaExists(String schema) {
    return SystemCatalog.isSystemSchema(schema);
  }

  @Override
  public Optional<Relation> relation(ObjectName name) {
    return relations.computeIfAbsent(Collation.DEFAULT.key(name), this::complete);
  }

  private Optional<Relation> complete(ObjectName name) {
    return SystemCatalog.instance()
        .relation(name)
        .map(found -> {
          if (!name.schema().equals("sys")) {
            return found;
          }
          List<Relation.Column> columns = new ArrayList<>();
          Set<String> seen = new HashSet<>();
          String base = BASE.get(name.name());
          if (base != null) {
            add(
                columns,
                seen,
                SystemCatalog.instance()
                    .relation(new ObjectName("sys", base))
                    .orElseThrow()
                    .columns());
          }
          add(columns, seen, found.columns());
          if (COLUMN_VIEWS.contains(name.name())) {
            add(
                columns,
                seen,
                List.of(
                    Relation.Column.of("vector_dimensions", SqlType.INT),
                    Relation.Column.of("vector_base_type", SqlType.of(SqlType.Base.TINYINT)),
                    Relation.Column.of("vector_base_type_desc", SqlType.nvarchar(10))));
          }
          return new Relation(found.name(), Relation.Kind.SYSTEM, columns, true);
        });
  }

  private static void add(
      List<Relation.Column> list, Set<String> seen, List<Relation.Column> more) {
    for (Relation.Column c : more) {
      if (!c.name().contains(".") && seen.add(c.name().toLowerCase(Locale.ROOT))) {
        list.add(c);
      }
    }
  }

  @Override
  public Optional<Routine> routine(ObjectName name) {
    Optional<Routine> known = SystemCatalog.instance().routine(name);
    return known.isEmpty()
            && SystemCatalog.isSystemSchema(name.schema())
            && UNLISTED.contains(name.name().toLowerCase(Locale.ROOT))
        ? Optional.of(
            new Routine(name, Routine.Kind.SYSTEM_PROCEDURE, List.of(), SqlType.INT, List.of()))
        : known;
  }

  @Override
  public Optional<ObjectName> synonym(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<Relation> tableType(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<SqlType> sequence(ObjectName name) {
    return Optional.empty();
  }
}
