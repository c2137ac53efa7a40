package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements that control the flow, declare and set, call and report.
public sealed interface ProceduralStatement extends Statement {
  record DeclareVariables(List<VariableDeclaration> variables, int from, int to)
      implements ProceduralStatement {
    public DeclareVariables {
      variables = List.copyOf(variables);
    }
  }

  record VariableDeclaration(
      Expression.Variable variable,
      DataType type,
      boolean nullable,
      Optional<Expression> value,
      int from,
      int to)
      implements ProceduralStatement {}

  record DeclareTable(Expression.Variable variable, DataType.Table definition, int from, int to)
      implements ProceduralStatement {}

  /// `SET @v = value`, `SET @v += value`.
  record SetVariable(
      Expression.Variable variable,
      QueryPart.AssignmentOperator operator,
      Expression value,
      int from,
      int to)
      implements ProceduralStatement {}

  /// `SET @x.modify(...)` and other mutator methods of a variable.
  record SetMethod(
      Expression.Variable variable, Identifier method, List<Expression> arguments, int from, int to)
      implements ProceduralStatement {
    public SetMethod {
      arguments = List.copyOf(arguments);
    }
  }

  /// `SET NOCOUNT, XACT_ABORT ON`. `options` in upper case.
  record SetOnOff(List<Identifier> options, boolean on, int from, int to)
      implements ProceduralStatement {
    public SetOnOff {
      options = List.copyOf(options);
    }
  }

  /// `SET DATEFORMAT mdy`, `SET LOCK_TIMEOUT 1800`, `SET TEXTSIZE 100`, `SET LANGUAGE x`, `SET
  /// CONTEXT_INFO 0x01`, `SET DEADLOCK_PRIORITY LOW`.
  record SetValue(Identifier option, Expression value, int from, int to)
      implements ProceduralStatement {}

  record SetIdentityInsert(MultiPartName table, boolean on, int from, int to)
      implements ProceduralStatement {}

  record SetIsolationLevel(IsolationLevel level, int from, int to) implements ProceduralStatement {}

  enum IsolationLevel {
    READ_UNCOMMITTED("READ UNCOMMITTED"),
    READ_COMMITTED("READ COMMITTED"),
    REPEATABLE_READ("REPEATABLE READ"),
    SNAPSHOT("SNAPSHOT"),
    SERIALIZABLE("SERIALIZABLE");

    private final String sql;

    IsolationLevel(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /// `SET STATISTICS IO, TIME ON`.
  record SetStatistics(List<Identifier> kinds, boolean on, int from, int to)
      implements ProceduralStatement {
    public SetStatistics {
      kinds = List.copyOf(kinds);
    }
  }

  record If(Condition condition, Statement then, Optional<Statement> otherwise, int from, int to)
      implements ProceduralStatement {}

  record While(Condition condition, Statement body, int from, int to)
      implements ProceduralStatement {}

  record Block(List<Statement> statements, int from, int to) implements ProceduralStatement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /// `BEGIN ATOMIC WITH (options) ... END` of natively compiled modules.
  record AtomicBlock(List<OptionNode.Option> options, List<Statement> statements, int from, int to)
      implements ProceduralStatement {
    public AtomicBlock {
      options = List.copyOf(options);
      statements = List.copyOf(statements);
    }
  }

  record TryCatch(List<Statement> tryStatements, List<Statement> catchStatements, int from, int to)
      implements ProceduralStatement {
    public TryCatch {
      tryStatements = List.copyOf(tryStatements);
      catchStatements = List.copyOf(catchStatements);
    }
  }

  record Return(Optional<Expression> value, int from, int to) implements ProceduralStatement {}

  record Break(int from, int to) implements ProceduralStatement {}

  record Continue(int from, int to) implements ProceduralStatement {}

  record Goto(Identifier label, int from, int to) implements ProceduralStatement {}

  record Label(Identifier name, int from, int to) implements ProceduralStatement {}

  record Print(Expression value, int from, int to) implements ProceduralStatement {}

  record Raiserror(List<Expression> arguments, List<Identifier> options, int from, int to)
      implements ProceduralStatement {
    public Raiserror {
      arguments = List.copyOf(arguments);
      options = List.copyOf(options);
    }
  }

  /// `THROW`, `THROW number, message, state`.
  record Throw(List<Expression> arguments, int from, int to) implements ProceduralStatement {
    public Throw {
      arguments = List.copyOf(arguments);
    }
  }

  record WaitFor(boolean delay, Expression time, int from, int to) implements ProceduralStatement {}

  /// `EXEC [@status =] procedure arguments [WITH ...]`, or a batch that begins with a procedure's
  /// name (`keyword` false).
  record Execute(
      boolean keyword,
      Optional<Expression.Variable> status,
      ExecuteTarget target,
      List<ExecuteArgument> arguments,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements ProceduralStatement {
    public Execute {
      arguments = List.copyOf(arguments);
      options = List.copyOf(options);
    }
  }

  sealed interface ExecuteTarget extends ProceduralStatement {
    record Procedure(MultiPartName name, Optional<Expression.Literal> number, int from, int to)
        implements ExecuteTarget {}

    record ProcedureVariable(Expression.Variable variable, int from, int to)
        implements ExecuteTarget {}

    /// `EXEC ('text' + @v) [AS USER = 'x'] [AT server]`.
    record Text(
        List<Expression> parts,
        Optional<ExecuteContext> context,
        Optional<Identifier> linkedServer,
        int from,
        int to)
        implements ExecuteTarget {
      public Text {
        parts = List.copyOf(parts);
      }
    }
  }

  record ExecuteArgument(
      Optional<Expression.Variable> name, Expression value, boolean output, int from, int to)
      implements ProceduralStatement {}

  /// `EXECUTE AS CALLER | OWNER | SELF | 'user'` of a module, `EXECUTE AS USER | LOGIN = 'x'` as a
  /// statement.
  record ExecuteContext(ContextKind kind, Optional<Expression> name, int from, int to)
      implements ProceduralStatement {}

  enum ContextKind {
    CALLER,
    OWNER,
    SELF,
    USER,
    LOGIN,
    NAMED
  }

  record ExecuteAs(ExecuteContext context, boolean noRevert, int from, int to)
      implements ProceduralStatement {}

  record Revert(int from, int to) implements ProceduralStatement {}

  record Use(Identifier database, int from, int to) implements ProceduralStatement {}

  record Checkpoint(int from, int to) implements ProceduralStatement {}
}
