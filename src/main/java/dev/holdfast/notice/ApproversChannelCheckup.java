package dev.holdfast.notice;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import dev.holdfast.notice.UndeliverableException.Reason;
import dev.holdfast.request.Approvers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether everybody who may decide sees what is posted in the approvers' channel. */
@Component
class ApproversChannelCheckup implements Checkup {

  private static final String SETTING = "holdfast.notices.approvers-channel";

  private final Optional<Address.Conversation> channel;
  private final Approvers approvers;
  private final Roster roster;
  private final People people;

  ApproversChannelCheckup(
      NoticeProperties properties, Approvers approvers, @Lazy Roster roster, People people) {
    this.channel =
        properties.approversChannel().filter(id -> !id.isBlank()).map(Address.Conversation::new);
    this.approvers = approvers;
    this.roster = roster;
    this.people = people;
  }

  @Override
  public Area area() {
    return Area.TEAMS;
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
  public Verdict check() {
    return channel
        .map(this::check)
        .orElseGet(
            () ->
                Verdict.ok(
                    "Not needed: %s is not set, so approvers get each card in person."
                        .formatted(SETTING)));
  }

  private Verdict check(Address.Conversation configured) {
    try {
      return verdict(roster.missing(configured, approvers.all()));
    } catch (UndeliverableException e) {
      return unanswered(e);
    }
  }

  private Verdict verdict(List<String> missing) {
    int all = approvers.all().size();
    if (missing.isEmpty()) {
      return Verdict.ok(
          "All %d approver(s) whom the policy names are members of it.".formatted(all));
    }
    return Verdict.warning(
        "Of the %d approver(s) whom the policy names, %d are no members of it and see no card there: %s."
            .formatted(
                all,
                missing.size(),
                missing.stream()
                    .map(id -> people.name(id).orElse(id))
                    .collect(Collectors.joining(", "))),
        Remedy.of(
            "Add them to the channel in Teams, or take them out of the approvers in holdfast.policy."));
  }

  /** Where nobody has spoken to Holdfast yet, there is nothing to mend but that. */
  private static Verdict unanswered(UndeliverableException e) {
    if (e.reason() != Reason.UNREACHABLE || e.hindrance() == Hindrance.NO_WAY) {
      return Verdict.skipped(
          "Who its members are could not be asked: %s.".formatted(e.getMessage()),
          Remedy.of("Ask again when Teams can be reached; another check here may say why not."));
    }
    return Verdict.broken(
        "Holdfast cannot post there: %s.".formatted(e.hindrance().words()),
        Remedy.of(
            "In Teams, add the Holdfast app to the team or chat that %s names; or correct the id there."
                .formatted(SETTING)));
  }
}
