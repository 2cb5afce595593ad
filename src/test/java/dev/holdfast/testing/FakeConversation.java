package dev.holdfast.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A chat, a channel or a thread of a channel in the fake Teams, with the people in it. What people
 * do here goes to the bot over HTTP and returns when the bot has answered the request.
 *
 * @param id Teams' id; of a thread with {@code ;messageid=}
 * @param kind {@code personal}, {@code groupChat} or {@code channel}
 */
public record FakeConversation(FakeTeams teams, String id, String kind, String team) {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** These people are in it, and nobody else; before, everybody is. */
  public FakeConversation of(FakePerson... people) {
    teams.connector().roster().set(id, List.of(people));
    return this;
  }

  /** Writes to the bot, mentioning it where that is needed. In a channel this begins a thread. */
  public FakeConversation says(FakePerson person, String text) {
    var here = isChannel() && !isThread() ? thread(teams.nextId()) : this;
    teams.deliver(FakeActivities.message(here, person, text));
    return here;
  }

  /** What Teams sends when somebody writes here. */
  public JsonNode saying(FakePerson person, String text) {
    return FakeActivities.message(this, person, text);
  }

  /** What Teams sends when somebody presses a button here, whatever is on the card. */
  public JsonNode pressing(FakePerson person, String message, String verb, JsonNode data) {
    return FakeActivities.execute(this, person, message, verb, data, "manual");
  }

  /**
   * Comes by and reads. The client of a person whom the card names asks for that person's own view
   * by itself (facts B2); an answer is what the person sees from then on.
   */
  public FakeMessage reads(FakePerson person, FakeMessage message) {
    var refresh = message.card().path("refresh");
    if (CardReader.names(refresh, person)) {
      press(person, message, refresh.path("action"), refresh.at("/action/data"), "automatic");
    }
    return message;
  }

  /**
   * Presses an {@code Action.Execute} on the card as the person sees it, and returns the body of
   * the bot's answer. A card in it is what the person sees from then on. Who sees the card for the
   * first time {@link #reads} it before.
   *
   * @param inputs what the person fills in; what is left out keeps the card's own value
   */
  public JsonNode clicks(
      FakePerson person, FakeMessage message, String verbOrTitle, Map<String, String> inputs) {
    if (!message.hasOwnView(person)) {
      reads(person, message);
    }
    return clicksOn(message.cardFor(person), person, message, verbOrTitle, inputs);
  }

  /** The same on a card that the person's client still shows, however old it is. */
  public JsonNode clicksOn(
      JsonNode card,
      FakePerson person,
      FakeMessage message,
      String verbOrTitle,
      Map<String, String> inputs) {
    var action = CardReader.action(card, "Action.Execute", verbOrTitle);
    return press(person, message, action, CardReader.data(card, action, inputs), "manual");
  }

  private JsonNode press(
      FakePerson person, FakeMessage message, JsonNode action, JsonNode data, String trigger) {
    var verb = action.path("verb").asString("");
    var answer =
        teams.deliver(
            FakeActivities.execute(in(message), person, message.id(), verb, data, trigger));
    if ("application/vnd.microsoft.card.adaptive".equals(answer.path("type").asString(""))) {
      message.show(person, answer.path("value"));
    }
    return answer;
  }

  /** The same with what the card already holds. */
  public JsonNode clicks(FakePerson person, FakeMessage message, String verbOrTitle) {
    return clicks(person, message, verbOrTitle, Map.of());
  }

  /** Types into an input whose choices are searched for, and returns the body of the answer. */
  public JsonNode types(FakePerson person, String dataset, String text) {
    return teams.deliver(FakeActivities.search(this, person, dataset, text));
  }

  /** Presses an {@code Action.Submit}, as an older client does with the fallback of an action. */
  public void submits(
      FakePerson person, FakeMessage message, String verbOrTitle, Map<String, String> inputs) {
    var card = message.cardFor(person);
    var action = CardReader.action(card, "Action.Submit", verbOrTitle);
    teams.deliver(
        FakeActivities.submit(
            in(message), person, message.id(), CardReader.data(card, action, inputs)));
  }

  /** Installs the bot: Teams sends two events. */
  public void installs(FakePerson person) {
    teams.connector().reachable(id);
    teams.deliver(FakeActivities.installation(this, person, "add"));
    teams.deliver(FakeActivities.members(this, person, "membersAdded"));
  }

  /** Removes the bot; from then on Teams refuses what the bot sends here. */
  public void removes(FakePerson person) {
    teams.connector().unreachable(id, "BotNotInConversationRoster");
    teams.deliver(FakeActivities.installation(this, person, "remove"));
  }

  /** Blocks the bot, of which Teams tells it nothing. */
  public void blocks() {
    teams.connector().unreachable(id, "MessageWritesBlocked");
  }

  /** The bot's messages here, in their newest state, the oldest first. */
  public List<FakeMessage> messages() {
    return teams.connector().messages().stream()
        .filter(
            message ->
                message.conversation().equals(id) || message.conversation().startsWith(id + ";"))
        .toList();
  }

  /** Waits for a message of the bot and returns the newest that fits. */
  public FakeMessage awaitMessage(String what, Predicate<FakeMessage> fits) {
    return await(what + " in " + id)
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> newestAfterWork(fits), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<FakeMessage> newestAfterWork(Predicate<FakeMessage> fits) {
    Optional<FakeMessage> found = newest(fits);
    if (found.isEmpty()) {
      teams.runMeanwhile();
    }
    return found;
  }

  /** Waits for a message in which a text can be read. */
  public FakeMessage awaitText(String text) {
    return awaitMessage("\"" + text + "\"", message -> message.text().contains(text));
  }

  private Optional<FakeMessage> newest(Predicate<FakeMessage> fits) {
    return messages().stream().filter(fits).reduce((older, newer) -> newer);
  }

  boolean isChannel() {
    return "channel".equals(kind);
  }

  private boolean isThread() {
    return id.contains(";messageid=");
  }

  private FakeConversation thread(String root) {
    return new FakeConversation(teams, id + ";messageid=" + root, kind, team);
  }

  /** Where a message of a channel is: in a thread, if only the one that it begins. */
  private FakeConversation in(FakeMessage message) {
    return isChannel() ? new FakeConversation(teams, message.conversation(), kind, team) : this;
  }
}
