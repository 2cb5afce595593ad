package dev.holdfast.execution.outcome;

import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.message.Message;
import dev.holdfast.operation.Verification;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.verification.FinOpsActivity;
import dev.holdfast.request.verification.ServiceError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The environment with Dataverse is overwritten, and its finance and operations apps don't run:
 * they are followed, it's told once that they are late, and they are followed to their end.
 * Administration mode isn't offered to be turned off before that.
 */
@Component
public class FinOpsFollower {

  private final FinOpsReader reader;
  private final Duration interval;
  private final FinOpsOutcomeProperties settings;
  private final Clock clock;

  FinOpsFollower(
      FinOpsReader reader,
      AdminApiUsageProperties platform,
      FinOpsOutcomeProperties settings,
      Clock clock) {
    this.reader = reader;
    this.interval = platform.pollInterval();
    this.settings = settings;
    this.clock = clock;
  }

  /** What the environment shows; that it was in administration mode before counts, too. */
  public Verification rememberedWith(Request request, Verification seen) {
    return seen instanceof Verification.NotShown notShown && request.completed().isFinOpsAwaited()
        ? new Verification.Done(
            Message.of(
                "overwriteResult.seenBefore",
                "kind",
                request.details().spec().kind(),
                "environment",
                notShown.environment().displayName(),
                "time",
                request.completed().finOps().environmentReadyAt().orElseThrow()),
            Optional.empty())
        : seen;
  }

  /**
   * What the environment that was to be overwritten shows of its apps.
   *
   * @param since when the operation was ordered
   */
  public FinOpsFinding look(Request request, Verification seen, Instant since) {
    return overwritten(seen)
        .map(target -> reader.of(target, since, request.completed().finOps()))
        .orElse(new FinOpsFinding.NotThere());
  }

  /** What the service does with its apps, for the card; empty if that can't be read. */
  public Optional<FinOpsActivity> activity(Verification seen, Instant since) {
    return overwritten(seen).flatMap(target -> reader.activity(target, since));
  }

  private static Optional<Environment> overwritten(Verification seen) {
    if (seen instanceof Verification.Done done) {
      return done.inAdminMode();
    }
    return seen instanceof Verification.NotShown notShown
        ? Optional.of(notShown.environment())
        : Optional.empty();
  }

  /** Why they aren't followed any longer, so that the outcome is unknown; empty while they are. */
  public Optional<Message> end(Request request, FinOpsFinding.Open open) {
    boolean isTimeOver = isOverdue(request, settings.timeout());
    boolean isSure =
        isFinal(open)
            ? isOverdue(request, settings.lateAfter())
                && (isSeenBefore(request, open) || isTimeOver)
            : request.completed().finOps().isLate() && isTimeOver;
    return isSure ? Optional.of(unknown(open)) : Optional.empty();
  }

  /**
   * Follows them further; it may be time to tell that they are late.
   *
   * @param latest what the service does with them
   */
  public Optional<RequestEvent> follow(
      Request request, FinOpsFinding.Open open, Optional<FinOpsActivity> latest) {
    Instant now = clock.instant();
    return !request.completed().finOps().isLate() && isToBeTold(request, open)
        ? Optional.of(
            request
                .completed()
                .finOpsLate(
                    open.message(), open instanceof FinOpsFinding.Silent, errors(open), now))
        : request.completed().finOpsAwaited(open.message(), latest, now);
  }

  private static List<ServiceError> errors(FinOpsFinding.Open open) {
    return open.errors().stream().map(ServiceErrorReader::stored).toList();
  }

  /** How long to wait before the next look. */
  public Duration pause(Request request) {
    return request.completed().finOps().isLate() ? settings.pollInterval() : interval;
  }

  /** An error that is seen twice isn't waited for any longer. */
  private boolean isToBeTold(Request request, FinOpsFinding.Open open) {
    boolean failed = open instanceof FinOpsFinding.Broken && isSeenBefore(request, open);
    return request.completed().isFinOpsAwaited()
        && !isFinal(open)
        && (failed || isOverdue(request, settings.lateAfter()));
  }

  /** What can't be read, or is another version, isn't late: nothing comes of waiting longer. */
  private static boolean isFinal(FinOpsFinding.Open open) {
    return open instanceof FinOpsFinding.Unreadable || open instanceof FinOpsFinding.OtherVersion;
  }

  /** The look before brought the same, in whatever words the service says so. */
  private static boolean isSeenBefore(Request request, FinOpsFinding.Open open) {
    return request
        .waitReason()
        .filter(before -> before.code().equals(open.message().code()))
        .isPresent();
  }

  private boolean isOverdue(Request request, Duration within) {
    return request
        .completed()
        .finOps()
        .environmentReadyAt()
        .filter(since -> clock.instant().isAfter(since.plus(within)))
        .isPresent();
  }

  private static Message unknown(FinOpsFinding.Open open) {
    if (open instanceof FinOpsFinding.Unreadable) {
      return Message.of("outcome.finOps.unreadable", "reason", open.message());
    }
    return Message.of(
        open instanceof FinOpsFinding.OtherVersion
            ? "outcome.finOps.otherVersion"
            : "outcome.finOps.notReady",
        "reason",
        open.message());
  }
}
