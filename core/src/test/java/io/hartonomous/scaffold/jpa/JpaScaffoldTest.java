package io.hartonomous.scaffold.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.bind.EmptyCatalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.scaffold.Scaffold;
import io.hartonomous.scaffold.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpaScaffoldTest {
  private static final ObjectName ORDER = new ObjectName("sales", "Order");

  @Test
  void everyBasicTypeCompiles(@TempDir Path classes) {
    List<Column> columns =
        Arrays.stream(Base.values())
            .filter(base -> JavaTypes.of(sample(base)).isPresent())
            .map(base -> Column.of("c_" + base, sample(base), base != Base.BIT))
            .toList();
    Scaffold scaffold = scaffold(table(new ObjectName("dbo", "Types"), columns, "c_BIT"));

    assertThat(compile(scaffold.files(), classes)).isEmpty();
    assertThat(scaffold.entities()).isEqualTo(1);
    assertThat(scaffold.omissions()).isEmpty();
  }

  @Test
  void compositeKeyGetsAnIdentityClass(@TempDir Path classes) {
    Table lines =
        table(
            new ObjectName("sales", "Order Line"),
            List.of(
                Column.of("OrderId", SqlType.BIGINT, false),
                Column.of("Hash", SqlType.sized(Base.BINARY, 32), false),
                Column.of("class", SqlType.nvarchar(20), true)),
            "OrderId",
            "Hash");
    Scaffold scaffold = scaffold(lines);

    assertThat(compile(scaffold.files(), classes)).isEmpty();
    assertThat(scaffold.files())
        .extracting(SourceText::path)
        .containsExactly("com/acme/sales/OrderLine.java", "com/acme/sales/OrderLineId.java");
    assertThat(scaffold.files().getFirst().text())
        .contains("@IdClass(OrderLineId.class)")
        .contains("name = \"\\\"Order Line\\\"\"");
  }

  @Test
  void whatTheServerMakesIsReadOnly() {
    Column computed =
        new Column(
            "Total",
            SqlType.UNKNOWN,
            true,
            Optional.empty(),
            Optional.of(new Column.Computed(new SqlText("a*2", "[a] * 2"), true)),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            false,
            Optional.empty());
    Column identity =
        new Column(
            "Id",
            SqlType.INT,
            false,
            Optional.of(Column.Identity.DEFAULT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            false,
            Optional.empty());
    String text =
        scaffold(table(ORDER, List.of(identity, computed), "Id")).files().getFirst().text();

    assertThat(text).contains("@GeneratedValue(", "strategy = GenerationType.IDENTITY");
    assertThat(text).contains("private BigDecimal total;").doesNotContain("setTotal");
    assertThat(text).contains("insertable = false", "updatable = false");
  }

  @Test
  void aTableWithoutKeyIsLeftOutAndSaid() {
    Scaffold scaffold =
        scaffold(table(new ObjectName("dbo", "Log"), List.of(Column.of("At", SqlType.INT, false))));

    assertThat(scaffold.files()).isEmpty();
    assertThat(scaffold.omissions())
        .extracting(Object::toString)
        .first()
        .asString()
        .startsWith("[dbo].[Log]: it has no primary key");
  }

  @Test
  void namesBecomeJavaNamesOnce() {
    JavaNames names = new JavaNames();
    assertThat(names.type("order line")).isEqualTo("OrderLine");
    assertThat(names.type("Order_Line")).isEqualTo("OrderLine2");
    assertThat(names.field("URLText")).isEqualTo("urlText");
    assertThat(names.field("Id")).isEqualTo("id");
    assertThat(names.field("class")).isEqualTo("class_");
    assertThat(names.field("2nd")).isEqualTo("_2nd");
  }

  private static SqlType sample(Base base) {
    return switch (base) {
      case DECIMAL, NUMERIC -> new SqlType(base, 0, 10, 2, Optional.empty(), Optional.empty());
      case CHAR, VARCHAR, NCHAR, BINARY -> SqlType.sized(base, 10);
      case NVARCHAR, VARBINARY -> SqlType.sized(base, SqlType.MAX);
      case VECTOR -> SqlType.sized(base, 8);
      default -> SqlType.of(base);
    };
  }

  private static Table table(ObjectName name, List<Column> columns, String... key) {
    List<TableConstraint> constraints =
        key.length == 0
            ? List.of()
            : List.of(
                new TableConstraint.Key(
                    Optional.of("PK"),
                    true,
                    true,
                    Arrays.stream(key).map(column -> new IndexColumn(column, false)).toList(),
                    IndexOptions.DEFAULT,
                    Optional.empty()));
    return new Table(name, columns, constraints, List.of(), Table.TableOptions.DEFAULT);
  }

  private static Scaffold scaffold(Table table) {
    DatabaseModel model = DatabaseModel.of(DatabaseOptions.of("Sql170"), List.of(table));
    return JpaScaffold.scaffold(model, new ComputedAsDecimal(), "com.acme");
  }

  /// Compiles without running annotation processors; the findings, empty where all is well.
  private static List<String> compile(List<SourceText> files, Path classes) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<? extends JavaFileObject> units =
        files.stream()
            .map(file ->
                new SimpleJavaFileObject(
                    URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE) {
                  @Override
                  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return file.text();
                  }
                })
            .toList();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            found,
            List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString()),
            null,
            units)
        .call();
    return found.getDiagnostics().stream().map(Object::toString).toList();
  }

  /// A catalog that knows one thing: a computed column of the order table is a decimal.
  private static final class ComputedAsDecimal extends EmptyCatalog {
    @Override
    public Optional<Relation> relation(ObjectName name) {
      return name.equals(ORDER)
          ? Optional.of(
              new Relation(
                  name,
                  Relation.Kind.TABLE,
                  List.of(Relation.Column.of("total", SqlType.decimal(19, 4))),
                  true))
          : Optional.empty();
    }
  }
}
