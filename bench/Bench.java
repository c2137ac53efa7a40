import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Measures the example's way through the tool: `Bench ROOT RUNS`, started by `bench/run`.
///
/// Times are of whole processes, launcher included, median of RUNS; the page cache is warm. Over
/// JDBC they are of single requests on one connection after a warm-up. A command that fails is
/// shown with its exit code; its time is not a result.
final class Bench {
  private static final int WARM_UP = 2_000;
  private static final int REQUESTS = 5_000;

  private final Path root;
  private final int runs;
  private final Path work;
  private final Path project;
  private int added;

  private Bench(Path root, int runs, Path work) {
    this.root = root;
    this.runs = runs;
    this.work = work;
    this.project = work.resolve("project");
  }

  public static void main(String[] args) throws Exception {
    var work = Files.createTempDirectory("hart-bench");
    var bench = new Bench(Path.of(args[0]), Integer.parseInt(args[1]), work);
    try {
      bench.measure();
    } finally {
      bench.hart("engine", "stop");
      delete(work);
    }
  }

  private void measure() throws Exception {
    copy(root.resolve("examples/hartonomous"), project);
    System.out.println(machine());
    System.out.println();
    System.out.println("| whole process | median | least | most | aim |");
    System.out.println("|---|---|---|---|---|");
    var folder = project.toString();
    whole("build of the example", "0.7 s", () -> {}, "build", folder);
    whole("first-ever deploy, no AOT cache", "25 s", this::forgetAll, "deploy", folder);
    whole("first deploy", "8 s", this::forgetDatabases, "deploy", folder);
    whole("deploy with one added column", "", this::addColumn, "deploy", folder);
    whole("no-change deploy, engine up", "2 s", () -> {}, "deploy", folder);
    whole("no-change deploy, engine stopped", "3.5 s", this::stop, "deploy", folder);
    whole("engine start", "", this::stop, "engine", "start");
    overJdbc();
  }

  // ---- whole processes

  private interface Step {
    void run() throws Exception;
  }

