package io.hartonomous.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// From the bytes of a file to its text.
///
/// A byte order mark decides: UTF-8, UTF-16 or UTF-32, little or big endian. Without one the bytes
/// are UTF-8 if they are valid UTF-8, else windows-1252, the code page in which old SQL Server
/// tools on Western systems saved. A zero byte means then that the file is no text.
public final class Decoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Decoding() {}

  /// A file's text and how it was written.
  ///
  /// @param mark how many bytes its byte order mark has, 0 without one
  public record Decoded(String text, Charset charset, int mark) {
    /// Another text in the same form. Empty where the charset does not have all of its characters.
    public Optional<byte[]> encode(String other) {
      if (!charset.newEncoder().canEncode(other)) {
        return Optional.empty();
      }
      return Optional.of((mark > 0 ? "\uFEFF" + other : other).getBytes(charset));
    }
  }

  public static String decode(byte[] bytes) throws NotTextException {
    return read(bytes).text();
  }

  public static Decoded read(byte[] bytes) throws NotTextException {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, 3, StandardCharsets.UTF_8, "is marked as UTF-8 and is not");
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return strict(
          bytes, 4, StandardCharsets.UTF_32LE, "is marked as UTF-32 (little endian) and is not");
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return strict(
          bytes, 4, StandardCharsets.UTF_32BE, "is marked as UTF-32 (big endian) and is not");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return strict(
          bytes, 2, StandardCharsets.UTF_16LE, "is marked as UTF-16 (little endian) and is not");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return strict(
          bytes, 2, StandardCharsets.UTF_16BE, "is marked as UTF-16 (big endian) and is not");
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new NotTextException(i, "has a zero byte at offset " + i + ": it is not text");
      }
    }
    try {
      return new Decoded(decode(bytes, 0, StandardCharsets.UTF_8), StandardCharsets.UTF_8, 0);
    } catch (CharacterCodingException _) { // not UTF-8: the documented fallback
      return new Decoded(new String(bytes, WINDOWS_1252), WINDOWS_1252, 0);
    }
  }

  private static Decoded strict(byte[] bytes, int skip, Charset charset, String reason)
      throws NotTextException {
    try {
      return new Decoded(decode(bytes, skip, charset), charset, skip);
    } catch (CharacterCodingException _) {
      throw new NotTextException(0, reason);
    }
  }

  private static String decode(byte[] bytes, int skip, Charset charset)
      throws CharacterCodingException {
    CharBuffer text =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip));
    return text.toString();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
