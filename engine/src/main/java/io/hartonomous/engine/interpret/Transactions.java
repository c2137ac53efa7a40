package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.SessionCatalog;
import io.hartonomous.engine.session.ResultSink.TransactionChange;
import io.hartonomous.engine.session.SqlSession.IsolationLevel;
import io.hartonomous.engine.translate.SqlError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// The transaction of a session: the count that BEGIN raises and COMMIT lowers is kept here;
/// PostgreSQL sees the outermost one alone.
public final class Transactions {
  private static final AtomicLong DESCRIPTORS = new AtomicLong();
  private final Session session;
  private final List<Save> saves = new ArrayList<>();
  private int count;
  private long descriptor;
  private String name = "";
  private boolean doomed;
  private boolean announced;
  private List<Map<String, TemporaryTable>> temporaries = List.of();

  Transactions(Session session) {
    this.session = session;
  }

  /// A point that SAVE TRANSACTION made. Names are case-sensitive, as the server's are.
  private record Save(
      String name,
      String pgName,
      SessionCatalog.Mark catalog,
      List<Map<String, TemporaryTable>> temporaries) {}

  /// `@@TRANCOUNT`.
  public int count() {
    return count;
  }

  public boolean isOpen() {
    return count > 0;
  }

  /// `XACT_STATE()`.
  int state() {
    return count == 0 ? 0 : doomed ? -1 : 1;
  }

  boolean isDoomed() {
    return doomed;
  }

  /// From now on the transaction can only be rolled back.
  void doom() {
    doomed |= count > 0;
  }

  void begin(String transactionName) throws SQLException {
    begin(transactionName, true);
  }

  private void begin(String transactionName, boolean announce) throws SQLException {
    if (count == 0) {
      session.pg().begin(isolation());
      descriptor = DESCRIPTORS.incrementAndGet();
      name = transactionName;
      doomed = false;
      announced = announce;
      temporaries = session.temporaries().mark();
      saves.clear();
      if (announce) {
        session.sink().transaction(TransactionChange.BEGAN, descriptor);
      }
    }
    count++;
  }

  private String isolation() {
    return switch (session.settings().isolation) {
      case REPEATABLE_READ, SNAPSHOT -> "REPEATABLE READ";
      case SERIALIZABLE -> "SERIALIZABLE";
      case UNCHANGED, READ_COMMITTED, READ_UNCOMMITTED -> "";
    };
  }

  void isolation(IsolationLevel level) {
    if (level != IsolationLevel.UNCHANGED) {
      session.settings().isolation = level;
    }
  }

  void commit() throws SQLException {
    if (count == 0) {
      throw SqlError.of(3902);
    }
    if (doomed) {
      throw SqlError.of(3930);
    }
    if (count > 1) {
      count--;
      return;
    }
    try {
      session.pg().commit();
    } catch (SQLException e) {
      SqlError error = session.error(e, "COMMIT");
      ended(TransactionChange.ROLLED_BACK);
      session.catalog().rollback();
      throw error;
    }
    session.catalog().commit();
    ended(TransactionChange.COMMITTED);
  }

  /// ROLLBACK without a name, or with that of the outermost transaction: everything.
  void rollback() throws SQLException {
    if (count == 0) {
      throw SqlError.of(3903);
    }
    List<KeptRows> kept = keepTableVariables();
    session.pg().rollback();
    session.catalog().rollback();
    session.objects().afterRollback();
    session.temporaries().backTo(temporaries);
    ended(TransactionChange.ROLLED_BACK);
    restore(kept);
  }

  private void ended(TransactionChange change) {
    boolean tell = announced;
    count = 0;
    doomed = false;
    saves.clear();
    session.server().appLocks().releaseTransaction(session.id());
    if (tell) {
      session.sink().transaction(change, descriptor);
    }
  }

  /// ROLLBACK to a savepoint, or by the name of the outermost transaction.
  void rollback(String to) throws SQLException {
    if (count == 0) {
      throw SqlError.of(3903);
    }
    for (int i = saves.size() - 1; i >= 0; i--) {
      Save save = saves.get(i);
      if (save.name().equals(to)) {
        if (doomed) {
          throw SqlError.of(3931);
        }
        List<KeptRows> kept = keepTableVariables();
        session.pg().control("ROLLBACK TO SAVEPOINT " + save.pgName());
        session.catalog().rollbackTo(save.catalog());
        session.objects().afterRollback();
        session.temporaries().backTo(save.temporaries());
        while (saves.size() > i + 1) {
          saves.removeLast();
        }
        restore(kept);
        return;
      }
    }
    if (to.equals(name)) {
      rollback();
      return;
    }
    throw SqlError.of(6401, to);
  }

