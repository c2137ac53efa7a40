package io.hartonomous.diff;

import io.hartonomous.model.ObjectKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The reference's names of object types (option type ObjectType) and the kinds that they mean
/// here.
final class ObjectTypes {
  private static final Map<String, Set<ObjectKind>> KINDS =
      Map.ofEntries(
          Map.entry("DatabaseRoles", Set.of(ObjectKind.ROLE)),
          Map.entry("DatabaseTriggers", Set.of(ObjectKind.DATABASE_TRIGGER)),
          Map.entry("ExtendedProperties", Set.of(ObjectKind.EXTENDED_PROPERTY)),
          Map.entry("Filegroups", Set.of(ObjectKind.FILEGROUP)),
          Map.entry("FullTextCatalogs", Set.of(ObjectKind.FULL_TEXT_CATALOG)),
          Map.entry("PartitionFunctions", Set.of(ObjectKind.PARTITION_FUNCTION)),
          Map.entry("PartitionSchemes", Set.of(ObjectKind.PARTITION_SCHEME)),
          Map.entry("Permissions", Set.of(ObjectKind.PERMISSION)),
          Map.entry("RoleMembership", Set.of(ObjectKind.ROLE_MEMBERSHIP)),
          Map.entry("ScalarValuedFunctions", Set.of(ObjectKind.SCALAR_FUNCTION)),
          Map.entry("Sequences", Set.of(ObjectKind.SEQUENCE)),
          Map.entry("StoredProcedures", Set.of(ObjectKind.PROCEDURE)),
          Map.entry("Synonyms", Set.of(ObjectKind.SYNONYM)),
          Map.entry("Tables", Set.of(ObjectKind.TABLE, ObjectKind.TRIGGER)),
          Map.entry("TableValuedFunctions", Set.of(ObjectKind.TABLE_FUNCTION)),
          Map.entry("UserDefinedDataTypes", Set.of(ObjectKind.ALIAS_TYPE)),
          Map.entry("UserDefinedTableTypes", Set.of(ObjectKind.TABLE_TYPE)),
          Map.entry("Users", Set.of(ObjectKind.USER)),
          Map.entry("Views", Set.of(ObjectKind.VIEW)),
          Map.entry("XmlSchemaCollections", Set.of(ObjectKind.XML_SCHEMA_COLLECTION)));

  private ObjectTypes() {}

  static Set<ObjectKind> kinds(String option, String value) {
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    for (String type : value.split(";")) {
      if (type.isBlank()) {
        continue;
      }
      Set<ObjectKind> named = KINDS.get(type.strip());
      if (named == null) {
        throw new UnsupportedOptionException(
            option,
            "the object type " + type.strip() + " is not known, or not supported in this version");
      }
      kinds.addAll(named);
    }
    return PublishOptions.copy(kinds);
  }
}
