package dev.holdfast.platform.ppapi;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.Backup;
import dev.holdfast.platform.http.Wire;
import dev.holdfast.platform.http.WireTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** From an {@code EnvironmentBackup} on the wire to Holdfast's record (facts 2). */
final class BackupReader {

  private BackupReader() {}

  record BackupWire(
      @Nullable String id,
      @Nullable String label,
      @Nullable String backupPointDateTime,
      @Nullable String backupExpiryDateTime,
      @Nullable Identity createdBy) {}

  record Identity(@Nullable String displayName) {}

  /** Empty when it does not say which instant it marks: such a backup cannot be restored. */
  static Optional<Backup> read(JsonNode node) {
    try {
      return Wire.read(node, BackupWire.class).flatMap(BackupReader::backup);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Backup> backup(BackupWire wire) {
    return WireTime.instant(wire.backupPointDateTime())
        .map(
            point ->
                new Backup(
                    text(wire.id()).orElse(""),
                    text(wire.label()).orElse(""),
                    Optional.empty(),
                    point,
                    WireTime.instant(wire.backupExpiryDateTime()),
                    Optional.ofNullable(wire.createdBy()).flatMap(by -> text(by.displayName()))));
  }
}
