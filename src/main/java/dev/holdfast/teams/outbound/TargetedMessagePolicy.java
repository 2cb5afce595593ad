package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.Address;
import dev.holdfast.teams.directory.PersonRepository;
import dev.holdfast.teams.settings.TeamsProperties;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages that one member of a channel or group chat alone sees (facts B7), where the cloud has
 * them and the operator wants them.
 */
@Component
public class TargetedMessagePolicy {

  private static final Logger log = LoggerFactory.getLogger(TargetedMessagePolicy.class);
  private static final Set<Integer> MAYBE_LATER = Set.of(401, 408, 409, 412, 425, 429);

  private final boolean sent;
  private final PersonRepository people;
  private volatile Optional<String> refused = Optional.empty();

  public TargetedMessagePolicy(TeamsProperties properties, PersonRepository people) {
    this.sent = properties.targetedMessages() && properties.cloud().hasTargetedMessages();
    this.people = people;
  }

  /** Whether there are any; otherwise everybody sees everything. */
  public boolean areSent() {
    return sent;
  }

  /** The message as one member gets it. */
  ObjectNode to(Address.Member member, ObjectNode message) {
    var targeted = OutboundActivityFactory.onTargeted(message);
    targeted
        .putObject("recipient")
        .put(
            "id",
            people
                .contact(member.person())
                .flatMap(PersonRepository.Contact::teamsId)
                .orElse(member.person()));
    return targeted;
  }

  void taken() {
    refused = Optional.empty();
  }

  /**
   * Whether Teams refused it for good, so that nobody saw it. Perhaps only because it was targeted:
   * whether the conversation can be reached, a normal message shows.
   */
  static boolean reachedNobody(ConnectorException e) {
    return e.status() >= 400 && e.status() < 500 && !MAYBE_LATER.contains(e.status());
  }

  void refused(Address.Member member, ConnectorException e) {
    log.info(
        "Teams refuses a targeted message in {}, so everybody there sees it: {}",
        member.conversation(),
        e.getMessage());
    refused = Optional.of(String.valueOf(e.getMessage()));
  }

  /** What Teams said when it last refused one; empty since it took one. */
  public Optional<String> lastRefusal() {
    return refused;
  }
}
