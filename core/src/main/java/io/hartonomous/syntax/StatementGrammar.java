package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Lists of statements, the choice of a statement's grammar by its first words, and going on after
/// an error.
final class StatementGrammar {
  private StatementGrammar() {}

  /// Reads statements until what cannot be in the list: END (in a block), GO or the end of the
  /// file.
  ///
  /// @param top whether the list is a batch: its first statement may be a module or a call without
  ///   EXECUTE, and END is an error
  /// @param body whether the list is the body of a module: it reaches to the end of the batch, END
  ///   is an error
  static Semicolons statements(Parser p, List<Statement> into, boolean top, boolean body) {
    boolean first = top;
    Counts counts = new Counts();
    while (true) {
      boolean afterFirst = !into.isEmpty();
      while (p.at(TokenKind.SEMICOLON)) {
        if (afterFirst && !p.batchHasError && !Follow.STATEMENT_END.contains(p.kind(1))) {
          p.failBefore("a statement");
        }
        p.pos++;
        counts.add(into.size());
      }
      if (p.at(TokenKind.EOF) || p.at(TokenKind.GO)) {
        return counts.of(into.size());
      }
      if (p.at(TokenKind.END) && !top && !body && !atEndConversation(p)) {
        return counts.of(into.size());
      }
      Statement statement = recovering(p, first);
      if (statement != null) {
        into.add(statement);
        if (first && isAlone(statement) && !p.batchHasError) {
          first = false;
          while (p.accept(TokenKind.SEMICOLON)) {
            counts.add(into.size());
          }
          if (!p.at(TokenKind.EOF) && !p.at(TokenKind.GO)) {
            p.fail("the end of the batch: nothing may follow this statement in its batch");
            int from = p.pos;
            while (!p.at(TokenKind.EOF) && !p.at(TokenKind.GO)) {
              p.pos++;
            }
            into.add(new Statement.Erroneous(from, p.pos));
          }
        }
      }
      first = false;
    }
  }

  /// Views and functions: their batch holds nothing else. Procedures and triggers take the rest of
  /// the batch as their body.
  private static boolean isAlone(Statement statement) {
    return statement instanceof ModuleStatement.View
        || statement instanceof ModuleStatement.Function
        || statement instanceof ServerStatement.CreateFederation
        || statement instanceof ServerStatement.AlterFederation
        || statement instanceof ServerStatement.UseFederation;
  }

  /// Reads one statement; an error makes it [Statement.Erroneous] and reading goes on where the
  /// next one seems to begin.
  private static Statement recovering(Parser p, boolean first) {
    int from = p.pos;
    int depth = p.depth();
    int links = p.links();
    boolean failedBefore = p.batchHasError;
    try {
      if (p.at(TokenKind.END)
          && failedBefore
          && !atEndConversation(p)) { // the BEGIN was lost in an error
        p.pos++;
        skip(p, p.pos);
        return null;
      }
      // It can only be END CONVERSATION, says the reference compiler, and points behind it.
      if (p.at(TokenKind.END) && p.kind(1) != TokenKind.IDENTIFIER) {
        throw p.failAt(p.pos + 1, "CONVERSATION (this END closes no BEGIN)");
      }
      return statement(p, first);
    } catch (SyntaxError _) { // reported where it was thrown
      p.restoreDepth(depth, links);
      skip(p, from);
      return new Statement.Erroneous(from, p.pos);
    }
  }

  /// Goes to the next `;`, to a word that begins a statement at the start of a line, or to the end
  /// of the batch; at least one token on from `from`.
  static void skip(Parser p, int from) {
    if (p.pos == from
        && !p.at(TokenKind.EOF)
        && !p.at(TokenKind.GO)
        && !p.at(TokenKind.SEMICOLON)) {
      p.pos++;
    }
    while (true) {
      switch (p.kind()) {
        case EOF, GO, SEMICOLON -> {
          return;
        }
        default -> {
          if (p.at(TokenKind.END) && p.atLineStart()) {
            return;
          }
          if (p.atLineStart() && beginsStatement(p)) {
            return;
          }
          p.pos++;
        }
      }
    }
  }

  static boolean beginsStatement(Parser p) {
    return switch (p.kind()) {
      case SELECT,
          INSERT,
          UPDATE,
          DELETE,
          MERGE,
          TRUNCATE,
          DECLARE,
          IF,
          WHILE,
          BEGIN,
          RETURN,
          BREAK,
          CONTINUE,
          GOTO,
          PRINT,
          RAISERROR,
          WAITFOR,
          EXEC,
          EXECUTE,
          USE,
          CHECKPOINT,
          REVERT,
          COMMIT,
          ROLLBACK,
          SAVE,
          OPEN,
          FETCH,
          CLOSE,
          DEALLOCATE,
          CREATE,
          ALTER,
          DROP,
          GRANT,
          DENY,
          REVOKE,
          DBCC,
          BACKUP,
          RESTORE,
          BULK,
          KILL,
          SHUTDOWN,
          RECONFIGURE,
          LINENO,
          SETUSER,
          READTEXT,
          WRITETEXT,
          UPDATETEXT ->
          true;
      case SET ->
          p.kind(1) == TokenKind.VARIABLE
              || p.kind(2) == TokenKind.ON
              || p.kind(2) == TokenKind.OFF;
      case WITH ->
          NameGrammar.isIdentifier(p, 1)
              && (p.kind(2) == TokenKind.AS || p.kind(2) == TokenKind.LEFT_PARENTHESIS);
      default -> atStatementWord(p);
    };
  }

