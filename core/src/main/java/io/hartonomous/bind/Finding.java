package io.hartonomous.bind;

import io.hartonomous.syntax.ast.Node;
import java.util.Optional;

/// Something that a tree names and that cannot be what it names.
///
/// `name` is the name as written (`t.Foo`, `dbo.Missing`, `@x`). `relation` is where a column was
/// looked for. `deferred`: the server would accept the module and find out when it runs, because a
/// table in reach does not exist (yet). `besideLocal`: a table variable or temporary table is in
/// reach, so that the reference compiler says nothing about columns.
public record Finding(
    Kind kind,
    Node node,
    String name,
    Optional<Relation> relation,
    boolean deferred,
    boolean besideLocal) {

  Finding(Kind kind, Node node, String name, Optional<Relation> relation, boolean deferred) {
    this(kind, node, name, relation, deferred, false);
  }

  Finding withKind(Kind other) {
    return new Finding(other, node, name, relation, deferred, besideLocal);
  }

  Finding withNode(Node other) {
    return new Finding(kind, other, name, relation, deferred, besideLocal);
  }

  Finding asLocal() {
    return new Finding(kind, node, name, relation, deferred, true);
  }

  /// Each kind with the number of the server's error.
  public enum Kind {
    UNKNOWN_OBJECT(208),
    UNKNOWN_COLUMN(207),
    /// The column cannot be told because its table is unknown: follows from another finding.
    COLUMN_OF_UNKNOWN(207),
    AMBIGUOUS_COLUMN(209),
    /// The same column of two uses of one table.
    AMBIGUOUS_USE(209),
    /// An object that is defined more than once.
    AMBIGUOUS_OBJECT(208),
    /// A column or parameter that is defined more than once.
    AMBIGUOUS_MEMBER(209),
    /// An alias of the select list inside an expression of ORDER BY.
    ALIAS_IN_EXPRESSION(207),
    UNKNOWN_QUALIFIER(4104),
    /// `t.*` where no `t` is in reach.
    UNKNOWN_STAR_QUALIFIER(107),
    /// `*` over a table that does not exist.
    STAR_OF_UNKNOWN(208),
    UNKNOWN_VARIABLE(137),
    UNKNOWN_TABLE_VARIABLE(1087),
    DUPLICATE_VARIABLE(134),
    /// A temporary table, a table variable or a column of one that is defined more than once.
    DUPLICATE_LOCAL(2714),
    UNKNOWN_FUNCTION(195),
    UNKNOWN_ROUTINE(4121),
    UNKNOWN_PROCEDURE(2812),
    UNKNOWN_PARAMETER(8145),
    UNKNOWN_TYPE(2715),
    UNKNOWN_SEQUENCE(208),
    ARGUMENT_COUNT(174),
    UNION_COLUMN_COUNT(205),
    ALIAS_COLUMN_COUNT(8158),
    INSERT_COLUMN_COUNT(213),
    UNNAMED_COLUMN(8155),
    DUPLICATE_COLUMN(8156),
    DUPLICATE_SOURCE(1013),
    ORDER_POSITION(108),
    SUBQUERY_COLUMN_COUNT(116);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /// The number under which SQL Server reports it.
    public int number() {
      return number;
    }
  }
}
