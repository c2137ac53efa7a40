package io.hartonomous.engine.session;

/// One logged-in connection. Its calls come from one thread at a time, but for [#cancel], which may
/// come from any.
///
/// Errors of the user's T-SQL go to the sink and never out of a call; what comes out is a defect of
/// the engine or a lost PostgreSQL. After an error of severity 20 or more [#isBroken] is true, and
/// the caller closes the connection.
public interface SqlSession extends AutoCloseable {

  /// Runs one SQL batch.
  void batch(String sql, ResultSink sink);

  /// Runs one remote procedure call; ends with the return status and the OUTPUT values.
  void rpc(RpcRequest request, ResultSink sink);

  /// A transaction request outside T-SQL ([MS-TDS] 2.2.6.9): `name` may be empty.
  void transaction(
      TransactionRequest request, String name, IsolationLevel isolation, ResultSink sink);

  enum TransactionRequest {
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVE
  }

  enum IsolationLevel {
    UNCHANGED,
    READ_UNCOMMITTED,
    READ_COMMITTED,
    REPEATABLE_READ,
    SERIALIZABLE,
    SNAPSHOT
  }

  /// Stores rows of a bulk load (`INSERT BULK` came as the batch before).
  void bulk(
      java.util.List<ResultColumn> columns, java.util.Iterator<Object[]> rows, ResultSink sink);

  /// Brings the session back to its state after login (pool reset), rolling back an open
  /// transaction unless `keepTransaction`.
  void reset(boolean keepTransaction, ResultSink sink);

  /// Stops the running call as soon as possible. The call then returns; the TDS layer acknowledges
  /// the attention. Comes from another thread, while a call runs or when the connection is given
  /// up; one that comes when nothing runs must not stop a later call.
  void cancel();

  String database();

  /// The session id, `@@SPID`.
  int id();

  boolean isBroken();

  @Override
  void close();
}
