package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.AuditStatement;
import io.hartonomous.syntax.ast.BackupStatement;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.BrokerStatement;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.FullTextStatement;
import io.hartonomous.syntax.ast.GraphPattern;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.KeyStatement;
import io.hartonomous.syntax.ast.LoadStatement;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.ServerPart;
import io.hartonomous.syntax.ast.ServerStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableReference;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TransactionStatement;
import java.util.Optional;

/// What a node is made of: its record's name within its family and its components in order,
/// position aside. A component is a node, a list or an optional of nodes, or a plain value.
record Parts(String name, Object[] values) {

  /// A word that says nothing but was written, as a component: absent if not.
  record Keyword(String word) {
    @Override
    public String toString() {
      return word;
    }
  }

  static Optional<Keyword> keyword(boolean written, String word) {
    return written ? Optional.of(new Keyword(word)) : Optional.empty();
  }

  static Parts parts(String name, Object... values) {
    return new Parts(name, values);
  }

  /// Asks the family first, then the family's own switch.
  static Parts of(Node node) {
    return switch (node) {
      case Identifier n -> parts("Identifier", n.value()); // `[a]` and `a` are one name
      case MultiPartName n -> parts("Name", n.parts());
      case Expression n -> ExpressionParts.of(n);
      case Condition n -> ExpressionParts.of(n);
      case GraphPattern n -> GraphParts.of(n);
      case DataType n -> ExpressionParts.of(n);
      case QueryExpression n -> QueryParts.of(n);
      case QueryPart n -> QueryParts.of(n);
      case TableReference n -> QueryParts.of(n);
      case DmlPart n -> DmlParts.of(n);
      case Statement n -> of(n);
      case TableElement n -> TableParts.of(n);
      case ColumnConstraint n -> TableParts.of(n);
      case ModulePart n -> ModuleParts.of(n);
      case OptionNode n -> ObjectParts.of(n);
      case ServerPart n -> ServerPartParts.of(n);
      case Batch n -> parts("Batch", n.statements(), n.semicolons(), n.repeat(), n.go());
      case Script n -> parts("Script", n.batches());
    };
  }

  private static Parts of(Statement statement) {
    return switch (statement) {
      case DmlStatement n -> DmlParts.of(n);
      case ProceduralStatement n -> ProceduralParts.of(n);
      case TransactionStatement n -> ProceduralParts.of(n);
      case CursorStatement n -> ProceduralParts.of(n);
      case TableStatement n -> TableParts.of(n);
      case IndexStatement n -> TableParts.of(n);
      case ModuleStatement n -> ModuleParts.of(n);
      case FullTextStatement n -> FullTextParts.of(n);
      case ObjectStatement n -> ObjectParts.of(n);
      case SecurityStatement n -> ServerPartParts.of(n);
      case DatabaseStatement n -> ServerPartParts.of(n);
      case KeyStatement n -> ServerParts.of(n);
      case AuditStatement n -> ServerParts.of(n);
      case BrokerStatement n -> ServerParts.of(n);
      case BackupStatement n -> ServerParts.of(n);
      case LoadStatement n -> ServerParts.of(n);
      case ServerStatement n -> ServerParts.of(n);
      case Statement.SqlcmdCommand n -> parts("SqlcmdCommand", n.text());
      case Statement.Unsupported n -> parts("Unsupported", n.name());
      case Statement.Erroneous _ -> parts("Erroneous");
    };
  }
}
