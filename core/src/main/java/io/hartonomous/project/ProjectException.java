package io.hartonomous.project;

/// A project that cannot be read at all. The message says what, where, why and what to do.
public final class ProjectException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String cure;

  public ProjectException(String place, String problem, String cure) {
    super(place + ": " + problem + (cure.isEmpty() ? "" : "; " + cure));
    this.place = place;
    this.cure = cure;
  }

  /// The file or folder that it is about.
  public String place() {
    return place;
  }

  public String cure() {
    return cure;
  }
}
