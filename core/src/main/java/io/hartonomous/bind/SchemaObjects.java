package io.hartonomous.bind;

import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.TableType;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.List;
import java.util.Optional;

/// From definitions as trees to objects of the model.
///
/// What changes another object (ALTER TABLE, CREATE INDEX) is [TableAlteration]'s; every other
/// statement gives no object.
public final class SchemaObjects {
  private SchemaObjects() {}

  public static List<SchemaObject> from(Statement statement, ModelContext context) {
    return switch (statement) {
      case TableStatement.CreateTable s -> List.of(TableDefinitions.table(s, context));
      case ModuleStatement s ->
          ModuleDefinitions.from(s, context).map(List::<SchemaObject>of).orElse(List.of());
      case ObjectStatement.CreateTableType s -> List.<SchemaObject>of(tableType(s, context));
      case ObjectStatement s -> PlainDefinitions.from(s, context);
      case SecurityStatement s -> SecurityDefinitions.from(s, context);
      case ProceduralStatement.Execute s -> {
        Optional<ExtendedProperty> property = ExtendedPropertyDefinitions.from(s, context);
        yield property.isPresent()
            ? List.of(property.get())
            : SecurityDefinitions.membership(s).map(List::<SchemaObject>of).orElse(List.of());
      }
      default -> List.of();
    };
  }

  private static TableType tableType(ObjectStatement.CreateTableType s, ModelContext context) {
    return TableDefinitions.tableType(s, context);
  }
}
