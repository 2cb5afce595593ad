package dev.holdfast.execution;

import dev.holdfast.environment.Holder;
import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.PlatformProperties;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** VERIFYING: the operation says it succeeded; only the environment's own state makes it so. */
@Component
class Verify implements Step {

  /** {@code NotSpecified} occurs on healthy environments too (facts 1.6). */
  private static final Set<String> READY = Set.of("ready", "notspecified");

  /**
   * A restore ends in administration mode (rule R20), and somebody may have ended that already.
   * {@code Disabled}, a word that is not known and silence are no success: a person must look.
   */
  private static final Set<String> OPEN = Set.of("adminmode", "enabled");

  private final AdminApi api;
  private final Tracing tracing;
  private final Changes changes;
  private final Duration interval;
  private final ExecutionProperties patience;

  Verify(
      AdminApi api,
      Tracing tracing,
      Changes changes,
      PlatformProperties platform,
      ExecutionProperties patience) {
    this.api = api;
    this.tracing = tracing;
    this.changes = changes;
    this.interval = platform.pollInterval();
    this.patience = patience;
  }

  /** What the environment shows: that it is done, in words, or what is still missing. */
  private record Finding(boolean done, String words, boolean administrationMode) {

    Finding(boolean done, String words) {
      this(done, words, false);
    }
  }

  @Override
  public Optional<Duration> take(Request request) {
    try {
      return onFound(request, look(request));
    } catch (AdminApiException e) {
      return onUnreadable(request, e);
    }
  }

  /** How it stands cannot be told from this, so only a long silence ends it. */
  private Optional<Duration> onUnreadable(Request request, AdminApiException e) {
    String words = "The environment cannot be read. " + e.getMessage();
    if (patience.isLost(request.unanswered(changes.now(), patience.away()))) {
      return becomeUnknown(request, words);
    }
    changes.save(request, request.waitFor(words, changes.now()));
    return e.answer().retryAfter().or(() -> Optional.of(interval));
  }

  private Optional<Duration> onFound(Request request, Finding finding) {
    Instant now = changes.now();
    if (finding.done()) {
      changes.save(
          request,
          finding.administrationMode()
              ? request.call().succeedInAdministrationMode(finding.words(), leavable(), now)
              : request.call().succeed(finding.words(), now));
      return DONE;
    }
    if (now.isAfter(since(request).plus(patience.verifyWithin()))) {
      return becomeUnknown(request, finding.words());
    }
    request.answered();
    changes.save(request, request.waitFor(finding.words(), now));
    return Optional.of(interval);
  }

  private Optional<Duration> becomeUnknown(Request request, String words) {
    changes.save(
        request,
        request
            .call()
            .becomeUnknown(
                new Ending(
                    changes.now(),
                    "The service says that the operation succeeded, and the environment does not show it. "
                        + words,
                    Optional.empty(),
                    request.progress().flatMap(Progress::operationId),
                    true)));
    return DONE;
  }

  private Finding look(Request request) {
    Work work = request.terms().work();
    return work instanceof Work.Backup backup
        ? backupIsThere(request, backup)
        : environmentIsReady(api.environment(work.affected().id()));
  }

  private Finding environmentIsReady(Environment environment) {
    String name = environment.displayName();
    if (!says(environment.managementState(), READY)) {
      return new Finding(
          false,
          "%s is not ready yet; the service says %s."
              .formatted(name, word(environment.managementState())));
    }
    Optional<Holder> holder = holder(environment);
    if (holder.isPresent()) {
      return new Finding(
          false, "%s is not ready yet; it is held by %s.".formatted(name, holder.get().words()));
    }
    if (!says(environment.runtimeState(), OPEN)) {
      return new Finding(
          false,
          ("%s is ready, and should be in administration mode or enabled after a restore; the"
                  + " service says %s.")
              .formatted(name, word(environment.runtimeState())));
    }
    return new Finding(
        true,
        name
            + " is restored and ready"
            + (environment.inAdministrationMode() ? "; it ended in administration mode." : "."),
        environment.inAdministrationMode());
  }

  private boolean leavable() {
    return api.capabilities().administrationMode();
  }

  /** Where the state does not say that it is ready, its operations must show that nothing runs. */
  private Optional<Holder> holder(Environment environment) {
    return says(environment.managementState(), Set.of("ready"))
        ? Optional.empty()
        : Holder.among(api.operations(environment.id()));
  }

  private static boolean says(Optional<String> state, Set<String> expected) {
    return state.filter(word -> expected.contains(word.toLowerCase(Locale.ROOT))).isPresent();
  }

  private static String word(Optional<String> state) {
    return state.orElse("nothing of it");
  }

  private Finding backupIsThere(Request request, Work.Backup backup) {
    return tracing.made(request.call()).isPresent()
        ? new Finding(true, "The backup of " + backup.source().displayName() + " is made.")
        : new Finding(false, "The service does not list the backup yet.");
  }

  /** Requests from before this was kept were last seen when their operation ended. */
  private static Instant since(Request request) {
    return request
        .verifyingSince()
        .or(() -> request.progress().map(Progress::seenAt))
        .orElseGet(() -> request.intendedAt().orElseThrow());
  }
}
