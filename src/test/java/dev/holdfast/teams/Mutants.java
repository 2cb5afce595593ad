package dev.holdfast.teams;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Activities with something wrong in them. Each is made of a real one by steps, each of which is a
 * number; the same numbers make the same bytes. What they put in is chosen from a short list, so
 * that what Holdfast keeps of it must stay small.
 */
public final class Mutants {

  /** For fields of the wrong type, and for ids and names that nobody has. */
  private static final List<JsonNode> JUNK =
      List.of(
              "null",
              "true",
              "-1",
              "1e400",
              "123456789012345678901234567890",
              "0.1",
              "[]",
              "{}",
              "[null]",
              "[[[1]]]",
              "[{}]",
              "[{\"id\":null}]",
              "{\"id\":{}}",
              "{\"id\":[\"x\"]}",
              "{\"a\":[{\"b\":null}]}",
              "\"\"",
              "\" \"",
              "\"\\u0000\"",
              "\"\\ud800\"",
              "\"a\\udc00b\"",
              "\"a\\nb\"",
              "\"\\u202egnitset\"",
              "\"\\ud83d\\udc69\\u200d\\ud83d\\udcbb \\u05d1\\u05d3\\u05d9\\u05e7\\u05d4\"",
              "\"${1+1} %s {0} '; drop table requests; --\"",
              "\"[click](https://evil.example)\"",
              "\"../../etc/passwd\"",
              "\"28:someone-else\"")
          .stream()
          .map(Activities.JSON::readTree)
          .toList();

  private static final List<String> TIMES =
      List.of(
          "2026-11-22T22:11:05Z",
          "2026-11-22T22:11:05.0000000000005Z",
          "2026-02-30T25:61:61+99:00",
          "-999999999-01-01T00:00Z",
          "yesterday");
  private static final List<String> LOCALES =
      List.of("tr-TR", "en_US", "xx-YY", "--", "de-DE-1996-u-co-phonebk", "i-klingon", "\u0000");

  /** What else may stand in a field of that name. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("timestamp", TIMES),
          Map.entry("localTimestamp", TIMES),
          Map.entry("locale", LOCALES),
          Map.entry("localTimezone", List.of("Mars/Phobos", "UTC+99", "Asia/Kolkata", "Z", "+25")),
          Map.entry("timezone", List.of("Mars/Phobos", "GMT0", "America/Nowhere")),
          Map.entry(
              "type",
              List.of(
                  "message",
                  "messageUpdate",
                  "messageDelete",
                  "messageReaction",
                  "conversationUpdate",
                  "installationUpdate",
                  "invoke",
                  "event",
                  "typing",
                  "mention",
                  "clientInfo",
                  "Action.Submit",
                  "somethingOfNextYear")),
          Map.entry(
              "name",
              List.of("adaptiveCard/action", "application/search", "task/fetch", "config/fetch")),
          Map.entry("action", List.of("add", "remove", "add-upgrade", "explode")),
          Map.entry("conversationType", List.of("personal", "groupChat", "channel", "galaxy")),
          Map.entry("textFormat", List.of("plain", "markdown", "xml", "braille")),
          Map.entry("serviceUrl", List.of("https://evil.example/", "http://[::1", "file:///", "x")),
          Map.entry(
              "text",
              List.of(
                  "restore",
                  "restore A to B at yesterday",
                  "cancel R-1",
                  "\"",
                  "<at>",
                  "status R-99999999999999999999",
                  "https://evil.example " + "a ".repeat(3000))),
          Map.entry("version", List.of("0", "-1", "99999999999999999999", "1.5")),
          Map.entry(
              "verb",
              List.of(
                  "request.approve",
                  "request.reject",
                  "request.cancel",
                  "request.leaveAdminMode",
                  "request.refresh",
                  "request.undo",
                  "restore.submit",
                  "restore.review",
                  "backup.submit",
                  "environments.search")));

  private final List<ObjectNode> real;

  /**
   * @param real what the mutants are made of
   */
  public Mutants(List<ObjectNode> real) {
    this.real = real;
  }

  /** The steps of one mutant; the first says of which activity it is made. */
  public static List<Long> steps(Random random) {
    List<Long> steps = new ArrayList<>();
    steps.add(random.nextLong());
    for (int more = random.nextInt(5); more > 0; more--) {
      steps.add(random.nextLong());
    }
    return steps;
  }

  /** What is sent. */
  public byte[] bytes(List<Long> steps) {
    var activity = real.get((int) Long.remainderUnsigned(steps.get(0), real.size())).deepCopy();
    List<Random> onBytes = new ArrayList<>();
    for (long step : steps.subList(1, steps.size())) {
      var random = new Random(step);
      if (random.nextInt(12) == 0) {
        onBytes.add(random);
      } else {
        change(activity, random);
      }
    }
    var bytes = Activities.bytes(activity);
    for (var random : onBytes) {
      bytes = spoilt(bytes, random);
    }
    return bytes;
  }

  private static void change(ObjectNode root, Random random) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(root, objects);
    var object = objects.get(random.nextInt(objects.size()));
    var names = List.copyOf(object.propertyNames());
    if (names.isEmpty()) {
      return;
    }
    var name = names.get(random.nextInt(names.size()));
    var value = object.get(name);
    switch (random.nextInt(8)) {
      case 0 -> object.remove(name);
      case 1, 2 -> object.set(name, JUNK.get(random.nextInt(JUNK.size())));
      case 3, 4 -> {
        var words = WORDS.getOrDefault(name, List.of("", "x".repeat(700), "\u0000\uD83D"));
        object.put(name, words.get(random.nextInt(words.size())));
      }
      case 5 -> object.set(name, Activities.JSON.createArrayNode().add(value));
      case 6 -> object.set(name, object.get(names.get(random.nextInt(names.size()))));
      default -> object.set(name, nested(value, random.nextInt(80)));
    }
  }

  private static JsonNode nested(JsonNode value, int deep) {
    var nested = value;
    for (int i = 0; i < deep; i++) {
      nested =
          i % 2 == 0
              ? Activities.JSON.createArrayNode().add(nested)
              : Activities.JSON.createObjectNode().set("in", nested);
    }
    return nested;
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
      object.values().forEach(child -> collect(child, objects));
    } else if (node instanceof ArrayNode array) {
      array.values().forEach(child -> collect(child, objects));
    }
  }

  /** What no tree of JSON can say. */
  private static byte[] spoilt(byte[] bytes, Random random) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    int brace = Math.max(0, text.indexOf('{', at));
    var spoilt =
        switch (random.nextInt(8)) {
          case 0 -> text.substring(0, at);
          case 1 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at);
          case 2 -> text.substring(0, at) + "\u00c3\u0028\u00ff\u0000" + text.substring(at);
          case 3 -> text.replaceFirst("\\{", "{\"type\":\"invoke\",\"value\":{},");
          case 4 ->
              text.substring(0, brace) + text.substring(brace).replaceFirst("\\{", "{\"id\":1,");
          case 5 -> text + text;
          case 6 -> text.replaceFirst(":\"", ":\"" + "y".repeat(random.nextInt(5) * 60_000));
          default ->
              text.substring(0, at) + "[".repeat(random.nextInt(5) * 5000) + text.substring(at);
        };
    return spoilt.getBytes(StandardCharsets.ISO_8859_1);
  }
}
