package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.AuditStatement;
import io.hartonomous.syntax.ast.BackupStatement;
import io.hartonomous.syntax.ast.BrokerStatement;
import io.hartonomous.syntax.ast.KeyStatement;
import io.hartonomous.syntax.ast.LoadStatement;
import io.hartonomous.syntax.ast.ServerStatement;

/// What statements about servers, keys and loads are made of, one switch a family.
final class ServerParts {
  private ServerParts() {}

  static Parts of(KeyStatement node) {
    return switch (node) {
      case KeyStatement.CreateMasterKey n -> parts("CreateMasterKey", n.password());
      case KeyStatement.AlterMasterKey n -> parts("AlterMasterKey", n.change(), n.password());
      case KeyStatement.AlterServiceMasterKey n ->
          parts("AlterServiceMasterKey", n.force(), n.options());
      case KeyStatement.CreateSymmetricKey n ->
          parts(
              "CreateSymmetricKey", n.name(), n.owner(), n.provider(), n.options(), n.mechanisms());
      case KeyStatement.AlterSymmetricKey n ->
          parts("AlterSymmetricKey", n.name(), n.add(), n.mechanisms());
      case KeyStatement.CreateAsymmetricKey n ->
          parts("CreateAsymmetricKey", n.name(), n.owner(), n.source(), n.options(), n.password());
      case KeyStatement.CreateCertificate n ->
          parts(
              "CreateCertificate",
              n.name(),
              n.owner(),
              n.source(),
              n.privateKey(),
              n.password(),
              n.options(),
              n.activeForBeginDialog());
      case KeyStatement.AlterCertificate n -> parts("AlterCertificate", n.name(), n.change());
      case KeyStatement.AlterAsymmetricKey n -> parts("AlterAsymmetricKey", n.name(), n.change());
      case KeyStatement.CreateDatabaseEncryptionKey n ->
          parts("CreateDatabaseEncryptionKey", n.algorithm(), n.mechanism());
      case KeyStatement.AlterDatabaseEncryptionKey n ->
          parts("AlterDatabaseEncryptionKey", n.algorithm(), n.mechanism());
      case KeyStatement.CreateColumnMasterKey n ->
          parts("CreateColumnMasterKey", n.name(), n.options());
      case KeyStatement.CreateColumnEncryptionKey n ->
          parts("CreateColumnEncryptionKey", n.name(), n.values());
      case KeyStatement.AlterColumnEncryptionKey n ->
          parts("AlterColumnEncryptionKey", n.name(), n.add(), n.value());
      case KeyStatement.Credential n ->
          parts(
              "Credential",
              n.verb(),
              n.databaseScoped(),
              n.name(),
              n.identity(),
              n.secret(),
              n.provider());
      case KeyStatement.CreateCryptographicProvider n ->
          parts("CreateCryptographicProvider", n.name(), n.path());
      case KeyStatement.AlterCryptographicProvider n ->
          parts("AlterCryptographicProvider", n.name(), n.path(), n.enable());
      case KeyStatement.OpenMasterKey n -> parts("OpenMasterKey", n.password());
      case KeyStatement.OpenSymmetricKey n -> parts("OpenSymmetricKey", n.name(), n.mechanism());
      case KeyStatement.CloseMasterKey _ -> parts("CloseMasterKey");
      case KeyStatement.CloseSymmetricKey n -> parts("CloseSymmetricKey", n.name());
      case KeyStatement.BackupCertificate n ->
          parts("BackupCertificate", n.name(), n.path(), n.privateKey());
      case KeyStatement.BackupMasterKey n ->
          parts("BackupMasterKey", n.service(), n.path(), n.password());
      case KeyStatement.RestoreMasterKey n ->
          parts(
              "RestoreMasterKey", n.service(), n.path(), n.password(), n.newPassword(), n.force());
      case KeyStatement.Signature n ->
          parts("Signature", n.add(), n.counter(), n.elementClass(), n.element(), n.mechanisms());
    };
  }

