package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** Ends a series. */
@Component
class EndSeriesAction extends SeriesWishAction {

  EndSeriesAction(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.END);
  }
}
