package io.hartonomous.bench;

/// Statements of bodies and scripts.
final class StatementWriter {
  private final Sql sql;
  final QueryWriter queries;

  StatementWriter(Sql sql) {
    this.sql = sql;
    queries = new QueryWriter(sql);
  }

  void statements(int count, int depth) {
    for (int i = 0; i < count; i++) {
      if (sql.chance(12)) {
        sql.comment();
      }
      sql.newLine();
      statement(depth);
      if (sql.chance(30)) {
        sql.add("\n");
      }
    }
  }

  private void statement(int depth) {
    int most = depth > 0 ? 24 : 18;
    switch (sql.below(most)) {
      case 0, 1, 2, 3 -> {
        queries.statement();
        sql.add(";");
      }
      case 4, 5 -> update();
      case 6, 7 -> insert();
      case 8 -> delete();
      case 9 -> merge();
      case 10, 11 -> {
        sql.add("SET ").add(sql.variable()).add(sql.one(" = ", " = ", " += "));
        queries.expression(2);
        sql.add(";");
      }
      case 12 -> assign();
      case 13, 14 -> execute();
      case 15 -> {
        sql.add("DECLARE ").add(sql.variable()).add(" ").add(sql.type());
        if (sql.chance(50)) {
          sql.add(" = ");
          queries.value();
        }
        sql.add(";");
      }
      case 16 ->
          sql.add(
              sql.one(
                  "RETURN;",
                  "PRINT N'done';",
                  "SET NOCOUNT ON;",
                  "RAISERROR (N'%s is not valid.', 16, 1, @Name);",
                  "THROW 50001, N'The order is closed.', 1;",
                  "WAITFOR DELAY '00:00:05';",
                  "TRUNCATE TABLE #Work;",
                  "DROP TABLE IF EXISTS #Work;"));
      case 17 ->
          sql.add(
              "CREATE TABLE #Work"
                  + sql.below(100)
                  + " (Id INT NOT NULL PRIMARY KEY, "
                  + sql.column()
                  + " "
                  + sql.type()
                  + " NULL);");
      case 18, 19, 20 -> ifStatement(depth);
      case 21 -> {
        sql.add("WHILE ");
        queries.condition(0);
        block(depth);
      }
      case 22 -> {
        sql.add("BEGIN TRY").in();
        sql.line("BEGIN TRANSACTION;");
        statements(sql.between(1, 4), depth - 1);
        sql.line("COMMIT TRANSACTION;");
        sql.out().line("END TRY").line("BEGIN CATCH").in();
        sql.line("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;");
        sql.line("THROW;").out().line("END CATCH;");
      }
      default -> cursor();
    }
  }

  private void block(int depth) {
    sql.line("BEGIN").in();
    statements(sql.between(1, 4), depth - 1);
    sql.out().line("END");
  }

  private void ifStatement(int depth) {
    sql.add("IF ");
    queries.condition(1);
    block(depth);
    if (sql.chance(35)) {
      sql.line("ELSE");
      block(depth);
    }
  }

  private void assign() {
    sql.add("SELECT ").add(sql.variable()).add(" = ");
    queries.expression(2);
    sql.line("FROM ").add(sql.tableName()).add(" AS c");
    sql.line("WHERE ");
    queries.condition(1);
    sql.add(";");
  }

  void update() {
    boolean alias = sql.chance(60);
    sql.add("UPDATE ").add(alias ? "c" : sql.tableName()).line("SET ");
    sql.in();
    sql.list(
        sql.between(1, 5),
        ",",
        () -> {
          sql.newLine().add(sql.column()).add(sql.one(" = ", " = ", " += "));
          queries.expression(2);
        });
    sql.out();
    if (sql.chance(15)) {
      sql.line("OUTPUT inserted.Id, deleted.").add(sql.column()).add(" INTO @Changes (Id, Old)");
    }
    if (alias) {
      sql.line("FROM ").add(sql.tableName()).add(" AS c");
      if (sql.chance(50)) {
        sql.line("INNER JOIN ").add(sql.tableName()).add(" AS o ON o.Id = c.").add(sql.column());
      }
    }
    sql.line("WHERE ");
    queries.condition(1);
    sql.add(";");
  }

  void insert() {
    sql.add("INSERT INTO ").add(sql.tableName()).add(" (");
    int columns = sql.between(2, 7);
    sql.list(columns, ", ", () -> sql.add(sql.column())).add(")");
    if (sql.chance(15)) {
      sql.line("OUTPUT inserted.Id");
    }
    if (sql.chance(60)) {
      sql.line("VALUES ").in();
      sql.list(
          sql.between(1, 4),
          ",",
          () -> {
            sql.newLine().add("(");
            sql.list(columns, ", ", () -> queries.expression(1)).add(")");
          });
      sql.out();
    } else {
      sql.newLine();
      queries.query(1, false);
    }
    sql.add(";");
  }

  private void delete() {
    sql.add("DELETE ");
    if (sql.chance(50)) {
      sql.add("FROM ").add(sql.tableName());
    } else {
      sql.add("c").line("FROM ").add(sql.tableName()).add(" AS c");
    }
    sql.line("WHERE ");
    queries.condition(1);
    sql.add(";");
  }

  void merge() {
    sql.add("MERGE INTO ").add(sql.tableName()).add(" AS t").line("USING ");
    if (sql.chance(50)) {
      sql.add("(VALUES ");
      sql.list(
              sql.between(1, 6),
              ", ",
              () -> sql.add("(" + sql.below(100) + ", " + sql.string() + ")"))
          .add(") AS src (Id, Name)");
    } else {
      sql.add(sql.tableName()).add(" AS src");
    }
    sql.line("ON t.Id = src.Id");
    sql.line("WHEN MATCHED ").add(sql.one("", "AND t.Name <> src.Name ")).add("THEN").in();
    sql.line("UPDATE SET t.Name = src.Name, t.ModifiedAt = SYSUTCDATETIME()").out();
    if (sql.chance(80)) {
      sql.line("WHEN NOT MATCHED BY TARGET THEN INSERT (Id, Name) VALUES (src.Id, src.Name)");
    }
    if (sql.chance(30)) {
      sql.line("WHEN NOT MATCHED BY SOURCE THEN DELETE");
    }
    sql.add(sql.chance(20) ? " OUTPUT $action, inserted.Id;" : ";");
  }

  private void execute() {
    sql.add(sql.one("EXEC ", "EXECUTE ")).add(sql.one("", "", "@Result = "));
    sql.add(sql.schema()).add(".").add(sql.one("usp", "sp_")).add(sql.one("Get", "Save", "Check"));
    sql.add(sql.table()).add(" ");
    sql.list(
            sql.between(1, 4),
            ", ",
            () -> {
              sql.add(sql.variable()).add(" = ");
              sql.add(sql.one(sql.variable(), sql.variable() + " OUTPUT", sql.string(), "1"));
            })
        .add(";");
  }

  private void cursor() {
    sql.add("DECLARE cur CURSOR LOCAL FAST_FORWARD FOR").in().newLine();
    queries.query(1, false);
    sql.add(";").out();
    sql.line("OPEN cur;").line("FETCH NEXT FROM cur INTO @Id, @Name;");
    sql.line("WHILE @@FETCH_STATUS = 0").line("BEGIN").in();
    statements(1, 0);
    sql.line("FETCH NEXT FROM cur INTO @Id, @Name;").out().line("END;");
    sql.line("CLOSE cur;").line("DEALLOCATE cur;");
  }
}
