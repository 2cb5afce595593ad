package dev.holdfast.execution.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.SettingProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A takeover waits for longer than a call can take; other settings stop the start. */
class CallTimesStartupCheckTest {

  @Test
  void theDefaultsFitTogether() {
    assertThat(problems(Map.of())).isEmpty();
  }

  @Test
  void aTakeoverThatDoesNotOutlastACall() {
    assertThat(problems(Map.of("holdfast.execution.takeover-delay", "190s")))
        .extracting(SettingProblem::setting, SettingProblem::line)
        .hasSize(1)
        .first()
        .asString()
        .contains("holdfast.execution.takeover-delay", "190 s isn't longer than the 190 s");
  }

  @Test
  void aTimeoutThatMakesCallsLonger() {
    assertThat(problems(Map.of("holdfast.admin-api.timeouts.read", "3m"))).hasSize(1);
    assertThat(
            problems(
                Map.of(
                    "holdfast.admin-api.timeouts.read", "3m",
                    "holdfast.execution.max-check-age", "1m")))
        .isEmpty();
  }

  private static List<SettingProblem> problems(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return new CallTimesStartupCheck().problems(environment);
  }
}
