package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.bap.BapClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant with more environments than Contoso has. */
class SizeTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  private static final String DEV = "c0a50000-0000-4000-8000-000000000003";

  @TempDir Path folder;

  private static <T> T in(int size, Optional<Path> file, Function<AdminApi, T> look) {
    try (SimulatorServer server = new SimulatorServer(CLOCK, 1, file, size)) {
      server.start(0);
      return look.apply(BapClients.over(server.baseUrl(), CLOCK));
    }
  }

  private static List<Environment> listed(int size) {
    return in(size, Optional.empty(), AdminApi::environments);
  }

  @Test
  void hasAsManyAsAskedForAndNoTwoAlike() {
    List<Environment> all = listed(2_500);
    assertThat(all).hasSize(2_500);
    assertThat(all).extracting(Environment::id).doesNotHaveDuplicates();
    assertThat(all).extracting(Environment::displayName).doesNotHaveDuplicates();
    List<Environment> generated = all.subList(20, all.size());
    assertThat(generated.stream().map(Environment::region).distinct()).hasSizeGreaterThan(3);
    assertThat(generated.stream().map(Environment::typeWord).distinct()).hasSizeGreaterThan(4);
    assertThat(generated)
        .extracting(environment -> environment.finOps().getClass().getSimpleName())
        .contains("None", "Unified", "LcsLinked");
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(listed(60)).extracting(Environment::displayName).isEqualTo(names(listed(90), 60));
  }

  private static List<String> names(List<Environment> all, int first) {
    return all.stream().limit(first).map(Environment::displayName).toList();
  }

  @Test
  void keepsWhatHappenedWhenTheSizeBecomesAnotherOne() {
    Optional<Path> file = Optional.of(folder.resolve("world.json"));
    in(20, file, api -> api.createBackup(new BackupOrder(DEV, "mine", "")));
    List<Environment> larger = in(40, file, AdminApi::environments);
    assertThat(larger).hasSize(40);
    List<Backup> backups = in(20, file, api -> api.backups(DEV));
    assertThat(backups).extracting(Backup::label).contains("mine");
    List<Environment> smaller = in(20, file, AdminApi::environments);
    assertThat(smaller).hasSize(31);
  }
}
