package io.hartonomous.engine;

import io.hartonomous.engine.tds.TdsOptions;
import java.time.Duration;

/// How an engine is run. `port` 0 takes the port of last time where it is free, else any; `idle` is
/// the time without a connection after which a daemon ends, zero for never.
public record EngineOptions(int port, Duration idle, TdsOptions.Encryption encryption) {
  public static final Duration DEFAULT_IDLE = Duration.ofMinutes(30);

  public static EngineOptions defaults() {
    return new EngineOptions(0, DEFAULT_IDLE, TdsOptions.Encryption.CLIENT_DECIDES);
  }

  public EngineOptions withIdle(Duration value) {
    return new EngineOptions(port, value, encryption);
  }

  public EngineOptions withPort(int value) {
    return new EngineOptions(value, idle, encryption);
  }
}
