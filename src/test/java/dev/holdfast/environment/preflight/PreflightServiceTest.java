package dev.holdfast.environment.preflight;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.Sample;
import dev.holdfast.environment.SampleApi;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightServiceTest {

  private static final String FUNCTION = "msprov_getfinopsapplicationdetails";
  private static final Instant POINT = NOW.minus(Duration.ofDays(1));

  private final SampleApi api = new SampleApi();
  private final PreflightService preflight = Preflights.over(api, new SettableClock(NOW));

  @Test
  void aRestoreIsCheckedOnBothEnvironmentsReadAfresh() {
    api.has(Sample.of(EnvironmentKind.USE, "A"), Sample.of(EnvironmentKind.UDE, "B"));

    RestorePreflight found = preflight.restore(restore("id-A", "id-B"));

    assertThat(api.asked)
        .containsExactlyInAnyOrder(
            "environment id-A", "deployment id-A", "environment id-B", "deployment id-B");
    assertThat(found.source().kind()).isEqualTo(EnvironmentKind.USE);
    assertThat(found.target().kind()).isEqualTo(EnvironmentKind.UDE);
    assertThat(found.order().point()).isEqualTo(POINT);
    assertThat(found.readAt()).isEqualTo(NOW);
    assertThat(found.worst()).isEqualTo(Severity.AMBER);
  }

  @ParameterizedTest
  @CsvSource({"BAP, the BAP admin API", "PPAPI, the Power Platform API"})
  void everyFindingNamesWhoTold(AdminApiFlavor flavor, String teller) {
    api.flavor = Optional.of(flavor);
    api.has(Sample.of(EnvironmentKind.USE, "A"), Sample.of(EnvironmentKind.UDE, "B"));

    List<Finding> pair = preflight.pair("id-A", "id-B").checks();
    assertThat(pair).extracting(Finding::source).allMatch(source -> source.startsWith("From "));
    assertThat(of("R9", pair).source()).startsWith("From " + teller);
    assertThat(of("R14", pair).source()).startsWith("From Dataverse (" + FUNCTION + ") · ");
    assertThat(preflight.restore(restore("id-A", "id-B")).checks())
        .extracting(Finding::source)
        .allMatch(source -> source.startsWith("From "));
    assertThat(preflight.backup("id-A").checks())
        .extracting(Finding::source)
        .allMatch(source -> source.startsWith("From " + teller));
    assertThat(preflight.asTarget(preflight.read("id-B")))
        .extracting(Finding::source)
        .allMatch(source -> source.startsWith("From " + teller));
  }

  private static Finding of(String rule, List<Finding> checks) {
    return checks.stream().filter(found -> found.rule().equals(rule)).findFirst().orElseThrow();
  }

  /** Between an approval and the call nobody waits for one answer after the other. */
  @Test
  @Timeout(60)
  void beforeTheCallBothEnvironmentsAreReadAtTheSameTimeAndEachOnce() {
    api.has(Sample.of(EnvironmentKind.USE, "A"), Sample.of(EnvironmentKind.UDE, "B"));
    CyclicBarrier together = new CyclicBarrier(2);
    api.beforeEnvironment(() -> meet(together));

    RestorePreflight found = preflight.beforeTheCall(restore("id-A", "id-B"));

    assertThat(found.source().id()).isEqualTo("id-A");
    assertThat(found.target().id()).isEqualTo("id-B");
    assertThat(api.asked)
        .containsExactlyInAnyOrder(
            "environment id-A", "environment id-B", "deployment id-A", "deployment id-B");
  }

  /** Fails where the other one isn't read meanwhile. */
  private static void meet(CyclicBarrier together) {
    try {
      together.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noNewNameStaysNoneSoThatNothingIsRenamedBack() {
    api.has(Sample.sandbox("A"), Sample.sandbox("B"));

    assertThat(preflight.restore(restore("id-A", "id-B")).order().targetName()).isEmpty();
    assertThat(preflight.restore(restore("id-A", "id-B").named("New")).order().targetName())
        .isEqualTo("New");
  }

  @Test
  void aNameThatAnotherEnvironmentHasIsRed() {
    api.has(Sample.sandbox("A"), Sample.sandbox("B"), Sample.sandbox("Contoso Test"));

    assertThat(preflight.restore(restore("id-A", "id-B").named(" contoso  TEST ")).checks())
        .filteredOn(check -> check.rule().equals("name"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.severity()).isEqualTo(Severity.RED);
              assertThat(check.sentence()).contains("id-Contoso Test", "already");
            });
    assertThat(preflight.beforeTheCall(restore("id-A", "id-B").named("A")).worst())
        .isEqualTo(Severity.RED);
  }

  @Test
  void aNameThatIsFreeOrTheTargetsOwnIsNoFinding() {
    api.has(Sample.sandbox("A"), Sample.sandbox("B"), Sample.sandbox("C"));
    for (String name : new String[] {"", "B", "b", "New"}) {
      assertThat(preflight.restore(restore("id-A", "id-B").named(name)).checks())
          .extracting(Finding::rule)
          .doesNotContain("name");
    }
  }

  @Test
  void aNameThatAnotherEnvironmentHasGivenUpIsFree() {
    api.has(Sample.sandbox("A"), Sample.sandbox("B"), Sample.sandbox("C"));
    RestoreOrder order = restore("id-A", "id-B").named("C");
    assertThat(preflight.restore(order).worst()).isEqualTo(Severity.RED);
    api.has(Sample.sandbox("A"), Sample.sandbox("B"));
    assertThat(preflight.restore(order).checks()).extracting(Finding::rule).doesNotContain("name");
  }

  /** The catalog may be minutes old: under its old name it's no obstacle any more. */
  @Test
  void aNameThatAnotherEnvironmentHasChangedIsFree() {
    api.has(Sample.sandbox("A"), Sample.sandbox("B"), Sample.sandbox("C"));
    RestoreOrder order = restore("id-A", "id-B").named("C");
    assertThat(preflight.restore(order).worst()).isEqualTo(Severity.RED);
    api.has(Sample.sandbox("A"), Sample.sandbox("B"), Sample.sandbox("New").id("id-C"));
    assertThat(preflight.restore(order).checks()).extracting(Finding::rule).doesNotContain("name");
  }

  @Test
  void theEnvironmentsThatItTouchesAreThoseThatWereRead() {
    api.has(Sample.sandbox("A"), Sample.sandbox("B"));
    RestorePreflight found = preflight.restore(restore("id-A", "id-B"));
    assertThat(found.read()).containsExactly(found.source(), found.target());
    assertThat(found.affected()).isEqualTo(found.target());
    OverwritePreflight overwrite =
        preflight.overwrite(new RestoreCheck(restore("id-A", "id-B"), Preflights.rules()));
    assertThat(overwrite.read()).containsExactly(overwrite.source(), overwrite.target());
    assertThat(overwrite.affected()).isEqualTo(overwrite.target());
    BackupPreflight backup = preflight.backup("id-A");
    assertThat(backup.read()).containsExactly(backup.source());
  }

  @Test
  void aSelfRestoreReadsOnce() {
    api.has(Sample.sandbox("A"));

    assertThat(preflight.restore(restore("id-A", "id-A")).worst()).isEqualTo(Severity.AMBER);
    assertThat(api.asked).filteredOn(call -> call.startsWith("environment")).hasSize(1);
  }

  @Test
  void theWorstFindingIsTheFindingOfTheWhole() {
    api.has(Sample.sandbox("A"), Sample.production("B"));

    assertThat(preflight.restore(restore("id-A", "id-B")).worst()).isEqualTo(Severity.RED);
    assertThat(preflight.backup("id-A").worst()).isEqualTo(Severity.GREEN);
  }

  @Test
  void aBusyEnvironmentIsSaidToBeHeldByWhatSinceWhenAndByWhom() {
    api.has(Sample.sandbox("A").state("Running"));
    api.runs(
        Optional.of(
            List.of(
                operation("Edit", AdminOperation.State.NOT_STARTED),
                operation("Restore", AdminOperation.State.RUNNING),
                operation("Copy", AdminOperation.State.FAILED))));

    BackupPreflight found = preflight.backup("id-A");

    assertThat(found.source().busy()).isTrue();
    assertThat(free(found))
        .isEqualTo(
            "A is busy now (Running) because of Restore (RUNNING) since 2026-11-20T16:00:00Z,"
                + " requested by Adele Vance. Holdfast waits until it's free.");
  }

  @Test
  void whatIsHeldThoughItsStateDoesNotSaySoIsBusyToo() {
    api.has(Sample.sandbox("A").state("NotSpecified"));
    api.runs(Optional.of(List.of(operation("Backup", AdminOperation.State.NOT_STARTED))));

    assertThat(preflight.backup("id-A").source().busy()).isTrue();
  }

  /** It may have ended long ago, in a word that nobody has told Holdfast. */
  @Test
  void whatMayHaveEndedIsNotWaitedFor() {
    api.has(Sample.sandbox("A").state("NotSpecified"));
    api.runs(Optional.of(List.of(operation("Backup", AdminOperation.State.UNKNOWN))));

    assertThat(preflight.backup("id-A").source().busy()).isFalse();
  }

  /** {@code NotSpecified} occurs on healthy environments: waiting for it to end would never end. */
  @ParameterizedTest
  @CsvSource({
    "NotSpecified, true, false, lists no operation that's running on A",
    "NotSpecified, false, false, doesn't say whether an operation is running on A",
    "Hibernating, true, false, reports the state Hibernating for A and lists no operation",
    "Hibernating, false, true, A is busy now (Hibernating)",
    "Running, true, true, A is busy now (Running)",
    "Running, false, true, A is busy now (Running)"
  })
  void withoutAHolderTheStateCounts(
      String state, boolean operationsAreListed, boolean busy, String words) {
    api.has(Sample.sandbox("A").state(state));
    api.runs(operationsAreListed ? Optional.of(List.of()) : Optional.empty());

    BackupPreflight found = preflight.backup("id-A");

    assertThat(found.source().busy()).isEqualTo(busy);
    assertThat(free(found)).contains(words);
  }

  @Test
  void whatIsReadyIsNotAskedForItsOperations() {
    api.has(Sample.sandbox("A"));

    preflight.backup("id-A");

    assertThat(api.asked).doesNotContain("operations id-A");
  }

  private static String free(BackupPreflight found) {
    return found.checks().stream()
        .filter(check -> check.rule().equals("R29"))
        .map(Finding::sentence)
        .findFirst()
        .orElseThrow();
  }

  private static AdminOperation operation(String type, AdminOperation.State state) {
    return new AdminOperation(
        new OperationLocator("id-A", URI.create("https://api.bap.microsoft.com/operations/1")),
        "1",
        type,
        new AdminOperation.Progress(state, state.name(), List.of(), Optional.empty()),
        Optional.of(NOW.minus(Duration.ofHours(1))),
        Optional.empty(),
        Optional.of(new AdminOperation.Principal("", "Adele Vance", "User")));
  }

  @Test
  void withoutAnAnswerThereIsNoFinding() {
    api.has(Sample.sandbox("A"));

    assertThatThrownBy(() -> preflight.restore(restore("id-A", "id-gone")))
        .isInstanceOf(AdminApiException.class);
    api.down(true);
    assertThatThrownBy(() -> preflight.backup("id-A")).isInstanceOf(AdminApiException.class);
  }

  private static RestoreOrder restore(String sourceId, String targetId) {
    return new RestoreOrder(sourceId, targetId, "", POINT, true, Optional.empty());
  }
}
