package dev.holdfast.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Activities as Teams and its Playground send them. */
final class FakeActivities {

  private FakeActivities() {}

  static ObjectNode message(FakeConversation where, FakePerson who, String text) {
    var activity = spoken("message", where, who).put("textFormat", "plain");
    if ("personal".equals(where.kind())) {
      return activity.put("text", text);
    }
    var mention = "<at>" + where.teams().botName() + "</at>";
    var entity = ((ObjectNode) activity.path("entities").get(0)).deepCopy().removeAll();
    entity.put("type", "mention").put("text", mention);
    entity.putObject("mentioned").put("id", FakeTeams.BOT).put("name", where.teams().botName());
    activity.withArray("entities").add(entity);
    return activity.put("text", mention + " " + text);
  }

  static ObjectNode execute(
      FakeConversation where,
      FakePerson who,
      String message,
      String verb,
      JsonNode data,
      String trigger) {
    var activity =
        spoken("invoke", where, who).put("name", "adaptiveCard/action").put("replyToId", message);
    var value = activity.putObject("value").put("trigger", trigger);
    value.putObject("action").put("type", "Action.Execute").put("verb", verb).set("data", data);
    return activity;
  }

  /** The first page of a search, without the other inputs of its card. */
  static ObjectNode search(FakeConversation where, FakePerson who, String dataset, String text) {
    var activity = spoken("invoke", where, who).put("name", "application/search");
    var value = activity.putObject("value").put("queryText", text).put("dataset", dataset);
    value.putObject("queryOptions").put("skip", 0).put("top", 15);
    return activity;
  }

  static ObjectNode submit(FakeConversation where, FakePerson who, String message, JsonNode data) {
    var activity = spoken("message", where, who).put("replyToId", message);
    activity.set("value", data);
    return activity;
  }

  static ObjectNode installation(FakeConversation where, FakePerson who, String action) {
    var activity = event("installationUpdate", where, who).put("action", action);
    activity
        .withObject("channelData")
        .putObject("settings")
        .putObject("selectedChannel")
        .put("id", where.id());
    return activity;
  }

  static ObjectNode members(FakeConversation where, FakePerson who, String field) {
    var activity = event("conversationUpdate", where, who);
    activity.putArray(field).addObject().put("id", FakeTeams.BOT);
    return activity;
  }

  private static ObjectNode spoken(String type, FakeConversation where, FakePerson who) {
    var activity = event(type, where, who);
    activity.withObject("from").put("name", who.name());
    activity.put("locale", "en-US").put("localTimezone", who.zone());
    activity
        .putArray("entities")
        .addObject()
        .put("type", "clientInfo")
        .put("locale", "en-US")
        .put("country", "US")
        .put("platform", "Web")
        .put("timezone", who.zone());
    return activity;
  }

  /** An event names its sender by id only. */
  private static ObjectNode event(String type, FakeConversation where, FakePerson who) {
    var activity =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", type)
            .put("id", UUID.randomUUID().toString())
            .put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("serviceUrl", where.teams().serviceUrl())
            .put("channelId", "msteams");
    activity.putObject("from").put("id", who.teamsId()).put("aadObjectId", who.entraId());
    activity.putObject("recipient").put("id", FakeTeams.BOT).put("name", where.teams().botName());
    var conversation =
        activity
            .putObject("conversation")
            .put("conversationType", where.kind())
            .put("tenantId", FakeTeams.TENANT)
            .put("id", where.id());
    var data = activity.putObject("channelData");
    data.putObject("tenant").put("id", FakeTeams.TENANT);
    if (!"personal".equals(where.kind())) {
      conversation.put("isGroup", true);
    }
    if (where.isChannel()) {
      var channel = where.id().replaceAll(";messageid=.*", "");
      data.put("teamsTeamId", where.team()).put("teamsChannelId", channel);
      data.putObject("team").put("id", where.team());
      data.putObject("channel").put("id", channel);
    }
    return activity;
  }
}
