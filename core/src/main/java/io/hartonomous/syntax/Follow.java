package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.*;

/// What may stand behind what, judged by one token.
///
/// The reference compiler chooses by two tokens where one cannot decide, so an error that the
/// second token shows is reported at the first. These sets are what it was found to take or to
/// refuse there. DacFx 170.5.96.
final class Follow {
  private Follow() {}

  /// What begins a value and never follows one.
  static final TokenSet VALUE_WORDS =
      TokenSet.of(
          CASE,
          COALESCE,
          CONVERT,
          CURRENT_DATE,
          CURRENT_TIMESTAMP,
          CURRENT_USER,
          IDENTITYCOL,
          NULLIF,
          SESSION_USER,
          SYSTEM_USER,
          TRY_CONVERT,
          USER,
          INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          VARIABLE,
          GLOBAL_VARIABLE,
          PSEUDO_COLUMN,
          TILDE);

  /// What never follows a value of one token: the value is where the error is.
  static final TokenSet NEVER_AFTER_VALUE =
      VALUE_WORDS.plus(
          ALL,
          ANY,
          AUTHORIZATION,
          BROWSE,
          BY,
          CASCADE,
          CLUSTERED,
          COLUMN,
          COMPUTE,
          CONTAINS,
          CONTAINSTABLE,
          CURRENT,
          CURRENT_TIME,
          CURSOR,
          DATABASE,
          DISTINCT,
          DISTRIBUTED,
          DOUBLE,
          ERRLVL,
          EXISTS,
          EXIT,
          EXTERNAL,
          FILE,
          FILLFACTOR,
          FREETEXT,
          FREETEXTTABLE,
          FUNCTION,
          HOLDLOCK,
          IDENTITY_INSERT,
          KEY,
          NATIONAL,
          NOCHECK,
          NONCLUSTERED,
          OF,
          OFF,
          OFFSETS,
          OPENDATASOURCE,
          OPENQUERY,
          OPENROWSET,
          OPENXML,
          OVER,
          PLAN,
          PROC,
          PROCEDURE,
          PUBLIC,
          READ,
          REPLICATION,
          RESTRICT,
          ROWCOUNT,
          RULE,
          SCHEMA,
          SEMANTICKEYPHRASETABLE,
          SEMANTICSIMILARITYDETAILSTABLE,
          SEMANTICSIMILARITYTABLE,
          SOME,
          STATISTICS,
          STOPLIST,
          TABLE,
          TABLESAMPLE,
          TEXTSIZE,
          TOP,
          TRAN,
          TRANSACTION,
          TRIGGER,
          TSEQUAL,
          VARYING,
          VIEW,
          DOUBLE_COLON,
          PLUS_ASSIGN,
          MINUS_ASSIGN,
          STAR_ASSIGN,
          SLASH_ASSIGN,
          PERCENT_ASSIGN,
          AMPERSAND_ASSIGN,
          BAR_ASSIGN,
          CARET_ASSIGN,
          DOUBLE_BAR_ASSIGN);

  /// What never follows the first token of a select element.
  static final TokenSet NEVER_AFTER_ELEMENT =
      NEVER_AFTER_VALUE.plus(
          AND,
          ASC,
          BETWEEN,
          CHECK,
          CONSTRAINT,
          CROSS,
          DEFAULT,
          DESC,
          ESCAPE,
          FOREIGN,
          FULL,
          IDENTITY,
          IN,
          INDEX,
          INNER,
          IS,
          JOIN,
          LIKE,
          NOT,
          OR,
          OUTER,
          PERCENT,
          PIVOT,
          PRIMARY,
          REFERENCES,
          THEN,
          TO,
          UNIQUE,
          UNPIVOT,
          VALUES,
          RIGHT_BRACE,
          EQUALS,
          BANG,
          LESS,
          GREATER,
          RIGHT_OUTER_JOIN,
          COLON);

  /// What never follows the first token of a GROUP BY element.
  static final TokenSet NEVER_AFTER_GROUPING =
      NEVER_AFTER_ELEMENT.plus(AS, FROM, GROUP, INTO, WHERE);

  /// What may follow the first token of a predicate.
  static final TokenSet AFTER_COMPARAND =
      TokenSet.of(
          BETWEEN,
          COLLATE,
          IN,
          IS,
          LEFT,
          LIKE,
          NOT,
          NULL,
          RIGHT,
          ROWGUIDCOL,
          SELECT,
          WHEN,
          IDENTIFIER,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          STRING,
          NATIONAL_STRING,
          LEFT_PARENTHESIS,
          LEFT_BRACE,
          DOT,
          EQUALS,
          BANG,
          LESS,
          GREATER,
          PLUS_SIGN,
          MINUS_SIGN,
          STAR,
          SLASH,
          PERCENT_SIGN,
          AMPERSAND,
          BAR,
          CARET,
          DOUBLE_BAR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          SQLCMD_VARIABLE);

