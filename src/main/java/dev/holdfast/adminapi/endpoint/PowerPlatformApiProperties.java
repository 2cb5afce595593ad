package dev.holdfast.adminapi.endpoint;

import dev.holdfast.adminapi.AdminApiProperties;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the Power Platform API is reached where both admin APIs are called. What isn't set is that of
 * the cloud; where BAP is on this machine, the address is BAP's.
 *
 * @param baseUrl scheme, host, and port; plain http only on loopback, for the simulator
 * @param audience the resource that tokens for it are asked for
 * @param allowedHosts besides the host of {@code baseUrl}, host names whose subdomains may be given
 *     its token too
 */
@Validated
@ConfigurationProperties("holdfast.admin-api.power-platform-api")
public record PowerPlatformApiProperties(
    @Nullable URI baseUrl, @Nullable URI audience, @Nullable List<@NotBlank String> allowedHosts) {

  /** A token must not travel in the clear. */
  @AssertTrue(message = "must be https, or http on loopback, with a host and without a path")
  boolean isBaseUrlUsable() {
    return baseUrl == null || AdminApiProperties.isSafe(baseUrl);
  }
}
