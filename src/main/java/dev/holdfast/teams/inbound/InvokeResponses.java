package dev.holdfast.teams.inbound;

import com.microsoft.bot.builder.InvokeResponse;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.card.view.Choice;
import dev.holdfast.teams.outbound.CardSizeLimiter;
import dev.holdfast.teams.outbound.OutboundActivityFactory;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * The answers to an invoke. The HTTP status is always 200: of anything else Teams shows "Something
 * went wrong", and the Playground nothing at all.
 */
final class InvokeResponses {

  private InvokeResponses() {}

  static InvokeResponse to(ActionResponse reaction) {
    if (reaction instanceof ActionResponse.Show show) {
      return answer(
          200,
          OutboundActivityFactory.CARD,
          CardSizeLimiter.card(show.card().json(), CardSizeLimiter.LARGEST));
    }
    if (reaction instanceof ActionResponse.Tell tell) {
      return answer(
          200, "application/vnd.microsoft.activity.message", StringNode.valueOf(tell.text()));
    }
    if (reaction instanceof ActionResponse.Again again) {
      return to(again.answer());
    }
    var refuse = (ActionResponse.Refuse) reaction;
    return refuse(refuse.code(), refuse.message());
  }

  /** The choices for an input that somebody types into (facts B3). */
  static InvokeResponse found(List<Choice> choices) {
    var value = JsonNodeFactory.instance.objectNode();
    var results = value.putArray("results");
    choices.forEach(
        choice -> results.addObject().put("title", choice.title()).put("value", choice.value()));
    return answer(200, "application/vnd.microsoft.search.searchResponse", value);
  }

  /** What was asked for cannot be done. */
  static InvokeResponse refuse(String code, String message) {
    return error(400, code, message);
  }

  /** The fault is Holdfast's own. */
  static InvokeResponse failed(String message) {
    return error(500, "InternalError", message);
  }

  private static InvokeResponse error(int status, String code, String message) {
    return answer(
        status,
        "application/vnd.microsoft.error",
        JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
  }

  private static InvokeResponse answer(int status, String type, JsonNode value) {
    return new InvokeResponse(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("statusCode", status)
            .put("type", type)
            .set("value", value));
  }
}
