package dev.holdfast.webhook;

import dev.holdfast.support.RetryAfter;
import dev.holdfast.support.tracing.OpenSpan;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Posts an event to an endpoint, signed at that moment. */
@Component
class EndpointClient {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Clock clock;
  private final Duration limit;
  private final Traces traces;

  /** Never follows a redirect: it would carry the event where no operator has sent it. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Autowired
  EndpointClient(Clock clock, Traces traces) {
    this(clock, Duration.ofSeconds(20), traces);
  }

  /**
   * @param limit for a call, to the end of its answer
   */
  EndpointClient(Clock clock, Duration limit, Traces traces) {
    this.clock = clock;
    this.limit = limit;
    this.traces = traces;
  }

  /**
   * What the endpoint said.
   *
   * @param retryAfter how long it asks to be left alone
   */
  record Answer(int status, Optional<Duration> retryAfter) {

    boolean isTaken() {
      return status / 100 == 2;
    }

    boolean isGone() {
      return status == 410;
    }
  }

  /**
   * @throws IOException if no answer came, or the secrets can't be read
   */
  Answer post(Endpoint endpoint, WebhookEvent event) throws IOException, InterruptedException {
    List<WebhookSecret> secrets = SecretReader.read(endpoint);
    Instant now = clock.instant();
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.url())
            .timeout(limit)
            .header("Content-Type", "application/cloudevents+json; charset=utf-8")
            .header("User-Agent", "Holdfast")
            .header("webhook-id", event.eventId())
            .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
            .header(
                "webhook-signature",
                WebhookSecret.header(secrets, event.eventId(), now.getEpochSecond(), event.body()))
            .POST(HttpRequest.BodyPublishers.ofString(event.body(), StandardCharsets.UTF_8))
            .build();
    try (OpenSpan span = traces.call("webhook", "POST", "webhook")) {
      HttpResponse<Void> response = within(http.sendAsync(request, ShortBody.handler()));
      span.answered(response.statusCode());
      return new Answer(
          response.statusCode(),
          response
              .headers()
              .firstValue(RetryAfter.HEADER)
              .flatMap(text -> RetryAfter.parse(text, now)));
    }
  }

  /** The client's own timeout ends with the head of the answer. */
  private HttpResponse<Void> within(CompletableFuture<HttpResponse<Void>> call)
      throws IOException, InterruptedException {
    try {
      return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("No answer: " + e.getCause().getClass().getSimpleName(), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("No answer within %d s.".formatted(limit.toSeconds()), e);
    } finally {
      call.cancel(true);
    }
  }
}
