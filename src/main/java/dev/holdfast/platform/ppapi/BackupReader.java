package dev.holdfast.platform.ppapi;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.Backup;
import dev.holdfast.platform.http.WireTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From an {@code EnvironmentBackup} on the wire to Holdfast's record (facts 2). */
final class BackupReader {

  private BackupReader() {}

  /** Empty when it does not say which instant it marks: such a backup cannot be restored. */
  static Optional<Backup> read(JsonNode node) {
    return text(node, "backupPointDateTime")
        .flatMap(WireTime::instant)
        .map(point -> backup(node, point));
  }

  private static Backup backup(JsonNode node, Instant point) {
    JsonNode by = node.path("createdBy");
    return new Backup(
        text(node, "id").orElse(""),
        text(node, "label").orElse(""),
        Optional.empty(),
        point,
        text(node, "backupExpiryDateTime").flatMap(WireTime::instant),
        Stream.of("displayName", "type", "userId")
            .flatMap(field -> text(by, field).stream())
            .findFirst());
  }
}
