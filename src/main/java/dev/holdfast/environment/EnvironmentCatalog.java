package dev.holdfast.environment;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environments that Holdfast knows, kept in memory so that a chat command is answered at once.
 * Good for finding and offering; what decides reads afresh through {@link PreflightService}.
 *
 * <p>A listing older than the time to live is still handed out, with its age, while a new one is
 * read in the background: an old answer now beats a new one too late. Only the very first reader
 * waits, and sees the service's failure, and who asks for an environment that isn't known: it may
 * be new. Nobody waits for the kinds of unified environments, which Dataverse has to be asked for
 * one by one: they are filled in as the answers come.
 */
public class EnvironmentCatalog {

  private static final Logger log = LoggerFactory.getLogger(EnvironmentCatalog.class);

  /** What nobody knows of is looked for in a list that is no older than this. */
  private static final Duration MISS = Duration.ofSeconds(10);

  /** Looking for it takes at most one part of so many of the time. */
  private static final int SHARE = 10;

  /** How long a service that just failed to list its environments is left alone. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final FreshReads reads;
  private final FinOpsDeploymentCache deployments;
  private final Clock clock;
  private final Duration timeToLive;
  private final Executor refresher;
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private final AtomicReference<@Nullable CatalogSnapshot> held = new AtomicReference<>();
  private volatile Instant notBefore = Instant.MIN;
  private volatile Duration lastTook = Duration.ZERO;

  /**
   * @param timeToLive how old a listing may be before the next reader has it read again
   * @param refresher runs the reading in the background
   * @param asker runs the asking for kinds, as many at once as servers may be asked at once
   */
  public EnvironmentCatalog(
      FreshReads reads, Clock clock, Duration timeToLive, Executor refresher, Executor asker) {
    this.reads = reads;
    this.deployments = new FinOpsDeploymentCache(reads, clock, asker);
    this.clock = clock;
    this.timeToLive = timeToLive;
    this.refresher = refresher;
  }

  /** Whether there is a listing, so that nobody waits for one. */
  public boolean isRead() {
    return held.get() != null;
  }

  /**
   * All environments, as old as {@link EnvironmentListing#readAt} says.
   *
   * @throws AdminApiException when there is no listing yet and none can be read
   */
  public EnvironmentListing all() {
    return snapshot().listing();
  }

  /**
   * The environment that a person means by its display name, its id or an unambiguous beginning of
   * either, whatever the case. One that isn't known may be new: then the environments are read
   * again first, but not more often than every {@link #MISS}.
   *
   * @param visible what somebody may see; what they may not isn't known
   * @throws AdminApiException as {@link #all}
   */
  public NameLookup find(String text, Predicate<EnvironmentProfile> visible) {
    CatalogSnapshot known = snapshot();
    NameLookup found = known.names().find(text, visible);
    if (known.names().knows(text, visible)) {
      return found;
    }
    Duration goodFor = found instanceof NameLookup.None ? missGoodFor() : timeToLive;
    return readSince(known, goodFor).names().find(text, visible);
  }

  /**
   * The environments in whose name, id, type, region and kind all words of the text occur, those
   * whose name fits first; all when it is blank.
   *
   * @throws AdminApiException as {@link #all}
   */
  public List<EnvironmentProfile> search(String text, Predicate<EnvironmentProfile> visible) {
    return snapshot().names().search(text, visible);
  }

  /**
   * What somebody may mean who is still typing: names that begin with the text, then those of which
   * a word begins with it, those that contain it, and close misspellings; all when it is blank. It
   * never waits and never fails: before the first reading there is nothing.
   *
   * @param enough how many fitting names make misspellings not worth a look
   */
  public List<EnvironmentProfile> suggest(
      String text, int enough, Predicate<EnvironmentProfile> visible) {
    if (held.get() == null) {
      if (!clock.instant().isBefore(notBefore)) {
        refreshSoon();
      }
      return List.of();
    }
    CatalogSnapshot known = snapshot();
    List<EnvironmentProfile> found = known.names().suggest(text, enough, visible);
    if (found.isEmpty() && isOlder(known, missGoodFor())) {
      refreshSoon();
    }
    return found;
  }

