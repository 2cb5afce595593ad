package dev.holdfast.teams.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.teams.outbound.TargetedMessagePolicy;
import dev.holdfast.teams.settings.TeamsProperties;
import org.springframework.stereotype.Component;

/** Who sees what Holdfast answers to one person among others, and whether that is what is set. */
@Component
public class TargetedMessagesCheck implements DoctorCheck {

  private static final String SETTING = "holdfast.teams.targeted-messages";

  private final TeamsProperties properties;
  private final TargetedMessagePolicy messages;

  public TargetedMessagesCheck(TeamsProperties properties, TargetedMessagePolicy messages) {
    this.properties = properties;
    this.messages = messages;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Targeted messages";
  }

  @Override
  public CheckResult check() {
    if (!properties.targetedMessages()) {
      return CheckResult.ok("Not sent: %s is off.".formatted(SETTING));
    }
    if (!messages.areSent()) {
      return CheckResult.warning(
          "%s is on, but this cloud is not known to have them, so everybody in a channel sees help and refusals."
              .formatted(SETTING),
          Remedy.of("Take %s out.".formatted(SETTING)));
    }
    return messages
        .lastRefusal()
        .map(
            words ->
                CheckResult.warning(
                    "Teams refused the last one, so everybody in that channel or chat saw it: %s."
                        .formatted(words),
                    Remedy.of("If it goes on, take %s out.".formatted(SETTING))))
        .orElseGet(
            () -> CheckResult.ok("Help and refusals are for the person alone who asked for them."));
  }
}
