package dev.holdfast.request.followup;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds the requests that need a backup, whether or not the reader may see them. It identifies a
 * backup by environment, label, and point, because the admin APIs may have different IDs for it.
 */
@Component
public class BackupUses {

  /** As Holdfast labels a safety backup. Anybody can label one so; the request has to agree. */
  private static final Pattern SAFETY_BACKUP = Pattern.compile("Holdfast (R-\\d{1,15}) before .*");

  /** A restore carries whole seconds, rounded up. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private final RequestRepository requests;

  BackupUses(RequestRepository requests) {
    this.requests = requests;
  }

  /**
   * Whether a request that isn't over restores from it, or has made it to be undone by.
   *
   * @throws dev.holdfast.request.store.UnreadableRequestException when one can't be read
   */
  public boolean isNeeded(String environmentId, String label, Instant point) {
    return requests.findOpenOn(Set.of(environmentId)).stream()
        .anyMatch(
            request ->
                restores(request.details().spec(), environmentId, point)
                    || isSafetyBackup(request, environmentId, label, point));
  }

  /**
   * Whether a request that isn't over restores from a point, or has made a backup to be undone by,
   * that is gone where backups are kept only so long. One that is planned needs it at its start.
   *
   * @throws dev.holdfast.request.store.UnreadableRequestException when one can't be read
   */
  public boolean isOlderNeeded(String environmentId, Duration kept, Instant now) {
    return requests.findOpenOn(Set.of(environmentId)).stream()
        .anyMatch(
            request ->
                needs(request, environmentId)
                    .filter(point -> point.isBefore(needed(request, now).minus(kept)))
                    .isPresent());
  }

  private static Instant needed(Request request, Instant now) {
    return request
        .details()
        .submission()
        .start()
        .map(PlannedStart::notBefore)
        .filter(now::isBefore)
        .orElse(now);
  }

  private static Optional<Instant> needs(Request request, String environmentId) {
    OperationSpec spec = request.details().spec();
    Optional<Instant> restored =
        spec.source().id().equals(environmentId) ? spec.facts().restorePoint() : Optional.empty();
    return restored.or(
        () ->
            request
                .safetyBackup()
                .filter(backup -> spec.affected().id().equals(environmentId))
                .flatMap(SafetyBackup::created)
                .map(CreatedBackup::point));
  }

  /** The request that is over and can be undone by it; its label names it. */
  public Optional<RequestId> undoneBy(
      String environmentId, String label, Instant point, Instant now) {
    Matcher named = SAFETY_BACKUP.matcher(label);
    return named.matches()
        ? RequestId.parse(named.group(1))
            .flatMap(requests::find)
            .filter(request -> isSafetyBackup(request, environmentId, label, point))
            .filter(request -> request.completed().wayBack(now).isPresent())
            .map(Request::id)
        : Optional.empty();
  }

  private static boolean restores(OperationSpec spec, String environmentId, Instant point) {
    return spec.source().id().equals(environmentId)
        && spec.facts()
            .restorePoint()
            .filter(restored -> !restored.isBefore(point))
            .filter(restored -> !restored.isAfter(point.plus(ROUNDING)))
            .isPresent();
  }

  private static boolean isSafetyBackup(
      Request request, String environmentId, String label, Instant point) {
    Optional<SafetyBackup> backup = request.safetyBackup();
    return request.details().spec().affected().id().equals(environmentId)
        && backup.map(SafetyBackup::label).filter(label::equals).isPresent()
        && backup.flatMap(SafetyBackup::created).filter(made -> made.isOf(point)).isPresent();
  }
}
