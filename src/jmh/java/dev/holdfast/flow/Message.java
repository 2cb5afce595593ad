package dev.holdfast.flow;

import dev.holdfast.testing.plans.GrownTables;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Teams sends when somebody writes in a personal chat. */
final class Message {

  static final String APP = "5f8e2b1c-0000-4000-8000-0000000000b0";
  static final String TENANT = "5f8e2b1c-0000-4000-8000-000000000001";

  /** Entra object ID of the person who writes. */
  static final String PERSON = GrownTables.PERSON;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Message() {}

  static String of(String text, String conversation, String serviceUrl) {
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
        .put("id", "29:" + PERSON)
        .put("aadObjectId", PERSON)
        .put("name", "Alex Wilber");
    activity.putObject("recipient").put("id", "28:" + APP).put("name", "Holdfast");
    activity
        .putObject("conversation")
        .put("conversationType", "personal")
        .put("tenantId", TENANT)
        .put("id", conversation);
    activity.putObject("channelData").putObject("tenant").put("id", TENANT);
    return activity.toString();
  }
}
