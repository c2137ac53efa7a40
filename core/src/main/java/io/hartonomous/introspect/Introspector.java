package io.hartonomous.introspect;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlText;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the database of a connection.
///
/// Our own tables (schema `hart`, `dbo.__RefactorLog`, the tests' schema) are not seen. What a
/// model cannot hold (assemblies, queues) is there as [PlainObject.Other] with an empty script, so
/// that nothing takes its name; what would make a plan wrong is refused by name.
public final class Introspector {
  private Introspector() {}

  /// Two round trips. Errors: [IntrospectionException] where a query fails, a right is missing or
  /// an object cannot be read.
  public static IntrospectedDatabase read(Connection connection) throws IntrospectionException {
    Catalog catalog = Catalog.read(connection);
    Names names = new Names(catalog);
    Columns columns = new Columns(catalog);
    TypeReader types = new TypeReader(catalog, names);
    TableReader tables = new TableReader(catalog, names, types, columns);
    List<SchemaObject> objects = new ArrayList<>();
    objects.addAll(new PlainReader(catalog, names, types).objects());
    objects.addAll(types.aliasTypes());
    objects.addAll(tables.tables());
    objects.addAll(tables.tableTypes());
    objects.addAll(new ModuleReader(catalog, names, types, tables).modules());
    objects.addAll(new SecurityReader(catalog, names, types, columns).objects());
    objects.addAll(new PropertyReader(catalog, names, types, columns).properties());
    objects.addAll(others(names));
    DatabaseModel model = DatabaseModel.of(DatabaseReader.read(catalog), objects);
    return new IntrospectedDatabase(
        model, DependencyReader.read(catalog, names, model), catalog.facts());
  }

  private static List<SchemaObject> others(Names names) {
    // Read elsewhere: tables, modules, constraints, sequences, synonyms, types; SQ, IT are the
    // server's own or a queue's.
    Set<String> known =
        Set.of(
            "U", "V", "P", "FN", "IF", "TF", "TR", "PK", "UQ", "F", "C", "D", "EC", "SO", "SN",
            "TT", "IT", "S");
    List<SchemaObject> others = new ArrayList<>();
    names
        .objects()
        .forEach((id, _) -> {
          if (names.shown(id) && !known.contains(names.type(id))) {
            ObjectName name = names.name(id);
            others.add(
                new PlainObject.Other(
                    "object of type " + names.type(id), name, new SqlText("", "")));
          }
        });
    return others;
  }
}
