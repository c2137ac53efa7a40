package io.hartonomous.scaffold.jpa;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.model.Column;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint.Key;
import io.hartonomous.scaffold.Scaffold.Omission;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/// The class of one entity, and beside it the class of its identity where the key has several
/// columns.
final class EntityClass {
  private static final String JPA = "jakarta.persistence";

  private final Table table;
  private final List<String> key;
  private final Catalog catalog;
  private final ClassName self;
  private final List<Property> properties = new ArrayList<>();

  private record Property(
      Column column, SqlType type, String field, TypeName javaType, boolean id) {}

  EntityClass(Table table, Key key, Catalog catalog, String packageName, String className) {
    this.table = table;
    this.key = key.columns().stream().map(IndexColumn::name).toList();
    this.catalog = catalog;
    this.self = ClassName.get(packageName, className);
  }

  List<TypeSpec> types(List<Omission> omissions) {
    collect(omissions);
    List<Property> ids = properties.stream().filter(Property::id).toList();
    boolean composite = ids.size() > 1;
    ClassName idClass = ClassName.get(self.packageName(), self.simpleName() + "Id");
    TypeSpec.Builder entity =
        TypeSpec.classBuilder(self)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("A row of the table $L.\n", table.name().quoted())
            .addAnnotation(ClassName.get(JPA, "Entity"))
            .addAnnotation(
                AnnotationSpec.builder(ClassName.get(JPA, "Table"))
                    .addMember("name", "$S", escaped(table.name().name()))
                    .addMember("schema", "$S", escaped(table.name().schema()))
                    .build());
    if (composite) {
      entity.addAnnotation(
          AnnotationSpec.builder(ClassName.get(JPA, "IdClass"))
              .addMember("value", "$T.class", idClass)
              .build());
    }
    properties.forEach(property -> entity.addField(field(property)));
    properties.forEach(property -> accessors(entity, property));
    return composite ? List.of(entity.build(), idClass(idClass, ids)) : List.of(entity.build());
  }

  private void collect(List<Omission> omissions) {
    JavaNames names = new JavaNames();
    Optional<Relation> bound = catalog.relation(table.name());
    for (Column column : table.columns()) {
      SqlType type = column.computed().isPresent() ? computedType(bound, column) : column.type();
      Optional<TypeName> javaType = JavaTypes.of(type);
      if (javaType.isEmpty()) {
        omissions.add(
            new Omission(
                table.name(),
                column.name(),
                "its type " + type.sql() + " has no basic type in Jakarta Persistence"));
        continue;
      }
      boolean id = key.stream().anyMatch(name -> catalog.collation().same(name, column.name()));
      properties.add(new Property(column, type, names.field(column.name()), javaType.get(), id));
    }
  }

  private SqlType computedType(Optional<Relation> bound, Column column) {
    return bound.stream()
        .flatMap(relation -> relation.columns().stream())
        .filter(candidate -> catalog.collation().same(candidate.name(), column.name()))
        .map(Relation.Column::type)
        .findFirst()
        .orElse(SqlType.UNKNOWN);
  }

  private FieldSpec field(Property property) {
    Column column = property.column();
    FieldSpec.Builder field =
        FieldSpec.builder(property.javaType(), property.field(), Modifier.PRIVATE);
    if (property.id()) {
      field.addAnnotation(ClassName.get(JPA, "Id"));
      if (column.identity().isPresent()) {
        field.addAnnotation(
            AnnotationSpec.builder(ClassName.get(JPA, "GeneratedValue"))
                .addMember("strategy", "$T.IDENTITY", ClassName.get(JPA, "GenerationType"))
                .build());
      }
    }
    if (isLarge(property.type())) {
      field.addAnnotation(ClassName.get(JPA, "Lob"));
    }
    return field.addAnnotation(columnAnnotation(property)).build();
  }

