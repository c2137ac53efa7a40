package io.hartonomous.syntax.ast;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// Statements about Service Broker: its objects, its conversations and its messages.
public sealed interface BrokerStatement extends Statement {
  /// `CREATE | ALTER MESSAGE TYPE name [AUTHORIZATION owner] [VALIDATION = x [WITH SCHEMA
  /// COLLECTION c]]`; `validation` in upper case.
  record MessageType(
      ServerPart.Verb verb,
      Identifier name,
      Optional<Identifier> owner,
      Optional<Identifier> validation,
      Optional<MultiPartName> schemaCollection,
      int from,
      int to)
      implements BrokerStatement {}

  record CreateContract(
      Identifier name,
      Optional<Identifier> owner,
      List<ServerPart.ContractMessage> messages,
      int from,
      int to)
      implements BrokerStatement {
    public CreateContract {
      messages = List.copyOf(messages);
    }
  }

  /// `CREATE | ALTER QUEUE name [WITH options] [ON filegroup]`.
  record Queue(
      ServerPart.Verb verb,
      MultiPartName name,
      List<OptionNode.Option> options,
      Optional<Expression> fileGroup,
      int from,
      int to)
      implements BrokerStatement {
    public Queue {
      options = List.copyOf(options);
    }
  }

  record CreateService(
      Identifier name,
      Optional<Identifier> owner,
      MultiPartName queue,
      List<Identifier> contracts,
      int from,
      int to)
      implements BrokerStatement {
    public CreateService {
      contracts = List.copyOf(contracts);
    }
  }

  record AlterService(
      Identifier name,
      Optional<MultiPartName> queue,
      List<ServerPart.ContractChange> contracts,
      int from,
      int to)
      implements BrokerStatement {
    public AlterService {
      contracts = List.copyOf(contracts);
    }
  }

  record Route(
      ServerPart.Verb verb,
      Identifier name,
      Optional<Identifier> owner,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements BrokerStatement {
    public Route {
      options = List.copyOf(options);
    }
  }

  /// `CREATE REMOTE SERVICE BINDING name [AUTHORIZATION owner] TO SERVICE 'x' WITH options`; ALTER
  /// has no service.
  record RemoteServiceBinding(
      ServerPart.Verb verb,
      Identifier name,
      Optional<Identifier> owner,
      Optional<Literal> service,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements BrokerStatement {
    public RemoteServiceBinding {
      options = List.copyOf(options);
    }
  }

  /// `CREATE | ALTER BROKER PRIORITY name FOR CONVERSATION [SET (options)]`.
  record BrokerPriority(
      ServerPart.Verb verb, Identifier name, List<OptionNode.Option> options, int from, int to)
      implements BrokerStatement {
    public BrokerPriority {
      options = List.copyOf(options);
    }
  }

  /// `BEGIN DIALOG [CONVERSATION] @handle FROM SERVICE x TO SERVICE 'y' [, 'instance'] [ON CONTRACT
  /// c] [WITH options]`.
  record BeginDialog(
      boolean conversation,
      Expression.Variable handle,
      Expression initiator,
      Expression target,
      Optional<Expression> instance,
      Optional<Expression> contract,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements BrokerStatement {
    public BeginDialog {
      options = List.copyOf(options);
    }
  }

  /// `BEGIN CONVERSATION TIMER (@handle) TIMEOUT = n`.
  record BeginConversationTimer(Expression handle, Expression timeout, int from, int to)
      implements BrokerStatement {}

  /// `END CONVERSATION @handle [WITH CLEANUP | WITH ERROR = n DESCRIPTION = 'x']`.
  record EndConversation(
      Expression handle,
      boolean cleanup,
      Optional<OptionNode.Option> error,
      Optional<OptionNode.Option> description,
      int from,
      int to)
      implements BrokerStatement {}

  record MoveConversation(Expression handle, Expression group, int from, int to)
      implements BrokerStatement {}

  record GetConversationGroup(Expression.Variable group, MultiPartName queue, int from, int to)
      implements BrokerStatement {}

  /// `SEND ON CONVERSATION handle | (handles) [MESSAGE TYPE t] [(body)]`.
  record Send(
      boolean parenthesised,
      List<Expression> handles,
      Optional<Expression> messageType,
      Optional<Expression> body,
      int from,
      int to)
      implements BrokerStatement {
    public Send {
      handles = List.copyOf(handles);
    }
  }

  /// `RECEIVE [TOP (n)] columns FROM queue [INTO @table] [WHERE column = value]`.
  record Receive(
      Optional<Expression> top,
      List<QueryPart.SelectElement> elements,
      MultiPartName queue,
      Optional<Expression.Variable> into,
      Optional<OptionNode.Option> where,
      int from,
      int to)
      implements BrokerStatement {
    public Receive {
      elements = List.copyOf(elements);
    }
  }

  /// `WAITFOR (statement) [, TIMEOUT n]`.
  record WaitFor(BrokerStatement statement, Optional<Expression> timeout, int from, int to)
      implements BrokerStatement {}
}
