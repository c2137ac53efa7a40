package io.hartonomous.project;

import io.hartonomous.syntax.ast.FullTextStatement;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.Statement;
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
      default -> Optional.empty();
    };
  }
}
