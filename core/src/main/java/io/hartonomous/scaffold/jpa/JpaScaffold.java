package io.hartonomous.scaffold.jpa;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.hartonomous.bind.Catalog;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint.Key;
import io.hartonomous.scaffold.Scaffold;
import io.hartonomous.scaffold.Scaffold.Omission;
import io.hartonomous.scaffold.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/// Makes one entity class for each table with a primary key.
///
/// A table without one is left out and said so: Jakarta Persistence asks for an identity (a history
/// table and a log have none). Schemas become sub-packages, so that `dbo.Log` and `audit.Log` live
/// side by side.
public final class JpaScaffold {
  private JpaScaffold() {}

  /// `catalog` tells the types of computed columns.
  public static Scaffold scaffold(DatabaseModel model, Catalog catalog, String packageName) {
    List<SourceText> files = new ArrayList<>();
    List<Omission> omissions = new ArrayList<>();
    Map<String, JavaNames> names = new HashMap<>();
    int entities = 0;
    for (Table table : model.all(Table.class).toList()) {
      Optional<Key> key = primaryKey(table);
      if (key.isEmpty()) {
        omissions.add(
            new Omission(
                table.name(), "", "it has no primary key, and an entity needs an identity"));
        continue;
      }
      String schemaPackage = packageName + "." + packagePart(table.name());
      JavaNames inPackage = names.computeIfAbsent(schemaPackage, _ -> new JavaNames());
      EntityClass entity =
          new EntityClass(
              table, key.get(), catalog, schemaPackage, inPackage.type(table.name().name()));
      for (TypeSpec type : entity.types(omissions)) {
        JavaFile file =
            JavaFile.builder(schemaPackage, type).indent("    ").skipJavaLangImports(true).build();
        files.add(
            new SourceText(
                schemaPackage.replace('.', '/') + "/" + type.name() + ".java", file.toString()));
      }
      entities++;
    }
    return new Scaffold(files, entities, omissions);
  }

  private static Optional<Key> primaryKey(Table table) {
    return table.constraints().stream()
        .filter(constraint -> constraint instanceof Key key && key.primary())
        .map(Key.class::cast)
        .findFirst();
  }

  private static String packagePart(ObjectName name) {
    String part = JavaNames.pascal(name.schema()).toLowerCase(Locale.ROOT);
    return SourceVersion.isKeyword(part) ? part + "_" : part;
  }
}
