package dev.holdfast.notification;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.card.ApproverReach;
import dev.holdfast.notification.card.RecipientNames;
import dev.holdfast.notification.store.GivenUpMessages;
import dev.holdfast.notification.store.GivenUpMessages.GivenUp;
import dev.holdfast.request.ApproverDirectory;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether those who decide got the last card that Holdfast sent them. */
@Component
class ApproverReachCheck implements DoctorCheck {

  private static final Duration LATELY = Duration.ofDays(7);
  private static final Remedy INSTALL =
      Remedy.of(
          "Have the Holdfast app added for them in Teams, by themselves or by an app setup policy,"
              + " or set holdfast.notifications.approvers-channel. Open requests arrive as soon as"
              + " they have it.");

  private final GivenUpMessages givenUp;
  private final ApproverReach reach;
  private final RequestRepository requests;
  private final ApproverDirectory approvers;
  private final RecipientNames names;
  private final Clock clock;

  ApproverReachCheck(
      GivenUpMessages givenUp,
      ApproverReach reach,
      RequestRepository requests,
      ApproverDirectory approvers,
      RecipientNames names,
      Clock clock) {
    this.givenUp = givenUp;
    this.reach = reach;
    this.requests = requests;
    this.approvers = approvers;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Approvers";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    List<GivenUp> unreached =
        givenUp.approvals(clock.instant().minus(LATELY)).stream()
            .filter(given -> isApprover(given.address()))
            .toList();
    String each =
        unreached.stream()
            .map(given -> names.of(given.address()) + " (" + given.why().words() + ")")
            .collect(Collectors.joining(", "));
    String stuck =
        requests.awaitingApproval().stream()
            .filter(reach::isStuck)
            .map(request -> request.id().toString())
            .collect(Collectors.joining(", "));
    if (!stuck.isEmpty()) {
      return CheckResult.broken(
          "Holdfast can't reach enough approvers of %s%s."
              .formatted(stuck, each.isEmpty() ? "" : ": " + each),
          INSTALL);
    }
    if (unreached.isEmpty()) {
      return CheckResult.ok("Each approver got the last card that Holdfast sent them.");
    }
    String sentence = "Holdfast couldn't reach %s.".formatted(each);
    return unreached.size() >= approvers.all().size()
        ? CheckResult.broken(sentence, INSTALL)
        : CheckResult.warning(sentence, INSTALL);
  }

  private boolean isApprover(Address address) {
    return address instanceof Address.Person person
        && approvers.all().stream().anyMatch(person.entraId()::equalsIgnoreCase);
  }
}
