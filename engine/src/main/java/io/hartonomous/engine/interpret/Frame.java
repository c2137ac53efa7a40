package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Variables;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Statement;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One running batch, procedure, trigger or dynamic batch: its variables, and how it is named in
/// messages.
final class Frame implements Variables {
  /// `DYNAMIC` is EXEC('...') and sp_executesql.
  enum Kind {
    BATCH,
    PROCEDURE,
    TRIGGER,
    DYNAMIC
  }

  final Frame caller;
  final Kind kind;
  final Program program;
  final Optional<ObjectName> module;
  final int moduleId;
  final Collation collation;
  final Map<String, Variable> variables = new HashMap<>();

  /// The same by the names as statements write them.
  private final Map<String, Variable> spelled = new HashMap<>();

  final Map<String, TemporaryTable> tables = new LinkedHashMap<>();
  final Map<String, Cursor> cursors = new HashMap<>();

  /// In a trigger: what fired it.
  TriggerContext trigger;

  /// How many TRY blocks of this frame are open.
  int tryDepth;

  /// The error that the innermost CATCH works on.
  ServerMessage caught;

  int returnStatus;
  BigDecimal scopeIdentity;

  /// The statement at hand, for line numbers.
  Statement current;

  Frame(
      Frame caller,
      Kind kind,
      Program program,
      Optional<ObjectName> module,
      int moduleId,
      Collation collation) {
    this.caller = caller;
    this.kind = kind;
    this.program = program;
    this.module = module;
    this.moduleId = moduleId;
    this.collation = collation;
  }

  int level() {
    int level = 0;
    for (Frame f = this; f != null; f = f.caller) {
      level += f.kind == Kind.BATCH ? 0 : 1;
    }
    return level;
  }

  boolean isModule() {
    return kind != Kind.BATCH;
  }

  /// The name that messages carry: the nearest procedure or trigger; dynamic SQL has none.
  String procedureName() {
    return module
        .map(n -> n.schema().isEmpty() ? n.name() : n.schema() + "." + n.name())
        .orElse("");
  }

  int line() {
    return current == null ? 1 : program.line(current);
  }

  boolean inTry() {
    for (Frame f = this; f != null; f = f.caller) {
      if (f.tryDepth > 0) {
        return true;
      }
    }
    return false;
  }

  /// The error that ERROR_NUMBER() and its like tell: of the innermost CATCH, also one of a caller.
  ServerMessage error() {
    for (Frame f = this; f != null; f = f.caller) {
      if (f.caught != null) {
        return f.caught;
      }
    }
    return null;
  }

  Variable find(String name) {
    Variable variable = spelled.get(name);
    if (variable == null) {
      variable = variables.get(collation.key(name));
      if (variable != null) {
        spelled.put(name, variable);
      }
    }
    return variable;
  }

  void declare(String name, SqlType type, Object value) {
    Variable variable = new Variable(name, type);
    variable.value = value;
    variables.put(collation.key(name), variable);
  }

  @Override
  public Optional<SqlType> variable(String name) {
    return Optional.ofNullable(find(name)).map(v -> v.type);
  }

  @Override
  public Optional<Relation> table(String name) {
    return Optional.ofNullable(tables.get(collation.key(name))).map(TemporaryTable::relation);
  }

  @Override
  public Optional<Relation> triggerTable() {
    for (Frame f = this; f != null; f = f.caller) {
      if (f.trigger != null) {
        return Optional.of(f.trigger.relation());
      }
      if (f.kind == Kind.PROCEDURE) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  TriggerContext firedBy() {
    for (Frame f = this; f != null; f = f.caller) {
      if (f.trigger != null) {
        return f.trigger;
      }
    }
    return null;
  }
}
