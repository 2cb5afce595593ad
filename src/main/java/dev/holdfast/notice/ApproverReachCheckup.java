package dev.holdfast.notice;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import dev.holdfast.notice.GivenUpMessages.GivenUp;
import dev.holdfast.request.Approvers;
import dev.holdfast.request.Requests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether those who decide got the last card that Holdfast sent them. */
@Component
class ApproverReachCheckup implements Checkup {

  private static final Duration LATELY = Duration.ofDays(7);
  private static final Remedy INSTALL =
      Remedy.of(
          "Have the Holdfast app added for them in Teams, by themselves or by an app setup policy,"
              + " or set holdfast.notices.approvers-channel. Open requests arrive as soon as they"
              + " have it.");

  private final GivenUpMessages givenUp;
  private final ApproverReach reach;
  private final Requests requests;
  private final Approvers approvers;
  private final RecipientNames names;
  private final Clock clock;

  ApproverReachCheckup(
      GivenUpMessages givenUp,
      ApproverReach reach,
      Requests requests,
      Approvers approvers,
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
  public Area area() {
    return Area.TEAMS;
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
  public Verdict check() {
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
      return Verdict.broken(
          "Holdfast can't reach enough approvers of %s: %s.".formatted(stuck, each), INSTALL);
    }
    if (unreached.isEmpty()) {
      return Verdict.ok("Each approver got the last card that Holdfast sent them.");
    }
    String sentence = "Holdfast couldn't reach %s.".formatted(each);
    return unreached.size() >= approvers.all().size()
        ? Verdict.broken(sentence, INSTALL)
        : Verdict.warning(sentence, INSTALL);
  }

  private boolean isApprover(Address address) {
    return address instanceof Address.Person person
        && approvers.all().stream().anyMatch(person.entraId()::equalsIgnoreCase);
  }
}
