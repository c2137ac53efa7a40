package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Binds functions that give rows.
final class RowsetBinder {
  private RowsetBinder() {}

  static void function(Context c, TableReference.Function function, Scope scope, boolean lateral) {
    String exposed =
        function.alias().map(Identifier::value).orElse(function.name().object().value());
    ObjectName name = c.objectName(function.name());
    boolean onePart = function.name().parts().size() == 1;
    Optional<List<Relation.Column>> builtIn = Optional.empty();
    Optional<Routine> routine = Optional.empty();
    arguments(c, function.arguments(), scope, lateral);
    if (onePart) {
      builtIn = builtIn(c, function);
    }
    if (builtIn.isEmpty()) {
      routine = function.name().database().isPresent() ? Optional.empty() : c.catalog.routine(name);
      routine.ifPresent(r -> {
        c.out.put(function, r);
        c.use(Dependency.Kind.OBJECT, r.name(), function.name());
      });
    }
    List<Relation.Column> columns;
    boolean complete = true;
    boolean missing = false;
    if (builtIn.isPresent()) {
      columns = builtIn.get();
    } else if (routine.isPresent()) {
      columns = routine.get().result();
      complete = !columns.isEmpty();
      if (routine.get().parameters().size() != function.arguments().size()
          && !name.schema().equalsIgnoreCase("sys")) {
        c.report(Finding.Kind.ARGUMENT_COUNT, function, Context.written(function.name()));
      }
    } else {
      Optional<ObjectName> synonym = c.catalog.synonym(name);
      columns = List.of();
      complete = false;
      missing = synonym.isEmpty();
      if (synonym.isEmpty()) {
        // A table method of a column without the grammar of one: `T.X.nodes('/a')` is a MethodCall,
        // what is left is a name that nobody knows.
        c.report(
            onePart ? Finding.Kind.UNKNOWN_FUNCTION : Finding.Kind.UNKNOWN_OBJECT,
            function.name(),
            Context.written(function.name()));
      }
    }
    ObjectName relationName = routine.map(Routine::name).orElse(name);
    Relation.Kind kind = builtIn.isPresent() ? Relation.Kind.DERIVED : Relation.Kind.TABLE_FUNCTION;
    Relation relation = renamed(relationName, kind, columns, function.columns(), complete);
    if (builtIn.isPresent()) {
      c.setOrigins(relation, List.of());
    } else if (!function.columns().isEmpty() && c.tracksDependencies()) {
      List<Optional<Dependency>> origins = new ArrayList<>();
      for (Relation.Column column : columns) {
        origins.add(
            Optional.of(Dependency.of(Dependency.Kind.COLUMN, relationName, column.name())));
      }
      c.setOrigins(relation, origins);
    }
    if (missing) {
      c.markMissing(relation);
    }
    TableReferenceBinder.add(c, scope, function, exposed, relation);
  }

  private static void arguments(
      Context c, List<Expression> arguments, Scope scope, boolean lateral) {
    TableReferenceBinder.apart(
        scope,
        lateral,
        () -> {
          arguments.forEach(e -> ExpressionBinder.bind(c, e, scope));
          return null;
        });
  }

