package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** Leaves out the next run of a series. */
@Component
class SkipSeriesAction extends SeriesWishAction {

  SkipSeriesAction(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.SKIP);
  }
}
