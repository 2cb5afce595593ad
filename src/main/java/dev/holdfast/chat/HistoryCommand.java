package dev.holdfast.chat;

import dev.holdfast.audit.RequestSearch;
import dev.holdfast.audit.RequestSearchCriteria;
import dev.holdfast.audit.RequestSearchCriteria.Who;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.RequestListView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestRepository;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has been, a page at a time, each on the card of the one before. */
@Component
class HistoryCommand {

  private static final int PAGE = RequestListView.PAGE;

  private final Store store;
  private final EnvironmentResolver naming;
  private final HelpCard help;
  private final CardRenderer cards;
  private final Clock clock;

  HistoryCommand(
      Store store, EnvironmentResolver naming, HelpCard help, CardRenderer cards, Clock clock) {
    this.store = store;
    this.naming = naming;
    this.help = help;
    this.cards = cards;
    this.clock = clock;
  }

  /** Where it is found, what it is then, and who asks in which zone. */
  @Component
  record Store(RequestSearch history, RequestRepository requests, EnteredZones zones) {}

  Card answer(HistoryPeople.Asked question, ChatUser who) {
    Command.History asked = question.history();
    HistorySpan span = HistorySpan.of(asked, who, clock.instant());
    store.zones().keep(span.zone(), who);
    return span.trouble()
        .map(help::hint)
        .orElseGet(
            () ->
                named(
                    asked.environment(),
                    new HistoryPageState(
                        new RequestSearchCriteria(
                            Optional.empty(),
                            question
                                .person()
                                .or(() -> asked.person().map(name -> person(name, who))),
                            asked.state(),
                            span.since(),
                            span.until(),
                            Optional.empty()),
                        span.zone(),
                        span.assumed()),
                    who));
  }

  /** The answer to a click that carries the whole question. */
  Card answer(Map<String, String> data, ChatUser who) {
    HistoryPageState question = HistoryPageState.of(data);
    return page(question, data.getOrDefault("name", ""), who);
  }

  private Card named(Optional<String> environment, HistoryPageState question, ChatUser who) {
    return environment
        .map(
            text ->
                naming.with(
                    text,
                    subject -> page(question.about(subject.id()), subject.name(), who),
                    "history.show",
                    subject -> data(question.about(subject.id()), subject.name())))
        .orElseGet(() -> page(question, "", who));
  }

  private static Who person(String typed, ChatUser who) {
    String name = typed.startsWith("@") ? typed.substring(1) : typed;
    return name.equalsIgnoreCase("me")
        ? new Who(who.name(), Optional.of(who.id()))
        : new Who(name, Optional.empty());
  }

  private Card page(HistoryPageState question, String environment, ChatUser who) {
    List<RequestId> found = store.history().find(question.search(), PAGE + 1);
    List<Request> page =
        found.stream().limit(PAGE).flatMap(id -> store.requests().find(id).stream()).toList();
    boolean more = found.size() > PAGE;
    boolean first = question.search().before().isEmpty();
    return cards.render(
        new RequestListView(
            environment.isEmpty() ? "History" : "History of " + environment,
            question.words(who.zone()),
            question.assumed()
                ? Optional.of(new Banner(Tone.ATTENTION, HistorySpan.ASSUMED))
                : Optional.empty(),
            first ? "Nothing in the record fits." : "Nothing older in the record fits.",
            page.stream().map(request -> RequestListCards.row(request, who)).toList(),
            page.size(),
            first ? Optional.empty() : Optional.of(turn(question, Optional.empty(), environment)),
            more
                ? Optional.of(turn(question, Optional.of(found.get(PAGE - 1)), environment))
                : Optional.empty()));
  }

  private static Map<String, String> turn(
      HistoryPageState question, Optional<RequestId> last, String environment) {
    Map<String, String> data = data(question.before(last), environment);
    data.put(ClickDesk.IN_PLACE, "true");
    return data;
  }

  private static Map<String, String> data(HistoryPageState question, String environment) {
    Map<String, String> data = new HashMap<>(question.data());
    if (!environment.isEmpty()) {
      data.put("name", environment);
    }
    return data;
  }
}
