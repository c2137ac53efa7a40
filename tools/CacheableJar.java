import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a jar in the form whose classes an AOT cache can hold.
///
/// The cache leaves out two kinds, which costs every start that needs them about 0.1 s each:
/// - Classes without stack maps: picocli's class files are of Java 5. The code stays the same,
///   instruction for instruction; it only gets stack maps.
/// - Classes of signed jars: mssql-jdbc is one. The copy has no signature, and nothing asks for it:
///   Maven checked the jar's hash when it fetched it.
///
/// A jar with neither is copied as it is. Our own jars get plain code for what the cache does not
/// hold of them: see [PlainCallSites].
final class CacheableJar {
  private static final int JAVA_6 = 50;

  /// The folder that our own jars have.
  private static final String OWN = "io/hartonomous/";

  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGEST =
      Pattern.compile(".*-Digest(-.*)?", Pattern.CASE_INSENSITIVE);

  private CacheableJar() {}

  static void copy(Path jar, Path target) throws IOException {
    try (var in = new ZipFile(jar.toFile())) {
      var signed = in.stream().anyMatch(entry -> isSignature(entry));
      var own = in.stream().anyMatch(entry -> entry.getName().startsWith(OWN));
      if (!own && !signed && !hasOldClasses(in)) {
        Files.copy(jar, target);
        return;
      }
      try (var loader = new URLClassLoader(besides(jar), null);
          var out = new ZipOutputStream(Files.newOutputStream(target))) {
        var classFile = classFile(loader);
        for (var entry : in.stream().filter(entry -> !isSignature(entry)).toList()) {
          var copy = new ZipEntry(entry.getName());
          copy.setTime(entry.getTime());
          out.putNextEntry(copy);
          try (var content = in.getInputStream(entry)) {
            if (signed && entry.getName().equals("META-INF/MANIFEST.MF")) {
              withoutDigests(content).write(out);
            } else {
              var bytes = content.readAllBytes();
              out.write(
                  isOld(entry, bytes)
                      ? withStackMaps(classFile, bytes)
                      : own && entry.getName().endsWith(".class")
                          ? PlainCallSites.rewrite(classFile, bytes)
                          : bytes);
            }
          }
        }
      }
    }
  }

  /// The jars in whose classes those of this one may be found.
  private static URL[] besides(Path jar) throws IOException {
    var urls = new ArrayList<URL>();
    try (var jars = Files.newDirectoryStream(jar.toAbsolutePath().getParent(), "*.jar")) {
      for (var other : jars) {
        urls.add(other.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }

  // ---- signed jars

  private static boolean isSignature(ZipEntry entry) {
    return SIGNATURE.matcher(entry.getName()).matches();
  }

  /// A manifest says for each entry of a signed jar what its hash is.
  private static Manifest withoutDigests(InputStream content) throws IOException {
    var manifest = new Manifest(content);
    var entries = manifest.getEntries().values();
    entries.forEach(attributes ->
        attributes.keySet().removeIf(name -> DIGEST.matcher(name.toString()).matches()));
    entries.removeIf(Attributes::isEmpty);
    return manifest;
  }

  // ---- old class files

  private static boolean hasOldClasses(ZipFile jar) throws IOException {
    for (var entry : jar.stream().toList()) {
      if (entry.getName().endsWith(".class")) {
        try (var bytes = jar.getInputStream(entry)) {
          if (isOld(entry, bytes.readNBytes(8))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// The major version is the fourth 16-bit number of a class file.
  private static boolean isOld(ZipEntry entry, byte[] bytes) {
    return entry.getName().endsWith(".class") && (bytes[6] << 8 | bytes[7] & 0xFF) < JAVA_6;
  }

  private static ClassFile classFile(ClassLoader classes) {
    return ClassFile.of(
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(classes)
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static byte[] withStackMaps(ClassFile classFile, byte[] bytes) {
    return classFile.transformClass(
        classFile.parse(bytes),
        (builder, element) -> {
          switch (element) {
            case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            case MethodModel method ->
                builder.transformMethod(
                    method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
            default -> builder.with(element);
          }
        });
  }
}
