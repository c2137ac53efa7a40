package io.hartonomous.engine.tds;

import java.io.IOException;
import java.util.Arrays;

/// LOGIN7: who wants in, to which database, and with which features.
///
/// The password is a char array that its reader overwrites; this record's text does not show it.
/// Source: [MS-TDS] 2.2.6.4 LOGIN7.
record Login7(
    int tdsVersion,
    int packetSize,
    int processId,
    String hostName,
    String user,
    char[] password,
    String application,
    String language,
    String database,
    boolean integrated,
    boolean changesPassword,
    boolean federated,
    Features features) {

  private static final int FIXED = 94;
  private static final int INTEGRATED_SECURITY = 0x80;
  private static final int EXTENSION = 0x10;

  static Login7 read(TdsReader body) throws IOException {
    byte[] bytes = body.bytes(body.remaining());
    try {
      return read(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Login7 read(byte[] bytes) throws IOException {
    if (bytes.length < FIXED) {
      throw new ProtocolException("LOGIN7 of " + bytes.length + " bytes");
    }
    boolean extended = (bytes[27] & EXTENSION) != 0;
    byte[] extension = extended ? slice(bytes, 56, 1) : new byte[0];
    Features features = Features.NONE;
    boolean federated = false;
    if (extension.length >= 4) {
      TdsReader in = new TdsReader(bytes, 0, bytes.length);
      long offset = new TdsReader(extension, 0, 4).u32();
      if (offset > bytes.length) {
        throw new ProtocolException("LOGIN7 features beyond the message");
      }
      in.skip((int) offset);
      boolean utf8 = false;
      boolean json = false;
      boolean vector = false;
      for (int id = in.u8(); id != 0xFF; id = in.u8()) {
        long length = in.u32();
        if (length > in.remaining()) {
          throw new ProtocolException("LOGIN7 feature " + id + " beyond the message");
        }
        in.skip((int) length);
        switch (id) {
          case Features.UTF8_SUPPORT -> utf8 = true;
          case Features.JSON_SUPPORT -> json = true;
          case Features.VECTOR_SUPPORT -> vector = true;
          case Features.FEDERATED_AUTHENTICATION -> federated = true;
          // The others (recovery, Always Encrypted, global transactions, classification, user
          // agent) may stay without an answer.
          default -> {}
        }
      }
      features = new Features(utf8, json, vector);
    }
    TdsReader head = new TdsReader(bytes, 4, FIXED);
    int version = head.i32();
    int packetSize = head.i32();
    head.skip(4);
    int processId = head.i32();
    return new Login7(
        version,
        packetSize,
        processId,
        text(bytes, 36),
        text(bytes, 40),
        password(bytes),
        text(bytes, 48),
        text(bytes, 64),
        text(bytes, 68),
        (bytes[25] & INTEGRATED_SECURITY) != 0,
        length(bytes, 86) > 0,
        federated,
        features);
  }

  private static int length(byte[] bytes, int at) {
    return bytes[at + 2] & 0xFF | (bytes[at + 3] & 0xFF) << 8;
  }

  // An offset and a length in `unit` bytes at `at`.
  private static byte[] slice(byte[] bytes, int at, int unit) throws ProtocolException {
    int offset = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    int length = length(bytes, at) * unit;
    if (length == 0) {
      return new byte[0];
    }
    if (offset + length > bytes.length) {
      throw new ProtocolException("LOGIN7 field beyond the message");
    }
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  private static String text(byte[] bytes, int at) throws ProtocolException {
    byte[] text = slice(bytes, at, 2);
    return Utf16.decode(text, 0, text.length / 2);
  }

  // Each byte has its halves swapped and is then XORed with A5.
  private static char[] password(byte[] bytes) throws ProtocolException {
    byte[] hidden = slice(bytes, 44, 2);
    char[] password = new char[hidden.length / 2];
    for (int i = 0; i < password.length; i++) {
      password[i] = (char) (clear(hidden[2 * i]) | clear(hidden[2 * i + 1]) << 8);
    }
    Arrays.fill(hidden, (byte) 0);
    return password;
  }

  private static int clear(byte hidden) {
    int swapped = (hidden ^ 0xA5) & 0xFF;
    return (swapped << 4 | swapped >> 4) & 0xFF;
  }

  void forgetPassword() {
    Arrays.fill(password, '\0');
  }

  @Override
  public String toString() {
    return "Login7[user=" + user + ", database=" + database + ", application=" + application + "]";
  }
}
