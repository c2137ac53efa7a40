package io.hartonomous.engine.session;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A client that sends what no driver lets a test decide: the bits of packet headers, halves of
/// messages, attentions.
final class WireClient implements AutoCloseable {
  static final int BATCH = 0x01;
  static final int RPC = 0x03;
  static final int ATTENTION = 0x06;
  static final int LOGIN7 = 0x10;
  static final int END = 0x01;
  static final int RESET = 0x08;
  static final int RESET_KEEP_TRANSACTION = 0x10;
  private static final byte[] HEADERS =
      HexFormat.of().parseHex("16000000120000000200000000000000000001000000");

  private final Socket socket;

  WireClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
  }

  static WireClient login(int port, String password, String database) throws IOException {
    WireClient client = new WireClient(port);
    client.send(LOGIN7, END, login(password, database));
    client.receive();
    return client;
  }

  private static byte[] login(String password, String database) {
    byte[] user = utf16("sa");
    byte[] hidden = utf16(password);
    for (int i = 0; i < hidden.length; i++) {
      int b = hidden[i] & 0xFF;
      hidden[i] = (byte) ((b << 4 | b >> 4) ^ 0xA5);
    }
    byte[] name = utf16(database);
    ByteBuffer login =
        ByteBuffer.allocate(94 + user.length + hidden.length + name.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    login.putInt(0, login.capacity()).putInt(4, 0x74000004).putInt(8, 4096);
    int at = 94;
    login.putShort(40, (short) at).putShort(42, (short) (user.length / 2));
    login.put(at, user);
    at += user.length;
    login.putShort(44, (short) at).putShort(46, (short) (hidden.length / 2));
    login.put(at, hidden);
    at += hidden.length;
    login.putShort(68, (short) at).putShort(70, (short) (name.length / 2));
    login.put(at, name);
    return login.array();
  }

  static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  void send(int type, int status, byte[] payload) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(8 + payload.length);
    packet.put((byte) type).put((byte) status).putShort((short) (8 + payload.length));
    packet.putInt(0x00000100).put(payload);
    OutputStream out = socket.getOutputStream();
    out.write(packet.array());
    out.flush();
  }

  void batch(int status, String sql) throws IOException {
    byte[] text = utf16(sql);
    ByteBuffer body = ByteBuffer.allocate(HEADERS.length + text.length);
    send(BATCH, END | status, body.put(HEADERS).put(text).array());
  }

  /// A whole answer as hexadecimal digits, without packet headers.
  String receive() throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int status;
    do {
      in.readUnsignedByte();
      status = in.readUnsignedByte();
      int length = in.readUnsignedShort();
      in.skipNBytes(4);
      all.writeBytes(in.readNBytes(length - 8));
    } while ((status & END) == 0);
    return HexFormat.of().formatHex(all.toByteArray());
  }

  String ask(String sql) throws IOException {
    batch(0, sql);
    return receive();
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
