package io.hartonomous.syntax;

/// What a token is. Words that T-SQL reserves have a kind each (their name is the word); all other words are IDENTIFIER and told apart by their text.
///
/// Comparison operators of two characters are two tokens, since blanks may stand between them.
public enum TokenKind {
  EOF("end of file"),
  ERROR("a character that T-SQL does not know"),
  /// `GO` as the first token of its line.
  GO("GO"),
  /// A line for sqlcmd: `:r file`, `:setvar name value`, `:on error exit`. Only where the options say so.
  SQLCMD_COMMAND("a sqlcmd command"),
  IDENTIFIER("a name"),
  BRACKET_IDENTIFIER("a name"),
  /// `"..."`: a name or a string, as QUOTED_IDENTIFIER says at that place.
  DOUBLE_QUOTED("a name in double quotes"),
  STRING("a string"),
  NATIONAL_STRING("a string"),
  INTEGER("a number"),
  DECIMAL("a number"),
  REAL("a number"),
  MONEY("an amount of money"),
  BINARY("a binary value"),
  VARIABLE("a variable"),
  GLOBAL_VARIABLE("a system variable"),
  SQLCMD_VARIABLE("a sqlcmd variable"),
  PSEUDO_COLUMN("a pseudo column"),
  LEFT_PARENTHESIS("("),
  RIGHT_PARENTHESIS(")"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  COMMA(","),
  SEMICOLON(";"),
  DOT("."),
  COLON(":"),
  DOUBLE_COLON("::"),
  EQUALS("="),
  LESS("<"),
  GREATER(">"),
  BANG("!"),
  PLUS_SIGN("+"),
  MINUS_SIGN("-"),
  STAR("*"),
  SLASH("/"),
  PERCENT_SIGN("%"),
  AMPERSAND("&"),
  BAR("|"),
  CARET("^"),
  TILDE("~"),
  DOUBLE_BAR("||"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  PLUS_ASSIGN("+="),
  MINUS_ASSIGN("-="),
  STAR_ASSIGN("*="),
  SLASH_ASSIGN("/="),
  PERCENT_ASSIGN("%="),
  AMPERSAND_ASSIGN("&="),
  BAR_ASSIGN("|="),
  CARET_ASSIGN("^="),
  DOUBLE_BAR_ASSIGN("||="),

  // Reserved words.
  ADD, ALL, ALTER, AND, ANY, AS, ASC, AUTHORIZATION, BACKUP, BEGIN, BETWEEN, BREAK, BROWSE, BULK, BY, CASCADE, CASE, CHECK, CHECKPOINT,
  CLOSE, CLUSTERED, COALESCE, COLLATE, COLUMN, COMMIT, COMPUTE, CONSTRAINT, CONTAINS, CONTAINSTABLE, CONTINUE, CONVERT, CREATE, CROSS,
  CURRENT, CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP, CURRENT_USER, CURSOR, DATABASE, DBCC, DEALLOCATE, DECLARE, DEFAULT, DELETE, DENY,
  DESC, DISTINCT, DISTRIBUTED, DOUBLE, DROP, ELSE, END, ERRLVL, ESCAPE, EXCEPT, EXEC, EXECUTE, EXISTS, EXIT, EXTERNAL, FETCH, FILE,
  FILLFACTOR, FOR, FOREIGN, FREETEXT, FREETEXTTABLE, FROM, FULL, FUNCTION, GOTO, GRANT, GROUP, HAVING, HOLDLOCK, IDENTITY, IDENTITY_INSERT,
  IDENTITYCOL, IF, IN, INDEX, INNER, INSERT, INTERSECT, INTO, IS, JOIN, KEY, KILL, LEFT, LIKE, LINENO, MERGE, NATIONAL, NOCHECK,
  NONCLUSTERED, NOT, NULL, NULLIF, OF, OFF, OFFSETS, ON, OPEN, OPENDATASOURCE, OPENQUERY, OPENROWSET, OPENXML, OPTION, OR, ORDER, OUTER,
  OVER, PERCENT, PIVOT, PLAN, PRIMARY, PRINT, PROC, PROCEDURE, PUBLIC, RAISERROR, READ, READTEXT, RECONFIGURE, REFERENCES, REPLICATION,
  RESTORE, RESTRICT, RETURN, REVERT, REVOKE, RIGHT, ROLLBACK, ROWCOUNT, ROWGUIDCOL, RULE, SAVE, SCHEMA, SELECT, SEMANTICKEYPHRASETABLE,
  SEMANTICSIMILARITYDETAILSTABLE, SEMANTICSIMILARITYTABLE, SESSION_USER, SET, SETUSER, SHUTDOWN, SOME, STATISTICS, STOPLIST, SYSTEM_USER,
  TABLE, TABLESAMPLE, TEXTSIZE, THEN, TO, TOP, TRAN, TRANSACTION, TRIGGER, TRUNCATE, TRY_CONVERT, TSEQUAL, UNION, UNIQUE, UNPIVOT, UPDATE,
  UPDATETEXT, USE, USER, VALUES, VARYING, VIEW, WAITFOR, WHEN, WHERE, WHILE, WITH, WRITETEXT;

  private static final TokenKind[] KINDS = values();

  private final String shown;

  TokenKind() {
    shown = name();
  }

  TokenKind(String shown) {
    this.shown = shown;
  }

  /// How a message names it.
  public String shown() {
    return shown;
  }

  public boolean isReservedWord() {
    return ordinal() >= ADD.ordinal();
  }

  /// The kind of an ordinal, without the copy that `values()` makes.
  static TokenKind of(int ordinal) {
    return KINDS[ordinal];
  }
}
