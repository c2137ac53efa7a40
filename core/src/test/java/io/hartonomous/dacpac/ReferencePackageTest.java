package io.hartonomous.dacpac;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SchemaObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our packages beside those of the reference compiler, and through our own reader.
class ReferencePackageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"slice", "kinds", "storefront", "hartonomous"})
  void hasTheElementsOfTheReference(String name) throws Exception {
    Map<String, List<String>> ours =
        ModelXmlLines.of(new ByteArrayInputStream(part(Projects.packaged(name), "model.xml")));
    Map<String, List<String>> theirs;
    try (InputStream in =
        Files.newInputStream(Projects.RESOURCES.resolve("dacpac/" + name + ".model.xml"))) {
      theirs = ModelXmlLines.of(in);
    }
    List<String> differences = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    for (String key : keys) {
      List<String> our = ours.getOrDefault(key, List.of());
      List<String> their = theirs.getOrDefault(key, List.of());
      if (!our.equals(their)) {
        differences.add(
            key + "\n  ours   " + without(our, their) + "\n  theirs " + without(their, our));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = lines.stream().filter(line -> !others.contains(line)).toList();
    return rest.isEmpty() ? lines : rest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"slice", "kinds", "storefront", "hartonomous"})
  void readsBackTheModelThatWasWritten(String name) throws Exception {
    Path file = folder.resolve(name + ".dacpac");
    Files.write(file, Projects.packaged(name));
    Dacpac read = DacpacReader.read(file);
    assertSame(Projects.built(name).model(), read.content().model());
    assertThat(read.content().name()).isEqualTo(Projects.built(name).project().name());
    assertThat(read.productName()).isEqualTo("Hartonomous");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slice", "kinds"})
  void readsTheReferencesOwnPackageAsTheModelOfItsProject(String name) throws Exception {
    Dacpac read = DacpacReader.read(Projects.RESOURCES.resolve("dacpac/" + name + ".dacpac"));
    assertSame(Projects.built(name).model(), read.content().model());
  }

  @ParameterizedTest
  @ValueSource(strings = {"slice", "kinds", "storefront", "hartonomous"})
  void givesTheSameBytesAgain(String name) {
    assertThat(Projects.packaged(name)).isEqualTo(Projects.packaged(name));
  }

  /// Object by object, so that a failure names the one that differs.
  static void assertSame(DatabaseModel expected, DatabaseModel actual) {
    List<ObjectKey> keys = expected.objects().stream().map(SchemaObject::key).toList();
    assertThat(actual.objects().stream().map(SchemaObject::key))
        .containsExactlyInAnyOrderElementsOf(keys);
    for (ObjectKey key : keys) {
      assertThat(actual.find(key)).as(key.toString()).isEqualTo(expected.find(key));
    }
    assertThat(actual).isEqualTo(expected);
  }

  static byte[] part(byte[] zip, String name) throws Exception {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new AssertionError("The package has no " + name);
  }
}
