package dev.holdfast.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told what happens to requests.
 *
 * @param endpoints the receivers; none by default
 * @param source the URI that names this Holdfast in each event
 * @param retryAfter the first pause after a delivery that failed; it doubles up to an hour
 * @param giveUpAfter how long a delivery is tried
 * @param keepDelivered how long delivered events are kept
 */
@Validated
@ConfigurationProperties("holdfast.webhooks")
record WebhookProperties(
    @DefaultValue List<@Valid Endpoint> endpoints,
    @DefaultValue("urn:holdfast:bot") URI source,
    @DefaultValue("5s") Duration retryAfter,
    @DefaultValue("3d") Duration giveUpAfter,
    @DefaultValue("7d") @NotNull @DurationMin(hours = 1) Duration keepDelivered) {

  WebhookProperties {
    endpoints = List.copyOf(endpoints);
  }

  Optional<Endpoint> endpoint(String name) {
    return endpoints.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * One receiver.
   *
   * @param name stored with its events, so another name is another endpoint
   * @param secrets each as {@code whsec_…}; all of them sign
   * @param secretFile a file with a secret on each line, read anew for each delivery
   * @param only which events it wants
   * @param includeTexts whether it gets what people and the service wrote
   */
  record Endpoint(
      @NotNull @Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?") String name,
      @NotNull URI url,
      @DefaultValue List<String> secrets,
      Optional<String> secretFile,
      @DefaultValue Only only,
      @DefaultValue("false") boolean includeTexts) {

    Endpoint {
      secrets = List.copyOf(secrets);
    }

    /** A record would show the secrets. */
    @Override
    public String toString() {
      return "Endpoint[%s]".formatted(name);
    }
  }

  /**
   * Which events an endpoint wants; an empty list means all.
   *
   * @param events as in the event's type, such as {@code succeeded}
   * @param operations such as {@code restore}
   * @param environments IDs; one of the request's environments has to be among them
   * @param environmentTypes such as {@code Production}; an environment whose type isn't known has
   *     none of them
   */
  record Only(
      @DefaultValue List<String> events,
      @DefaultValue List<String> operations,
      @DefaultValue List<String> environments,
      @DefaultValue List<String> environmentTypes) {

    Only {
      events = List.copyOf(events);
      operations = List.copyOf(operations);
      environments = List.copyOf(environments);
      environmentTypes = List.copyOf(environmentTypes);
    }
  }
}
