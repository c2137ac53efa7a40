package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Annotation;
import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.dacpac.PackageElement.Property;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes `model.xml`.
///
/// Shape: tabs, line feeds, attributes in one fixed order; the same elements give the same bytes.
/// Text that XML 1.0 cannot hold is refused before it gets here.
final class ModelXmlWriter {
  static final String NAMESPACE =
      "http://schemas.microsoft.com/sqlserver/dac/Serialization/2012/02";

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Map<Annotation.InlineLink, Integer> links = new IdentityHashMap<>();
  private int nextLink;

  private ModelXmlWriter(int firstLink) {
    nextLink = firstLink;
  }

  /// `firstLink`: the first number not used by an element's own disambiguator.
  static String write(ModelHeader header, List<PackageElement> elements, int firstLink) {
    ModelXmlWriter writer = new ModelXmlWriter(firstLink);
    writer.document(header, elements);
    return writer.out.toString();
  }

  private void document(ModelHeader header, List<PackageElement> elements) {
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<DataSchemaModel");
    attribute("FileFormatVersion", "1.2");
    attribute("SchemaVersion", header.schemaVersion());
    attribute("DspName", header.schemaProvider());
    attribute("CollationLcid", Integer.toString(header.collationLcid()));
    attribute("CollationCaseSensitive", header.caseSensitive() ? "True" : "False");
    attribute("xmlns", NAMESPACE);
    out.append(">\n\t<Header>\n");
    for (ModelHeader.CustomData data : header.customData()) {
      customData(data);
    }
    out.append("\t</Header>\n\t<Model>\n");
    for (PackageElement element : elements) {
      element(element, 2);
    }
    out.append("\t</Model>\n</DataSchemaModel>");
  }

  private void customData(ModelHeader.CustomData data) {
    out.append("\t\t<CustomData");
    attribute("Category", data.category());
    data.type().ifPresent(type -> attribute("Type", type));
    if (data.metadata().isEmpty()) {
      out.append(" />\n");
      return;
    }
    out.append(">\n");
    data.metadata()
        .forEach((name, value) -> {
          out.append("\t\t\t<Metadata");
          attribute("Name", name);
          attribute("Value", value);
          out.append(" />\n");
        });
    out.append("\t\t</CustomData>\n");
  }

  private void element(PackageElement element, int depth) {
    indent(depth);
    out.append("<Element");
    attribute("Type", element.type());
    element.name().ifPresent(name -> attribute("Name", name));
    element.disambiguator().ifPresent(number -> attribute("Disambiguator", number));
    if (element.properties().isEmpty()
        && element.relationships().isEmpty()
        && element.annotations().isEmpty()) {
      out.append(" />\n");
      return;
    }
    out.append(">\n");
    element.properties().forEach(property -> property(property, depth + 1));
    element.relationships().forEach((name, entries) -> relationship(name, entries, depth + 1));
    element.annotations().forEach(annotation -> annotation(annotation, depth + 1));
    indent(depth);
    out.append("</Element>\n");
  }

  private void property(Property property, int depth) {
    indent(depth);
    out.append("<Property");
    attribute("Name", property.name());
    if (!property.script()) {
      attribute("Value", property.value());
      out.append(" />\n");
      return;
    }
    out.append(">\n");
    indent(depth + 1);
    // "]]>" cannot stand inside one CDATA section: it is spread over two.
    out.append("<Value><![CDATA[")
        .append(property.value().replace("]]>", "]]]]><![CDATA[>"))
        .append("]]></Value>\n");
    indent(depth);
    out.append("</Property>\n");
  }

  private void relationship(String name, List<Entry> entries, int depth) {
    indent(depth);
    out.append("<Relationship");
    attribute("Name", name);
    out.append(">\n");
    for (Entry entry : entries) {
      indent(depth + 1);
      out.append("<Entry>\n");
      switch (entry) {
        case Entry.Child child -> element(child.element(), depth + 2);
        case Entry.Reference reference -> {
          indent(depth + 2);
          out.append("<References");
          reference.externalSource().ifPresent(source -> attribute("ExternalSource", source));
          reference.name().ifPresent(target -> attribute("Name", target));
          reference.disambiguator().ifPresent(number -> attribute("Disambiguator", number));
          reference.type().ifPresent(type -> attribute("Type", type));
          out.append(" />\n");
          reference.annotations().forEach(annotation -> annotation(annotation, depth + 2));
        }
        case Entry.Unresolved unresolved ->
            unresolved.annotations().forEach(annotation -> annotation(annotation, depth + 2));
      }
      indent(depth + 1);
      out.append("</Entry>\n");
    }
    indent(depth);
    out.append("</Relationship>\n");
  }

  private void annotation(Annotation annotation, int depth) {
    indent(depth);
    switch (annotation) {
      case Annotation.Plain plain -> {
        out.append("<Annotation");
        attribute("Type", plain.type());
        plain.name().ifPresent(name -> attribute("Name", name));
        if (plain.properties().isEmpty()) {
          out.append(" />\n");
          return;
        }
        out.append(">\n");
        plain.properties().forEach(property -> property(property, depth + 1));
        indent(depth);
        out.append("</Annotation>\n");
      }
      case Annotation.InlineLink link -> {
        Optional<Integer> known = Optional.ofNullable(links.get(link));
        if (known.isPresent()) {
          out.append("<AttachedAnnotation");
          attribute("Disambiguator", known.get().toString());
        } else {
          links.put(link, nextLink);
          out.append("<Annotation");
          attribute("Type", link.type());
          attribute("Disambiguator", Integer.toString(nextLink++));
        }
        out.append(" />\n");
      }
      case Annotation.Attached attached -> {
        out.append("<AttachedAnnotation");
        attribute("Disambiguator", attached.disambiguator());
        out.append(" />\n");
      }
    }
  }

  private void indent(int depth) {
    out.repeat('\t', depth);
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    Xml.escapeAttribute(value, out);
    out.append('"');
  }
}
