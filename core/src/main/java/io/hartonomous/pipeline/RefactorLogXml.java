package io.hartonomous.pipeline;

import io.hartonomous.diff.RefactorLog;
import io.hartonomous.diff.RefactorLog.Kind;
import io.hartonomous.diff.RefactorLog.Operation;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a refactor log, as SSDT writes it beside a project and into packages.
final class RefactorLogXml {
  private RefactorLogXml() {}

  /// Errors: [PipelineException] BAD_INPUT for text that is not XML, or an operation that is not
  /// known.
  static RefactorLog read(String text) throws PipelineException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<Operation> operations = new ArrayList<>();
    try {
      String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(clean));
      String name = "";
      String key = "";
      Map<String, String> properties = new HashMap<>();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Operation")) {
          name = attribute(xml, "Name");
          key = attribute(xml, "Key");
          properties.clear();
        } else if (event == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Property")) {
          properties.put(attribute(xml, "Name"), attribute(xml, "Value"));
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("Operation")) {
          operations.add(operation(name, key, properties));
        }
      }
    } catch (XMLStreamException e) {
      throw new PipelineException(
          PipelineException.Kind.BAD_INPUT,
          "The refactor log is not well-formed XML: line "
              + e.getLocation().getLineNumber()
              + ", column "
              + e.getLocation().getColumnNumber()
              + ".",
          e);
    }
    return new RefactorLog(operations);
  }

  private static Operation operation(String name, String key, Map<String, String> properties)
      throws PipelineException {
    List<String> parts = parts(properties.getOrDefault("ElementName", ""));
    String type = properties.getOrDefault("ElementType", "");
    return switch (name) {
      case "Rename Refactor" ->
          new Operation(
              key, Kind.RENAME, type, parts, unquoted(properties.getOrDefault("NewName", "")));
      case "Move Schema" ->
          new Operation(
              key,
              Kind.MOVE_SCHEMA,
              type,
              parts,
              unquoted(properties.getOrDefault("NewSchema", "")));
      default ->
          throw new PipelineException(
              PipelineException.Kind.BAD_INPUT,
              "The refactor log has the operation '"
                  + name
                  + "' ("
                  + key
                  + "), which is not known. Known are 'Rename Refactor' and 'Move Schema'.");
    };
  }

  /// A new name stands in brackets or without.
  private static String unquoted(String name) {
    List<String> parts = parts(name);
    return name.startsWith("[") && parts.size() == 1 ? parts.getFirst() : name;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
  }

  /// `[dbo].[Order].[Total]` as its parts.
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!inside) {
        inside = c == '[';
      } else if (c != ']') {
        part.append(c);
      } else if (i + 1 < name.length() && name.charAt(i + 1) == ']') {
        part.append(c);
        i++;
      } else {
        parts.add(part.toString());
        part.setLength(0);
        inside = false;
      }
    }
    return parts;
  }
}
