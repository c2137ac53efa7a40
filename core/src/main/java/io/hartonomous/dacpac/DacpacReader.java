package io.hartonomous.dacpac;

import io.hartonomous.dacpac.ModelXmlReader.ModelXml;
import io.hartonomous.model.DatabaseModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a package. It is taken for hostile: see [Limits].
public final class DacpacReader {

  /// What a package may hold. `partBytes` and `totalBytes` count uncompressed bytes, `entries`
  /// files in the archive, `ratio` is how many bytes a compressed one may become where a part is
  /// larger than 16 MiB.
  public record Limits(long partBytes, long totalBytes, int entries, int ratio) {
    /// A model of 18,000 objects has about 200 MB. Models shrink to a tenth to a thirtieth, those
    /// of hundreds of tables with the same columns to a hundredth; zeros to a thousandth.
    public static final Limits DEFAULT = new Limits(512L << 20, 768L << 20, 10_000, 400);

    private static final long RATIO_COUNTS_FROM = 16L << 20;
  }

  /// An archive that tells how much of it a part took.
  private static final class Archive extends ZipInputStream {
    Archive(InputStream in) {
      super(in);
    }

    boolean expandsBeyond(ZipEntry entry, long size, int ratio) {
      return entry.getMethod() == ZipEntry.DEFLATED && size / ratio > inf.getBytesRead();
    }
  }

  /// What comes out of an archive, in pieces: one array that grows would need three times the room.
  private static final class Content {
    private final boolean kept;
    private final List<byte[]> pieces = new ArrayList<>();
    private int size;

    Content(boolean kept) {
      this.kept = kept;
    }

    void add(byte[] buffer, int length) {
      if (kept) {
        pieces.add(Arrays.copyOf(buffer, length));
        size += length;
      }
    }

    byte[] bytes() {
      byte[] all = new byte[size];
      int at = 0;
      for (byte[] piece : pieces) {
        System.arraycopy(piece, 0, all, at, piece.length);
        at += piece.length;
      }
      return all;
    }
  }

  /// The files of a package that are read; others, such as those of extensions, are looked through
  /// only.
  private static final Set<String> PARTS =
      Set.of(
          "model.xml",
          "Origin.xml",
          "DacMetadata.xml",
          "predeploy.sql",
          "postdeploy.sql",
          "refactor.xml");

  private final Limits limits;

  private DacpacReader(Limits limits) {
    this.limits = limits;
  }

  /// Errors: [PackageException] for a file that is no package, is damaged, is larger than the
  /// limits, or whose model does not match its checksum.
  public static Dacpac read(Path file) throws PackageException {
    return read(file, Limits.DEFAULT);
  }

