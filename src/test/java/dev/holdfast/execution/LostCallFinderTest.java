package dev.holdfast.execution;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.takeSafetyBackup;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.deletion.DeleteBackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.ScriptedAdminApi;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of the operations that the service lists a call may have started. */
class LostCallFinderTest {

  private static final Duration SKEW = Duration.ofMinutes(2);
  private static final Principal US =
      new Principal(ScriptedAdminApi.CALLER, "Holdfast", "ServicePrincipal");
  private static final AdminOperation OURS = operation("op-1", "Restore", LATER, US);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final RequestRepository requests = mock(RequestRepository.class);
  private final LostCallFinder finder =
      new LostCallFinder(api, requests, OperationCatalogConfiguration.operationCatalog());

  @Test
  void theOnlyNewOneOfItsTypeByThisCallerIsAdopted() {
    api.operations.add(OURS);
    assertThat(find(calling(restore()))).isEqualTo(new LostCallSearchResult.Found(OURS));
  }

  @Test
  void withoutAnyNothingIsFound() {
    assertThat(find(calling(restore()))).isEqualTo(new LostCallSearchResult.NotFound());
  }

  @Test
  void ofTwoAPersonTellsWhichItIs() {
    AdminOperation second = operation("op-2", "Restore", LATER, US);
    api.operations.addAll(List.of(OURS, second));
    assertThat(find(calling(restore())))
        .isEqualTo(new LostCallSearchResult.Ambiguous(List.of(OURS, second)));
  }

  /** Without an ID, of an unknown type, by a person, by another application, without a time. */
  @Test
  void oneThatIsNotSurelyOursIsNeitherAdoptedNorLeftOut() {
    Principal person = new Principal(ScriptedAdminApi.CALLER, "Megan", "User");
    Principal other = new Principal("p-2", "Another", "ServicePrincipal");
    for (AdminOperation doubtful :
        List.of(
            operation("", "Restore", LATER, US),
            operation("op-1", "Rollback", LATER, US),
            operation("op-1", "Restore", LATER, person),
            operation("op-1", "Restore", LATER, other),
            operation("op-1", "Restore", null, US))) {
      api.operations.clear();
      api.operations.add(doubtful);
      assertThat(find(calling(restore())))
          .isEqualTo(new LostCallSearchResult.Ambiguous(List.of(doubtful)));
    }
  }

  @Test
  void whoIsNotNamedCountsAsThisCaller() {
    AdminOperation nameless =
        operation("op-1", "Restore", LATER, new Principal(" ", "", "ServicePrincipal"));
    api.operations.add(nameless);
    assertThat(find(calling(restore()))).isEqualTo(new LostCallSearchResult.Found(nameless));
  }

