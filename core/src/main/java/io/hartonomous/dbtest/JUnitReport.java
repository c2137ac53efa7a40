package io.hartonomous.dbtest;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The outcomes as JUnit XML, one suite a file, as CI systems read it. Times are seconds.
public final class JUnitReport {
  private JUnitReport() {}

  public static String write(List<TestOutcome> outcomes) {
    Map<String, List<TestOutcome>> files =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    outcome -> outcome.test().file(), LinkedHashMap::new, Collectors.toList()));
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      counts(xml, outcomes);
      for (Map.Entry<String, List<TestOutcome>> file : files.entrySet()) {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file.getKey());
        counts(xml, file.getValue());
        for (TestOutcome outcome : file.getValue()) {
          test(xml, outcome);
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML could not be written to memory.", e);
    }
    return text.toString();
  }

  private static void counts(XMLStreamWriter xml, List<TestOutcome> outcomes)
      throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(outcomes.size()));
    xml.writeAttribute(
        "failures", Long.toString(outcomes.stream().filter(outcome -> !outcome.passed()).count()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", seconds(outcomes.stream().mapToLong(TestOutcome::millis).sum()));
  }

  private static void test(XMLStreamWriter xml, TestOutcome outcome) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", outcome.test().file());
    xml.writeAttribute("name", clean(outcome.test().name()));
    xml.writeAttribute("time", seconds(outcome.millis()));
    if (!outcome.passed()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", clean(outcome.detail()));
      xml.writeAttribute("type", outcome.verdict().name());
      xml.writeCharacters(
          clean(outcome.test().file() + ":" + outcome.fileLine() + ": " + outcome.detail()));
      xml.writeEndElement();
    }
    if (!outcome.messages().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean(String.join("\n", outcome.messages())));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }

  /// XML 1.0 has no control characters but tab and line ends.
  private static String clean(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }
}
