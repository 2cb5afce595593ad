package dev.holdfast.platform.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.Backup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of manual backups (facts 1.4). */
class BackupTests extends WireTest {

  @Test
  void comesNewestFirst() {
    server.answers(200, "backups-list.synthetic.json");
    List<Backup> backups = api.backups(ID);
    assertThat(backups)
        .extracting(Backup::label)
        .containsExactly("before-upgrade-10.0.44", "nightly");
    Backup newest = backups.get(0);
    assertThat(newest.point()).isEqualTo(Instant.parse("2026-03-10T09:15:00Z"));
    assertThat(newest.expires()).contains(Instant.parse("2026-03-17T09:15:00Z"));
    assertThat(newest.notes()).contains("manual backup");
    assertThat(newest.createdBy()).contains("ServicePrincipal");
    assertThat(server.asked().get(0).target())
        .isEqualTo(
            "/providers/Microsoft.BusinessAppPlatform/environments/"
                + ID
                + "/backups?api-version=2019-05-01");
  }

  @Test
  void withoutAZoneIsMeantInUtcAndWithoutAPointIsLeftOut() {
    server.answers(200, "backups-in-odd-shapes.json");
    List<Backup> backups = api.backups(ID);
    assertThat(backups).extracting(Backup::id).containsExactly("1", "4", "3");
    assertThat(backups.get(0).point()).isEqualTo(Instant.parse("2026-03-09T22:00:00Z"));
    assertThat(backups.get(1).expires()).isEmpty();
    assertThat(backups.get(2).point()).isEqualTo(Instant.parse("2026-03-09T20:15:00.123456700Z"));
  }
}
