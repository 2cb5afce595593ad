package dev.holdfast.teams;

import dev.holdfast.teams.gate.Caller;
import dev.holdfast.teams.gate.Cause;
import dev.holdfast.teams.gate.RefusedException;
import dev.holdfast.teams.gate.Throttle;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what an activity says against the token that brought it. Without a token, which the profile
 * {@code local} alone lets through, there is nothing to hold it against.
 */
@Component
class Inspection {

  private final AllowedTenants tenants;
  private final Throttle throttle;

  Inspection(AllowedTenants tenants, Throttle throttle) {
    this.tenants = tenants;
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
      if (!tenants.allowsConversation(incoming)) {
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
}
