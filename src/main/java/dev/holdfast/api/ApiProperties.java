package dev.holdfast.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The HTTP API.
 *
 * @param enabled whether there is one
 * @param audience what tokens have to be for: the client ID of the application registration, its
 *     application ID URI, or both
 * @param tenantId the tenant whose applications may call; the bot's unless given
 * @param authority where Microsoft Entra ID is, with the keys that sign the tokens
 * @param applications what applications are called on cards, where their tokens don't say it well
 * @param callsPerMinute how many calls one application may make to each replica
 */
@Validated
@ConfigurationProperties("holdfast.api")
public record ApiProperties(
    @DefaultValue("false") boolean enabled,
    List<String> audience,
    String tenantId,
    @DefaultValue("https://login.microsoftonline.com") URI authority,
    List<@Valid Application> applications,
    @DefaultValue("60") @Min(1) @Max(10_000) int callsPerMinute) {

  public ApiProperties {
    audience = List.copyOf(Objects.requireNonNullElse(audience, List.of()));
    tenantId = Objects.requireNonNullElse(tenantId, "");
    applications = List.copyOf(Objects.requireNonNullElse(applications, List.of()));
  }

  /**
   * An application.
   *
   * @param id the object ID of its service principal
   */
  public record Application(@NotBlank String id, @NotBlank String name) {}

  /** What an application is called; empty where the settings don't say. */
  public Optional<String> nameOf(String objectId) {
    return applications.stream()
        .filter(one -> one.id().equalsIgnoreCase(objectId))
        .map(Application::name)
        .findFirst();
  }
}
