package dev.holdfast.api.order;

import dev.holdfast.api.Caller;
import dev.holdfast.api.ProblemType;
import dev.holdfast.approval.SubmissionRules;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import dev.holdfast.operation.OrderReaders;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.TypedName;
import dev.holdfast.operation.start.StartConflicts;
import dev.holdfast.request.step.OperationSpec;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks of an order what a form and its review ask of a person. */
@Component
class OrderReview {

  private final OrderReaders readers;
  private final ReadableEnvironments environments;
  private final SubmissionRules rules;
  private final TicketForm tickets;
  private final StartConflicts starts;

  OrderReview(
      OrderReaders readers,
      ReadableEnvironments environments,
      SubmissionRules rules,
      TicketForm tickets,
      StartConflicts starts) {
    this.readers = readers;
    this.environments = environments;
    this.rules = rules;
    this.tickets = tickets;
    this.starts = starts;
  }

  /**
   * What was found.
   *
   * @param checked empty where an environment isn't there for this application
   * @param refusal why it can't be submitted
   */
  record Reviewed(Optional<CheckedOrder> checked, Optional<OrderResult> refusal) {

    static Reviewed refused(OrderResult why) {
      return new Reviewed(Optional.empty(), Optional.of(why));
    }

    /** Whether the service hasn't said yet what its own check found. */
    boolean isStillChecking() {
      return refusal.isEmpty()
          && checked.stream()
              .flatMap(found -> found.checks().stream())
              .anyMatch(ServiceValidation::isStillChecking);
    }
  }

  /**
   * @throws dev.holdfast.adminapi.AdminApiException when something can't be read
   */
  Reviewed review(Order order) {
    OrderReader reader = readers.find(order.content().kind()).orElseThrow();
    ChatUser who = new Caller(order.by()).user();
    Map<String, String> fields = order.content().fields();
    if (!areThere(reader, fields, who)) {
      return Reviewed.refused(OrderResult.refused(ProblemType.ENVIRONMENT_NOT_FOUND));
    }
    CheckedOrder checked = reader.check(fields, who);
    if (checked.spec().isEmpty()) {
      return Reviewed.refused(OrderResult.wrong(ProblemType.INVALID_FIELDS, checked.errors()));
    }
    OperationSpec spec = checked.spec().get();
    rules.prepare(spec);
    if (!rules.mayRead(order.by(), spec)) {
      return Reviewed.refused(OrderResult.refused(ProblemType.ENVIRONMENT_NOT_FOUND));
    }
    CheckedOrder complete =
        checked
            .and(tickets.check(tickets.meant(fields), spec, order.by()))
            .and(starts.of(spec, checked.start(), order.by()));
    return new Reviewed(Optional.of(complete), refusal(order, spec, complete));
  }

  private boolean areThere(OrderReader reader, Map<String, String> fields, ChatUser who) {
    return reader.fields().entrySet().stream()
        .filter(field -> field.getValue() == FieldType.ENVIRONMENT)
        .map(field -> fields.getOrDefault(field.getKey(), ""))
        .allMatch(id -> environments.byId(id, who).isPresent());
  }

  private Optional<OrderResult> refusal(Order order, OperationSpec spec, CheckedOrder checked) {
    Optional<Message> denial = rules.denial(order.by(), spec);
    if (denial.isPresent()) {
      return refused(ProblemType.DENIED, denial.get(), checked);
    }
    Severity worst = Finding.worst(checked.checks());
    if (worst == Severity.RED) {
      return refused(ProblemType.CHECKS_FAILED, ProblemType.CHECKS_FAILED.message(), checked);
    }
    return spec.losesSomething() && !order.content().dryRun()
        ? unconfirmed(order.content().fields(), spec, worst, checked)
        : Optional.empty();
  }

  /** A person sees what will be lost, and types the name of the target. */
  private static Optional<OrderResult> unconfirmed(
      Map<String, String> fields, OperationSpec spec, Severity worst, CheckedOrder checked) {
    String typed = fields.getOrDefault(OrderReader.CONFIRM, "").strip();
    if (TypedName.objection(spec.affected(), typed).isPresent()) {
      return refused(ProblemType.NOT_CONFIRMED, Message.of("order.confirm"), checked);
    }
    return worst != Severity.GREEN
            && !fields.getOrDefault(OrderReader.ACCEPT_WARNINGS, "").equals("true")
        ? refused(
            ProblemType.WARNINGS_NOT_ACCEPTED, ProblemType.WARNINGS_NOT_ACCEPTED.message(), checked)
        : Optional.empty();
  }

  private static Optional<OrderResult> refused(
      ProblemType type, Message detail, CheckedOrder checked) {
    return Optional.of(OrderResult.refused(type, detail, checked.checks()));
  }
}