  private static AnnotationSpec columnAnnotation(Property property) {
    Column column = property.column();
    SqlType type = property.type();
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(ClassName.get(JPA, "Column"))
            .addMember("name", "$S", escaped(column.name()));
    if (!column.nullable()) {
      annotation.addMember("nullable", "false");
    }
    if (type.length() > 0 && (type.base().isCharacter() || type.base().isBinary())) {
      annotation.addMember("length", "$L", type.length());
    }
    if (type.base() == Base.DECIMAL || type.base() == Base.NUMERIC) {
      annotation
          .addMember("precision", "$L", type.precision())
          .addMember("scale", "$L", type.scale());
    }
    if (type.base() == Base.VECTOR) {
      annotation.addMember("columnDefinition", "$S", type.sql());
    }
    if (isGenerated(column, type)) {
      annotation.addMember("insertable", "false").addMember("updatable", "false");
    }
    return annotation.build();
  }

  /// The server makes the value: the program only reads it.
  private static boolean isGenerated(Column column, SqlType type) {
    return column.computed().isPresent()
        || column.generatedAlways().isPresent()
        || type.base() == Base.ROWVERSION;
  }

  private static boolean isLarge(SqlType type) {
    return type.isMax()
        || type.base() == Base.TEXT
        || type.base() == Base.NTEXT
        || type.base() == Base.IMAGE;
  }

  /// Quotes tell the persistence provider to keep the name as it is; it doubles none itself.
  private static String escaped(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static void accessors(TypeSpec.Builder type, Property property) {
    String suffix =
        Character.toUpperCase(property.field().charAt(0)) + property.field().substring(1);
    type.addMethod(
        MethodSpec.methodBuilder("get" + (suffix.equals("Class") ? "Class_" : suffix))
            .addModifiers(Modifier.PUBLIC)
            .returns(property.javaType())
            .addStatement("return $N", property.field())
            .build());
    if (!isGenerated(property.column(), property.type())) {
      type.addMethod(
          MethodSpec.methodBuilder("set" + suffix)
              .addModifiers(Modifier.PUBLIC)
              .addParameter(property.javaType(), property.field())
              .addStatement("this.$N = $N", property.field(), property.field())
              .build());
    }
  }

  private TypeSpec idClass(ClassName name, List<Property> ids) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(Serializable.class)
            .addJavadoc("The identity of a [$T].\n", self)
            .addField(
                FieldSpec.builder(
                        TypeName.LONG,
                        "serialVersionUID",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("1L")
                    .build());
    ids.forEach(id -> type.addField(id.javaType(), id.field(), Modifier.PRIVATE));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).build());
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
    ids.forEach(id ->
        constructor
            .addParameter(id.javaType(), id.field())
            .addStatement("this.$N = $N", id.field(), id.field()));
    type.addMethod(constructor.build());
    ids.forEach(id -> accessors(type, id));
    MethodSpec.Builder equals =
        MethodSpec.methodBuilder("equals")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TypeName.BOOLEAN)
            .addParameter(Object.class, "other")
            .addCode("return other instanceof $T that", name);
    ids.forEach(id ->
        equals.addCode(
            "\n    && $T.equals($N, that.$N)",
            id.javaType() instanceof ArrayTypeName ? Arrays.class : Objects.class,
            id.field(),
            id.field()));
    type.addMethod(equals.addCode(";\n").build());
    MethodSpec.Builder hash =
        MethodSpec.methodBuilder("hashCode")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TypeName.INT)
            .addCode("return $T.hash(", Objects.class);
    for (int i = 0; i < ids.size(); i++) {
      Property id = ids.get(i);
      hash.addCode(i == 0 ? "" : ", ");
      if (id.javaType() instanceof ArrayTypeName) {
        hash.addCode("$T.hashCode($N)", Arrays.class, id.field());
      } else {
        hash.addCode("$N", id.field());
      }
    }
    return type.addMethod(hash.addCode(");\n").build()).build();
  }
}
