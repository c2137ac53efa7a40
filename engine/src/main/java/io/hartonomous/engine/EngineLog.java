package io.hartonomous.engine;

import io.hartonomous.engine.platform.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Writes what the engine logs into the log file of its state folder: above all every request that
/// it refuses, by feature. Nothing of it goes to the console of the process in which the engine
/// runs.
final class EngineLog extends Handler {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  // The registry of loggers holds them weakly: with the logger its handlers would be lost.
  private static final Logger ROOT = Logger.getLogger("io.hartonomous.engine");

  private final PrintWriter out;

  private EngineLog(Writer out) {
    this.out = new PrintWriter(out);
  }

  static EngineLog open(Path file) throws IOException {
    if (Files.notExists(file)) {
      Platform.writePrivate(file, "");
    }
    EngineLog log =
        new EngineLog(
            Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
    synchronized (ROOT) {
      ROOT.setUseParentHandlers(false);
      ROOT.addHandler(log);
    }
    return log;
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    if (!isLoggable(entry)) {
      return;
    }
    out.println(
        TIME.format(entry.getInstant())
            + " "
            + entry.getLevel().getName()
            + " "
            + entry.getMessage());
    if (entry.getThrown() != null) {
      entry.getThrown().printStackTrace(out);
    }
    out.flush();
    if (out.checkError()) {
      reportError("the engine's log cannot be written", null, ErrorManager.WRITE_FAILURE);
    }
  }

  @Override
  public synchronized void flush() {
    out.flush();
  }

  @Override
  public void close() {
    synchronized (ROOT) {
      ROOT.removeHandler(this);
      ROOT.setUseParentHandlers(ROOT.getHandlers().length == 0);
    }
    synchronized (this) {
      out.close();
    }
  }
}
