package io.hartonomous.syntax.ast;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// What statements about servers, keys, audits and databases are made of.
public sealed interface ServerPart extends Node {
  /// The verb of a definition whose CREATE and ALTER have one form.
  enum Verb {
    CREATE,
    ALTER
  }

  /// What encrypts, decrypts or signs: `CERTIFICATE c [WITH PASSWORD = 'x']`, `SYMMETRIC KEY k`,
  /// `PASSWORD = 'x'`, `SERVER CERTIFICATE c`.
  record KeyMechanism(
      MechanismKind kind,
      Optional<Identifier> name,
      Optional<Literal> password,
      Optional<OptionNode.Option> with,
      int from,
      int to)
      implements ServerPart {}

  enum MechanismKind {
    CERTIFICATE("CERTIFICATE"),
    SYMMETRIC_KEY("SYMMETRIC KEY"),
    ASYMMETRIC_KEY("ASYMMETRIC KEY"),
    PASSWORD("PASSWORD ="),
    SERVER_CERTIFICATE("SERVER CERTIFICATE"),
    SERVER_ASYMMETRIC_KEY("SERVER ASYMMETRIC KEY");

    private final String sql;

    MechanismKind(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /// Where a key or a certificate comes from.
  sealed interface KeySource extends ServerPart {
    /// `[EXECUTABLE] FILE = 'x'`.
    record File(boolean executable, Literal path, int from, int to) implements KeySource {}

    record Assembly(Identifier name, int from, int to) implements KeySource {}

    /// `PROVIDER name [WITH options]`.
    record Provider(Identifier name, List<OptionNode.Option> options, int from, int to)
        implements KeySource {
      public Provider {
        options = List.copyOf(options);
      }
    }
  }

  /// What ALTER CERTIFICATE and ALTER ASYMMETRIC KEY change.
  sealed interface KeyChange extends ServerPart {
    record RemovePrivateKey(int from, int to) implements KeyChange {}

    record RemoveAttestedOption(int from, int to) implements KeyChange {}

    record AttestedBy(Literal path, int from, int to) implements KeyChange {}

    /// `WITH PRIVATE KEY (options)`.
    record PrivateKey(List<OptionNode.Option> options, int from, int to) implements KeyChange {
      public PrivateKey {
        options = List.copyOf(options);
      }
    }

    /// `WITH ACTIVE FOR BEGIN_DIALOG = ON | OFF`.
    record ActiveForBeginDialog(boolean on, int from, int to) implements KeyChange {}
  }

  /// One `(COLUMN_MASTER_KEY = k, ALGORITHM = 'x', ENCRYPTED_VALUE = 0x)`.
  record ColumnKeyValue(List<OptionNode.Option> options, int from, int to) implements ServerPart {
    public ColumnKeyValue {
      options = List.copyOf(options);
    }
  }

  /// A list of files of CREATE DATABASE: `[FILEGROUP name [CONTAINS FILESTREAM] [DEFAULT]] file,
  /// ...`. The first list may have no name.
  record FileGroup(
      Optional<Identifier> name,
      Optional<Identifier> contains,
      boolean isDefault,
      List<FileDefinition> files,
      int from,
      int to)
      implements ServerPart {
    public FileGroup {
      files = List.copyOf(files);
    }
  }

  /// `[PRIMARY] (NAME = x, FILENAME = 'x', ...)`.
  record FileDefinition(boolean primary, List<OptionNode.Option> options, int from, int to)
      implements ServerPart {
    public FileDefinition {
      options = List.copyOf(options);
    }
  }

  /// A device of BACKUP and RESTORE: `name`, `@name`, `DISK = 'x'`.
  record Device(Optional<String> type, Expression name, int from, int to) implements ServerPart {}

  /// `MIRROR TO devices`.
  record Mirror(List<Device> devices, int from, int to) implements ServerPart {
    public Mirror {
      devices = List.copyOf(devices);
    }
  }

  /// `FILE = x`, `FILEGROUP = (x, y)`, `PAGE = 'x'`, `READ_WRITE_FILEGROUPS`; `kind` in upper case.
  record BackupFiles(String kind, boolean parenthesised, List<Expression> names, int from, int to)
      implements ServerPart {
    public BackupFiles {
      names = List.copyOf(names);
    }
  }

  /// `TO FILE (options)`, `TO URL (options)`, `TO APPLICATION_LOG`.
  record AuditTarget(String kind, List<OptionNode.Option> options, int from, int to)
      implements ServerPart {
    public AuditTarget {
      options = List.copyOf(options);
    }
  }

  /// `ADD (group)`, `DROP (actions ON [class::]object BY principals)`.
  record AuditPart(
      boolean drop,
      List<Identifier> actions,
      Optional<Identifier> securableClass,
      Optional<MultiPartName> securable,
      List<Identifier> principals,
      int from,
      int to)
      implements ServerPart {
    public AuditPart {
      actions = List.copyOf(actions);
      principals = List.copyOf(principals);
    }
  }

  /// `ADD EVENT name [(SET field = value, ... ACTION (names) WHERE condition)]`.
  record EventDeclaration(
      MultiPartName name,
      boolean parenthesised,
      List<EventSetting> settings,
      List<MultiPartName> actions,
      Optional<Condition> where,
      int from,
      int to)
      implements ServerPart {
    public EventDeclaration {
      settings = List.copyOf(settings);
      actions = List.copyOf(actions);
    }
  }

  /// `ADD TARGET name [(SET field = value, ...)]`.
  record EventTarget(MultiPartName name, List<EventSetting> settings, int from, int to)
      implements ServerPart {
    public EventTarget {
      settings = List.copyOf(settings);
    }
  }

  record EventSetting(Identifier field, Expression value, int from, int to) implements ServerPart {}

  /// `message SENT BY INITIATOR | TARGET | ANY`.
  record ContractMessage(Identifier name, MessageSender sentBy, int from, int to)
      implements ServerPart {}

  enum MessageSender {
    INITIATOR,
    TARGET,
    ANY
  }

  /// `ADD CONTRACT name`, `DROP CONTRACT name`.
  record ContractChange(boolean add, Identifier name, int from, int to) implements ServerPart {}

  /// `'server' [WITH (options)]`.
  record Replica(Literal server, List<OptionNode.Option> options, int from, int to)
      implements ServerPart {
    public Replica {
      options = List.copyOf(options);
    }
  }

  /// `[EXTERNAL] pool` of a workload group.
  record PoolUse(boolean external, Identifier name, int from, int to) implements ServerPart {}

  /// `AS TCP (options)`.
  record EndpointProtocol(String kind, List<OptionNode.Option> options, int from, int to)
      implements ServerPart {
    public EndpointProtocol {
      options = List.copyOf(options);
    }
  }

  /// `FOR SERVICE_BROKER (options)`; an option of SOAP may be a method.
  record EndpointPayload(String kind, List<PayloadItem> items, int from, int to)
      implements ServerPart {
    public EndpointPayload {
      items = List.copyOf(items);
    }
  }

  sealed interface PayloadItem extends ServerPart {
    record Setting(OptionNode.Option option, int from, int to) implements PayloadItem {}

    /// `[ADD | ALTER | DROP] WEBMETHOD ['namespace'.]'alias' [(options)]`; `action` is empty where
    /// none is written.
    record WebMethod(
        String action,
        Optional<Literal> namespace,
        Literal alias,
        List<OptionNode.Option> options,
        int from,
        int to)
        implements PayloadItem {
      public WebMethod {
        options = List.copyOf(options);
      }
    }
  }

  /// A column of COPY INTO: `name [DEFAULT value] [number]`.
  record CopyColumn(
      Identifier name,
      Optional<Expression> defaultValue,
      Optional<Literal> number,
      int from,
      int to)
      implements ServerPart {}

  /// A column of INSERT BULK: `name type [COLLATE x] [NULL | NOT NULL]`.
  record BulkColumn(
      Identifier name,
      Optional<DataType> type,
      Optional<Identifier> collation,
      Optional<Boolean> nullable,
      int from,
      int to)
      implements ServerPart {}
}
