package io.hartonomous.dacpac;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.dacpac.ModelXmlReader.ModelXml;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Column.DefaultConstraint;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a model of the elements of a package.
final class ModelReader {
  private static final Set<String> PARTS_OF_TABLES =
      Set.of(
          "SqlPrimaryKeyConstraint",
          "SqlUniqueConstraint",
          "SqlForeignKeyConstraint",
          "SqlCheckConstraint",
          "SqlEdgeConstraint",
          "SqlDefaultConstraint",
          "SqlIndex",
          "SqlColumnStoreIndex");

  private final List<PackageElement> elements;
  private final DatabaseOptions options;
  private final TypeReader types;
  private final ColumnReader columns;
  private final PackageTypes catalog;
  private final Map<String, List<PackageElement>> parts = new HashMap<>();
  private final Map<String, PackageElement> byName = new HashMap<>();

  private ModelReader(ModelXml xml) {
    elements = xml.elements();
    options = options(xml);
    Map<String, SqlType> userTypes = new HashMap<>();
    Collation collation = options.collation();
    for (PackageElement element : elements) {
      String name = element.name().orElse("");
      byName.putIfAbsent(collation.key(name), element);
      if (element.type().equals("SqlUserDefinedDataType")) {
        userTypes.put(
            collation.key(name), TypeReader.alias(element).base().withUserType(Names.object(name)));
      } else if (element.type().equals("SqlTableType")) {
        userTypes.put(
            collation.key(name), SqlType.of(SqlType.Base.TABLE).withUserType(Names.object(name)));
      } else if (PARTS_OF_TABLES.contains(element.type())) {
        String owner =
            element
                .reference("DefiningTable")
                .or(() -> element.reference("IndexedObject"))
                .orElse("");
        parts.computeIfAbsent(collation.key(owner), _ -> new ArrayList<>()).add(element);
      }
    }
    types =
        new TypeReader(name -> Optional.ofNullable(userTypes.get(collation.key(name.quoted()))));
    columns = new ColumnReader(types);
    catalog = new PackageTypes(collation, userTypes);
  }

  static DatabaseModel read(ModelXml xml) throws PackageException {
    return new ModelReader(xml).model();
  }

  private static DatabaseOptions options(ModelXml xml) {
    Map<String, String> settings = new LinkedHashMap<>();
    xml.elements().stream()
        .filter(element -> element.type().equals("SqlDatabaseOptions"))
        .findFirst()
        .ifPresent(element ->
            element
                .properties()
                .forEach(property -> settings.put(property.name(), property.value())));
    Collation collation =
        Optional.ofNullable(settings.remove("Collation"))
            .map(Collation::new)
            .orElse(Collation.DEFAULT);
    ModelElements.DEFAULT_OPTIONS.forEach(settings::remove);
    return new DatabaseOptions(
        ModelHeader.shortProviderName(xml.header().schemaProvider()), collation, settings);
  }

  private DatabaseModel model() throws PackageException {
    List<SchemaObject> objects = new ArrayList<>();
    for (PackageElement element : elements) {
      read(element, objects);
    }
    return DatabaseModel.of(options, objects);
  }

