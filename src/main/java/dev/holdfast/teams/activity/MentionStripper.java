package dev.holdfast.teams.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the mentions out of a text, by entity and literally where that works: the SDK makes a
 * regular expression of the bot's name and so leaves "Ops (Bot)" standing. Clients spell a mention
 * in the text differently than in its entity, mention the bot without an entity, or several times.
 */
public final class MentionStripper {

  /** More mentions than this are no command. */
  private static final int MOST = 50;

  private static final int LONGEST_ID = 128;

  /** From here on a character of the private use area stands for a person. */
  private static final char FIRST = '\uE000';

  private static final char LAST = FIRST + MOST;
  private static final String OPEN = "<at";
  private static final String CLOSE = "</at>";
  private static final Pattern PLACEHOLDERS = Pattern.compile("[" + FIRST + "-" + LAST + "]");
  private static final Pattern TAGS = Pattern.compile("<[^<>]{0,200}>");

  private final String botId;
  private final String botName;
  private final List<Mention> people = new ArrayList<>();
  private String text;

  private MentionStripper(String text, JsonNode bot) {
    this.text = PLACEHOLDERS.matcher(text).replaceAll("");
    this.botId = bare(bot.path("id").asText());
    this.botName = folded(bot.path("name").asText());
  }

  /**
   * A person who is mentioned.
   *
   * @param name as it is in the text; no other person in it has the same
   * @param teamsId the id under which this bot knows the person
   */
  public record Mention(String name, Optional<String> entraId, Optional<String> teamsId) {}

  /**
   * @param text as Teams sent it, for example {@code <at>Holdfast</at>&nbsp;help}
   * @param bot the recipient
   */
  static MentionStripper in(String text, JsonNode entities, JsonNode bot) {
    var mentions = new MentionStripper(text, bot);
    mentions.takeOut(entities);
    return mentions;
  }

  /** Without the mentions; a person is one character. */
  String text() {
    return text;
  }

  /** The text, as it became, with the names of the persons. */
  String named(String plain) {
    var named = plain;
    for (int i = 0; i < people.size(); i++) {
      var name = people.get(i).name();
      named = named.replace(String.valueOf((char) (FIRST + i)), "<at>" + name + CLOSE);
    }
    return named;
  }

  List<Mention> people() {
    return List.copyOf(people);
  }

  private void takeOut(JsonNode entities) {
    int left = MOST;
    for (var entity : entities) {
      if ("mention".equals(entity.path("type").asText()) && left-- > 0) {
        takeOut(entity, entity.path("mentioned"));
      }
    }
    replaceTags(inside -> isBot(inside) ? Optional.of(" ") : Optional.empty(), true);
    dropLeadingTag();
    dropTypedName();
  }

  private void takeOut(JsonNode entity, JsonNode mentioned) {
    var mark = DatabaseText.of(entity.path("text").asText());
    var name = DatabaseText.of(mentioned.path("name").asText());
    if (!isPerson(mentioned)) {
      replace(mark, name, " ", true);
      return;
    }
    var placeholder = String.valueOf((char) (FIRST + people.size()));
    if (replace(mark, name, placeholder, false)) {
      people.add(person(mark.isEmpty() ? name : mark, name, mentioned));
    }
  }

  /** The mark letter by letter, or else a tag with the same name in another spelling. */
  private boolean replace(String mark, String name, String replacement, boolean all) {
    var literal = mark.isEmpty() ? OPEN + ">" + name + CLOSE : mark;
    if (text.contains(literal)) {
      text = all ? text.replace(literal, replacement) : replaceFirst(literal, replacement);
      return true;
    }
    return replaceTags(
        inside ->
            folded(inside).equals(folded(mark)) || folded(inside).equals(folded(name))
                ? Optional.of(replacement)
                : Optional.empty(),
        all);
  }

  private String replaceFirst(String literal, String replacement) {
    int at = text.indexOf(literal);
    return text.substring(0, at) + replacement + text.substring(at + literal.length());
  }

