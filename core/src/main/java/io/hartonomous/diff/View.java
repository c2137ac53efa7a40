package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A model, or an object of it, as a comparison sees it: what the options ignore is blanked out,
/// what the server spells another way (a sequence's limits, `float(53)`) has one spelling, names
/// are folded. Two objects are the same for a plan if their views are equal.
final class View {
  private final Collation collation;
  private final String databaseCollation;
  private final PublishOptions options;
  private final TableView tables;

  private View(Collation collation, String databaseCollation, PublishOptions options) {
    this.collation = collation;
    this.databaseCollation = databaseCollation;
    this.options = options;
    tables = new TableView(collation, databaseCollation, options);
  }

  /// `collation` is how names compare in this plan; `databaseCollation` is that of the database
  /// whose objects are seen.
  static View of(Collation collation, DatabaseModel model, PublishOptions options) {
    return new View(collation, model.collation().name(), options);
  }

  Collation collation() {
    return collation;
  }

  PublishOptions options() {
    return options;
  }

  TableView tables() {
    return tables;
  }

  Map<String, String> settings(DatabaseOptions database) {
    Map<String, String> settings = new TreeMap<>();
    database.settings().forEach((name, value) -> settings.put(name, collation.key(value)));
    return settings;
  }

  /// Whether the comparison looks at objects of this kind at all.
  boolean sees(SchemaObject object) {
    ObjectKind kind = object.kind();
    if (options.excluded().contains(kind)) {
      return false;
    }
    return switch (kind) {
      case PERMISSION -> !options.is(PublishOption.IGNORE_PERMISSIONS);
      case ROLE_MEMBERSHIP -> !options.is(PublishOption.IGNORE_ROLE_MEMBERSHIP);
      case EXTENDED_PROPERTY -> !options.is(PublishOption.IGNORE_EXTENDED_PROPERTIES);
      default -> true;
    };
  }

  SchemaObject object(SchemaObject object) {
    return switch (object) {
      case Table table -> tables.table(table);
      case TableType type -> tables.tableType(type);
      case Module module -> module(module);
      case PlainObject plain -> plain(plain);
      case Security security -> security(security);
      case ExtendedProperty property -> property(property);
    };
  }

  /// Whether an object seen by this view is the same as another one seen by `other`.
  boolean same(SchemaObject mine, View other, SchemaObject others) {
    if (mine == others && this == other) {
      return true;
    }
    // Most modules have the very same text on both sides: nothing has to be read then.
    if (mine instanceof Module left
        && others instanceof Module right
        && left.definition().text().equals(right.definition().text())) {
      return module(left, "").equals(other.module(right, ""));
    }
    return object(mine).equals(other.object(others));
  }

  private Module module(Module module) {
    return module(module, ModuleText.key(module.definition().text(), collation, options));
  }

  private Module module(Module module, String key) {
    ObjectName name = collation.key(module.name());
    SqlText text = new SqlText(key, key);
    boolean ansi = options.is(PublishOption.IGNORE_ANSI_NULLS) || module.ansiNulls();
    boolean quoted =
        options.is(PublishOption.IGNORE_QUOTED_IDENTIFIERS) || module.quotedIdentifier();
    // Everything else of a module is told by its text.
    return switch (module) {
      case Module.View view ->
          new Module.View(name, text, ansi, quoted, false, tables.indexes(view.indexes()));
      case Module.Procedure _ -> new Module.Procedure(name, List.of(), text, ansi, quoted);
      case Module.ScalarFunction function ->
          new Module.ScalarFunction(name, List.of(), SqlType.UNKNOWN, text, ansi, quoted, false);
      case Module.TableFunction function ->
          new Module.TableFunction(name, List.of(), false, List.of(), text, ansi, quoted, false);
      case Module.Trigger trigger ->
          new Module.Trigger(
              name,
              collation.key(trigger.parent()),
              false,
              List.of(),
              trigger.disabled() && !options.is(PublishOption.IGNORE_DML_TRIGGER_STATE),
              text,
              ansi,
              quoted);
      case Module.DatabaseTrigger trigger ->
          new Module.DatabaseTrigger(
              name,
              List.of(),
              trigger.disabled() && !options.is(PublishOption.IGNORE_DDL_TRIGGER_STATE),
              text,
              ansi,
              quoted);
    };
  }

  private PlainObject plain(PlainObject object) {
    return switch (object) {
      case PlainObject.Schema schema ->
          new PlainObject.Schema(collation.key(schema.schema()), owner(schema.owner()));
      case PlainObject.Sequence sequence -> Sequences.seen(sequence, collation);
      case PlainObject.Synonym synonym ->
          new PlainObject.Synonym(collation.key(synonym.name()), collation.key(synonym.target()));
      case PlainObject.AliasType type ->
          new PlainObject.AliasType(
              collation.key(type.name()), tables.type(type.base()), type.nullable());
      case PlainObject.PartitionFunction function ->
          new PlainObject.PartitionFunction(
              collation.key(function.function()),
              tables.type(function.type()),
              function.right(),
              function.boundaries());
      case PlainObject.PartitionScheme scheme ->
          new PlainObject.PartitionScheme(
              collation.key(scheme.scheme()),
              collation.key(scheme.function()),
              scheme.fileGroups().stream().map(collation::key).collect(Collectors.toList()));
      case PlainObject.Filegroup group ->
          new PlainObject.Filegroup(collation.key(group.fileGroup()));
      case PlainObject.Other other ->
          new PlainObject.Other(other.type(), collation.key(other.name()), other.script());
    };
  }

  private Security security(Security object) {
    return switch (object) {
      case Security.Role role -> new Security.Role(collation.key(role.role()), owner(role.owner()));
      case Security.User user ->
          new Security.User(
              collation.key(user.user()),
              user.userKind(),
              user.login().map(collation::key),
              options.is(PublishOption.IGNORE_DEFAULT_SCHEMA) || user.defaultSchema().isEmpty()
                  ? "dbo"
                  : collation.key(user.defaultSchema()));
      case Security.RoleMembership membership ->
          new Security.RoleMembership(
              collation.key(membership.role()), collation.key(membership.member()));
      case Security.Permission permission ->
          new Security.Permission(
              permission.state(),
              permission.permission(),
              permission.securableClass(),
              permission.securable().map(collation::key),
              permission.columns().stream().map(collation::key).sorted().toList(),
              collation.key(permission.grantee()));
    };
  }

  private String owner(String owner) {
    return options.is(PublishOption.IGNORE_AUTHORIZER) || owner.isEmpty()
        ? "dbo"
        : collation.key(owner);
  }

  private ExtendedProperty property(ExtendedProperty property) {
    // The server keeps a sql_variant: whether the value was written with N is seen in its type
    // only, and nobody means that.
    String value = property.value().canonical();
    String plain = value.startsWith("N'") ? value.substring(1) : value;
    return new ExtendedProperty(
        collation.key(property.property()),
        level(property.level0()),
        level(property.level1()),
        level(property.level2()),
        new SqlText(plain, plain));
  }

  private Optional<ExtendedProperty.Level> level(Optional<ExtendedProperty.Level> level) {
    return level.map(l -> new ExtendedProperty.Level(l.type(), collation.key(l.name())));
  }
}
