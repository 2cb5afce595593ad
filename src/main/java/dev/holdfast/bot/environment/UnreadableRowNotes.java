package dev.holdfast.bot.environment;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import java.util.Optional;

/** What a list says of rows that the service has and that Holdfast can't read. */
public final class UnreadableRowNotes {

  private UnreadableRowNotes() {}

  /** Empty when all environments could be read. */
  public static Optional<Banner> environments(int unreadable, CardTexts texts) {
    return banner("unreadable.environment", unreadable, texts);
  }

  /** Empty when all backups could be read. */
  public static Optional<Banner> backups(int unreadable, CardTexts texts) {
    return banner("unreadable.backup", unreadable, texts);
  }

  private static Optional<Banner> banner(String code, int unreadable, CardTexts texts) {
    return unreadable == 0
        ? Optional.empty()
        : Optional.of(new Banner(Tone.ATTENTION, texts.of(code, "count", unreadable)));
  }

  /** Both, one after the other; empty when there is neither. */
  public static Optional<Banner> both(Optional<Banner> one, Optional<Banner> other) {
    return one.isEmpty() || other.isEmpty()
        ? one.or(() -> other)
        : Optional.of(new Banner(one.get().tone(), one.get().text() + " " + other.get().text()));
  }
}
