package dev.holdfast.doctor;

import dev.holdfast.entra.CredentialException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Runs checks side by side, each as soon as what it needs is known to be well, and gives none more
 * than its time. What is too slow is interrupted and counts as broken.
 *
 * @param checkups in an order in which each stands behind what it needs
 */
public record CheckRunner(List<DoctorCheck> checkups, Duration limit) {

  private static final Logger log = LoggerFactory.getLogger(CheckRunner.class);

  /**
   * @throws IllegalStateException if two have one name, or one needs what is not there or what in
   *     the end needs it
   */
  public static CheckRunner of(List<DoctorCheck> checkups, Duration limit) {
    Map<String, DoctorCheck> sorted = new LinkedHashMap<>();
    List<DoctorCheck> left = new ArrayList<>(checkups);
    while (!left.isEmpty()) {
      List<DoctorCheck> next =
          left.stream()
              .filter(checkup -> sorted.keySet().containsAll(checkup.needs()))
              .filter(checkup -> !sorted.containsKey(checkup.name()))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException(
            "these checks need one that is not there, or each other, or have the name of another: "
                + left.stream().map(DoctorCheck::name).toList());
      }
      DoctorCheck first = next.get(0);
      sorted.put(first.name(), first);
      left.remove(first);
    }
    return new CheckRunner(List.copyOf(sorted.values()), limit);
  }

  public List<NamedCheckResult> run() {
    ExecutorService threads = Executors.newCachedThreadPool(CheckRunner::thread);
    try {
      Map<String, CompletableFuture<NamedCheckResult>> begun = new LinkedHashMap<>();
      for (DoctorCheck checkup : checkups) {
        List<CompletableFuture<NamedCheckResult>> needed =
            checkup.needs().stream().map(begun::get).toList();
        begun.put(checkup.name(), begin(checkup, needed, threads));
      }
      return begun.values().stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  /** As many threads as checks at most; the JVM does not wait for one that hangs. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "doctor");
    thread.setDaemon(true);
    return thread;
  }

  private CompletableFuture<NamedCheckResult> begin(
      DoctorCheck checkup,
      List<CompletableFuture<NamedCheckResult>> needed,
      ExecutorService threads) {
    return CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
        .thenCompose(
            done ->
                firstMissing(needed.stream().map(CompletableFuture::join))
                    .map(missing -> CompletableFuture.completedFuture(leftOut(missing)))
                    .orElseGet(() -> inTime(checkup, threads)))
        .thenApply(verdict -> NamedCheckResult.of(checkup, verdict));
  }

  private CompletableFuture<CheckResult> inTime(DoctorCheck checkup, ExecutorService threads) {
    return CompletableFuture.supplyAsync(() -> check(checkup), threads)
        .completeOnTimeout(tooSlow(), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static CheckResult check(DoctorCheck checkup) {
    try {
      return checkup.check();
    } catch (RuntimeException e) {
      if (NestedExceptionUtils.getMostSpecificCause(e) instanceof CredentialException credential) {
        return CheckResult.broken(
            "Holdfast does not start: %s.".formatted(credential.getMessage()),
            Remedy.of(credential.remedy()));
      }
      log.warn("The check of {} failed", checkup.name(), e);
      return CheckResult.broken(
          "The check itself failed (%s).".formatted(e.getClass().getSimpleName()),
          Remedy.of("The log of Holdfast has the details."));
    }
  }

  private static Optional<NamedCheckResult> firstMissing(Stream<NamedCheckResult> needed) {
    return needed
        .filter(one -> one.state() == CheckStatus.BROKEN || one.state() == CheckStatus.SKIPPED)
        .findFirst();
  }

  /** Names the root of it, however many checks lie in between. */
  private static CheckResult leftOut(NamedCheckResult missing) {
    return CheckResult.leftOut(
        missing.state() == CheckStatus.SKIPPED
            ? missing.verdict().sentence()
            : "Not asked, because “%s” is broken.".formatted(missing.name()));
  }

  private CheckResult tooSlow() {
    return CheckResult.broken(
        "There was no answer within %d seconds.".formatted(Math.max(1, limit.toSeconds())),
        Remedy.of(
            "Look for a firewall or a proxy in between. If it is only slow, raise"
                + " holdfast.doctor.time-limit."));
  }
}
