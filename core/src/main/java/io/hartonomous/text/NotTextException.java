package io.hartonomous.text;

/// The bytes of a file are no text in any encoding that is read here.
public final class NotTextException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  public NotTextException(int offset, String reason) {
    super(reason);
    this.offset = offset;
  }

  /// The byte at which it showed, from 0.
  public int offset() {
    return offset;
  }
}
