package dev.holdfast.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One order that came in, taken or refused, for those who count.
 *
 * @param kind {@code restore}, {@code backup} or {@code edit}
 * @param environment the id that the path named
 * @param status of the answer
 * @param code the code of the refusal
 * @param operation the id of the operation that it started
 * @param answered false when the connection was broken before the answer
 */
record OrderRecord(
    Instant at,
    String kind,
    String environment,
    int status,
    boolean accepted,
    @Nullable String code,
    @Nullable String operation,
    boolean answered,
    @Nullable JsonNode body) {

  private static final Pattern ENVIRONMENT = Pattern.compile(".*/environments/([^/]+).*");
  private static final Pattern OPERATION = Pattern.compile(".*/lifecycleOperations/([^?]+).*");

  static OrderRecord of(Instant at, Call call, Answer answer) {
    return new OrderRecord(
        at,
        kind(call.path()),
        group(ENVIRONMENT, call.path()).orElse(""),
        answer.status(),
        answer.status() < 300,
        code(answer),
        group(OPERATION, answer.headers().getOrDefault("Operation-Location", "")).orElse(null),
        !answer.dropped(),
        call.body());
  }

  private static String kind(String path) {
    if (path.endsWith("/restoreTo")) {
      return "restore";
    }
    return path.endsWith("/backups") ? "backup" : "edit";
  }

  private static @Nullable String code(Answer answer) {
    return answer.body() == null ? null : answer.body().path("error").path("code").asString(null);
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