  private void read(PackageElement element, List<SchemaObject> objects) throws PackageException {
    ObjectName name = Names.object(element.name().orElse(""));
    switch (element.type()) {
      case "SqlDatabaseOptions" -> {}
      case "SqlTable" -> objects.add(table(element, name));
      case "SqlTableType" -> objects.add(tableType(element, name));
      case "SqlSchema" ->
          objects.add(
              new PlainObject.Schema(
                  name.name(), element.reference("Authorizer").map(Names::last).orElse("dbo")));
      case "SqlSequence" -> objects.add(sequence(element, name));
      case "SqlSynonym" -> objects.add(synonym(name, element.value("ForObjectScript").orElse("")));
      case "SqlUserDefinedDataType" -> objects.add(TypeReader.alias(element));
      case "SqlPartitionFunction" ->
          objects.add(
              new PlainObject.PartitionFunction(
                  name.name(),
                  types.of(element, "ParameterType"),
                  element.value("Range").filter("2"::equals).isPresent(),
                  element.children("BoundaryValues").stream()
                      .map(value -> value.value("ExpressionScript").orElse(""))
                      .toList()));
      case "SqlPartitionScheme" ->
          objects.add(
              new PlainObject.PartitionScheme(
                  name.name(),
                  element.reference("PartitionFunction").map(Names::last).orElse(""),
                  element.children("Filegroups").stream()
                      .map(group -> Names.last(group.reference("Filegroup").orElse("")))
                      .toList()));
      case "SqlFilegroup" -> objects.add(new PlainObject.Filegroup(name.name()));
      case "SqlRole", "SqlUser", "SqlRoleMembership", "SqlPermissionStatement" ->
          SecurityReader.read(element).ifPresent(objects::add);
      case "SqlExtendedProperty" -> objects.add(ExtendedPropertyElements.read(element, hosts()));
      case "SqlView",
          "SqlProcedure",
          "SqlScalarFunction",
          "SqlInlineTableValuedFunction",
          "SqlMultiStatementTableValuedFunction",
          "SqlDmlTrigger",
          "SqlDatabaseDdlTrigger" ->
          objects.add(ModuleReader.read(element, catalog, parts(element)));
      default -> {
        if (!PARTS_OF_TABLES.contains(element.type())) {
          throw new PackageException(
              "The package has the object "
                  + element
                  + ", of a type that is not understood yet. Nothing was read from it.");
        }
      }
    }
  }

  private List<PackageElement> parts(PackageElement owner) {
    return parts.getOrDefault(options.collation().key(owner.name().orElse("")), List.of());
  }

  private Table table(PackageElement element, ObjectName name) {
    List<PackageElement> own = parts(element);
    Map<String, DefaultConstraint> defaults = new HashMap<>();
    List<TableConstraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (PackageElement part : own) {
      switch (part.type()) {
        case "SqlDefaultConstraint" ->
            defaults.put(
                part.reference("ForColumn").map(Names::last).orElse(""),
                ConstraintReader.defaultConstraint(part));
        case "SqlIndex", "SqlColumnStoreIndex" -> indexes.add(ConstraintReader.index(part));
        default -> ConstraintReader.read(part).ifPresent(constraints::add);
      }
    }
    List<Column> read =
        element.children("Columns").stream()
            .filter(column -> !ColumnReader.isGraphColumn(column))
            .map(column ->
                columns.read(
                    column,
                    true,
                    Optional.ofNullable(defaults.get(Names.last(column.name().orElse(""))))))
            .toList();
    return Table.of(
        name, read, constraints, indexes, tableOptions(element, read), options.collation());
  }

  private static Table.TableOptions tableOptions(PackageElement element, List<Column> columns) {
    Optional<String> start = generated(columns, Column.GeneratedAlways.ROW_START);
    Optional<String> end = generated(columns, Column.GeneratedAlways.ROW_END);
    Optional<ObjectName> history =
        element.reference("TemporalSystemVersioningHistoryTable").map(Names::object);
    Optional<Table.SystemVersioning> versioning =
        start.isPresent() && end.isPresent()
            ? Optional.of(
                new Table.SystemVersioning(
                    start.get(),
                    end.get(),
                    history.isPresent(),
                    history,
                    Retention.read(element).orElse("INFINITE")))
            : Optional.empty();
    Table.Graph graph =
        element.isTrue("IsNode")
            ? Table.Graph.NODE
            : element.isTrue("IsEdge") ? Table.Graph.EDGE : Table.Graph.NONE;
    return new Table.TableOptions(
        versioning,
        graph,
        element.isTrue("IsMemoryOptimized"),
        element.value("Durability"),
        Placements.read(element),
        element.reference("FilegroupForTextImage").map(Names::last),
        element.reference("FileStreamFilegroup").map(Names::last),
        ConstraintReader.compression(element),
        "TABLE",
        element.isTrue("IsAnsiNullsOn", true),
        element.isTrue("IsQuotedIdentifierOn", true));
  }

