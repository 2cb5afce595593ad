package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** Pauses a series. */
@Component
class PauseSeriesAction extends SeriesWishAction {

  PauseSeriesAction(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.PAUSE);
  }
}
