package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.guard.ConfiguredPolicy.Configured;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the policy can be read and is guarded, and whether a change waits for the guardians. */
@Component
class PolicyGuardCheck implements DoctorCheck {

  private final StoredPolicies stored;
  private final PolicyProposals proposals;
  private final ConfiguredPolicy configured;

  PolicyGuardCheck(StoredPolicies stored, PolicyProposals proposals, ConfiguredPolicy configured) {
    this.stored = stored;
    this.proposals = proposals;
    this.configured = configured;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Policy guardians";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    Optional<StoredPolicy> current = stored.current();
    if (current.isEmpty()) {
      return CheckResult.ok("No policy is in the database yet.");
    }
    Optional<Policy> policy = current.get().policy();
    if (policy.isEmpty()) {
      return CheckResult.broken(
          "The policy in the database can't be read, so nobody may do anything.",
          Remedy.of(
              "If a later version of Holdfast stored it, run that version. If not, somebody changed"
                  + " the table policies."));
    }
    return check(current.get(), stored.guardians(current.get()));
  }

  private CheckResult check(StoredPolicy current, Guardians guardians) {
    if (!guardians.exist()) {
      return CheckResult.ok(
          "The policy names none, so anyone who changes the configuration changes the policy.");
    }
    Optional<Message> unreadable = guardians.people().unreadable();
    if (unreadable.isPresent()) {
      return CheckResult.warning(
          "Not all guardians are known now. " + StoredMessage.english(unreadable.get()),
          Remedy.of("See “Approver groups”."));
    }
    if (guardians.people().all().size() < guardians.approvals()) {
      return CheckResult.broken(
          "%d guardian(s) have to approve a change of the policy, and there are only %d."
              .formatted(guardians.approvals(), guardians.people().all().size()),
          Remedy.of("Add people to the groups that the policy names as guardians."));
    }
    if (!proposals.pending().isEmpty()) {
      return CheckResult.warning(
          "A change of the policy allows something new, so all of it waits for the guardians, also"
              + " what is stricter.",
          Remedy.of("Ask the guardians to decide on their card in Teams."));
    }
    return isRejected(current)
        ? CheckResult.warning(
            "A guardian rejected the policy that is configured, so the one from before is in"
                + " force.",
            Remedy.of("Change the file; any change of its text proposes it again."))
        : CheckResult.ok(
            "%d guardian(s) of %d have to approve a change that allows anything new."
                .formatted(guardians.approvals(), guardians.people().all().size()));
  }

  private boolean isRejected(StoredPolicy current) {
    return configured
        .read()
        .map(Configured::digest)
        .flatMap(digest -> proposals.find(current.id(), digest))
        .filter(proposal -> proposal.state() == PolicyProposal.State.REJECTED)
        .isPresent();
  }
}
