package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.syntax.ast.BackupStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.BackupFiles;
import io.hartonomous.syntax.ast.ServerPart.Device;
import io.hartonomous.syntax.ast.ServerPart.Mirror;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// BACKUP and RESTORE. Source: Microsoft Learn, "BACKUP", "RESTORE Statements", "RESTORE
/// Arguments"; what the reference compiler takes.
final class BackupGrammar {
  private static final Set<String> DEVICES =
      Set.of("DISK", "TAPE", "URL", "VIRTUAL_DEVICE", "DATABASE_SNAPSHOT");

  private static final Set<String> BACKUP_FLAGS =
      Set.of(
          "CHECKSUM",
          "COMPRESSION",
          "CONTINUE_AFTER_ERROR",
          "COPY_ONLY",
          "DIFFERENTIAL",
          "FORMAT",
          "INIT",
          "NOFORMAT",
          "NOINIT",
          "NORECOVERY",
          "NOREWIND",
          "NOSKIP",
          "NOUNLOAD",
          "NO_CHECKSUM",
          "NO_COMPRESSION",
          "NO_LOG",
          "NO_TRUNCATE",
          "RESTART",
          "REWIND",
          "SKIP",
          "SNAPSHOT",
          "STATS",
          "STOP_ON_ERROR",
          "TRUNCATE_ONLY",
          "UNLOAD");

  private static final Set<String> BACKUP_VALUES =
      Set.of(
          "BLOCKSIZE",
          "BUFFERCOUNT",
          "DESCRIPTION",
          "ENHANCEDINTEGRITY",
          "EXPIREDATE",
          "MAXTRANSFERSIZE",
          "MEDIADESCRIPTION",
          "MEDIANAME",
          "NAME",
          "RETAINDAYS",
          "STANDBY",
          "STATS");

  private static final Set<String> RESTORE_FLAGS =
      Set.of(
          "CHECKSUM",
          "COMMIT_DIFFERENTIAL_BASE",
          "CONTINUE_AFTER_ERROR",
          "ENABLE_BROKER",
          "ERROR_BROKER_CONVERSATIONS",
          "KEEP_REPLICATION",
          "KEEP_TEMPORAL_RETENTION",
          "LOADHISTORY",
          "NEW_BROKER",
          "NORECOVERY",
          "NOREWIND",
          "NOUNLOAD",
          "NO_CHECKSUM",
          "NO_LOG",
          "ONLINE",
          "PARTIAL",
          "RECOVERY",
          "REPLACE",
          "RESTART",
          "RESTRICTED_USER",
          "REWIND",
          "SNAPSHOT",
          "SNAPSHOT_IMPORT",
          "STATS",
          "STOP_ON_ERROR",
          "UNLOAD",
          "VERBOSE");

  private static final Set<String> RESTORE_VALUES =
      Set.of(
          "BLOCKSIZE",
          "BUFFERCOUNT",
          "ENHANCEDINTEGRITY",
          "MAXTRANSFERSIZE",
          "MEDIANAME",
          "MEDIAPASSWORD",
          "PASSWORD",
          "SNAPSHOTRESTOREPHASE",
          "STANDBY",
          "STATS",
          "STOPAT");

  private BackupGrammar() {}

  static Statement backup(Parser p) {
    int from = p.pos++;
    if (p.atWord("CERTIFICATE") && NameGrammar.isIdentifier(p, 1)) {
      return CertificateGrammar.backupCertificate(p, from);
    }
    if (p.atWord("SERVICE") && p.kind(1) == TokenKind.IDENTIFIER
        || p.at(TokenKind.IDENTIFIER, TokenKind.KEY)) {
      return CertificateGrammar.backupMasterKey(p, from);
    }
    beforeName(p);
    boolean log = !p.accept(TokenKind.DATABASE);
    int word = log ? p.word() : p.pos;
    Expression name = ServerValues.nameOrVariable(p);
    if (log) {
      p.check(word, "LOG");
    }
    List<BackupFiles> files = log ? List.of() : files(p);
    List<Device> devices = List.of();
    List<Mirror> mirrors = new ArrayList<>();
    if (p.accept(TokenKind.TO)) {
      devices = p.commaList(BackupGrammar::device);
      while (p.at(TokenKind.IDENTIFIER, TokenKind.TO)) {
        int mirror = p.word();
        p.pos++;
        List<Device> copies = p.commaList(BackupGrammar::device);
        p.check(mirror, "MIRROR");
        mirrors.add(new Mirror(copies, mirror, p.pos));
      }
    }
    List<Option> options = List.of();
    if (ServerValues.atWithWord(p)) {
      p.pos++;
      options = p.commaList(BackupGrammar::backupOption);
    }
    return new BackupStatement.Backup(log, name, files, devices, mirrors, options, from, p.pos);
  }