  static Parts of(AuditStatement node) {
    return switch (node) {
      case AuditStatement.CreateServerAudit n ->
          parts("CreateServerAudit", n.name(), n.target(), n.options(), n.where());
      case AuditStatement.AlterServerAudit n ->
          parts("AlterServerAudit", n.name(), n.target(), n.options(), n.where());
      case AuditStatement.RenameServerAudit n -> parts("RenameServerAudit", n.name(), n.newName());
      case AuditStatement.RemoveAuditCondition n -> parts("RemoveAuditCondition", n.name());
      case AuditStatement.AuditSpecification n ->
          parts(
              "AuditSpecification",
              n.verb(),
              n.server(),
              n.name(),
              n.audit(),
              n.parts(),
              n.state());
      case AuditStatement.CreateEventNotification n ->
          parts(
              "CreateEventNotification",
              n.name(),
              n.scope(),
              n.queue(),
              n.fanIn(),
              n.events(),
              n.service(),
              n.instance());
      case AuditStatement.DropEventNotification n ->
          parts("DropEventNotification", n.names(), n.scope(), n.queue());
      case AuditStatement.CreateEventSession n ->
          parts("CreateEventSession", n.name(), n.server(), n.events(), n.targets(), n.options());
      case AuditStatement.AlterEventSession n ->
          parts(
              "AlterEventSession",
              n.name(),
              n.server(),
              n.addedEvents(),
              n.addedTargets(),
              n.droppedEvents(),
              n.droppedTargets(),
              n.options(),
              n.start());
      case AuditStatement.DropEventSession n -> parts("DropEventSession", n.name(), n.server());
      case AuditStatement.AddSensitivityClassification n ->
          parts("AddSensitivityClassification", n.columns(), n.options());
      case AuditStatement.DropSensitivityClassification n ->
          parts("DropSensitivityClassification", n.columns());
    };
  }

  static Parts of(BrokerStatement node) {
    return switch (node) {
      case BrokerStatement.MessageType n ->
          parts("MessageType", n.verb(), n.name(), n.owner(), n.validation(), n.schemaCollection());
      case BrokerStatement.CreateContract n ->
          parts("CreateContract", n.name(), n.owner(), n.messages());
      case BrokerStatement.Queue n ->
          parts("Queue", n.verb(), n.name(), n.options(), n.fileGroup());
      case BrokerStatement.CreateService n ->
          parts("CreateService", n.name(), n.owner(), n.queue(), n.contracts());
      case BrokerStatement.AlterService n ->
          parts("AlterService", n.name(), n.queue(), n.contracts());
      case BrokerStatement.Route n -> parts("Route", n.verb(), n.name(), n.owner(), n.options());
      case BrokerStatement.RemoteServiceBinding n ->
          parts("RemoteServiceBinding", n.verb(), n.name(), n.owner(), n.service(), n.options());
      case BrokerStatement.BrokerPriority n ->
          parts("BrokerPriority", n.verb(), n.name(), n.options());
      case BrokerStatement.BeginDialog n ->
          parts(
              "BeginDialog",
              n.conversation(),
              n.handle(),
              n.initiator(),
              n.target(),
              n.instance(),
              n.contract(),
              n.options());
      case BrokerStatement.BeginConversationTimer n ->
          parts("BeginConversationTimer", n.handle(), n.timeout());
      case BrokerStatement.EndConversation n ->
          parts("EndConversation", n.handle(), n.cleanup(), n.error(), n.description());
      case BrokerStatement.MoveConversation n -> parts("MoveConversation", n.handle(), n.group());
      case BrokerStatement.GetConversationGroup n ->
          parts("GetConversationGroup", n.group(), n.queue());
      case BrokerStatement.Send n ->
          parts("Send", n.parenthesised(), n.handles(), n.messageType(), n.body());
      case BrokerStatement.Receive n ->
          parts("Receive", n.top(), n.elements(), n.queue(), n.into(), n.where());
      case BrokerStatement.WaitFor n -> parts("WaitFor", n.statement(), n.timeout());
    };
  }

