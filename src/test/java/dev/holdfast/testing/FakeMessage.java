package dev.holdfast.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A message of the bot, in all the states that it has been in. */
public final class FakeMessage {

  private final String id;
  private final String conversation;
  private final Optional<FakePerson> recipient;
  private final List<JsonNode> versions = new ArrayList<>();
  private final Map<FakePerson, JsonNode> views = new HashMap<>();

  /**
   * @param recipient who alone sees it; empty for everybody
   */
  FakeMessage(String id, String conversation, Optional<FakePerson> recipient, JsonNode activity) {
    this.id = id;
    this.conversation = conversation;
    this.recipient = recipient;
    versions.add(activity);
  }

  public String id() {
    return id;
  }

  /** The conversation it was posted to; in a channel the thread. */
  public String conversation() {
    return conversation;
  }

  /** Whether one person alone sees it, and this one. */
  public boolean isOnlyFor(FakePerson person) {
    return recipient.filter(person::equals).isPresent();
  }

  /** Whether all of the conversation see it. */
  public boolean isForAll() {
    return recipient.isEmpty();
  }

  /** Everything that the message has been, the oldest first. */
  public synchronized List<JsonNode> history() {
    return List.copyOf(versions);
  }

  /** The activity as it is now. */
  public synchronized JsonNode activity() {
    return versions.get(versions.size() - 1);
  }

  /** The card as everybody sees it, or a missing node. */
  public JsonNode card() {
    return card(activity());
  }

  /** The card as one person sees it: what the bot last answered them, or what all see. */
  public synchronized JsonNode cardFor(FakePerson person) {
    return Optional.ofNullable(views.get(person)).orElseGet(this::card);
  }

  synchronized boolean hasOwnView(FakePerson person) {
    return views.containsKey(person);
  }

  /** All that can be read in the message now, one text a line. */
  public String text() {
    return readable(activity());
  }

  /** All that one person can read in it. */
  public String textFor(FakePerson person) {
    return readable(cardFor(person));
  }

  /** Waits until a text can be read in this message, for example after an update. */
  public FakeMessage awaitText(String text) {
    await("\"" + text + "\" in " + this)
        .atMost(FakeConversation.PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> text().contains(text));
    return this;
  }

  static String readable(JsonNode node) {
    var lines = new ArrayList<String>();
    CardReader.walk(
        node,
        object ->
            List.of("text", "title", "value", "label", "placeholder").stream()
                .map(object::path)
                .filter(JsonNode::isString)
                .forEach(text -> lines.add(text.stringValue())));
    return String.join("\n", lines);
  }

  private static JsonNode card(JsonNode activity) {
    var attachments = activity.path("attachments");
    return attachments.isEmpty() ? MissingNode.getInstance() : attachments.get(0).path("content");
  }

  synchronized void replace(JsonNode activity) {
    versions.add(activity);
    views.clear();
  }

  synchronized void show(FakePerson person, JsonNode card) {
    views.put(person, card);
  }

  @Override
  public String toString() {
    return "message " + id + " in " + conversation + ": " + text();
  }
}
