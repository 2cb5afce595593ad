package dev.holdfast.membership;

import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.PowerPlatformCloud;
import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether groups of Microsoft Entra ID are read through Microsoft Graph.
 *
 * @param enabled the application of the admin API needs the permissions GroupMember.Read.All and
 *     User.Read.All then
 * @param url where Graph is; that of the cloud unless set; plain http only on loopback, for tests
 */
@Validated
@ConfigurationProperties("holdfast.policy.graph")
public record GraphProperties(@DefaultValue("false") boolean enabled, Optional<URI> url) {

  /** The application's token must not travel in the clear. */
  @AssertTrue(message = "must be https, or http on loopback, with a host and without a path")
  boolean isUrlUsable() {
    return url.filter(given -> !AdminApiProperties.isSafe(given)).isEmpty();
  }

  /** Such as {@code https://graph.microsoft.com}, whether or not a slash follows. */
  private static URI withoutPath(URI given) {
    return URI.create(given.getScheme() + "://" + given.getRawAuthority());
  }

  URI base(PowerPlatformCloud cloud) {
    return url.map(GraphProperties::withoutPath)
        .orElseGet(
            () ->
                URI.create(
                    switch (cloud) {
                      case USGOVHIGH -> "https://graph.microsoft.us";
                      case DOD -> "https://dod-graph.microsoft.us";
                      case CHINA -> "https://microsoftgraph.chinacloudapi.cn";
                      default -> "https://graph.microsoft.com";
                    }));
  }
}
