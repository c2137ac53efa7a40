package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.SessionFactory;
import io.hartonomous.engine.session.SqlSession;
import io.hartonomous.engine.tds.TdsOptions.Encryption;
import java.io.IOException;
import java.net.Socket;

/// The start of a connection: PRELOGIN, TLS, LOGIN7 and the answer to it.
///
/// Source: [MS-TDS] 3.3.5 Server details, Message Processing Events and Sequencing Rules.
final class LoginSequence {
  private static final int TLS_HANDSHAKE_RECORD = 0x16;
  private static final int MAX_LOGIN = 128 << 10;
  private static final int TDS_7_3_B = 0x730B0003;
  private static final int TDS_7_4 = 0x74000004;
  private static final int TDS_8 = 0x08000000;
  private static final int LOGIN_FAILED = 18456;
  private static final int LOGIN_UNTRUSTED = 18452;
  private static final int PROTOCOL_VERSION = 17800;
  private static final String LANGUAGE = "us_english";

  private final Socket socket;
  private final TdsServer server;
  private final RawInput raw;
  private final PacketInput packets;
  private final TdsWriter out;
  private final ResponseSink sink;
  private SqlSession session;
  private boolean encrypted;

  LoginSequence(Socket socket, TdsServer server) throws IOException {
    this.socket = socket;
    this.server = server;
    this.raw = new RawInput(socket.getInputStream());
    this.packets = new PacketInput(raw);
    this.out = new TdsWriter(socket.getOutputStream());
    this.sink = new ResponseSink(out, server.options().serverName());
  }

  SqlSession session() {
    return session;
  }

  PacketInput packets() {
    return packets;
  }

  TdsWriter out() {
    return out;
  }

  ResponseSink sink() {
    return sink;
  }

  /// Whether the client is in. Otherwise it was told why, or went away.
  boolean run() throws IOException {
    boolean strict = isTls();
    if (strict) {
      TlsChannel tls =
          new TlsChannel(server.identity().context(), true, raw, socket.getOutputStream());
      tls.handshake(raw, socket.getOutputStream());
      packets.source(tls.input());
      out.target(tls.output());
    }
    Message message = read();
    if (message != null && message.type() == PacketType.PRELOGIN) {
      PreLogin.Request request = PreLogin.read(message.body());
      int encryption = strict ? PreLogin.ENCRYPT_REQ : answer(request.encryption());
      PreLogin.write(out, encryption, request.federated());
      out.endMessage();
      if (!strict
          && request.encryption() == PreLogin.ENCRYPT_NOT_SUP
          && encryption == PreLogin.ENCRYPT_REQ) {
        return false;
      }
      boolean wrapped = !strict && encryption != PreLogin.ENCRYPT_NOT_SUP;
      encrypted = strict || encryption == PreLogin.ENCRYPT_ON || encryption == PreLogin.ENCRYPT_REQ;
      TlsChannel tls = wrapped ? handshake() : null;
      message = read();
      if (tls != null && encryption == PreLogin.ENCRYPT_OFF) {
        packets.source(raw);
        out.target(socket.getOutputStream());
        tls.returnSurplus(raw);
      }
    }
    if (message == null) {
      return false;
    }
    if (message.type() != PacketType.LOGIN7) {
      throw new ProtocolException("packet type " + message.type() + " before login");
    }
    Login7 login = Login7.read(message.body());
    try {
      return login(login);
    } finally {
      login.forgetPassword();
    }
  }

  private Message read() throws IOException {
    return Message.read(packets, MAX_LOGIN);
  }

  // A TDS 8 client starts with TLS, every other one with a packet.
  private boolean isTls() throws IOException {
    byte[] first = new byte[1];
    if (raw.read(first, 0, 1) < 1) {
      return false;
    }
    raw.unread(first, 0, 1);
    return first[0] == TLS_HANDSHAKE_RECORD;
  }

