package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TransactionStatement;
import java.util.List;
import java.util.Optional;

/// Binds statements of a body or a batch: declarations, control of flow, calls, cursors, and
/// through [DmlBinder] queries and changes.
final class StatementBinder {
  private StatementBinder() {}

  static void bindAll(Context c, List<Statement> statements, Scope scope) {
    statements.forEach(s -> bind(c, s, scope));
  }

  static void bind(Context c, Statement statement, Scope scope) {
    switch (statement) {
      case DmlStatement dml -> DmlBinder.bind(c, dml, scope);
      case ProceduralStatement procedural -> procedural(c, procedural, scope);
      case CursorStatement cursor -> cursor(c, cursor, scope);
      case TransactionStatement transaction -> transaction(c, transaction, scope);
      case TableStatement table -> table(c, table);
      case ModuleStatement.EnableTrigger _ -> {}
      // Other definitions inside a body refer to objects by names that are looked up when they run.
      default -> {}
    }
  }

  private static void procedural(Context c, ProceduralStatement statement, Scope scope) {
    switch (statement) {
      case ProceduralStatement.DeclareVariables s ->
          s.variables().forEach(v -> declare(c, v, scope));
      case ProceduralStatement.VariableDeclaration v -> declare(c, v, scope);
      case ProceduralStatement.DeclareTable s -> {
        Relation relation =
            Relations.of(
                c,
                new ObjectName("", s.variable().name()),
                Relation.Kind.TABLE_VARIABLE,
                s.definition().elements());
        columns(c, s.variable().name(), s.definition().elements());
        declareTable(c, s.variable(), relation);
      }
      case ProceduralStatement.SetVariable s -> {
        c.use(s.variable());
        ExpressionBinder.bind(c, s.value(), scope);
      }
      case ProceduralStatement.SetMethod s -> {
        c.use(s.variable());
        s.arguments().forEach(e -> ExpressionBinder.bind(c, e, scope));
      }
      case ProceduralStatement.If s -> {
        ConditionBinder.bind(c, s.condition(), scope);
        bind(c, s.then(), scope);
        s.otherwise().ifPresent(other -> bind(c, other, scope));
      }
      case ProceduralStatement.While s -> {
        ConditionBinder.bind(c, s.condition(), scope);
        bind(c, s.body(), scope);
      }
      case ProceduralStatement.Block s -> bindAll(c, s.statements(), scope);
      case ProceduralStatement.AtomicBlock s -> bindAll(c, s.statements(), scope);
      case ProceduralStatement.TryCatch s -> {
        bindAll(c, s.tryStatements(), scope);
        bindAll(c, s.catchStatements(), scope);
      }
      case ProceduralStatement.Return s ->
          s.value().ifPresent(e -> ExpressionBinder.bind(c, e, scope));
      case ProceduralStatement.Print s -> ExpressionBinder.bind(c, s.value(), scope);
      case ProceduralStatement.Raiserror s ->
          s.arguments().forEach(e -> ExpressionBinder.bind(c, e, scope));
      case ProceduralStatement.Throw s ->
          s.arguments().forEach(e -> ExpressionBinder.bind(c, e, scope));
      case ProceduralStatement.WaitFor s -> ExpressionBinder.bind(c, s.time(), scope);
      case ProceduralStatement.Execute s -> execute(c, s, scope);
      case ProceduralStatement.ExecuteArgument a -> ExpressionBinder.bind(c, a.value(), scope);
      case ProceduralStatement.SetValue s ->
          s.settings().forEach(setting -> word(c, setting.value(), scope));
      case ProceduralStatement.Setting s -> word(c, s.value(), scope);
      case ProceduralStatement.SetProperty s -> {
        c.use(s.variable());
        ExpressionBinder.bind(c, s.value(), scope);
      }
      case ProceduralStatement.ExecuteAs s -> s.cookie().ifPresent(c::use);
      case ProceduralStatement.Revert s -> s.cookie().ifPresent(e -> word(c, e, scope));
      case ProceduralStatement.SetIdentityInsert s ->
          TableReferenceBinder.relation(c, s.table(), CommonTables.NONE);
      case ProceduralStatement.ExecuteTarget _,
          ProceduralStatement.ExecuteContext _,
          ProceduralStatement.ExecuteOption _,
          ProceduralStatement.ResultSet _,
          ProceduralStatement.ResultColumn _,
          ProceduralStatement.SetOnOff _,
          ProceduralStatement.SetOffsets _,
          ProceduralStatement.SetIsolationLevel _,
          ProceduralStatement.SetStatistics _,
          ProceduralStatement.Break _,
          ProceduralStatement.Continue _,
          ProceduralStatement.Goto _,
          ProceduralStatement.Label _,
          ProceduralStatement.Use _,
          ProceduralStatement.Checkpoint _ -> {}
    }
  }

