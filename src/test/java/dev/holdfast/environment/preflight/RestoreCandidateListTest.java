package dev.holdfast.environment.preflight;

import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Sample;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service's own list of targets, beside the rules. */
class RestoreCandidateListTest {

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final ServiceValidation opinion = Preflights.opinion(api, new SettableClock(Sample.NOW));
  private final PreflightService preflight =
      Preflights.over(api, Preflights.rules(), opinion, new SettableClock(Sample.NOW));
  private final EnvironmentProfile source = Sample.sandbox("A").subject();
  private final EnvironmentProfile target = Sample.sandbox("B").subject();
  private final EnvironmentProfile managed = Sample.sandbox("M").managed(true).subject();

  @BeforeEach
  void theServiceNamesCandidates() {
    api.capabilities = new AdminApiCapabilities(false, true, false, true, true);
  }

  @Test
  void aTargetThatBothAllowIsGreen() {
    names("ID-b");
    assertThat(word(target).severity()).isEqualTo(Severity.GREEN);
    assertThat(opinion.candidates(source.id()).leaveOut(target)).isFalse();
  }

  @Test
  void aTargetThatOnlyTheRulesAllowIsAmber() {
    names("id-C");
    assertThat(word(target).severity()).isEqualTo(Severity.AMBER);
    assertThat(word(target).sentence())
        .contains("doesn't offer B as a target for A", "Holdfast knows no rule against it");
    assertThat(opinion.candidates(source.id()).leaveOut(target)).isTrue();
  }

  @Test
  void whatIsNotInAListThatCannotBeReadWhollyMayBeOffered() {
    names("id-C");
    api.unreadableRows = 2;
    assertThat(opinion.candidates(source.id()).leaveOut(target)).isFalse();
    assertThat(word(target).severity()).isEqualTo(Severity.AMBER);
    assertThat(word(target).sentence()).contains("2 targets in its list", "couldn't be read");
    names("id-B");
    assertThat(word(target).severity()).isEqualTo(Severity.GREEN);
  }

  @Test
  void aTargetThatOnlyTheServiceAllowsStaysRedAndIsSaidWithTheRule() {
    names("id-M");
    assertThat(Finding.worst(preflight.pair(source, managed))).isEqualTo(Severity.RED);
    assertThat(word(managed).severity()).isEqualTo(Severity.AMBER);
    assertThat(word(managed).sentence())
        .contains("lists M as a candidate for a restore from A", "rule R10", "stricter");
  }

  @Test
  void allRulesThatForbidItAreNamed() {
    EnvironmentProfile far = Sample.sandbox("M").managed(true).region("asia").subject();
    names("id-M");
    assertThat(word(far).sentence()).contains("rules R9, R10");
  }

  @Test
  void aServiceThatContradictsItselfIsHeldToItsStricterWord() {
    EnvironmentProfile refused = Sample.sandbox("B").refuses("Restore", "locked").subject();
    names("id-B");
    assertThat(word(refused).sentence()).contains("what Power Platform says about the environment");
  }

  @Test
  void aTargetThatNeitherAllowsIsNoDisagreement() {
    names();
    assertThat(word(managed).sentence()).contains("doesn't offer M as a target for A either");
  }

  @Test
  void theSourceItselfIsNotMissedWithTheSameWords() {
    names();
    assertThat(word(source).severity()).isEqualTo(Severity.AMBER);
    assertThat(word(source).sentence()).contains("documentation doesn't say");
  }

  @Test
  void aListThatCannotBeReadIsSaidAndLeavesNobodyOut() {
    api.candidates = fails(Kind.UNAVAILABLE, "The service answers 500.");
    assertThat(word(target).severity()).isEqualTo(Severity.AMBER);
    assertThat(word(target).sentence())
        .isEqualTo(
            "Holdfast couldn't get the targets that Power Platform offers. The service answers"
                + " 500.");
    assertThat(opinion.candidates(source.id()).leaveOut(target)).isFalse();
  }

  @Test
  void whereTheServiceNamesNoneThereIsNothingToSay() {
    api.capabilities = new AdminApiCapabilities(true, false, false, true, true);
    assertThat(preflight.pair(source, target)).noneMatch(ServiceValidation::gave);
    assertThat(opinion.candidates(source.id()).leaveOut(target)).isFalse();
  }

  @Test
  void theListIsKeptAsItWasReadLast() {
    assertThat(opinion.candidatesInMemory(source.id()).leaveOut(target)).isFalse();
    names("id-C");
    opinion.candidates(source.id());
    assertThat(opinion.candidatesInMemory(source.id()).leaveOut(target)).isTrue();
    assertThat(opinion.candidatesInMemory(target.id()).leaveOut(target)).isFalse();
  }

  @Test
  void theReviewOfARestoreHasItsWordAndTheCheckBeforeTheCallDoesNot() {
    names("id-B");
    for (Sample sample : List.of(Sample.sandbox("A"), Sample.sandbox("B"))) {
      api.environments.put(sample.environment().id(), sample.environment());
    }
    RestoreOrder order =
        new RestoreOrder(
            "id-A", "id-B", "", Sample.NOW.minus(Duration.ofDays(1)), true, Optional.empty());
    assertThat(preflight.restore(order).checks()).filteredOn(ServiceValidation::gave).hasSize(1);
    assertThat(preflight.beforeTheCall(order).checks()).noneMatch(ServiceValidation::gave);
  }

  private void names(String... ids) {
    List<RestoreCandidate> named =
        Stream.of(ids).map(id -> new RestoreCandidate(id, "Somebody")).toList();
    api.candidates = () -> named;
  }

  private Finding word(EnvironmentProfile onto) {
    List<Finding> words =
        preflight.pair(source, onto).stream().filter(ServiceValidation::gave).toList();
    assertThat(words).hasSize(1);
    return words.get(0);
  }
}