  void save(String saveName) throws SQLException {
    if (count == 0) {
      throw SqlError.of(628);
    }
    if (doomed) {
      throw SqlError.of(3931);
    }
    String pgName = "hn_save" + saves.size();
    session.pg().control("SAVEPOINT " + pgName);
    saves.add(new Save(saveName, pgName, session.catalog().mark(), session.temporaries().mark()));
  }

  /// Work of the engine that is all or nothing: data definition, a change with its triggers.
  public interface Work<T> {
    T run() throws SQLException;
  }

  /// Runs work as one statement: in a transaction of its own where none is open, else behind a
  /// savepoint.
  public <T> T atomic(Work<T> work) throws SQLException {
    if (doomed) {
      throw SqlError.of(3930);
    }
    if (count == 0) {
      return ownTransaction(work);
    }
    String savepoint = "hn_a" + ++depth;
    SessionCatalog.Mark mark = session.catalog().mark();
    List<Map<String, TemporaryTable>> before = session.temporaries().mark();
    long transaction = descriptor;
    session.pg().control("SAVEPOINT " + savepoint);
    boolean done = false;
    try {
      T result = work.run();
      done = true;
      if (count > 0 && transaction == descriptor) {
        session.pg().control("RELEASE SAVEPOINT " + savepoint);
      }
      return result;
    } finally {
      depth--;
      if (!done && count > 0 && transaction == descriptor) {
        session
            .pg()
            .control("ROLLBACK TO SAVEPOINT " + savepoint + "; RELEASE SAVEPOINT " + savepoint);
        session.catalog().rollbackTo(mark);
        session.objects().afterRollback();
        session.temporaries().backTo(before);
      }
    }
  }

  private int depth;

  private <T> T ownTransaction(Work<T> work) throws SQLException {
    begin("", false);
    long transaction = descriptor;
    boolean done = false;
    try {
      T result = work.run();
      done = true;
      if (count > 0 && transaction == descriptor) {
        count = 1;
        commit();
      }
      return result;
    } finally {
      if (!done && count > 0 && transaction == descriptor) {
        rollback();
      }
    }
  }

  /// Begins a transaction where IMPLICIT_TRANSACTIONS asks for one.
  void implicit() throws SQLException {
    if (session.settings().implicitTransactions && count == 0) {
      begin("");
    }
  }

  // Table variables take no part in transactions: their rows are read before a rollback and put
  // back.

  private record KeptRows(TemporaryTable table, List<Object[]> rows) {}

  private List<KeptRows> keepTableVariables() throws SQLException {
    List<KeptRows> kept = new ArrayList<>();
    for (TemporaryTable table : session.temporaries().variables()) {
      if (table.made) {
        List<Object[]> rows = new ArrayList<>();
        session
            .pg()
            .query(
                "SELECT * FROM " + table.pgName,
                _ -> {},
                r -> {
                  read(r, rows);
                  return null;
                });
        kept.add(new KeptRows(table, rows));
      }
    }
    return kept;
  }

  private static void read(ResultSet r, List<Object[]> rows) throws SQLException {
    int n = r.getMetaData().getColumnCount();
    while (r.next()) {
      Object[] row = new Object[n];
      for (int i = 0; i < n; i++) {
        row[i] = r.getObject(i + 1);
      }
      rows.add(row);
    }
  }

  private void restore(List<KeptRows> kept) throws SQLException {
    for (KeptRows k : kept) {
      session.pg().control("DROP TABLE IF EXISTS " + k.table().pgName);
      k.table().made = false;
      session.temporaries().make(k.table());
      if (k.rows().isEmpty()) {
        continue;
      }
      String marks = "?,".repeat(k.rows().getFirst().length);
      String sql =
          "INSERT INTO "
              + k.table().pgName
              + " OVERRIDING SYSTEM VALUE VALUES ("
              + marks.substring(0, marks.length() - 1)
              + ")";
      for (Object[] row : k.rows()) {
        session
            .pg()
            .update(
                sql,
                s -> {
                  for (int i = 0; i < row.length; i++) {
                    s.setObject(i + 1, row[i]);
                  }
                });
      }
    }
  }
}
