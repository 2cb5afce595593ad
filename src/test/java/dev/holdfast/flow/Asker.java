package dev.holdfast.flow;

import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A person who asks for one thing after the other, each when the one before has come to its end. */
final class Asker {

  /** Long enough for several kills in a row on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** At the head of a card or a notice, on a line of its own. */
  private static final Pattern REQUEST = Pattern.compile("(?m)^(?:\\w+ · )?(R-\\d+)(?: · .*)?$");

  private final FakePerson person;
  private final FakeConversation chat;
  private final String environment;

  Asker(FakePerson person, FakeConversation chat, String environment) {
    this.person = person;
    this.chat = chat;
    this.environment = environment;
  }

  /** From the command to the notice. */
  void backsUp(String label) {
    FakeMessage form = answer("backup " + environment + " " + label, "backup.submit");
    chat.clicks(person, form, "backup.submit", Map.of());
    awaitNotice(form, environment + " is backed up");
  }

  /** From the command to the notice, with an approval between. */
  void restores(String source, FakePerson approver, FakeConversation approvers) {
    FakeMessage form =
        answer("restore " + source + " to " + environment + " at 2 hours ago", "restore.review");
    chat.clicks(person, form, "restore.review", Map.of("reason", "fresh data"));
    until("the review", () -> offers(form, "restore.submit") ? Optional.of(form) : Optional.empty());
    chat.clicks(person, form, "restore.submit", Map.of("confirm", environment));
    String request = request(form);
    FakeMessage approval =
        await(
            approvers,
            "the approval of " + request,
            message -> concerns(message, request) && offers(message, "request.approve"));
    approvers.clicks(approver, approval, "request.approve", Map.of());
    awaitNotice(form, environment + " is restored");
  }

  private void awaitNotice(FakeMessage card, String title) {
    String request = request(card);
    await(
        chat,
        "the notice of " + request,
        message -> concerns(message, request) && message.text().contains(title));
  }

  private FakeMessage answer(String command, String verb) {
    Set<String> known =
        chat.messages().stream().map(FakeMessage::id).collect(Collectors.toSet());
    chat.says(person, command);
    return await(
        chat,
        "the answer to " + command,
        message -> !known.contains(message.id()) && offers(message, verb));
  }

  /** The form becomes the request's card. */
  private static String request(FakeMessage card) {
    return until(
        "a request on " + card.id(),
        () -> {
          Matcher matcher = REQUEST.matcher(card.text());
          return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        });
  }

  static boolean concerns(FakeMessage message, String request) {
    Matcher matcher = REQUEST.matcher(message.text());
    return matcher.find() && matcher.group(1).equals(request);
  }

  private static boolean offers(FakeMessage message, String verb) {
    return MainJob.offers(message, verb);
  }

  private static FakeMessage await(
      FakeConversation where, String what, Predicate<FakeMessage> fits) {
    return until(
        what + " in " + where.id(), () -> where.messages().stream().filter(fits).findFirst());
  }

  private static <T> T until(
      String what, Callable<Optional<T>> found) {
    return Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(found, Optional::isPresent)
        .orElseThrow();
  }
}
