package io.hartonomous.engine.tds;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Columns that are NOT NULL, byte by byte. Microsoft.Data.SqlClient takes the values of such a
/// column without a length, whatever its TYPE_INFO says; it reads on into the next value or waits
/// for bytes that never come.
///
/// Source of the tokens: [MS-TDS] 2.2.5.4.1 Fixed-Length Data Types.
class FixedLengthColumnTest {
  private static String sent(SqlType type, boolean nullable, Object... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResponseSink sink = new ResponseSink(new TdsWriter(bytes), "s");
    sink.begin(false);
    sink.columns(List.of(new ResultColumn("a", type, nullable, false, false)));
    for (Object value : values) {
      sink.row(new Object[] {value});
    }
    sink.done(ResultSink.Command.SELECT, values.length, false, false);
    sink.end();
    byte[] all = bytes.toByteArray();
    int head = PacketType.HEADER;
    int done = 13;
    return HexFormat.of()
        .withUpperCase()
        .formatHex(all, head + 9, all.length - done)
        .replaceFirst("016100", " ");
  }

  @Test
  void haveNoLengths() {
    assertThat(sent(SqlType.of(Base.TINYINT), false, 5)).isEqualTo("30 D105");
    assertThat(sent(SqlType.BIT, false, true)).isEqualTo("32 D101");
    assertThat(sent(SqlType.of(Base.SMALLINT), false, 258)).isEqualTo("34 D10201");
    assertThat(sent(SqlType.INT, false, 1, 2)).isEqualTo("38 D101000000D102000000");
    assertThat(sent(SqlType.BIGINT, false, 1L)).isEqualTo("7F D10100000000000000");
    assertThat(sent(SqlType.of(Base.REAL), false, 1f)).isEqualTo("3B D10000803F");
    assertThat(sent(SqlType.FLOAT, false, 1d)).isEqualTo("3E D1000000000000F03F");
    assertThat(sent(SqlType.of(Base.MONEY), false, new BigDecimal("1")))
        .isEqualTo("3C D10000000010270000");
    assertThat(sent(SqlType.of(Base.SMALLMONEY), false, new BigDecimal("1")))
        .isEqualTo("7A D110270000");
    assertThat(sent(SqlType.of(Base.DATETIME), false, LocalDateTime.of(1900, 1, 2, 0, 0, 1)))
        .isEqualTo("3D D1010000002C010000");
    assertThat(sent(SqlType.of(Base.SMALLDATETIME), false, LocalDateTime.of(1900, 1, 2, 0, 1)))
        .isEqualTo("3A D101000100");
  }

  @Test
  void haveLengthsWhereNullable() {
    assertThat(sent(SqlType.INT, true, 1, null)).isEqualTo("2604 D10401000000D100");
  }

  /// Should a NULL come all the same, it goes as a bit of NBCROW: a wrong promise about a column
  /// must not break the connection.
  @Test
  void giveAnUnpromisedNullInTheBitmap() {
    assertThat(sent(SqlType.INT, false, 1, null)).isEqualTo("38 D101000000D201");
  }
}
