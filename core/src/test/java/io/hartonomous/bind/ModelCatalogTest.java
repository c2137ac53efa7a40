package io.hartonomous.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diff.ScriptModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {
  private static final ModelCatalog CATALOG =
      new ModelCatalog(
          ScriptModel.of(
              """
              CREATE SCHEMA sales;
              GO
              CREATE TYPE dbo.Amount FROM decimal(19, 4) NOT NULL;
              GO
              CREATE TYPE dbo.Keys AS TABLE (id int NOT NULL, label nvarchar(10) NULL);
              GO
              CREATE TABLE sales.Line (
                id int IDENTITY NOT NULL, price dbo.Amount, pieces int NOT NULL,
                total AS pieces * 2 PERSISTED);
              GO
              CREATE VIEW sales.Lines AS SELECT l.id, l.total AS amount FROM sales.Line AS l;
              GO
              CREATE VIEW sales.First AS SELECT * FROM sales.Second;
              GO
              CREATE VIEW sales.Second AS SELECT * FROM sales.First;
              GO
              CREATE FUNCTION sales.Twice (@n int) RETURNS bigint AS BEGIN RETURN @n * 2 END;
              GO
              CREATE FUNCTION sales.Above (@n int) RETURNS TABLE AS
                RETURN SELECT v.amount FROM sales.Lines AS v WHERE v.amount > @n;
              GO
              CREATE FUNCTION sales.Listed () RETURNS @r TABLE (k int NOT NULL) AS
                BEGIN RETURN END;
              GO
              CREATE PROCEDURE sales.Do @n int AS SELECT @n;
              GO
              CREATE SYNONYM dbo.Lines FOR sales.Lines;
              GO
              CREATE SYNONYM dbo.Far FOR Other.dbo.Things;
              GO
              CREATE SEQUENCE dbo.Numbers AS smallint;
              """));

  private static ObjectName name(String schema, String name) {
    return new ObjectName(schema, name);
  }

  private static List<String> columns(Relation relation) {
    return relation.columns().stream()
        .map(c -> c.name() + " " + c.type().base() + (c.nullable() ? "" : " not null"))
        .toList();
  }

  @Test
  void typesAComputedColumnByItsExpression() {
    Relation line = CATALOG.relation(name("sales", "LINE")).orElseThrow();
    assertThat(line.kind()).isEqualTo(Relation.Kind.TABLE);
    assertThat(line.columns().get(0).identity()).isTrue();
    assertThat(line.columns().get(3))
        .isEqualTo(new Relation.Column("total", SqlType.INT, true, false, true, false));
  }

  @Test
  void bindsViewsAndFunctions() {
    assertThat(columns(CATALOG.relation(name("sales", "Lines")).orElseThrow()))
        .containsExactly("id INT not null", "amount INT");
    Routine above = CATALOG.routine(name("sales", "Above")).orElseThrow();
    assertThat(above.kind()).isEqualTo(Routine.Kind.INLINE_TABLE_FUNCTION);
    assertThat(above.result())
        .extracting(c -> c.name() + " " + c.type().base())
        .containsExactly("amount INT");
    assertThat(CATALOG.module(ObjectKey.of(ObjectKind.VIEW, name("sales", "Lines")))).isPresent();
  }

  @Test
  void endsInACircleOfViews() {
    assertThat(CATALOG.relation(name("sales", "First"))).isPresent();
    assertThat(CATALOG.relation(name("sales", "Second"))).isPresent();
  }

  @Test
  void knowsRoutinesByKind() {
    Routine twice = CATALOG.routine(name("sales", "Twice")).orElseThrow();
    assertThat(twice.kind()).isEqualTo(Routine.Kind.SCALAR_FUNCTION);
    assertThat(twice.returns()).isEqualTo(SqlType.BIGINT);
    assertThat(CATALOG.routine(name("sales", "Listed")).orElseThrow().result())
        .containsExactly(new Relation.Column("k", SqlType.INT, false, false, false, false));
    assertThat(CATALOG.routine(name("sales", "Do")).orElseThrow().parameters()).hasSize(1);
    assertThat(CATALOG.routine(name("sys", "sp_executesql"))).isPresent();
    assertThat(CATALOG.routine(name("sales", "Lines"))).isEmpty();
  }

  @Test
  void followsSynonymsWithinTheDatabaseAlone() {
    assertThat(CATALOG.synonym(name("dbo", "Lines"))).contains(name("sales", "Lines"));
    assertThat(CATALOG.synonym(name("dbo", "Far"))).isEmpty();
  }

  @Test
  void knowsTypesSequencesAndSchemas() {
    assertThat(CATALOG.type(name("dbo", "amount")).orElseThrow().base())
        .isEqualTo(SqlType.Base.DECIMAL);
    assertThat(CATALOG.type(name("dbo", "Keys")).orElseThrow().base())
        .isEqualTo(SqlType.Base.TABLE);
    assertThat(columns(CATALOG.tableType(name("dbo", "Keys")).orElseThrow()))
        .containsExactly("id INT not null", "label NVARCHAR");
    assertThat(CATALOG.sequence(name("dbo", "Numbers")).orElseThrow().base())
        .isEqualTo(SqlType.Base.SMALLINT);
    assertThat(CATALOG.schemaExists("SALES")).isTrue();
    assertThat(CATALOG.schemaExists("guest")).isTrue();
    assertThat(CATALOG.schemaExists("none")).isFalse();
  }
}
