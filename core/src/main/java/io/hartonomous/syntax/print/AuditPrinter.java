package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.AuditStatement;
import io.hartonomous.syntax.ast.AuditStatement.NotificationScope;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import java.util.List;
import java.util.Optional;

/// Audits, event sessions, event notifications, classifications.
final class AuditPrinter {
  private AuditPrinter() {}

  static void print(Output out, AuditStatement statement) {
    switch (statement) {
      case AuditStatement.CreateServerAudit n ->
          out.word("CREATE SERVER AUDIT")
              .node(n.name())
              .node(n.target())
              .parenthesised("WITH", n.options())
              .optional("WHERE", n.where());
      case AuditStatement.AlterServerAudit n ->
          out.word("ALTER SERVER AUDIT")
              .node(n.name())
              .optional(n.target())
              .parenthesised("WITH", n.options())
              .optional("WHERE", n.where());
      case AuditStatement.RenameServerAudit n ->
          out.word("ALTER SERVER AUDIT").node(n.name()).word("MODIFY NAME =").node(n.newName());
      case AuditStatement.RemoveAuditCondition n ->
          out.word("ALTER SERVER AUDIT").node(n.name()).word("REMOVE WHERE");
      case AuditStatement.AuditSpecification n -> {
        out.word(n.verb().name()).word(n.server() ? "SERVER" : "DATABASE");
        out.word("AUDIT SPECIFICATION").node(n.name());
        out.optional("FOR SERVER AUDIT", n.audit()).list(n.parts());
        n.state().ifPresent(on -> out.word(on ? "WITH (STATE = ON)" : "WITH (STATE = OFF)"));
      }
      case AuditStatement.CreateEventNotification n -> {
        out.word("CREATE EVENT NOTIFICATION").node(n.name());
        scope(out, n.scope(), n.queue());
        out.flag(n.fanIn(), "WITH FAN_IN").list("FOR", n.events());
        out.word("TO SERVICE").node(n.service()).sign(",").node(n.instance());
      }
      case AuditStatement.DropEventNotification n -> {
        out.word("DROP EVENT NOTIFICATION").list(n.names());
        scope(out, n.scope(), n.queue());
      }
      case AuditStatement.CreateEventSession n -> {
        out.word("CREATE EVENT SESSION").node(n.name()).word(on(n.server()));
        each(out, "ADD EVENT", n.events());
        each(out, "ADD TARGET", n.targets());
        out.parenthesised("WITH", n.options());
      }
      case AuditStatement.AlterEventSession n -> {
        out.word("ALTER EVENT SESSION").node(n.name()).word(on(n.server()));
        each(out, "ADD EVENT", n.addedEvents());
        each(out, "ADD TARGET", n.addedTargets());
        each(out, "DROP EVENT", n.droppedEvents());
        each(out, "DROP TARGET", n.droppedTargets());
        out.parenthesised("WITH", n.options()).choice(n.start(), "STATE = START", "STATE = STOP");
      }
      case AuditStatement.DropEventSession n ->
          out.word("DROP EVENT SESSION").node(n.name()).word(on(n.server()));
      case AuditStatement.AddSensitivityClassification n ->
          out.word("ADD SENSITIVITY CLASSIFICATION TO")
              .list(n.columns())
              .parenthesised("WITH", n.options());
      case AuditStatement.DropSensitivityClassification n ->
          out.word("DROP SENSITIVITY CLASSIFICATION FROM").list(n.columns());
    }
  }

  private static String on(boolean server) {
    return server ? "ON SERVER" : "ON DATABASE";
  }

  private static void scope(Output out, NotificationScope scope, Optional<MultiPartName> queue) {
    out.word("ON").word(scope.name()).optional(queue);
  }

  /// `words item, words item`.
  private static void each(Output out, String words, List<? extends Node> items) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.sign(",");
      }
      out.word(words).node(items.get(i));
    }
  }
}
