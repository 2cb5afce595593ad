package dev.holdfast.teams.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Makes of what a caller sent the part that the SDK's classes can read without harm. It copies what
 * Holdfast uses, where it has the right type, and leaves the rest behind: timestamps, of which the
 * SDK misreads the fraction or refuses the whole activity; the locale, which the SDK would make the
 * default of the whole JVM; enum values that it does not know; and whatever Teams will think of
 * next.
 */
final class ActivitySanitizer {

  private static final List<String> TEXTS =
      List.of("type", "id", "text", "name", "action", "serviceUrl", "channelId", "replyToId");
  private static final Set<String> ACCOUNT = Set.of("id", "name", "aadObjectId");
  private static final Set<String> CONVERSATION =
      Set.of("id", "name", "conversationType", "tenantId");

  private ActivitySanitizer() {}

  /** Leaves {@code sent} as it is. */
  static ObjectNode clean(JsonNode sent) {
    var clean = JsonNodeFactory.instance.objectNode();
    TEXTS.forEach(name -> copyText(sent, clean, name));
    copyTexts(sent, clean, "from", ACCOUNT);
    copyTexts(sent, clean, "recipient", ACCOUNT);
    copyTexts(sent, clean, "conversation", CONVERSATION);
    copyAccounts(sent, clean, "membersAdded");
    copyAccounts(sent, clean, "membersRemoved");
    if (sent.hasNonNull("value")) {
      clean.set("value", DatabaseText.in(sent.get("value")));
    }
    return clean;
  }

  private static void copyText(JsonNode from, ObjectNode to, String name) {
    if (from.path(name).isTextual()) {
      to.put(name, DatabaseText.of(from.get(name).textValue()));
    }
  }

  private static void copyTexts(JsonNode from, ObjectNode to, String name, Set<String> fields) {
    if (from.path(name).isObject()) {
      var copy = to.putObject(name);
      fields.forEach(field -> copyText(from.get(name), copy, field));
    }
  }

  private static void copyAccounts(JsonNode from, ObjectNode to, String name) {
    if (from.path(name).isArray()) {
      var copy = to.putArray(name);
      for (var member : from.get(name)) {
        if (member.isObject()) {
          var account = copy.addObject();
          ACCOUNT.forEach(field -> copyText(member, account, field));
        }
      }
    }
  }
}
