package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// The clauses of a query.
public sealed interface QueryPart extends Node {
  /// `ORDER BY ... OFFSET ... FETCH ... FOR ...` after a query; all may be absent, then `from ==
  /// to`.
  record Tail(
      Optional<OrderBy> orderBy,
      Optional<Offset> offset,
      Optional<ForClause> forClause,
      int from,
      int to)
      implements QueryPart {}

  /// One element of the select list.
  sealed interface SelectElement extends QueryPart {
    /// `expression [AS alias]`, `alias = expression`. `aliasFirst` for the latter. An alias written
    /// as a string literal is held by its value, with the quote kind that [Identifier.Quote#STRING]
    /// says. `as` tells whether AS stands before the alias.
    record Value(
        Expression value,
        boolean as,
        Optional<Identifier> alias,
        boolean aliasFirst,
        int from,
        int to)
        implements SelectElement {}

    /// `*`, `t.*`.
    record AllColumns(Optional<MultiPartName> qualifier, int from, int to)
        implements SelectElement {}

    /// `@v = expression`, `@v += expression`.
    record Assignment(
        Expression.Variable variable,
        AssignmentOperator operator,
        Expression value,
        int from,
        int to)
        implements SelectElement {}
  }

  enum AssignmentOperator {
    ASSIGN("="),
    ADD("+="),
    SUBTRACT("-="),
    MULTIPLY("*="),
    DIVIDE("/="),
    MODULO("%="),
    BIT_AND("&="),
    BIT_OR("|="),
    BIT_XOR("^="),
    CONCAT("||=");

    private final String sql;

    AssignmentOperator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record Top(
      Expression count, boolean parenthesised, boolean percent, boolean withTies, int from, int to)
      implements QueryPart {}

  record GroupBy(
      boolean all, List<Grouping> groupings, Optional<LegacyGrouping> legacy, int from, int to)
      implements QueryPart {
    public GroupBy {
      groupings = List.copyOf(groupings);
    }
  }

  /// `GROUP BY ... WITH CUBE | ROLLUP`.
  enum LegacyGrouping {
    CUBE,
    ROLLUP
  }

  sealed interface Grouping extends QueryPart {
    /// `distributed` stands for `WITH (DISTRIBUTED_AGG)`.
    record Value(Expression expression, boolean distributed, int from, int to)
        implements Grouping {}

    /// `(a, b)` as one element of GROUPING SETS, ROLLUP or CUBE; empty for the grand total `()`.
    record Composite(List<Grouping> elements, int from, int to) implements Grouping {
      public Composite {
        elements = List.copyOf(elements);
      }
    }

    record Rollup(List<Grouping> elements, int from, int to) implements Grouping {
      public Rollup {
        elements = List.copyOf(elements);
      }
    }

    record Cube(List<Grouping> elements, int from, int to) implements Grouping {
      public Cube {
        elements = List.copyOf(elements);
      }
    }

    record GroupingSets(List<Grouping> elements, int from, int to) implements Grouping {
      public GroupingSets {
        elements = List.copyOf(elements);
      }
    }
  }

  record OrderBy(List<OrderElement> elements, int from, int to) implements QueryPart {
    public OrderBy {
      elements = List.copyOf(elements);
    }
  }

  record OrderElement(Expression expression, Optional<SortOrder> order, int from, int to)
      implements QueryPart {}

  enum SortOrder {
    ASC,
    DESC
  }

  record Offset(Expression offset, Optional<Expression> fetch, int from, int to)
      implements QueryPart {}

  /// `OVER name`, `OVER ([name] [PARTITION BY ...] [ORDER BY ...] [frame])`.
  record Over(
      Optional<Identifier> window,
      boolean parenthesised,
      List<Expression> partitionBy,
      Optional<OrderBy> orderBy,
      Optional<Frame> frame,
      int from,
      int to)
      implements QueryPart {
    public Over {
      partitionBy = List.copyOf(partitionBy);
    }
  }

  /// `name AS ( ... )` of the WINDOW clause.
  record WindowDefinition(Identifier name, Over definition, int from, int to)
      implements QueryPart {}

  record Frame(boolean rows, FrameBound start, Optional<FrameBound> end, int from, int to)
      implements QueryPart {}

  record FrameBound(FrameBoundKind kind, Optional<Expression> distance, int from, int to)
      implements QueryPart {}

  enum FrameBoundKind {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }

  /// `WITH name [(columns)] AS (query), ...`. `WITH [XMLNAMESPACES (...) | CHANGE_TRACKING_CONTEXT
  /// (...)] [, expressions]`.
  record With(
      Optional<WithPrefix> prefix, List<CommonTableExpression> expressions, int from, int to)
      implements QueryPart {
    public With {
      expressions = List.copyOf(expressions);
    }
  }

  /// What stands before the common table expressions.
  sealed interface WithPrefix extends QueryPart {
    /// `XMLNAMESPACES ('uri' AS prefix, DEFAULT 'uri')`.
    record XmlNamespaces(List<XmlNamespace> namespaces, int from, int to) implements WithPrefix {
      public XmlNamespaces {
        namespaces = List.copyOf(namespaces);
      }
    }

    /// `CHANGE_TRACKING_CONTEXT (0x01 | @v)`.
    record ChangeTrackingContext(Expression context, int from, int to) implements WithPrefix {}
  }

  /// `'uri' AS prefix`; without prefix it is the `DEFAULT 'uri'`.
  record XmlNamespace(Expression.Literal uri, Optional<Identifier> prefix, int from, int to)
      implements QueryPart {}

  record CommonTableExpression(
      Identifier name, List<Identifier> columns, QueryExpression query, int from, int to)
      implements QueryPart {
    public CommonTableExpression {
      columns = List.copyOf(columns);
    }
  }

  /// `FOR JSON ...`, `FOR XML ...`, `FOR BROWSE`.
  sealed interface ForClause extends QueryPart {
    record Json(
        boolean path,
        Optional<Root> root,
        boolean includeNullValues,
        boolean withoutArrayWrapper,
        int from,
        int to)
        implements ForClause {}

    record Xml(
        XmlMode mode,
        Optional<Expression.Literal> elementName,
        List<XmlOption> options,
        int from,
        int to)
        implements ForClause {
      public Xml {
        options = List.copyOf(options);
      }
    }

    /// `ROOT`, `ELEMENTS`, `XSINIL`, `TYPE`, `BINARY BASE64`, `XMLDATA`, `XMLSCHEMA` with its
    /// argument.
    record XmlOption(String name, Optional<Expression.Literal> argument, int from, int to)
        implements ForClause {}

    record Browse(int from, int to) implements ForClause {}

    /// `ROOT` or `ROOT('name')`.
    record Root(Optional<Expression.Literal> name, int from, int to) implements ForClause {}
  }

  enum XmlMode {
    RAW,
    AUTO,
    EXPLICIT,
    PATH
  }

  /// A hint of a table (`WITH (NOLOCK, INDEX(ix))`) or of a statement (`OPTION (RECOMPILE, MAXDOP
  /// 2)`): its words in upper case, its arguments, the columns or indexes it names. TABLE HINT
  /// names a table and has hints of its own, with commas between them or not.
  record Hint(
      String name,
      List<Expression> arguments,
      List<MultiPartName> names,
      List<Hint> hints,
      Commas hintCommas,
      int from,
      int to)
      implements QueryPart {
    public Hint {
      arguments = List.copyOf(arguments);
      names = List.copyOf(names);
      hints = List.copyOf(hints);
    }
  }
}
