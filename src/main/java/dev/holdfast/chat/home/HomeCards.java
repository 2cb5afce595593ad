package dev.holdfast.chat.home;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.help.GreetingNotice;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.chat.doctor.DoctorCards;
import dev.holdfast.chat.request.RequestListView.Row;
import dev.holdfast.chat.request.RequestOverview;
import dev.holdfast.chat.subscription.OwnSubscriptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The card that a person is greeted with: what concerns them, the most urgent first. */
@Component
class HomeCards {

  private static final int PROBLEMS = 3;

  private final RequestOverview requests;
  private final OwnSubscriptions subscriptions;
  private final DoctorCards doctor;
  private final ReadableEnvironments environments;
  private final List<GreetingNotice> notices;
  private final CardRenderer cards;

  HomeCards(
      RequestOverview requests,
      OwnSubscriptions subscriptions,
      DoctorCards doctor,
      ReadableEnvironments environments,
      List<GreetingNotice> notices,
      CardRenderer cards) {
    this.requests = requests;
    this.subscriptions = subscriptions;
    this.doctor = doctor;
    this.environments = environments;
    this.notices = notices;
    this.cards = cards;
  }

  /** Whether the card is made without a call of the admin API. */
  boolean isReady(ChatUser who) {
    return environments.isRead() || !doctor.areFor(who);
  }

  Card of(ChatUser who) {
    CardTexts texts = who.texts();
    RequestOverview.Newest waiting = requests.waitingFor(who);
    List<Row> decided = waiting.rows();
    RequestOverview.Newest underWay = requests.underWay(who);
    List<HomeView.Newest> lists =
        Stream.of(
                list(texts.of("requestList.waiting"), decided, waiting),
                list(texts.of("requestList.inProgress"), besides(decided, underWay), underWay))
            .filter(list -> !list.rows().isEmpty())
            .toList();
    List<Row> repeatable = requests.repeatable(who);
    return cards.render(
        new HomeView(
            texts.of("help.greeting", "name", who.name()),
            notice(who),
            doctor.broken(who).stream().limit(PROBLEMS).toList(),
            lists,
            repeatable,
            subscriptions.of(who).map(texts::of).orElse(""),
            lists.isEmpty() && repeatable.isEmpty() ? texts.of("help.lead") : ""));
  }

  private static HomeView.Newest list(String name, List<Row> rows, RequestOverview.Newest newest) {
    return new HomeView.Newest(name, rows, newest.all());
  }

  /** What waits for the reader isn't shown twice. */
  private static List<Row> besides(List<Row> shown, RequestOverview.Newest newest) {
    return newest.rows().stream().filter(row -> !shown.contains(row)).toList();
  }

  private Optional<Banner> notice(ChatUser who) {
    return notices.stream().flatMap(notice -> notice.banner(who).stream()).findFirst();
  }
}