  /// Whether a statement begins here whose first word is not reserved.
  static boolean atStatementWord(Parser p) {
    if (!p.at(TokenKind.IDENTIFIER)) {
      return p.at(TokenKind.LABEL);
    }
    return p.atWord("THROW")
        || (p.atWord("ENABLE") || p.atWord("DISABLE")) && p.kind(1) == TokenKind.TRIGGER;
  }

  /// One statement, its semicolons after it.
  ///
  /// @param first whether it is the first of its batch
  static Statement statement(Parser p, boolean first) {
    int from = p.pos;
    checkSecond(p);
    switch (p.kind()) {
      case SELECT, LEFT_PARENTHESIS:
        return DmlGrammar.select(p);
      case WITH:
        return DmlGrammar.withStatement(p);
      case INSERT, DELETE, MERGE:
        if (p.at(TokenKind.INSERT, TokenKind.BULK)) {
          return LoadGrammar.insertBulk(p);
        }
        return DmlGrammar.change(p, Optional.empty(), from, false);
      case UPDATE:
        return p.kind(1) == TokenKind.STATISTICS
            ? StatisticsGrammar.update(p)
            : DmlGrammar.change(p, Optional.empty(), from, false);
      case TRUNCATE:
        return DmlGrammar.truncate(p);
      case DECLARE:
        return DeclareGrammar.declare(p);
      case SET:
        return SetGrammar.set(p);
      case USE:
        if (first && p.atWord(1, "FEDERATION") && p.kind(2) == TokenKind.IDENTIFIER) {
          return ServerGrammar.useFederation(p);
        }
        return ProceduralGrammar.statement(p);
      case IF,
      WHILE,
      BEGIN,
      RETURN,
      BREAK,
      CONTINUE,
      GOTO,
      PRINT,
      RAISERROR,
      WAITFOR,
      CHECKPOINT,
      REVERT:
        return ProceduralGrammar.statement(p);
      case EXEC, EXECUTE:
        return p.kind(1) == TokenKind.AS ? ExecuteGrammar.executeAs(p) : ExecuteGrammar.execute(p);
      case COMMIT, ROLLBACK, SAVE:
        return TransactionGrammar.statement(p);
      case OPEN, FETCH, CLOSE, DEALLOCATE:
        if (atKey(p)) {
          return p.at(TokenKind.OPEN) ? KeyGrammar.open(p) : KeyGrammar.close(p);
        }
        return CursorGrammar.statement(p);
      case CREATE:
        return CreateGrammar.create(p, first);
      case ALTER:
        return CreateGrammar.alter(p, first);
      case DROP:
        return DropGrammar.drop(p);
      case GRANT, DENY, REVOKE:
        return PermissionGrammar.permission(p);
      case DBCC:
        return DbccGrammar.dbcc(p);
      case ADD:
        return ServerDefinitionGrammar.add(p);
      case BACKUP:
        return BackupGrammar.backup(p);
      case RESTORE:
        return BackupGrammar.restore(p);
      case BULK:
        return LoadGrammar.bulkInsert(p);
      case KILL:
        return ServerGrammar.kill(p);
      case SHUTDOWN:
        return ServerGrammar.shutdown(p);
      case RECONFIGURE:
        return ServerGrammar.reconfigure(p);
      case LINENO:
        return ServerGrammar.lineNumber(p);
      case SETUSER:
        return ServerGrammar.setUser(p);
      case READTEXT:
        return LoadGrammar.readText(p);
      case WRITETEXT:
        return LoadGrammar.writeText(p);
      case UPDATETEXT:
        return LoadGrammar.updateText(p);
      case END:
        return ConversationGrammar.end(p);
      case LABEL:
        return ProceduralGrammar.label(p);
      case IDENTIFIER:
        if (p.atWord("THROW") && !(first && p.kind(1) == TokenKind.DOT)) {
          return ProceduralGrammar.throwStatement(p);
        }
        if ((p.atWord("ENABLE") || p.atWord("DISABLE")) && p.kind(1) == TokenKind.TRIGGER) {
          return ModuleGrammar.enableTrigger(p);
        }
        if (ConversationGrammar.atStatement(p)) {
          return ConversationGrammar.statement(p);
        }
        if (p.atWord("COPY") && p.kind(1) == TokenKind.INTO) {
          return CopyGrammar.copy(p);
        }
        if (p.atWord("RENAME") && SecurableGrammar.isWord(p.kind(1))) {
          return ServerGrammar.rename(p);
        }
        break;
      case SQLCMD_COMMAND:
        p.pos++;
        return new Statement.SqlcmdCommand(p.tokens.text(from), from, p.pos);
      default:
        break;
    }
    String unsupported = UnsupportedStatements.nameAt(p);
    if (unsupported != null) {
      return unsupported(p, unsupported);
    }
    if (first && (NameGrammar.atIdentifier(p) || p.at(TokenKind.DOT) || p.at(TokenKind.VARIABLE))) {
      return ExecuteGrammar.callWithoutKeyword(p);
    }
    throw p.fail("a statement");
  }

