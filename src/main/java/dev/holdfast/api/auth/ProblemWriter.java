package dev.holdfast.api.auth;

import dev.holdfast.api.ApiMetrics;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers a refused call with problem details that don't say why. */
final class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String RETRY_AFTER_SECONDS = "5";

  private final JsonMapper json;
  private final ApiMetrics metrics;

  ProblemWriter(JsonMapper json, ApiMetrics metrics) {
    this.json = json;
    this.metrics = metrics;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      metrics.refused(ApiMetrics.Refusal.KEYS);
      write(response, ProblemType.KEYS_UNAVAILABLE);
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      metrics.refused(ApiMetrics.Refusal.TOKEN);
      write(response, ProblemType.UNAUTHORIZED);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    metrics.refused(ApiMetrics.Refusal.ROLE);
    write(response, ProblemType.FORBIDDEN);
  }

  void write(HttpServletResponse response, ProblemType type) throws IOException {
    response.setStatus(type.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(ProblemException.problem(type, type.message())));
  }
}
