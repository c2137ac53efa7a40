package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.EQUALS;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.ServerPart.FileDefinition;
import io.hartonomous.syntax.ast.ServerPart.FileGroup;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Databases, their files and their configuration. The word DATABASE was read. Source: Microsoft
/// Learn, "CREATE DATABASE", "ALTER DATABASE", "ALTER DATABASE File and Filegroup options", "ALTER
/// DATABASE SCOPED CONFIGURATION"; what the reference compiler takes.
final class DatabaseGrammar {
  private static final Set<String> FILE_GROUP_OPTIONS =
      Set.of(
          "AUTOGROW_ALL_FILES",
          "AUTOGROW_SINGLE_FILE",
          "READONLY",
          "READWRITE",
          "READ_ONLY",
          "READ_WRITE");

  private DatabaseGrammar() {}

  static Statement create(Parser p, int from) {
    Identifier name = NameGrammar.identifier(p);
    Optional<MultiPartName> copyOf = Optional.empty();
    if (p.at(TokenKind.AS) && p.atWord(1, "COPY")) {
      p.pos += 2;
      p.expect(TokenKind.OF);
      copyOf = Optional.of(NameGrammar.nameOf(p, 2));
    }
    List<Option> leadingEdition = edition(p);
    Optional<Option> containment =
        p.at(TokenKind.IDENTIFIER, EQUALS)
            ? Optional.of(DatabaseOptionGrammar.containment(p))
            : Optional.empty();
    List<FileGroup> groups = p.at(TokenKind.ON) ? fileGroups(p) : List.of();
    List<FileDefinition> log = List.of();
    if (p.atWord("LOG") && p.kind(1) == TokenKind.ON) {
      p.pos += 2;
      log = p.commaList(parser -> file(parser, false, false));
    }
    Optional<Identifier> collation =
        p.optional(p.accept(TokenKind.COLLATE), DatabaseGrammar::unquoted);
    List<Option> edition = edition(p);
    Optional<Identifier> attach = Optional.empty();
    Optional<Identifier> snapshotOf = Optional.empty();
    if (p.accept(TokenKind.FOR)) {
      attach = Optional.of(attach(p));
    } else if (p.accept(TokenKind.AS)) {
      int word = p.word();
      p.expect(TokenKind.OF);
      snapshotOf = Optional.of(NameGrammar.identifier(p));
      p.check(word, "SNAPSHOT");
    }
    List<Option> options = List.of();
    if (ServerValues.atWithWord(p)) {
      p.pos++;
      options = ServerOptions.distinct(p, DatabaseOptionGrammar::createOption);
    }
    return new DatabaseStatement.CreateDatabase(
        name,
        copyOf,
        leadingEdition,
        containment,
        groups,
        log,
        collation,
        edition,
        attach,
        snapshotOf,
        options,
        from,
        p.pos);
  }

  private static List<Option> edition(Parser p) {
    return p.at(TokenKind.LEFT_PARENTHESIS, TokenKind.IDENTIFIER)
        ? DatabaseOptionGrammar.edition(p)
        : List.of();
  }

