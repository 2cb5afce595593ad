package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.testing.Preflights;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the rules make of that which the Power Platform API does not tell. */
@DisplayName("facts 2 | what EnvironmentResponse does not tell")
class SilenceTests extends WireTest {

  /** As the service answers for a healthy sandbox. */
  private static final String SANDBOX =
      """
      {"id":"%1$s","displayName":"%1$s","type":"Sandbox","geo":"europe","state":"Enabled",
       "adminMode":"Disabled","protectionLevel":"Basic","url":"https://contoso.crm4.dynamics.com",
       "dataverseId":"00000000-0000-0000-0000-0000000000d1",
       "retentionDetails":{"retentionPeriod":"P7D","availableFromDateTime":"2026-11-13T10:00:00Z"}}
      """;

  private EnvironmentProfile read(String id, String json) {
    answers(200, json.formatted(id));
    Environment environment = api.environment(id);
    return new EnvironmentProfile(environment, EnvironmentKind.of(environment, Optional.empty()));
  }

  private static List<Severity> of(String rule, List<Finding> checks) {
    return checks.stream()
        .filter(check -> check.rule().equals(rule))
        .map(Finding::severity)
        .toList();
  }

  @Test
  @DisplayName("facts 2 | enforcement, key, capacity and running operations: amber, never green")
  void isAmberNeverGreen() {
    List<Finding> checks =
        Preflights.rules()
            .restore(
                read("source", SANDBOX),
                read("target", SANDBOX),
                NOW.minus(Duration.ofDays(1)),
                Preflights.at(NOW));
    assertThat(of("service", checks)).containsOnly(Severity.AMBER);
    assertThat(of("R29", checks)).containsOnly(Severity.AMBER);
    assertThat(of("R12", checks)).containsOnly(Severity.AMBER);
    assertThat(of("R11", checks)).contains(Severity.AMBER);
    assertThat(of("R9", checks)).containsOnly(Severity.GREEN);
    assertThat(of("R10", checks)).containsOnly(Severity.GREEN);
    assertThat(checks).noneMatch(check -> check.severity() == Severity.RED);
  }

  @Test
  @DisplayName("facts 2 | an environment that says nothing but its id is no source and no target")
  void nothingButAnId() {
    String bare = "{\"id\":\"%1$s\"}";
    List<Finding> checks =
        Preflights.rules()
            .restore(read("source", bare), read("target", SANDBOX), NOW, Preflights.at(NOW));
    assertThat(Finding.worst(checks)).isEqualTo(Severity.RED);
    assertThat(of("R10", checks)).containsOnly(Severity.AMBER);
  }
}
