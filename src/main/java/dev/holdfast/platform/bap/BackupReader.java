package dev.holdfast.platform.bap;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.Backup;
import dev.holdfast.platform.http.Wire;
import dev.holdfast.platform.http.WireTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** From a backup on the wire to Holdfast's record (facts 1.4). */
final class BackupReader {

  private BackupReader() {}

  record BackupWire(
      @Nullable String id,
      @Nullable String label,
      @Nullable String notes,
      @Nullable String backupPointDateTime,
      @Nullable String backupExpiryDateTime,
      @Nullable JsonNode createdBy) {}

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
                    text(wire.notes()),
                    point,
                    WireTime.instant(wire.backupExpiryDateTime()),
                    Optional.ofNullable(wire.createdBy()).flatMap(BackupReader::creator)));
  }

  /** Whoever made it, a person or not: by name, or by what it is. */
  private static Optional<String> creator(JsonNode by) {
    return Stream.of(by.path("displayName"), by.path("type"), by.path("id"), by)
        .filter(JsonNode::isString)
        .flatMap(word -> text(word.stringValue()).stream())
        .findFirst();
  }
}
