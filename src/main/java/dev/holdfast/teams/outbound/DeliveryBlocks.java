package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What Teams said last that stops more than one conversation: an administrator has disabled the bot
 * in a tenant, or Teams does not take the bot for one of its own (facts B6). Each replica learns it
 * for itself, by one refused call.
 */
@Component
public class DeliveryBlocks {

  /** How long a tenant whose administrator has disabled the bot is left alone. */
  public static final Duration REST = Duration.ofMinutes(15);

  private static final Logger log = LoggerFactory.getLogger(DeliveryBlocks.class);
  private static final String DISABLED = "BotDisabledByAdmin";
  private static final int UNAUTHORIZED = 401;

  private final Map<String, Instant> disabled = new ConcurrentHashMap<>();
  private volatile Optional<String> notAccepted = Optional.empty();
  private final Clock clock;

  public DeliveryBlocks(Clock clock) {
    this.clock = clock;
  }

  /**
   * Returns when there is nothing against calling.
   *
   * @throws DeliveryException with {@link DeliveryException.Reason#NOT_YET} while the tenant is
   *     left alone
   */
  void check(ConnectorEndpoint line) {
    var since = disabled.get(tenant(line));
    if (since == null) {
      return;
    }
    var rest = Duration.between(clock.instant(), since.plus(REST));
    if (rest.toMillis() > 0) {
      throw new DeliveryException(
          DeliveryException.Reason.NOT_YET,
          DeliveryFailureReason.DISABLED_BY_ADMIN,
          "A Teams administrator has disabled Holdfast in the tenant " + tenant(line),
          Optional.of(rest));
    }
  }

  /** Teams took a call: whatever was in the way of all of them is no longer. */
  void taken(ConnectorEndpoint line) {
    if (disabled.remove(tenant(line)) != null) {
      log.info("Teams takes messages for the tenant {} again", tenant(line));
    }
    if (notAccepted.isPresent()) {
      notAccepted = Optional.empty();
      log.info("Teams takes Holdfast for one of its bots again");
    }
  }

  /** Somebody of the tenant was heard, so that it is worth a try. */
  public void heard(ConnectorEndpoint line) {
    disabled.remove(tenant(line));
  }

  void refused(ConnectorEndpoint line, ConnectorException e) {
    if (DISABLED.equals(e.code()) && disabled.put(tenant(line), clock.instant()) == null) {
      log.error(
          "A Teams administrator has disabled Holdfast in the tenant {}: what is meant for it"
              + " waits, with one attempt every {} minutes",
          tenant(line),
          REST.toMinutes());
    }
    if (e.status() == UNAUTHORIZED) {
      if (notAccepted.isEmpty()) {
        log.error(
            "Teams does not take Holdfast for one of its bots, so nothing that it sends arrives."
                + " What it has to say waits and is tried again; its operator must compare"
                + " holdfast.teams with the bot's registration: {}",
            e.getMessage());
      }
      notAccepted = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What Teams said when it last took Holdfast for no bot of its; empty once it does again. */
  public Optional<String> notAccepted() {
    return notAccepted;
  }

  /** The tenants whose administrator has disabled the bot, and when Teams last said so. */
  public Map<String, Instant> disabled() {
    return new TreeMap<>(disabled);
  }

  private static String tenant(ConnectorEndpoint line) {
    return line.tenantId().orElse("");
  }
}
