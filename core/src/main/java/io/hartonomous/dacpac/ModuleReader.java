package io.hartonomous.dacpac;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.SourceFile;
import java.util.List;
import java.util.Optional;

/// Reads modules: the header, the body and the footer give the definition, and the definition gives
/// the rest.
final class ModuleReader {
  private ModuleReader() {}

  /// `catalog` knows the user's types.
  static SchemaObject read(PackageElement element, Catalog catalog, List<PackageElement> indexes)
      throws PackageException {
    String text = definition(element);
    boolean quotedIdentifier = element.isTrue("IsQuotedIdentifierOn", true);
    ParseResult parsed =
        Parser.parse(
            new SourceFile(element.name().orElse(""), text),
            new ParseOptions(quotedIdentifier, false).shallow());
    Optional<Statement> statement =
        parsed.script().batches().stream()
            .flatMap(batch -> batch.statements().stream())
            .findFirst();
    ModelContext context =
        new ModelContext(parsed, catalog, element.isTrue("IsAnsiNullsOn", true), quotedIdentifier);
    SchemaObject object =
        statement.stream()
            .flatMap(s -> SchemaObjects.from(s, context).stream())
            .findFirst()
            .orElseThrow(() ->
                new PackageException(
                    "The definition of "
                        + element
                        + " in the package cannot be read: "
                        + parsed.diagnostics().stream()
                            .findFirst()
                            .map(found -> found.message())
                            .orElse("it is no definition")
                        + "."));
    boolean disabled = element.isTrue("IsDisabled");
    return switch (object) {
      case Module.View view when !indexes.isEmpty() -> view(view, indexes);
      case Module.Trigger trigger when disabled ->
          new Module.Trigger(
              trigger.name(),
              trigger.parent(),
              trigger.insteadOf(),
              trigger.events(),
              true,
              trigger.definition(),
              trigger.ansiNulls(),
              trigger.quotedIdentifier());
      case Module.DatabaseTrigger trigger when disabled ->
          new Module.DatabaseTrigger(
              trigger.name(),
              trigger.events(),
              true,
              trigger.definition(),
              trigger.ansiNulls(),
              trigger.quotedIdentifier());
      default -> object;
    };
  }

  private static Module.View view(Module.View view, List<PackageElement> indexes) {
    List<Index> read = indexes.stream().map(ConstraintReader::index).toList();
    return new Module.View(
        view.name(),
        view.definition(),
        view.ansiNulls(),
        view.quotedIdentifier(),
        view.schemaBound(),
        read);
  }

  private static String definition(PackageElement element) throws PackageException {
    PackageElement owner = element.child("FunctionBody").orElse(element);
    PackageElement.Annotation.Plain comments =
        owner
            .annotation("SysCommentsObjectAnnotation")
            .orElseThrow(() ->
                new PackageException(
                    "The package has no header for "
                        + element
                        + ". It was made by a tool that this version does not understand."));
    String body = owner.value("BodyScript").or(() -> owner.value("QueryScript")).orElse("");
    return property(comments, "HeaderContents") + body + property(comments, "FooterContents");
  }

  private static String property(PackageElement.Annotation.Plain annotation, String name) {
    return annotation.properties().stream()
        .filter(property -> property.name().equals(name))
        .map(PackageElement.Property::value)
        .findFirst()
        .orElse("");
  }
}
