package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.ServerPart;

/// What databases, principals and the parts of server statements are made of, one switch a family.
final class ServerPartParts {
  private ServerPartParts() {}

  static Parts of(ServerPart node) {
    return switch (node) {
      case ServerPart.KeyMechanism n ->
          parts("KeyMechanism", n.kind(), n.name(), n.password(), n.with());
      case ServerPart.KeySource.File n -> parts("KeySource.File", n.executable(), n.path());
      case ServerPart.KeySource.Assembly n -> parts("KeySource.Assembly", n.name());
      case ServerPart.KeySource.Provider n -> parts("KeySource.Provider", n.name(), n.options());
      case ServerPart.KeyChange.RemovePrivateKey _ -> parts("KeyChange.RemovePrivateKey");
      case ServerPart.KeyChange.RemoveAttestedOption _ -> parts("KeyChange.RemoveAttestedOption");
      case ServerPart.KeyChange.AttestedBy n -> parts("KeyChange.AttestedBy", n.path());
      case ServerPart.KeyChange.PrivateKey n -> parts("KeyChange.PrivateKey", n.options());
      case ServerPart.KeyChange.ActiveForBeginDialog n ->
          parts("KeyChange.ActiveForBeginDialog", n.on());
      case ServerPart.ColumnKeyValue n -> parts("ColumnKeyValue", n.options());
      case ServerPart.FileGroup n ->
          parts("FileGroup", n.name(), n.contains(), n.isDefault(), n.files());
      case ServerPart.FileDefinition n -> parts("FileDefinition", n.primary(), n.options());
      case ServerPart.Device n -> parts("Device", n.type(), n.name());
      case ServerPart.Mirror n -> parts("Mirror", n.devices());
      case ServerPart.BackupFiles n -> parts("BackupFiles", n.kind(), n.parenthesised(), n.names());
      case ServerPart.AuditTarget n -> parts("AuditTarget", n.kind(), n.options());
      case ServerPart.AuditPart n ->
          parts(
              "AuditPart",
              n.drop(),
              n.actions(),
              n.securableClass(),
              n.securable(),
              n.principals());
      case ServerPart.EventDeclaration n ->
          parts(
              "EventDeclaration",
              n.name(),
              n.parenthesised(),
              n.settings(),
              n.actions(),
              n.where());
      case ServerPart.EventTarget n -> parts("EventTarget", n.name(), n.settings());
      case ServerPart.EventSetting n -> parts("EventSetting", n.field(), n.value());
      case ServerPart.ContractMessage n -> parts("ContractMessage", n.name(), n.sentBy());
      case ServerPart.ContractChange n -> parts("ContractChange", n.add(), n.name());
      case ServerPart.Replica n -> parts("Replica", n.server(), n.options());
      case ServerPart.PoolUse n -> parts("PoolUse", n.external(), n.name());
      case ServerPart.EndpointProtocol n -> parts("EndpointProtocol", n.kind(), n.options());
      case ServerPart.EndpointPayload n -> parts("EndpointPayload", n.kind(), n.items());
      case ServerPart.PayloadItem.Setting n -> parts("PayloadItem.Setting", n.option());
      case ServerPart.PayloadItem.WebMethod n ->
          parts("PayloadItem.WebMethod", n.action(), n.namespace(), n.alias(), n.options());
      case ServerPart.CopyColumn n -> parts("CopyColumn", n.name(), n.defaultValue(), n.number());
      case ServerPart.BulkColumn n ->
          parts("BulkColumn", n.name(), n.type(), n.collation(), n.nullable());
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
      case SecurityStatement.AlterApplicationRole n ->
          parts("AlterApplicationRole", n.name(), n.options());
      case SecurityStatement.CreateServerRole n -> parts("CreateServerRole", n.name(), n.owner());
      case SecurityStatement.AlterServerRole n ->
          parts("AlterServerRole", n.name(), n.action(), n.member());
      case SecurityStatement.CreateLogin n ->
          parts("CreateLogin", n.name(), n.source(), n.sourceName(), n.options());
      case SecurityStatement.EnableLogin n -> parts("EnableLogin", n.name(), n.enable());
      case SecurityStatement.AlterLogin n -> parts("AlterLogin", n.name(), n.options());
      case SecurityStatement.AlterLoginCredential n ->
          parts("AlterLoginCredential", n.name(), n.add(), n.credential());
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
    };
  }

  static Parts of(DatabaseStatement node) {
    return switch (node) {
      case DatabaseStatement.CreateDatabase n ->
          parts(
              "CreateDatabase",
              n.name(),
              n.copyOf(),
              n.leadingEdition(),
              n.containment(),
              n.fileGroups(),
              n.logFiles(),
              n.collation(),
              n.edition(),
              n.attach(),
              n.snapshotOf(),
              n.options());
      case DatabaseStatement.AlterDatabaseSet n ->
          parts("AlterDatabaseSet", n.name(), n.options(), n.termination());
      case DatabaseStatement.AlterDatabaseCollate n ->
          parts("AlterDatabaseCollate", n.name(), n.collation());
      case DatabaseStatement.AlterDatabaseModifyName n ->
          parts("AlterDatabaseModifyName", n.name(), n.newName());
      case DatabaseStatement.AlterDatabaseAddFileGroup n ->
          parts("AlterDatabaseAddFileGroup", n.name(), n.fileGroup(), n.contains());
      case DatabaseStatement.AlterDatabaseAddFile n ->
          parts("AlterDatabaseAddFile", n.name(), n.log(), n.files(), n.fileGroup());
      case DatabaseStatement.AlterDatabaseRemoveFile n ->
          parts("AlterDatabaseRemoveFile", n.name(), n.file());
      case DatabaseStatement.AlterDatabaseRemoveFileGroup n ->
          parts("AlterDatabaseRemoveFileGroup", n.name(), n.fileGroup());
      case DatabaseStatement.AlterDatabaseModifyFile n ->
          parts("AlterDatabaseModifyFile", n.name(), n.file());
      case DatabaseStatement.AlterDatabaseModifyFileGroup n ->
          parts(
              "AlterDatabaseModifyFileGroup",
              n.name(),
              n.fileGroup(),
              n.newName(),
              n.option(),
              n.termination());
      case DatabaseStatement.AlterDatabaseModifyEdition n ->
          parts("AlterDatabaseModifyEdition", n.name(), n.options(), n.manualCutover());
      case DatabaseStatement.AlterDatabaseRebuildLog n ->
          parts("AlterDatabaseRebuildLog", n.name(), n.file());
      case DatabaseStatement.AlterDatabasePerformCutover n ->
          parts("AlterDatabasePerformCutover", n.name());
      case DatabaseStatement.AlterDatabaseScoped n ->
          parts("AlterDatabaseScoped", n.forSecondary(), n.option());
      case DatabaseStatement.AlterDatabaseScopedClear n ->
          parts("AlterDatabaseScopedClear", n.forSecondary(), n.option(), n.planHandle());
      case DatabaseStatement.DropDatabase n -> parts("DropDatabase", n.ifExists(), n.names());
      case DatabaseStatement.Dbcc n ->
          parts("Dbcc", n.command(), n.parenthesised(), n.arguments(), n.options(), n.join());
      case DatabaseStatement.DbccArgument n -> parts("DbccArgument", n.name(), n.value());
    };
  }
}
