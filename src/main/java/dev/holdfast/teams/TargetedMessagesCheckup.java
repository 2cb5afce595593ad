package dev.holdfast.teams;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import org.springframework.stereotype.Component;

/** Who sees what Holdfast answers to one person among others, and whether that is what is set. */
@Component
class TargetedMessagesCheckup implements Checkup {

  private static final String SETTING = "holdfast.teams.targeted-messages";

  private final TeamsProperties properties;
  private final TargetedMessages messages;

  TargetedMessagesCheckup(TeamsProperties properties, TargetedMessages messages) {
    this.properties = properties;
    this.messages = messages;
  }

  @Override
  public Area area() {
    return Area.TEAMS;
  }

  @Override
  public String name() {
    return "Targeted messages";
  }

  @Override
  public Verdict check() {
    if (!properties.targetedMessages()) {
      return Verdict.ok("Not sent: %s is off.".formatted(SETTING));
    }
    if (!messages.areSent()) {
      return Verdict.warning(
          "%s is on, but this cloud is not known to have them, so everybody in a channel sees help and refusals."
              .formatted(SETTING),
          Remedy.of("Take %s out.".formatted(SETTING)));
    }
    return messages
        .lastRefusal()
        .map(
            words ->
                Verdict.warning(
                    "Teams refused the last one, so everybody in that channel or chat saw it: %s."
                        .formatted(words),
                    Remedy.of("If it goes on, take %s out.".formatted(SETTING))))
        .orElseGet(
            () -> Verdict.ok("Help and refusals are for the person alone who asked for them."));
  }
}
