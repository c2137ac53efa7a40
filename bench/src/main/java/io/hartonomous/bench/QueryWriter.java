package io.hartonomous.bench;

/// Expressions, conditions and queries.
final class QueryWriter {
  private final Sql sql;

  /// Not where a constraint or a computed column stands.
  boolean subqueries = true;

  QueryWriter(Sql sql) {
    this.sql = sql;
  }

  String column() {
    return sql.chance(65) ? sql.one("c", "o", "p", "t", "src") + "." + sql.column() : sql.column();
  }

  void expression(int depth) {
    if (depth <= 0) {
      value();
      return;
    }
    switch (sql.below(22)) {
      case 0, 1, 2, 3, 4, 5, 6 -> value();
      case 7, 8 -> {
        expression(depth - 1);
        sql.add(sql.one(" + ", " - ", " * ", " / ", " % ", " & "));
        expression(depth - 1);
      }
      case 9 -> {
        sql.add("(");
        expression(depth - 1);
        sql.add(sql.one(" * ", " + "));
        expression(depth - 1);
        sql.add(")");
      }
      case 10 -> call("ISNULL", 2, depth);
      case 11 -> call(sql.one("COALESCE", "CONCAT"), sql.between(2, 4), depth);
      case 12 -> {
        sql.add(sql.one("CAST(", "TRY_CAST("));
        expression(depth - 1);
        sql.add(" AS ").add(sql.type()).add(")");
      }
      case 13 -> {
        sql.add("CONVERT(").add(sql.type()).add(", ");
        expression(depth - 1);
        sql.add(sql.chance(40) ? ", 126)" : ")");
      }
      case 14 -> caseExpression(depth);
      case 15 -> {
        sql.add(sql.one("DATEADD", "DATEDIFF")).add(sql.one("(DAY, ", "(month, ", "(HOUR, "));
        expression(depth - 1);
        sql.add(", ").add(sql.one("GETDATE()", "SYSUTCDATETIME()", column())).add(")");
      }
      case 16 ->
          call(
              sql.one("UPPER", "LTRIM", "LEN", "ABS", "YEAR", "dbo.fnRound", "DATALENGTH"),
              1,
              depth);
      case 17 -> call(sql.one("REPLACE", "SUBSTRING", "TRANSLATE", "dbo.fnPick"), 3, depth);
      case 18 -> {
        sql.add("IIF(");
        condition(0);
        sql.add(", ");
        expression(depth - 1);
        sql.add(", ");
        value();
        sql.add(")");
      }
      case 19 -> {
        if (!subqueries) {
          value();
          return;
        }
        sql.add("(SELECT ").add(sql.one("MAX(", "COUNT(", "SUM(")).add("x.").add(sql.column());
        sql.add(") FROM ").add(sql.tableName()).add(" AS x WHERE x.").add(sql.column()).add(" = ");
        sql.add(column()).add(")");
      }
      case 20 -> {
        sql.add(sql.one("LEFT(", "RIGHT(", "NULLIF("));
        expression(depth - 1);
        sql.add(", ");
        value();
        sql.add(")");
      }
      default -> {
        sql.add("-");
        value();
      }
    }
  }

  private void call(String name, int arguments, int depth) {
    sql.add(name).add("(");
    sql.list(arguments, ", ", () -> expression(depth - 1));
    sql.add(")");
  }

  private void caseExpression(int depth) {
    boolean simple = sql.chance(40);
    sql.add("CASE");
    if (simple) {
      sql.add(" ").add(column());
    }
    sql.in();
    for (int i = sql.between(1, 3); i > 0; i--) {
      sql.line("WHEN ");
      if (simple) {
        value();
      } else {
        condition(0);
      }
      sql.add(" THEN ");
      expression(depth - 1);
    }
    if (sql.chance(70)) {
      sql.line("ELSE ");
      value();
    }
    sql.out().line("END");
  }

