package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.SqlSession.IsolationLevel;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ProceduralStatement;
import java.sql.SQLException;
import java.util.Locale;

/// SET of session options. An option is kept, or refused by name where its effect would be missed.
final class SetOptions {
  private final Session session;
  private final Evaluation evaluation;

  SetOptions(Session session, Evaluation evaluation) {
    this.session = session;
    this.evaluation = evaluation;
  }

  void onOff(Frame frame, ProceduralStatement.SetOnOff s) throws SQLException {
    for (Identifier option : s.options()) {
      onOff(option.value().toUpperCase(Locale.ROOT), s.on());
    }
  }

  private void onOff(String option, boolean on) throws SQLException {
    Settings settings = session.settings();
    switch (option) {
      case "NOCOUNT" -> settings.noCount = on;
      case "XACT_ABORT" -> settings.xactAbort = on;
      case "ANSI_NULLS" -> settings.ansiNulls = on;
      case "QUOTED_IDENTIFIER" -> settings.quotedIdentifier = on;
      case "ANSI_PADDING" -> settings.ansiPadding = on;
      case "ANSI_WARNINGS" -> settings.ansiWarnings = on;
      case "ARITHABORT" -> settings.arithAbort = on;
      case "CONCAT_NULL_YIELDS_NULL" -> {
        if (!on) {
          throw SqlError.unsupported("SET CONCAT_NULL_YIELDS_NULL OFF");
        }
      }
      case "NUMERIC_ROUNDABORT" -> {
        if (on) {
          throw SqlError.unsupported("SET NUMERIC_ROUNDABORT ON");
        }
      }
      case "IMPLICIT_TRANSACTIONS" -> settings.implicitTransactions = on;
      case "CURSOR_CLOSE_ON_COMMIT" -> settings.cursorCloseOnCommit = on;
      case "ANSI_NULL_DFLT_ON" -> settings.ansiNullDefaultOn = on;
      case "ANSI_NULL_DFLT_OFF" -> settings.ansiNullDefaultOn = !on;
      case "ANSI_DEFAULTS" -> {
        settings.ansiNulls = on;
        settings.ansiPadding = on;
        settings.ansiWarnings = on;
        settings.quotedIdentifier = on;
        settings.implicitTransactions = on;
        settings.cursorCloseOnCommit = on;
        settings.ansiNullDefaultOn = on;
      }
      case "FMTONLY" -> settings.fmtOnly = on;
      case "NOEXEC" -> settings.noExec = on;
      case "PARSEONLY" -> settings.parseOnly = on;
      case "ARITHIGNORE",
          "FORCEPLAN",
          "REMOTE_PROC_TRANSACTIONS",
          "NO_BROWSETABLE",
          "DISABLE_DEF_CNST_CHK" -> {}
      case "SHOWPLAN_ALL", "SHOWPLAN_TEXT", "SHOWPLAN_XML" -> {
        if (on) {
          throw SqlError.unsupported("SET " + option);
        }
      }
      default -> throw SqlError.of(195, option, "SET option").withState(5);
    }
  }

  void value(Frame frame, ProceduralStatement.SetValue statement) throws SQLException {
    for (ProceduralStatement.Setting setting : statement.settings()) {
      value(frame, statement, setting);
    }
  }

  private void value(
      Frame frame, ProceduralStatement.SetValue statement, ProceduralStatement.Setting s)
      throws SQLException {
    Settings settings = session.settings();
    String option = s.option().value().toUpperCase(Locale.ROOT);
    switch (option) {
      case "LOCK_TIMEOUT" -> {
        settings.lockTimeout = integer(frame, statement, s);
        session.applySettings();
      }
      case "TEXTSIZE" -> {
        int size = integer(frame, statement, s);
        settings.textSize = size == 0 ? 4096 : size;
      }
      case "ROWCOUNT" -> settings.rowCount = integer(frame, statement, s);
      case "DATEFIRST" -> {
        int day = integer(frame, statement, s);
        if (day < 1 || day > 7) {
          throw SqlError.of(2742, day);
        }
        settings.dateFirst = day;
      }
      case "DATEFORMAT" -> {
        String format = word(frame, statement, s).toLowerCase(Locale.ROOT);
        if (!format.equals("mdy")) {
          throw SqlError.unsupported("SET DATEFORMAT " + format);
        }
        settings.dateFormat = format;
      }
      case "LANGUAGE" -> {
        String language = word(frame, statement, s);
        if (!language.equalsIgnoreCase("us_english") && !language.equalsIgnoreCase("English")) {
          throw SqlError.unsupported("SET LANGUAGE " + language);
        }
        settings.language = "us_english";
      }
      case "CONTEXT_INFO" ->
          settings.contextInfo =
              (byte[]) evaluation.value(frame, statement, s.value(), SqlType.varbinary(128));
      case "DEADLOCK_PRIORITY" -> {}
      case "QUERY_GOVERNOR_COST_LIMIT", "FIPS_FLAGGER", "OFFSETS" -> {}
      default -> throw SqlError.of(195, option, "SET option").withState(5);
    }
  }

  private int integer(
      Frame frame, ProceduralStatement.SetValue statement, ProceduralStatement.Setting s)
      throws SQLException {
    Object value = evaluation.value(frame, statement, s.value(), SqlType.INT);
    return value == null ? 0 : ((Number) value).intValue();
  }

  private String word(
      Frame frame, ProceduralStatement.SetValue statement, ProceduralStatement.Setting s)
      throws SQLException {
    return s.value() instanceof Expression.ColumnReference c
        ? c.name().object().value()
        : String.valueOf(evaluation.value(frame, statement, s.value()));
  }

  void identityInsert(Frame frame, ProceduralStatement.SetIdentityInsert s) {
    String table = session.identityKey(frame, s.table());
    if (!s.on()) {
      if (table.equals(session.identityInsert)) {
        session.identityInsert = null;
      }
    } else if (session.identityInsert != null && !session.identityInsert.equals(table)) {
      throw SqlError.of(8107, session.identityInsert, s.table().object().value());
    } else {
      session.identityInsert = table;
    }
  }

  void isolation(ProceduralStatement.SetIsolationLevel s) {
    session.transactions().isolation(IsolationLevel.valueOf(s.level().name()));
  }

  void statistics(ProceduralStatement.SetStatistics s) {
    if (s.on()) {
      throw SqlError.unsupported(
          "SET STATISTICS " + s.kinds().getFirst().value().toUpperCase(Locale.ROOT) + " ON");
    }
  }
}
