package io.hartonomous.engine.tds;

import java.io.IOException;
import java.util.concurrent.SynchronousQueue;

/// Gives the connection's thread its requests, and notices an attention while a call runs.
///
/// The connection's thread reads the socket itself, which costs no change of threads. Only when a
/// call has run for some time does a second thread read in its place ([#startWatch], [#watch]);
/// what that thread gets is handed over when the call has ended.
final class RequestSource {
  private enum State {
    READING,
    RUNNING,
    WATCHED,
    WATCHED_AND_ENDED
  }

  private record Arrival(Message message, IOException failure) {}

  private final PacketInput packets;
  private final int limit;
  private final Runnable cancelCall;
  private final SynchronousQueue<Arrival> arrivals = new SynchronousQueue<>();
  private State state = State.READING;
  private long runningSince;
  private boolean stopped;

  /// `cancelCall` is run while a call runs, never after it has ended.
  RequestSource(PacketInput packets, int limit, Runnable cancelCall) {
    this.packets = packets;
    this.limit = limit;
    this.cancelCall = cancelCall;
  }

  /// The next request; null where the peer closed the connection.
  Message next() throws IOException, InterruptedException {
    if (state() == State.READING) {
      return Message.read(packets, limit);
    }
    Arrival arrival = arrivals.take();
    synchronized (this) {
      state = State.READING;
    }
    if (arrival.failure() != null) {
      throw arrival.failure();
    }
    return arrival.message();
  }

  private synchronized State state() {
    return state;
  }

  /// A call begins: from now on the socket may be watched.
  synchronized void beginCall() {
    runningSince = System.nanoTime();
    state = State.RUNNING;
    stopped = false;
  }

  /// Whether the client stopped the call at hand.
  synchronized boolean isStopped() {
    return stopped;
  }

  /// A call has ended: it is not cancelled any more.
  synchronized void endCall() {
    state = state == State.RUNNING ? State.READING : State.WATCHED_AND_ENDED;
  }

  /// Whether a call has run for longer than `nanos` and nobody watches; then the caller must run
  /// [#watch] on another thread.
  synchronized boolean startWatch(long now, long nanos) {
    if (state != State.RUNNING || now - runningSince < nanos) {
      return false;
    }
    state = State.WATCHED;
    return true;
  }

  /// Reads one request in place of the connection's thread.
  void watch() {
    Arrival arrival;
    try {
      arrival = new Arrival(Message.read(packets, limit), null);
    } catch (IOException e) {
      arrival = new Arrival(null, e);
    }
    synchronized (this) {
      // A client that went away does not wait for an answer either.
      if (state == State.WATCHED
          && (arrival.message() == null || arrival.message() == Message.ATTENTION)) {
        stopped = true;
        cancelCall.run();
      }
    }
    try {
      arrivals.put(arrival);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
