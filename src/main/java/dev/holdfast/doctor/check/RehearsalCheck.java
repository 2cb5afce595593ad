package dev.holdfast.doctor.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Says that rehearsal is on, so that nobody forgets it. */
@Component
@ConditionalOnBooleanProperty("holdfast.rehearsal")
class RehearsalCheck implements DoctorCheck {

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Rehearsal";
  }

  @Override
  public CheckResult check() {
    return CheckResult.warning(
        "Rehearsal is on: requests are checked and approved, and nothing is started. What was"
            + " submitted for real waits.",
        Remedy.of(
            "When your team is ready, remove the setting and restart every replica:",
            "holdfast.rehearsal=false"));
  }
}
