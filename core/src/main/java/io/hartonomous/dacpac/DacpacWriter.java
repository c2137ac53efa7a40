package io.hartonomous.dacpac;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a package.
///
/// The same content gives the same bytes. A file is written beside its place and then moved there:
/// a full disk or a killed process leaves the old package as it was.
public final class DacpacWriter {
  /// The database itself has the number before it.
  private static final int FIRST_NUMBER = 2;

  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private DacpacWriter() {}

  /// Errors: [IOException] where the file cannot be written; then nothing is left behind.
  public static void write(
      PackageContent content, PackageBinding binding, String productVersion, Path file)
      throws IOException {
    byte[] bytes = bytes(content, binding, productVersion);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// The package as bytes.
  public static byte[] bytes(
      PackageContent content, PackageBinding binding, String productVersion) {
    ModelHeader header = header(content);
    Disambiguators numbers = Disambiguators.of(content.model(), FIRST_NUMBER);
    List<PackageElement> elements = ModelElements.of(content.model(), binding, numbers);
    int next = SharedNames.number(elements, content.model().collation(), numbers.next());
    byte[] model = utf8(ModelXmlWriter.write(header, elements, next));
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("model.xml", model);
    content.refactorLog().ifPresent(text -> parts.put("refactor.xml", withMark(text)));
    content.postDeployment().ifPresent(text -> parts.put("postdeploy.sql", withMark(text)));
    content.preDeployment().ifPresent(text -> parts.put("predeploy.sql", withMark(text)));
    parts.put("DacMetadata.xml", utf8(metadata(content)));
    parts.put(
        "Origin.xml",
        utf8(Origin.write(Origin.checksum(model), header.schemaVersion(), productVersion)));
    parts.put("[Content_Types].xml", utf8(contentTypes(content)));
    return zip(parts);
  }

  private static ModelHeader header(PackageContent content) {
    DatabaseModel model = content.model();
    String provider = model.options().provider();
    String digits = provider.replaceAll("\\D", "");
    List<ModelHeader.CustomData> custom =
        List.of(
            one("AnsiNulls", "True"),
            one("QuotedIdentifier", "True"),
            one("CompatibilityMode", digits.isEmpty() ? "170" : digits),
            new ModelHeader.CustomData(
                "SqlCmdVariables", Optional.of("SqlCmdVariable"), defaults(content)));
    return new ModelHeader(
        schemaVersion(model),
        ModelHeader.fullProviderName(provider),
        Locales.lcid(model.collation()),
        model.collation().isCaseSensitive(),
        custom);
  }

  private static ModelHeader.CustomData one(String category, String value) {
    return new ModelHeader.CustomData(category, Optional.empty(), Map.of(category, value));
  }

  /// The format names the variables; their values are the publisher's.
  private static Map<String, String> defaults(PackageContent content) {
    Map<String, String> names = new LinkedHashMap<>();
    content.sqlcmdVariables().keySet().forEach(name -> names.put(name, ""));
    return names;
  }

  /// The oldest version of the format that has what the model uses: older tools can read it then.
  private static String schemaVersion(DatabaseModel model) {
    if (model.all(Table.class).anyMatch(table -> table.options().graph() != Table.Graph.NONE)) {
      return "3.6";
    }
    return model.all(Table.class).anyMatch(table -> table.options().systemVersioning().isPresent())
        ? "3.5"
        : "2.9";
  }

  private static String metadata(PackageContent content) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <DacType xmlns="%s">
      <Name>%s</Name>
      <Version>%s</Version>
    </DacType>\
    """
        .formatted(
            ModelXmlWriter.NAMESPACE,
            Xml.escapeText(content.name()),
            Xml.escapeText(content.version()));
  }

  private static String contentTypes(PackageContent content) {
    boolean scripts = content.preDeployment().isPresent() || content.postDeployment().isPresent();
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Types"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
        + " Extension=\"xml\" ContentType=\"text/xml\" />"
        + (scripts ? "<Default Extension=\"sql\" ContentType=\"text/plain\" />" : "")
        + "</Types>";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Scripts carry a byte order mark, so that tools which guess a code page do not.
  private static byte[] withMark(String text) {
    return utf8("\uFEFF" + text);
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(ZIP_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
