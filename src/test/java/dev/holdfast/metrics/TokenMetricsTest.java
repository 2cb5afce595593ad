package dev.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.ListedPolicyText;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.entra.EntraException.Mender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class TokenMetricsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void countsFailuresByApplicationAndWhoCanFixThem() {
    TokenMetrics tokens = new TokenMetrics(Metered.provided(meters));
    tokens.afterSingletonsInstantiated();
    assertThat(meters.find("holdfast.tokens.failures").counters())
        .hasSize(6)
        .allMatch(counter -> counter.count() == 0);

    tokens.failed("holdfast.admin-api", Mender.OPERATOR);
    tokens.failed("spring.datasource.url", Mender.SERVICE);
    tokens.failed("holdfast.something", Mender.SERVICE);

    assertThat(failures("admin-api", "operator")).isEqualTo(1);
    assertThat(failures("teams", "operator")).isZero();
    assertThat(failures("database", "service")).isEqualTo(1);
    assertThat(failures("other", "service")).isEqualTo(1);
  }

  @Test
  void countsPoliciesThatWereTakenOver() {
    PolicyInForce policy = new PolicyInForce(ListedPolicyText.NOTHING);
    MetricsConfiguration.policyMetrics(policy).bindTo(meters);
    assertThat(reloads()).isZero();

    policy.replace(ListedPolicyText.NOTHING);

    assertThat(reloads()).isEqualTo(1);
  }

  private double failures(String application, String mender) {
    return meters
        .get("holdfast.tokens.failures")
        .tags("application", application, "fixed.by", mender)
        .counter()
        .count();
  }

  private double reloads() {
    return meters.get("holdfast.policy.reloads").functionCounter().count();
  }
}
