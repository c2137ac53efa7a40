import java.io.IOException;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a jar and gives class files older than Java 6 the form that an AOT cache can hold.
///
/// The cache leaves out classes without stack maps (picocli's are of Java 5), which costs every
/// start some 80 ms. The code stays the same, instruction for instruction; it only gets stack maps.
/// A jar without such classes is copied as it is, and so keeps its signature.
final class OldClassFiles {
  private static final int JAVA_6 = 50;

  private OldClassFiles() {}

  static void copy(Path jar, Path target) throws IOException {
    try (var in = new ZipFile(jar.toFile())) {
      if (!hasOldClasses(in)) {
        Files.copy(jar, target);
        return;
      }
      var classes = new URL[] {jar.toUri().toURL()};
      try (var loader = new URLClassLoader(classes, null);
          var out = new ZipOutputStream(Files.newOutputStream(target))) {
        var classFile = classFile(loader);
        for (var entry : in.stream().toList()) {
          var copy = new ZipEntry(entry.getName());
          copy.setTime(entry.getTime());
          out.putNextEntry(copy);
          var bytes = in.getInputStream(entry).readAllBytes();
          out.write(isOld(entry, bytes) ? rewrite(classFile, bytes) : bytes);
        }
      }
    }
  }

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

  private static byte[] rewrite(ClassFile classFile, byte[] bytes) {
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
