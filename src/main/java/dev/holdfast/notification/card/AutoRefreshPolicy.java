package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.followup.FollowUps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How a card that all in a conversation see leads each one to what is theirs: by a button, and by
 * itself for those who have something to do (facts B2).
 */
@Component
public class AutoRefreshPolicy {

  /** Teams refreshes a card by itself for so many people (facts B2). */
  static final int MOST_PEOPLE = 60;

  private final PersonDirectory people;
  private final FollowUps followUps;
  private final Clock clock;

  AutoRefreshPolicy(PersonDirectory people, FollowUps followUps, Clock clock) {
    this.people = people;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** Empty when nothing happens any more and nobody has anything to do. */
  Optional<AutoRefresh> refresh(Request request, ViewerContext reading) {
    List<String> busy = reading.shared() ? haveSomethingToDo(request) : List.of();
    boolean beingLeft = request.administrationMode().filter(TargetAdminMode::beingLeft).isPresent();
    if (request.state().isClosed()
        && !beingLeft
        && request.resolution().inProgress().isEmpty()
        && busy.isEmpty()) {
      return Optional.empty();
    }
    boolean leads = reading.reader() == Reader.EVERYBODY && !busy.isEmpty();
    String title =
        new CardTexts(reading.zone()).of(leads ? "requestCard.showMine" : "requestCard.refresh");
    Map<String, String> data =
        Map.of("requestId", request.id().toString(), "version", Long.toString(request.version()));
    return Optional.of(new AutoRefresh(title, data, people.teamsIds(busy)));
  }

  /**
   * By Entra object id. The requester is first: one with no chat of their own has no other card.
   */
  private List<String> haveSomethingToDo(Request request) {
    Stream<String> approvers = request.details().approvers().stream();
    boolean afterwards =
        followUps.leaving(request).isEmpty()
            || request.completed().canBeUndone(clock.instant())
            || !request.resolution().options().isEmpty();
    if (request.state() == RequestState.AWAITING_APPROVAL) {
      approvers = approvers.filter(id -> !hasDecided(request, id));
    } else if (!afterwards) {
      approvers = Stream.empty();
    }
    boolean requester = request.approval().isCancellable() || afterwards;
    Stream<String> asked =
        requester ? Stream.of(request.details().requester().id()) : Stream.empty();
    return Stream.concat(asked, approvers).distinct().limit(MOST_PEOPLE).toList();
  }

  public static boolean hasDecided(Request request, String entraId) {
    return request.decisions().stream()
        .anyMatch(decision -> decision.by().id().equalsIgnoreCase(entraId));
  }
}
