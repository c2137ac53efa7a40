package io.hartonomous.syntax;

import java.util.Set;

/// Statements of T-SQL that are known by name and have no grammar here. Source: Microsoft Learn,
/// "Transact-SQL statements".
final class UnsupportedStatements {
  /// The second part of CREATE, ALTER and DROP.
  private static final Set<String> OBJECTS =
      Set.of(
          "AGGREGATE",
          "APPLICATION ROLE",
          "ASSEMBLY",
          "ASYMMETRIC KEY",
          "AVAILABILITY GROUP",
          "BROKER PRIORITY",
          "CERTIFICATE",
          "COLUMN ENCRYPTION KEY",
          "COLUMN MASTER KEY",
          "CONTRACT",
          "CREDENTIAL",
          "CRYPTOGRAPHIC PROVIDER",
          "DATABASE AUDIT SPECIFICATION",
          "DATABASE ENCRYPTION KEY",
          "DATABASE SCOPED CREDENTIAL",
          "DATABASE",
          "ENDPOINT",
          "EVENT NOTIFICATION",
          "EVENT SESSION",
          "EXTERNAL DATA SOURCE",
          "EXTERNAL FILE FORMAT",
          "EXTERNAL LANGUAGE",
          "EXTERNAL LIBRARY",
          "EXTERNAL MODEL",
          "EXTERNAL RESOURCE POOL",
          "EXTERNAL STREAM",
          "EXTERNAL TABLE",
          "LOGIN",
          "MASTER KEY",
          "MESSAGE TYPE",
          "PARTITION FUNCTION",
          "PARTITION SCHEME",
          "QUEUE",
          "REMOTE SERVICE BINDING",
          "RESOURCE GOVERNOR",
          "RESOURCE POOL",
          "ROUTE",
          "SECURITY POLICY",
          "SERVER AUDIT",
          "SERVER AUDIT SPECIFICATION",
          "SERVER CONFIGURATION",
          "SERVER ROLE",
          "SERVICE MASTER KEY",
          "SERVICE",
          "SYMMETRIC KEY",
          "WORKLOAD CLASSIFIER",
          "WORKLOAD GROUP",
          "XML SCHEMA COLLECTION",
          "USER",
          "DEFAULT",
          "RULE",
          "SIGNATURE");

  private static final Set<String> STATEMENTS =
      Set.of(
          "ADD SIGNATURE",
          "ADD SENSITIVITY CLASSIFICATION",
          "DROP SENSITIVITY CLASSIFICATION",
          "BACKUP",
          "RESTORE",
          "BULK INSERT",
          "KILL",
          "RECONFIGURE",
          "SHUTDOWN",
          "READTEXT",
          "WRITETEXT",
          "UPDATETEXT",
          "SETUSER",
          "LINENO",
          "OPEN SYMMETRIC KEY",
          "CLOSE SYMMETRIC KEY",
          "OPEN MASTER KEY",
          "CLOSE MASTER KEY",
          "BEGIN CONVERSATION",
          "BEGIN DIALOG",
          "END CONVERSATION",
          "MOVE CONVERSATION",
          "GET CONVERSATION",
          "SEND ON",
          "RECEIVE",
          "ALTER AUTHORIZATION",
          "COPY INTO",
          "RENAME OBJECT",
          "OPEN ALL",
          "CLOSE ALL",
          "WAITFOR (");

  private UnsupportedStatements() {}

  /// The name of the statement at the cursor if it is one of these, else null. The longest name
  /// wins.
  static String nameAt(Parser p) {
    StringBuilder words = new StringBuilder();
    String found = null;
    boolean object = p.at(TokenKind.CREATE) || p.at(TokenKind.ALTER) || p.at(TokenKind.DROP);
    String verb = Words.upper(p.text());
    for (int ahead = 0;
        ahead < 4 && (p.kind(ahead) == TokenKind.IDENTIFIER || p.kind(ahead).isReservedWord());
        ahead++) {
      words.append(words.isEmpty() ? "" : " ").append(Words.upper(p.tokens.text(p.pos + ahead)));
      String name = words.toString();
      if (STATEMENTS.contains(name)
          || object && ahead > 0 && OBJECTS.contains(name.substring(verb.length() + 1))) {
        found = name;
      }
    }
    return found;
  }
}
