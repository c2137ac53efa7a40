package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Options in `WITH ( ... )`, `SET ( ... )` and like places.
public sealed interface OptionNode extends Node {
  /// `NAME`, `NAME = value`, `NAME ON`, `NAME (options)`, `NAME = value (options)`. `name` is the
  /// words in upper case with one blank between them; `equalsSign` tells whether `=` was written
  /// behind it; the value is a literal, a name or a nested list.
  record Option(
      String name,
      boolean equalsSign,
      Optional<OptionValue> value,
      List<Option> details,
      int from,
      int to)
      implements OptionNode {
    public Option {
      details = List.copyOf(details);
    }

    /// An option without `=`.
    public Option(
        String name, Optional<OptionValue> value, List<Option> details, int from, int to) {
      this(name, false, value, details, from, to);
    }
  }

  sealed interface OptionValue extends OptionNode {
    /// ON, OFF, PAGE, NONE, ... in upper case; `words` may be several (`FULL COVERAGE`).
    record Word(String words, int from, int to) implements OptionValue {}

    record Scalar(Expression expression, Optional<String> unit, int from, int to)
        implements OptionValue {}

    record Name(MultiPartName name, int from, int to) implements OptionValue {}

    /// Where something goes: `fg`, `scheme (column)`.
    record Place(Identifier name, List<Identifier> columns, int from, int to)
        implements OptionValue {
      public Place {
        columns = List.copyOf(columns);
      }
    }

    /// `(a ASC, b DESC)`.
    record Columns(List<TableElement.IndexColumn> columns, int from, int to)
        implements OptionValue {
      public Columns {
        columns = List.copyOf(columns);
      }
    }

    /// `(column RANGE [LEFT | RIGHT] FOR VALUES (boundaries))`.
    record RangeOf(
        Identifier column, Optional<Boolean> right, List<Expression> boundaries, int from, int to)
        implements OptionValue {
      public RangeOf {
        boundaries = List.copyOf(boundaries);
      }
    }

    /// `(1, 3 TO 5)` of ON PARTITIONS.
    record Ranges(List<PartitionRange> ranges, int from, int to) implements OptionValue {
      public Ranges {
        ranges = List.copyOf(ranges);
      }
    }
  }

  record PartitionRange(Expression first, Optional<Expression> last, int from, int to)
      implements OptionNode {}

  /// `ON filegroup`, `ON scheme (column)`, `ON "default"`.
  record Placement(Identifier name, List<Identifier> columns, int from, int to)
      implements OptionNode {
    public Placement {
      columns = List.copyOf(columns);
    }
  }

  /// `START WITH n`, `INCREMENT BY n`, `MINVALUE n`, `NO MINVALUE`, `CYCLE`, `NO CYCLE`, `CACHE n`,
  /// `NO CACHE`, `RESTART [WITH n]`; the name in upper case.
  record SequenceOption(String name, Optional<Expression> value, int from, int to)
      implements OptionNode {}
}
