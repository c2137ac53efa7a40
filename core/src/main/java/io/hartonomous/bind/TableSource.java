package io.hartonomous.bind;

import io.hartonomous.syntax.ast.Node;

/// One use of a relation in a FROM clause, or the target of a data change. Two uses of one table
/// are two sources; identity tells them apart.
public final class TableSource {
  private final int id;
  private final String exposedName;
  private final Relation relation;
  private final Node node;

  public TableSource(int id, String exposedName, Relation relation, Node node) {
    this.id = id;
    this.exposedName = exposedName;
    this.relation = relation;
    this.node = node;
  }

  /// A number that no other source of the same [Binding] has.
  public int id() {
    return id;
  }

  /// The name by which columns are qualified: the alias, else the object's own name; empty where
  /// there is none.
  public String exposedName() {
    return exposedName;
  }

  public Relation relation() {
    return relation;
  }

  /// The table reference, or the statement for `inserted` and `deleted`.
  public Node node() {
    return node;
  }
}
