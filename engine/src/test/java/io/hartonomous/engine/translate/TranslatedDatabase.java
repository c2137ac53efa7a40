package io.hartonomous.engine.translate;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.Bound;
import io.hartonomous.bind.DataTypes;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Variables;
import io.hartonomous.engine.interpret.eval.EvaluationContext;
import io.hartonomous.engine.interpret.eval.Evaluator;
import io.hartonomous.engine.interpret.eval.Scalars;
import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.TemplateScript;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A PostgreSQL with the `hn` library, and as much of an engine as the translator's tests need:
/// tables by CREATE TABLE, functions and views by their text, variables by DECLARE and SET.
final class TranslatedDatabase extends TranslatedCatalog implements EvaluationContext {
  private static PostgresCluster cluster;
  private static int databases;

  private final Connection connection;
  private final Map<String, SqlType> types = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();
  final StringBuilder output = new StringBuilder();
  private final TranslatedDefinitions definitions = new TranslatedDefinitions(this);
  private boolean identityInsert;

  private TranslatedDatabase(Connection connection) {
    this.connection = connection;
  }

  static synchronized TranslatedDatabase open()
      throws SQLException, IOException, InterruptedException {
    if (cluster == null) {
      Path folder = Files.createTempDirectory("translate");
      cluster = PostgresCluster.start(folder.resolve("state"), new Library(), _ -> {});
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                try {
                  cluster.close();
                  PostgresCluster.delete(folder.resolve("state"));
                } catch (IOException e) {
                  e.printStackTrace();
                }
              }));
    }
    String name = "t" + ++databases;
    cluster.createDatabase(name);
    TranslatedDatabase database = new TranslatedDatabase(cluster.connect(name));
    database.execute("CREATE SCHEMA dbo");
    return database;
  }

  private static final class Library implements TemplateScript {
    @Override
    public String version() {
      return HnLibrary.script();
    }

    @Override
    public void run(Connection template) throws SQLException {
      HnLibrary.install(template);
    }
  }

  void close() throws SQLException {
    connection.close();
  }

  void execute(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /// Runs a script and tells what came of each statement.
  String run(String script) {
    output.setLength(0);
    ParseResult parsed = Parser.parse(new SourceFile("test.sql", script), ParseOptions.DEFAULT);
    parsed.diagnostics().forEach(d -> output.append("syntax: ").append(d.message()).append('\n'));
    for (Batch batch : parsed.script().batches()) {
      for (Statement statement : batch.statements()) {
        try {
          statement(statement, parsed);
        } catch (SqlError e) {
          output.append("error ").append(e.number()).append(": ").append(e.text()).append('\n');
        } catch (SQLException e) {
          SqlError error = PgErrors.of(e, new Names(), kind(statement));
          output
              .append("error ")
              .append(error.number())
              .append(": ")
              .append(error.text())
              .append('\n');
        }
      }
    }
    return output.toString();
  }

  private static String kind(Statement statement) {
    return switch (statement) {
      case DmlStatement.Insert _ -> "INSERT";
      case DmlStatement.Update _ -> "UPDATE";
      case DmlStatement.Delete _ -> "DELETE";
      case DmlStatement.Merge _ -> "MERGE";
      default -> "SELECT";
    };
  }

  Translator translator(Statement statement) {
    Bound bound = Binder.bindStatement(statement, this, variables(this));
    bound
        .findings()
        .forEach(f ->
            output.append("finding ").append(f.kind()).append(' ').append(f.name()).append('\n'));
    return new Translator(this, bound.binding());
  }

  private void statement(Statement statement, ParseResult parsed) throws SQLException {
    switch (statement) {
      case TableStatement.CreateTable create -> definitions.createTable(create, parsed);
      case ModuleStatement.Function function -> definitions.createFunction(function);
      case ModuleStatement.View view -> definitions.createView(view);
      case ProceduralStatement.DeclareVariables declare -> {
        for (ProceduralStatement.VariableDeclaration v : declare.variables()) {
          String key = v.variable().name().toLowerCase(java.util.Locale.ROOT);
          types.put(key, DataTypes.of(v.type(), this));
          values.put(key, v.value().isPresent() ? value(v.value().get(), types.get(key)) : null);
        }
      }
      case ProceduralStatement.DeclareTable declare -> definitions.declareTable(declare, parsed);
      case ProceduralStatement.SetIdentityInsert s -> identityInsert = s.on();
      case ProceduralStatement.SetVariable set -> {
        String key = set.variable().name().toLowerCase(java.util.Locale.ROOT);
        values.put(key, value(set.value(), types.get(key)));
      }
      case DmlStatement.Select select when Translator.assigns(select) -> assign(select);
      case DmlStatement.Select select -> rows(translator(select).query(select));
      case DmlStatement.Insert insert ->
          change(
              translator(insert)
                  .insert(
                      insert,
                      new PgDml.Options(identityInsert, Optional.empty(), Optional.empty())));
      case DmlStatement.Update update ->
          change(translator(update).update(update, PgDml.Options.NONE));
      case DmlStatement.Delete delete ->
          change(translator(delete).delete(delete, PgDml.Options.NONE));
      case DmlStatement.Merge merge -> change(translator(merge).merge(merge, PgDml.Options.NONE));
      case ProceduralStatement.Print print ->
          output.append("print ").append(value(print.value(), SqlType.nvarchar(4000))).append('\n');
      default -> throw SqlError.unsupported(statement.getClass().getSimpleName());
    }
  }

  private Object value(Expression expression, SqlType target) throws SQLException {
    Bound bound =
        Binder.bindStatement(
            new ProceduralStatement.Print(expression, 0, 0), this, variables(this));
    if (Evaluator.handles(expression, bound.binding())) {
      return new Evaluator(bound.binding(), this).value(expression, target);
    }
    PgStatement s = new Translator(this, bound.binding()).value(expression, Optional.of(target));
    try (PreparedStatement p = prepare(s);
        ResultSet rows = p.executeQuery()) {
      return rows.next() ? PgTypes.read(rows, 1, target) : null;
    }
  }

  /// Has PostgreSQL read and plan a statement without running it.
  void prepare(String sql) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      prepared.getParameterMetaData();
      prepared.getMetaData();
    }
  }

  PreparedStatement prepare(PgStatement statement) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement.sql());
    for (int i = 0; i < statement.parameters().size(); i++) {
      ParameterRef ref = statement.parameters().get(i);
      Object value =
          switch (ref) {
            case ParameterRef.Variable v -> variable(v.name());
            case ParameterRef.Session s -> session(s.function(), s.arguments(), s.type());
            case ParameterRef.Constant c -> c.value();
            case ParameterRef.Ordinal o ->
                throw new IllegalArgumentException("ordinal " + o.index());
          };
      PgTypes.bind(prepared, i + 1, value, ref.type());
    }
    return prepared;
  }

  private void rows(PgStatement statement) throws SQLException {
    try (PreparedStatement p = prepare(statement);
        ResultSet rows = p.executeQuery()) {
      output
          .append(String.join("|", statement.columns().stream().map(c -> c.name()).toList()))
          .append('\n');
      int count = 0;
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < statement.columns().size(); i++) {
          cells.add(Shown.value(PgTypes.read(rows, i + 1, statement.columns().get(i).type())));
        }
        output.append(String.join("|", cells)).append('\n');
        count++;
      }
      output.append('(').append(count).append(" rows)\n");
    }
  }

  private void assign(DmlStatement.Select select) throws SQLException {
    Bound bound = Binder.bindStatement(select, this, variables(this));
    AssignmentQuery query = new Translator(this, bound.binding()).assignments(select);
    try (PreparedStatement p = prepare(query.statement());
        ResultSet rows = p.executeQuery()) {
      while (rows.next()) {
        for (AssignmentQuery.Assignment a : query.assignments()) {
          Map<Expression, Object> known = new java.util.IdentityHashMap<>();
          for (Map.Entry<Expression, Integer> input : a.inputs().entrySet()) {
            known.put(
                input.getKey(),
                PgTypes.read(rows, input.getValue(), bound.binding().type(input.getKey())));
          }
          String key = a.variable().toLowerCase(java.util.Locale.ROOT);
          values.put(
              key,
              new Evaluator(new Scalars(bound.binding(), known.keySet()), this, known)
                  .value(a.value(), types.get(key)));
        }
      }
    }
  }

  private void change(PgDml dml) throws SQLException {
    try (PreparedStatement p = prepare(dml.statement())) {
      switch (dml.shape()) {
        case COUNT -> {
          int count = p.executeUpdate();
          output.append('(').append(count).append(" changed)\n");
        }
        case SUMMARY -> {
          try (ResultSet rows = p.executeQuery()) {
            rows.next();
            output
                .append('(')
                .append(rows.getLong(1))
                .append(" changed")
                .append(dml.identity() ? ", identity " + rows.getBigDecimal(2) : "")
                .append(")\n");
          }
        }
        case ROWS -> {
          try (ResultSet rows = p.executeQuery()) {
            int count = 0;
            while (rows.next()) {
              List<String> cells = new ArrayList<>();
              for (int i = 0; i < dml.statement().columns().size(); i++) {
                cells.add(
                    Shown.value(
                        PgTypes.read(rows, i + 1, dml.statement().columns().get(i).type())));
              }
              for (PgDml.Assignment a : dml.assignments()) {
                String key = a.variable().toLowerCase(java.util.Locale.ROOT);
                values.put(
                    key,
                    io.hartonomous.engine.interpret.eval.Conversions.assign(
                        PgTypes.read(rows, a.column(), a.type()), a.type(), types.get(key)));
              }
              if (!cells.isEmpty()) {
                output.append(String.join("|", cells)).append('\n');
              }
              count++;
            }
            output.append('(').append(count).append(" changed)\n");
          }
        }
      }
    }
  }

  @Override
  public Object variable(String name) {
    return values.get(name.toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public SqlType variableType(String name) {
    return types.get(name.toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public Object session(String function, List<Object> arguments, SqlType type) {
    return switch (function) {
      case "@@ROWCOUNT" -> 1;
      default -> null;
    };
  }

  @Override
  public Instant now() {
    return Instant.parse("2024-05-06T07:08:09.123456Z");
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("UTC");
  }

  static Variables variables(TranslatedDatabase database) {
    return new Variables() {
      @Override
      public Optional<SqlType> variable(String name) {
        return Optional.ofNullable(database.variableType(name));
      }

      @Override
      public Optional<Relation> table(String name) {
        return Optional.ofNullable(
            database.variableTables.get(name.toLowerCase(java.util.Locale.ROOT)));
      }
    };
  }
}