  /// What begins a value.
  static final TokenSet VALUE =
      VALUE_WORDS.plus(
          IDENTIFIER,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          STRING,
          NATIONAL_STRING,
          LEFT_PARENTHESIS,
          LEFT_BRACE,
          DOT,
          PLUS_SIGN,
          MINUS_SIGN,
          LEFT,
          RIGHT,
          NULL,
          ROWGUIDCOL,
          SQLCMD_VARIABLE);

  /// What is the second token of no statement.
  static final TokenSet NEVER_SECOND =
      TokenSet.of(
          SEMANTICKEYPHRASETABLE,
          SEMANTICSIMILARITYDETAILSTABLE,
          SEMANTICSIMILARITYTABLE,
          TO,
          WHERE,
          RIGHT_PARENTHESIS,
          RIGHT_BRACE,
          COMMA,
          EQUALS,
          BANG,
          LESS,
          GREATER,
          RIGHT_OUTER_JOIN,
          SLASH,
          PERCENT_SIGN,
          AMPERSAND,
          BAR,
          CARET,
          COLON,
          DOUBLE_COLON,
          PLUS_ASSIGN,
          MINUS_ASSIGN,
          STAR_ASSIGN,
          SLASH_ASSIGN,
          PERCENT_ASSIGN,
          AMPERSAND_ASSIGN,
          BAR_ASSIGN,
          CARET_ASSIGN,
          DOUBLE_BAR_ASSIGN,
          DOUBLE_BAR,
          SHIFT_LEFT,
          SHIFT_RIGHT);

  /// What may follow CREATE; OR stands before ALTER only.
  static final TokenSet AFTER_CREATE =
      TokenSet.of(
          IDENTIFIER,
          OR,
          CLUSTERED,
          COLUMN,
          DATABASE,
          DEFAULT,
          EXTERNAL,
          FUNCTION,
          INDEX,
          NONCLUSTERED,
          PRIMARY,
          PROC,
          PROCEDURE,
          RULE,
          SCHEMA,
          STATISTICS,
          TABLE,
          TRIGGER,
          UNIQUE,
          USER,
          VIEW);

  /// What may follow ALTER.
  static final TokenSet AFTER_ALTER =
      TokenSet.of(
          IDENTIFIER,
          AUTHORIZATION,
          COLUMN,
          DATABASE,
          EXTERNAL,
          FUNCTION,
          INDEX,
          PROC,
          PROCEDURE,
          SCHEMA,
          TABLE,
          TRIGGER,
          USER,
          VIEW);

  /// What may follow a whole statement.
  static final TokenSet STATEMENT_END =
      TokenSet.of(
          ADD,
          ALTER,
          BACKUP,
          BEGIN,
          BREAK,
          BULK,
          CHECKPOINT,
          CLOSE,
          COMMIT,
          CONTINUE,
          CREATE,
          DBCC,
          DEALLOCATE,
          DECLARE,
          DELETE,
          DENY,
          DROP,
          ELSE,
          END,
          EXEC,
          EXECUTE,
          FETCH,
          GOTO,
          GRANT,
          IF,
          INSERT,
          KILL,
          LINENO,
          MERGE,
          OPEN,
          PRINT,
          RAISERROR,
          READTEXT,
          RECONFIGURE,
          RESTORE,
          RETURN,
          REVERT,
          REVOKE,
          ROLLBACK,
          SAVE,
          SELECT,
          SET,
          SETUSER,
          SHUTDOWN,
          TRUNCATE,
          UPDATE,
          UPDATETEXT,
          USE,
          WAITFOR,
          WHILE,
          WITH,
          WRITETEXT,
          IDENTIFIER,
          LEFT_PARENTHESIS,
          SEMICOLON,
          LABEL,
          SQLCMD_COMMAND,
          EOF,
          GO);

  /// What may follow SELECT, WITH, an opening parenthesis or the verb of a change where a statement
  /// begins.
  static final TokenSet QUERY_SECOND =
      TokenSet.of(
          ALL,
          CASE,
          COALESCE,
          CONVERT,
          CURRENT_DATE,
          CURRENT_TIMESTAMP,
          CURRENT_USER,
          DISTINCT,
          FROM,
          IDENTITY,
          IDENTITYCOL,
          INTO,
          LEFT,
          NULL,
          NULLIF,
          OPENDATASOURCE,
          OPENQUERY,
          OPENROWSET,
          OVER,
          RIGHT,
          ROWGUIDCOL,
          SELECT,
          SESSION_USER,
          SYSTEM_USER,
          TOP,
          TRY_CONVERT,
          USER,
          IDENTIFIER,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          STRING,
          NATIONAL_STRING,
          INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          VARIABLE,
          GLOBAL_VARIABLE,
          PSEUDO_COLUMN,
          LEFT_PARENTHESIS,
          LEFT_BRACE,
          DOT,
          PLUS_SIGN,
          MINUS_SIGN,
          STAR,
          TILDE,
          SQLCMD_VARIABLE);

