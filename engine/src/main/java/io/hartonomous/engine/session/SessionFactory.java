package io.hartonomous.engine.session;

/// Makes sessions for connections that logged in.
public interface SessionFactory {

  /// What a client said in LOGIN7, but for the password, which `login` has checked by then.
  record LoginRequest(
      String user,
      String database,
      String hostName,
      String applicationName,
      String language,
      int processId) {}

  /// Whether user and password are right. Never logs them.
  boolean authenticate(String user, char[] password);

  /// Opens a session. Errors: [LoginException] with number 4060 where the database does not exist.
  SqlSession open(LoginRequest request) throws LoginException;

  /// A refused login: the error goes to the client, then the connection ends.
  final class LoginException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ServerMessage message;

    public LoginException(ServerMessage message) {
      super(message.text());
      this.message = message;
    }

    public ServerMessage serverMessage() {
      return message;
    }
  }
}
