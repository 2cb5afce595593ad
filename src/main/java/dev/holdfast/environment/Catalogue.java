package dev.holdfast.environment;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.FinOpsDeployment;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environments that Holdfast knows, kept in memory so that a chat command is answered at once.
 * Good for finding and offering; what decides reads afresh through {@link Preflight}.
 *
 * <p>A listing older than the time to live is still handed out, with its age, while a new one is
 * read behind the reader's back: an old answer now beats a new one too late. Only the very first
 * reader waits, and sees the service's failure.
 */
public class Catalogue {

  private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

  private final AdminApi api;
  private final Clock clock;
  private final Duration timeToLive;
  private final Executor refresher;
  private final AtomicBoolean refreshing = new AtomicBoolean();

  /**
   * Dataverse's answers, kept over all refreshes: a UDE never becomes a USE or the other way round
   * (rule R16), and each answer costs a call.
   */
  private final Map<String, FinOpsDeployment> deployments = new ConcurrentHashMap<>();

  private volatile @Nullable Listing listing;

  /**
   * @param timeToLive how old a listing may be before the next reader has it read again
   * @param refresher runs the reading behind the reader's back
   */
  public Catalogue(AdminApi api, Clock clock, Duration timeToLive, Executor refresher) {
    this.api = api;
    this.clock = clock;
    this.timeToLive = timeToLive;
    this.refresher = refresher;
  }

  /**
   * All environments, as old as {@link Listing#readAt} says.
   *
   * @throws AdminApiException when there is no listing yet and none can be read
   */
  public Listing all() {
    Listing known = listing;
    if (known == null) {
      return firstRead();
    }
    if (!clock.instant().isBefore(known.readAt().plus(timeToLive))) {
      refreshSoon();
    }
    return known;
  }

  /**
   * The environment that a person means by its display name, its id or an unambiguous beginning of
   * either, whatever the case.
   *
   * @throws AdminApiException as {@link #all}
   */
  public Lookup find(String text) {
    return Names.find(text, all().subjects());
  }

  /**
   * The environments whose name, id, type or kind contains the text; all when it is blank.
   *
   * @throws AdminApiException as {@link #all}
   */
  public List<Subject> search(String text) {
    return Names.search(text, all().subjects());
  }

  /**
   * The environment of exactly this id.
   *
   * @throws AdminApiException as {@link #all}
   */
  public Optional<Subject> byId(String environmentId) {
    return all().subjects().stream()
        .filter(subject -> subject.id().equalsIgnoreCase(environmentId))
        .findFirst();
  }

  /**
   * Reads all environments now, on the calling thread.
   *
   * @throws AdminApiException when they cannot be read; the old listing stays
   */
  public synchronized Listing refresh() {
    List<Subject> subjects =
        api.environments().stream()
            .map(this::subject)
            .sorted(
                Comparator.comparing((Subject subject) -> Names.fold(subject.name()))
                    .thenComparing(Subject::id))
            .toList();
    Listing fresh = new Listing(subjects, clock.instant(), Optional.empty());
    listing = fresh;
    return fresh;
  }

  private synchronized Listing firstRead() {
    Listing readMeanwhile = listing;
    return readMeanwhile != null ? readMeanwhile : refresh();
  }

  /** Has all environments read behind the reader's back, unless that is going on already. */
  public void refreshSoon() {
    if (refreshing.compareAndSet(false, true)) {
      try {
        refresher.execute(this::refreshQuietly);
      } catch (RuntimeException refused) {
        refreshing.set(false);
        log.warn("Environments are not read again, the next reader tries: {}", refused.toString());
      }
    }
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (RuntimeException e) {
      log.warn("Environments could not be read again, the old list stays: {}", e.toString());
      keepWithTrouble(e);
    } finally {
      refreshing.set(false);
    }
  }

  private synchronized void keepWithTrouble(RuntimeException e) {
    Listing known = listing;
    if (known != null) {
      String sentence =
          e instanceof AdminApiException && e.getMessage() != null
              ? e.getMessage()
              : "Reading the environments failed inside Holdfast; its log says why.";
      listing = new Listing(known.subjects(), known.readAt(), Optional.of(sentence));
    }
  }

  private Subject subject(Environment environment) {
    if (!Kind.needsDeployment(environment)) {
      return Subject.of(environment, Optional.empty());
    }
    FinOpsDeployment known = deployments.get(environment.id());
    Optional<FinOpsDeployment> deployment =
        known != null ? Optional.of(known) : api.finOpsDeployment(environment);
    deployment.ifPresent(answer -> deployments.put(environment.id(), answer));
    return Subject.of(environment, deployment);
  }
}
