package dev.holdfast.environment.preflight;

import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.environment.Sample;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service's own check of an order, beside the rules. */
class ServiceValidationTest {

  private static final RestoreOrder ORDER =
      new RestoreOrder(
          "id-A", "id-B", "B", Sample.NOW.minus(Duration.ofDays(1)), true, Optional.of("group"));

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final PreflightService preflight = Preflights.over(api, new SettableClock(Sample.NOW));

  @BeforeEach
  void theServiceCanBeAsked() {
    api.capabilities = new AdminApiCapabilities(true, false, false, true, true);
    has(Sample.sandbox("A"), Sample.sandbox("B"));
  }

  @Test
  void whereItCannotBeAskedThereIsNothingToSay() {
    api.capabilities = new AdminApiCapabilities(false, false, true, true, true);
    RestorePreflight found = preflight.restore(ORDER);
    assertThat(found.checks()).noneMatch(ServiceValidation::gave);
    assertThat(found.obstacle()).isEmpty();
    assertThat(api.validated).isEmpty();
  }

  @Test
  void aCheckThatPassesIsGreenAndStartsNothing() {
    assertThat(own()).extracting(Finding::severity).containsExactly(Severity.GREEN);
    assertThat(api.validated).containsExactly(ORDER);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void aCheckThatPassesSpeaksForAServiceThatIsSilentOtherwise() {
    has(silent("A"), silent("B"));
    assertThat(preflight.restore(ORDER).checks())
        .extracting(Finding::sentence)
        .noneMatch(sentence -> sentence.contains("Only the restore shows"));
    answers(List.of("no"), "ValidationFailed");
    assertThat(preflight.restore(ORDER).checks())
        .extracting(Finding::sentence)
        .anyMatch(sentence -> sentence.contains("Only the restore shows"));
  }

  private static Sample silent(String name) {
    return Sample.sandbox(name).silentOn("Backup").silentOn("Restore");
  }

  @Test
  void anObjectionIsRedInTheServicesWords() {
    answers(List.of("name: **too long**", "point: outside"), "ValidationFailed");
    assertThat(own()).extracting(Finding::severity).containsOnly(Severity.RED);
    assertThat(own())
        .extracting(Finding::sentence)
        .containsExactly(
            "Power Platform's own check found a problem: name: **too long**",
            "Power Platform's own check found a problem: point: outside");
    assertThat(own().get(1).source()).endsWith("correlation ID c-1");
    assertThat(preflight.restore(ORDER).obstacle()).isEmpty();
  }

  @Test
  void aCheckThatFailsWithoutAReasonIsRedToo() {
    answers(List.of(), "ValidationFailed");
    assertThat(own()).extracting(Finding::severity).containsExactly(Severity.RED);
    assertThat(own().get(0).sentence()).contains("ValidationFailed, without a reason");
    answers(List.of(), "");
    assertThat(own().get(0).sentence()).contains("It gives no reason");
  }

  @Test
  void manyObjectionsAreCounted() {
    answers(Stream.iterate(1, n -> n + 1).limit(7).map(n -> "no " + n).toList(), "no");
    assertThat(own()).hasSize(6);
    assertThat(own().get(5).sentence()).endsWith(" 2 more.");
    answers(Stream.iterate(1, n -> n + 1).limit(5).map(n -> "no " + n).toList(), "no");
    assertThat(own()).hasSize(5);
    assertThat(own().get(4).sentence()).endsWith("no 5");
  }

  @Test
  void whatIsObjectedToWhileAnOperationRunsMayBeNothingElseAndIsAskedAgain() {
    has(Sample.sandbox("A"), Sample.sandbox("B").state("Running"));
    answers(List.of("an operation runs"), "no");
    assertThat(own()).extracting(Finding::severity).containsExactly(Severity.AMBER);
    assertThat(own().get(0).sentence()).contains("perhaps only because it's busy");
    assertThat(StoredMessage.english(preflight.restore(ORDER).obstacle().orElseThrow().why()))
        .contains("B is busy");
  }

  @ParameterizedTest
  @EnumSource(names = {"INVALID", "NO_CAPACITY"})
  void aPlainNoIsAnObjection(Kind kind) {
    api.validation = fails(kind, "less than 1 GB");
    assertThat(own()).extracting(Finding::severity).containsExactly(Severity.RED);
    assertThat(own().get(0).sentence()).endsWith("found a problem: less than 1 GB");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"INVALID", "NO_CAPACITY"})
  void whatCouldNotBeAskedIsAmberAndHasToBeAskedBeforeTheCall(Kind kind) {
    api.validation = fails(kind, "The service is in trouble.");
    RestorePreflight found = preflight.restore(ORDER);
    assertThat(found.worst()).isEqualTo(Severity.AMBER);
    assertThat(own().get(0).sentence()).contains("The service is in trouble.", "asks again");
    assertThat(own().get(0).source()).endsWith("correlation ID correlation-1");
    assertThat(StoredMessage.english(found.obstacle().orElseThrow().why()))
        .contains("The service is in trouble.");
  }