  private static final TokenSet AFTER_BEGIN =
      Follow.STATEMENT_END
          .without(TokenKind.ELSE, TokenKind.EOF, TokenKind.GO)
          .plus(TokenKind.TRAN, TokenKind.TRANSACTION, TokenKind.DISTRIBUTED);

  /// Two tokens choose a statement: a second one that no such statement has is reported at the
  /// first.
  private static void checkSecond(Parser p) {
    switch (p.kind()) {
      case SELECT, LEFT_PARENTHESIS, WITH, DELETE, MERGE ->
          p.mustPrecede(Follow.QUERY_SECOND, "the rest of the statement");
      case INSERT -> p.mustPrecede(Follow.INSERT_SECOND, "a table");
      case UPDATE -> p.mustPrecede(Follow.UPDATE_SECOND, "a table");
      case CREATE -> {
        p.mustPrecede(Follow.AFTER_CREATE, "the kind of an object");
        if (p.kind(1) == TokenKind.OR && p.kind(2) != TokenKind.ALTER) {
          throw p.failBefore("CREATE OR ALTER");
        }
      }
      case ALTER -> p.mustPrecede(Follow.AFTER_ALTER, "the kind of an object");
      case BEGIN -> p.mustPrecede(AFTER_BEGIN, "a statement or TRANSACTION");
      case EXEC, EXECUTE -> p.mustPrecede(Follow.AFTER_EXECUTE, "a procedure or a text");
      default -> {
        if (p.kind().isReservedWord()) {
          p.mustNotPrecede(Follow.NEVER_SECOND, "the rest of the statement");
        }
      }
    }
  }

  /// Whether OPEN or CLOSE is about keys, not about a cursor.
  private static boolean atKey(Parser p) {
    return (p.at(TokenKind.OPEN) || p.at(TokenKind.CLOSE))
        && ((p.atWord(1, "MASTER") || p.atWord(1, "SYMMETRIC")) && p.kind(2) == TokenKind.KEY
            || p.at(TokenKind.CLOSE, TokenKind.ALL) && p.kind(2) == TokenKind.IDENTIFIER);
  }

  /// Whether END begins END CONVERSATION and does not close a block.
  private static boolean atEndConversation(Parser p) {
    return p.at(TokenKind.END) && p.atWord(1, "CONVERSATION");
  }

  /// A statement that is known by its name alone: said once, and passed over.
  static Statement unsupported(Parser p, String name) {
    int from = p.pos;
    p.report(Code.UNSUPPORTED_STATEMENT, from, name);
    skip(p, from);
    return new Statement.Unsupported(name, from, p.pos);
  }

  /// A statement that IF, WHILE and ELSE govern, with its semicolon.
  static Statement governed(Parser p) {
    if (p.at(TokenKind.BEGIN)) { // the block is the level
      return statement(p, false);
    }
    p.enter();
    Statement statement = statement(p, false);
    p.leave();
    return statement;
  }

  /// Statements up to END, which is not consumed. At least one must be there.
  static Block block(Parser p) {
    List<Statement> statements = new ArrayList<>();
    p.enter();
    Semicolons semicolons = statements(p, statements, false, false);
    p.leave();
    return new Block(statements, semicolons);
  }

  /// The statements of a block and the semicolons between them.
  record Block(List<Statement> statements, Semicolons semicolons) {}

  /// Counts the semicolons of a list while it is read.
  private static final class Counts {
    private int[] counts;

    /// One more before the statement `index`.
    void add(int index) {
      if (counts == null) {
        counts = new int[Math.max(4, index + 1)];
      } else if (index >= counts.length) {
        counts = Arrays.copyOf(counts, Math.max(index + 1, counts.length * 2));
      }
      counts[index]++;
    }

    Semicolons of(int statements) {
      if (counts == null) {
        return Semicolons.NONE;
      }
      Integer[] boxed = new Integer[statements + 1];
      for (int i = 0; i <= statements; i++) {
        boxed[i] = i < counts.length ? counts[i] : 0;
      }
      return new Semicolons(List.of(boxed));
    }
  }
}
