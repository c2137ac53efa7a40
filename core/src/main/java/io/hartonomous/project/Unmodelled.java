package io.hartonomous.project;

import io.hartonomous.syntax.ast.AuditStatement;
import io.hartonomous.syntax.ast.BrokerStatement;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.FullTextStatement;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.KeyStatement;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.ServerPart.Verb;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import java.util.Optional;

/// Definitions that the parser reads and the model does not hold yet: the build refuses them by
/// name.
final class Unmodelled {
  private Unmodelled() {}

  /// What is defined; empty for a statement that the model takes, or that no project may hold.
  static Optional<String> name(Statement statement) {
    return switch (statement) {
      case FullTextStatement.CreateFullTextIndex _ -> Optional.of("CREATE FULLTEXT INDEX");
      case FullTextStatement.CreateStoplist _ -> Optional.of("CREATE FULLTEXT STOPLIST");
      case FullTextStatement.CreateSearchPropertyList _ ->
          Optional.of("CREATE SEARCH PROPERTY LIST");
      case IndexStatement.CreateSelectiveXmlIndex _ -> Optional.of("CREATE SELECTIVE XML INDEX");
      case IndexStatement.CreateIndex i when !i.order().isEmpty() ->
          Optional.of("ORDER of a columnstore index");
      case TableStatement.CreateFileTable _ -> Optional.of("CREATE TABLE ... AS FILETABLE");
      case TableStatement.CreateTableAsSelect _ -> Optional.of("CREATE TABLE ... AS SELECT");
      case TableStatement.CreateTable t -> table(t);
      case TableStatement.AlterTable t ->
          switch (t.action()) {
            case AlterAction.ChangeTracking c ->
                Optional.of(
                    "ALTER TABLE ... " + (c.enable() ? "ENABLE" : "DISABLE") + " CHANGE_TRACKING");
            case AlterAction.FileTableNamespace n ->
                Optional.of(
                    "ALTER TABLE ... "
                        + (n.enable() ? "ENABLE" : "DISABLE")
                        + " FILETABLE_NAMESPACE");
            default -> Optional.empty();
          };
      case KeyStatement k -> key(k);
      case AuditStatement a -> audit(a);
      case BrokerStatement b -> broker(b);
      case ServerStatement.Endpoint e when e.verb() == Verb.CREATE ->
          Optional.of("CREATE ENDPOINT");
      case SecurityStatement.CreateServerRole _ -> Optional.of("CREATE SERVER ROLE");
      case SecurityStatement.AlterServerRole r
          when r.action() == SecurityStatement.RoleAction.ADD_MEMBER ->
          Optional.of("ALTER SERVER ROLE ... ADD MEMBER");
      case SecurityStatement.EnableLogin _ -> Optional.of("ALTER LOGIN ... ENABLE");
      case DatabaseStatement.AlterDatabaseModifyFileGroup g when g.option().isPresent() ->
          Optional.of("ALTER DATABASE ... MODIFY FILEGROUP");
      default -> Optional.empty();
    };
  }

  /// Definitions that others may refer to and that the package does not hold yet: the build goes
  /// on, and says so.
  static Optional<String> leftOut(Statement statement) {
    return switch (statement) {
      case SecurityStatement.CreateLogin _ -> Optional.of("CREATE LOGIN");
      case SecurityStatement.CreateApplicationRole _ -> Optional.of("CREATE APPLICATION ROLE");
      case DatabaseStatement.AlterDatabaseAddFile _ -> Optional.of("ALTER DATABASE ... ADD FILE");
      default -> Optional.empty();
    };
  }

