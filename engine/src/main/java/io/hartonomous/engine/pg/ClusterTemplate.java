package io.hartonomous.engine.pg;

import io.hartonomous.engine.platform.Folders;
import io.hartonomous.engine.platform.Platform;
import io.hartonomous.engine.platform.ServerUser;
import io.hartonomous.secrets.Secret;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A data directory as `initdb` and the [TemplateScript] leave it, made once and copied for every
/// new cluster.
record ClusterTemplate(PostgresBinaries binaries, ServerUser user, Path folder, Secret password) {
  static final String SUPERUSER = "hartonomous";

  /// The database that new ones are copies of.
  static final String DATABASE = "hn_template";

  // Goes into the key of the cache: raise it where the way a template is made changes.
  private static final int LAYOUT = 2;

  /// What a template is made of, as a name for a folder.
  static String key(PostgresBinaries binaries, TemplateScript script) {
    return hash(binaries, script.version());
  }

  /// What existing data depends on, as a short text.
  static String layout(PostgresBinaries binaries, TemplateScript script) {
    return hash(binaries, script.layout());
  }

  private static String hash(PostgresBinaries binaries, String script) {
    try {
      String parts = LAYOUT + "\n" + binaries.key() + "\n" + script;
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The template's data directory; made where it is missing. It appears under its name only when
  /// it is whole.
  Path prepare(TemplateScript script, Progress progress) throws IOException, InterruptedException {
    Path ready = folder.resolve(key(binaries, script));
    if (Files.isDirectory(ready)) {
      return ready;
    }
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      user.give(folder);
    }
    Path fresh = folder.resolve(ready.getFileName() + ".new");
    Folders.delete(fresh);
    progress.step("preparing a database cluster");
    initialise(fresh);
    try (PostgresServer server =
        new PostgresServer(binaries, user, fresh, folder.resolve("template.log"))) {
      server.start();
      progress.step("installing the runtime library");
      try (Connection connection = PostgresCluster.connect(server.port(), "postgres", password);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
      try (Connection connection = PostgresCluster.connect(server.port(), DATABASE, password)) {
        script.run(connection);
      }
      try (Connection connection = PostgresCluster.connect(server.port(), "postgres", password);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "ALTER DATABASE " + DATABASE + " WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");
      }
    } catch (SQLException e) {
      PostgresFailure failure =
          new PostgresFailure("the runtime library cannot be installed: " + e.getMessage());
      failure.initCause(e);
      throw failure;
    }
    Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
    return ready;
  }

  private void initialise(Path data) throws IOException, InterruptedException {
    // initdb takes the password from a file only; it lives as long as initdb does.
    Path passwordFile = Files.createTempFile(folder, "initdb", ".tmp");
    Path log = folder.resolve("initdb.log");
    try {
      Platform.protect(passwordFile);
      Files.writeString(passwordFile, password.reveal());
      user.give(passwordFile);
      List<String> command =
          new ArrayList<>(
              List.of(
                  binaries.program("initdb").toString(),
                  "-D",
                  data.toString(),
                  "-U",
                  SUPERUSER,
                  "--auth=scram-sha-256",
                  // Many rounds slow down who guesses a person's password. This one is random, and
                  // each connection would wait for them.
                  "--set=scram_iterations=1",
                  "--pwfile=" + passwordFile,
                  "--encoding=UTF8",
                  "--locale-provider=icu",
                  "--icu-locale=und",
                  "--locale=C",
                  "--no-sync",
                  "--no-instructions"));
      ProcessBuilder builder = new ProcessBuilder(user.command(command));
      builder.directory(folder.toFile());
      builder.redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      int code = process.waitFor();
      if (code != 0) {
        throw new PostgresFailure(
            "initdb ended with code "
                + code
                + ". It said:"
                + System.lineSeparator()
                + Files.readString(log).strip());
      }
    } finally {
      Files.delete(passwordFile);
    }
  }

  /// Makes a data directory from the template's.
  void copyTo(Path template, Path data) throws IOException, InterruptedException {
    Path fresh = data.resolveSibling(data.getFileName() + ".new");
    Folders.delete(fresh);
    if (user.other()) {
      // As the server's user, so that the files belong to it.
      Process process =
          new ProcessBuilder(
                  user.command(List.of("cp", "-Rp", template.toString(), fresh.toString())))
              .directory(data.getParent().toFile())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new PostgresFailure("the template cannot be copied to " + fresh);
      }
    } else {
      Folders.copy(template, fresh);
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }
}