  @Test
  void aServiceThatWantsToBeLeftAloneIsLeftAlone() {
    Duration pause = Duration.ofMinutes(7);
    Answer later =
        new Answer(429, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(pause));
    api.validation =
        () -> {
          throw new AdminApiException(Kind.THROTTLED, "Too many calls.", later);
        };
    assertThat(preflight.restore(ORDER).obstacle().orElseThrow().askAgainAfter()).contains(pause);
  }

  @Test
  void aYesToWhatARuleForbidsIsADisagreementAndNoYes() {
    has(Sample.sandbox("A"), Sample.production("B"));
    assertThat(own()).extracting(Finding::severity).containsExactly(Severity.AMBER);
    assertThat(own().get(0).sentence()).contains("Holdfast's rules don't", "stricter");
    assertThat(preflight.restore(ORDER).worst()).isEqualTo(Severity.RED);
  }

  private void checksLater() {
    api.validation =
        () ->
            new ValidationResult(
                false, "202", List.of(), Optional.of("c-1"), Optional.of(ScriptedAdminApi.REF));
  }

  @Test
  void aCheckThatEndsInTimeIsAsOneThatWasAnsweredAtOnce() {
    checksLater();
    api.polls(validates(State.RUNNING, "InProgress", ""))
        .polls(validates(State.FAILED, "ValidationPassed", ""));
    assertThat(own()).extracting(Finding::severity).containsExactly(Severity.GREEN);
    assertThat(api.validated).hasSize(1);
  }

  @Test
  void aCheckThatGoesOnIsFollowedAndNotAskedAgain() {
    checksLater();
    api.polls(validates(State.RUNNING, "InProgress", ""));
    RestorePreflight found = preflight.restore(ORDER);
    assertThat(own()).extracting(Finding::severity).containsExactly(Severity.AMBER);
    assertThat(own().get(0).sentence())
        .startsWith("Power Platform is still checking this restore.");
    assertThat(own()).allMatch(ServiceValidation::isStillChecking);
    assertThat(StoredMessage.english(found.obstacle().orElseThrow().why()))
        .isEqualTo("Power Platform is still checking this restore.");
    assertThat(api.validated).hasSize(1);
  }

  @Test
  void aCheckThatFailsLaterIsRedWithWhatIsSuggested() {
    checksLater();
    api.polls(validates(State.FAILED, "ValidationFailed", "name: Too long. (suggested: B)"));
    List<Finding> found = own();
    assertThat(found).extracting(Finding::severity).containsExactly(Severity.RED);
    assertThat(found.get(0).sentence()).endsWith("name: Too long. (suggested: B)");
    own();
    assertThat(api.validated).as("what has ended is asked again").hasSize(2);
  }

  @Test
  void aCheckThatIsCarriedOutForbidsEverythingAndIsNamed() {
    checksLater();
    api.polls(ScriptedAdminApi.seen(State.RUNNING, "InProgress"));
    RestorePreflight found = preflight.restore(ORDER);
    assertThat(found.worst()).isEqualTo(Severity.RED);
    assertThat(
            found.checks().stream().filter(ServiceValidation::gave).map(Finding::sentence).toList())
        .singleElement()
        .asString()
        .contains("carries it out: operation op-1 (InProgress)", "Don't request another one");
    assertThat(api.restores).isEmpty();
  }

  private static Supplier<PollResult> validates(State state, String word, String objection) {
    AdminOperation.Progress progress =
        new AdminOperation.Progress(
            state,
            word,
            List.of(),
            Optional.of(objection)
                .filter(words -> !words.isEmpty())
                .map(words -> new AdminOperation.Fault("ValidationFailed", words)));
    AdminOperation operation =
        new AdminOperation(
            ScriptedAdminApi.REF,
            "op-1",
            "Restore",
            progress,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return () -> new PollResult.Seen(operation, Optional.empty());
  }

  private List<Finding> own() {
    return preflight.restore(ORDER).checks().stream().filter(ServiceValidation::gave).toList();
  }

  private void answers(List<String> objections, String word) {
    api.validation = () -> new ValidationResult(false, word, objections, Optional.of("c-1"));
  }

  private void has(Sample... samples) {
    for (Sample sample : samples) {
      api.environments.put(sample.environment().id(), sample.environment());
    }
  }
}
