package dev.holdfast.teams.inbound;

import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.auth.ActivityRejectedException;
import dev.holdfast.teams.auth.AuthenticatedCaller;
import dev.holdfast.teams.auth.InboundRateLimiter;
import dev.holdfast.teams.auth.RejectionReason;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what an activity says against the token that brought it. Without a token, which the profile
 * {@code local} alone lets through, there is nothing to hold it against.
 */
@Component
class ActivityClaimsValidator {

  private final AllowedTenants tenants;
  private final InboundRateLimiter throttle;

  ActivityClaimsValidator(AllowedTenants tenants, InboundRateLimiter throttle) {
    this.tenants = tenants;
    this.throttle = throttle;
  }

  /**
   * @throws ActivityRejectedException when the activity is not what the caller may send, or is one
   *     too many
   */
  void check(@Nullable Principal principal, InboundActivity incoming) {
    if (principal instanceof AuthenticatedCaller caller) {
      caller
          .objects(String.valueOf(incoming.activity().getChannelId()), incoming.line().serviceUrl())
          .ifPresent(
              cause -> {
                throw new ActivityRejectedException(cause);
              });
      if (!tenants.allowsConversation(incoming)) {
        throw new ActivityRejectedException(RejectionReason.TENANT);
      }
    }
    if (!isInTime(incoming)) {
      throw new ActivityRejectedException(RejectionReason.TOO_MANY);
    }
  }

  private boolean isInTime(InboundActivity incoming) {
    String sender = incoming.sender().entraId().or(incoming.sender()::teamsId).orElse("");
    return ChoiceSearchHandler.isSearch(incoming.activity())
        ? throttle.letsSearch(sender)
        : throttle.lets(incoming.root(), sender);
  }
}
