package dev.holdfast.approval;

import dev.holdfast.approval.DecisionResult.Done;
import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.request.ChecklistTransitions.Entry;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where people say what is done after a restore or copy, and take that back. */
@Service
public class ChecklistService {

  private final DecisionTransaction deciding;
  private final PermissionEvaluator permissions;

  ChecklistService(DecisionTransaction deciding, PermissionEvaluator permissions) {
    this.deciding = deciding;
    this.permissions = permissions;
  }

  /**
   * Ticks an item in this person's name, whatever else happened to the request meanwhile. However
   * often one person says so, it's ticked once. A second person learns that it was ticked already.
   */
  public DecisionResult tick(RequestId id, Person by, String item) {
    DecisionResult result =
        deciding.decideLocked(
            id,
            new DecisionAttempt(by, "tick"),
            request ->
                whyNot(by, item, request)
                    .or(() -> DenialReason.TICKED_BEFORE.unless(entry(request, item).isOpen())),
            (request, now) -> request.completed().checklist().tick(item, by, now));
    return result instanceof Refused refused && isTickedBy(by, item, refused)
        ? new Done(refused.request())
        : result;
  }

  /**
   * Takes a tick back.
   *
   * @param tick when the one was made that the person saw, as ISO 8601 writes it
   */
  public DecisionResult untick(RequestId id, Person by, String item, String tick) {
    return deciding.decideLocked(
        id,
        new DecisionAttempt(by, "untick"),
        request ->
            whyNot(by, item, request)
                .or(() -> DenialReason.NO_SUCH_TICK.unless(isThat(tick, entry(request, item)))),
        (request, now) -> request.completed().checklist().untick(item, by, now));
  }

  private Optional<DenialReason> whyNot(Person by, String item, Request request) {
    return permissions
        .whyNot(by, Permission.TICK_ITEM, request)
        .or(
            () ->
                DenialReason.NO_SUCH_ITEM.unless(
                    request.completed().checklist().find(item).isPresent()));
  }

  private static boolean isTickedBy(Person person, String item, Refused refused) {
    return refused.why() == DenialReason.TICKED_BEFORE
        && entry(refused.request(), item)
            .tick()
            .filter(tick -> tick.by().isSameAs(person))
            .isPresent();
  }

  private static boolean isThat(String tick, Entry entry) {
    return entry.isTickedByPerson() && entry.tick().orElseThrow().at().toString().equals(tick);
  }

  private static Entry entry(Request request, String item) {
    return request.completed().checklist().find(item).orElseThrow();
  }
}
