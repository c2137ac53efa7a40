package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode;

/// What other definitions and options are made of, one switch a family.
final class ObjectParts {
  private ObjectParts() {}

  static Parts of(ObjectStatement node) {
    return switch (node) {
      case ObjectStatement.CreateSchema n ->
          parts("CreateSchema", n.name(), n.owner(), n.elements());
      case ObjectStatement.AlterSchema n ->
          parts("AlterSchema", n.target(), n.securableClass(), n.object());
      case ObjectStatement.CreateAliasType n ->
          parts("CreateAliasType", n.name(), n.base(), n.nullable());
      case ObjectStatement.CreateTableType n ->
          parts("CreateTableType", n.name(), n.elements(), n.commas(), n.options());
      case ObjectStatement.CreateClrType n -> parts("CreateClrType", n.name(), n.externalName());
      case ObjectStatement.CreateSequence n ->
          parts("CreateSequence", n.name(), n.type(), n.options());
      case ObjectStatement.AlterSequence n -> parts("AlterSequence", n.name(), n.options());
      case ObjectStatement.CreateSynonym n -> parts("CreateSynonym", n.name(), n.target());
      case ObjectStatement.CreatePartitionFunction n ->
          parts("CreatePartitionFunction", n.name(), n.type(), n.side(), n.boundaries());
      case ObjectStatement.CreatePartitionScheme n ->
          parts("CreatePartitionScheme", n.name(), n.function(), n.all(), n.fileGroups());
      case ObjectStatement.CreateXmlSchemaCollection n ->
          parts("CreateXmlSchemaCollection", n.name(), n.definition());
      case ObjectStatement.CreateDefault n -> parts("CreateDefault", n.name(), n.value());
      case ObjectStatement.CreateRule n -> parts("CreateRule", n.name(), n.condition());
      case ObjectStatement.CreateFullTextCatalog n ->
          parts("CreateFullTextCatalog", n.name(), n.asDefault(), n.options());
      case ObjectStatement.Drop n ->
          parts("Drop", n.kind(), n.ifExists(), n.names(), n.scope(), n.option());
    };
  }

  static Parts of(OptionNode node) {
    return switch (node) {
      case OptionNode.Option n -> parts("Option", n.name(), n.equalsSign(), n.value(), n.details());
      case OptionNode.OptionValue.Word n -> parts("OptionValue.Word", n.words());
      case OptionNode.OptionValue.Scalar n -> parts("OptionValue.Scalar", n.expression(), n.unit());
      case OptionNode.OptionValue.Name n -> parts("OptionValue.Name", n.name());
      case OptionNode.OptionValue.Place n -> parts("OptionValue.Place", n.name(), n.columns());
      case OptionNode.OptionValue.Columns n -> parts("OptionValue.Columns", n.columns());
      case OptionNode.OptionValue.RangeOf n ->
          parts("OptionValue.RangeOf", n.column(), n.right(), n.boundaries());
      case OptionNode.OptionValue.Ranges n -> parts("OptionValue.Ranges", n.ranges());
      case OptionNode.PartitionRange n -> parts("PartitionRange", n.first(), n.last());
      case OptionNode.Placement n -> parts("Placement", n.name(), n.columns());
      case OptionNode.SequenceOption n -> parts("SequenceOption", n.name(), n.value());
    };
  }
}
