package io.hartonomous.syntax;

import java.util.function.IntFunction;

/// Leaves the parser where input is nested deeper than the caller's stack is known to hold: it is
/// read again from its beginning on a thread whose stack holds all that is allowed. Carries
/// nothing: one object serves all.
final class DeepInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final DeepInput FOUND = new DeepInput();

  /// Levels read on any caller's stack. Hardly any file that people write has more.
  private static final int ORDINARY_NESTING = 100;

  /// Bytes; what is not touched costs nothing. Ten thousand levels of the construct with the most
  /// calls between two levels took a fifth of it, not yet compiled.
  private static final long DEEP_STACK = 256L << 20;

  private DeepInput() {
    super("deep", null, false, false);
  }

  /// Runs `read` with the nesting that it may go to: at first a small one, then all that is
  /// allowed. `read` throws [#FOUND] where it meets more and was given less than `allowed`.
  static <R> R read(int allowed, IntFunction<R> read) {
    try {
      return read.apply(Math.min(allowed, ORDINARY_NESTING));
    } catch (DeepInput | StackOverflowError _) { // the caller may stand deep in its own stack
      return onDeepStack(allowed, read);
    }
  }

  private static <R> R onDeepStack(int allowed, IntFunction<R> read) {
    DeepThread<R> thread = new DeepThread<>(allowed, read);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) { // told to the caller when the result is there
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return thread.result();
  }

  private static final class DeepThread<R> extends Thread {
    private final int allowed;
    private final IntFunction<R> read;
    private R result;
    private Throwable failure;

    DeepThread(int allowed, IntFunction<R> read) {
      super(null, null, "parser", DEEP_STACK);
      setDaemon(true);
      this.allowed = allowed;
      this.read = read;
    }

    @Override
    public void run() {
      try {
        result = read.apply(allowed);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }

    /// To be asked after the thread has ended.
    R result() {
      switch (failure) {
        case null -> {
          return result;
        }
        case RuntimeException e -> throw e;
        case Throwable e -> throw (Error) e;
      }
    }
  }
}
