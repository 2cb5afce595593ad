package dev.holdfast.api.web;

import dev.holdfast.api.ProblemException;
import dev.holdfast.api.order.Order;
import dev.holdfast.api.order.OrderResult;
import dev.holdfast.api.order.OrderState;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.store.RequestSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ProblemDetail;

/** What calls are answered with; {@code openapi.json} describes it. */
final class Resources {

  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String NUMBER = "number";
  private static final String STATE = "state";
  private static final String CLOSED = "closed";

  private Resources() {}

  /** An order that is no request. */
  static Map<String, Object> of(Order order) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(ID, order.id());
    json.put("operation", order.content().kind());
    json.put(STATE, StateName.of(order.state().name()));
    json.put(CLOSED, order.state() != OrderState.CHECKING);
    json.put("dryRun", order.content().dryRun());
    json.put("createdAt", order.at().toString());
    json.put("requester", person(order.by()));
    add(json, order.result());
    return json;
  }

  /** An order that has become a request, or joined one. */
  static Map<String, Object> of(Order order, Request request) {
    Map<String, Object> json = of(request);
    json.put(ID, order.id());
    json.put("joined", order.result().joined());
    add(json, order.result());
    return json;
  }

  static Map<String, Object> of(Request request) {
    Map<String, Object> json = of(RequestSummary.of(request));
    json.put(CLOSED, isClosed(request));
    json.put("rehearsal", request.details().isRehearsal());
    json.put("reason", request.details().reason());
    json.put(
        "approvals",
        Map.of(
            "needed",
            request.terms().approvals(),
            "given",
            request.decisions().stream().filter(Decision::isApprovalInForce).count(),
            "expiresAt",
            request.terms().expiresAt().toString()));
    json.put("decisions", request.decisions().stream().map(Resources::decision).toList());
    request
        .outcome()
        .ifPresent(outcome -> json.put("outcome", StoredMessage.english(outcome.message())));
    request
        .waitReason()
        .ifPresent(reason -> json.put("waitsBecause", StoredMessage.english(reason)));
    return json;
  }

  /** As a list shows it. */
  static Map<String, Object> of(RequestSummary request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(ID, request.id().toString());
    json.put(NUMBER, request.id().toString());
    json.put("operation", request.kind());
    json.put(STATE, StateName.of(request.state().name()));
    json.put(CLOSED, request.isSettled());
    json.put("createdAt", request.submittedAt().toString());
    json.put("requester", person(request.requester()));
    json.put("environments", request.environments().stream().map(Resources::environment).toList());
    request
        .standing()
        .start()
        .ifPresent(
            start ->
                json.put(
                    "start",
                    Map.of(
                        "notBefore",
                        start.notBefore().toString(),
                        "grace",
                        start.grace().toString(),
                        "until",
                        start.latest().toString())));
    return json;
  }

  /** What is unknown isn't closed until somebody closes it. */
  private static boolean isClosed(Request request) {
    return request.state().isClosed()
        && (request.state() != RequestState.UNKNOWN || request.resolution().isGivenUp());
  }

  private static void add(Map<String, Object> json, OrderResult result) {
    json.put("findings", result.findings().stream().map(Resources::finding).toList());
    result.problem().ifPresent(problem -> json.put("problem", problem(problem)));
  }

  private static Map<String, Object> finding(OrderResult.Found found) {
    return Map.of(
        "rule",
        found.rule(),
        "severity",
        StateName.of(found.severity()),
        "message",
        found.message());
  }

  private static ProblemDetail problem(OrderResult.Refusal refusal) {
    ProblemDetail problem =
        ProblemException.problem(refusal.type(), Message.plain(refusal.detail()));
    if (!refusal.errors().isEmpty()) {
      problem.setProperty("errors", refusal.errors());
    }
    return problem;
  }

  private static Map<String, Object> decision(Decision decision) {
    return Map.of(
        "by",
        decision.by().name(),
        "approved",
        decision.approves(),
        "comment",
        decision.comment(),
        "at",
        decision.at().toString(),
        "withdrawn",
        decision.withdrawnAt().isPresent());
  }

  private static Map<String, Object> person(Person person) {
    return Map.of(
        ID,
        person.id(),
        NAME,
        person.name(),
        "kind",
        person.actsAsApplication() ? "application" : "person");
  }

  private static Map<String, Object> environment(EnvironmentUse use) {
    return Map.of(
        ID,
        use.environment().id(),
        NAME,
        use.environment().displayName(),
        "role",
        StateName.of(use.role().name()));
  }
}
