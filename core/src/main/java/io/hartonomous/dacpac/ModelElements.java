package io.hartonomous.dacpac;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Module;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole model as elements, in the order of the file: by name, the unnamed first and by type.
final class ModelElements {
  /// What a package states of the database where the project says nothing.
  static final Map<String, String> DEFAULT_OPTIONS = defaultOptions();

  private ModelElements() {}

  static List<PackageElement> of(
      DatabaseModel model, PackageBinding binding, Disambiguators numbers) {
    List<PackageElement> elements = new ArrayList<>();
    elements.add(databaseOptions(model));
    for (SchemaObject object : model.objects()) {
      elements.addAll(of(object, model, binding, numbers));
    }
    elements.sort(
        Comparator.<PackageElement, String>comparing(
                element -> element.name().orElse(""), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(element -> element.name().orElse(""))
            .thenComparing(PackageElement::type));
    return elements;
  }

  private static List<PackageElement> of(
      SchemaObject object, DatabaseModel model, PackageBinding binding, Disambiguators numbers) {
    return switch (object) {
      case Table table -> TableElements.of(table, binding);
      case TableType type -> List.of(TableTypeElements.of(type, binding));
      case Module module -> ModuleElements.of(module, binding, numbers);
      case PlainObject plain -> List.of(PlainElements.of(plain, model));
      case Security security -> SecurityElements.of(security);
      case ExtendedProperty property -> List.of(ExtendedPropertyElements.of(property));
    };
  }

  /// The options that a package always states, with their values where the project says nothing,
  /// then all others that it states.
  private static PackageElement databaseOptions(DatabaseModel model) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Collation", model.collation().name());
    values.putAll(DEFAULT_OPTIONS);
    values.putAll(model.options().settings());
    PackageElement element =
        PackageElement.unnamed("SqlDatabaseOptions").disambiguator(SecurityElements.DATABASE);
    values.forEach(element::property);
    return element.builtIn("DefaultFilegroup", "[PRIMARY]");
  }

  private static Map<String, String> defaultOptions() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("IsAnsiNullDefaultOn", "True");
    values.put("IsAnsiNullsOn", "True");
    values.put("IsAnsiWarningsOn", "True");
    values.put("IsArithAbortOn", "True");
    values.put("IsConcatNullYieldsNullOn", "True");
    values.put("IsTornPageProtectionOn", "False");
    values.put("IsFullTextEnabled", "True");
    values.put("PageVerifyMode", "3");
    values.put("DefaultLanguage", "");
    values.put("DefaultFullTextLanguage", "");
    values.put("QueryStoreStaleQueryThreshold", "367");
    return Collections.unmodifiableMap(values);
  }
}
