package dev.holdfast.teams;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Reach;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.State;
import dev.holdfast.doctor.Verdict;
import dev.holdfast.notice.UndeliverableException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether Teams and Holdfast reach each other, as far as that shows from inside: when Teams last
 * called, and whether the address to call back answers.
 */
@Component
class TeamsLineCheckup implements Checkup {

  private final Lines lines;
  private final ConversationStore conversations;
  private final Reach reach;
  private final Clock clock;

  TeamsLineCheckup(Lines lines, ConversationStore conversations, Reach reach, Clock clock) {
    this.lines = lines;
    this.conversations = conversations;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public Area area() {
    return Area.TEAMS;
  }

  @Override
  public String name() {
    return "Messaging endpoint";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public Verdict check() {
    Optional<Instant> heard = conversations.lastHeard();
    if (heard.isEmpty()) {
      return Verdict.warning(
          "Teams has never called Holdfast.",
          Remedy.of(
              "In the Azure portal, under the bot's Configuration, set the messaging endpoint to"
                  + " the public address of Holdfast and /api/messages; then write to it in Teams."));
    }
    Verdict back = callBack();
    return back.state() == State.OK
        ? Verdict.ok(
            "Teams called %s. To call back, %s"
                .formatted(ago(Duration.between(heard.get(), clock.instant())), back.sentence()))
        : back;
  }

  private Verdict callBack() {
    try {
      return reach.verdict(
          URI.create(lines.general().serviceUrl()).resolve("/"), "holdfast.teams.service-url");
    } catch (UndeliverableException e) {
      return Verdict.warning(
          String.valueOf(e.getMessage()) + ".", Remedy.of("Write to Holdfast once."));
    }
  }

  private static String ago(Duration since) {
    if (since.toMinutes() < 1) {
      return "within the last minute";
    }
    if (since.toHours() < 1) {
      return since.toMinutes() + " minute(s) ago";
    }
    return since.toDays() < 1 ? since.toHours() + " hour(s) ago" : since.toDays() + " day(s) ago";
  }
}
