package io.hartonomous.engine.pg;

/// Hears what a start is doing, in a few words, for somebody who waits.
public interface Progress {
  Progress NONE = _ -> {};

  void step(String text);
}
