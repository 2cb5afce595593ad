package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.http.WireObject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From a backup on the wire to Holdfast's record (facts 1.4). */
final class BapBackupMapper {

  private BapBackupMapper() {}

  /** Empty when it does not say which instant it marks: such a backup cannot be restored. */
  static Optional<Backup> read(JsonNode node) {
    return WireObject.of(node)
        .flatMap(wire -> wire.instant("backupPointDateTime").map(point -> backup(wire, point)));
  }

  private static Backup backup(WireObject wire, Instant point) {
    return new Backup(
        wire.text("id").orElse(""),
        wire.text("label").orElse(""),
        wire.text("notes"),
        point,
        wire.instant("backupExpiryDateTime"),
        creator(wire));
  }

  /** The person or application that made it, by name or by kind. */
  private static Optional<String> creator(WireObject wire) {
    return wire.object("createdBy")
        .flatMap(
            by ->
                Stream.of("displayName", "type", "id")
                    .flatMap(name -> by.text(name).stream())
                    .findFirst())
        .or(() -> wire.text("createdBy"));
  }
}
