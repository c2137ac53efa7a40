package io.hartonomous.engine;

import io.hartonomous.engine.platform.FolderLock;
import io.hartonomous.engine.platform.Platform;
import io.hartonomous.secrets.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// The state folder of an engine: its locks, its connection file, its log. Only its owner can enter
/// it.
///
/// A running engine holds the lock `engine.running` until it ends, however it ends. The connection
/// file counts only while it does.
public record EngineState(Path folder) {
  static final String WHEN_UNUSED = "when unused";
  private static final String PASSWORD = "engine.password";
  private static final String PORT = "engine.port";

  /// The state folder of the user: `HART_HOME` or the system's place.
  public static EngineState ofUser() throws IOException {
    return of(Platform.stateFolder());
  }

  public static EngineState of(Path folder) throws IOException {
    return new EngineState(Platform.privateFolder(folder.toAbsolutePath().normalize()));
  }

  /// Whoever starts, stops or resets holds this lock meanwhile.
  Path changeLock() {
    return folder.resolve("engine.lock");
  }

  Path runningLock() {
    return folder.resolve("engine.running");
  }

  /// Its presence asks a running engine to end; one that holds [#WHEN_UNUSED] asks so only where
  /// nobody is connected. An engine that does not end for that removes it.
  Path stopFile() {
    return folder.resolve("engine.stop");
  }

  public Path connectionFile() {
    return folder.resolve("engine.connection");
  }

  public Path log() {
    return folder.resolve("engine.log");
  }

  public boolean isRunning() throws IOException {
    return FolderLock.isHeld(runningLock());
  }

  /// How to reach the engine; empty where none runs, or where it is not ready yet.
  public Optional<EngineConnection> connection() throws IOException {
    return isRunning() ? read() : Optional.empty();
  }

  /// What the connection file says, whether that is still true or not.
  Optional<EngineConnection> read() throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(connectionFile())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    return Optional.of(
        new EngineConnection(
            properties.getProperty("host"),
            Integer.parseInt(properties.getProperty("port")),
            properties.getProperty("user"),
            Secret.of(properties.getProperty("password").toCharArray()),
            Long.parseLong(properties.getProperty("pid")),
            Instant.parse(properties.getProperty("started")),
            properties.getProperty("build", "")));
  }

  void write(EngineConnection connection) throws IOException {
    Platform.writePrivate(folder.resolve(PORT), Integer.toString(connection.port()));
    Platform.writePrivate(
        connectionFile(),
        "host="
            + connection.host()
            + "\nport="
            + connection.port()
            + "\nuser="
            + connection.user()
            + "\npassword="
            + connection.password().reveal()
            + "\npid="
            + connection.processId()
            + "\nstarted="
            + connection.started()
            + "\nbuild="
            + connection.build()
            + "\n");
  }

  void forget() throws IOException {
    Files.deleteIfExists(connectionFile());
    Files.deleteIfExists(stopFile());
  }

  /// The password of `sa`: random, made once.
  Secret password() throws IOException {
    Path file = folder.resolve(PASSWORD);
    if (Files.notExists(file)) {
      Platform.writePrivate(file, Secret.random().reveal());
    }
    return Secret.of(Files.readString(file).strip().toCharArray());
  }

  /// The port of last time, so that a connection string stays true; 0 where there is none.
  int lastPort() throws IOException {
    Path file = folder.resolve(PORT);
    return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
  }
}
