package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.ServicePrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One answer of the service, read whole.
 *
 * @param at when it arrived, against which a {@code Retry-After} date is measured
 * @param asker who had asked, for the advice when the service refuses it
 */
public record HttpReply(
    int status, HttpHeaders headers, byte[] body, Instant at, ServicePrincipal asker) {

  private static final Set<Integer> TRANSIENT = Set.of(408, 425, 499, 500, 502, 503, 504);
  private static final List<String> CORRELATION =
      List.of("x-ms-correlation-id", "x-ms-service-request-id");

  public boolean successful() {
    return status / 100 == 2;
  }

  /** A read that got this may be tried again (facts 1.8). */
  boolean passing() {
    return status == 429 || TRANSIENT.contains(status);
  }

  public boolean blank() {
    for (byte one : body) {
      if (one < 0 || one > ' ') {
        return false;
      }
    }
    return true;
  }

  /** The body as JSON; empty when there is none or it is something else. */
  public Optional<JsonNode> json() {
    if (blank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonFields.MAPPER.readTree(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name)).filter(value -> !value.isBlank());
  }

  public Optional<Duration> retryAfter() {
    return header(HttpHeaders.RETRY_AFTER).flatMap(value -> RetryAfterHeader.parse(value, at));
  }

  /** The id to name to Microsoft's support; both, where the service gives two. */
  public Optional<String> correlationId() {
    String ids =
        CORRELATION.stream()
            .map(this::header)
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(" / "));
    return Optional.of(ids).filter(known -> !known.isEmpty());
  }

  /**
   * What the service said, from {@code {"error":{"code","message"}}}, the same without {@code
   * error}, an {@link ErrorDetail}, or what comes near one of them.
   */
  public Answer answer() {
    return new Answer(
        status,
        codes().stream().findFirst(),
        words("message").findFirst().or(() -> detail().flatMap(ErrorDetail::message)),
        correlationId(),
        retryAfter());
  }

  /** Every code that it gives for what went wrong, the outermost first. */
  List<String> codes() {
    return Stream.concat(words("code"), detail().flatMap(ErrorDetail::code).stream()).toList();
  }

  /** What it objects to field by field. */
  public Optional<ErrorDetail> detail() {
    return json().flatMap(ErrorDetail::of);
  }

  private Stream<String> words(String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return json().stream()
        .flatMap(body -> Stream.of(body.path("error"), body.path("Error"), body))
        .flatMap(node -> Stream.of(node, node.path("innererror")))
        .flatMap(node -> Stream.of(node.path(name), node.path(capital)))
        .filter(JsonNode::isValueNode)
        .map(node -> node.asString(""))
        .filter(text -> !text.isBlank());
  }
}
