package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyCoverageCheckTest {

  private final EnvironmentCatalog catalog = mock(EnvironmentCatalog.class);

  @Test
  void namesEnvironmentsThatNoRuleCovers() {
    listed();
    CheckResult found = check("sandbox");
    assertThat(found.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found.sentence())
        .contains("1 environment(s)")
        .endsWith("with them: Contoso Production.");
  }

  @Test
  void namesTenAtMost() {
    assertThat(uncovered(10)).endsWith(", 9.");
    assertThat(uncovered(11)).endsWith(", 9, and others.");
  }

  private String uncovered(int count) {
    when(catalog.isRead()).thenReturn(true);
    when(catalog.all())
        .thenReturn(
            new EnvironmentListing(
                IntStream.range(0, count)
                    .mapToObj(i -> Sample.production("" + i).subject())
                    .toList(),
                Instant.EPOCH,
                0,
                0,
                Optional.empty()));
    return check("sandbox").sentence();
  }

  @Test
  void isWellWhereARuleCoversEach() {
    listed();
    assertThat(check("sandbox", "production"))
        .isEqualTo(CheckResult.ok("A rule covers every environment."));
  }

  @Test
  void saysNothingBeforeTheEnvironmentsWereRead() {
    assertThat(check("sandbox").sentence()).contains("Not known");
  }

  /** There is no catalog where there is no credential, and the doctor has to say so. */
  @Test
  void asksForTheCatalogOnlyOnceTheEnvironmentsCanBeListed() {
    PolicyCoverageCheck check =
        new PolicyCoverageCheck(
            () -> {
              throw new IllegalStateException("no credential");
            },
            rules());
    assertThat(check.needs()).containsExactly(DoctorCheck.ENVIRONMENTS);
  }

  /** Right after the start the kinds are still being read, which is no fault of the policy. */
  @Test
  void blamesNoPolicyForKindsThatAreStillBeingRead() {
    listed(2);
    PolicyRules byKind =
        rules(new EnvironmentCondition.Attribute("unheard of", List.of("anything")));
    CheckResult found = new PolicyCoverageCheck(() -> catalog, byKind).check();
    assertThat(found.state()).isEqualTo(CheckStatus.OK);
    assertThat(found.sentence()).contains("Not known yet", "2 environment(s)");
    assertThat(check("sandbox").sentence()).contains("Contoso Production");
  }

  private void listed() {
    listed(0);
  }

  private void listed(int kindsAwaited) {
    when(catalog.isRead()).thenReturn(true);
    when(catalog.all())
        .thenReturn(
            new EnvironmentListing(
                List.of(
                    Sample.sandbox("Contoso UAT").subject(),
                    Sample.production("Contoso Production").subject()),
                Instant.EPOCH,
                kindsAwaited,
                0,
                Optional.empty()));
  }

  private CheckResult check(String... types) {
    return new PolicyCoverageCheck(() -> catalog, rules(types)).check();
  }

  private static PolicyRules rules(String... types) {
    return rules(new EnvironmentCondition.Attribute("type", List.of(types)));
  }

  private static PolicyRules rules(EnvironmentCondition condition) {
    PolicyRule rule = new PolicyRule("Covered", List.of(condition), Map.of());
    return new PolicyRules(new PolicyInForce(new Policy(List.of(rule), "digest")));
  }
}
