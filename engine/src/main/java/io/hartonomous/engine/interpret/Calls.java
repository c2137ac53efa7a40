package io.hartonomous.engine.interpret;

import io.hartonomous.bind.DataTypes;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.interpret.eval.Conversions;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteArgument;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteTarget;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// EXECUTE: procedures, dynamic SQL, system procedures; arguments and what comes back.
final class Calls {
  private final Session session;
  private final Interpreter interpreter;
  private final Evaluation evaluation;
  private int insertExec;
  private int countBefore;

  Calls(Session session, Interpreter interpreter, Evaluation evaluation) {
    this.session = session;
    this.interpreter = interpreter;
    this.evaluation = evaluation;
  }

  boolean inInsertExec() {
    return insertExec > 0;
  }

  int countBefore() {
    return countBefore;
  }

  /// Runs a call whose rows are taken by INSERT.
  CaptureSink captured(Frame frame, ProceduralStatement.Execute e) throws SQLException {
    if (insertExec > 0) {
      throw SqlError.of(8164);
    }
    var outer = session.sink();
    CaptureSink sink = new CaptureSink(outer);
    session.sink(sink);
    insertExec++;
    countBefore = session.transactions().count();
    try {
      execute(frame, e);
    } finally {
      insertExec--;
      session.sink(outer);
    }
    return sink;
  }

  void execute(Frame frame, ProceduralStatement.Execute e) throws SQLException {
    for (ProceduralStatement.ExecuteOption option : e.options()) {
      if (option instanceof ProceduralStatement.ExecuteOption.ResultSets) {
        throw SqlError.unsupported("EXECUTE ... WITH RESULT SETS and definitions");
      }
    }
    switch (e.target()) {
      case ExecuteTarget.Procedure p -> procedure(frame, e, p.name());
      case ExecuteTarget.Remote _ -> throw SqlError.unsupported("EXECUTE OPENDATASOURCE(...)");
      case ExecuteTarget.ProcedureVariable v -> {
        Object name = evaluation.variable(frame, v.variable().name()).value;
        List<String> parts = io.hartonomous.engine.catalog.NameParts.of(String.valueOf(name));
        if (name == null || parts.isEmpty()) {
          throw SqlError.of(2812, name == null ? "" : name);
        }
        call(frame, e, name(parts), String.valueOf(name));
      }
      case ExecuteTarget.Text t -> {
        if (t.linkedServer().isPresent()) {
          throw SqlError.unsupported("linked servers");
        }
        if (t.context().isPresent()) {
          throw SqlError.unsupported("EXECUTE AS");
        }
        StringBuilder text = new StringBuilder();
        if (!t.arguments().isEmpty()) {
          throw SqlError.unsupported("arguments of EXECUTE (text) AT a linked server");
        }
        for (Expression part : t.texts()) {
          Object value = evaluation.value(frame, e, part);
          text.append(value == null ? "" : value);
        }
        dynamic(frame, text.toString(), "", List.of());
      }
    }
  }

  private void procedure(Frame frame, ProceduralStatement.Execute e, MultiPartName name)
      throws SQLException {
    if (name.server().isPresent()) {
      throw SqlError.unsupported("linked servers");
    }
    List<String> parts = name.parts().stream().map(Identifier::value).toList();
    String written = String.join(".", parts);
    call(frame, e, name(parts), written);
  }

  /// The two-part name of a procedure. Errors: 49900 for one in another database.
  ObjectName name(List<String> parts) {
    if (parts.size() > 2
        && !parts.get(parts.size() - 3).isEmpty()
        && !session.collation().same(parts.get(parts.size() - 3), session.databaseName())
        && !parts.getLast().toLowerCase(Locale.ROOT).startsWith("sp_")) {
      throw SqlError.unsupported("calling procedures of another database");
    }
    String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
    return new ObjectName(schema, parts.getLast());
  }

  private void call(Frame frame, ProceduralStatement.Execute e, ObjectName name, String written)
      throws SQLException {
    List<Argument> arguments = arguments(frame, e);
    int status = call(frame, name, written, arguments);
    if (e.status().isPresent()) {
      Variable variable = evaluation.variable(frame, e.status().get().name());
      variable.value = Conversions.assign(status, SqlType.INT, variable.type);
    }
  }

