package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** {@code pause S-1042}. */
@Component
class PauseSeriesCommand extends SeriesWishCommand {

  PauseSeriesCommand(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.PAUSE, 63);
  }
}
