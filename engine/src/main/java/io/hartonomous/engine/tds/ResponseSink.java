package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.model.SqlType;
import java.util.List;

/// Writes what a call produces as tokens.
///
/// A DONE is held back until the next token or the end of the response, because only the last one
/// is without DONE_MORE.
final class ResponseSink implements ResultSink {
  private final TdsWriter out;
  private final String server;
  private Features features = Features.NONE;
  private WireType[] wires = new WireType[0];
  private boolean inToken;
  private boolean remoteCall;
  private boolean held;
  private int heldToken;
  private int heldStatus;
  private int heldCommand;
  private long heldCount;
  private boolean failed;

  ResponseSink(TdsWriter out, String server) {
    this.out = out;
    this.server = server;
  }

  void features(Features acknowledged) {
    features = acknowledged;
  }

  /// Starts a response. In that of a remote procedure call every statement is one inside a
  /// procedure.
  void begin(boolean isRemoteCall) {
    remoteCall = isRemoteCall;
    held = false;
    failed = false;
  }

  /// Whether a token was begun and not ended, because its value did not fit its type: nothing can
  /// follow it.
  boolean isInToken() {
    return inToken;
  }

  /// Ends one call of several in a message.
  void endCall() {
    release();
    hold(DoneToken.DONEPROC, DoneToken.RPC_IN_BATCH, 0, 0);
    failed = false;
  }

  /// Ends the response: exactly one token without DONE_MORE.
  void end() {
    if (remoteCall) {
      release();
      DoneToken.write(out, DoneToken.DONEPROC, failed ? DoneToken.ERROR : 0, 0, 0);
    } else if (held) {
      DoneToken.write(out, heldToken, heldStatus, heldCommand, heldCount);
      held = false;
    } else {
      DoneToken.write(out, DoneToken.DONE, failed ? DoneToken.ERROR : 0, 0, 0);
    }
    out.endMessage();
  }

  /// Acknowledges an attention: a message of its own, also after a call that the attention stopped.
  /// mssql-jdbc reads on after the end of a response as long as it waits for this.
  void acknowledgeAttention() {
    DoneToken.write(out, DoneToken.DONE, DoneToken.ATTENTION, 0, 0);
    out.endMessage();
  }

  private void hold(int token, int status, int command, long count) {
    release();
    held = true;
    heldToken = token;
    heldStatus = status;
    heldCommand = command;
    heldCount = count;
  }

  private void release() {
    if (held) {
      DoneToken.write(out, heldToken, heldStatus | DoneToken.MORE, heldCommand, heldCount);
      held = false;
    }
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    release();
    WireType[] next = new WireType[columns.size()];
    for (int i = 0; i < next.length; i++) {
      ResultColumn column = columns.get(i);
      next[i] = WireTypes.ofColumn(column.type(), column.nullable(), features);
    }
    wires = next;
    inToken = true;
    ColMetadataToken.write(out, columns, wires);
    inToken = false;
  }

  @Override
  public void row(Object[] values) {
    inToken = true;
    RowToken.write(out, wires, values);
    inToken = false;
  }

  @Override
  public void done(Command command, long count, boolean hasFailed, boolean inModule) {
    int status = (count >= 0 ? DoneToken.COUNT : 0) | (hasFailed ? DoneToken.ERROR : 0);
    failed = hasFailed;
    hold(
        remoteCall || inModule ? DoneToken.DONEINPROC : DoneToken.DONE,
        status,
        command.word(),
        Math.max(count, 0));
  }

  @Override
  public void message(ServerMessage message) {
    release();
    failed |= message.isError();
    MessageToken.write(out, message, server);
  }

  @Override
  public void database(String oldName, String newName) {
    release();
    EnvChangeToken.text(out, EnvChangeToken.DATABASE, newName, oldName);
  }

  @Override
  public void transaction(TransactionChange change, long descriptor) {
    release();
    int type =
        switch (change) {
          case BEGAN -> EnvChangeToken.BEGAN;
          case COMMITTED -> EnvChangeToken.COMMITTED;
          case ROLLED_BACK -> EnvChangeToken.ROLLED_BACK;
        };
    EnvChangeToken.transaction(out, type, descriptor);
  }

  /// Outside a remote procedure call this is the end of an EXEC in a batch, which has its own
  /// DONEPROC.
  @Override
  public void returnStatus(int status) {
    release();
    ReturnTokens.status(out, status);
    if (!remoteCall) {
      hold(DoneToken.DONEPROC, 0, 0, 0);
    }
  }

  @Override
  public void returnValue(int ordinal, String name, SqlType type, Object value) {
    release();
    inToken = true;
    ReturnTokens.value(out, ordinal, name, type, value, features);
    inToken = false;
  }

  void reset() {
    release();
    EnvChangeToken.reset(out);
  }

  @Override
  public void flush() {
    release();
    out.flush();
  }
}
