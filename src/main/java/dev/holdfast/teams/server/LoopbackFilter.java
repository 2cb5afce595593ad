package dev.holdfast.teams.server;

import dev.holdfast.support.LoopbackHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** In the profile local nobody is asked for a token, so web pages of other sites are kept out. */
@Component
@Profile("local")
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class LoopbackFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    Optional<String> refusal =
        LoopbackHeaders.refusal(
            request.getHeader(HttpHeaders.HOST),
            request.getHeader(HttpHeaders.ORIGIN),
            request.getLocalPort());
    if (refusal.isEmpty()) {
      next.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((refusal.get() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
