package io.hartonomous.engine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
  @Test
  void everyNumberInTheSourcesHasItsText() throws IOException {
    TreeSet<Integer> missing = new TreeSet<>();
    Pattern raised = Pattern.compile("SqlError\\s*\\.of\\(\\s*(\\d+)");
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(f -> f.toString().endsWith(".java")).toList();
    }
    assertThat(sources).isNotEmpty();
    for (Path source : sources) {
      Matcher m = raised.matcher(Files.readString(source));
      while (m.find()) {
        try {
          ErrorText.of(Integer.parseInt(m.group(1)));
        } catch (IllegalArgumentException e) {
          missing.add(Integer.valueOf(m.group(1)));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void anErrorCarriesClassAndStateOfItsNumber() {
    SqlError error = SqlError.of(137, "@x");
    assertThat(error.severity()).isEqualTo(15);
    assertThat(error.state()).isEqualTo(2);
    assertThat(error.text()).contains("\"@x\"");
  }
}