  static Statement restore(Parser p) {
    int from = p.pos++;
    if (p.atWord("SERVICE") && p.kind(1) == TokenKind.IDENTIFIER
        || p.at(TokenKind.IDENTIFIER, TokenKind.KEY)) {
      return CertificateGrammar.restoreMasterKey(p, from);
    }
    String kind;
    Optional<Expression> name = Optional.empty();
    List<BackupFiles> files = List.of();
    List<Device> devices = List.of();
    if (p.at(TokenKind.IDENTIFIER, TokenKind.FROM)) {
      int word = p.word();
      p.pos++;
      devices = p.commaList(BackupGrammar::device);
      kind = Words.upper(p.tokens.text(word));
      switch (kind) {
        case "FILELISTONLY", "HEADERONLY", "LABELONLY", "REWINDONLY", "VERIFYONLY" -> {}
        default -> throw p.failAt(word, "what to restore");
      }
    } else {
      beforeName(p);
      boolean log = !p.accept(TokenKind.DATABASE);
      int word = log ? p.word() : p.pos;
      name = Optional.of(ServerValues.nameOrVariable(p));
      if (log) {
        p.check(word, "LOG");
      }
      kind = log ? "LOG" : "DATABASE";
      files = files(p);
      if (p.accept(TokenKind.FROM)) {
        devices = p.commaList(BackupGrammar::device);
      }
    }
    List<Option> options = List.of();
    if (ServerValues.atWithWord(p) || p.at(TokenKind.WITH, TokenKind.FILE)) {
      p.pos++;
      options = p.commaList(BackupGrammar::restoreOption);
    }
    return new BackupStatement.Restore(kind, name, files, devices, options, from, p.pos);
  }

  /// DATABASE or LOG is taken only with a name or a variable behind it.
  private static void beforeName(Parser p) {
    if (!NameGrammar.isIdentifier(p, 1) && p.kind(1) != TokenKind.VARIABLE) {
      throw p.fail("DATABASE or LOG and a name");
    }
  }

  // Files and devices.

  private static List<BackupFiles> files(Parser p) {
    return p.at(TokenKind.FILE) || p.at(TokenKind.IDENTIFIER)
        ? p.commaList(BackupGrammar::backupFiles)
        : List.of();
  }

  private static BackupFiles backupFiles(Parser p) {
    int from = p.pos;
    boolean file = p.accept(TokenKind.FILE);
    int word = file ? from : p.word();
    if (!file && !p.at(EQUALS)) {
      p.check(word, "READ_WRITE_FILEGROUPS");
      return new BackupFiles("READ_WRITE_FILEGROUPS", false, List.of(), from, p.pos);
    }
    p.expect(EQUALS);
    boolean parenthesised = p.at(TokenKind.LEFT_PARENTHESIS);
    List<Expression> names =
        parenthesised
            ? p.parenthesisedList(ServerValues::stringOrVariable)
            : List.of(ServerValues.stringOrVariable(p));
    if (!file) {
      if (parenthesised) {
        p.check(word, "FILEGROUP");
      } else {
        p.checkOneOf(word, "PAGE", "FILEGROUP");
      }
    }
    return new BackupFiles(Words.upper(p.tokens.text(word)), parenthesised, names, from, p.pos);
  }

  private static Device device(Parser p) {
    int from = p.pos;
    if (!p.at(TokenKind.IDENTIFIER, EQUALS)) {
      return new Device(Optional.empty(), ServerValues.nameOrVariable(p), from, p.pos);
    }
    String type = p.wordHere();
    if (!DEVICES.contains(type)) {
      throw p.fail("DISK, TAPE, URL, VIRTUAL_DEVICE or DATABASE_SNAPSHOT");
    }
    p.pos += 2;
    return new Device(Optional.of(type), ServerValues.stringOrVariable(p), from, p.pos);
  }

  // Options.

