package dev.holdfast.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.api.ApiMeters;
import dev.holdfast.api.Caller;
import dev.holdfast.request.Person;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.json.JsonMapper;

/** Each application may call so often a minute. */
class CallRateFilterTest {

  private final CallRateFilter filter =
      new CallRateFilter(
          2,
          new ProblemWriter(
              JsonMapper.builder().build(), ApiMeters.over(new SimpleMeterRegistry())));

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void oneCallTooManyIsToldWhenToComeAgain() throws Exception {
    assertThat(call("31").getStatus()).isEqualTo(200);
    assertThat(call("31").getStatus()).isEqualTo(200);
    MockHttpServletResponse refused = call("31");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getContentType()).startsWith("application/problem+json");
    assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After")))).isBetween(1, 31);
    assertThat(call("32").getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse call(String application) throws Exception {
    Jwt token =
        new Jwt(
            "t",
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(1),
            Map.of("alg", "RS256"),
            Map.of("a", "b"));
    SecurityContextHolder.getContext()
        .setAuthentication(
            new ApiCaller(
                token,
                List.of(),
                new Caller(
                    Person.application("00000000-0000-0000-0000-0000000000" + application, "P"))));
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(
        new MockHttpServletRequest("GET", "/api/v1/requests"), response, new MockFilterChain());
    return response;
  }
}
