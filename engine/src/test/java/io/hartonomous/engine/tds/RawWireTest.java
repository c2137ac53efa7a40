package io.hartonomous.engine.tds;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.model.SqlType.Base;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bytes that mssql-jdbc never sends: other drivers' forms, and what a hostile peer might try.
@Timeout(60)
class RawWireTest {
  @TempDir Path folder;
  private TdsServerFixture fixture;
  private List<RpcRequest.Parameter> given = List.of();
  private String procedure = "";

  @BeforeEach
  void start() throws Exception {
    // On a busy machine a login may take a while: only who never logs in is to be closed.
    start(Duration.ofSeconds(20));
  }

  private void start(Duration loginTimeout) throws Exception {
    TdsOptions options =
        new TdsOptions(
            "127.0.0.1", 0, 3, loginTimeout, 1 << 20, TdsOptions.Encryption.CLIENT_DECIDES, "s");
    fixture =
        new TdsServerFixture(
            folder,
            options,
            (sql, parameters, sink, _) -> {
              procedure = sql;
              given = parameters;
              sink.done(ResultSink.Command.NONE, -1, false, false);
              if (sql.startsWith("EXEC")) {
                sink.returnStatus(0);
              }
            });
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static void send(Socket socket, int type, int status, byte[] payload) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(8 + payload.length);
    packet
        .put((byte) type)
        .put((byte) status)
        .putShort((short) (8 + payload.length))
        .putInt(0x00000100)
        .put(payload);
    OutputStream out = socket.getOutputStream();
    out.write(packet.array());
    out.flush();
  }

