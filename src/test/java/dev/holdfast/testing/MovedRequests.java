package dev.holdfast.testing;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.message.Message;
import dev.holdfast.request.IllegalTransitionException;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestSnapshot;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Requests that came to a state by their own transitions, a minute after they were submitted. */
public final class MovedRequests {

  public static final Instant LATER = NOW.plusSeconds(60);

  private static final Duration DAY = Duration.ofDays(1);

  private MovedRequests() {}

  /** Approved by one or two people, where that many are needed; else by nobody. */
  public static Request approved(OperationSpec spec, int approvals) {
    return approved(details(spec, approvals), approvals);
  }

  public static Request approved(RequestDetails details, int approvals) {
    Request request = Request.submit(new RequestId(1001), details);
    List.of(MEGAN, ADELE).subList(0, approvals).forEach(person -> approve(request, person));
    return request;
  }

  public static void approve(Request request, Person by) {
    request.approval().approve(by, "", request.details().digest(), LATER);
  }

  /** With the safety backup that is planned, if one is. */
  public static Request starting(OperationSpec spec) {
    Request request = approved(spec, 1);
    takeSafetyBackup(request);
    request.mainStep().commitStart(LATER);
    return request;
  }

  public static Request running(OperationSpec spec) {
    Request request = starting(spec);
    request.mainStep().accepted(progress("Accepted"), "", LATER);
    return request;
  }

  public static Request verifying(OperationSpec spec) {
    Request request = running(spec);
    request.mainStep().beginVerification(LATER);
    return request;
  }

  public static Request succeeded(OperationSpec spec) {
    Request request = verifying(spec);
    request.mainStep().succeed(Message.plain("done"), LATER);
    return request;
  }

  /**
   * @param begun whether the service had begun
   */
  public static Request failed(OperationSpec spec, boolean begun) {
    Request request = running(spec);
    request.mainStep().fail(end(begun));
    return request;
  }

  /** Nobody knows whether the service took the order. */
  public static Request unknown(OperationSpec spec) {
    Request request = starting(spec);
    request.mainStep().outcomeUnknown(end(true));
    return request;
  }

  /** An emergency that needed no approval, in a state in which it can be reviewed. */
  public static Request emergency(OperationSpec spec, RequestState state) {
    Request request =
        Request.submit(
            new RequestId(1001),
            asEmergency(details(spec, 0), new Emergency(List.of(MEGAN.id()), DAY, List.of(50))));
    takeSafetyBackup(request);
    request.mainStep().commitStart(LATER);
    if (state == RequestState.UNKNOWN) {
      request.mainStep().outcomeUnknown(end(true));
      return request;
    }
    request.mainStep().accepted(progress("Accepted"), "", LATER);
    if (state == RequestState.FAILED) {
      request.mainStep().fail(end(true));
    } else if (state != RequestState.RUNNING) {
      request.mainStep().beginVerification(LATER);
    }
    if (state == RequestState.SUCCEEDED) {
      request.mainStep().succeed(Message.plain("done"), LATER);
    }
    return request;
  }

  public static RequestDetails asEmergency(RequestDetails plain, Emergency declared) {
    return new RequestDetails(
        plain.spec(),
        plain.requester(),
        plain.reason(),
        plain.warnings(),
        plain.submission(),
        plain.approvalTerms(),
        RequestDetails.DIGEST_VERSION,
        Optional.of(declared));
  }

  /** The same, to be started at a time. */
  public static RequestDetails startingAt(PlannedStart start, RequestDetails plain) {
    Submission sent = plain.submission();
    return new RequestDetails(
        plain.spec(),
        plain.requester(),
        plain.reason(),
        plain.warnings(),
        new Submission(
            sent.draft(),
            sent.zone(),
            sent.origin(),
            sent.at(),
            sent.rehearsal(),
            sent.ticket(),
            Optional.of(start)),
        plain.approvalTerms().endingWith(Optional.of(start)),
        RequestDetails.DIGEST_VERSION,
        plain.emergency());
  }

  /** The same, of which nothing is ever started. */
  public static RequestDetails asRehearsal(RequestDetails plain) {
    Submission sent = plain.submission();
    return new RequestDetails(
        plain.spec(),
        plain.requester(),
        plain.reason(),
        plain.warnings(),
        new Submission(
            sent.draft(), sent.zone(), sent.origin(), sent.at(), true, sent.ticket(), sent.start()),
        plain.approvalTerms(),
        RequestDetails.DIGEST_VERSION,
        plain.emergency());
  }

  public static Outcome end(boolean begun) {
    return new Outcome(LATER, Message.plain("no"), Optional.empty(), Optional.empty(), begun);
  }

  /** Where one is planned. */
  public static void takeSafetyBackup(Request request) {
    if (request.details().spec().backsUpFirst()) {
      request.safetyBackupStep().commitStart(NOW);
      request.safetyBackupStep().accepted(progress("Accepted"), "", NOW);
      request.safetyBackupStep().beginVerification(NOW);
      request.safetyBackupStep().taken(created(), NOW);
    }
  }

  /** It can be restored at once, for a week. */
  public static CreatedBackup created() {
    return new CreatedBackup("backup-1", NOW, NOW, NOW.plus(Duration.ofDays(7)), true);
  }

  /** That a transition is refused, and changes nothing. */
  public static void assertRefused(Request request, Consumer<Request> transition) {
    RequestSnapshot before = request.snapshot();
    assertThatThrownBy(() -> transition.accept(request))
        .isInstanceOf(IllegalTransitionException.class);
    assertThat(request.snapshot()).isEqualTo(before);
  }
}