  private List<Argument> arguments(Frame frame, ProceduralStatement.Execute e) throws SQLException {
    List<Argument> arguments = new ArrayList<>();
    for (ExecuteArgument a : e.arguments()) {
      String name = a.name().map(Expression.Variable::name).orElse("");
      switch (a.value()) {
        case Expression.Variable v when frame.tables.containsKey(frame.collation.key(v.name())) ->
            arguments.add(
                new Argument(
                    name,
                    null,
                    SqlType.of(SqlType.Base.TABLE),
                    false,
                    false,
                    null,
                    frame.tables.get(frame.collation.key(v.name()))));
        case Expression.Variable v -> {
          Variable variable = evaluation.variable(frame, v.name());
          arguments.add(
              new Argument(
                  name,
                  variable.value,
                  variable.type,
                  a.output(),
                  false,
                  a.output() ? variable : null,
                  null));
        }
        case Expression.Literal l when l.kind() == Expression.LiteralKind.DEFAULT ->
            arguments.add(new Argument(name, null, SqlType.NULL, false, true, null, null));
        // A bare word means a string of the same text.
        case Expression.ColumnReference c when c.name().parts().size() == 1 ->
            arguments.add(
                Argument.of(
                    name,
                    c.name().object().value(),
                    SqlType.nvarchar(Math.max(1, c.name().object().value().length()))));
        default ->
            arguments.add(
                Argument.of(
                    name,
                    evaluation.value(frame, e, a.value()),
                    evaluation.type(frame, e, a.value())));
      }
    }
    return arguments;
  }

  /// Calls a procedure by its name; gives its return status. `written` is for messages.
  int call(Frame frame, ObjectName name, String written, List<Argument> arguments)
      throws SQLException {
    String schema = name.schema().toLowerCase(Locale.ROOT);
    boolean system = schema.isEmpty() || schema.equals("sys") || schema.equals("dbo");
    SystemProcedures.Procedure procedure = system ? SystemProcedures.find(name.name()) : null;
    if (procedure != null) {
      return procedure.run(new SystemCall(session, this, frame, name.name(), arguments));
    }
    ObjectName full =
        schema.isEmpty() ? new ObjectName(session.defaultSchema(), name.name()) : name;
    ObjectName target = session.catalogView(EngineCatalog.Lookups.NONE).synonym(full).orElse(full);
    Optional<CatalogEntry> entry = session.catalog().state().named(target);
    if (entry.isEmpty()) {
      if (system
          && session.server().system().routine(new ObjectName("sys", name.name())).isPresent()) {
        String known = name.name().toLowerCase(Locale.ROOT);
        throw SqlError.unsupported(
            (known.startsWith("sp_cursor") ? "server cursors: " : "the system procedure ") + known);
      }
      throw SqlError.of(2812, written);
    }
    return switch (entry.get().object()) {
      case Module.Procedure p -> run(frame, entry.get(), p, arguments);
      case Module.ScalarFunction _ -> throw SqlError.unsupported("EXECUTE of a scalar function");
      default -> throw SqlError.of(2809, written);
    };
  }

  private int run(
      Frame caller, CatalogEntry entry, Module.Procedure procedure, List<Argument> arguments)
      throws SQLException {
    Program program =
        session.programs().module(procedure.definition().text(), procedure.quotedIdentifier());
    Frame frame =
        new Frame(
            caller,
            Frame.Kind.PROCEDURE,
            program,
            Optional.of(procedure.name()),
            entry.id(),
            session.collation());
    parameters(
        frame, procedure.name().name(), procedure.parameters(), program.parameters(), arguments);
    int before = session.transactions().count();
    Settings settings = session.settings();
    session.settings(settings.copy());
    session.settings().ansiNulls = procedure.ansiNulls();
    session.settings().quotedIdentifier = procedure.quotedIdentifier();
    try {
      interpreter.run(frame);
    } finally {
      restore(settings);
    }
    copyBack(frame, procedure.parameters(), arguments);
    int after = session.transactions().count();
    if (before != after && !inInsertExec()) {
      mismatch(caller, before, after);
    }
    return frame.returnStatus;
  }

  /// Error 266: it is told, and the caller goes on.
  private void mismatch(Frame caller, int before, int after) {
    SqlError error = SqlError.of(266, before, after);
    Frame at = caller;
    if (at == null) {
      session.sink().message(new ServerMessage(266, 2, 16, error.text(), "", 0));
      return;
    }
    interpreter.raise(
        at,
        new StatementError(
            new ServerMessage(266, 2, 16, error.text(), at.procedureName(), at.line()),
            ErrorEffect.STATEMENT,
            null),
        true);
  }

  private void restore(Settings settings) throws SQLException {
    int lockTimeout = session.settings().lockTimeout;
    session.settings(settings);
    if (lockTimeout != settings.lockTimeout) {
      session.applySettings();
    }
  }

