package io.hartonomous.engine.tds;

import java.nio.charset.StandardCharsets;

/// Little-endian UTF-16. The JDK's own charset would replace lone surrogates, which SQL Server
/// stores and sends.
final class Utf16 {
  private Utf16() {}

  static String decode(byte[] bytes, int from, int units) {
    if (units == 0) {
      return "";
    }
    byte[] narrow = new byte[units];
    for (int i = 0, at = from; i < units; i++, at += 2) {
      if (bytes[at + 1] != 0) {
        return wide(bytes, from, units);
      }
      narrow[i] = bytes[at];
    }
    return new String(narrow, StandardCharsets.ISO_8859_1);
  }

  private static String wide(byte[] bytes, int from, int units) {
    char[] chars = new char[units];
    for (int i = 0, at = from; i < units; i++, at += 2) {
      chars[i] = (char) (bytes[at] & 0xFF | bytes[at + 1] << 8);
    }
    return new String(chars);
  }
}
