package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.ServerPart;
import io.hartonomous.syntax.ast.ServerPart.KeyChange;
import io.hartonomous.syntax.ast.ServerPart.KeySource;
import io.hartonomous.syntax.ast.ServerPart.PayloadItem;

/// The parts of statements about servers, keys, audits and databases.
final class ServerPartPrinter {
  private ServerPartPrinter() {}

  static void print(Output out, ServerPart part) {
    switch (part) {
      case ServerPart.KeyMechanism n ->
          out.word(n.kind().sql())
              .optional(n.name())
              .optional(n.password())
              .optional("WITH", n.with());
      case KeySource n -> source(out, n);
      case KeyChange n -> change(out, n);
      case ServerPart.ColumnKeyValue n -> out.parenthesised(n.options());
      case ServerPart.FileGroup n ->
          out.optional("FILEGROUP", n.name())
              .optional("CONTAINS", n.contains())
              .flag(n.isDefault(), "DEFAULT")
              .list(n.files());
      case ServerPart.FileDefinition n ->
          out.flag(n.primary(), "PRIMARY").parenthesised(n.options());
      case ServerPart.Device n -> {
        n.type().ifPresent(type -> out.word(type).word("="));
        out.node(n.name());
      }
      case ServerPart.Mirror n -> out.list("MIRROR TO", n.devices());
      case ServerPart.BackupFiles n -> {
        out.word(n.kind()).flag(!n.names().isEmpty(), "=");
        if (n.parenthesised()) {
          out.parenthesised(n.names());
        } else {
          out.list(n.names());
        }
      }
      case ServerPart.AuditTarget n -> {
        out.word("TO").word(n.kind());
        if (!n.options().isEmpty()) {
          out.parenthesised(n.options());
        }
      }
      case ServerPart.AuditPart n -> audited(out, n);
      case ServerPart.EventDeclaration n -> event(out, n);
      case ServerPart.EventTarget n -> {
        out.node(n.name());
        if (!n.settings().isEmpty()) {
          out.open().list("SET", n.settings()).close();
        }
      }
      case ServerPart.EventSetting n -> out.node(n.field()).word("=").node(n.value());
      case ServerPart.ContractMessage n ->
          out.node(n.name()).word("SENT BY").word(n.sentBy().name());
      case ServerPart.ContractChange n ->
          out.word(n.add() ? "ADD CONTRACT" : "DROP CONTRACT").node(n.name());
      case ServerPart.Replica n -> out.node(n.server()).parenthesised("WITH", n.options());
      case ServerPart.PoolUse n -> out.flag(n.external(), "EXTERNAL").node(n.name());
      case ServerPart.EndpointProtocol n -> out.word(n.kind()).parenthesised(n.options());
      case ServerPart.EndpointPayload n -> out.word(n.kind()).parenthesised(n.items());
      case PayloadItem.Setting n -> setting(out, n.option());
      case PayloadItem.WebMethod n -> {
        out.flag(!n.action().isEmpty(), n.action()).word("WEBMETHOD");
        n.namespace().ifPresent(namespace -> out.node(namespace).sign("."));
        out.node(n.alias());
        if (!n.options().isEmpty()) {
          out.parenthesised(n.options());
        }
      }
      case ServerPart.CopyColumn n ->
          out.node(n.name()).optional("DEFAULT", n.defaultValue()).optional(n.number());
      case ServerPart.BulkColumn n ->
          out.node(n.name())
              .optional(n.type())
              .optional("COLLATE", n.collation())
              .choice(n.nullable(), "NULL", "NOT NULL");
    }
  }

  private static void source(Output out, KeySource source) {
    switch (source) {
      case KeySource.File n -> out.flag(n.executable(), "EXECUTABLE").word("FILE =").node(n.path());
      case KeySource.Assembly n -> out.word("ASSEMBLY").node(n.name());
      case KeySource.Provider n -> out.word("PROVIDER").node(n.name()).list("WITH", n.options());
    }
  }

  private static void change(Output out, KeyChange change) {
    switch (change) {
      case KeyChange.RemovePrivateKey _ -> out.word("REMOVE PRIVATE KEY");
      case KeyChange.RemoveAttestedOption _ -> out.word("REMOVE ATTESTED OPTION");
      case KeyChange.AttestedBy n -> out.word("ATTESTED BY").node(n.path());
      case KeyChange.PrivateKey n -> out.parenthesised("WITH PRIVATE KEY", n.options());
      case KeyChange.ActiveForBeginDialog n ->
          out.word("WITH ACTIVE FOR BEGIN_DIALOG =").word(n.on() ? "ON" : "OFF");
    }
  }

  private static void audited(Output out, ServerPart.AuditPart n) {
    out.word(n.drop() ? "DROP" : "ADD").open().list(n.actions());
    if (n.securable().isPresent()) {
      out.word("ON");
      n.securableClass().ifPresent(c -> out.node(c).sign("::").glue());
      out.optional(n.securable()).list("BY", n.principals());
    }
    out.close();
  }

  private static void event(Output out, ServerPart.EventDeclaration n) {
    out.node(n.name());
    if (n.parenthesised()) {
      out.open().list("SET", n.settings()).parenthesised("ACTION", n.actions());
      out.optional("WHERE", n.where()).close();
    }
  }

  /// The words of AUTHENTICATION and ENCRYPTION stand without parentheses.
  private static void setting(Output out, Option option) {
    if (option.details().isEmpty()) {
      out.node(option);
    } else {
      out.word(option.name()).word("=").each(option.details());
    }
  }
}
