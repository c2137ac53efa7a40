package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Annotation;
import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.dacpac.PackageElement.Property;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads `model.xml` into elements. The file is taken for hostile: nesting has a limit, and there
/// are no entities.
final class ModelXmlReader {
  /// Deeper than any package that a tool writes (a column of a table type in a parameter is at
  /// about 20).
  private static final int MAX_DEPTH = 100;

  private final XMLStreamReader xml;
  private int depth;

  private ModelXmlReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  record ModelXml(ModelHeader header, List<PackageElement> elements) {}

  /// Errors: [PackageException] where the text is not XML or not a model; the message has line and
  /// column.
  static ModelXml read(InputStream in) throws PackageException {
    try {
      XMLStreamReader xml = Xml.reader(in);
      return new ModelXmlReader(xml).document();
    } catch (XMLStreamException e) {
      throw new PackageException(
          // The JDK's own limits end here too.
          "model.xml is not well-formed XML, or nests too deep: line "
              + e.getLocation().getLineNumber()
              + ", column "
              + e.getLocation().getColumnNumber()
              + ".",
          e);
    }
  }

  private ModelXml document() throws XMLStreamException, PackageException {
    do {
      xml.next();
    } while (!xml.isStartElement());
    if (!xml.getLocalName().equals("DataSchemaModel")) {
      throw unexpected("DataSchemaModel");
    }
    String version = attribute("SchemaVersion").orElse("");
    String provider = attribute("DspName").orElse("");
    int lcid = attribute("CollationLcid").map(ModelXmlReader::number).orElse(1033);
    boolean caseSensitive =
        attribute("CollationCaseSensitive").map("True"::equalsIgnoreCase).orElse(false);
    List<ModelHeader.CustomData> custom = new ArrayList<>();
    List<PackageElement> elements = new ArrayList<>();
    while (nextChild()) {
      switch (xml.getLocalName()) {
        case "Header" -> {
          while (nextChild()) {
            custom.add(customData());
          }
        }
        case "Model" -> {
          while (nextChild()) {
            expect("Element");
            elements.add(element());
          }
        }
        default -> skip();
      }
    }
    return new ModelXml(new ModelHeader(version, provider, lcid, caseSensitive, custom), elements);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 1033;
    }
  }

  private ModelHeader.CustomData customData() throws XMLStreamException, PackageException {
    expect("CustomData");
    String category = attribute("Category").orElse("");
    Optional<String> type = attribute("Type");
    Map<String, String> metadata = new LinkedHashMap<>();
    while (nextChild()) {
      if (xml.getLocalName().equals("Metadata")) {
        metadata.put(attribute("Name").orElse(""), attribute("Value").orElse(""));
      }
      skip();
    }
    return new ModelHeader.CustomData(category, type, metadata);
  }

  private PackageElement element() throws XMLStreamException, PackageException {
    if (++depth > MAX_DEPTH) {
      throw new PackageException(
          "model.xml nests elements more than "
              + MAX_DEPTH
              + " deep. The package is damaged or was made to do harm.");
    }
    PackageElement element = new PackageElement(attribute("Type").orElse(""), attribute("Name"));
    attribute("Disambiguator").ifPresent(element::disambiguator);
    while (nextChild()) {
      switch (xml.getLocalName()) {
        case "Property" -> {
          Property property = property();
          if (property.script()) {
            element.script(property.name(), property.value());
          } else {
            element.property(property.name(), property.value());
          }
        }
        case "Relationship" -> {
          String name = attribute("Name").orElse("");
          while (nextChild()) {
            expect("Entry");
            element.entry(name, entry());
          }
        }
        case "Annotation" -> element.annotate(annotation());
        case "AttachedAnnotation" -> {
          element.annotate(new Annotation.Attached(attribute("Disambiguator").orElse("")));
          skip();
        }
        default -> skip();
      }
    }
    depth--;
    return element;
  }

  private Entry entry() throws XMLStreamException, PackageException {
    Optional<Entry> found = Optional.empty();
    List<Annotation> annotations = new ArrayList<>();
    while (nextChild()) {
      switch (xml.getLocalName()) {
        case "Element" -> found = Optional.of(new Entry.Child(element()));
        case "References" -> {
          found =
              Optional.of(
                  new Entry.Reference(
                      attribute("Name"),
                      attribute("ExternalSource"),
                      attribute("Disambiguator"),
                      attribute("Type"),
                      List.of()));
          skip();
        }
        case "Annotation" -> annotations.add(annotation());
        default -> skip();
      }
    }
    return found
        .map(entry ->
            entry instanceof Entry.Reference r
                ? new Entry.Reference(
                    r.name(), r.externalSource(), r.disambiguator(), r.type(), annotations)
                : entry)
        .orElse(new Entry.Unresolved(annotations));
  }

  private Annotation annotation() throws XMLStreamException, PackageException {
    String type = attribute("Type").orElse("");
    Optional<String> name = attribute("Name");
    Optional<String> number = attribute("Disambiguator");
    List<Property> properties = new ArrayList<>();
    while (nextChild()) {
      if (xml.getLocalName().equals("Property")) {
        properties.add(property());
      } else {
        skip();
      }
    }
    return number.isPresent()
        ? new Annotation.Attached(number.get())
        : new Annotation.Plain(type, name, properties);
  }

  private Property property() throws XMLStreamException, PackageException {
    String name = attribute("Name").orElse("");
    Optional<String> value = attribute("Value");
    Optional<String> script = Optional.empty();
    while (nextChild()) {
      if (xml.getLocalName().equals("Value")) {
        script = Optional.of(xml.getElementText());
      } else {
        skip();
      }
    }
    return new Property(name, script.or(() -> value).orElse(""), script.isPresent());
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }

  /// Goes to the next child of the element at hand; false at its end.
  private boolean nextChild() throws XMLStreamException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
    }
  }

  private void skip() throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        open++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open--;
      }
    }
  }

  private void expect(String name) throws PackageException {
    if (!xml.getLocalName().equals(name)) {
      throw unexpected(name);
    }
  }

  private PackageException unexpected(String expected) {
    return new PackageException(
        "model.xml has <"
            + xml.getLocalName()
            + "> at line "
            + xml.getLocation().getLineNumber()
            + " where <"
            + expected
            + "> was expected.");
  }
}
