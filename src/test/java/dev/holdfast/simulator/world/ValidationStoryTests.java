package dev.holdfast.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ppapi.PpapiClients;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.RestorePreflight;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.simulator.Tenant;
import dev.holdfast.testing.Preflights;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The service's own check over the wire, from the first answer to its end. */
class ValidationStoryTests {

  @AutoClose private final Tenant tenant = new Tenant(PpapiClients::over);
  private final PreflightService preflight = Preflights.over(tenant.api, tenant.clock);

  private List<Finding> own(RestoreOrder order) {
    RestorePreflight found = preflight.restore(order);
    return found.checks().stream()
        .filter(ServiceValidation::gave)
        .filter(finding -> finding.rule().equals("validation"))
        .toList();
  }

  @Test
  void itFailsOnlyAfterA202() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Northwind Checked");
    assertThat(own(order))
        .singleElement()
        .matches(ServiceValidation::isStillChecking)
        .extracting(Finding::severity)
        .isEqualTo(Severity.AMBER);
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(own(order))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.RED);
              assertThat(found.sentence()).contains("20 characters", "(suggested: Northwind)");
            });
    assertThat(tenant.orders()).as("it was asked once").hasSize(1);
  }

  @Test
  void itPassesAfterA202() {
    tenant.faults("Contoso Dev", "[{\"kind\":\"validation-later\"}]");
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    assertThat(own(order)).singleElement().matches(ServiceValidation::isStillChecking);
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(own(order)).extracting(Finding::severity).containsExactly(Severity.GREEN);
  }

  @Test
  void aCheckThatIsCarriedOutIsNamed() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Northwind Reckless");
    own(order);
    tenant.clock.advance(Duration.ofMinutes(30));
    String id = tenant.api.operations(order.targetId()).get(0).id();
    assertThat(own(order))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.RED);
              assertThat(found.sentence()).contains("carries it out: operation " + id);
            });
  }
}
