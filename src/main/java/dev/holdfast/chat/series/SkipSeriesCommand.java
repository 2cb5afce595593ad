package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** {@code skip S-1042}. */
@Component
class SkipSeriesCommand extends SeriesWishCommand {

  SkipSeriesCommand(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.SKIP, 65);
  }
}
