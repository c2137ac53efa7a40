package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Tables that functions with a grammar of their own give, and what those are made of.
public sealed interface Rowset extends TableReference {
  /// What stands in FROM. `as` tells whether AS stands before the alias.
  sealed interface Table extends Rowset {
    /// The word that names the function.
    String function();

    Optional<Identifier> alias();
  }

  /// `OPENROWSET(source) [WITH (columns)] [AS alias [(columns)]]`.
  record OpenRowset(
      Source source,
      List<Column> schema,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements Table {
    public OpenRowset {
      schema = List.copyOf(schema);
      columns = List.copyOf(columns);
    }

    @Override
    public String function() {
      return "OPENROWSET";
    }
  }

  /// What OPENROWSET reads.
  sealed interface Source extends Rowset {
    /// `'provider', connection, 'query' | object`.
    record Provider(
        Expression.Literal provider,
        Connection connection,
        Optional<Expression.Literal> query,
        Optional<MultiPartName> object,
        int from,
        int to)
        implements Source {}

    /// `BULK 'file' | ('file', ...) [, option ...]`. `order` are the columns of ORDER(...).
    record Bulk(
        List<Expression.Literal> files,
        boolean parenthesised,
        List<BulkOption> options,
        int from,
        int to)
        implements Source {
      public Bulk {
        files = List.copyOf(files);
        options = List.copyOf(options);
      }
    }

    /// `PROVIDER = 'x', CONNECTION = 'y', OBJECT = 'z' [, CREDENTIAL = 'c']`.
    record Named(List<OptionNode.Option> options, int from, int to) implements Source {
      public Named {
        options = List.copyOf(options);
      }
    }

    /// `name [, constant ...]`, a rowset of the server's own.
    record Internal(Identifier name, List<Expression> arguments, int from, int to)
        implements Source {
      public Internal {
        arguments = List.copyOf(arguments);
      }
    }
  }

  /// `'connection'`, or `'data source'; 'user'; 'password'`: one or three strings.
  record Connection(List<Expression.Literal> strings, int from, int to) implements Rowset {
    public Connection {
      strings = List.copyOf(strings);
    }
  }

  /// An option of BULK.
  sealed interface BulkOption extends Rowset {
    record Plain(OptionNode.Option option, int from, int to) implements BulkOption {}

    /// `ORDER (column [ASC | DESC], ...) [UNIQUE]`.
    record Order(List<TableElement.IndexColumn> columns, boolean unique, int from, int to)
        implements BulkOption {
      public Order {
        columns = List.copyOf(columns);
      }
    }
  }

  /// A column of WITH: `name type [COLLATE collation] [source]`. The source is a path, a number of
  /// a column or a variable.
  record Column(
      Identifier name,
      DataType type,
      Optional<Identifier> collation,
      Optional<Expression> source,
      int from,
      int to)
      implements Rowset {}

  /// `OPENDATASOURCE('provider', 'connection').database.schema.object`; parts of the name may be
  /// omitted.
  record OpenDataSource(DataSource source, boolean as, Optional<Identifier> alias, int from, int to)
      implements Table {
    @Override
    public String function() {
      return "OPENDATASOURCE";
    }
  }

  /// `OPENDATASOURCE('provider', 'connection').database.schema.object`.
  record DataSource(
      Expression.Literal provider,
      Expression.Literal connection,
      MultiPartName object,
      int from,
      int to)
      implements Rowset {}

  /// `OPENXML(document, path [, flags]) [WITH (columns) | WITH table]`.
  record OpenXml(
      Expression document,
      Expression path,
      Optional<Expression> flags,
      List<Column> schema,
      Optional<MultiPartName> schemaTable,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements Table {
    public OpenXml {
      schema = List.copyOf(schema);
    }

    @Override
    public String function() {
      return "OPENXML";
    }
  }

  /// `CONTAINSTABLE(table, columns, text [, LANGUAGE language] [, number])` and FREETEXTTABLE.
  record FullText(
      boolean contains,
      MultiPartName table,
      SearchColumns columns,
      Expression text,
      Optional<Expression> language,
      Optional<Expression> top,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements Table {
    @Override
    public String function() {
      return contains ? "CONTAINSTABLE" : "FREETEXTTABLE";
    }
  }

  /// What a search looks at: `*`, `(*)`, `column`, `(column, ...)`, `PROPERTY(column, 'name')`.
  record SearchColumns(
      boolean all,
      List<Identifier> names,
      boolean parenthesised,
      Optional<Expression.Literal> property,
      int from,
      int to)
      implements Rowset {
    public SearchColumns {
      names = List.copyOf(names);
    }
  }

  /// `SEMANTICKEYPHRASETABLE(table, columns [, key])`, `SEMANTICSIMILARITYTABLE(table, columns,
  /// key)`, `SEMANTICSIMILARITYDETAILSTABLE(table, column, key, matched column, matched key)`.
  record Semantic(
      SemanticFunction kind,
      MultiPartName table,
      SearchColumns columns,
      Optional<Expression> key,
      Optional<Identifier> matchedColumn,
      Optional<Expression> matchedKey,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements Table {
    @Override
    public String function() {
      return kind.name();
    }
  }

  enum SemanticFunction {
    SEMANTICKEYPHRASETABLE,
    SEMANTICSIMILARITYTABLE,
    SEMANTICSIMILARITYDETAILSTABLE
  }

  /// `CHANGETABLE(CHANGES table, version [, FORCESEEK]) AS alias [(columns)]`.
  record Changes(
      MultiPartName table,
      Expression since,
      boolean forceSeek,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements Table {
    public Changes {
      columns = List.copyOf(columns);
    }

    @Override
    public String function() {
      return "CHANGETABLE";
    }
  }

  /// `CHANGETABLE(VERSION table, (key columns), (key values) [, FORCESEEK]) AS alias [(columns)]`.
  record Version(
      MultiPartName table,
      List<Identifier> keyColumns,
      List<Expression> keyValues,
      boolean forceSeek,
      boolean as,
      Optional<Identifier> alias,
      List<Identifier> columns,
      int from,
      int to)
      implements Table {
    public Version {
      keyColumns = List.copyOf(keyColumns);
      keyValues = List.copyOf(keyValues);
      columns = List.copyOf(columns);
    }

    @Override
    public String function() {
      return "CHANGETABLE";
    }
  }

  /// `PREDICT(MODEL = model, DATA = table [, RUNTIME = name]) WITH (columns)`.
  record Predict(
      Expression model,
      TableReference data,
      Optional<Identifier> runtime,
      List<Column> schema,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements Table {
    public Predict {
      schema = List.copyOf(schema);
    }

    @Override
    public String function() {
      return "PREDICT";
    }
  }

  /// `VECTOR_SEARCH(TABLE = table, COLUMN = column, SIMILAR_TO = vector, METRIC = 'metric' [, TOP_N
  /// = number]) [WITH (FORCE_ANN_ONLY)]`.
  record VectorSearch(
      TableReference table,
      Expression.ColumnReference column,
      Expression vector,
      Expression.Literal metric,
      Optional<Expression> top,
      boolean forceAnnOnly,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements Table {
    @Override
    public String function() {
      return "VECTOR_SEARCH";
    }
  }

  /// `AI_GENERATE_CHUNKS(SOURCE = text, CHUNK_TYPE = FIXED, CHUNK_SIZE = size [, OVERLAP = size [,
  /// ENABLE_CHUNK_SET_ID = number]])`.
  record Chunks(
      Expression source,
      Expression size,
      Optional<Expression> overlap,
      Optional<Expression> chunkSetId,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements Table {
    @Override
    public String function() {
      return "AI_GENERATE_CHUNKS";
    }
  }

  /// `::name(arguments) [AS alias]`, the old way to call a function of the server.
  record BuiltIn(
      Identifier name,
      List<Expression> arguments,
      boolean as,
      Optional<Identifier> alias,
      int from,
      int to)
      implements Table {
    public BuiltIn {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String function() {
      return "::" + name.value();
    }
  }
}
