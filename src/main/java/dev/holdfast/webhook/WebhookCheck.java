package dev.holdfast.webhook;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.webhook.WebhookBacklog.Count;
import dev.holdfast.webhook.WebhookBacklog.OfEndpoint;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether events reach the endpoints that want them. It sends nothing. */
@Component
class WebhookCheck implements DoctorCheck {

  private static final Duration LATE = Duration.ofMinutes(15);

  private final WebhookProperties webhooks;
  private final WebhookBacklog backlog;
  private final GoneEndpoints gone;
  private final Clock clock;

  WebhookCheck(
      WebhookProperties webhooks, WebhookBacklog backlog, GoneEndpoints gone, Clock clock) {
    this.webhooks = webhooks;
    this.backlog = backlog;
    this.gone = gone;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Webhooks";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    Count count = backlog.count();
    return secrets()
        .or(this::gone)
        .or(() -> dead(count))
        .or(this::strangers)
        .or(() -> late(count))
        .orElseGet(() -> well(count));
  }

  private CheckResult well(Count count) {
    return webhooks.endpoints().isEmpty()
        ? CheckResult.ok("No other system is told of requests.")
        : CheckResult.ok(
            "%d endpoint(s) are told of requests, and %d event(s) wait."
                .formatted(webhooks.endpoints().size(), count.waiting()));
  }

  private Optional<CheckResult> secrets() {
    return webhooks.endpoints().stream().flatMap(each -> secretsOf(each).stream()).findFirst();
  }

  private static Optional<CheckResult> secretsOf(Endpoint endpoint) {
    try {
      SecretReader.read(endpoint);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          CheckResult.broken(
              "Nothing can be signed for webhook %s: %s".formatted(endpoint.name(), e.getMessage()),
              Remedy.of("Put a secret on each line of the endpoint's secret-file.")));
    }
  }

  private Optional<CheckResult> gone() {
    return webhooks.endpoints().stream()
        .flatMap(each -> gone.goneSince(each).stream().map(since -> gone(each, since)))
        .findFirst();
  }

  private static CheckResult gone(Endpoint endpoint, Instant since) {
    return CheckResult.warning(
        "Webhook %s answered 410 Gone at %s, so nothing is sent to it any more."
            .formatted(endpoint.name(), since),
        Remedy.of(
            "Remove it from the settings, give it another address, or release its events in the"
                + " chat:",
            "release " + WebhookTask.NAME + " all"));
  }

  private Optional<CheckResult> dead(Count count) {
    if (count.dead() == 0) {
      return Optional.empty();
    }
    String each =
        ofState(WebhookState.DEAD)
            .map(
                one ->
                    "%s (%d, %s)".formatted(one.endpoint(), one.events(), one.trouble().orElse("")))
            .collect(Collectors.joining(", "));
    return Optional.of(
        CheckResult.warning(
            "%d event(s) were given up: %s.".formatted(count.dead(), each),
            Remedy.of(
                "Fix the endpoint, and then release them in the chat:",
                "release " + WebhookTask.NAME + " all")));
  }

  private Optional<CheckResult> strangers() {
    String unknown =
        ofState(WebhookState.WAITING)
            .map(OfEndpoint::endpoint)
            .filter(name -> webhooks.endpoint(name).isEmpty())
            .collect(Collectors.joining(", "));
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
                "Events wait for endpoints that aren't in the settings: %s.".formatted(unknown),
                Remedy.of(
                    "They are dropped in the end. If that isn't wanted, configure the endpoint"
                        + " again under its name.")));
  }

  private Optional<CheckResult> late(Count count) {
    return count
        .oldest()
        .filter(since -> since.isBefore(clock.instant().minus(LATE)))
        .map(
            since ->
                CheckResult.warning(
                    "%d event(s) wait, the oldest since %s. %s"
                        .formatted(count.waiting(), since, count.trouble().orElse(""))
                        .strip(),
                    Remedy.of("They are tried further. Look at the endpoint.")));
  }

  private Stream<OfEndpoint> ofState(WebhookState state) {
    return backlog.byEndpoint().stream().filter(one -> one.state() == state);
  }
}
