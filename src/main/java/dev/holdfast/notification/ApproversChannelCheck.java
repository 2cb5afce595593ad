package dev.holdfast.notification;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ConversationMembers;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.ConnectedChannel;
import dev.holdfast.request.ApproverDirectory;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether everybody who may decide sees what is posted in the approvers' channel. */
@Component
class ApproversChannelCheck implements DoctorCheck {

  private static final String SETTING = "holdfast.notifications.approvers-channel";

  private final ApproversChannel channel;
  private final ApproverDirectory approvers;
  private final ObjectProvider<ConversationMembers> roster;
  private final PersonDirectory people;

  ApproversChannelCheck(
      ApproversChannel channel,
      ApproverDirectory approvers,
      ObjectProvider<ConversationMembers> roster,
      PersonDirectory people) {
    this.channel = channel;
    this.approvers = approvers;
    this.roster = roster;
    this.people = people;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Approvers' channel";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    return channel
        .connected()
        .map(this::check)
        .or(() -> channel.configured().map(this::check))
        .orElseGet(
            () ->
                CheckResult.ok(
                    "Not needed: %s is not set, so approvers get each card in person."
                        .formatted(SETTING)));
  }

  private CheckResult check(ConnectedChannel connected) {
    if (connected.reachable()) {
      return check(connected.channel());
    }
    return CheckResult.warning(
        "%s connected it on %s, and Holdfast is no longer in it. Approval cards go to %s instead."
            .formatted(
                connected.by().name(),
                connected.since().truncatedTo(ChronoUnit.SECONDS),
                channel
                    .configured()
                    .map(id -> "the channel of " + SETTING)
                    .orElse("each approver")),
        Remedy.of(
            "In Teams, add the Holdfast app to the team again; or write connect in another channel,"
                + " or disconnect."));
  }

  private CheckResult check(Address.Conversation configured) {
    try {
      return verdict(roster.getObject().missing(configured, approvers.all()));
    } catch (DeliveryException e) {
      return unanswered(e);
    }
  }

  private CheckResult verdict(List<String> missing) {
    int all = approvers.all().size();
    if (missing.isEmpty()) {
      return CheckResult.ok(
          "All %d approver(s) whom the policy names are members of it.".formatted(all));
    }
    return CheckResult.warning(
        "Of the %d approver(s) whom the policy names, %d are no members of it and see no card there: %s."
            .formatted(
                all,
                missing.size(),
                missing.stream()
                    .map(id -> people.name(id).orElse(id))
                    .collect(Collectors.joining(", "))),
        Remedy.of(
            "Add them to the channel in Teams, or take them out of the approvers in"
                + " holdfast.policy."));
  }

  /** Where nobody has spoken to Holdfast yet, there is nothing else to fix. */
  private static CheckResult unanswered(DeliveryException e) {
    if (e.reason() != Reason.UNREACHABLE || e.hindrance() == DeliveryFailureReason.NO_WAY) {
      return CheckResult.skipped(
          "Who its members are could not be asked: %s.".formatted(e.getMessage()),
          Remedy.of("Ask again when Teams can be reached; another check here may say why not."));
    }
    return CheckResult.broken(
        "Holdfast cannot post there: %s.".formatted(e.hindrance().words()),
        Remedy.of(
            "In Teams, add the Holdfast app to the team or chat that %s names; or correct the id there."
                .formatted(SETTING)));
  }
}
