package dev.holdfast.adminapi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the admin API is reached. What is not set is that of the cloud in the table {@link
 * PowerPlatformCloud}.
 *
 * @param api which of the two admin APIs is called. With both, what follows is about BAP, and
 *     {@code holdfast.admin-api.power-platform-api} is about the other
 * @param endpoint the cloud
 * @param clientId the application that is registered with Power Platform; a managed identity needs
 *     none
 * @param baseUrl scheme, host and port of the admin API; plain http only on loopback, for the
 *     simulator
 * @param audience the resource that tokens for the admin API are asked for
 * @param allowedHosts besides the host of {@code baseUrl}, host names whose subdomains may be given
 *     the admin API's token too: the regional hosts that the service points to
 * @param dataverseHosts host names whose subdomains may be given a Dataverse token
 * @param timeouts how long one call may take
 */
@Validated
@ConfigurationProperties("holdfast.admin-api")
public record AdminApiProperties(
    @NotNull @DefaultValue("both") Choice api,
    @NotNull @DefaultValue("prod") PowerPlatformCloud endpoint,
    @Nullable String clientId,
    @NotNull(message = "must be set: this endpoint has no Power Platform API") URI baseUrl,
    @NotNull(message = "must be set: this endpoint has no Power Platform API") URI audience,
    List<@NotBlank String> allowedHosts,
    List<@NotBlank String> dataverseHosts,
    @NotNull @Valid @DefaultValue Timeouts timeouts) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public AdminApiProperties {
    baseUrl = orElse(baseUrl, endpoint.baseUrl(api.first()));
    audience = orElse(audience, endpoint.audience(api.first()));
    allowedHosts = orElse(allowedHosts, Optional.of(endpoint.allowedHosts(api.first())));
    dataverseHosts = orElse(dataverseHosts, Optional.of(endpoint.dataverseHosts()));
  }

  /** Null only where the table has nothing either, which the validation then says. */
  private static <T> T orElse(@Nullable T set, Optional<T> ofTheEndpoint) {
    return set != null ? set : ofTheEndpoint.orElse(null);
  }

  /**
   * How long one call may take.
   *
   * @param connect until the connection stands
   * @param read from then until the whole answer is there
   * @param retry how long after its first attempt a read may still be tried again, while the
   *     service stumbles or is throttled; zero for once only
   */
  public record Timeouts(
      @NotNull @DurationMin(millis = 1) @DefaultValue("10s") Duration connect,
      @NotNull @DurationMin(millis = 1) @DefaultValue("60s") Duration read,
      @NotNull @DurationMin(millis = 0) @DefaultValue("20s") Duration retry) {}

  /** Which admin APIs are called. */
  public enum Choice {
    BAP(AdminApiFlavor.BAP),
    PPAPI(AdminApiFlavor.PPAPI),
    /** Each question goes to the one that answers it best. */
    BOTH(AdminApiFlavor.BAP);

    private final AdminApiFlavor first;

    Choice(AdminApiFlavor first) {
      this.first = first;
    }

    /** The one that these properties are about. */
    public AdminApiFlavor first() {
      return first;
    }

    static Choice only(AdminApiFlavor flavor) {
      return flavor == AdminApiFlavor.BAP ? BAP : PPAPI;
    }
  }

  /**
   * The same properties for one admin API alone.
   *
   * @param baseUrl null for that of the cloud, as are the others
   */
  public AdminApiProperties only(
      AdminApiFlavor flavor,
      @Nullable URI baseUrl,
      @Nullable URI audience,
      @Nullable List<String> allowedHosts) {
    return new AdminApiProperties(
        Choice.only(flavor),
        endpoint,
        clientId,
        baseUrl,
        audience,
        allowedHosts,
        dataverseHosts,
        timeouts);
  }

  /** A token must not travel in the clear, save to a simulator on this machine. */
  @AssertTrue(message = "must be https, or http on loopback, with a host and without a path")
  boolean isBaseUrlUsable() {
    return baseUrl == null || isSafe(baseUrl); // @NotNull says it better
  }

  /** Whether nobody on the way can read what is sent there. */
  public static boolean isSafe(URI url) {
    String scheme = String.valueOf(url.getScheme());
    String path = String.valueOf(url.getPath());
    boolean safe = scheme.equals("https") || (scheme.equals("http") && onLoopback(url));
    return safe && url.getHost() != null && (path.isEmpty() || path.equals("/"));
  }

  /** Whether the admin API is on this machine. */
  public boolean onLoopback() {
    return onLoopback(baseUrl);
  }

  static boolean onLoopback(URI url) {
    return LOOPBACK.contains(String.valueOf(url.getHost()));
  }
}
