package io.hartonomous.engine.tds;

import java.time.Duration;

/// What a [TdsServer] is told. `port` 0 takes a free one.
///
/// Units: `maxMessage` counts bytes of one request; a bulk load is read as a stream and has no
/// limit. `serverName` stands in ERROR and INFO.
public record TdsOptions(
    String host,
    int port,
    int maxConnections,
    Duration loginTimeout,
    int maxMessage,
    Encryption encryption,
    String serverName) {

  /// What the server says about encryption.
  public enum Encryption {
    /// The client decides: everything or nothing.
    CLIENT_DECIDES,
    /// A client that does not want encryption still encrypts its login.
    LOGIN_AT_LEAST,
    /// Everything is encrypted.
    REQUIRED
  }

  private static final long LARGEST_MESSAGE = 256 << 20;

  /// Loopback, so that a client without encryption sends its login as it is.
  public static TdsOptions loopback(int port) {
    return new TdsOptions(
        "127.0.0.1",
        port,
        512,
        Duration.ofSeconds(15),
        // A request, its values and their texts are in memory at the same time.
        (int) Math.min(LARGEST_MESSAGE, Runtime.getRuntime().maxMemory() / 4),
        Encryption.CLIENT_DECIDES,
        "hartonomous");
  }

  public TdsOptions withEncryption(Encryption value) {
    return new TdsOptions(host, port, maxConnections, loginTimeout, maxMessage, value, serverName);
  }
}
