package dev.holdfast.environment.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Sample;
import dev.holdfast.testing.Preflights;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Environments that can't be used, by every state that the service reports of them. */
class AvailabilityRulesTest {

  private static final Instant POINT = Sample.NOW.minusSeconds(24 * 3600);

  private final Rules rules = Preflights.rules();
  private final EnvironmentProfile good = Sample.sandbox("Good").subject();

  @ParameterizedTest
  @CsvSource({
    "Sandbox provisioning=Deleting, RED, RED",
    "Sandbox provisioning=Deleted, RED, RED",
    "Sandbox provisioning=SoftDeleted, RED, RED",
    "Sandbox provisioning=Failed, RED, RED",
    "Sandbox provisioning=LinkedDatabaseProvisioning, RED, RED",
    "Sandbox provisioning=Creating, RED, RED",
    "Sandbox provisioning=Running, RED, RED",
    "Sandbox provisioning=Hibernated, AMBER, AMBER",
    "Sandbox instance=Provisioning, RED, RED",
    "Sandbox instance=Disabled, RED, RED",
    "Sandbox instance=Deleting, RED, RED",
    "Sandbox instance=Failed, RED, AMBER",
    "Sandbox instance=Hibernated, AMBER, AMBER",
    "Sandbox runtime=Disabled, RED, RED",
    "Sandbox runtime=disabled, RED, RED",
    "Sandbox runtime=DisabledByAdmin, RED, RED",
    "Sandbox runtime=Suspended, RED, RED",
    "Sandbox runtime=Hibernated, AMBER, AMBER",
    "Sandbox state=Deleted, RED, RED",
    "Sandbox state=Failed, RED, AMBER",
    "Sandbox state=Disabled, RED, RED",
    "Sandbox state=? runtime=?, AMBER, AMBER"
  })
  void whatIsNotAliveIsFound(String words, Severity asSource, Severity asTarget) {
    EnvironmentProfile odd = Sample.read(words, "Odd").subject();
    assertThat(found(rules.restore(odd, good, POINT, Preflights.at(Sample.NOW))))
        .contains(asSource);
    assertThat(found(rules.restore(good, odd, POINT, Preflights.at(Sample.NOW))))
        .contains(asTarget);
    assertThat(found(rules.backup(odd, Sample.NOW))).contains(asSource);
    assertThat(found(rules.asTarget(odd))).contains(asTarget);
    assertThat(rules.legal(odd, good)).isEqualTo(asSource != Severity.RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sandbox provisioning=Succeeded instance=Ready",
        "Sandbox runtime=AdminMode",
        "Sandbox runtime=Warning",
        "Sandbox state=NotSpecified",
        "Sandbox runtime=NotSpecified",
        "Sandbox state=Running"
      })
  void whatIsAliveIsNot(String words) {
    EnvironmentProfile one = Sample.read(words, "One").subject();
    assertThat(found(rules.restore(one, good, POINT, Preflights.at(Sample.NOW)))).isEmpty();
    assertThat(found(rules.restore(good, one, POINT, Preflights.at(Sample.NOW)))).isEmpty();
  }

  /** Its states can lag behind, and an approved restore waits for the operation anyway. */
  @Test
  void whileAnOperationRunsNothingIsForbiddenForAState() {
    Sample sample = Sample.read("Sandbox instance=Provisioning", "Busy");
    EnvironmentProfile busy =
        EnvironmentProfile.of(
            sample.environment(), Optional.empty(), Optional.of(List.of(running())));
    assertThat(found(rules.restore(good, busy, POINT, Preflights.at(Sample.NOW))))
        .contains(Severity.AMBER);
    assertThat(busy.busy()).isTrue();
  }

  /** One that is gone or broken would be waited for in vain. */
  @ParameterizedTest
  @ValueSource(strings = {"Deleted", "Disabled", "Failed"})
  void whatIsNotAliveIsNotTakenForBusy(String state) {
    assertThat(Sample.sandbox("Gone").state(state).subject().busy()).isFalse();
  }

  @Test
  void theFindingNamesTheStateAndWhatToDo() {
    EnvironmentProfile disabled = Sample.sandbox("Contoso Dev").runtime("Disabled").subject();
    assertThat(rules.restore(good, disabled, POINT, Preflights.at(Sample.NOW)))
        .extracting(Finding::sentence)
        .contains(
            "Contoso Dev is disabled (the runtime state is Disabled). Enable it in the Power"
                + " Platform admin center first.");
  }

  private static Optional<Severity> found(List<Finding> checks) {
    return checks.stream()
        .filter(check -> check.rule().equals("state"))
        .map(Finding::severity)
        .findFirst();
  }

  private static AdminOperation running() {
    return new AdminOperation(
        new OperationLocator("id-Busy", URI.create("http://127.0.0.1/op-1")),
        "op-1",
        "Copy",
        new AdminOperation.Progress(
            AdminOperation.State.RUNNING, "Running", List.of(), Optional.empty()),
        Optional.of(Sample.NOW),
        Optional.empty(),
        Optional.empty());
  }
}