  /// Binds what may be a bare word (`SET DATEFORMAT mdy`), which is no column.
  private static void word(Context c, Expression value, Scope scope) {
    if (!(value instanceof Expression.ColumnReference)) {
      ExpressionBinder.bind(c, value, scope);
    }
  }

  private static void declare(
      Context c, ProceduralStatement.VariableDeclaration declaration, Scope scope) {
    Optional<Relation> tableType = tableType(c, declaration.type());
    ExpressionBinder.useType(c, declaration.type());
    declaration.value().ifPresent(e -> ExpressionBinder.bind(c, e, scope));
    if (tableType.isPresent()) {
      Relation type = tableType.get();
      declareTable(
          c,
          declaration.variable(),
          new Relation(
              new ObjectName("", declaration.variable().name()),
              Relation.Kind.TABLE_VARIABLE,
              type.columns(),
              type.complete()));
    } else if (!c.declare(
        declaration.variable().name(), DataTypes.of(declaration.type(), c.catalog))) {
      c.report(
          Finding.Kind.DUPLICATE_VARIABLE, declaration.variable(), declaration.variable().name());
    }
  }

  static Optional<Relation> tableType(Context c, DataType type) {
    return type instanceof DataType.Named named && DataTypes.builtInBase(named).isEmpty()
        ? c.catalog.tableType(DataTypes.userTypeName(named, c.catalog))
        : Optional.empty();
  }

  private static void declareTable(Context c, Expression.Variable variable, Relation relation) {
    if (!c.declareTable(variable.name(), relation)) {
      c.report(Finding.Kind.DUPLICATE_VARIABLE, variable, variable.name());
    }
    c.defines(variable.name(), variable);
    if (c.tracksDependencies() && c.module.isPresent()) {
      c.dynamicObjects.add(dynamic(c, DynamicObject.Kind.TABLE_VARIABLE, relation));
    }
  }

  static DynamicObject dynamic(Context c, DynamicObject.Kind kind, Relation relation) {
    return new DynamicObject(
        kind,
        c.own(relation.name().name()),
        relation.columns().stream()
            .map(x ->
                new OutputColumn(
                    x.name(), x.type(), x.nullable(), x.computed(), x.identity(), List.of()))
            .toList());
  }

  /// The rows of a table-valued parameter. The caller made them: here no column counts.
  static DynamicObject parameter(Context c, Relation relation) {
    return new DynamicObject(
        DynamicObject.Kind.TABLE_VARIABLE,
        c.own(relation.name().name()),
        relation.columns().stream()
            .map(x -> new OutputColumn(x.name(), x.type(), x.nullable(), x.computed(), List.of()))
            .toList());
  }

