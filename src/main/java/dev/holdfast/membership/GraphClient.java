package dev.holdfast.membership;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from Microsoft Graph. */
@Component
class GraphClient {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final ObjectFactory<AccessTokenProvider> tokens;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private volatile Instant notBefore = Instant.MIN;

  GraphClient(
      GraphProperties properties,
      AdminApiSignInProperties signIn,
      ObjectFactory<AccessTokenProvider> tokens,
      Clock clock) {
    this.base = properties.base(signIn.endpoint());
    this.tokens = tokens;
    this.clock = clock;
  }

  URI base() {
    return base;
  }

  /**
   * @throws GroupReadException on any answer but success
   */
  JsonNode get(URI uri) {
    if (clock.instant().isBefore(notBefore)) {
      throw new GroupReadException(GroupProblem.THROTTLED, "Graph asked to wait");
    }
    String token = bearer();
    HttpResponse<String> answer = send(uri, token);
    if (answer.statusCode() == 401) {
      tokens.getObject().refused(base, token);
      answer = send(uri, bearer());
    }
    return switch (answer.statusCode()) {
      case 200 -> json(answer.body());
      case 401, 403 -> throw problem(GroupProblem.FORBIDDEN, answer);
      case 404 -> throw problem(GroupProblem.NOT_FOUND, answer);
      case 429 -> {
        notBefore = clock.instant().plus(pause(answer));
        throw problem(GroupProblem.THROTTLED, answer);
      }
      default -> throw problem(GroupProblem.UNREACHABLE, answer);
    };
  }

  private String bearer() {
    try {
      return tokens.getObject().bearer(base);
    } catch (AdminApiException e) {
      throw new GroupReadException(GroupProblem.UNREACHABLE, e.getMessage());
    }
  }

  private HttpResponse<String> send(URI uri, String token) {
    try {
      return http.send(
          HttpRequest.newBuilder(uri)
              .timeout(LIMIT)
              .header("Authorization", "Bearer " + token)
              .header("ConsistencyLevel", "eventual")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new GroupReadException(GroupProblem.UNREACHABLE, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GroupReadException(GroupProblem.UNREACHABLE, "interrupted");
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new GroupReadException(GroupProblem.UNREACHABLE, "the answer isn't JSON");
    }
  }

  private static Duration pause(HttpResponse<String> answer) {
    Duration asked =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(USUAL_PAUSE);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static GroupReadException problem(GroupProblem problem, HttpResponse<String> answer) {
    return new GroupReadException(problem, "Graph answered " + answer.statusCode());
  }
}
