package dev.holdfast.teams.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind Spring Security: what comes here for the bot or the HTTP API has a valid token. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE)
class ProvenConnectionFilter extends OncePerRequestFilter {

  private static final String HTTP_API = "/api/v1/";

  private final UnprovenConnections connections;

  ProvenConnectionFilter(UnprovenConnections connections) {
    this.connections = connections;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !UnreadBodyValve.MESSAGES.equals(path) && !path.startsWith(HTTP_API);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    connections.prove(request.getServletConnection());
    next.doFilter(request, response);
  }
}
