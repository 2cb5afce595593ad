package dev.holdfast.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the templates say to people: the messages they show, and words that aren't messages. */
public final class TemplateTexts {

  /** The properties that a person reads. */
  private static final Set<String> READ =
      Set.of(
          "text",
          "title",
          "label",
          "value",
          "placeholder",
          "errorMessage",
          "fallbackText",
          "speak",
          "altText");

  /** Names of tones, which expressions compare with, and what an input sends. */
  private static final Set<String> NOT_READ =
      Set.of(
          "GOOD",
          "NEUTRAL",
          "true",
          "false",
          "backup",
          "instant",
          "full",
          "minimal",
          "off",
          "on",
          "on-without-background",
          "without-transactions");

  private static final Pattern MESSAGE = Pattern.compile("\\bt\\('([^']*)'");
  private static final Pattern MESSAGE_OR_NAME =
      Pattern.compile("\\bt\\('[^']*'|, '[A-Za-z]+'(?=, )");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
  private static final Pattern WORDS = Pattern.compile("\\p{L}");

  private TemplateTexts() {}

  /** The codes of all messages in the templates. */
  public static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (JsonNode template : TemplateLoader.whole(CardRenderer.HOST).values()) {
      Matcher message = MESSAGE.matcher(template.toString());
      while (message.find()) {
        codes.add(message.group(1));
      }
    }
    return codes;
  }

  /** Words for people that stand in a template itself, each under the template's name. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    new TreeMap<>(TemplateLoader.whole(CardRenderer.HOST))
        .forEach((name, template) -> words(template, name, words));
    return words;
  }

  private static void words(JsonNode node, String at, List<String> words) {
    node.properties()
        .forEach(
            property -> {
              JsonNode value = property.getValue();
              String path = at + "/" + property.getKey();
              if (value.isString() && READ.contains(property.getKey())) {
                wordsOf(value.stringValue()).forEach(word -> words.add(path + ": " + word));
              }
              words(value, path, words);
            });
    if (node.isArray()) {
      node.forEach(element -> words(element, at, words));
    }
  }

  private static List<String> wordsOf(String text) {
    List<String> found = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (String piece : text.split("(?=\\$\\{)")) {
      int end = piece.startsWith("${") ? piece.lastIndexOf('}') + 1 : 0;
      plain.append(piece, end, piece.length());
      Matcher literal =
          LITERAL.matcher(MESSAGE_OR_NAME.matcher(piece.substring(0, end)).replaceAll("t("));
      while (literal.find()) {
        found.add(literal.group(1));
      }
    }
    found.add(plain.toString());
    found.removeIf(words -> NOT_READ.contains(words) || !WORDS.matcher(words).find());
    return found;
  }
}
