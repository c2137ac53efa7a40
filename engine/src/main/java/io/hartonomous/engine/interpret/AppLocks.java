package io.hartonomous.engine.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// The locks of sp_getapplock: all sessions are in one process, so that PostgreSQL is not asked.
///
/// Source: Microsoft Learn, "sp_getapplock (Transact-SQL)": return codes, modes; "Lock
/// compatibility".
final class AppLocks {
  /// In the order of strength.
  enum Mode {
    INTENT_SHARED("IntentShared"),
    SHARED("Shared"),
    UPDATE("Update"),
    INTENT_EXCLUSIVE("IntentExclusive"),
    EXCLUSIVE("Exclusive");

    final String sqlName;

    Mode(String sqlName) {
      this.sqlName = sqlName;
    }

    static Mode of(String name) {
      for (Mode mode : values()) {
        if (mode.sqlName.equalsIgnoreCase(name)) {
          return mode;
        }
      }
      return null;
    }

    boolean goesWith(Mode other) {
      return switch (this) {
        case INTENT_SHARED -> other != EXCLUSIVE;
        case SHARED -> other == INTENT_SHARED || other == SHARED || other == UPDATE;
        case UPDATE -> other == INTENT_SHARED || other == SHARED;
        case INTENT_EXCLUSIVE -> other == INTENT_SHARED || other == INTENT_EXCLUSIVE;
        case EXCLUSIVE -> false;
      };
    }
  }

  /// What identifies a lock. `principal` is the role or user that may ask for it.
  record Resource(int databaseId, String principal, String name) {}

  private record Grant(int session, boolean ofTransaction, Mode mode) {}

  static final int GRANTED = 0;
  static final int GRANTED_AFTER_WAIT = 1;
  static final int TIMED_OUT = -1;
  static final int CANCELLED = -2;
  static final int DEADLOCK = -3;
  static final int INVALID = -999;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Resource, List<Grant>> grants = new HashMap<>();
  private final Map<Integer, Resource> waiting = new HashMap<>();

  /// Takes a lock. `timeoutMillis` -1 waits for ever. `cancelled` is asked now and then.
  int acquire(
      Resource resource,
      Mode mode,
      int session,
      boolean ofTransaction,
      int timeoutMillis,
      java.util.function.BooleanSupplier cancelled) {
    long deadline =
        timeoutMillis < 0
            ? Long.MAX_VALUE
            : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    boolean waited = false;
    lock.lock();
    try {
      while (!isFree(resource, mode, session)) {
        if (isDeadlock(resource, session)) {
          return DEADLOCK;
        }
        long left = deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - System.nanoTime();
        if (left <= 0) {
          return TIMED_OUT;
        }
        if (cancelled.getAsBoolean()) {
          return CANCELLED;
        }
        waited = true;
        waiting.put(session, resource);
        changed.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
      }
      grants
          .computeIfAbsent(resource, _ -> new ArrayList<>())
          .add(new Grant(session, ofTransaction, mode));
      return waited ? GRANTED_AFTER_WAIT : GRANTED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CANCELLED;
    } finally {
      waiting.remove(session);
      lock.unlock();
    }
  }

  private boolean isFree(Resource resource, Mode mode, int session) {
    return grants.getOrDefault(resource, List.of()).stream()
        .allMatch(g -> g.session() == session || mode.goesWith(g.mode()));
  }

  /// Whether a holder of the resource waits, over others or at once, for something that this
  /// session holds.
  private boolean isDeadlock(Resource resource, int session) {
    List<Integer> open = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    grants.getOrDefault(resource, List.of()).stream()
        .map(Grant::session)
        .filter(s -> s != session)
        .forEach(open::add);
    while (!open.isEmpty()) {
      int holder = open.removeLast();
      if (seen.contains(holder)) {
        continue;
      }
      seen.add(holder);
      Resource wanted = waiting.get(holder);
      if (wanted != null) {
        for (Grant g : grants.getOrDefault(wanted, List.of())) {
          if (g.session() == session) {
            return true;
          }
          open.add(g.session());
        }
      }
    }
    return false;
  }

  /// Gives a lock back; false where the session does not hold it. A lock taken twice must be given
  /// back twice.
  boolean release(Resource resource, int session, boolean ofTransaction) {
    lock.lock();
    try {
      List<Grant> list = grants.getOrDefault(resource, List.of());
      for (int i = list.size() - 1; i >= 0; i--) {
        if (list.get(i).session() == session && list.get(i).ofTransaction() == ofTransaction) {
          list.remove(i);
          changed.signalAll();
          return true;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  void releaseTransaction(int session) {
    release(session, Grant::ofTransaction);
  }

  void releaseSession(int session) {
    release(session, g -> !g.ofTransaction());
  }

  void releaseAll(int session) {
    release(session, _ -> true);
  }

  private void release(int session, Predicate<Grant> which) {
    lock.lock();
    try {
      Iterator<List<Grant>> lists = grants.values().iterator();
      while (lists.hasNext()) {
        List<Grant> list = lists.next();
        list.removeIf(g -> g.session() == session && which.test(g));
        if (list.isEmpty()) {
          lists.remove();
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The strongest mode that the session holds, as APPLOCK_MODE names it.
  String mode(Resource resource, int session, boolean ofTransaction) {
    lock.lock();
    try {
      return grants.getOrDefault(resource, List.of()).stream()
          .filter(g -> g.session() == session && g.ofTransaction() == ofTransaction)
          .map(Grant::mode)
          .max(Mode::compareTo)
          .map(m -> m.sqlName)
          .orElse("NoLock");
    } finally {
      lock.unlock();
    }
  }

  /// Whether the lock would be granted at once, as APPLOCK_TEST says.
  boolean test(Resource resource, Mode mode, int session) {
    lock.lock();
    try {
      return isFree(resource, mode, session);
    } finally {
      lock.unlock();
    }
  }
}
