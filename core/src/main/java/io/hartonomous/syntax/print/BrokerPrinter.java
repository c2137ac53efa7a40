package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.BrokerStatement;

/// Service Broker.
final class BrokerPrinter {
  private BrokerPrinter() {}

  static void print(Output out, BrokerStatement statement) {
    switch (statement) {
      case BrokerStatement.MessageType n ->
          out.word(n.verb().name())
              .word("MESSAGE TYPE")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .optional("VALIDATION =", n.validation())
              .optional("WITH SCHEMA COLLECTION", n.schemaCollection());
      case BrokerStatement.CreateContract n ->
          out.word("CREATE CONTRACT")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .parenthesised(n.messages());
      case BrokerStatement.Queue n ->
          out.word(n.verb().name())
              .word("QUEUE")
              .node(n.name())
              .list("WITH", n.options())
              .optional("ON", n.fileGroup());
      case BrokerStatement.CreateService n ->
          out.word("CREATE SERVICE")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .word("ON QUEUE")
              .node(n.queue())
              .columns(n.contracts());
      case BrokerStatement.AlterService n -> {
        out.word("ALTER SERVICE").node(n.name()).optional("ON QUEUE", n.queue());
        if (!n.contracts().isEmpty()) {
          out.parenthesised(n.contracts());
        }
      }
      case BrokerStatement.Route n ->
          out.word(n.verb().name())
              .word("ROUTE")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .list("WITH", n.options());
      case BrokerStatement.RemoteServiceBinding n ->
          out.word(n.verb().name())
              .word("REMOTE SERVICE BINDING")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .optional("TO SERVICE", n.service())
              .list("WITH", n.options());
      case BrokerStatement.BrokerPriority n ->
          out.word(n.verb().name())
              .word("BROKER PRIORITY")
              .node(n.name())
              .word("FOR CONVERSATION")
              .parenthesised("SET", n.options());
      case BrokerStatement.BeginDialog n -> dialog(out, n);
      case BrokerStatement.BeginConversationTimer n ->
          out.word("BEGIN CONVERSATION TIMER")
              .open()
              .node(n.handle())
              .close()
              .word("TIMEOUT =")
              .node(n.timeout());
      case BrokerStatement.EndConversation n ->
          out.word("END CONVERSATION")
              .node(n.handle())
              .flag(n.cleanup(), "WITH CLEANUP")
              .optional("WITH", n.error())
              .optional(n.description());
      case BrokerStatement.MoveConversation n ->
          out.word("MOVE CONVERSATION").node(n.handle()).word("TO").node(n.group());
      case BrokerStatement.GetConversationGroup n ->
          out.word("GET CONVERSATION GROUP").node(n.group()).word("FROM").node(n.queue());
      case BrokerStatement.Send n -> send(out, n);
      case BrokerStatement.Receive n -> receive(out, n);
      case BrokerStatement.WaitFor n ->
          out.word("WAITFOR").open().node(n.statement()).close().optional(", TIMEOUT", n.timeout());
    }
  }

  private static void dialog(Output out, BrokerStatement.BeginDialog n) {
    out.word("BEGIN DIALOG").flag(n.conversation(), "CONVERSATION").node(n.handle());
    out.word("FROM SERVICE").node(n.initiator()).word("TO SERVICE").node(n.target());
    out.optional(",", n.instance()).optional("ON CONTRACT", n.contract());
    out.list("WITH", n.options());
  }

  private static void send(Output out, BrokerStatement.Send n) {
    out.word("SEND ON CONVERSATION");
    if (n.parenthesised()) {
      out.parenthesised(n.handles());
    } else {
      out.list(n.handles());
    }
    out.optional("MESSAGE TYPE", n.messageType());
    n.body().ifPresent(body -> out.open().node(body).close());
  }

  private static void receive(Output out, BrokerStatement.Receive n) {
    out.word("RECEIVE");
    n.top().ifPresent(top -> out.word("TOP").open().node(top).close());
    out.list(n.elements()).word("FROM").node(n.queue());
    out.optional("INTO", n.into()).optional("WHERE", n.where());
  }
}
