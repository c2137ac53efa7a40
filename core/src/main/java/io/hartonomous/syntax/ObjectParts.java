package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.SecurityStatement;

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

  static Parts of(SecurityStatement node) {
    return switch (node) {
      case SecurityStatement.CreateUser n ->
          parts("CreateUser", n.name(), n.source(), n.sourceName(), n.options());
      case SecurityStatement.AlterUser n -> parts("AlterUser", n.name(), n.options());
      case SecurityStatement.CreateRole n -> parts("CreateRole", n.name(), n.owner());
      case SecurityStatement.AlterRole n -> parts("AlterRole", n.name(), n.action(), n.member());
      case SecurityStatement.CreateApplicationRole n ->
          parts("CreateApplicationRole", n.name(), n.options());
      case SecurityStatement.CreateLogin n ->
          parts("CreateLogin", n.name(), n.fromWindows(), n.options());
      case SecurityStatement.Permission n ->
          parts(
              "Permission",
              n.verb(),
              n.grantOptionFor(),
              n.permissions(),
              n.securableClass(),
              n.securable(),
              n.securableColumns(),
              n.principals(),
              n.withGrantOption(),
              n.cascade(),
              n.grantor());
      case SecurityStatement.PermissionItem n -> parts("PermissionItem", n.name(), n.columns());
      case SecurityStatement.AlterAuthorization n ->
          parts("AlterAuthorization", n.securableClass(), n.securable(), n.principal());
      case SecurityStatement.CreateMasterKey n -> parts("CreateMasterKey", n.password());
    };
  }

  static Parts of(DatabaseStatement node) {
    return switch (node) {
      case DatabaseStatement.CreateDatabase n ->
          parts("CreateDatabase", n.name(), n.collation(), n.options());
      case DatabaseStatement.AlterDatabaseSet n ->
          parts("AlterDatabaseSet", n.name(), n.options(), n.termination());
      case DatabaseStatement.AlterDatabaseCollate n ->
          parts("AlterDatabaseCollate", n.name(), n.collation());
      case DatabaseStatement.AlterDatabaseModifyName n ->
          parts("AlterDatabaseModifyName", n.name(), n.newName());
      case DatabaseStatement.AlterDatabaseAddFileGroup n ->
          parts("AlterDatabaseAddFileGroup", n.name(), n.fileGroup(), n.contains());
      case DatabaseStatement.AlterDatabaseAddFile n ->
          parts("AlterDatabaseAddFile", n.name(), n.log(), n.options(), n.fileGroup());
      case DatabaseStatement.AlterDatabaseScoped n ->
          parts("AlterDatabaseScoped", n.forSecondary(), n.option());
      case DatabaseStatement.DropDatabase n -> parts("DropDatabase", n.ifExists(), n.names());
      case DatabaseStatement.Dbcc n -> parts("Dbcc", n.command(), n.arguments(), n.options());
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
