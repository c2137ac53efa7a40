package io.hartonomous.dacpac;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// `Origin.xml`: who made a package, and the checksum of its model.
///
/// The same model gives the same bytes: the identity comes from the model's checksum, and the times
/// are those of the zip format's beginning, because a time of day would make two builds of one
/// source differ.
final class Origin {
  private static final String TIME = "1980-01-01T00:00:00.0000000+00:00";

  private Origin() {}

  static String checksum(byte[] modelXml) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(modelXml));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK has no SHA-256.", e);
    }
  }

  /// The version as two to four numbers with dots: DacFx refuses a package that says anything else,
  /// `0.1.0-SNAPSHOT` for one.
  static String dotted(String version) {
    List<String> numbers = new ArrayList<>();
    for (String part : version.split("[-+ ]", 2)[0].split("\\.")) {
      if (!part.matches("[0-9]{1,9}") || numbers.size() == 4) {
        break;
      }
      numbers.add(part);
    }
    while (numbers.size() < 2) {
      numbers.add("0");
    }
    return String.join(".", numbers);
  }

  static String write(String checksum, String schemaVersion, String productVersion) {
    UUID identity = UUID.nameUUIDFromBytes(checksum.getBytes(StandardCharsets.US_ASCII));
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <DacOrigin xmlns="%s">
      <PackageProperties>
        <Version>3.1.0.0</Version>
        <ContainsExportedData>false</ContainsExportedData>
        <StreamVersions>
          <Version StreamName="Data">2.0.0.0</Version>
          <Version StreamName="DeploymentContributors">1.0.0.0</Version>
        </StreamVersions>
      </PackageProperties>
      <Operation>
        <Identity>%s</Identity>
        <Start>%s</Start>
        <End>%s</End>
        <ProductName>Hartonomous</ProductName>
        <ProductVersion>%s</ProductVersion>
        <ProductSchema>%s</ProductSchema>
      </Operation>
      <Checksums>
        <Checksum Uri="/model.xml">%s</Checksum>
      </Checksums>
      <ModelSchemaVersion>%s</ModelSchemaVersion>
    </DacOrigin>\
    """
        .formatted(
            ModelXmlWriter.NAMESPACE,
            identity.toString().toLowerCase(Locale.ROOT),
            TIME,
            TIME,
            dotted(productVersion),
            ModelXmlWriter.NAMESPACE,
            checksum,
            schemaVersion);
  }
}
