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
import org.awaitility.core.ConditionTimeoutException;

/**
 * A person who asks for one thing after the other, each when the one before has come to its end,
 * and who tries again where nothing comes back.
 */
final class Asker {

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(15);
  private static final int TRIES = 12;
  private static final String APPROVE = "request.approve";

  /** Long enough for a request that is killed again and again on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

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
    press(chat, person, form, "backup.submit", Map.of());
    awaitNotice(form, environment + " is backed up");
  }

  /** From the command to the notice, with an approval between. */
  void restores(String source, FakePerson approver, FakeConversation approvers) {
    FakeMessage form =
        answer("restore " + source + " to " + environment + " at 2 hours ago", "restore.review");
    press(chat, person, form, "restore.review", Map.of("reason", "fresh data"));
    press(chat, person, form, "restore.submit", Map.of("confirm", environment));
    String request = request(form);
    until("the approval of " + request, PATIENCE, approval(approvers, request, true));
    approve(approver, approvers, request);
    awaitNotice(form, environment + " is restored");
  }

  /**
   * Until a card of the request can no longer be approved: of one whose sending was in doubt, a
   * copy may stand that Holdfast does not know of.
   */
  private static void approve(FakePerson approver, FakeConversation approvers, String request) {
    persist(
        "the decision on " + request,
        () ->
            approvers.messages().stream()
                .filter(message -> concerns(message, request) && offers(message, APPROVE))
                .forEach(
                    message ->
                        approvers.clicksOn(message.card(), approver, message, APPROVE, Map.of())),
        approval(approvers, request, false));
  }

  private static Callable<Optional<FakeMessage>> approval(
      FakeConversation approvers, String request, boolean offered) {
    return in(
        approvers, message -> concerns(message, request) && offers(message, APPROVE) == offered);
  }

  /** Until the card is another one. */
  private static void press(
      FakeConversation where,
      FakePerson who,
      FakeMessage message,
      String verb,
      Map<String, String> inputs) {
    persist(
        verb + " on " + message.id(),
        () -> {
          if (offers(message, verb)) {
            where.clicksOn(message.card(), who, message, verb, inputs);
          }
        },
        () -> offers(message, verb) ? Optional.empty() : Optional.of(message));
  }

  private FakeMessage answer(String command, String verb) {
    Set<String> known = chat.messages().stream().map(FakeMessage::id).collect(Collectors.toSet());
    return persist(
        "the answer to " + command,
        () -> chat.says(person, command),
        in(chat, message -> !known.contains(message.id()) && offers(message, verb)));
  }

  private void awaitNotice(FakeMessage card, String title) {
    String request = request(card);
    until(
        "the notice of " + request,
        PATIENCE,
        in(chat, message -> concerns(message, request) && message.text().contains(title)));
  }

  /** The form becomes the request's card. */
  private static String request(FakeMessage card) {
    return until(
        "a request on " + card,
        PATIENCE,
        () -> {
          Matcher matcher = REQUEST.matcher(card.text());
          return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        });
  }

  /** Whether it is the card or a notice of a request. */
  static boolean concerns(FakeMessage message, String request) {
    Matcher matcher = REQUEST.matcher(message.text());
    return matcher.find() && matcher.group(1).equals(request);
  }

  private static boolean offers(FakeMessage message, String verb) {
    return MainJob.offers(message, verb);
  }

  private static Callable<Optional<FakeMessage>> in(
      FakeConversation where, Predicate<FakeMessage> fits) {
    return () -> where.messages().stream().filter(fits).findFirst();
  }

  private static <T> T persist(String what, Runnable act, Callable<Optional<T>> found) {
    for (int i = 1; i < TRIES; i++) {
      act.run();
      try {
        return until(what, AGAIN_AFTER, found);
      } catch (ConditionTimeoutException e) {
        // Once more, as people do.
      }
    }
    act.run();
    return until(what, AGAIN_AFTER, found);
  }

  private static <T> T until(String what, Duration patience, Callable<Optional<T>> found) {
    return Awaitility.await(what)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(100))
        .until(found, Optional::isPresent)
        .orElseThrow();
  }
}