  private static Identifier unquoted(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER)) {
      throw p.fail("a collation");
    }
    return NameGrammar.take(p);
  }

  private static Identifier attach(Parser p) {
    switch (p.wordHere()) {
      case "ATTACH", "ATTACH_REBUILD_LOG", "ATTACH_FORCE_REBUILD_LOG" -> {
        return NameGrammar.upperWord(p);
      }
      default -> throw p.fail("ATTACH, ATTACH_REBUILD_LOG or ATTACH_FORCE_REBUILD_LOG");
    }
  }

  // Files.

  /// `ON [PRIMARY] file, ..., FILEGROUP name file, ...`.
  private static List<FileGroup> fileGroups(Parser p) {
    p.expect(TokenKind.ON);
    List<FileGroup> groups = new ArrayList<>();
    Optional<Identifier> name = Optional.empty();
    Optional<Identifier> contains = Optional.empty();
    boolean isDefault = false;
    int from = p.pos;
    List<FileDefinition> files = new ArrayList<>();
    files.add(file(p, true, false));
    while (p.accept(TokenKind.COMMA)) {
      if (p.at(TokenKind.LEFT_PARENTHESIS) || p.at(TokenKind.PRIMARY)) {
        files.add(file(p, true, false));
        continue;
      }
      groups.add(new FileGroup(name, contains, isDefault, files, from, p.pos - 1));
      from = p.word();
      name = Optional.of(NameGrammar.identifier(p));
      p.check(from, "FILEGROUP");
      contains = contains(p);
      isDefault = p.accept(TokenKind.DEFAULT);
      files = new ArrayList<>(List.of(file(p, false, false)));
    }
    groups.add(new FileGroup(name, contains, isDefault, files, from, p.pos));
    return groups;
  }

  private static Optional<Identifier> contains(Parser p) {
    if (!p.accept(TokenKind.CONTAINS)) {
      return Optional.empty();
    }
    p.checkOneOf(wordAt(p), "FILESTREAM", "MEMORY_OPTIMIZED_DATA");
    return Optional.of(NameGrammar.upperWord(p));
  }

  private static int wordAt(Parser p) {
    int token = p.word();
    p.pos = token;
    return token;
  }

  private static FileDefinition file(Parser p, boolean primaryAllowed, boolean newName) {
    int from = p.pos;
    boolean primary = primaryAllowed && p.accept(TokenKind.PRIMARY);
    List<Option> options =
        ServerOptions.parenthesised(
            p, parser -> ServerOptions.distinct(parser, inner -> fileOption(inner, newName)));
    return new FileDefinition(primary, options, from, p.pos);
  }

  private static Option fileOption(Parser p, boolean newName) {
    switch (p.wordHere()) {
      case "NAME":
        return ServerOptions.valued(p, DatabaseGrammar::nonEmptyName);
      case "NEWNAME":
        Option option = ServerOptions.valued(p, DatabaseGrammar::nonEmptyName);
        if (!newName) {
          throw p.report(Code.NEW_NAME_OF_NEW_FILE, option.from());
        }
        return option;
      case "FILENAME":
        return ServerOptions.valued(p, ServerOptions::nonEmptyString);
      case "SIZE":
        return ServerOptions.valued(p, parser -> size(parser, false));
      case "MAXSIZE":
        return ServerOptions.valued(
            p,
            parser ->
                parser.at(TokenKind.INTEGER)
                    ? size(parser, false)
                    : ServerOptions.oneOf(parser, "UNLIMITED"));
      case "FILEGROWTH":
        return ServerOptions.valued(p, parser -> size(parser, true));
      case "OFFLINE":
        return ServerOptions.flag(p);
      default:
        throw p.fail("an option of a file");
    }
  }

  private static OptionValue nonEmptyName(Parser p) {
    return ExpressionGrammar.atString(p)
        ? ServerOptions.nonEmptyString(p)
        : ServerOptions.identifier(p);
  }

  /// `5`, `5 MB`, `10%`.
  private static OptionValue size(Parser p, boolean percent) {
    int from = p.pos;
    Expression.Literal number = ExpressionGrammar.integer(p);
    if (percent && p.accept(TokenKind.PERCENT_SIGN)) {
      return ServerOptions.measured(p, number);
    }
    if (!p.at(TokenKind.IDENTIFIER)) {
      return ServerOptions.scalar(p, number, from);
    }
    switch (p.wordHere()) {
      case "KB", "MB", "GB", "TB" -> p.pos++;
      default -> throw p.fail("KB, MB, GB or TB");
    }
    return ServerOptions.measured(p, number);
  }

  // ALTER DATABASE.

  static Statement alter(Parser p, int from) {
    if (p.atWord("SCOPED") && p.atWord(1, "CONFIGURATION")) {
      p.pos += 2;
      return scoped(p, from);
    }
    Optional<Identifier> name;
    if (p.accept(TokenKind.CURRENT)) {
      name = Optional.empty();
    } else if (p.at(TokenKind.SQLCMD_VARIABLE)) { // taken here even where no variables are
      name = Optional.of(NameGrammar.take(p));
    } else {
      name = Optional.of(NameGrammar.identifier(p));
    }
    switch (p.kind()) {
      case ADD -> {
        p.pos++;
        return add(p, name, from);
      }
      case SET -> {
        p.pos++;
        List<Option> options = DatabaseOptionGrammar.setOptions(p);
        return new DatabaseStatement.AlterDatabaseSet(name, options, termination(p), from, p.pos);
      }
      case COLLATE -> {
        p.pos++;
        return new DatabaseStatement.AlterDatabaseCollate(name, unquoted(p), from, p.pos);
      }
      default -> {
        if (p.acceptWord("REMOVE")) {
          return remove(p, name, from);
        }
        if (p.acceptWord("MODIFY")) {
          return modify(p, name, from);
        }
        int word = p.word();
        if (p.at(TokenKind.IDENTIFIER)) {
          int log = p.word();
          p.check(word, "REBUILD");
          p.check(log, "LOG");
          Optional<FileDefinition> file =
              p.optional(p.accept(TokenKind.ON), parser -> file(parser, true, false));
          return new DatabaseStatement.AlterDatabaseRebuildLog(name, file, from, p.pos);
        }
        p.check(word, "PERFORM_CUTOVER");
        return new DatabaseStatement.AlterDatabasePerformCutover(name, from, p.pos);
      }
    }
  }

  private static Statement add(Parser p, Optional<Identifier> name, int from) {
    if (p.at(TokenKind.FILE) || p.at(TokenKind.IDENTIFIER, TokenKind.FILE)) {
      boolean log = !p.at(TokenKind.FILE);
      if (log) {
        p.expectWord("LOG");
      }
      p.pos++;
      List<FileDefinition> files = p.commaList(parser -> file(parser, false, false));
      Optional<Identifier> group = Optional.empty();
      if (p.accept(TokenKind.TO)) {
        int word = p.word();
        group = Optional.of(NameGrammar.identifier(p));
        p.check(word, "FILEGROUP");
      }
      return new DatabaseStatement.AlterDatabaseAddFile(name, log, files, group, from, p.pos);
    }
    if (p.at(TokenKind.IDENTIFIER) && !NameGrammar.isIdentifier(p, 1)) {
      throw p.fail("FILE, LOG FILE or FILEGROUP and a name");
    }
    int word = p.word();
    Identifier group = NameGrammar.identifier(p);
    p.check(word, "FILEGROUP");
    Optional<Identifier> contains = contains(p);
    return new DatabaseStatement.AlterDatabaseAddFileGroup(name, group, contains, from, p.pos);
  }

  private static Statement remove(Parser p, Optional<Identifier> name, int from) {
    if (p.accept(TokenKind.FILE)) {
      return new DatabaseStatement.AlterDatabaseRemoveFile(
          name, NameGrammar.identifier(p), from, p.pos);
    }
    int word = p.word();
    Identifier group = NameGrammar.identifier(p);
    p.check(word, "FILEGROUP");
    return new DatabaseStatement.AlterDatabaseRemoveFileGroup(name, group, from, p.pos);
  }

  private static Statement modify(Parser p, Optional<Identifier> name, int from) {
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      List<Option> options = DatabaseOptionGrammar.edition(p);
      boolean cutover = ServerValues.atWithWord(p);
      if (cutover) {
        p.pos++;
        p.expectWord("MANUAL_CUTOVER");
      }
      return new DatabaseStatement.AlterDatabaseModifyEdition(name, options, cutover, from, p.pos);
    }
    if (p.accept(TokenKind.FILE)) {
      return new DatabaseStatement.AlterDatabaseModifyFile(name, file(p, true, true), from, p.pos);
    }
    if (p.atWord("NAME") && p.kind(1) == EQUALS) {
      p.pos += 2;
      return new DatabaseStatement.AlterDatabaseModifyName(
          name, NameGrammar.identifier(p), from, p.pos);
    }
    if (p.at(TokenKind.IDENTIFIER) && !NameGrammar.isIdentifier(p, 1)) {
      throw p.fail("NAME, FILE, FILEGROUP and a name, or options in parentheses");
    }
    p.expectWord("FILEGROUP");
    return modifyFileGroup(p, name, from);
  }

  private static Statement modifyFileGroup(Parser p, Optional<Identifier> name, int from) {
    Identifier group = NameGrammar.identifier(p);
    Optional<Identifier> newName = Optional.empty();
    Optional<Identifier> option = Optional.empty();
    Optional<Option> termination = Optional.empty();
    if (p.at(TokenKind.DEFAULT)) {
      option = Optional.of(NameGrammar.upperWord(p));
    } else if (p.at(TokenKind.IDENTIFIER, EQUALS)) {
      int word = p.word();
      p.pos++;
      newName = Optional.of(NameGrammar.identifier(p));
      p.check(word, "NAME");
    } else {
      if (!FILE_GROUP_OPTIONS.contains(p.wordHere())) {
        throw p.fail("NAME, DEFAULT or an option of the filegroup");
      }
      option = Optional.of(NameGrammar.upperWord(p));
      termination = termination(p);
    }
    return new DatabaseStatement.AlterDatabaseModifyFileGroup(
        name, group, newName, option, termination, from, p.pos);
  }

  /// `WITH ROLLBACK IMMEDIATE`, `WITH ROLLBACK AFTER n [SECONDS]`, `WITH NO_WAIT`, or nothing.
  private static Optional<Option> termination(Parser p) {
    if (!ServerValues.atWithWord(p) && !p.at(TokenKind.WITH, TokenKind.ROLLBACK)) {
      return Optional.empty();
    }
    p.pos++;
    int from = p.pos;
    if (p.at(TokenKind.IDENTIFIER)) {
      p.expectWord("NO_WAIT");
      return Optional.of(ServerOptions.flag(p, from));
    }
    p.pos++;
    if (p.at(TokenKind.IDENTIFIER, TokenKind.INTEGER)) {
      int after = p.pos++;
      Expression.Literal seconds = ExpressionGrammar.integer(p);
      p.check(after, "AFTER");
      OptionValue value = ServerOptions.scalar(p, seconds, seconds.from());
      if (p.at(TokenKind.IDENTIFIER)) {
        p.expectWord("SECONDS");
        value = ServerOptions.measured(p, seconds);
      }
      return Optional.of(
          new Option("ROLLBACK AFTER", false, Optional.of(value), List.of(), from, p.pos));
    }
    p.expectWord("IMMEDIATE");
    return Optional.of(ServerOptions.flag(p, from));
  }

  // ALTER DATABASE SCOPED CONFIGURATION.

  private static Statement scoped(Parser p, int from) {
    boolean secondary = p.accept(TokenKind.FOR);
    if (secondary) {
      p.word(); // the reference compiler takes any word for SECONDARY
    }
    if (p.accept(TokenKind.SET)) {
      Option option = scopedOption(p, secondary);
      return new DatabaseStatement.AlterDatabaseScoped(secondary, option, from, p.pos);
    }
    p.expectWord("CLEAR");
    if (p.at(TokenKind.IDENTIFIER) && !p.atWord("PROCEDURE_CACHE")) {
      throw p.fail("PROCEDURE_CACHE");
    }
    p.word();
    p.pos--;
    Identifier option = NameGrammar.upperWord(p);
    Optional<Expression.Literal> handle = p.optional(p.at(TokenKind.BINARY), ServerValues::binary);
    return new DatabaseStatement.AlterDatabaseScopedClear(secondary, option, handle, from, p.pos);
  }

  private static Option scopedOption(Parser p, boolean secondary) {
    int from = p.pos;
    String name = p.wordHere();
    NameGrammar.identifier(p);
    p.expect(EQUALS);
    if (p.at(TokenKind.PRIMARY)) {
      if (!secondary) {
        throw p.report(Code.PRIMARY_WITHOUT_SECONDARY, from);
      }
      return ServerOptions.make(p, from, ServerOptions.word(p));
    }
    OptionValue value =
        switch (name) {
          case "MAXDOP" -> ServerOptions.integer(p);
          case "QUERY_OPTIMIZER_HOTFIXES", "PARAMETER_SNIFFING", "LEGACY_CARDINALITY_ESTIMATION" ->
              ServerOptions.onOff(p);
          default -> scopedValue(p);
        };
    return ServerOptions.make(p, from, value);
  }

  /// ON, OFF, a string, a whole number or a word.
  private static OptionValue scopedValue(Parser p) {
    if (p.at(TokenKind.ON) || p.at(TokenKind.OFF)) {
      return ServerOptions.onOff(p);
    }
    if (NameGrammar.atIdentifier(p)) {
      return p.at(TokenKind.IDENTIFIER) ? ServerOptions.word(p) : ServerOptions.identifier(p);
    }
    int from = p.pos;
    Expression value =
        ExpressionGrammar.atString(p) ? ExpressionGrammar.string(p) : ServerValues.signedInteger(p);
    return ServerOptions.scalar(p, value, from);
  }
}
