package io.hartonomous.plan;

/// The table in which the reference's publisher notes the refactor operations that a database has
/// seen: `dbo.__RefactorLog (OperationKey uniqueidentifier)`.
public final class RefactorLogSql {
  public static final String TABLE = "__RefactorLog";

  static final String CREATE =
      """
      IF OBJECT_ID(N'dbo.__RefactorLog') IS NULL
      BEGIN
          CREATE TABLE [dbo].[__RefactorLog] (OperationKey uniqueidentifier NOT NULL PRIMARY KEY);
          EXECUTE sys.sp_addextendedproperty @name = N'microsoft_database_tools_support', @value = N'refactoring log', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'__RefactorLog';
      END;\
      """;

  private RefactorLogSql() {}

  static String insert(String operation) {
    return """
    IF NOT EXISTS (SELECT OperationKey FROM [dbo].[__RefactorLog] WHERE OperationKey = %1$s)
        INSERT INTO [dbo].[__RefactorLog] (OperationKey) VALUES (%1$s);\
    """
        .formatted(Sql.string(operation).substring(1));
  }
}
