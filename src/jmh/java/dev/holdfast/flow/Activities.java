package dev.holdfast.flow;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Activities as Teams sends them, from as many people as there are turns, each in a chat of their
 * own.
 *
 * @param serviceUrl where the bot answers
 */
record Activities(String serviceUrl) {

  static final String APP = "5f8e2b1c-0000-4000-8000-0000000000b0";
  static final String TENANT = "5f8e2b1c-0000-4000-8000-000000000001";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static String conversation(int turn) {
    return "a:benchmark-" + turn;
  }

  /** Goes the same way through the edge as a message, and nothing follows. */
  String reaction(int turn) {
    return message("", turn).put("type", "messageReaction").toString();
  }

  String says(String text, int turn) {
    return message(text, turn).toString();
  }

  private ObjectNode message(String text, int turn) {
    String person = UUID.nameUUIDFromBytes(new byte[] {(byte) turn, (byte) (turn >> 8)}).toString();
    ObjectNode activity =
        JSON.createObjectNode()
            .put("type", "message")
            .put("id", UUID.randomUUID().toString())
            .put("timestamp", "2026-11-23T10:00:00.123Z")
            .put("serviceUrl", serviceUrl)
            .put("channelId", "msteams")
            .put("locale", "en-US")
            .put("localTimezone", "Europe/Berlin")
            .put("textFormat", "plain")
            .put("text", text);
    activity
        .putObject("from")
        .put("id", "29:" + person)
        .put("aadObjectId", person)
        .put("name", "Alex Wilber");
    activity.putObject("recipient").put("id", "28:" + APP).put("name", "Holdfast");
    activity
        .putObject("conversation")
        .put("conversationType", "personal")
        .put("tenantId", TENANT)
        .put("id", conversation(turn));
    activity.putObject("channelData").putObject("tenant").put("id", TENANT);
    activity
        .putArray("entities")
        .addObject()
        .put("type", "clientInfo")
        .put("locale", "en-US")
        .put("platform", "Web")
        .put("timezone", "Europe/Berlin");
    return activity;
  }
}
