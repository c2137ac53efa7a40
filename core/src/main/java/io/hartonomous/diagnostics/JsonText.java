package io.hartonomous.diagnostics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// JSON documents as text: indented by two blanks, lines ended by `\n` on every system, the last
/// one too.
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /// Writes one document, piece by piece.
  @FunctionalInterface
  public interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  public static String of(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text).setPrettyPrinter(printer())) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter gives none
    }
    return text.append('\n').toString();
  }

  public static String of(JsonNode document) {
    try {
      return new ObjectMapper().writer(printer()).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter unix = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(unix).withArrayIndenter(unix);
  }
}