  /// The assignments other than `=`.
  private static final TokenSet COMPOUND_ASSIGNMENTS =
      TokenSet.of(
          PLUS_ASSIGN,
          MINUS_ASSIGN,
          STAR_ASSIGN,
          SLASH_ASSIGN,
          PERCENT_ASSIGN,
          AMPERSAND_ASSIGN,
          BAR_ASSIGN,
          CARET_ASSIGN,
          DOUBLE_BAR_ASSIGN);

  /// What never follows an alias of a column.
  static final TokenSet NEVER_AFTER_ALIAS =
      NEVER_AFTER_ELEMENT.plus(
          PERCENT_SIGN,
          AMPERSAND,
          STAR,
          PLUS_SIGN,
          MINUS_SIGN,
          DOT,
          SLASH,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          AS,
          COLLATE,
          LEFT,
          NULL,
          RIGHT,
          ROWGUIDCOL,
          WHEN,
          CARET,
          LEFT_BRACE,
          BAR,
          DOUBLE_BAR);

  private static final TokenSet NEVER_AFTER_STAR = NEVER_AFTER_ALIAS.plus(STRING, NATIONAL_STRING);

  /// What follows a name and what a name cannot be told from before it was looked at.
  private static final TokenSet NAME_GOES_ON = TokenSet.of(EQUALS, DOUBLE_COLON);

  /// What never follows a value that is one token of a kind.
  static TokenSet neverAfterValue(TokenKind value) {
    return switch (value) {
      case USER, CURRENT_USER, SESSION_USER, SYSTEM_USER, CURRENT_TIMESTAMP, CURRENT_DATE ->
          NEVER_AFTER_CALL;
      default -> NEVER_AFTER_VALUE;
    };
  }

  private static final TokenSet NEVER_AFTER_CALL = NEVER_AFTER_VALUE.without(VALUE_WORDS);

  /// The sets for the ways in which an element of a list begins.
  ///
  /// @param constant after a constant or a pseudo column
  /// @param name after a name
  /// @param string after a string, which may be an alias
  /// @param variable after a variable, which may be assigned
  /// @param word after a sign or a word that begins a value
  record Element(
      TokenSet constant, TokenSet name, TokenSet string, TokenSet variable, TokenSet word) {
    private static Element of(TokenSet never) {
      return new Element(
          never,
          never.without(NAME_GOES_ON),
          never.without(EQUALS),
          never.without(COMPOUND_ASSIGNMENTS.plus(EQUALS)),
          never.without(VALUE_WORDS));
    }

    private static Element value(TokenSet never) {
      return new Element(
          never, never.without(DOUBLE_COLON), never, never, never.without(VALUE_WORDS));
    }

    /// What never follows `first`, the first token of an element.
    TokenSet after(TokenKind first) {
      return switch (first) {
        case IDENTIFIER, BRACKET_IDENTIFIER, DOUBLE_QUOTED -> name;
        case STRING, NATIONAL_STRING -> string;
        case VARIABLE -> variable;
        case INTEGER, DECIMAL, REAL, MONEY, BINARY, NULL, GLOBAL_VARIABLE, PSEUDO_COLUMN ->
            constant;
        case PLUS_SIGN,
            MINUS_SIGN,
            TILDE,
            CASE,
            CONVERT,
            TRY_CONVERT,
            COALESCE,
            NULLIF,
            LEFT,
            RIGHT,
            USER,
            CURRENT_USER,
            SESSION_USER,
            SYSTEM_USER,
            CURRENT_TIMESTAMP,
            CURRENT_DATE ->
            word;
        case STAR -> NEVER_AFTER_STAR;
        default -> NOTHING;
      };
    }
  }

  private static final TokenSet NOTHING = TokenSet.of();

  static final Element SELECT_ELEMENT = Element.of(NEVER_AFTER_ELEMENT);
  static final Element GROUPING = Element.value(NEVER_AFTER_GROUPING);

  private static final TokenSet AFTER_COMPARAND_NAME = AFTER_COMPARAND.plus(DOUBLE_COLON);
  private static final TokenSet AFTER_COMPARAND_WORD = AFTER_COMPARAND.plus(VALUE_WORDS);

