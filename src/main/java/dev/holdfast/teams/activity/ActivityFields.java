package dev.holdfast.teams.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.time.TimeZoneParser;
import dev.holdfast.teams.activity.InboundActivity.Sender;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Single fields of an activity, each believed only as far as it makes sense. */
final class ActivityFields {

  private static final int LONGEST_ID = 512;
  private static final int LONGEST_ENTRA_ID = 128;
  private static final int LONGEST_NAME = 256;
  private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z0-9-]{2,35}");

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private ActivityFields() {}

  /**
   * An id, or empty if there is none.
   *
   * @throws MalformedActivityException if it is longer than any id of Teams or has control
   *     characters: it would end up in a log or in a key
   */
  static Optional<String> id(JsonNode parent, String field) {
    return id(parent, field, LONGEST_ID);
  }

  /** The id of a person or a tenant in Entra: a GUID in Teams, nearly one in the Playground. */
  static Optional<String> entraId(JsonNode parent, String field) {
    return id(parent, field, LONGEST_ENTRA_ID);
  }

  private static Optional<String> id(JsonNode parent, String field, int longest) {
    var node = parent.path(field);
    if (!node.isTextual() || node.textValue().isBlank()) {
      return Optional.empty();
    }
    var id = DatabaseText.of(node.textValue());
    if (id.length() > longest || id.chars().anyMatch(Character::isISOControl)) {
      throw new MalformedActivityException(field + " is no id");
    }
    return Optional.of(id);
  }

  static Optional<String> name(JsonNode account) {
    return Optional.ofNullable(account.path("name").textValue())
        .map(name -> CONTROLS.matcher(name).replaceAll(" ").strip())
        .filter(name -> !name.isEmpty())
        .map(name -> DatabaseText.of(name.substring(0, Math.min(name.length(), LONGEST_NAME))));
  }

  /** What is not said to be a person's own chat is never taken for one. */
  static ConversationRef.Kind kind(JsonNode activity) {
    return switch (activity.path("conversation").path("conversationType").asText()) {
      case "personal" -> ConversationRef.Kind.PERSONAL;
      case "channel" -> ConversationRef.Kind.CHANNEL;
      default -> ConversationRef.Kind.GROUP_CHAT;
    };
  }

  static Sender sender(JsonNode clean, JsonNode sent) {
    var from = clean.path("from");
    var zone = zone(sent.path("localTimezone")).or(() -> zone(clientInfo(sent).path("timezone")));
    return new Sender(
        entraId(from, "aadObjectId"),
        id(from, "id"),
        name(from),
        entraId(sent.path("from"), "tenantId"),
        zone,
        zone.isPresent() ? Optional.empty() : offset(sent.path("localTimestamp")),
        locale(sent.path("locale")).or(() -> locale(clientInfo(sent).path("locale"))));
  }

  private static JsonNode clientInfo(JsonNode sent) {
    for (var entity : sent.path("entities")) {
      if ("clientInfo".equals(entity.path("type").asText())) {
        return entity;
      }
    }
    return sent.path("no such field");
  }

  private static Optional<ZoneId> zone(JsonNode name) {
    return TimeZoneParser.parse(name.textValue());
  }

  /** A {@code Z} says that the clock of the sender was not asked. */
  private static Optional<ZoneOffset> offset(JsonNode localTimestamp) {
    try {
      return Optional.ofNullable(localTimestamp.textValue())
          .filter(text -> !text.endsWith("Z"))
          .map(text -> OffsetDateTime.parse(text).getOffset());
    } catch (DateTimeException noOffset) {
      return Optional.empty();
    }
  }

  private static Optional<String> locale(JsonNode tag) {
    return Optional.ofNullable(tag.textValue())
        .filter(text -> LANGUAGE_TAG.matcher(text).matches());
  }
}
