package io.hartonomous.syntax.ast;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// Statements about keys, certificates, credentials and signatures.
public sealed interface KeyStatement extends Statement {
  /// `CREATE MASTER KEY [ENCRYPTION BY PASSWORD = 'x']`.
  record CreateMasterKey(Optional<Literal> password, int from, int to) implements KeyStatement {}

  /// `ALTER MASTER KEY change`; without a password it is encrypted by the service master key.
  record AlterMasterKey(MasterKeyChange change, Optional<Literal> password, int from, int to)
      implements KeyStatement {}

  enum MasterKeyChange {
    REGENERATE("REGENERATE WITH ENCRYPTION BY"),
    FORCE_REGENERATE("FORCE REGENERATE WITH ENCRYPTION BY"),
    ADD_ENCRYPTION("ADD ENCRYPTION BY"),
    DROP_ENCRYPTION("DROP ENCRYPTION BY");

    private final String sql;

    MasterKeyChange(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /// `ALTER SERVICE MASTER KEY [FORCE] REGENERATE | WITH OLD_ACCOUNT = 'x', OLD_PASSWORD = 'x'`.
  record AlterServiceMasterKey(boolean force, List<OptionNode.Option> options, int from, int to)
      implements KeyStatement {
    public AlterServiceMasterKey {
      options = List.copyOf(options);
    }
  }

  /// `CREATE SYMMETRIC KEY name [AUTHORIZATION owner] [FROM PROVIDER p] WITH options ENCRYPTION BY
  /// mechanisms`.
  record CreateSymmetricKey(
      Identifier name,
      Optional<Identifier> owner,
      Optional<Identifier> provider,
      List<OptionNode.Option> options,
      List<ServerPart.KeyMechanism> mechanisms,
      int from,
      int to)
      implements KeyStatement {
    public CreateSymmetricKey {
      options = List.copyOf(options);
      mechanisms = List.copyOf(mechanisms);
    }
  }

  record AlterSymmetricKey(
      Identifier name, boolean add, List<ServerPart.KeyMechanism> mechanisms, int from, int to)
      implements KeyStatement {
    public AlterSymmetricKey {
      mechanisms = List.copyOf(mechanisms);
    }
  }

  /// `CREATE ASYMMETRIC KEY name [AUTHORIZATION owner] FROM source | WITH ALGORITHM = x [ENCRYPTION
  /// BY PASSWORD = 'x']`.
  record CreateAsymmetricKey(
      Identifier name,
      Optional<Identifier> owner,
      Optional<ServerPart.KeySource> source,
      List<OptionNode.Option> options,
      Optional<Literal> password,
      int from,
      int to)
      implements KeyStatement {
    public CreateAsymmetricKey {
      options = List.copyOf(options);
    }
  }

  /// `CREATE CERTIFICATE name [AUTHORIZATION owner] FROM source [WITH PRIVATE KEY (...)] |
  /// [ENCRYPTION BY PASSWORD = 'x'] WITH options [ACTIVE FOR BEGIN_DIALOG = ON | OFF]`.
  record CreateCertificate(
      Identifier name,
      Optional<Identifier> owner,
      Optional<ServerPart.KeySource> source,
      List<OptionNode.Option> privateKey,
      Optional<Literal> password,
      List<OptionNode.Option> options,
      Optional<Boolean> activeForBeginDialog,
      int from,
      int to)
      implements KeyStatement {
    public CreateCertificate {
      privateKey = List.copyOf(privateKey);
      options = List.copyOf(options);
    }
  }

  record AlterCertificate(Identifier name, ServerPart.KeyChange change, int from, int to)
      implements KeyStatement {}

  record AlterAsymmetricKey(Identifier name, ServerPart.KeyChange change, int from, int to)
      implements KeyStatement {}

  record CreateDatabaseEncryptionKey(
      Identifier algorithm, ServerPart.KeyMechanism mechanism, int from, int to)
      implements KeyStatement {}

  /// `ALTER DATABASE ENCRYPTION KEY [REGENERATE WITH ALGORITHM = x] [ENCRYPTION BY mechanism]`.
  record AlterDatabaseEncryptionKey(
      Optional<Identifier> algorithm, Optional<ServerPart.KeyMechanism> mechanism, int from, int to)
      implements KeyStatement {}

  record CreateColumnMasterKey(Identifier name, List<OptionNode.Option> options, int from, int to)
      implements KeyStatement {
    public CreateColumnMasterKey {
      options = List.copyOf(options);
    }
  }

  record CreateColumnEncryptionKey(
      Identifier name, List<ServerPart.ColumnKeyValue> values, int from, int to)
      implements KeyStatement {
    public CreateColumnEncryptionKey {
      values = List.copyOf(values);
    }
  }

  record AlterColumnEncryptionKey(
      Identifier name, boolean add, ServerPart.ColumnKeyValue value, int from, int to)
      implements KeyStatement {}

  /// `CREATE | ALTER [DATABASE SCOPED] CREDENTIAL name WITH IDENTITY = 'x' [, SECRET = 'x'] [FOR
  /// CRYPTOGRAPHIC PROVIDER p]`.
  record Credential(
      ServerPart.Verb verb,
      boolean databaseScoped,
      Identifier name,
      Literal identity,
      Optional<Literal> secret,
      Optional<Identifier> provider,
      int from,
      int to)
      implements KeyStatement {}

  record CreateCryptographicProvider(Identifier name, Literal path, int from, int to)
      implements KeyStatement {}

  /// `ALTER CRYPTOGRAPHIC PROVIDER name FROM FILE = 'x' | ENABLE | DISABLE`.
  record AlterCryptographicProvider(
      Identifier name, Optional<Literal> path, Optional<Boolean> enable, int from, int to)
      implements KeyStatement {}

  record OpenMasterKey(Literal password, int from, int to) implements KeyStatement {}

  record OpenSymmetricKey(Identifier name, ServerPart.KeyMechanism mechanism, int from, int to)
      implements KeyStatement {}

  record CloseMasterKey(int from, int to) implements KeyStatement {}

  /// `CLOSE SYMMETRIC KEY name`, `CLOSE ALL SYMMETRIC KEYS`.
  record CloseSymmetricKey(Optional<Identifier> name, int from, int to) implements KeyStatement {}

  /// `BACKUP CERTIFICATE name TO FILE = 'x' [WITH PRIVATE KEY (options)]`.
  record BackupCertificate(
      Identifier name, Literal path, List<OptionNode.Option> privateKey, int from, int to)
      implements KeyStatement {
    public BackupCertificate {
      privateKey = List.copyOf(privateKey);
    }
  }

  /// `BACKUP [SERVICE] MASTER KEY TO FILE = 'x' ENCRYPTION BY PASSWORD = 'x'`.
  record BackupMasterKey(boolean service, Literal path, Literal password, int from, int to)
      implements KeyStatement {}

  /// `RESTORE [SERVICE] MASTER KEY FROM FILE = 'x' DECRYPTION BY PASSWORD = 'x' [ENCRYPTION BY
  /// PASSWORD = 'x'] [FORCE]`.
  record RestoreMasterKey(
      boolean service,
      Literal path,
      Literal password,
      Optional<Literal> newPassword,
      boolean force,
      int from,
      int to)
      implements KeyStatement {}

  /// `ADD [COUNTER] SIGNATURE TO | DROP [COUNTER] SIGNATURE FROM [class::]module BY mechanisms`.
  record Signature(
      boolean add,
      boolean counter,
      Optional<Identifier> elementClass,
      MultiPartName element,
      List<ServerPart.KeyMechanism> mechanisms,
      int from,
      int to)
      implements KeyStatement {
    public Signature {
      mechanisms = List.copyOf(mechanisms);
    }
  }
}
