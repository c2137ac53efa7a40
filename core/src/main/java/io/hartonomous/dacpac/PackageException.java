package io.hartonomous.dacpac;

/// A package that cannot be read: not a zip, a part missing, too large, or not what it says. The
/// message names the file, the part and what to do.
public final class PackageException extends Exception {
  private static final long serialVersionUID = 1L;

  public PackageException(String message) {
    super(message);
  }

  public PackageException(String message, Throwable cause) {
    super(message, cause);
  }
}
