package io.hartonomous.bench;

/// The objects of a database project, and scripts.
final class ObjectWriter {
  private final Sql sql;
  private final StatementWriter statements;
  private final QueryWriter queries;

  ObjectWriter(Sql sql, StatementWriter statements) {
    this.sql = sql;
    this.statements = statements;
    queries = statements.queries;
  }

  private void header(String what) {
    if (sql.chance(60)) {
      sql.add("/*\n    ").add(what).add("\n    Changed: 2024-0").add("" + sql.between(1, 9));
      sql.add(sql.one("", "\n    Called by the nightly job and by the web shop.")).add("\n*/\n");
    }
  }

  void table(int number) {
    queries.subqueries = false;
    header("One row a business object, with its history kept elsewhere.");
    String name = sql.schema() + "." + sql.table() + number;
    sql.add("CREATE TABLE ").add(name).line("(").in();
    sql.line("Id ").add(sql.one("INT", "BIGINT")).add(" IDENTITY (1, 1) NOT NULL");
    sql.line("    CONSTRAINT PK_").add("T" + number).add(" PRIMARY KEY CLUSTERED");
    int columns = sql.between(4, 18);
    for (int i = 0; i < columns; i++) {
      sql.add(",").newLine();
      tableColumn(i, number);
    }
    for (int i = sql.between(0, 3); i > 0; i--) {
      sql.add(",").newLine();
      constraint(i, number);
    }
    sql.out().line(")").add(sql.one("", " ON [PRIMARY]", " WITH (DATA_COMPRESSION = PAGE)"));
    sql.add(";").go();
    for (int i = sql.between(0, 4); i > 0; i--) {
      index(name, i, number);
    }
    if (sql.chance(30)) {
      sql.add(
          "EXECUTE sp_addextendedproperty @name = N'MS_Description', @value = N'What it holds',");
      sql.line("    @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE',");
      sql.line("    @level1name = N'T").add(number + "';").go();
    }
  }

  private void tableColumn(int position, int number) {
    String column = sql.plainColumn() + position;
    sql.add(sql.chance(30) ? "[" + column + "]" : column).add(" ");
    switch (sql.below(12)) {
      case 0 -> {
        sql.add("AS (");
        queries.expression(1);
        sql.add(")").add(sql.one("", " PERSISTED"));
      }
      case 1 -> {
        sql.add(sql.type())
            .add(" NOT NULL CONSTRAINT DF_T" + number + "_" + column)
            .add(" DEFAULT ");
        sql.add(sql.one("(0)", "GETDATE()", "(N'')", "((1))", "(NEWID())", "SYSUTCDATETIME()"));
      }
      case 2 -> {
        sql.add("INT NOT NULL CONSTRAINT FK_T" + number + "_" + column).add(" REFERENCES ");
        sql.add(sql.schema()).add(".").add(sql.table()).add(" (Id)");
        sql.add(sql.one("", " ON DELETE CASCADE", " ON DELETE NO ACTION ON UPDATE CASCADE"));
      }
      case 3 -> {
        sql.add(sql.type()).add(" NULL CHECK (").add(column).add(sql.one(" > 0", " IN (1, 2)"));
        sql.add(")");
      }
      case 4 -> sql.add("NVARCHAR (50) COLLATE Latin1_General_100_CI_AS NOT NULL");
      default -> sql.add(sql.type()).add(sql.one(" NULL", " NOT NULL", ""));
    }
  }

  private void constraint(int position, int number) {
    String suffix = "_T" + number + "_" + position;
    switch (sql.below(4)) {
      case 0 -> {
        sql.add("CONSTRAINT UQ").add(suffix).add(" UNIQUE NONCLUSTERED (");
        sql.list(sql.between(1, 3), ", ", () -> sql.add(sql.column()).add(sql.one("", " DESC")));
        sql.add(")");
      }
      case 1 -> {
        sql.add("CONSTRAINT CK").add(suffix).add(" CHECK (");
        queries.condition(1);
        sql.add(")");
      }
      case 2 -> {
        sql.add("CONSTRAINT FK").add(suffix).add(" FOREIGN KEY (").add(sql.column());
        sql.add(") REFERENCES ").add(sql.schema()).add(".").add(sql.table()).add(" (Id)");
      }
      default -> {
        sql.add("INDEX IX").add(suffix).add(" NONCLUSTERED (").add(sql.column()).add(")");
      }
    }
  }

  private void index(String table, int position, int number) {
    sql.add("CREATE ").add(sql.one("", "UNIQUE ", "")).add("NONCLUSTERED INDEX IX_T" + number);
    sql.add("_" + position).line("    ON ").add(table).add(" (");
    sql.list(
        sql.between(1, 4), ", ", () -> sql.add(sql.column()).add(sql.one("", " ASC", " DESC")));
    sql.add(")");
    if (sql.chance(40)) {
      sql.line("    INCLUDE (");
      sql.list(sql.between(1, 4), ", ", () -> sql.add(sql.column())).add(")");
    }
    if (sql.chance(25)) {
      sql.line("    WHERE ").add(sql.column()).add(sql.one(" IS NOT NULL", " = 1"));
    }
    if (sql.chance(30)) {
      sql.line("    WITH (").add(sql.one("FILLFACTOR = 90", "PAD_INDEX = ON, ONLINE = OFF"));
      sql.add(")");
    }
    sql.add(";").go();
  }

  private void parameters(int count, boolean output) {
    sql.list(
        count,
        ",",
        () -> {
          sql.newLine().add(sql.variable()).add("" + sql.below(50)).add(" ").add(sql.type());
          if (sql.chance(30)) {
            sql.add(" = ").add(sql.one("NULL", "0", "N''", "'open'"));
          }
          sql.add(output && sql.chance(10) ? " OUTPUT" : "");
        });
  }

