package io.hartonomous.syntax.ast;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// Statements about the server itself: endpoints, availability groups, resources, configuration,
/// sessions.
public sealed interface ServerStatement extends Statement {
  /// `CREATE | ALTER ENDPOINT name [AUTHORIZATION owner] [STATE = x, AFFINITY = x] AS protocol FOR
  /// payload`.
  record Endpoint(
      ServerPart.Verb verb,
      Identifier name,
      Optional<Identifier> owner,
      List<OptionNode.Option> options,
      Optional<ServerPart.EndpointProtocol> protocol,
      Optional<ServerPart.EndpointPayload> payload,
      int from,
      int to)
      implements ServerStatement {
    public Endpoint {
      options = List.copyOf(options);
    }
  }

  /// `CREATE AVAILABILITY GROUP name [WITH (options)] FOR [DATABASE names] REPLICA ON replicas`.
  record CreateAvailabilityGroup(
      Identifier name,
      List<OptionNode.Option> options,
      List<Identifier> databases,
      List<ServerPart.Replica> replicas,
      int from,
      int to)
      implements ServerStatement {
    public CreateAvailabilityGroup {
      options = List.copyOf(options);
      databases = List.copyOf(databases);
      replicas = List.copyOf(replicas);
    }
  }

  /// `ALTER AVAILABILITY GROUP name ADD | REMOVE DATABASE names | ADD | MODIFY | REMOVE REPLICA ON
  /// replicas | SET (option) | JOIN | FAILOVER [WITH (TARGET = 'x')] | ...`; `action` is the words
  /// in upper case.
  record AlterAvailabilityGroup(
      Identifier name,
      String action,
      List<Identifier> databases,
      List<ServerPart.Replica> replicas,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements ServerStatement {
    public AlterAvailabilityGroup {
      databases = List.copyOf(databases);
      replicas = List.copyOf(replicas);
      options = List.copyOf(options);
    }
  }

  record ResourcePool(
      ServerPart.Verb verb,
      boolean external,
      Identifier name,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements ServerStatement {
    public ResourcePool {
      options = List.copyOf(options);
    }
  }

  /// `CREATE | ALTER WORKLOAD GROUP name [WITH (options)] [USING pool [, EXTERNAL pool]]`.
  record WorkloadGroup(
      ServerPart.Verb verb,
      Identifier name,
      List<OptionNode.Option> options,
      List<ServerPart.PoolUse> pools,
      int from,
      int to)
      implements ServerStatement {
    public WorkloadGroup {
      options = List.copyOf(options);
      pools = List.copyOf(pools);
    }
  }

  record CreateWorkloadClassifier(
      Identifier name, List<OptionNode.Option> options, int from, int to)
      implements ServerStatement {
    public CreateWorkloadClassifier {
      options = List.copyOf(options);
    }
  }

  /// `ALTER RESOURCE GOVERNOR DISABLE | RECONFIGURE | RESET STATISTICS`: `action` in upper case;
  /// `WITH (CLASSIFIER_FUNCTION = x)` has no action.
  record AlterResourceGovernor(
      String action, Optional<OptionNode.Option> classifier, int from, int to)
      implements ServerStatement {}

  /// `ALTER SERVER CONFIGURATION SET what options`; `what` in upper case.
  record AlterServerConfiguration(String what, List<OptionNode.Option> options, int from, int to)
      implements ServerStatement {
    public AlterServerConfiguration {
      options = List.copyOf(options);
    }
  }

  record Kill(Expression session, boolean statusOnly, int from, int to)
      implements ServerStatement {}

  /// `KILL QUERY NOTIFICATION SUBSCRIPTION ALL | n`.
  record KillQueryNotification(Optional<Literal> subscription, int from, int to)
      implements ServerStatement {}

  record KillStatsJob(Expression job, int from, int to) implements ServerStatement {}

  record Shutdown(boolean noWait, int from, int to) implements ServerStatement {}

  record Reconfigure(boolean override, int from, int to) implements ServerStatement {}

  record LineNumber(Literal number, int from, int to) implements ServerStatement {}

  /// `SETUSER ['name' [WITH NORESET]]`.
  record SetUser(Optional<Expression> user, boolean noReset, int from, int to)
      implements ServerStatement {}

  /// `CREATE FEDERATION name (distribution type RANGE)`.
  record CreateFederation(Identifier name, Identifier distribution, DataType type, int from, int to)
      implements ServerStatement {}

  /// `ALTER FEDERATION name SPLIT AT (distribution = value)`, `DROP AT (LOW distribution = value)`.
  record AlterFederation(
      Identifier name,
      FederationChange change,
      Identifier distribution,
      Expression boundary,
      int from,
      int to)
      implements ServerStatement {}

  enum FederationChange {
    SPLIT,
    DROP_LOW,
    DROP_HIGH
  }

  /// `USE FEDERATION ROOT WITH RESET`, `USE FEDERATION name (distribution = value) WITH FILTERING =
  /// ON | OFF, RESET`.
  record UseFederation(
      Optional<Identifier> name,
      Optional<Identifier> distribution,
      Optional<Expression> value,
      Optional<Boolean> filtering,
      int from,
      int to)
      implements ServerStatement {}

  /// `RENAME OBJECT [::] old TO new`.
  record RenameObject(
      boolean doubleColon, MultiPartName oldName, Identifier newName, int from, int to)
      implements ServerStatement {}
}
