package dev.holdfast.execution;

import dev.holdfast.environment.BackupPreflight;
import dev.holdfast.environment.Check;
import dev.holdfast.environment.Preflight;
import dev.holdfast.environment.RestorePreflight;
import dev.holdfast.environment.Severity;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** APPROVED: checks once more, commits the intent, and calls. */
@Component
class SetOut implements Step {

  /** The rule of one lifecycle operation at a time: a reason to wait, not to give up. */
  private static final String BUSY = "R29";

  private final Preflight preflight;
  private final Turns turns;
  private final Order order;
  private final Changes changes;
  private final ExecutionProperties patience;

  SetOut(
      Preflight preflight,
      Turns turns,
      Order order,
      Changes changes,
      ExecutionProperties patience) {
    this.preflight = preflight;
    this.turns = turns;
    this.order = order;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    if (changes.now().isAfter(approvedAt(request).plus(patience.startWithin()))) {
      return giveUp(request, "It could not be started in time. " + request.waitsFor().orElse(""));
    }
    Findings found;
    try {
      found = look(request.terms().work());
    } catch (AdminApiException e) {
      changes.waitFor(request, "The checks before the call could not be made. " + e.getMessage());
      return e.answer().retryAfter().or(() -> Optional.of(patience.retryAfter()));
    }
    String red = sentences(found.checks(), check -> check.severity() == Severity.RED);
    if (!red.isEmpty()) {
      return giveUp(request, "The checks just before the call found: " + red);
    }
    Optional<String> inTheWay = turns.inTheWayOf(request).or(found::busy);
    if (inTheWay.isPresent()) {
      changes.waitFor(request, inTheWay.get());
      return Optional.of(patience.retryAfter());
    }
    changes.save(request, request.starting(changes.now()));
    return order.place(request);
  }

  /**
   * What the checks found.
   *
   * @param isBusy whether the service is at work on an environment that is needed
   */
  private record Findings(List<Check> checks, boolean isBusy) {

    /** What is waited for, in words. That it cannot be told is no reason to wait. */
    Optional<String> busy() {
      return isBusy
          ? Optional.of(
              sentences(
                  checks, check -> check.rule().equals(BUSY) && check.severity() != Severity.GREEN))
          : Optional.empty();
    }
  }

  private Findings look(Work work) {
    if (work instanceof Work.Restore restore) {
      RestorePreflight found =
          preflight.restore(restore.source().id(), restore.target().id(), restore.point());
      return new Findings(found.checks(), found.source().busy() || found.target().busy());
    }
    BackupPreflight found = preflight.backup(work.source().id());
    return new Findings(found.checks(), found.source().busy());
  }

  private Optional<Duration> giveUp(Request request, String why) {
    changes.save(request, request.voidBecause(why.strip(), changes.now()));
    return DONE;
  }

  private static String sentences(List<Check> checks, Predicate<Check> which) {
    return checks.stream().filter(which).map(Check::sentence).collect(Collectors.joining(" "));
  }

  private static Instant approvedAt(Request request) {
    return request.decisions().stream()
        .map(Decision::at)
        .max(Comparator.naturalOrder())
        .orElse(request.terms().createdAt());
  }
}