  /// Whether `next` may follow `first`, the first token of a predicate.
  static boolean continuesPredicate(TokenKind first, TokenKind next) {
    return switch (first) {
      case IDENTIFIER, BRACKET_IDENTIFIER, DOUBLE_QUOTED -> AFTER_COMPARAND_NAME.contains(next);
      case STRING,
          NATIONAL_STRING,
          VARIABLE,
          INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          NULL,
          GLOBAL_VARIABLE,
          PSEUDO_COLUMN ->
          AFTER_COMPARAND.contains(next);
      case PLUS_SIGN,
          MINUS_SIGN,
          TILDE,
          CASE,
          CONVERT,
          TRY_CONVERT,
          COALESCE,
          NULLIF,
          LEFT,
          RIGHT,
          USER,
          CURRENT_USER,
          SESSION_USER,
          SYSTEM_USER,
          CURRENT_TIMESTAMP,
          CURRENT_DATE ->
          AFTER_COMPARAND_WORD.contains(next);
      default -> true;
    };
  }

  /// What may follow an opening parenthesis around a value or a query.
  static final TokenSet VALUE_OR_QUERY = VALUE.plus(SELECT);

  /// What may follow an opening parenthesis around a condition, a value or a query.
  static final TokenSet CONDITION_OR_QUERY =
      VALUE_OR_QUERY.plus(CONTAINS, EXISTS, FREETEXT, NOT, TSEQUAL, UPDATE);

  /// What may follow the name of an object that is changed.
  static final TokenSet AFTER_TARGET =
      STATEMENT_END.plus(
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          SQLCMD_VARIABLE,
          RIGHT_PARENTHESIS,
          COMMA,
          DOT,
          AS,
          DEFAULT,
          FROM,
          OPTION,
          VALUES,
          WHERE);

  /// What may follow the name of a transaction.
  static final TokenSet AFTER_TRANSACTION_NAME = STATEMENT_END.plus(INTEGER);

  /// What may follow the argument of a procedure.
  static final TokenSet AFTER_ARGUMENT =
      STATEMENT_END.plus(RIGHT_PARENTHESIS, COMMA, INTEGER, DECIMAL, REAL, MONEY, OPTION);

  /// What may follow the name of a procedure that is called.
  static final TokenSet AFTER_PROCEDURE =
      STATEMENT_END.plus(
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          SQLCMD_VARIABLE,
          STRING,
          NATIONAL_STRING,
          INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          NULL,
          DEFAULT,
          VARIABLE,
          GLOBAL_VARIABLE,
          MINUS_SIGN,
          LEFT_BRACE,
          DOT,
          RIGHT_PARENTHESIS,
          OPTION);

  /// What may follow the alias of a table.
  static final TokenSet AFTER_TABLE_ALIAS =
      STATEMENT_END.plus(
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          SQLCMD_VARIABLE,
          LEFT,
          RIGHT,
          RIGHT_PARENTHESIS,
          COMMA,
          CROSS,
          EXCEPT,
          FOR,
          FULL,
          GROUP,
          HAVING,
          HOLDLOCK,
          INNER,
          INTERSECT,
          JOIN,
          ON,
          OPTION,
          ORDER,
          OUTER,
          PIVOT,
          TABLESAMPLE,
          UNION,
          UNPIVOT,
          WHERE,
          RIGHT_BRACE);

  /// What may follow a table of one name.
  static final TokenSet AFTER_TABLE = AFTER_TABLE_ALIAS.plus(AS, DOT);

  static final TokenSet COMMA_ONLY = TokenSet.of(COMMA);

  static final TokenSet NAME =
      TokenSet.of(IDENTIFIER, BRACKET_IDENTIFIER, DOUBLE_QUOTED, SQLCMD_VARIABLE);

  static final TokenSet INSERT_SECOND = QUERY_SECOND.plus(BULK);

  static final TokenSet UPDATE_SECOND = QUERY_SECOND.plus(STATISTICS);

  /// What may follow EXECUTE.
  static final TokenSet AFTER_EXECUTE =
      TokenSet.of(
          IDENTIFIER,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          SQLCMD_VARIABLE,
          VARIABLE,
          GLOBAL_VARIABLE,
          LEFT_PARENTHESIS,
          DOT,
          AS,
          OPENDATASOURCE);

  /// What may begin the value of an option of the session.
  static final TokenSet OPTION_VALUE =
      TokenSet.of(
          IDENTIFIER,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          SQLCMD_VARIABLE,
          STRING,
          NATIONAL_STRING,
          INTEGER,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          NULL,
          VARIABLE,
          GLOBAL_VARIABLE,
          MINUS_SIGN,
          LEFT_BRACE);
}