  private interface Replacement {
    Optional<String> of(String inside);
  }

  /** Goes through all {@code <at …>…</at>}; returns whether one was replaced. */
  private boolean replaceTags(Replacement replacement, boolean all) {
    boolean replaced = false;
    int from = 0;
    for (int open = tag(from); open >= 0 && (all || !replaced); open = tag(from)) {
      int inside = text.indexOf('>', open) + 1;
      int close = closing(inside);
      if (inside == 0 || close < 0) {
        return replaced;
      }
      var instead = replacement.of(text.substring(inside, close));
      if (instead.isPresent()) {
        text = text.substring(0, open) + instead.get() + text.substring(close + CLOSE.length());
        replaced = true;
        from = open;
      } else {
        from = close + CLOSE.length();
      }
    }
    return replaced;
  }

  private int tag(int from) {
    for (int at = text.indexOf(OPEN, from); at >= 0; at = text.indexOf(OPEN, at + 1)) {
      if (at + OPEN.length() < text.length()
          && " >".indexOf(text.charAt(at + OPEN.length())) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private int closing(int from) {
    return from == 0 ? -1 : text.indexOf(CLOSE, from);
  }

  /** What is mentioned first without an entity is none of a command's words. */
  private void dropLeadingTag() {
    int open = tag(0);
    if (open < 0 || !text.substring(0, open).isBlank()) {
      return;
    }
    int close = closing(text.indexOf('>', open) + 1);
    if (close >= 0) {
      text = text.substring(close + CLOSE.length());
    }
  }

  /** {@code @Holdfast} typed by hand. */
  private void dropTypedName() {
    if (!botName.isEmpty() && text.indexOf('@') >= 0) {
      text =
          Pattern.compile(
                  "(?<![\\p{L}\\p{N}])@" + Pattern.quote(botName) + "(?![\\p{L}\\p{N}])",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(text)
              .replaceAll(" ");
    }
  }

  private boolean isBot(String inside) {
    return !botName.isEmpty() && folded(inside).equals(botName);
  }

  /** Not this bot or another one, and no channel, team, or tag. */
  private boolean isPerson(JsonNode mentioned) {
    var id = mentioned.path("id").asText();
    return !bare(id).equals(botId)
        && !id.startsWith("28:")
        && !id.startsWith("19:")
        && !mentioned.hasNonNull("conversationIdentityType")
        && !"tag".equalsIgnoreCase(mentioned.path("type").asText());
  }

  private static String bare(String botId) {
    return (botId.startsWith("28:") ? botId.substring(3) : botId).toLowerCase(Locale.ROOT);
  }

  private Mention person(String mark, String name, JsonNode mentioned) {
    var shown = readable(mark).isEmpty() ? readable(name) : readable(mark);
    var id = mentioned.path("id").asText();
    var entraId =
        id(mentioned, "aadObjectId")
            .or(() -> id(mentioned, "objectId"))
            .or(
                () ->
                    Optional.of(id)
                        .filter(of -> of.startsWith("8:orgid:"))
                        .map(of -> of.substring(8)));
    boolean taken = people.stream().anyMatch(other -> other.name().equalsIgnoreCase(shown));
    return new Mention(taken ? shown + " " + people.size() : shown, entraId, id(mentioned, "id"));
  }

  /** What is no id doesn't spoil the message. */
  private static Optional<String> id(JsonNode mentioned, String field) {
    return Optional.ofNullable(mentioned.path(field).textValue())
        .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
        .filter(id -> id.chars().noneMatch(Character::isISOControl))
        .map(DatabaseText::of);
  }

  private static String readable(String name) {
    var plain = MessageText.unescaped(TAGS.matcher(name).replaceAll(""));
    return plain.replaceAll("[<>\\p{Cntrl}\\p{Z}" + FIRST + "-" + LAST + "]", " ").strip();
  }

  private static String folded(String name) {
    return readable(name).replaceAll("[\\s\\p{Z}]+", " ").toLowerCase(Locale.ROOT);
  }
}
