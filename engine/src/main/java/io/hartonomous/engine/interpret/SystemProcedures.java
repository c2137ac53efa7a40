package io.hartonomous.engine.interpret;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/// Finds system procedures.
public final class SystemProcedures {
  /// One procedure; gives its return status.
  public interface Procedure {
    int run(SystemCall call) throws SQLException;
  }

  private static final Map<String, Procedure> ALL =
      Map.ofEntries(
          Map.entry("sp_executesql", SystemCall::executeSql),
          Map.entry("sp_prepare", SystemProcedures::prepare),
          Map.entry("sp_prepexec", SystemProcedures::prepareAndExecute),
          Map.entry("sp_execute", SystemProcedures::execute),
          Map.entry("sp_unprepare", SystemProcedures::unprepare),
          Map.entry("sp_rename", ObjectProcedures::rename),
          Map.entry("sp_addextendedproperty", ObjectProcedures::addProperty),
          Map.entry("sp_updateextendedproperty", ObjectProcedures::updateProperty),
          Map.entry("sp_dropextendedproperty", ObjectProcedures::dropProperty),
          Map.entry("sp_addrolemember", ObjectProcedures::addRoleMember),
          Map.entry("sp_refreshview", SystemProcedures::nothing),
          Map.entry("sp_refreshsqlmodule", SystemProcedures::nothing),
          Map.entry("sp_recompile", SystemProcedures::nothing),
          Map.entry("sp_updatestats", SystemProcedures::nothing),
          Map.entry("sp_reset_connection", SystemProcedures::nothing),
          Map.entry("sp_getapplock", LockProcedures::get),
          Map.entry("sp_releaseapplock", LockProcedures::release),
          Map.entry("sp_set_session_context", SystemProcedures::sessionContext),
          Map.entry("xp_msver", ServerProcedures::version),
          Map.entry("sp_tables", CatalogProcedures::tables),
          Map.entry("sp_columns", ColumnProcedures::columns),
          Map.entry("sp_columns_90", ColumnProcedures::columns),
          Map.entry("sp_columns_100", ColumnProcedures::columns),
          Map.entry("sp_columns_170", ColumnProcedures::columns),
          Map.entry("sp_special_columns", ColumnProcedures::specialColumns),
          Map.entry("sp_special_columns_90", ColumnProcedures::specialColumns),
          Map.entry("sp_special_columns_100", ColumnProcedures::specialColumns),
          Map.entry("sp_sproc_columns", ColumnProcedures::procedureColumns),
          Map.entry("sp_sproc_columns_90", ColumnProcedures::procedureColumns),
          Map.entry("sp_sproc_columns_100", ColumnProcedures::procedureColumns),
          Map.entry("sp_statistics", IndexProcedures::statistics),
          Map.entry("sp_statistics_100", IndexProcedures::statistics),
          Map.entry("sp_table_privileges", IndexProcedures::tablePrivileges),
          Map.entry("sp_column_privileges", IndexProcedures::columnPrivileges),
          Map.entry("sp_datatype_info", TypeProcedures::datatypeInfo),
          Map.entry("sp_datatype_info_90", TypeProcedures::datatypeInfo),
          Map.entry("sp_datatype_info_100", TypeProcedures::datatypeInfo),
          Map.entry("sp_pkeys", CatalogProcedures::primaryKeys),
          Map.entry("sp_fkeys", CatalogProcedures::foreignKeys),
          Map.entry("sp_stored_procedures", CatalogProcedures::procedures));

  private SystemProcedures() {}

  /// Null where the system has no procedure of that name here.
  public static Procedure find(String name) {
    return ALL.get(name.toLowerCase(Locale.ROOT));
  }

  private static int nothing(SystemCall call) {
    return 0;
  }

  private static int prepare(SystemCall call) {
    call.prepare();
    return 0;
  }

  private static int prepareAndExecute(SystemCall call) throws SQLException {
    return call.executePrepared(call.prepare(), 3);
  }

  private static int execute(SystemCall call) throws SQLException {
    return call.executePrepared(call.integer(0, "@handle"), 1);
  }

  private static int unprepare(SystemCall call) {
    call.unprepare(call.integer(0, "@handle"));
    return 0;
  }

  private static int sessionContext(SystemCall call) {
    call.contextValue(call.text(0, "@key"), call.value(1, "@value"));
    return 0;
  }
}
