package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.util.Optional;

/// Finds the wire type of a column that is sent, or of a TYPE_INFO that came.
final class WireTypes {
  private WireTypes() {}

  /// Where a TYPE_INFO stands: it decides about text pointers and the parts of a CLR type.
  enum Place {
    PARAMETER,
    TABLE_PARAMETER,
    BULK_COLUMN
  }

  /// The wire type of a result column. What is NOT NULL must have the fixed-length form where there
  /// is one: Microsoft.Data.SqlClient reads the values of such a column without a length.
  static WireType ofColumn(SqlType type, boolean nullable, Features features) {
    return switch (of(type, features)) {
      case NumberWire n when !nullable -> NumberWire.fixed(n.type().base());
      case DateTimeWire d when !nullable -> new DateTimeWire(d.type(), true);
      case WireType other -> other;
    };
  }

  /// The wire type of a value that may be NULL. json and vector go natively only to a client that
  /// asked for them, else as text.
  static WireType of(SqlType type, Features features) {
    return switch (type.base()) {
      case BIT, TINYINT, SMALLINT, INT, BIGINT, REAL, FLOAT, MONEY, SMALLMONEY ->
          NumberWire.of(floatAsReal(type));
      case DECIMAL, NUMERIC ->
          new DecimalWire(type.precision() == 0 ? SqlType.decimal(18, 0) : type);
      case DATETIME, SMALLDATETIME -> new DateTimeWire(type, false);
      case DATE, TIME, DATETIME2, DATETIMEOFFSET -> new TemporalWire(type);
      case CHAR, VARCHAR -> {
        Optional<WireCollation> collation = collation(type);
        // The code page of this collation is not known here; as nvarchar no character is lost.
        yield collation.isPresent()
            ? new CharacterWire(type, collation.get(), false)
            : new CharacterWire(unicode(type), WireCollation.DEFAULT, false);
      }
      case NCHAR, NVARCHAR ->
          new CharacterWire(type, collation(type).orElse(WireCollation.DEFAULT), false);
      case TEXT, NTEXT, IMAGE -> new LobWire(type, WireCollation.DEFAULT, true);
      case BINARY, VARBINARY, ROWVERSION -> new BinaryWire(type, false);
      case UNIQUEIDENTIFIER -> new GuidWire();
      case SQL_VARIANT -> new VariantWire();
      case XML -> new XmlWire();
      case JSON ->
          features.json()
              ? new JsonWire()
              : new CharacterWire(SqlType.nvarchar(SqlType.MAX), WireCollation.DEFAULT, false);
      case VECTOR -> features.vector() ? new VectorWire(type) : VectorText.of(type);
      case HIERARCHYID, GEOMETRY, GEOGRAPHY -> new UdtWire(type);
      // A bare NULL is an int, as SQL Server describes it.
      case NULL, UNKNOWN -> NumberWire.of(SqlType.INT);
      case CURSOR, TABLE, CLR ->
          throw new IllegalArgumentException("a column of type " + type + " cannot be sent");
    };
  }

  // float(1) to float(24) is real.
  private static SqlType floatAsReal(SqlType type) {
    return type.base() == SqlType.Base.FLOAT && type.precision() > 0 && type.precision() <= 24
        ? SqlType.of(SqlType.Base.REAL)
        : type;
  }

  private static SqlType unicode(SqlType type) {
    SqlType.Base base =
        type.base() == SqlType.Base.CHAR ? SqlType.Base.NCHAR : SqlType.Base.NVARCHAR;
    return SqlType.sized(base, type.length() > 4000 ? SqlType.MAX : type.length());
  }

  /// The collation of a type; the default one where none is named, empty for one whose code page is
  /// not known here.
  static Optional<WireCollation> collation(SqlType type) {
    return type.collation().isEmpty()
        ? Optional.of(WireCollation.DEFAULT)
        : WireCollation.named(type.collation().get());
  }

  /// Reads a TYPE_INFO.
  static WireType read(TdsReader in, Place place) throws IOException {
    int token = in.u8();
    return switch (token) {
      case NumberWire.BITN, NumberWire.INTN, NumberWire.FLTN, NumberWire.MONEYN ->
          NumberWire.of(token, in.u8());
      case DecimalWire.DECIMALN, DecimalWire.NUMERICN, 0x37, 0x3F -> DecimalWire.read(in, token);
      case DateTimeWire.DATETIMN ->
          new DateTimeWire(
              SqlType.of(in.u8() == 4 ? SqlType.Base.SMALLDATETIME : SqlType.Base.DATETIME), false);
      case TemporalWire.DATEN,
          TemporalWire.TIMEN,
          TemporalWire.DATETIME2N,
          TemporalWire.DATETIMEOFFSETN ->
          TemporalWire.read(in, token);
      case GuidWire.GUIDTYPE -> {
        in.u8();
        yield new GuidWire();
      }
      case CharacterWire.BIGVARCHAR,
          CharacterWire.BIGCHAR,
          CharacterWire.NVARCHAR,
          CharacterWire.NCHAR ->
          CharacterWire.read(in, token);
      case 0x27 -> CharacterWire.readShort(in, true);
      case 0x2F -> CharacterWire.readShort(in, false);
      case BinaryWire.BIGVARBINARY, BinaryWire.BIGBINARY -> BinaryWire.read(in, token);
      case 0x25 -> BinaryWire.readShort(in, true);
      case 0x2D -> BinaryWire.readShort(in, false);
      case LobWire.TEXT, LobWire.NTEXT, LobWire.IMAGE ->
          LobWire.read(in, token, place == Place.BULK_COLUMN);
      case XmlWire.XMLTYPE -> XmlWire.read(in);
      case JsonWire.JSONTYPE -> new JsonWire();
      case VectorWire.VECTORTYPE -> VectorWire.read(in);
      case UdtWire.UDTTYPE -> UdtWire.read(in, place == Place.BULK_COLUMN);
      case VariantWire.SSVARIANTTYPE -> {
        in.i32();
        yield new VariantWire();
      }
      case TableWire.TVPTYPE -> {
        if (place != Place.PARAMETER) {
          throw new ProtocolException("a table inside a table");
        }
        yield TableWire.read(in);
      }
      case NullWire.NULLTYPE -> new NullWire();
      default -> fixed(token);
    };
  }

  /// The fixed-length types, which have no TYPE_INFO beside their token.
  static WireType fixed(int token) throws ProtocolException {
    return switch (token) {
      case 0x30 -> NumberWire.fixed(SqlType.Base.TINYINT);
      case 0x32 -> NumberWire.fixed(SqlType.Base.BIT);
      case 0x34 -> NumberWire.fixed(SqlType.Base.SMALLINT);
      case 0x38 -> NumberWire.fixed(SqlType.Base.INT);
      case 0x7F -> NumberWire.fixed(SqlType.Base.BIGINT);
      case 0x3B -> NumberWire.fixed(SqlType.Base.REAL);
      case 0x3E -> NumberWire.fixed(SqlType.Base.FLOAT);
      case 0x3C -> NumberWire.fixed(SqlType.Base.MONEY);
      case 0x7A -> NumberWire.fixed(SqlType.Base.SMALLMONEY);
      case 0x3D -> new DateTimeWire(SqlType.of(SqlType.Base.DATETIME), true);
      case 0x3A -> new DateTimeWire(SqlType.of(SqlType.Base.SMALLDATETIME), true);
      default ->
          throw new ProtocolException("type 0x" + Integer.toHexString(token) + " is not supported");
    };
  }
}
