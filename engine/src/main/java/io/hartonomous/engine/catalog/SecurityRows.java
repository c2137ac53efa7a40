package io.hartonomous.engine.catalog;

import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Rows of permissions and extended properties: both point at something by class, major and minor
/// id.
final class SecurityRows {
  /// Type codes of `sys.database_permissions`. Source: Microsoft Learn, "sys.database_permissions",
  /// table of permissions.
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("ALTER", "AL"),
          Map.entry("CONNECT", "CO"),
          Map.entry("CONTROL", "CL"),
          Map.entry("DELETE", "DL"),
          Map.entry("EXECUTE", "EX"),
          Map.entry("INSERT", "IN"),
          Map.entry("REFERENCES", "RF"),
          Map.entry("SELECT", "SL"),
          Map.entry("TAKE OWNERSHIP", "TO"),
          Map.entry("UPDATE", "UP"),
          Map.entry("VIEW DEFINITION", "VW"),
          Map.entry("VIEW CHANGE TRACKING", "VWCT"),
          Map.entry("RECEIVE", "RC"),
          Map.entry("IMPERSONATE", "IM"),
          Map.entry("CREATE TABLE", "CRTB"),
          Map.entry("CREATE VIEW", "CRVW"),
          Map.entry("CREATE PROCEDURE", "CRPR"),
          Map.entry("CREATE FUNCTION", "CRFN"),
          Map.entry("CREATE SCHEMA", "CRSM"),
          Map.entry("CREATE TYPE", "CRTY"),
          Map.entry("CREATE ROLE", "CRRL"),
          Map.entry("CREATE SYNONYM", "CRSN"),
          Map.entry("CREATE SEQUENCE", "CRSO"),
          Map.entry("CREATE DATABASE", "CRDB"),
          Map.entry("SHOWPLAN", "SPLN"),
          Map.entry("VIEW DATABASE STATE", "VWDS"),
          Map.entry("ALTER ANY SCHEMA", "ALSM"),
          Map.entry("ALTER ANY ROLE", "ALRL"),
          Map.entry("ALTER ANY USER", "ALUS"),
          Map.entry("UNMASK", "UMSK"),
          Map.entry("VIEW ANY COLUMN MASTER KEY DEFINITION", "VWCM"),
          Map.entry("VIEW ANY COLUMN ENCRYPTION KEY DEFINITION", "VWCK"),
          Map.entry("BACKUP DATABASE", "BADB"),
          Map.entry("BACKUP LOG", "BALO"),
          Map.entry("CHECKPOINT", "CP"),
          Map.entry("AUTHENTICATE", "AUTH"),
          Map.entry("ALTER ANY DATABASE DDL TRIGGER", "ALTG"),
          Map.entry("EXECUTE ANY EXTERNAL SCRIPT", "EAES"),
          Map.entry("VIEW SECURITY DEFINITION", "VWS"),
          Map.entry("VIEW PERFORMANCE DEFINITION", "VWP"),
          Map.entry("VIEW DATABASE PERFORMANCE STATE", "VDP"),
          Map.entry("VIEW DATABASE SECURITY STATE", "VDS"));

  private final CatalogRows rows;

  SecurityRows(CatalogRows rows) {
    this.rows = rows;
  }

  void permission(int id, Security.Permission p) {
    int major = 0;
    int permissionClass = 0;
    List<Integer> minor = new ArrayList<>(List.of(0));
    switch (p.securableClass()) {
      case "DATABASE" -> {}
      case "SCHEMA" -> {
        permissionClass = 3;
        major = rows.schemaId(p.securable().orElseThrow().name());
      }
      case "TYPE" -> {
        permissionClass = 6;
        ObjectName name = p.securable().orElseThrow();
        major =
            rows.state
                .find(ObjectKind.TABLE_TYPE, name)
                .map(TableRows::typeId)
                .or(() -> rows.state.find(ObjectKind.ALIAS_TYPE, name).map(CatalogEntry::id))
                .orElseThrow();
      }
      case "ROLE", "USER" -> {
        permissionClass = 4;
        major = principalId(p.securable().orElseThrow().name());
      }
      default -> {
        permissionClass = 1;
        CatalogEntry target = rows.state.named(p.securable().orElseThrow()).orElseThrow();
        major = target.id();
        if (!p.columns().isEmpty()) {
          minor.clear();
          p.columns().forEach(c -> minor.add(target.ids().columns().get(rows.collation.key(c))));
        }
      }
    }
    String state =
        switch (p.state()) {
          case GRANT -> "G";
          case GRANT_WITH_GRANT_OPTION -> "W";
          case DENY -> "D";
        };
    String code = CODES.getOrDefault(p.permission().toUpperCase(Locale.ROOT), "");
    rows.out.insert(
        "permissions",
        id,
        permissionClass,
        major,
        minor,
        rows.collation.key(p.grantee()),
        (code + "    ").substring(0, 4),
        p.permission(),
        state);
  }

  int principalId(String name) {
    String key = rows.collation.key(name);
    return FixedSecurity.principalId(key)
        .or(() -> rows.state.find(ObjectKind.USER, new ObjectName("", name)).map(CatalogEntry::id))
        .or(() -> rows.state.find(ObjectKind.ROLE, new ObjectName("", name)).map(CatalogEntry::id))
        .orElseThrow();
  }

  void property(int id, ExtendedProperty p) {
    int propertyClass = 0;
    int major = 0;
    int minor = 0;
    if (p.level0().isPresent()) {
      ExtendedProperty.Level level0 = p.level0().get();
      if (p.level1().isEmpty()) {
        switch (level0.type()) {
          case "SCHEMA" -> {
            propertyClass = 3;
            major = rows.schemaId(level0.name());
          }
          case "USER", "ROLE" -> {
            propertyClass = 4;
            major = principalId(level0.name());
          }
          case "FILEGROUP", "PARTITION SCHEME" -> {
            propertyClass = 20;
            major =
                rows.state.entries().stream()
                    .filter(e -> e.name().name().equalsIgnoreCase(level0.name()))
                    .findFirst()
                    .map(CatalogEntry::id)
                    .orElse(1);
          }
          case "PARTITION FUNCTION" -> {
            propertyClass = 21;
            major =
                rows.state
                    .find(ObjectKind.PARTITION_FUNCTION, new ObjectName("", level0.name()))
                    .orElseThrow()
                    .id();
          }
          default -> propertyClass = 1;
        }
      } else {
        ObjectName name = new ObjectName(level0.name(), p.level1().get().name());
        if (p.level1().get().type().equals("TYPE")) {
          propertyClass = 6;
          major =
              rows.state
                  .find(ObjectKind.TABLE_TYPE, name)
                  .map(TableRows::typeId)
                  .or(() -> rows.state.find(ObjectKind.ALIAS_TYPE, name).map(CatalogEntry::id))
                  .orElseThrow();
        } else {
          propertyClass = 1;
          CatalogEntry target = rows.state.named(name).orElseThrow();
          major = target.id();
          if (p.level2().isPresent()) {
            String key = rows.collation.key(p.level2().get().name());
            switch (p.level2().get().type()) {
              case "COLUMN" -> minor = columnId(target, key);
              case "PARAMETER" -> {
                propertyClass = 2;
                minor = parameterId(target, key);
              }
              case "INDEX" -> {
                propertyClass = 7;
                minor = target.ids().indexes().get(key);
              }
              case "TRIGGER" ->
                  major =
                      rows.state
                          .named(new ObjectName(level0.name(), p.level2().get().name()))
                          .orElseThrow()
                          .id();
              default -> major = target.ids().constraints().get(key);
            }
          }
        }
      }
    }
    rows.out.insert(
        "extended_properties",
        id,
        propertyClass,
        major,
        minor,
        p.property(),
        value(p.value().text()));
  }

  private int columnId(CatalogEntry target, String key) {
    if (target.object() instanceof Table) {
      return target.ids().columns().get(key);
    }
    for (int i = 0; i < target.result().size(); i++) {
      if (rows.collation.key(target.result().get(i).name()).equals(key)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("no column " + key + " in " + target.name());
  }

  private int parameterId(CatalogEntry target, String key) {
    List<io.hartonomous.model.Module.Parameter> parameters = Modules.parameters(target.object());
    for (int i = 0; i < parameters.size(); i++) {
      if (rows.collation.key(parameters.get(i).name()).equals(key)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("no parameter " + key + " in " + target.name());
  }

  /// The value behind a string literal.
  private static String value(String literal) {
    String text = literal.startsWith("N'") ? literal.substring(1) : literal;
    return Optional.of(text)
        .filter(t -> t.length() >= 2 && t.startsWith("'"))
        .map(t -> t.substring(1, t.length() - 1).replace("''", "'"))
        .orElse(text.equals("NULL") ? null : text);
  }
}
