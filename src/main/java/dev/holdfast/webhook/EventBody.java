package dev.holdfast.webhook;

import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.diagnosis.RequestErrors;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.support.ShortText;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as a CloudEvent 1.0 in structured mode. Its data has IDs, names of environments, and
 * states; what people and the service wrote only where that is asked for.
 */
final class EventBody {

  /** The ID of the schema of the data. */
  static final String SCHEMA = "urn:holdfast:schema:request-event:1";

  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_CODE = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventBody() {}

  /**
   * @param id of the event
   * @param texts whether it has what people and the service wrote
   */
  static String of(Request request, RequestEvent event, String id, URI source, boolean texts) {
    ObjectNode body = JSON.createObjectNode();
    body.put("specversion", "1.0");
    body.put("id", id);
    body.put("source", source.toString());
    body.put("type", EventName.type(event.type()));
    body.put("subject", event.request().toString());
    body.put("time", event.at().toString());
    body.put("datacontenttype", "application/json");
    body.put("dataschema", SCHEMA);
    body.set("data", data(request, event, texts));
    return JSON.writeValueAsString(body);
  }

  private static ObjectNode data(Request request, RequestEvent event, boolean texts) {
    RequestDetails details = request.details();
    ObjectNode data = JSON.createObjectNode();
    data.put("request", event.request().toString());
    data.put("version", event.version());
    data.put("event", EventName.of(event.type()));
    data.put("state", EventName.of(event.state()));
    data.put("operation", details.spec().kind());
    data.set("environments", environments(details));
    details.spec().facts().restorePoint().ifPresent(at -> data.put("restorePoint", at.toString()));
    details.submission().start().ifPresent(start -> data.set("start", start(start)));
    data.put("requester", details.requester().id());
    data.put("actor", event.who().id());
    data.put("submittedAt", details.submission().at().toString());
    data.put("emergency", details.emergency().isPresent());
    data.put("rehearsal", details.isRehearsal());
    data.set("approvals", approvals(request));
    request
        .nextStep()
        .progress()
        .flatMap(OperationProgress::operationId)
        .ifPresent(operation -> data.put("operationId", operation));
    request.correlationId().ifPresent(correlation -> data.put("correlationId", correlation));
    request.outcome().ifPresent(outcome -> data.set("outcome", outcome(request, outcome)));
    if (texts) {
      data.set("texts", texts(request, event));
    }
    return data;
  }

  private static ObjectNode start(PlannedStart start) {
    return JSON.createObjectNode()
        .put("notBefore", start.notBefore().toString())
        .put("until", start.latest().toString());
  }

  private static ArrayNode environments(RequestDetails details) {
    ArrayNode environments = JSON.createArrayNode();
    details
        .spec()
        .environments()
        .forEach(
            use ->
                environments
                    .addObject()
                    .put("id", use.environment().id())
                    .put("name", use.environment().displayName())
                    .put("role", use.role().name().toLowerCase(Locale.ROOT)));
    return environments;
  }

  private static ObjectNode approvals(Request request) {
    return JSON.createObjectNode()
        .put("needed", request.terms().approvals())
        .put("given", request.decisions().stream().filter(Decision::isApprovalInForce).count());
  }

  private static ObjectNode outcome(Request request, Outcome outcome) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("at", outcome.at().toString())
            .put("serviceStarted", outcome.serviceStarted());
    RequestErrors.code(request)
        .ifPresent(code -> node.put("errorCode", ShortText.cut(code, LONGEST_CODE)));
    return node;
  }

  private static ObjectNode texts(Request request, RequestEvent event) {
    ObjectNode texts =
        JSON.createObjectNode()
            .put("reason", ShortText.cut(request.details().reason(), LONGEST_TEXT))
            .put("words", ShortText.cut(event.words(), LONGEST_TEXT));
    Optional<Outcome> outcome = request.outcome();
    outcome
        .map(end -> StoredMessage.english(end.message()))
        .ifPresent(text -> texts.put("outcome", ShortText.cut(text, LONGEST_TEXT)));
    outcome
        .flatMap(Outcome::serviceMessage)
        .ifPresent(text -> texts.put("service", ShortText.cut(text, LONGEST_TEXT)));
    return texts;
  }
}
