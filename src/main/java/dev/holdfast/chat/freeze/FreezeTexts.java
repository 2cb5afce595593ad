package dev.holdfast.chat.freeze;

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

  FreezeTexts(FreezeService freezes) {
    this.freezes = freezes;
  }

  /** A line for each freeze. */
  String list(ChatUser who) {
    List<Freeze> active = freezes.active();
    return active.isEmpty()
        ? who.texts().of("freeze.none")
        : lines(active, LISTED, who).collect(Collectors.joining("\n"));
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
    return freezes.active().isEmpty() ? notFrozen : notFrozen + "\n" + list(who);
  }

  /** What a card says above all else; empty while nothing is frozen. */
  @Override
  public Optional<Banner> banner(ChatUser who) {
    List<Freeze> active = freezes.active();
    return active.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Banner(Tone.ATTENTION, lines(active, NAMED, who).collect(Collectors.joining(" "))));
  }

  private static Stream<String> lines(List<Freeze> active, int most, ChatUser who) {
    Stream<Message> first = active.stream().limit(most).map(Freeze::message);
    Stream<Message> more =
        active.size() > most
            ? Stream.of(Message.of("freeze.more", "count", active.size() - most))
            : Stream.of();
    return Stream.concat(first, more).map(who.texts()::of);
  }
}
