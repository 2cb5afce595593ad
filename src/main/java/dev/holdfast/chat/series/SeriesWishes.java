package dev.holdfast.chat.series;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.series.SeriesService;
import dev.holdfast.series.SeriesService.Outcome;
import dev.holdfast.series.SeriesService.Seen;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does what people type or click about a series, and shows it as it is then. */
@Component
class SeriesWishes {

  private final SeriesService series;
  private final SeriesCards cards;

  SeriesWishes(SeriesService series, SeriesCards cards) {
    this.series = series;
    this.cards = cards;
  }

  /** What can be done with a series. */
  enum Wish {
    PAUSE,
    RESUME,
    SKIP,
    END
  }

  Reply typed(Wish wish, String id, IncomingMessage said) {
    ChatUser who = said.who();
    return find(id, who)
        .map(seen -> Reply.of(done(wish, seen, who, said.where())))
        .orElseGet(() -> Reply.forAskerAlone(notFound(id, who)));
  }

  Reply show(String id, ChatUser who, ConversationRef where) {
    return find(id, who)
        .map(seen -> Reply.of(cards.card(seen, who, where, Optional.empty())))
        .orElseGet(() -> Reply.forAskerAlone(notFound(id, who)));
  }

  ActionResponse clicked(Wish wish, CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    String id = clicked.text(SeriesCards.SERIES);
    boolean personal = clicked.where().kind() == ConversationRef.Kind.PERSONAL;
    return find(id, who)
        .<ActionResponse>map(
            seen -> new ActionResponse.Show(done(wish, seen, who, clicked.where()), personal))
        .orElseGet(() -> new ActionResponse.Tell(notFound(id, who)));
  }

  private Optional<Seen> find(String id, ChatUser who) {
    return SeriesId.parse(id).flatMap(known -> series.find(known, who.person()));
  }

  private Card done(Wish wish, Seen seen, ChatUser who, ConversationRef where) {
    SeriesId id = seen.series().id();
    Outcome outcome =
        switch (wish) {
          case PAUSE -> series.pause(id, who.person());
          case RESUME -> series.resume(id, who.person());
          case SKIP -> series.skip(id, who.person());
          case END -> series.end(id, who.person());
        };
    return cards.card(
        series.find(id, who.person()).orElseThrow(), who, where, banner(wish, outcome, who));
  }

  private static Optional<Banner> banner(Wish wish, Outcome outcome, ChatUser who) {
    String code =
        switch (outcome) {
          case DONE -> "series.done";
          case REFUSED -> "series.refused";
          case TOO_LATE -> "series.notNow";
        };
    Message words = Message.of(code, "wish", wish.name().toLowerCase(Locale.ROOT));
    return Optional.of(
        new Banner(outcome == Outcome.DONE ? Tone.GOOD : Tone.ATTENTION, who.texts().of(words)));
  }

  private static String notFound(String id, ChatUser who) {
    return who.texts().of("series.notFound", "series", id);
  }
}
