package io.hartonomous.engine.tds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The server's key and self-signed certificate for `localhost`, made at the first start and kept
/// in two files.
///
/// The key is on the curve P-256, PKCS #8 in DER. Loaded at the first TLS connection, so that
/// clients without TLS do not wait for it.
public final class TlsIdentity {
  private static final String KEY_FILE = "server.key";
  private static final String CERTIFICATE_FILE = "server.crt";
  private static final Duration VALIDITY = Duration.ofDays(3650);

  private final Path folder;
  private final Consumer<Path> protect;
  private SSLContext context;

  /// `protect` makes a file readable by its owner only; it is called before the key is written.
  public TlsIdentity(Path folder, Consumer<Path> protect) {
    this.folder = folder;
    this.protect = protect;
  }

  /// The certificate, for clients that want to trust it by name.
  public Path certificateFile() {
    return folder.resolve(CERTIFICATE_FILE);
  }

  /// The context for server connections. Errors: [UncheckedIOException] where the files cannot be
  /// read or written.
  public synchronized SSLContext context() {
    if (context == null) {
      try {
        context = load();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (GeneralSecurityException | OperatorCreationException e) {
        throw new IllegalStateException(
            "the TLS key or certificate in " + folder + " cannot be used", e);
      }
    }
    return context;
  }

  private SSLContext load()
      throws IOException, GeneralSecurityException, OperatorCreationException {
    Path keyFile = folder.resolve(KEY_FILE);
    if (!Files.exists(keyFile) || !Files.exists(certificateFile()) || expired()) {
      create(keyFile);
    }
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(keyFile)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    // The store lives in memory only; its password protects nothing.
    store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate()});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(keys.getKeyManagers(), null, null);
    return made;
  }

  private X509Certificate certificate() throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(certificateFile())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private boolean expired() throws IOException, GeneralSecurityException {
    return certificate().getNotAfter().toInstant().isBefore(Instant.now().plus(Duration.ofDays(1)));
  }

  private void create(Path keyFile)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=localhost");
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(120, new SecureRandom()),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(VALIDITY)),
            name,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
              new GeneralName(GeneralName.iPAddress, "::1")
            }));
    byte[] encoded =
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
            .getEncoded();
    write(keyFile, pair.getPrivate().getEncoded());
    write(certificateFile(), encoded);
  }

  private void write(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(folder, "new", ".tmp");
    protect.accept(fresh);
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