  void procedure(int number) {
    header("Reads and changes what the caller asks for.");
    sql.add("CREATE PROCEDURE ").add(sql.schema()).add(".usp").add(sql.table() + number).in();
    parameters(sql.between(1, 6), true);
    sql.out().add(sql.one("", "\nWITH EXECUTE AS OWNER", "\nWITH RECOMPILE")).line("AS");
    sql.line("BEGIN").in().line("SET NOCOUNT ON;").line("SET XACT_ABORT ON;\n");
    sql.line("DECLARE @Now DATETIME2 (3) = SYSUTCDATETIME(), @Count INT = 0;");
    statements.statements(sql.between(3, 12), 2);
    sql.line("RETURN 0;").out().line("END;").go();
  }

  void view(int number) {
    header("What the reports read.");
    sql.add("CREATE VIEW ").add(sql.schema()).add(".vw").add(sql.table() + number);
    sql.add(sql.one("", "\nWITH SCHEMABINDING")).line("AS").newLine();
    queries.query(3, true);
    if (sql.chance(20)) {
      sql.line("UNION ALL").newLine();
      queries.query(2, true);
    }
    sql.add(";").go();
    sql.add("GRANT SELECT ON OBJECT::dbo.vw")
        .add(sql.table() + number)
        .add(" TO ReportReader;")
        .go();
  }

  void function(int number) {
    header("Calculates, changes nothing.");
    sql.add("CREATE FUNCTION ")
        .add(sql.schema())
        .add(".fn")
        .add(sql.table() + number)
        .add("(")
        .in();
    parameters(sql.between(1, 4), false);
    sql.out().add(")");
    switch (sql.below(3)) {
      case 0 -> {
        sql.line("RETURNS TABLE").add(sql.one("", " WITH SCHEMABINDING")).line("AS");
        sql.line("RETURN (").in().newLine();
        queries.query(2, true);
        sql.out().line(");");
      }
      case 1 -> {
        sql.line("RETURNS @Rows TABLE (Id INT NOT NULL PRIMARY KEY, Name NVARCHAR (50) NULL)");
        sql.line("AS").line("BEGIN").in();
        sql.line("INSERT INTO @Rows (Id, Name)").newLine();
        queries.query(2, false);
        sql.add(";");
        sql.line("RETURN;").out().line("END;");
      }
      default -> {
        sql.line("RETURNS ").add(sql.type()).line("AS").line("BEGIN").in();
        sql.line("DECLARE @Result INT, @Rate DECIMAL (10, 4);");
        for (int i = sql.between(1, 4); i > 0; i--) {
          sql.line("SELECT @Result = ");
          queries.expression(3);
          sql.line("FROM ").add(sql.tableName()).add(" AS c WHERE ");
          queries.condition(2);
          sql.add(";");
        }
        sql.line("RETURN @Result;").out().line("END;");
      }
    }
    sql.go();
  }

  void trigger(int number) {
    header("Keeps the audit.");
    sql.add("CREATE TRIGGER ").add("dbo.tr").add(sql.table() + number).add(" ON ");
    sql.add(sql.schema()).add(".").add(sql.table());
    sql.line(sql.one("AFTER INSERT, UPDATE", "FOR DELETE", "INSTEAD OF INSERT")).line("AS");
    sql.line("BEGIN").in().line("SET NOCOUNT ON;");
    sql.line("IF NOT EXISTS (SELECT 1 FROM inserted) RETURN;");
    statements.statements(sql.between(1, 3), 1);
    sql.out().line("END;").go();
  }

  void smallObjects(int number) {
    queries.subqueries = false;
    for (int i = sql.between(3, 8); i > 0; i--) {
      String name = sql.schema() + "." + sql.table() + number + "_" + i;
      switch (sql.below(9)) {
        case 0 ->
            sql.add("CREATE SEQUENCE " + name + " AS BIGINT START WITH 1 INCREMENT BY 1 CACHE 50;");
        case 1 -> sql.add("CREATE SYNONYM " + name + " FOR [Archive].dbo." + sql.table() + ";");
        case 2 ->
            sql.add(
                "CREATE TYPE " + name + " FROM " + sql.one("NVARCHAR (50)", "INT") + " NOT NULL;");
        case 3 ->
            sql.add(
                "CREATE TYPE "
                    + name
                    + " AS TABLE (Id INT NOT NULL PRIMARY KEY, Name NVARCHAR (9));");
        case 4 ->
            sql.add(
                "GRANT "
                    + sql.one("EXECUTE", "SELECT, INSERT", "VIEW DEFINITION")
                    + " ON "
                    + name
                    + " TO Web;");
        case 5 -> sql.add("CREATE ROLE Role" + number + i + " AUTHORIZATION dbo;");
        case 6 -> {
          sql.add("ALTER TABLE " + name + " ADD CONSTRAINT CK" + i + " CHECK (");
          queries.condition(1);
          sql.add(");");
        }
        case 7 ->
            sql.add("CREATE STATISTICS st" + i + " ON " + name + " (Id, Name) WITH FULLSCAN;");
        default -> sql.add("DENY DELETE ON SCHEMA::" + sql.schema() + " TO Web CASCADE;");
      }
      sql.go();
    }
  }

  void script(int number) {
    sql.add("-- Script " + number + ": run once, by hand.\n");
    for (int i = sql.between(1, 3); i > 0; i--) {
      statements.statements(sql.between(2, 8), 2);
      sql.go();
    }
  }
}
