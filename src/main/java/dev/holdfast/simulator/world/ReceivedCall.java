package dev.holdfast.simulator.world;

import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One order that came in, taken or refused, for those who count.
 *
 * @param api {@code bap} or {@code ppapi}
 * @param kind {@code restore}, {@code copy}, {@code backup}, {@code backup-deletion} or {@code
 *     edit}; {@code validation} for one that is only to be checked
 * @param environment the id that the path named
 * @param status of the answer
 * @param code the code of the refusal
 * @param operation the id of the operation that it started
 * @param answered false when the connection was broken before the answer
 */
@WireRecord
public record ReceivedCall(
    Instant at,
    String api,
    String kind,
    String environment,
    int status,
    boolean accepted,
    @Nullable String code,
    @Nullable String operation,
    boolean answered,
    @Nullable JsonNode body) {

  private static final Pattern ENVIRONMENT = Pattern.compile(".*/environments/([^/]+).*");
  private static final Pattern OPERATION = Pattern.compile("(?i).*operations/([^?]+).*");

  public static ReceivedCall of(Instant at, SimulatedRequest call, SimulatedResponse answer) {
    return new ReceivedCall(
        at,
        ApiDialect.of(call.path()).name().toLowerCase(Locale.ROOT),
        kind(call),
        group(ENVIRONMENT, call.path()).orElse(""),
        answer.status(),
        answer.status() < 300,
        code(answer),
        group(OPERATION, answer.headers().getOrDefault("Operation-Location", "")).orElse(null),
        !answer.dropped(),
        call.body());
  }

  private static String kind(SimulatedRequest call) {
    if (call.path().endsWith("/restoreTo") || call.path().endsWith("/restore")) {
      return call.validatesOnly() ? "validation" : "restore";
    }
    if (call.path().endsWith("/copyTo") || call.path().endsWith("/copy")) {
      return call.validatesOnly() ? "validation" : "copy";
    }
    if (call.method().equals("DELETE")) {
      return "backup-deletion";
    }
    return call.path().endsWith("/backups") ? "backup" : "edit";
  }

  private static @Nullable String code(SimulatedResponse answer) {
    JsonNode body = answer.body();
    if (body == null) {
      return null;
    }
    return Stream.of(body.path("error"), body.path("errorDetail"), body)
        .map(part -> part.path("code").asString(""))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