  // A whole answer without its headers, or null where the server closed the connection.
  private static byte[] receive(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int type = in.read();
      if (type < 0) {
        return null;
      }
      assertThat(type).isEqualTo(PacketType.REPLY);
      int status = in.readUnsignedByte();
      int length = in.readUnsignedShort();
      in.skipNBytes(4);
      all.writeBytes(in.readNBytes(length - 8));
      if ((status & 1) != 0) {
        return all.toByteArray();
      }
    }
  }

  private Socket open() throws IOException {
    Socket socket = new Socket("127.0.0.1", fixture.server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static byte[] login() {
    byte[] user = utf16("sa");
    byte[] password = utf16("Pässwörd-1 😀");
    for (int i = 0; i < password.length; i++) {
      int b = password[i] & 0xFF;
      password[i] = (byte) ((b << 4 | b >> 4) ^ 0xA5);
    }
    ByteBuffer login =
        ByteBuffer.allocate(94 + user.length + password.length).order(ByteOrder.LITTLE_ENDIAN);
    login.putInt(0, login.capacity()).putInt(4, 0x74000004).putInt(8, 4096);
    login.putShort(40, (short) 94).putShort(42, (short) (user.length / 2));
    login.putShort(44, (short) (94 + user.length)).putShort(46, (short) (password.length / 2));
    login.put(94, user).put(94 + user.length, password);
    return login.array();
  }

  private Socket loggedIn() throws IOException {
    Socket socket = open();
    send(socket, PacketType.LOGIN7, 1, login());
    byte[] answer = receive(socket);
    assertThat(answer).isNotNull();
    assertThat(answer[0]).isEqualTo((byte) 0xE3);
    return socket;
  }

  private static final byte[] HEADERS = hex("16000000 12000000 0200 0000000000000000 01000000");

  @Test
  void readsTheFormsOfOtherDrivers() throws Exception {
    try (Socket socket = loggedIn()) {
      byte[] parameters =
          join(
              hex("00 00 30 FF"),
              hex("00 00 34 FEFF"),
              hex("00 00 38 78563412"),
              hex("00 00 7F 0100000000000080"),
              hex("00 00 32 01"),
              hex("00 00 3E 000000000000F03F"),
              hex("00 00 3B 0000803F"),
              hex("00 00 3C FFFFFFFF F0D8FFFF"),
              hex("00 00 7A 10270000"),
              hex("00 00 3D 01000000 2C010000"),
              hex("00 00 3A 0200 0100"),
              hex("00 00 26 04 02 0500"),
              hex("00 00 6E 08 08 00000000 10270000"),
              hex("00 00 6F 04 00"),
              hex("00 00 27 0A 03 616263"),
              hex("00 00 25 0A 00"),
              hex("00 00 1F"),
              hex("00 00 63 10000000 0904D00034 04000000 61006200"),
              hex("00 00 23 10000000 0904D00034 FFFFFFFF"),
              hex("00 00 A7 FFFF 0904D00034 FEFFFFFFFFFFFFFF 02000000 8061 01000000 62 00000000"),
              hex("00 00 6A 05 05 02 05 00 7B000000"),
              hex("02 4000 7000 01 68 01 00"));
      send(
          socket,
          PacketType.RPC,
          1,
          join(HEADERS, hex("0500"), utf16("dbo.p"), hex("0000"), parameters));
      byte[] answer = receive(socket);
      // RETURNSTATUS, then the only DONEPROC.
      assertThat(HexFormat.of().formatHex(answer))
          .isEqualTo(
              "ff0100"
                  + "0000"
                  + "0".repeat(16)
                  + "7900000000"
                  + "fe0000"
                  + "0000"
                  + "0".repeat(16));
    }
    assertThat(procedure).isEqualTo("EXEC dbo.p");
    assertThat(given)
        .extracting(RpcRequest.Parameter::value)
        .containsExactly(
            255,
            -2,
            0x12345678,
            Long.MIN_VALUE + 1,
            true,
            1.0,
            1f,
            new BigDecimal("-1.0000"),
            new BigDecimal("1.0000"),
            LocalDateTime.of(1900, 1, 2, 0, 0, 1),
            LocalDateTime.of(1900, 1, 3, 0, 1),
            5,
            new BigDecimal("1.0000"),
            null,
            "abc",
            null,
            null,
            "ab",
            null,
            "€ab",
            new BigDecimal("-1.23"),
            null);
    assertThat(given.getLast().name()).isEqualTo("@p");
    assertThat(given.getLast().output()).isTrue();
    assertThat(given)
        .extracting(parameter -> parameter.type().base())
        .contains(Base.NTEXT, Base.TEXT, Base.SMALLDATETIME);
  }

  @Test
  void runsSeveralCallsOfOneMessage() throws Exception {
    try (Socket socket = loggedIn()) {
      byte[] call = join(hex("0100"), utf16("a"), hex("0000"));
      send(socket, PacketType.RPC, 1, join(HEADERS, call, hex("FF"), call));
      String done = "ff0100" + "0000" + "0".repeat(16) + "7900000000";
      assertThat(HexFormat.of().formatHex(receive(socket)))
          .isEqualTo(
              done
                  + "fe8100"
                  + "0000"
                  + "0".repeat(16)
                  + done
                  + "fe0000"
                  + "0000"
                  + "0".repeat(16));
    }
  }

  @Test
  void beginsSavesCommitsAndRollsBack() throws Exception {
    try (Socket socket = loggedIn()) {
      send(socket, PacketType.TRANSACTION, 1, join(HEADERS, hex("0500 02 01"), utf16("t")));
      assertThat(HexFormat.of().formatHex(receive(socket)))
          .isEqualTo("e30b0008086500000000000000" + "00" + "fd0000" + "0000" + "0".repeat(16));
      send(socket, PacketType.TRANSACTION, 1, join(HEADERS, hex("0900 01"), utf16("s")));
      receive(socket);
      // Commit, and begin the next one at once.
      send(socket, PacketType.TRANSACTION, 1, join(HEADERS, hex("0700 00 01 04 00")));
      assertThat(HexFormat.of().formatHex(receive(socket)))
          .startsWith("e30b00090008650000000000000" + "0e30b000808660000");
      send(socket, PacketType.TRANSACTION, 1, join(HEADERS, hex("0800 01"), utf16("s"), hex("00")));
      receive(socket);
    }
    assertThat(fixture.session().transactions)
        .containsExactly(
            "BEGIN t READ_COMMITTED",
            "SAVE s UNCHANGED",
            "COMMIT  UNCHANGED",
            "BEGIN  SERIALIZABLE",
            "ROLLBACK s UNCHANGED");
  }

  @Test
  void acknowledgesAnAttentionOnce() throws Exception {
    try (Socket socket = loggedIn()) {
      send(socket, PacketType.ATTENTION, 1, new byte[0]);
      assertThat(HexFormat.of().formatHex(receive(socket)))
          .isEqualTo("fd2000" + "0000" + "0".repeat(16));
      // The first half of a request, then its end with the ignore bit.
      send(socket, PacketType.BATCH, 0, join(HEADERS, utf16("SELECT")));
      send(socket, PacketType.BATCH, 3, utf16(" 1"));
      assertThat(HexFormat.of().formatHex(receive(socket)))
          .isEqualTo("fd2000" + "0000" + "0".repeat(16));
      send(socket, PacketType.BATCH, 1 | PacketType.RESET, join(HEADERS, utf16("x")));
      assertThat(HexFormat.of().formatHex(receive(socket))).startsWith("e30300120000" + "fd0000");
    }
    assertThat(procedure).isEqualTo("x");
    assertThat(fixture.session().resets).containsExactly(false);
  }

  @Test
  void explainsARequestThatIsBrokenAndCloses() throws Exception {
    for (byte[] request :
        List.of(
            join(
                HEADERS,
                hex("0500"),
                utf16("dbo.p"),
                hex("0000 00 00 A7 FFFF 0904D00034 00FFFFFF00000000")),
            join(HEADERS, hex("0500"), utf16("dbo.p"), hex("0000 00 00 99")),
            join(HEADERS, hex("FFFF 6300 0000")),
            hex("FFFFFFFF"),
            new byte[0])) {
      try (Socket socket = loggedIn()) {
        send(socket, PacketType.RPC, 1, request);
        byte[] answer = receive(socket);
        assertThat(answer[0]).isEqualTo((byte) 0xAA);
        assertThat(ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt(3))
            .isEqualTo(4002);
        assertThat(receive(socket)).isNull();
      }
    }
  }

  @Test
  void refusesAMessageAboveTheLimit() throws Exception {
    try (Socket socket = loggedIn()) {
      byte[] part = join(HEADERS, new byte[30_000]);
      byte[] answer = null;
      try {
        for (int i = 0; i < 100; i++) {
          send(socket, PacketType.BATCH, 0, part);
        }
      } catch (IOException _) {
        // The server closed while we were sending: as it should.
        answer = new byte[0];
      }
      assertThat(answer != null || !isOpen(socket)).isTrue();
    }
    loggedIn().close();
  }

  private static boolean isOpen(Socket socket) {
    try {
      byte[] next = receive(socket);
      return next != null && receive(socket) != null;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void survivesGarbage() throws Exception {
    Random random = new Random(42);
    for (int i = 0; i < 60; i++) {
      byte[] garbage = new byte[random.nextInt(400)];
      random.nextBytes(garbage);
      // The server takes three connections; it may still be leaving those of the rounds before.
      awaitNoConnection();
      try (Socket socket = i % 3 == 0 ? open() : loggedIn()) {
        if (i % 3 == 2) {
          send(
              socket,
              List.of(PacketType.BATCH, PacketType.RPC, PacketType.BULK, PacketType.TRANSACTION)
                  .get(i % 4),
              1,
              garbage);
        } else {
          socket.getOutputStream().write(garbage);
        }
      } catch (IOException _) {
        continue;
      }
    }
    awaitNoConnection();
    loggedIn().close();
  }

  @Test
  void closesWhoDoesNotLogIn() throws Exception {
    fixture.close();
    start(Duration.ofMillis(300));
    try (Socket silent = open();
        Socket half = open()) {
      half.getOutputStream().write(new byte[] {0x12, 1, 0});
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
      assertThat(half.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void takesOnlySoManyConnections() throws Exception {
    awaitNoConnection();
    try (Socket one = loggedIn();
        Socket two = loggedIn();
        Socket three = loggedIn();
        Socket four = open()) {
      assertThat(four.getInputStream().read()).isEqualTo(-1);
      send(three, PacketType.BATCH, 1, join(HEADERS, utf16("x")));
      assertThat(receive(three)).isNotNull();
      assertThat(one.isConnected() && two.isConnected()).isTrue();
    }
  }

  private void awaitNoConnection() throws InterruptedException {
    for (int i = 0; i < 500 && fixture.server.connectionCount() > 0; i++) {
      Thread.sleep(10);
    }
    assertThat(fixture.server.connectionCount()).isZero();
  }
}
