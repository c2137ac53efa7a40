package io.hartonomous.dacpac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.dacpac.DacpacReader.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no packages, damaged ones, and ones made to do harm.
class HostilePackageTest {
  private static final Limits SMALL = new Limits(100_000, 150_000, 8, 200);

  @TempDir Path folder;

  @Test
  void refusesWhatIsNoPackage() throws IOException {
    refused("text".getBytes(StandardCharsets.UTF_8), "is no package: it is not a zip archive");
    refused(new byte[0], "is no package: it is not a zip archive");
    refused(zip(Map.of("readme.txt", "x")), "is no package: it has no model.xml");
    Path missing = folder.resolve("missing.dacpac");
    assertThatThrownBy(() -> DacpacReader.read(missing))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("There is no package " + missing);
  }

  @Test
  void refusesATruncatedArchiveWhereverItEnds() throws IOException {
    byte[] whole = Projects.packaged("slice");
    for (int length : new int[] {10, 100, whole.length / 2}) {
      Path file = folder.resolve("cut" + length + ".dacpac");
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> DacpacReader.read(file))
          .as("the first " + length + " bytes")
          .isInstanceOf(PackageException.class)
          .hasMessageContaining("cut" + length + ".dacpac");
    }
  }

  @Test
  void refusesAMissingPart() throws Exception {
    Map<String, String> parts = parts(Projects.packaged("slice"));
    parts.remove("model.xml");
    refused(zip(parts), "it has no model.xml");
  }

  @Test
  void refusesAModelThatIsNotTheOneOfItsChecksum() throws Exception {
    Map<String, String> parts = parts(Projects.packaged("slice"));
    parts.computeIfPresent("model.xml", (_, text) -> text.replace("IsNullable", "IsNullablE"));
    refused(zip(parts), "the checksum of model.xml is not the one that Origin.xml states");
  }

  @Test
  void refusesXmlThatIsNotWellFormedOrNoModel() throws Exception {
    refused(
        model("<DataSchemaModel><Model>"),
        "model.xml is not well-formed XML, or nests too deep: line 1");
    refused(model("<Other/>"), "model.xml has <Other> at line 1");
    refused(
        model("<DataSchemaModel><Model><Thing/></Model></DataSchemaModel>"),
        "model.xml has <Thing> at line 1 where <Element> was expected");
  }

  @Test
  void refusesEntities() throws Exception {
    refused(
        model(
            "<!DOCTYPE x [<!ENTITY a \"b\">]><DataSchemaModel"
                + " DspName=\"&a;\"></DataSchemaModel>"),
        "model.xml");
    refused(
        model(
            "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><DataSchemaModel><Model>"
                + "<Element Type=\"SqlView\" Name=\"[a].[b]\"><Property Name=\"QueryScript\">"
                + "<Value>&f;</Value></Property></Element></Model></DataSchemaModel>"),
        "model.xml");
  }

  @Test
  void refusesElementsNestedTooDeep() throws Exception {
    String open = "<Element Type=\"SqlTable\"><Relationship Name=\"Columns\"><Entry>";
    refused(model("<DataSchemaModel><Model>" + open.repeat(1_000)), "nests");
  }

  @Test
  void refusesWhatUnpacksToTooMuchOrToTooManyFiles() throws Exception {
    refused(zip(Map.of("model.xml", " ".repeat(200_000))), "unpacks to more than 100000 bytes");
    Map<String, String> two = new LinkedHashMap<>();
    two.put("a", " ".repeat(90_000));
    two.put("b", " ".repeat(90_000));
    refused(zip(two), "unpacks to more than 60000 bytes at b");
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 9; i++) {
      many.put("f" + i, "");
    }
    refused(zip(many), "has more than 8 files");
  }

  /// Hundreds of tables with the same columns shrink to a hundredth, and are no bomb.
  @Test
  void tellsAlikeTablesFromABomb() throws Exception {
    StringBuilder model = new StringBuilder(35 << 20);
    for (int table = 0; model.length() < 34 << 20; table++) {
      for (int column = 0; column < 300; column++) {
        model
            .append("<Element Type=\"SqlSimpleColumn\" Name=\"[dbo].[T")
            .append(10_000 + table)
            .append("].[C")
            .append(100 + column)
            .append("]\"><Relationship Name=\"TypeSpecifier\"><Entry><Element")
            .append(" Type=\"SqlTypeSpecifier\"><Relationship Name=\"Type\"><Entry>")
            .append("<References ExternalSource=\"BuiltIns\" Name=\"[int]\" /></Entry>")
            .append("</Relationship></Element></Entry></Relationship></Element>\n");
      }
    }
    byte[] alike = zip(Map.of("model.xml", model.toString()));
    assertThat(model.length() / alike.length).isBetween(60, 300);
    Path file = folder.resolve("alike.dacpac");
    Files.write(file, alike);
    assertThatThrownBy(() -> DacpacReader.read(file)).hasMessageContaining("has no Origin.xml");

    Files.write(file, zip(Map.of("model.xml", " ".repeat(34 << 20))));
    assertThatThrownBy(() -> DacpacReader.read(file))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("unpacks to more than 400 times its size at model.xml");
    Files.write(file, zip(Map.of("extension.dll", " ".repeat(34 << 20))));
    assertThatThrownBy(() -> DacpacReader.read(file)).hasMessageContaining("zip bomb");
  }

  @Test
  void refusesAnObjectOfAnUnknownTypeByName() throws Exception {
    refused(
        model(
            "<DataSchemaModel><Model><Element Type=\"SqlNewThing\" Name=\"[dbo].[n]\"/></Model>"
                + "</DataSchemaModel>"),
        "SqlNewThing [dbo].[n]");
  }

  @Test
  void leavesTheOldPackageWhereANewOneCannotBeWritten() throws Exception {
    Path target = folder.resolve("out.dacpac");
    Files.createDirectories(target.resolve("in the way"));
    assertThatThrownBy(() -> write(target)).isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(target);
    }
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> write(file.resolve("out.dacpac"))).isInstanceOf(IOException.class);
    assertThat(file).hasContent("x");
  }

  private static void write(Path file) throws IOException {
    DacpacWriter.write(
        Projects.content(Projects.built("slice")),
        Projects.binding(Projects.built("slice")),
        "1.2.3",
        file);
  }

  private void refused(byte[] bytes, String message) throws IOException {
    Path file = Files.createTempFile(folder, "p", ".dacpac");
    Files.write(file, bytes);
    assertThatThrownBy(() -> DacpacReader.read(file, SMALL))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining(message);
  }

  /// A package with that model and the checksum that belongs to it.
  private static byte[] model(String xml) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("model.xml", xml);
    parts.put(
        "Origin.xml",
        Origin.write(Origin.checksum(xml.getBytes(StandardCharsets.UTF_8)), "2.9", "1"));
    return zip(parts);
  }

  private static Map<String, String> parts(byte[] zip) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
