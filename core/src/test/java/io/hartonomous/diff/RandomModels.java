package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Models drawn from a small world of names, so that two of them share most objects and differ in
/// some.
public final class RandomModels {
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.INT,
          SqlType.BIGINT,
          SqlType.BIT,
          SqlType.nvarchar(50),
          SqlType.nvarchar(20),
          SqlType.varchar(SqlType.MAX),
          SqlType.decimal(10, 2),
          SqlType.scaled(SqlType.Base.DATETIME2, 7),
          SqlType.of(SqlType.Base.UNIQUEIDENTIFIER),
          SqlType.of(SqlType.Base.ROWVERSION),
          SqlType.sized(SqlType.Base.VECTOR, 3));

  private final Random random;

  public RandomModels(long seed) {
    random = new Random(seed);
  }

  public DatabaseModel model() {
    List<SchemaObject> objects = new ArrayList<>();
    for (String schema : List.of("a", "b")) {
      if (likely()) {
        objects.add(new PlainObject.Schema(schema, one("dbo", "r1")));
      }
    }
    for (int i = 0; i < 4; i++) {
      if (likely()) {
        objects.add(table("T" + i));
      }
    }
    if (likely()) {
      objects.add(sequence());
    }
    if (likely()) {
      objects.add(new PlainObject.Synonym(name("Y"), one("[dbo].[T0]", "[dbo].[T1]")));
    }
    if (likely()) {
      objects.add(
          new PlainObject.AliasType(
              name("M"), SqlType.decimal(one(10, 12), 2), random.nextBoolean()));
    }
    if (likely()) {
      objects.add(new TableType(name("TT"), columns("TT"), List.of(), List.of(), false));
    }
    modules(objects);
    security(objects);
    properties(objects);
    Map<String, String> settings =
        random.nextBoolean() ? Map.of("IsReadCommittedSnapshot", one("True", "False")) : Map.of();
    return DatabaseModel.of(new DatabaseOptions("Sql170", Collation.DEFAULT, settings), objects);
  }

  private boolean likely() {
    return random.nextInt(4) > 0;
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }

  private ObjectName name(String name) {
    // Case is no difference in this collation.
    return new ObjectName(
        "dbo", random.nextInt(10) == 0 ? name.toLowerCase(java.util.Locale.ROOT) : name);
  }

  private static SqlText text(String sql) {
    return new SqlText(sql, sql);
  }

  private List<Column> columns(String table) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(
            "Id",
            one(SqlType.INT, SqlType.INT, SqlType.BIGINT),
            false,
            random.nextInt(5) == 0 ? Optional.of(Column.Identity.DEFAULT) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            false,
            Optional.empty()));
    for (int i = 0; i < 4; i++) {
      if (likely()) {
        columns.add(column(table, "C" + i));
      }
    }
    if (random.nextInt(6) == 0) {
      columns.add(columns.remove(1 % columns.size()));
    }
    return columns;
  }

  private Column column(String table, String name) {
    if (random.nextInt(6) == 0) {
      Column.Computed computed =
          new Column.Computed(text("[Id]+" + random.nextInt(3)), random.nextBoolean());
      return new Column(
          name,
          SqlType.UNKNOWN,
          true,
          Optional.empty(),
          Optional.of(computed),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          false,
          Optional.empty());
    }
    SqlType type = TYPES.get(random.nextInt(TYPES.size()));
    Optional<Column.DefaultConstraint> value =
        random.nextInt(3) == 0
            ? Optional.of(
                new Column.DefaultConstraint(
                    random.nextBoolean()
                        ? Optional.of("DF_" + table + "_" + name)
                        : Optional.empty(),
                    text("" + random.nextInt(2))))
            : Optional.empty();
    return new Column(
        name,
        type,
        random.nextBoolean(),
        Optional.empty(),
        Optional.empty(),
        value,
        Optional.empty(),
        false,
        false,
        random.nextInt(12) == 0,
        false,
        Optional.empty());
  }

  private Table table(String name) {
    List<Column> columns = columns(name);
    List<TableConstraint> constraints = new ArrayList<>();
    if (likely()) {
      constraints.add(
          new TableConstraint.Key(
              random.nextBoolean() ? Optional.of("PK_" + name) : Optional.empty(),
              true,
              likely(),
              List.of(new IndexColumn("Id", false)),
              IndexOptions.DEFAULT,
              Optional.empty()));
    }
    if (random.nextInt(3) == 0) {
      constraints.add(
          new TableConstraint.Check(
              random.nextBoolean() ? Optional.of("CK_" + name) : Optional.empty(),
              text("[Id]>" + random.nextInt(3)),
              false,
              likely(),
              likely()));
    }
    if (random.nextInt(3) == 0) {
      constraints.add(
          new TableConstraint.ForeignKey(
              random.nextBoolean() ? Optional.of("FK_" + name) : Optional.empty(),
              List.of("Id"),
              new ObjectName("dbo", "T" + random.nextInt(4)),
              List.of("Id"),
              one(TableConstraint.Action.values()),
              TableConstraint.Action.NO_ACTION,
              false,
              likely(),
              likely()));
    }
    List<Index> indexes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      if (random.nextInt(3) == 0) {
        indexes.add(
            new Index(
                "IX" + i,
                Index.IndexKind.ROWSTORE,
                random.nextBoolean(),
                false,
                List.of(new IndexColumn("Id", random.nextBoolean())),
                List.of(),
                Optional.empty(),
                IndexOptions.DEFAULT,
                Optional.empty()));
      }
    }
    Table.TableOptions d = Table.TableOptions.DEFAULT;
    Table.TableOptions options =
        new Table.TableOptions(
            Optional.empty(),
            d.graph(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            one("NONE", "NONE", "PAGE"),
            one("TABLE", "TABLE", "AUTO"),
            true,
            true);
    return new Table(name(name), columns, constraints, indexes, options);
  }

  private PlainObject sequence() {
    return new PlainObject.Sequence(
        name("S"),
        one(Optional.empty(), Optional.of(SqlType.BIGINT), Optional.of(SqlType.INT)),
        one(Optional.empty(), Optional.of("1"), Optional.of("5")),
        one(Optional.empty(), Optional.of("1"), Optional.of("2")),
        Optional.empty(),
        random.nextBoolean() ? Optional.of("1000") : Optional.empty(),
        random.nextBoolean(),
        one(Optional.empty(), Optional.of(0), Optional.of(10)));
  }

  private void modules(List<SchemaObject> objects) {
    if (likely()) {
      String body =
          one("SELECT Id FROM dbo.T0", "select  Id from dbo.T0 ;", "SELECT Id FROM dbo.T1");
      objects.add(
          new Module.View(
              name("V"), text("CREATE VIEW dbo.V AS " + body), true, true, false, List.of()));
    }
    if (likely()) {
      boolean bound = random.nextBoolean();
      String sql =
          "CREATE VIEW dbo.VB " + (bound ? "WITH SCHEMABINDING " : "") + "AS SELECT Id FROM dbo.T0";
      objects.add(new Module.View(name("VB"), text(sql), true, true, bound, List.of()));
    }
    if (likely()) {
      boolean scalar = random.nextBoolean();
      ObjectName f = name("F");
      objects.add(
          scalar
              ? new Module.ScalarFunction(
                  f,
                  List.of(),
                  SqlType.INT,
                  text(
                      "CREATE FUNCTION dbo.F() RETURNS INT AS BEGIN RETURN "
                          + random.nextInt(3)
                          + " END"),
                  true,
                  true,
                  false)
              : new Module.TableFunction(
                  f,
                  List.of(),
                  true,
                  List.of(),
                  text(
                      "CREATE FUNCTION dbo.F() RETURNS TABLE AS RETURN SELECT "
                          + random.nextInt(3)
                          + " AS x"),
                  true,
                  true,
                  false));
    }
    if (likely()) {
      objects.add(
          new Module.Procedure(
              name("P"),
              List.of(),
              text("CREATE PROC dbo.P AS SELECT " + random.nextInt(3) + " FROM dbo.V"),
              true,
              true));
    }
    if (objects.stream().anyMatch(o -> o instanceof Table && o.name().name().equalsIgnoreCase("T0"))
        && random.nextBoolean()) {
      objects.add(
          new Module.Trigger(
              name("TR"),
              new ObjectName("dbo", "T0"),
              false,
              List.of("INSERT"),
              random.nextBoolean(),
              text("CREATE TRIGGER dbo.TR ON dbo.T0 AFTER INSERT AS PRINT " + random.nextInt(2)),
              true,
              true));
    }
  }

  private void security(List<SchemaObject> objects) {
    boolean user = likely();
    boolean t0 =
        objects.stream()
            .anyMatch(o -> o instanceof Table && o.name().name().equalsIgnoreCase("T0"));
    for (String role : List.of("r1", "r2")) {
      if (likely()) {
        objects.add(new Security.Role(role, "dbo"));
        if (user && random.nextBoolean()) {
          objects.add(new Security.RoleMembership(role, "u"));
        }
        if (t0 && random.nextBoolean()) {
          objects.add(
              new Security.Permission(
                  one(Security.State.values()),
                  "SELECT",
                  "OBJECT",
                  Optional.of(new ObjectName("dbo", "T0")),
                  random.nextBoolean() ? List.of("Id") : List.of(),
                  role));
        }
      }
    }
    if (user) {
      objects.add(
          new Security.User(
              "u", Security.UserKind.WITHOUT_LOGIN, Optional.empty(), one("dbo", "a")));
    }
  }

  private void properties(List<SchemaObject> objects) {
    if (random.nextBoolean()) {
      objects.add(
          new ExtendedProperty(
              "P",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              text("N'" + random.nextInt(2) + "'")));
    }
    boolean t0 =
        objects.stream()
            .anyMatch(o -> o instanceof Table && o.name().name().equalsIgnoreCase("T0"));
    if (t0 && random.nextBoolean()) {
      Optional<ExtendedProperty.Level> column =
          random.nextBoolean()
              ? Optional.of(new ExtendedProperty.Level("COLUMN", "Id"))
              : Optional.empty();
      objects.add(
          new ExtendedProperty(
              "D",
              Optional.of(new ExtendedProperty.Level("SCHEMA", "dbo")),
              Optional.of(new ExtendedProperty.Level("TABLE", "T0")),
              column,
              text("N'" + random.nextInt(2) + "'")));
    }
  }
}
