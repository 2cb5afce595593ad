package dev.holdfast.environment;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Environment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environments that Holdfast knows, kept in memory so that a chat command is answered at once.
 * Good for finding and offering; what decides reads afresh through {@link Preflight}.
 *
 * <p>A listing older than the time to live is still handed out, with its age, while a new one is
 * read behind the reader's back: an old answer now beats a new one too late. Only the very first
 * reader waits, and sees the service's failure. Nobody waits for the kinds of unified environments,
 * which Dataverse has to be asked for one by one: they are filled in as the answers come.
 */
public class Catalogue {

  private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

  /** How long a service that just failed to list its environments is left alone. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final AdminApi api;
  private final Deployments deployments;
  private final Clock clock;
  private final Duration timeToLive;
  private final Executor refresher;
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private final AtomicReference<@Nullable Snapshot> held = new AtomicReference<>();
  private volatile Instant notBefore = Instant.MIN;

  /**
   * @param timeToLive how old a listing may be before the next reader has it read again
   * @param refresher runs the reading behind the reader's back
   * @param asker runs the asking for kinds, as many at once as servers may be asked at once
   */
  public Catalogue(
      AdminApi api, Clock clock, Duration timeToLive, Executor refresher, Executor asker) {
    this.api = api;
    this.deployments = new Deployments(api, clock, asker);
    this.clock = clock;
    this.timeToLive = timeToLive;
    this.refresher = refresher;
  }

  /** Whether there is a listing, so that nobody waits for one. */
  public boolean isRead() {
    return held.get() != null;
  }

  /**
   * All environments, as old as {@link Listing#readAt} says.
   *
   * @throws AdminApiException when there is no listing yet and none can be read
   */
  public Listing all() {
    return snapshot().listing();
  }

  /**
   * The environment that a person means by its display name, its id or an unambiguous beginning of
   * either, whatever the case.
   *
   * @throws AdminApiException as {@link #all}
   */
  public Lookup find(String text) {
    return snapshot().names().find(text);
  }

  /**
   * The environments in whose name, id, type, region and kind all words of the text occur, those
   * whose name fits first; all when it is blank.
   *
   * @throws AdminApiException as {@link #all}
   */
  public List<Subject> search(String text) {
    return snapshot().names().search(text);
  }

  /**
   * What somebody may mean who is still typing: names that begin with the text, then those of which
   * a word begins with it, those that contain it, and close misspellings; all when it is blank. It
   * never waits and never fails: before the first reading there is nothing.
   *
   * @param enough how many fitting names make misspellings not worth a look
   */
  public List<Subject> suggest(String text, int enough) {
    if (held.get() == null) {
      if (!clock.instant().isBefore(notBefore)) {
        refreshSoon();
      }
      return List.of();
    }
    return snapshot().names().suggest(text, enough);
  }

  /**
   * The environment of exactly this id.
   *
   * @throws AdminApiException as {@link #all}
   */
  public Optional<Subject> byId(String environmentId) {
    return snapshot().names().byId(environmentId);
  }

  /**
   * Reads all environments now, on the calling thread.
   *
   * @throws AdminApiException when they cannot be read; the old listing stays
   */
  public synchronized Listing refresh() {
    return read().listing();
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

  private Snapshot snapshot() {
    Snapshot known = held.get();
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

  private Snapshot withKinds(Snapshot known) {
    Snapshot newer = known.with(deployments);
    held.compareAndSet(known, newer);
    return newer;
  }

  private synchronized Snapshot firstRead() {
    Snapshot readMeanwhile = held.get();
    return readMeanwhile != null ? readMeanwhile : read();
  }

  private Snapshot read() {
    List<Environment> environments = Names.sorted(api.environments());
    deployments.ask(environments);
    Snapshot fresh = Snapshot.of(environments, clock.instant(), Optional.empty(), deployments);
    held.set(fresh);
    return fresh;
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (RuntimeException e) {
      log.warn("Environments could not be read again, the old list stays: {}", e.toString());
      notBefore = clock.instant().plus(PAUSE);
      keepWithTrouble(e);
    } finally {
      refreshing.set(false);
    }
  }

  private void keepWithTrouble(RuntimeException e) {
    String sentence =
        e instanceof AdminApiException && e.getMessage() != null
            ? e.getMessage()
            : "Reading the environments failed inside Holdfast; its log says why.";
    held.updateAndGet(known -> known == null ? null : known.inTrouble(sentence));
  }
}
