package io.hartonomous.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.bind.ModelCatalog;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.diff.ScriptModel;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.plan.Dependencies;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModelDependenciesTest {
  private static final String OBJECTS =
      """
      CREATE SEQUENCE dbo.Numbers AS int;
      GO
      CREATE TYPE dbo.Keys AS TABLE (id int NOT NULL);
      GO
      CREATE FUNCTION dbo.Tax (@net int) RETURNS int AS BEGIN RETURN @net / 5 END;
      GO
      CREATE FUNCTION dbo.Valid (@net int) RETURNS bit AS BEGIN RETURN 1 END;
      GO
      CREATE TABLE dbo.Invoice (
        id int NOT NULL CONSTRAINT df DEFAULT (NEXT VALUE FOR dbo.Numbers),
        net int NOT NULL, tax AS dbo.Tax(net), CONSTRAINT ck CHECK (dbo.Valid(net) = 1));
      GO
      CREATE TABLE dbo.Line (id int NOT NULL);
      GO
      CREATE VIEW dbo.Invoices AS SELECT i.id FROM DBO.INVOICE AS i;
      GO
      CREATE VIEW dbo.Both AS
        SELECT v.id FROM dbo.Invoices AS v INNER JOIN dbo.Line AS l ON l.id = v.id;
      GO
      CREATE FUNCTION dbo.Rows (@id int) RETURNS TABLE AS
        RETURN SELECT b.id FROM dbo.Both AS b WHERE b.id = @id;
      GO
      CREATE PROCEDURE dbo.Pay @keys dbo.Keys READONLY AS
      BEGIN
        WITH open_ones AS (SELECT r.id FROM dbo.Rows(1) AS r) SELECT id INTO #open FROM open_ones;
        UPDATE dbo.Line SET id = 2 WHERE id IN (SELECT id FROM #open);
        EXEC dbo.Pay @keys;
        EXEC dbo.Book @id = 1;
        EXEC sys.sp_executesql N'SELECT id FROM dbo.Invoice';
      END;
      GO
      CREATE PROCEDURE dbo.Book @id int AS SELECT o.name FROM sys.objects AS o;
      GO
      CREATE TRIGGER dbo.Watch ON dbo.Line AFTER INSERT AS
        INSERT INTO dbo.Invoice (net) SELECT id FROM inserted;
      GO
      CREATE SYNONYM dbo.Bills FOR dbo.Invoice;
      GO
      CREATE PROCEDURE dbo.Count_Bills AS SELECT b.net FROM dbo.Bills AS b;
      """;

  private static Dependencies dependencies(DatabaseModel model) {
    ModelCatalog catalog = new ModelCatalog(model);
    return new BuiltSource(
            "Test",
            model,
            catalog,
            catalog::module,
            _ -> Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RefactorLog.EMPTY,
            new TreeMap<>())
        .dependencies();
  }

  private static Set<String> needs(String script, String name) {
    DatabaseModel model = ScriptModel.of(script);
    Dependencies all = dependencies(model);
    Set<String> found = new TreeSet<>();
    for (SchemaObject object : model.objects()) {
      if (object.name().name().equals(name)) {
        all.of(object.key()).forEach(key -> found.add(key.kind() + " " + key.name().name()));
      }
    }
    return found;
  }

  @Test
  void viewNeedsWhatItReads() {
    assertThat(needs(OBJECTS, "Invoices")).containsExactly("TABLE Invoice");
    assertThat(needs(OBJECTS, "Both")).containsExactly("TABLE Line", "VIEW Invoices");
    assertThat(needs(OBJECTS, "Rows")).containsExactly("VIEW Both");
  }

  @Test
  void tableNeedsWhatItsExpressionsCall() {
    assertThat(needs(OBJECTS, "Invoice"))
        .containsExactly("SCALAR_FUNCTION Tax", "SCALAR_FUNCTION Valid", "SEQUENCE Numbers");
    assertThat(needs(OBJECTS, "Line")).isEmpty();
  }

  /// Neither itself, nor what it makes for itself, nor the system's objects, nor what stands in a
  /// string. The type of a parameter is in the model: the planner knows it from there.
  @Test
  void procedureNeedsTheObjectsOfTheModelAlone() {
    assertThat(needs(OBJECTS, "Pay"))
        .containsExactly("PROCEDURE Book", "TABLE Line", "TABLE_FUNCTION Rows");
    assertThat(needs(OBJECTS, "Book")).isEmpty();
  }

  @Test
  void triggerNeedsItsTableAndWhatItChanges() {
    assertThat(needs(OBJECTS, "Watch")).containsExactly("TABLE Invoice", "TABLE Line");
  }

  @Test
  void nameOfASynonymLeadsToIt() {
    assertThat(needs(OBJECTS, "Count_Bills")).contains("SYNONYM Bills");
  }

  @Test
  void tableAndTypeOfOneNameAreBothNeeded() {
    String script =
        """
        CREATE TYPE dbo.Item FROM int;
        GO
        CREATE TABLE dbo.Item (id int NOT NULL);
        GO
        CREATE PROCEDURE dbo.P AS SELECT i.id FROM dbo.Item AS i;
        """;
    assertThat(needs(script, "P")).containsExactly("ALIAS_TYPE Item", "TABLE Item");
  }

  @Test
  void keysAreFoundInAnyCase() {
    Dependencies all = dependencies(ScriptModel.of(OBJECTS));
    assertThat(all.of(ObjectKey.of(ObjectKind.VIEW, new ObjectName("DBO", "invoices")))).hasSize(1);
    assertThat(all.of(ObjectKey.of(ObjectKind.VIEW, new ObjectName("dbo", "None")))).isEmpty();
  }
}