  void value() {
    switch (sql.below(12)) {
      case 0, 1, 2, 3, 4, 5 -> sql.add(column());
      case 6, 7 -> sql.add(sql.variable());
      case 8 -> sql.add(String.valueOf(sql.below(1000)));
      case 9 -> sql.add(sql.string());
      case 10 -> sql.add(sql.one("0", "1", "0.05", "100.00", "1e3", "0x00FF", "$10.50"));
      default ->
          sql.add(sql.one("NULL", "GETDATE()", "SYSUTCDATETIME()", "NEWID()", "@@ROWCOUNT", "1"));
    }
  }

  void condition(int depth) {
    int terms = depth == 0 ? 1 : sql.between(1, 4);
    for (int i = 0; i < terms; i++) {
      if (i > 0) {
        sql.line(sql.chance(80) ? "AND " : "OR ");
      }
      predicate(depth);
    }
  }

  private void predicate(int depth) {
    switch (sql.below(16)) {
      case 0, 1, 2, 3, 4, 5, 6 -> {
        sql.add(column()).add(sql.one(" = ", " = ", " <> ", " > ", " >= ", " < ", " <= ", " != "));
        expression(depth);
      }
      case 7 -> sql.add(column()).add(sql.chance(50) ? " IS NULL" : " IS NOT NULL");
      case 8 -> {
        sql.add(column()).add(sql.chance(70) ? " IN (" : " NOT IN (");
        sql.list(sql.between(1, 5), ", ", this::value).add(")");
      }
      case 9 -> {
        sql.add(column()).add(" BETWEEN ");
        value();
        sql.add(" AND ");
        value();
      }
      case 10 -> sql.add(column()).add(sql.one(" LIKE ", " NOT LIKE ")).add(sql.string());
      case 11 -> {
        if (!subqueries) {
          sql.add(column()).add(" >= 0");
          return;
        }
        sql.add(sql.chance(50) ? "EXISTS (" : "NOT EXISTS (").in();
        sql.line("SELECT 1 FROM ").add(sql.tableName()).add(" AS e WHERE e.").add(sql.column());
        sql.add(" = ").add(column()).out().add(")");
      }
      case 12 -> {
        if (depth == 0) {
          sql.add(column()).add(" = 1");
        } else {
          sql.add("(");
          condition(depth - 1);
          sql.add(")");
        }
      }
      case 13 -> {
        if (!subqueries) {
          sql.add(column()).add(" IN (1, 2, 3)");
          return;
        }
        sql.add(column()).add(" IN (SELECT s.").add(sql.column()).add(" FROM ");
        sql.add(sql.tableName()).add(" AS s)");
      }
      case 14 -> sql.add("NOT ").add(column()).add(" = ").add(sql.variable());
      default -> sql.add("(").add(sql.variable()).add(" IS NULL OR ").add(column()).add(" = @Id)");
    }
  }

  /// A whole SELECT; `named` gives every column a name.
  void query(int depth, boolean named) {
    sql.add("SELECT ").add(sql.one("", "", "", "", "DISTINCT ", "TOP (10) ", "TOP (@PageSize) "));
    sql.in();
    sql.list(
        sql.between(2, 9),
        ",",
        () -> {
          sql.newLine();
          element(depth, named);
        });
    sql.out();
    sql.line("FROM ");
    from(depth);
    if (sql.chance(75)) {
      sql.line("WHERE ").in();
      condition(Math.min(depth, 2));
      sql.out();
    }
    if (sql.chance(20)) {
      sql.line("GROUP BY ");
      sql.list(sql.between(1, 4), ", ", () -> sql.add(column()));
      if (sql.chance(30)) {
        sql.line("HAVING COUNT(*) > ").add(String.valueOf(sql.below(10)));
      }
    }
  }

