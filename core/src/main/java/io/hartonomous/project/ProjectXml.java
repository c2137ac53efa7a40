package io.hartonomous.project;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The XML of a project file as plain elements. No document type, no entities beyond XML's own
/// five, no other file is ever read.
final class ProjectXml {
  /// Deeper or larger than any project; a file beyond is hostile or broken.
  private static final int MAX_DEPTH = 64;

  static final int MAX_BYTES = 16 * 1024 * 1024;

  record Element(
      String name, Map<String, String> attributes, List<Element> children, String text, int line) {
    Optional<String> attribute(String key) {
      return attributes.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(key))
          .map(Map.Entry::getValue)
          .findFirst();
    }

    Optional<Element> child(String key) {
      return children.stream().filter(c -> c.name().equalsIgnoreCase(key)).findFirst();
    }
  }

  private ProjectXml() {}

  static Element parse(String place, byte[] bytes) throws ProjectException {
    if (bytes.length > MAX_BYTES) {
      throw new ProjectException(
          place, "is larger than 16 MiB: no project file is", "name the .sqlproj file itself");
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new ProjectException(
              place,
              "has a document type declaration, which a project file may not have",
              "delete the <!DOCTYPE ...>");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          return element(place, reader, 0);
        }
      }
      throw new ProjectException(place, "is empty", "write a <Project> into it");
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new ProjectException(
          place + (line > 0 ? "(" + line + ")" : ""),
          "is not well-formed XML: " + firstLine(e),
          "repair the file");
    }
  }

  private static String firstLine(XMLStreamException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    int at = message.indexOf("Message: ");
    String text = at < 0 ? message : message.substring(at + 9);
    return text.lines().findFirst().orElse("");
  }

  private static Element element(String place, XMLStreamReader reader, int depth)
      throws XMLStreamException, ProjectException {
    if (depth > MAX_DEPTH) {
      throw new ProjectException(
          place, "nests elements more than " + MAX_DEPTH + " deep", "repair the file");
    }
    String name = reader.getLocalName();
    int line = reader.getLocation().getLineNumber();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<Element> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(place, reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new ProjectException(
                place + "(" + reader.getLocation().getLineNumber() + ")",
                "uses an entity of its own",
                "write the text itself");
        case XMLStreamConstants.END_ELEMENT -> {
          return new Element(
              name, attributes, List.copyOf(children), text.toString().strip(), line);
        }
        default -> {}
      }
    }
    throw new XMLStreamException("the element " + name + " is never closed");
  }
}
