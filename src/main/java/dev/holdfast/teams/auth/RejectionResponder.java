package dev.holdfast.teams.auth;

import com.nimbusds.jose.KeySourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers whoever was not let in, without a word of why. */
final class RejectionResponder implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String RETRY_AFTER_SECONDS = "5";

  private final RejectionMetrics refusals;

  RejectionResponder(RejectionMetrics refusals) {
    this.refusals = refusals;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    RejectionReason cause = cause(why);
    if (cause == RejectionReason.KEYS) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    turnAway(cause, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
    turnAway(RejectionReason.NOT_ALLOWED, request, response);
  }

  private void turnAway(
      RejectionReason cause, HttpServletRequest request, HttpServletResponse response) {
    refusals.count(cause, request.getRemoteAddr());
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setStatus(cause.status());
  }

  private static RejectionReason cause(AuthenticationException why) {
    if (why.getCause() instanceof JwtValidationException claims) {
      return claims.getErrors().stream()
          .map(OAuth2Error::getErrorCode)
          .map(RejectionReason::valueOf)
          .findFirst()
          .orElse(RejectionReason.SIGNATURE);
    }
    if (why.getCause() instanceof JwtException && has(why, KeySourceException.class)) {
      return RejectionReason.KEYS;
    }
    return why.getCause() instanceof JwtException || why instanceof InvalidBearerTokenException
        ? RejectionReason.SIGNATURE
        : RejectionReason.NO_TOKEN;
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
