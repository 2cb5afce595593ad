package dev.holdfast.chat.request;

import dev.holdfast.audit.RequestSearch;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.request.RequestId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has been, a page at a time, each on the card of the one before. */
@Component
class HistoryPages {

  private final RequestSearch history;
  private final RequestPages pages;
  private final CardRenderer cards;
  private final RequestRows rows;

  HistoryPages(RequestSearch history, RequestPages pages, CardRenderer cards, RequestRows rows) {
    this.history = history;
    this.pages = pages;
    this.cards = cards;
    this.rows = rows;
  }

  /** The page that an action with this data asks for. */
  Card page(Map<String, String> data, ChatUser who) {
    return page(HistoryPageState.of(data), data.getOrDefault("name", ""), who);
  }

  /**
   * @param environment the name of the environment that the question is about; may be empty
   */
  Card page(HistoryPageState question, String environment, ChatUser who) {
    RequestPages.Page page =
        pages.read(
            (last, limit) -> history.find(question.before(last).search(), limit),
            question.search().before(),
            request -> true,
            who);
    boolean first = question.search().before().isEmpty();
    CardTexts texts = who.texts();
    return cards.render(
        new RequestListView(
            texts.of(
                environment.isEmpty()
                    ? Message.of("history.title")
                    : Message.of("history.title.environment", "environment", environment)),
            question.words(who.zone()),
            question.assumed()
                ? Optional.of(new Banner(Tone.ATTENTION, texts.of("history.zoneAssumed")))
                : Optional.empty(),
            texts.of(none(first, page)),
            page.rows().stream().map(request -> rows.of(request, who)).toList(),
            page.rows().size(),
            first ? Optional.empty() : Optional.of(turn(question, Optional.empty(), environment)),
            page.older().map(last -> turn(question, Optional.of(last), environment))));
  }

  private static String none(boolean first, RequestPages.Page page) {
    if (page.older().isPresent()) {
      return "requestList.noneYet";
    }
    return first ? "history.none" : "history.none.older";
  }

  private static Map<String, String> turn(
      HistoryPageState question, Optional<RequestId> last, String environment) {
    Map<String, String> data = data(question.before(last), environment);
    data.put(CardActionInvocation.IN_PLACE, "true");
    return data;
  }

  /** The data of an action that asks this. */
  static Map<String, String> data(HistoryPageState question, String environment) {
    Map<String, String> data = new HashMap<>(question.data());
    if (!environment.isEmpty()) {
      data.put("name", environment);
    }
    return data;
  }
}
