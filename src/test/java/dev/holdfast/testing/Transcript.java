package dev.holdfast.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What people do, and every text that they read then. What differs from run to run has a name in
 * place of its value. Of a message that changed several times in one step only the end is kept.
 */
public final class Transcript {

  private static final List<String> TEXTS =
      List.of(
          "text",
          "title",
          "value",
          "label",
          "placeholder",
          "altText",
          "errorMessage",
          "tooltip",
          "summary",
          "fallbackText");

  /** Ids and ports differ from run to run, and some times and versions from machine to machine. */
  private static final Map<Pattern, String> NAMES =
      Map.of(
          Pattern.compile("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"), "<id>",
          Pattern.compile("127\\.0\\.0\\.1:\\d+"), "127.0.0.1:<port>",
          Pattern.compile("\\b\\d+ ms\\b"), "<n> ms",
          Pattern.compile("H2 [\\d.]+\\d"), "H2 <version>",
          Pattern.compile("Version [\\w.-]+ of the package"), "Version <version> of the package",
          Pattern.compile("All \\d+ are there"), "All <n> are there",
          Pattern.compile("This machine is .* the service"),
              "This machine is <time off> the service",
          Pattern.compile("[0-9a-f]{16}…"), "<hash>…",
          // The text is cut at a length, so how long these times are decides where it ends.
          Pattern.compile("(words that Holdfast doesn't know: [^(]+)\\(.*"),
              "$1(<how often and when>); <others>");

  private final FakeTeams teams;
  private final Runnable settle;
  private final Map<String, String> places;
  private final Map<String, List<String>> files = new LinkedHashMap<>();
  private final Map<String, JsonNode> read = new HashMap<>();
  private final Map<String, List<String>> seen = new HashMap<>();
  private List<String> lines = new ArrayList<>();

  /**
   * @param places what each conversation is called
   * @param settle waits until everything is done that a step has set off
   */
  public Transcript(FakeTeams teams, Map<String, String> places, Runnable settle) {
    this.teams = teams;
    this.places = places;
    this.settle = settle;
  }

  /** Begins a file. */
  public Transcript file(String name) {
    lines = files.computeIfAbsent(name, unseen -> new ArrayList<>());
    return this;
  }

  public Map<String, List<String>> files() {
    return files;
  }

  public void says(FakeConversation where, FakePerson person, String text) {
    step("%s writes in %s: %s".formatted(person.name(), place(where.id()), text));
    where.says(person, text);
    read();
  }

  /** Presses a button on the newest card there that has it. */
  public FakeMessage presses(
      FakeConversation where, FakePerson person, String verb, Map<String, String> inputs) {
    FakeMessage message =
        where.messages().stream()
            .filter(one -> offers(where, person, one, verb))
            .reduce((older, newer) -> newer)
            .orElseThrow(
                () -> new AssertionError("No card in " + place(where.id()) + " has " + verb));
    presses(where, person, message, verb, inputs);
    return message;
  }

  public void presses(
      FakeConversation where,
      FakePerson person,
      FakeMessage message,
      String verb,
      Map<String, String> inputs) {
    String filled =
        inputs.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(input -> input.getKey() + "=" + input.getValue())
            .collect(Collectors.joining(", "));
    step("%s presses %s in %s. %s".formatted(person.name(), verb, place(where.id()), filled));
    answered(where.clicks(person, message, verb, inputs));
    read();
  }

  /** What a client shows of the answer to a click. */
  public void answered(JsonNode answer) {
    lines.add("--- answer");
    JsonNode value = answer.path("value");
    JsonNode error = value.path("message");
    lines.addAll(
        value.isString()
            ? List.of(constant(value.stringValue()))
            : error.isString() ? List.of(constant(error.stringValue())) : texts(answer));
  }

  /** Something else happens. */
  public void happens(String what, Runnable event) {
    step(what);
    event.run();
    read();
  }

  private void step(String what) {
    lines.add("");
    lines.add("=== " + what.strip());
  }

  private void read() {
    settle.run();
    Set<List<String>> inThisStep = new HashSet<>();
    for (FakeMessage message : teams.messages()) {
      if (read.put(message.id(), message.activity()) == message.activity()) {
        continue;
      }
      List<String> now = texts(message.activity());
      if (!now.equals(seen.put(message.id(), now)) && inThisStep.add(now)) {
        lines.add("--- " + place(message.conversation()));
        lines.addAll(now);
      }
    }
  }

  private String place(String conversation) {
    return places.getOrDefault(FakeConnector.root(conversation), conversation);
  }

  private static boolean offers(
      FakeConversation where, FakePerson person, FakeMessage message, String verb) {
    if (!message.hasOwnView(person)) {
      where.reads(person, message);
    }
    return message.cardFor(person).toString().contains("\"verb\":\"" + verb + "\"");
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    CardReader.walk(
        node,
        object ->
            TEXTS.stream()
                .map(object::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank())
                .map(Transcript::constant)
                .flatMap(String::lines)
                .forEach(texts::add));
    return texts;
  }

  private static String constant(String text) {
    String constant = text;
    for (Map.Entry<Pattern, String> name : NAMES.entrySet()) {
      constant = name.getKey().matcher(constant).replaceAll(name.getValue());
    }
    return constant;
  }
}