  private static Optional<String> key(KeyStatement statement) {
    return switch (statement) {
      case KeyStatement.CreateMasterKey _ -> Optional.of("CREATE MASTER KEY");
      case KeyStatement.CreateSymmetricKey _ -> Optional.of("CREATE SYMMETRIC KEY");
      case KeyStatement.CreateAsymmetricKey _ -> Optional.of("CREATE ASYMMETRIC KEY");
      case KeyStatement.CreateCertificate _ -> Optional.of("CREATE CERTIFICATE");
      case KeyStatement.CreateDatabaseEncryptionKey _ ->
          Optional.of("CREATE DATABASE ENCRYPTION KEY");
      case KeyStatement.CreateColumnMasterKey _ -> Optional.of("CREATE COLUMN MASTER KEY");
      case KeyStatement.CreateColumnEncryptionKey _ -> Optional.of("CREATE COLUMN ENCRYPTION KEY");
      case KeyStatement.Credential c when c.verb() == Verb.CREATE ->
          Optional.of(
              c.databaseScoped() ? "CREATE DATABASE SCOPED CREDENTIAL" : "CREATE CREDENTIAL");
      case KeyStatement.CreateCryptographicProvider _ ->
          Optional.of("CREATE CRYPTOGRAPHIC PROVIDER");
      case KeyStatement.AlterCryptographicProvider p when p.path().isEmpty() ->
          Optional.of("ALTER CRYPTOGRAPHIC PROVIDER");
      case KeyStatement.Signature g when g.add() -> Optional.of("ADD SIGNATURE");
      default -> Optional.empty();
    };
  }

  private static Optional<String> audit(AuditStatement statement) {
    return switch (statement) {
      case AuditStatement.CreateServerAudit _ -> Optional.of("CREATE SERVER AUDIT");
      case AuditStatement.AlterServerAudit a when a.target().isEmpty() && a.where().isEmpty() ->
          Optional.of("ALTER SERVER AUDIT");
      case AuditStatement.AuditSpecification a when a.verb() == Verb.CREATE ->
          Optional.of("CREATE AUDIT SPECIFICATION");
      case AuditStatement.CreateEventNotification _ -> Optional.of("CREATE EVENT NOTIFICATION");
      case AuditStatement.CreateEventSession _ -> Optional.of("CREATE EVENT SESSION");
      case AuditStatement.AlterEventSession _ -> Optional.of("ALTER EVENT SESSION");
      case AuditStatement.DropEventSession _ -> Optional.of("DROP EVENT SESSION");
      case AuditStatement.AddSensitivityClassification _ ->
          Optional.of("ADD SENSITIVITY CLASSIFICATION");
      default -> Optional.empty();
    };
  }

  private static Optional<String> broker(BrokerStatement statement) {
    return switch (statement) {
      case BrokerStatement.MessageType m when m.verb() == Verb.CREATE ->
          Optional.of("CREATE MESSAGE TYPE");
      case BrokerStatement.CreateContract _ -> Optional.of("CREATE CONTRACT");
      case BrokerStatement.Queue q when q.verb() == Verb.CREATE -> Optional.of("CREATE QUEUE");
      case BrokerStatement.CreateService _ -> Optional.of("CREATE SERVICE");
      case BrokerStatement.Route r when r.verb() == Verb.CREATE -> Optional.of("CREATE ROUTE");
      case BrokerStatement.RemoteServiceBinding b when b.verb() == Verb.CREATE ->
          Optional.of("CREATE REMOTE SERVICE BINDING");
      case BrokerStatement.BrokerPriority b when b.verb() == Verb.CREATE ->
          Optional.of("CREATE BROKER PRIORITY");
      default -> Optional.empty();
    };
  }

  /// Options of Azure Synapse Analytics.
  private static Optional<String> table(TableStatement.CreateTable table) {
    for (OptionNode.Option option : table.options()) {
      switch (option.name()) {
        case "CLUSTERED INDEX",
            "CLUSTERED COLUMNSTORE INDEX",
            "CLUSTERED COLUMNSTORE INDEX ORDER",
            "PARTITION" -> {
          return Optional.of(option.name() + " among the options of a table");
        }
        default -> {}
      }
    }
    return table.elements().stream().anyMatch(Unmodelled::namesItsAuthor)
        ? Optional.of("GENERATED ALWAYS AS SUSER_SID and SUSER_SNAME")
        : Optional.empty();
  }

  /// Whether a column holds who changed its row.
  private static boolean namesItsAuthor(TableElement element) {
    return element instanceof TableElement.Column column
        && column.constraints().stream()
            .anyMatch(c ->
                c instanceof ColumnConstraint.GeneratedAlways g
                    && g.kind().sql().startsWith("SUSER"));
  }
}
