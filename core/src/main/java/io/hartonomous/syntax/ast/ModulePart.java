package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// The parts of modules.
public sealed interface ModulePart extends Node {
  /// `@p [AS] type [NULL | NOT NULL] [= default] [OUTPUT] [READONLY]`, `VARYING` for cursors.
  record Parameter(
      Expression.Variable variable,
      boolean as,
      DataType type,
      boolean varying,
      Optional<Boolean> nullable,
      Optional<Expression> value,
      boolean output,
      boolean readOnly,
      int from,
      int to)
      implements ModulePart {}

  /// What a function returns.
  sealed interface Returns extends ModulePart {
    record Scalar(DataType type, int from, int to) implements Returns {}

    /// `RETURNS TABLE` of an inline function.
    record InlineTable(int from, int to) implements Returns {}

    /// `RETURNS @t TABLE (...)`.
    record TableVariable(Expression.Variable variable, DataType.Table definition, int from, int to)
        implements Returns {}
  }

  sealed interface Body extends ModulePart {
    record Statements(List<Statement> statements, Semicolons semicolons, int from, int to)
        implements Body {
      public Statements {
        statements = List.copyOf(statements);
      }
    }

    /// `RETURN (query)` of an inline table function; its WITH stands inside the parentheses or
    /// before the query.
    record InlineQuery(
        boolean parenthesised,
        Optional<QueryPart.With> with,
        QueryExpression query,
        int from,
        int to)
        implements Body {}

    /// `EXTERNAL NAME assembly.class.method`.
    record ExternalName(MultiPartName method, int from, int to) implements Body {}
  }
}