  private void element(int depth, boolean named) {
    if (!named && sql.chance(60)) {
      sql.add(column());
      return;
    }
    switch (sql.below(8)) {
      case 0 -> window();
      case 1 -> {
        sql.add(sql.one("SUM(", "COUNT(DISTINCT ", "MIN(", "MAX(", "AVG("));
        expression(depth - 1);
        sql.add(")");
      }
      case 2, 3, 4 -> sql.add(column());
      default -> expression(depth);
    }
    sql.add(sql.chance(85) ? " AS " : " ");
    sql.add(named ? sql.plainColumn() + sql.below(90) : sql.column());
  }

  private void window() {
    sql.add(sql.one("ROW_NUMBER()", "RANK()", "SUM(o.Total)", "LAG(o.Total, 1, 0)", "COUNT(*)"));
    sql.add(" OVER (");
    if (sql.chance(70)) {
      sql.add("PARTITION BY ").add(column()).add(" ");
    }
    sql.add("ORDER BY ").add(column()).add(sql.one("", " DESC"));
    sql.add(")");
  }

  private void from(int depth) {
    source(depth, sql.one("c", "o"));
    for (int i = sql.between(0, 3); i > 0; i--) {
      switch (sql.below(8)) {
        case 0 -> {
          sql.line("CROSS APPLY (SELECT TOP (1) a.").add(sql.column()).add(" FROM ");
          sql.add(sql.tableName()).add(" AS a WHERE a.").add(sql.column()).add(" = ").add(column());
          sql.add(" ORDER BY a.").add(sql.column()).add(" DESC) AS ap");
        }
        case 1 -> {
          sql.line("OUTER APPLY dbo.fnSplit(").add(column()).add(", ',') AS sp");
        }
        default -> {
          sql.line(sql.one("INNER JOIN ", "JOIN ", "LEFT JOIN ", "LEFT OUTER JOIN "));
          source(depth, sql.one("p", "t"));
          sql.add(" ON ").add(column()).add(" = ").add(column());
          if (sql.chance(25)) {
            sql.add(" AND ");
            condition(0);
          }
        }
      }
    }
  }

  private void source(int depth, String alias) {
    if (depth > 1 && sql.chance(12)) {
      sql.add("(").in().newLine();
      query(depth - 1, true);
      sql.out().add(") AS ").add(alias);
      return;
    }
    sql.add(sql.tableName()).add(sql.chance(85) ? " AS " : " ").add(alias);
    if (sql.chance(10)) {
      sql.add(sql.one(" WITH (NOLOCK)", " WITH (UPDLOCK, ROWLOCK)", " WITH (INDEX (IX_Name))"));
    }
  }

  /// A SELECT with what may stand around it: WITH, set operators, ORDER BY, FOR, OPTION.
  void statement() {
    int tables = sql.chance(25) ? sql.between(1, 3) : 0;
    for (int i = 0; i < tables; i++) {
      sql.add(i == 0 ? "WITH " : ", ")
          .add("cte")
          .add(String.valueOf(i))
          .add(" AS (")
          .in()
          .newLine();
      query(2, true);
      sql.out().line(")").newLine();
    }
    query(2, false);
    for (int i = sql.chance(15) ? sql.between(1, 2) : 0; i > 0; i--) {
      sql.line(sql.one("UNION ALL", "UNION", "EXCEPT", "INTERSECT")).newLine();
      query(1, false);
    }
    if (sql.chance(45)) {
      sql.line("ORDER BY ");
      sql.list(
          sql.between(1, 3), ", ", () -> sql.add(sql.column()).add(sql.one("", " DESC", " ASC")));
      if (sql.chance(25)) {
        sql.line("OFFSET @Page * @PageSize ROWS FETCH NEXT @PageSize ROWS ONLY");
      }
    }
    if (sql.chance(6)) {
      sql.line(sql.one("FOR JSON PATH", "FOR XML PATH ('row'), ROOT ('rows')", "FOR JSON AUTO"));
    }
    if (sql.chance(8)) {
      sql.line(sql.one("OPTION (RECOMPILE)", "OPTION (MAXDOP 1)", "OPTION (OPTIMIZE FOR UNKNOWN)"));
    }
  }
}
