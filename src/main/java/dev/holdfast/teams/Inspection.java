package dev.holdfast.teams;

import dev.holdfast.teams.gate.Caller;
import dev.holdfast.teams.gate.Cause;
import dev.holdfast.teams.gate.RefusedException;
import dev.holdfast.teams.gate.Throttle;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what an activity says against the token that brought it. Without a token, which the profile
 * {@code local} alone lets through, there is nothing to hold it against.
 */
@Component
class Inspection {

  private final Set<String> tenants;
  private final Throttle throttle;

  Inspection(TeamsProperties properties, Throttle throttle) {
    this.tenants =
        properties.allowedTenants().stream()
            .map(tenant -> tenant.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    this.throttle = throttle;
  }

  /**
   * @throws RefusedException when the activity is not what the caller may send, or is one too many
   */
  void check(@Nullable Principal principal, Incoming incoming) {
    if (principal instanceof Caller caller) {
      caller
          .objects(String.valueOf(incoming.activity().getChannelId()), incoming.line().serviceUrl())
          .ifPresent(
              cause -> {
                throw new RefusedException(cause);
              });
      if (!isAllowed(incoming.tenants())) {
        throw new RefusedException(Cause.TENANT);
      }
    }
    if (!isInTime(incoming)) {
      throw new RefusedException(Cause.TOO_MANY);
    }
  }

  private boolean isInTime(Incoming incoming) {
    String sender = incoming.sender().entraId().or(incoming.sender()::teamsId).orElse("");
    return Searches.isSearch(incoming.activity())
        ? throttle.letsSearch(sender)
        : throttle.lets(incoming.root(), sender);
  }

  /** All that it names, and it must name one: Teams always does. */
  private boolean isAllowed(List<String> named) {
    return !named.isEmpty()
        && named.stream()
            .map(tenant -> tenant.toLowerCase(Locale.ROOT))
            .allMatch(tenants::contains);
  }
}
