package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.KeyStatement;
import io.hartonomous.syntax.ast.KeyStatement.AlterCryptographicProvider;
import io.hartonomous.syntax.ast.KeyStatement.RestoreMasterKey;

/// Keys, certificates, credentials and signatures.
final class KeyPrinter {
  private KeyPrinter() {}

  static void print(Output out, KeyStatement statement) {
    switch (statement) {
      case KeyStatement.CreateMasterKey n ->
          out.word("CREATE MASTER KEY").optional("ENCRYPTION BY PASSWORD =", n.password());
      case KeyStatement.AlterMasterKey n ->
          out.word("ALTER MASTER KEY")
              .word(n.change().sql())
              .optional("PASSWORD =", n.password())
              .flag(n.password().isEmpty(), "SERVICE MASTER KEY");
      case KeyStatement.AlterServiceMasterKey n ->
          out.word("ALTER SERVICE MASTER KEY")
              .flag(n.force(), "FORCE")
              .flag(n.options().isEmpty(), "REGENERATE")
              .list("WITH", n.options());
      case KeyStatement.CreateSymmetricKey n ->
          out.word("CREATE SYMMETRIC KEY")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .optional("FROM PROVIDER", n.provider())
              .list("WITH", n.options())
              .list("ENCRYPTION BY", n.mechanisms());
      case KeyStatement.AlterSymmetricKey n ->
          out.word("ALTER SYMMETRIC KEY")
              .node(n.name())
              .word(n.add() ? "ADD" : "DROP")
              .list("ENCRYPTION BY", n.mechanisms());
      case KeyStatement.CreateAsymmetricKey n ->
          out.word("CREATE ASYMMETRIC KEY")
              .node(n.name())
              .optional("AUTHORIZATION", n.owner())
              .optional("FROM", n.source())
              .list("WITH", n.options())
              .optional("ENCRYPTION BY PASSWORD =", n.password());
      case KeyStatement.CreateCertificate n -> certificate(out, n);
      case KeyStatement.AlterCertificate n ->
          out.word("ALTER CERTIFICATE").node(n.name()).node(n.change());
      case KeyStatement.AlterAsymmetricKey n ->
          out.word("ALTER ASYMMETRIC KEY").node(n.name()).node(n.change());
      case KeyStatement.CreateDatabaseEncryptionKey n ->
          out.word("CREATE DATABASE ENCRYPTION KEY WITH ALGORITHM =")
              .node(n.algorithm())
              .word("ENCRYPTION BY")
              .node(n.mechanism());
      case KeyStatement.AlterDatabaseEncryptionKey n ->
          out.word("ALTER DATABASE ENCRYPTION KEY")
              .optional("REGENERATE WITH ALGORITHM =", n.algorithm())
              .optional("ENCRYPTION BY", n.mechanism());
      case KeyStatement.CreateColumnMasterKey n ->
          out.word("CREATE COLUMN MASTER KEY").node(n.name()).parenthesised("WITH", n.options());
      case KeyStatement.CreateColumnEncryptionKey n ->
          out.word("CREATE COLUMN ENCRYPTION KEY").node(n.name()).list("WITH VALUES", n.values());
      case KeyStatement.AlterColumnEncryptionKey n ->
          out.word("ALTER COLUMN ENCRYPTION KEY")
              .node(n.name())
              .word(n.add() ? "ADD VALUE" : "DROP VALUE")
              .node(n.value());
      case KeyStatement.Credential n ->
          out.word(n.verb().name())
              .flag(n.databaseScoped(), "DATABASE SCOPED")
              .word("CREDENTIAL")
              .node(n.name())
              .word("WITH IDENTITY =")
              .node(n.identity())
              .optional(", SECRET =", n.secret())
              .optional("FOR CRYPTOGRAPHIC PROVIDER", n.provider());
      case KeyStatement.CreateCryptographicProvider n ->
          out.word("CREATE CRYPTOGRAPHIC PROVIDER")
              .node(n.name())
              .word("FROM FILE =")
              .node(n.path());
      case AlterCryptographicProvider n ->
          out.word("ALTER CRYPTOGRAPHIC PROVIDER")
              .node(n.name())
              .optional("FROM FILE =", n.path())
              .choice(n.enable(), "ENABLE", "DISABLE");
      case KeyStatement.OpenMasterKey n ->
          out.word("OPEN MASTER KEY DECRYPTION BY PASSWORD =").node(n.password());
      case KeyStatement.OpenSymmetricKey n ->
          out.word("OPEN SYMMETRIC KEY").node(n.name()).word("DECRYPTION BY").node(n.mechanism());
      case KeyStatement.CloseMasterKey _ -> out.word("CLOSE MASTER KEY");
      case KeyStatement.CloseSymmetricKey n ->
          out.optional("CLOSE SYMMETRIC KEY", n.name())
              .flag(n.name().isEmpty(), "CLOSE ALL SYMMETRIC KEYS");
      case KeyStatement.BackupCertificate n ->
          out.word("BACKUP CERTIFICATE")
              .node(n.name())
              .word("TO FILE =")
              .node(n.path())
              .parenthesised("WITH PRIVATE KEY", n.privateKey());
      case KeyStatement.BackupMasterKey n ->
          out.word(n.service() ? "BACKUP SERVICE MASTER KEY" : "BACKUP MASTER KEY")
              .word("TO FILE =")
              .node(n.path())
              .word("ENCRYPTION BY PASSWORD =")
              .node(n.password());
      case RestoreMasterKey n -> restore(out, n);
      case KeyStatement.Signature n -> signature(out, n);
    }
  }

  private static void certificate(Output out, KeyStatement.CreateCertificate n) {
    out.word("CREATE CERTIFICATE").node(n.name()).optional("AUTHORIZATION", n.owner());
    out.optional("FROM", n.source()).parenthesised("WITH PRIVATE KEY", n.privateKey());
    out.optional("ENCRYPTION BY PASSWORD =", n.password()).list("WITH", n.options());
    if (n.activeForBeginDialog().isPresent()) {
      out.word("ACTIVE FOR BEGIN_DIALOG =").choice(n.activeForBeginDialog(), "ON", "OFF");
    }
  }

  private static void restore(Output out, RestoreMasterKey n) {
    out.word(n.service() ? "RESTORE SERVICE MASTER KEY" : "RESTORE MASTER KEY");
    out.word("FROM FILE =").node(n.path()).word("DECRYPTION BY PASSWORD =").node(n.password());
    out.optional("ENCRYPTION BY PASSWORD =", n.newPassword()).flag(n.force(), "FORCE");
  }

  private static void signature(Output out, KeyStatement.Signature n) {
    out.word(n.add() ? "ADD" : "DROP").flag(n.counter(), "COUNTER").word("SIGNATURE");
    out.word(n.add() ? "TO" : "FROM");
    n.elementClass().ifPresent(c -> out.node(c).sign("::").glue());
    out.node(n.element()).list("BY", n.mechanisms());
  }
}
