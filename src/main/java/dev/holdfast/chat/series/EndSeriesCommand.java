package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** {@code end S-1042}. */
@Component
class EndSeriesCommand extends SeriesWishCommand {

  EndSeriesCommand(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.END, 66);
  }
}
