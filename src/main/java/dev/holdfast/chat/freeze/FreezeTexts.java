package dev.holdfast.chat.freeze;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.approval.policy.calendar.PolicyCalendar;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.help.GreetingNotice;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is frozen, in words. */
@Component
public class FreezeTexts implements GreetingNotice {

  private static final int LISTED = 10;

  /** A banner is short. */
  private static final int NAMED = 2;

  private final FreezeService freezes;
  private final PolicyCalendar calendar;
  private final ReadingRights rights;

  FreezeTexts(FreezeService freezes, PolicyCalendar calendar, ReadingRights rights) {
    this.calendar = calendar;
    this.freezes = freezes;
    this.rights = rights;
  }

  /**
   * A line for each freeze, and how to see more.
   *
   * @param page from 1; behind the last one it's the last
   */
  String list(ChatUser who, int page) {
    List<Message> active = active(who);
    if (active.isEmpty()) {
      return who.texts().of("freeze.none");
    }
    int shown = Math.min(page, (active.size() + LISTED - 1) / LISTED);
    Stream<Message> next =
        active.size() > shown * LISTED
            ? Stream.of(
                Message.of("freeze.next", "page", String.valueOf(shown + 1))
                    .with("count", active.size() - shown * LISTED))
            : Stream.of();
    return Stream.concat(active.stream().skip((shown - 1L) * LISTED).limit(LISTED), next)
        .map(who.texts()::of)
        .collect(Collectors.joining("\n"));
  }

  /** What nobody froze, though something else may be frozen. */
  String notFrozen(Optional<EnvironmentRef> environment, ChatUser who) {
    String notFrozen =
        environment
            .map(
                one ->
                    who.texts()
                        .of("freeze.notFrozen.environment", "environment", one.displayName()))
            .orElseGet(() -> who.texts().of("freeze.notFrozen"));
    return active(who).isEmpty() ? notFrozen : notFrozen + "\n" + list(who, 1);
  }

  /** What a card says above all else; empty while nothing is frozen. */
  @Override
  public Optional<Banner> banner(ChatUser who) {
    List<Message> active = active(who);
    return active.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Banner(Tone.ATTENTION, lines(active, who).collect(Collectors.joining(" "))));
  }

  /**
   * What the person may see: a freeze of everything, of each environment that they may see, and
   * those of the policy, which name no environment.
   */
  private List<Message> active(ChatUser who) {
    return Stream.concat(
            freezes.active().stream()
                .filter(
                    freeze ->
                        freeze.environment().isEmpty()
                            || rights.mayRead(who.person(), freeze.environment().get()))
                .map(Freeze::message),
            calendar.frozen().stream())
        .toList();
  }

  private static Stream<String> lines(List<Message> active, ChatUser who) {
    Stream<Message> first = active.stream().limit(NAMED);
    Stream<Message> more =
        active.size() > NAMED
            ? Stream.of(Message.of("freeze.more", "count", active.size() - NAMED))
            : Stream.of();
    return Stream.concat(first, more).map(who.texts()::of);
  }
}