  public static Dacpac read(Path file, Limits limits) throws PackageException {
    if (!Files.isRegularFile(file)) {
      throw new PackageException(
          "There is no package " + file + ". Name a .dacpac file, or build the project first.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new DacpacReader(limits).read(in, file.getFileName().toString());
    } catch (IOException e) {
      throw new PackageException(
          "The package " + file + " cannot be read: " + e.getMessage() + ".", e);
    } catch (OutOfMemoryError e) {
      // Within the limits, but not within this process: what was read so far is free again.
      throw new PackageException(
          "The package "
              + file
              + " does not fit into the "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB of memory that this process may use.",
          e);
    }
  }

  private Dacpac read(InputStream in, String label) throws PackageException, IOException {
    Map<String, byte[]> parts = parts(in, label);
    byte[] model = part(parts, "model.xml", label);
    byte[] origin = part(parts, "Origin.xml", label);
    Map<String, String> said = texts(origin, label);
    String checksum = said.getOrDefault("Checksum", "");
    if (!checksum.isEmpty() && !checksum.equalsIgnoreCase(Origin.checksum(model))) {
      throw new PackageException(
          "The package "
              + label
              + " is damaged: the checksum of model.xml is not the one that Origin.xml states."
              + " Build it again.");
    }
    ModelXml xml = ModelXmlReader.read(new ByteArrayInputStream(model));
    DatabaseModel read = ModelReader.read(xml);
    Map<String, String> metadata =
        parts.containsKey("DacMetadata.xml")
            ? texts(parts.get("DacMetadata.xml"), label)
            : Map.of();
    PackageContent content =
        new PackageContent(
            metadata.getOrDefault("Name", label),
            metadata.getOrDefault("Version", "1.0.0.0"),
            read,
            variables(xml.header()),
            text(parts, "predeploy.sql"),
            text(parts, "postdeploy.sql"),
            text(parts, "refactor.xml"));
    return new Dacpac(content, said.getOrDefault("ProductName", ""), xml.header().schemaVersion());
  }

  private Map<String, byte[]> parts(InputStream in, String label)
      throws PackageException, IOException {
    Map<String, byte[]> parts = new HashMap<>();
    long total = 0;
    int entries = 0;
    try (Archive zip = new Archive(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > limits.entries()) {
          throw new PackageException(
              "The package "
                  + label
                  + " has more than "
                  + limits.entries()
                  + " files. It was refused as a possible zip bomb.");
        }
        Content content = new Content(PARTS.contains(entry.getName()));
        total += bounded(zip, entry, total, label, content);
        if (content.kept) {
          parts.put(entry.getName(), content.bytes());
        }
      }
    } catch (ZipException e) {
      throw new PackageException(
          "The package " + label + " is damaged: " + e.getMessage() + ". Build it again.", e);
    }
    if (entries == 0) {
      throw new PackageException(
          "The file " + label + " is no package: it is not a zip archive, or an empty one.");
    }
    return parts;
  }

  /// Counts what comes out, never trusting what the archive says about sizes.
  private long bounded(Archive in, ZipEntry entry, long before, String label, Content out)
      throws IOException, PackageException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      if (size > limits.partBytes() || before + size > limits.totalBytes()) {
        throw new PackageException(
            "The package "
                + label
                + " unpacks to more than "
                + Math.min(limits.partBytes(), limits.totalBytes() - before)
                + " bytes at "
                + entry.getName()
                + ". It was refused as a possible zip bomb.");
      }
      if (size > Limits.RATIO_COUNTS_FROM && in.expandsBeyond(entry, size, limits.ratio())) {
        throw new PackageException(
            "The package "
                + label
                + " unpacks to more than "
                + limits.ratio()
                + " times its size at "
                + entry.getName()
                + ". It was refused as a possible zip bomb.");
      }
      out.add(buffer, n);
    }
    return size;
  }

  private static byte[] part(Map<String, byte[]> parts, String name, String label)
      throws PackageException {
    byte[] bytes = parts.get(name);
    if (bytes == null) {
      throw new PackageException("The file " + label + " is no package: it has no " + name + ".");
    }
    return bytes;
  }

  private static Optional<String> text(Map<String, byte[]> parts, String name) {
    return Optional.ofNullable(parts.get(name))
        .map(bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          return text.startsWith("\uFEFF") ? text.substring(1) : text;
        });
  }

  private static SortedMap<String, String> variables(ModelHeader header) {
    SortedMap<String, String> variables = new TreeMap<>();
    header.customData().stream()
        .filter(data -> data.category().equals("SqlCmdVariables"))
        .forEach(data -> variables.putAll(data.metadata()));
    return variables;
  }

  /// The texts of a small XML file by the names of their elements; of two with one name the first
  /// counts.
  private static Map<String, String> texts(byte[] bytes, String label) throws PackageException {
    Map<String, String> texts = new HashMap<>();
    try {
      XMLStreamReader xml = Xml.reader(new ByteArrayInputStream(bytes));
      String element = "";
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element = xml.getLocalName();
        } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
          texts.putIfAbsent(element, xml.getText().strip());
        }
      }
      return texts;
    } catch (XMLStreamException e) {
      throw new PackageException(
          "The package "
              + label
              + " is damaged: an XML file in it is not well-formed, line "
              + e.getLocation().getLineNumber()
              + ".",
          e);
    }
  }
}
