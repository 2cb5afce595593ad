package dev.holdfast.approval.join;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.store.RequestRepository;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Submits what may join a request that already waits to do the same. Who joins is told how that
 * ends, and gets no right to it.
 */
@Service
public class SubmissionService {

  private final ApprovalService approvals;
  private final RequestRepository requests;
  private final WaitingDuplicates duplicates;
  private final JoinRepository joins;
  private final TransactionTemplate transaction;

  SubmissionService(
      ApprovalService approvals,
      RequestRepository requests,
      WaitingDuplicates duplicates,
      JoinRepository joins,
      TransactionTemplate transaction) {
    this.approvals = approvals;
    this.requests = requests;
    this.duplicates = duplicates;
    this.joins = joins;
    this.transaction = transaction;
  }

  /**
   * Joins a request that waits to do the same, or stores a new one; once for each draft.
   *
   * @throws IllegalArgumentException when the policy objects
   */
  public SubmissionResult submit(SubmitRequest submission) {
    try {
      return transaction.execute(status -> joinOrStore(submission));
    } catch (DataAccessException | TransactionException e) {
      return afterFailure(submission, e);
    }
  }

  /** The same draft may have been submitted at the same time, with another environment. */
  private SubmissionResult afterFailure(SubmitRequest submission, NestedRuntimeException why) {
    return submitted(submission.draft(), submission.requester()).orElseThrow(() -> why);
  }

  /** What has come of a person's draft; empty when it wasn't submitted. */
  public Optional<SubmissionResult> submitted(String draft, Person by) {
    return approvals
        .submitted(draft, by)
        .map(request -> new SubmissionResult(request, false))
        .or(
            () ->
                joins
                    .find(draft, by)
                    .flatMap(requests::find)
                    .map(request -> new SubmissionResult(request, true)));
  }

  private SubmissionResult joinOrStore(SubmitRequest submission) {
    Optional<Request> duplicate = duplicates.lockOne(submission);
    return submitted(submission.draft(), submission.requester())
        .or(() -> duplicate.map(first -> join(first, submission)))
        .orElseGet(() -> new SubmissionResult(approvals.submit(submission), false));
  }

  private SubmissionResult join(Request first, SubmitRequest submission) {
    Instant now = joins.add(submission.draft(), first.id(), submission.requester());
    requests.publish(
        new AuditEvent(
            first.id(),
            AuditEventType.REQUEST_JOINED,
            first.state(),
            submission.requester(),
            now,
            words(submission)));
    return new SubmissionResult(first, true);
  }

  /** All that the person entered, because the request keeps what the first one did. */
  private static String words(SubmitRequest submission) {
    Map<String, String> entered = new TreeMap<>(submission.spec().facts().options());
    entered.put("reason", submission.reason());
    entered.put("ticket", submission.asked().ticket().orElse(""));
    entered.put("start", submission.start().map(start -> start.notBefore().toString()).orElse(""));
    return entered.entrySet().stream()
        .filter(text -> !text.getValue().isEmpty())
        .map(text -> text.getKey() + ": " + text.getValue())
        .collect(Collectors.joining("; "));
  }
}
