package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.Variant;
import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;

/// sql_variant: total length 4, base type 1, length of the properties 1, properties, value without
/// a length of its own.
///
/// Source: [MS-TDS] 2.2.5.5.4 SQL_VARIANT Values.
record VariantWire() implements WireType {
  static final int SSVARIANTTYPE = 0x62;
  private static final int MAX_BYTES = 8009;

  @Override
  public SqlType type() {
    return SqlType.of(SqlType.Base.SQL_VARIANT);
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(SSVARIANTTYPE);
    out.i32(MAX_BYTES);
  }

  @Override
  public int nullSize() {
    return 4;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value == null) {
      out.i32(0);
      return;
    }
    Variant variant = (Variant) value;
    SqlType type = variant.type();
    switch (type.base()) {
      case BIT, TINYINT, SMALLINT, INT, BIGINT, REAL, FLOAT, MONEY, SMALLMONEY -> {
        head(out, fixedToken(type.base()), 0, NumberWire.size(type.base()));
        NumberWire.writeBody(out, type.base(), variant.value());
      }
      case DATETIME, SMALLDATETIME -> {
        head(out, fixedToken(type.base()), 0, type.base() == SqlType.Base.DATETIME ? 8 : 4);
        DateTimeWire.writeBody(out, type.base(), (LocalDateTime) variant.value());
      }
      case DECIMAL, NUMERIC -> {
        int size = DecimalWire.size(type.precision());
        head(out, new DecimalWire(type).token(), 2, size);
        out.u8(type.precision());
        out.u8(type.scale());
        DecimalWire.writeBody(out, (BigDecimal) variant.value(), type.scale(), size);
      }
      case DATE, TIME, DATETIME2, DATETIMEOFFSET -> {
        boolean scaled = type.base() != SqlType.Base.DATE;
        head(out, TemporalWire.token(type.base()), scaled ? 1 : 0, TemporalWire.size(type));
        if (scaled) {
          out.u8(type.scale());
        }
        TemporalWire.writeBody(out, type, variant.value());
      }
      case UNIQUEIDENTIFIER -> {
        head(out, GuidWire.GUIDTYPE, 0, 16);
        GuidWire.writeBody(out, (UUID) variant.value());
      }
      case CHAR, VARCHAR -> {
        WireCollation collation = WireTypes.collation(type).orElse(WireCollation.DEFAULT);
        byte[] bytes = ((String) variant.value()).getBytes(collation.charset());
        head(
            out,
            type.base() == SqlType.Base.CHAR ? CharacterWire.BIGCHAR : CharacterWire.BIGVARCHAR,
            7,
            bytes.length);
        collation.write(out);
        out.u16(Math.max(type.length(), bytes.length));
        out.bytes(bytes);
      }
      case NCHAR, NVARCHAR -> {
        String text = (String) variant.value();
        head(
            out,
            type.base() == SqlType.Base.NCHAR ? CharacterWire.NCHAR : CharacterWire.NVARCHAR,
            7,
            text.length() * 2);
        WireTypes.collation(type).orElse(WireCollation.DEFAULT).write(out);
        out.u16(Math.max(type.length(), text.length()) * 2);
        out.utf16(text);
      }
      case BINARY, VARBINARY, ROWVERSION -> {
        byte[] bytes = (byte[]) variant.value();
        head(
            out,
            type.base() == SqlType.Base.VARBINARY ? BinaryWire.BIGVARBINARY : BinaryWire.BIGBINARY,
            2,
            bytes.length);
        out.u16(Math.max(type.length(), bytes.length));
        out.bytes(bytes);
      }
      default -> throw new IllegalArgumentException("sql_variant cannot hold " + type);
    }
  }

  private static void head(TdsWriter out, int token, int properties, int size) {
    out.i32(2 + properties + size);
    out.u8(token);
    out.u8(properties);
  }

  private static int fixedToken(SqlType.Base base) {
    return switch (base) {
      case BIT -> 0x32;
      case TINYINT -> 0x30;
      case SMALLINT -> 0x34;
      case INT -> 0x38;
      case BIGINT -> 0x7F;
      case REAL -> 0x3B;
      case FLOAT -> 0x3E;
      case SMALLMONEY -> 0x7A;
      case MONEY -> 0x3C;
      case SMALLDATETIME -> 0x3A;
      default -> 0x3D;
    };
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    long total = in.u32();
    if (total == 0) {
      return null;
    }
    int token = in.u8();
    int properties = in.u8();
    long size = total - 2 - properties;
    if (size < 0 || size > MAX_BYTES) {
      throw new ProtocolException("a sql_variant of " + total + " bytes");
    }
    int length = (int) size;
    return switch (token) {
      case 0x32, 0x30, 0x34, 0x38, 0x7F, 0x3B, 0x3E, 0x7A, 0x3C -> {
        SqlType type = WireTypes.fixed(token).type();
        yield new Variant(type, NumberWire.readBody(in, type.base()));
      }
      case 0x3A, 0x3D -> {
        SqlType type = WireTypes.fixed(token).type();
        yield new Variant(type, DateTimeWire.readBody(in, type.base()));
      }
      case DecimalWire.DECIMALN, DecimalWire.NUMERICN -> {
        int precision = in.u8();
        int scale = in.u8();
        SqlType type = SqlType.decimal(precision, scale);
        yield new Variant(type, DecimalWire.readBody(in, length, scale));
      }
      case TemporalWire.DATEN,
          TemporalWire.TIMEN,
          TemporalWire.DATETIME2N,
          TemporalWire.DATETIMEOFFSETN -> {
        SqlType type = TemporalWire.read(in, token).type();
        yield new Variant(type, TemporalWire.readBody(in, type, length));
      }
      case GuidWire.GUIDTYPE ->
          new Variant(SqlType.of(SqlType.Base.UNIQUEIDENTIFIER), GuidWire.readBody(in));
      case CharacterWire.BIGCHAR,
          CharacterWire.BIGVARCHAR,
          CharacterWire.NCHAR,
          CharacterWire.NVARCHAR -> {
        WireCollation collation = WireCollation.read(in);
        int most = in.u16();
        boolean unicode = token == CharacterWire.NCHAR || token == CharacterWire.NVARCHAR;
        if (unicode) {
          SqlType type =
              SqlType.sized(
                  token == CharacterWire.NCHAR ? SqlType.Base.NCHAR : SqlType.Base.NVARCHAR,
                  most / 2);
          yield new Variant(type, in.utf16(CharacterWire.evenHalf(length)));
        }
        collation.requireCharset();
        SqlType type =
            SqlType.sized(
                token == CharacterWire.BIGCHAR ? SqlType.Base.CHAR : SqlType.Base.VARCHAR, most);
        yield new Variant(type, new String(in.bytes(length), collation.charset()));
      }
      case BinaryWire.BIGBINARY, BinaryWire.BIGVARBINARY -> {
        int most = in.u16();
        yield new Variant(
            SqlType.sized(
                token == BinaryWire.BIGBINARY ? SqlType.Base.BINARY : SqlType.Base.VARBINARY, most),
            in.bytes(length));
      }
      default ->
          throw new ProtocolException("type 0x" + Integer.toHexString(token) + " in a sql_variant");
    };
  }
}
