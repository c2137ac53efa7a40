package io.hartonomous.cli;

import io.hartonomous.engine.EngineConnection;
import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineProcess;
import io.hartonomous.engine.EngineTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `hart engine start|stop|status|reset|connection`.
final class EngineCommand {
  private EngineCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Verb.group(
            "The embedded engine: a server that speaks SQL Server's protocol, with nothing"
                + " installed.",
            "  hart engine start",
            "  hart engine connection --show-password      connection strings for JDBC and ADO.NET",
            "  hart engine reset                           removes its databases");
    spec.addSubcommand("start", new Start().spec());
    spec.addSubcommand("stop", new Stop().spec());
    spec.addSubcommand("status", new Status().spec());
    spec.addSubcommand("reset", new Reset().spec());
    spec.addSubcommand("connection", new Connection().spec());
    return spec;
  }

  private static EngineProcess process(EngineOptions options) throws IOException {
    return EngineTarget.process(options);
  }

  private static CommandFailure failed(String what, Exception e) {
    return new CommandFailure(
        ExitCode.UNAVAILABLE, "The engine " + what + ": " + e.getMessage(), e);
  }

  private static final class Start implements Verb {
    @Override
    public CommandSpec spec() {
      return describe(
              "Starts the engine where it does not run.", "  hart engine start --idle-minutes 120")
          .addOption(
              OptionSpec.builder("--idle-minutes")
                  .paramLabel("N")
                  .type(Integer.class)
                  .description(
                      "Minutes without a connection after which it ends. 0: never. Default: 30.")
                  .build());
    }

    @Override
    public ExitCode run(Flags flags, Output output) {
      Duration idle =
          flags
              .<Integer>value("--idle-minutes")
              .map(Duration::ofMinutes)
              .orElse(EngineOptions.DEFAULT_IDLE);
      try {
        EngineConnection running =
            process(EngineOptions.defaults().withIdle(idle))
                .start(text -> output.log().println("  " + text));
        output
            .result()
            .println(
                "The engine runs on "
                    + running.host()
                    + ","
                    + running.port()
                    + " as process "
                    + running.processId()
                    + ".");
        return ExitCode.DONE;
      } catch (IOException e) {
        throw failed("did not start", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed("did not start", e);
      }
    }
  }

  private static final class Stop implements Verb {
    @Override
    public CommandSpec spec() {
      return describe("Stops the engine; no process stays.", "  hart engine stop");
    }

    @Override
    public ExitCode run(Flags flags, Output output) {
      try {
        boolean ran = process(EngineOptions.defaults()).stop();
        output.result().println(ran ? "The engine was stopped." : "The engine was not running.");
        return ExitCode.DONE;
      } catch (IOException e) {
        throw failed("could not be stopped", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed("could not be stopped", e);
      }
    }
  }

  private static final class Status implements Verb {
    @Override
    public CommandSpec spec() {
      return describe(
          "Says whether the engine runs; exit code 1 where it does not.", "  hart engine status");
    }

    @Override
    public ExitCode run(Flags flags, Output output) throws IOException {
      Optional<EngineConnection> running = process(EngineOptions.defaults()).status();
      output
          .result()
          .println(
              running
                  .map(c ->
                      "The engine runs on "
                          + c.host()
                          + ","
                          + c.port()
                          + " as process "
                          + c.processId()
                          + " since "
                          + c.started()
                          + ".")
                  .orElse("The engine is not running."));
      return running.isPresent() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private static final class Reset implements Verb {
    @Override
    public CommandSpec spec() {
      return describe("Stops the engine and removes all its databases.", "  hart engine reset");
    }

    @Override
    public ExitCode run(Flags flags, Output output) {
      try {
        process(EngineOptions.defaults()).reset();
        output.result().println("The engine's databases were removed.");
        return ExitCode.DONE;
      } catch (IOException e) {
        throw failed("could not be reset", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed("could not be reset", e);
      }
    }
  }

  private static final class Connection implements Verb {
    @Override
    public CommandSpec spec() {
      return describe(
              "Prints connection strings of the running engine.",
              "  hart engine connection --database Hartonomous.Database --show-password")
          .addOption(RequestFlags.text("--database", "NAME", "The database. Default: master."))
          .addOption(RequestFlags.flag("--show-password", "With the password."));
    }

    @Override
    public ExitCode run(Flags flags, Output output) throws IOException {
      EngineConnection running =
          process(EngineOptions.defaults())
              .status()
              .orElseThrow(() ->
                  new CommandFailure(
                      ExitCode.UNAVAILABLE,
                      "The engine is not running. Start it with 'hart engine start'."));
      String database = flags.<String>value("--database").orElse("master");
      output.result().println(running.jdbcUrl(database, flags.isSet("--show-password")));
      output.result().println(running.adoNet(database, flags.isSet("--show-password")));
      return ExitCode.DONE;
    }
  }
}
