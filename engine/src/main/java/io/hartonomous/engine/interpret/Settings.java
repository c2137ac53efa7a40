package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.SqlSession.IsolationLevel;

/// The SET options of a session. A module runs with a copy: what it changes ends with it.
public final class Settings {
  boolean noCount;
  boolean xactAbort;
  boolean ansiNulls = true;
  boolean quotedIdentifier = true;
  boolean ansiPadding = true;
  boolean ansiWarnings = true;
  boolean arithAbort = true;
  boolean concatNullYieldsNull = true;
  boolean numericRoundAbort;
  boolean implicitTransactions;
  boolean cursorCloseOnCommit;
  boolean ansiNullDefaultOn = true;
  boolean fmtOnly;
  boolean noExec;
  boolean parseOnly;
  int lockTimeout = -1;
  int textSize = -1;
  long rowCount;
  int dateFirst = 7;
  String dateFormat = "mdy";
  String language = "us_english";
  byte[] contextInfo;
  int deadlockPriority;
  IsolationLevel isolation = IsolationLevel.READ_COMMITTED;

  Settings copy() {
    Settings s = new Settings();
    s.noCount = noCount;
    s.xactAbort = xactAbort;
    s.ansiNulls = ansiNulls;
    s.quotedIdentifier = quotedIdentifier;
    s.ansiPadding = ansiPadding;
    s.ansiWarnings = ansiWarnings;
    s.arithAbort = arithAbort;
    s.concatNullYieldsNull = concatNullYieldsNull;
    s.numericRoundAbort = numericRoundAbort;
    s.implicitTransactions = implicitTransactions;
    s.cursorCloseOnCommit = cursorCloseOnCommit;
    s.ansiNullDefaultOn = ansiNullDefaultOn;
    s.fmtOnly = fmtOnly;
    s.noExec = noExec;
    s.parseOnly = parseOnly;
    s.lockTimeout = lockTimeout;
    s.textSize = textSize;
    s.rowCount = rowCount;
    s.dateFirst = dateFirst;
    s.dateFormat = dateFormat;
    s.language = language;
    s.contextInfo = contextInfo;
    s.deadlockPriority = deadlockPriority;
    s.isolation = isolation;
    return s;
  }

  /// What plans depend on, as one number: those made under other settings are not used.
  long planKey() {
    return (ansiNulls ? 1 : 0)
        | (concatNullYieldsNull ? 2 : 0)
        | (ansiWarnings ? 4 : 0)
        | (arithAbort ? 8 : 0)
        | (long) dateFirst << 8;
  }
}
