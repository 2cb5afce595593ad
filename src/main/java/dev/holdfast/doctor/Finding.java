package dev.holdfast.doctor;

/** A verdict, and what it is about. */
public record Finding(Area area, String name, Verdict verdict) {

  static Finding of(Checkup checkup, Verdict verdict) {
    return new Finding(checkup.area(), checkup.name(), verdict);
  }

  public State state() {
    return verdict.state();
  }
}