  /**
   * The environment of exactly this id, which may be new as in {@link #find}.
   *
   * @throws AdminApiException as {@link #all}
   */
  public Optional<EnvironmentProfile> byId(
      String environmentId, Predicate<EnvironmentProfile> visible) {
    CatalogSnapshot known = snapshot();
    Optional<EnvironmentProfile> found = known.names().byId(environmentId).filter(visible);
    return found.isPresent() || environmentId.isBlank()
        ? found
        : readSince(known, missGoodFor()).names().byId(environmentId).filter(visible);
  }

  /**
   * The environment that {@link #find} finds, if those in memory leave no doubt; never waits and
   * never fails.
   */
  public Optional<EnvironmentProfile> foundInMemory(
      String text, Predicate<EnvironmentProfile> visible) {
    CatalogSnapshot known = held.get();
    return known != null
            && withKinds(known).names().find(text, visible) instanceof NameLookup.One one
        ? Optional.of(one.subject())
        : Optional.empty();
  }

  /** The environment of exactly this id among those in memory; never waits and never fails. */
  public Optional<EnvironmentProfile> inMemory(String environmentId) {
    CatalogSnapshot known = held.get();
    return known == null ? Optional.empty() : withKinds(known).names().byId(environmentId);
  }

  /**
   * All environments in memory whose names look like this one's; empty when it is the only one.
   * Never waits and never fails.
   */
  public List<EnvironmentProfile> namesakes(EnvironmentProfile subject) {
    CatalogSnapshot known = held.get();
    return known == null ? List.of() : withKinds(known).names().namesakes(subject);
  }

  /**
   * Reads all environments now, on the calling thread.
   *
   * @throws AdminApiException when they cannot be read; the old listing stays
   */
  public synchronized EnvironmentListing refresh() {
    return read().listing();
  }

  /** Has all environments read in the background, unless that is going on already. */
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

  private CatalogSnapshot snapshot() {
    CatalogSnapshot known = held.get();
    if (known == null) {
      return firstRead();
    }
    Instant now = clock.instant();
    boolean old = !now.isBefore(known.listing().readAt().plus(timeToLive));
    if (old && !now.isBefore(notBefore)) {
      refreshSoon();
    }
    return withKinds(known);
  }

  private CatalogSnapshot withKinds(CatalogSnapshot known) {
    CatalogSnapshot newer = known.with(deployments);
    held.compareAndSet(known, newer);
    return newer;
  }

  private synchronized CatalogSnapshot firstRead() {
    CatalogSnapshot readMeanwhile = held.get();
    return readMeanwhile != null ? readMeanwhile : read();
  }

  private Duration missGoodFor() {
    Duration share = lastTook.multipliedBy(SHARE);
    return share.compareTo(MISS) > 0 ? share : MISS;
  }

  private boolean isOlder(CatalogSnapshot known, Duration age) {
    Instant now = clock.instant();
    return !now.isBefore(known.listing().readAt().plus(age)) && !now.isBefore(notBefore);
  }

  /** Reads again what is older than that; where it can't be read, what is known stays. */
  private CatalogSnapshot readSince(CatalogSnapshot known, Duration age) {
    if (!isOlder(known, age)) {
      return known;
    }
    synchronized (this) {
      CatalogSnapshot readMeanwhile = snapshot();
      if (isOlder(readMeanwhile, age)) {
        readQuietly();
      }
    }
    return snapshot();
  }

  private CatalogSnapshot read() {
    Instant began = clock.instant();
    ServiceList<Environment> environments = reads.environments();
    Instant now = clock.instant();
    lastTook = Duration.between(began, now);
    deployments.ask(environments);
    CatalogSnapshot fresh = CatalogSnapshot.of(environments, now, deployments);
    held.set(fresh);
    return fresh;
  }

  private void refreshQuietly() {
    try {
      readQuietly();
    } finally {
      refreshing.set(false);
    }
  }

  private void readQuietly() {
    try {
      refresh();
    } catch (RuntimeException e) {
      log.warn("Environments could not be read again, the old list stays: {}", e.toString());
      notBefore = clock.instant().plus(PAUSE);
      keepWithTrouble(e);
    }
  }

  private void keepWithTrouble(RuntimeException e) {
    Message sentence =
        e instanceof AdminApiException && e.getMessage() != null
            ? Message.plain(e.getMessage())
            : Message.of("environments.failed");
    held.updateAndGet(known -> known == null ? null : known.inTrouble(sentence));
  }
}
