package dev.holdfast.chat.series;

import org.springframework.stereotype.Component;

/** {@code resume S-1042}. */
@Component
class ResumeSeriesCommand extends SeriesWishCommand {

  ResumeSeriesCommand(SeriesWishes wishes) {
    super(wishes, SeriesWishes.Wish.RESUME, 64);
  }
}
