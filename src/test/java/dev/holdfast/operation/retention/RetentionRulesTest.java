package dev.holdfast.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.Sample;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule R1: where the backup retention can be changed. */
class RetentionRulesTest {

  static Stream<Arguments> environments() {
    return Stream.of(
        arguments(portal(), Severity.GREEN, "can be changed"),
        arguments(portal().managed(false), Severity.RED, "isn't a Managed Environment"),
        arguments(portal().managed(null), Severity.AMBER, "can't tell whether"),
        arguments(portal().withoutDataverse(), Severity.RED, "has no Dataverse"),
        arguments(portal().retention(null, null), Severity.RED, "doesn't say how long"),
        arguments(
            Sample.sandbox("Portal").managed(true), Severity.RED, "isn't a production environment"),
        arguments(
            Sample.of(EnvironmentType.DEFAULT, "Portal"),
            Severity.RED,
            "isn't a production environment"),
        arguments(
            Sample.of(EnvironmentType.UNKNOWN, "Portal").managed(true),
            Severity.AMBER,
            "can't tell whether"),
        arguments(
            Sample.of(EnvironmentKind.UPE, "Portal").managed(true),
            Severity.RED,
            "has finance and operations apps"));
  }

  private static Sample portal() {
    return Sample.production("Portal").managed(true);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void itCanBeChangedOnManagedProductionEnvironmentsWithoutApps(
      Sample environment, Severity severity, String words) {
    List<Finding> found =
        RetentionRules.allowed(environment.subject(), RetentionPeriod.TWO_WEEKS, true);
    assertThat(found.get(0).severity()).isEqualTo(severity);
    assertThat(found.get(0).sentence()).contains(words);
    assertThat(Finding.worst(found))
        .isEqualTo(severity == Severity.RED ? Severity.RED : Severity.AMBER);
  }

  @Test
  void whatIsSetAlreadyIsNotOrdered() {
    assertThat(RetentionRules.allowed(portal().subject(), RetentionPeriod.ONE_WEEK, true))
        .singleElement()
        .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.RED))
        .satisfies(found -> assertThat(found.sentence()).contains("already kept for 7 days"));
  }

  @Test
  void overAnApiWithoutTheCallNothingElseIsAsked() {
    assertThat(RetentionRules.allowed(portal().subject(), RetentionPeriod.TWO_WEEKS, false))
        .singleElement()
        .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.RED))
        .satisfies(found -> assertThat(found.rule()).isEqualTo("service"));
  }
}