  private void whole(String name, String aim, Step before, String... command) throws Exception {
    var seconds = new double[runs];
    for (var run = 0; run < runs; run++) {
      before.run();
      var begin = System.nanoTime();
      var exitCode = hart(command);
      seconds[run] = (System.nanoTime() - begin) / 1e9;
      if (exitCode != 0) {
        System.out.printf("| %s | exit %d | | | %s |%n", name, exitCode, aim);
        noCache = false;
        return;
      }
    }
    noCache = false;
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f s | %.2f s | %.2f s | %s |%n",
        name,
        seconds[runs / 2],
        seconds[0],
        seconds[runs - 1],
        aim);
  }

  /// The start-up cache is left aside for the measurement that says so.
  private boolean noCache;

  private int hart(String... command) throws IOException, InterruptedException {
    return start(command).waitFor();
  }

  private Process start(String... command) throws IOException {
    var line = new ArrayList<String>(List.of(root.resolve("hart").toString()));
    line.addAll(List.of(command));
    var builder =
        new ProcessBuilder(line)
            .directory(work.toFile())
            .redirectOutput(work.resolve("out").toFile())
            .redirectError(work.resolve("err").toFile());
    builder.environment().put("HART_HOME", work.resolve("home").toString());
    builder.environment().put("HART_AOT", noCache ? "off" : "wait");
    return builder.start();
  }

  private void stop() throws Exception {
    hart("engine", "stop");
  }

  private void forgetAll() throws Exception {
    stop();
    delete(work.resolve("home"));
    noCache = true;
  }

  private void forgetDatabases() throws Exception {
    hart("engine", "reset");
    stop();
  }

  /// Puts one more column into the example's table `Concept`.
  private void addColumn() throws IOException {
    var marker = Pattern.compile("(?i)(CREATE\\s+TABLE\\s+\\[?dbo\\]?\\.\\[?Concept\\]?\\s*\\()");
    try (var files = Files.walk(project)) {
      for (var file : files.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
        var text = Files.readString(file);
        var table = marker.matcher(text);
        if (table.find()) {
          var column = "\n    [Bench" + ++added + "] INT NULL,";
          Files.writeString(
              file, text.substring(0, table.end()) + column + text.substring(table.end()));
          return;
        }
      }
    }
    throw new IOException("the example has no table dbo.Concept");
  }

  // ---- single requests

  private void overJdbc() throws Exception {
    System.out.println();
    System.out.println("| over mssql-jdbc | encrypted | p50 | p99 | aim (p50) |");
    System.out.println("|---|---|---|---|---|");
    var exitCode =
        hart("engine", "connection", "--database", "Hartonomous.Database", "--show-password");
    var url = Pattern.compile("jdbc:sqlserver:\\S+").matcher(Files.readString(work.resolve("out")));
    if (exitCode != 0 || !url.find()) {
      System.out.printf("| `hart engine connection` | exit %d | | | |%n", exitCode);
      return;
    }
    for (var encrypted : List.of("false", "true")) {
      var address = url.group() + ";encrypt=" + encrypted + ";trustServerCertificate=true";
      try (var connection = DriverManager.getConnection(address)) {
        try (var select = connection.prepareStatement("SELECT 1")) {
          requests("`SELECT 1`", encrypted, "0.3 ms", () -> read(select.executeQuery()));
        }
        var key = keyOf(connection);
        var sql = "SELECT * FROM dbo.Concept WHERE " + key + " = ?";
        try (var lookup = connection.prepareStatement(sql)) {
          lookup.setObject(1, anyKey(connection, key));
          requests("key lookup", encrypted, "0.8 ms", () -> read(lookup.executeQuery()));
        }
        insert(connection, encrypted);
        if (encrypted.equals("false")) {
          loop(connection);
        }
      }
    }
  }

  private static void insert(Connection connection, String encrypted) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE dbo.BenchRow (Id int IDENTITY PRIMARY KEY, Name nvarchar(50) NOT NULL)");
      try (var insert = connection.prepareStatement("INSERT INTO dbo.BenchRow (Name) VALUES (?)")) {
        insert.setString(1, "a name");
        requests("single-row insert", encrypted, "", insert::executeUpdate);
      } finally {
        statement.execute("DROP TABLE dbo.BenchRow");
      }
    }
  }

  /// A procedure whose loop takes a million scalar steps: the condition and two assignments a
  /// round.
  private static void loop(Connection connection) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE PROCEDURE dbo.BenchLoop AS
          BEGIN
              DECLARE @i int = 0, @s bigint = 0;
              WHILE @i < 333333
              BEGIN
                  SET @s = (@s * 31 + @i) % 1000003;
                  SET @i += 1;
              END;
              SELECT @s;
          END
          """);
      try (var call = connection.prepareStatement("EXEC dbo.BenchLoop")) {
        requests(
            "loop of 1 M scalar steps", "false", "1000 ms", 3, 9, () -> read(call.executeQuery()));
      } finally {
        statement.execute("DROP PROCEDURE dbo.BenchLoop");
      }
    }
  }

  private static String keyOf(Connection connection) throws SQLException {
    try (var keys = connection.getMetaData().getPrimaryKeys(null, "dbo", "Concept")) {
      if (!keys.next()) {
        throw new SQLException("dbo.Concept has no primary key");
      }
      return keys.getString("COLUMN_NAME");
    }
  }

  private static Object anyKey(Connection connection, String key) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT MIN(" + key + ") FROM dbo.Concept")) {
      rows.next();
      return rows.getObject(1);
    }
  }

  private static void read(java.sql.ResultSet rows) throws SQLException {
    try (rows) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }

  private static void requests(String name, String encrypted, String aim, Step request)
      throws Exception {
    requests(name, encrypted, aim, WARM_UP, REQUESTS, request);
  }

  private static void requests(
      String name, String encrypted, String aim, int warmUp, int count, Step request)
      throws Exception {
    for (var i = 0; i < warmUp; i++) {
      request.run();
    }
    var nanos = new long[count];
    for (var i = 0; i < count; i++) {
      var begin = System.nanoTime();
      request.run();
      nanos[i] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.3f ms | %.3f ms | %s |%n",
        name,
        encrypted.equals("true") ? "yes" : "no",
        nanos[count / 2] / 1e6,
        nanos[count * 99 / 100] / 1e6,
        aim);
  }

  // ---- the machine, files

  private static String machine() throws IOException, InterruptedException {
    var cpu = "processor unknown";
    var cpuinfo = Path.of("/proc/cpuinfo");
    if (Files.exists(cpuinfo)) {
      cpu =
          Files.readAllLines(cpuinfo).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse(cpu);
    } else if (System.getProperty("os.name").startsWith("Mac")) {
      var sysctl = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
      cpu = new String(sysctl.getInputStream().readAllBytes()).strip();
      sysctl.waitFor(5, TimeUnit.SECONDS);
    }
    var memory =
        ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    return "%s, %d cores, %d GiB; %s %s %s; Java %s"
        .formatted(
            cpu,
            Runtime.getRuntime().availableProcessors(),
            Math.round(memory / (double) (1L << 30)),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.version());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
