package dev.holdfast.execution.outcome;

import static dev.holdfast.testing.ScriptedFinOps.error;
import static dev.holdfast.testing.ScriptedFinOps.none;
import static dev.holdfast.testing.ScriptedFinOps.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.operation.OverwriteResult;
import dev.holdfast.operation.Verification;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.ScriptedFinOps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Success is only where all sources agree: every combination of what they can say is tried. */
class TrueOutcomeTest {

  private static final List<String> READY = List.of("Enabled", "Ready", "Succeeded", "Active");
  private static final List<String> MANAGEMENT =
      List.of("Ready", "NotSpecified", "Running", "Failed", "Deleting", "Zwischenstand", "");
  private static final List<String> RUNTIME =
      List.of("AdminMode", "Enabled", "Disabled", "Warning", "Dormant", "");
  private static final List<String> DATAVERSE =
      List.of("Ready", "Provisioning", "Disabled", "Failed", "Deleting", "Hibernating", "");
  private static final List<String> STATES =
      List.of(
          "Enabled",
          "enabled",
          "READY",
          "Succeeded",
          "Active",
          "Failed",
          "UpdateFailed",
          "Error",
          "Cancelled",
          "Aborted",
          "Running",
          "Provisioning",
          "NotReady",
          "Inactive",
          "Disabled",
          "EnabledWithErrors",
          "Zwischenstand",
          "");
  private static final Optional<String> SOURCE = Optional.of(ScriptedFinOps.VERSION);

  private final FinOpsEvaluator evaluator = new FinOpsEvaluator(READY);
  private final List<Read> apps = everyAnswer();
  private int combinations;
  private int successes;

  @Test
  void onlyWhereAllSourcesAgreeIsItASuccess() {
    for (AdminOperation.State operation : AdminOperation.State.values()) {
      for (String management : MANAGEMENT) {
        for (String runtime : RUNTIME) {
          for (String dataverse : DATAVERSE) {
            for (FinOpsLink link : links()) {
              environment(operation, target(management, runtime, dataverse, link));
            }
          }
        }
      }
    }
    assertThat(combinations).isGreaterThan(1_000_000);
    assertThat(successes).isPositive();
  }

  private void environment(AdminOperation.State operation, Environment target) {
    boolean environmentAgrees =
        operation == AdminOperation.State.SUCCEEDED
            && target
                .managementState()
                .filter(List.of("Ready", "NotSpecified")::contains)
                .isPresent()
            && target.runtimeState().filter("AdminMode"::equals).isPresent()
            && target
                .dataverse()
                .orElseThrow()
                .instanceState()
                .filter(word -> !word.equals("Ready"))
                .isEmpty();
    Verification seen = OverwriteResult.of("restore", target, List::of);
    boolean hasApps =
        target.finOps() instanceof FinOpsLink.Unified
            || target.finOps() instanceof FinOpsLink.Unknown;
    for (Read read : hasApps ? apps : withoutApps(target)) {
      check(operation, seen, read.finding(), environmentAgrees && read.agrees());
    }
  }

  /** Where the source has apps, only Lifecycle Services is a reason that the target shows none. */
  private static List<Read> withoutApps(Environment target) {
    boolean linked = target.finOps() instanceof FinOpsLink.LcsLinked;
    return List.of(
        new Read(FinOpsEvaluator.withoutApps(target, false), true),
        new Read(FinOpsEvaluator.withoutApps(target, true), linked));
  }

  /** What is found in one combination of answers, and whether they agree. */
  private record Read(FinOpsFinding finding, boolean agrees) {}

  private List<Read> everyAnswer() {
    List<Read> all = new ArrayList<>();
    for (FinOpsAnswer<FinOpsProperties> properties : properties()) {
      for (FinOpsAnswer<FinOpsEnvironmentState> state : states()) {
        for (FinOpsAnswer<List<FinOpsError>> errors : errors()) {
          for (Optional<String> source : List.of(SOURCE, Optional.<String>empty())) {
            FinOpsEvidence evidence = new FinOpsEvidence("Dev", properties, state, errors, source);
            all.add(new Read(evaluator.evaluate(evidence), agree(evidence)));
          }
        }
      }
    }
    return all;
  }

  private void check(
      AdminOperation.State operation, Verification seen, FinOpsFinding finOps, boolean expected) {
    combinations++;
    boolean success =
        TrueOutcome.of(operation, seen, () -> finOps) instanceof TrueOutcome.Succeeded;
    if (success != expected) {
      throw new AssertionError(operation + " " + seen + " " + finOps + ": " + success);
    }
    successes += success ? 1 : 0;
  }

  /** Written once more, from the rules and not from the code. */
  private static boolean agree(FinOpsEvidence evidence) {
    boolean stateReady =
        evidence
            .state()
            .known()
            .filter(it -> READY.stream().anyMatch(it.state()::equalsIgnoreCase))
            .isPresent();
    boolean stateTolerated =
        isUnavailable(evidence.state(), Reason.NOT_ASKED, Reason.REFUSED, Reason.NOT_THERE);
    boolean errorsAgree =
        evidence.errors().known().filter(List::isEmpty).isPresent()
            || isUnavailable(evidence.errors(), Reason.NOT_ASKED, Reason.REFUSED, Reason.NOT_THERE);
    boolean known = evidence.properties().known().isPresent();
    boolean sameVersion =
        evidence
            .properties()
            .known()
            .flatMap(FinOpsProperties::applicationVersion)
            .filter(it -> evidence.sourceVersion().filter(source -> !source.equals(it)).isPresent())
            .isEmpty();
    return errorsAgree
        && sameVersion
        && (known
            ? stateReady || stateTolerated
            : isUnavailable(evidence.properties(), Reason.NOT_ASKED, Reason.REFUSED) && stateReady);
  }

