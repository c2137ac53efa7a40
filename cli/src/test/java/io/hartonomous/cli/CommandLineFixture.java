package io.hartonomous.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Runs command lines in this process, and keeps what they print.
final class CommandLineFixture {
  private final Map<String, String> environment = new TreeMap<>();
  private String result = "";
  private String log = "";

  /// Engines of these command lines live in that folder.
  CommandLineFixture(Path home) {
    environment.put("HART_HOME", home.toString());
  }

  CommandLineFixture with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  ExitCode hart(Object... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var output =
        new Output(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            false);
    var texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    ExitCode code = Main.run(texts, environment, output);
    result = out.toString(StandardCharsets.UTF_8);
    log = err.toString(StandardCharsets.UTF_8);
    return code;
  }

  /// Standard output of the last command.
  String result() {
    return result;
  }

  /// Standard error of the last command.
  String log() {
    return log;
  }

  /// Standard output as the one JSON document that it must be.
  JsonNode json() throws IOException {
    var mapper = new ObjectMapper();
    try (var values = mapper.readerFor(JsonNode.class).<JsonNode>readValues(result)) {
      JsonNode document = values.next();
      if (values.hasNext()) {
        throw new AssertionError("more than one document: " + result);
      }
      return document;
    }
  }

  /// A project with one table and one procedure that reads it, with `more` files beside them.
  static Path project(Path folder, Map<String, String> more) throws IOException {
    Map<String, String> files =
        new TreeMap<>(
            Map.of(
                "Shop.sqlproj",
                """
                <Project DefaultTargets="Build">
                  <Sdk Name="Microsoft.Build.Sql" Version="1.0.0" />
                  <PropertyGroup>
                    <Name>Shop</Name>
                    <DSP>Microsoft.Data.Tools.Schema.Sql.Sql170DatabaseSchemaProvider</DSP>
                    <ModelCollation>1033, CI</ModelCollation>
                  </PropertyGroup>
                  <ItemGroup>
                    <Build Remove="tests/**" />
                  </ItemGroup>
                </Project>
                """,
                "Item.sql",
                """
                CREATE TABLE [dbo].[Item] (
                    [Id]   INT           NOT NULL CONSTRAINT [PK_Item] PRIMARY KEY,
                    [Name] NVARCHAR (50) NOT NULL
                );
                """,
                "GetItem.sql",
                """
                CREATE PROCEDURE [dbo].[GetItem] @id INT AS
                SELECT [Name] FROM [dbo].[Item] WHERE [Id] = @id;
                """));
    files.putAll(more);
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }
}
