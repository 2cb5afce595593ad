package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** ASKED: looks at the environment afresh, commits the intent, and calls. */
@Component
class LeaveSetOut implements StateHandler {

  private static final Logger log = LoggerFactory.getLogger(LeaveSetOut.class);

  private final AdminApi api;
  private final EnvironmentQueue turns;
  private final RequestUpdater changes;
  private final LeavePatience patience;

  LeaveSetOut(
      AdminApi api, EnvironmentQueue turns, RequestUpdater changes, LeavePatience patience) {
    this.api = api;
    this.turns = turns;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    if (!api.capabilities().administrationMode()) {
      return notThroughThisApi(request);
    }
    Optional<String> overtaken = turns.supersededBy(request);
    if (overtaken.isPresent()) {
      return patience.fail(request, overtaken.get(), Optional.empty());
    }
    Instant asked = request.leaving().wish().askedAt();
    EnvironmentObservation look;
    try {
      look = EnvironmentObservation.at(api, request.details().spec().affected().id());
    } catch (AdminApiException e) {
      String doing = "The environment could not be looked at.";
      return isForGood(e)
          ? patience.fail(request, doing + " " + e.getMessage(), Optional.of(e))
          : patience.waitOrGiveUp(request, asked, doing, e);
    }
    String name = look.environment().displayName();
    if (look.enabled()) {
      String already =
          "%s was already out of administration mode, so Holdfast changed nothing. %s"
              .formatted(name, LeaveVerify.background(look.environment()));
      changes.save(
          request,
          request
              .leaving()
              .done(already, look.environment().backgroundOperations(), changes.now()));
      return DONE;
    }
    if (!look.environment().inAdministrationMode()) {
      String state = look.environment().runtimeState().orElse("not reported");
      return patience.fail(
          request,
          "%s isn't in administration mode (the runtime state is %s). Holdfast changed nothing."
              .formatted(name, state),
          Optional.empty());
    }
    Optional<String> inTheWay = turns.atWorkOnTargetOf(request).or(look::busyWith);
    if (inTheWay.isPresent()) {
      return patience.waitOrGiveUp(request, asked, inTheWay.get());
    }
    Optional<String> faster =
        turns.beginLeaving(request, () -> request.leaving().starting(changes.now()));
    return faster.isPresent()
        ? patience.waitOrGiveUp(request, asked, faster.get())
        : order(request, asked);
  }

  private Optional<Duration> order(Request request, Instant asked) {
    log.info("{} now calls the admin API to leave administration mode", request.id());
    try {
      OperationAccepted started =
          api.leaveAdministrationMode(request.details().spec().affected().id());
      Instant now = changes.now();
      changes.save(
          request,
          request
              .leaving()
              .started(ProgressMapper.first(started, now), "The service took the order.", now));
      return started.retryAfter().or(() -> AT_ONCE);
    } catch (AdminApiException e) {
      return afterTrouble(request, asked, e);
    }
  }

  private Optional<Duration> afterTrouble(Request request, Instant asked, AdminApiException e) {
    if (!e.refused()) {
      String doing = "The answer to the call was lost. Holdfast looks at the environment first.";
      return patience.waitOrGiveUp(request, asked, doing, e);
    }
    String refused = "The service did not begin.";
    if (isForGood(e)) {
      String words = "The service refused. Nothing was changed. " + e.getMessage();
      return patience.fail(request, words, Optional.of(e));
    }
    changes.save(
        request, request.leaving().notStarted(refused + " " + e.getMessage(), changes.now()));
    return patience.waitOrGiveUp(request, asked, refused, e);
  }

  private static boolean isForGood(AdminApiException e) {
    return switch (e.kind()) {
      case INVALID, NOT_FOUND, NO_CAPACITY, NOT_REGISTERED, FORBIDDEN -> true;
      case BUSY, NOT_YET, UNAUTHORIZED, THROTTLED, UNREACHABLE, UNAVAILABLE, GARBLED -> false;
    };
  }

  private Optional<Duration> notThroughThisApi(Request request) {
    String words =
        "The admin API that Holdfast uses cannot change the mode. Leave it in the admin center.";
    changes.save(
        request, request.leaving().fail(patience.ending(request, words, Optional.empty()), false));
    return DONE;
  }
}
