package dev.holdfast.teams.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.teams.activity.MentionStripper.Mention;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * What a person says in a message, in whichever field and form Teams puts it: as plain, XML, or
 * Markdown text, as an HTML attachment, or as the value of a suggested action.
 *
 * @param text without mentions of the bot, of channels, teams, and tags; a mention of a person is
 *     {@code <at>name</at>}
 * @param people the persons mentioned, by the names in the text
 */
public record MessageText(String text, List<Mention> people) {

  /** No command is nearly as long, even with all its markup. */
  private static final int LONGEST = 32_000;

  private static final String HTML = "text/html";

  /** An HTML attachment with this shows what the person answers before what they say. */
  private static final String QUOTED_REPLY = "schema.skype.com/Reply";

  /**
   * @param clean the activity as {@link ActivitySanitizer} leaves it
   * @param sent the activity as it was sent
   */
  static MessageText of(JsonNode clean, JsonNode sent) {
    var text = clean.path("text").asText();
    var html = attachment(sent, HTML);
    if (!html.isBlank() && (text.isBlank() || html.contains(QUOTED_REPLY))) {
      return of(html, HTML, clean, sent);
    }
    if (text.isBlank() && clean.path("value").isTextual()) {
      return of(clean.path("value").textValue(), "", clean, sent);
    }
    if (text.isBlank()) {
      return of(attachment(sent, "text/plain"), "", clean, sent);
    }
    var format = sent.path("textFormat").asText().toLowerCase(Locale.ROOT);
    return of(text, HtmlText.isAllMarkup(text) ? HTML : format, clean, sent);
  }

  private static MessageText of(String said, String format, JsonNode clean, JsonNode sent) {
    if (said.isBlank()) {
      return new MessageText("", List.of());
    }
    var shortened = said.substring(0, Math.min(said.length(), LONGEST));
    var markup = HTML.equals(format) || "xml".equals(format);
    var mentions =
        MentionStripper.in(
            markup ? HtmlText.withPlainMentions(shortened) : shortened,
            sent.path("entities"),
            clean.path("recipient"));
    var plain =
        markup
            ? HtmlText.of(mentions.text())
            : "markdown".equals(format)
                ? MarkdownText.of(mentions.text())
                : mentions.text().replace("&nbsp;", " ");
    return new MessageText(
        DatabaseText.of(mentions.named(plain)).replace('\u00A0', ' ').strip(), mentions.people());
  }

  static String unescaped(String text) {
    return text.indexOf('&') < 0 ? text : HtmlUtils.htmlUnescape(text.replace("&apos;", "'"));
  }

  private static String attachment(JsonNode sent, String contentType) {
    for (var attachment : sent.path("attachments")) {
      var type = attachment.path("contentType").asText().toLowerCase(Locale.ROOT);
      if (type.startsWith(contentType) && attachment.path("content").isTextual()) {
        return attachment.path("content").textValue();
      }
    }
    return "";
  }
}
