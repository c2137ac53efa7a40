package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Binding;
import io.hartonomous.engine.interpret.eval.Scalars;
import io.hartonomous.engine.translate.Translator;
import io.hartonomous.syntax.ast.Node;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A bound statement and what was made of its parts: translated queries, decisions about where an
/// expression is computed.
final class Compiled {
  private final Binding binding;
  private final Translator translator;
  private final boolean readsSessions;
  private final Scalars scalars;
  private final Map<Node, Object> made = new IdentityHashMap<>();

  private final Consumer<Frame> frames;

  /// `frames` hears in which frame the statement runs again.
  Compiled(Binding binding, Translator translator, boolean readsSessions, Consumer<Frame> frames) {
    this.frames = frames;
    this.readsSessions = readsSessions;
    this.binding = binding;
    this.translator = translator;
    this.scalars = new Scalars(binding);
  }

  void runsIn(Frame frame) {
    frames.accept(frame);
  }

  Binding binding() {
    return binding;
  }

  /// Its expressions that are computed in Java.
  Scalars scalars() {
    return scalars;
  }

  Translator translator() {
    return translator;
  }

  /// Whether it shows sessions, whose rows must be written first.
  boolean readsSessions() {
    return readsSessions;
  }

  <T> T get(Node node, Class<T> type, Supplier<T> make) {
    Object value = made.get(node);
    if (value == null) {
      value = make.get();
      made.put(node, value);
    }
    return type.cast(value);
  }
}
