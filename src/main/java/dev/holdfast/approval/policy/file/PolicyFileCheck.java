package dev.holdfast.approval.policy.file;

import static java.util.stream.Collectors.joining;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the policy file, as it is now, is the policy in force. */
@Component
class PolicyFileCheck implements DoctorCheck {

  private final PolicyFile file;
  private final PolicyInForce inForce;

  PolicyFileCheck(PolicyFile file, PolicyInForce inForce) {
    this.file = file;
    this.inForce = inForce;
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
    Optional<PolicyFile.Read> read = file.read();
    List<PolicyProblem> problems = file.problems();
    if (!problems.isEmpty()) {
      return CheckResult.broken(
          "The policy file is wrong, so the policy from before is in force: "
              + problems.stream().map(PolicyProblem::toString).collect(joining("; "))
              + ".",
          Remedy.of("Correct the file; it's read again within seconds."));
    }
    return read.filter(now -> now.policy().digest().equals(inForce.get().digest())).isPresent()
        ? CheckResult.ok("It is in force as it is.")
        : CheckResult.warning(
            "The policy in force isn't the one in the file of this replica.",
            Remedy.of(
                "If guardians are to approve it, ask them. If another replica has another file,"
                    + " give all of them the same."));
  }
}
