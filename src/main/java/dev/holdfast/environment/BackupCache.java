package dev.holdfast.environment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.ServiceList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manual backups as they were read last, kept in memory so that they can be searched while
 * somebody types. Good for offering only; what is chosen is looked up afresh.
 */
public class BackupCache {

  private static final Logger log = LoggerFactory.getLogger(BackupCache.class);

  private static final int ENVIRONMENTS = 500;
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final AdminApi api;
  private final Clock clock;
  private final Executor reader;
  private final Cache<String, Shelf> shelves =
      Caffeine.newBuilder().maximumSize(ENVIRONMENTS).build();
  private final Set<String> reading = ConcurrentHashMap.newKeySet();

  /**
   * @param reader runs the reading in the background
   */
  public BackupCache(AdminApi api, Clock clock, Executor reader) {
    this.api = api;
    this.clock = clock;
    this.reader = reader;
  }

  /**
   * @param wasRead whether the service ever answered
   */
  private record Shelf(List<Entry> entries, int unreadable, Instant readAt, boolean wasRead) {

    static final Shelf NONE = new Shelf(List.of(), 0, Instant.MIN, false);

    /** The same after a failure, so that the service is left alone for a while. */
    Shelf triedAt(Instant now) {
      return new Shelf(entries, unreadable, now, wasRead);
    }
  }

  private record Entry(Backup backup, String name, String words) {

    static Entry of(Backup backup) {
      String name = EnvironmentNameIndex.fold(backup.name());
      return new Entry(
          backup, name, name + " " + EnvironmentNameIndex.fold(backup.notes().orElse("")));
    }

    /** With the days that the searcher sees: the one in their zone, and the one in UTC. */
    Dated in(ZoneId zone) {
      return new Dated(this, List.of(day(zone), day(ZoneOffset.UTC)));
    }

    private String day(ZoneId zone) {
      return backup.point().atZone(zone).toLocalDate().toString();
    }
  }

  private record Dated(Entry entry, List<String> days) implements TypeaheadRanking.Named {

    @Override
    public String name() {
      return entry.name();
    }

    @Override
    public List<String> nameWords() {
      return List.of(name().split(" "));
    }

    @Override
    public boolean contains(String word) {
      return entry.words().contains(word) || days.stream().anyMatch(day -> day.contains(word));
    }
  }

  /**
   * Reads them now, newest first, and keeps them for {@link #suggest}.
   *
   * @throws AdminApiException when they cannot be read
   */
  public ServiceList<Backup> read(String environmentId) {
    ServiceList<Backup> backups = api.backups(environmentId);
    shelves.put(
        environmentId,
        new Shelf(
            backups.stream().map(Entry::of).toList(), backups.unreadable(), clock.instant(), true));
    return backups;
  }

  /**
   * The backups that were read last; empty while none were. It never waits and never fails: what
   * was not read yet is read in the background.
   */
  public Optional<ServiceList<Backup>> inMemory(String environmentId) {
    Shelf shelf = shelves.getIfPresent(environmentId);
    if (shelf == null) {
      readSoon(environmentId, null);
    }
    if (shelf == null || !shelf.wasRead()) {
      return Optional.empty();
    }
    return Optional.of(
        ServiceList.of(shelf.entries().stream().map(Entry::backup).toList(), shelf.unreadable()));
  }

  /**
   * The backups that somebody may mean who is still typing, by label, notes and day, as {@link
   * EnvironmentCatalog#suggest}. It never waits and never fails: what was not read yet, or is old,
   * is read in the background, for the next key pressed.
   *
   * @param zone in which the searcher sees the backups
   */
  public List<Backup> suggest(String environmentId, String text, ZoneId zone, int enough) {
    Shelf shelf = shelves.getIfPresent(environmentId);
    if (shelf == null || !clock.instant().isBefore(shelf.readAt().plus(FRESH))) {
      readSoon(environmentId, shelf);
    }
    return shelf == null
        ? List.of()
        : TypeaheadRanking.of(text)
            .among(shelf.entries().stream().map(entry -> entry.in(zone)).toList(), enough)
            .stream()
            .map(found -> found.entry().backup())
            .toList();
  }

  private void readSoon(String environmentId, @Nullable Shelf old) {
    if (reading.add(environmentId)) {
      try {
        reader.execute(() -> readQuietly(environmentId, old));
      } catch (RuntimeException refused) {
        reading.remove(environmentId);
        log.warn("Backups are not read, the next search tries again: {}", refused.toString());
      }
    }
  }

  /** After a failure the service is left alone as long as after an answer. */
  private void readQuietly(String environmentId, @Nullable Shelf old) {
    try {
      read(environmentId);
    } catch (RuntimeException e) {
      log.info("Backups could not be read to be searched, the old list stays: {}", e.toString());
      shelves.put(environmentId, (old == null ? Shelf.NONE : old).triedAt(clock.instant()));
    } finally {
      reading.remove(environmentId);
    }
  }
}
