package dev.holdfast.teams.settings;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is taken for Teams. What is not set is that of the cloud.
 *
 * @param cloud the cloud whose Teams speaks to the bot
 * @param openidMetadataUrl the document that leads to the keys of this cloud's Bot Framework
 * @param issuer who signs this cloud's tokens
 * @param serviceHosts the hosts that may be a service URL. Whatever is not listed is neither
 *     listened to nor called, because a bearer token goes along with each call. Plain http is
 *     accepted from loopback only
 */
@Validated
@ConfigurationProperties("holdfast.teams")
public record TeamsTrustProperties(
    @DefaultValue("public") @NotNull TeamsCloud cloud,
    URI openidMetadataUrl,
    @NotBlank String issuer,
    @NotEmpty(message = "must be set: no service host of this cloud is known")
        List<@NotBlank String> serviceHosts) {

  public TeamsTrustProperties {
    openidMetadataUrl = orElse(openidMetadataUrl, cloud.metadata());
    issuer = orElse(issuer, cloud.issuer());
    serviceHosts = orElse(serviceHosts, cloud.serviceHosts());
  }

  private static <T> T orElse(@Nullable T set, T ofTheCloud) {
    return set != null ? set : ofTheCloud;
  }

  /** Whoever could change the keys on their way could sign what they like. */
  @AssertTrue(message = "must be https, or http on loopback")
  boolean isOpenidMetadataUrlSafe() {
    return "https".equals(openidMetadataUrl.getScheme())
        || "http".equals(openidMetadataUrl.getScheme())
            && AllowedServiceHosts.isLoopback(String.valueOf(openidMetadataUrl.getHost()));
  }
}
