package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// A data type as written. Whether a name is built in or the user's own is the binder's question.
public sealed interface DataType extends Node {
  /// `int`, `nvarchar(max)`, `decimal(10, 2)`, `sys.sysname`, `dbo.Money`. `moreWords` holds the
  /// rest of a type of several words (`double precision`, `national character varying`).
  record Named(
      MultiPartName name, List<Identifier> moreWords, List<Argument> arguments, int from, int to)
      implements DataType {
    public Named {
      moreWords = List.copyOf(moreWords);
      arguments = List.copyOf(arguments);
    }
  }

  /// The type of a column that is named `timestamp` and has none of its own: timestamp. It has no
  /// tokens.
  record ImpliedTimestamp(int from, int to) implements DataType {}

  /// `xml`, `xml(schema)`, `xml(CONTENT schema)`.
  record Xml(
      Optional<XmlDocumentKind> kind, Optional<MultiPartName> schemaCollection, int from, int to)
      implements DataType {}

  /// `CURSOR` of a variable or an OUTPUT parameter.
  record Cursor(int from, int to) implements DataType {}

  /// `TABLE ( ... )` of a variable or of the result of a multi-statement function.
  record Table(List<TableElement> elements, Commas commas, int from, int to) implements DataType {
    public Table {
      elements = List.copyOf(elements);
    }
  }

  /// One argument in parentheses: a number, `max`, or a word (`vector(8, float16)`).
  record Argument(ArgumentKind kind, String text, int from, int to) implements DataType {}

  enum ArgumentKind {
    NUMBER,
    MAX,
    WORD
  }

  enum XmlDocumentKind {
    CONTENT,
    DOCUMENT
  }
}
