package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements that define modules. The body's text is what the tokens from `from` to `to` give.
public sealed interface ModuleStatement extends Statement {
  enum Verb {
    CREATE("CREATE"),
    ALTER("ALTER"),
    CREATE_OR_ALTER("CREATE OR ALTER");

    private final String sql;

    Verb(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record Procedure(
      Verb verb,
      MultiPartName name,
      Optional<Expression.Literal> number,
      List<ModulePart.Parameter> parameters,
      List<OptionNode.Option> options,
      Optional<ProceduralStatement.ExecuteContext> executeAs,
      boolean forReplication,
      ModulePart.Body body,
      int from,
      int to)
      implements ModuleStatement {
    public Procedure {
      parameters = List.copyOf(parameters);
      options = List.copyOf(options);
    }
  }

  /// `as` tells whether AS stands before the body.
  record Function(
      Verb verb,
      MultiPartName name,
      List<ModulePart.Parameter> parameters,
      ModulePart.Returns returns,
      List<OptionNode.Option> options,
      Optional<ProceduralStatement.ExecuteContext> executeAs,
      boolean as,
      ModulePart.Body body,
      int from,
      int to)
      implements ModuleStatement {
    public Function {
      parameters = List.copyOf(parameters);
      options = List.copyOf(options);
    }
  }

  record View(
      Verb verb,
      MultiPartName name,
      List<Identifier> columns,
      List<OptionNode.Option> options,
      Optional<QueryPart.With> with,
      QueryExpression query,
      boolean checkOption,
      int from,
      int to)
      implements ModuleStatement {
    public View {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  /// A DML trigger (`table` present) or a trigger ON DATABASE or ON ALL SERVER (`scope`). `events`
  /// in upper case with underscores.
  record Trigger(
      Verb verb,
      MultiPartName name,
      Optional<MultiPartName> table,
      TriggerScope scope,
      List<OptionNode.Option> options,
      Optional<ProceduralStatement.ExecuteContext> executeAs,
      TriggerTime time,
      List<Identifier> events,
      boolean append,
      boolean notForReplication,
      ModulePart.Body body,
      int from,
      int to)
      implements ModuleStatement {
    public Trigger {
      options = List.copyOf(options);
      events = List.copyOf(events);
    }
  }

  enum TriggerScope {
    OBJECT,
    DATABASE,
    ALL_SERVER
  }

  enum TriggerTime {
    FOR("FOR"),
    AFTER("AFTER"),
    INSTEAD_OF("INSTEAD OF");

    private final String sql;

    TriggerTime(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /// `ENABLE | DISABLE TRIGGER names | ALL ON table | DATABASE | ALL SERVER`.
  record EnableTrigger(
      boolean enable,
      List<MultiPartName> names,
      Optional<MultiPartName> table,
      TriggerScope scope,
      int from,
      int to)
      implements ModuleStatement {
    public EnableTrigger {
      names = List.copyOf(names);
    }
  }
}
