package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.RpcRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One or several remote procedure calls in one message.
///
/// Source: [MS-TDS] 2.2.6.6 RPC Request.
final class RpcMessage {
  private static final int BY_ID = 0xFFFF;
  private static final int BATCH_FLAG = 0xFF;
  private static final int NO_EXEC_FLAG = 0xFE;
  private static final int BATCH_FLAG_OLD = 0x80;
  private static final int BY_REF = 0x01;
  private static final int DEFAULT_VALUE = 0x02;
  private static final int ENCRYPTED = 0x08;
  private static final List<String> PROCEDURES =
      List.of(
          "sp_cursor",
          "sp_cursoropen",
          "sp_cursorprepare",
          "sp_cursorexecute",
          "sp_cursorprepexec",
          "sp_cursorunprepare",
          "sp_cursorfetch",
          "sp_cursoroption",
          "sp_cursorclose",
          "sp_executesql",
          "sp_prepare",
          "sp_execute",
          "sp_prepexec",
          "sp_prepexecrpc",
          "sp_unprepare");

  private RpcMessage() {}

  static List<RpcRequest> read(TdsReader in) throws IOException {
    AllHeaders.skip(in);
    List<RpcRequest> calls = new ArrayList<>(1);
    while (!in.atEnd()) {
      calls.add(call(in));
    }
    if (calls.isEmpty()) {
      throw new ProtocolException("a remote procedure call without a procedure");
    }
    return calls;
  }

  private static RpcRequest call(TdsReader in) throws IOException {
    int length = in.u16();
    String procedure;
    if (length == BY_ID) {
      int id = in.u16();
      if (id < 1 || id > PROCEDURES.size()) {
        throw new ProtocolException("procedure id " + id);
      }
      procedure = PROCEDURES.get(id - 1);
    } else {
      procedure = in.utf16(length);
    }
    in.u16();
    List<RpcRequest.Parameter> parameters = new ArrayList<>();
    while (!in.atEnd()) {
      int next = in.peek();
      // A name has at most 128 units, and a parameter starts with the length of its name.
      if (next == BATCH_FLAG || next == BATCH_FLAG_OLD) {
        in.u8();
        break;
      }
      if (next == NO_EXEC_FLAG) {
        throw new ProtocolException(
            "a remote procedure call that is not to be executed is not supported");
      }
      parameters.add(parameter(in));
    }
    return new RpcRequest(procedure, parameters);
  }

  private static RpcRequest.Parameter parameter(TdsReader in) throws IOException {
    String name = in.shortText();
    int status = in.u8();
    if ((status & ENCRYPTED) != 0) {
      throw new ProtocolException("Always Encrypted parameters are not supported");
    }
    WireType wire = WireTypes.read(in, WireTypes.Place.PARAMETER);
    Object value = wire.readValue(in);
    return new RpcRequest.Parameter(
        name, wire.type(), value, (status & BY_REF) != 0, (status & DEFAULT_VALUE) != 0);
  }
}