  private static Optional<String> generated(List<Column> columns, Column.GeneratedAlways kind) {
    return columns.stream()
        .filter(column -> column.generatedAlways().equals(Optional.of(kind)))
        .map(Column::name)
        .findFirst();
  }

  private TableType tableType(PackageElement element, ObjectName name) {
    Map<String, DefaultConstraint> defaults = new HashMap<>();
    List<TableConstraint> constraints = new ArrayList<>();
    for (PackageElement part : element.children("Constraints")) {
      if (part.type().equals("SqlTableTypeDefaultConstraint")) {
        defaults.put(
            part.reference("ForColumn").map(Names::last).orElse(""),
            ConstraintReader.defaultConstraint(part));
      } else {
        ConstraintReader.read(part).ifPresent(constraints::add);
      }
    }
    List<Column> read =
        element.children("Columns").stream()
            .map(column ->
                columns.read(
                    column,
                    false,
                    Optional.ofNullable(defaults.get(Names.last(column.name().orElse(""))))))
            .toList();
    return new TableType(
        name,
        read,
        TableConstraint.ordered(constraints, options.collation()),
        element.children("Indexes").stream()
            .map(ConstraintReader::index)
            .sorted(Comparator.comparing(Index::name, options.collation()))
            .toList(),
        element.isTrue("IsMemoryOptimized"));
  }

  /// The target is in the package as it was written; the model has one spelling.
  private SchemaObject synonym(ObjectName name, String target) throws PackageException {
    ParseResult parsed =
        Parser.parse(
            new SourceFile(name.quoted(), "CREATE SYNONYM " + Names.of(name) + " FOR " + target),
            ParseOptions.DEFAULT.shallow());
    return parsed.script().batches().stream()
        .flatMap(batch -> batch.statements().stream())
        .flatMap(
            statement -> SchemaObjects.from(statement, ModelContext.of(parsed, catalog)).stream())
        .findFirst()
        .filter(_ -> parsed.diagnostics().isEmpty())
        .orElseThrow(() ->
            new PackageException(
                "The synonym "
                    + name.quoted()
                    + " of the package stands for '"
                    + target
                    + "', which is no name."));
  }

  private PlainObject.Sequence sequence(PackageElement element, ObjectName name) {
    Optional<Integer> cache =
        element.isTrue("IsCached", true)
            ? element.value("CacheSize").map(Integer::parseInt)
            : Optional.of(0);
    return new PlainObject.Sequence(
        name,
        element.child("TypeSpecifier").map(_ -> types.of(element, "TypeSpecifier")),
        element.value("StartValue"),
        element.value("Increment"),
        element.value("MinValue"),
        element.value("MaxValue"),
        element.isTrue("IsCycling"),
        cache);
  }

  private ExtendedPropertyElements.Hosts hosts() {
    Collation collation = options.collation();
    return new ExtendedPropertyElements.Hosts() {
      @Override
      public String kind(ObjectName object) {
        String type =
            Optional.ofNullable(byName.get(collation.key(object.quoted())))
                .map(PackageElement::type)
                .orElse("");
        return switch (type) {
          case "SqlView" -> "VIEW";
          case "SqlProcedure" -> "PROCEDURE";
          case "SqlScalarFunction",
              "SqlInlineTableValuedFunction",
              "SqlMultiStatementTableValuedFunction" ->
              "FUNCTION";
          case "SqlTableType" -> "TYPE";
          default -> "TABLE";
        };
      }

      @Override
      public ObjectName table(ObjectName part) {
        return Optional.ofNullable(byName.get(collation.key(part.quoted())))
            .flatMap(
                element -> element.reference("DefiningTable").or(() -> element.reference("Parent")))
            .map(Names::object)
            .orElse(part);
      }
    };
  }
}
