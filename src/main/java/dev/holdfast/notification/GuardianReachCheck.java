package dev.holdfast.notification;

import dev.holdfast.approval.policy.guard.PolicyProposals;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.card.RecipientNames;
import dev.holdfast.notification.policy.PolicyCardRepository;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the guardians got the card of a policy that waits for them. */
@Component
class GuardianReachCheck implements DoctorCheck {

  private final PolicyProposals proposals;
  private final PolicyCardRepository posts;
  private final RecipientNames names;

  GuardianReachCheck(PolicyProposals proposals, PolicyCardRepository posts, RecipientNames names) {
    this.proposals = proposals;
    this.posts = posts;
    this.names = names;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Guardians";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    List<Address> unreached =
        proposals.pending().stream()
            .flatMap(proposal -> posts.unreached(proposal.id()).stream())
            .toList();
    return unreached.isEmpty()
        ? CheckResult.ok("Each guardian got the card of the policy that waits, if any does.")
        : CheckResult.warning(
            "Holdfast couldn't reach these guardians, and a change of the policy waits: %s."
                .formatted(unreached.stream().map(names::of).collect(Collectors.joining(", "))),
            Remedy.of(
                "Have the Holdfast app added for them in Teams, by themselves or by an app setup"
                    + " policy. The card arrives as soon as they have it."));
  }
}
