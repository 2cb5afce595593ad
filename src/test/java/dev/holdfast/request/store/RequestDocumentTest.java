package dev.holdfast.request.store;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.created;
import static dev.holdfast.testing.MovedRequests.emergency;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.failed;
import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.starting;
import static dev.holdfast.testing.MovedRequests.succeeded;
import static dev.holdfast.testing.MovedRequests.takeSafetyBackup;
import static dev.holdfast.testing.MovedRequests.unknown;
import static dev.holdfast.testing.MovedRequests.verifying;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.awaiting;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.copy;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.message.Message;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.ChecklistTransitions.Checklist;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestSnapshot;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.StageStatus;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.step.TargetObservation.FinanceAndOperations;
import dev.holdfast.request.verification.FinOpsProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request is read as it was stored, whatever happened to it before. */
class RequestDocumentTest {

  private static final RequestDocumentMapper DOCUMENTS =
      new RequestDocumentMapper(OperationCatalogConfiguration.operationCatalog());
  private static final Instant THEN = LATER.plusSeconds(60);
  private static final Message WHY = Message.of("queue.until", "time", NOW);

  @TestFactory
  Stream<DynamicTest> aRequestIsReadAsItWasStored() {
    return requests().entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(),
                    () ->
                        assertThat(stored(one.getValue()).snapshot())
                            .isEqualTo(one.getValue().snapshot())));
  }

  private static Map<String, Request> requests() {
    Map<String, Request> requests = new LinkedHashMap<>();
    requests.put("awaits approval", awaiting(1));
    requests.put("has a digest of everything", Request.submit(new RequestId(1), newDetails()));
    requests.put("is approved by stricter terms", reopened());
    requests.put("waits in line", queued());
    requests.put("is called", starting(restore()));
    requests.put("is called again", calledAgain(approved(restore(), 1), StepRole.MAIN));
    requests.put("is running", runningWithStages());
    requests.put("is silent", silent());
    requests.put("is verified", verifying(restore()));
    requests.put("has succeeded", succeeded(copy()));
    requests.put("has failed", seen(failed(restore(), true)));
    requests.put("has failed before the call", failed(backup(), false));
    requests.put("is unknown", unknown(restore()));
    requests.put("is unknown with candidates", withCandidates());
    requests.put("takes a safety backup", calledAgain(toBackUp(), StepRole.BEFORE));
    requests.put("follows a safety backup", backingUp(StepState.RUNNING));
    requests.put("verifies a safety backup", backingUp(StepState.VERIFYING));
    requests.put("has taken a safety backup", backingUp(StepState.SUCCEEDED));
    requests.put("has no answer for a safety backup", failedBackup(StepState.STARTING));
    requests.put("has failed to take a safety backup", failedBackup(StepState.RUNNING));
    requests.put("is called after a safety backup", starting(restoreWithSafetyBackup()));
    requests.put("is put back after a safety backup", putBack());
    requests.put("has failed after a safety backup", failed(restoreWithSafetyBackup(), true));
    requests.put("takes its safety backup anew", backedUpAnew());
    requests.put("is in administration mode", leaving(Optional.of(new RequestId(7))));
    requests.put("is an emergency", emergency(restore(), RequestState.RUNNING));
    requests.put("is a reviewed emergency", reviewed());
    requests.put("leaves the mode as before", leaving(Optional.empty()));
    return requests;
  }

  /** Its own calls are known again; only the steps before it were taken with the first one. */
  @Test
  void whatTheServiceListedBeforeTheCallIsReadForTheStepThatWasBegunLast() {
    Request request = toBackUp();
    takeSafetyBackup(request);
    request.mainStep().commitStart(LATER, Set.of("op-0"), Optional.empty());
    Request read = stored(request);
    assertThat(read.mainStep().attempts().operationsBefore()).contains(Set.of("op-0"));
    assertThat(read.safetyBackupStep().attempts().operationsBefore()).isEmpty();
  }

  /** Versions that know of one consent only ask for no fewer approvals. */
  @Test
  void theSumOfAllConsentsIsStoredForVersionsThatKnowOfOne() {
    Request request = Request.submit(new RequestId(1), details(restore(), 2));
    assertThat(json(request).at("/terms/approvals").asInt()).isEqualTo(2);
    ObjectNode before = json(request);
    ((ObjectNode) before.get("terms")).remove("consents");
    assertThat(DOCUMENTS.read(request.id(), before.toString()).terms().consents())
        .containsExactly(request.terms().consents().get(1));
  }

  @Test
  void termsAreStoredOnceUnlessStricterOnesAreInForce() {
    assertThat(json(awaiting(1)).has("termsInForce")).isFalse();
    assertThat(json(reopened()).at("/termsInForce/consents/0/approvals").asInt()).isEqualTo(2);
    assertThat(json(awaiting(1)).at("/terms/digestVersion").isMissingNode()).isTrue();
  }

  private static Request stored(Request request) {
    return DOCUMENTS.read(request.id(), RequestDocumentMapper.write(request));
  }

  private static ObjectNode json(Request request) {
    return (ObjectNode) JsonMapper.builder().build().readTree(RequestDocumentMapper.write(request));
  }

  private static RequestDetails newDetails() {
    RequestDetails plain = details(copy(), 2);
    return new RequestDetails(
        plain.spec(),
        plain.requester(),
        plain.reason(),
        List.of(
            AcceptedWarning.of("R13", Message.of("outcome.expired")),
            new AcceptedWarning("R14", "In words alone.")),
        plain.submission(),
        plain.approvalTerms(),
        RequestDetails.DIGEST_VERSION,
        Optional.empty());
  }

  private static Request reviewed() {
    Request request = emergency(restore(), RequestState.SUCCEEDED);
    request.emergency().review(ADELE, "It was needed.", THEN);
    return request;
  }

  private static Request reopened() {
    Request request = approved(restore(), 1);
    request
        .approval()
        .reopen(
            WHY,
            terms(restore(), 2, List.of(ADELE.id()), NOW.plus(Duration.ofDays(1))).consents(),
            List.of(MEGAN),
            THEN);
    return request;
  }

  private static Request queued() {
    Request request = approved(restore(), 1);
    request.queue().enqueue(Optional.of(new RequestId(7)), WHY, LATER);
    return request;
  }

  /** All that is kept of calls whose fate is open. */
  private static Request calledAgain(Request request, StepRole role) {
    StepTransitions step = role == StepRole.MAIN ? request.mainStep() : request.safetyBackupStep();
    step.commitStart(NOW, Set.of("op-0"), Optional.empty());
    step.recordNothingFound();
    step.repeatStart(LATER);
    step.recordAnswerLost(THEN);
    step.recordNothingFound();
    return request;
  }

  private static Request runningWithStages() {
    Request request = running(restore());
    OperationStage stage = new OperationStage("Run", StageStatus.RUNNING, "Running");
    OperationProgress seen =
        new OperationProgress(
                Optional.of("http://127.0.0.1/op"),
                Optional.of("op-1"),
                "Odd",
                List.of(stage),
                NOW,
                LATER)
            .withUnrecognizedStatus();
    request.mainStep().observe(seen, LATER);
    return request;
  }

  private static Request silent() {
    Request request = running(restore());
    request.mainStep().recordNoResponse(LATER, Duration.ofHours(1));
    request.mainStep().recordNoResponse(THEN, Duration.ofHours(1));
    return request;
  }

  private static Request seen(Request request) {
    request
        .completed()
        .targetSeen(
            new TargetObservation(
                THEN,
                "Ready",
                Optional.of("Disabled"),
                Optional.of(new FinanceAndOperations(Optional.of("Stopped")))));
    request.completed().seenInAdministrationMode(false, THEN);
    return request;
  }

  private static Request withCandidates() {
    Request request = running(restore());
    request
        .mainStep()
        .outcomeUnknown(
            end(true),
            List.of(
                new CandidateOperation(
                    "op-7", "Restore", "Running", Optional.of(NOW), "", progress("Running"))));
    request.resolution().giveUp(MEGAN, "nobody knows", THEN);
    return request;
  }

  private static Request toBackUp() {
    return approved(restoreWithSafetyBackup(), 1);
  }

  private static Request backingUp(StepState state) {
    Request request = calledAgain(toBackUp(), StepRole.BEFORE);
    StepTransitions step = request.safetyBackupStep();
    step.accepted(progress("Accepted"), "", THEN);
    if (state != StepState.RUNNING) {
      step.beginVerification(THEN);
    }
    if (state == StepState.SUCCEEDED) {
      step.taken(created(), THEN);
    }
    return request;
  }

  private static Request failedBackup(StepState from) {
    Request request =
        from == StepState.STARTING
            ? calledAgain(toBackUp(), StepRole.BEFORE)
            : backingUp(StepState.RUNNING);
    request.safetyBackupStep().fail(end(false));
    return request;
  }

  private static Request putBack() {
    Request request = starting(restoreWithSafetyBackup());
    request.mainStep().notStarted(Message.plain("busy"), THEN);
    return request;
  }

  private static Request backedUpAnew() {
    Request request = unknown(restoreWithSafetyBackup());
    request.resolution().proposeCallAgain(MEGAN, "looked", THEN);
    request.resolution().callAgain(ADELE, "looked", THEN);
    return calledAgain(request, StepRole.BEFORE);
  }

  /** Somebody asked to leave the mode; in what was stored before, no request does. */
  private static Request leaving(Optional<RequestId> by) {
    Request request = succeeded(restore());
    RequestSnapshot plain = request.snapshot();
    Leave wish =
        new Leave(
            ALEX,
            LATER,
            by,
            Optional.of(THEN),
            Optional.of("busy"),
            Optional.of(progress("Running")),
            Optional.of(end(true)));
    TargetAdminMode mode =
        new TargetAdminMode(Phase.RUNNING, LATER, true, Optional.of(wish), Optional.of("Enabled"));
    RequestSnapshot left =
        new RequestSnapshot(
            plain.details(),
            RequestState.SUCCEEDED,
            plain.version(),
            plain.approval(),
            plain.steps(),
            plain.waiting(),
            plain.end(),
            new RequestSnapshot.Target(
                Optional.of(mode), Optional.empty(), FinOpsProgress.NONE, Checklist.NONE));
    Request changed = Request.from(request.id(), left, "{}");
    assertThat(changed.leaving().isLegacyCall()).isEqualTo(by.isEmpty());
    assertThat(changed.leaving().legacyWish().isPresent()).isEqualTo(by.isEmpty());
    return changed;
  }
}
