package dev.holdfast.execution.legacy;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.OperationSpecs;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a request of a wish to leave administration mode that was stored with the request which had
 * left it on, as far as that wish had come.
 */
@Component
class LegacyLeaveMigration {

  private static final Logger log = LoggerFactory.getLogger(LegacyLeaveMigration.class);

  private final RequestRepository requests;
  private final OperationSpecs specs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LegacyLeaveMigration(
      RequestRepository requests,
      OperationSpecs specs,
      TransactionTemplate transaction,
      Clock clock) {
    this.requests = requests;
    this.specs = specs;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Does it once: afterwards the parent names the request that follows its wish. */
  void handOver(RequestId id) {
    transaction.executeWithoutResult(
        status ->
            requests
                .lock(id)
                .ifPresent(
                    parent ->
                        parent.leaving().legacyWish().ifPresent(wish -> handOver(parent, wish))));
  }

  private void handOver(Request parent, Leave wish) {
    Request request = Request.submit(requests.nextId(), details(parent, wish));
    requests.add(request, request.submitted());
    bringTo(phase(parent), request.mainStep(), wish);
    wish.waitsFor()
        .flatMap(why -> request.waitFor(Message.plain(why), clock.instant()))
        .ifPresent(event -> requests.save(request, event));
    requests.save(parent, parent.leaving().continueAs(request.id(), clock.instant()));
    log.info("{}: its administration mode is left by {} from now on", parent.id(), request.id());
  }

  private static Phase phase(Request parent) {
    return parent.administrationMode().map(TargetAdminMode::phase).orElseThrow();
  }

  private void bringTo(Phase phase, StepTransitions call, Leave wish) {
    if (phase.compareTo(Phase.STARTING) >= 0) {
      save(call, call.commitStart(wish.intendedAt().orElseThrow()));
    }
    if (phase.compareTo(Phase.RUNNING) >= 0) {
      save(
          call,
          call.accepted(
              wish.progress().orElseThrow(),
              StoredMessage.english(Message.of("start.accepted")),
              clock.instant()));
    }
    if (phase.compareTo(Phase.VERIFYING) >= 0) {
      save(call, call.beginVerification(clock.instant()));
    }
  }

  private void save(StepTransitions call, RequestEvent event) {
    requests.save(call.request(), event);
  }

  private RequestDetails details(Request parent, Leave wish) {
    RequestDetails asked = parent.details();
    RequestOrigin origin = asked.submission().origin();
    boolean own = origin.personal() && asked.isRequestedBy(wish.by());
    Instant at = wish.askedAt();
    OperationSpec leave = specs.leaveAdminMode(asked.spec().affected(), parent.id().toString());
    return new RequestDetails(
        leave,
        wish.by(),
        "",
        List.of(),
        new Submission(
            "leave-" + parent.id() + "@" + parent.version(),
            asked.submission().zone(),
            new RequestOrigin(origin.conversation(), "", own),
            at),
        ApprovalTerms.ofAffected(
            leave, 0, others(asked.approvalTerms().approvers(), wish.by()), at));
  }

  private static List<String> others(List<String> approvers, Person person) {
    return approvers.stream().filter(approver -> !approver.equalsIgnoreCase(person.id())).toList();
  }
}
