package io.hartonomous.engine.tds;

import java.util.concurrent.locks.LockSupport;

/// Looks at all connections every few milliseconds: starts the watch for an attention where a call
/// has run for some time, and ends connections that do not log in. Sleeps while there is no
/// connection.
final class ConnectionWatch {
  private static final long TICK_NANOS = 10_000_000;
  private final TdsServer server;
  private final Thread thread;

  ConnectionWatch(TdsServer server) {
    this.server = server;
    this.thread = Thread.ofPlatform().daemon().name("tds-watch").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// A connection came.
  void wake() {
    LockSupport.unpark(thread);
  }

  private void run() {
    long loginNanos = server.options().loginTimeout().toNanos();
    while (!server.isClosed()) {
      if (server.connections().isEmpty()) {
        LockSupport.park(this);
        continue;
      }
      LockSupport.parkNanos(this, TICK_NANOS);
      long now = System.nanoTime();
      for (TdsConnection connection : server.connections()) {
        RequestSource requests = connection.requests();
        if (requests != null) {
          if (requests.startWatch(now, TICK_NANOS)) {
            Thread.ofVirtual().name("tds-attention").start(requests::watch);
          }
        } else if (!connection.isLoggedIn() && now - connection.openedAt() > loginNanos) {
          connection.close();
        }
      }
    }
  }
}
