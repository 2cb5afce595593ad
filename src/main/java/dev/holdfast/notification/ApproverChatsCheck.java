package dev.holdfast.notification;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.request.ApproverDirectory;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether there is a chat with those who decide, before there is anything to tell them. */
@Component
class ApproverChatsCheck implements DoctorCheck {

  private static final String CHANNEL = "holdfast.notifications.approvers-channel";
  private static final int SHOWN = 10;

  private final ApproversChannel approversChannel;
  private final ApproverDirectory approvers;
  private final PersonDirectory people;

  ApproverChatsCheck(
      ApproversChannel approversChannel, ApproverDirectory approvers, PersonDirectory people) {
    this.approversChannel = approversChannel;
    this.approvers = approvers;
    this.people = people;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Approvers' chats";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    if (approversChannel.address().isPresent()) {
      return CheckResult.ok("Not needed: each request is posted in the approvers' channel.");
    }
    List<String> all = approvers.all();
    List<String> missing = people.withoutChat(all);
    if (missing.isEmpty()) {
      return CheckResult.ok(
          "Holdfast has a chat with each of %d approver(s).".formatted(all.size()));
    }
    String more = missing.size() > SHOWN ? ", and others" : "";
    return CheckResult.warning(
        "With %d of %d approver(s), Holdfast has no chat, so perhaps no request reaches them: %s."
            .formatted(
                missing.size(),
                all.size(),
                missing.stream()
                        .limit(SHOWN)
                        .map(id -> people.name(id).orElse(id))
                        .collect(Collectors.joining(", "))
                    + more),
        Remedy.of(
            "Have the Holdfast app added for them in Teams, by themselves or by an app setup"
                + " policy,"
                + " or set %s.".formatted(CHANNEL)));
  }
}