  private int answer(int asked) {
    Encryption policy = server.options().encryption();
    return switch (asked) {
      case PreLogin.ENCRYPT_ON, PreLogin.ENCRYPT_REQ -> PreLogin.ENCRYPT_ON;
      case PreLogin.ENCRYPT_OFF ->
          switch (policy) {
            case CLIENT_DECIDES -> PreLogin.ENCRYPT_NOT_SUP;
            case LOGIN_AT_LEAST -> PreLogin.ENCRYPT_OFF;
            case REQUIRED -> PreLogin.ENCRYPT_REQ;
          };
      default -> policy == Encryption.REQUIRED ? PreLogin.ENCRYPT_REQ : PreLogin.ENCRYPT_NOT_SUP;
    };
  }

  private TlsChannel handshake() throws IOException {
    TlsChannel tls =
        new TlsChannel(
            server.identity().context(),
            false,
            HandshakePackets.input(packets),
            HandshakePackets.output(out));
    tls.handshake(raw, socket.getOutputStream());
    packets.returnSurplus(raw);
    packets.source(tls.input());
    out.target(tls.output());
    return tls;
  }

  private boolean login(Login7 login) {
    if (login.tdsVersion() != TDS_7_4
        && login.tdsVersion() != TDS_7_3_B
        && login.tdsVersion() != TDS_8) {
      return refuse(
          PROTOCOL_VERSION,
          20,
          "This server speaks TDS 7.3, 7.4 and 8.0; the client asked for version 0x"
              + Integer.toHexString(login.tdsVersion())
              + ".");
    }
    if (login.integrated() || login.federated()) {
      return refuse(
          LOGIN_UNTRUSTED,
          14,
          "Only user name and password are supported for the login, no integrated or federated"
              + " one.");
    }
    if (login.changesPassword()) {
      return refuse(LOGIN_FAILED, 14, "Changing the password at login is not supported.");
    }
    SessionFactory sessions = server.sessions();
    if (!sessions.authenticate(login.user(), login.password())) {
      return refuse(
          LOGIN_FAILED, 14, "User '" + login.user() + "' is unknown or the password is wrong.");
    }
    try {
      session =
          sessions.open(
              new SessionFactory.LoginRequest(
                  login.user(),
                  login.database(),
                  login.hostName(),
                  login.application(),
                  login.language(),
                  login.processId()));
    } catch (SessionFactory.LoginException e) {
      sink.begin(false);
      sink.message(e.serverMessage());
      return refuse(
          LOGIN_FAILED, 14, "The login of user '" + login.user() + "' ended without a session.");
    }
    accept(login);
    return true;
  }

  private boolean refuse(int number, int severity, String text) {
    sink.message(new ServerMessage(number, 1, severity, text, "", 1));
    sink.end();
    return false;
  }

  private void accept(Login7 login) {
    String database = session.database();
    out.sessionId(session.id());
    EnvChangeToken.text(out, EnvChangeToken.DATABASE, database, "master");
    sink.message(new ServerMessage(5701, 2, 0, "The database is now '" + database + "'.", "", 1));
    EnvChangeToken.collation(out, WireCollation.DEFAULT);
    EnvChangeToken.text(out, EnvChangeToken.LANGUAGE, LANGUAGE, "");
    sink.message(new ServerMessage(5703, 1, 0, "The language is now " + LANGUAGE + ".", "", 1));
    LoginTokens.acknowledge(out, login.tdsVersion());
    int asked = login.packetSize() == 0 ? PacketType.LOGIN_SIZE : login.packetSize();
    // A packet is one TLS record where there is TLS; mssql-jdbc refuses a larger one.
    int size =
        Math.clamp(
            asked, PacketType.MIN_SIZE, encrypted ? PacketType.MAX_TLS_SIZE : PacketType.MAX_SIZE);
    EnvChangeToken.text(
        out,
        EnvChangeToken.PACKET_SIZE,
        Integer.toString(size),
        Integer.toString(PacketType.LOGIN_SIZE));
    LoginTokens.features(out, login.features());
    sink.features(login.features());
    sink.begin(false);
    sink.end();
    out.packetSize(size);
  }
}