  private static void execute(Context c, ProceduralStatement.Execute s, Scope scope) {
    s.status().ifPresent(c::use);
    Optional<Routine> routine = Optional.empty();
    boolean unknown = false;
    switch (s.target()) {
      case ProceduralStatement.ExecuteTarget.Procedure p -> {
        routine = procedure(c, p.name());
        unknown = routine.isEmpty();
        if (routine.isEmpty()) {
          c.report(Finding.Kind.UNKNOWN_PROCEDURE, p.name(), Context.written(p.name()));
        } else {
          c.out.put(s, routine.get());
          if (!isSystem(routine.get())) {
            c.use(Dependency.Kind.OBJECT, routine.get().name(), p.name());
          }
        }
      }
      case ProceduralStatement.ExecuteTarget.Remote _ -> {}
      case ProceduralStatement.ExecuteTarget.ProcedureVariable v -> c.use(v.variable());
      case ProceduralStatement.ExecuteTarget.Text text -> {
        text.texts().forEach(e -> ExpressionBinder.bind(c, e, scope));
        text.arguments().forEach(a -> word(c, a.value(), scope));
      }
    }
    for (ProceduralStatement.ExecuteArgument argument : s.arguments()) {
      if (argument.name().isPresent()) {
        parameter(c, s, argument.name().get(), routine, unknown);
      }
      // A bare word as an argument (`EXEC p abc`) is a string.
      word(c, argument.value(), scope);
    }
  }

  private static void parameter(
      Context c,
      ProceduralStatement.Execute s,
      Expression.Variable name,
      Optional<Routine> routine,
      boolean unknown) {
    boolean known =
        routine.isPresent()
            && routine.get().parameters().stream()
                .anyMatch(p -> c.collation.same(p.name(), name.name()));
    if (known && c.catalog.ambiguous(routine.get().name(), name.name())) {
      c.findings.add(
          new Finding(Finding.Kind.AMBIGUOUS_OBJECT, name, name.name(), Optional.empty(), true));
    }
    if (known) {
      if (!isSystem(routine.get())) {
        c.depend(Dependency.of(Dependency.Kind.PARAMETER, routine.get().name(), name.name()), "");
      }
    } else if (unknown || routine.isPresent() && !isSystem(routine.get())) {
      String target =
          s.target() instanceof ProceduralStatement.ExecuteTarget.Procedure p
              ? Context.written(p.name()) + "."
              : "";
      c.findings.add(
          new Finding(
              Finding.Kind.UNKNOWN_PARAMETER, name, target + name.name(), Optional.empty(), true));
    }
  }

  private static boolean isSystem(Routine routine) {
    return routine.kind() == Routine.Kind.SYSTEM_PROCEDURE
        || routine.name().schema().equalsIgnoreCase("sys");
  }

  /// A procedure by name; `sp_...` is looked for among the system's too, whatever schema was
  /// written.
  private static Optional<Routine> procedure(Context c, MultiPartName name) {
    ObjectName full = c.objectName(name);
    boolean elsewhere = name.database().isPresent() || name.server().isPresent();
    if (!elsewhere) {
      Optional<Routine> own =
          c.catalog.routine(full).or(() -> c.catalog.synonym(full).flatMap(c.catalog::routine));
      if (own.isPresent()) {
        return own;
      }
    }
    String object = full.name();
    boolean system =
        object.regionMatches(true, 0, "sp_", 0, 3) || object.regionMatches(true, 0, "xp_", 0, 3);
    return system ? c.catalog.routine(new ObjectName("sys", object)) : Optional.empty();
  }

  private static void cursor(Context c, CursorStatement statement, Scope scope) {
    switch (statement) {
      case CursorStatement.Declare s -> {
        if (s.name() instanceof Expression.Variable v) {
          c.declare(v.name(), SqlType.of(SqlType.Base.CURSOR));
        }
        CommonTables ctes = QueryBinder.with(c, s.with(), scope, scope.ctes);
        QueryBinder.bind(c, s.query(), scope, ctes);
      }
      case CursorStatement.SetCursor s -> {
        c.use(s.variable());
        CommonTables ctes = QueryBinder.with(c, s.with(), scope, scope.ctes);
        QueryBinder.bind(c, s.query(), scope, ctes);
      }
      case CursorStatement.Open s -> cursorName(c, s.name());
      case CursorStatement.Fetch s -> {
        cursorName(c, s.name());
        s.offset().ifPresent(e -> ExpressionBinder.bind(c, e, scope));
        s.into().forEach(c::use);
      }
      case CursorStatement.Close s -> cursorName(c, s.name());
      case CursorStatement.Deallocate s -> cursorName(c, s.name());
    }
  }

