package io.hartonomous.engine.interpret;

import io.hartonomous.engine.interpret.eval.Conversions;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The call of a system procedure: who calls, with what. A system procedure reads its arguments by
/// position and name.
public final class SystemCall {
  private final Session session;
  private final Calls calls;
  private final Frame frame;
  private final String name;
  private final List<Argument> arguments;

  SystemCall(Session session, Calls calls, Frame frame, String name, List<Argument> arguments) {
    this.session = session;
    this.calls = calls;
    this.frame = frame;
    this.name = name;
    this.arguments = arguments;
  }

  public Session session() {
    return session;
  }

  public String name() {
    return name;
  }

  /// The argument for a parameter, null where it was not given. `position` is 0-based, `parameter`
  /// with its `@`.
  Argument argument(int position, String parameter) {
    for (int i = 0; i < arguments.size(); i++) {
      Argument a = arguments.get(i);
      if (a.name().isEmpty() ? i == position : a.name().equalsIgnoreCase(parameter)) {
        return a.defaulted() ? null : a;
      }
    }
    return null;
  }

  public String text(int position, String parameter) {
    Argument a = argument(position, parameter);
    return a == null || a.value() == null
        ? null
        : (String) Conversions.assign(a.value(), a.type(), SqlType.nvarchar(SqlType.MAX));
  }

  public Integer integer(int position, String parameter) {
    Argument a = argument(position, parameter);
    return a == null || a.value() == null
        ? null
        : (Integer) Conversions.assign(a.value(), a.type(), SqlType.INT);
  }

  /// All arguments as names in lower case.
  java.util.Set<String> names() {
    java.util.Set<String> names = new java.util.LinkedHashSet<>();
    for (Argument a : arguments) {
      if (a.value() != null) {
        names.add(String.valueOf(a.value()).toLowerCase(java.util.Locale.ROOT));
      }
    }
    return names;
  }

  /// The value and type of an argument as given.
  public Object value(int position, String parameter) {
    Argument a = argument(position, parameter);
    return a == null ? null : a.value();
  }

  public boolean isGiven(int position, String parameter) {
    return argument(position, parameter) != null;
  }

  /// Gives a value back through an OUTPUT argument.
  public void output(int position, String parameter, Object value, SqlType type) {
    Argument a = argument(position, parameter);
    if (a != null && a.target() != null) {
      a.target().value = Conversions.assign(value, type, a.target().type);
    }
  }

  /// Sends a result set.
  public void send(List<ResultColumn> columns, List<Object[]> rows) {
    session.sink().columns(columns);
    rows.forEach(r -> session.sink().row(r));
    session.rowCount = rows.size();
    session
        .sink()
        .done(
            ResultSink.Command.SELECT, session.settings().noCount ? -1 : rows.size(), false, true);
  }

  public void message(int number, int severity, String text) {
    session.message(number, severity, 1, text, frame);
  }

  public SqlError error(int number, Object... values) {
    return SqlError.of(number, values);
  }

  public boolean isCancelled() {
    return session.cancellation().isRequested();
  }

  /// Takes an application lock; the return codes are those of sp_getapplock.
  public int lock(
      String principal, String resource, String mode, boolean ofTransaction, int timeout) {
    AppLocks.Mode wanted = AppLocks.Mode.of(mode);
    if (wanted == null || ofTransaction && !session.transactions().isOpen()) {
      return AppLocks.INVALID;
    }
    AppLocks.Resource what =
        new AppLocks.Resource(
            session.database().id(), principal.toLowerCase(java.util.Locale.ROOT), resource);
    return session
        .server()
        .appLocks()
        .acquire(what, wanted, session.id(), ofTransaction, timeout, this::isCancelled);
  }

  public boolean unlock(String principal, String resource, boolean ofTransaction) {
    return session
        .server()
        .appLocks()
        .release(
            new AppLocks.Resource(
                session.database().id(), principal.toLowerCase(java.util.Locale.ROOT), resource),
            session.id(),
            ofTransaction);
  }

  public int lockTimeout() {
    return session.settings().lockTimeout;
  }

  public void contextValue(String key, Object value) {
    session.contextValues.put(key, value);
  }

  /// `sp_executesql`: the text, its parameters, their values.
  public int executeSql() throws SQLException {
    String text = text(0, "@stmt");
    String declarations = text(1, "@params");
    List<Argument> values = new ArrayList<>();
    int position = 0;
    for (Argument a : arguments) {
      boolean own =
          a.name().isEmpty()
              ? position < 2
              : a.name().equalsIgnoreCase("@stmt")
                  || a.name().equalsIgnoreCase("@statement")
                  || a.name().equalsIgnoreCase("@params");
      position++;
      if (!own) {
        values.add(a);
      }
    }
    return text == null
        ? 0
        : calls.dynamic(frame, text, declarations == null ? "" : declarations, values);
  }

  /// `sp_prepare @handle OUTPUT, @params, @stmt`: the handle.
  public int prepare() {
    String declarations = text(1, "@params");
    String text = text(2, "@stmt");
    int handle =
        session
            .prepared()
            .add(new PreparedStatements.Prepared(declarations == null ? "" : declarations, text));
    output(0, "@handle", handle, SqlType.INT);
    return handle;
  }

  /// `sp_execute @handle, values`, or the second half of sp_prepexec (`skip` 3).
  public int executePrepared(int handle, int skip) throws SQLException {
    PreparedStatements.Prepared prepared = session.prepared().get(handle);
    return calls.dynamic(
        frame,
        prepared.text(),
        prepared.declarations(),
        arguments.subList(Math.min(skip, arguments.size()), arguments.size()));
  }

  public void unprepare(int handle) {
    session.prepared().remove(handle);
  }

  /// Runs T-SQL of the engine's own in the place of the call.
  public int run(String text) throws SQLException {
    return calls.dynamic(frame, text, "", List.of());
  }

  /// The same with named text parameters.
  public int run(String text, String declarations, Object... values) throws SQLException {
    List<Argument> given = new ArrayList<>();
    for (Object v : values) {
      given.add(Argument.of("", v, v instanceof Integer ? SqlType.INT : SqlType.nvarchar(4000)));
    }
    return calls.dynamic(frame, text, declarations, given);
  }
}
