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
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has been, a page at a time, each on the card of the one before. */
@Component
class HistoryPages {

  private static final int PAGE = RequestListView.PAGE;

  private final RequestSearch history;
  private final RequestRepository requests;
  private final CardRenderer cards;
  private final RequestRows rows;

  HistoryPages(
      RequestSearch history, RequestRepository requests, CardRenderer cards, RequestRows rows) {
    this.history = history;
    this.requests = requests;
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
    List<RequestId> found = history.find(question.search(), PAGE + 1);
    List<Request> page =
        found.stream().limit(PAGE).flatMap(id -> requests.find(id).stream()).toList();
    boolean more = found.size() > PAGE;
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
            texts.of(first ? "history.none" : "history.none.older"),
            page.stream().map(request -> rows.of(request, who)).toList(),
            page.size(),
            first ? Optional.empty() : Optional.of(turn(question, Optional.empty(), environment)),
            more
                ? Optional.of(turn(question, Optional.of(found.get(PAGE - 1)), environment))
                : Optional.empty()));
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