  private static boolean isUnavailable(FinOpsAnswer<?> answer, Reason... reasons) {
    return answer instanceof FinOpsAnswer.Unavailable<?> none
        && List.of(reasons).contains(none.reason());
  }

  @Test
  void eachKindOfDoubtHasItsOwnFinding() {
    Map<String, FinOpsFinding> found = new LinkedHashMap<>();
    found.put("ready", of(ScriptedFinOps.state("Enabled"), version(ScriptedFinOps.VERSION)));
    found.put("later", of(ScriptedFinOps.state("Updating"), version(ScriptedFinOps.VERSION)));
    found.put("broken", of(ScriptedFinOps.state("Failed"), version(ScriptedFinOps.VERSION)));
    found.put("other", of(ScriptedFinOps.state("Enabled"), version("10.0.1")));
    found.put("silent", of(none(Reason.UNREACHABLE), version(ScriptedFinOps.VERSION)));
    found.put("refused", of(ScriptedFinOps.state("Enabled"), none(Reason.REFUSED)));
    found.put("notThere", of(ScriptedFinOps.state("Enabled"), none(Reason.NOT_THERE)));
    found.put("nobody", of(none(Reason.REFUSED), none(Reason.NOT_ASKED)));
    assertThat(found.values().stream().map(it -> it.getClass().getSimpleName()))
        .containsExactly(
            "Ready",
            "NotYet",
            "Broken",
            "OtherVersion",
            "Silent",
            "Ready",
            "Unreadable",
            "Unreadable");
  }

  @Test
  void whatIsOpenAnywayIsNotAskedFurther() {
    TrueOutcome open =
        TrueOutcome.of(
            AdminOperation.State.RUNNING,
            OverwriteResult.of("restore", target("Ready", "AdminMode", "Ready", UNIFIED), List::of),
            () -> {
              throw new AssertionError("asked too early");
            });
    assertThat(open).isEqualTo(new TrueOutcome.OperationOpen(AdminOperation.State.RUNNING));
  }

  private FinOpsFinding of(
      FinOpsAnswer<FinOpsEnvironmentState> state, FinOpsAnswer<FinOpsProperties> properties) {
    return evaluator.evaluate(
        new FinOpsEvidence("Dev", properties, state, new FinOpsAnswer.Known<>(List.of()), SOURCE));
  }

  private static final FinOpsLink UNIFIED = new FinOpsLink.Unified(Optional.empty());

  private static List<FinOpsLink> links() {
    return List.of(
        UNIFIED,
        new FinOpsLink.Unknown("External"),
        new FinOpsLink.LcsLinked(Optional.empty()),
        new FinOpsLink.None());
  }

  private static List<FinOpsAnswer<FinOpsProperties>> properties() {
    List<FinOpsAnswer<FinOpsProperties>> all = new ArrayList<>();
    all.add(version(ScriptedFinOps.VERSION));
    all.add(version("10.0.2428.63"));
    all.add(
        new FinOpsAnswer.Known<>(
            new FinOpsProperties("Unknown", Optional.empty(), Optional.empty(), 1)));
    Stream.of(Reason.values()).forEach(reason -> all.add(none(reason)));
    return all;
  }

  private static List<FinOpsAnswer<FinOpsEnvironmentState>> states() {
    List<FinOpsAnswer<FinOpsEnvironmentState>> all = new ArrayList<>();
    STATES.forEach(word -> all.add(ScriptedFinOps.state(word)));
    Stream.of(Reason.values()).forEach(reason -> all.add(none(reason)));
    return all;
  }

  private static List<FinOpsAnswer<List<FinOpsError>>> errors() {
    List<FinOpsAnswer<List<FinOpsError>>> all = new ArrayList<>();
    all.add(new FinOpsAnswer.Known<>(List.of()));
    all.add(new FinOpsAnswer.Known<>(List.of(error("DataSyncFailed", "no", Samples.NOW))));
    all.add(
        new FinOpsAnswer.Known<>(List.of(new FinOpsError("", "", "", "", Optional.empty(), ""))));
    Stream.of(Reason.values()).forEach(reason -> all.add(none(reason)));
    return all;
  }

  private static Environment target(
      String management, String runtime, String dataverse, FinOpsLink link) {
    ScriptedAdminApi api = new ScriptedAdminApi();
    api.put(Samples.DEV.id(), "Dev", management, runtime, "Sandbox");
    Environment plain = api.environments.get(Samples.DEV.id());
    Environment.Dataverse organization =
        new Environment.Dataverse(
            "org",
            Optional.empty(),
            Optional.empty(),
            Optional.of(dataverse).filter(word -> !word.isEmpty()),
            Optional.empty());
    return new Environment(
        plain.identity(),
        plain.history(),
        plain.location(),
        plain.state(),
        plain.encryption(),
        new Environment.Links(Optional.of(organization), link),
        plain.storage(),
        plain.unreadable());
  }
}
