package io.hartonomous.engine.tds;

/// Packet types and status bits of the packet header.
///
/// Source: [MS-TDS] 2.2.3.1.1 Type, 2.2.3.1.2 Status.
final class PacketType {
  static final int BATCH = 0x01;
  static final int RPC = 0x03;
  static final int REPLY = 0x04;
  static final int ATTENTION = 0x06;
  static final int BULK = 0x07;
  static final int TRANSACTION = 0x0E;
  static final int LOGIN7 = 0x10;
  static final int PRELOGIN = 0x12;

  /// The last packet of a message.
  static final int END_OF_MESSAGE = 0x01;

  /// Set together with [#END_OF_MESSAGE]: the client gave the message up while it sent it.
  static final int IGNORE = 0x02;

  static final int RESET = 0x08;
  static final int RESET_KEEP_TRANSACTION = 0x10;

  static final int HEADER = 8;

  /// Packet sizes that can be negotiated.
  static final int MIN_SIZE = 512;

  static final int MAX_SIZE = 32767;

  static final int MAX_TLS_SIZE = 16384;

  /// The size before the login answer.
  static final int LOGIN_SIZE = 4096;

  private PacketType() {}
}
