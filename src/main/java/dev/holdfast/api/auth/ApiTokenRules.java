package dev.holdfast.api.auth;

import dev.holdfast.api.ApiProperties;
import dev.holdfast.entra.Credential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token has to say: one of this tenant, for this API, in time, and of an application alone.
 * Entra puts {@code scp} into tokens of people. {@code idtyp} is optional; without it, the object
 * ID of an application's token is its subject, too.
 */
final class ApiTokenRules implements OAuth2TokenValidator<Jwt> {

  /** How far the clocks of Microsoft and this machine may be apart. */
  static final Duration LEEWAY = Duration.ofMinutes(5);

  private final ApiProperties settings;
  private final Set<String> issuers;
  private final Clock clock;

  /**
   * @param issuers those of this tenant's tokens, in both versions
   */
  ApiTokenRules(ApiProperties settings, Set<String> issuers, Clock clock) {
    this.settings = settings;
    this.issuers = Set.copyOf(issuers);
    this.clock = clock;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    boolean valid =
        issuers.contains(text(token, "iss"))
            && token.getAudience() != null
            && token.getAudience().stream().anyMatch(settings.audience()::contains)
            && text(token, "tid").equalsIgnoreCase(settings.tenantId())
            && isInTime(token)
            && isOfApplication(token);
    return valid
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
  }

  private static boolean isOfApplication(Jwt token) {
    String objectId = objectId(token);
    return !token.hasClaim("scp")
        && Credential.isGuid(objectId)
        && (token.hasClaim("idtyp")
            ? text(token, "idtyp").equals("app")
            : text(token, "sub").equalsIgnoreCase(objectId));
  }

  /** A token that doesn't say until when it's valid isn't. */
  private boolean isInTime(Jwt token) {
    Instant now = clock.instant();
    Instant from = token.getNotBefore();
    Instant to = token.getExpiresAt();
    return from != null
        && to != null
        && !now.isBefore(from.minus(LEEWAY))
        && now.isBefore(to.plus(LEEWAY));
  }

  /** The object ID of the application's service principal. */
  static String objectId(Jwt token) {
    return text(token, "oid").toLowerCase(Locale.ROOT);
  }

  /** Empty where there is no such claim, or it's no text. */
  static String text(Jwt token, String claim) {
    return token.getClaims().get(claim) instanceof String text ? text : "";
  }
}
