package dev.holdfast.ticket.client;

import dev.holdfast.support.tracing.OpenSpan;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.ticket.TicketProperties;
import dev.holdfast.ticket.TicketSystemException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the ticket system. It never follows a redirect, which would carry the credential elsewhere.
 */
@Component
public class TicketHttp {

  private static final Logger log = LoggerFactory.getLogger(TicketHttp.class);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final TicketProperties properties;
  private final TicketSignIn signIn;
  private final HttpClient http;
  private final Traces traces;

  public TicketHttp(TicketProperties properties, Traces traces) {
    this.properties = properties;
    this.traces = traces;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.signIn = new TicketSignIn(properties, this::form);
  }

  /** An address below that of the ticket system. */
  public URI at(String path) {
    String base = String.valueOf(properties.url().orElseThrow());
    return URI.create(
        base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path);
  }

  /**
   * Empty where there is no such thing.
   *
   * @throws TicketSystemException on any answer but success and 404
   */
  public Optional<JsonNode> get(URI uri) {
    return send("GET", uri, Optional.empty());
  }

  /** The same with a body. */
  public Optional<JsonNode> send(String method, URI uri, Object body) {
    return send(method, uri, Optional.of(JSON.writeValueAsString(body)));
  }

  /** Whether anything answers at all. */
  public void reach(URI uri) {
    exchange(HttpRequest.newBuilder(uri).method("HEAD", BodyPublishers.noBody()));
  }

  private Optional<JsonNode> send(String method, URI uri, Optional<String> body) {
    HttpResponse<String> answer = signedIn(method, uri, body);
    if (answer.statusCode() == UNAUTHORIZED && signIn.renews()) {
      answer = signedIn(method, uri, body);
    }
    return read(answer);
  }

  private HttpResponse<String> signedIn(String method, URI uri, Optional<String> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json")
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    body.ifPresent(json -> request.header("Content-Type", "application/json"));
    signIn.header().ifPresent(header -> request.header("Authorization", header));
    return exchange(request);
  }

  /** For the sign-in, which has no credential in its header. */
  private JsonNode form(URI uri, String body) {
    return read(exchange(
            HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))))
        .orElseThrow(() -> TicketSystemException.of("ticket.reason.signIn", "status", NOT_FOUND));
  }

  /** The limit is for the whole answer, however slowly it comes. */
  private HttpResponse<String> exchange(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try (OpenSpan span = traces.call("ticket-system", request.method(), "ticket system")) {
      HttpResponse<String> answer = exchange(request);
      span.answered(answer.statusCode());
      return answer;
    }
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(properties.times().timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw TicketSystemException.of("ticket.reason.slow");
    } catch (ExecutionException e) {
      log.info("The ticket system can't be reached: {}", String.valueOf(e.getCause()));
      throw TicketSystemException.of("ticket.reason.unreachable");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw TicketSystemException.of("ticket.reason.unreachable");
    }
  }

  private static Optional<JsonNode> read(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return Optional.of(json(answer.body()));
    }
    if (status == NOT_FOUND) {
      return Optional.empty();
    }
    throw TicketSystemException.of(
        status == UNAUTHORIZED || status == FORBIDDEN
            ? "ticket.reason.signIn"
            : "ticket.reason.status",
        "status",
        status);
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw TicketSystemException.of("ticket.reason.notJson");
    }
  }
}