  private static Option backupOption(Parser p) {
    if (p.atWord("ENCRYPTION")) {
      return encryption(p);
    }
    if (p.at(TokenKind.IDENTIFIER, EQUALS)) {
      int from = p.pos;
      p.pos += 2;
      int start = p.pos;
      Expression value =
          ExpressionGrammar.atString(p)
              ? ExpressionGrammar.string(p)
              : ServerValues.signedIntegerOrVariable(p);
      Option option = ServerOptions.make(p, from, ServerOptions.scalar(p, value, start));
      if (!BACKUP_VALUES.contains(option.name())) {
        throw p.failAt(from, "an option of BACKUP with a value");
      }
      return option;
    }
    if (!BACKUP_FLAGS.contains(p.wordHere())) {
      throw p.fail("an option of BACKUP");
    }
    return ServerOptions.flag(p);
  }

  /// `ENCRYPTION (ALGORITHM = x, SERVER CERTIFICATE = c)`.
  private static Option encryption(Parser p) {
    int from = p.pos++;
    p.expect(TokenKind.LEFT_PARENTHESIS);
    int word = p.word();
    p.expect(EQUALS);
    int value = p.word();
    p.check(word, "ALGORITHM");
    p.pos = value;
    Option algorithm = ServerOptions.make(p, word, KeyGrammar.algorithm(p));
    algorithm = ServerOptions.make(p, word, algorithm.value().orElseThrow());
    p.expect(TokenKind.COMMA);
    int start = p.pos;
    String kind = KeyGrammar.serverMechanismKind(p).sql();
    p.expect(EQUALS);
    OptionValue name = ServerOptions.identifier(p);
    Option mechanism = new Option(kind, true, Optional.of(name), List.of(), start, p.pos);
    p.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Option("ENCRYPTION", Optional.empty(), List.of(algorithm, mechanism), from, p.pos);
  }

  private static Option restoreOption(Parser p) {
    int from = p.pos;
    if (p.atWord("FILESTREAM")) {
      return DatabaseOptionGrammar.fileStream(p);
    }
    if (p.at(TokenKind.FILE)) {
      p.pos++;
      p.expect(EQUALS);
      int start = p.pos;
      return ServerOptions.make(
          p, from, ServerOptions.scalar(p, ServerValues.signedIntegerOrVariable(p), start));
    }
    if (p.at(TokenKind.IDENTIFIER, EQUALS)) {
      return valued(p, from);
    }
    if (p.at(TokenKind.IDENTIFIER)
        && (p.kind(1) == TokenKind.VARIABLE
            || p.kind(1) == TokenKind.STRING
            || p.kind(1) == TokenKind.NATIONAL_STRING
            || p.kind(1) == TokenKind.DOUBLE_QUOTED && !p.quotedIdentifier)) {
      return move(p, from);
    }
    if (!RESTORE_FLAGS.contains(p.wordHere())) {
      throw p.fail("an option of RESTORE");
    }
    return ServerOptions.flag(p);
  }

  /// `NAME = value`, `STOPATMARK = 'x' [AFTER 'time']`.
  private static Option valued(Parser p, int from) {
    String name = p.wordHere();
    p.pos += 2;
    boolean mark = name.equals("STOPATMARK") || name.equals("STOPBEFOREMARK");
    int start = p.pos;
    boolean number = p.at(TokenKind.INTEGER) || p.at(TokenKind.MINUS_SIGN);
    Expression value = number ? ServerValues.signedInteger(p) : ServerValues.stringOrVariable(p);
    OptionValue scalar = ServerOptions.scalar(p, value, start);
    if (mark && !number) {
      List<Option> after = List.of();
      if (p.at(TokenKind.IDENTIFIER)) {
        int word = p.word();
        int second = p.pos;
        OptionValue time = ServerOptions.scalar(p, ServerValues.stringOrVariable(p), second);
        p.check(word, "AFTER");
        after = List.of(ServerOptions.bare(p, word, time));
      }
      return new Option(name, true, Optional.of(scalar), after, from, p.pos);
    }
    if (!RESTORE_VALUES.contains(name)) {
      throw p.failAt(from, "an option of RESTORE with a value");
    }
    return ServerOptions.make(p, from, scalar);
  }

  /// `MOVE 'logical' TO 'path'`.
  private static Option move(Parser p, int from) {
    p.pos++;
    int start = p.pos;
    OptionValue logical = ServerOptions.scalar(p, ServerValues.stringOrVariable(p), start);
    int to = p.pos;
    p.expect(TokenKind.TO);
    int second = p.pos;
    OptionValue path = ServerOptions.scalar(p, ServerValues.stringOrVariable(p), second);
    p.check(from, "MOVE");
    Option target = ServerOptions.bare(p, to, path);
    return new Option("MOVE", false, Optional.of(logical), List.of(target), from, p.pos);
  }
}
