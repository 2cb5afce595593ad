package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.request.Request;
import dev.holdfast.request.TargetAdminMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How a card that all in a conversation see leads each one to what is theirs: by a button, and by
 * itself for those who have something to do (facts B2).
 */
@Component
public class AutoRefreshPolicy {

  /** Teams refreshes a card by itself for so many people (facts B2). */
  static final int MOST_PEOPLE = 60;

  /** What a card refreshes itself for, so that people see their own view. */
  private static final Set<Permission> OWN_VIEW_FOR =
      EnumSet.of(
          Permission.APPROVE,
          Permission.CANCEL,
          Permission.RESOLVE,
          Permission.STOP_WAITING,
          Permission.UNDO,
          Permission.REVIEW,
          Permission.LEAVE_ADMIN_MODE,
          Permission.TICK_ITEM);

  private final PersonDirectory people;
  private final PermissionEvaluator permissions;

  AutoRefreshPolicy(PersonDirectory people, PermissionEvaluator permissions) {
    this.people = people;
    this.permissions = permissions;
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
    boolean leads = reading.isEverybody() && !busy.isEmpty();
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
    return permissions.whoMay(request, OWN_VIEW_FOR).stream().limit(MOST_PEOPLE).toList();
  }
}
