package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** Lets a series go on. */
@Component
class ResumeSeriesAction extends SeriesWishAction {

  ResumeSeriesAction(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.RESUME);
  }
}
