package dev.holdfast.doctor;

/** A verdict, and what it is about. */
public record NamedCheckResult(CheckArea area, String name, CheckResult verdict) {

  static NamedCheckResult of(DoctorCheck checkup, CheckResult verdict) {
    return new NamedCheckResult(checkup.area(), checkup.name(), verdict);
  }

  public CheckStatus state() {
    return verdict.state();
  }
}