  private static void cursorName(Context c, Expression name) {
    if (name instanceof Expression.Variable v) {
      c.use(v);
    }
  }

  private static void transaction(Context c, TransactionStatement statement, Scope scope) {
    switch (statement) {
      case TransactionStatement.Begin s -> {
        s.name().ifPresent(e -> word(c, e, scope));
        s.mark().ifPresent(e -> word(c, e, scope));
      }
      case TransactionStatement.Commit s -> s.name().ifPresent(e -> word(c, e, scope));
      case TransactionStatement.Rollback s -> s.name().ifPresent(e -> word(c, e, scope));
      case TransactionStatement.Save s -> word(c, s.name(), scope);
    }
  }

  /// Definitions of temporary tables are known from here on; in a module they were announced at its
  /// start.
  private static void table(Context c, TableStatement statement) {
    switch (statement) {
      case TableStatement.CreateTable s when Context.isTemporary(s.name().object().value()) -> {
        if (c.temporary(s.name().object().value()).isEmpty()) {
          defineTemporary(c, s);
        }
      }
      case TableStatement.AlterTable s
          when Context.isTemporary(s.name().object().value())
              && s.action() instanceof TableStatement.AlterAction.Add add ->
          c.temporary(s.name().object().value())
              .ifPresent(before -> c.defineTemporary(Relations.with(c, before, add.elements())));
      default -> {}
    }
  }

  private static void columns(Context c, String table, List<TableElement> elements) {
    for (TableElement element : elements) {
      if (element instanceof TableElement.Column column) {
        c.defines(table + "." + column.name().value(), column);
      }
    }
  }

  static void defineTemporary(Context c, TableStatement.CreateTable s) {
    Relation relation =
        Relations.of(
            c,
            new ObjectName("", s.name().object().value()),
            Relation.Kind.TEMPORARY_TABLE,
            s.elements());
    c.defineTemporary(relation);
    if (c.tracksDependencies() && c.module.isPresent()) {
      c.dynamicObjects.add(dynamic(c, DynamicObject.Kind.TEMPORARY_TABLE, relation));
    }
  }

  /// Makes the temporary tables of a body known before it is bound: where in the body they are made
  /// does not matter.
  static void announce(Context c, List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case TableStatement.CreateTable s when Context.isTemporary(s.name().object().value()) -> {
          String name = s.name().object().value();
          columns(c, name, s.elements());
          if (c.defines(name, s) && c.temporary(name).isEmpty()) {
            defineTemporary(c, s);
          }
        }
        case DmlStatement.Select s ->
            into(s.query()).ifPresent(name -> c.announced.add(c.collation.key(name)));
        case ProceduralStatement.If s -> {
          announce(c, List.of(s.then()));
          s.otherwise().ifPresent(other -> announce(c, List.of(other)));
        }
        case ProceduralStatement.While s -> announce(c, List.of(s.body()));
        case ProceduralStatement.Block s -> announce(c, s.statements());
        case ProceduralStatement.TryCatch s -> {
          announce(c, s.tryStatements());
          announce(c, s.catchStatements());
        }
        default -> {}
      }
    }
  }

  private static Optional<String> into(QueryExpression query) {
    return switch (query) {
      case QueryExpression.Specification q ->
          q.into().map(n -> n.object().value()).filter(Context::isTemporary);
      case QueryExpression.SetOperation q -> into(q.operands().getFirst());
      case QueryExpression.Parenthesised q -> into(q.inner());
    };
  }
}
