package dev.holdfast.approval.policy.file;

import static java.util.stream.Collectors.joining;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the policy file, as it is now, is the policy in force. */
@Component
class PolicyFileCheck implements DoctorCheck {

  private final PolicyFile file;

  PolicyFileCheck(PolicyFile file) {
    this.file = file;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Policy file";
  }

  @Override
  public CheckResult check() {
    if (!file.isUsed()) {
      return CheckResult.ok(
          "There is none: the rules are in holdfast.policy[n], which a later version won't read.");
    }
    List<PolicyProblem> problems = file.problems();
    return problems.isEmpty()
        ? CheckResult.ok("It is in force as it is.")
        : CheckResult.broken(
            "The policy file is wrong, so the policy from before is in force: "
                + problems.stream().map(PolicyProblem::toString).collect(joining("; "))
                + ".",
            Remedy.of("Correct the file; it's read again within seconds."));
  }
}
