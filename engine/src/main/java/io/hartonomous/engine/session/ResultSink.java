package io.hartonomous.engine.session;

import io.hartonomous.model.SqlType;
import java.util.List;

/// Takes what a batch or a remote procedure call produces, in the order in which it happens. The
/// TDS layer writes tokens from it; tests collect it.
///
/// A value is the Java object of its type: bit `Boolean`; tinyint, smallint, int `Integer`; bigint
/// `Long`; decimal, numeric, money, smallmoney `BigDecimal`; real `Float`; float `Double`; every
/// character type, xml and json `String`; every binary type, rowversion, hierarchyid, geometry and
/// geography `byte[]`; date `LocalDate`; time `LocalTime`; smalldatetime, datetime, datetime2
/// `LocalDateTime`; datetimeoffset `OffsetDateTime`; uniqueidentifier `java.util.UUID`; vector
/// `float[]`; sql_variant [Variant]; NULL is `null`.
public interface ResultSink {

  /// What kind of statement a [#done] closes; the number is the current-command word of the DONE
  /// token.
  enum Command {
    NONE(0),
    SELECT(0xC1),
    INSERT(0xC3),
    DELETE(0xC4),
    UPDATE(0xC5),
    MERGE(0x117);

    private final int word;

    Command(int word) {
      this.word = word;
    }

    public int word() {
      return word;
    }
  }

  /// A result set begins; rows follow until [#done].
  void columns(List<ResultColumn> columns);

  /// A row of the result set that [#columns] began; one object per column, the array may be reused
  /// by the caller after the call.
  void row(Object[] values);

  /// A statement ended. `count` is the number of rows, or -1 where no count is to be shown (none,
  /// or NOCOUNT ON); `failed` after an error of that statement. `inModule` says that it ran inside
  /// a procedure, trigger or dynamic SQL (DONEINPROC instead of DONE).
  void done(Command command, long count, boolean failed, boolean inModule);

  /// An error or information message.
  void message(ServerMessage message);

  /// The database of the session changed.
  void database(String oldName, String newName);

  /// A transaction began (`descriptor` new, not 0), or ended by commit or rollback (`descriptor` of
  /// the ended one).
  void transaction(TransactionChange change, long descriptor);

  enum TransactionChange {
    BEGAN,
    COMMITTED,
    ROLLED_BACK
  }

  /// The return status of a procedure that was called by RPC; comes once, before its OUTPUT values.
  /// In a batch: the end of an `EXEC` with its return status.
  void returnStatus(int status);

  /// The value of an OUTPUT parameter of a procedure that was called by RPC, or of the statement
  /// handle of a prepare call. `ordinal` is the position of the parameter in the request, from 0,
  /// all counted: the first value of `sp_executesql @stmt, @params, ...` has 2, the handle of
  /// `sp_prepexec` 0.
  void returnValue(int ordinal, String name, SqlType type, Object value);

  /// Everything up to here may be sent to the client now (RAISERROR WITH NOWAIT, large results).
  void flush();
}
