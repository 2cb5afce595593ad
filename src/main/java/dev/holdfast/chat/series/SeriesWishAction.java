package dev.holdfast.chat.series;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.chat.series.SeriesWishes.Wish;
import java.util.Locale;
import java.util.Set;

/** A button on the card of a series. */
abstract class SeriesWishAction implements ImmediateAction {

  private final SeriesWishes wishes;
  private final Wish wish;

  SeriesWishAction(SeriesWishes wishes, Wish wish) {
    this.wishes = wishes;
    this.wish = wish;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("series." + wish.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("series");
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return wishes.clicked(wish, clicked);
  }
}
