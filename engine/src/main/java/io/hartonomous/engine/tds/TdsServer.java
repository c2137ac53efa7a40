package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.SessionFactory;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Listens, and runs one thread for each connection.
///
/// Errors: the constructor throws [IOException] where the port is taken.
public final class TdsServer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(TdsServer.class.getName());

  private final TdsOptions options;
  private final SessionFactory sessions;
  private final TlsIdentity identity;
  private final ServerSocket listener;
  private final Set<TdsConnection> connections = ConcurrentHashMap.newKeySet();
  private final ConnectionWatch watch = new ConnectionWatch(this);
  private volatile boolean closed;
  private volatile long lastUse = System.nanoTime();

  public TdsServer(TdsOptions options, SessionFactory sessions, TlsIdentity identity)
      throws IOException {
    this.options = options;
    this.sessions = sessions;
    this.identity = identity;
    this.listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getByName(options.host()), options.port()));
    watch.start();
    Thread.ofPlatform().name("tds-accept").start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// How long there has been no connection; zero while there is one.
  public Duration idle() {
    return connections.isEmpty() ? Duration.ofNanos(System.nanoTime() - lastUse) : Duration.ZERO;
  }

  public int connectionCount() {
    return connections.size();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = listener.accept();
        if (connections.size() >= options.maxConnections()) {
          LOG.log(
              Level.WARNING,
              "refused a connection: there are " + options.maxConnections() + " already");
          socket.close();
          continue;
        }
        TdsConnection connection = new TdsConnection(socket, this);
        connections.add(connection);
        watch.wake();
        Thread.ofVirtual().name("tds-connection").start(connection);
      } catch (IOException e) {
        if (!closed) {
          LOG.log(Level.ERROR, "accepting a connection", e);
        }
      }
    }
  }

  void ended(TdsConnection connection) {
    lastUse = System.nanoTime();
    connections.remove(connection);
    synchronized (connections) {
      connections.notifyAll();
    }
  }

  Set<TdsConnection> connections() {
    return connections;
  }

  TdsOptions options() {
    return options;
  }

  SessionFactory sessions() {
    return sessions;
  }

  TlsIdentity identity() {
    return identity;
  }

  boolean isClosed() {
    return closed;
  }

  /// Stops listening, ends every connection and waits until their sessions are closed, ten seconds
  /// at most.
  @Override
  public void close() throws IOException {
    closed = true;
    listener.close();
    watch.wake();
    connections.forEach(TdsConnection::abort);
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    synchronized (connections) {
      while (!connections.isEmpty() && System.nanoTime() < deadline) {
        try {
          connections.wait(100);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
