package dev.holdfast.teams.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.time.TimeZoneParser;
import dev.holdfast.messaging.Address;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * An activity, read and cleaned.
 *
 * @param activity for the SDK; without timestamps and without the locale
 * @param id Teams' id, or one of our own where it sent none
 * @param place where it happened; of a channel the thread
 * @param tenants the tenants that it names, in one place or in two
 */
public record InboundActivity(
    Activity activity,
    String id,
    ConversationRef place,
    Sender sender,
    ConnectorEndpoint line,
    List<String> tenants,
    Optional<Team> team,
    Content content) {

  /** The type of an activity about a message that changed. */
  static final String EDIT = "messageUpdate";

  /**
   * What it carries.
   *
   * @param message what was said; empty if nothing was
   * @param value what a card or an invoke carries; a missing node if nothing
   */
  public record Content(MessageText message, JsonNode value) {}

  public MessageText message() {
    return content.message();
  }

  public JsonNode value() {
    return content.value();
  }

  /** What was said, without the mention of the bot; empty if nothing was. */
  public String text() {
    return message().text();
  }

  /** The conversation without the thread: what is stored, and what a new thread is begun in. */
  public String root() {
    return rootOf(place.conversation());
  }

  public static String rootOf(String conversation) {
    var thread = conversation.indexOf(";messageid=");
    return thread < 0 ? conversation : conversation.substring(0, thread);
  }

  /** Whether a message was changed, rather than its deletion undone. */
  public boolean isEdit() {
    return EDIT.equals(activity.getType()) && !"undeleteMessage".equals(activity.getAction());
  }

  /** Where a word to the sender goes that is of no use to the others there. */
  public Address toSenderAlone() {
    return sender.entraId().or(sender::teamsId).map(place::only).orElseGet(place::everybody);
  }

  /**
   * Who sent it.
   *
   * @param entraId the only identity that counts; without it nobody has spoken
   * @param teamsId the id under which this bot, and no other, knows the person
   * @param tenantId the sender's own tenant; in a shared channel it can be another one than that of
   *     the conversation
   * @param zone empty if Teams named none, or none that there is
   * @param offset of the sender's clock from UTC, where Teams named no zone but a local time
   */
  public record Sender(
      Optional<String> entraId,
      Optional<String> teamsId,
      Optional<String> name,
      Optional<String> tenantId,
      Optional<ZoneId> zone,
      Optional<ZoneOffset> offset,
      Optional<String> locale) {

    /**
     * The sender's zone. Where only the offset is known, a zone that was known before is kept if it
     * has that offset now, because an offset knows nothing of daylight saving time.
     */
    public Optional<ZoneId> zone(Optional<ZoneId> before, Instant now) {
      return zone.or(
          () ->
              offset
                  .map(
                      said ->
                          before
                              .filter(known -> known.getRules().getOffset(now).equals(said))
                              .orElseGet(() -> TimeZoneParser.of(said)))
                  .or(() -> before));
    }
  }

  /** The team and channel in which it happened. */
  public record Team(String id, Optional<String> channel) {}
}
