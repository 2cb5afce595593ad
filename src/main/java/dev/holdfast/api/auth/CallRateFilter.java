package dev.holdfast.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.api.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds back an application that calls far too often. Each replica counts for itself. */
final class CallRateFilter extends OncePerRequestFilter {

  private static final int KNOWN = 10_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(KNOWN).expireAfterAccess(Duration.ofMinutes(5)).build();
  private final int perMinute;
  private final ProblemWriter problems;

  CallRateFilter(int perMinute, ProblemWriter problems) {
    this.perMinute = perMinute;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who instanceof ApiCaller caller) {
      ConsumptionProbe taken =
          buckets
              .get(caller.caller().person().id(), unseen -> bucket())
              .tryConsumeAndReturnRemaining(1);
      if (!taken.isConsumed()) {
        long seconds = Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        problems.write(response, ProblemType.TOO_MANY_REQUESTS);
        return;
      }
    }
    next.doFilter(request, response);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
