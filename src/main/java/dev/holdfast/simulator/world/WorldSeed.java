package dev.holdfast.simulator.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The world as {@code simulator/world.json} begins it, and generated environments beside it. */
public record WorldSeed(String tenantId, List<EnvironmentSeed> environments) {

  /**
   * @param environments how many there shall be altogether; those of the file are always there
   */
  public static WorldSeed read(int environments) {
    WorldSeed file = read();
    int more = Math.max(0, environments - file.environments().size());
    return new WorldSeed(
        file.tenantId(),
        Stream.concat(file.environments().stream(), EnvironmentGenerator.of(more)).toList());
  }

  private static WorldSeed read() {
    try (InputStream in = WorldSeed.class.getResourceAsStream("/simulator/world.json")) {
      return SimulatorJson.MAPPER.readValue(Objects.requireNonNull(in), WorldSeed.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WorldState begin(Instant now, double speed) {
    return new WorldState(
        tenantId,
        environments.stream().map(seed -> environment(seed, now)).toList(),
        environments.stream().flatMap(seed -> backups(seed, now)).toList(),
        environments.stream().flatMap(seed -> running(seed, now, speed)).toList(),
        List.of(),
        Map.of(),
        false,
        false);
  }

  static SimulatedEnvironment environment(EnvironmentSeed seed, Instant now) {
    Instant created = now.minus(Duration.ofDays(seed.createdDaysAgo()));
    return new SimulatedEnvironment(
        seed,
        seed.displayName(),
        "Enabled",
        null,
        null,
        null,
        created,
        created,
        orEmpty(seed.faults()));
  }

  static Stream<SimulatedBackup> backups(EnvironmentSeed seed, Instant now) {
    Duration kept = Duration.ofDays(seed.retentionDays());
    return orEmpty(seed.backups()).stream()
        .map(
            backup -> {
              Instant point = now.minus(backup.ago());
              return new SimulatedBackup(
                  UUID.randomUUID().toString(),
                  seed.id(),
                  backup.label(),
                  backup.notes(),
                  point,
                  point.plus(kept),
                  backup.by());
            });
  }

  private static Stream<SimulatedOperation> running(
      EnvironmentSeed seed, Instant now, double speed) {
    return Stream.ofNullable(seed.busyWith())
        .map(
            busy ->
                new SimulatedOperation(
                    UUID.randomUUID().toString(),
                    busy.type(),
                    seed.id(),
                    now,
                    World.compressed(busy.takes(), speed),
                    OperationEffect.NONE,
                    List.of(),
                    false));
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
