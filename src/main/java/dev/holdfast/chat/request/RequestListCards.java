package dev.holdfast.chat.request;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.view.Banner;
import dev.holdfast.chat.freeze.FreezeTexts;
import dev.holdfast.request.Request;
import dev.holdfast.request.store.RequestRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists of requests: what is under way, what waits for the reader. */
@Component
class RequestListCards {

  private static final Comparator<Request> NEWEST_FIRST =
      Comparator.comparingLong((Request one) -> one.id().number()).reversed();

  private final RequestRepository requests;
  private final PermissionEvaluator permissions;
  private final CardRenderer cards;
  private final RequestRows rows;
  private final FreezeTexts freezes;

  RequestListCards(
      RequestRepository requests,
      PermissionEvaluator permissions,
      CardRenderer cards,
      RequestRows rows,
      FreezeTexts freezes) {
    this.freezes = freezes;
    this.rows = rows;
    this.requests = requests;
    this.permissions = permissions;
    this.cards = cards;
  }

  /** What is not closed, and what waits for a person because its outcome is unknown. */
  Card underWay(ChatUser who) {
    List<Request> unsettled = requests.findUnresolved();
    return list(
        "requestList.inProgress",
        "requestList.inProgress.none",
        Stream.of(requests.open(RequestListView.PAGE), unsettled).flatMap(List::stream),
        requests.openCount() + unsettled.size(),
        freezes.banner(who),
        who);
  }

  Card waitingFor(ChatUser who) {
    List<Request> waiting =
        Stream.concat(
                allowed(who, Permission.APPROVE, requests.awaitingApproval()),
                allowed(who, Permission.RESOLVE, requests.findUnresolved()))
            .toList();
    return list(
        "requestList.waiting",
        "requestList.waiting.none",
        waiting.stream(),
        waiting.size(),
        Optional.empty(),
        who);
  }

  private Stream<Request> allowed(ChatUser who, Permission what, List<Request> found) {
    return found.stream().filter(request -> permissions.may(who.person(), what, request));
  }

  /**
   * @param title code of a message
   * @param empty code of the message where there are none
   */
  private Card list(
      String title,
      String empty,
      Stream<Request> found,
      int count,
      Optional<Banner> banner,
      ChatUser who) {
    return cards.render(
        new RequestListView(
            who.texts().of(title),
            "",
            banner,
            who.texts().of(empty),
            found
                .sorted(NEWEST_FIRST)
                .limit(RequestListView.PAGE)
                .map(request -> rows.of(request, who))
                .toList(),
            count,
            Optional.empty(),
            Optional.empty()));
  }
}
