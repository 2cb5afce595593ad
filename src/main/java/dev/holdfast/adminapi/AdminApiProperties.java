package dev.holdfast.adminapi;

import dev.holdfast.entra.Credential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
 * @param api which of the two admin APIs is called
 * @param endpoint the cloud
 * @param tenantId the tenant whose environments are administered; a managed identity needs none
 * @param clientId the application that is registered with Power Platform; a managed identity needs
 *     none
 * @param credential what the application proves itself with; absent in the profile {@code local}
 * @param baseUrl scheme, host and port of the admin API; plain http only on loopback, for the
 *     simulator
 * @param audience the resource that tokens for the admin API are asked for
 * @param loginUrl where Microsoft Entra ID gives out tokens; plain http only on loopback, for tests
 * @param allowedHosts besides the host of {@code baseUrl}, host names whose subdomains may be given
 *     the admin API's token too: the regional hosts that the service points to
 * @param dataverseHosts host names whose subdomains may be given a Dataverse token
 * @param dryRun whether the Power Platform API may be asked to check a restore without starting it;
 *     for those who would rather not send it a restore before it is approved
 * @param pollInterval how long to wait between two looks at an operation when the service does not
 *     say
 * @param catalogTtl how old the list of environments may get before it is read again
 * @param backupRestorableAfter how long after its instant the service restores a backup (rule R5)
 * @param timeouts how long one call may take
 */
@Validated
@ConfigurationProperties("holdfast.admin-api")
public record AdminApiProperties(
    @NotNull @DefaultValue("bap") AdminApiFlavor api,
    @NotNull @DefaultValue("prod") PowerPlatformCloud endpoint,
    @Nullable @Pattern(regexp = Credential.GUID, message = "must be the id of the tenant, a GUID")
        String tenantId,
    @Nullable
        @Pattern(regexp = Credential.GUID, message = "must be the id of the application, a GUID")
        String clientId,
    @Nullable @Valid Credential credential,
    @NotNull(message = "must be set: this endpoint has no Power Platform API") URI baseUrl,
    @NotNull(message = "must be set: this endpoint has no Power Platform API") URI audience,
    URI loginUrl,
    List<@NotBlank String> allowedHosts,
    List<@NotBlank String> dataverseHosts,
    @DefaultValue("true") boolean dryRun,
    @NotNull @DurationMin(millis = 100) @DefaultValue("15s") Duration pollInterval,
    @NotNull @DurationMin(millis = 1) @DefaultValue("60s") Duration catalogTtl,
    @NotNull @DurationMin(millis = 1) @DefaultValue("15m") Duration backupRestorableAfter,
    @NotNull @Valid @DefaultValue Timeouts timeouts) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public AdminApiProperties {
    credential = Credential.given(credential).orElse(null);
    baseUrl = orElse(baseUrl, endpoint.baseUrl(api));
    audience = orElse(audience, endpoint.audience(api));
    loginUrl = orElse(loginUrl, Optional.of(endpoint.loginUrl()));
    allowedHosts = orElse(allowedHosts, Optional.of(endpoint.allowedHosts(api)));
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

  /** A token must not travel in the clear, save to a simulator on this machine. */
  @AssertTrue(message = "must be https, or http on loopback, with a host and without a path")
  boolean isBaseUrlUsable() {
    return baseUrl == null || safe(baseUrl); // @NotNull says it better
  }

  /** Nor must a secret. */
  @AssertTrue(message = "must be https, or http on loopback, with a host and without a path")
  boolean isLoginUrlUsable() {
    return safe(loginUrl);
  }

  @AssertTrue(message = "a credential needs tenant-id and client-id, save a managed identity")
  boolean isCredentialNamed() {
    return credential == null
        || credential.isOfTheMachine()
        || (tenantId != null && clientId != null);
  }

  private static boolean safe(URI url) {
    String scheme = String.valueOf(url.getScheme());
    String path = String.valueOf(url.getPath());
    boolean safe = scheme.equals("https") || (scheme.equals("http") && onLoopback(url));
    return safe && url.getHost() != null && (path.isEmpty() || path.equals("/"));
  }

  /** Whether the admin API is on this machine. */
  public boolean onLoopback() {
    return onLoopback(baseUrl);
  }

  private static boolean onLoopback(URI url) {
    return LOOPBACK.contains(String.valueOf(url.getHost()));
  }
}
