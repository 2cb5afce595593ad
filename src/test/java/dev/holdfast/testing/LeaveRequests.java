package dev.holdfast.testing;

import dev.holdfast.message.Message;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.TargetObservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests that take the target of another one out of administration mode. */
public final class LeaveRequests {

  private LeaveRequests() {}

  /** Somebody asks, where the other request was submitted. Both are stored. */
  public static Request ask(Workbench bench, Request parent, Person by) {
    return ask(bench, parent, by, parent.details().submission().origin().conversation());
  }

  /** The same in another conversation. */
  public static Request ask(Workbench bench, Request parent, Person by, String conversation) {
    boolean own =
        parent.details().submission().origin().personal()
            && by.isSameAs(parent.details().requester());
    Request other = of(bench.requests().nextId(), parent, by, bench.clock.instant());
    RequestDetails details = other.details();
    Request asked =
        Request.submit(
            other.id(),
            new RequestDetails(
                details.spec(),
                by,
                "",
                List.of(),
                new Submission(
                    details.submission().draft(),
                    details.submission().zone(),
                    new RequestOrigin(conversation, "", own),
                    details.submission().at()),
                details.approvalTerms()));
    bench.in(
        () -> {
          bench
              .requests()
              .save(parent, parent.leaving().ask(by, true, asked.id(), bench.clock.instant()));
          bench.requests().add(asked, asked.submitted());
        });
    return asked;
  }

  /** One that is stored nowhere. */
  public static Request of(RequestId id, Request parent, Person by, Instant now) {
    OperationSpec leave =
        new LeaveAdminModeSpec(parent.details().spec().affected(), parent.id().toString());
    return Request.submit(
        id,
        new RequestDetails(
            leave,
            by,
            "",
            List.of(),
            new Submission(
                "leave-" + parent.id() + "@" + parent.version(),
                parent.details().submission().zone(),
                new RequestOrigin("chat", "", true),
                now),
            ApprovalTerms.ofAffected(leave, 0, List.of(), now)));
  }

  /** Whatever is known of the environment afterwards. */
  public static TargetObservation out(Instant now) {
    return new TargetObservation(now, "Ready, Enabled", Optional.of("Enabled"), Optional.empty());
  }

  /** It turns out that there is nothing to call. */
  public static void done(Workbench bench, Request other, String words) {
    bench.change(
        other,
        r -> r.completed().succeedInOrderedState(Message.plain(words), out(bench.clock.instant())));
  }

  public static void fail(Workbench bench, Request other, Outcome how) {
    bench.change(other, r -> r.mainStep().fail(how));
  }
}
