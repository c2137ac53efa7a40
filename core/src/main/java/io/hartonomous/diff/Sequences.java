package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.PlainObject.Sequence;
import io.hartonomous.model.SqlType;
import java.util.Optional;

/// One spelling for sequences: a server states every limit, a project only those that somebody
/// wrote. Source: Microsoft Learn, "CREATE SEQUENCE (Transact-SQL)", Arguments.
final class Sequences {
  private Sequences() {}

  static Sequence seen(Sequence sequence, Collation collation) {
    SqlType type =
        sequence.type().base() == SqlType.Base.UNKNOWN ? SqlType.BIGINT : sequence.type();
    return new Sequence(
        collation.key(sequence.name()),
        Optional.of(
            type.userType().isEmpty()
                ? type
                : type.withUserType(collation.key(type.userType().get()))),
        Optional.of(sequence.start()),
        Optional.of(sequence.increment()),
        Optional.of(sequence.lowest()),
        Optional.of(sequence.highest()),
        sequence.cycle(),
        sequence.cacheSize());
  }
}
