package dev.holdfast.teams.inbound;

import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.settings.TeamsProperties;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides by tenant who may use Holdfast, and where. */
@Component
class AllowedTenants {

  private final Set<String> tenants;

  AllowedTenants(TeamsProperties properties) {
    this.tenants =
        properties.allowedTenants().stream()
            .map(AllowedTenants::normalized)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether Holdfast listens in the conversation. Teams always names a tenant. If the activity
   * names the sender's own, a shared channel can name a second tenant that isn't allowed; otherwise
   * each one named must be allowed.
   */
  boolean allowsConversation(InboundActivity incoming) {
    List<String> named = incoming.tenants();
    return incoming.sender().tenantId().isPresent()
        ? named.stream().anyMatch(this::allows)
        : !named.isEmpty() && named.stream().allMatch(this::allows);
  }

  /** Whether the sender's own tenant is allowed, or the activity doesn't name one. */
  boolean allowsSender(InboundActivity incoming) {
    Optional<String> tenant = incoming.sender().tenantId();
    return tenant.isEmpty() || allows(tenant.get());
  }

  private boolean allows(String tenant) {
    return tenants.contains(normalized(tenant));
  }

  private static String normalized(String tenant) {
    return tenant.toLowerCase(Locale.ROOT);
  }
}
