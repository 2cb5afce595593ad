package dev.holdfast.api.auth;

import dev.holdfast.api.ApiMetrics;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each call by its answer, also where that comes later. */
final class CallCountFilter extends OncePerRequestFilter {

  private final ApiMetrics metrics;

  CallCountFilter(ApiMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    next.doFilter(request, response);
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new Later(response));
    } else {
      metrics.answered(response.getStatus());
    }
  }

  private final class Later implements AsyncListener {

    private final HttpServletResponse response;

    private Later(HttpServletResponse response) {
      this.response = response;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      metrics.answered(response.getStatus());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // It's completed then.
    }

    @Override
    public void onError(AsyncEvent event) {
      // It's completed then.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