  private static Relation renamed(
      ObjectName name,
      Relation.Kind kind,
      List<Relation.Column> columns,
      List<Identifier> names,
      boolean complete) {
    List<Relation.Column> result = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Relation.Column column = columns.get(i);
      result.add(
          i < names.size()
              ? new Relation.Column(
                  names.get(i).value(),
                  column.type(),
                  column.nullable(),
                  column.identity(),
                  column.computed(),
                  false)
              : column);
    }
    return new Relation(name, kind, result, complete);
  }

  private static Relation.Column column(String name, SqlType type, boolean nullable) {
    return new Relation.Column(name, type, nullable, false, false, false);
  }

  /// The columns of the server's own rowset functions. Source: Microsoft Learn, the page of each.
  private static Optional<List<Relation.Column>> builtIn(
      Context c, TableReference.Function function) {
    List<Expression> arguments = function.arguments();
    return Optional.ofNullable(
        switch (function.name().object().value().toUpperCase(Locale.ROOT)) {
          case "STRING_SPLIT" -> {
            SqlType text = arguments.isEmpty() ? SqlType.UNKNOWN : c.out.type(arguments.getFirst());
            SqlType value =
                text.base().isUnicode()
                    ? SqlType.nvarchar(text.isMax() ? SqlType.MAX : Math.max(1, text.length()))
                    : SqlType.varchar(
                        text.isMax() ? SqlType.MAX : Math.max(1, Types.lengthOf(text)));
            yield arguments.size() > 2 && isOn(arguments.get(2))
                ? List.of(column("value", value, false), column("ordinal", SqlType.BIGINT, false))
                : List.of(column("value", value, false));
          }
          case "GENERATE_SERIES" ->
              List.of(
                  column(
                      "value",
                      arguments.isEmpty()
                          ? SqlType.UNKNOWN
                          : Types.common(arguments.stream().map(c.out::type).toList()),
                      false));
          case "OPENJSON" -> openJsonDefault();
          case "REGEXP_MATCHES" ->
              List.of(
                  column("match_id", SqlType.BIGINT, false),
                  column("start_position", SqlType.INT, false),
                  column("end_position", SqlType.INT, false),
                  column("match_value", SqlType.nvarchar(SqlType.MAX), true),
                  column("substring_matches", SqlType.of(Base.JSON), true));
          case "REGEXP_SPLIT_TO_TABLE" ->
              List.of(
                  column("value", SqlType.nvarchar(SqlType.MAX), true),
                  column("ordinal", SqlType.BIGINT, false));
          default -> null;
        });
  }

  private static boolean isOn(Expression argument) {
    return !(argument instanceof Expression.Literal literal
        && (literal.kind() == Expression.LiteralKind.NULL || literal.text().equals("0")));
  }

  private static List<Relation.Column> openJsonDefault() {
    return List.of(
        column("key", SqlType.nvarchar(4000).withCollation("Latin1_General_BIN2"), false),
        column("value", SqlType.nvarchar(SqlType.MAX), true),
        column("type", SqlType.of(Base.TINYINT), false));
  }

  static void openJson(Context c, TableReference.OpenJson json, Scope scope, boolean lateral) {
    TableReferenceBinder.apart(
        scope,
        lateral,
        () -> {
          ExpressionBinder.bind(c, json.json(), scope);
          json.path().ifPresent(p -> ExpressionBinder.bind(c, p, scope));
          return null;
        });
    List<Relation.Column> columns = new ArrayList<>();
    for (TableReference.OpenJsonColumn column : json.schema()) {
      ExpressionBinder.checkType(c, column.type());
      columns.add(column(column.name().value(), DataTypes.of(column.type(), c.catalog), true));
    }
    String alias = json.alias().map(Identifier::value).orElse("OPENJSON");
    rows(c, json, alias, json.schema().isEmpty() ? openJsonDefault() : columns, scope);
  }

  private static void rows(
      Context c, Node node, String name, List<Relation.Column> columns, Scope scope) {
    Relation relation =
        new Relation(new ObjectName("", name), Relation.Kind.DERIVED, columns, true);
    c.setOrigins(relation, List.of());
    TableReferenceBinder.add(c, scope, node, name, relation);
  }

  /// `x.nodes('/a') AS t(c)`.
  static void method(Context c, TableReference.MethodCall call, Scope scope, boolean lateral) {
    // nodes() sees its neighbours with a comma too, as a column of one of them is what it is called
    // on.
    ExpressionBinder.bind(c, call.call(), scope);
    List<Relation.Column> columns =
        call.columns().stream().map(i -> column(i.value(), SqlType.of(Base.XML), true)).toList();
    rows(c, call, call.alias().map(Identifier::value).orElse(""), columns, scope);
  }
}
