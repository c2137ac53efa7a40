package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Rowset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Binds rowset functions with a grammar of their own. Columns are known where the statement or the
/// language says them; of the rest a query may take any.
final class RowsetFunctionBinder {
  private RowsetFunctionBinder() {}

  static void bind(Context c, Rowset rowset, Scope scope, boolean lateral) {
    switch (rowset) {
      case Rowset.OpenRowset n -> add(c, n, schema(c, n.schema()), !n.schema().isEmpty(), scope);
      case Rowset.OpenDataSource n -> add(c, n, List.of(), false, scope);
      case Rowset.OpenXml n -> openXml(c, n, scope, lateral);
      case Rowset.FullText n -> {
        table(c, n.table());
        values(c, scope, lateral, Optional.of(n.text()), n.language(), n.top());
        add(c, n, List.of(), false, scope);
      }
      case Rowset.Semantic n -> {
        table(c, n.table());
        values(c, scope, lateral, n.key(), n.matchedKey());
        add(c, n, List.of(), false, scope);
      }
      case Rowset.Changes n -> {
        table(c, n.table());
        values(c, scope, lateral, Optional.of(n.since()));
        add(c, n, List.of(), false, scope);
      }
      case Rowset.Version n -> {
        table(c, n.table());
        for (Expression value : n.keyValues()) {
          values(c, scope, lateral, Optional.of(value));
        }
        add(c, n, List.of(), false, scope);
      }
      case Rowset.Predict n -> {
        values(c, scope, lateral, Optional.of(n.model()));
        TableReferenceBinder.bind(c, n.data(), scope, false);
        add(c, n, schema(c, n.schema()), true, scope);
      }
      case Rowset.VectorSearch n -> {
        values(c, scope, lateral, Optional.of(n.vector()), n.top());
        TableReferenceBinder.bind(c, n.table(), scope, false);
        add(c, n, List.of(column("distance", SqlType.of(Base.FLOAT))), true, scope);
      }
      case Rowset.Chunks n -> {
        values(c, scope, lateral, Optional.of(n.source()), Optional.of(n.size()), n.overlap());
        add(c, n, List.of(), false, scope);
      }
      case Rowset.BuiltIn n -> {
        for (Expression argument : n.arguments()) {
          values(c, scope, lateral, Optional.of(argument));
        }
        add(c, n, List.of(), false, scope);
      }
      case Rowset.Source _,
          Rowset.Connection _,
          Rowset.BulkOption _,
          Rowset.Column _,
          Rowset.DataSource _,
          Rowset.SearchColumns _ -> {}
    }
  }

  private static void openXml(Context c, Rowset.OpenXml xml, Scope scope, boolean lateral) {
    values(c, scope, lateral, Optional.of(xml.document()), Optional.of(xml.path()), xml.flags());
    if (xml.schemaTable().isPresent()) {
      Relation table = TableReferenceBinder.relation(c, xml.schemaTable().get(), CommonTables.NONE);
      add(c, xml, table.columns(), table.complete(), scope);
    } else if (!xml.schema().isEmpty()) {
      add(c, xml, schema(c, xml.schema()), true, scope);
    } else {
      add(c, xml, edges(), true, scope);
    }
  }

  /// The columns of OPENXML without WITH. Source: Microsoft Learn, "OPENXML", "Edge table".
  private static List<Relation.Column> edges() {
    SqlType name = SqlType.nvarchar(SqlType.MAX);
    return List.of(
        column("id", SqlType.BIGINT),
        column("parentid", SqlType.BIGINT),
        column("nodetype", SqlType.INT),
        column("localname", name),
        column("prefix", name),
        column("namespaceuri", name),
        column("datatype", name),
        column("prev", SqlType.BIGINT),
        column("text", SqlType.of(Base.NTEXT)));
  }

  private static void table(Context c, MultiPartName name) {
    TableReferenceBinder.relation(c, name, CommonTables.NONE);
  }

  @SafeVarargs
  private static void values(
      Context c, Scope scope, boolean lateral, Optional<Expression>... values) {
    TableReferenceBinder.apart(
        scope,
        lateral,
        () -> {
          for (Optional<Expression> value : values) {
            value.ifPresent(v -> ExpressionBinder.bind(c, v, scope));
          }
          return null;
        });
  }

  private static List<Relation.Column> schema(Context c, List<Rowset.Column> schema) {
    List<Relation.Column> columns = new ArrayList<>();
    for (Rowset.Column column : schema) {
      ExpressionBinder.checkType(c, column.type());
      columns.add(column(column.name().value(), DataTypes.of(column.type(), c.catalog)));
    }
    return columns;
  }

  private static Relation.Column column(String name, SqlType type) {
    return new Relation.Column(name, type, true, false, false, false);
  }

  private static void add(
      Context c, Rowset.Table node, List<Relation.Column> columns, boolean complete, Scope scope) {
    String name = node.alias().map(Identifier::value).orElse(node.function());
    Relation relation =
        new Relation(new ObjectName("", name), Relation.Kind.DERIVED, columns, complete);
    c.setOrigins(relation, List.of());
    TableReferenceBinder.add(c, scope, node, name, relation);
  }
}
