package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Schemas, sequences, synonyms, types, partition functions and schemes, and what the model keeps
/// as a script.
final class PlainDefinitions {
  private PlainDefinitions() {}

  static List<SchemaObject> from(ObjectStatement statement, ModelContext context) {
    return switch (statement) {
      case ObjectStatement.CreateSchema s -> {
        String owner = s.owner().map(Identifier::value).orElse("dbo");
        yield List.of(new PlainObject.Schema(s.name().map(Identifier::value).orElse(owner), owner));
      }
      case ObjectStatement.CreateSequence s -> List.of(sequence(s, context));
      case ObjectStatement.CreateSynonym s ->
          List.of(new PlainObject.Synonym(context.name(s.name()), quoted(s.target())));
      case ObjectStatement.CreateAliasType s ->
          List.of(
              new PlainObject.AliasType(
                  context.name(s.name()),
                  DataTypes.of(s.base(), context.catalog()),
                  s.nullable().orElse(true)));
      case ObjectStatement.CreatePartitionFunction s ->
          List.of(
              new PlainObject.PartitionFunction(
                  s.name().value(),
                  DataTypes.of(s.type(), context.catalog()),
                  s.right(),
                  s.boundaries().stream().map(b -> context.source().text(b)).toList()));
      case ObjectStatement.CreatePartitionScheme s ->
          List.of(
              new PlainObject.PartitionScheme(
                  s.name().value(), s.function().value(), ColumnDefinitions.names(s.fileGroups())));
      case ObjectStatement.CreateXmlSchemaCollection s ->
          List.of(other("SqlXmlSchemaCollection", context.name(s.name()), s, context));
      case ObjectStatement.CreateDefault s ->
          List.of(other("SqlDefault", context.name(s.name()), s, context));
      case ObjectStatement.CreateRule s ->
          List.of(other("SqlRule", context.name(s.name()), s, context));
      case ObjectStatement.CreateFullTextCatalog s ->
          List.of(other("SqlFullTextCatalog", new ObjectName("", s.name().value()), s, context));
      case ObjectStatement.CreateClrType s ->
          List.of(other("SqlUserDefinedType", context.name(s.name()), s, context));
      case ObjectStatement.CreateTableType s -> List.of(TableDefinitions.tableType(s, context));
      case ObjectStatement.AlterSchema _, ObjectStatement.AlterSequence _, ObjectStatement.Drop _ ->
          List.of();
    };
  }

  private static PlainObject.Other other(
      String type, ObjectName name, ObjectStatement statement, ModelContext context) {
    return new PlainObject.Other(type, name, context.text(statement));
  }

  private static String quoted(MultiPartName name) {
    return name.parts().stream()
        .map(p -> p.isOmitted() ? "" : ObjectName.quote(p.value()))
        .collect(Collectors.joining("."));
  }

  private static PlainObject.Sequence sequence(
      ObjectStatement.CreateSequence s, ModelContext context) {
    boolean cycle = s.options().stream().anyMatch(o -> o.name().equals("CYCLE"));
    Optional<Integer> cache =
        s.options().stream().anyMatch(o -> o.name().equals("NO CACHE"))
            ? Optional.of(0)
            : number(s.options(), "CACHE").map(Integer::valueOf);
    return new PlainObject.Sequence(
        context.name(s.name()),
        s.type().map(t -> DataTypes.of(t, context.catalog())),
        number(s.options(), "START WITH"),
        number(s.options(), "INCREMENT BY"),
        number(s.options(), "MINVALUE"),
        number(s.options(), "MAXVALUE"),
        cycle,
        cache);
  }

  /// A number in its plain form: `+007` is `7`.
  private static Optional<String> number(List<OptionNode.SequenceOption> options, String name) {
    return options.stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .flatMap(OptionNode.SequenceOption::value)
        .map(value -> new BigDecimal(Options.scalar(value)).toPlainString());
  }
}
