package io.hartonomous.engine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.Bound;
import io.hartonomous.engine.interpret.eval.Evaluator;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every expression of `expressions.txt` has the value that SQL Server gives it, in PostgreSQL and
/// in Java.
class ExpressionTest {
  private static TranslatedDatabase database;

  @BeforeAll
  static void open() throws Exception {
    database = TranslatedDatabase.open();
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
  }

  @TestFactory
  Stream<DynamicTest> expressions() throws Exception {
    return Files.readAllLines(Path.of("src/test/resources/translate/expressions.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> {
          int at = line.lastIndexOf(" =>");
          String expression = line.substring(0, at);
          String expected = line.substring(Math.min(line.length(), at + 4));
          return DynamicTest.dynamicTest(line, () -> check(expression, expected));
        });
  }

  private static void check(String expression, String expected) throws Exception {
    DmlStatement.Select select =
        (DmlStatement.Select)
            Parser.parse(new SourceFile("e.sql", "SELECT " + expression), ParseOptions.DEFAULT)
                .script()
                .batches()
                .getFirst()
                .statements()
                .getFirst();
    assertThat(inPostgres(select)).as("PostgreSQL").isEqualTo(expected);
    Expression value =
        ((SelectElement.Value)
                ((QueryExpression.Specification) select.query()).elements().getFirst())
            .value();
    Bound bound = Binder.bindStatement(select, database, TranslatedDatabase.variables(database));
    if (Evaluator.handles(value, bound.binding()) && !expression.contains("é")) {
      assertThat(inJava(value, bound)).as("evaluator").isEqualTo(expected);
    }
  }

  private static String inPostgres(DmlStatement.Select select) throws SQLException {
    try {
      PgStatement statement = database.translator(select).query(select);
      try (PreparedStatement p = database.prepare(statement);
          ResultSet rows = p.executeQuery()) {
        rows.next();
        return Shown.value(PgTypes.read(rows, 1, statement.columns().getFirst().type()));
      }
    } catch (SqlError e) {
      return "!" + e.number();
    } catch (SQLException e) {
      SqlError error = PgErrors.of(e, null, "SELECT");
      return error.number() == 49902 ? error.text() : "!" + error.number();
    }
  }

  private static String inJava(Expression value, Bound bound) {
    try {
      return Shown.value(new Evaluator(bound.binding(), database).value(value));
    } catch (SqlError e) {
      return e.number() == SqlError.UNSUPPORTED ? e.text() : "!" + e.number();
    }
  }
}
