package io.hartonomous.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What holds for every input.
class BinderLawsTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  /// Binding gives findings, never an exception: not for any file that another test has, with
  /// syntax errors or not.
  @TestFactory
  Stream<DynamicTest> neverThrows() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList().stream()
          .map(file ->
              DynamicTest.dynamicTest(
                  RESOURCES.relativize(file).toString(), () -> bindAll(Files.readString(file))));
    }
  }

  private static void bindAll(String text) {
    ParseResult parsed = Parser.parse(new SourceFile("x.sql", text), ParseOptions.SCRIPT);
    Catalog catalog = new NoCatalog();
    for (Batch batch : parsed.script().batches()) {
      assertThatCode(() -> Binder.bindBatch(batch.statements(), catalog, Variables.NONE))
          .doesNotThrowAnyException();
      for (Statement statement : batch.statements()) {
        assertThatCode(() -> SchemaObjects.from(statement, ModelContext.of(parsed, catalog)))
            .doesNotThrowAnyException();
        if (statement instanceof ModuleStatement module) {
          assertThatCode(() -> Binder.bindModule(module, catalog)).doesNotThrowAnyException();
        }
      }
    }
  }

  /// In a module without findings every column reference means a column, or an element of the
  /// select list.
  @Test
  void everyColumnOfACleanModuleIsBound() {
    ParseResult parsed =
        Parser.parse(
            new SourceFile(
                "x.sql",
                """
                CREATE PROCEDURE dbo.P @a int AS
                BEGIN
                  WITH c AS (SELECT 1 AS n, 'x' AS s UNION ALL SELECT n + 1, s FROM c WHERE n < @a)
                  SELECT c.n, s AS t, x.v FROM c CROSS APPLY (VALUES (c.n * 2), (c.n * 3)) x(v) WHERE c.n > 1 ORDER BY t, x.v;
                  SELECT j.[key], p.a FROM OPENJSON('{}') j CROSS APPLY OPENJSON(j.value) WITH (a int) p;
                END\
                """),
            ParseOptions.DEFAULT);
    ModuleStatement module =
        (ModuleStatement) parsed.script().batches().getFirst().statements().getFirst();
    BoundModule bound = Binder.bindModule(module, new NoCatalog());
    assertThat(bound.findings()).isEmpty();
    Nodes.walk(
        module,
        node -> {
          if (node instanceof Expression.ColumnReference reference) {
            assertThat(
                    bound.binding().column(reference).isPresent()
                        || bound.binding().alias(reference).isPresent())
                .as(parsed.text(reference))
                .isTrue();
          }
        });
  }

  /// A database without anything of its own.
  static final class NoCatalog extends EmptyCatalog {
    @Override
    public Optional<Relation> relation(ObjectName name) {
      return SystemCatalog.instance().relation(name);
    }

    @Override
    public Optional<Routine> routine(ObjectName name) {
      return SystemCatalog.instance().routine(name);
    }
  }
}
