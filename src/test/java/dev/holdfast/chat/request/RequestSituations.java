package dev.holdfast.chat.request;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Requests in each situation in which different people may do different things. Where an approval
 * was given, Adele gave it.
 */
record RequestSituations(Workbench bench, List<Person> approvers) {

  private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
  private static final Duration WEEK = Duration.ofDays(7);

  /** By name; each makes a request of that requester. */
  Map<String, Function<Person, Request>> all() {
    Map<String, Function<Person, Request>> all = new LinkedHashMap<>();
    all.put("awaiting the second approval", requester -> approvedByAdele(requester, 2));
    all.put("the time to decide is over", requester -> submitted(requester, 1, NOW));
    all.put("approved", requester -> approvedByAdele(requester, 1));
    all.put(
        "being backed up",
        requester ->
            change(approvedByAdele(requester, 1), r -> r.safetyBackupStep().commitStart(LONG_AGO)));
    all.put("running", this::running);
    all.put(
        "succeeded",
        requester ->
            change(verifying(requester), r -> r.mainStep().succeed(Message.plain("Done."), NOW)));
    all.put("succeeded, with a checklist", this::withChecklist);
    all.put("in administration mode", requester -> inAdministrationMode(requester, true));
    all.put("in administration mode for good", requester -> inAdministrationMode(requester, false));
    all.put("in administration mode, another request running", this::whileAnotherRuns);
    all.put("failed just now", requester -> failed(requester, NOW));
    all.put("failed an hour ago", requester -> failed(requester, LONG_AGO));
    all.put("outcome unknown", requester -> unknown(running(requester)));
    all.put(
        "outcome unknown, without approval",
        requester -> unknown(running(submitted(requester, 0))));
    all.put("finance and operations late", requester -> finOpsLate(verifying(requester)));
    all.put(
        "finance and operations late, without approval",
        requester ->
            finOpsLate(
                change(
                    running(submitted(requester, 0)),
                    r -> r.mainStep().beginVerification(LONG_AGO))));
    all.put("an emergency that runs", this::emergency);
    all.put(
        "an emergency that has ended",
        requester -> {
          Request request = emergency(requester);
          change(request, r -> r.mainStep().beginVerification(LONG_AGO));
          return change(request, r -> r.mainStep().succeed(Message.plain("Done."), NOW));
        });
    all.put(
        "a reviewed emergency",
        requester ->
            change(emergency(requester), r -> r.emergency().review(ADELE, "It was needed.", NOW)));
    all.put(
        "closed as unknown",
        requester ->
            change(
                unknown(running(requester)), r -> r.resolution().giveUp(MEGAN, "it is gone", NOW)));
    all.put(
        "rejected",
        requester -> change(submitted(requester, 1), r -> r.approval().reject(ADELE, "no", NOW)));
    all.put(
        "canceled",
        requester ->
            change(approvedByAdele(requester, 1), r -> r.approval().cancel(requester, NOW)));
    return all;
  }

  private Request approvedByAdele(Person requester, int approvals) {
    return change(
        submitted(requester, approvals),
        r -> r.approval().approve(ADELE, "", r.details().digest(), LONG_AGO));
  }

  private Request running(Person requester) {
    return running(approvedByAdele(requester, 1));
  }

  private Request running(Request approved) {
    change(approved, r -> r.safetyBackupStep().commitStart(LONG_AGO));
    change(approved, r -> r.safetyBackupStep().accepted(progress("Accepted"), "", LONG_AGO));
    change(approved, r -> r.safetyBackupStep().beginVerification(LONG_AGO));
    CreatedBackup kept = new CreatedBackup("b-1", LONG_AGO, LONG_AGO, LONG_AGO.plus(WEEK), true);
    change(approved, r -> r.safetyBackupStep().taken(kept, LONG_AGO));
    change(approved, r -> r.mainStep().commitStart(LONG_AGO));
    return change(approved, r -> r.mainStep().accepted(progress("Accepted"), "", LONG_AGO));
  }

  private Request verifying(Person requester) {
    return change(running(requester), r -> r.mainStep().beginVerification(LONG_AGO));
  }

  private Request finOpsLate(Request verifying) {
    Message why = Message.plain("Its state is Updating.");
    change(
        verifying, r -> r.completed().finOpsAwaited(why, Optional.empty(), LONG_AGO).orElseThrow());
    return change(verifying, r -> r.completed().finOpsLate(why, false, List.of(), NOW));
  }

  private Request withChecklist(Person requester) {
    return change(
        verifying(requester),
        r -> {
          RequestEvent event = r.mainStep().succeed(Message.plain("Done."), NOW);
          r.completed().checklist().fix(List.of(ChecklistItem.of(KnownItem.USERS)));
          return event;
        });
  }

  private Request inAdministrationMode(Person requester, boolean leavable) {
    return change(
        verifying(requester),
        r -> r.completed().succeedInAdministrationMode(Message.plain("Done."), leavable, NOW));
  }

  private Request whileAnotherRuns(Person requester) {
    Request request = inAdministrationMode(requester, true);
    running(requester);
    return request;
  }

  private Request emergency(Person requester) {
    Emergency declared = new Emergency(List.of(ADELE.id()), Duration.ofDays(1), List.of(50));
    return running(
        bench.add(
            Request.submit(
                bench.requests().nextId(),
                MovedRequests.asEmergency(
                    details(requester, 0, NOW.plus(Duration.ofDays(1))), declared))));
  }

  private Request failed(Person requester, Instant at) {
    return change(running(requester), r -> r.mainStep().fail(ending(at)));
  }

  private Request unknown(Request running) {
    return change(running, r -> r.mainStep().outcomeUnknown(ending(NOW)));
  }

  private static Outcome ending(Instant at) {
    return new Outcome(at, Message.plain("It failed."), Optional.empty(), Optional.empty(), true);
  }

  private Request submitted(Person requester, int approvals) {
    return submitted(requester, approvals, NOW.plus(Duration.ofDays(1)));
  }

  private Request submitted(Person requester, int approvals, Instant expiresAt) {
    return bench.add(
        Request.submit(bench.requests().nextId(), details(requester, approvals, expiresAt)));
  }

  private RequestDetails details(Person requester, int approvals, Instant expiresAt) {
    List<String> others =
        approvers.stream().map(Person::id).filter(id -> !id.equals(requester.id())).toList();
    long number = bench.requests().nextId().number();
    return new RequestDetails(
        restoreWithSafetyBackup(),
        requester,
        "",
        List.of(),
        new Submission(
            "draft-" + number,
            BERLIN,
            new RequestOrigin("chat-" + requester.id(), "message-1", true),
            LONG_AGO),
        Samples.terms(restoreWithSafetyBackup(), approvals, others, expiresAt));
  }

  private Request change(Request request, Function<Request, RequestEvent> transition) {
    return bench.change(request, transition);
  }
}
