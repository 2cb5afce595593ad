package dev.holdfast.bot.environment;

import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import java.util.Optional;

/** What a list says of rows that the service has and that Holdfast can't read. */
public final class UnreadableRowNotes {

  private UnreadableRowNotes() {}

  /**
   * Empty when all could be read.
   *
   * @param what one of them is called, such as {@code backup}
   */
  public static Optional<Banner> banner(int unreadable, String what) {
    return Optional.of(sentence(unreadable, what))
        .filter(words -> !words.isEmpty())
        .map(words -> new Banner(Tone.ATTENTION, words));
  }

  /** As {@link #banner}. */
  static String sentence(int unreadable, String what) {
    if (unreadable == 0) {
      return "";
    }
    return unreadable == 1
        ? "1 %s couldn't be read and isn't in this list.".formatted(what)
        : "%,d %ss couldn't be read and aren't in this list.".formatted(unreadable, what);
  }

  /** Both, one after the other; empty when there is neither. */
  public static Optional<Banner> both(Optional<Banner> one, Optional<Banner> other) {
    return one.isEmpty() || other.isEmpty()
        ? one.or(() -> other)
        : Optional.of(new Banner(one.get().tone(), one.get().text() + " " + other.get().text()));
  }
}
