package dev.holdfast.operation.deletion;

import dev.holdfast.adminapi.Backup;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The backups that a person means by a label or an ID. */
final class NamedBackups {

  private NamedBackups() {}

  /** One by its ID; otherwise all whose labels read the same. */
  static List<Backup> of(String text, List<Backup> backups) {
    Optional<Backup> byId = BackupMatch.byId(text.strip(), backups);
    return byId.isPresent()
        ? List.of(byId.get())
        : backups.stream().filter(backup -> asRead(backup.name()).equals(asRead(text))).toList();
  }

  private static String asRead(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
