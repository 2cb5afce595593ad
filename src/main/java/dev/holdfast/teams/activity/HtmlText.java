package dev.holdfast.teams.activity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text that a person sees of the HTML of a Teams message. It takes any text whatever; what is
 * no markup stays.
 */
final class HtmlText {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "br",
          "li",
          "ul",
          "ol",
          "tr",
          "td",
          "th",
          "table",
          "blockquote",
          "pre",
          "hr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");
  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "attachment");
  private static final Set<String> PICTURES = Set.of("img", "emoji");
  private static final int LONGEST_TAG = 4_000;
  private static final Pattern MENTION_SPAN =
      Pattern.compile("<span\\b([^<>]{0,500})>([^<]{0,300})</span>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9]{0,15})(?=[\\s/>])");
  private static final Pattern ALT =
      Pattern.compile("\\salt\\s*=\\s*[\"']([^\"'<>]{0,64})[\"']", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALL_MARKUP =
      Pattern.compile("\\s*<(p|div)(\\s[^<>]*)?>.*</\\1>\\s*", Pattern.DOTALL);

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private HtmlText(String html) {
    this.html = html;
  }

  static String of(String html) {
    var reading = new HtmlText(html);
    while (reading.at < html.length()) {
      reading.next();
    }
    return MessageText.unescaped(reading.text.toString());
  }

  /** Whether a text that is said to be plain is HTML as Teams writes it. */
  static boolean isAllMarkup(String text) {
    return text.indexOf('<') >= 0 && ALL_MARKUP.matcher(text).matches();
  }

  /** HTML marks a mention by a span of its own; plain texts have {@code <at>}. */
  static String withPlainMentions(String html) {
    return MENTION_SPAN
        .matcher(html)
        .replaceAll(
            span ->
                span.group(1).contains("schema.skype.com/Mention")
                    ? java.util.regex.Matcher.quoteReplacement("<at>" + span.group(2) + "</at>")
                    : java.util.regex.Matcher.quoteReplacement(span.group()));
  }

  private void next() {
    if (html.charAt(at) != '<') {
      text.append(html.charAt(at++));
      return;
    }
    if (html.startsWith("<!--", at)) {
      at = behind("-->", at);
      return;
    }
    int end = tagEnd();
    var name = NAME.matcher(html).region(at, html.length());
    if (end < 0 || !name.lookingAt()) {
      text.append(html.charAt(at++));
      return;
    }
    tag(name.group(1).toLowerCase(Locale.ROOT), html.substring(at, end + 1), end + 1);
  }

  private void tag(String name, String tag, int behind) {
    boolean opens = tag.charAt(1) != '/';
    if (name.equals("at")) {
      text.append(tag);
      at = behind;
    } else if (opens && (UNSEEN.contains(name) || isQuotedReply(name, tag))) {
      at = behind("</" + name + ">", behind);
    } else {
      if (BLOCKS.contains(name)) {
        text.append('\n');
      } else if (opens && PICTURES.contains(name)) {
        var alt = ALT.matcher(tag);
        text.append(alt.find() ? alt.group(1) : " ");
      }
      at = behind;
    }
  }

  private static boolean isQuotedReply(String name, String tag) {
    return name.equals("blockquote") && tag.contains("schema.skype.com/Reply");
  }

  /** Behind the next occurrence, or at the end of the text. */
  private int behind(String mark, int from) {
    int found = html.toLowerCase(Locale.ROOT).indexOf(mark, from);
    return found < 0 ? html.length() : found + mark.length();
  }

  /** Where the tag that begins here closes, quotes in it skipped; negative when it doesn't. */
  private int tagEnd() {
    char quote = 0;
    for (int i = at + 1; i < Math.min(html.length(), at + LONGEST_TAG); i++) {
      char c = html.charAt(i);
      if (quote == 0 && c == '>') {
        return i;
      }
      if (quote == 0 && c == '<') {
        return -1;
      }
      if (c == '"' || c == '\'') {
        quote = quote == 0 ? c : quote == c ? 0 : quote;
      }
    }
    return -1;
  }
}
