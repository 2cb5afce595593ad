package dev.holdfast.teams;

/** Holdfast would listen where nobody checks who speaks. */
final class UnprotectedEndpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  UnprotectedEndpointException(String why, String remedy) {
    super(why);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
