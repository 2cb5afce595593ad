package dev.holdfast.execution.checklist;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.request.ChecklistTransitions;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.request.followup.TargetUse;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what of a checklist can be read, and reminds of what is still open then. */
@Service
public class ChecklistReminder {

  private static final Logger log = LoggerFactory.getLogger(ChecklistReminder.class);

  private final RequestRepository requests;
  private final TargetUse use;
  private final AdminApi api;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ChecklistReminder(
      RequestRepository requests,
      TargetUse use,
      AdminApi api,
      TransactionTemplate transaction,
      Clock clock) {
    this.requests = requests;
    this.use = use;
    this.api = api;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Reminds of it, however often it's called once. What was overwritten again since has another
   * checklist, which counts.
   */
  public void remind(RequestId id) {
    requests
        .find(id)
        .filter(request -> request.completed().checklist().isReminderDue())
        .filter(request -> use.restoredSince(request).isEmpty())
        .ifPresent(
            request -> {
              Set<KnownItem> done = read(request);
              transaction.executeWithoutResult(status -> remind(id, done));
            });
  }

  /** People may tick something meanwhile. */
  private void remind(RequestId id, Set<KnownItem> done) {
    Request request = requests.lock(id).orElseThrow();
    ChecklistTransitions checklist = request.completed().checklist();
    checklist.read(done, clock.instant()).ifPresent(event -> requests.save(request, event));
    if (checklist.isReminderDue()) {
      requests.save(request, checklist.remind(clock.instant()));
    }
  }

  /** What the target shows; nothing while something else is done there, or if it can't be read. */
  private Set<KnownItem> read(Request request) {
    Set<KnownItem> done = EnumSet.noneOf(KnownItem.class);
    boolean readable =
        request
            .completed()
            .checklist()
            .isOpen(KnownItem.ADMIN_MODE, KnownItem.BACKGROUND_OPERATIONS);
    if (!readable || use.runningOn(request).isPresent()) {
      return done;
    }
    try {
      Environment target = api.environment(request.details().spec().affected().id());
      if (EnvironmentObservation.isEnabled(target)) {
        done.add(KnownItem.ADMIN_MODE);
      }
      target
          .backgroundOperations()
          .flatMap(TargetAdminMode::isOn)
          .filter(on -> on)
          .ifPresent(on -> done.add(KnownItem.BACKGROUND_OPERATIONS));
    } catch (AdminApiException e) {
      log.info("{}: its target couldn't be read for the checklist: {}", request.id(), e.forLog());
    }
    return done;
  }
}
