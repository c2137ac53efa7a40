package io.hartonomous.dacpac;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A `model.xml` as lines that can be compared: one block of lines for each element, under its type
/// and name.
///
/// What is left out or put in order, and why that is no difference:
///
/// - where something stands in a source file (`POSITIONS`): the reference counts within a statement
///   as its own parser cut it, and only its editor uses it;
/// - the numbers of disambiguators: which of two elements of one name carries one, and which
///   number, is free as long as references agree. A reference to a name that two elements have is
///   shown with the type of the one it means;
/// - the order of elements and of properties, and which end of a link is the annotation;
/// - order and repetition inside the relationships of `SETS`: they say what a text refers to, and
///   in which order is that of the parser's walk. An entry without anything in it is a name that
///   the reference did not find, the columns of `sys` views and parameters of system procedures;
/// - the order inside the relationships of `UNORDERED`: each entry has a name or says it all;
/// - what has another spelling of one meaning (`alike`): a sequence says increment 1 and bigint or
///   leaves them out; a synonym's target has brackets or not; `timestamp` is `rowversion`; `float`
///   of up to 24 bits is `real`, as the server stores it.
final class ModelXmlLines {
  private static final Set<String> POSITIONS =
      Set.of("Offset", "StartLine", "StartColumn", "CreateOffset");
  private static final Set<String> SETS =
      Set.of(
          "BodyDependencies",
          "QueryDependencies",
          "ExpressionDependencies",
          "CheckExpressionDependencies");
  private static final Set<String> UNORDERED = Set.of("Constraints", "DynamicObjects");

  private final Map<String, TreeMap<String, String>> namesakes = new HashMap<>();

  private ModelXmlLines() {}

  /// The header's lines under `Header`, then each element's under its type and name; unnamed
  /// elements of one type and content are counted.
  static TreeMap<String, List<String>> of(InputStream modelXml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    Element root = factory.newDocumentBuilder().parse(modelXml).getDocumentElement();
    ModelXmlLines lines = new ModelXmlLines();
    lines.namesakes(root);
    TreeMap<String, List<String>> blocks = new TreeMap<>();
    blocks.put("root", List.of(attributes(root)));
    for (Element part : children(root)) {
      if (part.getTagName().equals("Model")) {
        for (Element element : children(part)) {
          List<String> block = lines.block(element, "");
          String key = element.getAttribute("Type") + " " + element.getAttribute("Name");
          if (element.getAttribute("Name").isEmpty()) {
            key += String.join("|", block);
          }
          String unique = key;
          for (int n = 2; blocks.containsKey(unique); n++) {
            unique = key + " #" + n;
          }
          blocks.put(unique, block);
        }
      } else {
        blocks.put(part.getTagName(), lines.block(part, ""));
      }
    }
    return blocks;
  }

  /// Notes the elements of each name: their types by number, "" for the one without.
  private void namesakes(Element element) {
    if (element.getTagName().equals("Element") && element.hasAttribute("Name")) {
      namesakes
          .computeIfAbsent(element.getAttribute("Name"), _ -> new TreeMap<>())
          .put(element.getAttribute("Disambiguator"), element.getAttribute("Type"));
    }
    children(element).forEach(this::namesakes);
  }

  private List<String> block(Element element, String indent) {
    List<String> lines = new ArrayList<>();
    String name = element.getAttribute("Name");
    if (element.getTagName().equals("Property") && POSITIONS.contains(name)) {
      return lines;
    }
    StringBuilder line = new StringBuilder(indent);
    boolean link =
        element.getTagName().equals("AttachedAnnotation")
            || element.getAttribute("Type").matches("SqlInline(Constraint|Index)Annotation");
    line.append(link ? "Inline" : element.getTagName() + attributes(element));
    TreeMap<String, String> types = namesakes.getOrDefault(name, new TreeMap<>());
    if (element.getTagName().equals("References") && types.size() > 1) {
      line.append(" -> ")
          .append(types.getOrDefault(element.getAttribute("Disambiguator"), "nothing"));
    }
    if (element.getTagName().equals("Value")) {
      line.append(": ").append(element.getTextContent().replace("\r\n", "\n"));
    }
    lines.add(line.toString());
    List<List<String>> properties = new ArrayList<>();
    List<List<String>> inner = new ArrayList<>();
    List<List<String>> annotations = new ArrayList<>();
    for (Element child : children(element)) {
      List<String> block = block(child, indent + "  ");
      switch (child.getTagName()) {
        case "Property" -> properties.add(block);
        case "Annotation", "AttachedAnnotation" -> annotations.add(block);
        default -> inner.add(block);
      }
    }
    Comparator<List<String>> byText = Comparator.comparing(List::toString);
    boolean relationship = element.getTagName().equals("Relationship");
    if (relationship && SETS.contains(name)) {
      inner.removeIf(entry -> entry.size() == 1);
      inner = new ArrayList<>(new LinkedHashSet<>(inner));
      if (inner.isEmpty()) {
        return List.of();
      }
    }
    if (relationship && (SETS.contains(name) || UNORDERED.contains(name))) {
      inner.sort(byText);
    }
    properties.sort(byText);
    annotations.sort(byText);
    properties.forEach(lines::addAll);
    inner.forEach(lines::addAll);
    annotations.forEach(lines::addAll);
    return alike(element.getAttribute("Type"), lines);
  }

  /// One spelling for what means the same.
  private static List<String> alike(String type, List<String> lines) {
    String text = String.join("\n", lines);
    switch (type) {
      case "SqlSynonym" -> text = text.replaceAll("[\\[\\]]|Name=Length Value=\\d+", "");
      case "SqlTypeSpecifier" ->
          text =
              text.replace("Name=[timestamp]", "Name=[rowversion]")
                  .replaceAll(
                      "\n *Property Name=Precision Value=(1?[1-9]|10|2[0-4])(\n[^$]*)"
                          + "Name=\\[float]",
                      "$2Name=[real]");
      default -> {}
    }
    return List.of(text.split("\n", -1));
  }

  private static String attributes(Element element) {
    StringBuilder out = new StringBuilder();
    TreeMap<String, String> sorted = new TreeMap<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      sorted.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    sorted.remove("Disambiguator");
    sorted.forEach((name, value) -> out.append(' ').append(name).append('=').append(value));
    return out.toString();
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
