package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerStatement;

/// Endpoints, availability groups, resources, the server's configuration and its sessions.
final class ServerPrinter {
  private ServerPrinter() {}

  static void print(Output out, ServerStatement statement) {
    switch (statement) {
      case ServerStatement.Endpoint n ->
          out.word(n.verb().name())
              .word("ENDPOINT")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .list(n.options())
              .optional("AS", n.protocol())
              .optional("FOR", n.payload());
      case ServerStatement.CreateAvailabilityGroup n ->
          out.word("CREATE AVAILABILITY GROUP")
              .node(n.name())
              .parenthesised("WITH", n.options())
              .word("FOR")
              .list("DATABASE", n.databases())
              .list("REPLICA ON", n.replicas());
      case ServerStatement.AlterAvailabilityGroup n -> {
        out.word("ALTER AVAILABILITY GROUP").node(n.name()).word(n.action());
        out.list(n.databases()).list(n.replicas());
        if (!n.options().isEmpty()) {
          out.flag(!n.action().equals("SET"), "WITH").parenthesised(n.options());
        }
      }
      case ServerStatement.ResourcePool n ->
          out.word(n.verb().name())
              .flag(n.external(), "EXTERNAL")
              .word("RESOURCE POOL")
              .node(n.name())
              .parenthesised("WITH", n.options());
      case ServerStatement.WorkloadGroup n ->
          out.word(n.verb().name())
              .word("WORKLOAD GROUP")
              .node(n.name())
              .parenthesised("WITH", n.options())
              .list("USING", n.pools());
      case ServerStatement.CreateWorkloadClassifier n ->
          out.word("CREATE WORKLOAD CLASSIFIER").node(n.name()).parenthesised("WITH", n.options());
      case ServerStatement.AlterResourceGovernor n -> {
        out.word("ALTER RESOURCE GOVERNOR").word(n.action());
        n.classifier().ifPresent(option -> out.open().node(option).close());
      }
      case ServerStatement.AlterServerConfiguration n -> configuration(out, n);
      case ServerStatement.Kill n ->
          out.word("KILL").node(n.session()).flag(n.statusOnly(), "WITH STATUSONLY");
      case ServerStatement.KillQueryNotification n ->
          out.word("KILL QUERY NOTIFICATION SUBSCRIPTION")
              .optional(n.subscription())
              .flag(n.subscription().isEmpty(), "ALL");
      case ServerStatement.KillStatsJob n -> out.word("KILL STATS JOB").node(n.job());
      case ServerStatement.Shutdown n -> out.word("SHUTDOWN").flag(n.noWait(), "WITH NOWAIT");
      case ServerStatement.Reconfigure n ->
          out.word("RECONFIGURE").flag(n.override(), "WITH OVERRIDE");
      case ServerStatement.LineNumber n -> out.word("LINENO").node(n.number());
      case ServerStatement.SetUser n ->
          out.word("SETUSER").optional(n.user()).flag(n.noReset(), "WITH NORESET");
      case ServerStatement.CreateFederation n ->
          out.word("CREATE FEDERATION")
              .node(n.name())
              .open()
              .node(n.distribution())
              .node(n.type())
              .word("RANGE")
              .close();
      case ServerStatement.AlterFederation n -> {
        out.word("ALTER FEDERATION").node(n.name());
        switch (n.change()) {
          case SPLIT -> out.word("SPLIT AT").open();
          case DROP_LOW -> out.word("DROP AT").open().word("LOW");
          case DROP_HIGH -> out.word("DROP AT").open().word("HIGH");
        }
        out.node(n.distribution()).word("=").node(n.boundary()).close();
      }
      case ServerStatement.UseFederation n -> useFederation(out, n);
      case ServerStatement.RenameObject n ->
          out.word(n.doubleColon() ? "RENAME OBJECT ::" : "RENAME OBJECT")
              .node(n.oldName())
              .word("TO")
              .node(n.newName());
    }
  }

  /// The ranges of processors stand without parentheses here.
  private static void configuration(Output out, ServerStatement.AlterServerConfiguration n) {
    out.word("ALTER SERVER CONFIGURATION SET").word(n.what());
    for (Option option : n.options()) {
      if (option.value().isPresent() && option.value().get() instanceof OptionValue.Ranges r) {
        out.word(option.name()).word("=").list(r.ranges());
      } else {
        out.node(option);
      }
    }
  }

  private static void useFederation(Output out, ServerStatement.UseFederation n) {
    out.word("USE FEDERATION");
    if (n.name().isEmpty()) {
      out.word("ROOT WITH RESET");
      return;
    }
    out.optional(n.name()).open().optional(n.distribution()).word("=").optional(n.value());
    out.close().word("WITH FILTERING =").choice(n.filtering(), "ON", "OFF").sign(",");
    out.word("RESET");
  }
}
