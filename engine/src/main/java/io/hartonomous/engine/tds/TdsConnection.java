package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.SqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.List;

/// One client connection from its first byte to its last. Its methods run on the connection's
/// thread, but for [#close] and those that [ConnectionWatch] calls.
final class TdsConnection implements Runnable {
  private static final Logger LOG = System.getLogger(TdsConnection.class.getName());
  private static final int PROTOCOL_ERROR = 4002;
  private static final int INTERNAL_ERROR = 8630;
  private static final int DISTRIBUTED_TRANSACTION = 8501;

  private final Socket socket;
  private final TdsServer server;
  private final long openedAt = System.nanoTime();
  private volatile SqlSession session;
  private volatile RequestSource requests;
  private TdsWriter out;
  private ResponseSink sink;

  TdsConnection(Socket socket, TdsServer server) {
    this.socket = socket;
    this.server = server;
  }

  @Override
  public void run() {
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      LoginSequence login = new LoginSequence(socket, server);
      if (login.run()) {
        session = login.session();
        out = login.out();
        sink = login.sink();
        requests =
            new RequestSource(login.packets(), server.options().maxMessage(), session::cancel);
        serve();
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.DEBUG, "connection ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "connection ended by a defect", e);
    } finally {
      close();
      SqlSession ended = session;
      if (ended != null) {
        ended.close();
      }
      server.ended(this);
    }
  }

  private void serve() throws IOException, InterruptedException {
    for (Message message = requests.next(); message != null; message = requests.next()) {
      try {
        answer(message);
      } catch (ProtocolException e) {
        fail(
            new ServerMessage(
                PROTOCOL_ERROR,
                1,
                16,
                "The request is not understood: " + e.getMessage() + ".",
                "",
                1));
        throw e;
      }
      if (session.isBroken()) {
        return;
      }
    }
  }

  private void answer(Message message) throws IOException {
    if (message == Message.ATTENTION) {
      sink.acknowledgeAttention();
      return;
    }
    // Everything of the request is read before the call starts, as the buffer may then serve to
    // watch for an attention.
    switch (message.type()) {
      case PacketType.BATCH -> {
        AllHeaders.skip(message.body());
        String sql = message.body().utf16(message.body().remaining() / 2);
        call(message, false, () -> session.batch(sql, sink));
      }
      case PacketType.RPC -> {
        List<RpcRequest> calls = RpcMessage.read(message.body());
        call(message, true, () -> remoteCalls(calls));
      }
      case PacketType.TRANSACTION -> {
        List<TransactionMessage.Step> steps = TransactionMessage.read(message.body());
        call(message, false, () -> transaction(steps));
      }
      case PacketType.BULK -> bulk(message);
      default -> throw new ProtocolException("packet type " + message.type());
    }
  }

  private void remoteCalls(List<RpcRequest> calls) {
    for (int i = 0; i < calls.size() && !session.isBroken() && !requests.isStopped(); i++) {
      if (i > 0) {
        sink.endCall();
      }
      session.rpc(calls.get(i), sink);
    }
  }

  private void transaction(List<TransactionMessage.Step> steps) {
    if (steps.isEmpty()) {
      sink.message(
          new ServerMessage(
              DISTRIBUTED_TRANSACTION,
              1,
              16,
              "Distributed transactions are not supported.",
              "",
              1));
    }
    for (TransactionMessage.Step step : steps) {
      session.transaction(step.request(), step.name(), step.isolation(), sink);
    }
  }

  private void call(Message message, boolean remote, Runnable work) {
    sink.begin(remote);
    requests.beginCall();
    boolean whole = false;
    try {
      reset(message);
      work.run();
      whole = true;
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      defect(e);
    } finally {
      requests.endCall();
    }
    sink.end();
    if (!whole) {
      throw new UncheckedIOException(new IOException("the session failed"));
    }
  }

  private void reset(Message message) {
    boolean keepTransaction = (message.status() & PacketType.RESET_KEEP_TRANSACTION) != 0;
    if (keepTransaction || (message.status() & PacketType.RESET) != 0) {
      sink.reset();
      session.reset(keepTransaction, sink);
    }
  }

  // The rows are read while they are stored, so the socket cannot be watched; an attention is found
  // between packets.
  private void bulk(Message message) throws IOException {
    sink.begin(false);
    try {
      BulkLoad load = new BulkLoad(message.body());
      session.bulk(load.columns(), load, sink);
      load.drain();
    } catch (AttentionInStream _) {
      cancelledBulk();
      return;
    } catch (UncheckedIOException e) {
      switch (e.getCause()) {
        case AttentionInStream _ -> {
          cancelledBulk();
          return;
        }
        case ProtocolException protocol -> throw protocol;
        default -> throw e;
      }
    } catch (RuntimeException | Error e) {
      defect(e);
      sink.end();
      throw new UncheckedIOException(new IOException("the session failed", e));
    }
    sink.end();
  }

  // The request never became whole, so its only answer is the one to the attention.
  private void cancelledBulk() {
    out.discard();
    sink.acknowledgeAttention();
  }

  // What the session throws is a defect of the engine: its state cannot be trusted, so the
  // connection ends, and says so if it still can.
  private void defect(Throwable e) {
    LOG.log(Level.ERROR, "a call failed by a defect of the engine", e);
    if (sink.isInToken()) {
      throw new UncheckedIOException(new IOException("a value could not be sent", e));
    }
    sink.message(
        new ServerMessage(
            INTERNAL_ERROR,
            1,
            20,
            "The engine failed and ends this connection: " + e + ". Its log has the details.",
            "",
            1));
  }

  private void fail(ServerMessage message) {
    out.discard();
    sink.begin(false);
    sink.message(message);
    sink.end();
  }

  RequestSource requests() {
    return requests;
  }

  boolean isLoggedIn() {
    return session != null;
  }

  /// Since when the connection exists, by `System.nanoTime()`.
  long openedAt() {
    return openedAt;
  }

  /// Ends the connection from any thread; a running call is cancelled.
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing a socket", e);
    }
  }

  /// As [#close], and cancels what runs.
  void abort() {
    close();
    SqlSession running = session;
    if (running != null) {
      running.cancel();
    }
  }
}