  static Parts of(BackupStatement node) {
    return switch (node) {
      case BackupStatement.Backup n ->
          parts("Backup", n.log(), n.name(), n.files(), n.devices(), n.mirrors(), n.options());
      case BackupStatement.Restore n ->
          parts("Restore", n.kind(), n.name(), n.files(), n.devices(), n.options());
    };
  }

  static Parts of(LoadStatement node) {
    return switch (node) {
      case LoadStatement.BulkInsert n ->
          parts("BulkInsert", n.table(), n.source(), n.options(), n.order());
      case LoadStatement.InsertBulk n ->
          parts("InsertBulk", n.table(), n.columns(), n.options(), n.order());
      case LoadStatement.CopyInto n ->
          parts("CopyInto", n.table(), n.columns(), n.sources(), n.options(), n.hints());
      case LoadStatement.ReadText n ->
          parts("ReadText", n.column(), n.pointer(), n.offset(), n.size(), n.holdLock());
      case LoadStatement.WriteText n ->
          parts("WriteText", n.bulk(), n.column(), n.pointer(), n.timestamp(), n.log(), n.data());
      case LoadStatement.UpdateText n ->
          parts(
              "UpdateText",
              n.bulk(),
              n.column(),
              n.pointer(),
              n.timestamp(),
              n.offset(),
              n.length(),
              n.log(),
              n.sourceColumn(),
              n.data());
    };
  }

  static Parts of(ServerStatement node) {
    return switch (node) {
      case ServerStatement.Endpoint n ->
          parts("Endpoint", n.verb(), n.name(), n.owner(), n.options(), n.protocol(), n.payload());
      case ServerStatement.CreateAvailabilityGroup n ->
          parts("CreateAvailabilityGroup", n.name(), n.options(), n.databases(), n.replicas());
      case ServerStatement.AlterAvailabilityGroup n ->
          parts(
              "AlterAvailabilityGroup",
              n.name(),
              n.action(),
              n.databases(),
              n.replicas(),
              n.options());
      case ServerStatement.ResourcePool n ->
          parts("ResourcePool", n.verb(), n.external(), n.name(), n.options());
      case ServerStatement.WorkloadGroup n ->
          parts("WorkloadGroup", n.verb(), n.name(), n.options(), n.pools());
      case ServerStatement.CreateWorkloadClassifier n ->
          parts("CreateWorkloadClassifier", n.name(), n.options());
      case ServerStatement.AlterResourceGovernor n ->
          parts("AlterResourceGovernor", n.action(), n.classifier());
      case ServerStatement.AlterServerConfiguration n ->
          parts("AlterServerConfiguration", n.what(), n.options());
      case ServerStatement.Kill n -> parts("Kill", n.session(), n.statusOnly());
      case ServerStatement.KillQueryNotification n ->
          parts("KillQueryNotification", n.subscription());
      case ServerStatement.KillStatsJob n -> parts("KillStatsJob", n.job());
      case ServerStatement.Shutdown n -> parts("Shutdown", n.noWait());
      case ServerStatement.Reconfigure n -> parts("Reconfigure", n.override());
      case ServerStatement.LineNumber n -> parts("LineNumber", n.number());
      case ServerStatement.SetUser n -> parts("SetUser", n.user(), n.noReset());
      case ServerStatement.CreateFederation n ->
          parts("CreateFederation", n.name(), n.distribution(), n.type());
      case ServerStatement.AlterFederation n ->
          parts("AlterFederation", n.name(), n.change(), n.distribution(), n.boundary());
      case ServerStatement.UseFederation n ->
          parts("UseFederation", n.name(), n.distribution(), n.value(), n.filtering());
      case ServerStatement.RenameObject n ->
          parts("RenameObject", n.doubleColon(), n.oldName(), n.newName());
    };
  }
}
