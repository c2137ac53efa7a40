package io.hartonomous.engine.tds;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A collation as 5 bytes, and the code page that follows from it. `charset` is null for a code
/// page that the server does not know.
///
/// Shape: 4 bytes little-endian: LCID in bits 0 to 19, flags in 20 to 27, version in 28 to 31; then
/// the SQL sort id. Source: [MS-TDS] 2.2.5.1.2 Collation Rule Definition.
record WireCollation(int bits, int sortId, Charset charset) {
  private static final int IGNORE_CASE = 1 << 20;
  private static final int IGNORE_ACCENT = 1 << 21;
  private static final int IGNORE_WIDTH = 1 << 22;
  private static final int IGNORE_KANA = 1 << 23;
  private static final int BINARY = 1 << 24;
  private static final int BINARY2 = 1 << 25;
  private static final int UTF8 = 1 << 26;
  private static final int US_ENGLISH = 0x0409;
  private static final Charset CP1252 = Charset.forName("windows-1252");

  /// SQL_Latin1_General_CP1_CI_AS: 09 04 D0 00 34.
  static final WireCollation DEFAULT =
      new WireCollation(US_ENGLISH | IGNORE_CASE | IGNORE_KANA | IGNORE_WIDTH, 0x34, CP1252);

  void write(TdsWriter out) {
    out.i32(bits);
    out.u8(sortId);
  }

  static WireCollation read(TdsReader in) throws IOException {
    int bits = in.i32();
    int sortId = in.u8();
    if (bits == DEFAULT.bits && sortId == DEFAULT.sortId || bits == 0 && sortId == 0) {
      return DEFAULT;
    }
    return new WireCollation(bits, sortId, charset(bits, sortId));
  }

  void requireCharset() throws ProtocolException {
    if (charset == null) {
      throw new ProtocolException(
          "a collation whose code page is not supported: "
              + Integer.toHexString(bits)
              + "/"
              + sortId);
    }
  }

  /// The collation of that name, where its code page is Western European or UTF-8.
  static Optional<WireCollation> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean sql = upper.startsWith("SQL_LATIN1_GENERAL_CP1_");
    if (!sql && !upper.startsWith("LATIN1_GENERAL_")) {
      return Optional.empty();
    }
    boolean utf8 = upper.endsWith("_UTF8");
    int bits =
        US_ENGLISH
            | (upper.contains("_140_")
                ? 3 << 28
                : upper.contains("_100_") ? 2 << 28 : upper.contains("_90_") ? 1 << 28 : 0);
    bits |= utf8 ? UTF8 : 0;
    if (upper.endsWith("_BIN2") || upper.contains("_BIN2_")) {
      bits |= BINARY2;
    } else if (upper.endsWith("_BIN")) {
      bits |= BINARY;
    } else {
      bits |= upper.contains("_CI") ? IGNORE_CASE : 0;
      bits |= upper.contains("_AI") ? IGNORE_ACCENT : 0;
      bits |= upper.contains("_KS") ? 0 : IGNORE_KANA;
      bits |= upper.contains("_WS") ? 0 : IGNORE_WIDTH;
    }
    int sortId = !sql ? 0 : upper.contains("_CS_AS") ? 51 : upper.contains("_CI_AI") ? 54 : 52;
    return Optional.of(new WireCollation(bits, sortId, utf8 ? StandardCharsets.UTF_8 : CP1252));
  }

  private static Charset charset(int bits, int sortId) {
    if ((bits & UTF8) != 0) {
      return StandardCharsets.UTF_8;
    }
    int page = sortId != 0 ? pageOfSortId(sortId) : pageOfLanguage(bits & 0xFFFF);
    if (page == 0) {
      return null;
    }
    String name =
        page == 437 || page == 850
            ? "IBM" + page
            : page == 932
                ? "windows-31j"
                : page == 936
                    ? "GBK"
                    : page == 949
                        ? "x-windows-949"
                        : page == 950
                            ? "x-windows-950"
                            : page == 874 ? "x-windows-874" : "windows-" + page;
    return Charset.isSupported(name) ? Charset.forName(name) : null;
  }

  private static int pageOfSortId(int id) {
    if (id >= 30 && id <= 35) {
      return 437;
    }
    if (id >= 40 && id <= 49 || id >= 55 && id <= 61) {
      return 850;
    }
    if (id >= 50 && id <= 54
        || id == 71
        || id == 72
        || id >= 183 && id <= 186
        || id >= 210 && id <= 217) {
      return 1252;
    }
    if (id >= 80 && id <= 98) {
      return 1250;
    }
    if (id >= 104 && id <= 108) {
      return 1251;
    }
    if (id >= 112 && id <= 124) {
      return 1253;
    }
    if (id >= 128 && id <= 130) {
      return 1254;
    }
    if (id >= 136 && id <= 138) {
      return 1255;
    }
    if (id >= 144 && id <= 146) {
      return 1256;
    }
    return id >= 152 && id <= 160 ? 1257 : 0;
  }

  // By primary language, the low ten bits; where a language has two scripts or code pages, by the
  // whole LCID.
  private static int pageOfLanguage(int lcid) {
    if (lcid == 0x081A || lcid == 0x241A) {
      return 1250;
    }
    return switch (lcid & 0x3FF) {
      case 0x01, 0x20, 0x29 -> 1256;
      case 0x02, 0x19, 0x22, 0x23, 0x2F, 0x3F -> 1251;
      case 0x04 -> lcid == 0x0404 || lcid == 0x0C04 || lcid == 0x1404 ? 950 : 936;
      case 0x05, 0x0E, 0x15, 0x18, 0x1A, 0x1B, 0x1C, 0x24 -> 1250;
      case 0x08 -> 1253;
      case 0x0D -> 1255;
      case 0x11 -> 932;
      case 0x12 -> 949;
      case 0x1E -> 874;
      case 0x1F, 0x2C -> 1254;
      case 0x25, 0x26, 0x27 -> 1257;
      case 0x2A -> 1258;
      case 0x03,
          0x06,
          0x07,
          0x09,
          0x0A,
          0x0B,
          0x0C,
          0x0F,
          0x10,
          0x13,
          0x14,
          0x16,
          0x1D,
          0x21,
          0x2D,
          0x36,
          0x38,
          0x3E ->
          1252;
      default -> 0;
    };
  }
}
