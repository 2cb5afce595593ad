package dev.holdfast.teams.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.EndpointProbe;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.outbound.ConnectorEndpointResolver;
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
public class TeamsConnectivityCheck implements DoctorCheck {

  private final ConnectorEndpointResolver lines;
  private final ConversationRepository conversations;
  private final EndpointProbe reach;
  private final Clock clock;

  public TeamsConnectivityCheck(
      ConnectorEndpointResolver lines,
      ConversationRepository conversations,
      EndpointProbe reach,
      Clock clock) {
    this.lines = lines;
    this.conversations = conversations;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
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
  public CheckResult check() {
    Optional<Instant> heard = conversations.lastHeard();
    if (heard.isEmpty()) {
      return CheckResult.warning(
          "Teams has never called Holdfast.",
          Remedy.of(
              "In the Azure portal, under the bot's Configuration, set the messaging endpoint to"
                  + " the public address of Holdfast and /api/messages; then write to it in"
                  + " Teams."));
    }
    CheckResult back = callBack();
    return back.state() == CheckStatus.OK
        ? CheckResult.ok(
            "Teams called %s. To call back, %s"
                .formatted(ago(Duration.between(heard.get(), clock.instant())), back.sentence()))
        : back;
  }

  private CheckResult callBack() {
    try {
      return reach.verdict(
          URI.create(lines.general().serviceUrl()).resolve("/"), "holdfast.teams.service-url");
    } catch (DeliveryException e) {
      return CheckResult.warning(
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
