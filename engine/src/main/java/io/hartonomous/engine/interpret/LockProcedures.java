package io.hartonomous.engine.interpret;

import io.hartonomous.engine.translate.SqlError;
import java.util.Locale;

/// sp_getapplock and sp_releaseapplock.
///
/// Source: Microsoft Learn, "sp_getapplock (Transact-SQL)", "sp_releaseapplock (Transact-SQL)".
final class LockProcedures {
  private static final int INVALID = -999;

  private LockProcedures() {}

  static int get(SystemCall call) {
    String resource = call.text(0, "@Resource");
    String mode = call.text(1, "@LockMode");
    Boolean ofTransaction = owner(call.text(2, "@LockOwner"));
    Integer timeout = call.integer(3, "@LockTimeout");
    String principal = call.text(4, "@DbPrincipal");
    if (resource == null || mode == null || ofTransaction == null) {
      return INVALID;
    }
    return call.lock(
        principal == null ? "public" : principal,
        resource,
        mode,
        ofTransaction,
        timeout == null ? call.lockTimeout() : timeout);
  }

  static int release(SystemCall call) {
    String resource = call.text(0, "@Resource");
    Boolean ofTransaction = owner(call.text(1, "@LockOwner"));
    String principal = call.text(2, "@DbPrincipal");
    if (resource == null
        || ofTransaction == null
        || !call.unlock(principal == null ? "public" : principal, resource, ofTransaction)) {
      throw SqlError.of(1223, resource);
    }
    return 0;
  }

  /// True for Transaction, which is the default; null for what is neither that nor Session.
  private static Boolean owner(String owner) {
    return switch (owner == null ? "transaction" : owner.toLowerCase(Locale.ROOT)) {
      case "transaction" -> Boolean.TRUE;
      case "session" -> Boolean.FALSE;
      default -> null;
    };
  }
}
