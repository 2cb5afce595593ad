package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BackupCacheTest {

  private final SettableClock clock = new SettableClock(NOW);
  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final Queue<Runnable> behind = new ArrayDeque<>();
  private final BackupCache known = new BackupCache(api, clock, behind::add);

  @Test
  void whatAFormReadIsSearchedWithoutAskingAgain() {
    api.backups.add(backup("b-1", "before go-live"));
    known.read("env-uat");

    assertThat(labels("live")).containsExactly("before go-live");
    assertThat(labels("2026-11-19")).containsExactly("before go-live");
    assertThat(labels("nothing of the sort")).isEmpty();
    assertThat(behind).isEmpty();
  }

  @Test
  void whatIsNotKnownIsReadBehindTheSearchersBackForTheNextKey() {
    api.backups.add(backup("b-1", "before go-live"));

    assertThat(labels("b")).isEmpty();
    assertThat(labels("be")).isEmpty();
    assertThat(behind).as("one reading, however many keys").hasSize(1);
    behind.remove().run();

    assertThat(labels("bef")).containsExactly("before go-live");
  }

  @Test
  void whatIsOldIsShownAndReadAgain() {
    known.read("env-uat");
    api.backups.add(backup("b-1", "before go-live"));
    clock.advance(Duration.ofMinutes(1));

    assertThat(labels("bef")).isEmpty();
    behind.remove().run();

    assertThat(labels("bef")).containsExactly("before go-live");
  }

  @Test
  void aServiceThatFailsIsLeftAloneForAWhile() {
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "The service answers 503.")));
    labels("b");
    behind.remove().run();

    assertThat(labels("be")).isEmpty();
    assertThat(behind).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    labels("bef");
    assertThat(behind).hasSize(1);
  }

  /** Both days stand in what is offered. */
  @Test
  void aBackupIsFoundByItsDayInTheSearchersZoneAndInUtc() {
    api.backups.add(
        new Backup(
            "b-1",
            "late",
            Optional.empty(),
            Instant.parse("2026-11-18T23:30:00Z"),
            Optional.empty(),
            Optional.empty()));
    known.read("env-uat");

    assertThat(labels("2026-11-19", ZoneId.of("Europe/Berlin"))).containsExactly("late");
    assertThat(labels("2026-11-18", ZoneId.of("Europe/Berlin"))).containsExactly("late");
    assertThat(labels("2026-11-19", ZoneOffset.UTC)).isEmpty();
    assertThat(labels("2026-11-17", ZoneId.of("Pacific/Honolulu"))).isEmpty();
    assertThat(labels("la 2026-11-19", ZoneId.of("Asia/Tokyo"))).containsExactly("late");
  }

  private List<String> labels(String typed) {
    return labels(typed, ZoneOffset.UTC);
  }

  private List<String> labels(String typed, ZoneId zone) {
    return known.suggest("env-uat", typed, zone, 15).stream().map(Backup::label).toList();
  }

  private static Backup backup(String id, String label) {
    return new Backup(
        id,
        label,
        Optional.empty(),
        NOW.minus(Duration.ofDays(1)),
        Optional.empty(),
        Optional.empty());
  }
}