  /** Where it isn't known what was listed before, only what names this caller is adopted. */
  @Test
  void withAnIntentFromBeforeOnlyWhatThisCallerStartedIsAdopted() {
    Request request = approved(restore(), 1);
    request.mainStep().commitStart(LATER);
    api.operations.add(OURS);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(OURS));
    for (Principal unsure :
        List.of(
            new Principal(" ", "", "ServicePrincipal"),
            new Principal("p-2", "Another", "ServicePrincipal"))) {
      AdminOperation doubtful = operation("op-1", "Restore", LATER, unsure);
      api.operations.set(0, doubtful);
      assertThat(find(request)).isEqualTo(new LostCallSearchResult.Ambiguous(List.of(doubtful)));
    }
  }

  @Test
  void whatWasListedBeforeTheCallIsNotOurs() {
    api.operations.add(OURS);
    Request request = approved(restore(), 1);
    request.mainStep().commitStart(LATER, Set.of("op-1"), Optional.empty());
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
    assertThat(finder.rejectionReason(request.mainStep(), OURS).orElseThrow().code())
        .isEqualTo("resolution.listedBefore");
  }

  @Test
  void theServicesClockMayBeTwoMinutesBehind() {
    AdminOperation early = operation("op-1", "Restore", LATER.minus(SKEW), US);
    AdminOperation tooEarly = operation("op-1", "Restore", LATER.minus(SKEW).minusNanos(1), US);
    Request request = calling(restore());
    api.operations.add(early);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(early));
    assertThat(finder.rejectionReason(request.mainStep(), early)).isEmpty();
    api.operations.set(0, tooEarly);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
    assertThat(finder.rejectionReason(request.mainStep(), tooEarly).orElseThrow().code())
        .isEqualTo("resolution.before");
  }

  @Test
  void ofSeveralCallsTheFirstMayHaveStartedIt() {
    Request request = calling(restore());
    request.mainStep().recordNothingFound();
    request.mainStep().repeatStart(LATER.plusSeconds(600));
    api.operations.add(OURS);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(OURS));
    assertThat(LostCallFinder.earliest(request.mainStep())).isEqualTo(LATER.minus(SKEW));
  }

  @Test
  void typesThatAreSurelySomethingElseAreLeftOut() {
    Request request = calling(restore());
    for (String other : List.of("Reset", "Copy", "Backup", "Edit")) {
      api.operations.clear();
      api.operations.add(operation("op-1", other, LATER, US));
      assertThat(find(request)).as(other).isEqualTo(new LostCallSearchResult.NotFound());
    }
  }

  @Test
  void whatAnotherRequestFollowsIsNotOurs() {
    Request request = calling(restore());
    api.operations.add(OURS);
    for (OperationProgress other :
        List.of(
            followed(Optional.empty(), Optional.of("op-1")),
            followed(Optional.of(OURS.ref().statusUrl().toString()), Optional.empty()))) {
      Request another = Request.submit(new RequestId(7), details(restore(), 0));
      another.mainStep().commitStart(NOW);
      another.mainStep().accepted(other, "", NOW);
      recent(request, another);
      assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
      assertThat(finder.rejectionReason(request.mainStep(), OURS).orElseThrow().code())
          .isEqualTo("resolution.ofAnother");
    }
    Request unrelated = Request.submit(new RequestId(7), details(restore(), 0));
    unrelated.mainStep().commitStart(NOW);
    unrelated.mainStep().accepted(followed(Optional.of("http://x"), Optional.of("op-9")), "", NOW);
    recent(request, unrelated);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(OURS));
    assertThat(finder.rejectionReason(request.mainStep(), OURS)).isEmpty();
  }

  /** Its own safety backup is another call; its own progress is the call itself. */
  @Test
  void whatAnotherStepOfTheSameRequestFollowsIsNotOurs() {
    Request request = approved(restoreWithSafetyBackup(), 1);
    takeSafetyBackup(request);
    request.mainStep().commitStart(LATER, Set.of(), Optional.empty());
    recent(request);
    api.operations.add(OURS);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
    Request alone = calling(restore());
    alone.mainStep().accepted(progress("Accepted"), "", LATER);
    recent(alone);
    assertThat(finder.rejectionReason(alone.mainStep(), OURS)).isEmpty();
  }

  /** Two people have looked at it and said that it's none of ours. */
  @Test
  void whatWasACandidateBeforeItIsCalledAgainIsNotAdoptedAfterwards() {
    Request request = approved(restore(), 1);
    request.mainStep().commitStart(LATER);
    request
        .mainStep()
        .outcomeUnknown(
            end(true),
            List.of(
                new CandidateOperation(
                    "op-1", "Restore", "Running", Optional.of(LATER), "", progress("Running"))));
    api.operations.add(OURS);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(OURS));
    request.resolution().proposeCallAgain(MEGAN, "looked", LATER);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(OURS));
    request.resolution().callAgain(ADELE, "looked", LATER);
    request.mainStep().commitStart(LATER);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
    AdminOperation other = operation("op-2", "Restore", LATER, US);
    api.operations.add(other);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(other));
  }

  @Test
  void aBackupIsFoundInTheListByItsLabel() {
    Request request = calling(new BackupSpec(UAT, "before go-live", ""));
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
    api.backups.add(backup("before go-live"));
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.BackupFound());
    assertThat(finder.showsWithoutOperation(request.mainStep())).isTrue();
    assertThat(finder.showsWithoutOperation(calling(restore()).mainStep())).isFalse();
  }

  @Test
  void aDeletedBackupIsFoundToBeGoneFromTheListIfAllOfItCanBeRead() {
    Backup listed = backup("before go-live");
    Request request =
        calling(new DeleteBackupSpec(UAT, listed.id(), listed.label(), listed.point(), ""));
    api.backups.add(listed);
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
    api.backups.clear();
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.EffectFound());
    assertThat(finder.showsWithoutOperation(request.mainStep())).isTrue();
  }

  @Test
  void whatMayBeOrderedTwiceFollowsAnyThatIsSurelyOfItsType() {
    OperationSpec leave = new LeaveAdminModeSpec(DEV, "R-7");
    Request request = calling(leave);
    assertThat(finder.showsWithoutOperation(request.mainStep())).isTrue();
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.EffectFound());
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
    AdminOperation unsure = operation("op-0", "Reopen", LATER, US);
    AdminOperation edit = operation("op-1", "Edit", LATER, US);
    api.operations.addAll(List.of(unsure, edit, operation("op-2", "Edit", LATER, US)));
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.Found(edit));
    api.operations.subList(1, 3).clear();
    assertThat(find(request)).isEqualTo(new LostCallSearchResult.NotFound());
  }

  @Test
  void aKnownOperationIsFoundInTheListByItsId() {
    Request request = calling(restore());
    request.mainStep().accepted(progress("Accepted"), "", LATER);
    AdminOperation other = operation("op-2", "Restore", LATER, US);
    api.operations.add(other);
    assertThat(finder.findById(request.mainStep())).isEqualTo(new LostCallSearchResult.NotFound());
    api.operations.add(OURS);
    assertThat(finder.findById(request.mainStep())).isEqualTo(new LostCallSearchResult.Found(OURS));
    assertThat(finder.findById(calling(restore()).mainStep()))
        .isEqualTo(new LostCallSearchResult.Ambiguous(List.of(other, OURS)));
  }

  private LostCallSearchResult find(Request request) {
    StepTransitions call = request.mainStep();
    return finder.find(call);
  }

  private void recent(Request... recent) {
    when(requests.recentOn(eq(DEV.id()), anyInt())).thenReturn(List.of(recent));
  }

  /** The service listed nothing before. */
  private static Request calling(OperationSpec spec) {
    Request request = approved(spec, 1);
    request.mainStep().commitStart(LATER, Set.of(), Optional.empty());
    return request;
  }

  private static OperationProgress followed(Optional<String> url, Optional<String> id) {
    return new OperationProgress(url, id, "Running", List.of(), NOW, NOW);
  }

  private static Backup backup(String label) {
    return new Backup("b-1", label, Optional.empty(), LATER, Optional.empty(), Optional.empty());
  }

  private static AdminOperation operation(String id, String type, Instant at, Principal by) {
    return new AdminOperation(
        new OperationLocator(DEV.id(), URI.create("http://127.0.0.1/other/" + id)),
        id,
        type,
        new AdminOperation.Progress(
            AdminOperation.State.RUNNING, "Running", List.of(), Optional.empty()),
        Optional.ofNullable(at),
        Optional.empty(),
        Optional.of(by));
  }
}
