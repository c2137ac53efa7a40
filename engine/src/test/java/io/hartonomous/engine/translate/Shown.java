package io.hartonomous.engine.translate;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// Values as the expectations of tests write them.
final class Shown {
  private Shown() {}

  static String value(Object value) {
    return switch (value) {
      case null -> "NULL";
      case Boolean b -> b ? "1" : "0";
      case BigDecimal d -> d.toPlainString();
      case byte[] b -> "0x" + HexFormat.of().withUpperCase().formatHex(b);
      case LocalDateTime t -> t.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS"));
      case OffsetDateTime t ->
          t.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSXXX"));
      case float[] v -> java.util.Arrays.toString(v);
      default -> value.toString();
    };
  }
}
