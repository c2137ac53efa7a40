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
      boolean as,
      DataType type,
      Optional<Boolean> nullable,
      Optional<Expression> value,
      int from,
      int to)
      implements ProceduralStatement {}

  record DeclareTable(
      Expression.Variable variable, boolean as, DataType.Table definition, int from, int to)
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
  ///
  /// @param ofType `@x::modify(...)`
  record SetMethod(
      Expression.Variable variable,
      boolean ofType,
      Identifier method,
      List<Expression> arguments,
      int from,
      int to)
      implements ProceduralStatement {
    public SetMethod {
      arguments = List.copyOf(arguments);
    }
  }

  /// `SET @x.member = value`, `SET @x::member = value` (`ofType`).
  record SetProperty(
      Expression.Variable variable,
      boolean ofType,
      Identifier property,
      QueryPart.AssignmentOperator operator,
      Expression value,
      int from,
      int to)
      implements ProceduralStatement {}

  /// `SET NOCOUNT, XACT_ABORT ON`. `options` in upper case.
  record SetOnOff(List<Identifier> options, boolean on, int from, int to)
      implements ProceduralStatement {
    public SetOnOff {
      options = List.copyOf(options);
    }
  }

  /// `SET DATEFORMAT mdy`, `SET LOCK_TIMEOUT 1800`, `SET TEXTSIZE 100`, `SET LANGUAGE x`, `SET
  /// CONTEXT_INFO 0x01`, `SET DEADLOCK_PRIORITY LOW`.
  record SetValue(List<Setting> settings, int from, int to) implements ProceduralStatement {
    public SetValue {
      settings = List.copyOf(settings);
    }
  }

  /// `option value`, the option in upper case.
  record Setting(Identifier option, Expression value, int from, int to)
      implements ProceduralStatement {}

  /// `SET OFFSETS SELECT, FROM ON`. `kinds` in upper case.
  record SetOffsets(List<Identifier> kinds, boolean on, int from, int to)
      implements ProceduralStatement {
    public SetOffsets {
      kinds = List.copyOf(kinds);
    }
  }

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

  /// `semicolons` counts those before ELSE.
  record If(
      Condition condition,
      Statement then,
      int semicolons,
      Optional<Statement> otherwise,
      int from,
      int to)
      implements ProceduralStatement {}

  record While(Condition condition, Statement body, int from, int to)
      implements ProceduralStatement {}

  record Block(List<Statement> statements, Semicolons semicolons, int from, int to)
      implements ProceduralStatement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /// `BEGIN ATOMIC WITH (options) ... END` of natively compiled modules.
  record AtomicBlock(
      List<OptionNode.Option> options,
      List<Statement> statements,
      Semicolons semicolons,
      int from,
      int to)
      implements ProceduralStatement {
    public AtomicBlock {
      options = List.copyOf(options);
      statements = List.copyOf(statements);
    }
  }

  record TryCatch(
      List<Statement> tryStatements,
      Semicolons trySemicolons,
      List<Statement> catchStatements,
      Semicolons catchSemicolons,
      int from,
      int to)
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
      List<ExecuteOption> options,
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

    /// `OPENDATASOURCE('provider', 'connection').database.schema.procedure`.
    record Remote(Rowset.DataSource source, Optional<Expression.Literal> number, int from, int to)
        implements ExecuteTarget {}

    /// `EXEC ('text' + @v [, arguments]) [AS USER = 'x'] [AT server]`: what the strings and
    /// variables `texts` make together, and the arguments for its `?`.
    record Text(
        List<Expression> texts,
        List<ExecuteArgument> arguments,
        Optional<ExecuteContext> context,
        Optional<Identifier> linkedServer,
        int from,
        int to)
        implements ExecuteTarget {
      public Text {
        texts = List.copyOf(texts);
        arguments = List.copyOf(arguments);
      }
    }
  }

  /// What follows WITH.
  sealed interface ExecuteOption extends ProceduralStatement {
    record Recompile(int from, int to) implements ExecuteOption {}

    /// `RESULT SETS UNDEFINED`, `RESULT SETS NONE`.
    record NoResultSets(boolean none, int from, int to) implements ExecuteOption {}

    /// `RESULT SETS (definition, ...)`.
    record ResultSets(List<ResultSet> definitions, int from, int to) implements ExecuteOption {
      public ResultSets {
        definitions = List.copyOf(definitions);
      }
    }
  }

  sealed interface ResultSet extends ProceduralStatement {
    /// `(name type [COLLATE c] [NULL | NOT NULL], ...)`.
    record Columns(List<ResultColumn> columns, int from, int to) implements ResultSet {
      public Columns {
        columns = List.copyOf(columns);
      }
    }

    /// `AS OBJECT name`, `AS TYPE name`.
    record Like(boolean type, MultiPartName name, int from, int to) implements ResultSet {}

    /// `AS FOR XML`.
    record Xml(int from, int to) implements ResultSet {}
  }

  record ResultColumn(
      Identifier name,
      DataType type,
      Optional<Identifier> collation,
      Optional<Boolean> nullable,
      int from,
      int to)
      implements ProceduralStatement {}

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

  /// `EXECUTE AS ... [WITH NO REVERT | WITH COOKIE INTO @v]`.
  record ExecuteAs(
      ExecuteContext context,
      boolean noRevert,
      Optional<Expression.Variable> cookie,
      int from,
      int to)
      implements ProceduralStatement {}

  /// `REVERT [WITH COOKIE = value]`.
  record Revert(Optional<Expression> cookie, int from, int to) implements ProceduralStatement {}

  record Use(Identifier database, int from, int to) implements ProceduralStatement {}

  /// `CHECKPOINT [seconds]`.
  record Checkpoint(Optional<Expression.Literal> duration, int from, int to)
      implements ProceduralStatement {}
}
