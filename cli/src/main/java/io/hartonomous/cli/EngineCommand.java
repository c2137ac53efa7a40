package io.hartonomous.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hartonomous.diagnostics.JsonText;
import io.hartonomous.engine.EngineConnection;
import io.hartonomous.engine.EngineProcess;
import io.hartonomous.engine.EngineState;
import io.hartonomous.engine.target.EngineTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `hart engine start|stop|status|reset|connection`.
final class EngineCommand {
  private EngineCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Verb.group(
            "The embedded engine: a server that speaks SQL Server's protocol, with nothing"
                + " installed.",
            "  hart engine start",
            "  hart engine connection --show-password  for JDBC and ADO.NET",
            "  hart engine stop                        leaves no process",
            "  hart engine reset                       removes its databases");
    spec.addSubcommand("start", new Start().spec());
    spec.addSubcommand("stop", new Stop().spec());
    spec.addSubcommand("status", new Status().spec());
    spec.addSubcommand("reset", new Reset().spec());
    spec.addSubcommand("connection", new Connection().spec());
    return spec;
  }

  /// What all of them share: the engine of the user's folder, and one document where JSON is asked
  /// for.
  private abstract static class EngineVerb implements Verb {
    /// What the command does, for the sentence that says it failed.
    abstract String failed();

    /// Does the work. `text` is for people; `document` are the members for programs.
    abstract Answer answer(EngineProcess engine, Flags flags, Output output)
        throws IOException, InterruptedException;

    CommandSpec describeEngine(String description, String... examples) {
      return RequestFlags.format(
          describe(description, examples), PipelineVerb.PRETTY, PipelineVerb.JSON);
    }

    @Override
    public final ExitCode run(Flags flags, Output output) {
      boolean json = RequestFlags.format(flags).equals(PipelineVerb.JSON);
      Path folder = EngineFlags.folder(flags);
      try {
        EngineProcess engine = EngineTarget.process(folder, EngineFlags.options(flags));
        Answer answer = answer(engine, flags, output);
        output
            .result()
            .print(json ? document(answer.document()) : answer.text() + System.lineSeparator());
        return ExitCode.DONE;
      } catch (IOException e) {
        throw new CommandFailure(
            ExitCode.UNAVAILABLE, "The engine " + failed() + ": " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CommandFailure(
            ExitCode.UNAVAILABLE, "The engine " + failed() + ": interrupted", e);
      }
    }

    private static String document(Map<String, Object> members) {
      Map<String, Object> root = new LinkedHashMap<>();
      root.put("formatVersion", 1);
      root.put("status", "succeeded");
      root.putAll(members);
      return JsonText.of(new ObjectMapper().<ObjectNode>valueToTree(root));
    }
  }

  private record Answer(String text, Map<String, Object> document) {}

  private static Map<String, Object> members(Optional<EngineConnection> running) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("running", running.isPresent());
    running.ifPresent(connection -> {
      members.put("host", connection.host());
      members.put("port", connection.port());
      members.put("user", connection.user());
      members.put("processId", connection.processId());
      members.put("started", connection.started().toString());
    });
    return members;
  }

  private static String words(EngineConnection running) {
    return "on "
        + running.host()
        + ","
        + running.port()
        + " as process "
        + running.processId()
        + ", for "
        + age(running.started());
  }

  private static String age(Instant started) {
    Duration age = Duration.between(started, Instant.now());
    return age.toMinutes() < 1
        ? Words.count(Math.max(0, age.toSeconds()), "second")
        : age.toHours() < 2
            ? Words.count(age.toMinutes(), "minute")
            : Words.count(age.toHours(), "hour");
  }

  private static final class Start extends EngineVerb {
    @Override
    public CommandSpec spec() {
      return describeEngine(
              "Starts the engine where it does not run.",
              "  hart engine start",
              "  hart engine start --idle 2h             ends after two idle hours")
          .addOption(EngineFlags.idle("--idle", "--engine-idle"));
    }

    @Override
    String failed() {
      return "did not start";
    }

    @Override
    Answer answer(EngineProcess engine, Flags flags, Output output)
        throws IOException, InterruptedException {
      boolean ran = engine.status().isPresent();
      EngineConnection running = engine.start(text -> output.log().println("  " + text));
      return new Answer(
          "The engine " + (ran ? "was running already, " : "runs ") + words(running) + ".",
          members(Optional.of(running)));
    }
  }

  private static final class Stop extends EngineVerb {
    @Override
    public CommandSpec spec() {
      return describeEngine("Stops the engine; no process stays.", "  hart engine stop");
    }

    @Override
    String failed() {
      return "could not be stopped";
    }

    @Override
    Answer answer(EngineProcess engine, Flags flags, Output output)
        throws IOException, InterruptedException {
      boolean ran = engine.stop();
      return new Answer(
          ran ? "The engine was stopped." : "The engine was not running.",
          Map.of("running", false));
    }
  }

  private static final class Status extends EngineVerb {
    @Override
    public CommandSpec spec() {
      return describeEngine(
          "Says whether the engine runs, and where.",
          "  hart engine status",
          "  hart engine status --format json");
    }

    @Override
    String failed() {
      return "cannot be asked";
    }

    @Override
    Answer answer(EngineProcess engine, Flags flags, Output output) throws IOException {
      Optional<EngineConnection> running = engine.status();
      return new Answer(
          running
              .map(connection -> "The engine runs " + words(connection) + ".")
              .orElse("The engine is not running."),
          members(running));
    }
  }

  private static final class Reset extends EngineVerb {
    @Override
    public CommandSpec spec() {
      return describeEngine(
          "Stops the engine and removes all its databases.", "  hart engine reset");
    }

    @Override
    String failed() {
      return "could not be reset";
    }

    @Override
    Answer answer(EngineProcess engine, Flags flags, Output output)
        throws IOException, InterruptedException {
      engine.reset();
      return new Answer("The engine's databases were removed.", Map.of("running", false));
    }
  }

  private static final class Connection extends EngineVerb {
    @Override
    public CommandSpec spec() {
      return describeEngine(
              "Prints how to connect to the running engine.",
              "  hart engine connection",
              "  hart engine connection --database Shop --show-password")
          .addOption(
              RequestFlags.text("--database", "NAME", "The database. Default: master.").build())
          .addOption(RequestFlags.flag("--show-password", "With the password."));
    }

    @Override
    String failed() {
      return "cannot be asked";
    }

    @Override
    Answer answer(EngineProcess engine, Flags flags, Output output) throws IOException {
      EngineConnection running =
          engine
              .status()
              .orElseThrow(() ->
                  new CommandFailure(
                      ExitCode.UNAVAILABLE,
                      "The engine is not running. Start it with 'hart engine start'."));
      String database = RequestFlags.text(flags, "--database").orElse("master");
      boolean show = flags.isSet("--show-password");
      Path file = EngineState.of(EngineFlags.folder(flags)).connectionFile();
      Map<String, Object> members = members(Optional.of(running));
      members.put("jdbc", running.jdbcUrl(database, show));
      members.put("adoNet", running.adoNet(database, show));
      if (show) {
        members.put("password", running.password().reveal());
      }
      members.put("file", file.toString());
      return new Answer(
          "JDBC     "
              + running.jdbcUrl(database, show)
              + "\nADO.NET  "
              + running.adoNet(database, show)
              + "\nfile     "
              + file
              + (show ? "" : "\n\nThe password: --show-password, or that file."),
          members);
    }
  }
}