  /// Declares the parameters in the frame and gives them the values of the arguments.
  private void parameters(
      Frame frame,
      String module,
      List<Module.Parameter> parameters,
      List<ModulePart.Parameter> written,
      List<Argument> arguments)
      throws SQLException {
    Argument[] given = new Argument[parameters.size()];
    boolean named = false;
    for (int i = 0; i < arguments.size(); i++) {
      Argument a = arguments.get(i);
      int at;
      if (!a.name().isEmpty()) {
        named = true;
        at = index(frame, parameters, a.name());
        if (at < 0) {
          throw parameters.isEmpty()
              ? SqlError.of(8146, module)
              : SqlError.of(8145, a.name(), module);
        }
        if (given[at] != null) {
          throw SqlError.of(8143, a.name());
        }
      } else if (named && frame.caller != null) {
        // A remote procedure call may mix them: mssql-jdbc names its table-valued arguments alone.
        throw SqlError.of(119);
      } else if (i >= parameters.size()) {
        throw parameters.isEmpty() ? SqlError.of(8146, module) : SqlError.of(8144, module);
      } else {
        at = i;
      }
      given[at] = a;
    }
    for (int i = 0; i < parameters.size(); i++) {
      Module.Parameter p = parameters.get(i);
      Argument a = given[i];
      if (p.type().base() == SqlType.Base.TABLE) {
        frame.tables.put(frame.collation.key(p.name()), tableParameter(frame, p, a));
        continue;
      }
      Object value;
      if (a == null || a.defaulted()) {
        if (p.defaultValue().isEmpty()) {
          throw SqlError.of(201, module, p.name());
        }
        value = constant(frame, written.get(i).value().orElseThrow(), p.type());
      } else {
        if (a.output() && !p.output()) {
          throw SqlError.of(8162, p.name());
        }
        value = Conversions.assign(a.value(), a.type(), p.type());
      }
      frame.declare(p.name(), p.type(), value);
    }
  }

  private static int index(Frame frame, List<Module.Parameter> parameters, String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (frame.collation.same(parameters.get(i).name(), name)) {
        return i;
      }
    }
    return -1;
  }

  private TemporaryTable tableParameter(Frame frame, Module.Parameter p, Argument a) {
    TemporaryTable own = interpreter.definitions().tables().ofType(p.name(), p.type(), true);
    if (a == null || a.table() == null) {
      return own;
    }
    session.temporaries().make(a.table());
    return own.standingFor(a.table());
  }

  /// The default of a parameter: a constant, a negative number, NULL or a bare word.
  private Object constant(Frame frame, Expression value, SqlType type) {
    if (value instanceof Expression.ColumnReference c && c.name().parts().size() == 1) {
      String word = c.name().object().value();
      return Conversions.assign(word, SqlType.nvarchar(Math.max(1, word.length())), type);
    }
    return evaluation.constant(frame, value, type);
  }

  private void copyBack(Frame frame, List<Module.Parameter> parameters, List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Argument a = arguments.get(i);
      if (a.target() != null) {
        int at = a.name().isEmpty() ? i : index(frame, parameters, a.name());
        Variable inner = frame.find(parameters.get(at).name());
        a.target().value =
            inner.type.base() == SqlType.Base.CURSOR
                ? inner.value
                : Conversions.assign(inner.value, inner.type, a.target().type);
      }
    }
  }

  /// Runs a text as a batch of its own: EXEC('...') and sp_executesql. `declarations` is the text
  /// of the parameters.
  int dynamic(Frame caller, String text, String declarations, List<Argument> arguments)
      throws SQLException {
    Program program =
        session.programs().batch(text, session.settings().quotedIdentifier, declarations);
    Frame frame =
        new Frame(caller, Frame.Kind.DYNAMIC, program, Optional.empty(), 0, session.collation());
    List<Module.Parameter> parameters = new ArrayList<>();
    if (!declarations.isBlank()) {
      Program header =
          session.programs().module("CREATE PROCEDURE p " + declarations + " AS RETURN", true);
      for (ModulePart.Parameter p : header.parameters()) {
        SqlType type = DataTypes.of(p.type(), session.catalogView(EngineCatalog.Lookups.NONE));
        if (type.base() == SqlType.Base.UNKNOWN) {
          throw SqlError.of(2715, p.variable().name(), header.text(p.type()));
        }
        parameters.add(
            new Module.Parameter(
                p.variable().name(),
                type,
                p.value()
                    .map(v -> new io.hartonomous.model.SqlText(header.text(v), header.text(v))),
                p.output(),
                p.readOnly()));
      }
      if (!header.diagnostics().isEmpty()) {
        throw SqlError.syntax(header.diagnostics().getFirst().message());
      }
      parameters(frame, "sp_executesql", parameters, header.parameters(), arguments);
    } else if (!arguments.isEmpty()) {
      throw SqlError.of(8144, "");
    }
    Settings settings = session.settings();
    session.settings(settings.copy());
    try {
      interpreter.parsed(frame);
      interpreter.run(frame);
    } finally {
      restore(settings);
    }
    copyBack(frame, parameters, arguments);
    return frame.returnStatus;
  }

  /// RETURN: the status of a procedure.
  void returned(Frame frame, ProceduralStatement.Return r) throws SQLException {
    if (r.value().isEmpty()) {
      frame.returnStatus = 0;
      return;
    }
    if (frame.kind == Frame.Kind.TRIGGER || frame.kind == Frame.Kind.BATCH) {
      throw SqlError.of(178);
    }
    Object value = evaluation.value(frame, r, r.value().get(), SqlType.INT);
    frame.returnStatus = value == null ? 0 : ((Number) value).intValue();
  }
}
