package io.hartonomous.project;

import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.FullTextStatement;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import java.util.Optional;

/// Definitions that the parser reads and the model does not hold yet: the build refuses them by
/// name.
final class Unmodelled {
  private Unmodelled() {}

  /// What is defined; empty for a statement that the model takes, or that no project may hold.
  static Optional<String> name(Statement statement) {
    return switch (statement) {
      case FullTextStatement.CreateFullTextIndex _ -> Optional.of("CREATE FULLTEXT INDEX");
      case FullTextStatement.CreateStoplist _ -> Optional.of("CREATE FULLTEXT STOPLIST");
      case FullTextStatement.CreateSearchPropertyList _ ->
          Optional.of("CREATE SEARCH PROPERTY LIST");
      case IndexStatement.CreateSelectiveXmlIndex _ -> Optional.of("CREATE SELECTIVE XML INDEX");
      case IndexStatement.CreateIndex i when !i.order().isEmpty() ->
          Optional.of("ORDER of a columnstore index");
      case TableStatement.CreateFileTable _ -> Optional.of("CREATE TABLE ... AS FILETABLE");
      case TableStatement.CreateTableAsSelect _ -> Optional.of("CREATE TABLE ... AS SELECT");
      case TableStatement.CreateTable t -> table(t);
      case TableStatement.AlterTable t ->
          switch (t.action()) {
            case AlterAction.ChangeTracking c ->
                Optional.of(
                    "ALTER TABLE ... " + (c.enable() ? "ENABLE" : "DISABLE") + " CHANGE_TRACKING");
            case AlterAction.FileTableNamespace n ->
                Optional.of(
                    "ALTER TABLE ... "
                        + (n.enable() ? "ENABLE" : "DISABLE")
                        + " FILETABLE_NAMESPACE");
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /// Options of Azure Synapse Analytics.
  private static Optional<String> table(TableStatement.CreateTable table) {
    for (OptionNode.Option option : table.options()) {
      switch (option.name()) {
        case "CLUSTERED INDEX",
            "CLUSTERED COLUMNSTORE INDEX",
            "CLUSTERED COLUMNSTORE INDEX ORDER",
            "PARTITION" -> {
          return Optional.of(option.name() + " among the options of a table");
        }
        default -> {}
      }
    }
    return table.elements().stream().anyMatch(Unmodelled::namesItsAuthor)
        ? Optional.of("GENERATED ALWAYS AS SUSER_SID and SUSER_SNAME")
        : Optional.empty();
  }

  /// Whether a column holds who changed its row.
  private static boolean namesItsAuthor(TableElement element) {
    return element instanceof TableElement.Column column
        && column.constraints().stream()
            .anyMatch(c ->
                c instanceof ColumnConstraint.GeneratedAlways g
                    && g.kind().sql().startsWith("SUSER"));
  }
}
