package io.hartonomous.syntax.print;

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

/// Any tree as T-SQL, from the tree alone: comments, blanks and the case of keywords are not in it.
/// What is printed parses to the same tree (`Nodes.same`), and printing that gives the same text.
///
/// Names are quoted as the tree says, and constants stand as they were written. One statement
/// stands on a line, those inside others are indented.
public final class SyntaxPrinter {
  private SyntaxPrinter() {}

  /// Errors: [IllegalArgumentException] for a tree with a statement that could not be read
  /// ([Statement.Erroneous], [Statement.Unsupported]): the tree does not hold its text.
  public static String print(Node node) {
    return new Output(SyntaxPrinter::print).print(node);
  }

  /// Asks the family's printer.
  private static void print(Output out, Node node) {
    switch (node) {
      case Identifier n -> NamePrinter.print(out, n);
      case MultiPartName n -> NamePrinter.print(out, n);
      case DataType n -> TypePrinter.print(out, n);
      case Expression n -> ExpressionPrinter.print(out, n);
      case Condition n -> ConditionPrinter.print(out, n);
      case GraphPattern n -> GraphPrinter.print(out, n);
      case QueryExpression n -> QueryPrinter.print(out, n);
      case QueryPart n -> QueryPrinter.print(out, n);
      case TableReference n -> FromPrinter.print(out, n);
      case DmlPart n -> DmlPrinter.print(out, n);
      case Statement n -> print(out, n);
      case TableElement n -> TableElementPrinter.print(out, n);
      case ColumnConstraint n -> TableElementPrinter.print(out, n);
      case ModulePart n -> ModulePrinter.print(out, n);
      case OptionNode n -> OptionPrinter.print(out, n);
      case ServerPart n -> ServerPartPrinter.print(out, n);
      case Batch n -> ScriptPrinter.print(out, n);
      case Script n -> ScriptPrinter.print(out, n);
    }
  }

  private static void print(Output out, Statement statement) {
    switch (statement) {
      case DmlStatement n -> DmlPrinter.print(out, n);
      case ProceduralStatement n -> ProceduralPrinter.print(out, n);
      case TransactionStatement n -> TransactionPrinter.print(out, n);
      case CursorStatement n -> CursorPrinter.print(out, n);
      case TableStatement n -> TablePrinter.print(out, n);
      case IndexStatement n -> IndexPrinter.print(out, n);
      case ModuleStatement n -> ModulePrinter.print(out, n);
      case FullTextStatement n -> FullTextPrinter.print(out, n);
      case ObjectStatement n -> ObjectPrinter.print(out, n);
      case SecurityStatement n -> SecurityPrinter.print(out, n);
      case DatabaseStatement n -> DatabasePrinter.print(out, n);
      case KeyStatement n -> KeyPrinter.print(out, n);
      case AuditStatement n -> AuditPrinter.print(out, n);
      case BrokerStatement n -> BrokerPrinter.print(out, n);
      case BackupStatement n -> BackupPrinter.print(out, n);
      case LoadStatement n -> LoadPrinter.print(out, n);
      case ServerStatement n -> ServerPrinter.print(out, n);
      case Statement.SqlcmdCommand n -> out.word(n.text());
      case Statement.Unsupported n ->
          throw new IllegalArgumentException("the tree does not hold this statement: " + n.name());
      case Statement.Erroneous _ ->
          throw new IllegalArgumentException("the tree does not hold a statement with an error");
    }
  }
}
