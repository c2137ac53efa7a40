package io.hartonomous.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void linesEndWithCrLfLfOrCr() {
    LineMap lines = new LineMap("a\r\nbc\nd\re");
    assertThat(lines.lines()).isEqualTo(4);
    assertThat(lines.line(0)).isEqualTo(1);
    assertThat(lines.line(4)).isEqualTo(2);
    assertThat(lines.column(4)).isEqualTo(2);
    assertThat(lines.line(8)).isEqualTo(4);
    assertThat(new SourceFile("x", "a\r\nbc\nd").line(2)).isEqualTo("bc");
    assertThat(new LineMap("").column(0)).isEqualTo(1);
  }

  @Test
  void columnsCountUtf16Units() {
    assertThat(new LineMap("𝔘x").column(2)).isEqualTo(3);
  }

  @Test
  void marksDecideTheEncoding() throws NotTextException {
    assertThat(Decoding.decode("\uFEFFä".getBytes(StandardCharsets.UTF_8))).isEqualTo("ä");
    assertThat(Decoding.decode("\uFEFFä".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("ä");
    assertThat(Decoding.decode("\uFEFFä".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("ä");
    assertThat(Decoding.decode("\uFEFFä".getBytes(StandardCharsets.UTF_32LE))).isEqualTo("ä");
    assertThat(Decoding.decode("\uFEFFä".getBytes(StandardCharsets.UTF_32BE))).isEqualTo("ä");
    assertThat(Decoding.decode("ä".getBytes(StandardCharsets.UTF_8))).isEqualTo("ä");
    assertThat(Decoding.decode(new byte[] {(byte) 0xE4, (byte) 0x80})).isEqualTo("ä€");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThatThrownBy(() -> Decoding.decode(new byte[] {'P', 'K', 0, 3}))
        .isInstanceOf(NotTextException.class)
        .hasMessageContaining("offset 2");
    assertThatThrownBy(
            () -> Decoding.decode(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xFF}))
        .isInstanceOf(NotTextException.class);
  }

  @Test
  void editsApplyInAnyOrderAndMayNotOverlap() {
    TextEdit first = new TextEdit(new Span(0, 1), "x");
    TextEdit second = new TextEdit(new Span(3, 0), "y");
    assertThat(TextEdit.apply("abc", List.of(second, first))).isEqualTo("xbcy");
    assertThatThrownBy(
            () -> TextEdit.apply("abc", List.of(first, new TextEdit(new Span(0, 2), ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
