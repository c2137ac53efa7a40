package io.hartonomous.syntax.ast;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// Statements about audits, event sessions, event notifications and the classification of columns.
public sealed interface AuditStatement extends Statement {
  /// `CREATE SERVER AUDIT name TO target [WITH (options)] [WHERE condition]`.
  record CreateServerAudit(
      Identifier name,
      ServerPart.AuditTarget target,
      List<OptionNode.Option> options,
      Optional<Condition> where,
      int from,
      int to)
      implements AuditStatement {
    public CreateServerAudit {
      options = List.copyOf(options);
    }
  }

  record AlterServerAudit(
      Identifier name,
      Optional<ServerPart.AuditTarget> target,
      List<OptionNode.Option> options,
      Optional<Condition> where,
      int from,
      int to)
      implements AuditStatement {
    public AlterServerAudit {
      options = List.copyOf(options);
    }
  }

  /// `ALTER SERVER AUDIT name MODIFY NAME = new`.
  record RenameServerAudit(Identifier name, Identifier newName, int from, int to)
      implements AuditStatement {}

  /// `ALTER SERVER AUDIT name REMOVE WHERE`.
  record RemoveAuditCondition(Identifier name, int from, int to) implements AuditStatement {}

  /// `CREATE | ALTER SERVER | DATABASE AUDIT SPECIFICATION name [FOR SERVER AUDIT a] parts [WITH
  /// (STATE = ON | OFF)]`.
  record AuditSpecification(
      ServerPart.Verb verb,
      boolean server,
      Identifier name,
      Optional<Identifier> audit,
      List<ServerPart.AuditPart> parts,
      Optional<Boolean> state,
      int from,
      int to)
      implements AuditStatement {
    public AuditSpecification {
      parts = List.copyOf(parts);
    }
  }

  /// `CREATE EVENT NOTIFICATION name ON scope [WITH FAN_IN] FOR events TO SERVICE 'x', 'y'`; the
  /// queue is there where the scope is one.
  record CreateEventNotification(
      Identifier name,
      NotificationScope scope,
      Optional<MultiPartName> queue,
      boolean fanIn,
      List<Identifier> events,
      Literal service,
      Literal instance,
      int from,
      int to)
      implements AuditStatement {
    public CreateEventNotification {
      events = List.copyOf(events);
    }
  }

  enum NotificationScope {
    SERVER,
    DATABASE,
    QUEUE
  }

  record DropEventNotification(
      List<Identifier> names,
      NotificationScope scope,
      Optional<MultiPartName> queue,
      int from,
      int to)
      implements AuditStatement {
    public DropEventNotification {
      names = List.copyOf(names);
    }
  }

  /// `CREATE EVENT SESSION name ON SERVER | DATABASE events [targets] [WITH (options)]`.
  record CreateEventSession(
      Identifier name,
      boolean server,
      List<ServerPart.EventDeclaration> events,
      List<ServerPart.EventTarget> targets,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements AuditStatement {
    public CreateEventSession {
      events = List.copyOf(events);
      targets = List.copyOf(targets);
      options = List.copyOf(options);
    }
  }

  /// `ALTER EVENT SESSION name ON SERVER ...`: events or targets added or dropped, options, or a
  /// new state. At most one of the four lists holds something.
  record AlterEventSession(
      Identifier name,
      boolean server,
      List<ServerPart.EventDeclaration> addedEvents,
      List<ServerPart.EventTarget> addedTargets,
      List<MultiPartName> droppedEvents,
      List<MultiPartName> droppedTargets,
      List<OptionNode.Option> options,
      Optional<Boolean> start,
      int from,
      int to)
      implements AuditStatement {
    public AlterEventSession {
      addedEvents = List.copyOf(addedEvents);
      addedTargets = List.copyOf(addedTargets);
      droppedEvents = List.copyOf(droppedEvents);
      droppedTargets = List.copyOf(droppedTargets);
      options = List.copyOf(options);
    }
  }

  record DropEventSession(Identifier name, boolean server, int from, int to)
      implements AuditStatement {}

  record AddSensitivityClassification(
      List<MultiPartName> columns, List<OptionNode.Option> options, int from, int to)
      implements AuditStatement {
    public AddSensitivityClassification {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  record DropSensitivityClassification(List<MultiPartName> columns, int from, int to)
      implements AuditStatement {
    public DropSensitivityClassification {
      columns = List.copyOf(columns);
    }
  }
}
