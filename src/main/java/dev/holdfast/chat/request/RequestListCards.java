package dev.holdfast.chat.request;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.approval.review.MissingReviews;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.chat.freeze.FreezeTexts;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists of requests: what is under way, what waits for the reader. */
@Component
class RequestListCards {

  /** In the data of an action: which list it shows. */
  static final String LIST = "list";

  private static final String BEFORE = "before";

  private static final Set<RequestState> UNDER_WAY =
      Arrays.stream(RequestState.values())
          .filter(state -> !state.isClosed() || state == RequestState.UNKNOWN)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<RequestState> UNDECIDED =
      EnumSet.of(RequestState.AWAITING_APPROVAL, RequestState.UNKNOWN);

  private static final Set<Permission> DECISIONS =
      EnumSet.of(Permission.APPROVE, Permission.RESOLVE, Permission.REVIEW);

  private static final Comparator<RequestId> NEWEST_FIRST =
      Comparator.comparingLong(RequestId::number).reversed();

  private final RequestSummaries summaries;
  private final RequestPages pages;
  private final CardRenderer cards;
  private final ListParts parts;

  RequestListCards(
      RequestSummaries summaries, RequestPages pages, CardRenderer cards, ListParts parts) {
    this.summaries = summaries;
    this.pages = pages;
    this.cards = cards;
    this.parts = parts;
  }

  /** What lists are made of. */
  @Component
  record ListParts(
      ReadingRights rights,
      PermissionEvaluator permissions,
      MissingReviews reviews,
      RequestRows rows,
      FreezeTexts freezes) {}

  /** The lists. The names are in the data of buttons. */
  private enum Kind {
    STATUS("requestList.inProgress", "requestList.inProgress.none"),
    APPROVALS("requestList.waiting", "requestList.waiting.none");

    /** Code of a message. */
    private final String title;

    /** Code of what is said of an empty list. */
    private final String none;

    Kind(String title, String none) {
      this.title = title;
      this.none = none;
    }
  }

  /**
   * What is not closed, and what waits for a person because its outcome is unknown or nobody has
   * reviewed the emergency.
   */
  Card underWay(ChatUser who) {
    return underWay(Optional.empty(), who);
  }

  private Card underWay(Optional<RequestId> before, ChatUser who) {
    return list(Kind.STATUS, UNDER_WAY, before, request -> !request.isSettled(), who);
  }

  Card waitingFor(ChatUser who) {
    return waitingFor(Optional.empty(), who);
  }

  private Card waitingFor(Optional<RequestId> before, ChatUser who) {
    return list(Kind.APPROVALS, UNDECIDED, before, request -> decides(who, request), who);
  }

  /** The rows of the first page. */
  List<RequestListView.Row> newestUnderWay(ChatUser who) {
    return rows(page(UNDER_WAY, Optional.empty(), request -> !request.isSettled(), who), who);
  }

  /** The rows of the first page. */
  List<RequestListView.Row> newestWaitingFor(ChatUser who) {
    return rows(page(UNDECIDED, Optional.empty(), request -> decides(who, request), who), who);
  }

  /** The data of an action that shows what is under way. */
  static Map<String, String> underWay() {
    return Map.of(LIST, Kind.STATUS.name());
  }

  /** The data of an action that shows what waits for the clicker. */
  static Map<String, String> waiting() {
    return Map.of(LIST, Kind.APPROVALS.name());
  }

  /** The page that an action with this data asks for. */
  Card page(Map<String, String> data, ChatUser who) {
    Optional<RequestId> before = RequestId.parse(data.getOrDefault(BEFORE, ""));
    return Kind.APPROVALS.name().equals(data.get(LIST))
        ? waitingFor(before, who)
        : underWay(before, who);
  }

  /** Whether a request waits for this person; only what may do so is read as a whole. */
  private boolean decides(ChatUser who, RequestSummary one) {
    return parts
        .rights()
        .find(one.id().toString(), who.person())
        .filter(
            request ->
                DECISIONS.stream()
                    .anyMatch(what -> parts.permissions().may(who.person(), what, request)))
        .isPresent();
  }

  private List<RequestId> newest(Set<RequestState> states, Optional<RequestId> before, int limit) {
    return Stream.concat(
            summaries.newest(states, before, limit).stream(),
            parts.reviews().newest(before, limit).stream())
        .distinct()
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  private Card list(
      Kind list,
      Set<RequestState> states,
      Optional<RequestId> before,
      Predicate<RequestSummary> fits,
      ChatUser who) {
    RequestPages.Page page = page(states, before, fits, who);
    return cards.render(
        new RequestListView(
            who.texts().of(list.title),
            "",
            list == Kind.STATUS ? parts.freezes().banner(who) : Optional.empty(),
            who.texts().of(page.older().isPresent() ? "requestList.noneYet" : list.none),
            rows(page, who),
            page.rows().size(),
            before.map(any -> data(list, Optional.empty())),
            page.older().map(last -> data(list, Optional.of(last)))));
  }

  private RequestPages.Page page(
      Set<RequestState> states,
      Optional<RequestId> before,
      Predicate<RequestSummary> fits,
      ChatUser who) {
    return pages.read((last, limit) -> newest(states, last, limit), before, fits, who);
  }

  private List<RequestListView.Row> rows(RequestPages.Page page, ChatUser who) {
    return page.rows().stream().map(request -> parts.rows().of(request, who)).toList();
  }

  private static Map<String, String> data(Kind list, Optional<RequestId> before) {
    return Map.of(
        LIST,
        list.name(),
        BEFORE,
        before.map(RequestId::toString).orElse(""),
        CardActionInvocation.IN_PLACE,
        "true");
  }
}
