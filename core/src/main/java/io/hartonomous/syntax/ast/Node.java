package io.hartonomous.syntax.ast;

/// Everything in a syntax tree. A node knows its place in the token list and nothing else: no
/// parent, file or meaning.
///
/// Shape: `from` and `to` are indexes into the file's token list, `to` exclusive. They are the last
/// two components of every record and are no part of sameness (compare by `Nodes.same`).
public sealed interface Node
    permits Identifier,
        MultiPartName,
        DataType,
        Expression,
        Condition,
        GraphPattern,
        QueryExpression,
        QueryPart,
        TableReference,
        DmlPart,
        Statement,
        TableElement,
        ColumnConstraint,
        ModulePart,
        OptionNode,
        ServerPart,
        Batch,
        Script {
  int from();

  int to();
}
