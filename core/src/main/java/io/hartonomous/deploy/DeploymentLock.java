package io.hartonomous.deploy;

import java.sql.CallableStatement;
import java.sql.SQLException;
import java.sql.Types;

/// The right to deploy, held by the session: the server gives it back when the session ends,
/// however it ends. Source: Microsoft Learn, "sp_getapplock (Transact-SQL)": results below 0 are
/// refusals.
final class DeploymentLock {
  static final String RESOURCE = "hart deployment";

  private DeploymentLock() {}

  /// False where another session holds it.
  static boolean take(Session session, String resource) throws SQLException {
    try (CallableStatement call =
        session.connection().prepareCall("{? = call sys.sp_getapplock(?, ?, ?, ?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setString(2, resource);
      call.setString(3, "Exclusive");
      call.setString(4, "Session");
      call.setInt(5, 0);
      call.execute();
      return call.getInt(1) >= 0;
    }
  }

  static void give(Session session, String resource) throws SQLException {
    try (CallableStatement call =
        session.connection().prepareCall("{call sys.sp_releaseapplock(?, ?)}")) {
      call.setString(1, resource);
      call.setString(2, "Session");
      call.execute();
    }
  }
}
