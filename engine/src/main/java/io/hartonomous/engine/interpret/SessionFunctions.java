package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.Variant;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The values of functions that ask about the session: `@@ROWCOUNT`, `SCOPE_IDENTITY()`,
/// `ERROR_MESSAGE()`, `SERVERPROPERTY(...)`.
final class SessionFunctions {
  static final String VERSION = "17.0.1000.7";
  private final Session session;

  SessionFunctions(Session session) {
    this.session = session;
  }

  /// `function` is in upper case. Errors: 195 for one that is not known here.
  Object value(Frame frame, String function, List<Object> arguments) {
    ServerMessage error = frame.error();
    return switch (function) {
      case "@@ROWCOUNT" -> (int) Math.min(session.rowCount, Integer.MAX_VALUE);
      case "ROWCOUNT_BIG" -> session.rowCount;
      case "@@ERROR" -> session.lastError;
      case "@@TRANCOUNT" -> session.transactions().count();
      case "XACT_STATE" -> session.transactions().state();
      case "@@IDENTITY" -> session.identity;
      case "SCOPE_IDENTITY" ->
          frame.kind == Frame.Kind.BATCH ? session.scopeIdentity : frame.scopeIdentity;
      case "@@FETCH_STATUS" -> session.fetchStatus;
      case "@@CURSOR_ROWS" -> 0;
      case "@@NESTLEVEL" -> frame.level();
      case "@@PROCID" -> frame.moduleId;
      case "@@SPID" -> session.id();
      case "@@VERSION" ->
          "Microsoft SQL Server 2025 compatible: Hartonomous embedded engine " + VERSION;
      case "@@MICROSOFTVERSION" -> 0x110003E8;
      case "@@SERVERNAME" -> "hartonomous";
      case "@@SERVICENAME" -> "MSSQLSERVER";
      case "@@LANGUAGE" -> session.settings().language;
      case "@@LANGID" -> 0;
      case "@@DATEFIRST" -> session.settings().dateFirst;
      case "@@LOCK_TIMEOUT" -> session.settings().lockTimeout;
      case "@@TEXTSIZE" -> session.settings().textSize;
      case "@@MAX_CONNECTIONS" -> 32767;
      case "@@MAX_PRECISION" -> 38;
      case "@@OPTIONS" -> options();
      case "@@DBTS" -> null;
      case "ERROR_NUMBER" -> error == null ? null : error.number();
      case "ERROR_MESSAGE" -> error == null ? null : error.text();
      case "ERROR_SEVERITY" -> error == null ? null : error.severity();
      case "ERROR_STATE" -> error == null ? null : error.state();
      case "ERROR_LINE" -> error == null ? null : error.line();
      case "ERROR_PROCEDURE" ->
          error == null || error.procedure().isEmpty() ? null : error.procedure();
      case "DB_NAME" ->
          arguments.isEmpty() ? session.databaseName() : databaseName(arguments.getFirst());
      case "DB_ID" ->
          arguments.isEmpty()
              ? Integer.valueOf(session.database().id())
              : databaseId(arguments.getFirst());
      case "ORIGINAL_DB_NAME" -> session.databaseName();
      case "SCHEMA_NAME" -> session.defaultSchema();
      case "SCHEMA_ID" -> 1;
      case "USER_NAME", "CURRENT_USER", "SESSION_USER", "USER" -> session.user;
      case "USER_ID", "DATABASE_PRINCIPAL_ID" -> 1;
      case "SUSER_NAME", "SUSER_SNAME", "SYSTEM_USER", "ORIGINAL_LOGIN" -> session.login().user();
      case "SUSER_ID" -> 1;
      case "SUSER_SID" -> new byte[] {1};
      case "HOST_NAME" -> session.login().hostName();
      case "HOST_ID" -> String.valueOf(session.login().processId());
      case "APP_NAME", "PROGRAM_NAME" -> session.login().applicationName();
      case "CONTEXT_INFO" -> session.settings().contextInfo;
      case "SESSION_CONTEXT" ->
          variant(session.contextValues.get(String.valueOf(arguments.getFirst())));
      case "SERVERPROPERTY" -> variant(serverProperty(String.valueOf(arguments.getFirst())));
      case "SESSIONPROPERTY" -> variant(sessionProperty(String.valueOf(arguments.getFirst())));
      case "CONNECTIONPROPERTY" ->
          variant(connectionProperty(String.valueOf(arguments.getFirst())));
      case "DATABASEPROPERTYEX" ->
          variant(
              databaseProperty(String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1))));
      case "APPLOCK_MODE" -> {
        Optional<AppLocks.Resource> resource = resource(arguments);
        yield resource
            .map(r ->
                session.server().appLocks().mode(r, session.id(), ofTransaction(arguments.get(2))))
            .orElse(null);
      }
      case "APPLOCK_TEST" -> {
        AppLocks.Mode mode = AppLocks.Mode.of(String.valueOf(arguments.get(2)));
        yield mode == null
            ? null
            : session
                    .server()
                    .appLocks()
                    .test(resource(arguments).orElseThrow(), mode, session.id())
                ? 1
                : 0;
      }
      case "IS_MEMBER" -> isMember(String.valueOf(arguments.getFirst()));
      case "IS_ROLEMEMBER" -> isMember(String.valueOf(arguments.getFirst()));
      case "IS_SRVROLEMEMBER", "HAS_DBACCESS" -> 1;
      case "CURRENT_TRANSACTION_ID" -> 0L;
      case "TRIGGER_NESTLEVEL" -> triggerLevel(frame);
      case "GETANSINULL" -> 1;
      case "CURRENT_TIMESTAMP", "GETDATE" -> LocalDateTime.now();
      case "CURSOR_STATUS" ->
          cursorStatus(frame, String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1)));
      case "UPDATE" -> Triggers.isUpdated(frame, String.valueOf(arguments.getFirst()));
      case "COLUMNS_UPDATED" -> throw SqlError.unsupported("COLUMNS_UPDATED");
      default -> throw SqlError.unsupported("the function " + function);
    };
  }

  /// 1 open with rows, 0 open without, -1 closed, -2 a variable without a cursor, -3 no such
  /// cursor.
  private int cursorStatus(Frame frame, String kind, String name) {
    Cursor cursor;
    if (kind.equalsIgnoreCase("variable")) {
      Variable variable = frame.find(name);
      if (variable == null) {
        return -3;
      }
      if (!(variable.value instanceof Cursor c)) {
        return -2;
      }
      cursor = c;
    } else {
      String key = session.collation().key(name);
      cursor =
          kind.equalsIgnoreCase("local")
              ? frame.cursors.get(key)
              : session.globalCursors().get(key);
    }
    return cursor == null ? -3 : !cursor.isOpen() ? -1 : cursor.rows.isEmpty() ? 0 : 1;
  }

  private Optional<AppLocks.Resource> resource(List<Object> arguments) {
    return arguments.get(0) == null || arguments.get(1) == null
        ? Optional.empty()
        : Optional.of(
            new AppLocks.Resource(
                session.database().id(),
                arguments.get(0).toString().toLowerCase(Locale.ROOT),
                arguments.get(1).toString()));
  }

  static boolean ofTransaction(Object owner) {
    return owner == null || owner.toString().equalsIgnoreCase("Transaction");
  }

  private static int triggerLevel(Frame frame) {
    int level = 0;
    for (Frame f = frame; f != null; f = f.caller) {
      level += f.kind == Frame.Kind.TRIGGER ? 1 : 0;
    }
    return level;
  }

  /// Bits of `sp_configure 'user options'`.
  private int options() {
    Settings s = session.settings();
    return (s.implicitTransactions ? 2 : 0)
        | (s.cursorCloseOnCommit ? 4 : 0)
        | (s.ansiWarnings ? 8 : 0)
        | (s.ansiPadding ? 16 : 0)
        | (s.ansiNulls ? 32 : 0)
        | (s.arithAbort ? 64 : 0)
        | (s.quotedIdentifier ? 256 : 0)
        | (s.noCount ? 512 : 0)
        | (s.ansiNullDefaultOn ? 1024 : 0)
        | (s.concatNullYieldsNull ? 4096 : 0)
        | (s.numericRoundAbort ? 8192 : 0)
        | (s.xactAbort ? 16384 : 0);
  }

  private String databaseName(Object id) {
    return id == null
        ? null
        : session.server().databases().stream()
            .filter(d -> d.id() == ((Number) id).intValue())
            .map(Server.Properties::name)
            .findFirst()
            .orElse(null);
  }

  private Integer databaseId(Object name) {
    return name == null
        ? null
        : session.server().database(name.toString()).map(Server.Properties::id).orElse(null);
  }

  /// The session's user is dbo, who is in db_owner and whatever role was given to dbo.
  private Integer isMember(String role) {
    String key = session.collation().key(role);
    if (key.equals("public") || key.equals("db_owner")) {
      return 1;
    }
    return session
                .catalog()
                .state()
                .find(io.hartonomous.model.ObjectKind.ROLE, new ObjectName("", role))
                .isPresent()
            || FixedSecurity.isFixedRole(key)
        ? 0
        : null;
  }

  private Object serverProperty(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "productversion" -> VERSION;
      case "productmajorversion" -> "17";
      case "productminorversion" -> "0";
      case "productbuild" -> "1000";
      case "productlevel" -> "RTM";
      case "edition" -> "Developer Edition (64-bit)";
      case "engineedition" -> 3;
      case "editionid" -> -2117995310L;
      case "servername", "machinename", "computernamephysicalnetbios" -> "hartonomous";
      case "instancename",
          "processid",
          "productupdatelevel",
          "productupdatereference",
          "productbuildtype" ->
          null;
      case "collation" -> "SQL_Latin1_General_CP1_CI_AS";
      case "collationid" -> 872468488;
      case "comparisonstyle" -> 196609;
      case "lcid" -> 1033;
      case "sqlcharset" -> 1;
      case "sqlcharsetname" -> "iso_1";
      case "sqlsortorder" -> 52;
      case "sqlsortordername" -> "nocase_iso";
      case "isclustered",
          "ishadrenabled",
          "isfulltextinstalled",
          "isintegratedsecurityonly",
          "islocaldb",
          "isadvancedanalyticsinstalled",
          "ispolybaseinstalled",
          "isxtpsupported",
          "issingleuser",
          "isbigdatacluster",
          "isexternalauthenticationonly",
          "filestreamconfiguredlevel",
          "filestreameffectivelevel" ->
          0;
      case "istempdbmetadatamemoryoptimized" -> 0;
      case "instancedefaultdatapath", "instancedefaultlogpath", "instancedefaultbackuppath" -> "";
      case "resourceversion" -> VERSION;
      case "buildclrversion" -> "v4.0.30319";
      case "licensetype" -> "DISABLED";
      case "pathseparator" -> "/";
      default -> null;
    };
  }

  private Object sessionProperty(String name) {
    Settings s = session.settings();
    Boolean on =
        switch (name.toUpperCase(Locale.ROOT)) {
          case "ANSI_NULLS" -> s.ansiNulls;
          case "ANSI_PADDING" -> s.ansiPadding;
          case "ANSI_WARNINGS" -> s.ansiWarnings;
          case "ARITHABORT" -> s.arithAbort;
          case "CONCAT_NULL_YIELDS_NULL" -> s.concatNullYieldsNull;
          case "NUMERIC_ROUNDABORT" -> s.numericRoundAbort;
          case "QUOTED_IDENTIFIER" -> s.quotedIdentifier;
          default -> null;
        };
    return on == null ? null : on ? 1 : 0;
  }

  private static Object connectionProperty(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "net_transport", "physical_net_transport" -> "TCP";
      case "protocol_type" -> "TSQL";
      case "auth_scheme" -> "SQL";
      case "local_net_address", "client_net_address" -> "127.0.0.1";
      default -> null;
    };
  }

  private Object databaseProperty(String database, String property) {
    Optional<Server.Properties> found = session.server().database(database);
    if (found.isEmpty()) {
      return null;
    }
    Server.Properties d = found.get();
    return switch (property.toLowerCase(Locale.ROOT)) {
      case "collation" -> d.collation().name();
      case "comparisonstyle" -> 196609;
      case "edition" -> "Developer";
      case "status" -> "ONLINE";
      case "recovery" -> d.option("RECOVERY").orElse("FULL");
      case "updateability" ->
          d.option("READ_ONLY").filter("ON"::equals).isPresent() ? "READ_ONLY" : "READ_WRITE";
      case "useraccess" -> d.option("USER_ACCESS").orElse("MULTI_USER");
      case "version" -> 998;
      case "lcid" -> 1033;
      case "sqlsortorder" -> 52;
      case "isautoclose" -> flag(d, "AUTO_CLOSE");
      case "isautoshrink" -> flag(d, "AUTO_SHRINK");
      case "isansinullsenabled" -> flag(d, "ANSI_NULLS");
      case "isquotedidentifiersenabled" -> flag(d, "QUOTED_IDENTIFIER");
      case "isrecursivetriggersenabled" -> flag(d, "RECURSIVE_TRIGGERS");
      case "isfulltextenabled",
          "isinstandby",
          "ispublished",
          "issubscribed",
          "ismergepublished",
          "issyncwithbackup",
          "istornpagedetectionenabled",
          "isclone",
          "ismemoryoptimizedelevatetosnapshotenabled" ->
          0;
      case "isnullconcat" -> flag(d, "CONCAT_NULL_YIELDS_NULL");
      case "isxtpsupported" -> 1;
      default -> null;
    };
  }

  /// These functions are of type sql_variant.
  private static Variant variant(Object value) {
    return switch (value) {
      case null -> null;
      case Integer i -> new Variant(SqlType.INT, i);
      case Long l -> new Variant(SqlType.BIGINT, l);
      case String s -> new Variant(SqlType.nvarchar(Math.clamp(s.length(), 1, 4000)), s);
      default -> throw SqlError.unsupported("a sql_variant of this kind in the session's context");
    };
  }

  private static int flag(Server.Properties d, String option) {
    return d.option(option).filter("ON"::equals).isPresent() ? 1 : 0;
  }
}
