package dev.holdfast.operation.deletion;

import dev.holdfast.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person put into the form, as it was typed: nothing in it is checked. Texts are empty when
 * nothing was put in. Drafts store it.
 *
 * @param environment the ID of the environment
 * @param backup the ID of one of its backups
 * @param ticket the change ticket that has to allow it
 */
public record DeleteBackupInput(String environment, String backup, String reason, String ticket) {

  static DeleteBackupInput of(Map<String, String> data) {
    return new DeleteBackupInput(
        text(data, "environment"),
        text(data, "backup"),
        text(data, "reason"),
        text(data, "ticket"));
  }

  DeleteBackupInput withBackup(String id) {
    return new DeleteBackupInput(environment, id, reason, ticket);
  }

  Map<String, String> toData() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("environment", environment);
    data.put("backup", backup);
    data.put("reason", reason);
    data.put("ticket", ticket);
    return data;
  }

  /** What is missing, by the input that it is about. */
  Map<String, Message> errors() {
    Map<String, Message> errors = new LinkedHashMap<>();
    if (environment.isEmpty()) {
      errors.put("environment", Message.of("card.source-input.missing"));
    }
    if (backup.isEmpty()) {
      errors.put("backup", Message.of("card.delete-backup-form.backup.missing"));
    }
    if (reason.isEmpty()) {
      errors.put("reason", Message.of("card.restore-form.reason.missing"));
    }
    return errors;
  }

  private static String text(Map<String, String> data, String key) {
    return data.getOrDefault(key, "").strip();
  }
}
